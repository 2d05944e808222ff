//! What three texts say, joined value by value.

use crate::catalog::standard::{Form, Schema};
use crate::merge::list::join_list;
use crate::merge::marked::marked;
use crate::merge::text::join_words;
use crate::text::Marks;
use crate::yaml::{Data, Path, Step};

/// 冲突: one place that both sides changed, each in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Where.
    pub place: ClashPlace,
    /// What both began with; `None` where there was nothing.
    pub base: Option<Data>,
    /// What we made of it; `None` if we took it away.
    pub ours: Option<Data>,
    /// What they made of it; `None` if they took it away.
    pub theirs: Option<Data>,
}

impl Clash {
    /// Whether both sides can stand there, one behind the other.
    pub fn takes_both(&self) -> bool {
        together(self.ours.as_ref(), self.theirs.as_ref()).is_some()
    }
}

/// Where two sides clash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClashPlace {
    /// In the value at this path of the joined text.
    Field(Path),
    /// In lines of a file that cannot be read field by field; the first of them in ours, from 1.
    Lines(usize),
    /// The whole file: one side took it away.
    File,
}

/// One of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What we made.
    Ours,
    /// What they made.
    Theirs,
    /// Ours, and theirs behind it; ours where two values cannot stand together.
    Both,
}

/// A value as the base, we and they have it.
pub(super) type Values<'d> = [Option<&'d Data>; 3];

/// What is done where the sides clash.
#[derive(Clone, Copy, Debug)]
pub(super) enum Settling<'s> {
    /// The side that is chosen is taken, in the order of the clashes; ours where nothing is.
    Chosen(&'s [Side]),
    /// Both stand there, with signs around them.
    Marked(Marks<'s>),
}

/// Joins values and gathers what clashes.
pub(super) struct Joiner<'c> {
    settling: Settling<'c>,
    way: Vec<Step>,
    pub(super) clashes: Vec<Clash>,
}

impl<'c> Joiner<'c> {
    pub(super) fn new(settling: Settling<'c>) -> Joiner<'c> {
        Joiner {
            settling,
            way: Vec::new(),
            clashes: Vec::new(),
        }
    }

    /// A value joined; `None` if it is to be gone.
    pub(super) fn value(&mut self, schema: Option<&Schema>, values: Values<'_>) -> Option<Data> {
        let [base, ours, theirs] = values;
        if ours == theirs || base == theirs {
            return ours.cloned();
        }
        if base == ours {
            return theirs.cloned();
        }
        match (base, ours, theirs) {
            (None | Some(Data::Map(_)), Some(Data::Map(_)), Some(Data::Map(_))) => {
                Some(self.map(schema, values))
            }
            (None | Some(Data::List(_)), Some(Data::List(ours)), Some(Data::List(theirs))) => {
                let base = match base {
                    Some(Data::List(base)) => base.as_slice(),
                    _ => &[],
                };
                join_list(self, schema, [base, ours, theirs]).or_else(|| self.clash(values))
            }
            (Some(Data::Text(base)), Some(Data::Text(ours)), Some(Data::Text(theirs)))
                if is_prose(schema, base) =>
            {
                let joined = join_words(base, ours, theirs).map(Data::Text);
                joined.or_else(|| self.clash(values))
            }
            _ => self.clash(values),
        }
    }

    /// Notes a clash; the value that is chosen, or else ours, or one with both in it.
    pub(super) fn clash(&mut self, values: Values<'_>) -> Option<Data> {
        let [base, ours, theirs] = values;
        let place = self.clashes.len();
        self.clashes.push(Clash {
            place: ClashPlace::Field(Path(self.way.clone())),
            base: base.cloned(),
            ours: ours.cloned(),
            theirs: theirs.cloned(),
        });
        match self.settling {
            Settling::Chosen(choices) => taken(choices.get(place).copied(), ours, theirs),
            Settling::Marked(marks) => Some(Data::Text(marked(values, marks))),
        }
    }

    /// Joins what lies one step further down.
    pub(super) fn below(
        &mut self,
        step: Step,
        schema: Option<&Schema>,
        values: Values<'_>,
    ) -> Option<Data> {
        self.way.push(step);
        let joined = self.value(schema, values);
        self.way.pop();
        joined
    }

    /// Corrects the place of an element in the clashes noted since there were `known`.
    pub(super) fn settle_place(&mut self, known: usize, at: usize) {
        let depth = self.way.len();
        for clash in self.clashes.iter_mut().skip(known) {
            if let ClashPlace::Field(path) = &mut clash.place
                && let Some(step) = path.0.get_mut(depth)
            {
                *step = Step::Index(at);
            }
        }
    }

    pub(super) fn map(&mut self, schema: Option<&Schema>, values: Values<'_>) -> Data {
        let [base, ours, theirs] = values.map(|value| entries(value.unwrap_or(&Data::Empty)));
        let keys = [base, ours, theirs].map(|entries| {
            entries
                .iter()
                .map(|(key, _)| key.as_str())
                .collect::<Vec<_>>()
        });
        let mut joined = Vec::new();
        for key in woven(&keys) {
            let schema = schema.and_then(|schema| schema.property(key));
            let values = [base, ours, theirs].map(|entries| get(entries, key));
            let step = Step::Key(key.to_owned());
            let value = self.below(step, schema.map(AsRef::as_ref), values);
            joined.extend(value.map(|value| (key.to_owned(), value)));
        }
        Data::Map(joined)
    }
}

/// The side that is chosen; ours if none is.
pub(super) fn taken(
    side: Option<Side>,
    ours: Option<&Data>,
    theirs: Option<&Data>,
) -> Option<Data> {
    match side {
        Some(Side::Theirs) => theirs.cloned(),
        Some(Side::Both) => together(ours, theirs).or_else(|| ours.cloned()),
        Some(Side::Ours) | None => ours.cloned(),
    }
}

/// Two values as one, ours first; `None` where they cannot stand together.
fn together(ours: Option<&Data>, theirs: Option<&Data>) -> Option<Data> {
    match (ours?, theirs?) {
        (Data::Text(ours), Data::Text(theirs))
            if [ours, theirs].iter().any(|side| is_words(side)) =>
        {
            let gap = if ours.ends_with('\n') { "" } else { "\n" };
            Some(Data::Text(format!("{ours}{gap}{theirs}")))
        }
        (Data::List(ours), Data::List(theirs)) => {
            let only_theirs = theirs.iter().filter(|item| !ours.contains(item));
            Some(Data::List(
                ours.iter().chain(only_theirs).cloned().collect(),
            ))
        }
        _ => None,
    }
}

fn entries(data: &Data) -> &[(String, Data)] {
    match data {
        Data::Map(entries) => entries,
        _ => &[],
    }
}

fn get<'d>(entries: &'d [(String, Data)], key: &str) -> Option<&'d Data> {
    let found = entries.iter().find(|(name, _)| name == key);
    found.map(|(_, value)| value)
}

/// Whether a text is one of words, of which a part may change without the rest; a code, a date or a choice
/// stands or falls as a whole.
fn is_prose(schema: Option<&Schema>, base: &str) -> bool {
    match schema.map(|schema| (&schema.form, schema.is_code)) {
        Some((Form::Text(form), is_code)) => {
            form.choices.is_empty() && form.pattern.is_none() && form.format.is_none() && !is_code
        }
        Some(_) => false,
        None => is_words(base),
    }
}

/// Whether a text looks like words, where no schema says what it is.
fn is_words(text: &str) -> bool {
    text.contains('\n') || !text.is_ascii()
}

/// The names of all elements of three sides, each once, in an order that keeps that of both sides as far as
/// they agree: the order of the side that changed it, with what only the other has behind its neighbour.
pub(super) fn woven<'n>([base, ours, theirs]: &[Vec<&'n str>; 3]) -> Vec<&'n str> {
    let shared = |side: &Vec<&'n str>| -> Vec<&'n str> {
        let is_shared = |name: &&&str| [base, ours, theirs].iter().all(|side| side.contains(name));
        side.iter().filter(is_shared).copied().collect()
    };
    let (lead, follow) = if shared(ours) == shared(base) {
        (theirs, ours)
    } else {
        (ours, theirs)
    };
    let mut woven = lead.clone();
    for (at, name) in follow.iter().enumerate() {
        if woven.contains(name) {
            continue;
        }
        let before = follow.get(..at).and_then(<[&str]>::last);
        let place = before.and_then(|before| woven.iter().position(|known| known == before));
        woven.insert(place.map_or(0, |place| place + 1), name);
    }
    woven
}
