//! The queue: one difference to a line, the most urgent first.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::report::class_name;
use crate::text::{Lang, Words, pad, words};
use crate::tui::dialogs::Dialog;
use crate::tui::glyphs::{FOCUS, PICKED};
use crate::tui::model::Model;
use crate::tui::review::{Item, field_title, sign};
use crate::tui::screens::draw_rows;
use crate::tui::screens::frame::is_filtering;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, draw_row, spot_rows, wrap};

const TITLE: Words = words("比对", "Review");
const PROGRESS: Words = words("已处置 {done}/{all} ", "{done}/{all} decided ");
const CHOSEN: Words = words("  选中 {n}", "  {n} chosen");
const ALL: Words = words("  含已处置的", "  decided ones too");
const ONLY: Words = words("  只看：{what}", "  only: {what}");
const SURVEYING: Words = words("正在比对…", "comparing…");
const NONE: Words = words("没有待处理的差异", "no difference waits");
const NONE_SO: Words = words(
    "没有这样的差异；按 Esc 看全部",
    "no such difference; Esc shows all",
);

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    draw_row(frame.buffer_mut(), area, &title(model), model.theme);
    draw_filter(model, frame, area);
    let body = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    let review = &model.review;
    if review.rows.is_empty() {
        draw_none(model, frame, body);
        return;
    }
    let columns = Columns::of(usize::from(body.width), model.lang);
    let height = usize::from(body.height);
    let visible = review.cursor.visible(review.rows.len(), height);
    let rows = visible.filter_map(|row| {
        let over = (row == review.cursor.at).then_some(Role::Selected);
        Some(columns.row(model, review.item(row)?, over))
    });
    draw_rows(model, frame, body, rows);
    spot_rows(
        body,
        review.cursor.visible(review.rows.len(), height),
        Spot::Row,
    );
}

fn title(model: &Model) -> Row {
    let review = &model.review;
    let lang = model.lang;
    let mut left = TITLE.of(lang).to_owned();
    if !is_filtering(model) {
        let at = (review.cursor.at + 1).min(review.rows.len());
        left = format!("{left} {at}/{}", review.rows.len());
        if !review.chosen.is_empty() {
            let count = review.chosen.len().to_string();
            left += CHOSEN.with(&[("n", &count)]).of(lang);
        }
        left += &narrowed(model);
    }
    let (done, all) = review.progress();
    let progress = PROGRESS.with(&[("done", &done.to_string()), ("all", &all.to_string())]);
    Row {
        left: vec![Piece::sign(Role::Plain, FOCUS), Piece::plain(left)],
        right: vec![Piece::plain(progress.of(lang))],
        over: Some(Role::Focus),
    }
}

/// What the list is narrowed to, or widened.
fn narrowed(model: &Model) -> String {
    let (scope, lang) = (&model.review.scope, model.lang);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(
        scope
            .class
            .map(|class| class_name(class).of(lang).to_owned()),
    );
    let catalog = model.catalog();
    parts.extend(
        scope
            .field
            .zip(catalog)
            .map(|(field, catalog)| field_title(catalog, field).of(lang).to_owned()),
    );
    if !scope.filter.is_empty() {
        parts.push(format!("/{}", scope.filter));
    }
    let mut said = String::new();
    if !parts.is_empty() {
        said += ONLY.with(&[("what", &parts.join(" "))]).of(lang);
    }
    if scope.shows_all {
        said += ALL.of(lang);
    }
    said
}

/// The filter is typed in the title.
fn draw_filter(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    if let Some(Dialog::Filter(field)) = &model.dialog {
        let start = 16.min(area.width);
        let slash = Rect {
            x: area.x + start.saturating_sub(2),
            width: 2.min(area.width),
            ..area
        };
        let row = Row::of(vec![Piece::new(Role::Key, "/ ")]);
        draw_row(frame.buffer_mut(), slash, &row, model.theme);
        let line = Rect {
            x: area.x + start,
            width: area.width.saturating_sub(start + 20),
            height: 1,
            ..area
        };
        field.draw(frame, line);
    }
}

fn draw_none(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let review = &model.review;
    let said = if review.made_for.is_none() {
        SURVEYING
    } else if review.queue.items.iter().any(|item| review.is_open(item)) {
        NONE_SO
    } else {
        NONE
    };
    let cells = usize::from(body.width.saturating_sub(2)).max(1);
    let lines = wrap(said.of(model.lang), cells).into_iter();
    let rows = lines.map(|line| Row::of(vec![Piece::new(Role::Dim, format!(" {line}"))]));
    draw_rows(model, frame, body, rows);
}

/// How many cells each column has; a column without room has none.
struct Columns {
    class: usize,
    field: usize,
    name: usize,
    place: usize,
    reach: usize,
    standing: usize,
}

impl Columns {
    /// Class, field and name come first.
    fn of(cells: usize, lang: Lang) -> Columns {
        let is_zh = lang == Lang::Zh;
        let mut name = cells.saturating_sub(2);
        let mut take = |wanted: usize, kept: usize| {
            let taken = if name >= wanted + kept { wanted } else { 0 };
            name -= taken;
            taken
        };
        let class = take(if is_zh { 9 } else { 11 }, 8);
        let field = take(15, 12);
        let place = take(9, 12);
        let standing = take(if is_zh { 11 } else { 14 }, 16);
        let reach = take(5, 16);
        Columns {
            class,
            field,
            name,
            place,
            reach,
            standing,
        }
    }

    fn row(&self, model: &Model, item: &Item, over: Option<Role>) -> Row {
        let lang = model.lang;
        let chosen = if model.review.chosen.contains(&item.pick) {
            PICKED
        } else {
            "  "
        };
        let class = self.class.saturating_sub(2);
        let sign = if class > 0 { sign(item.class) } else { "" };
        let sign = pad(sign, self.class - class);
        let reach = match item.reach {
            0 | 1 => String::new(),
            reach => format!("×{reach}"),
        };
        let standing = if item.is_open { Role::Plain } else { Role::Dim };
        Row {
            left: vec![
                Piece::sign(Role::Strong, chosen),
                Piece::sign(Role::Plain, sign),
                Piece::column(Role::Plain, class_name(item.class).of(lang), class),
                Piece::column(Role::Strong, item.field.of(lang), self.field),
                Piece::column(Role::Plain, &item.name, self.name),
                Piece::column(Role::Dim, item.place.of(lang), self.place),
                Piece::sign(Role::Plain, pad(&reach, self.reach)),
                Piece::column(standing, item.standing.of(lang), self.standing),
            ],
            over,
            ..Row::default()
        }
    }
}
