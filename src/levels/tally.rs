//! Differences counted: by class, field, department, type and division.

use std::collections::BTreeMap;

use crate::catalog::Field;
use crate::levels::{Class, Compared, Stand, counts};

/// 计数: how many differences there are of each standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Those that the standard does not allow and nobody has approved.
    pub due: usize,
    /// Those among them that were decided about, before something changed or a day passed.
    pub void: usize,
    /// Those that may stay by a decision that holds.
    pub approved: usize,
    /// Those that the standard allows by itself.
    pub allowed: usize,
}

/// 汇总: the counts of some differences, as a whole and in parts.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// All of them.
    pub whole: Count,
    /// By class.
    pub classes: BTreeMap<Class, Count>,
    /// By field.
    pub fields: BTreeMap<Field, Count>,
    /// By the digits of the department in the base code.
    pub departments: BTreeMap<Box<str>, Count>,
    /// By the digits of the type in the base code.
    pub kinds: BTreeMap<Box<str>, Count>,
    /// By code of the division.
    pub divisions: BTreeMap<Box<str>, Count>,
}

impl Tally {
    /// Counts differences.
    pub fn of<'c, 'd>(differences: impl IntoIterator<Item = &'d Compared<'c>>) -> Tally
    where
        'c: 'd,
    {
        let mut tally = Tally::default();
        for one in differences {
            tally.add(one);
        }
        tally
    }

    fn add(&mut self, one: &Compared<'_>) {
        let departure = &one.departure;
        let matter = one.lower.catalog.matter(departure.lower);
        let base = matter.base_code().map_or("", |code| code.value);
        let digits = |range: std::ops::Range<usize>| base.get(range).unwrap_or("").into();
        let count = Count::of(one);
        self.whole.add(count);
        let class = departure.difference.class;
        self.classes.entry(class).or_default().add(count);
        let field = departure.difference.field;
        self.fields.entry(field).or_default().add(count);
        self.departments.entry(digits(4..6)).or_default().add(count);
        self.kinds.entry(digits(2..4)).or_default().add(count);
        let division = matter.division().unwrap_or_default();
        self.divisions
            .entry(division.into())
            .or_default()
            .add(count);
    }
}

impl Count {
    fn of(one: &Compared<'_>) -> Count {
        let mut count = Count::default();
        if !counts(one.lower.catalog, &one.departure) {
            count.allowed = 1;
        } else if one.departure.standing.is_approved() {
            count.approved = 1;
        } else {
            count.due = 1;
            count.void = usize::from(Stand::of(&one.departure.standing) == Stand::Void);
        }
        count
    }

    /// Adds another count.
    pub fn add(&mut self, other: Count) {
        self.due += other.due;
        self.void += other.void;
        self.approved += other.approved;
        self.allowed += other.allowed;
    }
}
