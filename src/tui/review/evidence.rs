//! What the commit of a proposal says: what is asked, of whom, by whom, and who says what now.

use std::fmt::Write;

use crate::catalog::{Catalog, Field, effective_value};
use crate::levels::{Departure, Ruling, consensus, siblings};
use crate::text::{Lang, Words, visible, words};
use crate::tui::form::value_text;
use crate::tui::review::{field_title, level_title, places};

const SUBJECT: Words = words(
    "提议：{name}的{field}改为{value}",
    "propose: {field} of {name} to be {value}",
);
const CODE: Words = words("基本编码：{code}", "base code: {code}");
const NOW: Words = words("{place}现为：{value}", "{place} says now: {value}");
const ASKED: Words = words("{place}提议：{value}", "{place} proposes: {value}");
const SIBLINGS: Words = words(
    "同级 {total} 处中，{count} 处为：{value}（{places}）",
    "of {total} beside it, {count} say: {value} ({places})",
);
const REASON: Words = words("理由：{text}", "reason: {text}");
const BY: Words = words("提议人：{text}", "proposed by: {text}");

/// The message of the commit that carries a proposal.
pub(crate) fn evidence(
    catalog: &Catalog,
    departure: &Departure<'_>,
    ruling: &Ruling,
    lang: Lang,
) -> String {
    let field = departure.difference.field;
    let matter = catalog.matter(departure.lower);
    let name = effective_value(catalog, departure.upper, Field::Name);
    let name = name.and_then(|name| name.value.text()).unwrap_or_default();
    let lower = value_text(catalog, field, departure.difference.lower);
    let upper = value_text(catalog, field, departure.difference.upper);
    let title = field_title(catalog, field);
    let said = |words: Words, values: &[(&str, &str)]| {
        let text = words.with(values);
        visible(text.of(lang)).into_owned()
    };
    let value = clipped(lower.of(lang));
    let mut lines = vec![
        said(
            SUBJECT,
            &[("name", name), ("field", title.of(lang)), ("value", &value)],
        ),
        String::new(),
    ];
    let code = matter.base_code().map_or("", |code| code.value);
    lines.push(said(CODE, &[("code", code)]));
    for (words, id, value) in [
        (NOW, departure.upper, &upper),
        (ASKED, departure.lower, &lower),
    ] {
        let place = level_title(catalog, id);
        let values = [("place", place.of(lang)), ("value", value.of(lang))];
        lines.push(said(words, &values));
    }
    let beside = siblings(catalog, departure.lower);
    let consensus = consensus(catalog, &beside, field);
    for camp in &consensus.camps {
        let value = value_text(catalog, field, camp.value.value);
        let places = places(catalog, &camp.matters);
        let count = (consensus.total.to_string(), camp.matters.len().to_string());
        let values = [
            ("total", count.0.as_str()),
            ("count", count.1.as_str()),
            ("value", value.of(lang)),
            ("places", places.of(lang)),
        ];
        lines.push(said(SIBLINGS, &values));
    }
    for (words, text) in [(REASON, &ruling.reason), (BY, &ruling.by)] {
        if !text.is_empty() {
            lines.push(said(words, &[("text", text)]));
        }
    }
    let mut message = String::new();
    for line in lines {
        let _ = writeln!(message, "{line}");
    }
    message
}

/// A subject is one short line.
fn clipped(text: &str) -> String {
    crate::text::clip(text, 40)
}
