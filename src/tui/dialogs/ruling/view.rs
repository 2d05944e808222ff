//! How the form of a decision looks: the parts, what is wrong, what to write in the one being written.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::report::action_name;
use crate::text::{Message as Saying, Words, pad, width, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::ruling::{Fields, RulingForm};
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, draw_row, spot_rows, wrap};

const COUNT: Words = words("{action}：{n} 处差异", "{action}: {n} in all");

pub(in crate::tui::dialogs) fn view(form: &RulingForm, model: &Model, frame: &mut Frame<'_>) {
    view_fields(&form.fields, title(form).of(model.lang), model, frame);
}

/// Draws a form of such fields.
pub(in crate::tui::dialogs) fn view_fields(
    form: &Fields,
    title: &str,
    model: &Model,
    frame: &mut Frame<'_>,
) {
    let (cells, rows) = room(model.size);
    let problem = form.problem.as_ref();
    let problem = problem.map(|problem| wrap(&format!("E {}", problem.of(model.lang)), cells));
    let problem = problem.unwrap_or_default();
    let help = form.parts.get(form.at).map(|field| field.part.help());
    let help = wrap(help.map_or("", |help| help.of(model.lang)), cells);
    let height = (form.parts.len() + help.len() + 1 + problem.len().max(1)).min(rows);
    let area = popup(model, frame, title, (cells, height));
    let rest = draw_parts(form, model, frame, area);
    let rest = draw_lines(model, frame, rest, (Role::Error, &problem));
    let gap: &[String] = if problem.is_empty() {
        &[String::new()]
    } else {
        &[]
    };
    let rest = draw_lines(model, frame, rest, (Role::Plain, gap));
    draw_lines(model, frame, rest, (Role::Dim, &help));
}

fn title(form: &RulingForm) -> Saying {
    let action = action_name(form.action);
    let count = form.picks.len().to_string();
    Saying {
        zh: COUNT.with(&[("action", action.zh), ("n", &count)]).zh,
        en: COUNT.with(&[("action", action.en), ("n", &count)]).en,
    }
}

fn draw_parts(form: &Fields, model: &Model, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let widest = form
        .parts
        .iter()
        .map(|field| width(field.part.title().of(model.lang)));
    let column = widest.max().unwrap_or(0) + 3;
    spot_rows(area, 0..form.parts.len(), Spot::Choice);
    let mut rest = area;
    for (place, field) in form.parts.iter().enumerate() {
        if rest.height == 0 {
            break;
        }
        let mark = if field.is_required { "*" } else { " " };
        let title = pad(field.part.title().of(model.lang), column - 2);
        let role = if place == form.at {
            Role::Strong
        } else {
            Role::Plain
        };
        let typed = field.text.text();
        let mut row = Row::of(vec![Piece::new(role, format!("{mark}{title} "))]);
        if place != form.at {
            row.left.push(Piece::plain(typed));
        }
        draw_row(frame.buffer_mut(), rest, &row, model.theme);
        let shift = u16::try_from(column).unwrap_or(0).min(rest.width);
        let line = Rect {
            x: rest.x + shift,
            width: rest.width - shift,
            height: 1,
            ..rest
        };
        if place == form.at {
            let style = model.theme.style(Role::Title);
            frame.buffer_mut().set_style(line, style);
            field.text.draw(frame, line);
        }
        rest.y += 1;
        rest.height -= 1;
    }
    rest
}
