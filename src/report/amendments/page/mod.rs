//! What changed as one page that needs nothing else, neither a network nor a script; dressed as the page of the
//! differences between levels is.

use askama::Template;

use crate::levels::{Amended, Amendment, Judged, Shift};
use crate::report::amendments::Changes;
use crate::report::amendments::spot::spot;
use crate::report::amendments::words::{fate_name, fate_word, fault, note, shift_name, summary};
use crate::text::{DiffLine, Lang, LineMark, diff, visible};

#[derive(Template)]
#[template(
    config = "src/report/amendments/page/askama.toml",
    path = "changes.html"
)]
struct Page {
    lang: Lang,
    catalog: String,
    old: String,
    new: String,
    summary: String,
    figures: Vec<(&'static str, usize)>,
    files: Vec<FilePart>,
}

/// One file on the page.
struct FilePart {
    fate: &'static str,
    fate_name: &'static str,
    name: String,
    path: String,
    was: Option<String>,
    note: Option<&'static str>,
    fault: Option<String>,
    fields: Vec<FieldPart>,
}

/// One changed field, or all lines of a file that cannot be read.
struct FieldPart {
    title: String,
    kind: &'static str,
    class: &'static str,
    class_name: &'static str,
    before: Vec<Line>,
    after: Vec<Line>,
}

/// A line: stretches of text, each with whether it changed.
struct Line(Vec<(String, bool)>);

/// The changes as a page.
pub fn amendments_page(changes: &Changes<'_>, lang: Lang) -> String {
    let figures = Shift::ALL.map(|shift| (shift_name(shift).of(lang), changes.count(shift)));
    let page = Page {
        lang,
        catalog: visible(&changes.catalog.registers.manifest.title).into_owned(),
        old: visible(changes.old).into_owned(),
        new: visible(changes.new).into_owned(),
        summary: summary(changes, lang),
        figures: figures.into(),
        files: changes
            .files
            .iter()
            .map(|file| part(changes, file, lang))
            .collect(),
    };
    // Writing to a string does not fail; if it did, the reason is better than an empty page.
    page.render().unwrap_or_else(|error| error.to_string())
}

fn part(changes: &Changes<'_>, file: &Amendment, lang: Lang) -> FilePart {
    let shown = |text: &str| visible(text).into_owned();
    let mut fields: Vec<FieldPart> = file
        .fields()
        .iter()
        .map(|judged| field(changes, file, judged, lang))
        .collect();
    if let Amended::Text(sides) = &file.what {
        let [before, after] = sides_of(&diff(&sides[0], &sides[1]));
        fields.push(FieldPart {
            title: String::new(),
            kind: "",
            class: "",
            class_name: "",
            before,
            after,
        });
    }
    FilePart {
        fate: fate_word(file),
        fate_name: fate_name(file).of(lang),
        name: shown(file.subject.name.as_deref().unwrap_or_default()),
        path: shown(&file.path),
        was: file.was.as_deref().map(shown),
        note: note(file).map(|note| note.of(lang)),
        fault: fault(file, lang).map(|fault| shown(&fault)),
        fields,
    }
}

fn field(changes: &Changes<'_>, file: &Amendment, judged: &Judged, lang: Lang) -> FieldPart {
    let spot = spot(changes.catalog, file, judged, lang);
    let [before, after] = sides_of(&spot.lines());
    FieldPart {
        title: visible(&spot.title).into_owned(),
        kind: spot.kind,
        class: match judged.shift {
            Shift::Locked => "conflict",
            Shift::Widens => "looser",
            Shift::Tightens | Shift::Aligns => "tighter",
            Shift::Other => "",
            Shift::Wording => "wording",
        },
        class_name: match judged.shift {
            Shift::Other => "",
            shift => shift_name(shift).of(lang),
        },
        before,
        after,
    }
}

fn sides_of(lines: &[DiffLine]) -> [Vec<Line>; 2] {
    let side = |mark: LineMark| {
        let lines = lines
            .iter()
            .filter(|line| line.mark == mark || line.mark == LineMark::Same);
        lines.map(line).collect()
    };
    [side(LineMark::Removed), side(LineMark::Added)]
}

fn line(line: &DiffLine) -> Line {
    let parts = line.parts.iter();
    Line(
        parts
            .map(|part| (visible(&part.text).into_owned(), part.is_changed))
            .collect(),
    )
}
