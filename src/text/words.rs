//! Words for a person, in Simplified Chinese and in English side by side. That neither language can be
//! forgotten, and that no word stays behind unused, is the compiler's business.

/// The language of everything a person reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 简体中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The language as machines name it (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The one of two texts that is in this language.
    pub const fn say<'t>(self, zh: &'t str, en: &'t str) -> &'t str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The language with this word.
    pub fn from_word(word: &str) -> Option<Lang> {
        [Lang::Zh, Lang::En]
            .into_iter()
            .find(|lang| lang.word() == word)
    }
}

/// One thing to say, in both languages; `{name}` marks a place to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// In Simplified Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

/// Sets the two languages side by side.
pub const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

impl Words {
    /// The words in one language.
    pub const fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// The words with their places filled.
    pub fn with(&self, values: &[(&str, &str)]) -> Message {
        Message {
            zh: fill(self.zh, values),
            en: fill(self.en, values),
        }
    }

    /// Messages one after another, with the words between them.
    pub fn join(&self, parts: &[Message]) -> Message {
        let join = |of: fn(&Message) -> &str, between: &str| {
            parts.iter().map(of).collect::<Vec<_>>().join(between)
        };
        Message {
            zh: join(|part| &part.zh, self.zh),
            en: join(|part| &part.en, self.en),
        }
    }
}

/// Words whose places are filled.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// In Simplified Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Message {
    /// The message in one language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// A text that is the same in both languages: a name, a code.
    pub fn same(text: &str) -> Message {
        Message {
            zh: text.to_owned(),
            en: text.to_owned(),
        }
    }

    /// Fills the places of two templates that are data (a rule's page) rather than [`Words`].
    pub fn filled(zh: &str, en: &str, values: &[(&str, &str)]) -> Message {
        Message {
            zh: fill(zh, values),
            en: fill(en, values),
        }
    }
}

impl From<Words> for Message {
    fn from(words: Words) -> Message {
        words.with(&[])
    }
}

/// One pass, so that a value holding braces is never filled again.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, from_open) = rest.split_at(open);
        filled.push_str(before);
        let named = values.iter().find(|(name, _)| {
            from_open[1..]
                .strip_prefix(name)
                .is_some_and(|r| r.starts_with('}'))
        });
        if let Some((name, value)) = named {
            filled.push_str(value);
            rest = &from_open[name.len() + 2..];
        } else {
            filled.push('{');
            rest = &from_open[1..];
        }
    }
    filled.push_str(rest);
    filled
}

/// A number with its English noun; in Chinese the words around it have the noun.
pub fn counted(count: usize, one: &str, many: &str, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => count.to_string(),
        (Lang::En, 1) => format!("1 {one}"),
        (Lang::En, _) => format!("{count} {many}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        let message = words("“{a}”不在{b}", "{a} is not in {b}").with(&[("a", "{b}"), ("b", "表")]);
        assert_eq!(message.of(Lang::Zh), "“{b}”不在表");
        assert_eq!(message.of(Lang::En), "{b} is not in 表");
    }
}
