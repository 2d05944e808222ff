//! The one line that sums a check up.

use crate::findings::{Finding, Severity};
use crate::report::{Look, Paint};
use crate::text::{Lang, Words, counted, words};

/// 小结: what was looked at, and how much was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// Matters among them.
    pub matters: usize,
    /// Errors among the findings.
    pub errors: usize,
    /// Warnings among them.
    pub warnings: usize,
    /// Notes among them.
    pub notes: usize,
    /// Findings that the baseline records and that are therefore not among them.
    pub covered: usize,
    /// Findings that the baseline records and that are gone.
    pub gone: usize,
}

const CLEAN: Words = words("没有问题", "no findings");
const FOUND: Words = words(
    "{errors} 个错误，{warnings} 个警告，{notes} 个提示",
    "{errors}, {warnings}, {notes}",
);
const LOOKED_AT: Words = words(
    "（{files} 个文件，{matters} 个事项）",
    " ({files}, {matters})",
);
const COVERED: Words = words(
    "；基线里的 {covered} 个旧问题没有列出",
    "; {covered} of the baseline not listed",
);

/// How many findings are not listed.
pub(super) const MORE: Words = words(
    "另有 {count} 个问题没有列出",
    "{count} more findings are not listed",
);

/// The name of a severity.
pub const fn severity_name(severity: Severity) -> Words {
    match severity {
        Severity::Error => words("错误", "error"),
        Severity::Warning => words("警告", "warning"),
        Severity::Note => words("提示", "note"),
    }
}

impl Summary {
    /// Counts findings.
    #[must_use]
    pub fn count(mut self, findings: &[Finding]) -> Summary {
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
        }
        self
    }

    /// The line, without a line break.
    pub fn line(&self, look: &Look) -> String {
        let found = self.errors + self.warnings + self.notes > 0;
        let paint = match (self.errors, found) {
            (1.., _) => Paint::Red,
            (0, true) => Paint::Yellow,
            (0, false) => Paint::Green,
        };
        let mut line = self.found(look.lang) + &self.fill(LOOKED_AT, look.lang);
        if self.covered > 0 {
            line += &self.fill(COVERED, look.lang);
        }
        look.paint(paint, &line)
    }

    /// How much was found.
    pub(super) fn found(&self, lang: Lang) -> String {
        let found = self.errors + self.warnings + self.notes > 0;
        self.fill(if found { FOUND } else { CLEAN }, lang)
    }

    fn fill(&self, words: Words, lang: Lang) -> String {
        let count = |count, noun: &str| counted(count, noun, &format!("{noun}s"), lang);
        let message = words.with(&[
            ("errors", &count(self.errors, "error")),
            ("warnings", &count(self.warnings, "warning")),
            ("notes", &count(self.notes, "note")),
            ("files", &count(self.files, "file")),
            ("matters", &count(self.matters, "matter")),
            ("covered", &count(self.covered, "finding")),
        ]);
        message.of(lang).to_owned()
    }
}
