//! What changed between two states of a catalog, matter by matter and field by field, without a checkout.

use std::collections::HashMap;
use std::sync::Arc;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File};
use crate::levels::{Amendment, Fate, amendment};
use crate::session::moves::moves;
use crate::session::{SessionError, document};
use crate::store::{Content, Differing, Git, Snapshot};
use crate::yaml::{self, Document};

/// 改动集: what changed between two states.
pub struct Amendments {
    /// Registers and standard as they are afterwards, to name what the files speak of.
    pub catalog: Catalog,
    /// The files, by path.
    pub files: Vec<Amendment>,
}

/// The registers that name what stands in other files.
const REGISTERS: [&str; 3] = ["mulu.yaml", "divisions.yaml", "bodies.yaml"];

/// What changed between two snapshots, in the files that are wanted by their path below the root.
pub fn amendments(
    git: &Git,
    (old, new): (&Snapshot, &Snapshot),
    is_wanted: &dyn Fn(&str) -> bool,
) -> Result<Amendments, SessionError> {
    let catalog = registers(git, new)?;
    let mut files = git.between(old, new)?;
    files.retain(|file| is_told(&file.path) && is_wanted(&file.path));
    let moved = moves(git, &mut files);
    let standard = &catalog.standard;
    let take = |file: &Differing, before: Option<Content>, after: Option<Content>| {
        let (before, after) = (before.map(document), after.map(document));
        let was = moved.get(&file.path).map(String::as_str);
        amendment(
            standard,
            (&file.path, was),
            (before.as_ref(), after.as_ref()),
        )
    };
    let found = git.read_differing(&files, yaml::MAX_BYTES as u64, &take)?;
    let mut found: Vec<Amendment> = found.into_iter().flatten().collect();
    name(git, new, &mut found);
    Ok(Amendments {
        catalog,
        files: found,
    })
}

/// What changed in one file, of which both sides are at hand.
pub fn amended(
    standard: &Arc<Standard>,
    (path, was): (&str, Option<&str>),
    (before, after): (Option<&[u8]>, Option<&[u8]>),
) -> Amendments {
    let read = |bytes: Option<&[u8]>| bytes.map(|bytes| document(Content::Bytes(bytes.to_owned())));
    let (before, after) = (read(before), read(after));
    let found = amendment(standard, (path, was), (before.as_ref(), after.as_ref()));
    Amendments {
        catalog: Catalog::new(Arc::clone(standard), Vec::new()),
        files: found.into_iter().collect(),
    }
}

/// The registers of a snapshot, with its standard; with the one that the program carries where its own is broken.
fn registers(git: &Git, snapshot: &Snapshot) -> Result<Catalog, SessionError> {
    let own = Standard::with_files(&git.schemas_at(snapshot)?);
    let standard = own.or_else(|_| Standard::bundled())?;
    let files = REGISTERS.iter().filter_map(|name| {
        let bytes = git.read_at(snapshot, &format!("catalog/{name}"))?;
        Some(Arc::new(File::new(name, yaml::read_bytes(&bytes))))
    });
    Ok(Catalog::new(Arc::new(standard), files.collect()))
}

/// Whether a file is one of the catalog or of its standard.
fn is_told(path: &str) -> bool {
    let is_hidden = path.split('/').any(|part| part.starts_with('.'));
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    !is_hidden && matches!(ending, Some("yaml" | "yml" | "json"))
}

/// A local matter that leaves its name to the base matter is called by that.
fn name(git: &Git, snapshot: &Snapshot, files: &mut [Amendment]) {
    let mut known: HashMap<String, Option<String>> = HashMap::new();
    for file in files.iter_mut().filter(|file| file.subject.name.is_none()) {
        let Some(code) = file.subject.base_code.clone() else {
            continue;
        };
        let name = known
            .entry(code.clone())
            .or_insert_with(|| base_name(git, snapshot, &code));
        file.subject.name.clone_from(name);
    }
}

fn base_name(git: &Git, snapshot: &Snapshot, code: &str) -> Option<String> {
    // The fifth and sixth digit stand for the department, which is the folder.
    let department = code.get(4..6)?;
    let bytes = git.read_at(snapshot, &format!("catalog/base/{department}/{code}.yaml"))?;
    let base: Document = yaml::read_bytes(&bytes);
    Some(base.root()?.get("name")?.text()?.to_owned())
}

impl Amendments {
    /// How many files came, went, moved, and changed otherwise.
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for file in &self.files {
            let place = match (file.fate, &file.was) {
                (Fate::New, _) => 0,
                (Fate::Gone, _) => 1,
                (Fate::Changed, Some(_)) => 2,
                (Fate::Changed, None) => 3,
            };
            counts[place] += 1;
        }
        counts
    }
}
