//! How far a change reaches: which matters must be at hand, and which of them feel it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File, FileKind, Floor, Matter, MatterId, Registers};
use crate::rules::{Tie, ties};
use crate::session::since::Change;

/// 波及范围: which matters must be at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// 全部: whatever changed may tell on any of them.
    All,
    /// 有牵连的: those that are tied to what changed.
    Tied,
}

/// The base codes of the changed matters, before and now.
pub(in crate::session) struct Codes {
    /// Of all of them.
    all: BTreeSet<Box<str>>,
    /// Of those whose change every matter of the code feels.
    of_bases: BTreeSet<Box<str>>,
}

impl Codes {
    pub(in crate::session) fn of(changes: &[Change], registers: &Registers) -> Codes {
        let mut codes = Codes {
            all: BTreeSet::new(),
            of_bases: BTreeSet::new(),
        };
        for matter in changes
            .iter()
            .flat_map(Change::both)
            .filter_map(Matter::read)
        {
            let Some(code) = matter.base_code() else {
                continue;
            };
            codes.all.insert(code.value.into());
            if matter.floor == Floor::Base {
                codes.of_bases.insert(code.value.into());
            }
        }
        // Whoever uses a retired code is told the name of what took its place.
        let retired = registers.codes.retired.iter().filter(|retired| {
            let successor = retired.successor.as_deref();
            successor.is_some_and(|successor| codes.of_bases.contains(successor))
        });
        let retired: Vec<Box<str>> = retired.map(|retired| retired.code.clone()).collect();
        codes.all.extend(retired.iter().cloned());
        codes.of_bases.extend(retired);
        codes
    }

    /// What ties other matters to the changed ones; of a bundle, its members.
    pub(in crate::session) fn ties(
        &self,
        changes: &[Change],
        others: &[Arc<File>],
        standard: &Standard,
    ) -> HashSet<Tie> {
        let files = || changes.iter().flat_map(Change::both);
        let mut found: HashSet<Tie> = files().flat_map(|file| ties(file, standard)).collect();
        found.insert(Tie::of_bases());
        found.extend(self.all.iter().map(|code| Tie::of_base_code(code)));
        let own: HashSet<&str> = files().map(|file| &*file.path).collect();
        for bundle in others.iter().chain(files()) {
            let members = members(bundle);
            let is_touched = |code: &&str| self.all.contains(*code);
            if own.contains(&*bundle.path) || members.iter().any(is_touched) {
                found.extend(members.into_iter().map(Tie::of_base_code));
            }
        }
        found
    }

    /// Whether a bundle has one of them among its members.
    pub(in crate::session) fn touch(&self, bundle: &File) -> bool {
        let mut members = members(bundle).into_iter();
        members.any(|code| self.all.contains(code))
    }

    /// The files that feel the change in one of two catalogs, the changed ones themselves left out.
    pub(in crate::session) fn felt(
        &self,
        changes: &[Change],
        (catalog, other): (&Catalog, &Catalog),
    ) -> Vec<Box<str>> {
        let own: HashSet<&str> = changes.iter().map(|change| &*change.path).collect();
        let path = |id: MatterId| &*catalog.matter(id).file.path;
        let mut felt = Vec::new();
        for code in &self.all {
            let of_base = self.of_bases.contains(code);
            let bases = catalog.by_code(code).iter();
            for id in bases.chain(catalog.locals_of(code)).copied() {
                let feels = of_base
                    || catalog.uppers(id).any(|upper| own.contains(path(upper)))
                    || is_moved(catalog, other, id);
                if feels {
                    felt.push(path(id).into());
                }
            }
        }
        for matter in changes
            .iter()
            .flat_map(Change::both)
            .filter_map(Matter::read)
        {
            let code = matter.code().map_or("", |code| code.value);
            felt.extend(catalog.by_code(code).iter().map(|id| path(*id).into()));
        }
        felt
    }
}

/// Whether a matter follows another one than in the other catalog.
fn is_moved(catalog: &Catalog, other: &Catalog, id: MatterId) -> bool {
    let upper = |catalog: &Catalog, id: MatterId| {
        let upper = catalog.upper(id)?;
        Some(catalog.matter(upper).file.path.clone())
    };
    let there = other.matter_at(&catalog.matter(id).file.path);
    there.is_some_and(|there| upper(catalog, id) != upper(other, there))
}

/// The base codes that a bundle is made of.
pub(in crate::session) fn members(file: &File) -> Vec<&str> {
    let root = file.document().root();
    let list = root
        .filter(|_| file.kind == FileKind::Bundle)
        .and_then(|root| root.get("members"));
    let members = list.into_iter().flat_map(|list| list.items());
    members
        .filter_map(|member| member.get("base_code")?.text())
        .collect()
}

/// The files of some matters by their ties.
pub(super) fn by_tie(
    files: impl Iterator<Item = Arc<File>>,
    standard: &Standard,
) -> HashMap<Tie, Vec<Arc<File>>> {
    let mut by_tie: HashMap<Tie, Vec<Arc<File>>> = HashMap::new();
    for file in files {
        for tie in ties(&file, standard) {
            by_tie.entry(tie).or_default().push(Arc::clone(&file));
        }
    }
    by_tie
}
