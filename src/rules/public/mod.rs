//! Family P: the matter as the public meets it: themes, bundles, plain names, links.

mod bundle;
mod link;

pub(super) mod p001_themes_for_others;
pub(super) mod p002_under_no_theme;
pub(super) mod p003_one_link_for_all;
pub(super) mod p004_front_page_only;
pub(super) mod p005_one_address_for_many;
pub(super) mod p006_plain_name_is_official;
pub(super) mod p007_plain_name_of_two;
pub(super) mod p008_member_nowhere_offered;
pub(super) mod p009_cancelled_member;
pub(super) mod p010_bundle_for_others;
pub(super) mod p011_bundle_themes_for_others;
pub(super) mod p012_shared_by_one;

pub(super) use link::bare;

use crate::catalog::Field;
use crate::catalog::standard::Group;
use crate::rules::record::Record;
use crate::yaml::Value;

/// Whether a list of those served has one of some codes.
fn serves(served: Value<'_>, codes: &[String]) -> bool {
    let is_one = |code: &str| codes.iter().any(|known| known == code);
    served.items().any(|code| code.text().is_some_and(is_one))
}

/// The themes of a matter for one group, if it has any.
fn themes<'c>(record: Record<'c>, group: &Group) -> Option<Value<'c>> {
    let themes = record.value(Field::from_key(&group.themes)?);
    themes.filter(|themes| themes.items().len() > 0)
}
