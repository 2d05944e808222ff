//! Why an edit was not made.

use crate::text::{Message, words};
use crate::yaml::Path;

/// Why an edit was not made. Nothing is ever guessed: what cannot be done surely is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing stands at this path.
    NotFound(Path),
    /// What stands at this path is not the kind of collection the edit is for.
    NotACollection(Path),
    /// The mapping has this key already.
    DuplicateKey(String),
    /// The text is not the bytes of the file: it was converted or repaired to be read.
    Unfaithful,
    /// The file could not be read to its end.
    Broken,
    /// An anchor, alias or tag stands in what would change, or around it.
    Anchors,
    /// What would change is written in a way this editor leaves to people: `? key`, or a pair in brackets,
    /// or comments inside brackets that would end up at the wrong element.
    Unusual,
    /// The edited text would not read as intended; what differs.
    Unsafe(Message),
}

impl Refusal {
    /// The refusal in words.
    pub fn message(&self) -> Message {
        match self {
            Refusal::NotFound(path) => {
                words("找不到 {path}", "{path} does not exist").with(&[("path", &path.to_string())])
            }
            Refusal::NotACollection(path) => words(
                "{path} 不是可作此修改的列表或键值组",
                "{path} is not a collection this edit is for",
            )
            .with(&[("path", &path.to_string())]),
            Refusal::DuplicateKey(key) => {
                words("键“{key}”已存在", "the key {key} exists already").with(&[("key", key)])
            }
            Refusal::Unfaithful => words(
                "文件编码不是 UTF-8，请先转换再编辑",
                "the file is not UTF-8; convert it before editing",
            )
            .into(),
            Refusal::Broken => words(
                "文件有语法错误，请先改正再编辑",
                "the file is broken; mend it before editing",
            )
            .into(),
            Refusal::Anchors => words(
                "此处有锚点、别名或标签，请手工修改",
                "an anchor, alias or tag stands here; edit by hand",
            )
            .into(),
            Refusal::Unusual => words(
                "此处写法特殊，请手工修改",
                "this is written in an unusual way; edit by hand",
            )
            .into(),
            Refusal::Unsafe(reason) => {
                let frame = words(
                    "修改未通过复核：{reason}",
                    "the edit did not pass its check: {reason}",
                );
                Message {
                    zh: frame.with(&[("reason", &reason.zh)]).zh,
                    en: frame.with(&[("reason", &reason.en)]).en,
                }
            }
        }
    }
}
