//! A rule's page in one language, in Markdown, as hosts show it beside a finding.

use crate::findings::{Page, Part};
use crate::text::Lang;

/// The manual of a page.
pub(super) fn manual(page: &Page, lang: Lang) -> String {
    let mut text = String::new();
    for section in page.sections() {
        text += &["## ", section.title.of(lang), "\n\n"].concat();
        for part in &section.parts {
            match (part, lang) {
                (Part::Zh(prose), Lang::Zh) | (Part::En(prose), Lang::En) => {
                    text += &[prose, "\n\n"].concat();
                }
                (Part::Example { text: lines, .. }, _) => {
                    text += &["```yaml\n", lines, "```\n\n"].concat();
                }
                _ => {}
            }
        }
    }
    text.truncate(text.trim_end().len());
    text
}
