//! Which column a heading means: its key, its titles, its national names, or another known name.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::catalog::standard::{RecordKind, Standard};
use crate::exchange::column::wholes;
use crate::exchange::{Column, columns};

/// 列名: the columns of a kind of record by all their names.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// The columns; those of whole fields that have parts stand at the end.
    pub(super) columns: Vec<Column>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Names {
    pub(super) fn of(standard: &Standard, kind: RecordKind) -> Names {
        let mut columns = columns(standard, kind);
        columns.extend(wholes(standard, kind));
        let mut names = Names {
            columns,
            by_name: HashMap::new(),
        };
        names.add_own();
        names.add_others(standard, kind);
        names
    }

    /// The columns that a heading may mean, the likeliest first.
    pub(super) fn meant(&self, heading: &str) -> &[usize] {
        let whole = self.by_name.get(&normal(heading));
        let found = whole.or_else(|| self.by_name.get(&normal(&without_brackets(heading))));
        found.map_or(&[], Vec::as_slice)
    }

    /// The column with this key.
    pub(super) fn place(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| &*column.key == key)
    }

    fn add_own(&mut self) {
        let columns = self.columns.clone();
        for (place, column) in columns.iter().enumerate() {
            self.add(&column.key, vec![place]);
        }
        for (place, column) in columns.iter().enumerate() {
            self.add(&column.title.zh, vec![place]);
            self.add(&column.title.en, vec![place]);
        }
        for (place, column) in columns.iter().enumerate() {
            for name in &column.schema.national {
                self.add(name, vec![place]);
            }
        }
    }

    fn add_others(&mut self, standard: &Standard, kind: RecordKind) {
        let others = standard.tables.exchange.columns.iter();
        for other in others.filter(|other| other.kinds.contains(&kind)) {
            let places = other.fields.iter().filter_map(|key| self.place(key));
            let places: Vec<usize> = places.collect();
            for name in &other.names {
                self.add(name, places.clone());
            }
        }
    }

    /// The first to have a name keeps it; but a name that may mean several columns is left to the values.
    fn add(&mut self, name: &str, places: Vec<usize>) {
        let known = self.by_name.entry(normal(name)).or_default();
        if known.is_empty() || places.len() > known.len() {
            *known = places;
        }
    }
}

/// A name without what people write differently: width, case, blanks and marks.
fn normal(name: &str) -> String {
    let folded = name.nfkc().flat_map(char::to_lowercase);
    folded.filter(|letter| letter.is_alphanumeric()).collect()
}

/// A heading without what stands in brackets: 事项名称（必填）.
fn without_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    let outside = |letter: &char| {
        match letter {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    heading.chars().filter(outside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_by_every_name() {
        let names = Names::of(&Standard::bundled().unwrap(), RecordKind::Local);
        let meant = |heading| {
            let place = names.meant(heading).first();
            place.map(|place| &*names.columns[*place].key)
        };
        for (heading, key) in [
            ("promised_limit.days", "promised_limit.days"),
            ("PROMISE_DAY", "promised_limit.days"),
            ("承诺办结时限·天数", "promised_limit.days"),
            ("承诺办结时限", "promised_limit"),
            ("TASK_NAME", "name"),
            ("*事项名称（必填）", "name"),
            ("事项 名称", "name"),
            ("materials.name", "materials.name"),
            ("area_code", "division"),
        ] {
            assert_eq!(meant(heading), Some(key), "{heading}");
        }
        assert_eq!(meant("序号"), None);
    }
}
