//! The index: rows that point at distinct texts, one row a matter, in the order of the catalog.

use std::hash::Hash;

use foldhash::{HashMap, HashMapExt};

use crate::catalog::Catalog;
use crate::search::codes::parts;

use crate::search::texts::Texts;
use crate::search::{Affected, Facet, Record, affected};

/// 索引: what can be found of every matter.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) texts: Texts,
    pub(super) rows: Vec<Row>,
    pub(super) whats: Numbered<What>,
    pub(super) whos: Numbered<Who>,
    /// Lists of plain names, as texts.
    pub(super) plains: Numbered<Box<[u32]>>,
    /// Lists of themes.
    themes: Numbered<Box<[Box<str>]>>,
    /// Parts of codes.
    pub(super) parts: Numbered<Box<str>>,
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

/// One matter: what it is, which it shares with the same matter elsewhere, and whose, which it shares with
/// others of the same body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) what: u32,
    pub(super) who: u32,
}

/// 何事: what a matter is; every number is one of a text, a list or a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct What {
    pub(super) name: u32,
    pub(super) plains: u32,
    pub(super) base: u32,
    /// The end of its code, and its other codes.
    pub(super) tail: u32,
    pub(super) more: u32,
    kind: u32,
    themes: u32,
}

/// 何人何地: whose a matter is, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Who {
    pub(super) body: u32,
    pub(super) division: u32,
    pub(super) department: u32,
    /// The start of its code.
    pub(super) head: u32,
    level: u32,
    status: u32,
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
        let [head, tail, more] = parts(record).map(|part| self.parts.number(&part.into()));
        let what = What {
            name: texts.number(record.name),
            plains: self.plains.number(&plains),
            base: self.bases.number(record.base_code, Vec::new),
            tail,
            more,
            kind: self.kinds.number(record.kind, Vec::new),
            themes: self.themes.number(&themes),
        };
        let who = Who {
            body,
            division: area,
            department,
            head,
            level: self.levels.number(record.level, Vec::new),
            status: self.statuses.number(record.status, Vec::new),
        };
        Row {
            what: self.whats.number(&what),
            who: self.whos.number(&who),
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
        let is_wanted = |key: usize| wanted.get(key).copied().unwrap_or_default();
        let by_what = self
            .whats
            .all
            .iter()
            .map(|what| what.of(facet).map(is_wanted));
        let by_who = self.whos.all.iter().map(|who| who.of(facet).map(is_wanted));
        let (by_what, by_who): (Vec<_>, Vec<_>) = (by_what.collect(), by_who.collect());
        let is_so = |row: &Row| {
            let what = by_what.get(row.what as usize).copied().flatten();
            what.or_else(|| by_who.get(row.who as usize).copied().flatten())
        };
        self.rows
            .iter()
            .map(|row| is_so(row).unwrap_or_default())
            .collect()
    }

    /// The values of a property with how many matters have each, out of those marked; by code.
    pub fn counts(&self, facet: Facet, among: impl Fn(usize) -> bool) -> Vec<(Box<str>, usize)> {
        let keys = self.keys(facet);
        let many = keys.map_or(self.themes.all.len(), |keys| keys.codes.all.len());
        let mut counts = vec![0usize; many];
        for (_, row) in self
            .rows
            .iter()
            .enumerate()
            .filter(|(place, _)| among(*place))
        {
            let key = self.key_of(*row, facet);
            if let Some(count) = key.and_then(|key| counts.get_mut(key)) {
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

    fn key_of(&self, row: Row, facet: Facet) -> Option<usize> {
        let what = self.whats.all.get(row.what as usize);
        let who = self.whos.all.get(row.who as usize);
        let key = what.and_then(|what| what.of(facet));
        key.or_else(|| who.and_then(|who| who.of(facet)))
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

    /// Bytes held, about; what is numbered is held twice.
    pub fn bytes(&self) -> usize {
        let keys = [
            &self.bodies,
            &self.divisions,
            &self.departments,
            &self.bases,
        ];
        let keys: usize = keys.iter().map(|keys| keys.texts.len() * 120).sum();
        let parts: usize = self.parts.all.iter().map(|part| 2 * part.len() + 40).sum();
        let whats = self.whats.all.len() * (2 * size_of::<What>() + 8);
        let whos = self.whos.all.len() * (2 * size_of::<Who>() + 8);
        let rows = self.rows.len() * size_of::<Row>();
        self.texts.bytes() + rows + whats + whos + parts + keys
    }
}

impl What {
    /// The key of a property, if it is one of a matter by itself.
    fn of(&self, facet: Facet) -> Option<usize> {
        match facet {
            Facet::Kind => Some(self.kind as usize),
            Facet::Theme => Some(self.themes as usize),
            _ => None,
        }
    }
}

impl Who {
    /// The key of a property, if it is one of body and place.
    fn of(&self, facet: Facet) -> Option<usize> {
        match facet {
            Facet::Division => Some(self.division as usize),
            Facet::Department => Some(self.department as usize),
            Facet::Level => Some(self.level as usize),
            Facet::Status => Some(self.status as usize),
            Facet::Kind | Facet::Theme => None,
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
