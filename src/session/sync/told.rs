//! What came of a sync, for a person: line by line.

use crate::session::sync::{Clash, Synced, Together};
use crate::text::{Message, words};

impl Synced {
    /// What came of it.
    pub fn told(&self) -> Vec<Message> {
        match self {
            Synced::Together(together) => together.told(),
            Synced::Clashed { clashes, .. } => {
                let n = clashes.len().to_string();
                let head = words(
                    "有 {n} 个文件两边改了同一处，等待取舍：",
                    "{n} files wait for a choice, since both sides changed the same place:",
                );
                let end = words(
                    "在界面里冲突的字段上按 Enter 取舍，或整个文件取一边（mulu git resolve）；然后 mulu sync --continue（界面里 g n）。放弃：mulu sync --abort（g z）",
                    "choose on the screen with Enter on the field, or one side of a whole file (mulu git resolve); then mulu sync --continue (g n on the screen). To give up: mulu sync --abort (g z)",
                );
                let files = clashes.iter().map(Clash::told);
                std::iter::once(head.with(&[("n", &n)]))
                    .chain(files)
                    .chain([end.into()])
                    .collect()
            }
        }
    }
}

impl Clash {
    /// The file, and where in it.
    fn told(&self) -> Message {
        let path = &self.path;
        if self.lines.is_empty() {
            let say = words(
                "  {path}：一边删去、另一边改了（或无法按行合并）；留下要的文件，或删去它",
                "  {path}: one side removed it and the other changed it (or it has no lines); keep the file you want, or remove it",
            );
            return say.with(&[("path", path)]);
        }
        let lines: Vec<String> = self.lines.iter().map(ToString::to_string).collect();
        let first = lines.first().map_or("1", String::as_str);
        let say = words(
            "  {path}:{line}：{n} 处两边都改了（第 {lines} 行起）",
            "  {path}:{line}: both sides changed {n} places (from lines {lines})",
        );
        let n = lines.len().to_string();
        let in_lang = |between: &str| {
            let lines = lines.join(between);
            say.with(&[
                ("path", path),
                ("line", first),
                ("n", &n),
                ("lines", &lines),
            ])
        };
        Message {
            zh: in_lang("、").zh,
            en: in_lang(", ").en,
        }
    }
}

impl Together {
    fn told(&self) -> Vec<Message> {
        let (branch, remote) = (&*self.place.0, &*self.place.1);
        let place = [("branch", branch), ("remote", remote)];
        let (taken, given) = (self.taken.to_string(), self.given.map(|n| n.to_string()));
        let mut told = Vec::new();
        if self.taken > 0 {
            let say = words("已取回 {n} 个提交", "{n} commits taken in");
            told.push(say.with(&[("n", &taken)]));
        }
        if let Some(given) = &given {
            let say = words(
                "已推送 {n} 个提交到 {remote}/{branch}",
                "{n} commits pushed to {remote}/{branch}",
            );
            told.push(say.with(&[place[0], place[1], ("n", given)]));
        }
        if told.is_empty() {
            let say = words(
                "“{branch}”和 {remote} 没有可同步的",
                "{branch} and {remote} have nothing to exchange",
            );
            told.push(say.with(&place));
        }
        if let Some(request) = &self.request {
            let say = words("请求合并：{url}", "open a request: {url}");
            told.push(say.with(&[("url", &request.url)]));
        }
        told
    }
}
