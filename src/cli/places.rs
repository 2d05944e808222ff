//! From what a person typed to a place: a division by code or name, a level, the base catalog; in the work
//! tree or in a revision.

use std::sync::Arc;

use crate::catalog::{Catalog, Division};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::find;
use crate::levels::{Scope, Side, View};
use crate::session::load_revision;
use crate::store::Git;
use crate::text::{Words, words};

/// What the levels are called, by their digits.
const LEVELS: [(&str, &[&str]); 6] = [
    ("1", &["国家级", "国家", "national", "nation"]),
    ("2", &["省级", "省", "自治区", "provincial", "province"]),
    ("3", &["市级", "市", "设区市", "city"]),
    ("4", &["县级", "县", "区级", "区", "区县", "county"]),
    ("5", &["乡级", "镇级", "街道级", "乡镇", "township"]),
    ("6", &["村级", "村", "社区", "village"]),
];
const NO_PLACE: Words = words(
    "没有地区或层级“{typed}”",
    "there is no division or level {typed}",
);
const NEAR: Words = words("相近的有{near}", "near ones:{near}");
const WRITE: Words = words(
    "写区划代码、地区名称、层级（省级、4）或 base；版本写在前面，如 HEAD~3:330106",
    "give a division's code or name, a level (county, 4) or base; a revision goes before, as HEAD~3:330106",
);
const SEVERAL: Words = words(
    "有几个地区叫“{typed}”",
    "several divisions are called {typed}",
);
const NAME_CODE: Words = words("写代码：{near}", "give the code:{near}");

/// As many near ones are listed.
const MOST_NEAR: usize = 8;

/// 所写: a place as typed, with the revision before its colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Typed<'t> {
    revision: Option<&'t str>,
    place: &'t str,
}

impl Typed<'_> {
    /// Takes `rev:place` apart. A revision may hold no colon, a place neither.
    pub(super) fn read(text: &str) -> Typed<'_> {
        match text.rsplit_once([':', '：']) {
            Some((revision, place)) => Typed {
                revision: Some(revision).filter(|revision| !revision.is_empty()),
                place,
            },
            None => Typed {
                revision: None,
                place: text,
            },
        }
    }
}

/// 书架: the catalogs that a command line speaks of, each read once.
pub(super) struct Shelf {
    catalogs: Vec<(Option<String>, Arc<Catalog>)>,
}

impl Shelf {
    /// Reads what the typed places need; the work tree if there are none.
    pub(super) fn read(call: &Call<'_>, typed: &[Typed<'_>]) -> Result<Shelf, Failure> {
        let mut shelf = Shelf {
            catalogs: Vec::new(),
        };
        let revisions = typed.iter().map(|typed| typed.revision);
        for revision in revisions.chain(typed.is_empty().then_some(None)) {
            if !shelf
                .catalogs
                .iter()
                .any(|(known, _)| known.as_deref() == revision)
            {
                let catalog = read(call, revision)?;
                shelf.catalogs.push((revision.map(str::to_owned), catalog));
            }
        }
        Ok(shelf)
    }

    /// The catalog of the first place.
    pub(super) fn first(&self) -> Option<View<'_>> {
        self.catalogs.first().map(|(revision, catalog)| View {
            catalog,
            revision: revision.as_deref(),
        })
    }

    /// One typed place as a side of a comparison.
    pub(super) fn side(&self, typed: Typed<'_>) -> Result<Side<'_>, Failure> {
        let mut catalogs = self.catalogs.iter();
        let found = catalogs.find(|(revision, _)| revision.as_deref() == typed.revision);
        let (revision, catalog) = found.ok_or_else(|| no_place(None, typed.place))?;
        Ok(Side {
            view: View {
                catalog,
                revision: revision.as_deref(),
            },
            scope: scope(catalog, typed.place)?,
        })
    }
}

fn read(call: &Call<'_>, revision: Option<&str>) -> Result<Arc<Catalog>, Failure> {
    let Some(revision) = revision else {
        return Ok(Arc::clone(call.open()?.catalog()));
    };
    let git = Git::open(&call.root()?)?;
    let revision = git.revision(revision)?;
    Ok(Arc::new(load_revision(&git, &revision)?))
}

/// The place that is meant; else which ones are near.
pub(super) fn scope(catalog: &Catalog, typed: &str) -> Result<Scope, Failure> {
    let word = typed.trim().to_lowercase();
    let divisions = &catalog.registers.divisions;
    if word.is_empty() {
        return Ok(Scope::All);
    }
    if ["base", "基本目录"].contains(&&*word) {
        return Ok(Scope::Base);
    }
    if let Some(division) = catalog.registers.division(&word) {
        return Ok(Scope::Division(division.code.clone()));
    }
    let level = LEVELS
        .iter()
        .find(|(digit, names)| *digit == word || names.contains(&&*word));
    if let Some((digit, _)) = level {
        return Ok(Scope::Level((*digit).into()));
    }
    let named: Vec<&Division> = divisions
        .iter()
        .filter(|one| one.name.to_lowercase() == word)
        .collect();
    match named.as_slice() {
        [only] => Ok(Scope::Division(only.code.clone())),
        [] => Err(no_place(Some(catalog), typed)),
        several => {
            let near = NAME_CODE.with(&[("near", &list(several))]);
            Err(Failure::new(SEVERAL.with(&[("typed", typed)])).hint(near))
        }
    }
}

fn no_place(catalog: Option<&Catalog>, typed: &str) -> Failure {
    let failure = Failure::new(NO_PLACE.with(&[("typed", typed)]));
    let divisions = catalog.map_or(&[][..], |catalog| &catalog.registers.divisions);
    let near = near(divisions, typed);
    if near.is_empty() {
        return failure.hint(WRITE);
    }
    failure.hint(NEAR.with(&[("near", &list(&near))]))
}

/// The divisions whose name holds what was typed, else those whose code or name is a letter or two away.
fn near<'c>(divisions: &'c [Division], typed: &str) -> Vec<&'c Division> {
    let holds = |one: &&Division| one.name.contains(typed) || typed.contains(&*one.name);
    let held: Vec<&Division> = divisions.iter().filter(holds).take(MOST_NEAR).collect();
    if !held.is_empty() {
        return held;
    }
    let is_code = typed.bytes().all(|byte| byte.is_ascii_digit());
    let key = |one: &'c Division| if is_code { &*one.code } else { &*one.name };
    let near = find::near(typed, divisions.iter().map(key), MOST_NEAR);
    let found = near
        .into_iter()
        .filter_map(|near| divisions.iter().find(|one| key(one) == near));
    // Of a short name, two other characters leave nothing.
    let shares = |one: &&Division| is_code || typed.chars().any(|letter| one.name.contains(letter));
    found.filter(shares).collect()
}

fn list(divisions: &[&Division]) -> String {
    let lines = divisions
        .iter()
        .map(|one| format!("\n  {}  {}", one.code, one.name));
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_stands_before_the_colon() {
        let typed = |revision, place| Typed { revision, place };
        assert_eq!(Typed::read("330106"), typed(None, "330106"));
        assert_eq!(
            Typed::read("HEAD~3:330106"),
            typed(Some("HEAD~3"), "330106")
        );
        assert_eq!(Typed::read("v1："), typed(Some("v1"), ""));
        assert_eq!(Typed::read(":base"), typed(None, "base"));
    }
}
