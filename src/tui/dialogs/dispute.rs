//! The choice between what one wrote and what someone else wrote in the same place: while the catalog was open
//! here, or on two branches that git has merged.

use ratatui::Frame;

use crate::catalog::FileKind;
use crate::catalog::standard::Schema;
use crate::merge::{Clash, ClashPlace, MarkedClash, Side};
use crate::text::{DiffLine, DiffPart, Lang, LineMark, Words, diff, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::safety::Disputed;
use crate::tui::theme::Role;
use crate::tui::widgets::{Motion, Piece, Row, draw_row, wrap, wrap_pieces};
use crate::yaml::{Data, Path, Step};

const TITLE: Words = words("两边都改了同一处", "Both sides changed the same");
const PLACE: Words = words("第 {n} 处，共 {all} 处：{field}", "{n} of {all}: {field}");
const LINES: Words = words("第 {n} 行起", "from line {n}");
const FILE: Words = words("整个文件", "the whole file");
const BASE: Words = words("原来是", "It was");
const OURS: Words = words("我改成", "I made it");
const THEIRS: Words = words("他人改成", "They made it");
const OUR_BRANCH: Words = words("我方", "Ours");
const THEIR_BRANCH: Words = words("对方", "Theirs");
const NAMED: Words = words("{side}（{name}）", "{side} ({name})");
const GONE: Words = words("（删去了）", "(taken away)");
const NOTHING: Words = words("（没有）", "(nothing)");
const TAKEN: Words = words("取这个", "taken");
const BOTH: Words = words("两边都要，我方在前", "both are kept, ours first");

/// 取舍: a choice for each place that both sides changed.
#[derive(Clone, Debug)]
pub(crate) struct DisputeForm {
    /// What is disputed.
    pub(crate) disputed: Disputed,
    /// What the sides of each place are called, if a merge has left them.
    names: Vec<[Box<str>; 2]>,
    choices: Vec<Option<Side>>,
    at: usize,
}

impl DisputeForm {
    /// A form in which nothing is chosen.
    pub(crate) fn new(disputed: Disputed) -> DisputeForm {
        DisputeForm {
            choices: vec![None; disputed.clashes.len()],
            disputed,
            names: Vec::new(),
            at: 0,
        }
    }

    /// The same for what a merge has left in a file; begins at the first place in this value.
    pub(crate) fn of_merge(path: &str, left: Vec<MarkedClash>, at: &Path) -> DisputeForm {
        let (clashes, names): (Vec<Clash>, _) = left
            .into_iter()
            .map(|left| (left.clash, left.names))
            .unzip();
        let here = |clash: &Clash| clash.place == ClashPlace::Field(at.clone());
        DisputeForm {
            at: clashes.iter().position(here).unwrap_or(0),
            names,
            ..DisputeForm::new(Disputed {
                path: path.into(),
                clashes,
            })
        }
    }

    /// Whether a merge has left what is disputed.
    pub(crate) fn is_of_merge(&self) -> bool {
        !self.names.is_empty()
    }

    /// The place shown.
    pub(crate) fn clash(&self) -> Option<&Clash> {
        self.disputed.clashes.get(self.at)
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

    /// The side of each place, as far as one is chosen.
    pub(crate) fn choices(&self) -> &[Option<Side>] {
        &self.choices
    }

    /// The side of each place, once all are chosen.
    pub(crate) fn chosen(&self) -> Option<Vec<Side>> {
        self.choices.iter().copied().collect()
    }
}

pub(super) fn view(form: &DisputeForm, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let Some(clash) = form.clash() else {
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
    let height = head.len()
        + answers.len()
        + 1
        + parts.iter().map(|part| part.lines.len() + 1).sum::<usize>();
    let area = popup(
        model,
        frame,
        TITLE.of(model.lang),
        (cells, height.min(rows)),
    );
    let mut rest = draw_lines(model, frame, area, (Role::Plain, &head));
    for part in parts {
        rest = draw_lines(model, frame, rest, (part.role, &[part.head]));
        for pieces in part.lines {
            if rest.height > 0 {
                draw_row(frame.buffer_mut(), rest, &Row::of(pieces), model.theme);
                rest.y += 1;
                rest.height -= 1;
            }
        }
    }
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}

/// One side, or what both began with, on its way to the screen.
struct Part {
    role: Role,
    head: String,
    lines: Vec<Vec<Piece>>,
}

/// What both began with, if that is known, and both sides; what is not in the other side stands out. Each of them
/// on at most so many lines.
fn sides(
    form: &DisputeForm,
    clash: &Clash,
    model: &Model,
    (cells, most): (usize, usize),
) -> Vec<Part> {
    let chosen = form.choices.get(form.at).copied().flatten();
    let lang = model.lang;
    let said = |data: &Option<Data>, none: Words| {
        let data = data.as_ref();
        data.map_or_else(|| none.of(lang).to_owned(), written)
    };
    let (ours, theirs) = (said(&clash.ours, GONE), said(&clash.theirs, GONE));
    let lines = diff(&ours, &theirs);
    let names = heads(form, lang);
    let is_taken = |side| chosen == Some(side) || chosen == Some(Side::Both);
    let mut parts = Vec::new();
    // Of what git has merged one knows what both began with only if git was told to say so.
    if clash.base.is_some() || !form.is_of_merge() {
        let base = said(&clash.base, NOTHING);
        let lines = base.lines().map(|line| vec![Piece::plain(line)]);
        parts.push(Part {
            role: Role::Section,
            head: format!("  {}", BASE.of(lang)),
            lines: below(lines, cells, most),
        });
    }
    let sides = [
        (Side::Ours, LineMark::Removed, Role::RemovedWord),
        (Side::Theirs, LineMark::Added, Role::AddedWord),
    ];
    for ((side, mark, role), name) in sides.into_iter().zip(names) {
        parts.push(Part {
            role: if is_taken(side) {
                Role::Strong
            } else {
                Role::Section
            },
            head: match chosen {
                Some(Side::Both) => format!("● {name} ← {}", BOTH.of(lang)),
                Some(taken) if taken == side => format!("● {name} ← {}", TAKEN.of(lang)),
                _ => format!("○ {name}"),
            },
            lines: below(side_lines(&lines, mark, role), cells, most),
        });
    }
    parts
}

/// What the two sides are called.
fn heads(form: &DisputeForm, lang: Lang) -> [String; 2] {
    let Some(names) = form.names.get(form.at) else {
        return [OURS, THEIRS].map(|side| side.of(lang).to_owned());
    };
    let [ours, theirs] = names;
    [(OUR_BRANCH, ours), (THEIR_BRANCH, theirs)].map(|(side, name)| {
        let side = side.of(lang);
        if name.is_empty() || **name == *side {
            return side.to_owned();
        }
        NAMED
            .with(&[("side", side), ("name", name)])
            .of(lang)
            .to_owned()
    })
}

/// The lines of one side of a difference.
fn side_lines(
    lines: &[DiffLine],
    mark: LineMark,
    role: Role,
) -> impl Iterator<Item = Vec<Piece>> + '_ {
    let mine = [mark, LineMark::Same, LineMark::Gap];
    let mine = lines.iter().filter(move |line| mine.contains(&line.mark));
    let part = move |part: &DiffPart| {
        let role = if part.is_changed { role } else { Role::Plain };
        Piece::new(role, part.text.as_str())
    };
    mine.map(move |line| {
        if line.mark == LineMark::Gap {
            return vec![Piece::new(Role::Dim, "…")];
        }
        line.parts.iter().map(part).collect()
    })
}

/// Lines wrapped and indented; of more than so many the first ones.
fn below(lines: impl Iterator<Item = Vec<Piece>>, cells: usize, most: usize) -> Vec<Vec<Piece>> {
    let wrapped = lines.flat_map(|line| wrap_pieces(&line, cells.saturating_sub(5)));
    let mut shown: Vec<Vec<Piece>> = wrapped
        .take(most + 1)
        .map(|pieces| [vec![Piece::plain("    ")], pieces].concat())
        .collect();
    if shown.len() > most {
        shown.truncate(most);
        shown
            .iter_mut()
            .last()
            .into_iter()
            .for_each(|last| last.push(Piece::plain("…")));
    }
    shown
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
        schema = schema.and_then(|schema| schema.below(step).map(AsRef::as_ref));
        let title = schema.map_or("", |schema| schema.title.of(lang));
        parts.push(match step {
            Step::Key(_) if !title.is_empty() => title.to_owned(),
            Step::Key(key) => key.clone(),
            Step::Index(place) => (place + 1).to_string(),
        });
    }
    parts.join(" · ")
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
