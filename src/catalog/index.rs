//! The catalog in memory: its files, its matters, and who follows whom.

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::HashMap;
use rayon::prelude::*;

use crate::catalog::codes::Codes;
use crate::catalog::standard::Standard;
use crate::catalog::{File, Floor, Matter, Registers};

/// 目录: everything that was read, with its indexes. A copy with a few files changed shares the rest.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The unified standard in force for it.
    pub standard: Arc<Standard>,
    /// Manifest, divisions, bodies and laws.
    pub registers: Arc<Registers>,
    pub(super) files: Arc<Vec<Arc<File>>>,
    pub(super) matters: Arc<Vec<Matter>>,
    /// The matters looked at, of which more is at hand than of the others; none, unless a part is looked at.
    at_hand: HashMap<MatterId, Matter>,
    /// The matter in each file, by the file's place.
    in_files: Arc<Vec<Option<MatterId>>>,
    /// Matters by the code that they state.
    pub(super) codes: Codes,
    /// Local matters by the base code that they take up.
    pub(super) claims: Codes,
    /// The upper matter of each matter, by its number.
    pub(super) uppers: Arc<Vec<Option<MatterId>>>,
}

/// The number of a matter in its catalog; matters stand in the order of their paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MatterId(pub(super) u32);

impl MatterId {
    /// The number itself: its place among the matters of its catalog, from 0.
    pub fn number(self) -> usize {
        self.0 as usize
    }

    pub(super) fn at(place: usize) -> MatterId {
        MatterId(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

impl Catalog {
    /// Builds the catalog from its files.
    pub fn new(standard: Arc<Standard>, files: Vec<Arc<File>>) -> Catalog {
        let mut catalog = Catalog::untied(standard, files);
        let matters = &*catalog.matters;
        let (codes, claims) =
            rayon::join(|| Codes::of(matters, code), || Codes::of(matters, claimed));
        (catalog.codes, catalog.claims) = (codes, claims);
        catalog.uppers = Arc::new(catalog.find_uppers());
        catalog
    }

    /// A catalog in which nobody follows anybody yet.
    pub(super) fn untied(standard: Arc<Standard>, mut files: Vec<Arc<File>>) -> Catalog {
        files.sort_by(|left, right| left.path.cmp(&right.path));
        let (registers, matters): (Registers, Vec<Matter>) = rayon::join(
            || Registers::read(files.iter()),
            || files.par_iter().filter_map(Matter::read).collect(),
        );
        Catalog {
            in_files: Arc::new(in_files(&files, &matters)),
            standard,
            registers: Arc::new(registers),
            codes: Codes::default(),
            claims: Codes::default(),
            uppers: Arc::default(),
            files: Arc::new(files),
            matters: Arc::new(matters),
            at_hand: HashMap::default(),
        }
    }

    /// The catalog with some files put in place of those at the same paths, and others taken away.
    #[must_use]
    pub fn with_files(&self, changed: Vec<Arc<File>>, removed: &[&str]) -> Catalog {
        if removed.is_empty() && changed.iter().all(|file| self.has_matter_like(file)) {
            return self.with_matters(changed);
        }
        let replaced = changed.iter().map(|file| &*file.path);
        let gone: HashSet<&str> = replaced.chain(removed.iter().copied()).collect();
        let mut files: Vec<_> = self
            .files
            .iter()
            .filter(|file| !gone.contains(&*file.path))
            .cloned()
            .collect();
        files.extend(changed);
        Catalog::new(Arc::clone(&self.standard), files)
    }

    /// Whether a file holds a matter, and the one at its path does too.
    fn has_matter_like(&self, file: &Arc<File>) -> bool {
        self.matter_at(&file.path).is_some() && Matter::read(file).is_some()
    }

    /// The catalog with some matters put in place of those at the same paths: only what hangs on their codes
    /// and divisions is looked up again.
    fn with_matters(&self, changed: Vec<Arc<File>>) -> Catalog {
        let mut next = self.clone();
        let files = Arc::make_mut(&mut next.files);
        let matters = Arc::make_mut(&mut next.matters);
        let uppers = Arc::make_mut(&mut next.uppers);
        let mut bases: HashSet<Box<str>> = HashSet::new();
        for file in changed {
            let place = self.place_of(&file.path);
            let (Some(place), Some(id)) = (place, self.matter_at(&file.path)) else {
                continue;
            };
            let (Some(matter), Some(slot)) = (Matter::read(&file), files.get_mut(place)) else {
                continue;
            };
            *slot = file;
            let old = std::mem::replace(&mut matters[id.number()], matter);
            let new = &matters[id.number()];
            next.codes.replace(id, (code(&old), code(new)));
            next.claims.replace(id, (claimed(&old), claimed(new)));
            let of_both = [old.base_code(), new.base_code()].into_iter().flatten();
            bases.extend(of_both.map(|base| Box::from(base.value)));
            if claimed(new).is_none() {
                uppers[id.number()] = None;
            }
        }
        let found: Vec<_> = bases
            .iter()
            .flat_map(|base| next.uppers_of(next.locals_of(base)))
            .collect();
        let uppers = Arc::make_mut(&mut next.uppers);
        for (id, upper) in found {
            uppers[id.number()] = upper;
        }
        next
    }

    /// The same catalog, with some matters as if they had never been read; for work on a few at a time.
    #[must_use]
    pub(super) fn afresh(&self, ids: &[MatterId]) -> Catalog {
        let afresh = |id: &MatterId| {
            let matter = self.matter(*id);
            let file = Arc::new(matter.file.afresh()?);
            Some((*id, Matter { file, ..*matter }))
        };
        Catalog {
            at_hand: ids.iter().filter_map(afresh).collect(),
            ..self.clone()
        }
    }

    /// All files, by path.
    pub fn files(&self) -> &[Arc<File>] {
        &self.files
    }

    /// The file at a path below the catalog folder.
    pub fn file(&self, path: &str) -> Option<&Arc<File>> {
        let place = self.place_of(path)?;
        let at_hand = self.matter_in(place).and_then(|id| self.at_hand.get(&id));
        at_hand.map_or_else(|| self.files.get(place), |matter| Some(&matter.file))
    }

    fn place_of(&self, path: &str) -> Option<usize> {
        let found = self.files.binary_search_by(|file| (*file.path).cmp(path));
        found.ok()
    }

    /// All matters with their numbers, by path.
    pub fn matters(&self) -> impl ExactSizeIterator<Item = (MatterId, &Matter)> {
        self.matters
            .iter()
            .enumerate()
            .map(|(place, matter)| (MatterId::at(place), matter))
    }

    /// The matter at a place among all matters; `None` if there are not so many.
    pub fn numbered(&self, place: usize) -> Option<MatterId> {
        (place < self.matters.len()).then(|| MatterId::at(place))
    }

    /// The matter with this number, which must come from this catalog.
    pub fn matter(&self, id: MatterId) -> &Matter {
        match self.at_hand.get(&id) {
            Some(matter) => matter,
            None => &self.matters[id.number()],
        }
    }

    /// The matter in the file at a path.
    pub fn matter_at(&self, path: &str) -> Option<MatterId> {
        self.matters
            .binary_search_by(|matter| (*matter.file.path).cmp(path))
            .ok()
            .map(MatterId::at)
    }

    /// The matter in the file at a place among all files.
    pub fn matter_in(&self, file: usize) -> Option<MatterId> {
        self.in_files.get(file).copied().flatten()
    }

    /// The matters that state this code, base or local.
    pub fn by_code(&self, code: &str) -> &[MatterId] {
        self.codes.get(code)
    }

    /// The matters whose code another states too.
    pub fn of_shared_codes(&self) -> Vec<MatterId> {
        let groups = self.codes.groups().into_iter();
        let mut ids = groups
            .filter(|group| group.len() > 1)
            .flatten()
            .copied()
            .collect::<Vec<_>>();
        ids.sort_unstable();
        ids
    }

    /// The local matters that take up this base code.
    pub fn locals_of(&self, base_code: &str) -> &[MatterId] {
        self.claims.get(base_code)
    }

    /// The local matters of each base code that is taken up.
    pub(super) fn claimed_together(&self) -> Vec<&[MatterId]> {
        self.claims.groups()
    }

    /// The base matter with this code; the first by path, if there are several.
    pub fn base(&self, code: &str) -> Option<MatterId> {
        self.by_code(code)
            .iter()
            .copied()
            .find(|id| self.matter(*id).floor == Floor::Base)
    }

    /// The upper matter: the nearest one with the same base code going up the divisions, then the base
    /// matter. A division that offers the base code more than once is ambiguous and is passed over.
    pub fn upper(&self, id: MatterId) -> Option<MatterId> {
        self.uppers.get(id.number()).copied().flatten()
    }

    fn find_uppers(&self) -> Vec<Option<MatterId>> {
        let found: Vec<(MatterId, Option<MatterId>)> = self
            .claims
            .groups()
            .par_iter()
            .flat_map_iter(|locals| self.uppers_of(locals))
            .collect();
        let mut uppers = vec![None; self.matters.len()];
        for (id, upper) in found {
            uppers[id.number()] = upper;
        }
        uppers
    }

    /// The upper matter of each of the local matters that take up one base code.
    fn uppers_of(&self, locals: &[MatterId]) -> Vec<(MatterId, Option<MatterId>)> {
        let Some(base_code) = locals
            .first()
            .and_then(|first| claimed(self.matter(*first)))
        else {
            return Vec::new();
        };
        let base = self.base(base_code);
        let there = self.only_ones(locals);
        let upper = |local: &MatterId| {
            let division = self.matter(*local).division().unwrap_or_default();
            // In a circle of divisions nothing lies above itself.
            let above = self.registers.above(division);
            let mut above = above.take_while(|above| &*above.code != division);
            let nearest = above.find_map(|above| there.get(&*above.code).copied().flatten());
            (*local, nearest.or(base))
        };
        locals.iter().map(upper).collect()
    }

    /// The only matter at each division, out of some; `None` where there are several.
    fn only_ones(&self, locals: &[MatterId]) -> HashMap<&str, Option<MatterId>> {
        let mut there = HashMap::default();
        for local in locals {
            let division = self.matter(*local).division().unwrap_or_default();
            let only = there.entry(division).or_insert(Some(*local));
            *only = only.filter(|first| first == local);
        }
        there
    }

    /// The matters above one, nearest first, the base matter last.
    pub fn uppers(&self, id: MatterId) -> impl Iterator<Item = MatterId> {
        std::iter::successors(self.upper(id), |upper| self.upper(*upper)).take(8)
    }
}

/// Files and matters stand in the same order.
fn in_files(files: &[Arc<File>], matters: &[Matter]) -> Vec<Option<MatterId>> {
    let mut next = matters.iter().enumerate().peekable();
    let matter = |file: &Arc<File>| {
        let (place, _) = next.next_if(|(_, matter)| Arc::ptr_eq(&matter.file, file))?;
        Some(MatterId::at(place))
    };
    files.iter().map(matter).collect()
}

fn code(matter: &Matter) -> Option<&str> {
    matter.code().map(|code| code.value)
}

/// The base code that a local matter takes up.
fn claimed(matter: &Matter) -> Option<&str> {
    let code = matter.base_code()?;
    (matter.floor == Floor::Local).then_some(code.value)
}
