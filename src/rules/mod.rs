//! The rules: one file and one page each, one table of all. A rule reads and reports; it knows no disk, no
//! clock, no screen and no other rule's findings.

mod engine;
mod nearest;
mod pages;
mod record;
mod report;
mod table;
mod values;
mod wording;

mod authority;
mod code;
mod guide;
mod kind;
mod law;
mod level;
mod limit;
mod name;
mod public;
mod reference;
mod shape;

pub use authority::{Changed, Commit};
pub use engine::{
    Anew, Judged, LastCheck, Origin, Progress, Register, Settings, Tie, TieKind, check_again,
    check_catalog, check_commits, check_file, check_files, check_first, check_part, is_excusable,
    judge, judge_again, register_ties, ties, told,
};
pub use law::Citation;
pub use nearest::nearest_rule;
pub use pages::page_of;
pub use report::Report;
pub use shape::{Fault, Way, Wrong, walk};
pub use table::{RULES, is_family, rule};

use crate::catalog::{Catalog, Exception, File, Matter, MatterId};
use crate::findings::RuleInfo;
use crate::levels::Difference;
use crate::yaml::Problem;

/// A rule: what is known of it, and how it looks.
pub struct Rule {
    /// Code, severity, page.
    pub info: RuleInfo,
    /// What it looks at.
    pub check: Check,
}

/// A local matter and its upper matter.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The one that follows.
    pub lower: MatterId,
    /// The one that is followed.
    pub upper: MatterId,
}

/// What a rule looks at: the narrowest that will do.
pub enum Check {
    /// One thing that reading the file noticed.
    Problem(fn(&Problem, &mut Report<'_>)),
    /// One place where a file departs from its schema.
    Fault(fn(&Fault<'_>, &mut Report<'_>)),
    /// One file as text and values.
    File(fn(&File, &mut Report<'_>)),
    /// One citation of a matter, with the law it names.
    Citation(fn(&Citation<'_>, &mut Report<'_>)),
    /// One matter by itself (with the registers and the standard at hand).
    Matter(fn(&Matter, &mut Report<'_>)),
    /// One difference between a local matter and its upper matter that is the local one's own.
    Difference(fn(&Difference<'_>, Pair, &mut Report<'_>)),
    /// One matter with all it inherits.
    Effective(fn(MatterId, &mut Report<'_>)),
    /// One exception that is complete, and what use it is.
    Exception(fn(&Exception<'_>, Usage, &mut Report<'_>)),
    /// The catalog as a whole; of each group of matters that have a tie of this kind in common, it speaks by what
    /// the group says alone.
    Catalog(TieKind, fn(&Catalog, &mut Report<'_>)),
    /// One commit, by what the manifest says of its author.
    Commit(fn(&Commit, &mut Report<'_>)),
}

/// 用处: what use an exception is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// It excuses something, or would if it had not expired.
    Used,
    /// It excuses nothing.
    Unused,
    /// It can never excuse anything: the rule is about exceptions.
    Never,
    /// It cannot be told here: the rule is off, or looks at more than was looked at.
    Unknown,
}
