//! Walks a document along its schema and hands on every departure. Where nothing is wrong, nothing is
//! allocated; only a list too long to be compared element by element is indexed.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::catalog::standard::{Form, Schema, TextForm};
use crate::rules::shape::repeated::repeated;
use crate::rules::shape::text::{reads_as_no_text, wrong_text};
use crate::rules::shape::{Fault, Way, Wrong};
use crate::text::{Message, Span, conflicts};
use crate::yaml::{Shape, Style, Value};

/// Hands every fault below a root to `say`, in the order of the file. A root that is no mapping has none:
/// that is another finding.
pub fn walk(root: Value<'_>, schema: &Schema, say: &mut dyn FnMut(&Fault<'_>)) {
    if root.shape() == Shape::Mapping {
        let spot = Spot {
            value: root,
            schema,
            title: &schema.title,
            way: &Way::Root,
        };
        spot.judge(say);
    }
}

/// Whether nothing is wrong with the shape of one value.
pub(in crate::rules) fn is_well_shaped(value: Value<'_>, schema: &Schema) -> bool {
    let mut is_sound = true;
    let spot = Spot {
        value,
        schema,
        title: &schema.title,
        way: &Way::Root,
    };
    spot.judge(&mut |_| is_sound = false);
    is_sound
}

/// A value with what it should be.
#[derive(Clone, Copy)]
struct Spot<'w> {
    value: Value<'w>,
    schema: &'w Schema,
    title: &'w Message,
    way: &'w Way<'w>,
}

type Say<'s> = &'s mut dyn FnMut(&Fault<'_>);

impl<'w> Spot<'w> {
    fn judge(self, say: Say<'_>) {
        match (&self.schema.form, self.value.shape()) {
            (_, Shape::Alias) => {}
            (_, Shape::Empty) => self.say(say, Wrong::Empty),
            (Form::Text(form), Shape::Scalar) => self.text(form, say),
            (Form::Integer { min, max }, Shape::Scalar) => self.integer(*min..=*max, say),
            (Form::Boolean, Shape::Scalar) if self.is_plain(&["true", "false"]) => {}
            (Form::List { .. }, Shape::Sequence) => self.list(say),
            (Form::Record { .. }, Shape::Mapping) => self.record(say),
            _ => self.say(say, Wrong::Kind),
        }
    }

    fn say(self, say: Say<'_>, wrong: Wrong<'_>) {
        self.say_at(say, wrong, self.value.span());
    }

    fn say_at(self, say: Say<'_>, wrong: Wrong<'_>, span: Span) {
        // What is both sides of a merge is no value yet; another rule speaks of that.
        if self
            .value
            .text()
            .is_some_and(|text| !conflicts(text).is_empty())
        {
            return;
        }
        say(&Fault {
            wrong,
            schema: self.schema,
            title: self.title,
            value: self.value,
            span,
            way: self.way,
        });
    }

    fn is_plain(self, words: &[&str]) -> bool {
        let text = self.value.text();
        self.value.style() == Some(Style::Plain) && text.is_some_and(|text| words.contains(&text))
    }

    fn text(self, form: &TextForm, say: Say<'_>) {
        let text = self.value.text().unwrap_or("");
        if text.chars().all(char::is_whitespace) {
            return self.say(say, Wrong::Empty);
        }
        let wrong = wrong_text(text, form);
        let is_plain = self.value.style() == Some(Style::Plain);
        // Quotes would not make a code of a word.
        if is_plain && (reads_as_no_text(text) || self.schema.is_code && wrong.is_none()) {
            self.say(say, Wrong::Unquoted);
        }
        if let Some(wrong) = wrong {
            self.say(say, wrong);
        }
    }

    fn integer(self, bounds: RangeInclusive<i64>, say: Say<'_>) {
        let is_plain = self.value.style() == Some(Style::Plain);
        let number = self.value.text().filter(|_| is_plain);
        match number.and_then(|text| text.parse::<i64>().ok()) {
            None => self.say(say, Wrong::Kind),
            Some(number) if !bounds.contains(&number) => self.say(say, Wrong::Range),
            Some(_) => {}
        }
    }

    fn list(self, say: Say<'_>) {
        let Form::List {
            items: schema,
            min_items,
            unique,
            identity,
        } = &self.schema.form
        else {
            return;
        };
        match self.value.items().len() {
            0 if *min_items > 0 => self.say(say, Wrong::Empty),
            count if count < *min_items => self.say(say, Wrong::Length(count)),
            _ => {}
        }
        for (index, value) in self.value.items().enumerate() {
            self.below(value, schema, &Way::Item(self.way, index))
                .judge(say);
        }
        if *unique || !identity.is_empty() {
            repeated(self.value, identity, &mut |index, item, first| {
                let way = Way::Item(self.way, index);
                if let Some(twin) = self.value.item(first) {
                    self.below(item, schema, &way)
                        .say(say, Wrong::Repeated(first, twin));
                }
            });
        }
    }

    fn record(self, say: Say<'_>) {
        let Form::Record {
            required, is_open, ..
        } = &self.schema.form
        else {
            return;
        };
        // Files mostly have their keys in the order of the schema: each search goes on where the last ended.
        let mut place = 0;
        let mut expected = required.iter().peekable();
        for entry in self.value.entries() {
            match self
                .schema
                .property_from(place, |name| entry.key.says(name))
            {
                Some((found, key, schema)) => {
                    place = found + 1;
                    expected.next_if(|required| ***required == *key);
                    self.below(entry.value, schema, &Way::Key(self.way, key))
                        .judge(say);
                }
                None if *is_open || !is_said_here(entry.key) => {}
                None => {
                    let key = entry.key.text().unwrap_or("");
                    self.say_at(say, Wrong::UnknownKey(key), entry.key.span());
                }
            }
        }
        for key in expected.filter(|key| self.value.entry(key).is_none()) {
            self.missing(key, say);
        }
    }

    /// A missing key is shown at the record's first key: the record itself may be the whole file.
    fn missing(self, key: &str, say: Say<'_>) {
        let first = self.value.entries().next();
        let span = first.map_or(self.value.span(), |entry| entry.key.span());
        match self.schema.property(key) {
            Some(schema) => {
                let spot = Spot {
                    schema,
                    title: &schema.title,
                    ..self
                };
                spot.say_at(say, Wrong::MissingKey(key), span);
            }
            None => self.say_at(say, Wrong::MissingKey(key), span),
        }
    }

    fn below<'b>(self, value: Value<'b>, schema: &'b Arc<Schema>, way: &'b Way<'b>) -> Spot<'b>
    where
        'w: 'b,
    {
        let has_title = !schema.title.zh.is_empty();
        Spot {
            value,
            schema,
            title: if has_title { &schema.title } else { self.title },
            way,
        }
    }
}

/// A key that is a list or a mapping is said where the file is read.
fn is_said_here(key: Value<'_>) -> bool {
    matches!(key.shape(), Shape::Scalar | Shape::Empty)
}
