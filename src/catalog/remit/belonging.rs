//! Where something lies in the eyes of the manifest: in which kind of file, at which divisions, of which
//! departments and types.

use std::sync::Arc;

use crate::catalog::remit::Area;
use crate::catalog::{Field, File, FileKind, Floor, Matter, Registers};
use crate::terms::{BaseCode, DivisionCode};
use crate::yaml::Value;

/// 归属: what a line of the manifest is held against. Where path, fields and codes disagree, all of them count,
/// so that a wrong field opens no door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// The kind of file.
    pub area: Area,
    /// Codes of divisions.
    pub divisions: Vec<String>,
    /// Codes of departments.
    pub departments: Vec<String>,
    /// Codes of types.
    pub types: Vec<String>,
}

impl Belonging {
    /// A file as a whole, without a place.
    pub fn of_area(area: Area) -> Belonging {
        Belonging {
            area,
            divisions: Vec::new(),
            departments: Vec::new(),
            types: Vec::new(),
        }
    }

    /// The local matters of a division.
    pub fn of_division(code: &str) -> Belonging {
        Belonging {
            divisions: vec![code.to_owned()],
            ..Belonging::of_area(Area::Local)
        }
    }

    /// Where a file lies as a whole.
    pub fn of_file(file: &Arc<File>) -> Belonging {
        match file.kind {
            FileKind::Base | FileKind::Local => Belonging::of_matter(file),
            FileKind::Bundle => Belonging {
                departments: text(file.document().root(), "lead_department").collect(),
                ..Belonging::of_area(Area::Bundles)
            },
            kind => Belonging::of_area(Area::of(kind)),
        }
    }

    /// A matter that cannot be read still lies in its folder.
    fn of_matter(file: &Arc<File>) -> Belonging {
        let floor = match file.kind {
            FileKind::Base => Floor::Base,
            _ => Floor::Local,
        };
        let matter = Matter {
            file: Arc::clone(file),
            floor,
        };
        let stated = |field| matter.text(field).map(|text| text.value.to_owned());
        let code = matter.base_code().map(|code| code.value);
        let code = code.and_then(|code| BaseCode::parse(code).ok());
        let own = |segment: fn(&BaseCode) -> &str| code.map(|code| segment(&code).to_owned());
        let folder = |of| (floor == of).then(|| file.folder().to_owned());
        let division = stated(Field::Division).filter(|_| floor == Floor::Local);
        Belonging {
            area: Area::of(file.kind),
            divisions: distinct([folder(Floor::Local), division]),
            departments: distinct([
                folder(Floor::Base),
                stated(Field::Department),
                own(BaseCode::department),
            ]),
            types: distinct([stated(Field::Type), own(BaseCode::kind), None]),
        }
    }

    /// Where an entry of a register lies. A division belongs to the one above it too; of the place of a law only
    /// the first digits are written.
    pub(super) fn of_entry(kind: FileKind, entry: Value<'_>) -> Belonging {
        let says = |key| text(Some(entry), key);
        let area = Area::of(kind);
        let (divisions, departments) = match kind {
            FileKind::Bodies => (says("division").collect(), says("department").collect()),
            FileKind::Divisions => (says("code").chain(says("parent")).collect(), Vec::new()),
            FileKind::Laws => (
                says("region")
                    .map(|region| format!("{region:0<6}"))
                    .collect(),
                Vec::new(),
            ),
            _ => (Vec::new(), Vec::new()),
        };
        Belonging {
            divisions,
            departments,
            ..Belonging::of_area(area)
        }
    }

    /// The level of a division: as registered, or else by the digits.
    pub(super) fn level(registers: &Registers, code: &str) -> String {
        let registered = registers.division(code).map(|division| &*division.level);
        let by_digits = match code.len() {
            12 => "6",
            9 => "5",
            6 if code.ends_with("0000") => "2",
            6 if code.ends_with("00") => "3",
            6 => "4",
            _ => "",
        };
        registered.unwrap_or(by_digits).to_owned()
    }
}

/// Whether a division is another one or lies below it: by the register, or by the digits if it has none such.
pub fn lies_in(registers: &Registers, code: &str, of: &str) -> bool {
    if code == of || registers.above(code).any(|above| &*above.code == of) {
        return true;
    }
    if registers.division(code).is_some() {
        return false;
    }
    let parent = DivisionCode::parse(code).and_then(|code| code.parent());
    parent.is_some_and(|parent| lies_in(registers, parent.as_str(), of))
}

fn text(value: Option<Value<'_>>, key: &str) -> impl Iterator<Item = String> {
    let found = value.and_then(|value| value.get(key)?.text());
    found.map(str::to_owned).into_iter()
}

fn distinct<const N: usize>(values: [Option<String>; N]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for value in values.into_iter().flatten() {
        if !found.contains(&value) {
            found.push(value);
        }
    }
    found
}
