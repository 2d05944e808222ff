//! Places where two people's texts could not be joined, marked as git does it: both texts between lines of
//! signs. Such a place may be a part of a file, or a part of one value in it.

use std::borrow::Cow;
use std::ops::Range;

/// Signs are no fewer than git's.
const FEWEST: usize = 7;

/// 冲突标记: how many signs a line has, and what the two sides are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks<'m> {
    /// What our side is called.
    pub ours: &'m str,
    /// What their side is called.
    pub theirs: &'m str,
    /// How many signs.
    pub size: usize,
}

/// 冲突: one place of a text that has both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict<'t> {
    /// Where, from the first sign to the end of the last line.
    pub range: Range<usize>,
    /// What our side and theirs are called; empty if nothing is said.
    pub names: [&'t str; 2],
    /// The lines that both sides began with, where they are told.
    pub base: Option<&'t str>,
    /// The lines of our side.
    pub ours: &'t str,
    /// The lines of their side.
    pub theirs: &'t str,
}

impl Marks<'_> {
    /// The same, with so many signs that no line of these texts is taken for one of them.
    #[must_use]
    pub fn fit(self, texts: &[&str]) -> Self {
        let lines = texts.iter().flat_map(|text| text.lines());
        let signs = lines.map(|line| {
            let signs = "<=>|".chars().map(|sign| run(line, sign));
            signs.max().unwrap_or(0)
        });
        let longest = signs.max().unwrap_or(0);
        let size = self
            .size
            .max(FEWEST)
            .max(if longest < FEWEST { 0 } else { longest + 1 });
        Marks { size, ..self }
    }

    /// Both sides with the signs around them; ends in a line break.
    pub fn around(&self, ours: &str, theirs: &str) -> String {
        let sign = |sign: &str| sign.repeat(self.size);
        let name = |name: &str| {
            let name = name.lines().next().unwrap_or_default();
            if name.is_empty() {
                String::new()
            } else {
                format!(" {name}")
            }
        };
        let whole = |text: &str| {
            let has_break = text.is_empty() || text.ends_with('\n');
            format!("{text}{}", if has_break { "" } else { "\n" })
        };
        [
            format!("{}{}\n", sign("<"), name(self.ours)),
            whole(ours),
            format!("{}\n", sign("=")),
            whole(theirs),
            format!("{}{}\n", sign(">"), name(self.theirs)),
        ]
        .concat()
    }
}

/// Every conflict in a text, in order. What lacks one of its signs is none.
pub fn conflicts(text: &str) -> Vec<Conflict<'_>> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        match &mut open {
            Some(at) if at.is_base(line) => at.base = Some(start..end),
            Some(at) if at.middle.is_none() && at.is_middle(line) => {
                at.middle = Some(start..end);
            }
            Some(at) if at.is_end(line) => {
                found.extend(at.conflict(text, start..end));
                open = None;
            }
            Some(_) => {}
            None => open = Open::read(line, start),
        }
        start = end;
    }
    found
}

/// The text with something else in the place of each conflict; a last line break that only the signs had goes
/// with them.
pub fn settled<'t>(text: &'t str, mut choose: impl FnMut(&Conflict<'t>) -> Cow<'t, str>) -> String {
    let mut plain = String::new();
    let mut done = 0;
    for conflict in conflicts(text) {
        plain += text.get(done..conflict.range.start).unwrap_or_default();
        plain += &choose(&conflict);
        done = conflict.range.end;
    }
    plain += text.get(done..).unwrap_or_default();
    if done == text.len() && !text.ends_with('\n') && plain.ends_with('\n') {
        plain.pop();
    }
    plain
}

/// A conflict whose first line was met, and the lines of signs met since.
struct Open {
    size: usize,
    first: Range<usize>,
    base: Option<Range<usize>>,
    middle: Option<Range<usize>>,
}

impl Open {
    fn read(line: &str, start: usize) -> Option<Open> {
        let size = run(line, '<');
        let is_one = size >= FEWEST && is_sign(line, '<', size);
        is_one.then(|| Open {
            size,
            first: start..start + line.len(),
            base: None,
            middle: None,
        })
    }

    fn is_base(&self, line: &str) -> bool {
        self.base.is_none() && self.middle.is_none() && is_sign(line, '|', self.size)
    }

    fn is_middle(&self, line: &str) -> bool {
        is_sign(line, '=', self.size)
    }

    fn is_end(&self, line: &str) -> bool {
        self.middle.is_some() && is_sign(line, '>', self.size)
    }

    fn conflict<'t>(&self, text: &'t str, last: Range<usize>) -> Option<Conflict<'t>> {
        let middle = self.middle.as_ref()?;
        let ours_end = self.base.as_ref().unwrap_or(middle).start;
        let base = self.base.as_ref();
        let name = |line: &Range<usize>| {
            let signs = text.get(line.clone()).unwrap_or_default();
            signs.get(self.size..).unwrap_or_default().trim()
        };
        Some(Conflict {
            names: [name(&self.first), name(&last)],
            base: base.and_then(|line| text.get(line.end..middle.start)),
            ours: text.get(self.first.end..ours_end)?,
            theirs: text.get(middle.end..last.start)?,
            range: self.first.start..last.end,
        })
    }
}

/// How many of a sign a line begins with.
fn run(line: &str, sign: char) -> usize {
    line.chars().take_while(|letter| *letter == sign).count()
}

/// Whether a line is just so many signs, with or without a name behind.
fn is_sign(line: &str, sign: char, size: usize) -> bool {
    let line = line.trim_end_matches(['\n', '\r']);
    run(line, sign) == size
        && line
            .get(size..)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: Marks<'_> = Marks {
        ours: "HEAD",
        theirs: "branch",
        size: 7,
    };

    #[test]
    fn what_is_marked_is_found_again() {
        let text = format!("一\n{}四\n", MARKS.around("二\n", "三"));
        assert_eq!(
            text,
            "一\n<<<<<<< HEAD\n二\n=======\n三\n>>>>>>> branch\n四\n"
        );
        let found = conflicts(&text);
        assert_eq!((found[0].ours, found[0].theirs), ("二\n", "三\n"));
        assert_eq!(found[0].names, ["HEAD", "branch"]);
        assert_eq!(settled(&text, |at| at.ours.into()), "一\n二\n四\n");
        assert_eq!(settled(&text, |at| at.theirs.into()), "一\n三\n四\n");
        let last = text.trim_end_matches("四\n").trim_end();
        assert_eq!(settled(last, |at| at.theirs.into()), "一\n三");
    }

    #[test]
    fn a_text_that_has_such_lines_itself_is_told_apart() {
        let ours = "=======\n<<<<<<< x\n";
        let marks = MARKS.fit(&[ours, "b\n"]);
        let text = marks.around(ours, "b\n");
        assert_eq!(marks.size, 8);
        assert_eq!(conflicts(&text)[0].ours, ours);
        assert_eq!(conflicts("<<<<<<< a\nx\n=======\ny\n"), []);
        assert_eq!(conflicts("标题\n=======\n"), []);
    }

    #[test]
    fn what_both_began_with_belongs_to_neither_side() {
        let text = "<<<<<<< a\n1\n||||||| b\n0\n=======\n2\n>>>>>>> c";
        let found = conflicts(text);
        assert_eq!((found[0].ours, found[0].theirs), ("1\n", "2\n"));
        assert_eq!(found[0].base, Some("0\n"));
    }
}
