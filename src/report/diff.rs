//! What changes in a file, line by line, for a terminal.

use crate::report::{Look, Paint};
use crate::text::{DiffLine, LineMark, visible};

/// The difference between two texts: the lines that go, the lines that come, a little around them; with
/// colours, what changed inside a line stands out.
pub fn diff(path: &str, before: &str, after: &str, look: &Look) -> String {
    let mut text = look.paint(Paint::Strong, &visible(path));
    text.push('\n');
    for line in crate::text::diff(before, after) {
        text += &drawn(&line, look);
        text.push('\n');
    }
    text
}

fn drawn(line: &DiffLine, look: &Look) -> String {
    let (mark, paint) = match line.mark {
        LineMark::Same => ("  ", None),
        LineMark::Removed => ("- ", Some(Paint::Red)),
        LineMark::Added => ("+ ", Some(Paint::Green)),
        LineMark::Gap => return look.paint(Paint::Faint, "…"),
    };
    let Some(paint) = paint else {
        let parts = line.parts.iter().map(|part| visible(&part.text));
        return mark.to_owned() + &parts.collect::<String>();
    };
    let is_all_changed = line.parts.iter().all(|part| part.is_changed);
    let parts = line.parts.iter().map(|part| {
        let stands_out = part.is_changed && !is_all_changed;
        let paint = if stands_out { Paint::Strong } else { paint };
        look.paint(paint, &visible(&part.text))
    });
    look.paint(paint, mark) + &parts.collect::<String>()
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
            "a\nb\nc\nd\ne\nf\ng\n",
            "a\nb\nc\nx\u{1b}\ne\nf\ng\n",
            &look,
        );
        assert_eq!(
            shown,
            "base/a.yaml\n…\n  b\n  c\n- d\n+ x⟨U+001B⟩\n  e\n  f\n…\n"
        );
    }
}
