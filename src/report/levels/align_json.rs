//! Who corresponds to whom, for a machine. The form is a promise: within version 1, keys are only added.
//!
//! ```json
//! {
//!   "version": 1, "lang": "zh",
//!   "claims": [{"division": "330106", "base": {}, "locals": [{"handling_items": [{"code": "…", "name": "…"}]}]}],
//!   "unlinked": [{"local": {}, "gap": "unknown", "meant": "000123001000",
//!     "likely": [{"base": {}, "confidence": 96, "reasons": ["名称相同"]}]}],
//!   "doubts": [{"local": {}, "stated": {}, "named": {}}],
//!   "unclaimed": [{"division": "330106", "base": {}}]
//! }
//! ```
//!
//! Each matter is `{"path", "code", "base_code", "name", "division"}`.

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::catalog::{Catalog, MatterId};
use crate::levels::{Alignment, Gap, Likely, Unlinked, View, handling_items};
use crate::report::json_text::to_text;
use crate::report::levels::json::matter;
use crate::report::levels::place::base_code;
use crate::report::reason;
use crate::text::Lang;

/// The alignment as JSON.
pub fn align_json(catalog: &Catalog, alignment: &Alignment, lang: Lang) -> String {
    let view = View {
        catalog,
        revision: None,
    };
    let claims = alignment.claims.iter().map(|claim| {
        let locals = claim.locals.iter().map(|id| local(view, *id));
        json!({
            "division": claim.division,
            "base": matter(view, claim.base),
            "locals": locals.collect::<Vec<_>>(),
        })
    });
    let doubts = alignment.doubts.iter().map(|doubt| {
        json!({
            "local": matter(view, doubt.local),
            "stated": matter(view, doubt.stated),
            "named": matter(view, doubt.named),
        })
    });
    let unclaimed = alignment
        .unclaimed
        .iter()
        .map(|one| json!({"division": one.division, "base": matter(view, one.base)}));
    to_text(&Report {
        version: 1,
        lang: lang.word(),
        claims: claims.collect(),
        unlinked: alignment
            .unlinked
            .iter()
            .map(|one| unlinked(view, one, lang))
            .collect(),
        doubts: doubts.collect(),
        unclaimed: unclaimed.collect(),
    })
}

#[derive(Serialize)]
struct Report {
    version: u8,
    lang: &'static str,
    claims: Vec<Json>,
    unlinked: Vec<Json>,
    doubts: Vec<Json>,
    unclaimed: Vec<Json>,
}

/// A local matter with its handling items.
fn local(view: View<'_>, id: MatterId) -> Json {
    let mut local = matter(view, id);
    let items = handling_items(view.catalog, id);
    let items: Vec<Json> = items
        .map(|item| json!({"code": item.code, "name": item.name}))
        .collect();
    if let Some(keys) = local.as_object_mut() {
        keys.insert("handling_items".to_owned(), items.into());
    }
    local
}

fn unlinked(view: View<'_>, unlinked: &Unlinked, lang: Lang) -> Json {
    let likely = |likely: &Likely| {
        let reasons = likely.likeness.reasons.iter();
        json!({
            "base": matter(view, likely.base),
            "confidence": likely.likeness.confidence,
            "reasons": reasons.map(|one| reason(*one).of(lang).to_owned()).collect::<Vec<_>>(),
        })
    };
    let gap = match unlinked.code {
        Gap::None => "none",
        Gap::Malformed => "malformed",
        Gap::Unknown => "unknown",
    };
    json!({
        "local": matter(view, unlinked.local),
        "gap": gap,
        "meant": unlinked.meant().map(|likely| base_code(view, likely.base)),
        "likely": unlinked.likely.iter().map(likely).collect::<Vec<_>>(),
    })
}
