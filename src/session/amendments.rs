//! What changed between two states of a catalog, matter by matter and field by field, without a checkout.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, Field, File};
use crate::levels::{Amended, Amendment, Judged, Shift, amendment, put_right};
use crate::rules::{Settings, check_file};
use crate::session::moves::moves;
use crate::session::{SessionError, document};
use crate::store::{Content, Differing, Git, Snapshot};
use crate::text::{Lines, Message};
use crate::yaml::{self, Document};

/// 改动集: what changed between two states.
pub struct Amendments {
    /// Registers and standard as they are afterwards, to name what the files speak of.
    pub catalog: Catalog,
    /// The files, by path.
    pub files: Vec<Amendment>,
}

/// The registers that name what stands in other files.
const REGISTERS: [&str; 3] = ["mulu.yaml", "divisions.yaml", BODIES];
const BODIES: &str = "bodies.yaml";

/// What changed between two snapshots, in the files that are wanted by their path below the root.
pub fn amendments(
    git: &Git,
    (old, new): (&Snapshot, &Snapshot),
    is_wanted: &dyn Fn(&str) -> bool,
    today: Date,
) -> Result<Amendments, SessionError> {
    let standard = &standard(git, new)?;
    let mut files = git.between(old, new)?;
    files.retain(|file| is_told(&file.path) && is_wanted(&file.path));
    let moved = moves(git, &mut files);
    let take = |file: &Differing, before: Option<Content>, after: Option<Content>| {
        let (before, after) = (before.map(document), after.map(document));
        let was = moved.get(&file.path).map(String::as_str);
        let sides = (before.as_ref(), after.as_ref());
        let found = amendment(standard, (&file.path, was), sides)?;
        let after = after.filter(|_| may_be_aligned(&found));
        Some((found, after))
    };
    let found = git.read_differing(&files, yaml::MAX_BYTES as u64, &take)?;
    let mut found: Vec<_> = found.into_iter().flatten().collect();
    aligned(git, new, standard, &mut found);
    let mut found: Vec<Amendment> = found.into_iter().map(|(found, _)| found).collect();
    name(git, new, &mut found);
    explain(standard, &mut found, today);
    // The register of bodies is long, and only what speaks of bodies needs it.
    let is_needed = |name: &str| name != BODIES || found.iter().any(speaks_of_bodies);
    Ok(Amendments {
        catalog: named_by(git, new, standard, &is_needed),
        files: found,
    })
}

/// What changed in one file, of which both sides are at hand.
pub fn amended(
    standard: &Arc<Standard>,
    (path, was): (&str, Option<&str>),
    (before, after): (Option<&[u8]>, Option<&[u8]>),
    today: Date,
) -> Amendments {
    let read = |bytes: Option<&[u8]>| bytes.map(|bytes| document(Content::Bytes(bytes.to_owned())));
    let (before, after) = (read(before), read(after));
    let found = amendment(standard, (path, was), (before.as_ref(), after.as_ref()));
    let mut files: Vec<Amendment> = found.into_iter().collect();
    explain(standard, &mut files, today);
    Amendments {
        catalog: Catalog::new(Arc::clone(standard), Vec::new()),
        files,
    }
}

/// The registers of a snapshot, with its standard.
pub fn registers(git: &Git, snapshot: &Snapshot) -> Result<Catalog, SessionError> {
    let standard = standard(git, snapshot)?;
    Ok(named_by(git, snapshot, &standard, &|_| true))
}

/// The standard of a snapshot; the one that the program carries where its own is broken.
fn standard(git: &Git, snapshot: &Snapshot) -> Result<Arc<Standard>, SessionError> {
    let own = Standard::with_files(&git.schemas_at(snapshot)?);
    Ok(Arc::new(own.or_else(|_| Standard::bundled())?))
}

/// The registers that name what stands in other files, as far as they are wanted.
fn named_by(
    git: &Git,
    snapshot: &Snapshot,
    standard: &Arc<Standard>,
    is_wanted: &dyn Fn(&str) -> bool,
) -> Catalog {
    let names = REGISTERS.iter().filter(|name| is_wanted(name));
    let files = names.filter_map(|name| {
        let bytes = git.read_at(snapshot, &format!("catalog/{name}"))?;
        Some(Arc::new(File::new(name, yaml::read_bytes(&bytes))))
    });
    Catalog::new(Arc::clone(standard), files.collect())
}

/// Whether a file says, or said, which body it is about.
fn speaks_of_bodies(file: &Amendment) -> bool {
    let fields = [Field::Body, Field::EntrustedBody, Field::JointBodies];
    let is_body = |judged: &Judged| {
        let field = judged.change.path.top().and_then(Field::from_key);
        field.is_some_and(|field| fields.contains(&field))
    };
    file.fields().iter().any(is_body)
}

/// Whether a file is one of the catalog or of its standard.
fn is_told(path: &str) -> bool {
    let is_hidden = path.split('/').any(|part| part.starts_with('.'));
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    !is_hidden && matches!(ending, Some("yaml" | "yml" | "json"))
}

/// Whether a file changed something that the base matter may say too.
fn may_be_aligned(file: &Amendment) -> bool {
    let is_locked = |judged: &Judged| judged.shift == Shift::Locked;
    file.inner().starts_with("local/") && file.fields().iter().any(is_locked)
}

/// Tells of local matters what was put right from what was set apart.
fn aligned(
    git: &Git,
    new: &Snapshot,
    standard: &Standard,
    files: &mut [(Amendment, Option<Document>)],
) {
    let mut bases: HashMap<String, Option<Document>> = HashMap::new();
    for (file, after) in files {
        let (Some(after), Some(code)) = (after, file.subject.base_code.clone()) else {
            continue;
        };
        let base = bases.entry(code);
        let base = base.or_insert_with_key(|code| base_of(git, new, code));
        if let (Some(base), Amended::Fields(fields)) = (base, &mut file.what) {
            put_right(standard, fields, after, base);
        }
    }
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

pub(super) fn base_name(git: &Git, snapshot: &Snapshot, code: &str) -> Option<String> {
    let base = base_of(git, snapshot, code)?;
    Some(base.root()?.get("name")?.text()?.to_owned())
}

/// The base matter of a code.
fn base_of(git: &Git, snapshot: &Snapshot, code: &str) -> Option<Document> {
    // The fifth and sixth digit stand for the department, which is the folder.
    let department = code.get(4..6)?;
    let bytes = git.read_at(snapshot, &format!("catalog/base/{department}/{code}.yaml"))?;
    Some(yaml::read_bytes(&bytes))
}

/// Says of each file that cannot be told by fields what is wrong with it: afterwards, else before.
fn explain(standard: &Arc<Standard>, files: &mut [Amendment], today: Date) {
    for file in files {
        if let Amended::Text(sides) = &file.what {
            let [before, after] = sides
                .each_ref()
                .map(|text| fault(standard, file.inner(), text, today));
            file.fault = after.or(before);
        }
    }
}

/// What stops the reading of a text, and in which line.
fn fault(
    standard: &Arc<Standard>,
    path: &str,
    text: &str,
    today: Date,
) -> Option<(usize, Message)> {
    let file = Arc::new(File::new(path, yaml::read(text)));
    if file.document().is_editable() {
        return None;
    }
    let catalog = Catalog::new(Arc::clone(standard), vec![Arc::clone(&file)]);
    let found = check_file(&catalog, path, Settings { today });
    let first = found.into_iter().min_by_key(|finding| finding.span.start)?;
    let place = Lines::new(text).place(text, first.span.start as usize);
    Some((place.line, first.message))
}
