//! The catalog in memory: its files, its matters, and who follows whom.

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::HashMap;

use crate::catalog::standard::Standard;
use crate::catalog::{File, Floor, Matter, Registers};

/// 目录: everything that was read, with its indexes.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The unified standard in force for it.
    pub standard: Arc<Standard>,
    /// Manifest, divisions, bodies and laws.
    pub registers: Registers,
    files: Vec<Arc<File>>,
    matters: Vec<Matter>,
    /// The matter in each file, by the file's place.
    in_files: Vec<Option<MatterId>>,
    by_code: HashMap<Box<str>, Vec<MatterId>>,
    by_base: HashMap<Box<str>, Vec<MatterId>>,
    /// The upper matter of each matter, by its number.
    uppers: Vec<Option<MatterId>>,
}

/// The number of a matter in its catalog; matters stand in the order of their paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MatterId(usize);

impl MatterId {
    /// The number itself: its place among the matters of its catalog, from 0.
    pub fn number(self) -> usize {
        self.0
    }
}

impl Catalog {
    /// Builds the catalog from its files.
    pub fn new(standard: Arc<Standard>, mut files: Vec<Arc<File>>) -> Catalog {
        files.sort_by(|left, right| left.path.cmp(&right.path));
        let (registers, matters): (Registers, Vec<Matter>) = rayon::join(
            || Registers::read(files.iter()),
            || files.iter().filter_map(Matter::read).collect(),
        );
        let mut catalog = Catalog {
            in_files: in_files(&files, &matters),
            standard,
            registers,
            by_code: index(&matters, |matter| matter.code().map(|code| code.value)),
            by_base: index(&matters, |matter| {
                let local = matter.floor == Floor::Local;
                matter.base_code().filter(|_| local).map(|code| code.value)
            }),
            uppers: vec![None; matters.len()],
            files,
            matters,
        };
        catalog.uppers = catalog.find_uppers();
        catalog
    }

    /// The catalog with some files put in place of those at the same paths, and others taken away.
    #[must_use]
    pub fn with_files(&self, changed: Vec<Arc<File>>, removed: &[&str]) -> Catalog {
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

    /// All files, by path.
    pub fn files(&self) -> &[Arc<File>] {
        &self.files
    }

    /// The file at a path below the catalog folder.
    pub fn file(&self, path: &str) -> Option<&Arc<File>> {
        let place = self
            .files
            .binary_search_by(|file| (*file.path).cmp(path))
            .ok()?;
        self.files.get(place)
    }

    /// All matters with their numbers, by path.
    pub fn matters(&self) -> impl ExactSizeIterator<Item = (MatterId, &Matter)> {
        self.matters
            .iter()
            .enumerate()
            .map(|(place, matter)| (MatterId(place), matter))
    }

    /// The matter with this number, which must come from this catalog.
    pub fn matter(&self, id: MatterId) -> &Matter {
        &self.matters[id.0]
    }

    /// The matter in the file at a path.
    pub fn matter_at(&self, path: &str) -> Option<MatterId> {
        self.matters
            .binary_search_by(|matter| (*matter.file.path).cmp(path))
            .ok()
            .map(MatterId)
    }

    /// The matter in the file at a place among all files.
    pub fn matter_in(&self, file: usize) -> Option<MatterId> {
        self.in_files.get(file).copied().flatten()
    }

    /// The matters that state this code, base or local.
    pub fn by_code(&self, code: &str) -> &[MatterId] {
        self.by_code.get(code).map_or(&[], Vec::as_slice)
    }

    /// The local matters that take up this base code.
    pub fn locals_of(&self, base_code: &str) -> &[MatterId] {
        self.by_base.get(base_code).map_or(&[], Vec::as_slice)
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
        self.uppers.get(id.0).copied().flatten()
    }

    fn find_uppers(&self) -> Vec<Option<MatterId>> {
        let mut uppers = vec![None; self.matters.len()];
        for (base_code, locals) in &self.by_base {
            let base = self.base(base_code);
            let there = self.only_ones(locals);
            for local in locals {
                let division = self.matter(*local).division().unwrap_or_default();
                // In a circle of divisions nothing lies above itself.
                let above = self.registers.above(division);
                let mut above = above.take_while(|above| &*above.code != division);
                let nearest = above.find_map(|above| there.get(&*above.code).copied().flatten());
                uppers[local.0] = nearest.or(base);
            }
        }
        uppers
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
        Some(MatterId(place))
    };
    files.iter().map(matter).collect()
}

fn index<'m>(
    matters: &'m [Matter],
    key: impl Fn(&'m Matter) -> Option<&'m str>,
) -> HashMap<Box<str>, Vec<MatterId>> {
    let mut places: HashMap<Box<str>, Vec<MatterId>> = HashMap::default();
    for (place, matter) in matters.iter().enumerate() {
        if let Some(key) = key(matter) {
            places.entry(key.into()).or_default().push(MatterId(place));
        }
    }
    places
}
