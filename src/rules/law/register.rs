//! The entries of the law register, file by file.

use std::sync::Arc;

use crate::catalog::{File, FileKind, Law, LawVersion};
use crate::rules::Report;

/// The laws that a file of the register holds; none for any other file, at no cost.
pub(super) fn laws<'c>(
    file: &File,
    report: &Report<'c>,
) -> impl Iterator<Item = &'c Law> + use<'c> {
    let (catalog, own) = (report.catalog, report.file());
    let laws: &[Law] = match file.kind {
        FileKind::Laws => &catalog.registers.laws,
        _ => &[],
    };
    laws.iter().filter(move |law| Arc::ptr_eq(&law.file, own))
}

/// The first version that is newer than the one before it. A version without a day is not judged.
pub(super) fn first_inversion<'l>(versions: impl Iterator<Item = LawVersion<'l>>) -> Option<usize> {
    let mut above = None;
    for (at, version) in versions.enumerate() {
        let Some(date) = version.published else {
            above = None;
            continue;
        };
        if above.is_some_and(|above| above < date) {
            return Some(at);
        }
        above = Some(date);
    }
    None
}

/// The day of publication as written; empty without one.
pub(super) fn published<'l>(version: &LawVersion<'l>) -> &'l str {
    version.published_on.unwrap_or("")
}
