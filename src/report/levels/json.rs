//! Differences for a machine. The form is a promise: within version 1, keys are only added.
//!
//! ```json
//! {
//!   "version": 1, "lang": "zh",
//!   "summary": {"due": 7, "void": 0, "approved": 1, "allowed": 3,
//!     "classes": [{"code": "looser", "name": "放宽", "due": 2, "void": 0, "approved": 0, "allowed": 0}],
//!     "fields": [], "departments": [], "types": [], "divisions": []},
//!   "comparisons": [{"from": "…", "to": "…", "pairs": 60, "only_from": [], "only_to": [], "unclear": []}],
//!   "differences": [
//!     {"path": "catalog/local/…", "line": 12, "code": "…", "base_code": "…", "name": "…", "division": "330106",
//!      "field": "promised_limit", "title": "…", "class": "looser", "stand": "open", "counts": true,
//!      "decision": null, "value": {}, "missing": [], "extra": [], "reach": 1, "fingerprint": "…",
//!      "upper": {"floor": "base", "division": null, "revision": null, "path": "…", "value": {}},
//!      "siblings": {"total": 11, "same": 2, "majority": {"count": 9, "value": "10 个工作日"}}}
//!   ],
//!   "more": 0
//! }
//! ```

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use crate::catalog::{Catalog, MatterId};
use crate::levels::{
    Compared, Comparison, Count, Decision, Element, Stand, Standing, View, counts, fingerprint,
};
use crate::report::json_text::to_text;
use crate::report::levels::place::{base_code, line, path, raw_name, side};
use crate::report::levels::summary::{self, Row};
use crate::report::levels::{Listing, beside, brief, field_title};
use crate::report::record_json::{floor_word, json_value};
use crate::text::Lang;

/// The differences as JSON.
pub fn levels_json(catalog: &Catalog, listing: &Listing<'_>, lang: Lang) -> String {
    let comparisons = listing.comparisons.iter();
    to_text(&Report {
        version: 1,
        lang: lang.word(),
        summary: tallied(catalog, listing, lang),
        comparisons: comparisons.map(|one| compared(one, lang)).collect(),
        differences: listing
            .listed
            .iter()
            .map(|one| difference(one, lang))
            .collect(),
        more: listing.more,
    })
}

#[derive(Serialize)]
struct Report<'c> {
    version: u8,
    lang: &'static str,
    summary: Json,
    comparisons: Vec<Json>,
    differences: Vec<JsonDifference<'c>>,
    more: usize,
}

#[derive(Serialize)]
struct JsonDifference<'c> {
    path: String,
    line: Option<usize>,
    code: &'c str,
    base_code: &'c str,
    name: &'c str,
    division: Option<&'c str>,
    revision: Option<&'c str>,
    field: &'static str,
    title: Cow<'c, str>,
    class: &'static str,
    stand: &'static str,
    counts: bool,
    decision: Option<Json>,
    value: Json,
    missing: Vec<Json>,
    extra: Vec<Json>,
    reach: usize,
    fingerprint: String,
    upper: Json,
    siblings: Option<Json>,
}

fn tallied(catalog: &Catalog, listing: &Listing<'_>, lang: Lang) -> Json {
    let mut whole = count(listing.tally.whole);
    for part in summary::parts(catalog, &listing.tally, lang) {
        let rows = part.rows.iter().map(row);
        whole.insert(part.key.to_owned(), rows.collect());
    }
    Json::Object(whole)
}

fn row(row: &Row) -> Json {
    let mut named = Map::new();
    named.insert("code".to_owned(), row.code.as_str().into());
    named.insert("name".to_owned(), row.name.as_str().into());
    named.extend(count(row.count));
    Json::Object(named)
}

fn count(count: Count) -> Map<String, Json> {
    let keys = ["due", "void", "approved", "allowed"].map(str::to_owned);
    keys.into_iter()
        .zip(summary::numbers(count).map(Json::from))
        .collect()
}

fn compared(comparison: &Comparison<'_>, lang: Lang) -> Json {
    let list = |view: View<'_>, ids: &[MatterId]| -> Json {
        ids.iter().map(|id| matter(view, *id)).collect()
    };
    let (from, to) = (comparison.from.view, comparison.to.view);
    json!({
        "from": side(&comparison.from, lang),
        "to": side(&comparison.to, lang),
        "pairs": comparison.pairs,
        "only_from": list(from, &comparison.only_from),
        "only_to": list(to, &comparison.only_to),
        "unclear": list(to, &comparison.unclear),
    })
}

/// A matter by its codes, name and path.
pub(super) fn matter(view: View<'_>, id: MatterId) -> Json {
    let matter = view.catalog.matter(id);
    json!({
        "path": format!("catalog/{}", matter.file.path),
        "code": matter.code().map(|code| code.value),
        "base_code": base_code(view, id),
        "name": raw_name(view, id),
        "division": matter.division(),
    })
}

fn difference<'c>(one: &Compared<'c>, lang: Lang) -> JsonDifference<'c> {
    let (departure, catalog) = (&one.departure, one.lower.catalog);
    let found = &departure.difference;
    let matter = catalog.matter(departure.lower);
    let schema = catalog.standard.field(found.field).map(AsRef::as_ref);
    JsonDifference {
        path: path(one),
        line: line(one),
        code: matter.code().map_or("", |code| code.value),
        base_code: base_code(one.lower, departure.lower),
        name: raw_name(one.lower, departure.lower),
        division: matter.division(),
        revision: one.lower.revision,
        field: found.field.key(),
        title: field_title(catalog, found.field, lang),
        class: found.class.word(),
        stand: Stand::of(&departure.standing).word(),
        counts: counts(catalog, departure),
        decision: decision(&departure.standing),
        value: json_value(schema, found.lower),
        missing: identities(&found.missing),
        extra: identities(&found.extra),
        reach: departure.reach,
        fingerprint: fingerprint(&catalog.standard, found).to_string(),
        upper: upper(one),
        siblings: siblings(one, lang),
    }
}

fn upper(one: &Compared<'_>) -> Json {
    let difference = &one.departure.difference;
    let schema = one
        .upper
        .catalog
        .standard
        .field(difference.field)
        .map(AsRef::as_ref);
    let matter = one.upper.catalog.matter(one.departure.upper);
    json!({
        "floor": floor_word(matter.floor),
        "division": matter.division(),
        "revision": one.upper.revision,
        "path": format!("catalog/{}", matter.file.path),
        "value": json_value(schema, difference.upper),
    })
}

/// What tells some elements apart: a text, or a list of texts.
fn identities(elements: &[Element<'_>]) -> Vec<Json> {
    let identity = |element: &Element<'_>| match element.identity.as_slice() {
        [only] => Json::from(*only),
        parts => parts.iter().copied().collect(),
    };
    elements.iter().map(identity).collect()
}

fn decision(standing: &Standing<'_>) -> Option<Json> {
    let last: &Decision<'_> = match standing {
        Standing::Open => return None,
        Standing::Decided(last) | Standing::Changed(last) | Standing::Lapsed(last) => last,
    };
    let keys = ["action", "by", "on", "reason", "legal_reason", "until"];
    let parts = keys.map(|key| (key.to_owned(), Json::from(last.text(key))));
    Some(Json::Object(parts.into_iter().collect()))
}

fn siblings(one: &Compared<'_>, lang: Lang) -> Option<Json> {
    let consensus = beside::of(one)?;
    let majority = consensus.majority().map(|camp| {
        let value = camp.value;
        json!({
            "count": camp.matters.len(),
            "value": brief(one.lower.catalog, value.field, value.value, lang),
        })
    });
    Some(json!({
        "total": consensus.total,
        "same": beside::same(&consensus, one.departure.lower),
        "majority": majority,
    }))
}
