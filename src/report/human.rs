//! Findings for a person: what is wrong, where, with the lines themselves and the place marked in them.

use std::fmt::Write;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::catalog::File;
use crate::findings::{Finding, Safety, Severity};
use crate::report::excerpt::{Excerpt, excerpt};
use crate::report::places::Places;
use crate::report::{Look, Paint, Titles, severity_name};
use crate::text::{Lines, Span, Words, visible, width, words, wrap};

/// More lines of a finding's place are not shown.
const MOST_LINES: usize = 6;

const COLON: Words = words("：", ": ");
const RELATED: Words = words("相关", "see also");
const FIX: Words = words("修复", "fix");
const SAFE: Words = words("（可放心采用）", " (safe)");
const UNSAFE: Words = words("（请核对）", " (look it over)");
const SHOWN: Words = words("（仅供参考）", " (a suggestion)");

/// The findings as text, one block each, in the order given.
pub fn human(findings: &[Finding], titles: &Titles, look: &Look) -> String {
    let places = Places::default();
    let findings = findings.iter();
    findings
        .map(|finding| block(finding, titles, look, &places))
        .collect()
}

/// One finding as text, with an empty line after it.
pub(super) fn block(finding: &Finding, titles: &Titles, look: &Look, places: &Places) -> String {
    let mut writer = Writer {
        titles,
        look,
        places,
        text: String::with_capacity(400),
    };
    writer.finding(finding);
    writer.text.push('\n');
    writer.text
}

struct Writer<'r> {
    titles: &'r Titles,
    look: &'r Look,
    places: &'r Places,
    text: String,
}

impl Writer<'_> {
    fn finding(&mut self, finding: &Finding) {
        let lang = self.look.lang;
        let message = finding.message.of(lang);
        let titles = self.titles;
        let title = titles.get(finding.rule).map_or("", |title| title.of(lang));
        let name = severity_name(finding.severity).of(lang);
        let head = format!("{name}[{}]", finding.rule);
        self.head(&head, Paint::of(finding.severity), title);
        let at = (&*finding.file, finding.span);
        self.place(at, MOST_LINES, level(finding.severity), message);
        for related in &finding.related {
            self.head(RELATED.of(lang), Paint::Green, related.message.of(lang));
            self.place((&*related.file, related.span), 1, Level::NOTE, "");
        }
        if let Some(fix) = &finding.fix {
            let title = format!("{}{}", fix.title.of(lang), safety(fix.safety).of(lang));
            self.head(FIX.of(lang), Paint::Green, &title);
        }
    }

    fn head(&mut self, head: &str, paint: Paint, title: &str) {
        let colon = COLON.of(self.look.lang);
        let lines = wrap(&format!("{head}{colon}{}", visible(title)), self.look.width);
        for (place, line) in lines.iter().enumerate() {
            match line.strip_prefix(head).filter(|_| place == 0) {
                Some(rest) => {
                    self.text += &self.look.paint(paint, head);
                    self.text += &self.look.paint(Paint::Strong, rest);
                }
                None => self.text += &self.look.paint(Paint::Strong, line),
            }
            self.text.push('\n');
        }
    }

    /// Where it is, the lines there (at most so many), and what is to be said of it: beside the place if
    /// there is room for it, else below.
    fn place(&mut self, at: (&File, Span), most: usize, level: Level<'_>, message: &str) {
        let (file, _) = at;
        let places = self.places;
        places.look(file, |text, lines| {
            self.place_in((text, lines), at, most, level, message);
        });
    }

    fn place_in(
        &mut self,
        (text, lines): (&str, &Lines),
        (file, span): (&File, Span),
        most: usize,
        level: Level<'_>,
        message: &str,
    ) {
        let place = lines.place(text, span.start as usize);
        let drawn_lines = span.of(text).lines().count().clamp(1, most);
        let gutter = (place.line + drawn_lines - 1).to_string().len();
        let bracket = if drawn_lines > 1 { 3 } else { 0 };
        let cells = self.look.width.saturating_sub(gutter + 4 + bracket).max(12);
        let excerpt = excerpt(text, span, most, cells);
        let space = " ".repeat(gutter);
        let path = format!("catalog/{}:{}:{}", file.path, place.line, place.column);
        let arrow = self.look.paint(Paint::Faint, "-->");
        let _ = writeln!(self.text, "{space}{arrow} {}", visible(&path));
        let message = visible(message);
        let fits = width(&message) + excerpt.cells < cells;
        let beside = Some(&*message).filter(|message| fits && !message.is_empty());
        self.text += &draw(&excerpt, place.line, level, beside, self.look);
        self.text.push('\n');
        if !fits {
            self.below(&space, &message);
        }
    }

    fn below(&mut self, space: &str, message: &str) {
        let room = self.look.width.saturating_sub(space.len() + 3);
        for (place, line) in wrap(message, room).iter().enumerate() {
            let mark = self
                .look
                .paint(Paint::Faint, if place == 0 { "=" } else { " " });
            let _ = writeln!(self.text, "{space} {mark} {line}");
        }
    }
}

fn draw(
    excerpt: &Excerpt,
    line: usize,
    level: Level<'_>,
    label: Option<&str>,
    look: &Look,
) -> String {
    let renderer = if look.colours {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let annotation = AnnotationKind::Primary.span(excerpt.place.clone());
    let snippet = Snippet::source(&*excerpt.text)
        .line_start(line)
        .annotation(annotation.label(label));
    renderer
        .term_width(look.width)
        .render(&[Group::with_level(level).element(snippet)])
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

const fn safety(safety: Safety) -> Words {
    match safety {
        Safety::Safe => SAFE,
        Safety::Unsafe => UNSAFE,
        Safety::Shown => SHOWN,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::findings::{Fix, Related};
    use crate::text::{Lang, Message};
    use crate::yaml;

    fn finding(text: &str, wanted: &str) -> Finding {
        let file = Arc::new(File::new("base/09/000109001000.yaml", yaml::read(text)));
        let at = text.find(wanted).unwrap();
        Finding {
            rule: "N001",
            severity: Severity::Error,
            span: Span::new(at, at + wanted.len()),
            message: Message {
                zh: format!("“{wanted}”应为全角"),
                en: format!("“{wanted}” should be full-width"),
            },
            substance: crate::text::Digest::new(),
            related: Vec::new(),
            fix: None,
            file,
        }
    }

    fn shown(finding: Finding, lang: Lang, width: usize) -> String {
        let title = Message {
            zh: "名称用了半角括号".to_owned(),
            en: "a half-width bracket in a name".to_owned(),
        };
        let look = Look {
            lang,
            colours: false,
            width,
        };
        let text = human(&[finding], &Titles::from([("N001", title)]), &look);
        let fits = |line: &str| crate::text::width(line) <= width || line.contains("-->");
        assert!(text.lines().all(fits), "{text}");
        text
    }

    #[test]
    fn carets_stand_under_chinese_text() {
        let text = "code: \"000109001000\"\nname: 护照(普通)签发\n";
        insta::assert_snapshot!(shown(finding(text, "(普通)"), Lang::Zh, 80), @r"
        错误[N001]：名称用了半角括号
         --> catalog/base/09/000109001000.yaml:2:9
          |
        2 | name: 护照(普通)签发
          |           ^^^^^^ “(普通)”应为全角
        ");
        insta::assert_snapshot!(shown(finding(text, "(普通)"), Lang::En, 40), @r"
        error[N001]: a half-width bracket in a
        name
         --> catalog/base/09/000109001000.yaml:2:9
          |
        2 | name: 护照(普通)签发
          |           ^^^^^^
          = “(普通)” should be full-width
        ");
    }

    #[test]
    fn the_other_side_and_the_fix_follow() {
        let text = "name: 护照\u{202e}(普通)签发\nplain_names:\n  - 办护照\n";
        let mut finding = finding(text, "(");
        finding.related = vec![Related {
            file: Arc::clone(&finding.file),
            span: Span::new(text.find("办").unwrap(), text.len() - 1),
            message: Message {
                zh: "俗称在这里".to_owned(),
                en: "the plain name stands here".to_owned(),
            },
        }];
        finding.fix = Some(Fix {
            safety: Safety::Safe,
            title: Message {
                zh: "改为全角".to_owned(),
                en: "make it full-width".to_owned(),
            },
            intents: Vec::new(),
        });
        insta::assert_snapshot!(shown(finding, Lang::Zh, 60), @r"
        错误[N001]：名称用了半角括号
         --> catalog/base/09/000109001000.yaml:1:10
          |
        1 | name: 护照⟨U+202E⟩(普通)签发
          |                   ^ “(”应为全角
        相关：俗称在这里
         --> catalog/base/09/000109001000.yaml:3:5
          |
        3 |   - 办护照
          |     ^^^^^^
        修复：改为全角（可放心采用）
        ");
    }
}
