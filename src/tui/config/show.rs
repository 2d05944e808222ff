//! The settings in force, as a file to start from.

use std::fmt::Write;

use crate::text::{Lang, Words, pad, words};
use crate::tui::command::find;
use crate::tui::config::Config;
use crate::tui::config::keys::contexts;
use crate::tui::keymap::Binding;
use crate::tui::theme::{PALETTES, Role};

const HEAD: Words = words(
    "# mulu 的设置。只须留下与默认不同的，其余可以删去。",
    "# Settings of mulu. Only what differs from the defaults need stay.",
);
const THEMES: Words = words("主题", "theme");
const KEYS: Words = words(
    "# 按键。一个键可以是几个字符依次按下（\"g f\"）；写 none 就不再有这个键。",
    "# Keys. Several can be pressed one after another (\"g f\"); none takes a key away.",
);
const COLOURS: Words = words(
    "# 颜色：red、green … white，0 到 255，或 \"#rrggbb\"；写“甲 on 乙”连底色也定。可以写的：",
    "# Colours: red, green … white, 0 to 255, or \"#rrggbb\"; “a on b” sets the ground too. There are:",
);

/// The settings as YAML, with what each key does beside it.
pub(crate) fn shown(config: &Config, lang: Lang) -> String {
    let switch = |on: bool| if on { "on" } else { "off" };
    let themes = PALETTES.map(|palette| palette.name).join(" | ");
    let mut text = String::new();
    let language = config.lang.map_or("auto", Lang::word);
    let width = match config.is_ambiguous_wide {
        None => "auto",
        Some(false) => "1",
        Some(true) => "2",
    };
    let lines = [
        HEAD.of(lang).to_owned(),
        format!("language: {language}          # zh | en | auto"),
        format!(
            "theme: {}         # {} {themes}",
            config.palette.name,
            THEMES.of(lang)
        ),
        format!("ascii: {}", switch(config.ascii)),
        format!("ambiguous-width: {width}      # 1 | 2 | auto"),
        format!("mouse: {}", switch(config.mouse)),
        String::new(),
        COLOURS.of(lang).to_owned(),
        format!("#   {}", Role::ALL.map(Role::name).join(" ")),
        "colours:".to_owned(),
    ];
    for line in lines {
        let _ = writeln!(text, "{}", line.trim_end());
    }
    for (role, own) in &config.own {
        let colours = [own.ink, own.paper].into_iter().flatten();
        let colours: Vec<String> = colours
            .map(|colour| colour.to_string().to_lowercase())
            .collect();
        let _ = writeln!(text, "  {}: \"{}\"", role.name(), colours.join(" on "));
    }
    let _ = writeln!(text, "\n{}\nkeys:", KEYS.of(lang));
    for context in contexts() {
        let _ = writeln!(text, "  {}:", context.name());
        let here = config.keymap.bindings.iter();
        for binding in here.filter(|binding| binding.context == context) {
            let _ = writeln!(text, "    {}", line(binding, lang));
        }
    }
    text
}

fn line(binding: &Binding, lang: Lang) -> String {
    let keys = binding.keys.join(" ");
    let title = find(binding.command).map_or("", |command| command.title.of(lang));
    let keys = keys.replace('\\', "\\\\").replace('"', "\\\"");
    let said = format!("\"{keys}\": {}", binding.command);
    format!("{} # {title}", pad(&said, 32))
}
