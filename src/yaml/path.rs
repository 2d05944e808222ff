//! The way from the root of a document to one of its values.

use std::fmt;

/// One step down.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Into the value of a key.
    Key(String),
    /// Into an element of a sequence, from 0.
    Index(usize),
}

/// A way down; written `legal_basis[0].article`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The way to the value of a top-level key.
    pub fn key(key: &str) -> Path {
        Path(vec![Step::Key(key.to_owned())])
    }

    /// This way and one key further.
    #[must_use]
    pub fn then_key(&self, key: &str) -> Path {
        self.then(Step::Key(key.to_owned()))
    }

    /// This way and one element further.
    #[must_use]
    pub fn then_index(&self, index: usize) -> Path {
        self.then(Step::Index(index))
    }

    fn then(&self, step: Step) -> Path {
        let mut steps = self.0.clone();
        steps.push(step);
        Path(steps)
    }

    /// Reads the written form; `None` if it is not one.
    pub fn parse(written: &str) -> Option<Path> {
        let mut steps = Vec::new();
        for part in written.split('.') {
            let (key, indices) = part
                .split_once('[')
                .map_or((part, ""), |(key, rest)| (key, rest));
            if key.is_empty() {
                return None;
            }
            steps.push(Step::Key(key.to_owned()));
            if !indices.is_empty() {
                for index in indices.strip_suffix(']')?.split("][") {
                    steps.push(Step::Index(index.parse().ok()?));
                }
            }
        }
        Some(Path(steps))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if place == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_form_reads_back() {
        let path = Path::key("legal_basis").then_index(0).then_key("article");
        assert_eq!(path.to_string(), "legal_basis[0].article");
        assert_eq!(Path::parse("legal_basis[0].article"), Some(path));
        assert_eq!(Path::parse("a[x]"), None);
        assert_eq!(Path::parse(""), None);
    }
}
