//! What speaks for a proposal: the message of its commit, in Chinese, since it goes to the office above.

use std::fmt::Write;

use crate::catalog::{Catalog, Field, MatterId, effective_value};
use crate::levels::{Camp, Compared, View, consensus, level_of, siblings};
use crate::report::levels::beside::level_name;
use crate::report::levels::place::{base_code, name, place};
use crate::report::levels::{brief, field_title};
use crate::text::{Lang, clip, visible};

/// In the subject, a longer value is cut at this width.
const SHORT: usize = 40;
/// A longer value is cut.
const WIDEST: usize = 80;
/// More places are not named one by one.
const MOST_PLACES: usize = 30;

/// The message of a proposal: what is asked, by whom and why, and who says what now.
pub fn evidence(one: &Compared<'_>, by: &str, on: &str, reasons: &[&str]) -> String {
    let (view, departure) = (one.lower, &one.departure);
    let (catalog, field) = (view.catalog, departure.difference.field);
    let title = field_title(catalog, field, Lang::Zh);
    let value = |value| clip(&brief(catalog, field, value, Lang::Zh), WIDEST);
    let asked = value(departure.difference.lower);
    let called = name(one.upper, departure.upper);
    let mut text = format!("提议：{called}的{title}改为“{}”\n\n", clip(&asked, SHORT));
    let _ = writeln!(
        text,
        "基本编码：{}",
        visible(base_code(view, departure.lower))
    );
    let stated = effective_value(catalog, departure.upper, field);
    let source = stated.map_or(departure.upper, |stated| stated.source);
    let above = place(view, source, Lang::Zh);
    let _ = writeln!(text, "{above}现为：{}", value(departure.difference.upper));
    let _ = writeln!(text, "提议改为：{asked}");
    let at = place(view, departure.lower, Lang::Zh);
    let office = office(view, departure.lower);
    let _ = writeln!(text, "提议方：{at}{office}，{}，{on}", visible(by));
    let given = reasons.iter().filter(|reason| !reason.trim().is_empty());
    for reason in given {
        let _ = writeln!(text, "理由：{}", visible(reason));
    }
    text + &camps(catalog, departure.lower, field)
}

/// The body that offers the matter, if the register knows it.
fn office(view: View<'_>, id: MatterId) -> String {
    let code = view.catalog.matter(id).text(Field::Body);
    let body = code.and_then(|code| view.catalog.registers.body(code.value));
    body.map_or_else(String::new, |body| format!(" {}", visible(&body.name)))
}

/// Who says what, at the level that proposes.
fn camps(catalog: &Catalog, id: MatterId, field: Field) -> String {
    let consensus = consensus(catalog, &siblings(catalog, id), field);
    let level = level_of(catalog, id).unwrap_or_default();
    let level = level_name(catalog, level, Lang::Zh);
    let mut text = format!("\n各地现况（{level} {} 个）：\n", consensus.total);
    for camp in &consensus.camps {
        let value = brief(catalog, field, camp.value.value, Lang::Zh);
        let value = clip(&value, WIDEST);
        let _ = writeln!(
            text,
            "- {value}（{} 个）：{}",
            camp.matters.len(),
            places(catalog, camp)
        );
    }
    text
}

fn places(catalog: &Catalog, camp: &Camp<'_>) -> String {
    let view = View {
        catalog,
        revision: None,
    };
    let named = camp.matters.iter().take(MOST_PLACES);
    let named: Vec<String> = named.map(|id| place(view, *id, Lang::Zh)).collect();
    let rest = if camp.matters.len() > MOST_PLACES {
        "等"
    } else {
        ""
    };
    named.join("、") + rest
}
