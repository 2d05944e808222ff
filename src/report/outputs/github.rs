//! GitHub annotations: orders to the host in the job's log. It shows ten of each kind in a step and drops the
//! rest unseen, so no more are given, and the rest is counted.

use std::io::{self, Write};

use crate::findings::{Finding, Severity};
use crate::report::outputs::Results;
use crate::report::places::Places;
use crate::text::{Words, visible, words};

/// Of each kind so many are shown in a step.
const MOST: usize = 10;

const MORE: Words = words(
    "{found}；这里列出 {shown} 个，其余见检查的完整输出",
    "{found}; {shown} are shown here, the rest in the full output of the check",
);

pub(super) fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::default();
    let of = |severity: Severity| {
        let findings = results.findings.iter();
        findings.filter(move |finding| finding.severity == severity)
    };
    let kinds = [Severity::Error, Severity::Warning, Severity::Note];
    let is_all = results.more == 0 && kinds.iter().all(|kind| of(*kind).count() <= MOST);
    let mut shown = 0;
    for kind in kinds {
        // The sum is a notice of its own.
        let is_last = kind == Severity::Note && !is_all;
        for finding in of(kind).take(MOST - usize::from(is_last)) {
            annotation(results, finding, &places, out)?;
            shown += 1;
        }
    }
    if is_all {
        return Ok(());
    }
    let found = results.summary.found(results.look.lang);
    let more = MORE.with(&[("found", &found), ("shown", &shown.to_string())]);
    writeln!(
        out,
        "::notice title=mulu::{}",
        data(more.of(results.look.lang))
    )
}

fn annotation(
    results: &Results<'_>,
    finding: &Finding,
    places: &Places,
    out: &mut dyn Write,
) -> io::Result<()> {
    let order = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (start, end) = places.of(&finding.file, finding.span);
    let file = property(&results.path(&finding.file));
    write!(out, "::{order} file={file},line={}", start.line)?;
    // Columns may be told only of a place in one line.
    if start.line == end.line {
        write!(out, ",col={},endColumn={}", start.column, end.column)?;
    } else {
        write!(out, ",endLine={}", end.line)?;
    }
    let title = format!("{} {}", finding.rule, results.title(finding.rule));
    let message = data(results.message(finding));
    writeln!(out, ",title={}::{message}", property(&title))
}

/// The text of an order: nothing in it ends the line.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25")
}

/// The value of a property: nothing in it ends the property either.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_order_or_its_property() {
        assert_eq!(
            property("a:b,c%\n::error::x"),
            "a%3Ab%2Cc%25⟨U+000A⟩%3A%3Aerror%3A%3Ax"
        );
        assert_eq!(data("100%\r\n"), "100%25⟨U+000D⟩⟨U+000A⟩");
    }
}
