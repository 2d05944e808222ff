//! Where a lower matter departs from what an upper one has in effect. Pure comparing: whether a difference
//! is wrong, approved or welcome is said elsewhere.

use std::cmp::Ordering;

use crate::catalog::standard::{Direction, Form, Policy, PolicyKind, Standard};
use crate::catalog::{Catalog, Field, MatterId, effective_value, limit};
use crate::levels::elements::{elements, only_in};
use crate::levels::{Element, normal, without_level};
use crate::yaml::{Shape, Value};

/// 差异: a field in which a lower matter departs from an upper one.
#[derive(Clone, Debug)]
pub struct Difference<'c> {
    /// The field.
    pub field: Field,
    /// In what way.
    pub class: Class,
    /// The value below.
    pub lower: Value<'c>,
    /// The value above.
    pub upper: Value<'c>,
    /// Elements that only the upper list has.
    pub missing: Vec<Element<'c>>,
    /// Elements that only the lower list has.
    pub extra: Vec<Element<'c>>,
}

/// 差异类别: in what way two values differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// 不一致: different where they must be equal.
    Conflict,
    /// 放宽: moved the way the standard does not allow, such as a longer limit.
    Looser,
    /// 收紧: moved the way the standard allows, such as a shorter limit.
    Tighter,
    /// 缺少: elements of the upper list are gone.
    Missing,
    /// 多出: elements are there that the upper list does not have.
    Extra,
    /// 写法: only written differently.
    Wording,
}

/// Every difference between what a matter states itself and what another has in effect, in the order of the
/// fields. What it leaves to the level above never differs; what the other does not have at all is filled
/// in, not different; free fields are free.
pub fn differences(catalog: &Catalog, lower: MatterId, upper: MatterId) -> Vec<Difference<'_>> {
    let standard = &catalog.standard;
    let matter = catalog.matter(lower);
    standard
        .bound_fields()
        .filter_map(|field| {
            let own = matter.value(field)?;
            let above = effective_value(catalog, upper, field)?;
            difference(standard, field, own, above.value)
        })
        .collect()
}

/// The difference between two values of a field; `None` if they say the same, if either says nothing, or if
/// they cannot be compared (a value of the wrong kind, limits in units that no calendar makes equal).
pub fn difference<'c>(
    standard: &Standard,
    field: Field,
    lower: Value<'c>,
    upper: Value<'c>,
) -> Option<Difference<'c>> {
    let policy = standard.policy(field);
    let pair = Pair {
        field,
        lower,
        upper,
    };
    if lower.shape() == Shape::Empty || upper.shape() == Shape::Empty || is_copy(lower, upper) {
        return None;
    }
    match (policy.kind, &standard.field(field)?.form) {
        (PolicyKind::Free, _) => None,
        (_, Form::List { identity, .. }) => pair.lists(policy, identity),
        (PolicyKind::Locked, Form::Record { .. }) => pair.limits(|_| Class::Conflict),
        (PolicyKind::Locked, _) => pair.texts(standard),
        (PolicyKind::Directional, Form::Record { .. }) => {
            pair.limits(|order| direction(policy, order))
        }
        (PolicyKind::Directional, _) => pair.amounts(policy),
    }
}

/// Whether two values are the same letter for letter, as where one was copied from the other.
fn is_copy(left: Value<'_>, right: Value<'_>) -> bool {
    source(left) == source(right)
}

/// A value as it is written.
fn source(value: Value<'_>) -> &str {
    value.span().of(value.document().text())
}

/// Two values of one field.
#[derive(Clone, Copy)]
struct Pair<'c> {
    field: Field,
    lower: Value<'c>,
    upper: Value<'c>,
}

impl<'c> Pair<'c> {
    fn differ(self, class: Class) -> Difference<'c> {
        Difference {
            field: self.field,
            class,
            lower: self.lower,
            upper: self.upper,
            missing: Vec::new(),
            extra: Vec::new(),
        }
    }

    fn texts(self, standard: &Standard) -> Option<Difference<'c>> {
        let (lower, upper) = (self.lower.text()?, self.upper.text()?);
        if lower == upper {
            return None;
        }
        let comparable = |text| match self.field {
            Field::Name => normal(bare(standard, text)),
            _ => normal(text),
        };
        let same = comparable(lower) == comparable(upper);
        Some(self.differ(if same {
            Class::Wording
        } else {
            Class::Conflict
        }))
    }

    fn limits(self, class: impl Fn(Ordering) -> Class) -> Option<Difference<'c>> {
        let (lower, upper) = (limit(self.lower)?.value, limit(self.upper)?.value);
        match lower.partial_cmp(&upper) {
            _ if lower == upper => None,
            Some(order) => Some(self.differ(class(order))),
            None => {
                let locked = class(Ordering::Less) == class(Ordering::Greater);
                locked.then(|| self.differ(Class::Conflict))
            }
        }
    }

    fn amounts(self, policy: &Policy) -> Option<Difference<'c>> {
        let amount = |value: Value<'_>| amount(value.text()?, &policy.scale);
        let order = amount(self.lower)?.cmp(&amount(self.upper)?);
        (order != Ordering::Equal).then(|| self.differ(direction(policy, order)))
    }

    fn lists(self, policy: &Policy, identity: &[Box<str>]) -> Option<Difference<'c>> {
        if self.lower.shape() != Shape::Sequence || self.upper.shape() != Shape::Sequence {
            return None;
        }
        let (lower, upper) = (
            elements(self.lower, identity),
            elements(self.upper, identity),
        );
        let missing = only_in(&upper, &lower);
        let extra = only_in(&lower, &upper);
        let class = match (missing.is_empty(), extra.is_empty()) {
            (true, true) => return None,
            (false, true) => Class::Missing,
            (true, false) => Class::Extra,
            (false, false) if policy.kind == PolicyKind::Directional => Class::Extra,
            (false, false) => Class::Conflict,
        };
        Some(Difference {
            missing,
            extra,
            ..self.differ(class)
        })
    }
}

/// The name without a level in brackets at its end.
fn bare<'n>(standard: &Standard, name: &'n str) -> &'n str {
    without_level(name, &standard.tables.naming).map_or(name, |(bare, _)| bare)
}

/// Which way a lower amount moved.
fn direction(policy: &Policy, order: Ordering) -> Class {
    let allowed = match policy.direction {
        Some(Direction::NotLess) => Ordering::Greater,
        _ => Ordering::Less,
    };
    if order == allowed {
        Class::Tighter
    } else {
        Class::Looser
    }
}

/// A code by its place on the scale; without a scale a number, or no before yes.
fn amount(text: &str, scale: &[String]) -> Option<i64> {
    if !scale.is_empty() {
        let place = scale.iter().position(|code| code == text)?;
        return i64::try_from(place).ok();
    }
    match text {
        "false" => Some(0),
        "true" => Some(1),
        _ => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::read;

    fn class(field: Field, lower: &str, upper: &str) -> Option<Class> {
        let standard = Standard::bundled().unwrap();
        let (lower, upper) = (read(lower), read(upper));
        let found = difference(&standard, field, lower.root()?, upper.root()?);
        found.map(|difference| difference.class)
    }

    #[test]
    fn a_promise_may_be_shorter_but_not_longer() {
        let promised = |lower, upper| class(Field::PromisedLimit, lower, upper);
        let ten = "{days: 10, unit: working}";
        assert_eq!(
            promised("{days: 12, unit: working}", ten),
            Some(Class::Looser)
        );
        assert_eq!(
            promised("{days: 8, unit: working}", ten),
            Some(Class::Tighter)
        );
        assert_eq!(promised(ten, "{unit: working, days: 10}"), None);
        assert_eq!(promised("{days: 12, unit: calendar}", ten), None);
    }

    #[test]
    fn a_locked_limit_must_be_the_same_in_the_same_unit() {
        let statutory = |lower, upper| class(Field::StatutoryLimit, lower, upper);
        let twenty = "{days: 20, unit: working}";
        assert_eq!(
            statutory("{days: 15, unit: working}", twenty),
            Some(Class::Conflict)
        );
        assert_eq!(
            statutory("{days: 20, unit: calendar}", twenty),
            Some(Class::Conflict)
        );
        assert_eq!(
            statutory("{days: 28, unit: calendar}", twenty),
            Some(Class::Conflict)
        );
    }

    #[test]
    fn lists_are_compared_by_identity_never_by_place() {
        let basis = |lower, upper| class(Field::LegalBasis, lower, upper);
        let two = "[{law: 护照法, article: 4}, {law: 护照法, article: 5}]";
        let turned = "[{law: 护照法, article: 5, excerpt: 文}, {law: 护照法, article: 4}]";
        assert_eq!(basis(turned, two), None);
        assert_eq!(
            basis("[{law: 护照法, article: 4}]", two),
            Some(Class::Missing)
        );
        assert_eq!(
            basis("[{law: 护照法, article: 6}]", two),
            Some(Class::Conflict)
        );
    }

    #[test]
    fn materials_may_be_fewer_but_not_others() {
        let materials = |lower, upper| class(Field::Materials, lower, upper);
        let two = "[{name: 申请表（一）}, {name: 身份证}]";
        assert_eq!(materials("[{name: 身份证}]", two), Some(Class::Missing));
        assert_eq!(materials("[{name: 户口簿}]", two), Some(Class::Extra));
        assert_eq!(materials("[{name: 申请表(一)}, {name: 身份证}]", two), None);
    }

    #[test]
    fn a_name_written_otherwise_is_the_same_name() {
        let name = |lower, upper| class(Field::Name, lower, upper);
        assert_eq!(name("卫生许可(县级）", "卫生许可"), Some(Class::Wording));
        assert_eq!(name("卫生许可新办", "卫生许可"), Some(Class::Conflict));
        assert_eq!(name("卫生许可", "卫生许可"), None);
    }

    #[test]
    fn amounts_follow_their_direction_and_scale() {
        assert_eq!(class(Field::Visits, "2", "1"), Some(Class::Looser));
        assert_eq!(class(Field::Charged, "true", "false"), Some(Class::Looser));
        assert_eq!(
            class(Field::OnlineDepth, "\"9\"", "\"1\""),
            Some(Class::Looser)
        );
        assert_eq!(
            class(Field::OnlineDepth, "\"7\"", "\"6\""),
            Some(Class::Tighter)
        );
    }

    #[test]
    fn free_fields_and_silence_never_differ() {
        assert_eq!(class(Field::Place, "甲", "乙"), None);
        assert_eq!(class(Field::ResultName, "~", "证"), None);
    }
}
