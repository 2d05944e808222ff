//! Excepting a file from a rule, with a reason, by someone, until a day: an ordinary change of the file.

use jiff::ToSpan;

use crate::catalog::{Field, MatterId};
use crate::findings::Finding;
use crate::session::is_excusable;
use crate::tui::dialogs::{Dialog, ExceptionForm, Excuse};
use crate::tui::effect::Effect;
use crate::tui::form::{Change, Place, intent};
use crate::tui::model::{Model, Screen};
use crate::yaml::{Data, Path};

/// An exception is proposed for so many days.
const DAYS: i64 = 180;

/// The finding to be excepted: of a matter, and of a rule from which one can be excepted.
fn finding(model: &Model) -> Option<(MatterId, &Finding)> {
    let finding = match model.screen {
        Screen::Findings => model.panel.finding(&model.findings)?,
        _ => model.selected_row()?.notes.first()?,
    };
    let id = model.catalog()?.matter_at(&finding.file.path)?;
    is_excusable(finding.rule).then_some((id, finding))
}

/// Whether the finding can be excepted.
pub(crate) fn can_excuse(model: &Model) -> bool {
    finding(model).is_some()
}

/// Asks why, by whom and until when.
pub(crate) fn ask(model: &mut Model) -> Vec<Effect> {
    let until = model.today.saturating_add(DAYS.days());
    let form = finding(model).map(|(_, finding)| {
        let title = model.title_of(&finding.file.path);
        ExceptionForm::new(
            finding.rule,
            finding.file.path.clone(),
            (&title, &model.review.by, until),
        )
    });
    model.dialog = form.map(Dialog::Exception);
    Vec::new()
}

/// Takes the form; if something is missing, says so and leaves it open.
pub(crate) fn answer(model: &mut Model, mut form: ExceptionForm) -> Vec<Effect> {
    let Some(excuse) = form.excuse(model.today) else {
        model.dialog = Some(Dialog::Exception(form));
        return Vec::new();
    };
    model.review.by.clone_from(&excuse.by);
    let intent = model.catalog().and_then(|catalog| {
        let id = catalog.matter_at(&form.path)?;
        let list = Path::key(Field::Exceptions.key());
        let exceptions = catalog.matter(id).value(Field::Exceptions).into_iter();
        let mut items = exceptions.flat_map(|exceptions| exceptions.items());
        let is_it = |rule: Option<&str>| rule == Some(form.rule);
        let old = items.position(|item| is_it(item.get("rule").and_then(|rule| rule.text())));
        let data = data(form.rule, &excuse);
        let (path, change) = match old {
            // Two exceptions from one rule would be one too many.
            Some(at) => (list.then_index(at), Change::Set(data)),
            None => (list, Change::Add(data)),
        };
        intent(catalog, Place { id, path: &path }, change)
    });
    match intent {
        Some(intent) => model.change(Effect::Apply(vec![intent])),
        None => Vec::new(),
    }
}

fn data(rule: &str, excuse: &Excuse) -> Data {
    let text = |key: &str, text: &str| (key.to_owned(), Data::Text(text.to_owned()));
    Data::Map(vec![
        text("rule", rule),
        text("reason", &excuse.reason),
        text("by", &excuse.by),
        text("until", &excuse.until.to_string()),
    ])
}
