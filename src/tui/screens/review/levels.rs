//! The levels of a difference: in columns, or one below the other where columns would be too narrow.

use crate::catalog::Field;
use crate::session::{Pick, Trace};
use crate::text::{Words, clip, visible, width, words};
use crate::tui::review::{Side, SideLine};
use crate::tui::screens::columns::{marked, zipped};
use crate::tui::screens::review::detail::Page;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, wrap};

const UPPER: Words = words("{place} · 上级", "{place} · above");
const LOWER: Words = words("{place} · 本处", "{place} · this one");
const NOTHING: Words = words("（没有）", "(nothing)");
const UNCOMMITTED: Words = words("未提交的改动", "not committed yet");
/// Fewer cells are no column for long texts; of short ones, fewer still will do.
const NARROW: usize = 24;
const NARROWEST: usize = 17;

impl Page<'_> {
    /// The value at each level, the last two marked where they differ.
    pub(super) fn levels(&self, sides: &[Side], field: Field) -> Vec<Row> {
        let count = sides.len().max(1);
        let column = self.cells.saturating_sub(1 + 3 * (count - 1)) / count;
        let longest = sides
            .iter()
            .flat_map(|side| &side.lines)
            .map(cells_of)
            .max();
        let is_short = longest.unwrap_or(0) <= 2 * column;
        let fits = column >= NARROW || (column >= NARROWEST && is_short);
        let levels = sides.iter().enumerate().map(|(place, side)| Level {
            page: self,
            side,
            cells: if fits { column } else { self.cells - 1 },
            from_end: sides.len() - place,
            trace: self.trace(side, field),
        });
        if fits {
            return zipped(levels.map(|level| (level.column(), column)).collect());
        }
        levels.flat_map(|level| level.rows()).collect()
    }

    /// Where the value of a level comes from, if git has said so.
    fn trace(&self, side: &Side, field: Field) -> Option<&Trace> {
        let path = side.path.clone();
        let pick = Pick { path, field };
        self.model.review.traces.get(&pick)?.as_ref()
    }
}

/// One level on its way to become lines.
struct Level<'l> {
    page: &'l Page<'l>,
    side: &'l Side,
    cells: usize,
    /// 1 for the departing level, 2 for the one above it.
    from_end: usize,
    trace: Option<&'l Trace>,
}

impl Level<'_> {
    /// The level; of the last two, which is which.
    fn title(&self) -> String {
        let place = self.side.title.of(self.page.lang);
        let said = match self.from_end {
            1 => LOWER,
            2 => UPPER,
            _ => return place.to_owned(),
        };
        said.with(&[("place", place)]).of(self.page.lang).to_owned()
    }

    /// Who states the value, or who changed it last and when.
    fn origin(&self) -> Vec<String> {
        if let Some(source) = &self.side.source {
            return vec![format!("← {}", source.of(self.page.lang))];
        }
        match self.trace {
            None => Vec::new(),
            Some(Trace::Uncommitted) => vec![UNCOMMITTED.of(self.page.lang).to_owned()],
            Some(Trace::Commit(revision)) => vec![
                format!("{} {}", revision.day(), revision.author),
                revision.subject.clone(),
            ],
        }
    }

    /// As a column: title, value, origin.
    fn column(&self) -> Vec<Vec<Piece>> {
        let titles = wrap(&self.title(), self.cells).into_iter();
        let mut lines: Vec<Vec<Piece>> = titles
            .map(|line| vec![Piece::new(Role::Title, line)])
            .collect();
        lines.extend(self.value());
        lines.extend(self.origin().iter().map(|note| {
            let note = clip(&visible(note), self.cells);
            vec![Piece::new(Role::Dim, note)]
        }));
        lines
    }

    /// As rows: title and origin on one, then the value, unless it is that of another level and compared
    /// with nothing.
    fn rows(&self) -> Vec<Row> {
        let title = format!(" {}  ", self.title());
        let room = self.cells.saturating_sub(width(&visible(&title)));
        let origin = clip(&visible(&self.origin().join(" · ")), room);
        let mut rows = vec![Row::of(vec![
            Piece::new(Role::Strong, title),
            Piece::new(Role::Dim, origin),
        ])];
        if self.side.source.is_none() || self.from_end <= 2 {
            rows.extend(self.value().into_iter().map(|mut line| {
                line.insert(0, Piece::plain(" "));
                Row::of(line)
            }));
        }
        rows
    }

    fn value(&self) -> Vec<Vec<Piece>> {
        if self.side.lines.is_empty() {
            let nothing = NOTHING.of(self.page.lang);
            return vec![vec![Piece::new(Role::Dim, nothing)]];
        }
        self.side
            .lines
            .iter()
            .flat_map(|line| marked(line, self.side.source.is_some(), self.cells))
            .collect()
    }
}

fn cells_of(line: &SideLine) -> usize {
    line.parts
        .iter()
        .map(|part| width(&part.text))
        .sum::<usize>()
        + 2
}
