//! Where a matter stands and what it is called, in a few words.

use crate::catalog::{Field, Floor, MatterId, effective_value};
use crate::levels::{Compared, Scope, Side, View};
use crate::report::levels::beside::level_name;
use crate::text::{Lang, Lines, Words, visible, words};

const BASE: Words = words("基本目录", "base catalog");
const ALL: Words = words("全部事项", "all matters");

/// 基本目录, or the division with its name; the revision before it, if it is not the work tree.
pub(super) fn place(view: View<'_>, id: MatterId, lang: Lang) -> String {
    let matter = view.catalog.matter(id);
    match matter.floor {
        Floor::Base => dated(view, BASE.of(lang)),
        Floor::Local => dated(
            view,
            &division(view, matter.division().unwrap_or_default(), lang),
        ),
    }
}

/// What one side of a comparison is called.
pub(super) fn side(side: &Side<'_>, lang: Lang) -> String {
    let name = match &side.scope {
        Scope::All => ALL.of(lang).to_owned(),
        Scope::Base => BASE.of(lang).to_owned(),
        Scope::Level(code) => level_name(side.view.catalog, code, lang),
        Scope::Division(code) => division(side.view, code, lang),
    };
    dated(side.view, &name)
}

/// A division's code and name; 基本目录 without a code.
pub(super) fn division(view: View<'_>, code: &str, lang: Lang) -> String {
    if code.is_empty() {
        return BASE.of(lang).to_owned();
    }
    let division = view.catalog.registers.division(code);
    let name = division.map_or("", |division| &division.name);
    visible(format!("{code} {name}").trim()).into_owned()
}

fn dated(view: View<'_>, name: &str) -> String {
    match view.revision {
        Some(revision) => format!("{} {name}", visible(revision)),
        None => name.to_owned(),
    }
}

/// The name that a matter has in effect, as written.
pub(super) fn raw_name(view: View<'_>, id: MatterId) -> &str {
    effective_value(view.catalog, id, Field::Name)
        .and_then(|name| name.value.text())
        .unwrap_or("")
}

/// The name that a matter has in effect.
pub(super) fn name(view: View<'_>, id: MatterId) -> String {
    visible(raw_name(view, id)).into_owned()
}

/// The base code that a matter states.
pub(super) fn base_code(view: View<'_>, id: MatterId) -> &str {
    let code = view.catalog.matter(id).base_code();
    code.map_or("", |code| code.value)
}

/// The file of the departing matter, as the disk has it.
pub(super) fn path(one: &Compared<'_>) -> String {
    let matter = one.lower.catalog.matter(one.departure.lower);
    format!("catalog/{}", matter.file.path)
}

/// The line of the departing value; `None` if the matter inherits it.
pub(super) fn line(one: &Compared<'_>) -> Option<usize> {
    let difference = &one.departure.difference;
    let matter = one.lower.catalog.matter(one.departure.lower);
    matter.value(difference.field)?;
    let element = difference.extra.first();
    let value = element.map_or(difference.lower, |element| element.value);
    let text = value.document().text();
    Some(
        Lines::new(text)
            .place(text, value.span().start as usize)
            .line,
    )
}
