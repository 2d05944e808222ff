//! A few fields of one line each, of which some must be filled in.

use jiff::civil::Date;

use crate::text::{Lang, Message as Saying, Words, words};
use crate::tui::dialogs::ruling::Part;
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

/// 栏目: the fields of a form, and the one being written.
#[derive(Clone, Debug)]
pub(in crate::tui::dialogs) struct Fields {
    pub(super) parts: Vec<Field>,
    pub(super) at: usize,
    pub(super) problem: Option<Saying>,
    before: Vec<String>,
    is_warned: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) part: Part,
    pub(super) is_required: bool,
    pub(super) text: TextField,
}

impl Fields {
    /// Fields for some parts, each with whether it must be filled in and what stands there already.
    pub(in crate::tui::dialogs) fn new(parts: &[(Part, bool, &str)]) -> Fields {
        let parts: Vec<Field> = parts
            .iter()
            .map(|(part, is_required, text)| Field {
                part: *part,
                is_required: *is_required,
                text: TextField::line(text),
            })
            .collect();
        Fields {
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
    pub(in crate::tui::dialogs) fn go(&mut self, motion: Motion) {
        let last = self.parts.len().saturating_sub(1);
        self.at = match motion {
            Motion::By(1) if self.at == last => 0,
            Motion::By(-1) if self.at == 0 => last,
            motion => motion.from(self.at, self.parts.len(), 1),
        };
    }

    /// What is written in a part.
    pub(in crate::tui::dialogs) fn text(&self, part: Part) -> String {
        let field = self.parts.iter().find(|field| field.part == part);
        let text = field.map_or_else(String::new, |field| field.text.text());
        text.trim().to_owned()
    }

    /// The day that is written, if what must be written is; else says what is wrong and goes there.
    pub(in crate::tui::dialogs) fn until(&mut self, today: Date) -> Result<Option<Date>, ()> {
        let empty = |field: &Field| field.is_required && self.text(field.part).is_empty();
        let missing: Vec<Part> = self
            .parts
            .iter()
            .filter(|field| empty(field))
            .map(|field| field.part)
            .collect();
        if let Some(first) = missing.first() {
            self.complain(*first, named(&missing));
            return Err(());
        }
        let is_day = |field: &&Field| field.part.is_day();
        let Some(part) = self.parts.iter().find(is_day).map(|field| field.part) else {
            return Ok(None);
        };
        let until = half_width(&self.text(part));
        let day = until.parse::<Date>().ok();
        if !until.is_empty() && day.is_none() {
            self.complain(part, NO_DAY.into());
            return Err(());
        }
        if day.is_some_and(|day| day < today) {
            self.complain(part, PAST.into());
            return Err(());
        }
        Ok(day)
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
    pub(in crate::tui::dialogs) fn warns(&mut self) -> bool {
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
