//! What ties a matter to others in the eyes of the rules: whatever a rule says of several matters, or of one
//! beside others, it says of matters with a tie in common. Base matters are few, and all tied to each other.

use std::sync::Arc;

use crate::catalog::standard::Standard;
use crate::catalog::{Field, File, FileKind, Matter};
use crate::levels::{letters, without_level};
use crate::rules::public::bare;
use crate::text::{Digest, Spanned};

/// 牵连: one thing that matters may have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tie(u64);

/// 何种牵连: what it is that matters have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TieKind {
    /// That they are base matters.
    Bases,
    /// Their base code.
    BaseCode,
    /// Their code.
    Code,
    /// Their name, but for what is often written one way or the other.
    Name,
    /// Their local code at one division.
    LocalCode,
    /// The address at which they are handled online.
    Address,
}

impl Tie {
    /// That of all base matters.
    pub fn of_bases() -> Tie {
        Tie::new(TieKind::Bases, &[])
    }

    /// That of the matters of one base code.
    pub fn of_base_code(code: &str) -> Tie {
        Tie::new(TieKind::BaseCode, &[code])
    }

    /// That of the matters of one code.
    pub fn of_code(code: &str) -> Tie {
        Tie::new(TieKind::Code, &[code])
    }

    /// Whether those that have it are judged by what they follow; else only by what they say themselves.
    pub fn is_close(self) -> bool {
        !self.is_of(TieKind::Address) && !self.is_of(TieKind::Bases)
    }

    /// What it is that those who have it have in common.
    pub fn is_of(self, kind: TieKind) -> bool {
        self.0 >> 56 == kind as u64
    }

    /// The number by which it is kept.
    pub fn number(self) -> u64 {
        self.0
    }

    fn new(kind: TieKind, parts: &[&str]) -> Tie {
        let parts = parts.iter();
        let digest = parts.fold(Digest::new(), |digest, part| digest.with(part.as_bytes()));
        Tie((kind as u64) << 56 | digest.number() >> 8)
    }
}

/// The ties of a file that may hold a matter.
pub fn ties(file: &Arc<File>, standard: &Standard) -> Vec<Tie> {
    let mut ties = Vec::new();
    if file.kind == FileKind::Base {
        ties.push(Tie::of_bases());
    }
    let Some(matter) = Matter::read(file) else {
        return ties;
    };
    let code = |kind, code: Spanned<&str>| Tie::new(kind, &[code.value]);
    ties.extend(matter.base_code().map(|own| code(TieKind::BaseCode, own)));
    ties.extend(matter.code().map(|own| code(TieKind::Code, own)));
    ties.extend(matter.name().map(|name| called(name.value, standard)));
    let address = stated(&matter, Field::OnlineUrl).map(|address| bare(address.value));
    ties.extend(address.map(|address| Tie::new(TieKind::Address, &[address])));
    let local = stated(&matter, Field::LocalCode).zip(matter.division());
    let local = local.map(|(code, division)| Tie::new(TieKind::LocalCode, &[division, code.value]));
    ties.extend(local);
    ties
}

/// Names that differ in what is often written one way or the other only are one.
fn called(name: &str, standard: &Standard) -> Tie {
    let bare = without_level(name, &standard.tables.naming).map_or(name, |(bare, _)| bare);
    Tie::new(TieKind::Name, &[&letters(bare).collect::<String>()])
}

fn stated(matter: &Matter, field: Field) -> Option<Spanned<&str>> {
    let text = matter.text(field)?;
    (!text.value.trim().is_empty()).then_some(text)
}
