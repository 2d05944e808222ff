//! From a cell to a value of the kind that the schema wants. What a spreadsheet has spoilt is refused by its
//! name, never guessed; a code of another system is translated by a table that the mapping names.

mod citation;
mod codes;
mod list;
mod said;
mod scalar;

use crate::catalog::Catalog;
use crate::catalog::standard::{Form, Standard};
use crate::exchange::reason::{NOT_A_LIMIT, Reason, of};
use crate::exchange::{Cell, Column};
use crate::yaml::Data;

pub(super) use codes::Codes;
pub(super) use said::said;

/// 读格: reads cells as values of one catalog's fields.
#[derive(Clone, Copy)]
pub(super) struct Parser<'c> {
    /// The catalog, whose registers tell names.
    pub(super) catalog: &'c Catalog,
}

impl<'c> Parser<'c> {
    pub(super) fn standard(self) -> &'c Standard {
        &self.catalog.standard
    }

    /// The value in a cell of a column; `None` if the cell says nothing.
    pub(super) fn value(
        self,
        cell: &Cell,
        column: &Column,
        codes: Option<&Codes>,
    ) -> Result<Option<Data>, Reason> {
        match said(cell, &column.schema, &self.standard().tables.exchange)? {
            None => Ok(None),
            Some(text) => self.text(&text, column, codes).map(Some),
        }
    }

    /// The value that a text stands for.
    pub(super) fn text(
        self,
        text: &str,
        column: &Column,
        codes: Option<&Codes>,
    ) -> Result<Data, Reason> {
        match &column.schema.form {
            Form::List { items, .. } => self.list(text, column, items, codes),
            Form::Record { .. } => self.limit(text),
            _ => self.scalar(text, (&column.field, &column.schema), codes),
        }
    }

    /// A limit in words: 5个工作日.
    fn limit(self, text: &str) -> Result<Data, Reason> {
        let wrong = || of(NOT_A_LIMIT, text);
        let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let word = text.get(digits.len()..).unwrap_or("").trim();
        let units = &self.standard().tables.exchange.units;
        let unit = units
            .iter()
            .find(|unit| unit.code == word)
            .ok_or_else(wrong)?;
        let days = digits.trim().parse().map_err(|_| wrong())?;
        Ok(Data::Map(vec![
            ("days".to_owned(), Data::Int(days)),
            ("unit".to_owned(), Data::from(unit.to.as_str())),
        ]))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalog::standard::RecordKind;
    use crate::exchange::names::Names;

    pub(super) fn parsed(
        key: &str,
        cell: &Cell,
        codes: Option<&str>,
    ) -> Result<Option<Data>, String> {
        let standard = Standard::bundled().unwrap();
        let names = Names::of(&standard, RecordKind::Local);
        let column = &names.columns[names.place(key).unwrap()];
        let codes = codes.map(|id| Codes::of(&standard, id).unwrap());
        let catalog = Catalog::new(Arc::new(standard), Vec::new());
        let parser = Parser { catalog: &catalog };
        let value = parser.value(cell, column, codes.as_ref());
        value.map_err(|reason| reason.en)
    }

    fn text(text: &str) -> Cell {
        Cell::text(text)
    }

    #[test]
    fn a_code_is_taken_as_it_stands_or_by_its_name() {
        let good = [
            ("type", "01", "01"),
            ("type", "行政许可", "01"),
            ("level", "县级", "4"),
            ("division", "511602000000", "511602"),
            ("division", "330106", "330106"),
            ("promised_limit.unit", "工作日", "working"),
            ("effective_on", "2023年1月5日", "2023-01-05"),
            ("effective_on", "2023/11/1", "2023-11-01"),
            ("local_code", "1927E2330", "1927E2330"),
        ];
        for (key, cell, value) in good {
            assert_eq!(
                parsed(key, &text(cell), None),
                Ok(Some(value.into())),
                "{key} {cell}"
            );
        }
        assert_eq!(parsed("type", &text("—"), None), Ok(None));
    }

    #[test]
    fn codes_of_another_system_are_translated_by_the_table_that_is_named() {
        assert_eq!(
            parsed("type", &text("7"), Some("unpadded")),
            Ok(Some("07".into()))
        );
        assert_eq!(
            parsed("type", &text("05"), Some("front-end")),
            Ok(Some("04".into()))
        );
        assert!(parsed("type", &text("13"), Some("front-end")).is_err());
        assert_eq!(
            parsed("type", &Cell::Number(20.0), Some("unpadded")),
            Ok(Some("20".into()))
        );
    }

    #[test]
    fn what_a_spreadsheet_spoilt_is_refused_and_named() {
        let refused = |key, cell, word: &str| {
            let reason = parsed(key, &cell, None).unwrap_err();
            assert!(reason.contains(word), "{key}: {reason}");
        };
        refused("base_code", text("1.64001E+08"), "scientific");
        refused("code", text("1.1330106E+30"), "scientific");
        refused("code", Cell::Number(1.133e30), "more than 15");
        refused("body", text("115113010833720000"), "more than 15");
        refused("base_code", Cell::Number(164_001_000.0), "leading zeros");
        refused("base_code", text("164001000"), "leading zeros");
        refused("type", text("1"), "leading zeros");
        refused("effective_on", Cell::Number(45_231.0), "serial number");
        refused("effective_on", text("45231"), "serial number");
        refused("effective_on", text("11/1/2023"), "no certain date");
        refused("effective_on", text("2023-02-30"), "no certain date");
        refused("hours", Cell::Day("2024-03-05".into()), "made the date");
        refused("name", Cell::Fault("#N/A".into()), "#N/A");
        refused("visits", text("两次"), "whole number");
        refused("visits", Cell::Number(1.5), "whole number");
    }

    #[test]
    fn a_list_is_parted_as_the_file_parts_it() {
        let list = |items: &[&str]| {
            Ok(Some(Data::List(
                items.iter().map(|item| Data::from(*item)).collect(),
            )))
        };
        assert_eq!(
            parsed("served", &text("自然人、企业法人"), None),
            list(&["1", "2"])
        );
        assert_eq!(
            parsed("served", &text("1,2；9"), None),
            list(&["1", "2", "9"])
        );
        assert_eq!(parsed("served", &Cell::Number(1.0), None), list(&["1"]));
        assert_eq!(
            parsed("plain_names", &text("办护照\n办证"), None),
            list(&["办护照", "办证"])
        );
        assert!(parsed("served", &text("火星人"), None).is_err());
    }

    #[test]
    fn records_are_one_to_a_line() {
        let pair = |key: &str, value: Data| (key.to_owned(), value);
        let basis = |law: &str, article, more: Vec<(String, Data)>| {
            let start = vec![pair("law", law.into()), pair("article", Data::Int(article))];
            Data::Map(start.into_iter().chain(more).collect())
        };
        let said = "《中华人民共和国森林法》第五十六条第二款：采伐林地上的林木。\n《森林法实施条例》（国务院令第278号）第30条";
        assert_eq!(
            parsed("legal_basis", &text(said), None),
            Ok(Some(Data::List(vec![
                basis(
                    "中华人民共和国森林法",
                    56,
                    vec![
                        pair("paragraph", Data::Int(2)),
                        pair("excerpt", "采伐林地上的林木。".into()),
                    ]
                ),
                basis("森林法实施条例", 30, vec![]),
            ])))
        );
        assert!(parsed("legal_basis", &text("有关规定"), None).is_err());
        let material = |name: &str| Data::Map(vec![pair("name", name.into())]);
        assert_eq!(
            parsed("materials", &text("1.身份证\n2、申请表"), None),
            Ok(Some(Data::List(vec![
                material("身份证"),
                material("申请表")
            ])))
        );
        let json = "{\"law\":\"甲\",\"article\":3}";
        assert_eq!(
            parsed("legal_basis", &text(json), None),
            Ok(Some(Data::List(vec![basis("甲", 3, vec![])])))
        );
        let limit = Data::Map(vec![
            pair("days", Data::Int(5)),
            pair("unit", "working".into()),
        ]);
        assert_eq!(
            parsed("promised_limit", &text("5个工作日"), None),
            Ok(Some(limit))
        );
        assert!(parsed("promised_limit", &text("5天"), None).is_err());
    }
}
