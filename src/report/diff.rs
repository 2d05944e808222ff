//! What changes in a file, line by line.

use similar::{ChangeTag, TextDiff};

use crate::report::{Look, Paint};
use crate::text::visible;

/// Lines around a change that are shown with it.
const CONTEXT: usize = 1;

/// The difference between two texts: the lines that go, the lines that come, a little around them.
pub fn diff(path: &str, before: &str, after: &str, look: &Look) -> String {
    let difference = TextDiff::from_lines(before, after);
    let mut text = look.paint(Paint::Strong, &visible(path));
    text.push('\n');
    for hunk in difference
        .unified_diff()
        .context_radius(CONTEXT)
        .iter_hunks()
    {
        text += &look.paint(Paint::Faint, &hunk.header().to_string());
        text.push('\n');
        for change in hunk.iter_changes() {
            let line = visible(change.value().trim_end_matches(['\n', '\r'])).into_owned();
            let (mark, paint) = match change.tag() {
                ChangeTag::Equal => (' ', None),
                ChangeTag::Delete => ('-', Some(Paint::Red)),
                ChangeTag::Insert => ('+', Some(Paint::Green)),
            };
            let line = format!("{mark} {line}");
            text += &paint.map_or(line.clone(), |paint| look.paint(paint, &line));
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn only_the_lines_around_a_change_are_shown() {
        let look = Look {
            lang: Lang::Zh,
            colours: false,
            width: 80,
        };
        let shown = diff(
            "base/a.yaml",
            "a\nb\nc\nd\ne\n",
            "a\nb\nx\u{1b}\nd\ne\n",
            &look,
        );
        assert_eq!(
            shown,
            "base/a.yaml\n@@ -2,3 +2,3 @@\n  b\n- c\n+ x⟨U+001B⟩\n  d\n"
        );
    }
}
