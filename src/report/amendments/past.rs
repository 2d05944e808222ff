//! What became of one matter, commit by commit, and who said last what it says.

use std::fmt::Write;

use serde_json::{Value as Json, json};

use crate::catalog::Catalog;
use crate::levels::{Amended, Amendment, Fate};
use crate::report::amendments::human;
use crate::report::amendments::json::{self, value};
use crate::report::amendments::words::{LAYOUT, RENAMED, TEXT, fate_name, fate_word};
use crate::report::json_text::to_text;
use crate::report::{Look, Paint};
use crate::text::{Lang, Words, pad, visible, width, words};
use crate::yaml::Data;

const CUT_OFF: Words = words(
    "本机只有近期的版本（浅克隆），更早的不在这里；git fetch --unshallow 可取来",
    "this clone is shallow and has no more; git fetch --unshallow brings the rest",
);
const NONE: Words = words("没有提交过这样的改动", "no commit changed this");
/// A value is shown in so many cells.
const MOST: usize = 40;

/// 沿革条目: one commit that changed the matter.
#[derive(Clone, Debug)]
pub struct PastStep {
    /// Which commit.
    pub commit: PastCommit,
    /// What it did.
    pub amendment: Amendment,
}

/// 提交: which commit it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastCommit {
    /// Its full id.
    pub id: String,
    /// The day it was made.
    pub day: String,
    /// Who made it.
    pub author: String,
    /// The first line of its message.
    pub subject: String,
}

/// 追溯: a field as it stands, with the commit that said so last.
#[derive(Clone, Debug)]
pub struct Blamed {
    /// The key of the field.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What it says, for a person.
    pub text: String,
    /// What it says.
    pub value: Data,
    /// The commit; `None` where the history does not go back so far.
    pub commit: Option<PastCommit>,
}

/// The commits that changed a matter, newest first.
pub fn past_human(
    catalog: &Catalog,
    (steps, is_cut_off): (&[PastStep], bool),
    look: &Look,
) -> String {
    let mut text = String::new();
    for step in steps {
        let amendment = &step.amendment;
        text += &heading(&step.commit, look);
        let mut said = vec![fate_name(amendment).of(look.lang).to_owned()];
        said.extend(amendment.was.as_ref().map(|was| {
            let was = RENAMED.with(&[("was", was)]);
            visible(was.of(look.lang)).into_owned()
        }));
        match &amendment.what {
            Amended::Layout => said.push(LAYOUT.of(look.lang).to_owned()),
            Amended::Text(_) => said.push(TEXT.of(look.lang).to_owned()),
            Amended::Fields(_) => {}
        }
        if amendment.fate != Fate::Changed || said.len() > 1 {
            let _ = writeln!(text, "  {}", look.paint(Paint::Faint, &said.join("  ")));
        }
        for judged in amendment.fields() {
            text += &human::field(catalog, amendment, judged, look);
        }
        text.push('\n');
    }
    if steps.is_empty() {
        text += NONE.of(look.lang);
        text.push('\n');
    }
    text + &end(is_cut_off, look)
}

fn heading(commit: &PastCommit, look: &Look) -> String {
    let id = look.paint(Paint::Yellow, commit.id.get(..8).unwrap_or(&commit.id));
    let (author, subject) = (visible(&commit.author), visible(&commit.subject));
    format!("{id}  {}  {author}  {subject}\n", commit.day)
}

fn end(is_cut_off: bool, look: &Look) -> String {
    if is_cut_off {
        return format!("{}\n", look.paint(Paint::Faint, CUT_OFF.of(look.lang)));
    }
    String::new()
}

/// The same for a machine: `version`, `path`, `cut_off`, and `commits`, each with `id`, `day`, `author`, `subject`,
/// `change`, `path`, `was` and `fields` as in a difference.
pub fn past_json(
    catalog: &Catalog,
    (steps, is_cut_off): (&[PastStep], bool),
    lang: Lang,
) -> String {
    let commits = steps.iter().map(|step| {
        let amendment = &step.amendment;
        let fields = amendment.fields().iter();
        let fields: Vec<Json> = fields
            .map(|judged| json::field(catalog, amendment, judged, lang))
            .collect();
        json!({
            "id": step.commit.id,
            "day": step.commit.day,
            "author": step.commit.author,
            "subject": step.commit.subject,
            "change": fate_word(amendment),
            "path": amendment.path,
            "was": amendment.was,
            "fields": fields,
        })
    });
    to_text(&json!({
        "version": 1,
        "lang": lang.word(),
        "cut_off": is_cut_off,
        "commits": commits.collect::<Vec<_>>(),
    }))
}

/// Each field of a matter, with the commit that changed it last.
pub fn blame_human((fields, is_cut_off): (&[Blamed], bool), look: &Look) -> String {
    let titles = fields.iter().map(|one| width(&one.title));
    let widest = titles.max().unwrap_or(0);
    let mut text = String::new();
    for one in fields {
        let commit = match &one.commit {
            Some(commit) => {
                let id = look.paint(Paint::Yellow, commit.id.get(..8).unwrap_or(&commit.id));
                format!("{id} {} {}", commit.day, visible(&commit.author))
            }
            None => look.paint(Paint::Faint, "????????"),
        };
        let value = one.text.lines().collect::<Vec<_>>().join(" ");
        let value = crate::text::clip(&visible(&value), MOST);
        let title = pad(&visible(&one.title), widest);
        let _ = writeln!(
            text,
            "{commit}  {}  {value}",
            look.paint(Paint::Strong, &title)
        );
    }
    text + &end(is_cut_off, look)
}

/// The same for a machine: `version`, `cut_off`, and `fields`, each with `field`, `title`, `value` and `commit` (`id`,
/// `day`, `author`, `subject`, or null).
pub fn blame_json((fields, is_cut_off): (&[Blamed], bool), lang: Lang) -> String {
    let fields = fields.iter().map(|one| {
        let commit = one.commit.as_ref();
        let commit = commit.map(|commit| {
            json!({
                "id": commit.id,
                "day": commit.day,
                "author": commit.author,
                "subject": commit.subject,
            })
        });
        json!({"field": one.key, "title": one.title, "value": value(&one.value), "commit": commit})
    });
    to_text(&json!({
        "version": 1,
        "lang": lang.word(),
        "cut_off": is_cut_off,
        "fields": fields.collect::<Vec<_>>(),
    }))
}
