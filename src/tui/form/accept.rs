//! From what a person typed to a value of the schema, or to the reason why it is none.

use crate::catalog::standard::{Form, Format, Schema, TextForm};
use crate::text::{Message as Saying, words};
use crate::yaml::Data;

/// The value that a typed text stands for.
pub(crate) fn accept(schema: &Schema, typed: &str) -> Result<Data, Saying> {
    match &schema.form {
        Form::Text(form) => text(schema, form, typed).map(Data::Text),
        Form::Integer { min, max } => integer(*min, *max, typed).map(Data::Int),
        Form::Boolean | Form::List { .. } | Form::Record { .. } => {
            Err(words("这里不能直接输入", "this cannot be typed in").into())
        }
    }
}

fn text(schema: &Schema, form: &TextForm, typed: &str) -> Result<String, Saying> {
    let trimmed = typed.trim();
    let text = if schema.is_code || form.format.is_some() {
        half_width(trimmed)
    } else {
        trimmed.to_owned()
    };
    if text.is_empty() {
        return Err(words("不能为空", "this may not be empty").into());
    }
    has_right_length(form, &text)?;
    if !form.choices.is_empty() && !form.choices.iter().any(|choice| *choice.value == *text) {
        return Err(words("不在可选的值之中", "this is not one of the choices").into());
    }
    has_right_form(form, &text)?;
    Ok(text)
}

fn has_right_length(form: &TextForm, text: &str) -> Result<(), Saying> {
    let length = text.chars().count();
    let values = |bound: usize| [("bound", bound.to_string()), ("n", length.to_string())];
    let say = |said: crate::text::Words, bound: usize| {
        let values = values(bound);
        said.with(&values.each_ref().map(|(name, value)| (*name, &**value)))
    };
    if length < form.min {
        let said = words(
            "至少 {bound} 个字，现有 {n} 个",
            "at least {bound} characters, not {n}",
        );
        return Err(say(said, form.min));
    }
    if length > form.max {
        let said = words(
            "至多 {bound} 个字，现有 {n} 个",
            "at most {bound} characters, not {n}",
        );
        return Err(say(said, form.max));
    }
    Ok(())
}

fn has_right_form(form: &TextForm, text: &str) -> Result<(), Saying> {
    let pattern = form.pattern.as_ref();
    if pattern.is_some_and(|pattern| !pattern.is_match(text)) {
        return Err(words(
            "格式不对，请看上面的说明",
            "the form is wrong, see the help above",
        )
        .into());
    }
    match form.format {
        Some(Format::Date) if !Format::Date.fits(text) => Err(words(
            "日期应写成 2024-05-01，且确有这一天",
            "a date is written 2024-05-01 and must exist",
        )
        .into()),
        Some(Format::Uri) if !is_address(text) => Err(words(
            "网址应以 http:// 或 https:// 开头，中间没有空格",
            "an address begins with http:// or https:// and has no spaces",
        )
        .into()),
        _ => Ok(()),
    }
}

fn is_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("http://")
        .or_else(|| text.strip_prefix("https://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

fn integer(min: i64, max: i64, typed: &str) -> Result<i64, Saying> {
    let number: i64 = half_width(typed.trim())
        .parse()
        .map_err(|_| Saying::from(words("应为整数，如 20", "a whole number, such as 20")))?;
    if number < min {
        return Err(
            words("不能小于 {min}", "not less than {min}").with(&[("min", &min.to_string())])
        );
    }
    if number > max {
        return Err(
            words("不能大于 {max}", "not more than {max}").with(&[("max", &max.to_string())])
        );
    }
    Ok(number)
}

/// Digits and letters as an input method leaves them, in half width.
pub(crate) fn half_width(text: &str) -> String {
    let half = |letter: char| match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        '\u{3000}' => ' ',
        other => other,
    };
    text.chars().map(half).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;
    use crate::catalog::{Field, FileKind};
    use crate::text::Lang;

    fn typed(field: Field, text: &str) -> Result<Data, String> {
        let standard = Standard::bundled().unwrap();
        let record = standard.schema(FileKind::Local).unwrap();
        let schema = record.property(field.key()).unwrap();
        accept(schema, text).map_err(|why| why.of(Lang::En).to_owned())
    }

    #[test]
    fn a_full_width_number_is_a_number() {
        assert_eq!(typed(Field::Visits, " １ "), Ok(Data::Int(1)));
        assert_eq!(
            typed(Field::Visits, "一"),
            Err("a whole number, such as 20".to_owned())
        );
        assert_eq!(
            typed(Field::Visits, "-1"),
            Err("not less than 0".to_owned())
        );
    }

    #[test]
    fn a_day_must_exist() {
        let day = |text: &str| typed(Field::EffectiveOn, text);
        assert_eq!(day("2024-02-29"), Ok(Data::Text("2024-02-29".to_owned())));
        assert!(day("2023-02-29").is_err());
        assert!(day("2024-2-9").is_err());
    }

    #[test]
    fn a_code_must_have_its_form() {
        assert!(typed(Field::Type, "1").is_err());
        assert_eq!(typed(Field::Type, "０５"), Ok(Data::Text("05".to_owned())));
    }

    #[test]
    fn a_name_is_neither_empty_nor_endless() {
        assert!(typed(Field::Name, "  ").is_err());
        assert!(typed(Field::Name, &"长".repeat(1001)).is_err());
    }
}
