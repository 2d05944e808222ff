//! What a change does to one file, field by field.

use crate::catalog::standard::Standard;
use crate::catalog::{Field, FileKind};
use crate::change::compare::{Comparison, FieldChange, compare, compare_data};
use crate::levels::shift::{Judged, Shift, judged};
use crate::text::Message;
use crate::yaml::{Data, Document, Shape};

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
            let other = |change| Judged {
                shift: Shift::Other,
                change,
            };
            Amended::Fields(match (before, after) {
                (Some(before), Some(after)) => judged(standard, kind, (before, after), changes),
                _ => changes.into_iter().map(other).collect(),
            })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::read;

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
