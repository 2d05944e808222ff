//! Findings and records for a person and for a machine. Knows no rule and no terminal: it is handed titles
//! and a look, and gives text.

mod amendments;
mod change;
mod commit_message;
mod decided;
mod diff;
mod excerpt;
mod fixes;
mod fixes_json;
mod guide;
mod human;
mod impact;
mod json;
mod json_text;
mod levels;
mod levels_words;
mod look;
mod meaning;
mod outputs;
mod patch;
mod places;
mod record;
mod record_json;
mod remit;
mod score;
mod summary;
mod table;
mod value;

pub use amendments::{
    Blamed, Changes, PastCommit, PastStep, amendments_human, amendments_json, amendments_markdown,
    amendments_page, blame_human, blame_json, past_human, past_json, shift_name,
};
pub use change::{change_name, change_title, change_value};
pub use commit_message::commit_message;
pub use diff::diff;
pub use excerpt::{Excerpt, excerpt};
pub use fixes::{Told, fixes};
pub use fixes_json::fixes_json;
pub use guide::{Guide, GuideLine, GuideSection, guide};
pub use human::human;
pub use impact::{Felt, Impact};
pub use levels::{
    Background, Listing, align_human, align_json, brief, evidence, field_title, levels_csv,
    levels_human, levels_json, levels_markdown, levels_page, matrix_csv, matrix_human, matrix_json,
    matrix_markdown, odd_csv, odd_human, odd_json, odd_markdown, one_line,
};
pub use levels_words::{action_name, class_name, gap_name, reason, standing_name};
pub use look::{Look, Paint};
pub use meaning::meaning;
pub use outputs::{FORMS, Form, Results};
pub use patch::{patch, patch_shown};
pub use record::record;
pub use record_json::record_json;
pub use remit::{area_title, remit_at, remit_at_json, remit_of, remit_of_json};
pub use score::{Part, Past, percent, score, score_history, score_json};
pub use summary::{Summary, severity_name};

use std::collections::BTreeMap;

use crate::text::Message;

/// 规则名称: the title of each rule by its code, in both languages.
pub type Titles = BTreeMap<&'static str, Message>;
