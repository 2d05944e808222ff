//! What ties a matter to others in the eyes of the rules: whatever a rule says of several matters, or of one
//! beside others, it says of matters with a tie in common. Base matters are few, and all tied to each other. What
//! ties a matter to an entry of a register is kept apart: it counts only when the register changes.

use std::sync::Arc;

use crate::catalog::standard::Standard;
use crate::catalog::{Field, File, FileKind, Matter};
use crate::levels::{letters, without_level};
use crate::rules::limit::basis::titles;
use crate::rules::public::bare;
use crate::text::{Digest, Spanned};

/// 牵连: one thing that matters may have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tie(u64);

/// 何种牵连: what it is that matters have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TieKind {
    /// That they are base matters.
    Bases,
    /// Their base code.
    BaseCode,
    /// Their code.
    Code,
    /// Their name, but for what is often written one way or the other.
    Name,
    /// Their local code at one division.
    LocalCode,
    /// The address at which they are handled online.
    Address,
    /// The law that they cite.
    Law,
    /// The body that they name.
    Body,
    /// The division they are offered in.
    Division,
}

/// 登记簿种类: the register that a tie leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Register {
    /// 法律法规.
    Laws,
    /// 实施主体.
    Bodies,
    /// 行政区划.
    Divisions,
}

impl Tie {
    /// That of all base matters.
    pub fn of_bases() -> Tie {
        Tie::new(TieKind::Bases, &[])
    }

    /// That of the matters of one base code.
    pub fn of_base_code(code: &str) -> Tie {
        Tie::new(TieKind::BaseCode, &[code])
    }

    /// That of the matters of one code.
    pub fn of_code(code: &str) -> Tie {
        Tie::new(TieKind::Code, &[code])
    }

    /// That of the matters that speak of an entry of a register, by its title or code.
    pub fn of_entry(register: Register, key: &str) -> Tie {
        match register {
            Register::Laws => Tie::new(TieKind::Law, &[&titled(key)]),
            Register::Bodies => Tie::new(TieKind::Body, &[key]),
            Register::Divisions => Tie::new(TieKind::Division, &[key]),
        }
    }

    /// The register that it leads to.
    pub fn register(self) -> Option<Register> {
        let registers = [
            (TieKind::Law, Register::Laws),
            (TieKind::Body, Register::Bodies),
            (TieKind::Division, Register::Divisions),
        ];
        let mut registers = registers.into_iter();
        registers
            .find(|(kind, _)| self.is_of(*kind))
            .map(|(_, register)| register)
    }

    /// The tie with a number.
    pub fn of_number(number: u64) -> Tie {
        Tie(number)
    }

    /// Whether those that have it are judged by what they follow; else only by what they say themselves.
    pub fn is_close(self) -> bool {
        !self.is_of(TieKind::Address) && !self.is_of(TieKind::Bases)
    }

    /// What it is that those who have it have in common.
    pub fn is_of(self, kind: TieKind) -> bool {
        self.0 >> 56 == kind as u64
    }

    /// The number by which it is kept.
    pub fn number(self) -> u64 {
        self.0
    }

    fn new(kind: TieKind, parts: &[&str]) -> Tie {
        let parts = parts.iter();
        let digest = parts.fold(Digest::new(), |digest, part| digest.with(part.as_bytes()));
        Tie((kind as u64) << 56 | digest.number() >> 8)
    }
}

/// The ties of a file that may hold a matter.
pub fn ties(file: &Arc<File>, standard: &Standard) -> Vec<Tie> {
    let mut ties = Vec::new();
    if file.kind == FileKind::Base {
        ties.push(Tie::of_bases());
    }
    let Some(matter) = Matter::read(file) else {
        return ties;
    };
    let code = |kind, code: Spanned<&str>| Tie::new(kind, &[code.value]);
    ties.extend(matter.base_code().map(|own| code(TieKind::BaseCode, own)));
    ties.extend(matter.code().map(|own| code(TieKind::Code, own)));
    ties.extend(matter.name().map(|name| called(name.value, standard)));
    let address = stated(&matter, Field::OnlineUrl).map(|address| bare(address.value));
    ties.extend(address.map(|address| Tie::new(TieKind::Address, &[address])));
    let local = stated(&matter, Field::LocalCode).zip(matter.division());
    let local = local.map(|(code, division)| Tie::new(TieKind::LocalCode, &[division, code.value]));
    ties.extend(local);
    ties
}

/// Names that differ in what is often written one way or the other only are one.
fn called(name: &str, standard: &Standard) -> Tie {
    let bare = without_level(name, &standard.tables.naming).map_or(name, |(bare, _)| bare);
    Tie::new(TieKind::Name, &[&letters(bare).collect::<String>()])
}

fn stated(matter: &Matter, field: Field) -> Option<Spanned<&str>> {
    let text = matter.text(field)?;
    (!text.value.trim().is_empty()).then_some(text)
}

/// What the name of the state says of a law is often left out.
const STATE: &str = "中华人民共和国";

/// A title without what is written one way or the other: marks, spaces, the name of the state.
fn titled(title: &str) -> String {
    let bare: String = letters(title).collect();
    bare.strip_prefix(STATE).unwrap_or(&bare).to_owned()
}

/// The ties of a file that may hold a matter to the entries of registers, whether those are there or not.
pub fn register_ties(file: &Arc<File>) -> Vec<Tie> {
    let Some(matter) = Matter::read(file) else {
        return Vec::new();
    };
    let mut ties = Vec::new();
    let mut add = |register, key: &str| ties.push(Tie::of_entry(register, key));
    let texts = |field| {
        let value = matter.value(field).into_iter();
        value.flat_map(|value| std::iter::once(value).chain(value.items()))
    };
    for field in [Field::Body, Field::EntrustedBody, Field::JointBodies] {
        for code in texts(field).filter_map(|value| value.text()) {
            add(Register::Bodies, code);
        }
    }
    // The code of a local matter begins with that of its body.
    if let Some(body) = matter.code().and_then(|code| code.value.get(..18)) {
        add(Register::Bodies, body);
    }
    if let Some(division) = matter.division() {
        add(Register::Divisions, division);
    }
    for title in texts(Field::LegalBasis).filter_map(|basis| basis.get("law")?.text()) {
        add(Register::Laws, title);
    }
    let fees = texts(Field::Fees).filter_map(|fee| fee.get("basis")?.text());
    for title in fees.flat_map(titles) {
        add(Register::Laws, title);
    }
    ties
}
