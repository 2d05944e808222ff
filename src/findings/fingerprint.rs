//! By what a finding is known again when lines move, lists are sorted anew, or words are put better.

use std::fmt;

use crate::catalog::standard::{Form, Schema, Standard};
use crate::findings::Finding;
use crate::text::Span;
use crate::yaml::{Shape, Value};

/// 指纹: a number by which a finding is known again. It is made of the rule, the file, the way of keys down
/// to the place, and what was seen there; it is the same on every machine and in every version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The fingerprint of a finding.
pub fn fingerprint(finding: &Finding, standard: &Standard) -> Fingerprint {
    let mut hash = Fnv::new();
    hash.part(finding.rule.as_bytes());
    hash.part(finding.file.path.as_bytes());
    let schema = standard.schema(finding.file.kind).map(|schema| &**schema);
    if let Some(root) = finding.file.document.root() {
        place(root, schema, finding.span, &mut hash);
    }
    hash.part(&finding.substance.to_be_bytes());
    Fingerprint(hash.0)
}

/// What a finding says apart from its wording: the template's name and what fills it, save the titles of
/// fields, which are wording too, and `first`, a place in a list.
pub fn substance(say: &str, values: &[(&str, &str)]) -> u64 {
    let mut hash = Fnv::new();
    hash.part(say.as_bytes());
    let seen = values
        .iter()
        .filter(|(name, _)| !matches!(*name, "title" | "title_en" | "first"));
    for (name, value) in seen {
        hash.part(name.as_bytes());
        hash.part(value.as_bytes());
    }
    hash.0
}

/// The way of keys down to a place; an element of a list goes by what tells it apart, never by its number. A
/// place on a key is the record that has the key: a missing one is shown at whichever key stands first.
fn place(value: Value<'_>, schema: Option<&Schema>, span: Span, hash: &mut Fnv) {
    match value.shape() {
        Shape::Mapping => {
            let mut entries = value.entries();
            let Some(entry) = entries.find(|entry| holds(entry.value.span(), span)) else {
                return;
            };
            let key = entry.key.text().unwrap_or("");
            hash.part(key.as_bytes());
            let below = schema.and_then(|schema| schema.property(key));
            place(entry.value, below.map(|schema| &**schema), span, hash);
        }
        Shape::Sequence => {
            let mut items = value.items();
            let Some(item) = items.find(|item| holds(item.span(), span)) else {
                return;
            };
            let form = schema.map(|schema| &schema.form);
            let (below, identity): (_, &[Box<str>]) = match form {
                Some(Form::List {
                    items, identity, ..
                }) => (Some(&**items), identity),
                _ => (None, &[]),
            };
            hash.part(item.text().unwrap_or("").as_bytes());
            for key in identity {
                let value = item.get(key).and_then(|value| value.text());
                hash.part(value.unwrap_or("").as_bytes());
            }
            place(item, below, span, hash);
        }
        _ => {}
    }
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// FNV-1a of 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>).
struct Fnv(u64);

impl Fnv {
    fn new() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// A part, with what no text holds at its end.
    fn part(&mut self, bytes: &[u8]) {
        self.bytes(bytes);
        self.bytes(&[0xff]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        let hash = |text: &str| {
            let mut hash = Fnv::new();
            hash.bytes(text.as_bytes());
            hash.0
        };
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn what_is_seen_counts_and_wording_does_not() {
        let one = substance("missing", &[("title", "名称"), ("key", "name")]);
        let renamed = substance("missing", &[("title", "事项名称"), ("key", "name")]);
        let other = substance("missing", &[("title", "名称"), ("key", "body")]);
        assert_eq!(one, renamed);
        assert_ne!(one, other);
    }
}
