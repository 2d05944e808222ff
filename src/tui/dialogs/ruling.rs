//! What a decision must say: why, by which law, until when, by whom. A few fields of one line each.

use crossterm::event::KeyEvent;
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::levels::{Action, Ruling};
use crate::report::action_name;
use crate::session::Pick;
use crate::text::{Lang, Message as Saying, Words, pad, width, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, room};
use crate::tui::form::half_width;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Motion, Piece, Row, TextField, draw_row, wrap};

const COUNT: Words = words("{action}：{n} 处差异", "{action}: {n} differences");
const MISSING: Words = words("还缺：{parts}", "still missing: {parts}");
const COMMA: Words = words("、", ", ");
const NO_DAY: Words = words(
    "期限应写成 2027-12-31，且确有这一天",
    "the last day is written 2027-12-31 and must exist",
);
const PAST: Words = words("期限已经过去", "that day has passed already");
const LOST: Words = words(
    "输入的内容还没有确定；再按一次 Esc 就放弃",
    "what you typed is not taken yet; Esc again gives it up",
);

/// 处置意见: a decision being written.
#[derive(Clone, Debug)]
pub(crate) struct RulingForm {
    /// What is decided.
    pub(crate) action: Action,
    /// On which differences.
    pub(crate) picks: Vec<Pick>,
    /// The file of the matter whose value is taken, if it is not the one above.
    pub(crate) other: Option<Box<str>>,
    parts: Vec<Field>,
    at: usize,
    problem: Option<Saying>,
    before: Vec<String>,
    is_warned: bool,
}

/// 要素: one thing that a decision says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Why.
    Reason,
    /// The article that allows it.
    LegalReason,
    /// The last day.
    Until,
    /// Who decides.
    By,
}

#[derive(Clone, Debug)]
struct Field {
    part: Part,
    is_required: bool,
    text: TextField,
}

impl Part {
    const fn title(self) -> Words {
        match self {
            Part::Reason => words("理由", "Reason"),
            Part::LegalReason => words("法律依据", "Legal reason"),
            Part::Until => words("期限", "Until"),
            Part::By => words("处置人", "By"),
        }
    }

    const fn help(self) -> Words {
        match self {
            Part::Reason => words(
                "为什么这样处置；提议时写给上级看",
                "why it is decided so; of a proposal, for those above to read",
            ),
            Part::LegalReason => words(
                "允许这样做的法律条款，如 《优化营商环境条例》第三十六条",
                "the article that allows it",
            ),
            Part::Until => words(
                "准予到哪一天为止，如 2027-12-31",
                "the last day it holds, such as 2027-12-31",
            ),
            Part::By => words("由谁处置", "who decides"),
        }
    }
}

impl RulingForm {
    /// A form for some parts, each with whether it must be filled in and what stands there already.
    pub(crate) fn new(
        action: Action,
        picks: Vec<Pick>,
        parts: &[(Part, bool, &str)],
    ) -> RulingForm {
        let parts: Vec<Field> = parts
            .iter()
            .map(|(part, is_required, text)| Field {
                part: *part,
                is_required: *is_required,
                text: TextField::line(text),
            })
            .collect();
        RulingForm {
            action,
            picks,
            other: None,
            before: parts.iter().map(|part| part.text.text()).collect(),
            parts,
            at: 0,
            problem: None,
            is_warned: false,
        }
    }

    pub(super) fn key(&mut self, key: KeyEvent) {
        if let Some(part) = self.parts.get_mut(self.at)
            && part.text.key(key)
        {
            self.problem = None;
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let Some(part) = self.parts.get_mut(self.at) {
            part.text.paste(text);
        }
    }

    /// Goes to another part; past the last comes the first.
    pub(crate) fn go(&mut self, motion: Motion) {
        let last = self.parts.len().saturating_sub(1);
        self.at = match motion {
            Motion::By(1) if self.at == last => 0,
            Motion::By(-1) if self.at == 0 => last,
            motion => motion.from(self.at, self.parts.len(), 1),
        };
    }

    fn text(&self, part: Part) -> String {
        let field = self.parts.iter().find(|field| field.part == part);
        let text = field.map_or_else(String::new, |field| field.text.text());
        text.trim().to_owned()
    }

    /// The ruling that is written; if it is not complete, says what is wrong and goes there.
    pub(crate) fn ruling(&mut self, today: Date) -> Option<Ruling> {
        let empty = |field: &Field| field.is_required && self.text(field.part).is_empty();
        let missing: Vec<Part> = self
            .parts
            .iter()
            .filter(|field| empty(field))
            .map(|field| field.part)
            .collect();
        if let Some(first) = missing.first() {
            self.complain(*first, named(&missing));
            return None;
        }
        let until = half_width(&self.text(Part::Until));
        let day = until.parse::<Date>().ok();
        if !until.is_empty() && day.is_none() {
            self.complain(Part::Until, NO_DAY.into());
            return None;
        }
        if day.is_some_and(|day| day < today) {
            self.complain(Part::Until, PAST.into());
            return None;
        }
        Some(Ruling {
            action: self.action,
            by: self.text(Part::By),
            on: today,
            reason: self.text(Part::Reason),
            legal_reason: self.text(Part::LegalReason),
            until: day,
        })
    }

    fn complain(&mut self, part: Part, problem: Saying) {
        self.at = self
            .parts
            .iter()
            .position(|field| field.part == part)
            .unwrap_or(0);
        self.problem = Some(problem);
    }

    /// Whether something typed would be lost; says so, once.
    pub(crate) fn warns(&mut self) -> bool {
        let mut pairs = self.parts.iter().zip(&self.before);
        let is_same = pairs.all(|(part, before)| part.text.text() == *before);
        if self.is_warned || is_same {
            return false;
        }
        self.is_warned = true;
        self.problem = Some(LOST.into());
        true
    }
}

/// The names of the missing parts.
fn named(parts: &[Part]) -> Saying {
    let join = |lang: Lang| {
        let names: Vec<&str> = parts.iter().map(|part| part.title().of(lang)).collect();
        names.join(COMMA.of(lang))
    };
    Saying {
        zh: MISSING.with(&[("parts", &join(Lang::Zh))]).zh,
        en: MISSING.with(&[("parts", &join(Lang::En))]).en,
    }
}

pub(super) fn view(form: &RulingForm, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model);
    let problem = form.problem.as_ref();
    let problem = problem.map(|problem| wrap(&format!("E {}", problem.of(model.lang)), cells));
    let problem = problem.unwrap_or_default();
    let help = form.parts.get(form.at).map(|field| field.part.help());
    let help = wrap(help.map_or("", |help| help.of(model.lang)), cells);
    let height = (form.parts.len() + help.len() + 1 + problem.len().max(1)).min(rows);
    let area = popup(model, frame, title(form).of(model.lang), (cells, height));
    let rest = draw_parts(form, model, frame, area);
    let rest = draw_lines(model, frame, rest, (Role::Error, &problem));
    let gap: &[String] = if problem.is_empty() {
        &[String::new()]
    } else {
        &[]
    };
    let rest = draw_lines(model, frame, rest, (Role::Plain, gap));
    draw_lines(model, frame, rest, (Role::Dim, &help));
}

fn title(form: &RulingForm) -> Saying {
    let action = action_name(form.action);
    let count = form.picks.len().to_string();
    Saying {
        zh: COUNT.with(&[("action", action.zh), ("n", &count)]).zh,
        en: COUNT.with(&[("action", action.en), ("n", &count)]).en,
    }
}

fn draw_parts(form: &RulingForm, model: &Model, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let widest = form
        .parts
        .iter()
        .map(|field| width(field.part.title().of(model.lang)));
    let column = widest.max().unwrap_or(0) + 3;
    let mut rest = area;
    for (place, field) in form.parts.iter().enumerate() {
        if rest.height == 0 {
            break;
        }
        let mark = if field.is_required { "*" } else { " " };
        let title = pad(field.part.title().of(model.lang), column - 2);
        let role = if place == form.at {
            Role::Strong
        } else {
            Role::Plain
        };
        let typed = field.text.text();
        let mut row = Row::of(vec![Piece::new(role, format!("{mark}{title} "))]);
        if place != form.at {
            row.left.push(Piece::plain(typed));
        }
        draw_row(frame.buffer_mut(), rest, &row, model.theme);
        let shift = u16::try_from(column).unwrap_or(0).min(rest.width);
        let line = Rect {
            x: rest.x + shift,
            width: rest.width - shift,
            height: 1,
            ..rest
        };
        if place == form.at {
            let style = model.theme.style(Role::Title);
            frame.buffer_mut().set_style(line, style);
            field.text.draw(frame, line);
        }
        rest.y += 1;
        rest.height -= 1;
    }
    rest
}
