//! How far the edit of a register reaches: an entry of a law tells on those that cite it, one of a body on those
//! that name it, one of a division on those in it and below. What names an entry that is not there may have meant
//! one that has come or gone.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::catalog::{File, FileKind, Registers};
use crate::rules::{Register, Tie};
use crate::session::since::Change;

const KINDS: [(Register, FileKind, &str, &str); 3] = [
    (Register::Laws, FileKind::Laws, "laws", "title"),
    (Register::Bodies, FileKind::Bodies, "bodies", "code"),
    (
        Register::Divisions,
        FileKind::Divisions,
        "divisions",
        "code",
    ),
];

/// 登记簿变动: what the edits of registers may tell on.
pub(super) struct Stirred {
    /// The ties to the entries that changed.
    ties: HashSet<Tie>,
    /// The ties to all entries that there were or are.
    known: HashSet<Tie>,
    /// The registers in which entries changed.
    registers: HashSet<Register>,
}

/// The registers of one side, and the files they were read from.
type Side<'s> = (&'s Registers, &'s [&'s Arc<File>]);

impl Stirred {
    /// What the difference of two sides may tell on; `None` if that is everything.
    pub(super) fn of(before: Side<'_>, after: Side<'_>) -> Option<Stirred> {
        // Without any laws no citation is looked up.
        if before.0.laws.is_empty() != after.0.laws.is_empty() {
            return None;
        }
        let mut stirred = Stirred {
            ties: HashSet::new(),
            known: HashSet::new(),
            registers: HashSet::new(),
        };
        let mut changed: HashMap<Register, HashSet<String>> = HashMap::new();
        for (register, ..) in KINDS {
            let [was, is] = [before, after].map(|side| entries(side.1, register));
            let all = was.keys().chain(is.keys());
            let keys = all.clone().filter(|key| was.get(*key) != is.get(*key));
            changed.insert(register, keys.cloned().collect());
            let known = all.map(|key| Tie::of_entry(register, key));
            stirred.known.extend(known);
        }
        for side in [before.0, after.0] {
            spread(side, &mut changed);
        }
        for (register, keys) in changed {
            if !keys.is_empty() {
                stirred.registers.insert(register);
            }
            let ties = keys.iter().map(|key| Tie::of_entry(register, key));
            stirred.ties.extend(ties);
        }
        Some(stirred)
    }

    /// Whether a tie leads to an entry that changed, or to one that is not there in a register that did. A body is
    /// guessed by its division too.
    pub(super) fn has(&self, tie: Tie) -> bool {
        let is_stirred = |register: Register| match register {
            Register::Divisions => false,
            Register::Laws => self.registers.contains(&register),
            Register::Bodies => {
                let both = [Register::Bodies, Register::Divisions];
                both.iter()
                    .any(|register| self.registers.contains(register))
            }
        };
        let is_lost = || !self.known.contains(&tie) && tie.register().is_some_and(is_stirred);
        self.ties.contains(&tie) || is_lost()
    }
}

/// The entries of a register by their keys, as they are written.
fn entries(files: &[&Arc<File>], register: Register) -> BTreeMap<String, String> {
    let mut entries: BTreeMap<String, String> = BTreeMap::new();
    for (_, kind, list, key) in KINDS.into_iter().filter(|kind| kind.0 == register) {
        for file in files.iter().filter(|file| file.kind == kind) {
            let document = file.document();
            let list = document.root().and_then(|root| root.get(list)).into_iter();
            for entry in list.flat_map(|list| list.items()) {
                let key = entry
                    .get(key)
                    .and_then(|key| key.text())
                    .unwrap_or_default();
                let text = entry.span().of(document.text());
                *entries.entry(key.to_owned()).or_default() += text;
            }
        }
    }
    entries
}

/// What hangs on entries that changed: laws that give way to them, divisions below them, bodies of those.
fn spread(registers: &Registers, changed: &mut HashMap<Register, HashSet<String>>) {
    let mut laws = changed.remove(&Register::Laws).unwrap_or_default();
    let mut count = 0;
    while count != laws.len() {
        count = laws.len();
        for law in &registers.laws {
            if law
                .successor()
                .is_some_and(|successor| laws.contains(successor))
            {
                laws.insert(law.title().to_owned());
            }
        }
    }
    changed.insert(Register::Laws, laws);
    let divisions = changed.entry(Register::Divisions).or_default();
    let below = registers.divisions.iter().filter(|division| {
        let mut above = registers.above(&division.code);
        above.any(|above| divisions.contains(&*above.code))
    });
    let below: Vec<String> = below.map(|division| division.code.to_string()).collect();
    divisions.extend(below);
    let of_them = registers
        .bodies
        .iter()
        .filter(|body| divisions.contains(&*body.division));
    let of_them: Vec<String> = of_them.map(|body| body.code.to_string()).collect();
    changed.entry(Register::Bodies).or_default().extend(of_them);
}

/// Whether a change is one of a register.
pub(super) fn is_register(change: &Change) -> bool {
    is_one(FileKind::of(&change.path))
}

/// Whether a file of this kind is a register.
pub(super) fn is_one(kind: FileKind) -> bool {
    KINDS.iter().any(|(_, known, ..)| *known == kind)
}
