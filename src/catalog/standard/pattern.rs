//! Patterns of texts. Codes are by far the most frequent, and all of one form (`^[0-9A-Z]{18}[0-9]{13}$`),
//! which is matched here directly; any other pattern goes to the regular-expression library, which costs
//! some forty times as much for so short a text.

use regex_lite::Regex;

/// 样式: what a text must look like.
#[derive(Clone, Debug)]
pub struct Pattern {
    source: Box<str>,
    form: Form,
}

#[derive(Clone, Debug)]
enum Form {
    /// One of several rows of runs; the whole text.
    Runs(Vec<Vec<Run>>),
    Regex(Regex),
}

/// So many characters of one class.
#[derive(Clone, Debug)]
struct Run {
    /// A bit for each ASCII character.
    class: u128,
    count: usize,
}

impl Pattern {
    /// Reads a pattern as JSON Schema writes it.
    pub fn new(source: &str) -> Result<Pattern, String> {
        let form = match rows(source) {
            Some(rows) => Form::Runs(rows),
            None => Form::Regex(Regex::new(source).map_err(|error| error.to_string())?),
        };
        Ok(Pattern {
            source: source.into(),
            form,
        })
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// Whether a text matches.
    pub fn is_match(&self, text: &str) -> bool {
        match &self.form {
            Form::Runs(rows) => rows.iter().any(|row| is_row(row, text.as_bytes())),
            Form::Regex(regex) => regex.is_match(text),
        }
    }
}

/// The rows of `^row$` or `^(row|row)$`; `None` if the pattern is of another form.
fn rows(source: &str) -> Option<Vec<Vec<Run>>> {
    let inner = source.strip_prefix('^')?.strip_suffix('$')?;
    let grouped = inner
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    match grouped {
        Some(rows) => rows.split('|').map(row).collect(),
        None => Some(vec![row(inner)?]),
    }
}

/// A row of `[class]{count}`.
fn row(mut source: &str) -> Option<Vec<Run>> {
    let mut runs = Vec::new();
    while !source.is_empty() {
        let (class, rest) = source.strip_prefix('[')?.split_once("]{")?;
        let (count, rest) = rest.split_once('}')?;
        runs.push(Run {
            class: class_of(class.as_bytes())?,
            count: count.parse().ok()?,
        });
        source = rest;
    }
    Some(runs)
}

/// The characters of a class of letters and digits (`0-9A-Z`).
fn class_of(class: &[u8]) -> Option<u128> {
    let is_range = |range: &[u8]| match range {
        [first, b'-', last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => {
            Some((*first..=*last).fold(0, |class, byte| class | 1 << byte))
        }
        _ => None,
    };
    let mut ranges = class.chunks(3).map(is_range);
    ranges.try_fold(0, |class, range| Some(class | range?))
}

fn is_row(row: &[Run], mut text: &[u8]) -> bool {
    for run in row {
        let Some((stretch, rest)) = text.split_at_checked(run.count) else {
            return false;
        };
        let is_in_class = |byte: &u8| byte.is_ascii() && run.class >> byte & 1 == 1;
        if !stretch.iter().all(is_in_class) {
            return false;
        }
        text = rest;
    }
    text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_the_library_agree() {
        let patterns = [
            "^[0-9]{2}$",
            "^[0-9A-Z]{3}[0-9]{2}$",
            "^([0-9]{2}|[0-9]{4})$",
        ];
        let texts = [
            "", "1", "12", "123", "1234", "A1Z34", "a1Z34", "A1Z3x", "１２", "12\n", "中文",
        ];
        for source in patterns {
            let pattern = Pattern::new(source).unwrap();
            assert!(matches!(pattern.form, Form::Runs(_)), "{source}");
            let regex = Regex::new(source).unwrap();
            for text in texts {
                assert_eq!(
                    pattern.is_match(text),
                    regex.is_match(text),
                    "{source} {text:?}"
                );
            }
        }
    }

    #[test]
    fn another_form_goes_to_the_library() {
        for source in [
            "^[A-Z][0-9]{3}$",
            "^[a-z0-9]+(-[a-z0-9]+)*$",
            "[0-9]{2}",
            "^[0-9]{1,2}$",
        ] {
            assert!(
                matches!(Pattern::new(source).unwrap().form, Form::Regex(_)),
                "{source}"
            );
        }
        assert!(Pattern::new("^[A-").is_err());
    }
}
