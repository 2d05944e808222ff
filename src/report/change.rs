//! One changed field in words: what it is called, what happened to it, what it said and says.

use crate::catalog::Catalog;
use crate::catalog::standard::{Form, Schema};
use crate::change::compare::{ChangeKind, ElementName, FieldPath, Part};
use crate::report::meaning;
use crate::text::{Lang, Message, Words, words};
use crate::yaml::Data;

const EMPTY: Words = words("（空）", "(empty)");
const YES: Words = words("是", "yes");
const NO: Words = words("否", "no");
const COLON: Words = words("：", ": ");
const BETWEEN_TEXTS: Words = words("、", ", ");
const BETWEEN_KEYS: Words = words("；", "; ");
const ARTICLE: Words = words("第 {n} 条", "art. {n}");
const SAME_NAME: Words = words("{name}（同名第 {n} 个）", "{name} (no. {n} of this name)");
const FILE: Words = words("整个文件", "the file");
/// An element that nothing short tells apart is called by so many characters.
const SHORT: usize = 24;

/// What happened to a field, in a word.
pub const fn change_name(kind: &ChangeKind) -> Words {
    match kind {
        ChangeKind::New(_) => words("新增", "new"),
        ChangeKind::Gone => words("删去", "gone"),
        ChangeKind::Changed => words("修改", "changed"),
        ChangeKind::Moved(_) => words("移动", "moved"),
    }
}

/// What a field is called, from the file down: `设定依据 · 食品安全法 第 35 条 · 款`.
pub fn change_title(catalog: &Catalog, schema: Option<&Schema>, path: &FieldPath) -> Message {
    let (mut schema, mut key) = (schema, "");
    let mut titles: Vec<Message> = Vec::new();
    for part in &path.0 {
        match part {
            Part::Key(name) => {
                schema = schema
                    .and_then(|schema| schema.property(name))
                    .map(AsRef::as_ref);
                let title = schema.map(|schema| schema.title.clone());
                let title = title.filter(|title| !title.zh.is_empty());
                titles.push(title.unwrap_or_else(|| Message::same(name)));
                key = name;
            }
            Part::Element(name) => {
                titles.push(element(catalog, schema, (key, name)));
                schema = items(schema);
            }
        }
    }
    if titles.is_empty() {
        return FILE.into();
    }
    words(" · ", " · ").join(&titles)
}

fn items(schema: Option<&Schema>) -> Option<&Schema> {
    match schema.map(|schema| &schema.form) {
        Some(Form::List { items, .. }) => Some(items),
        _ => None,
    }
}

/// What an element of a list is called.
fn element(catalog: &Catalog, list: Option<&Schema>, (key, name): (&str, &ElementName)) -> Message {
    let keys = match list.map(|schema| &schema.form) {
        Some(Form::List { identity, .. }) if identity.len() == name.said.len() => {
            identity.as_slice()
        }
        _ => &[],
    };
    let part = |(place, said): (usize, &String)| match keys.get(place) {
        Some(part) if &**part == "article" && !said.is_empty() => ARTICLE.with(&[("n", said)]),
        Some(part) => {
            let schema = items(list).and_then(|items| items.property(part));
            meaning(catalog, part, schema.map(AsRef::as_ref), said)
                .unwrap_or_else(|| shortened(said))
        }
        None => meaning(catalog, key, items(list), said).unwrap_or_else(|| shortened(said)),
    };
    let parts: Vec<Message> = name.said.iter().enumerate().map(part).collect();
    let said = words(" ", " ").join(&parts);
    if name.nth == 0 {
        return said;
    }
    let number = (name.nth + 1).to_string();
    let in_lang = |said: &str| SAME_NAME.with(&[("name", said), ("n", &number)]);
    Message {
        zh: in_lang(&said.zh).zh,
        en: in_lang(&said.en).en,
    }
}

fn shortened(text: &str) -> Message {
    // Separators between the parts of what has no name of its own are no text.
    let plain: String = text
        .chars()
        .map(|letter| {
            if ('\u{1e}'..='\u{1f}').contains(&letter) {
                ' '
            } else {
                letter
            }
        })
        .filter(|letter| !"{}[]".contains(*letter) || !text.contains('\u{1e}'))
        .collect();
    let mut short: String = plain.chars().take(SHORT).collect();
    if short.len() < plain.len() {
        short.push('…');
    }
    Message::same(&short)
}

/// A value of a changed field as text, a line break between its lines; `path` leads to it in a file of the
/// schema.
pub fn change_value(
    catalog: &Catalog,
    (schema, path): (Option<&Schema>, &FieldPath),
    data: &Data,
    lang: Lang,
) -> String {
    let keys = path.0.iter().rev().filter_map(|part| match part {
        Part::Key(key) => Some(key.as_str()),
        Part::Element(_) => None,
    });
    let key = keys.into_iter().next().unwrap_or_default();
    let schema = schema.and_then(|schema| path.schema(schema));
    Values { catalog, lang }.lines(key, schema, data).join("\n")
}

/// Writes values in one language.
struct Values<'c> {
    catalog: &'c Catalog,
    lang: Lang,
}

impl Values<'_> {
    fn lines(&self, key: &str, schema: Option<&Schema>, data: &Data) -> Vec<String> {
        let plain = |text: &str| vec![text.to_owned()];
        match data {
            Data::Empty => plain(EMPTY.of(self.lang)),
            Data::Bool(yes) => plain(if *yes { YES } else { NO }.of(self.lang)),
            Data::Int(number) => self.text(key, schema, &number.to_string()),
            Data::Text(text) => self.text(key, schema, text),
            Data::List(list) => self.list(key, items(schema), list),
            Data::Map(entries) => self.map(schema, entries),
        }
    }

    /// A word such as `working` says no more than its meaning; a code is worth seeing.
    fn text(&self, key: &str, schema: Option<&Schema>, text: &str) -> Vec<String> {
        let is_word = text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        match meaning(self.catalog, key, schema, text) {
            Some(meaning) if is_word => vec![meaning.of(self.lang).to_owned()],
            Some(meaning) => vec![format!("{text} {}", meaning.of(self.lang))],
            None if text.is_empty() => vec![EMPTY.of(self.lang).to_owned()],
            None => text.lines().map(str::to_owned).collect(),
        }
    }

    fn list(&self, key: &str, schema: Option<&Schema>, list: &[Data]) -> Vec<String> {
        if list.is_empty() {
            return vec![EMPTY.of(self.lang).to_owned()];
        }
        let lines: Vec<Vec<String>> = list
            .iter()
            .map(|item| self.lines(key, schema, item))
            .collect();
        let is_plain = !list
            .iter()
            .any(|item| matches!(item, Data::List(_) | Data::Map(_)));
        if is_plain && let Some(line) = one_line(&lines, BETWEEN_TEXTS.of(self.lang)) {
            return vec![line];
        }
        let numbered = |(place, lines): (usize, Vec<String>)| {
            let mut lines = lines.into_iter();
            let first = format!("{}. {}", place + 1, lines.next().unwrap_or_default());
            std::iter::once(first).chain(lines.map(|line| format!("   {line}")))
        };
        lines.into_iter().enumerate().flat_map(numbered).collect()
    }

    fn map(&self, schema: Option<&Schema>, entries: &[(String, Data)]) -> Vec<String> {
        let entry = |(key, data): &(String, Data)| {
            let property = schema.and_then(|schema| schema.property(key));
            let title = property.map_or(key.as_str(), |schema| schema.title.of(self.lang));
            let head = format!("{title}{}", COLON.of(self.lang));
            let lines = self.lines(key, property.map(AsRef::as_ref), data);
            match lines.as_slice() {
                [only] => vec![head + only],
                _ => std::iter::once(head.trim_end().to_owned())
                    .chain(lines.iter().map(|line| format!("  {line}")))
                    .collect(),
            }
        };
        let entries: Vec<Vec<String>> = entries.iter().map(entry).collect();
        match one_line(&entries, BETWEEN_KEYS.of(self.lang)) {
            Some(line) => vec![line],
            None => entries.concat(),
        }
    }
}

/// All on one line; `None` if one of them has several lines.
fn one_line(parts: &[Vec<String>], between: &str) -> Option<String> {
    let single = parts.iter().map(|lines| match lines.as_slice() {
        [only] => Some(only.as_str()),
        _ => None,
    });
    Some(single.collect::<Option<Vec<_>>>()?.join(between))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalog::FileKind;
    use crate::catalog::standard::Standard;
    use crate::yaml::{Path, read};

    fn told(path: &str, text: &str) -> (String, String) {
        let standard = Arc::new(Standard::bundled().unwrap());
        let catalog = Catalog::new(Arc::clone(&standard), Vec::new());
        let schema = standard.schema(FileKind::Local).map(AsRef::as_ref);
        let data = Data::of(read(text).root().unwrap());
        let path = FieldPath::of(&Path::parse(path).unwrap(), &data, schema).unwrap();
        let value = path.value(&data, schema).unwrap_or_default();
        let title = change_title(&catalog, schema, &path);
        (
            title.zh,
            change_value(&catalog, (schema, &path), &value, Lang::Zh),
        )
    }

    #[test]
    fn a_field_is_called_by_its_titles_and_an_element_by_what_tells_it_apart() {
        let text = "legal_basis:\n- law: 食品安全法\n  article: 35\n  excerpt: 国家实行许可\n";
        let (title, value) = told("legal_basis[0].excerpt", text);
        assert_eq!(title, "设定依据 · 食品安全法 第 35 条 · 条款内容");
        assert_eq!(value, "国家实行许可");
    }

    #[test]
    fn a_code_is_told_with_its_meaning() {
        assert_eq!(told("served[0]", "served: ['1']\n").1, "1 自然人");
        let limit = "promised_limit: {days: 5, unit: working}\n";
        assert_eq!(told("promised_limit", limit).1, "天数：5；单位：工作日");
    }
}
