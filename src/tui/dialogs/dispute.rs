//! The choice between what one wrote and what someone else wrote in the same place.

use ratatui::Frame;

use crate::catalog::FileKind;
use crate::catalog::standard::Schema;
use crate::merge::{Clash, ClashPlace, Side};
use crate::text::{Lang, Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::safety::Disputed;
use crate::tui::theme::Role;
use crate::tui::widgets::{Motion, wrap};
use crate::yaml::{Data, Path, Step};

const TITLE: Words = words("两边都改了同一处", "Both sides changed the same");
const PLACE: Words = words("第 {n} 处，共 {all} 处：{field}", "{n} of {all}: {field}");
const LINES: Words = words("第 {n} 行起", "from line {n}");
const FILE: Words = words("整个文件", "the whole file");
const BASE: Words = words("原来是", "It was");
const OURS: Words = words("我改成", "I made it");
const THEIRS: Words = words("他人改成", "They made it");
const GONE: Words = words("（删去了）", "(taken away)");
const NOTHING: Words = words("（没有）", "(nothing)");
const TAKEN: Words = words("取这个", "taken");

/// 取舍: a choice for each place that both sides changed.
#[derive(Clone, Debug)]
pub(crate) struct DisputeForm {
    /// What is disputed.
    pub(crate) disputed: Disputed,
    choices: Vec<Option<Side>>,
    at: usize,
}

impl DisputeForm {
    /// A form in which nothing is chosen.
    pub(crate) fn new(disputed: Disputed) -> DisputeForm {
        DisputeForm {
            choices: vec![None; disputed.clashes.len()],
            disputed,
            at: 0,
        }
    }

    /// Chooses a side here and goes to the next place where nothing is chosen.
    pub(crate) fn choose(&mut self, side: Side) {
        if let Some(choice) = self.choices.get_mut(self.at) {
            *choice = Some(side);
        }
        if let Some(open) = self.choices.iter().position(Option::is_none) {
            self.at = open;
        }
    }

    /// Goes to another place.
    pub(crate) fn go(&mut self, motion: Motion) {
        self.at = motion.from(self.at, self.choices.len(), 1);
    }

    /// The side of each place, once all are chosen.
    pub(crate) fn chosen(&self) -> Option<Vec<Side>> {
        self.choices.iter().copied().collect()
    }
}

pub(super) fn view(form: &DisputeForm, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let Some(clash) = form.disputed.clashes.get(form.at) else {
        return;
    };
    let said = PLACE.with(&[
        ("n", &(form.at + 1).to_string()),
        ("all", &form.choices.len().to_string()),
        ("field", &place(model, &form.disputed.path, clash)),
    ]);
    let title = model.title_of(&form.disputed.path);
    let head = [wrap(&title, cells), wrap(said.of(model.lang), cells)].concat();
    let answers = super::help::answers(model, cells);
    let most = rows.saturating_sub(head.len() + answers.len() + 5).max(3) / 3;
    let parts = sides(form, clash, model, (cells, most));
    let height =
        head.len() + answers.len() + 1 + parts.iter().map(|part| part.1.len() + 1).sum::<usize>();
    let area = popup(
        model,
        frame,
        TITLE.of(model.lang),
        (cells, height.min(rows)),
    );
    let mut rest = draw_lines(model, frame, area, (Role::Plain, &head));
    for (mark, lines, is_taken) in parts {
        let role = if is_taken {
            Role::Strong
        } else {
            Role::Section
        };
        rest = draw_lines(model, frame, rest, (role, &[mark]));
        rest = draw_lines(model, frame, rest, (Role::Plain, &lines));
    }
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}

/// The texts of the base and of both sides, each with its heading and whether it is taken; at most so many lines.
fn sides(
    form: &DisputeForm,
    clash: &Clash,
    model: &Model,
    (cells, most): (usize, usize),
) -> [(String, Vec<String>, bool); 3] {
    let chosen = form.choices.get(form.at).copied().flatten();
    let sides = [
        (BASE, &clash.base, NOTHING, None),
        (OURS, &clash.ours, GONE, Some(Side::Ours)),
        (THEIRS, &clash.theirs, GONE, Some(Side::Theirs)),
    ];
    sides.map(|(name, data, none, side)| {
        let name = name.of(model.lang);
        let is_taken = side.is_some() && chosen == side;
        let mark = match (is_taken, side) {
            (true, _) => format!("● {name} ← {}", TAKEN.of(model.lang)),
            (false, None) => format!("  {name}"),
            (false, Some(_)) => format!("○ {name}"),
        };
        let text = data
            .as_ref()
            .map_or_else(|| none.of(model.lang).to_owned(), written);
        let lines = text
            .lines()
            .flat_map(|line| wrap(line, cells.saturating_sub(4)));
        let mut lines: Vec<String> = lines.map(|line| format!("    {line}")).collect();
        if lines.len() > most {
            lines.truncate(most);
            let last = lines.pop();
            lines.extend(last.map(|last| format!("{last}…")));
        }
        (mark, lines, is_taken)
    })
}

/// The place as a person calls it.
pub(crate) fn place(model: &Model, path: &str, clash: &Clash) -> String {
    match &clash.place {
        ClashPlace::File => FILE.of(model.lang).to_owned(),
        ClashPlace::Lines(line) => {
            let said = LINES.with(&[("n", &line.to_string())]);
            said.of(model.lang).to_owned()
        }
        ClashPlace::Field(field) => {
            let standard = model.catalog().map(|catalog| &catalog.standard);
            let schema = standard.and_then(|standard| standard.schema(FileKind::of(path)));
            field_name(schema.map(AsRef::as_ref), field, model.lang)
        }
    }
}

fn field_name(schema: Option<&Schema>, path: &Path, lang: Lang) -> String {
    let mut schema = schema;
    let mut parts = Vec::new();
    for step in &path.0 {
        schema = schema.and_then(|schema| below(schema, step));
        let title = schema.map_or("", |schema| schema.title.of(lang));
        parts.push(match step {
            Step::Key(_) if !title.is_empty() => title.to_owned(),
            Step::Key(key) => key.clone(),
            Step::Index(place) => (place + 1).to_string(),
        });
    }
    parts.join(" · ")
}

fn below<'s>(schema: &'s Schema, step: &Step) -> Option<&'s Schema> {
    use crate::catalog::standard::Form;
    match (step, &schema.form) {
        (Step::Key(key), _) => schema.property(key).map(AsRef::as_ref),
        (Step::Index(_), Form::List { items, .. }) => Some(items),
        (Step::Index(_), _) => None,
    }
}

/// A value as text.
fn written(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::Bool(truth) => truth.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Text(text) => text.clone(),
        Data::List(items) => items
            .iter()
            .map(|item| format!("- {}", written(item).replace('\n', "\n  ")))
            .collect::<Vec<_>>()
            .join("\n"),
        Data::Map(entries) => entries
            .iter()
            .map(|(key, value)| match value {
                Data::List(_) | Data::Map(_) => {
                    format!("{key}:\n  {}", written(value).replace('\n', "\n  "))
                }
                value => format!("{key}: {}", written(value)),
            })
            .collect::<Vec<_>>()
            .join("\n"),
    }
}
