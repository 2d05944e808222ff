//! What a file is called where the catalog as a whole is not at hand: by its own text, the registers and, where it
//! leaves its name to the base matter, by that.

use crate::catalog::{Catalog, FileKind};
use crate::change::FileChange;
use crate::session::amendments::base_name;
use crate::store::{Git, Snapshot};
use crate::text::{Lang, words};
use crate::yaml::read;

/// The place and the name of the matter in a changed file; its path where it holds none.
pub fn called(catalog: &Catalog, git: &Git, change: &FileChange, lang: Lang) -> String {
    let place = match FileKind::of(&change.path) {
        FileKind::Base => words("基本目录", "Base").of(lang).to_owned(),
        FileKind::Local => {
            let code = change.path.split('/').nth(1).unwrap_or_default();
            let division = catalog.registers.division(code);
            division.map_or_else(|| code.to_owned(), |division| division.name.to_string())
        }
        _ => return change.path.to_string(),
    };
    match name(git, change) {
        Some(name) => format!("{place} · {name}"),
        None => change.path.to_string(),
    }
}

fn name(git: &Git, change: &FileChange) -> Option<String> {
    let text = change.after.clone().or_else(|| change.before.clone())?;
    let document = read(text);
    let root = document.root()?;
    let said = |key: &str| Some(root.get(key)?.text()?.to_owned());
    said("name").or_else(|| base_name(git, &Snapshot::WorkTree, &said("base_code")?))
}
