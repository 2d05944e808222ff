//! What the standard says of the change of a field: whether it touches what all levels must have alike, asks for
//! more, asks for less, or only says the same in other words.

use crate::catalog::standard::{Form, PolicyKind, Standard};
use crate::catalog::{Field, FileKind};
use crate::change::compare::{ChangeKind, FieldChange, FieldPath, Part};
use crate::levels::{Class, difference, normal};
use crate::yaml::{Data, Document, Shape, Value};

/// 判定: one changed field with its class.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The change.
    pub change: FieldChange,
    /// What it does.
    pub shift: Shift,
}

/// 改动性质: what the change of a field does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shift {
    /// 触及锁定: it changes what all levels must have alike.
    Locked,
    /// 放宽: it moves the way the standard does not allow a lower level to, such as a longer limit.
    Widens,
    /// 收紧: it moves the way the standard allows, such as a shorter limit.
    Tightens,
    /// 归正: it makes what all levels must have alike the same as above again.
    Aligns,
    /// 其他: it changes what may differ.
    Other,
    /// 写法: it says the same in other words.
    Wording,
}

impl Shift {
    /// Every class, the gravest first.
    pub const ALL: [Shift; 6] = [
        Shift::Locked,
        Shift::Widens,
        Shift::Tightens,
        Shift::Aligns,
        Shift::Other,
        Shift::Wording,
    ];

    /// Its word for a machine.
    pub fn word(self) -> &'static str {
        match self {
            Shift::Locked => "locked",
            Shift::Widens => "widens",
            Shift::Tightens => "tightens",
            Shift::Aligns => "aligns",
            Shift::Other => "other",
            Shift::Wording => "wording",
        }
    }

    /// The class with this word.
    pub fn from_word(word: &str) -> Option<Shift> {
        Shift::ALL.into_iter().find(|shift| shift.word() == word)
    }
}

/// What the changes of a file do.
pub fn judged(
    standard: &Standard,
    kind: FileKind,
    sides: (&Document, &Document),
    changes: Vec<FieldChange>,
) -> Vec<Judged> {
    let judge = |change| Judged {
        shift: shift(standard, kind, sides, &change),
        change,
    };
    changes.into_iter().map(judge).collect()
}

/// Looks again at what a local matter changed of what all levels must have alike: where it says what the base
/// matter says now, or leaves that to it, it is put right.
pub fn put_right(standard: &Standard, fields: &mut [Judged], after: &Document, base: &Document) {
    let is_alike = |field: Field| {
        let Some(above) = top(base, field) else {
            return false;
        };
        let Some(own) = top(after, field) else {
            return standard.policy(field).inherits;
        };
        matches!(
            difference(standard, field, own, above).map(|found| found.class),
            None | Some(Class::Wording)
        )
    };
    for judged in fields
        .iter_mut()
        .filter(|judged| judged.shift == Shift::Locked)
    {
        let field = judged.change.path.top().and_then(Field::from_key);
        if field.is_some_and(is_alike) {
            judged.shift = Shift::Aligns;
        }
    }
}

/// What a change of a field does.
fn shift(
    standard: &Standard,
    kind: FileKind,
    (before, after): (&Document, &Document),
    change: &FieldChange,
) -> Shift {
    if is_wording(change) {
        return Shift::Wording;
    }
    let field = change.path.top().and_then(Field::from_key);
    let (Some(field), FileKind::Base | FileKind::Local) = (field, kind) else {
        return Shift::Other;
    };
    let policy = standard.policy(field).kind;
    let (Some(old), Some(new)) = (top(before, field), top(after, field)) else {
        return if policy == PolicyKind::Locked {
            Shift::Locked
        } else {
            Shift::Other
        };
    };
    let is_deep = change.path.0.len() > 1 && old.shape() == Shape::Sequence;
    match (policy, difference(standard, field, new, old)) {
        (PolicyKind::Free, _) => Shift::Other,
        (_, Some(found)) if is_deep => {
            let part = part_of(standard, field, &change.path);
            of_element(part, found.class, policy, change)
        }
        (_, Some(found)) => of_class(found.class),
        // What tells the elements apart is as it was.
        (_, None) if is_deep => Shift::Other,
        (PolicyKind::Locked, None) => Shift::Locked,
        (PolicyKind::Directional, None) => Shift::Other,
    }
}

fn top(document: &Document, field: Field) -> Option<Value<'_>> {
    document.root()?.get(field.key())
}

fn of_class(class: Class) -> Shift {
    match class {
        Class::Conflict | Class::Missing | Class::Extra => Shift::Locked,
        Class::Looser => Shift::Widens,
        Class::Tighter => Shift::Tightens,
        Class::Wording => Shift::Wording,
    }
}

/// What of a list a change is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PartOf {
    /// An element as a whole.
    Element,
    /// What tells an element apart.
    Identity,
    /// What else an element says.
    Detail,
}

fn part_of(standard: &Standard, field: Field, path: &FieldPath) -> PartOf {
    let identity = match standard.field(field).map(|schema| &schema.form) {
        Some(Form::List { identity, .. }) => &**identity,
        _ => &[],
    };
    match path.0.as_slice() {
        [_, Part::Element(_)] => PartOf::Element,
        [_, _, Part::Key(key)] if identity.iter().any(|name| **name == **key) => PartOf::Identity,
        _ => PartOf::Detail,
    }
}

fn of_element(part: PartOf, class: Class, policy: PolicyKind, change: &FieldChange) -> Shift {
    match (part, policy, &change.kind) {
        (PartOf::Detail, ..) => Shift::Other,
        (_, PolicyKind::Directional, ChangeKind::Gone) => Shift::Tightens,
        (PartOf::Identity, PolicyKind::Directional, _) if class == Class::Missing => {
            Shift::Tightens
        }
        (_, PolicyKind::Directional, _) => Shift::Widens,
        _ => Shift::Locked,
    }
}

/// Whether a change only moves an element, or writes the same words otherwise.
fn is_wording(change: &FieldChange) -> bool {
    match (&change.kind, &change.before, &change.after) {
        (ChangeKind::Moved(_), ..) => true,
        (ChangeKind::Changed, Some(Data::Text(before)), Some(Data::Text(after))) => {
            normal(before) == normal(after)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::levels::amendment;
    use crate::yaml::read;

    fn shifts(path: &str, before: &str, after: &str) -> Vec<(String, Shift)> {
        let standard = Standard::bundled().unwrap();
        let (before, after) = (read(before), read(after));
        let sides = (Some(&before), Some(&after));
        let found = amendment(&standard, (path, None), sides).unwrap();
        let told = |judged: &Judged| (judged.change.path.top().unwrap().to_owned(), judged.shift);
        found.fields().iter().map(told).collect()
    }

    fn of_matter(before: &str, after: &str) -> Vec<(String, Shift)> {
        shifts("catalog/local/330106/x.yaml", before, after)
    }

    fn one(field: &str, shift: Shift) -> Vec<(String, Shift)> {
        vec![(field.to_owned(), shift)]
    }

    #[test]
    fn what_must_be_alike_is_locked() {
        let legal = "legal_basis: [{law: 食品安全法, article: 35}]\n";
        assert_eq!(
            of_matter("name: 甲\n", "name: 乙\n"),
            one("name", Shift::Locked)
        );
        assert_eq!(
            of_matter(legal, &legal.replace("35", "36")),
            [
                one("legal_basis", Shift::Locked),
                one("legal_basis", Shift::Locked)
            ]
            .concat()
        );
        assert_eq!(
            of_matter("name: 甲\nlevel: \"4\"\n", "level: \"4\"\n"),
            one("name", Shift::Locked)
        );
    }

    #[test]
    fn a_directional_field_widens_or_tightens() {
        let limit = |days: u8| format!("promised_limit: {{days: {days}, unit: working}}\n");
        assert_eq!(
            of_matter(&limit(5), &limit(9)),
            one("promised_limit", Shift::Widens)
        );
        assert_eq!(
            of_matter(&limit(9), &limit(5)),
            one("promised_limit", Shift::Tightens)
        );
        assert_eq!(
            of_matter("visits: 0\n", "visits: 1\n"),
            one("visits", Shift::Widens)
        );
        assert_eq!(
            of_matter("charged: true\n", "charged: false\n"),
            one("charged", Shift::Tightens)
        );
    }

    #[test]
    fn one_more_material_widens_one_fewer_tightens_and_copies_are_no_matter() {
        let one_of = "materials: [{name: 申请表, copies: 1}]\n";
        let two = "materials: [{name: 申请表, copies: 1}, {name: 身份证}]\n";
        assert_eq!(of_matter(one_of, two), one("materials", Shift::Widens));
        assert_eq!(of_matter(two, one_of), one("materials", Shift::Tightens));
        assert_eq!(
            of_matter(one_of, &one_of.replace('1', "2")),
            one("materials", Shift::Other)
        );
    }

    #[test]
    fn other_words_for_the_same_are_wording() {
        assert_eq!(
            of_matter("name: 许可（县级）\n", "name: 许可(县级)\n"),
            one("name", Shift::Wording)
        );
        assert_eq!(
            of_matter("place: 一楼\n", "place: 二楼\n"),
            one("place", Shift::Other)
        );
        assert_eq!(
            shifts("catalog/mulu.yaml", "title: 甲\n", "title: 乙\n"),
            one("title", Shift::Other)
        );
    }

    #[test]
    fn a_local_matter_that_says_what_the_base_matter_says_is_put_right() {
        let standard = Standard::bundled().unwrap();
        let base = read("name: 乙\ntype: \"01\"\n");
        let told = |before: &str, after: &str| {
            let (before, after) = (read(before), read(after));
            let path = ("catalog/local/330106/x.yaml", None);
            let found = amendment(&standard, path, (Some(&before), Some(&after))).unwrap();
            let mut fields = found.fields().to_vec();
            put_right(&standard, &mut fields, &after, &base);
            fields.iter().map(|judged| judged.shift).collect::<Vec<_>>()
        };
        assert_eq!(told("name: 甲\n", "name: 乙\n"), [Shift::Aligns]);
        assert_eq!(
            told("name: 甲\nlevel: \"4\"\n", "level: \"4\"\n"),
            [Shift::Aligns]
        );
        assert_eq!(told("name: 乙\n", "name: 丙\n"), [Shift::Locked]);
    }
}
