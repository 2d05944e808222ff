//! Limits in days.

use std::cmp::Ordering;

/// 时限单位: how days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayUnit {
    /// 工作日.
    Working,
    /// 自然日.
    Calendar,
}

/// 办结时限: days within which a matter is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// How many.
    pub days: u32,
    /// Counted how.
    pub unit: DayUnit,
}

impl DayUnit {
    /// The unit with this word of the schema.
    pub fn from_word(word: &str) -> Option<DayUnit> {
        match word {
            "working" => Some(DayUnit::Working),
            "calendar" => Some(DayUnit::Calendar),
            _ => None,
        }
    }
}

impl PartialOrd for Limit {
    /// Limits in the same unit compare by days. Across units only what holds whatever the calendar says:
    /// n working days last at least n calendar days, so n calendar days are never the longer ones.
    fn partial_cmp(&self, other: &Limit) -> Option<Ordering> {
        match (self.unit, other.unit) {
            (left, right) if left == right => Some(self.days.cmp(&other.days)),
            (DayUnit::Working, DayUnit::Calendar) if self.days > other.days => {
                Some(Ordering::Greater)
            }
            (DayUnit::Calendar, DayUnit::Working) if self.days < other.days => Some(Ordering::Less),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_not_mixed_up() {
        let limit = |days, unit| Limit { days, unit };
        assert!(limit(20, DayUnit::Working) > limit(15, DayUnit::Working));
        assert!(limit(20, DayUnit::Working) > limit(19, DayUnit::Calendar));
        assert_eq!(
            limit(20, DayUnit::Working).partial_cmp(&limit(28, DayUnit::Calendar)),
            None
        );
    }
}
