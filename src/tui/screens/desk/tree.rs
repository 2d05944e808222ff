//! The left pane: divisions and the base catalog, with departments to unfold.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Words, words};
use crate::tui::glyphs::{FOLDED, LEAF, UNFOLDED};
use crate::tui::model::{Model, Pane};
use crate::tui::outline::{Node, NodeKey, Outline};
use crate::tui::screens::desk::{cursor_role, titled};
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, spot_rows};

const TITLE: Words = words("地区与部门", "Places, departments");

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let title = (Pane::Tree, TITLE.of(model.lang).to_owned(), String::new());
    let body = titled(model, frame, area, title);
    let Some(outline) = model.outline() else {
        return;
    };
    let tree = &model.tree;
    let visible = tree
        .cursor
        .visible(tree.rows.len(), usize::from(body.height));
    let rows = visible.filter_map(|place| {
        let node = tree.rows.get(place).copied()?;
        Some(row(model, outline, node, place == tree.cursor.at))
    });
    draw_rows(model, frame, body, rows);
    spot_rows(
        body,
        tree.cursor.visible(tree.rows.len(), body.height.into()),
        Spot::Row,
    );
}

fn row(model: &Model, outline: &Outline, place: usize, is_selected: bool) -> Row {
    let Some(node) = outline.nodes.get(place) else {
        return Row::default();
    };
    let next = outline.nodes.get(place + 1);
    let indent = "  ".repeat(node.depth);
    let role = if node.matters.is_empty() {
        Role::Dim
    } else {
        Role::Plain
    };
    let label = node.label.of(model.lang);
    let fold = fold(model, node, next);
    Row {
        left: vec![
            Piece::sign(role, format!("{indent}{fold}")),
            Piece::new(role, label),
        ],
        right: vec![Piece::new(Role::Dim, format!("{} ", node.matters.len()))],
        over: is_selected.then(|| cursor_role(model, Pane::Tree)),
    }
}

/// Whether departments can be shown or hidden here.
fn fold(model: &Model, node: &Node, next: Option<&Node>) -> &'static str {
    let has_departments = next.is_some_and(|next| next.key.parent().as_ref() == Some(&node.key));
    match node.key {
        _ if has_departments && model.tree.open.contains(&node.key) => UNFOLDED,
        _ if has_departments => FOLDED,
        NodeKey::Base(Some(_)) | NodeKey::Division(_, Some(_)) => LEAF,
        _ => "  ",
    }
}
