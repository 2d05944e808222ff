//! From a place in one matter to the same place in another: an element of a list stands there under another
//! number, or not at all.

use std::collections::HashMap;

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Catalog, Field, Floor, MatterId};
use crate::change::compare::partners;
use crate::tui::form::{Place, field_of, value_at};
use crate::yaml::{Data, Path, Step};

/// 对应处: finds the places of one matter in another, and remembers which elements belong together.
pub(super) struct Counterparts<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) own: MatterId,
    pub(super) other: MatterId,
    known: HashMap<Path, Vec<Option<usize>>>,
}

impl<'c> Counterparts<'c> {
    pub(super) fn new(catalog: &'c Catalog, own: MatterId, other: MatterId) -> Counterparts<'c> {
        Counterparts {
            catalog,
            own,
            other,
            known: HashMap::new(),
        }
    }

    /// The same place in the other matter; `None` if it lacks the element.
    pub(super) fn of(&mut self, path: &Path) -> Option<Path> {
        let [code, base_code] = [Field::Code, Field::BaseCode].map(|field| Path::key(field.key()));
        let is_code = *path == code || *path == base_code;
        // What a local matter calls its base code is the code of a base matter.
        if is_code && self.floor(self.own) != self.floor(self.other) {
            return match self.floor(self.own) {
                Floor::Base => Some(base_code).filter(|_| *path == code),
                Floor::Local => Some(code).filter(|_| *path == base_code),
            };
        }
        let (mut own, mut other) = (Path::default(), Path::default());
        for step in &path.0 {
            let there = match step {
                Step::Key(_) => step.clone(),
                Step::Index(place) => Step::Index(self.partner(&own, &other, *place)?),
            };
            own.0.push(step.clone());
            other.0.push(there);
        }
        Some(other)
    }

    fn floor(&self, id: MatterId) -> Floor {
        self.catalog.matter(id).floor
    }

    fn partner(&mut self, own: &Path, other: &Path, place: usize) -> Option<usize> {
        if !self.known.contains_key(own) {
            let of = self.elements(self.own, own);
            let among = self.elements(self.other, other);
            let schema = self.schema(own);
            let found = partners(&of, &among, schema);
            self.known.insert(own.clone(), found);
        }
        self.known.get(own)?.get(place).copied().flatten()
    }

    fn elements(&self, id: MatterId, path: &Path) -> Vec<Data> {
        let list = value_at(self.catalog, Place { id, path });
        let items = list.into_iter().flat_map(|list| list.items());
        items.map(Data::of).collect()
    }

    /// What a value at a place must be.
    pub(super) fn schema(&self, path: &Path) -> Option<&'c Schema> {
        let field = self.catalog.standard.field(field_of(path)?)?;
        let mut below = path.0.iter().skip(1);
        below.try_fold(&**field, |schema, step| match (step, &schema.form) {
            (Step::Key(key), _) => schema.property(key).map(AsRef::as_ref),
            (Step::Index(_), Form::List { items, .. }) => Some(&**items),
            (Step::Index(_), _) => None,
        })
    }
}
