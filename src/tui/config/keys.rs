//! Keys of the person's own: `context: { keys: command }`; `none` takes a key away.

use crate::text::{Words, visible, words};
use crate::tui::command::{COMMANDS, find};
use crate::tui::config::reading::Reading;
use crate::tui::keymap::{Binding, Keymap, NAMED, sequence};
use crate::tui::keys::{Context, SCREENS};
use crate::yaml::{Entry, Value};

/// Takes a key away.
const NONE: &str = "none";
const NO_CONTEXT: Words = words(
    "没有“{word}”这个按键场合",
    "there is no place {word} for keys",
);
const NO_COMMAND: Words = words("没有“{word}”这个命令", "there is no command {word}");
const NO_KEY: Words = words("没有“{word}”这个键", "there is no key {word}");
const TYPED: Words = words(
    "这里要输入文字，“{word}”不能作按键；可用 ctrl-、alt- 或 f1 等",
    "text is typed here, so {word} cannot be a key; ctrl-, alt- or f1 and the like can",
);
const TWICE: Words = words(
    "{key} 在此已是“{other}”；要改就先写 \"{key}\": none",
    "{key} means {other} here already; to change that, write \"{key}\": none first",
);

/// Changes the keys as the file says.
pub(super) fn read(keymap: &mut Keymap, reading: &mut Reading<'_>, value: Value<'_>) {
    let mut own: Vec<(Binding, Value<'_>)> = Vec::new();
    for Entry { key, value } in reading.entries(Some(value)) {
        let name = key.text().unwrap_or_default();
        let Some(context) = contexts().find(|context| context.name() == name) else {
            let names: Vec<String> = contexts().map(Context::name).collect();
            reading.unknown(key, NO_CONTEXT, name, names.iter().map(String::as_str));
            continue;
        };
        for entry in reading.entries(Some(value)) {
            own.extend(binding(keymap, reading, context, entry).map(|own| (own, entry.key)));
        }
    }
    for (binding, at) in own {
        bind(keymap, reading, binding, at);
    }
}

/// The places for keys, each once, in the order of the table.
pub(super) fn contexts() -> impl Iterator<Item = Context> {
    let mut seen = Vec::new();
    for (context, _, _) in crate::tui::keys::KEYS {
        if !seen.contains(context) {
            seen.push(*context);
        }
    }
    seen.into_iter()
}

/// One line of the file. What the key meant in its place before is forgotten; `none` leaves it at that.
fn binding(
    keymap: &mut Keymap,
    reading: &mut Reading<'_>,
    context: Context,
    Entry { key, value }: Entry<'_>,
) -> Option<Binding> {
    let keys = sequence(key.text().unwrap_or_default());
    if let Some(unknown) = keys.iter().find(|key| !is_key(key)) {
        let names = NAMED.iter().map(|(_, name)| *name).chain(["space"]);
        reading.unknown(key, NO_KEY, unknown, names);
        return None;
    }
    let letter = keys
        .first()
        .filter(|key| key.chars().count() == 1 || *key == "space");
    if let Some(letter) = letter.filter(|_| context.takes_text()) {
        reading.say(key.span(), TYPED.with(&[("word", letter)]));
        return None;
    }
    let name = reading.text(value)?;
    let command = find(name);
    if command.is_none() && name != NONE {
        let names = COMMANDS.iter().map(|command| command.name);
        reading.unknown(value, NO_COMMAND, name, names.chain([NONE]));
        return None;
    }
    let is_free =
        |binding: &Binding| binding.context != context || !binding.keys.starts_with(&keys);
    keymap.bindings.retain(is_free);
    Some(Binding {
        context,
        keys,
        command: command?.name,
    })
}

/// Adds a binding, unless another one on the same screen would keep it from ever being reached, or the other
/// way round.
fn bind(keymap: &mut Keymap, reading: &mut Reading<'_>, own: Binding, at: Value<'_>) {
    let is_near = |other: &&Binding| {
        let mut screens = SCREENS.iter();
        screens.any(|screen| screen.contains(&own.context) && screen.contains(&other.context))
    };
    let collides = |other: &&Binding| {
        let is_same = other.keys == own.keys && other.context == own.context;
        let begins = other.keys.starts_with(&own.keys) || own.keys.starts_with(&other.keys);
        is_same || (begins && other.keys != own.keys)
    };
    let other = keymap.bindings.iter().filter(is_near).find(collides);
    if let Some(other) = other {
        let key = other.keys.join(" ");
        let said = TWICE.with(&[("key", &visible(&key)), ("other", other.command)]);
        reading.say(at.span(), said);
        return;
    }
    // A key of one's own is the one that is shown.
    keymap.bindings.insert(0, own);
}

/// Whether a key can be pressed: a character or a named key, with `ctrl-` and `alt-` before it or not.
fn is_key(key: &str) -> bool {
    let bare = key.strip_prefix("ctrl-").unwrap_or(key);
    let bare = bare.strip_prefix("alt-").unwrap_or(bare);
    let is_function = |number: &str| {
        number
            .parse()
            .is_ok_and(|number: u8| (1..=12).contains(&number))
    };
    bare.chars().count() == 1
        || bare == "space"
        || NAMED.iter().any(|(_, name)| *name == bare)
        || bare.strip_prefix('f').is_some_and(is_function)
}
