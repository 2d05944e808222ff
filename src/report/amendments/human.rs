//! What changed, for a terminal.

use std::fmt::Write;

use crate::catalog::Catalog;
use crate::levels::{Amended, Amendment, Fate, Judged, Shift};
use crate::report::amendments::Changes;
use crate::report::amendments::spot::spot;
use crate::report::amendments::words::{RENAMED, fate_name, fault, note, shift_name, summary};
use crate::report::{Look, Paint};
use crate::text::{DiffLine, LineMark, diff, visible};

/// The changes file by file, and a line that sums them up.
pub fn amendments_human(changes: &Changes<'_>, look: &Look) -> String {
    let files = changes.files.iter();
    let mut text: String = files.map(|file| one(changes, file, look)).collect();
    text += &visible(&summary(changes, look.lang));
    text.push('\n');
    text
}

/// One file, with an empty line behind it.
fn one(changes: &Changes<'_>, file: &Amendment, look: &Look) -> String {
    let mut text = heading(file, look);
    if let Some(note) = note(file) {
        let _ = writeln!(text, "  {}", look.paint(Paint::Faint, note.of(look.lang)));
    }
    if let Some(fault) = fault(file, look.lang) {
        let _ = writeln!(text, "  {}", look.paint(Paint::Red, &visible(&fault)));
    }
    for judged in file.fields() {
        text += &field(changes.catalog, file, judged, look);
    }
    if let Amended::Text(sides) = &file.what {
        let [before, after] = &**sides;
        text += &lines(&diff(before, after), look);
    }
    text.push('\n');
    text
}

fn heading(file: &Amendment, look: &Look) -> String {
    let paint = match file.fate {
        Fate::New => Paint::Green,
        Fate::Gone => Paint::Red,
        Fate::Changed => Paint::Yellow,
    };
    let subject = &file.subject;
    let shown = |text: &Option<String>| text.as_deref().map(|text| visible(text).into_owned());
    let parts = [
        Some(look.paint(paint, fate_name(file).of(look.lang))),
        shown(&subject.name).map(|name| look.paint(Paint::Strong, &name)),
        Some(visible(&file.path).into_owned()),
        file.was.as_ref().map(|was| {
            let was = RENAMED.with(&[("was", was)]);
            look.paint(Paint::Faint, &visible(was.of(look.lang)))
        }),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("  ") + "\n"
}

pub(super) fn field(catalog: &Catalog, file: &Amendment, judged: &Judged, look: &Look) -> String {
    let spot = spot(catalog, file, judged, look.lang);
    let mut head = format!("  {}", look.paint(Paint::Strong, &visible(&spot.title)));
    if file.fate == Fate::Changed {
        let _ = write!(head, "  {}", spot.kind);
    }
    if judged.shift != Shift::Other {
        let paint = match judged.shift {
            Shift::Locked | Shift::Widens => Paint::Red,
            Shift::Tightens | Shift::Aligns => Paint::Green,
            Shift::Other | Shift::Wording => Paint::Faint,
        };
        let name = shift_name(judged.shift);
        let name = format!("[{}]", name.of(look.lang));
        let _ = write!(head, "  {}", look.paint(paint, &name));
    }
    head + "\n" + &lines(&spot.lines(), look)
}

fn lines(lines: &[DiffLine], look: &Look) -> String {
    lines.iter().map(|line| drawn(line, look)).collect()
}

/// One line; without colours, what changed inside it stands between signs.
fn drawn(line: &DiffLine, look: &Look) -> String {
    let (sign, paint, signs) = match line.mark {
        LineMark::Same => ("  ", None, ("", "")),
        LineMark::Removed => ("- ", Some(Paint::Red), ("[-", "-]")),
        LineMark::Added => ("+ ", Some(Paint::Green), ("{+", "+}")),
        LineMark::Gap => return format!("    {}\n", look.paint(Paint::Faint, "…")),
    };
    let is_all_changed = line.parts.iter().all(|part| part.is_changed);
    let parts = line.parts.iter().map(|part| {
        let text = visible(&part.text);
        match (paint, part.is_changed && !is_all_changed) {
            (None, _) => text.into_owned(),
            (Some(_), true) if look.colours => look.paint(Paint::Strong, &text),
            (Some(_), true) => format!("{}{text}{}", signs.0, signs.1),
            (Some(paint), false) => look.paint(paint, &text),
        }
    });
    let sign = paint.map_or_else(|| sign.to_owned(), |paint| look.paint(paint, sign));
    format!("    {sign}{}\n", parts.collect::<String>())
}
