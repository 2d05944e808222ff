//! Properties of reading: it never fails, places are right, and it means what other readers mean.

use mulu::yaml::{Document, Shape, Style, Value, read, read_bytes};
use proptest::prelude::{any, proptest};

use crate::change;
use crate::sample::{self, Dice};

proptest! {
    #![proptest_config(sample::cases(1500))]

    #[test]
    fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        places_fit(&read_bytes(&bytes));
    }

    #[test]
    fn any_signs_can_be_read(text in "[-?:,\\[\\]{}#&*!|>'\"%@` \t\r\na0护\u{0}\u{feff}~.\\\\]{0,60}") {
        places_fit(&read(text));
    }

    #[test]
    fn a_document_with_slips_can_be_read(seed in any::<u64>()) {
        let mut letters: Vec<char> = sample::document(seed).chars().collect();
        let mut dice = Dice::new(seed ^ 1);
        for _ in 0..=dice.below(4) {
            let at = dice.below(letters.len());
            let sign = *dice.pick(&[&'"', &'\'', &'[', &'}', &':', &'-', &'\t', &' ', &'\n', &'|', &'&', &'*', &'\0', &'#']);
            match dice.below(3) {
                0 => letters.insert(at, sign),
                1 if at < letters.len() => letters[at] = sign,
                _ if at < letters.len() => drop(letters.remove(at)),
                _ => {}
            }
        }
        places_fit(&read(letters.into_iter().collect::<String>()));
    }

    #[test]
    fn a_generated_document_is_read_whole(seed in any::<u64>()) {
        let text = sample::document(seed);
        let document = read(text.as_str());
        assert!(document.is_whole(), "{:?}\n{text}", document.problems());
        places_fit(&document);
        sources_are_exact(&document);
    }

    #[test]
    fn serde_yaml_means_the_same(seed in any::<u64>()) {
        // Readers differ about a block scalar that the end of the file cuts short, so files end in a line.
        let text = sample::document(seed) + "\n";
        let document = read(text.as_str());
        let theirs: serde_yaml::Value = match serde_yaml::from_str(text.trim_start_matches('\u{FEFF}')) {
            Ok(value) => value,
            Err(error) => panic!("{error}\n{text}"),
        };
        let root = document.root().unwrap();
        assert!(is_alike(root, &theirs), "{theirs:?}\n{text}");
    }
}

/// Every span fits the text and stands inside the one around it.
fn places_fit(document: &Document) {
    let text = document.text();
    for problem in document.problems() {
        assert!(
            text.get(problem.span.range()).is_some(),
            "{problem:?} in {text:?}"
        );
    }
    if let Some(root) = document.root() {
        fits(root, text);
    }
}

fn fits(value: Value<'_>, text: &str) {
    let span = value.span();
    assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
    let entries = value.entries().flat_map(|entry| [entry.key, entry.value]);
    let mut last = span.start;
    for inner in value.items().chain(entries) {
        assert!(
            last <= inner.span().start && inner.span().end <= span.end,
            "{inner:?} in {text:?}"
        );
        last = inner.span().end;
        fits(inner, text);
    }
}

/// A scalar stands in the text as its style says, with nothing around it.
fn sources_are_exact(document: &Document) {
    for path in change::paths(document) {
        let Some(value) = document.at(&path) else {
            continue;
        };
        let source = value.span().of(document.text());
        let is_exact = match (value.shape(), value.style()) {
            (Shape::Empty, _) => matches!(source, "" | "~" | "null"),
            (_, Some(Style::Plain)) => source == source.trim() && !source.is_empty(),
            (_, Some(Style::Single)) => {
                source.len() > 1 && source.starts_with('\'') && source.ends_with('\'')
            }
            (_, Some(Style::Double)) => {
                source.len() > 1 && source.starts_with('"') && source.ends_with('"')
            }
            (_, Some(Style::Literal)) => source.starts_with('|'),
            (_, Some(Style::Folded)) => source.starts_with('>'),
            (Shape::Sequence, _) => source.starts_with(['-', '[']),
            _ => !source.is_empty(),
        };
        assert!(is_exact, "{path} is {source:?} in\n{}", document.text());
    }
}

fn is_alike(ours: Value<'_>, theirs: &serde_yaml::Value) -> bool {
    use serde_yaml::Value as Theirs;
    let is_plain = ours.style() == Some(Style::Plain);
    match (ours.shape(), theirs) {
        (Shape::Empty, Theirs::Null) => true,
        (Shape::Scalar, Theirs::String(text)) => ours.text() == Some(text),
        (Shape::Scalar, Theirs::Bool(answer)) => {
            is_plain && ours.text() == Some(&answer.to_string())
        }
        (Shape::Scalar, Theirs::Number(number)) => {
            let ours = ours
                .text()
                .filter(|_| is_plain)
                .and_then(|text| text.parse::<f64>().ok());
            ours.is_some() && ours == number.as_f64()
        }
        (Shape::Sequence, Theirs::Sequence(items)) => {
            ours.items().len() == items.len()
                && ours
                    .items()
                    .zip(items)
                    .all(|(one, other)| is_alike(one, other))
        }
        (Shape::Mapping, Theirs::Mapping(entries)) => {
            ours.entries().len() == entries.len()
                && ours.entries().zip(entries).all(|(entry, (key, value))| {
                    is_alike(entry.key, key) && is_alike(entry.value, value)
                })
        }
        _ => false,
    }
}
