//! What a decision must say: why, by which law, until when, by whom. A few fields of one line each.

mod part;
mod view;

use jiff::civil::Date;

pub(crate) use part::Part;
pub(in crate::tui::dialogs) use view::view;

use crate::levels::{Action, Ruling};
use crate::session::Pick;
use crate::text::{Lang, Message as Saying, Words, words};
use crate::tui::form::half_width;
use crate::tui::widgets::{Motion, TextField};

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

#[derive(Clone, Debug)]
struct Field {
    part: Part,
    is_required: bool,
    text: TextField,
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

    /// What is being typed in.
    pub(in crate::tui::dialogs) fn field(&self) -> Option<&TextField> {
        self.parts.get(self.at).map(|part| &part.text)
    }

    pub(in crate::tui::dialogs) fn field_mut(&mut self) -> Option<&mut TextField> {
        self.parts.get_mut(self.at).map(|part| &mut part.text)
    }

    /// After what is typed changed.
    pub(in crate::tui::dialogs) fn altered(&mut self) {
        self.problem = None;
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
