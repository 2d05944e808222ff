//! One difference on the page.

use crate::levels::{Action, Compared, Decision, Standing};
use crate::report::levels::page::grid::Grid;
use crate::report::levels::page::shown;
use crate::report::levels::page::sides::{Line, sides};
use crate::report::levels::place::{base_code, line, name, path, place};
use crate::report::levels::values::inherited;
use crate::report::levels::{beside, field_title};
use crate::report::{Look, action_name, class_name, standing_name};
use crate::text::Lang;

/// 差异条目: one difference, ready to be written.
pub(super) struct Item {
    pub(super) number: usize,
    pub(super) class: &'static str,
    pub(super) class_name: &'static str,
    pub(super) standing: &'static str,
    pub(super) standing_name: &'static str,
    /// Whether somebody has dealt with it, and it is still to be settled.
    pub(super) is_unsettled: bool,
    pub(super) field: &'static str,
    pub(super) title: String,
    pub(super) division: String,
    pub(super) place: String,
    pub(super) name: String,
    pub(super) base_code: String,
    /// The number of the matter's matrix.
    pub(super) grid: Option<usize>,
    pub(super) is_above: bool,
    pub(super) upper: String,
    pub(super) before: Vec<Line>,
    pub(super) after: Vec<Line>,
    /// Where the value here comes from, if not from the matter itself.
    pub(super) source: String,
    /// Elements that both lists have.
    pub(super) common: usize,
    pub(super) siblings: Option<String>,
    pub(super) reach: usize,
    pub(super) decision: Option<Decided>,
    pub(super) path: String,
}

/// What was decided, and by whom.
pub(super) struct Decided {
    pub(super) action: &'static str,
    pub(super) by: String,
    pub(super) on: String,
    pub(super) until: String,
    pub(super) reasons: Vec<String>,
}

/// A difference with its number on the page.
pub(super) fn item(number: usize, one: &Compared<'_>, grids: &[Grid], lang: Lang) -> Item {
    let (view, departure) = (one.lower, &one.departure);
    let (catalog, difference) = (view.catalog, &departure.difference);
    let matter = catalog.matter(departure.lower);
    let look = Look {
        lang,
        colours: false,
        width: 0,
    };
    let from = |view, id| inherited(view, id, difference.field, &look);
    let code = shown(base_code(view, departure.lower));
    let grid = grids.iter().find(|grid| grid.code == code);
    let followed = catalog.upper(departure.lower);
    let sides = sides(one, lang);
    let upper = place(one.upper, departure.upper, lang);
    Item {
        number,
        class: difference.class.word(),
        class_name: class_name(difference.class).of(lang),
        standing: standing_word(&departure.standing),
        standing_name: standing_name(&departure.standing).of(lang),
        is_unsettled: !matches!(departure.standing, Standing::Open)
            && !departure.standing.is_approved(),
        field: difference.field.key(),
        title: field_title(catalog, difference.field, lang).into_owned(),
        division: shown(matter.division().unwrap_or_default()),
        place: place(view, departure.lower, lang),
        name: name(view, departure.lower),
        base_code: code,
        grid: grid.map(|grid| grid.number),
        is_above: one.upper.revision.is_none() && followed == Some(departure.upper),
        upper: upper + &from(one.upper, departure.upper),
        source: from(view, departure.lower),
        before: sides.before,
        after: sides.after,
        common: sides.common,
        siblings: beside::sentence(one, lang),
        reach: departure.reach,
        decision: decided(&departure.standing, lang),
        path: match line(one) {
            Some(line) => format!("{}:{line}", shown(&path(one))),
            None => shown(&path(one)),
        },
    }
}

/// The word for a standing, by which the page is filtered.
fn standing_word(standing: &Standing<'_>) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Decided(decision) => decision.action.word(),
        Standing::Changed(_) => "void",
        Standing::Lapsed(_) => "lapsed",
    }
}

fn decided(standing: &Standing<'_>, lang: Lang) -> Option<Decided> {
    let last: &Decision<'_> = match standing {
        Standing::Open => return None,
        Standing::Decided(last) | Standing::Changed(last) | Standing::Lapsed(last) => last,
    };
    let text = |key| shown(last.text(key).unwrap_or_default());
    let reasons = ["reason", "legal_reason"].map(text);
    let action: Action = last.action;
    Some(Decided {
        action: action_name(action).of(lang),
        by: text("by"),
        on: text("on"),
        until: text("until"),
        reasons: reasons
            .into_iter()
            .filter(|reason| !reason.is_empty())
            .collect(),
    })
}
