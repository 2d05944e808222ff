//! What the catalog knows besides matters: the manifest, divisions, bodies and laws.

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

use crate::catalog::{CodePlan, File, FileKind, Law, Manifest};
use crate::text::Span;
use crate::yaml::Value;

/// 登记簿: divisions, bodies and laws, each by its key; the first entry of a key counts.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// The manifest.
    pub manifest: Manifest,
    /// Retired and reserved codes.
    pub codes: CodePlan,
    /// 行政区划, in the order of the file.
    pub divisions: Vec<Division>,
    /// 实施主体, in the order of the file.
    pub bodies: Vec<Body>,
    /// 法律法规, in the order of the files.
    pub laws: Vec<Law>,
    division_by_code: HashMap<Box<str>, usize>,
    body_by_code: HashMap<Box<str>, usize>,
    /// `None` where several bodies share an organisation code.
    body_by_organisation: HashMap<Box<str>, Option<usize>>,
    law_by_title: HashMap<Box<str>, usize>,
}

/// 行政区划: one division.
#[derive(Clone, Debug)]
pub struct Division {
    /// Its code.
    pub code: Box<str>,
    /// Its name.
    pub name: Box<str>,
    /// Digit of its level.
    pub level: Box<str>,
    /// Code of the division above, if the register says so.
    pub parent: Option<Box<str>>,
    /// Where the entry stands.
    pub span: Span,
}

/// 实施主体: one body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its credit code.
    pub code: Box<str>,
    /// Its name.
    pub name: Box<str>,
    /// The division it belongs to.
    pub division: Box<str>,
    /// Its department, two digits.
    pub department: Box<str>,
    /// Digit of its nature.
    pub nature: Box<str>,
    /// Where the entry stands.
    pub span: Span,
}

impl Registers {
    /// Reads the registers out of a catalog's files.
    pub fn read<'f>(files: impl Iterator<Item = &'f Arc<File>>) -> Registers {
        let mut registers = Registers::default();
        let kept = |file: &&Arc<File>| {
            matches!(
                file.kind,
                FileKind::Manifest | FileKind::Divisions | FileKind::Bodies | FileKind::Laws
            )
        };
        for file in files.filter(kept) {
            let Some(root) = file.document().root() else {
                continue;
            };
            if file.kind == FileKind::Manifest {
                registers.codes = CodePlan::read(root);
            }
            match file.kind {
                FileKind::Manifest => registers.manifest = Manifest::read(root),
                FileKind::Divisions => registers
                    .divisions
                    .extend(list(root, "divisions").filter_map(division)),
                FileKind::Bodies => registers
                    .bodies
                    .extend(list(root, "bodies").filter_map(body)),
                FileKind::Laws => registers
                    .laws
                    .extend(list(root, "laws").filter_map(|entry| Law::read(file, entry))),
                _ => {}
            }
        }
        registers.division_by_code =
            first_of_each(registers.divisions.iter().map(|division| &*division.code));
        registers.body_by_code = first_of_each(registers.bodies.iter().map(|body| &*body.code));
        registers.body_by_organisation = only_of_each(&registers.bodies);
        registers.law_by_title = first_of_each(registers.laws.iter().map(Law::title));
        registers
    }

    /// The division with this code.
    pub fn division(&self, code: &str) -> Option<&Division> {
        self.division_by_code
            .get(code)
            .and_then(|place| self.divisions.get(*place))
    }

    /// The body with this credit code.
    pub fn body(&self, code: &str) -> Option<&Body> {
        self.body_by_code
            .get(code)
            .and_then(|place| self.bodies.get(*place))
    }

    /// The only body whose credit code holds this organisation code of nine characters.
    pub fn body_of_organisation(&self, code: &str) -> Option<&Body> {
        let place = self.body_by_organisation.get(code).copied().flatten()?;
        self.bodies.get(place)
    }

    /// The law with this full title.
    pub fn law(&self, title: &str) -> Option<&Law> {
        self.law_by_title
            .get(title)
            .and_then(|place| self.laws.get(*place))
    }

    /// The divisions above one, nearest first; a circle in the register ends the way.
    pub fn above<'r>(&'r self, code: &'r str) -> impl Iterator<Item = &'r Division> {
        let parent = |code: &str| {
            self.division(code)?
                .parent
                .as_deref()
                .and_then(|code| self.division(code))
        };
        std::iter::successors(parent(code), move |division| parent(&division.code)).take(8)
    }
}

fn first_of_each<'k>(keys: impl ExactSizeIterator<Item = &'k str>) -> HashMap<Box<str>, usize> {
    let mut places = HashMap::with_capacity(keys.len());
    for (place, key) in keys.enumerate() {
        places.entry(key.into()).or_insert(place);
    }
    places
}

/// The bodies by the organisation code inside their credit codes.
fn only_of_each(bodies: &[Body]) -> HashMap<Box<str>, Option<usize>> {
    let mut places = HashMap::with_capacity(bodies.len());
    for (place, body) in bodies.iter().enumerate() {
        let organisation = body.code.get(8..17);
        if let Some(organisation) = organisation.filter(|_| body.code.len() == 18) {
            let only = places.entry(organisation.into()).or_insert(Some(place));
            *only = only.filter(|first| *first == place);
        }
    }
    places
}

fn list<'d>(root: Value<'d>, key: &str) -> impl Iterator<Item = Value<'d>> + use<'d> {
    root.get(key).into_iter().flat_map(|value| value.items())
}

fn text<'d>(value: Value<'d>, key: &str) -> Option<&'d str> {
    value.get(key).and_then(|value| value.text())
}

fn boxed(value: Value<'_>, key: &str) -> Option<Box<str>> {
    text(value, key).map(Box::from)
}

fn division(value: Value<'_>) -> Option<Division> {
    Some(Division {
        code: boxed(value, "code")?,
        name: boxed(value, "name").unwrap_or_default(),
        level: boxed(value, "level").unwrap_or_default(),
        parent: boxed(value, "parent"),
        span: value.span(),
    })
}

fn body(value: Value<'_>) -> Option<Body> {
    Some(Body {
        code: boxed(value, "code")?,
        name: boxed(value, "name").unwrap_or_default(),
        division: boxed(value, "division").unwrap_or_default(),
        department: boxed(value, "department").unwrap_or_default(),
        nature: boxed(value, "nature").unwrap_or_default(),
        span: value.span(),
    })
}
