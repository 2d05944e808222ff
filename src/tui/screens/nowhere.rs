//! The screen of a folder without a catalog: what can be done here.

use std::path::Path;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Words, words};
use crate::tui::command::available;
use crate::tui::dialogs::said;
use crate::tui::model::Model;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, wrap};

const NONE: Words = words("这里还没有事项目录：", "There is no catalog here:");
const BUSY: Words = words("请稍候…", "one moment…");
const WHAT: Words = words(
    "mulu 打开当前文件夹或其上层文件夹中的目录（catalog/mulu.yaml）。可以：",
    "mulu opens the catalog (catalog/mulu.yaml) of this folder or of one above it. You can:",
);

pub(super) fn view(folder: &Path, model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let cells = usize::from(body.width.saturating_sub(4)).max(4);
    let mut lines = vec![(Role::Plain, String::new())];
    lines.push((Role::Strong, NONE.of(model.lang).to_owned()));
    let folder = folder.display().to_string();
    lines.extend(
        wrap(&folder, cells)
            .into_iter()
            .map(|line| (Role::Plain, line)),
    );
    lines.push((Role::Plain, String::new()));
    lines.extend(
        wrap(WHAT.of(model.lang), cells)
            .into_iter()
            .map(|line| (Role::Dim, line)),
    );
    lines.push((Role::Plain, String::new()));
    let contexts = model.contexts_below();
    let commands = available(model, &contexts);
    lines.extend(commands.map(|command| {
        (
            Role::Plain,
            format!("  {}", said(command, &contexts, model)),
        )
    }));
    if model.loading.is_some() {
        lines.push((Role::Strong, BUSY.of(model.lang).to_owned()));
    }
    let rows = lines
        .into_iter()
        .map(|(role, line)| Row::of(vec![Piece::plain("  "), Piece::new(role, line)]));
    draw_rows(model, frame, body, rows);
}
