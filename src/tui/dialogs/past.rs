//! What became of a matter or of one of its fields: the commits that changed it, the selected one in full.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::change::compare::FieldPath;
use crate::report::{change_title, change_value};
use crate::session::{Chronicle, Deed, What, schema_of};
use crate::text::{Message as Saying, Words, words};
use crate::tui::changes::field_rows;
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, whole_room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Cursor, Motion, Piece, Row, Spot, draw_row, spot_rows};

const TITLE: Words = words("沿革：{title}", "History: {title}");
const LOOKING: Words = words(
    "正在查 git：已看 {n} 次提交…",
    "asking git: {n} commits looked at…",
);
const MORE: Words = words(
    "已看 {n} 次提交；再往下走就继续往前查",
    "{n} commits looked at; go on down for more",
);
const END: Words = words("沿革到此为止", "the history begins here");
const CUT_OFF: Words = words(
    "本机只有近期的版本（浅克隆），更早的沿革不在这里；git fetch --unshallow 可取来",
    "this clone is shallow and has no more; git fetch --unshallow brings the rest",
);
const NONE: Words = words("还没有提交过", "never committed");
const NOT_COMMITTED: Words = words("现有改动尚未提交", "changed since, not committed");
const MADE: Words = words("新增", "new");
const REMOVED: Words = words("删去", "removed");
const LAYOUT: Words = words("只改注释或格式", "comments or layout only");
const TEXT: Words = words("不能按字段读", "cannot be read by fields");
const RENAMED: Words = words("改码，原为 {was}", "renamed, was {was}");
const BETWEEN: Words = words("、", ", ");

/// 沿革框: a history that is looked at.
#[derive(Clone, Debug)]
pub(crate) struct PastList {
    /// The file.
    pub(crate) path: Box<str>,
    /// The only field that counts; all if there is none.
    pub(crate) field: Option<FieldPath>,
    /// What is known so far, the newest first.
    pub(crate) deeds: Vec<Deed>,
    /// Where looking stopped; gone while someone looks further.
    pub(crate) rest: Option<Chronicle>,
    /// How many commits have been looked at.
    pub(crate) looked_at: usize,
    /// So many commits are looked at before someone must ask for more.
    pub(crate) until: usize,
    /// Whether it differs from the last commit now.
    pub(crate) is_changed: bool,
    /// Where the cursor is among the commits.
    pub(crate) cursor: Cursor,
    /// The first line shown of the selected commit.
    pub(crate) top: usize,
}

impl PastList {
    /// Moves among the commits.
    pub(crate) fn go(&mut self, motion: Motion, height: usize) {
        self.cursor.at = motion.from(self.cursor.at, self.deeds.len(), height);
        self.cursor.settle(self.deeds.len(), height);
        self.top = 0;
    }

    /// Scrolls the selected commit.
    pub(crate) fn scroll(&mut self, motion: Motion, (len, height): (usize, usize)) {
        let last = len.saturating_sub(height);
        self.top = motion.from(self.top, len, height).min(last);
    }

    fn current(&self) -> Option<&Deed> {
        self.deeds.get(self.cursor.at)
    }
}

/// Rows for the commits and rows for the selected one.
pub(crate) fn heights(model: &Model, past: &PastList) -> (usize, usize) {
    let (_, rows) = whole_room(model);
    let rows = rows.saturating_sub(2);
    let list = past.deeds.len().clamp(1, (rows / 2).max(1));
    (list, rows.saturating_sub(list))
}

pub(super) fn view(past: &PastList, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = whole_room(model);
    let title = TITLE.with(&[("title", &title(past, model))]);
    let area = popup(model, frame, title.of(model.lang), (cells, rows));
    let (list, _) = heights(model, past);
    spot_rows(
        area,
        past.cursor.visible(past.deeds.len(), list),
        Spot::Choice,
    );
    let mut rest = area;
    for place in past.cursor.visible(past.deeds.len(), list) {
        let Some(deed) = past.deeds.get(place) else {
            break;
        };
        let row = row(past, deed, model);
        let over = (place == past.cursor.at).then_some(Role::Selected);
        draw_row(frame.buffer_mut(), rest, &Row { over, ..row }, model.theme);
        rest = below(rest);
    }
    let rest = draw_lines(model, frame, rest, (Role::Dim, &[said(past, model)]));
    let rule = [crate::tui::glyphs::rule(area.width.into())];
    let mut rest = draw_rule(model, frame, rest, &rule);
    for line in lines(past, model).into_iter().skip(past.top) {
        if rest.height == 0 {
            return;
        }
        draw_row(frame.buffer_mut(), rest, &Row::of(line), model.theme);
        rest = below(rest);
    }
}

fn draw_rule(model: &Model, frame: &mut Frame<'_>, area: Rect, rule: &[String]) -> Rect {
    for line in rule {
        let row = Row::of(vec![Piece::sign(Role::Dim, line.as_str())]);
        draw_row(frame.buffer_mut(), area, &row, model.theme);
    }
    below(area)
}

fn below(area: Rect) -> Rect {
    Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    }
}

/// The matter, and the field if there is one.
fn title(past: &PastList, model: &Model) -> String {
    let matter = model.title_of(&past.path);
    let field = past.field.as_ref().zip(model.catalog());
    let field = field.map(|(field, catalog)| {
        change_title(catalog, schema_of(&catalog.standard, &past.path), field)
    });
    match field {
        Some(field) => format!("{} · {matter}", field.of(model.lang)),
        None => matter,
    }
}

/// How far the history is known.
fn said(past: &PastList, model: &Model) -> String {
    let n = past.looked_at.to_string();
    let count = |words: Words| words.with(&[("n", &n)]);
    let far = match &past.rest {
        None => count(LOOKING),
        Some(rest) if rest.is_cut_off() => CUT_OFF.into(),
        Some(rest) if !rest.is_whole() => count(MORE),
        Some(_) if past.deeds.is_empty() => NONE.into(),
        Some(_) => END.into(),
    };
    let far = far.of(model.lang).to_owned();
    if past.is_changed {
        return format!("* {}    {far}", NOT_COMMITTED.of(model.lang));
    }
    far
}

/// When, who, and the subject; at the right what it did.
fn row(past: &PastList, deed: &Deed, model: &Model) -> Row {
    let revision = &deed.revision;
    Row {
        left: vec![
            Piece::plain(format!(" {}  ", revision.day())),
            Piece::column(Role::Strong, &revision.author, 12),
            Piece::new(Role::Dim, format!("{}  ", revision.short())),
            Piece::plain(revision.subject.clone()),
        ],
        right: vec![Piece::new(
            Role::Dim,
            format!("{} ", brief(past, deed, model)),
        )],
        over: None,
    }
}

/// What a commit did, in a few words: of a field its value, of a matter its fields.
fn brief(past: &PastList, deed: &Deed, model: &Model) -> String {
    let Some(catalog) = model.catalog() else {
        return String::new();
    };
    let schema = schema_of(&catalog.standard, &past.path);
    let lang = model.lang;
    let one_line = |text: String| text.lines().collect::<Vec<_>>().join(" ");
    match (&deed.what, &past.field) {
        (What::Made(Some(value)), Some(field)) => {
            one_line(change_value(catalog, (schema, field), value, lang))
        }
        (What::Made(_), _) => MADE.of(lang).to_owned(),
        (What::Removed, _) => REMOVED.of(lang).to_owned(),
        (What::Layout, _) => LAYOUT.of(lang).to_owned(),
        (What::Text, _) => TEXT.of(lang).to_owned(),
        (What::Changed(changes), Some(_)) if changes.len() == 1 => {
            let change = changes.first().map(|judged| &judged.change);
            let after = change.and_then(|change| Some((&change.path, change.after.as_ref()?)));
            after.map_or_else(
                || REMOVED.of(lang).to_owned(),
                |(path, data)| one_line(change_value(catalog, (schema, path), data, lang)),
            )
        }
        (What::Changed(changes), _) => {
            let mut titles: Vec<String> = Vec::new();
            for key in changes.iter().filter_map(|judged| judged.change.path.top()) {
                let title = change_title(catalog, schema, &FieldPath::key(key));
                let title = title.of(lang).to_owned();
                if !titles.contains(&title) {
                    titles.push(title);
                }
            }
            titles.join(BETWEEN.of(lang))
        }
    }
}

/// The selected commit in full.
pub(crate) fn lines(past: &PastList, model: &Model) -> Vec<Vec<Piece>> {
    let (cells, _) = whole_room(model);
    let (Some(deed), Some(catalog)) = (past.current(), model.catalog()) else {
        return Vec::new();
    };
    let plain = |text: &str| vec![Piece::plain(format!(" {text}"))];
    let mut lines = Vec::new();
    if let Some(was) = &deed.was {
        lines.push(plain(RENAMED.with(&[("was", was)]).of(model.lang)));
    }
    match (&deed.what, &past.field) {
        (What::Changed(changes), _) => {
            for judged in changes {
                lines.extend(field_rows(model, &past.path, &judged.change, cells));
            }
        }
        (What::Made(Some(value)), Some(field)) => {
            let schema = schema_of(&catalog.standard, &past.path);
            let value = change_value(catalog, (schema, field), value, model.lang);
            lines.extend(
                value
                    .lines()
                    .map(|line| vec![Piece::new(Role::Added, format!(" + {line}"))]),
            );
        }
        _ => {
            let said: Saying = Saying::same(&brief(past, deed, model));
            lines.push(plain(said.of(model.lang)));
        }
    }
    lines
}
