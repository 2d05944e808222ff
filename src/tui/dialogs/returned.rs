//! A file that comes back from an editor outside, when it does not come back clean: what is wrong with it, and
//! what is to become of it.

use ratatui::Frame;

use crate::findings::{Finding, Severity};
use crate::session::Weighed;
use crate::text::{Lines, Message as Saying, Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, draw_row, wrap, wrap_pieces};

const TITLE: Words = words("从外部编辑器回来", "Back from the editor");
const BROKEN: Words = words(
    "{file} 改成这样就读不出来了；最好回去改好。现在采用，它先原样留作未保存的改动。",
    "{file} cannot be read as it is now; better go back and mend it. Taken now, it stays as it is, unsaved.",
);
const WORSE: Words = words(
    "{file} 改过以后多出 {n} 个问题：",
    "{file} has {n} more findings after the change:",
);
const LOST: Words = words(
    "再按一次，在外部编辑器里改的就不要了",
    "once more, and what was changed in the editor is given up",
);

/// 回来: a file changed outside, not yet taken up.
#[derive(Clone, Debug)]
pub(crate) struct Returned {
    /// What it would mean.
    pub(crate) weighed: Weighed,
    problem: Option<Saying>,
}

impl Returned {
    /// The question what is to become of a file.
    pub(crate) fn new(weighed: Weighed) -> Returned {
        Returned {
            weighed,
            problem: None,
        }
    }

    /// Says, once, that giving up loses what was changed.
    pub(crate) fn warns(&mut self) -> bool {
        let is_first = self.problem.is_none();
        self.problem = Some(LOST.into());
        is_first
    }
}

pub(super) fn view(returned: &Returned, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let weighed = &returned.weighed;
    let said = if weighed.is_readable { WORSE } else { BROKEN };
    let said = said.with(&[
        ("file", &model.title_of(&weighed.change.path)),
        ("n", &weighed.findings.len().to_string()),
    ]);
    let said = wrap(said.of(model.lang), cells);
    let problem = returned.problem.as_ref();
    let problem = problem.map_or_else(Vec::new, |problem| wrap(problem.of(model.lang), cells));
    let answers = super::help::answers(model, cells);
    let fixed = said.len() + problem.len() + answers.len() + 1;
    let mut findings: Vec<Row> = weighed
        .findings
        .iter()
        .flat_map(|finding| lines(finding, model, cells))
        .collect();
    findings.truncate(rows.saturating_sub(fixed).max(1));
    let height = (fixed + findings.len()).min(rows);
    let area = popup(model, frame, TITLE.of(model.lang), (cells, height));
    let mut rest = draw_lines(model, frame, area, (Role::Plain, &said));
    for row in findings {
        draw_row(frame.buffer_mut(), rest, &row, model.theme);
        rest.y += 1;
        rest.height = rest.height.saturating_sub(1);
    }
    let rest = draw_lines(model, frame, rest, (Role::Error, &problem));
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}

/// A finding with the number of its line.
fn lines(finding: &Finding, model: &Model, cells: usize) -> Vec<Row> {
    let (letter, role) = match finding.severity {
        Severity::Error => ("E", Role::Error),
        Severity::Warning => ("W", Role::Warning),
        Severity::Note => ("N", Role::Note),
    };
    let document = finding.file.document();
    let place = Lines::new(document.text()).place(document.text(), finding.span.range().start);
    let pieces = [
        Piece::new(
            role,
            format!("{letter} {}:{} {} ", place.line, place.column, finding.rule),
        ),
        Piece::plain(finding.message.of(model.lang)),
    ];
    wrap_pieces(&pieces, cells)
        .into_iter()
        .map(Row::of)
        .collect()
}
