//! The values a rule looks at, by their place in a file.

use crate::catalog::File;
use crate::yaml::Value;

/// 位置: a key of the root, or a key of each element of a list there.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// A key of the root.
    Key(&'static str),
    /// A key of each element of a list.
    Each(&'static str, &'static str),
}

/// The values at a place, in the order of the file; none where nothing stands.
pub(super) fn values(file: &File, place: Place) -> impl Iterator<Item = Value<'_>> {
    let (key, below) = match place {
        Place::Key(key) => (key, None),
        Place::Each(list, key) => (list, Some(key)),
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
        assert_eq!(texts(Place::Key("home")), "a");
        assert_eq!(texts(Place::Each("list", "code")), "bc");
        assert_eq!(texts(Place::Key("list")), "");
        assert_eq!(texts(Place::Each("none", "code")), "");
    }
}
