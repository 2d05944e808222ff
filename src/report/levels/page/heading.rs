//! The head of the page: what was compared, what was asked for, the key figures; and who has no counterpart.

use crate::catalog::standard::Named;
use crate::catalog::{Catalog, MatterId};
use crate::levels::{Filter, Scope, Side, Stand, View};
use crate::report::levels::page::{Background, shown};
use crate::report::levels::place::{base_code, name, side};
use crate::report::levels::{Listing, field_title, summary};
use crate::report::{class_name, percent};
use crate::text::{Lang, Words, words};

const TO_ABOVE: Words = words(
    "{place}：每个事项与其上级比",
    "{place}: each matter held to the one above it",
);
const CLASS: Words = words("类别", "Class");
const FIELD: Words = words("字段", "Field");
const DEPARTMENT: Words = words("部门", "Department");
const TYPE: Words = words("类型", "Type");
const DIVISION: Words = words("地区", "Division");
const MATTER: Words = words("事项", "Matter");
const STANDING: Words = words("状态", "Standing");
const BETWEEN: Words = words("、", ", ");
const ONLY: Words = words("仅 {place} 有", "Only in {place}");
const UNCLEAR: Words = words("对应不明", "Unclear");
const UNIFORMITY: Words = words("统一度（全目录）", "uniformity, whole catalog");

const KEYS: [&str; 4] = ["due", "void", "approved", "allowed"];

/// One filter: what it is about, and what was asked for.
pub(super) struct Asked {
    pub(super) label: &'static str,
    pub(super) values: String,
}

/// One key figure.
pub(super) struct Figure {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    pub(super) value: String,
}

/// Matters without a counterpart.
pub(super) struct Unpaired {
    pub(super) heading: String,
    /// The code, name and file of each.
    pub(super) matters: Vec<(String, String, String)>,
}

/// The title of the catalog.
pub(super) fn title(catalog: &Catalog, lang: Lang) -> String {
    let manifest = &catalog.registers.manifest;
    let english = manifest.title_en.as_deref().filter(|_| lang == Lang::En);
    shown(english.unwrap_or(&manifest.title))
}

/// What was set side by side, a line each.
pub(super) fn compared(
    listing: &Listing<'_>,
    background: &Background<'_>,
    lang: Lang,
) -> Vec<String> {
    if !listing.comparisons.is_empty() {
        return summary::compared(&listing.comparisons, lang);
    }
    let to_above = |one: &Side<'_>| {
        let said = TO_ABOVE.with(&[("place", &side(one, lang))]);
        said.of(lang).to_owned()
    };
    background.sides.iter().map(to_above).collect()
}

/// Every filter that was set.
pub(super) fn asked(catalog: &Catalog, filter: &Filter, lang: Lang) -> Vec<Asked> {
    let standard = &catalog.standard;
    let classes = filter.classes.iter();
    let fields = filter.fields.iter();
    let departments = filter.departments.iter();
    let kinds = filter.kinds.iter();
    let places = filter.places.iter();
    let matters = filter.matters.iter();
    let stands = filter.stands.iter();
    let all: [(Words, Vec<String>); 7] = [
        (
            CLASS,
            classes
                .map(|one| class_name(*one).of(lang).to_owned())
                .collect(),
        ),
        (
            FIELD,
            fields
                .map(|one| field_title(catalog, *one, lang).into_owned())
                .collect(),
        ),
        (
            DEPARTMENT,
            departments
                .map(|one| coded(one, standard.department(one), lang))
                .collect(),
        ),
        (
            TYPE,
            kinds
                .map(|one| coded(one, standard.kind(one), lang))
                .collect(),
        ),
        (
            DIVISION,
            places.map(|one| scope(catalog, one, lang)).collect(),
        ),
        (MATTER, matters.map(|one| shown(one)).collect()),
        (
            STANDING,
            stands.map(|one| stand(*one).of(lang).to_owned()).collect(),
        ),
    ];
    let asked = all.into_iter().filter(|(_, values)| !values.is_empty());
    let asked = asked.map(|(label, values)| Asked {
        label: label.of(lang),
        values: values.join(BETWEEN.of(lang)),
    });
    asked.collect()
}

fn coded(code: &str, named: Option<&Named>, lang: Lang) -> String {
    let name = named.map(Named::name);
    let name = name.as_ref().map_or("", |name| name.of(lang));
    shown(format!("{code} {name}").trim())
}

fn scope(catalog: &Catalog, scope: &Scope, lang: Lang) -> String {
    let view = View {
        catalog,
        revision: None,
    };
    let scope = scope.clone();
    side(&Side { view, scope }, lang)
}

fn stand(stand: Stand) -> Words {
    match stand {
        Stand::Open => words("待处理", "open"),
        Stand::Decided => words("已处置", "decided"),
        Stand::Void => words("处置已失效", "decision void"),
    }
}

/// The figures that somebody looks at first.
pub(super) fn figures(
    listing: &Listing<'_>,
    background: &Background<'_>,
    lang: Lang,
) -> Vec<Figure> {
    let counts = summary::headings(lang)
        .into_iter()
        .zip(summary::numbers(listing.tally.whole));
    let counts = KEYS.into_iter().zip(counts);
    let counts = counts.map(|(key, (label, count))| Figure {
        key,
        label,
        value: count.to_string(),
    });
    let uniformity = Figure {
        key: "uniformity",
        label: UNIFORMITY.of(lang),
        value: percent(&background.scores.whole),
    };
    counts.chain([uniformity]).collect()
}

/// The matters without a counterpart, if they are wanted one by one.
pub(super) fn unpaired(listing: &Listing<'_>, lang: Lang) -> Vec<Unpaired> {
    if !listing.lists_unpaired {
        return Vec::new();
    }
    let only = |at| ONLY.with(&[("place", &side(at, lang))]).of(lang).to_owned();
    let lists = listing.comparisons.iter().flat_map(|one| {
        let unclear = UNCLEAR.of(lang).to_owned();
        [
            list(only(&one.from), one.from.view, &one.only_from),
            list(only(&one.to), one.to.view, &one.only_to),
            list(unclear, one.to.view, &one.unclear),
        ]
    });
    lists.filter(|one| !one.matters.is_empty()).collect()
}

fn list(heading: String, view: View<'_>, ids: &[MatterId]) -> Unpaired {
    let matter = |id: &MatterId| {
        let path = format!("catalog/{}", view.catalog.matter(*id).file.path);
        (shown(base_code(view, *id)), name(view, *id), shown(&path))
    };
    Unpaired {
        heading,
        matters: ids.iter().map(matter).collect(),
    }
}
