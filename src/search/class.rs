//! How well a word fits a text, and what that is worth in each field.

/// 符合程度: how a word fits a text, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Class {
    /// It is the text.
    Whole,
    /// The text begins with it.
    Start,
    /// It stands in the text.
    Inside,
    /// The text begins with what it is the pinyin of.
    SoundStart,
    /// The text holds what it is the pinyin of.
    Sound,
    /// Initials are in it, and the text begins so.
    InitialStart,
    /// Initials are in it.
    Initial,
    /// Its letters stand in the text in their order, with others between.
    Scattered,
    /// One slip away.
    Near,
}

/// The fields that are looked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// 事项名称.
    Name,
    /// 俗称.
    Plain,
    /// Who, where and by which law: body, division, department, laws cited.
    Around,
}

/// A rank that is none.
pub(super) const NONE: u8 = u8::MAX;
/// The rank of a code typed whole.
pub(super) const CODE: u8 = 0;
/// The rank of a part of a code.
pub(super) const CODE_PART: u8 = 4;
/// The worst rank there is; several words add up to it at most.
pub(super) const WORST: u8 = 63;

impl Class {
    /// What it is worth in a field; less is better.
    pub(super) fn rank(self, place: Place) -> u8 {
        let ranks: [u8; 9] = match place {
            Place::Name => [1, 2, 3, 6, 7, 9, 10, 14, 15],
            Place::Plain => [5, 5, 5, 8, 8, 11, 11, 16, 16],
            Place::Around => [12, 12, 12, 13, 13, 13, 13, 17, 17],
        };
        ranks[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_before_plain_names_and_those_before_initials_and_slips() {
        assert!(Class::Start.rank(Place::Name) < Class::Inside.rank(Place::Name));
        assert!(Class::Inside.rank(Place::Name) < Class::Whole.rank(Place::Plain));
        assert!(Class::Whole.rank(Place::Plain) < Class::InitialStart.rank(Place::Name));
        assert!(Class::Initial.rank(Place::Name) < Class::Scattered.rank(Place::Name));
        assert!(Class::Scattered.rank(Place::Name) < Class::Near.rank(Place::Name));
    }
}
