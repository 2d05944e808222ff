//! Values in a few words: a limit as `10 个工作日`, a citation as `《…》第 4 条`, a list by its elements.

use std::borrow::Cow;
use std::sync::Arc;

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Catalog, Field, limit};
use crate::levels::Element;
use crate::report::value::Values;
use crate::terms::{DayUnit, Limit};
use crate::text::{Lang, Words, visible, words};
use crate::yaml::{Shape, Value};

const WORKING: Words = words("{days} 个工作日", "{days} working days");
const CALENDAR: Words = words("{days} 天", "{days} days");
const CITATION: Words = words("《{law}》第 {article} 条", "“{law}” article {article}");
const BETWEEN: Words = words("、", ", ");

/// The title of a field. A catalog may have its own schemas, so that it is no safer than other text.
pub fn field_title(catalog: &Catalog, field: Field, lang: Lang) -> Cow<'_, str> {
    let schema = catalog.standard.field(field);
    visible(schema.map_or(field.key(), |schema| schema.title.of(lang)))
}

/// A value on one line.
pub fn brief(catalog: &Catalog, field: Field, value: Value<'_>, lang: Lang) -> String {
    let between = match value.shape() {
        Shape::Sequence => BETWEEN.of(lang),
        _ => " ",
    };
    full(catalog, field, value, lang).join(between)
}

/// A value as lines: one for each element of a list, one for each line of a text.
pub(super) fn full(catalog: &Catalog, field: Field, value: Value<'_>, lang: Lang) -> Vec<String> {
    let schema = catalog.standard.field(field).map(Arc::as_ref);
    if let Some(limit) = limit(value) {
        return vec![days(limit.value, lang)];
    }
    if value.shape() == Shape::Sequence {
        let items = value.items();
        return items
            .map(|item| element(catalog, field, item, lang))
            .collect();
    }
    Values { catalog, lang }.lines(field.key(), schema, value)
}

/// What tells some elements apart, a line for each.
pub(super) fn elements(
    catalog: &Catalog,
    field: Field,
    list: &[Element<'_>],
    lang: Lang,
) -> Vec<String> {
    let lines = list
        .iter()
        .map(|one| element(catalog, field, one.value, lang));
    lines.collect()
}

/// One element: what tells it apart if it is a record, else all of it.
fn element(catalog: &Catalog, field: Field, value: Value<'_>, lang: Lang) -> String {
    let schema = catalog.standard.field(field).map(Arc::as_ref);
    let (items, identity) = match schema.map(|schema| &schema.form) {
        Some(Form::List {
            items, identity, ..
        }) => (Some(&**items), identity.as_slice()),
        _ => (None, &[][..]),
    };
    let parts: Option<Vec<&str>> = identity.iter().map(|key| value.get(key)?.text()).collect();
    match parts.as_deref() {
        Some([law, article]) if field == Field::LegalBasis => {
            let said = CITATION.with(&[("law", &visible(law)), ("article", &visible(article))]);
            said.of(lang).to_owned()
        }
        Some(parts @ [_, ..]) => visible(&parts.join(" ")).into_owned(),
        _ => whole(catalog, field, items, value, lang),
    }
}

fn whole(
    catalog: &Catalog,
    field: Field,
    items: Option<&Schema>,
    value: Value<'_>,
    lang: Lang,
) -> String {
    let values = Values { catalog, lang };
    values.lines(field.key(), items, value).join(" ")
}

fn days(limit: Limit, lang: Lang) -> String {
    let unit = match limit.unit {
        DayUnit::Working => WORKING,
        DayUnit::Calendar => CALENDAR,
    };
    let said = unit.with(&[("days", &limit.days.to_string())]);
    said.of(lang).to_owned()
}
