//! Looking at the guide to the matter shown.

use crate::report::guide;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::preview::PreviewKey;
use crate::tui::screens::{guide_height, guide_lines};
use crate::tui::widgets::{Motion, scrolled};

/// Shows the guide to the matter.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    model.guide.top = 0;
    model.screen = Screen::Guide;
    Vec::new()
}

/// Says which level each thing comes from, or no longer.
pub(crate) fn show_sources(model: &mut Model) -> Vec<Effect> {
    model.guide.shows_sources = !model.guide.shows_sources;
    Vec::new()
}

/// Scrolls.
pub(crate) fn go(model: &mut Model, motion: Motion) {
    let (len, height) = (model.guide.lines.len(), guide_height(model));
    let last = len.saturating_sub(height);
    let top = motion.from(model.guide.top, last + 1, height);
    model.guide.top = scrolled(top, top..top + 1, len, height);
}

/// After anything: the lines in step with the matter, the language and the width.
pub(crate) fn settle(model: &mut Model) {
    if model.screen != Screen::Guide {
        return;
    }
    let key = PreviewKey {
        path: model.sheet.path.clone(),
        generation: model.generation,
        columns: model.size.0,
        lang: model.lang,
        shows_sources: model.guide.shows_sources,
    };
    if model.guide.made_for.as_ref() != Some(&key) {
        let told = match (model.catalog(), model.matter()) {
            (Some(catalog), Some(id)) => guide(catalog, id),
            _ => return,
        };
        let cells = usize::from(model.size.0);
        model.guide.missing = told.missing();
        model.guide.lines = guide_lines(&told, model.lang, cells, model.guide.shows_sources);
        model.guide.made_for = Some(key);
    }
    let (len, height) = (model.guide.lines.len(), guide_height(model));
    model.guide.top = model.guide.top.min(len.saturating_sub(height));
}
