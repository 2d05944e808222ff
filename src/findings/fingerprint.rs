//! By what a finding is known again when lines move, lists are sorted anew, or words are put better.

use crate::catalog::standard::{Form, Schema, Standard};
use crate::findings::Finding;
use crate::text::{Digest, Span};
use crate::yaml::{Shape, Value};

/// 指纹: a number by which a finding is known again. It is made of the rule, the file, the way of keys down
/// to the place, and what was seen there.
pub fn fingerprint(finding: &Finding, standard: &Standard) -> Digest {
    let mut digest = Digest::new()
        .with(finding.rule.as_bytes())
        .with(finding.file.path.as_bytes());
    let schema = standard.schema(finding.file.kind).map(|schema| &**schema);
    digest = finding.file.glance(|document| match document.root() {
        Some(root) => place(root, schema, finding.span, digest),
        None => digest,
    });
    digest.with_digest(finding.substance)
}

/// What a finding says apart from its wording: the template's name and what fills it, save the titles of
/// fields, which are wording too, and `first`, a place in a list.
pub fn substance(say: &str, values: &[(&str, &str)]) -> Digest {
    let seen = values
        .iter()
        .filter(|(name, _)| !matches!(*name, "title" | "title_en" | "first"));
    seen.fold(
        Digest::new().with(say.as_bytes()),
        |digest, (name, value)| digest.with(name.as_bytes()).with(value.as_bytes()),
    )
}

/// The way of keys down to a place; an element of a list goes by what tells it apart, never by its number. A
/// place on a key is the record that has the key: a missing one is shown at whichever key stands first.
fn place(value: Value<'_>, schema: Option<&Schema>, span: Span, digest: Digest) -> Digest {
    match value.shape() {
        Shape::Mapping => {
            let mut entries = value.entries();
            let Some(entry) = entries.find(|entry| holds(entry.value.span(), span)) else {
                return digest;
            };
            let key = entry.key.text().unwrap_or("");
            let below = schema.and_then(|schema| schema.property(key));
            let digest = digest.with(key.as_bytes());
            place(entry.value, below.map(|schema| &**schema), span, digest)
        }
        Shape::Sequence => {
            let mut items = value.items();
            let Some(item) = items.find(|item| holds(item.span(), span)) else {
                return digest;
            };
            let form = schema.map(|schema| &schema.form);
            let (below, identity): (_, &[Box<str>]) = match form {
                Some(Form::List {
                    items, identity, ..
                }) => (Some(&**items), identity),
                _ => (None, &[]),
            };
            let own = digest.with(item.text().unwrap_or("").as_bytes());
            let digest = identity.iter().fold(own, |digest, key| {
                let value = item.get(key).and_then(|value| value.text());
                digest.with(value.unwrap_or("").as_bytes())
            });
            place(item, below, span, digest)
        }
        _ => digest,
    }
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_counts_and_wording_does_not() {
        let one = substance("missing", &[("title", "名称"), ("key", "name")]);
        let renamed = substance("missing", &[("title", "事项名称"), ("key", "name")]);
        let other = substance("missing", &[("title", "名称"), ("key", "body")]);
        assert_eq!(one, renamed);
        assert_ne!(one, other);
    }
}
