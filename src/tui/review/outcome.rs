//! What a decision did, in a sentence.

use crate::levels::Action;
use crate::session::Decided;
use crate::text::{Message as Saying, Words, words};

const ADOPTED: Words = words(
    "已采用上级的值：{n} 处，改 {files} 个文件",
    "the value above adopted: {n}, in {files} files",
);
const APPROVED: Words = words(
    "已准予不同：{n} 处，改 {files} 个文件",
    "approved to differ: {n}, in {files} files",
);
const SKIPPED: Words = words(
    "已搁置：{n} 处，改 {files} 个文件",
    "skipped: {n}, in {files} files",
);
const ASIDE: Words = words(
    "已提议：{n} 处，各在分支上：{branches}；处置已记入 {files} 个文件",
    "proposed: {n}, on branches: {branches}; noted in {files} files",
);
const HERE: Words = words(
    "已提议：{n} 处；还没有提交过，直接改了上级事项（未保存，共 {files} 个文件）",
    "proposed: {n}; without a first commit the upper matters were changed here (unsaved, {files} files)",
);
/// Most branches named.
const MOST: usize = 2;

/// What a decision did.
pub(crate) fn outcome_of(action: Action, decided: &Decided) -> Saying {
    let said = match action {
        Action::Adopt => ADOPTED,
        Action::Approve => APPROVED,
        Action::Skip => SKIPPED,
        Action::Propose if decided.is_aside() => ASIDE,
        Action::Propose => HERE,
    };
    let named: Vec<&str> = decided
        .branches
        .iter()
        .take(MOST)
        .map(String::as_str)
        .collect();
    let mut branches = named.join(" ");
    if decided.branches.len() > MOST {
        branches.push_str(" …");
    }
    said.with(&[
        ("n", &decided.count.to_string()),
        ("files", &decided.plan.changes.len().to_string()),
        ("branches", &branches),
    ])
}

/// What taking the value of a matter beside it did.
pub(crate) fn taken_over() -> Saying {
    words(
        "已采用同级的值；若仍与上级不同，会留在待处理中",
        "the sibling's value adopted; if it still departs from above, it waits on",
    )
    .into()
}
