//! What a change does to one file, field by field, and what the standard says of it: whether it touches what all
//! levels must have alike, asks for more, asks for less, or only says the same in other words.

use crate::catalog::standard::{Form, PolicyKind, Standard};
use crate::catalog::{Field, FileKind};
use crate::change::compare::{
    ChangeKind, Comparison, FieldChange, FieldPath, Part, compare, compare_data,
};
use crate::levels::{Class, difference, normal};
use crate::text::Message;
use crate::yaml::{Data, Document, Shape, Value};

/// 改动文件: a file that a change makes, takes away or alters.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// Path below the root: `catalog/…` or `schemas/…`.
    pub path: Box<str>,
    /// Where the same matter lay before, if elsewhere.
    pub was: Option<Box<str>>,
    /// Whether it came, went or stayed.
    pub fate: Fate,
    /// What it says otherwise.
    pub what: Amended,
    /// What it says afterwards, or said before it went.
    pub subject: Subject,
    /// Why it cannot be told by fields: what is found wrong, and in which line.
    pub fault: Option<(usize, Message)>,
}

/// Whether a file came, went or stayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// 新增.
    New,
    /// 删除.
    Gone,
    /// 修改.
    Changed,
}

/// What a file says otherwise.
#[derive(Clone, Debug)]
pub enum Amended {
    /// These fields.
    Fields(Vec<Judged>),
    /// Comments and layout alone; or, of a file that moved, nothing.
    Layout,
    /// It cannot be told by fields, since a side cannot be read: both texts.
    Text(Box<[String; 2]>),
}

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
    /// 其他: it changes what may differ.
    Other,
    /// 写法: it says the same in other words.
    Wording,
}

/// What a file is about, as far as it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Its code: of a local matter the implementation code, of a base matter the base code.
    pub code: Option<String>,
    /// Its base code.
    pub base_code: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// Its division.
    pub division: Option<String>,
}

impl Shift {
    /// Every class, the gravest first.
    pub const ALL: [Shift; 5] = [
        Shift::Locked,
        Shift::Widens,
        Shift::Tightens,
        Shift::Other,
        Shift::Wording,
    ];

    /// Its word for a machine.
    pub fn word(self) -> &'static str {
        match self {
            Shift::Locked => "locked",
            Shift::Widens => "widens",
            Shift::Tightens => "tightens",
            Shift::Other => "other",
            Shift::Wording => "wording",
        }
    }

    /// The class with this word.
    pub fn from_word(word: &str) -> Option<Shift> {
        Shift::ALL.into_iter().find(|shift| shift.word() == word)
    }
}

impl Amendment {
    /// The fields that are changed; none where it cannot be told.
    pub fn fields(&self) -> &[Judged] {
        match &self.what {
            Amended::Fields(fields) => fields,
            Amended::Layout | Amended::Text(_) => &[],
        }
    }

    /// Drops the fields that are of other classes.
    pub fn keep(&mut self, classes: &[Shift]) {
        if let Amended::Fields(fields) = &mut self.what {
            fields.retain(|judged| classes.contains(&judged.shift));
        }
    }

    /// The file below the catalog folder; one of the standard by its whole path.
    pub fn inner(&self) -> &str {
        self.path.strip_prefix("catalog/").unwrap_or(&self.path)
    }
}

/// What differs between two texts of a file; `None` if nothing does. `path` and `was` are below the root.
pub fn amendment(
    standard: &Standard,
    (path, was): (&str, Option<&str>),
    (before, after): (Option<&Document>, Option<&Document>),
) -> Option<Amendment> {
    let kind = FileKind::of(path.strip_prefix("catalog/").unwrap_or(path));
    let schema = standard.schema(kind).map(AsRef::as_ref);
    let (fate, compared) = match (before, after) {
        (None, None) => return None,
        (None, Some(after)) => (
            Fate::New,
            whole(after, |said| compare_data(&nothing(), said, schema)),
        ),
        (Some(before), None) => (
            Fate::Gone,
            whole(before, |said| compare_data(said, &nothing(), schema)),
        ),
        (Some(before), Some(after)) => (Fate::Changed, compare(before, after, schema)),
    };
    let text =
        |side: Option<&Document>| side.map_or_else(String::new, |side| side.text().to_string());
    let what = match compared {
        Comparison::Same if was.is_none() => return None,
        Comparison::Same | Comparison::Layout => Amended::Layout,
        Comparison::Text => Amended::Text(Box::new([text(before), text(after)])),
        Comparison::Fields(changes) => {
            let judge = |change| Judged {
                shift: match (before, after) {
                    (Some(before), Some(after)) => shift(standard, kind, (before, after), &change),
                    _ => Shift::Other,
                },
                change,
            };
            Amended::Fields(changes.into_iter().map(judge).collect())
        }
    };
    Some(Amendment {
        path: path.into(),
        was: was.map(Into::into),
        fate,
        what,
        subject: after.or(before).map(subject).unwrap_or_default(),
        fault: None,
    })
}

fn nothing() -> Data {
    Data::Map(Vec::new())
}

fn whole(document: &Document, compared: impl Fn(&Data) -> Vec<FieldChange>) -> Comparison {
    match document.root() {
        Some(root) if document.is_editable() && root.shape() == Shape::Mapping => {
            Comparison::Fields(compared(&Data::of(root)))
        }
        _ => Comparison::Text,
    }
}

fn subject(document: &Document) -> Subject {
    let root = document.root();
    let text = |field: Field| {
        let value = root?.get(field.key())?;
        value.text().map(str::to_owned)
    };
    let base_code = text(Field::BaseCode);
    Subject {
        code: text(Field::Code).or_else(|| base_code.clone()),
        base_code,
        name: text(Field::Name),
        division: text(Field::Division),
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
    fn what_cannot_be_read_is_told_as_text() {
        let standard = Standard::bundled().unwrap();
        let (before, after) = (read("name: 甲\n"), read("name: [乙\n"));
        let told =
            |before, after| amendment(&standard, ("catalog/base/01/a.yaml", None), (before, after));
        let found = told(Some(&before), Some(&after)).unwrap();
        assert!(matches!(&found.what, Amended::Text(sides) if sides[1] == "name: [乙\n"));
        assert!(told(Some(&before), Some(&before)).is_none());
        let gone = told(Some(&before), None).unwrap();
        assert_eq!((gone.fate, gone.fields().len()), (Fate::Gone, 1));
    }
}
