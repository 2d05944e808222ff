//! One word of a table as a text, a number or a truth value.

use crate::catalog::standard::{Form, Format, Named, Schema, TextForm, day};
use crate::exchange::parse::{Codes, Parser};
use crate::exchange::reason::{
    LOST_ZEROS, NOT_A_BODY, NOT_A_CHOICE, NOT_A_DAY, NOT_A_TRUTH, NOT_TRANSLATED, NOT_WHOLE,
    OUT_OF_BOUNDS, Reason, SERIAL, TOO_LONG, WRONG_SHAPE, brief, of,
};
use crate::yaml::Data;

impl Parser<'_> {
    /// The value of one word, for a field or a part or an item of it.
    pub(super) fn scalar(
        self,
        text: &str,
        (field, schema): (&str, &Schema),
        codes: Option<&Codes>,
    ) -> Result<Data, Reason> {
        match &schema.form {
            Form::Integer { min, max } => {
                let number: i64 = text.parse().map_err(|_| of(NOT_WHOLE, text))?;
                let is_within = (*min..=*max).contains(&number);
                is_within
                    .then_some(Data::Int(number))
                    .ok_or_else(|| of(OUT_OF_BOUNDS, text))
            }
            Form::Boolean => self.truth(text),
            Form::Text(form) => {
                let translated = codes.and_then(|codes| codes.here(text));
                if let (Some(codes), None) = (codes, translated)
                    && !self.is_name(text, field, form)
                {
                    let values = [("codes", &*codes.id), ("value", &brief(text))];
                    return Err(NOT_TRANSLATED.with(&values));
                }
                self.word(translated.unwrap_or(text), field, form)
                    .map(Data::Text)
            }
            Form::List { .. } | Form::Record { .. } => Err(of(WRONG_SHAPE, text)),
        }
    }

    fn truth(self, text: &str) -> Result<Data, Reason> {
        let truths = &self.standard().tables.exchange.truths;
        let is_in = |words: &[String]| words.iter().any(|word| word == text);
        match (is_in(&truths.yes), is_in(&truths.no)) {
            (true, _) => Ok(Data::Bool(true)),
            (_, true) => Ok(Data::Bool(false)),
            _ => Err(of(NOT_A_TRUTH, text)),
        }
    }

    /// Whether a word is the name of a code, which means the same in every system.
    fn is_name(self, text: &str, field: &str, form: &TextForm) -> bool {
        let has_digit = text.contains(|letter: char| letter.is_ascii_digit());
        !has_digit && self.word(text, field, form).is_ok()
    }

    fn word(self, text: &str, field: &str, form: &TextForm) -> Result<String, Reason> {
        if form.format == Some(Format::Date) {
            return date(text);
        }
        if !form.choices.is_empty() {
            let mut choices = form.choices.iter();
            let is_it = |value: &str, zh: &str, en: &str| text == value || text == zh || text == en;
            let found =
                choices.find(|choice| is_it(&choice.value, &choice.title.zh, &choice.title.en));
            let found = found.map(|choice| choice.value.to_string());
            return found.ok_or_else(|| of(NOT_A_CHOICE, text));
        }
        let text = &self.coded(text, field, form)?;
        let is_fit = |text: &str| {
            form.pattern
                .as_ref()
                .is_none_or(|pattern| pattern.is_match(text))
        };
        if !is_fit(text) {
            return Err(of(
                if lost_zeros(text, is_fit) {
                    LOST_ZEROS
                } else {
                    WRONG_SHAPE
                },
                text,
            ));
        }
        let count = text.chars().count();
        if count > form.max {
            let (count, max) = (count.to_string(), form.max.to_string());
            return Err(TOO_LONG.with(&[("count", &count), ("max", &max)]));
        }
        let is_wrong = form.format.is_some_and(|format| !format.fits(text)) || count < form.min;
        if is_wrong {
            return Err(of(WRONG_SHAPE, text));
        }
        Ok(text.clone())
    }

    /// The code that a name stands for, where tables or registers know it; any other text as it is.
    fn coded(self, text: &str, field: &str, form: &TextForm) -> Result<String, Reason> {
        let named = |list: &[Named]| {
            let found = list
                .iter()
                .find(|named| named.zh == text || named.en == text);
            found.map_or_else(|| text.to_owned(), |named| named.code.clone())
        };
        let tables = &self.standard().tables;
        Ok(match field {
            "type" => named(&tables.types),
            "department" => named(&tables.coding.departments),
            "division" => self.division(text),
            // A body is told by its credit code; a longer word, or one of Chinese, is its name.
            "body" if !text.is_ascii() || text.len() > form.max => self.body(text)?,
            _ => text.to_owned(),
        })
    }

    /// Systems write divisions with zeros up to twelve digits; a name counts where only one has it.
    fn division(self, text: &str) -> String {
        if text.len() == 12 {
            let short = text
                .strip_suffix("000000")
                .or_else(|| text.strip_suffix("000"));
            return short.unwrap_or(text).to_owned();
        }
        let divisions = &self.catalog.registers.divisions;
        let mut named = divisions.iter().filter(|division| &*division.name == text);
        match (named.next(), named.next()) {
            (Some(only), None) => only.code.to_string(),
            _ => text.to_owned(),
        }
    }

    fn body(self, text: &str) -> Result<String, Reason> {
        let bodies = &self.catalog.registers.bodies;
        let mut named = bodies.iter().filter(|body| &*body.name == text);
        match (named.next(), named.next()) {
            (Some(only), None) => Ok(only.code.to_string()),
            _ => Err(of(NOT_A_BODY, text)),
        }
    }
}

/// Whether a number would fit with zeros before it.
fn lost_zeros(text: &str, is_fit: impl Fn(&str) -> bool) -> bool {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && (1..=11).any(|zeros| is_fit(&format!("{}{text}", "0".repeat(zeros))))
}

/// A day whose year stands first, however it is parted; which of 11/1 is the month, nobody knows.
fn date(text: &str) -> Result<String, Reason> {
    let parts: Vec<&str> = text
        .split(['-', '/', '.', '年', '月', '日'])
        .filter(|part| !part.is_empty())
        .collect();
    let whole = match parts.as_slice() {
        [only] if only.len() == 8 => {
            let part = |from: usize, to: usize| only.get(from..to).unwrap_or("");
            format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8))
        }
        [only] if only.len() == 5 => return Err(of(SERIAL, text)),
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => return Err(of(NOT_A_DAY, text)),
    };
    let is_day = whole.len() == 10 && day(&whole).is_some();
    is_day.then_some(whole).ok_or_else(|| of(NOT_A_DAY, text))
}
