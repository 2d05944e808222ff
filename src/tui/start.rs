//! How the screen begins: what the person has set meets what the terminal can do.

use std::sync::Arc;

use crate::store;
use crate::text::{is_ambiguous_wide, set_ambiguous_wide, words};
use crate::tui::Options;
use crate::tui::dialogs::Dialog;
use crate::tui::model::{Model, Notice};
use crate::tui::mouse::Owner;
use crate::tui::theme::Theme;

/// Settles a model by the settings; what is wrong in them is shown first of all.
pub(crate) fn settle(model: &mut Model, options: &Options) {
    let config = &options.settings.config;
    model.lang = options.lang.or(config.lang).unwrap_or(options.locale);
    model.keymap = Arc::new(config.keymap.clone());
    // What the person asked for this once goes before what they have set.
    if let Some(is_wide) = config.is_ambiguous_wide.filter(|_| !options.is_width_asked) {
        set_ambiguous_wide(is_wide);
    }
    model.theme = Theme {
        colours: options.colours,
        depth: options.depth,
        palette: config.palette,
        // Read once and kept to the end of the program, so that a theme is a small thing to hand around.
        own: Vec::leak(config.own.clone()),
        // Where lines and signs of ours would be drawn twice as wide, their twins are not.
        ascii: config.ascii || is_ambiguous_wide(),
    };
    model.mouse = if config.mouse {
        Owner::Screen
    } else {
        Owner::Terminal
    };
    model.editor.clone_from(&options.editor);
    model.program.clone_from(&options.program);
    let mistakes = options.settings.mistakes();
    if mistakes.is_empty() {
        return;
    }
    model.log.time = store::time_of_day();
    for said in &mistakes {
        let text = said.clone();
        let is_fault = true;
        model.log.keep(Notice { text, is_fault });
    }
    let count = mistakes.len().to_string();
    let said = words(
        "设置文件有 {n} 处错误，其余的照用；按 {key} 可再看",
        "the settings have mistakes ({n}); the rest holds; {key} shows them again",
    );
    let key = model
        .keymap
        .first("messages", &[crate::tui::keys::Context::App]);
    model.notice = Some(Notice {
        text: said.with(&[("n", &count), ("key", &key)]),
        is_fault: true,
    });
    model.dialog = Some(Dialog::Messages(0));
}
