//! Edits: replacements of stretches of a text, and their inverse.

use crate::text::Span;

/// One replacement in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in the text before.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Applies edits that are sorted by place and do not overlap. An edit that does not fit the text is left
/// out, so the result is always text; `yaml::patch` never makes such an edit.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut after =
        String::with_capacity(text.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut done = 0;
    for edit in edits {
        let range = edit.span.range();
        let Some(kept) = text.get(done..range.start) else {
            continue;
        };
        after.push_str(kept);
        after.push_str(&edit.text);
        done = range.end;
    }
    after.push_str(text.get(done..).unwrap_or(""));
    after
}

/// The edits that lead from the text after `edits` back to `text`.
pub fn invert(text: &str, edits: &[Edit]) -> Vec<Edit> {
    let mut shift = 0isize;
    edits
        .iter()
        .map(|edit| {
            let range = edit.span.range();
            let start = range.start.saturating_add_signed(shift);
            shift += edit.text.len().cast_signed() - range.len().cast_signed();
            Edit {
                span: Span::new(start, start + edit.text.len()),
                text: edit.span.of(text).to_owned(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inverse_edit_restores_every_byte() {
        let before = "名称: 护照\n类型: 01\n";
        let edits = [
            Edit {
                span: Span::new(8, 14),
                text: "普通护照签发".to_owned(),
            },
            Edit {
                span: Span::new(23, 25),
                text: String::new(),
            },
        ];
        let after = apply(before, &edits);
        assert_eq!(after, "名称: 普通护照签发\n类型: \n");
        assert_eq!(apply(&after, &invert(before, &edits)), before);
    }
}
