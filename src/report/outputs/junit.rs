//! `JUnit`: a suite for each file, a case for each finding. What blocks is a failure; what does not passes and
//! says its piece. A clean catalog is one case that passes, since a build server minds a report of nothing.

use std::io::{self, Write};

use crate::findings::Finding;
use crate::report::outputs::Results;
use crate::report::outputs::xml::escaped;
use crate::report::places::Places;

pub(super) fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::default();
    let tests = results.findings.len().max(1);
    let failures = failures(results, results.findings);
    out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
    let counts = |tests: usize, failures: usize| {
        format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\"")
    };
    writeln!(
        out,
        "<testsuites name=\"mulu check\" {}>",
        counts(tests, failures)
    )?;
    if results.findings.is_empty() {
        writeln!(out, "  <testsuite name=\"catalog\" {}>", counts(1, 0))?;
        out.write_all(
            b"    <testcase name=\"mulu check\" classname=\"catalog\"/>\n  </testsuite>\n",
        )?;
    }
    for of_file in results
        .findings
        .chunk_by(|one, next| one.file.path == next.file.path)
    {
        let Some(first) = of_file.first() else {
            continue;
        };
        let path = escaped(&results.path(&first.file));
        let counts = counts(of_file.len(), self::failures(results, of_file));
        writeln!(out, "  <testsuite name=\"{path}\" {counts}>")?;
        for finding in of_file {
            case(results, (finding, &path), &places, out)?;
        }
        out.write_all(b"  </testsuite>\n")?;
    }
    out.write_all(b"</testsuites>\n")
}

fn failures(results: &Results<'_>, findings: &[Finding]) -> usize {
    let blocking = findings
        .iter()
        .filter(|finding| results.is_blocking(finding));
    blocking.count()
}

fn case(
    results: &Results<'_>,
    (finding, path): (&Finding, &str),
    places: &Places,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (start, _) = places.of(&finding.file, finding.span);
    let (line, column) = (start.line, start.column);
    let title = escaped(results.title(finding.rule));
    let message = escaped(results.message(finding));
    let rule = finding.rule;
    writeln!(
        out,
        "    <testcase name=\"{rule} {title} ({line}:{column})\" classname=\"{path}\">"
    )?;
    let told = format!("{path}:{line}:{column} {message}");
    if results.is_blocking(finding) {
        writeln!(
            out,
            "      <failure message=\"{message}\" type=\"{rule}\">{told}</failure>"
        )?;
    } else {
        writeln!(out, "      <system-out>{told}</system-out>")?;
    }
    out.write_all(b"    </testcase>\n")
}
