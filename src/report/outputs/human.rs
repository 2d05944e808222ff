//! For a person: each finding with its lines, how many are not listed, and the sum.

use std::io::{self, Write};

use rayon::prelude::*;

use crate::findings::Finding;
use crate::report::human::block;
use crate::report::outputs::Results;
use crate::report::places::Places;
use crate::report::summary::MORE;

/// So many findings are drawn by one thread; they come file by file.
const TOGETHER: usize = 64;
/// So many are drawn before any is written.
const AT_A_TIME: usize = 4_096;

/// Writes whole lines each time, so that none is taken for an order to a build server.
pub(super) fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let look = &results.look;
    let blocks = |findings: &[Finding]| -> String {
        let places = Places::default();
        let findings = findings.iter();
        findings
            .map(|finding| block(finding, &results.titles, look, &places))
            .collect()
    };
    // To draw them takes longer than to write them; but not all of them are held.
    for findings in results.findings.chunks(AT_A_TIME) {
        let texts: Vec<String> = findings.par_chunks(TOGETHER).map(blocks).collect();
        for text in texts {
            out.write_all(text.as_bytes())?;
        }
    }
    if results.more > 0 {
        let more = MORE.with(&[("count", &results.more.to_string())]);
        out.write_all(format!("{}\n", more.of(look.lang)).as_bytes())?;
    }
    out.write_all(format!("{}\n", results.summary.line(look)).as_bytes())
}
