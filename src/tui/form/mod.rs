//! A matter as a form: every field as a row, what a typed text must be, and what an edit does to the file.
//! Pure; knows the catalog and its schemas, no screen and no key.

mod above;
mod accept;
mod day;
mod law;
mod lines;
mod meaning;
mod notes;
mod options;
mod row;
mod rows;
mod write;

use crate::text::{Message as Saying, words};

pub(crate) use above::{Above, policy_words};
pub(crate) use accept::{accept, half_width};
pub(crate) use day::{day, is_day, said as day_said, spelled_out};
pub(crate) use law::{facts as law_facts, judge_article};
pub(crate) use lines::{ValueLine, value_lines, value_text};
pub(crate) use meaning::field as top_field;
pub(crate) use meaning::{field as field_of, meaning, summary};
pub(crate) use notes::note_findings;
pub(crate) use options::{Choices, Offer, choices};
pub(crate) use row::{Origin, Row, RowKind, View};
pub(crate) use rows::{rows, source_of};
pub(crate) use write::{Change, Place, intent, value_above, value_at};

/// The heading of a section of a form.
fn section_title(section: &str) -> Saying {
    match section {
        "basic" => words("基本信息", "Basics"),
        "limits" => words("时限", "Time limits"),
        "guide" => words("办事指南", "Guide"),
        "channels" => words("办理渠道", "Channels"),
        "materials" => words("申请材料", "Materials"),
        "result" => words("办理结果", "Result"),
        "public" => words("面向公众", "For the public"),
        "special" => words("特定类型", "Of some types only"),
        "upkeep" => words("目录维护", "Upkeep"),
        "unknown" => words("标准中没有的字段", "Fields that the standard does not know"),
        _ => words("其他", "Other"),
    }
    .into()
}
