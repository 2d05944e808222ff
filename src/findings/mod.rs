//! What is said about a place in a file: findings, their fixes, and the rules that may say it. Knows no
//! rule by name and no output format.

mod finding;
mod fingerprint;
mod fixing;
mod page;
mod rule_info;
mod section;

pub use finding::{Finding, Fix, Related, Safety, Severity, settle};
pub use fingerprint::{fingerprint, substance};
pub use fixing::{Fixing, Unfixed, WhyNot};
pub use page::Page;
pub use rule_info::{RuleInfo, Status};
pub use section::{Part, Section};
