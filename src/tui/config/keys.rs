//! Keys of the person's own: `context: { keys: command }`; `none` takes a key away.

use crate::text::{Words, visible, words};
use crate::tui::command::{COMMANDS, find};
use crate::tui::config::reading::Reading;
use crate::tui::keymap::{Binding, Keymap, NAMED, sequence};
use crate::tui::keys::{Context, KEYS, SCREENS};
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

/// Changes the keys as the file says: first what it takes away, then what it adds.
pub(super) fn read(keymap: &mut Keymap, reading: &mut Reading<'_>, value: Value<'_>) {
    let mut own: Vec<(Own, Value<'_>)> = Vec::new();
    for Entry { key, value } in reading.entries(Some(value)) {
        let name = key.text().unwrap_or_default();
        let Some(context) = contexts().find(|context| context.name() == name) else {
            let names: Vec<String> = contexts().map(Context::name).collect();
            reading.unknown(key, NO_CONTEXT, name, names.iter().map(String::as_str));
            continue;
        };
        for entry in reading.entries(Some(value)) {
            own.extend(line(reading, context, entry).map(|own| (own, entry.key)));
        }
    }
    for (gone, _) in own.iter().filter(|(own, _)| own.command.is_none()) {
        keymap.bindings.retain(|binding| !gone.replaces(binding));
    }
    for (own, at) in own {
        if let Some(command) = own.command {
            bind(keymap, reading, (own, command), at);
        }
    }
}

/// A key of the person's own, and its command; `None` takes the key away.
struct Own {
    context: Context,
    keys: Vec<String>,
    command: Option<&'static str>,
}

impl Own {
    /// Whether a binding of the same place can no longer be reached beside this one.
    fn replaces(&self, binding: &Binding) -> bool {
        binding.context == self.context && binding.keys.starts_with(&self.keys)
    }
}

/// The places for keys, each once, in the order of the table.
pub(super) fn contexts() -> impl Iterator<Item = Context> {
    let mut seen = Vec::new();
    for (context, _, _) in KEYS {
        if !seen.contains(context) {
            seen.push(*context);
        }
    }
    seen.into_iter()
}

/// One line of the file.
fn line(
    reading: &mut Reading<'_>,
    context: Context,
    Entry { key, value }: Entry<'_>,
) -> Option<Own> {
    let keys = sequence(key.text().unwrap_or_default());
    if let Some(unknown) = keys.iter().find(|key| !is_key(key)) {
        let names = NAMED.iter().map(|(_, name)| *name).chain(["space"]);
        reading.unknown(key, NO_KEY, unknown, names);
        return None;
    }
    let letter = keys
        .first()
        .filter(|key| key.chars().count() == 1 || *key == "space");
    // A letter that is a key there already is not typed there.
    let is_key = |letter: &&String| {
        let mut known = KEYS.iter();
        known.any(|(place, key, _)| *place == context && *key == letter.as_str())
    };
    let letter = letter.filter(|letter| context.takes_text() && !is_key(letter));
    if let Some(letter) = letter {
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
    Some(Own {
        context,
        keys,
        command: command.map(|command| command.name),
    })
}

/// Adds a binding in place of those it replaces, unless another one on the same screen would keep it from
/// ever being reached, or the other way round.
fn bind(
    keymap: &mut Keymap,
    reading: &mut Reading<'_>,
    (own, command): (Own, &'static str),
    at: Value<'_>,
) {
    let is_near = |other: &&Binding| {
        let mut screens = SCREENS.iter();
        screens.any(|screen| screen.contains(&own.context) && screen.contains(&other.context))
    };
    let collides = |other: &&Binding| {
        let begins = other.keys.starts_with(&own.keys) || own.keys.starts_with(&other.keys);
        begins && other.keys != own.keys && !own.replaces(other)
    };
    let other = keymap.bindings.iter().filter(is_near).find(collides);
    if let Some(other) = other {
        let key = other.keys.join(" ");
        let said = TWICE.with(&[("key", &visible(&key)), ("other", other.command)]);
        reading.say(at.span(), said);
        return;
    }
    keymap.bindings.retain(|binding| !own.replaces(binding));
    // A key of one's own is the one that is shown.
    let Own { context, keys, .. } = own;
    let own = Binding {
        context,
        keys,
        command,
    };
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
