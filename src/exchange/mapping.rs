//! Which column of a table is which field: proposed by the program, kept in a YAML file, changed by hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::catalog::standard::RecordKind;
use crate::text::{Message, Words, words};

/// 对应表: how the tables of a file become records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// One entry to a table that is taken.
    pub tables: Vec<TableMapping>,
}

/// How one table becomes records.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TableMapping {
    /// The sheet; left out where a file has only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// What its rows stand for.
    pub kind: RecordKind,
    /// The rows with the names of the columns.
    pub head: Head,
    /// What becomes of a local matter without a base code.
    #[serde(default)]
    pub without_base_code: WithoutBaseCode,
    /// Values for new records that lack them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub defaults: BTreeMap<String, String>,
    /// The columns.
    pub columns: Vec<Assigned>,
}

/// 表头: the rows with the names of the columns, as the spreadsheet numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
}

/// 无基本编码: what becomes of a local matter that no base code makes a code for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WithoutBaseCode {
    /// 不收: its row is rejected.
    #[default]
    Refuse,
    /// 收下: it is filed under its local code, to be aligned later.
    Keep,
}

/// 一列: what a column of the table is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Assigned {
    /// Its name in the table.
    pub column: String,
    /// The field; a column without one is not taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The table by which its codes are translated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codes: Option<String>,
}

/// What stands at the top of a mapping for the person who reads it.
const HEAD: &str = "\
# 表格与目录的对应表，可以改。field 是字段（留空或不写则不取这一列），codes 是换算表，见 schemas 的 exchange.yaml 和 types.yaml。
# How the columns of a table become fields; made to be changed. A column without a field is not taken; codes
# names a table of codes in exchange.yaml or types.yaml of the schemas.
# without_base_code: keep 按地方编码收下没有基本编码的事项，refuse 不收。
";

const NOT_A_MAPPING: Words = words("对应表有误：{error}", "the mapping is wrong: {error}");

impl Mapping {
    /// Reads a mapping.
    pub fn read(text: &str) -> Result<Mapping, Message> {
        serde_yaml::from_str(text)
            .map_err(|error| NOT_A_MAPPING.with(&[("error", &error.to_string())]))
    }

    /// The mapping as a file for people.
    pub fn write(&self) -> Result<String, Message> {
        let text = serde_yaml::to_string(self)
            .map_err(|error| NOT_A_MAPPING.with(&[("error", &error.to_string())]))?;
        Ok(format!("{HEAD}{text}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_read_as_it_was_written() {
        let column = |column: &str, field: Option<&str>| Assigned {
            column: column.to_owned(),
            field: field.map(str::to_owned),
            codes: None,
        };
        let mapping = Mapping {
            tables: vec![TableMapping {
                sheet: Some("清单".to_owned()),
                kind: RecordKind::Local,
                head: Head { first: 2, last: 3 },
                without_base_code: WithoutBaseCode::Keep,
                defaults: BTreeMap::from([("version".to_owned(), "1".to_owned())]),
                columns: vec![column("事项名称", Some("name")), column("序号", None)],
            }],
        };
        let text = mapping.write().unwrap();
        assert!(text.contains("without_base_code: keep"), "{text}");
        assert_eq!(Mapping::read(&text), Ok(mapping));
        assert!(Mapping::read("tables: [{kind: local, colums: []}]").is_err());
    }
}
