//! What would come of a task, matter by matter, for someone to look at before it is done.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::session::Prepared;
use crate::text::{Message as Saying, Words, words};

const SAID: Words = words(
    "改 {n} 个文件，跳过 {m} 个事项",
    "{n} files change, {m} matters are skipped",
);
const ALONE: Words = words("改 {n} 个文件", "{n} files change");
const NOTHING: Words = words(
    "没有要改的，跳过 {m} 个事项",
    "nothing to change, {m} matters are skipped",
);
const WHY: Words = words("（{why}）", " ({why})");
const BRINGS: Words = words(
    "会带来 {n} 处新问题（{rules}）",
    "It would bring {n} new findings ({rules})",
);
const BRINGS_NONE: Words = words("不会带来新问题", "It would bring no new finding");
const SETTLES: Words = words("，消去 {n} 处问题。", " and put {n} right.");
const SETTLES_NONE: Words = words("。", ".");
const UNDO: Words = words("一次撤销即可全部收回。", "One undo takes all of it back.");

/// 预案: what would come of a task.
#[derive(Clone, Debug)]
pub(crate) struct Proposal {
    /// What the task is called.
    pub(crate) title: Saying,
    /// What must be known of it beforehand; may be empty.
    pub(crate) consequence: Saying,
    /// What would happen to the files.
    pub(crate) prepared: Arc<Prepared>,
    /// Each matter: first those with new findings, then the other changes, then those skipped.
    pub(crate) items: Vec<Item>,
}

/// What would come of a task for one matter.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Name of the matter.
    pub(crate) name: Arc<str>,
    /// Where it is offered.
    pub(crate) place: Arc<Saying>,
    /// What would happen to it.
    pub(crate) fate: Fate,
}

/// What would happen to a matter.
#[derive(Clone, Debug)]
pub(crate) enum Fate {
    /// It changes.
    Changes {
        /// What stands there before.
        before: Saying,
        /// What would stand there.
        after: Saying,
        /// The change among those of the plan.
        change: usize,
        /// The findings it would bring.
        brings: Vec<Saying>,
    },
    /// Nothing; why.
    Skipped(Saying),
}

impl Proposal {
    /// Puts the matters in order.
    pub(super) fn sort(&mut self) {
        self.items.sort_by_key(|item| match &item.fate {
            Fate::Changes { brings, .. } if !brings.is_empty() => 0,
            Fate::Changes { .. } => 1,
            Fate::Skipped(_) => 2,
        });
    }

    /// Whether there is anything to do.
    pub(crate) fn has_changes(&self) -> bool {
        !self.prepared.plan.is_empty()
    }

    /// What would come of it all, in a few sentences.
    pub(crate) fn summary(&self) -> Vec<Saying> {
        let brought = &self.prepared.brought;
        let mut said = vec![self.counts()];
        if !self.has_changes() {
            return said;
        }
        let brings = if brought.is_empty() {
            BRINGS_NONE.into()
        } else {
            let rules = tally(brought.iter().map(|finding| Saying::same(finding.rule)));
            filled(BRINGS, &[("n", &number(brought.len())), ("rules", &rules)])
        };
        let settles = match self.prepared.settled {
            0 => SETTLES_NONE.into(),
            n => SETTLES.with(&[("n", &n.to_string())]),
        };
        said.push(joined(&[brings, settles, UNDO.into()]));
        said
    }

    /// How many change and how many do not, and why.
    fn counts(&self) -> Saying {
        let reasons = self.items.iter().filter_map(|item| match &item.fate {
            Fate::Skipped(why) => Some(why.clone()),
            Fate::Changes { .. } => None,
        });
        let skipped = reasons.clone().count();
        let n = number(self.prepared.plan.changes.len());
        let words = match (self.has_changes(), skipped) {
            (true, 0) => ALONE,
            (true, _) => SAID,
            (false, _) => NOTHING,
        };
        let head = filled(words, &[("n", &n), ("m", &number(skipped))]);
        if skipped == 0 {
            return joined(&[head, SETTLES_NONE.into()]);
        }
        let why = filled(WHY, &[("why", &tally(reasons))]);
        joined(&[head, why, SETTLES_NONE.into()])
    }
}

fn number(n: usize) -> Saying {
    Saying::same(&n.to_string())
}

/// Most kinds named; the rest are summed up by what is left out.
const MOST: usize = 4;

/// The different sayings, each with how often it is said, the most frequent first.
fn tally(sayings: impl Iterator<Item = Saying>) -> Saying {
    let mut counts: BTreeMap<Saying, usize> = BTreeMap::new();
    for saying in sayings {
        *counts.entry(saying).or_default() += 1;
    }
    let mut counts: Vec<(Saying, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let is_more = counts.len() > MOST;
    let part = |of: fn(&Saying) -> &str, between: &str| {
        let named = counts.iter().take(MOST);
        let mut parts: Vec<String> = named
            .map(|(said, count)| format!("{} {count}", of(said)))
            .collect();
        if is_more {
            parts.push("…".to_owned());
        }
        parts.join(between)
    };
    Saying {
        zh: part(|said| &said.zh, "、"),
        en: part(|said| &said.en, ", "),
    }
}

/// Words whose places are filled in each language by itself.
pub(super) fn filled(words: Words, values: &[(&str, &Saying)]) -> Saying {
    let of = |of: fn(&Saying) -> &str| -> Vec<(&str, &str)> {
        values
            .iter()
            .map(|(key, value)| (*key, of(value)))
            .collect()
    };
    Saying {
        zh: words.with(&of(|said| &said.zh)).zh,
        en: words.with(&of(|said| &said.en)).en,
    }
}

fn joined(parts: &[Saying]) -> Saying {
    words("", "").join(parts)
}
