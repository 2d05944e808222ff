//! What a value says, without its places and its dress.

use crate::yaml::{Shape, Style, Value};

/// What a value says: what is put in, and what an edit is held to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Data {
    /// Nothing, as after `key:`.
    #[default]
    Empty,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A text. A number with a point, a date, a code without quotes is a text too.
    Text(String),
    /// A list.
    List(Vec<Data>),
    /// Keys with values, in order.
    Map(Vec<(String, Data)>),
}

impl Data {
    /// What a value says. An alias is never followed; it says its own name, `*name`.
    pub fn of(value: Value<'_>) -> Data {
        match value.shape() {
            Shape::Empty => Data::Empty,
            Shape::Scalar => Data::of_scalar(value),
            Shape::Alias => Data::Text(value.span().of(value.document().text()).to_owned()),
            Shape::Sequence => Data::List(value.items().map(Data::of).collect()),
            Shape::Mapping => {
                let entry = |entry: crate::yaml::Entry<'_>| {
                    (entry.key.raw().to_owned(), Data::of(entry.value))
                };
                Data::Map(value.entries().map(entry).collect())
            }
        }
    }

    fn of_scalar(value: Value<'_>) -> Data {
        let text = value.raw();
        match text {
            _ if value.style() != Some(Style::Plain) => Data::Text(text.to_owned()),
            "true" | "True" | "TRUE" => Data::Bool(true),
            "false" | "False" | "FALSE" => Data::Bool(false),
            _ => match text.parse::<i64>() {
                // `007` and `+7` are no numbers to everyone; their text counts.
                Ok(number) if number.to_string() == text => Data::Int(number),
                _ => Data::Text(text.to_owned()),
            },
        }
    }
}

impl From<&str> for Data {
    fn from(text: &str) -> Data {
        Data::Text(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::read;

    #[test]
    fn only_what_everyone_reads_alike_is_a_number_or_a_truth_value() {
        let document =
            read("[1, -20, 007, +7, 1.5, 1e3, 99999999999999999999, true, yes, '1', ~, \"true\"]");
        let said = Data::of(document.root().unwrap());
        let text = Data::from;
        assert_eq!(
            said,
            Data::List(vec![
                Data::Int(1),
                Data::Int(-20),
                text("007"),
                text("+7"),
                text("1.5"),
                text("1e3"),
                text("99999999999999999999"),
                Data::Bool(true),
                text("yes"),
                text("1"),
                Data::Empty,
                text("true"),
            ])
        );
    }
}
