//! The one line that sums a check up.

use crate::findings::{Finding, Severity};
use crate::report::{Look, Paint};
use crate::text::{Message, Words, words};

/// 小结: what was looked at, and how much was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// Matters among them.
    pub matters: usize,
    /// Findings by severity.
    pub errors: usize,
    /// Findings by severity.
    pub warnings: usize,
    /// Findings by severity.
    pub notes: usize,
}

const CLEAN: Words = words(
    "没有问题（{files} 个文件，{matters} 个事项）",
    "no findings ({files} files, {matters} matters)",
);
const FOUND: Words = words(
    "{errors} 个错误，{warnings} 个警告，{notes} 个提示（{files} 个文件，{matters} 个事项）",
    "{errors} errors, {warnings} warnings, {notes} notes ({files} files, {matters} matters)",
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
        let message = self.fill(if found { FOUND } else { CLEAN });
        let paint = match (self.errors, found) {
            (1.., _) => Paint::Red,
            (0, true) => Paint::Yellow,
            (0, false) => Paint::Green,
        };
        look.paint(paint, message.of(look.lang))
    }

    fn fill(&self, words: Words) -> Message {
        words.with(&[
            ("errors", &self.errors.to_string()),
            ("warnings", &self.warnings.to_string()),
            ("notes", &self.notes.to_string()),
            ("files", &self.files.to_string()),
            ("matters", &self.matters.to_string()),
        ])
    }
}
