//! The text of a file that is not there yet.

use crate::change::Intent;
use crate::text::{Message, apply, visible};
use crate::yaml::{Data, Op, Path, Refusal, patch, read};

/// A new file: a comment for people, then what it says, written as every edit is written.
fn draft(comment: &str, says: Data) -> Result<String, Refusal> {
    let head = format!("# {}\n", visible(comment.trim()));
    let whole = Op::Set {
        path: Path::default(),
        value: says,
    };
    let edits = patch(&read(head.as_str()), &whole)?;
    Ok(apply(&head, &edits))
}

/// The intent to add a file: a comment for people, then what it says, written as every edit is written.
pub fn new_file(path: &str, comment: &str, says: Data) -> Result<Intent, Message> {
    Ok(Intent::Create {
        path: path.into(),
        text: draft(comment, says).map_err(|refusal| refusal.message())?,
    })
}

/// A key with its text.
pub(super) fn entry(key: &str, text: &str) -> (String, Data) {
    (key.to_owned(), Data::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_opens_with_its_comment_and_quotes_its_codes() {
        let pair = |key: &str, value| (key.to_owned(), value);
        let basis = vec![
            entry("law", "中华人民共和国食品安全法"),
            pair("article", Data::Int(35)),
        ];
        let says = Data::Map(vec![
            entry("code", "000131002000"),
            entry("name", "食品经营许可"),
            pair("levels", Data::List(vec!["3".into(), "4".into()])),
            pair("legal_basis", Data::List(vec![Data::Map(basis)])),
            pair("version", Data::Int(1)),
        ]);
        insta::assert_snapshot!(draft("食品经营许可\n# code: x", says).unwrap(), @r#"
        # 食品经营许可⟨U+000A⟩# code: x
        code: "000131002000"
        name: 食品经营许可
        levels:
          - "3"
          - "4"
        legal_basis:
          - law: 中华人民共和国食品安全法
            article: 35
        version: 1
        "#);
    }
}
