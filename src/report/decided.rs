//! What the decisions that are not committed yet come to, in one line for the message of their commit.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::Field;
use crate::change::FileChange;
use crate::levels::Action;
use crate::report::action_name;
use crate::text::{Lang, Words, words};
use crate::yaml::{Data, read};

const SUMMARY: Words = words(
    "处置差异 {n} 处：{parts}",
    "decide {n} differences: {parts}",
);
const PART: Words = words("{action} {n}", "{action} {n}");
const COMMA: Words = words("，", ", ");

/// A file before or after.
type Side<'f> = Option<&'f Arc<str>>;

/// The line for some changed files; a later change of a file goes on where an earlier one ended. `None`
/// without a decision.
pub(super) fn decided<'f>(
    changes: impl Iterator<Item = &'f FileChange>,
    lang: Lang,
) -> Option<String> {
    let mut files: BTreeMap<&str, (Side<'f>, Side<'f>)> = BTreeMap::new();
    for change in changes {
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        let file = files.entry(&change.path).or_insert((before, after));
        file.1 = after;
    }
    let mut counts: BTreeMap<Action, usize> = BTreeMap::new();
    for (before, after) in files.values() {
        let known = decisions(*before);
        for one in decisions(*after).iter().filter(|one| !known.contains(one)) {
            if let Some(action) = action(one) {
                *counts.entry(action).or_default() += 1;
            }
        }
    }
    let total: usize = counts.values().sum();
    let part = |(action, count): (&Action, &usize)| {
        let action = action_name(*action).of(lang);
        let count = count.to_string();
        let part = PART.with(&[("action", action), ("n", &count)]);
        part.of(lang).to_owned()
    };
    let parts: Vec<String> = counts.iter().map(part).collect();
    let parts = parts.join(COMMA.of(lang));
    let said = SUMMARY.with(&[("n", &total.to_string()), ("parts", &parts)]);
    (total > 0).then(|| said.of(lang).to_owned())
}

/// The decisions of a file, as data.
fn decisions(text: Side<'_>) -> Vec<Data> {
    let Some(text) = text.filter(|text| text.contains(Field::Decisions.key())) else {
        return Vec::new();
    };
    let document = read(Arc::clone(text));
    let list = document
        .root()
        .and_then(|root| root.get(Field::Decisions.key()));
    let items = list.into_iter().flat_map(|list| list.items());
    items.map(Data::of).collect()
}

fn action(decision: &Data) -> Option<Action> {
    let Data::Map(entries) = decision else {
        return None;
    };
    let action = entries.iter().find(|(key, _)| key == "action");
    match action {
        Some((_, Data::Text(word))) => Action::from_word(word),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(before: &str, after: &str) -> FileChange {
        FileChange {
            path: "local/a.yaml".into(),
            before: Some(before.into()),
            after: Some(after.into()),
        }
    }

    #[test]
    fn only_new_decisions_count() {
        let old = "decisions:\n  - {field: name, action: skip}\n";
        let one = format!("{old}  - {{field: type, action: adopt}}\n");
        let two = format!("{one}  - {{field: visits, action: approve}}\n");
        let changes = [change(old, &one), change(&one, &two)];
        let said = decided(changes.iter(), Lang::Zh);
        assert_eq!(said.unwrap(), "处置差异 2 处：采用上级 1，准予不同 1");
        assert_eq!(decided(changes[..0].iter(), Lang::Zh), None);
    }
}
