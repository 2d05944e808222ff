//! What the matters above say of a field, and which way a level may depart from it.

use crate::catalog::standard::{Direction, PolicyKind};
use crate::catalog::{Catalog, Effective, Field, MatterId};
use crate::text::{Message as Saying, Words, words};
use crate::yaml::{Data, Shape};

/// 上级: what stands above a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Above {
    /// What it says, where the matter says otherwise.
    pub(crate) text: Option<Saying>,
    /// Who says it.
    pub(crate) source: Saying,
    /// Which way a level may depart from it.
    pub(crate) policy: Option<Words>,
}

impl Above {
    /// The whole in a line; empty if there is nothing to say.
    pub(crate) fn line(&self) -> Saying {
        // The policy comes first, for a long value is cut.
        let mut parts: Vec<Saying> = self.policy.map(Saying::from).into_iter().collect();
        if let Some(text) = &self.text {
            let said = words("上级（{source}）：{text}", "above ({source}): {text}");
            let of = |source: &str, text: &str| said.with(&[("source", source), ("text", text)]);
            parts.push(Saying {
                zh: of(&self.source.zh, &text.zh).zh,
                en: of(&self.source.en, &text.en).en,
            });
        }
        let join = |of: fn(&Saying) -> &str| parts.iter().map(of).collect::<Vec<_>>().join(" · ");
        Saying {
            zh: join(|part| &part.zh),
            en: join(|part| &part.en),
        }
    }
}

/// The value that a field would have if the matter itself were silent.
pub(super) fn upper_value(catalog: &Catalog, id: MatterId, field: Field) -> Option<Effective<'_>> {
    let inherits = catalog.standard.policy(field).inherits;
    let mut uppers = catalog.uppers(id).filter(|_| inherits);
    uppers.find_map(|source| {
        let value = catalog.matter(source).value(field)?;
        (value.shape() != Shape::Empty).then_some(Effective {
            field,
            value,
            source,
        })
    })
}

/// Whether a matter says of a field something else than those above.
pub(super) fn departs(own: &Effective<'_>, upper: &Effective<'_>) -> bool {
    Data::of(own.value) != Data::of(upper.value)
}

/// Which way a level may depart from what stands above, in a few words; of free fields nothing.
pub(crate) fn policy_words(catalog: &Catalog, field: Field) -> Option<Words> {
    let policy = catalog.standard.policy(field);
    match (policy.kind, policy.direction) {
        (PolicyKind::Locked, _) => Some(words("须与上级一致", "must equal the level above")),
        (PolicyKind::Directional, Some(Direction::NotMore)) => Some(words(
            "可以比上级少，不得多",
            "may be less than above, not more",
        )),
        (PolicyKind::Directional, Some(Direction::NotLess)) => Some(words(
            "可以比上级多，不得少",
            "may be more than above, not less",
        )),
        (PolicyKind::Directional, Some(Direction::Subset)) => Some(words(
            "只能比上级少列，不得多列",
            "may list fewer than above, none more",
        )),
        _ => None,
    }
}
