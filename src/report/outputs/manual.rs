//! A rule's page in one language, in Markdown, as hosts show it beside a finding.

use crate::findings::{Page, Part};
use crate::text::Lang;

/// The manual of a page.
pub(super) fn manual(page: &Page, lang: Lang) -> String {
    let mut text = String::new();
    for section in page.sections() {
        text += &format!("## {}\n\n", section.title.of(lang));
        for part in &section.parts {
            match (part, lang) {
                (Part::Zh(prose), Lang::Zh) | (Part::En(prose), Lang::En) => {
                    text += &format!("{prose}\n\n");
                }
                (Part::Example { text: lines, .. }, _) => {
                    text += &format!("```yaml\n{lines}```\n\n");
                }
                _ => {}
            }
        }
    }
    text.truncate(text.trim_end().len());
    text
}
