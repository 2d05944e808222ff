//! What lies over a screen and takes the keys: editors, pick lists, questions, help. A dialog holds its
//! own state; what comes of it is decided in `update`.

mod ask;
mod card;
mod commit;
mod dispute;
mod exception;
mod find;
mod fixes;
mod guidance;
mod help;
mod line;
mod menu;
mod messages;
mod page;
mod palette;
mod past;
mod pick;
mod preview;
mod prompt;
mod proposal;
mod returned;
mod rule_fixes;
mod ruling;
mod said;
mod text;
mod waiting;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::widgets::{Block, Clear};

pub(crate) use ask::Question;
pub(crate) use card::{Card, CardGoal, Entry, Slot};
pub(crate) use commit::Commit;
pub(crate) use dispute::{DisputeForm, place};
pub(crate) use exception::{ExceptionForm, Excuse};
pub(crate) use fixes::{Fixes, Foreseen};
pub(crate) use guidance::{Guidance, Paragraph};
pub(crate) use help::HelpPage;
pub(crate) use line::Line;
pub(crate) use menu::{Chosen, Menu, MenuItem, Purpose};
pub(crate) use messages::lines as message_lines;
pub(crate) use page::{RulePage, page_room};
pub(crate) use palette::{Choice, Palette};
pub(crate) use past::{PastList, heights as past_heights, lines as past_lines};
pub(crate) use pick::{Pick, PickOption};
pub(crate) use preview::Preview;
pub(crate) use prompt::{Goal, Prompt};
pub(crate) use proposal::Forecast;
pub(crate) use returned::Returned;
pub(crate) use rule_fixes::RuleFixes;
pub(crate) use ruling::{Part, RulingForm};
pub(crate) use said::SaidPage;
pub(crate) use text::Text;

use crate::text::{Lang, visible, width};
use crate::tui::glyphs;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Pasted, Spot, TextField, spot};

/// 对话框: what lies over the screen.
#[derive(Clone, Debug)]
pub(crate) enum Dialog {
    /// An editor of one line.
    Line(Line),
    /// An editor of many lines.
    Text(Box<Text>),
    /// A list to pick from.
    Pick(Pick),
    /// A menu.
    Menu(Menu),
    /// A few values asked for together.
    Card(Card),
    /// The fixes of a place.
    Fixes(Fixes),
    /// What there is to know of a field.
    Guidance(Guidance),
    /// The filter of the list of matters, in the list's own title.
    Filter(TextField),
    /// The message of a commit.
    Commit(Commit),
    /// What became of a matter.
    Past(Box<PastList>),
    /// A question.
    Ask(Question),
    /// A file that comes back from the editor outside.
    Returned(Box<Returned>),
    /// What a decision on several differences will touch.
    Preview(Preview),
    /// A decision being written.
    Ruling(RulingForm),
    /// Work on many matters that is going on.
    Waiting,
    /// git is at work.
    AtWork,
    /// What was said, in several lines.
    Said(SaidPage),
    /// What a change of many matters would do.
    Forecast(Box<Forecast>),
    /// The choice between two sides that changed the same.
    Dispute(DisputeForm),
    /// What putting right all that a rule says will touch.
    RuleFixes(RuleFixes),
    /// An exception from a rule being written.
    Exception(ExceptionForm),
    /// The page of a rule.
    RulePage(RulePage),
    /// The keys, or how to begin; the first line shown.
    Help(HelpPage, usize),
    /// What was said so far; the first line shown.
    Messages(usize),
    /// Commands or themes to choose from.
    Palette(Palette),
}

impl Dialog {
    /// Takes a key that is no command.
    pub(crate) fn key(&mut self, key: KeyEvent) {
        if self.field_mut().is_some_and(|field| field.key(key)) {
            self.altered();
        }
    }

    /// Takes pasted text; says what had to be taken out of it.
    pub(crate) fn paste(&mut self, text: &str) -> Pasted {
        let pasted = match self.field_mut() {
            Some(field) => field.paste(text),
            None => Pasted::default(),
        };
        self.altered();
        pasted
    }

    /// What is being typed in.
    pub(crate) fn field(&self) -> Option<&TextField> {
        match self {
            Dialog::Line(Line { field, .. })
            | Dialog::Filter(field)
            | Dialog::Commit(Commit { field, .. }) => Some(field),
            Dialog::Text(text) => Some(text.typed()),
            Dialog::Pick(pick) => Some(pick.query()),
            Dialog::Menu(menu) => Some(menu.query()),
            Dialog::Palette(palette) => Some(palette.query()),
            Dialog::Card(card) => card.field(),
            Dialog::Ruling(form) => form.field(),
            Dialog::Exception(form) => form.field(),
            Dialog::Ask(_)
            | Dialog::Help(..)
            | Dialog::Messages(_)
            | Dialog::Preview(_)
            | Dialog::Past(_)
            | Dialog::Returned(_)
            | Dialog::Waiting
            | Dialog::AtWork
            | Dialog::Said(_)
            | Dialog::Forecast(_)
            | Dialog::Dispute(_)
            | Dialog::Fixes(_)
            | Dialog::Guidance(_)
            | Dialog::RuleFixes(_)
            | Dialog::RulePage(_) => None,
        }
    }

    /// The same, to be changed; [`Dialog::altered`] is to be called afterwards.
    pub(crate) fn field_mut(&mut self) -> Option<&mut TextField> {
        match self {
            Dialog::Line(Line { field, .. })
            | Dialog::Filter(field)
            | Dialog::Commit(Commit { field, .. }) => Some(field),
            Dialog::Text(text) => Some(text.typed_mut()),
            Dialog::Pick(pick) => Some(pick.query_mut()),
            Dialog::Menu(menu) => Some(menu.query_mut()),
            Dialog::Palette(palette) => Some(palette.query_mut()),
            Dialog::Card(card) => card.field_mut(),
            Dialog::Ruling(form) => form.field_mut(),
            Dialog::Exception(form) => form.field_mut(),
            Dialog::Ask(_)
            | Dialog::Help(..)
            | Dialog::Messages(_)
            | Dialog::Preview(_)
            | Dialog::Past(_)
            | Dialog::Returned(_)
            | Dialog::Waiting
            | Dialog::AtWork
            | Dialog::Said(_)
            | Dialog::Forecast(_)
            | Dialog::Dispute(_)
            | Dialog::Fixes(_)
            | Dialog::Guidance(_)
            | Dialog::RuleFixes(_)
            | Dialog::RulePage(_) => None,
        }
    }

    /// Tells an editor of many lines how large it is.
    pub(crate) fn fit(&mut self, size: (u16, u16), lang: Lang) {
        match self {
            Dialog::Text(text) => text.fit(size, lang),
            Dialog::Commit(commit) => commit.fit(size),
            _ => {}
        }
    }

    /// After what is typed changed: what hangs on it.
    pub(crate) fn altered(&mut self) {
        match self {
            Dialog::Line(Line { prompt, .. }) => prompt.problem = None,
            Dialog::Text(text) => text.altered(),
            Dialog::Pick(pick) => pick.narrow(),
            Dialog::Menu(menu) => menu.narrow(),
            Dialog::Palette(palette) => palette.narrow(),
            Dialog::Card(card) => card.altered(),
            Dialog::Ruling(form) => form.altered(),
            Dialog::Exception(form) => form.altered(),
            _ => {}
        }
    }
}

/// Draws the dialog that is open.
pub(crate) fn view(model: &Model, frame: &mut Frame<'_>) {
    match &model.dialog {
        Some(Dialog::Line(line)) => line::view(line, model, frame),
        Some(Dialog::Text(text)) => text::view(text, model, frame),
        Some(Dialog::Pick(pick)) => pick::view(pick, model, frame),
        Some(Dialog::Menu(menu)) => menu::view(menu, model, frame),
        Some(Dialog::Card(card)) => card::view(card, model, frame),
        Some(Dialog::Fixes(fixes)) => fixes::view(fixes, model, frame),
        Some(Dialog::Guidance(guidance)) => guidance::view(guidance, model, frame),
        Some(Dialog::Commit(commit)) => commit::view(commit, model, frame),
        Some(Dialog::Past(past)) => past::view(past, model, frame),
        Some(Dialog::Ask(question)) => ask::view(question, model, frame),
        Some(Dialog::Returned(returned)) => returned::view(returned, model, frame),
        Some(Dialog::Preview(preview)) => preview::view(preview, model, frame),
        Some(Dialog::Ruling(form)) => ruling::view(form, model, frame),
        Some(Dialog::Waiting) => waiting::view(model, frame),
        Some(Dialog::AtWork) => said::at_work(model, frame),
        Some(Dialog::Said(page)) => said::view(page, model, frame),
        Some(Dialog::Forecast(forecast)) => proposal::view(forecast, model, frame),
        Some(Dialog::Dispute(form)) => dispute::view(form, model, frame),
        Some(Dialog::RuleFixes(preview)) => rule_fixes::view(preview, model, frame),
        Some(Dialog::Exception(form)) => exception::view(form, model, frame),
        Some(Dialog::RulePage(page)) => page::view(page, model, frame),
        Some(Dialog::Help(page, top)) => help::view((*page, *top), model, frame),
        Some(Dialog::Messages(top)) => messages::view(*top, model, frame),
        Some(Dialog::Palette(palette)) => palette::view(palette, model, frame),
        Some(Dialog::Filter(_)) | None => {}
    }
}

pub(crate) use help::{lines as help_lines, said};

/// Clears a place in the middle of the screen, frames it, and gives its inside.
fn popup(model: &Model, frame: &mut Frame<'_>, title: &str, size: (usize, usize)) -> Rect {
    let cells = |n: usize| Constraint::Length(u16::try_from(n).unwrap_or(u16::MAX));
    let whole = frame.area();
    let room = Rect {
        height: whole.height.saturating_sub(1),
        ..whole
    };
    let area = room.centered(cells(size.0 + 4), cells(size.1 + 2));
    let block = Block::bordered()
        .border_set(glyphs::frame(model.theme))
        .title(format!(" {} ", visible(title)))
        .border_style(model.theme.style(Role::Section))
        .title_style(model.theme.style(Role::Strong));
    let inside = block.inner(area);
    frame.render_widget(Clear, area);
    spot(area, Spot::Cover);
    clear_left_edge(frame.buffer_mut(), area);
    frame.render_widget(block, area);
    Rect {
        x: inside.x + 1.min(inside.width),
        width: inside.width.saturating_sub(2),
        ..inside
    }
}

/// A wide character cut by the left edge would hide the edge; it gives way.
fn clear_left_edge(buffer: &mut Buffer, area: Rect) {
    let Some(x) = area.x.checked_sub(1) else {
        return;
    };
    for y in area.y..area.bottom() {
        if let Some(cell) = buffer
            .cell_mut((x, y))
            .filter(|cell| width(cell.symbol()) > 1)
        {
            cell.set_symbol(" ");
        }
    }
}

/// The cells and rows a dialog may have inside, on a terminal of some size.
pub(crate) fn room((columns, rows): (u16, u16)) -> (usize, usize) {
    (
        usize::from(columns.saturating_sub(6)).clamp(8, 68),
        usize::from(rows.saturating_sub(5)).max(3),
    )
}

/// The same for a list whose lines say much.
pub(crate) fn wide_room(model: &Model) -> (usize, usize) {
    let (_, rows) = room(model.size);
    (
        usize::from(model.size.0.saturating_sub(6)).clamp(8, 92),
        rows,
    )
}

/// The same for what shows a list and what is selected in it.
fn whole_room(model: &Model) -> (usize, usize) {
    let (_, rows) = room(model.size);
    (
        usize::from(model.size.0.saturating_sub(6)).clamp(8, 120),
        rows,
    )
}
