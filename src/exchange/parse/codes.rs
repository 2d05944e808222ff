//! The codes of another system, as a mapping names them.

use std::collections::HashMap;

use crate::catalog::standard::Standard;

/// 换算表: the codes of another system with those here; a code without one has no counterpart.
#[derive(Clone, Debug)]
pub(in crate::exchange) struct Codes {
    /// What the mapping calls it.
    pub(in crate::exchange) id: String,
    to: HashMap<String, Option<String>>,
}

impl Codes {
    /// The table with this id: one of the exchange table, or a legacy numbering of the types.
    pub(in crate::exchange) fn of(standard: &Standard, id: &str) -> Option<Codes> {
        let tables = &standard.tables;
        let codes = tables.exchange.codes.iter().find(|codes| codes.id == id);
        let own = codes.map(|codes| {
            let values = codes.values.iter();
            let to = values.map(|value| (value.code.clone(), Some(value.to.clone())));
            to.collect()
        });
        let legacy = tables.legacy.iter().find(|numbering| numbering.id == id);
        let legacy = legacy.map(|numbering| {
            let values = numbering.values.iter();
            let to = values.map(|value| (value.code.clone(), value.kind.clone()));
            to.collect()
        });
        Some(Codes {
            id: id.to_owned(),
            to: own.or(legacy)?,
        })
    }

    /// The ids of the tables that there are for a field.
    pub(in crate::exchange) fn ids<'s>(
        standard: &'s Standard,
        key: &'s str,
    ) -> impl Iterator<Item = &'s str> {
        let tables = &standard.tables;
        let own = tables.exchange.codes.iter();
        let own = own.filter(move |codes| codes.fields.iter().any(|field| field == key));
        let legacy = tables.legacy.iter().filter(move |_| key == "type");
        own.map(|codes| &*codes.id)
            .chain(legacy.map(|numbering| &*numbering.id))
    }

    /// The code here for a code there.
    pub(in crate::exchange) fn here(&self, there: &str) -> Option<&str> {
        self.to.get(there)?.as_deref()
    }
}
