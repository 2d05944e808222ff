//! The edited text held to what was intended.

use crate::text::{Edit, Message, apply, words};
use crate::yaml::patch::{Data, Refusal};
use crate::yaml::{Document, Path, read};

/// Refuses edits after which the text would not say `intended`, or would have a problem it had not.
pub(super) fn check(document: &Document, edits: &[Edit], intended: &Data) -> Result<(), Refusal> {
    let is_sorted = edits.is_sorted_by(|one, next| one.span.end <= next.span.start);
    if !is_sorted {
        return Err(Refusal::Unsafe(
            words("修改相互重叠", "the edits overlap").into(),
        ));
    }
    let after = read(apply(document.text(), edits));
    let said = after.root().map_or(Data::Empty, Data::of);
    if let Some(path) = difference(&said, intended, &Path::default()) {
        let reason = words("{path} 读回的内容不同", "{path} would read differently");
        let path = path.to_string();
        return Err(Refusal::Unsafe(reason.with(&[("path", &path)])));
    }
    for problem in after.problems() {
        let count = |document: &Document| {
            let alike = |other: &&crate::yaml::Problem| other.kind == problem.kind;
            document.problems().iter().filter(alike).count()
        };
        if count(&after) > count(document) {
            return Err(Refusal::Unsafe(new_problem(&problem.detail)));
        }
    }
    Ok(())
}

fn new_problem(detail: &str) -> Message {
    words(
        "修改后的文件会有新的问题（{detail}）",
        "the edited file would have a new problem ({detail})",
    )
    .with(&[("detail", detail)])
}

/// The first place where two contents differ.
fn difference(said: &Data, intended: &Data, path: &Path) -> Option<Path> {
    match (said, intended) {
        (Data::List(said), Data::List(intended)) => {
            let pairs = said.iter().zip(intended).enumerate();
            let inner = pairs
                .filter(|(_, (one, other))| one != other)
                .find_map(|(at, (one, other))| difference(one, other, &path.then_index(at)));
            inner.or_else(|| (said.len() != intended.len()).then(|| path.clone()))
        }
        (Data::Map(said), Data::Map(intended)) => {
            let mut pairs = said
                .iter()
                .zip(intended)
                .filter(|(one, other)| one != other);
            let inner = pairs.find_map(|((key, one), (other_key, other))| {
                if key == other_key {
                    difference(one, other, &path.then_key(key))
                } else {
                    Some(path.then_key(other_key))
                }
            });
            inner.or_else(|| (said.len() != intended.len()).then(|| path.clone()))
        }
        _ => (said != intended).then(|| path.clone()),
    }
}
