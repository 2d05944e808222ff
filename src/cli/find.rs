//! From what a person typed to the matter that is meant.

use std::path::Path;

use strsim::levenshtein;

use crate::catalog::{Catalog, Field, MatterId, effective_value};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::store::Root;
use crate::text::{Message, words};

/// As many near ones are listed.
const MOST_NEAR: usize = 8;

/// The matter with this code, or in this file; else which ones are near.
pub(super) fn matter(
    catalog: &Catalog,
    root: &Root,
    call: &Call<'_>,
    typed: &str,
) -> Result<MatterId, Failure> {
    if let [only] = catalog.by_code(typed) {
        return Ok(*only);
    }
    if let Some(id) = at_path(catalog, root, &call.folder, typed) {
        return Ok(id);
    }
    let several = catalog.by_code(typed);
    if !several.is_empty() {
        let message = words(
            "编码“{code}”有多个事项",
            "several matters have the code {code}",
        );
        return Err(Failure::new(message.with(&[("code", typed)])).hint(list(
            catalog,
            several,
            words("请写文件：", "name the file:").into(),
        )));
    }
    let message = words("没有事项“{code}”", "there is no matter {code}");
    let failure = Failure::new(message.with(&[("code", typed)]));
    let near = near_matters(catalog, typed);
    if near.is_empty() {
        return Err(failure.hint(words(
            "写基本编码（12 位）、实施编码（31 位），或文件路径",
            "give a base code (12), an implementation code (31), or a path",
        )));
    }
    Err(failure.hint(list(
        catalog,
        &near,
        words("相近的有", "near ones are").into(),
    )))
}

/// A path as the catalog has it, or as the disk has it.
fn at_path(catalog: &Catalog, root: &Root, folder: &Path, typed: &str) -> Option<MatterId> {
    let inside = typed.strip_prefix("catalog/").unwrap_or(typed);
    catalog.matter_at(inside).or_else(|| {
        let full = folder.join(typed).canonicalize().ok()?;
        let below = full.strip_prefix(root.file("")).ok()?;
        catalog.matter_at(&below.to_string_lossy().replace('\\', "/"))
    })
}

fn list(catalog: &Catalog, ids: &[MatterId], mut head: Message) -> Message {
    for id in ids.iter().take(MOST_NEAR) {
        let matter = catalog.matter(*id);
        let line = format!(
            "\n  {}  {}  catalog/{}",
            code(catalog, *id),
            name(catalog, *id),
            matter.file.path
        );
        head.zh += &line;
        head.en += &line;
    }
    head
}

/// The code that a matter states.
pub(super) fn code(catalog: &Catalog, id: MatterId) -> &str {
    catalog.matter(id).code().map_or("", |code| code.value)
}

/// The name that a matter has in effect.
pub(super) fn name(catalog: &Catalog, id: MatterId) -> &str {
    effective_value(catalog, id, Field::Name)
        .and_then(|name| name.value.text())
        .unwrap_or("")
}

/// The matters whose code begins alike or whose name holds what was typed, else whose code is a letter or
/// two away.
fn near_matters(catalog: &Catalog, typed: &str) -> Vec<MatterId> {
    let ids = || catalog.matters().map(|(id, _)| id);
    let holds = |id: &MatterId| {
        let begins = typed.len() >= 4 && code(catalog, *id).starts_with(typed);
        begins || (!typed.is_empty() && name(catalog, *id).contains(typed))
    };
    let near: Vec<MatterId> = ids().filter(holds).take(MOST_NEAR).collect();
    if !near.is_empty() {
        return near;
    }
    let codes = near_codes(typed, ids().map(|id| code(catalog, id)));
    codes
        .into_iter()
        .filter_map(|code| catalog.by_code(code).first().copied())
        .collect()
}

fn near_codes<'c>(typed: &str, codes: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
    let alike = codes.filter(|code| code.len().abs_diff(typed.len()) <= 2);
    near(typed, alike, MOST_NEAR)
}

/// The words at most two letters away from what was typed, the nearest first.
pub(super) fn near<'c>(
    typed: &str,
    words: impl Iterator<Item = &'c str>,
    most: usize,
) -> Vec<&'c str> {
    let mut found: Vec<(usize, &str)> = words
        .map(|word| (levenshtein(typed, word), word))
        .filter(|(distance, _)| *distance <= 2)
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().take(most).map(|(_, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_comes_first() {
        assert_eq!(levenshtein("L003", "L003"), 0);
        assert_eq!(levenshtein("L03", "L003"), 1);
        assert_eq!(levenshtein("abc", ""), 3);
        assert_eq!(levenshtein("护照法", "护照"), 1);
        assert_eq!(
            near("L03", ["L003", "N001", "L001"].into_iter(), 3),
            ["L003", "L001"]
        );
    }
}
