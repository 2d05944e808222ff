//! For a person: each finding with its lines, how many are not listed, and the sum.

use std::io::{self, Write};

use crate::report::human::block;
use crate::report::outputs::Results;
use crate::report::places::Places;
use crate::report::summary::MORE;

/// Writes whole lines each time, so that none is taken for an order to a build server.
pub(super) fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let look = &results.look;
    let places = Places::default();
    for finding in results.findings {
        let text = block(finding, &results.titles, look, &places);
        out.write_all(text.as_bytes())?;
    }
    if results.more > 0 {
        let more = MORE.with(&[("count", &results.more.to_string())]);
        out.write_all(format!("{}\n", more.of(look.lang)).as_bytes())?;
    }
    out.write_all(format!("{}\n", results.summary.line(look)).as_bytes())
}
