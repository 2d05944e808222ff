//! The catalog in memory: its files, its matters, and who follows whom.

use std::collections::HashMap;
use std::sync::Arc;

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
    by_code: HashMap<Box<str>, Vec<MatterId>>,
    by_base: HashMap<Box<str>, Vec<MatterId>>,
}

/// The number of a matter in its catalog; matters stand in the order of their paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MatterId(usize);

impl Catalog {
    /// Builds the catalog from its files.
    pub fn new(standard: Arc<Standard>, mut files: Vec<Arc<File>>) -> Catalog {
        files.sort_by(|left, right| left.path.cmp(&right.path));
        let matters: Vec<Matter> = files.iter().filter_map(Matter::read).collect();
        Catalog {
            standard,
            registers: Registers::read(files.iter()),
            by_code: index(&matters, |matter| matter.code().map(|code| code.value)),
            by_base: index(&matters, |matter| {
                let local = matter.floor == Floor::Local;
                matter.base_code().filter(|_| local).map(|code| code.value)
            }),
            files,
            matters,
        }
    }

    /// The catalog with some files put in place of those at the same paths, and others taken away.
    #[must_use]
    pub fn with_files(&self, changed: Vec<Arc<File>>, removed: &[&str]) -> Catalog {
        let gone =
            |path: &str| removed.contains(&path) || changed.iter().any(|file| &*file.path == path);
        let mut files: Vec<_> = self
            .files
            .iter()
            .filter(|file| !gone(&file.path))
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
        let matter = self.matter(id);
        let base_code = matter.base_code()?.value;
        let division = matter.division()?;
        let locals = self.locals_of(base_code);
        let only_one_at = |division: &str| {
            let mut there = locals
                .iter()
                .copied()
                .filter(|local| self.matter(*local).division() == Some(division));
            there.next().filter(|_| there.next().is_none())
        };
        self.registers
            .above(division)
            .find_map(|above| only_one_at(&above.code))
            .or_else(|| self.base(base_code))
    }

    /// The matters above one, nearest first, the base matter last.
    pub fn uppers(&self, id: MatterId) -> impl Iterator<Item = MatterId> {
        std::iter::successors(self.upper(id), |upper| self.upper(*upper)).take(8)
    }
}

fn index<'m>(
    matters: &'m [Matter],
    key: impl Fn(&'m Matter) -> Option<&'m str>,
) -> HashMap<Box<str>, Vec<MatterId>> {
    let mut places: HashMap<Box<str>, Vec<MatterId>> = HashMap::new();
    for (place, matter) in matters.iter().enumerate() {
        if let Some(key) = key(matter) {
            places.entry(key.into()).or_default().push(MatterId(place));
        }
    }
    places
}
