//! The values a rule looks at, by their place in a file.

use crate::catalog::File;
use crate::yaml::Value;

/// The values at a place, in the order of the file: of a key of the root (`home`), or of a key of each
/// element of a list (`bodies[].code`). None where nothing stands.
pub(super) fn values<'f>(
    file: &'f File,
    place: &'static str,
) -> impl Iterator<Item = Value<'f>> + use<'f> {
    let (key, below) = match place.split_once("[].") {
        Some((list, key)) => (list, Some(key)),
        None => (place, None),
    };
    let found = file.document().root().and_then(|root| root.get(key));
    let own = found.filter(|_| below.is_none());
    let list = found.filter(|_| below.is_some());
    let items = list.into_iter().flat_map(|list| list.items());
    own.into_iter()
        .chain(items.filter_map(move |item| item.get(below?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::read;

    #[test]
    fn a_place_is_a_key_or_a_key_of_each_element() {
        let file = File::new(
            "mulu.yaml",
            read("home: a\nlist: [{code: b}, {}, {code: c}]\n"),
        );
        let texts = |place| {
            values(&file, place)
                .filter_map(|value| value.text())
                .collect::<String>()
        };
        assert_eq!(texts("home"), "a");
        assert_eq!(texts("list[].code"), "bc");
        assert_eq!(texts("list"), "");
        assert_eq!(texts("none[].code"), "");
    }
}
