//! Family S: the shape of a file, from its bytes to its schema. Knows no meaning of any value.

mod fault;
mod repeated;
mod text;
mod walk;

pub(super) mod s001_beyond_limits;
pub(super) mod s002_not_utf8;
pub(super) mod s003_byte_order_mark;
pub(super) mod s004_crlf;
pub(super) mod s005_tab;
pub(super) mod s006_not_yaml;
pub(super) mod s007_duplicate_key;
pub(super) mod s008_outside_the_subset;
pub(super) mod s009_control_character;
pub(super) mod s010_misplaced_file;
pub(super) mod s011_no_mapping;
pub(super) mod s012_unknown_key;
pub(super) mod s013_missing_key;
pub(super) mod s014_wrong_kind;
pub(super) mod s015_empty_value;
pub(super) mod s016_unquoted_text;
pub(super) mod s017_unknown_choice;
pub(super) mod s018_wrong_form;
pub(super) mod s019_wrong_length;
pub(super) mod s020_number_out_of_range;
pub(super) mod s021_no_such_day;
pub(super) mod s022_bad_address;
pub(super) mod s023_repeated_item;
pub(super) mod s024_unknown_rule;
pub(super) mod s025_unsettled_conflict;

pub use fault::{Fault, Way, Wrong};
pub(super) use walk::is_well_shaped;
pub use walk::walk;

use crate::catalog::FileKind;
use crate::catalog::standard::{Form, Schema};
use crate::yaml::{Path, Step};

/// Whether a value is a code that a rule of its own judges more exactly than a pattern or a length can.
fn has_own_rule(kind: FileKind, fault: &Fault<'_>) -> bool {
    let way = fault.way.path().to_string();
    match kind {
        FileKind::Base | FileKind::Local => {
            let is_item = |list| way.starts_with(list);
            matches!(&*way, "code" | "base_code" | "body" | "type")
                || is_item("handling_items[") && way.ends_with("].code")
                || is_item("exceptions[") && way.ends_with("].rule")
        }
        FileKind::Bodies => way.ends_with("].code"),
        FileKind::Manifest => way.starts_with("rules.") && way.contains("off["),
        _ => false,
    }
}

/// Whether what stands at a path may be left out: the value of a key that its record can do without.
fn is_optional(root: &Schema, path: &Path) -> bool {
    let Some((Step::Key(last), above)) = path.0.split_last() else {
        return false;
    };
    let record = above
        .iter()
        .try_fold(root, |schema, step| match (step, &schema.form) {
            (Step::Key(key), _) => schema.property(key).map(AsRef::as_ref),
            (Step::Index(_), Form::List { items, .. }) => Some(items.as_ref()),
            _ => None,
        });
    record.is_some_and(|record| match &record.form {
        Form::Record { required, .. } => !required.iter().any(|key| **key == **last),
        _ => false,
    })
}
