//! How far what changed reaches: which files are judged anew, and what must be at hand for that.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File, FileKind, Matter, Registers};
use crate::rules::{Anew, Judged, Settings, Tie, TieKind, judge_again, ties};
use crate::session::kept::index::{Shelves, Tied};
use crate::session::kept::rows::{self, Row};
use crate::session::kept::then::Then;
use crate::session::since::{Change, Codes, members};
use crate::session::{SessionError, document};
use crate::store::Root;
use crate::yaml;

/// The kinds of ties whose groups rules speak of, those of all base matters apart.
const GROUPS: [TieKind; 4] = [
    TieKind::Code,
    TieKind::Name,
    TieKind::LocalCode,
    TieKind::Address,
];

/// 波及: what is judged anew, and what is at hand for it.
pub(super) struct Reach<'t, 'i> {
    then: &'t Then<'i>,
    shelves: Shelves<'i>,
    tied: Tied,
    past: HashSet<u32>,
    standard: &'t Arc<Standard>,
    others: Vec<Arc<File>>,
    changes: Vec<Change>,
    /// The matters that are as they were, by their rows.
    at_hand: BTreeMap<u32, Arc<File>>,
    /// The files that are judged anew, gone ones among them.
    files: HashSet<Box<str>>,
    /// The files of the groups that are.
    groups: HashMap<TieKind, HashSet<Box<str>>>,
}

impl<'t, 'i> Reach<'t, 'i> {
    /// What changed; `None` if the index is damaged.
    pub(super) fn of(
        root: &Root,
        then: &'t Then<'i>,
        standard: &'t Arc<Standard>,
    ) -> Result<Option<Reach<'t, 'i>>, SessionError> {
        let mut shelves = Shelves::new(then.index, then.rows.len());
        let others = others(root, then)?;
        let (Some(tied), Some(mut changes)) = (then.index.ties(), then.changes(&mut shelves))
        else {
            return Ok(None);
        };
        let is_new = |path: &str| {
            let other = then.others.iter().find(|other| other.path == path);
            other.is_some_and(|other| then.known(other).is_none_or(|known| known.id != other.id))
        };
        let new = others.iter().filter(|file| is_new(&file.path));
        changes.extend(new.map(|file| Change {
            path: file.path.clone(),
            before: None,
            after: Some(Arc::clone(file)),
        }));
        Ok(Some(Reach {
            past: then.past(),
            then,
            shelves,
            tied,
            standard,
            others,
            changes,
            at_hand: BTreeMap::new(),
            files: HashSet::new(),
            groups: HashMap::new(),
        }))
    }

    /// How many files are judged anew.
    pub(super) fn size(&self) -> usize {
        self.files.len()
    }

    /// Everything found last time, as it is now; `None` if the index is damaged.
    pub(super) fn judge(
        &mut self,
        judged: &[Judged],
        is_another_day: bool,
        settings: Settings,
    ) -> Option<Vec<Judged>> {
        self.look(judged, is_another_day)?;
        let mut needs_all = judged.iter().any(Judged::hangs_on_all);
        loop {
            if needs_all {
                let all = 0..u32::try_from(self.then.rows.len()).ok()?;
                self.take(all)?;
            }
            let catalog = self.catalog(|change| &change.after);
            let files: HashSet<&str> = self.files.iter().map(|path| &**path).collect();
            let groups = |kind: TieKind, path: &str| self.is_anew(kind, path, needs_all);
            let anew = Anew {
                files: &files,
                groups: &groups,
            };
            let found = judge_again(judged.to_vec(), &anew, &catalog, settings);
            if needs_all || !found.iter().any(Judged::hangs_on_all) {
                return Some(found);
            }
            needs_all = true;
        }
    }

    /// Whether a rule that speaks of groups must look anew at that of a file.
    fn is_anew(&self, kind: TieKind, path: &str, has_all: bool) -> bool {
        let is_base = FileKind::of(path) == FileKind::Base;
        let is_own = || self.changes.iter().any(|change| &*change.path == path);
        let is_tied = || {
            self.groups
                .get(&kind)
                .is_some_and(|paths| paths.contains(path))
        };
        match kind {
            TieKind::Bases => self.has_base(),
            TieKind::Code if has_all && is_base => true,
            _ => is_tied() || is_own(),
        }
    }

    /// Whether a base matter changed, came or went.
    fn has_base(&self) -> bool {
        let mut changes = self.changes.iter();
        changes.any(|change| FileKind::of(&change.path) == FileKind::Base)
    }

    /// Finds who feels what changed, and takes to hand what they are judged by.
    fn look(&mut self, judged: &[Judged], is_another_day: bool) -> Option<()> {
        let registers = Registers::read(self.others.iter());
        let codes = Codes::of(&self.changes, &registers);
        let stems = self.stems();
        let mut wanted = codes.ties(&self.changes, &self.others, self.standard);
        wanted.extend(stems.iter().map(|stem| Tie::of_base_code(stem)));
        let bundles = self.bundles(&codes, is_another_day);
        let in_bundles = bundles.iter().flat_map(|bundle| members(bundle));
        wanted.extend(in_bundles.map(Tie::of_base_code));
        let (close, far): (Vec<Tie>, Vec<Tie>) = wanted.iter().partition(|tie| tie.is_close());
        let mut rows = self.waiting(judged, is_another_day);
        rows.extend(self.tied(&close));
        self.take_with_family(rows)?;
        let far = self.tied(&far);
        let needs_family = |row: &u32| {
            let row = self.then.rows.get(*row as usize);
            !registers.manifest.scopes.is_empty() || row.is_some_and(Row::is_ending)
        };
        let (with_family, alone): (Vec<u32>, Vec<u32>) = far.into_iter().partition(needs_family);
        self.take_with_family(with_family)?;
        self.take(alone)?;
        self.feel(&codes, &stems, &bundles, is_another_day);
        let waiting = self.waiting(judged, is_another_day);
        let waiting = waiting.iter().filter_map(|row| self.at_hand.get(row));
        self.files
            .extend(waiting.map(|file| file.path.clone()).collect::<Vec<_>>());
        self.gather()
    }

    /// The names of the base matters' files that changed: whoever takes up such a code is told where it is.
    fn stems(&self) -> Vec<Box<str>> {
        let bases = self.changes.iter().flat_map(Change::both);
        let bases = bases.filter(|file| file.kind == FileKind::Base);
        bases.map(|file| file.stem().into()).collect()
    }

    /// The bundles that feel what changed.
    fn bundles(&self, codes: &Codes, is_another_day: bool) -> Vec<Arc<File>> {
        let is_any = is_another_day || self.has_base();
        let bundles = self.others.iter();
        let feels = |file: &&Arc<File>| {
            file.kind == FileKind::Bundle && (is_any || codes.touch(file) || self.is_own(file))
        };
        bundles.filter(feels).cloned().collect()
    }

    fn is_own(&self, file: &File) -> bool {
        self.changes.iter().any(|change| change.path == file.path)
    }

    /// The rows of matters that are judged anew without being tied to what changed: on another day, those that
    /// state something that ends; and where a base matter came or went, those that look for one.
    fn waiting(&self, judged: &[Judged], is_another_day: bool) -> Vec<u32> {
        let mut waiting = Vec::new();
        if is_another_day {
            let rows = (0..).zip(self.then.rows).filter(|(_, row)| row.is_ending());
            waiting.extend(rows.map(|(row, _)| row));
        }
        if self.has_base() {
            let seeking = judged.iter().filter(|judged| judged.seeks_a_base());
            let rows =
                seeking.filter_map(|judged| rows::find(self.then.rows, &judged.finding.file.path));
            waiting.extend(rows);
        }
        waiting
    }

    /// Notes who feels what changed.
    fn feel(
        &mut self,
        codes: &Codes,
        stems: &[Box<str>],
        bundles: &[Arc<File>],
        is_another_day: bool,
    ) {
        let before = self.catalog(|change| &change.before);
        let after = self.catalog(|change| &change.after);
        let mut files: HashSet<Box<str>> = HashSet::new();
        files.extend(self.changes.iter().map(|change| change.path.clone()));
        files.extend(codes.felt(&self.changes, (&before, &after)));
        files.extend(codes.felt(&self.changes, (&after, &before)));
        for catalog in [&before, &after] {
            let locals = stems.iter().flat_map(|stem| catalog.locals_of(stem));
            files.extend(locals.map(|id| catalog.matter(*id).file.path.clone()));
        }
        files.extend(bundles.iter().map(|file| file.path.clone()));
        let feels = |file: &&Arc<File>| file.kind == FileKind::Manifest || is_another_day;
        let others = self.others.iter().filter(feels);
        files.extend(others.map(|file| file.path.clone()));
        let was = self.then.ground.others.iter().map(|other| &*other.path);
        let is_gone = |path: &&str| !self.others.iter().any(|file| *file.path == **path);
        files.extend(was.filter(is_gone).map(Box::from));
        self.files.extend(files);
    }

    /// Takes the groups to hand of which rules speak anew: those of what changed, and by name those of all who
    /// feel it, since whether a name counts may hang on what a matter follows.
    fn gather(&mut self) -> Option<()> {
        let after = self.catalog(|change| &change.after);
        let felt = self.files.iter().filter_map(|path| after.file(path));
        let felt = felt.flat_map(|file| ties(file, self.standard));
        let named: HashSet<Tie> = felt.filter(|tie| tie.is_of(TieKind::Name)).collect();
        let own = self.changes.iter().flat_map(Change::both);
        let own = own.flat_map(|file| ties(file, self.standard));
        let all: HashSet<Tie> = own.chain(named.iter().copied()).collect();
        for tie in all {
            let Some(kind) = GROUPS.into_iter().find(|kind| tie.is_of(*kind)) else {
                continue;
            };
            let rows = self
                .tied
                .rows(tie)
                .filter_map(|row| self.then.rows.get(row as usize));
            let paths = rows.map(|row| row.path().into());
            self.groups.entry(kind).or_default().extend(paths);
        }
        let named: Vec<Tie> = named.into_iter().collect();
        let rows = self.tied(&named);
        self.take_with_family(rows)
    }

    fn catalog(&self, side: fn(&Change) -> &Option<Arc<File>>) -> Catalog {
        let own = self
            .changes
            .iter()
            .filter_map(|change| side(change).clone());
        let others = self
            .others
            .iter()
            .filter(|file| !self.is_own(file))
            .cloned();
        let files = others.chain(self.at_hand.values().cloned()).chain(own);
        Catalog::new(Arc::clone(self.standard), files.collect())
    }

    /// The rows that have one of some ties.
    fn tied(&self, ties: &[Tie]) -> Vec<u32> {
        ties.iter().flat_map(|tie| self.tied.rows(*tie)).collect()
    }

    /// Takes the matters of some rows to hand, with all of their base codes and all of their codes.
    fn take_with_family(&mut self, rows: Vec<u32>) -> Option<()> {
        let mut family: HashSet<Tie> = HashSet::new();
        self.shelves.open(&rows)?;
        for row in rows {
            if self.past.contains(&row) {
                continue;
            }
            self.take([row])?;
            let matter = self.at_hand.get(&row).and_then(Matter::read);
            let own = matter.iter().flat_map(|matter| {
                let code = matter.code().map(|code| Tie::of_code(code.value));
                let base = matter.base_code().map(|code| Tie::of_base_code(code.value));
                code.into_iter().chain(base)
            });
            family.extend(own);
        }
        let family: Vec<Tie> = family.into_iter().collect();
        let rows = self.tied(&family);
        self.shelves.open(&rows)?;
        self.take(rows)
    }

    fn take(&mut self, rows: impl IntoIterator<Item = u32>) -> Option<()> {
        for row in rows {
            if !self.past.contains(&row) && !self.at_hand.contains_key(&row) {
                let file = self.then.kept(row, &mut self.shelves)?;
                self.at_hand.insert(row, file);
            }
        }
        Some(())
    }
}

/// Everything that is no matter, read.
fn others(root: &Root, then: &Then<'_>) -> Result<Vec<Arc<File>>, SessionError> {
    let open = |path: &str| {
        let raw = root.read_raw(path, yaml::MAX_BYTES as u64)?;
        Ok(raw.map(|raw| Arc::new(File::new(path, document(raw.content)))))
    };
    let files = then.others.par_iter();
    files
        .filter_map(|other| open(&other.path).transpose())
        .collect()
}
