//! Differences for a person: the summary, then each difference with both values.

use std::fmt::Write;

use crate::catalog::{Catalog, MatterId};
use crate::levels::{Class, Compared, Comparison, Decision, Standing, View};
use crate::report::levels::place::{base_code, line, name, path, place};
use crate::report::levels::summary::summary;
use crate::report::levels::values::{inherited, values};
use crate::report::levels::{Listing, beside, field_title};
use crate::report::{Look, Paint, action_name, class_name, standing_name};
use crate::text::{Words, visible, words, wrap};

const ABOVE: Words = words("上级：", "above: ");
const COMPARED_WITH: Words = words("对照：", "compared with: ");
const REACH: Words = words("{count} 个事项沿用此值", "{count} matters have this value");
const DECISION: Words = words("处置：", "decision: ");
const UNTIL: Words = words("至 {day}", "until {day}");
const MORE: Words = words("另有 {count} 个没有列出", "{count} more are not listed");
const ONLY_FROM: Words = words("仅 {place} 有", "only in {place}");
const ONLY_TO: Words = words("仅 {place} 有", "only in {place}");
const UNCLEAR: Words = words("对应不明", "unclear");

/// The differences for a person.
pub fn levels_human(catalog: &Catalog, listing: &Listing<'_>, look: &Look) -> String {
    let mut text = summary(catalog, &listing.tally, &listing.comparisons, look);
    if listing.lists_unpaired {
        for comparison in &listing.comparisons {
            text += &unpaired(comparison, look);
        }
    }
    for one in &listing.listed {
        text.push('\n');
        text += &block(one, look);
    }
    if listing.more > 0 {
        let more = MORE.with(&[("count", &listing.more.to_string())]);
        let _ = writeln!(text, "\n{}", more.of(look.lang));
    }
    text
}

/// One difference on one line, for lists to choose from; what was decided before stands at its end.
pub fn one_line(one: &Compared<'_>, look: &Look) -> String {
    let view = one.lower;
    let difference = &one.departure.difference;
    let standing = match &one.departure.standing {
        Standing::Open => String::new(),
        standing => format!("  [{}]", standing_name(standing).of(look.lang)),
    };
    format!(
        "{}  {}  {}  {}  {}{standing}",
        class_name(difference.class).of(look.lang),
        place(view, one.departure.lower, look.lang),
        base_code(view, one.departure.lower),
        name(view, one.departure.lower),
        field_title(view.catalog, difference.field, look.lang),
    )
}

fn unpaired(comparison: &Comparison<'_>, look: &Look) -> String {
    let (from, to) = (&comparison.from, &comparison.to);
    let of = |words: Words, side| {
        let side = crate::report::levels::place::side(side, look.lang);
        words.with(&[("place", &side)]).of(look.lang).to_owned()
    };
    let lists = [
        (of(ONLY_FROM, from), from.view, &comparison.only_from),
        (of(ONLY_TO, to), to.view, &comparison.only_to),
        (
            UNCLEAR.of(look.lang).to_owned(),
            to.view,
            &comparison.unclear,
        ),
    ];
    let mut text = String::new();
    for (heading, view, ids) in lists {
        if !ids.is_empty() {
            let _ = writeln!(text, "\n{}", look.paint(Paint::Strong, &heading));
        }
        for id in ids {
            text += &matter(view, *id);
        }
    }
    text
}

/// A matter on a line.
fn matter(view: View<'_>, id: MatterId) -> String {
    let path = format!("catalog/{}", view.catalog.matter(id).file.path);
    format!(
        "  {}  {}  {}\n",
        visible(base_code(view, id)),
        name(view, id),
        visible(&path)
    )
}

fn block(one: &Compared<'_>, look: &Look) -> String {
    let (lang, departure) = (look.lang, &one.departure);
    let difference = &departure.difference;
    let mut text = look.paint(
        paint(difference.class),
        class_name(difference.class).of(lang),
    );
    let title = field_title(one.lower.catalog, difference.field, lang);
    let standing = standing_name(&departure.standing).of(lang);
    let _ = writeln!(
        text,
        "  {}  [{standing}]",
        look.paint(Paint::Strong, &title)
    );
    let at = place(one.lower, departure.lower, lang);
    let code = visible(base_code(one.lower, departure.lower));
    let _ = writeln!(text, "  {at}  {}  {code}", name(one.lower, departure.lower));
    let path = match line(one) {
        Some(line) => format!("{}:{line}", path(one)),
        None => path(one),
    };
    let _ = writeln!(text, "  {}", look.paint(Paint::Faint, &visible(&path)));
    let _ = writeln!(text, "  {}", above(one, look));
    for line in values(one, look) {
        let _ = writeln!(text, "  {line}");
    }
    for remark in remarks(one, look) {
        for line in wrap(&remark, look.width.saturating_sub(2)) {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

fn paint(class: Class) -> Paint {
    match class {
        Class::Conflict | Class::Looser => Paint::Red,
        Class::Extra | Class::Missing | Class::Wording => Paint::Yellow,
        Class::Tighter => Paint::Green,
    }
}

/// With whom it is compared.
fn above(one: &Compared<'_>, look: &Look) -> String {
    let departure = &one.departure;
    let followed = one.lower.catalog.upper(departure.lower);
    let is_followed = one.upper.revision.is_none() && followed == Some(departure.upper);
    let words = if is_followed { ABOVE } else { COMPARED_WITH };
    let at = place(one.upper, departure.upper, look.lang);
    let field = departure.difference.field;
    format!(
        "{}{at}{}",
        words.of(look.lang),
        inherited(one.upper, departure.upper, field, look)
    )
}

/// What the siblings say, how far it reaches, what was decided.
fn remarks(one: &Compared<'_>, look: &Look) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(beside::sentence(one, look.lang));
    if one.departure.reach > 1 {
        let count = one.departure.reach.to_string();
        lines.push(REACH.with(&[("count", &count)]).of(look.lang).to_owned());
    }
    match &one.departure.standing {
        Standing::Open => {}
        Standing::Decided(last) | Standing::Changed(last) | Standing::Lapsed(last) => {
            lines.push(decided(last, look));
        }
    }
    lines
}

fn decided(decision: &Decision<'_>, look: &Look) -> String {
    let until = decision.text("until");
    let until = until.map(|day| UNTIL.with(&[("day", day)]).of(look.lang).to_owned());
    let told = ["by", "on"]
        .into_iter()
        .filter_map(|key| decision.text(key));
    let why = ["reason", "legal_reason"]
        .into_iter()
        .filter_map(|key| decision.text(key));
    let parts = std::iter::once(action_name(decision.action).of(look.lang).to_owned())
        .chain(told.map(str::to_owned))
        .chain(until)
        .chain(why.map(str::to_owned));
    let parts: Vec<String> = parts.map(|part| visible(&part).into_owned()).collect();
    format!("{}{}", DECISION.of(look.lang), parts.join(" · "))
}
