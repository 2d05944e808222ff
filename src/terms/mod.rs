//! The words of the trade as small value types. Each first line carries the Chinese word; together they
//! are the glossary. Knows no file, no rule and no place in a text.

mod base_code;
mod credit_code;
mod division;
mod kind;
mod law_rank;
mod level;
mod limit;
mod matter_code;
mod numeral;

pub use base_code::{BaseCode, BaseCodeFault};
pub use credit_code::{
    CreditCode, CreditCodeFault, credit_check_char, credit_filler, is_organisation_code,
    organisation_check_char,
};
pub use division::DivisionCode;
pub use kind::Kind;
pub use law_rank::LawRank;
pub use level::Level;
pub use limit::{DayUnit, Limit};
pub use matter_code::{ItemCode, MatterCode, MatterCodeFault};
pub use numeral::chinese_number;
