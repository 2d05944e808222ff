//! One difference in full: what differs and what should hold, the levels side by side, and what is known
//! around it.

use crate::catalog::standard::{Direction, PolicyKind};
use crate::catalog::{Catalog, Field, effective_value};
use crate::levels::Departure;
use crate::report::class_name;
use crate::text::{Lang, Words, width, words};
use crate::tui::glyphs::rule;
use crate::tui::model::Model;
use crate::tui::review::{DetailKey, departure, field_title, level_title, sides, sign};
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, wrap};

const GONE: Words = words(
    "这处差异已经没有了",
    "this difference is not there any more",
);
const EQUAL: Words = words("须与上级一致", "must be as above");
const NOT_MORE: Words = words("不得多于上级", "must not be more than above");
const NOT_LESS: Words = words("不得少于上级", "must not be less than above");
const SUBSET: Words = words("只能是上级的一部分", "must be part of what is above");
const REACH: Words = words("{rule} · 涉及 {n} 处", "{rule} · in {n} matters");

/// The lines of a difference.
pub(crate) fn lines(model: &Model, key: &DetailKey) -> Vec<Row> {
    let Some(catalog) = model.catalog() else {
        return Vec::new();
    };
    let page = Page {
        catalog,
        model,
        cells: key.cells.saturating_sub(1).max(8),
        lang: key.lang,
    };
    match departure(catalog, &key.pick, model.today) {
        Some(departure) => page.all(&departure),
        None => page.wrapped(Role::Dim, 1, GONE.of(key.lang)),
    }
}

/// 页: a difference on its way to become lines of so many cells.
pub(super) struct Page<'m> {
    pub(super) catalog: &'m Catalog,
    pub(super) model: &'m Model,
    pub(super) cells: usize,
    pub(super) lang: Lang,
}

impl Page<'_> {
    fn all(&self, departure: &Departure<'_>) -> Vec<Row> {
        let mut rows = self.head(departure);
        let sides = sides(self.catalog, departure, self.lang);
        rows.push(Row::default());
        rows.extend(self.levels(&sides, departure.difference.field));
        rows.extend(self.siblings(departure));
        rows.extend(self.standing(departure));
        rows.extend(self.laws(departure));
        rows
    }

    /// A text in one look, wrapped, some cells in.
    pub(super) fn wrapped(&self, role: Role, indent: usize, text: &str) -> Vec<Row> {
        let lines = wrap(text, self.cells.saturating_sub(indent).max(4));
        let row = |line: String| {
            Row::of(vec![
                Piece::plain(" ".repeat(indent)),
                Piece::new(role, line),
            ])
        };
        lines.into_iter().map(row).collect()
    }

    /// What differs, where, and what should hold.
    fn head(&self, departure: &Departure<'_>) -> Vec<Row> {
        let field = departure.difference.field;
        let class = departure.difference.class;
        let name = effective_value(self.catalog, departure.lower, Field::Name);
        let name = name.and_then(|name| name.value.text()).unwrap_or_default();
        let said = [
            format!("{} {}", sign(class), class_name(class).of(self.lang)),
            field_title(self.catalog, field).of(self.lang).to_owned(),
            name.to_owned(),
            level_title(self.catalog, departure.lower)
                .of(self.lang)
                .to_owned(),
        ];
        let mut rows = self.wrapped(Role::Strong, 1, &said.join(" · "));
        let policy = self.catalog.standard.policy(field);
        let rule = match (policy.kind, policy.direction) {
            (PolicyKind::Directional, Some(Direction::NotLess)) => NOT_LESS,
            (PolicyKind::Directional, Some(Direction::Subset)) => SUBSET,
            (PolicyKind::Directional, _) => NOT_MORE,
            _ => EQUAL,
        };
        let rule = rule.of(self.lang);
        let reach = departure.reach.to_string();
        let said = if departure.reach > 1 {
            REACH
                .with(&[("rule", rule), ("n", &reach)])
                .of(self.lang)
                .to_owned()
        } else {
            rule.to_owned()
        };
        rows.extend(self.wrapped(Role::Dim, 1, &said));
        rows
    }

    /// A heading inside the page.
    pub(super) fn section(&self, title: &str) -> Row {
        let title = format!(" {title} ");
        let rest = self.cells.saturating_sub(width(&title) + 1);
        Row::of(vec![
            Piece::new(Role::Section, title),
            Piece::sign(Role::Section, rule(rest)),
        ])
    }
}
