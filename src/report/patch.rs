//! What changes in a file as a unified diff, as git reads and writes it: true to the byte, so that
//! `git apply` makes of the one text the other, and so never to be shown on a terminal as it is.

use std::collections::HashSet;
use std::fmt::Write;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};

use crate::report::{Look, Paint};
use crate::text::{is_order, visible};

/// Lines kept around a change.
const CONTEXT: usize = 3;

/// The patch that leads from one text of a file to another; `None` where there is no file.
pub fn patch(path: &str, before: Option<&str>, after: Option<&str>) -> String {
    let (old, new) = (quoted(&format!("a/{path}")), quoted(&format!("b/{path}")));
    let mut text = format!("diff --git {old} {new}\n");
    match (before, after) {
        (None, _) => text += "new file mode 100644\n",
        (_, None) => text += "deleted file mode 100644\n",
        _ => {}
    }
    let lines = Lines {
        old: split(before),
        new: split(after),
    };
    let hunks = lines.hunks();
    if !hunks.is_empty() {
        let name = |name: String, is_there: bool| match is_there {
            true if name.contains(' ') => name + "\t",
            true => name,
            false => "/dev/null".to_owned(),
        };
        let _ = writeln!(text, "--- {}", name(old, before.is_some()));
        let _ = writeln!(text, "+++ {}", name(new, after.is_some()));
    }
    text + &hunks
}

/// A patch for a terminal: nothing of it is obeyed, and lines that go and come have their colours.
pub fn patch_shown(patch: &str, look: &Look) -> String {
    let line = |line: &str| {
        let paint = match line.chars().next() {
            Some('+') => Paint::Green,
            Some('-') => Paint::Red,
            Some('d') => Paint::Strong,
            Some(' ') => return format!("{}\n", visible(line)),
            _ => Paint::Faint,
        };
        format!("{}\n", look.paint(paint, &visible(line)))
    };
    patch.split_terminator('\n').map(line).collect()
}

struct Lines<'t> {
    old: Vec<&'t str>,
    new: Vec<&'t str>,
}

/// Git ends lines in LF and in nothing else.
fn split(text: Option<&str>) -> Vec<&str> {
    text.unwrap_or("").split_inclusive('\n').collect()
}

impl Lines<'_> {
    fn hunks(&self) -> String {
        let mut text = String::new();
        for group in self.groups() {
            let (Some(first), Some(last)) = (group.first(), group.last()) else {
                continue;
            };
            let old = range(first.old_range().start, last.old_range().end);
            let new = range(first.new_range().start, last.new_range().end);
            let _ = writeln!(text, "@@ -{old} +{new} @@");
            for op in &group {
                self.push(&mut text, op);
            }
        }
        text
    }

    /// The changes, each with the lines around it. A line that a build server would obey must not stand
    /// there behind a blank: it goes and comes again, as a change with lines around it of its own.
    fn groups(&self) -> Vec<Vec<DiffOp>> {
        let mut ops = capture_diff_slices(Algorithm::Myers, &self.old, &self.new);
        loop {
            let groups = group_diff_ops(ops.clone(), CONTEXT);
            let kept = groups
                .iter()
                .flatten()
                .filter(|op| op.tag() == DiffTag::Equal);
            let orders = kept
                .flat_map(DiffOp::old_range)
                .filter(|at| self.is_order(*at));
            let orders: HashSet<usize> = orders.collect();
            if orders.is_empty() {
                return groups;
            }
            ops = ops.iter().flat_map(|op| torn(op, &orders)).collect();
        }
    }

    fn is_order(&self, line: usize) -> bool {
        self.old.get(line).is_some_and(|line| is_order(line))
    }

    fn push(&self, text: &mut String, op: &DiffOp) {
        let old = self.old.get(op.old_range()).unwrap_or(&[]);
        let new = self.new.get(op.new_range()).unwrap_or(&[]);
        if let DiffOp::Equal { .. } = op {
            return push_lines(text, ' ', old);
        }
        push_lines(text, '-', old);
        push_lines(text, '+', new);
    }
}

fn push_lines(text: &mut String, mark: char, lines: &[&str]) {
    for line in lines {
        text.push(mark);
        *text += line;
        if !line.ends_with('\n') {
            *text += "\n\\ No newline at end of file\n";
        }
    }
}

/// Equal lines with some among them taken for changed.
fn torn(op: &DiffOp, changed: &HashSet<usize>) -> Vec<DiffOp> {
    if op.tag() != DiffTag::Equal {
        return vec![*op];
    }
    let pairs = op.old_range().zip(op.new_range());
    let line = |(old_index, new_index)| {
        if changed.contains(&old_index) {
            DiffOp::Replace {
                old_index,
                old_len: 1,
                new_index,
                new_len: 1,
            }
        } else {
            DiffOp::Equal {
                old_index,
                new_index,
                len: 1,
            }
        }
    };
    let mut ops: Vec<DiffOp> = Vec::new();
    for next in pairs.map(line) {
        match (ops.last_mut(), next) {
            (Some(DiffOp::Equal { len, .. }), DiffOp::Equal { .. }) => *len += 1,
            _ => ops.push(next),
        }
    }
    ops
}

/// Lines from 0 as a patch has them: first line from 1 and their number; before the first if there are none.
fn range(start: usize, end: usize) -> String {
    match end - start {
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        count => format!("{},{count}", start + 1),
    }
}

/// A path as git writes it: in quotes if it holds anything that a reader might stumble over.
fn quoted(path: &str) -> String {
    let is_plain = |byte: u8| (b' '..0x7F).contains(&byte) && !matches!(byte, b'"' | b'\\');
    if path.bytes().all(is_plain) {
        return path.to_owned();
    }
    let mut text = String::from('"');
    for byte in path.bytes() {
        match byte {
            b'"' | b'\\' => text.extend(['\\', char::from(byte)]),
            _ if is_plain(byte) => text.push(char::from(byte)),
            _ => _ = write!(text, "\\{byte:03o}"),
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_line_without_its_end_is_told() {
        insta::assert_snapshot!(patch("a.yaml", Some("x\ny"), Some("x\nz\n")), @r"
        diff --git a/a.yaml b/a.yaml
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,2 +1,2 @@
         x
        -y
        \ No newline at end of file
        +z
        ");
    }

    #[test]
    fn files_come_and_go() {
        insta::assert_snapshot!(patch("a b.yaml", None, Some("x\n")), @r"
        diff --git a/a b.yaml b/a b.yaml
        new file mode 100644
        --- /dev/null
        +++ b/a b.yaml	
        @@ -0,0 +1 @@
        +x
        ");
        insta::assert_snapshot!(patch("护.yaml", Some("x\n"), None), @r#"
        diff --git "a/\346\212\244.yaml" "b/\346\212\244.yaml"
        deleted file mode 100644
        --- "a/\346\212\244.yaml"
        +++ /dev/null
        @@ -1 +0,0 @@
        -x
        "#);
    }

    #[test]
    fn an_order_to_a_build_server_never_stands_behind_a_blank() {
        let text = |last: &str| format!("a: |\n  ::error::x\nb: {last}\n");
        insta::assert_snapshot!(patch("a.yaml", Some(&text("1")), Some(&text("2"))), @r"
        diff --git a/a.yaml b/a.yaml
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,3 +1,3 @@
         a: |
        -  ::error::x
        +  ::error::x
        -b: 1
        +b: 2
        ");
    }

    #[test]
    fn a_terminal_obeys_nothing() {
        let look = Look {
            lang: crate::text::Lang::Zh,
            colours: false,
            width: 80,
        };
        let patch = patch("a.yaml", Some("x\u{1b}[31m\r\n"), Some("x\u{1b}[31m\n"));
        let shown = patch_shown(&patch, &look);
        assert!(
            shown.contains("-x⟨U+001B⟩[31m⟨U+000D⟩\n+x⟨U+001B⟩[31m\n"),
            "{shown}"
        );
    }
}
