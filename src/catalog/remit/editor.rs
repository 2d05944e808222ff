//! One entry of `editors`: by what someone is known, and what they may do.

use jiff::civil::Date;

use crate::catalog::Registers;
use crate::catalog::remit::{Belonging, Line, texts};
use crate::text::Span;
use crate::yaml::Value;

/// 编目员: a person or an office.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    /// Its name, with which it signs what it approves.
    pub name: String,
    /// Mail addresses; `*@` and a domain stands for all of that domain.
    pub emails: Vec<String>,
    /// Keys with which its commits are signed.
    pub keys: Vec<Key>,
    /// What it may change.
    pub edits: Vec<Line>,
    /// Where it may approve differences and exceptions.
    pub approves: Vec<Line>,
    /// Where the entry stands.
    pub span: Span,
}

/// 公钥: a key that signs commits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// A fingerprint, or an SSH public key.
    pub text: String,
    /// The last day on which it counts.
    pub until: Option<Date>,
}

impl Editor {
    pub(super) fn read(entry: Value<'_>) -> Editor {
        let list = |key| entry.get(key).into_iter().flat_map(|list| list.items());
        let name = entry.get("name").and_then(|name| name.text());
        Editor {
            name: name.unwrap_or_default().trim().to_owned(),
            emails: entry.get("emails").map(texts).unwrap_or_default(),
            keys: list("keys").filter_map(Key::read).collect(),
            edits: list("edits").map(Line::read).collect(),
            approves: list("approves").map(Line::read).collect(),
            span: entry.span(),
        }
    }

    /// Whether it goes by a mail address; small and capital letters are the same.
    pub fn goes_by_email(&self, email: &str) -> bool {
        let email = email.trim().to_ascii_lowercase();
        let domain = email.rsplit_once('@').map(|(_, domain)| domain);
        self.emails.iter().any(|known| {
            let known = known.trim().to_ascii_lowercase();
            match known.strip_prefix("*@") {
                Some(of) => domain == Some(of) && !of.is_empty(),
                None => known == email && !email.is_empty(),
            }
        })
    }

    /// Whether it may change what lies at a place.
    pub fn may_edit(&self, belonging: &Belonging, registers: &Registers) -> bool {
        self.edits
            .iter()
            .any(|line| line.fits(belonging, registers))
    }

    /// Whether it may approve differences and exceptions at a place.
    pub fn may_approve(&self, belonging: &Belonging, registers: &Registers) -> bool {
        self.approves
            .iter()
            .any(|line| line.fits(belonging, registers))
    }
}

impl Key {
    fn read(entry: Value<'_>) -> Option<Key> {
        let until = entry.get("until");
        Some(Key {
            text: entry.get("key")?.text()?.trim().to_owned(),
            // A day that does not exist must not make a key last for ever.
            until: until.map(|until| {
                let day = until.text().and_then(|text| text.parse().ok());
                day.unwrap_or(Date::MIN)
            }),
        })
    }

    /// The public key in it, type and letters, if it is one and no fingerprint.
    pub fn public(&self) -> Option<String> {
        let mut words = self.text.split_whitespace();
        let (kind, letters) = (words.next()?, words.next()?);
        Some(format!("{kind} {letters}"))
    }

    /// Whether a fingerprint is this one.
    pub fn is_fingerprint(&self, fingerprint: &str) -> bool {
        let bare = |text: &str| text.trim_end_matches('=').to_owned();
        let is_ssh = self.text.starts_with("SHA256:");
        let (own, other) = (bare(&self.text), bare(fingerprint));
        if is_ssh {
            own == other
        } else {
            !own.contains(' ') && own.len() == 40 && own.eq_ignore_ascii_case(&other)
        }
    }

    /// Whether it counts on a day.
    pub fn holds_on(&self, today: Date) -> bool {
        self.until.is_none_or(|until| today <= until)
    }
}
