//! Family G: what the guide to a matter must tell.

mod number;
mod phone;
mod vague;

pub(super) mod g001_incomplete_guide;
pub(super) mod g002_visit_without_reason;
pub(super) mod g003_no_way_without_a_visit;
pub(super) mod g004_online_and_not_online;
pub(super) mod g005_no_telephone_of_its_own;
pub(super) mod g006_no_area_code;
pub(super) mod g007_no_such_telephone;
pub(super) mod g008_vague_wording;
pub(super) mod g009_result_of_another_type;
pub(super) mod g010_result_without_name;
pub(super) mod g011_result_without_sample;
pub(super) mod g012_missing_steps;
pub(super) mod g013_place_too_vague;
pub(super) mod g014_hours_too_vague;
pub(super) mod g015_material_twice;
pub(super) mod g016_copy_without_copies;

pub(super) use g004_online_and_not_online::is_online_and_not;

use crate::catalog::Field;
use crate::rules::record::Record;
use crate::yaml::Value;

/// 结果类型: certificates and approvals.
const DOCUMENTS: [&str; 2] = ["1", "2"];

/// 结果类型: none.
const NO_RESULT: &str = "4";

/// 办理形式: at a window.
const WINDOW: &str = "1";

/// What a matter that people come to a window for says of where or when itself.
fn at_window(record: Record<'_>, field: Field) -> Option<(Value<'_>, &str)> {
    let value = record.own(field)?;
    let is_open = record.is_for_visitors() && record.lists(Field::Channels, WINDOW) != Some(false);
    let text = value
        .text()
        .filter(|text| is_open && !text.trim().is_empty());
    text.map(|text| (value, text))
}
