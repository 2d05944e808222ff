//! What a branch holds, and what came of a switch, for a person.

use crate::session::task::{Switched, Task};
use crate::text::{Message, Words, words};

const MAIN: Words = words("主线", "main line");
const MATTERS: Words = words("改了 {n} 个文件：{names}", "{n} files changed: {names}");
const SAME: Words = words("与主线没有差别", "as the main line");
const APART: Words = words(
    "比主线多 {ahead} 个提交",
    "{ahead} commits beyond the main line",
);
const BEHIND: Words = words("，少 {behind} 个", ", {behind} short of it");
const UNPUSHED: Words = words("，{n} 个未推送", ", {n} not pushed");
const UNTAKEN: Words = words("，远程有 {n} 个未取", ", {n} not taken in");
const LOCAL: Words = words("，未推送过", ", never pushed");

impl Task {
    /// How a branch stands to the main line and to its remote.
    pub fn standing(&self) -> Message {
        let count = |say: Words, name: &str, n: usize| say.with(&[(name, &n.to_string())]);
        let (ahead, behind) = self.apart;
        let mut parts = vec![if self.is_main {
            MAIN.into()
        } else {
            count(APART, "ahead", ahead)
        }];
        if behind > 0 {
            parts.push(count(BEHIND, "behind", behind));
        }
        match self.upstream {
            None => parts.push(LOCAL.into()),
            Some((unpushed, untaken)) => {
                parts.extend((unpushed > 0).then(|| count(UNPUSHED, "n", unpushed)));
                parts.extend((untaken > 0).then(|| count(UNTAKEN, "n", untaken)));
            }
        }
        Message {
            zh: parts.iter().map(|part| part.zh.as_str()).collect(),
            en: parts.iter().map(|part| part.en.as_str()).collect(),
        }
    }

    /// Which matters a branch changed.
    pub fn held(&self) -> Option<Message> {
        if self.is_main {
            return None;
        }
        if self.count == 0 {
            return Some(SAME.into());
        }
        let n = self.count.to_string();
        let more = if self.count > self.names.len() {
            "…"
        } else {
            ""
        };
        let in_lang = |between: &str| {
            let names = self.names.join(between) + more;
            MATTERS.with(&[("n", &n), ("names", &names)])
        };
        Some(Message {
            zh: in_lang("、").zh,
            en: in_lang(", ").en,
        })
    }
}

impl Switched {
    /// What came of a switch.
    pub fn told(&self) -> Vec<Message> {
        let name = ("name", &*self.name);
        let head = match &self.from {
            Some(from) => words(
                "已从“{from}”开出分支“{name}”并换到它",
                "began {name} from {from} and switched to it",
            )
            .with(&[name, ("from", from)]),
            None => words("已换到分支“{name}”", "switched to {name}").with(&[name]),
        };
        let carried = words(
            "没有提交的改动（{n} 个文件）一起带过来了",
            "what is not committed ({n} files) came along",
        );
        let carried = (self.carried > 0).then(|| carried.with(&[("n", &self.carried.to_string())]));
        std::iter::once(head).chain(carried).collect()
    }
}
