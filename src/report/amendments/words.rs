//! What is said of every change, whatever the form.

use crate::levels::{Amended, Amendment, Fate, Shift};
use crate::report::amendments::Changes;
use crate::text::{Lang, Message, Words, counted, words};

const FILES: Words = words(
    "{n} 个文件：新增 {new}，删除 {gone}，改名 {moved}，修改 {changed}",
    "{n}: {new} new, {gone} gone, {moved} renamed, {changed} changed",
);
const FIELDS: Words = words("；{n} 处字段改动", "; {n} changed");
const COUNT: Words = words("，{class} {n}", ", {class} {n}");
pub(super) const NONE: Words = words("没有改动", "nothing changed");
pub(super) const LAYOUT: Words = words("只改了注释或格式", "comments or layout only");
pub(super) const TEXT: Words = words(
    "有一边读不通，按行显示",
    "one side cannot be read, so lines are shown",
);
const FAULT: Words = words("第 {n} 行：{said}", "line {n}: {said}");
pub(super) const RENAMED: Words = words("原为 {was}", "was {was}");

/// The class of a changed field, in a word.
pub const fn shift_name(shift: Shift) -> Words {
    match shift {
        Shift::Locked => words("触及锁定字段", "locked"),
        Shift::Widens => words("放宽", "widens"),
        Shift::Tightens => words("收紧", "tightens"),
        Shift::Aligns => words("改回与上级一致", "aligned with above"),
        Shift::Other => words("其他", "other"),
        Shift::Wording => words("仅写法", "wording only"),
    }
}

/// What became of a file, in a word.
pub(super) fn fate_name(file: &Amendment) -> Words {
    match (file.fate, &file.was) {
        (Fate::New, _) => words("新增", "new"),
        (Fate::Gone, _) => words("删除", "gone"),
        (Fate::Changed, Some(_)) => words("改名", "renamed"),
        (Fate::Changed, None) => words("修改", "changed"),
    }
}

/// The same for a machine.
pub(super) fn fate_word(file: &Amendment) -> &'static str {
    match (file.fate, &file.was) {
        (Fate::New, _) => "new",
        (Fate::Gone, _) => "gone",
        (Fate::Changed, Some(_)) => "renamed",
        (Fate::Changed, None) => "changed",
    }
}

/// What is said of a file as a whole, if anything is.
pub(super) fn note(file: &Amendment) -> Option<Words> {
    match (&file.what, &file.was) {
        (Amended::Layout, None) => Some(LAYOUT),
        (Amended::Text(_), _) => Some(TEXT),
        _ => None,
    }
}

/// Why a file cannot be told by fields.
pub(super) fn fault(file: &Amendment, lang: Lang) -> Option<String> {
    let (line, said) = file.fault.as_ref()?;
    let said = FAULT.with(&[("n", &line.to_string()), ("said", said.of(lang))]);
    Some(said.of(lang).to_owned())
}

/// The one line that sums it up.
pub(super) fn summary(changes: &Changes<'_>, lang: Lang) -> String {
    if changes.files.is_empty() {
        return NONE.of(lang).to_owned();
    }
    let count = |word: &str| {
        let files = changes.files.iter();
        files
            .filter(|file| fate_word(file) == word)
            .count()
            .to_string()
    };
    let whole: Message = FILES.with(&[
        ("n", &counted(changes.files.len(), "file", "files", lang)),
        ("new", &count("new")),
        ("gone", &count("gone")),
        ("moved", &count("renamed")),
        ("changed", &count("changed")),
    ]);
    let mut text = whole.of(lang).to_owned();
    let fields: usize = changes.files.iter().map(|file| file.fields().len()).sum();
    if fields > 0 {
        text += FIELDS
            .with(&[("n", &counted(fields, "field", "fields", lang))])
            .of(lang);
    }
    for (shift, n) in Shift::ALL.map(|shift| (shift, changes.count(shift))) {
        if n > 0 && shift != Shift::Other {
            let name = shift_name(shift);
            let said = COUNT.with(&[("class", name.of(lang)), ("n", &n.to_string())]);
            text += said.of(lang);
        }
    }
    text
}
