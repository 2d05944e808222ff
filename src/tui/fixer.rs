//! Puts right in the session all that one rule says, and says what came of it.

use jiff::civil::Date;

use crate::findings::{Finding, Fixing, Safety};
use crate::session::Session;
use crate::text::{Message as Saying, Words, words};
use crate::tui::message::{Fault, How, Outcome};
use crate::tui::worker::change;

const DONE: Words = words(
    "已修复 {n} 处，涉及 {files} 个文件；u 撤销",
    "{n} put right in {files} files; u takes it back",
);
const PARTLY: Words = words(
    "已修复 {n} 处，涉及 {files} 个文件；另有 {refused} 处会引出新问题或改不了，没有动；u 撤销",
    "{n} put right in {files} files; {refused} more would bring new findings or cannot be made, and were left; u takes it back",
);
const NONE: Words = words(
    "没有修复：会引出新问题，或已经没有这样的问题",
    "nothing put right: it would bring new findings, or there are none any more",
);

/// Puts right what a rule says, as far as it is safe.
pub(super) fn fix_rule(session: &mut Session, rule: &str, today: Date) -> Outcome {
    let wanted = |finding: &Finding| {
        let is_safe = |fix: &crate::findings::Fix| fix.safety == Safety::Safe;
        finding.rule == rule && finding.fix.as_ref().is_some_and(is_safe)
    };
    let fixing = session.fix(today, &wanted);
    let files = fixing.files();
    if files.is_empty() {
        return Outcome::Failed(Fault {
            reason: NONE.into(),
            hint: None,
        });
    }
    let paths = files.iter().map(|path| Box::from(*path)).collect();
    let mut changed = change(session, paths, How::Edit);
    changed.said = Some(said(&fixing));
    Outcome::Changed(Box::new(changed))
}

fn said(fixing: &Fixing) -> Saying {
    let words = if fixing.refused.is_empty() {
        DONE
    } else {
        PARTLY
    };
    words.with(&[
        ("n", &fixing.applied.len().to_string()),
        ("files", &fixing.files().len().to_string()),
        ("refused", &fixing.refused.len().to_string()),
    ])
}
