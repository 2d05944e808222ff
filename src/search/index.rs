//! The index: rows that point at distinct texts, one row a matter, in the order of the catalog.

use std::hash::Hash;

use foldhash::{HashMap, HashMapExt};

use crate::catalog::Catalog;
use crate::search::codes::Codes;

use crate::search::texts::Texts;
use crate::search::{Affected, Facet, Record, affected};

/// 索引: what can be found of every matter.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) texts: Texts,
    pub(super) rows: Vec<Row>,
    pub(super) codes: Codes,
    /// Lists of plain names, as texts.
    pub(super) plains: Numbered<Box<[u32]>>,
    /// Lists of themes.
    themes: Numbered<Box<[Box<str>]>>,
    pub(super) bodies: Keys,
    pub(super) divisions: Keys,
    pub(super) departments: Keys,
    /// Base codes, with the laws that are cited there.
    pub(super) bases: Keys,
    kinds: Keys,
    levels: Keys,
    statuses: Keys,
    /// Counts the states; what was found in another one is stale.
    pub(super) version: u64,
}

/// One matter; every number is one of a text, a list or a key.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    pub(super) name: u32,
    pub(super) plains: u32,
    themes: u32,
    pub(super) body: u32,
    pub(super) division: u32,
    pub(super) base: u32,
    pub(super) department: u16,
    kind: u16,
    level: u8,
    status: u8,
}

/// Values that are numbered as they come.
#[derive(Clone, Debug)]
pub(super) struct Numbered<T> {
    pub(super) all: Vec<T>,
    by_value: HashMap<T, u32>,
}

/// Codes with the texts by which each of them is found.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    pub(super) codes: Numbered<Box<str>>,
    pub(super) texts: Vec<Vec<u32>>,
}

impl Index {
    /// The index of a catalog.
    pub fn of(catalog: &Catalog) -> Index {
        let mut index = Index::default();
        for (id, _) in catalog.matters() {
            let record = Record::of(catalog, id);
            let row = index.row(catalog, &record);
            index.rows.push(row);
            index.codes.push(&record);
        }
        index
    }

    /// Follows a change of some files. After a change of the registers, all is read anew, and the laws cited
    /// are to be told again.
    pub fn follow(&mut self, before: &Catalog, after: &Catalog, paths: &[Box<str>]) {
        let version = self.version + 1;
        match affected(before, after, paths) {
            Some(affected) => self.take(after, &affected),
            None => *self = Index::of(after),
        }
        self.version = version;
    }

    fn take(&mut self, catalog: &Catalog, affected: &Affected) {
        let mut rows = std::mem::take(&mut self.rows);
        affected.follow(&mut rows, |id| self.row(catalog, &Record::of(catalog, id)));
        self.rows = rows;
        self.codes.follow(catalog, affected);
    }

    /// Tells which laws the matters of a base code cite.
    pub fn cite(&mut self, base_code: &str, titles: &[Box<str>]) {
        let titles = titles
            .iter()
            .map(|title| self.texts.number(title))
            .collect();
        let key = self.bases.number(base_code, Vec::new);
        if let Some(texts) = self.bases.texts.get_mut(key as usize) {
            *texts = titles;
        }
        self.version += 1;
    }

    /// How many matters there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn row(&mut self, catalog: &Catalog, record: &Record<'_>) -> Row {
        let registers = &catalog.registers;
        let texts = &mut self.texts;
        let plains: Box<[u32]> = record
            .plain_names
            .iter()
            .map(|name| texts.number(name))
            .collect();
        let persons = record
            .themes_person
            .iter()
            .map(|theme| format!("p:{theme}"));
        let firms = record
            .themes_corporate
            .iter()
            .map(|theme| format!("c:{theme}"));
        let themes: Box<[Box<str>]> = persons.chain(firms).map(Box::from).collect();
        let named = |texts: &mut Texts| {
            let body = registers.body(record.body);
            body.map(|body| texts.number(&body.name))
                .into_iter()
                .collect()
        };
        let body = self.bodies.number(record.body, || named(texts));
        let area = self.divisions.number(record.division, || {
            let own = registers.division(record.division).into_iter();
            let all = own.chain(registers.above(record.division));
            all.map(|division| texts.number(&division.name)).collect()
        });
        let department = self.departments.number(record.department, || {
            let named = catalog.standard.department(record.department).into_iter();
            let both = named.flat_map(|named| [&named.zh, &named.en]);
            both.map(|name| texts.number(name)).collect()
        });
        Row {
            name: texts.number(record.name),
            plains: self.plains.number(&plains),
            themes: self.themes.number(&themes),
            body,
            division: area,
            base: self.bases.number(record.base_code, Vec::new),
            department: narrow(department),
            kind: narrow(self.kinds.number(record.kind, Vec::new)),
            level: narrow(self.levels.number(record.level, Vec::new)),
            status: narrow(self.statuses.number(record.status, Vec::new)),
        }
    }

    /// The matters that have one of some values, as marks by place.
    pub fn having(&self, facet: Facet, values: &[Box<str>]) -> Vec<bool> {
        let has = |list: &[Box<str>]| list.iter().any(|value| values.contains(value));
        let wanted: Vec<bool> = if let Some(keys) = self.keys(facet) {
            let codes = keys.codes.all.iter();
            codes.map(|code| values.contains(code)).collect()
        } else {
            self.themes.all.iter().map(|list| has(list)).collect()
        };
        let is_wanted = |row: &Row| wanted.get(row.of(facet)).copied().unwrap_or_default();
        self.rows.iter().map(is_wanted).collect()
    }

    /// The values of a property with how many matters have each, out of those marked; by code.
    pub fn counts(&self, facet: Facet, among: impl Fn(usize) -> bool) -> Vec<(Box<str>, usize)> {
        let keys = self.keys(facet);
        let many = keys.map_or(self.themes.all.len(), |keys| keys.codes.all.len());
        let mut counts = vec![0usize; many];
        for (place, row) in self.rows.iter().enumerate() {
            if let Some(count) = counts.get_mut(row.of(facet)).filter(|_| among(place)) {
                *count += 1;
            }
        }
        let mut values: HashMap<&str, usize> = HashMap::new();
        for (number, count) in counts
            .into_iter()
            .enumerate()
            .filter(|(_, count)| *count > 0)
        {
            let one = keys
                .and_then(|keys| keys.codes.all.get(number))
                .map(std::slice::from_ref);
            let list = self.themes.all.get(number).map(|list| &**list);
            for value in one.or(list.filter(|_| keys.is_none())).unwrap_or_default() {
                *values.entry(value).or_default() += count;
            }
        }
        let mut values: Vec<_> = values
            .into_iter()
            .map(|(code, n)| (code.into(), n))
            .collect();
        values.sort_unstable();
        values
    }

    fn keys(&self, facet: Facet) -> Option<&Keys> {
        match facet {
            Facet::Division => Some(&self.divisions),
            Facet::Level => Some(&self.levels),
            Facet::Kind => Some(&self.kinds),
            Facet::Department => Some(&self.departments),
            Facet::Status => Some(&self.statuses),
            Facet::Theme => None,
        }
    }

    /// Bytes held, about.
    pub fn bytes(&self) -> usize {
        let keys = [
            &self.bodies,
            &self.divisions,
            &self.departments,
            &self.bases,
        ];
        let keys: usize = keys.iter().map(|keys| keys.texts.len() * 120).sum();
        self.texts.bytes() + self.codes.bytes() + self.rows.len() * size_of::<Row>() + keys
    }
}

impl Row {
    fn of(&self, facet: Facet) -> usize {
        match facet {
            Facet::Division => self.division as usize,
            Facet::Level => self.level.into(),
            Facet::Kind => self.kind.into(),
            Facet::Department => self.department.into(),
            Facet::Theme => self.themes as usize,
            Facet::Status => self.status.into(),
        }
    }
}

impl<T> Default for Numbered<T> {
    fn default() -> Numbered<T> {
        Numbered {
            all: Vec::new(),
            by_value: HashMap::new(),
        }
    }
}

impl<T: Clone + Eq + Hash> Numbered<T> {
    fn number(&mut self, value: &T) -> u32 {
        if let Some(number) = self.by_value.get(value) {
            return *number;
        }
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(value.clone());
        self.by_value.insert(value.clone(), number);
        number
    }
}

impl Keys {
    fn number(&mut self, code: &str, texts: impl FnOnce() -> Vec<u32>) -> u32 {
        if let Some(number) = self.codes.by_value.get(code) {
            return *number;
        }
        self.texts.push(texts());
        self.codes.number(&code.into())
    }
}

/// A number that has little room: there are never so many types or levels.
fn narrow<N: TryFrom<u32> + Default>(number: u32) -> N {
    N::try_from(number).unwrap_or_default()
}
