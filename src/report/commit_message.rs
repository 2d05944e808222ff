//! The message that a commit has if nobody writes another: which matters, which fields, what was decided.

use std::sync::Arc;

use crate::catalog::{Catalog, FileKind};
use crate::change::FileChange;
use crate::change::compare::{Comparison, FieldPath, compare};
use crate::report::change_title;
use crate::report::decided::decided;
use crate::text::{Lang, Words, clip, width, words};
use crate::yaml::read;

/// Cells of a first line.
const WIDE: usize = 50;
/// Files of which the fields are named, and lines of the list.
const MOST: usize = 40;

const NEW: Words = words("新增{name}", "Add {name}");
const GONE: Words = words("删去{name}", "Remove {name}");
const CHANGED: Words = words("{name}：{fields}", "{name}: {fields}");
const LAYOUT: Words = words("注释或格式", "comments or layout");
const SEVERAL: Words = words("{n} 个文件：{fields}", "{n} files: {fields}");
const FEWER: Words = words("{n} 个文件：{parts}", "{n} files: {parts}");
const PART_NEW: Words = words("新增 {n}", "{n} new");
const PART_GONE: Words = words("删去 {n}", "{n} removed");
const PART_CHANGED: Words = words("修改 {n}", "{n} changed");
const MORE: Words = words("……另有 {n} 个文件", "… and {n} more files");
const BETWEEN: Words = words("、", ", ");
const COMMA: Words = words("，", ", ");
const AND_MORE: Words = words("等", " …");

/// What a commit does to one file.
struct Work {
    title: String,
    /// The titles of the fields; `None` for a file that is new or gone.
    fields: Option<Vec<String>>,
    is_new: bool,
}

/// The message for the changes of a commit, in the language of the catalog; `None` if there are none. `title` is
/// what a file is called.
pub fn commit_message(
    catalog: &Catalog,
    changes: &[FileChange],
    title: &dyn Fn(&FileChange, Lang) -> String,
) -> Option<String> {
    let lang = language(catalog);
    let works: Vec<Work> = changes
        .iter()
        .take(MOST)
        .map(|change| work((catalog, lang), change, title(change, lang)))
        .collect();
    if works.is_empty() {
        return None;
    }
    let subject =
        decided(changes.iter(), lang).unwrap_or_else(|| subject(&works, changes.len(), lang));
    if let ([only], true) = (works.as_slice(), width(&subject) <= WIDE)
        && changes.len() == 1
    {
        // What one line says whole needs no second one, unless that line is about decisions.
        if subject == said(only, lang) {
            return Some(subject);
        }
    }
    let mut lines = vec![cut(&subject), String::new()];
    lines.extend(works.iter().map(|work| format!("- {}", said(work, lang))));
    if changes.len() > works.len() {
        let more = (changes.len() - works.len()).to_string();
        lines.push(MORE.with(&[("n", &more)]).of(lang).to_owned());
    }
    Some(lines.join("\n"))
}

/// The language that a catalog is written in, as its title shows.
fn language(catalog: &Catalog) -> Lang {
    let title = &catalog.registers.manifest.title;
    if !title.is_empty() && title.is_ascii() {
        Lang::En
    } else {
        Lang::Zh
    }
}

fn work(told: (&Catalog, Lang), change: &FileChange, title: String) -> Work {
    let is_new = change.before.is_none();
    let has_fields = !is_new && change.after.is_some();
    Work {
        title,
        fields: has_fields.then(|| fields(told, change)),
        is_new,
    }
}

/// The titles of the keys that differ, each once.
fn fields((catalog, lang): (&Catalog, Lang), change: &FileChange) -> Vec<String> {
    let schema = catalog.standard.schema(FileKind::of(&change.path));
    let schema = schema.map(AsRef::as_ref);
    let document =
        |text: &Option<Arc<str>>| read(text.as_ref().map_or_else(|| "".into(), Arc::clone));
    let compared = compare(&document(&change.before), &document(&change.after), schema);
    let Comparison::Fields(changes) = compared else {
        return Vec::new();
    };
    let mut titles: Vec<String> = Vec::new();
    for key in changes.iter().filter_map(|change| change.path.top()) {
        let title = change_title(catalog, schema, &FieldPath::key(key));
        let title = title.of(lang).to_owned();
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

fn said(work: &Work, lang: Lang) -> String {
    let name = ("name", work.title.as_str());
    match &work.fields {
        None if work.is_new => NEW.with(&[name]).of(lang).to_owned(),
        None => GONE.with(&[name]).of(lang).to_owned(),
        Some(fields) if fields.is_empty() => {
            let fields = ("fields", LAYOUT.of(lang));
            CHANGED.with(&[name, fields]).of(lang).to_owned()
        }
        Some(fields) => {
            let fields = fields.join(BETWEEN.of(lang));
            CHANGED
                .with(&[name, ("fields", &fields)])
                .of(lang)
                .to_owned()
        }
    }
}

/// The first line: of one file what is done to it, of several what they have in common.
fn subject(works: &[Work], count: usize, lang: Lang) -> String {
    if let ([only], 1) = (works, count) {
        return one(only, lang);
    }
    let n = ("n", &*count.to_string());
    let fields = |work: &Work| work.fields.clone();
    let first = works.first().and_then(fields);
    let is_common = works.len() == count && works.iter().all(|work| fields(work) == first);
    if let Some(common) = first.filter(|fields| is_common && !fields.is_empty()) {
        let room = WIDE.saturating_sub(width(SEVERAL.with(&[n, ("fields", "")]).of(lang)));
        return SEVERAL
            .with(&[n, ("fields", &some(&common, room, lang))])
            .of(lang)
            .to_owned();
    }
    let of = |is_it: fn(&Work) -> bool| works.iter().filter(|work| is_it(work)).count();
    let changed = of(|work| work.fields.is_some()) + (count - works.len());
    let parts = [
        (PART_CHANGED, changed),
        (PART_NEW, of(|work| work.fields.is_none() && work.is_new)),
        (PART_GONE, of(|work| work.fields.is_none() && !work.is_new)),
    ];
    let parts = parts.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(words, count)| words.with(&[("n", &count.to_string())]).of(lang).to_owned())
        .collect();
    let parts = parts.join(COMMA.of(lang));
    FEWER.with(&[n, ("parts", &parts)]).of(lang).to_owned()
}

/// One file in a line: a long name gives way to the fields.
fn one(work: &Work, lang: Lang) -> String {
    let whole = said(work, lang);
    let Some(fields) = work.fields.as_ref().filter(|_| width(&whole) > WIDE) else {
        return whole;
    };
    let title = clip(&work.title, WIDE / 2);
    let room = WIDE.saturating_sub(width(
        CHANGED.with(&[("name", &title), ("fields", "")]).of(lang),
    ));
    let fields = if fields.is_empty() {
        LAYOUT.of(lang).to_owned()
    } else {
        some(fields, room, lang)
    };
    CHANGED
        .with(&[("name", &title), ("fields", &fields)])
        .of(lang)
        .to_owned()
}

/// As many of the titles as there is room for, but one.
fn some(titles: &[String], room: usize, lang: Lang) -> String {
    let (between, more) = (BETWEEN.of(lang), AND_MORE.of(lang));
    for count in (1..=titles.len()).rev() {
        let mut said = titles.get(..count).unwrap_or_default().join(between);
        if count < titles.len() {
            said.push_str(more);
        }
        if width(&said) <= room || count == 1 {
            return said;
        }
    }
    String::new()
}

fn cut(subject: &str) -> String {
    clip(subject, WIDE + WIDE / 2)
}
