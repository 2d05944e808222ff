//! From byte offsets to lines and columns.

/// A place as a person counts: both numbers from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (not bytes, not cells), from 1.
    pub column: usize,
}

/// The line starts of one text.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of a text; `\n` ends a line.
    pub fn new(text: &str) -> Lines {
        let after_breaks = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| at + 1);
        Lines {
            starts: std::iter::once(0).chain(after_breaks).collect(),
        }
    }

    /// The place of a byte offset of the same text.
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = text.get(start..offset.min(text.len())).unwrap_or("");
        Place {
            line,
            column: before.chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "a: 1\n名称: 护照\n";
        let lines = Lines::new(text);
        let at = text.find("护照").unwrap();
        assert_eq!(lines.place(text, at), Place { line: 2, column: 5 });
        assert_eq!(lines.place(text, 0), Place { line: 1, column: 1 });
        assert_eq!(lines.place(text, text.len()), Place { line: 3, column: 1 });
    }
}
