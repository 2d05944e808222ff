//! The catalog as it was before a change, as far as it must be looked at, and as it is now.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File, FileKind, Matter, Reader, Registers};
use crate::rules::{Settings, Tie, check_catalog, check_part, register_ties};
use crate::session::since::index::{Index, standard_of};
use crate::session::since::reach::{Codes, Reach, by_tie};
use crate::session::since::registers::{self, Stirred, is_register};
use crate::session::since::{Change, Sides, changes};
use crate::session::{SessionError, document, parse};
use crate::store::{Blob, Blobs, Content, Differing, Git, RawFile, Revision, Snapshot, StoreError};
use crate::yaml;

/// An index that is further away from the commit at hand is made anew.
const MOST_BETWEEN: usize = 2_000;

/// 底本: the catalog as it was before.
pub(super) struct Ground<'g> {
    git: &'g Git,
    schemas: HashMap<String, String>,
    standard: Arc<Standard>,
    /// Everything that is no matter.
    others: Vec<Arc<File>>,
    index: Option<Index>,
    /// What changed from the commit of the index to this one.
    moved: Vec<Change>,
}

impl<'g> Ground<'g> {
    pub(super) fn read(
        git: &'g Git,
        old: &Snapshot,
        cache: Option<&Path>,
    ) -> Result<Ground<'g>, SessionError> {
        let Snapshot::Revision(old) = old else {
            return Ok(Ground {
                git,
                schemas: HashMap::new(),
                standard: Arc::new(Standard::with_files(&HashMap::new())?),
                others: Vec::new(),
                index: None,
                moved: Vec::new(),
            });
        };
        let schemas = git.read_schemas(old)?;
        let standard = Arc::new(Standard::with_files(&schemas)?);
        let open = |raw: RawFile| Arc::new(parse(raw));
        let is_other = |name: &str| !matches!(name, "base" | "local");
        let others = git.read_files_where(old, yaml::MAX_BYTES as u64, &is_other, &open)?;
        let (index, moved) = index(git, old, (&standard, standard_of(&schemas)), cache)?;
        Ok(Ground {
            git,
            schemas,
            standard,
            others,
            index,
            moved,
        })
    }

    /// Both catalogs, checked as far as the change reaches.
    pub(super) fn sides(
        &self,
        mut changes: Vec<Change>,
        differing: &[Differing],
        mut reach: Reach,
        settings: Settings,
    ) -> Result<Sides, SessionError> {
        let after = self.standard_after(differing)?;
        let has_registers = changes.iter().any(is_register);
        if has_registers && reach == Reach::Tied {
            match self.stirred(&changes) {
                Some(stirred) => changes.extend(stirred),
                None => reach = Reach::All,
            }
        }
        let changes = &*changes;
        let shared = self.shared(changes, reach);
        let with = |standard: &Arc<Standard>, side: fn(&Change) -> &Option<Arc<File>>| {
            let own = changes.iter().filter_map(|change| side(change).clone());
            Catalog::new(
                Arc::clone(standard),
                shared.iter().cloned().chain(own).collect(),
            )
        };
        let before = with(&self.standard, |change| &change.before);
        let after = with(&after, |change| &change.after);
        let paths = changes.iter().map(|change| change.path.clone());
        let mut felt: BTreeSet<Box<str>> = paths.collect();
        if reach == Reach::All {
            let found = [&before, &after].map(|catalog| check_catalog(catalog, settings));
            return Ok(Sides::new((before, after), found, felt, reach));
        }
        let codes = Codes::of(changes, &before.registers);
        felt.extend(codes.felt(changes, (&before, &after)));
        felt.extend(codes.felt(changes, (&after, &before)));
        // Bundles and the manifest speak of matters, and are few; registers speak of each other.
        let speaking = shared.iter().filter(|file| match file.kind {
            FileKind::Bundle | FileKind::Manifest => true,
            kind => has_registers && registers::is_one(kind),
        });
        let paths: Vec<&str> = felt.iter().map(|path| &**path).collect();
        let paths: Vec<&str> = paths
            .into_iter()
            .chain(speaking.map(|file| &*file.path))
            .collect();
        let found = [&before, &after].map(|catalog| check_part(catalog, &paths, settings));
        Ok(Sides::new((before, after), found, felt, reach))
    }

    /// The matters that the edit of registers may tell on, as if each was changed and said the same again; `None`
    /// if they are so many that all may as well be looked at.
    fn stirred(&self, changes: &[Change]) -> Option<Vec<Change>> {
        let own: HashSet<&str> = changes.iter().map(|change| &*change.path).collect();
        let stays = |file: &&Arc<File>| !own.contains(&*file.path);
        let before: Vec<&Arc<File>> = self.others.iter().collect();
        let kept = before.iter().copied().filter(stays);
        let mut after: Vec<&Arc<File>> = kept.collect();
        after.extend(changes.iter().filter_map(|change| change.after.as_ref()));
        after.sort_by(|one, other| one.path.cmp(&other.path));
        let [was, is] = [&before, &after].map(|files| Registers::read(files.iter().copied()));
        let stirred = Stirred::of((&was, &before), (&is, &after))?;
        let gone: HashSet<&str> = self.moved.iter().map(|change| &*change.path).collect();
        let index = self.index.as_ref()?;
        let numbers = index.tied_to_registers(|tie| stirred.has(tie));
        if numbers.len() * 3 > index.len() as usize {
            return None;
        }
        let mut files = self.numbered(numbers);
        files.retain(|file| !gone.contains(&*file.path));
        let moved = self.moved.iter().filter_map(|change| change.after.clone());
        files.extend(
            moved.filter(|file| register_ties(file).into_iter().any(|tie| stirred.has(tie))),
        );
        files.retain(|file| stays(&file));
        let same = |file: Arc<File>| Change {
            path: file.path.clone(),
            before: Some(Arc::clone(&file)),
            after: Some(file),
        };
        Some(files.into_iter().map(same).collect())
    }

    fn standard_after(&self, differing: &[Differing]) -> Result<Arc<Standard>, SessionError> {
        let own = |file: &Differing| {
            let name = file.path.strip_prefix("schemas/")?;
            (!name.contains('/')).then(|| name.to_owned())
        };
        if !differing.iter().any(|file| own(file).is_some()) {
            return Ok(Arc::clone(&self.standard));
        }
        let mut schemas = self.schemas.clone();
        for file in differing {
            let Some(name) = own(file) else { continue };
            match &file.after {
                Some(blob) => {
                    let content = self.git.read_blob(blob, u64::MAX)?;
                    schemas.insert(name, text_of(content));
                }
                None => drop(schemas.remove(&name)),
            }
        }
        Ok(Arc::new(Standard::with_files(&schemas)?))
    }

    /// The files that are the same before and now, as far as they must be at hand.
    fn shared(&self, changes: &[Change], reach: Reach) -> Vec<Arc<File>> {
        let own: HashSet<&str> = changes.iter().map(|change| &*change.path).collect();
        let stays = |file: &Arc<File>| !own.contains(&*file.path);
        let moved = self.moved.iter().filter_map(|change| change.after.clone());
        let mut shared: BTreeMap<Box<str>, Arc<File>> = BTreeMap::new();
        let mut add = |file: Arc<File>| drop(shared.insert(file.path.clone(), file));
        let others = self.others.iter().filter(|file| stays(file));
        others.cloned().for_each(&mut add);
        let wanted = match reach {
            Reach::All => {
                moved.filter(stays).for_each(&mut add);
                None
            }
            Reach::Tied => {
                let by_tie = by_tie(moved.filter(stays), &self.standard);
                let wanted = self.wanted(changes, &by_tie);
                let tied = wanted.iter().filter_map(|tie| by_tie.get(tie)).flatten();
                tied.cloned().for_each(&mut add);
                Some(wanted)
            }
        };
        let gone: HashSet<&str> = self.moved.iter().map(|change| &*change.path).collect();
        let is_there = |file: &Arc<File>| stays(file) && !gone.contains(&*file.path);
        self.indexed(wanted)
            .into_iter()
            .filter(is_there)
            .for_each(&mut add);
        shared.into_values().collect()
    }

    /// The ties that count: those of the changed files, and the base codes of whoever is judged beside them by
    /// what it follows.
    fn wanted(&self, changes: &[Change], moved: &HashMap<Tie, Vec<Arc<File>>>) -> HashSet<Tie> {
        let registers = Registers::read(self.others.iter());
        let codes = Codes::of(changes, &registers);
        let mut wanted = codes.ties(changes, &self.others, &self.standard);
        let close: Vec<Tie> = wanted
            .iter()
            .copied()
            .filter(|tie| tie.is_close())
            .collect();
        let kept = self.indexed(Some(close.iter().copied().collect()));
        let moved = close.iter().filter_map(|tie| moved.get(tie)).flatten();
        for file in kept.iter().chain(moved) {
            let code = Matter::read(file);
            let code = code.as_ref().and_then(Matter::base_code);
            wanted.extend(code.map(|code| Tie::of_base_code(code.value)));
        }
        wanted
    }

    /// The matters of the index that have one of some ties, or all.
    fn indexed(&self, wanted: Option<HashSet<Tie>>) -> Vec<Arc<File>> {
        let Some(index) = &self.index else {
            return Vec::new();
        };
        self.numbered(match wanted {
            Some(wanted) => wanted.into_iter().flat_map(|tie| index.tied(tie)).collect(),
            None => (0..index.len()).collect(),
        })
    }

    /// The matters with some numbers in the index, read when they must be.
    fn numbered(&self, numbers: BTreeSet<u32>) -> Vec<Arc<File>> {
        let Some(index) = &self.index else {
            return Vec::new();
        };
        let kept: Vec<_> = numbers
            .into_iter()
            .filter_map(|number| index.kept(number))
            .collect();
        let blobs = kept
            .iter()
            .map(|kept| (kept.path.clone(), kept.blob.clone()));
        let reader = reader(self.git.blobs(), blobs.collect());
        let file = |kept: super::index::Kept| {
            Arc::new(File::packed(&kept.path, kept.facts, reader.clone()))
        };
        kept.into_iter().map(file).collect()
    }
}

/// The index that is nearest to a commit, and what changed since its own.
fn index(
    git: &Git,
    old: &Revision,
    standard: (&Standard, u64),
    cache: Option<&Path>,
) -> Result<(Option<Index>, Vec<Change>), SessionError> {
    if let Some(index) = Index::open(git, cache, standard.1)
        && let Ok(then) = git.revision(&index.revision)
    {
        if then.id == old.id {
            return Ok((Some(index), Vec::new()));
        }
        let (then, now) = (Snapshot::Revision(then), Snapshot::Revision(old.clone()));
        let differing = git.between(&then, &now)?;
        if differing.len() <= MOST_BETWEEN {
            return Ok((Some(index), changes(git, &differing)?));
        }
    }
    Ok((Index::make(git, old, standard, cache)?, Vec::new()))
}

fn reader(blobs: Blobs, by_path: HashMap<Box<str>, Blob>) -> Reader {
    Reader::new(move |path| {
        let content = by_path
            .get(path)
            .map(|blob| blobs.read(blob, yaml::MAX_BYTES as u64));
        let content: Option<Result<Content, StoreError>> = content;
        content
            .and_then(Result::ok)
            .map(document)
            .unwrap_or_default()
    })
}

fn text_of(content: Content) -> String {
    match content {
        Content::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Content::TooLarge(_) => String::new(),
    }
}
