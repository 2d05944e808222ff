//! How a report is to look: its language, its colours, its width.

use crate::findings::Severity;
use crate::text::Lang;

/// 样式: how a report is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// Whether there are colours.
    pub colours: bool,
    /// Cells to a line.
    pub width: usize,
}

/// What a stretch of text is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A heading.
    Strong,
    /// Of less weight than the rest.
    Faint,
    /// Bad, or taken away.
    Red,
    /// Added.
    Green,
    /// To be looked at.
    Yellow,
}

impl Paint {
    /// The colour of a severity.
    pub fn of(severity: Severity) -> Paint {
        match severity {
            Severity::Error => Paint::Red,
            Severity::Warning => Paint::Yellow,
            Severity::Note => Paint::Strong,
        }
    }
}

impl Look {
    /// The text in its colour; the text itself where there are no colours.
    pub fn paint(&self, paint: Paint, text: &str) -> String {
        if !self.colours || text.is_empty() {
            return text.to_owned();
        }
        let code = match paint {
            Paint::Strong => "1",
            Paint::Faint => "2",
            Paint::Red => "31",
            Paint::Green => "32",
            Paint::Yellow => "33",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}
