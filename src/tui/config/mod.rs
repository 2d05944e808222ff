//! The person's own settings, from one YAML file: language, theme, keys, colours. What is wrong in it is
//! told with its line and column, and everything else still holds.

mod keys;
mod reading;
mod show;
#[cfg(test)]
mod tests;

use crate::text::{Lang, Message as Saying, words};
use crate::tui::config::reading::Reading;
use crate::tui::keymap::Keymap;
use crate::tui::theme::{Own, PALETTES, Palette, Role, TERMINAL, parsed};
use crate::yaml::{Entry, Value};

/// 设置: what a person has set.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// The language; `None` leaves it to the locale.
    pub(crate) lang: Option<Lang>,
    /// The colours.
    pub(crate) palette: &'static Palette,
    /// Whether our signs are drawn with ASCII alone.
    pub(crate) ascii: bool,
    /// Whether the terminal draws characters of ambiguous width in two cells; `None` leaves it to the environment.
    pub(crate) is_ambiguous_wide: Option<bool>,
    /// Whether the mouse is listened to.
    pub(crate) mouse: bool,
    /// What keys mean.
    pub(crate) keymap: Keymap,
    /// Colours by role.
    pub(crate) own: Vec<(Role, Own)>,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            lang: None,
            palette: &TERMINAL,
            ascii: false,
            is_ambiguous_wide: None,
            mouse: true,
            keymap: Keymap::default(),
            own: Vec::new(),
        }
    }
}

/// 设置错误: something in the file that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// Its line, from 1.
    pub(crate) line: usize,
    /// Its column in characters, from 1.
    pub(crate) column: usize,
    /// What is wrong.
    pub(crate) text: Saying,
}

pub(crate) use show::shown;

/// Words of the file: what can be set.
const SETTINGS: [&str; 8] = [
    "language",
    "theme",
    "ascii",
    "ambiguous-width",
    "mouse",
    "keys",
    "colours",
    "colors",
];

/// Reads the settings from the text of the file.
pub(crate) fn read(text: &str) -> (Config, Vec<Mistake>) {
    let mut config = Config::default();
    let document = crate::yaml::read(text);
    let mut reading = Reading::of(&document);
    for entry in reading.entries(document.root()) {
        setting(&mut config, &mut reading, entry);
    }
    let mut mistakes = reading.mistakes;
    mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
    (config, mistakes)
}

fn setting(config: &mut Config, reading: &mut Reading<'_>, Entry { key, value }: Entry<'_>) {
    match key.text().unwrap_or_default() {
        "language" => {
            let langs = [
                ("zh", Some(Lang::Zh)),
                ("en", Some(Lang::En)),
                ("auto", None),
            ];
            reading.choice(value, &langs, &mut config.lang);
        }
        "theme" => {
            let themes = PALETTES.map(|palette| (palette.name, palette));
            reading.choice(value, &themes, &mut config.palette);
        }
        "ascii" => reading.switch(value, &mut config.ascii),
        "ambiguous-width" => {
            let widths = [("1", Some(false)), ("2", Some(true)), ("auto", None)];
            reading.choice(value, &widths, &mut config.is_ambiguous_wide);
        }
        "mouse" => reading.switch(value, &mut config.mouse),
        "keys" => keys::read(&mut config.keymap, reading, value),
        "colours" | "colors" => {
            for entry in reading.entries(Some(value)) {
                config.own.extend(own(reading, entry));
            }
        }
        unknown => {
            let said = words("没有“{word}”这项设置", "there is no setting {word}");
            reading.unknown(key, said, unknown, SETTINGS);
        }
    }
}

/// `role: colour`, or `role: colour on colour`.
fn own(reading: &mut Reading<'_>, Entry { key, value }: Entry<'_>) -> Option<(Role, Own)> {
    let name = key.text().unwrap_or_default();
    let role = Role::ALL.into_iter().find(|role| role.name() == name);
    if role.is_none() {
        let said = words(
            "没有“{word}”这个颜色角色",
            "there is nothing called {word} to give a colour to",
        );
        reading.unknown(key, said, name, Role::ALL.map(Role::name));
    }
    let text = reading.text(value)?;
    let (ink, paper) = match text.split_once(" on ") {
        Some((ink, paper)) => (ink.trim(), Some(paper.trim())),
        None => (text, None),
    };
    let ink = colour(reading, value, ink)?;
    let paper = match paper {
        Some(paper) => Some(colour(reading, value, paper)?),
        None => None,
    };
    let ink = Some(ink);
    Some((role?, Own { ink, paper }))
}

fn colour(
    reading: &mut Reading<'_>,
    value: Value<'_>,
    text: &str,
) -> Option<ratatui::style::Color> {
    let colour = parsed(text);
    if colour.is_none() {
        let said = words(
            "“{word}”不是颜色：写 16 色的英文名、0 到 255 的数，或 \"#rrggbb\"",
            "{word} is no colour: write one of the 16 names, a number up to 255, or \"#rrggbb\"",
        );
        let names = crate::tui::theme::NAMES.map(|(name, _)| name);
        reading.unknown(value, said, text, names);
    }
    colour
}

impl Mistake {
    /// The mistake with its place in the file.
    pub(crate) fn at(&self, file: &str) -> Saying {
        let Mistake { line, column, text } = self;
        Saying {
            zh: format!("{file}:{line}:{column}：{}", text.zh),
            en: format!("{file}:{line}:{column}: {}", text.en),
        }
    }
}
