//! What was put right, for a person: by file, then what was not and why, what is left, and what else there
//! would be.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::findings::{Finding, Fixing, Safety, Unfixed, WhyNot};
use crate::report::{Look, Paint, Summary};
use crate::text::{Lines, Message, Words, counted, visible, words};

const NONE: Words = words("没有能自动修复的问题", "nothing can be fixed here");
const FIXED: Words = words(
    "修复了 {fixes} 处（{files} 个文件）",
    "fixed {fixes} in {files}",
);
const COULD: Words = words(
    "能修复 {fixes} 处（{files} 个文件）；试运行，没有写入",
    "could fix {fixes} in {files}; dry run, nothing was written",
);
const REFUSED: Words = words("没有采用 {fixes} 处修复：", "{fixes} not made:");
const LEFT: Words = words(
    "还有 {left}；用 mulu check 查看",
    "{left} left; mulu check shows them",
);
const CLEAN: Words = words("没有别的问题", "no other findings");
const MORE: Words = words(
    "另有 {fixes} 处修复须人核对：先看 mulu fix --unsafe --diff，再去掉 --diff 采用",
    "another {fixes} should be looked over: mulu fix --unsafe --diff shows them, without --diff makes them",
);
const TO_CHECK: Words = words("（请核对）", " (look it over)");
const BRINGS: Words = words(
    "会带来新问题 {rule}：{message}",
    "would bring a new finding, {rule}: {message}",
);
const USELESS: Words = words("改了问题也还在", "the finding would still be there");

/// What a fixing is to be told with.
#[derive(Clone, Copy, Debug)]
pub struct Told<'t> {
    /// What is left of what was asked for.
    pub left: &'t [Finding],
    /// Whether it was written.
    pub is_written: bool,
    /// How many fixes could be made beyond those wanted.
    pub more: usize,
}

/// The fixing as text.
pub fn fixes(fixing: &Fixing, told: Told<'_>, look: &Look) -> String {
    let lang = look.lang;
    let count = |number| counted(number, "fix", "fixes", lang);
    let mut text = made(fixing, look);
    text += &sum(fixing, told.is_written, look);
    text.push('\n');
    if !fixing.refused.is_empty() {
        let fixes = count(fixing.refused.len());
        let _ = writeln!(text, "{}", REFUSED.with(&[("fixes", &fixes)]).of(lang));
        let refused = fixing.refused.iter();
        text.extend(refused.map(|unfixed| not_made(unfixed, look)));
    }
    text += &left(told.left, look);
    text.push('\n');
    if told.more > 0 {
        let fixes = count(told.more);
        let _ = writeln!(text, "{}", MORE.with(&[("fixes", &fixes)]).of(lang));
    }
    text
}

/// The fixes that were made, by file.
fn made(fixing: &Fixing, look: &Look) -> String {
    let mut files: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &fixing.applied {
        files.entry(&finding.file.path).or_default().push(finding);
    }
    let mut text = String::new();
    for (path, findings) in files {
        let path = format!("catalog/{path}");
        text += &look.paint(Paint::Strong, &visible(&path));
        text.push('\n');
        for finding in findings {
            let _ = writeln!(text, "  {}", fix_line(finding, look));
        }
        text.push('\n');
    }
    text
}

/// A rule and what its fix does.
fn fix_line(finding: &Finding, look: &Look) -> String {
    let rule = look.paint(Paint::Green, finding.rule);
    let Some(fix) = &finding.fix else { return rule };
    let title = visible(fix.title.of(look.lang));
    let to_check = match fix.safety {
        Safety::Safe => "",
        Safety::Unsafe | Safety::Shown => TO_CHECK.of(look.lang),
    };
    format!("{rule}  {title}{to_check}")
}

fn sum(fixing: &Fixing, is_written: bool, look: &Look) -> String {
    if fixing.applied.is_empty() {
        return NONE.of(look.lang).to_owned();
    }
    let places = counted(fixing.files().len(), "file", "files", look.lang);
    let fixed = counted(fixing.applied.len(), "finding", "findings", look.lang);
    let words = if is_written { FIXED } else { COULD };
    let line = words.with(&[("fixes", &fixed), ("files", &places)]);
    look.paint(Paint::Green, line.of(look.lang))
}

fn not_made(unfixed: &Unfixed, look: &Look) -> String {
    let finding = &unfixed.finding;
    let text = finding.file.document().text();
    let place = Lines::new(text).place(text, finding.span.range().start);
    let place = format!("catalog/{}:{}", finding.file.path, place.line);
    let reason = why(&unfixed.reason);
    let (place, reason) = (visible(&place), visible(reason.of(look.lang)));
    format!("  {place}  {}\n    {reason}\n", fix_line(finding, look))
}

/// Why a fix was not made, in words.
pub(super) fn why(reason: &WhyNot) -> Message {
    match reason {
        WhyNot::Brings(new) => {
            let fill = |words: &str, message: &str| {
                let values = [("rule", new.rule), ("message", message)];
                Message::filled(words, words, &values).zh
            };
            Message {
                zh: fill(BRINGS.zh, &new.message.zh),
                en: fill(BRINGS.en, &new.message.en),
            }
        }
        WhyNot::Impossible(message) => message.clone(),
        WhyNot::Useless => USELESS.into(),
    }
}

fn left(left: &[Finding], look: &Look) -> String {
    if left.is_empty() {
        return look.paint(Paint::Green, CLEAN.of(look.lang));
    }
    let found = Summary::default().count(left).found(look.lang);
    LEFT.with(&[("left", &found)]).of(look.lang).to_owned()
}
