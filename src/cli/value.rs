//! From what stands on the command line to a value of the kind that the schema wants. Only the kind is
//! settled here; whether the value is allowed is the business of the rules.

use crate::catalog::standard::{Form, Schema};
use crate::text::{Message, words};
use crate::yaml::{Data, Shape, Value, read};

/// One or several words of the command line as a value. A list takes a word for each element; a record,
/// or a list in brackets, is written as in YAML.
pub(super) fn parse(schema: &Schema, words: &[&str]) -> Result<Data, Message> {
    match (&schema.form, words) {
        (Form::List { .. }, [only]) if only.starts_with('[') => written(schema, only),
        (Form::List { items, .. }, _) => {
            let elements = words.iter().map(|word| parse(items, &[word]));
            elements.collect::<Result<_, _>>().map(Data::List)
        }
        (Form::Record { .. }, [only]) => written(schema, only),
        (_, [only]) => scalar(schema, only),
        _ => Err(one_only()),
    }
}

fn one_only() -> Message {
    words("这个字段只能有一个值", "this field takes one value").into()
}

/// A scalar as its text, whatever the schema wants.
pub(super) fn as_text(words: &[&str]) -> Data {
    Data::Text(words.join(" "))
}

fn scalar(schema: &Schema, word: &str) -> Result<Data, Message> {
    let wrong = |message: crate::text::Words| message.with(&[("value", word)]);
    match &schema.form {
        Form::Integer { .. } => word
            .parse()
            .map(Data::Int)
            .map_err(|_| wrong(words("“{value}”不是整数", "{value} is not a whole number"))),
        Form::Boolean => match word {
            "true" | "yes" | "是" => Ok(Data::Bool(true)),
            "false" | "no" | "否" => Ok(Data::Bool(false)),
            _ => Err(wrong(words(
                "“{value}”不是 true 或 false",
                "{value} is neither true nor false",
            ))),
        },
        _ => Ok(Data::from(word)),
    }
}

fn written(schema: &Schema, word: &str) -> Result<Data, Message> {
    let document = read(word);
    match (document.problems(), document.root()) {
        ([], Some(root)) => typed(Some(schema), root),
        _ => Err(words(
            "要写成 {days: 5, unit: working} 这样的 YAML，读不懂“{value}”",
            "write it as YAML such as {days: 5, unit: working}; {value} cannot be read",
        )
        .with(&[("value", word)])),
    }
}

/// A value with the kinds that the schema gives it.
fn typed(schema: Option<&Schema>, value: Value<'_>) -> Result<Data, Message> {
    match (value.shape(), schema.map(|schema| &schema.form)) {
        (Shape::Sequence, form) => {
            let items = match form {
                Some(Form::List { items, .. }) => Some(items.as_ref()),
                _ => None,
            };
            let elements = value.items().map(|item| typed(items, item));
            elements.collect::<Result<_, _>>().map(Data::List)
        }
        (Shape::Mapping, _) => {
            let entries = value.entries().map(|entry| {
                let key = entry.key.text().unwrap_or("");
                let property = schema.and_then(|schema| schema.property(key));
                Ok((
                    key.to_owned(),
                    typed(property.map(AsRef::as_ref), entry.value)?,
                ))
            });
            entries.collect::<Result<_, Message>>().map(Data::Map)
        }
        (Shape::Scalar, _) => {
            let text = value.text().unwrap_or("");
            schema.map_or_else(|| Ok(Data::from(text)), |schema| scalar(schema, text))
        }
        (Shape::Empty | Shape::Alias, _) => Ok(Data::Empty),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::FileKind;
    use crate::catalog::standard::Standard;
    use crate::yaml::Path;

    fn parsed(path: &str, words: &[&str]) -> Result<Data, Message> {
        let standard = Standard::bundled().unwrap();
        let record = standard.schema(FileKind::Local).unwrap();
        parse(record.at(&Path::parse(path).unwrap()).unwrap(), words)
    }

    #[test]
    fn the_schema_decides_the_kind() {
        assert_eq!(parsed("promised_limit.days", &["5"]), Ok(Data::Int(5)));
        assert_eq!(parsed("status", &["1"]), Ok("1".into()));
        assert_eq!(parsed("charged", &["是"]), Ok(Data::Bool(true)));
        assert_eq!(
            parsed("served", &["1", "2"]),
            Ok(Data::List(vec!["1".into(), "2".into()]))
        );
        assert!(parsed("promised_limit.days", &["五"]).is_err());
        assert!(parsed("name", &["甲", "乙"]).is_err());
    }

    #[test]
    fn a_record_is_written_as_in_yaml() {
        let limit = Data::Map(vec![
            ("days".to_owned(), Data::Int(5)),
            ("unit".to_owned(), "working".into()),
        ]);
        assert_eq!(
            parsed("promised_limit", &["{days: 5, unit: working}"]),
            Ok(limit)
        );
        assert!(parsed("promised_limit", &["{days: 5"]).is_err());
        assert_eq!(
            parsed("served", &["[\"1\"]"]),
            Ok(Data::List(vec!["1".into()]))
        );
    }
}
