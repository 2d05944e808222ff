//! What files excuse: which exceptions there are, and which of them excused something.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::catalog::{Exception, Matter};
use crate::findings::Finding;
use crate::rules::{Check, Usage, rule};

/// 例外: the exceptions of some matters, by the paths of their files.
pub(super) struct Excuses<'c> {
    by_path: HashMap<&'c str, (&'c Matter, Vec<Excuse<'c>>)>,
}

struct Excuse<'c> {
    exception: Exception<'c>,
    has_excused: bool,
}

impl<'c> Excuses<'c> {
    /// The exceptions that are complete and name a rule there is; the others excuse nothing.
    pub(super) fn of(matters: impl Iterator<Item = &'c Matter>) -> Excuses<'c> {
        let of_matter = |matter: &'c Matter| {
            let known = matter
                .exceptions()
                .filter(|exception| is_known(exception.rule.value));
            let excuses: Vec<_> = known
                .map(|exception| Excuse {
                    exception,
                    has_excused: false,
                })
                .collect();
            (!excuses.is_empty()).then_some((&*matter.file.path, (matter, excuses)))
        };
        Excuses {
            by_path: matters.filter_map(of_matter).collect(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// Whether an exception in the finding's file excuses it today; notes that it was of use.
    pub(super) fn cover(&mut self, finding: &Finding, today: Date) -> bool {
        let Some((_, excuses)) = self.by_path.get_mut(&*finding.file.path) else {
            return false;
        };
        let mut is_covered = false;
        for excuse in excuses {
            let exception = &excuse.exception;
            if exception.rule.value == finding.rule && is_excusable(finding.rule) {
                excuse.has_excused = true;
                is_covered |= today <= exception.until.value;
            }
        }
        is_covered
    }

    /// Each exception with what use it was. Where not the whole catalog was looked at, it cannot be known of
    /// those that name a rule on the catalog as a whole; where a file did not parse, of none.
    pub(super) fn judged(
        self,
        is_whole: bool,
    ) -> impl Iterator<Item = (&'c Matter, Exception<'c>, Usage)> {
        let matters = self.by_path.into_values();
        let readable = matters.filter(|(matter, _)| matter.file.is_whole());
        readable.flat_map(move |(matter, excuses)| {
            excuses
                .into_iter()
                .map(move |excuse| (matter, excuse.usage(is_whole), excuse.exception))
                .map(|(matter, usage, exception)| (matter, exception, usage))
        })
    }
}

impl Excuse<'_> {
    fn usage(&self, is_whole: bool) -> Usage {
        let code = self.exception.rule.value;
        let looks_at_all = rule(code).is_some_and(|rule| matches!(rule.check, Check::Catalog(..)));
        if !is_excusable(code) {
            Usage::Never
        } else if self.has_excused {
            Usage::Used
        } else if looks_at_all && !is_whole {
            Usage::Unknown
        } else {
            Usage::Unused
        }
    }
}

fn is_known(code: &str) -> bool {
    rule(code).is_some_and(|rule| rule.info.code == code)
}

/// Whether a rule's findings can be excused: not those about the excuses themselves and who may give them.
pub fn is_excusable(code: &str) -> bool {
    rule(code).is_none_or(|rule| rule.info.family() != 'A')
}
