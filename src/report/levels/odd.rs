//! The odd ones out, in every form: which value most of a level have, and who has another.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::catalog::Catalog;
use crate::levels::{Camp, Odd, View};
use crate::report::json_text::to_text;
use crate::report::levels::beside::level_name;
use crate::report::levels::csv::csv;
use crate::report::levels::json::matter;
use crate::report::levels::markdown::inline;
use crate::report::levels::place::{base_code, name, place, raw_name};
use crate::report::levels::{brief, field_title};
use crate::report::{Look, Paint};
use crate::text::{Lang, Words, clip, visible, words};

const HEADINGS: [Words; 7] = [
    words("基本目录事项", "Base matter"),
    words("字段", "Field"),
    words("多数", "Majority"),
    words("多数的值", "Their value"),
    words("地区", "Division"),
    words("该地区的值", "Value there"),
    words("文件", "File"),
];
const MOST: Words = words(
    "{level} {total} 个中 {most} 个为 {value}",
    "{level}: {most} of {total} have {value}",
);
const SHARE: Words = words(
    "{level} {total} 个中 {most} 个",
    "{level}: {most} of {total}",
);
const NONE: Words = words("各地没有少数", "nobody stands apart");
const FOUND: Words = words(
    "{count} 处有少数与多数不同",
    "a few stand apart in {count} places",
);

/// A longer value is cut.
const WIDEST: usize = 60;

/// The odd ones out for a person.
pub fn odd_human(catalog: &Catalog, odd: &[Odd<'_>], look: &Look) -> String {
    if odd.is_empty() {
        return format!("{}\n", NONE.of(look.lang));
    }
    let found = FOUND.with(&[("count", &odd.len().to_string())]);
    let mut text = format!("{}\n", look.paint(Paint::Strong, found.of(look.lang)));
    for one in odd {
        text.push('\n');
        text += &block(catalog, one, look);
    }
    text
}

fn block(catalog: &Catalog, odd: &Odd<'_>, look: &Look) -> String {
    let view = now(catalog);
    let title = field_title(catalog, odd.field, look.lang);
    let code = visible(base_code(view, odd.base));
    let mut text = format!(
        "{code} {}  {}\n",
        name(view, odd.base),
        look.paint(Paint::Strong, &title)
    );
    if let Some(camp) = odd.consensus.majority() {
        let value = clip(&value(catalog, camp, look.lang), WIDEST);
        let most = said(MOST, catalog, odd, &[("value", &value)], look.lang);
        let _ = writeln!(text, "  {most}");
    }
    for camp in odd.consensus.camps.iter().skip(1) {
        let value = look.paint(
            Paint::Yellow,
            &clip(&value(catalog, camp, look.lang), WIDEST),
        );
        let _ = writeln!(text, "  ! {value}");
        for id in &camp.matters {
            let path = format!("catalog/{}", catalog.matter(*id).file.path);
            let path = look.paint(Paint::Faint, &visible(&path));
            let _ = writeln!(text, "    {}  {path}", place(view, *id, look.lang));
        }
    }
    text
}

fn now(catalog: &Catalog) -> View<'_> {
    View {
        catalog,
        revision: None,
    }
}

fn value(catalog: &Catalog, camp: &Camp<'_>, lang: Lang) -> String {
    brief(catalog, camp.value.field, camp.value.value, lang)
}

fn said(
    words: Words,
    catalog: &Catalog,
    odd: &Odd<'_>,
    more: &[(&str, &str)],
    lang: Lang,
) -> String {
    let most = odd
        .consensus
        .majority()
        .map_or(0, |camp| camp.matters.len());
    let level = level_name(catalog, odd.level, lang);
    let (most, total) = (most.to_string(), odd.consensus.total.to_string());
    let own = [("level", &*level), ("most", &*most), ("total", &*total)];
    let values: Vec<(&str, &str)> = own.iter().chain(more).copied().collect();
    words.with(&values).of(lang).to_owned()
}

/// A row for each matter that stands apart.
fn rows(catalog: &Catalog, odd: &[Odd<'_>], lang: Lang) -> Vec<[String; 7]> {
    let view = now(catalog);
    let mut rows = Vec::new();
    for one in odd {
        let base = format!("{} {}", base_code(view, one.base), raw_name(view, one.base));
        let most = one.consensus.majority();
        let most = most.map_or_else(String::new, |camp| value(catalog, camp, lang));
        for camp in one.consensus.camps.iter().skip(1) {
            rows.extend(camp.matters.iter().map(|id| {
                [
                    visible(&base).into_owned(),
                    field_title(catalog, one.field, lang).into_owned(),
                    said(SHARE, catalog, one, &[], lang),
                    most.clone(),
                    place(view, *id, lang),
                    value(catalog, camp, lang),
                    visible(&format!("catalog/{}", catalog.matter(*id).file.path)).into_owned(),
                ]
            }));
        }
    }
    rows
}

/// The odd ones out as CSV.
pub fn odd_csv(catalog: &Catalog, odd: &[Odd<'_>], lang: Lang) -> String {
    let headings = HEADINGS.map(|heading| heading.of(lang).to_owned());
    let rows = rows(catalog, odd, lang).into_iter();
    csv(std::iter::once(headings).chain(rows).map(Vec::from))
}

/// The odd ones out as Markdown.
pub fn odd_markdown(catalog: &Catalog, odd: &[Odd<'_>], lang: Lang) -> String {
    if odd.is_empty() {
        return format!("{}\n", NONE.of(lang));
    }
    let headings = HEADINGS.map(|heading| heading.of(lang));
    let mut text = format!("| {} |\n|{}\n", headings.join(" | "), " --- |".repeat(7));
    for row in rows(catalog, odd, lang) {
        let _ = writeln!(text, "| {} |", row.map(|cell| inline(&cell)).join(" | "));
    }
    text
}

#[derive(Serialize)]
struct Report {
    version: u8,
    lang: &'static str,
    odd: Vec<Json>,
}

/// The odd ones out as JSON: `base_code`, `field`, `level`, `total`, `share`, and the `camps`, each with its
/// `value` and `matters`, the majority first.
pub fn odd_json(catalog: &Catalog, odd: &[Odd<'_>], lang: Lang) -> String {
    let view = now(catalog);
    let camp = |camp: &Camp<'_>| {
        let matters = camp.matters.iter().map(|id| matter(view, *id));
        json!({"value": value(catalog, camp, lang), "matters": matters.collect::<Vec<_>>()})
    };
    let one = |odd: &Odd<'_>| {
        json!({
            "base_code": base_code(view, odd.base),
            "name": raw_name(view, odd.base),
            "field": odd.field.key(),
            "title": field_title(catalog, odd.field, lang),
            "level": odd.level,
            "total": odd.consensus.total,
            "share": odd.share(),
            "camps": odd.consensus.camps.iter().map(camp).collect::<Vec<_>>(),
        })
    };
    to_text(&Report {
        version: 1,
        lang: lang.word(),
        odd: odd.iter().map(one).collect(),
    })
}
