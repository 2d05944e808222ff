//! Every rule, in the order of its code.

use crate::rules::{Rule, code, guide, kind, law, level, limit, name, reference, shape};

/// The rules.
pub static RULES: &[&Rule] = &[
    &code::c001_bad_base_code::RULE,
    &code::c002_bad_implementation_code::RULE,
    &code::c003_misnamed_file::RULE,
    &code::c004_bad_credit_code::RULE,
    &code::c005_bad_item_code::RULE,
    &code::c006_other_department::RULE,
    &limit::d001_promise_beyond_the_law::RULE,
    &guide::g001_incomplete_guide::RULE,
    &law::l001_unknown_law::RULE,
    &law::l002_no_such_article::RULE,
    &law::l003_rank_too_low::RULE,
    &law::l004_law_of_elsewhere::RULE,
    &name::n001_name_written_otherwise::RULE,
    &name::n002_half_width_punctuation::RULE,
    &name::n003_level_in_name::RULE,
    &name::n004_unwanted_in_name::RULE,
    &name::n005_other_name::RULE,
    &reference::r001_unknown_base_code::RULE,
    &reference::r002_code_used_twice::RULE,
    &reference::r003_unknown_body::RULE,
    &reference::r004_unknown_division::RULE,
    &reference::r005_unknown_department::RULE,
    &shape::s001_beyond_limits::RULE,
    &shape::s002_not_utf8::RULE,
    &shape::s003_byte_order_mark::RULE,
    &shape::s004_crlf::RULE,
    &shape::s005_tab::RULE,
    &shape::s006_not_yaml::RULE,
    &shape::s007_duplicate_key::RULE,
    &shape::s008_outside_the_subset::RULE,
    &shape::s009_control_character::RULE,
    &shape::s010_misplaced_file::RULE,
    &shape::s011_no_mapping::RULE,
    &shape::s012_unknown_key::RULE,
    &shape::s013_missing_key::RULE,
    &shape::s014_wrong_kind::RULE,
    &shape::s015_empty_value::RULE,
    &shape::s016_unquoted_text::RULE,
    &shape::s017_unknown_choice::RULE,
    &shape::s018_wrong_form::RULE,
    &shape::s019_wrong_length::RULE,
    &shape::s020_number_out_of_range::RULE,
    &shape::s021_no_such_day::RULE,
    &shape::s022_bad_address::RULE,
    &shape::s023_repeated_item::RULE,
    &shape::s024_unknown_rule::RULE,
    &kind::t001_unknown_type::RULE,
    &kind::t002_other_type::RULE,
    &level::x001_departs_from_above::RULE,
    &level::x002_worse_than_above::RULE,
    &level::x003_less_online_than_above::RULE,
    &level::x004_lapsed_decision::RULE,
    &level::x005_void_decision::RULE,
    &level::x006_incomplete_approval::RULE,
    &level::x007_idle_decision::RULE,
];

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .copied()
        .find(|rule| rule.info.code.eq_ignore_ascii_case(code))
}
