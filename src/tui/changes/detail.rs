//! The selected change in full: of a field its value before and after, of a file its lines.

use crate::change::compare::{ChangeKind, FieldChange, FieldPath, Part};
use crate::report::{change_name, change_title, change_value};
use crate::session::schema_of;
use crate::text::{Message as Saying, Words, diff, words};
use crate::tui::changes::{ChangedFile, Taken, Told};
use crate::tui::model::Model;
use crate::tui::screens::diff_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, wrap_pieces};
use crate::yaml::Data;

const LAYOUT: Words = words(
    "只改了注释或格式，内容没有变",
    "only comments or layout changed; nothing it says did",
);
const BACK: Words = words("与上次提交相同", "as in the last commit");
const FIRST: Words = words("移到最前", "moved to the front");
const BEHIND: Words = words("移到“{name}”之后", "moved behind {name}");
const FORGOTTEN: Words = words(
    "已列入提交，但文件里后来又改了",
    "staged, but the file was changed again since",
);

/// The lines for what the cursor is on, wrapped to so many cells.
pub(crate) fn detail(model: &Model, cells: usize) -> Vec<Vec<Piece>> {
    match model.changes.current() {
        Some((file, Some(field))) => {
            let mut rows = field_rows(model, &file.path, &field.change, cells);
            if field.taken == Taken::Part {
                rows.push(said(model, &FORGOTTEN.into()));
            }
            rows
        }
        Some((file, None)) => file_rows(model, file, cells),
        None => Vec::new(),
    }
}

fn file_rows(model: &Model, file: &ChangedFile, cells: usize) -> Vec<Vec<Piece>> {
    let text = |text: &Option<std::sync::Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
    let lines = diff(&text(file.base()), &text(&file.now));
    let head = match file.told() {
        Told::Layout => Some(LAYOUT),
        Told::Back => Some(BACK),
        _ => None,
    };
    let head = head.map(|words| said(model, &words.into()));
    head.into_iter().chain(diff_rows(&lines, cells)).collect()
}

fn said(model: &Model, text: &Saying) -> Vec<Piece> {
    vec![Piece::new(Role::Dim, format!(" {}", text.of(model.lang)))]
}

/// One changed field: what it is called, and word by word what it said and says.
pub(crate) fn field_rows(
    model: &Model,
    path: &str,
    change: &FieldChange,
    cells: usize,
) -> Vec<Vec<Piece>> {
    let Some(catalog) = model.catalog() else {
        return Vec::new();
    };
    let schema = schema_of(&catalog.standard, path);
    let title = change_title(catalog, schema, &change.path);
    let title = [
        Piece::new(Role::Strong, format!(" {}  ", title.of(model.lang))),
        Piece::new(Role::Dim, change_name(&change.kind).of(model.lang)),
    ];
    let mut rows = wrap_pieces(&title, cells);
    if let ChangeKind::Moved(spot) = &change.kind {
        rows.push(said(
            model,
            &moved(model, path, change, spot.behind.as_ref()),
        ));
    }
    let value = |data: &Option<Data>| {
        let value = data
            .as_ref()
            .map(|data| change_value(catalog, (schema, &change.path), data, model.lang));
        value.unwrap_or_default()
    };
    let lines = diff(&value(&change.before), &value(&change.after));
    rows.extend(diff_rows(&lines, cells));
    rows
}

fn moved(model: &Model, path: &str, change: &FieldChange, behind: Option<&Part>) -> Saying {
    let (Some(part), Some(catalog)) = (behind, model.catalog()) else {
        return FIRST.into();
    };
    let mut parts = change.path.0.clone();
    parts.pop();
    let list = FieldPath(parts);
    let depth = change_title(catalog, schema_of(&catalog.standard, path), &list);
    let whole = change_title(
        catalog,
        schema_of(&catalog.standard, path),
        &list.then(part.clone()),
    );
    let name_in = |whole: &str, list: &str| {
        let name = whole.strip_prefix(list).unwrap_or(whole);
        name.trim_start_matches(" · ").to_owned()
    };
    Saying {
        zh: BEHIND.with(&[("name", &name_in(&whole.zh, &depth.zh))]).zh,
        en: BEHIND.with(&[("name", &name_in(&whole.en, &depth.en))]).en,
    }
}
