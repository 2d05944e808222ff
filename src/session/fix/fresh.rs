//! Which findings are new. A place is no part of what a finding is: lines move. A finding is known if the
//! same rule said the same of the same file before; or if one that is gone was the same rule's and stood on
//! the same value, which then is still wrong but reads otherwise, or on the same text, which then has moved.

use std::collections::HashMap;

use crate::findings::Finding;
use crate::yaml::Path;

/// The findings after a change that were not there before; each one before accounts for one after.
pub(in crate::session) fn fresh<'f>(before: &[Finding], after: &'f [Finding]) -> Vec<&'f Finding> {
    let mut known: HashMap<Said<'_>, Vec<&Finding>> = HashMap::new();
    for finding in before {
        known.entry(said(finding)).or_default().push(finding);
    }
    let mut new = Vec::new();
    for finding in after {
        let same = known.get_mut(&said(finding));
        if same.and_then(Vec::pop).is_none() {
            new.push(finding);
        }
    }
    if new.is_empty() {
        return new;
    }
    let mut gone: HashMap<(&str, &str), Vec<&Finding>> = HashMap::new();
    for finding in known.into_values().flatten() {
        gone.entry(whose(finding)).or_default().push(finding);
    }
    new.retain(|finding| !accounts(&mut gone, finding, &way));
    new.retain(|finding| !accounts(&mut gone, finding, &text));
    new
}

/// Takes out one that is gone and is alike in some respect; says whether there was one.
fn accounts<'f, T: PartialEq>(
    gone: &mut HashMap<(&'f str, &'f str), Vec<&'f Finding>>,
    finding: &'f Finding,
    respect: &dyn Fn(&'f Finding) -> T,
) -> bool {
    let Some(gone) = gone.get_mut(&whose(finding)) else {
        return false;
    };
    let alike = gone
        .iter()
        .position(|gone| respect(gone) == respect(finding));
    alike.map(|place| gone.swap_remove(place)).is_some()
}

/// Rule, file and both languages of the message.
type Said<'f> = (&'f str, &'f str, &'f str, &'f str);

fn said(finding: &Finding) -> Said<'_> {
    let (rule, path) = whose(finding);
    (rule, path, &finding.message.zh, &finding.message.en)
}

fn whose(finding: &Finding) -> (&str, &str) {
    (finding.rule, &finding.file.path)
}

fn way(finding: &Finding) -> Path {
    finding.file.document().way_to(finding.span.start)
}

fn text(finding: &Finding) -> &str {
    finding.span.of(finding.file.document().text())
}
