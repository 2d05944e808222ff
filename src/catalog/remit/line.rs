//! One line of what someone may do: all that it states must hold, and what it does not state is not limited.

use crate::catalog::remit::{Belonging, lies_in, texts};
use crate::catalog::{FileKind, Registers};
use crate::text::Span;
use crate::yaml::Value;

/// 文件类别: what kind of file a change is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// 实施清单事项.
    Local,
    /// 基本目录事项.
    Base,
    /// 一件事.
    Bundles,
    /// 法律法规.
    Laws,
    /// 实施主体.
    Bodies,
    /// 行政区划.
    Divisions,
    /// 目录说明.
    Manifest,
    /// 问题基线.
    Baseline,
    /// 统一标准.
    Schemas,
    /// 其他: a file that the layout of a catalog does not have.
    Other,
}

const AREAS: [(&str, Area); 9] = [
    ("local", Area::Local),
    ("base", Area::Base),
    ("bundles", Area::Bundles),
    ("laws", Area::Laws),
    ("bodies", Area::Bodies),
    ("divisions", Area::Divisions),
    ("manifest", Area::Manifest),
    ("baseline", Area::Baseline),
    ("schemas", Area::Schemas),
];

/// 职责条目: one line of what someone may edit or approve.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Kinds of files; `None` for all, and local matters if the line states none.
    pub files: Option<Vec<Area>>,
    /// Codes of divisions, each with all below it.
    pub divisions: Option<Vec<String>>,
    /// Digits of levels.
    pub levels: Option<Vec<String>>,
    /// Codes of departments.
    pub departments: Option<Vec<String>>,
    /// Codes of types.
    pub types: Option<Vec<String>>,
    /// Where the line stands.
    pub span: Span,
}

impl Area {
    /// The word in the manifest; none for what no line can name.
    pub fn word(self) -> Option<&'static str> {
        let known = AREAS.iter().find(|(_, area)| *area == self);
        known.map(|(word, _)| *word)
    }

    /// The kind with a word.
    pub fn from_word(word: &str) -> Option<Area> {
        let known = AREAS.iter().find(|(known, _)| *known == word);
        known.map(|(_, area)| *area)
    }

    /// Of a file in the catalog folder.
    pub fn of(kind: FileKind) -> Area {
        match kind {
            FileKind::Manifest => Area::Manifest,
            FileKind::Divisions => Area::Divisions,
            FileKind::Bodies => Area::Bodies,
            FileKind::Laws => Area::Laws,
            FileKind::Base => Area::Base,
            FileKind::Local => Area::Local,
            FileKind::Bundle => Area::Bundles,
            FileKind::Baseline => Area::Baseline,
            FileKind::Misplaced => Area::Other,
        }
    }
}

impl Line {
    /// A line that is not a record states nothing that can be read, and fits nothing.
    pub(super) fn read(value: Value<'_>) -> Line {
        let list = |key| value.get(key).map(texts);
        let files = match list("files") {
            None => Some(vec![Area::Local]),
            Some(words) if words.iter().any(|word| word == "all") => None,
            Some(words) => Some(
                words
                    .iter()
                    .filter_map(|word| Area::from_word(word))
                    .collect(),
            ),
        };
        Line {
            files,
            divisions: list("divisions"),
            levels: list("levels"),
            departments: list("departments"),
            types: list("types"),
            span: value.span(),
        }
    }

    /// Whether it fits what lies at a place.
    pub fn fits(&self, belonging: &Belonging, registers: &Registers) -> bool {
        let is_in = |code: &String, of: &String| lies_in(registers, code, of);
        let is_at = |code: &String, level: &String| Belonging::level(registers, code) == *level;
        self.is_for(belonging.area)
            && holds(self.divisions.as_ref(), &belonging.divisions, is_in)
            && holds(self.levels.as_ref(), &belonging.divisions, is_at)
            && holds(
                self.departments.as_ref(),
                &belonging.departments,
                String::eq,
            )
            && holds(self.types.as_ref(), &belonging.types, String::eq)
    }

    /// Whether it fits some of the local matters of a division, be it of some departments or types only.
    pub fn reaches(&self, division: &str, registers: &Registers) -> bool {
        let belonging = Belonging::of_division(division);
        let wider = Line {
            departments: None,
            types: None,
            ..self.clone()
        };
        wider.fits(&belonging, registers)
    }

    /// Whether it is for such files.
    pub fn is_for(&self, area: Area) -> bool {
        self.files
            .as_ref()
            .is_none_or(|files| files.contains(&area))
    }

    /// Whether it fits everything that another line fits.
    pub fn covers(&self, other: &Line, registers: &Registers) -> bool {
        let files = match (&self.files, &other.files) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(files)) => files.iter().all(|file| own.contains(file)),
        };
        let is_in = |code: &String, of: &String| lies_in(registers, code, of);
        files
            && includes(self.divisions.as_ref(), other.divisions.as_ref(), is_in)
            && includes(self.levels.as_ref(), other.levels.as_ref(), String::eq)
            && includes(
                self.departments.as_ref(),
                other.departments.as_ref(),
                String::eq,
            )
            && includes(self.types.as_ref(), other.types.as_ref(), String::eq)
    }
}

/// Whether every value of a place is among those that a line names; it must have one, if the line names any.
fn holds(
    named: Option<&Vec<String>>,
    values: &[String],
    is: impl Fn(&String, &String) -> bool,
) -> bool {
    named.is_none_or(|named| {
        let is_named = |value: &String| named.iter().any(|of| is(value, of));
        !values.is_empty() && values.iter().all(is_named)
    })
}

fn includes(
    own: Option<&Vec<String>>,
    other: Option<&Vec<String>>,
    is: impl Fn(&String, &String) -> bool,
) -> bool {
    match (own, other) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(own), Some(other)) => other.iter().all(|value| own.iter().any(|of| is(value, of))),
    }
}
