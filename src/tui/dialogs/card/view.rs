//! How a card looks: a value to a line, then what is known, what to write, and what is wrong.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Words, pad, width, words};
use crate::tui::dialogs::card::{Card, Entry, Slot};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, room};
use crate::tui::glyphs;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, draw_row, scrolled, spot_rows, wrap};

const EMPTY: Words = words("（未选）", "(none)");

pub(in crate::tui::dialogs) fn view(card: &Card, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let facts: Vec<String> = card
        .facts
        .iter()
        .flat_map(|fact| wrap(fact.of(model.lang), cells))
        .collect();
    let mut help =
        card.slot()
            .map_or_else(Vec::new, |slot| match slot.schema.help.of(model.lang) {
                "" => Vec::new(),
                help => wrap(help, cells),
            });
    help.truncate(4);
    let problem = card.problem.as_ref().map_or_else(Vec::new, |problem| {
        wrap(&format!("E {}", problem.of(model.lang)), cells)
    });
    let rest = facts.len() + problem.len().max(1);
    let slots = card.slots.len().min(rows.saturating_sub(rest).max(1));
    help.truncate(rows.saturating_sub(slots + rest + 1));
    let height = (slots + rest + help.len() + usize::from(!help.is_empty())).min(rows);
    let title = card.title.of(model.lang);
    let area = popup(model, frame, title, (cells, height));
    let rest = draw_slots(card, model, frame, (area, slots));
    let rest = draw_lines(model, frame, rest, (Role::Dim, &facts));
    let rest = draw_lines(model, frame, rest, (Role::Error, &problem));
    let gap: &[String] = if help.is_empty() || !problem.is_empty() {
        &[]
    } else {
        &[String::new()]
    };
    let rest = draw_lines(model, frame, rest, (Role::Plain, gap));
    draw_lines(model, frame, rest, (Role::Dim, &help));
}

fn draw_slots(
    card: &Card,
    model: &Model,
    frame: &mut Frame<'_>,
    (area, shown): (Rect, usize),
) -> Rect {
    let column = card
        .slots
        .iter()
        .map(|slot| width(slot.title.of(model.lang)));
    let column = column.max().unwrap_or(0).min(24) + 3;
    let top = scrolled(0, card.at..card.at + 1, card.slots.len(), shown);
    spot_rows(area, top..(top + shown).min(card.slots.len()), Spot::Choice);
    let mut rest = area;
    for (place, slot) in card.slots.iter().enumerate().skip(top).take(shown) {
        if rest.height == 0 {
            break;
        }
        draw_slot((slot, place == card.at), model, frame, (rest, column));
        rest.y += 1;
        rest.height -= 1;
    }
    rest
}

fn draw_slot(
    (slot, is_current): (&Slot, bool),
    model: &Model,
    frame: &mut Frame<'_>,
    (area, column): (Rect, usize),
) {
    let mark = if slot.is_required { "*" } else { " " };
    let title = format!("{}{mark} ", pad(slot.title.of(model.lang), column - 2));
    let role = if is_current {
        Role::Strong
    } else {
        Role::Plain
    };
    let mut left = vec![Piece::new(role, title)];
    left.extend(pieces(slot, is_current, model));
    draw_row(frame.buffer_mut(), area, &Row::of(left), model.theme);
    if let Entry::Typed(field) = &slot.entry {
        let column = u16::try_from(column).unwrap_or(0).min(area.width);
        let place = Rect {
            x: area.x + column,
            width: area.width - column,
            height: 1,
            ..area
        };
        let style = model.theme.style(Role::Title);
        frame.buffer_mut().set_style(place, style);
        if is_current {
            field.draw(frame, place);
        } else {
            let text = Row::of(vec![Piece::new(Role::Title, field.text())]);
            draw_row(frame.buffer_mut(), place, &text, model.theme);
        }
    }
}

/// What is chosen or picked. Of a few choices all are shown if there is room.
fn pieces(slot: &Slot, is_current: bool, model: &Model) -> Vec<Piece> {
    let role = if is_current {
        Role::Selected
    } else {
        Role::Plain
    };
    let none = || {
        Piece::new(
            if is_current {
                Role::Selected
            } else {
                Role::Dim
            },
            EMPTY.of(model.lang),
        )
    };
    match &slot.entry {
        Entry::Typed(_) => Vec::new(),
        Entry::Picked { value, .. } if value.is_empty() => vec![none(), arrow(is_current)],
        Entry::Picked { label, .. } => {
            vec![Piece::new(role, label.of(model.lang)), arrow(is_current)]
        }
        Entry::Chosen { offers, at } => {
            let all: usize = offers
                .iter()
                .map(|offer| width(offer.label.of(model.lang)) + 4)
                .sum();
            if all <= 44 {
                let of = |(place, offer): (usize, &crate::tui::form::Offer)| {
                    let (mark, role) = if *at == Some(place) {
                        (glyphs::PICKED, role)
                    } else {
                        (glyphs::UNPICKED, Role::Dim)
                    };
                    [
                        Piece::sign(role, mark),
                        Piece::new(role, offer.label.of(model.lang)),
                        Piece::plain("  "),
                    ]
                };
                return offers.iter().enumerate().flat_map(of).collect();
            }
            let chosen = at.and_then(|at| offers.get(at));
            let shown =
                chosen.map_or_else(none, |offer| Piece::new(role, offer.label.of(model.lang)));
            vec![
                Piece::sign(Role::Key, glyphs::TURNED.0),
                shown,
                Piece::sign(Role::Key, glyphs::TURNED.1),
            ]
        }
    }
}

/// The sign that a list can be opened.
fn arrow(is_current: bool) -> Piece {
    let role = if is_current { Role::Key } else { Role::Dim };
    Piece::sign(role, glyphs::LISTED)
}
