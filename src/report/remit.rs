//! Who may change what, for a person and for a machine: what someone may do, and who may do something at a place.
//! The form for machines is a promise, as that of a check:
//!
//! ```json
//! {"version": 1, "lang": "zh", "open": false,
//!  "editors": [{"name": "…", "emails": ["…"], "keys": ["…"],
//!    "edits": [{"files": ["local"], "divisions": ["330100"], "levels": null, "departments": null, "types": null}],
//!    "approves": []}]}
//! {"version": 1, "lang": "zh", "open": false, "place": "…", "edits": ["…"], "edits_some": [], "approves": ["…"]}
//! ```

use serde_json::{Value as Json, json};

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Area, Belonging, Catalog, Editor, FileKind, Line};
use crate::report::json_text::to_text;
use crate::report::{Look, Paint};
use crate::text::{Lang, Words, pad, visible, words};

const OPEN: Words = words(
    "目录没有写编目员，人人都可以改",
    "the catalog has no editors; everyone may change everything",
);
const NOBODY: Words = words("没有人", "nobody");
const EDITS: Words = words("可改", "may edit");
const SOME: Words = words("可改一部分", "may edit some");
const APPROVES: Words = words("可批准", "may approve");
const BETWEEN: Words = words("、", ", ");
const ALL: Words = words("全部文件", "All files");
const BELOW: Words = words("{names}及其下各级", "{names} and all below");
const LEVELS: Words = words("限{names}", "only {names}");
const DEPARTMENTS: Words = words("限{names}部门", "only {names}");
const TYPES: Words = words("限{names}", "only {names}");
const AT: Words = words("{name}（{code}）", "{name} ({code})");
const WORD_CELLS: usize = 14;

/// What some editors may do.
pub fn remit_of(catalog: &Catalog, editors: &[&Editor], look: &Look) -> String {
    if catalog.registers.manifest.remit.is_open() {
        return format!("{}\n", OPEN.of(look.lang));
    }
    let told = editors.iter().map(|editor| {
        let name = look.paint(Paint::Strong, &visible(&editor.name));
        let emails = visible(&editor.emails.join(" ")).into_owned();
        let head = format!("{name}  {emails}");
        let lines = |word: Words, lines: &[Line]| {
            let told = lines.iter().map(|line| told(line, catalog, look.lang));
            told.map(|told| row(word, &told, look)).collect::<String>()
        };
        let edits = lines(EDITS, &editor.edits);
        format!(
            "{}\n{edits}{}",
            head.trim_end(),
            lines(APPROVES, &editor.approves)
        )
    });
    told.collect::<Vec<_>>().join("\n")
}

/// Who may do something at a place, which has a title.
pub fn remit_at(catalog: &Catalog, (title, belonging): (&str, &Belonging), look: &Look) -> String {
    let registers = &catalog.registers;
    let remit = &registers.manifest.remit;
    let title = look.paint(Paint::Strong, &visible(title));
    if remit.is_open() {
        return format!("{title}\n{}\n", OPEN.of(look.lang));
    }
    let names = |editors: Vec<&Editor>| {
        let names: Vec<&str> = editors.iter().map(|editor| &*editor.name).collect();
        if names.is_empty() {
            return NOBODY.of(look.lang).to_owned();
        }
        visible(&names.join(BETWEEN.of(look.lang))).into_owned()
    };
    let mut edits = row(EDITS, &names(remit.who_edits(belonging, registers)), look);
    let some = some(catalog, belonging);
    if !some.is_empty() {
        edits += &row(SOME, &names(some), look);
    }
    let is_matter = matches!(belonging.area, Area::Base | Area::Local);
    let approves = names(remit.who_approves(belonging, registers));
    let approves = is_matter.then(|| row(APPROVES, &approves, look));
    format!("{title}\n{edits}{}", approves.unwrap_or_default())
}

/// Who may change a part of what lies at a division, by department or type.
fn some<'c>(catalog: &'c Catalog, belonging: &Belonging) -> Vec<&'c Editor> {
    let registers = &catalog.registers;
    let is_whole = belonging.departments.is_empty() && belonging.types.is_empty();
    let reaches = |editor: &&Editor| {
        let mut divisions = belonging.divisions.iter().filter(|_| is_whole);
        let reached = |code: &String| {
            editor
                .edits
                .iter()
                .any(|line| line.reaches(code, registers))
        };
        divisions.any(reached) && !editor.may_edit(belonging, registers)
    };
    let editors = registers.manifest.remit.editors.iter();
    editors.filter(reaches).collect()
}

fn row(word: Words, told: &str, look: &Look) -> String {
    let word = pad(word.of(look.lang), WORD_CELLS);
    format!("  {}{told}\n", look.paint(Paint::Faint, &word))
}

/// A line in words: which files, and what else must hold.
fn told(line: &Line, catalog: &Catalog, lang: Lang) -> String {
    let standard = &catalog.standard;
    let named = |found: Option<(&str, &str)>, code: &str| match found {
        Some((zh, en)) => lang.say(zh, en).to_owned(),
        None => code.to_owned(),
    };
    let division = |code: &str| {
        let found = catalog.registers.division(code);
        let name = |name: &str| AT.with(&[("name", name), ("code", code)]);
        let name = found.map(|found| name(&found.name).of(lang).to_owned());
        name.unwrap_or_else(|| code.to_owned())
    };
    let level = |code: &str| named(standard.level(code).map(|of| (&*of.zh, &*of.en)), code);
    let department =
        |code: &str| named(standard.department(code).map(|of| (&*of.zh, &*of.en)), code);
    let kind = |code: &str| named(standard.kind(code).map(|of| (&*of.zh, &*of.en)), code);
    let parts = [
        part(line.divisions.as_ref(), &division, BELOW, lang),
        part(line.levels.as_ref(), &level, LEVELS, lang),
        part(line.departments.as_ref(), &department, DEPARTMENTS, lang),
        part(line.types.as_ref(), &kind, TYPES, lang),
    ];
    let all = std::iter::once(files(line, catalog, lang)).chain(parts.into_iter().flatten());
    visible(&all.collect::<Vec<_>>().join(" · ")).into_owned()
}

fn part(
    codes: Option<&Vec<String>>,
    name: &dyn Fn(&str) -> String,
    words: Words,
    lang: Lang,
) -> Option<String> {
    let names: Vec<String> = codes?.iter().map(|code| name(code)).collect();
    let names = names.join(BETWEEN.of(lang));
    Some(words.with(&[("names", &names)]).of(lang).to_owned())
}

fn files(line: &Line, catalog: &Catalog, lang: Lang) -> String {
    let Some(areas) = &line.files else {
        return ALL.of(lang).to_owned();
    };
    let names = areas.iter().map(|area| area_title(catalog, *area, lang));
    names.collect::<Vec<_>>().join(BETWEEN.of(lang))
}

/// What a kind of file is called, as the schema of the manifest has it.
pub fn area_title(catalog: &Catalog, area: Area, lang: Lang) -> String {
    let word = area.word().unwrap_or_default();
    let manifest = catalog.standard.schema(FileKind::Manifest);
    let editor = manifest.and_then(|schema| element(schema.property("editors")?));
    let line = editor.and_then(|schema| element(schema.property("edits")?));
    let file = line.and_then(|schema| element(schema.property("files")?));
    let title = file.and_then(|schema| schema.choice(word));
    title.map_or_else(|| word.to_owned(), |title| title.of(lang).to_owned())
}

fn element(schema: &Schema) -> Option<&Schema> {
    match &schema.form {
        Form::List { items, .. } => Some(items),
        _ => None,
    }
}

/// What some editors may do, for a machine.
pub fn remit_of_json(catalog: &Catalog, editors: &[&Editor], lang: Lang) -> String {
    let lines = |lines: &[Line]| lines.iter().map(line_json).collect::<Vec<Json>>();
    let editors = editors.iter().map(|editor| {
        let keys: Vec<&str> = editor.keys.iter().map(|key| &*key.text).collect();
        json!({
            "name": editor.name, "emails": editor.emails, "keys": keys,
            "edits": lines(&editor.edits), "approves": lines(&editor.approves),
        })
    });
    let editors: Vec<Json> = editors.collect();
    let is_open = catalog.registers.manifest.remit.is_open();
    to_text(&json!({"version": 1, "lang": lang.word(), "open": is_open, "editors": editors}))
}

fn line_json(line: &Line) -> Json {
    let files = line.files.as_ref();
    let words = files.map(|files| files.iter().filter_map(|area| area.word()).collect());
    let files: Vec<&str> = words.unwrap_or_else(|| vec!["all"]);
    json!({
        "files": files, "divisions": line.divisions, "levels": line.levels,
        "departments": line.departments, "types": line.types,
    })
}

/// Who may do something at a place, for a machine.
pub fn remit_at_json(
    catalog: &Catalog,
    (title, belonging): (&str, &Belonging),
    lang: Lang,
) -> String {
    let registers = &catalog.registers;
    let remit = &registers.manifest.remit;
    let names = |editors: Vec<&Editor>| -> Vec<String> {
        editors.iter().map(|editor| editor.name.clone()).collect()
    };
    to_text(&json!({
        "version": 1, "lang": lang.word(), "open": remit.is_open(), "place": title,
        "edits": names(remit.who_edits(belonging, registers)),
        "edits_some": names(some(catalog, belonging)),
        "approves": names(remit.who_approves(belonging, registers)),
    }))
}
