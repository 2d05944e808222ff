//! Which differences are asked for: by what they are, where they are, and what was decided about them.

use crate::catalog::Field;
use crate::levels::{Class, Compared, Scope, Standing, counts};

/// 筛选: which differences are asked for. An empty list asks for any.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Classes.
    pub classes: Vec<Class>,
    /// Fields.
    pub fields: Vec<Field>,
    /// Departments, by their digits in the base code.
    pub departments: Vec<Box<str>>,
    /// Types, by their digits in the base code.
    pub kinds: Vec<Box<str>>,
    /// Places.
    pub places: Vec<Scope>,
    /// Base or implementation codes.
    pub matters: Vec<Box<str>>,
    /// Where they stand.
    pub stands: Vec<Stand>,
    /// Whether those are asked for, too, that nobody need look at: allowed by the standard, or approved.
    pub is_all: bool,
}

/// 处置情况: where a difference stands, in three words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// 待处理: nobody has decided.
    Open,
    /// 已处置: decided, and it holds.
    Decided,
    /// 已失效: decided once; one side has changed since, or the day has passed.
    Void,
}

impl Stand {
    /// Every one, in the order of the help.
    pub const ALL: [Stand; 3] = [Stand::Open, Stand::Decided, Stand::Void];

    /// Where a difference stands.
    pub fn of(standing: &Standing<'_>) -> Stand {
        match standing {
            Standing::Open => Stand::Open,
            Standing::Decided(_) => Stand::Decided,
            Standing::Changed(_) | Standing::Lapsed(_) => Stand::Void,
        }
    }

    /// The word on the command line and in reports for machines.
    pub fn word(self) -> &'static str {
        match self {
            Stand::Open => "open",
            Stand::Decided => "decided",
            Stand::Void => "void",
        }
    }

    /// The one with this word.
    pub fn from_word(word: &str) -> Option<Stand> {
        Stand::ALL.into_iter().find(|stand| stand.word() == word)
    }
}

impl Filter {
    /// Whether a difference is of the kind asked for.
    pub fn asks(&self, one: &Compared<'_>) -> bool {
        let departure = &one.departure;
        let matter = one.lower.catalog.matter(departure.lower);
        let base = matter.base_code().map_or("", |code| code.value);
        let code = matter.code().map_or("", |code| code.value);
        let digits = |range: std::ops::Range<usize>| base.get(range).unwrap_or("");
        let place = |scope: &Scope| scope.holds(one.lower.catalog, departure.lower);
        is_among(&self.classes, &departure.difference.class)
            && is_among(&self.fields, &departure.difference.field)
            && is_among(&self.stands, &Stand::of(&departure.standing))
            && (self.departments.is_empty()
                || self.departments.iter().any(|one| **one == *digits(4..6)))
            && (self.kinds.is_empty() || self.kinds.iter().any(|one| **one == *digits(2..4)))
            && (self.places.is_empty() || self.places.iter().any(place))
            && (self.matters.is_empty()
                || self
                    .matters
                    .iter()
                    .any(|one| [base, code].contains(&&**one)))
    }

    /// Whether a difference is to be listed: it is asked for, and is one that somebody should look at. To
    /// ask for a class, or for what is decided, is to ask for what need not be looked at, too.
    pub fn lists(&self, one: &Compared<'_>) -> bool {
        let departure = &one.departure;
        let is_due = counts(one.lower.catalog, departure) || !self.classes.is_empty();
        let is_undecided =
            !departure.standing.is_approved() || self.stands.contains(&Stand::Decided);
        self.asks(one) && (self.is_all || (is_due && is_undecided))
    }
}

fn is_among<T: PartialEq>(wanted: &[T], one: &T) -> bool {
    wanted.is_empty() || wanted.contains(one)
}
