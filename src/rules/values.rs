//! The values a rule looks at, by their place in a file.

use crate::catalog::{Field, File};
use crate::yaml::Value;

/// 位置: a field, a key of the root, or a key of each element of a list there.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// A field of a matter.
    Field(Field),
    /// A key of each element of a field that is a list.
    EachOf(Field, &'static str),
    /// A key of the root of another file.
    Key(&'static str),
    /// A key of each element of a list there.
    Each(&'static str, &'static str),
}

/// The values at a place, in the order of the file; none where nothing stands.
pub(super) fn values(file: &File, place: Place) -> impl Iterator<Item = Value<'_>> {
    let root = |key| file.document().root().and_then(|root| root.get(key));
    let (found, below) = match place {
        Place::Field(field) => (file.value(field), None),
        Place::EachOf(field, key) => (file.value(field), Some(key)),
        Place::Key(key) => (root(key), None),
        Place::Each(list, key) => (root(list), Some(key)),
    };
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
    fn a_place_is_a_field_or_a_key_or_a_key_of_each_element() {
        let matter = File::new("base/09/x.yaml", read("code: a\nsteps: [{name: b}, {}]\n"));
        let file = File::new(
            "mulu.yaml",
            read("home: a\nlist: [{code: b}, {}, {code: c}]\n"),
        );
        let texts_in = |file, place| {
            values(file, place)
                .filter_map(|value| value.text())
                .collect::<String>()
        };
        let texts = |place| texts_in(&file, place);
        assert_eq!(texts_in(&matter, Place::Field(Field::Code)), "a");
        assert_eq!(texts_in(&matter, Place::EachOf(Field::Steps, "name")), "b");
        assert_eq!(texts(Place::Key("home")), "a");
        assert_eq!(texts(Place::Each("list", "code")), "bc");
        assert_eq!(texts(Place::Key("list")), "");
        assert_eq!(texts(Place::Each("none", "code")), "");
    }
}
