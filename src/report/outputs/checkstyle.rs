//! checkstyle: the XML of the program of that name, which many build servers read.

use std::io::{self, Write};

use crate::findings::{Finding, Severity};
use crate::report::outputs::Results;
use crate::report::outputs::xml::escaped;
use crate::report::places::Places;

pub(super) fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::default();
    out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n")?;
    for of_file in results
        .findings
        .chunk_by(|one, next| one.file.path == next.file.path)
    {
        let Some(first) = of_file.first() else {
            continue;
        };
        writeln!(
            out,
            "  <file name=\"{}\">",
            escaped(&results.path(&first.file))
        )?;
        for finding in of_file {
            error(results, finding, &places, out)?;
        }
        out.write_all(b"  </file>\n")?;
    }
    out.write_all(b"</checkstyle>\n")
}

fn error(
    results: &Results<'_>,
    finding: &Finding,
    places: &Places,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (start, _) = places.of(&finding.file, finding.span);
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "info",
    };
    writeln!(
        out,
        "    <error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"mulu.{}\"/>",
        start.line,
        start.column,
        escaped(results.message(finding)),
        finding.rule,
    )
}
