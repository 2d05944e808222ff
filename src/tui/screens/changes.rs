//! What is changed: files, below each its fields, before each what the next commit takes of it; the selected
//! one in full below.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::change::compare::ChangeKind;
use crate::report::{change_title, change_value};
use crate::session::schema_of;
use crate::text::{DiffLine, LineMark, Words, width, words};
use crate::tui::changes::{ChangeRow, ChangedField, ChangedFile, Taken, Told};
use crate::tui::glyphs::{FOCUS, FOLDED, UNFOLDED, rule};
use crate::tui::model::Model;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, draw_row, spot, spot_rows, wrap_pieces};

const TITLE: Words = words("改动", "Changes");
const UNDERWAY: Words = words(" · {what} 还没有完成", " · {what} under way");
const NONE: Words = words(
    "没有未保存或未提交的改动",
    "nothing unsaved, nothing uncommitted",
);
const COUNT: Words = words("{n} 个文件", "{n} files");
const STAGED: Words = words("，已列入提交 [x] {n} 个", ", [x] {n} staged");
const ALL: Words = words("，提交时全部列入", ", a commit takes all");
const UNSAVED: Words = words("* 未保存", "* unsaved");
const NEW: Words = words("新增", "new");
const GONE: Words = words("删除", "gone");
const BACK: Words = words("已改回", "back as it was");
const LAYOUT: Words = words("只改了注释或格式", "comments or layout only");
const MOVED: Words = words("移动", "moved");

/// Rows for the list and rows for the selected change in full.
pub(crate) fn heights(model: &Model) -> (usize, usize) {
    let body = usize::from(model.size.1.saturating_sub(2));
    let most = (body / 2).max(1);
    let list = model.changes.rows.len().clamp(1, most);
    (list, body.saturating_sub(list + 2))
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let mut left = vec![
        Piece::sign(Role::Plain, FOCUS),
        Piece::plain(TITLE.of(model.lang)),
    ];
    left.extend(standing(model).map(Piece::plain));
    let title = Row {
        left,
        right: vec![Piece::plain(format!("{} ", count(model)))],
        over: Some(Role::Focus),
    };
    draw_row(frame.buffer_mut(), body, &title, model.theme);
    let (list, _) = heights(model);
    let list = u16::try_from(list).unwrap_or(u16::MAX);
    let rows = Rect {
        y: body.y + 1,
        height: list.min(body.height.saturating_sub(1)),
        ..body
    };
    draw_list(model, frame, rows);
    let rest = Rect {
        y: rows.bottom(),
        height: body.bottom().saturating_sub(rows.bottom()),
        ..body
    };
    draw_detail(model, frame, rest);
}

/// The branch at hand, and what is begun in git and not ended.
fn standing(model: &Model) -> Option<String> {
    let branch = model.branch.as_deref().map(|branch| format!(" · {branch}"));
    let underway = model.underway.map(|what| {
        let said = UNDERWAY.with(&[("what", what)]);
        said.of(model.lang).to_owned()
    });
    let parts: Vec<String> = branch.into_iter().chain(underway).collect();
    (!parts.is_empty()).then(|| parts.concat())
}

/// How many files there are, and how many of them the next commit takes something of.
fn count(model: &Model) -> String {
    let files = model.changes.files.len();
    let staged = model.changes.count_staged();
    let count = |words: Words, n: usize| {
        let said = words.with(&[("n", &n.to_string())]);
        said.of(model.lang).to_owned()
    };
    match (files, staged) {
        (0, _) => String::new(),
        (_, 0) => count(COUNT, files) + ALL.of(model.lang),
        (_, _) => count(COUNT, files) + &count(STAGED, staged),
    }
}

fn draw_list(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let changes = &model.changes;
    let len = changes.rows.len();
    if len == 0 {
        let (role, text) = match &changes.fault {
            Some(fault) => (Role::Error, fault.of(model.lang)),
            None => (Role::Dim, NONE.of(model.lang)),
        };
        let row = Row::of(vec![Piece::new(role, format!(" {text}"))]);
        draw_row(frame.buffer_mut(), area, &row, model.theme);
        return;
    }
    let visible = changes.cursor.visible(len, usize::from(area.height));
    let rows = visible.filter_map(|place| {
        let over = (place == changes.cursor.at).then_some(Role::Selected);
        let (file, field) = changes.at(place)?;
        let row = match (field, changes.rows.get(place)?) {
            (Some(field), _) => field_row(model, file, field, area.width),
            (None, ChangeRow::File(number)) => {
                file_row(model, file, changes.is_open(*number), area.width)
            }
            _ => return None,
        };
        Some(Row { over, ..row })
    });
    draw_rows(model, frame, area, rows);
    spot_rows(
        area,
        changes.cursor.visible(len, area.height.into()),
        Spot::Row,
    );
}

/// What the next commit takes, and whether it is saved.
fn marks(taken: Taken, is_unsaved: bool) -> String {
    let taken = match taken {
        Taken::Nothing => "[ ]",
        Taken::Part => "[~]",
        Taken::All => "[x]",
    };
    format!("{taken} {} ", if is_unsaved { "*" } else { " " })
}

fn file_row(model: &Model, file: &ChangedFile, is_open: bool, columns: u16) -> Row {
    let fold = match (file.told(), is_open) {
        (Told::Fields, true) => UNFOLDED,
        (Told::Unasked | Told::Fields, false) => FOLDED,
        _ => "  ",
    };
    let fate = match file.told() {
        Told::New => Some(NEW),
        Told::Gone => Some(GONE),
        Told::Back => Some(BACK),
        Told::Layout => Some(LAYOUT),
        Told::Unasked | Told::Fields | Told::Text => None,
    };
    let mut left = vec![
        Piece::plain(format!(" {}", marks(file.taken(), file.is_unsaved()))),
        Piece::sign(Role::Dim, fold),
        Piece::new(Role::Strong, model.title_of(&file.path)),
    ];
    for words in fate.into_iter().chain(file.is_unsaved().then_some(UNSAVED)) {
        left.push(Piece::new(Role::Dim, format!("  {}", words.of(model.lang))));
    }
    Row {
        left,
        right: path(file, columns),
        over: None,
    }
}

/// The path of a file, where there is room beside its name.
fn path(file: &ChangedFile, columns: u16) -> Vec<Piece> {
    if columns < 110 {
        return Vec::new();
    }
    vec![Piece::new(Role::Dim, format!("{} ", file.path))]
}

/// A field in one line: what it is called, what it said and says.
fn field_row(model: &Model, file: &ChangedFile, field: &ChangedField, columns: u16) -> Row {
    let Some(catalog) = model.catalog() else {
        return Row::default();
    };
    let schema = schema_of(&catalog.standard, &file.path);
    let change = &field.change;
    let title = change_title(catalog, schema, &change.path);
    let title = title.of(model.lang);
    let value = |data: &Option<crate::yaml::Data>| {
        let data = data.as_ref()?;
        let text = change_value(catalog, (schema, &change.path), data, model.lang);
        Some(text.lines().collect::<Vec<_>>().join(" "))
    };
    let (before, after) = (value(&change.before), value(&change.after));
    let mut left = vec![
        Piece::plain(format!("   {}", marks(field.taken, field.is_unsaved))),
        Piece::plain(format!("{title}  ")),
    ];
    let room = usize::from(columns).saturating_sub(width(title) + 16);
    match (&change.kind, before, after) {
        (ChangeKind::Moved(_), ..) => left.push(Piece::new(Role::Dim, MOVED.of(model.lang))),
        (_, Some(before), Some(after)) => {
            left.push(Piece::column(
                Role::Removed,
                &before,
                (width(&before) + 1).min(room / 2),
            ));
            left.push(Piece::sign(Role::Dim, "→ "));
            left.push(Piece::new(Role::Added, after));
        }
        (_, None, Some(after)) => left.push(Piece::new(Role::Added, format!("+ {after}"))),
        (_, Some(before), None) => left.push(Piece::new(Role::Removed, format!("- {before}"))),
        (_, None, None) => {}
    }
    Row::of(left)
}

fn draw_detail(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let rule = Row::of(vec![Piece::sign(Role::Dim, rule(area.width.into()))]);
    let lines = model.changes.lines.iter().skip(model.changes.top);
    let lines = lines.map(|line| Row::of(line.clone()));
    draw_rows(model, frame, area, std::iter::once(rule).chain(lines));
    spot(area, Spot::Detail);
}

/// The lines of a difference, wrapped; what is far from any change is left out.
pub(crate) fn diff_rows(lines: &[DiffLine], cells: usize) -> Vec<Vec<Piece>> {
    let mut rows = Vec::new();
    for line in lines {
        let (sign, plain, word) = match line.mark {
            LineMark::Same => ("   ", Role::Dim, Role::Dim),
            LineMark::Removed => (" - ", Role::Removed, Role::RemovedWord),
            LineMark::Added => (" + ", Role::Added, Role::AddedWord),
            LineMark::Gap => (" … ", Role::Dim, Role::Dim),
        };
        let pieces: Vec<Piece> = line
            .parts
            .iter()
            .map(|part| {
                Piece::new(
                    if part.is_changed { word } else { plain },
                    part.text.as_str(),
                )
            })
            .collect();
        let wrapped = wrap_pieces(&pieces, cells.saturating_sub(4).max(8));
        for (place, pieces) in wrapped.into_iter().enumerate() {
            let sign = if place == 0 { sign } else { "   " };
            let mut row = vec![Piece::sign(plain, sign)];
            row.extend(pieces);
            rows.push(row);
        }
    }
    rows
}
