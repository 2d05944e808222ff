//! What `mulu.yaml` says of the catalog as a whole.

use std::collections::HashMap;

use crate::catalog::registers::{boxed, first_of_each, list, text};
use crate::text::Span;
use crate::yaml::Value;

/// 清单头: what `mulu.yaml` says of the catalog.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// Title in Chinese.
    pub title: String,
    /// Title in English, if given.
    pub title_en: Option<String>,
    /// Home division.
    pub home: Option<String>,
    /// Severity words by rule code.
    pub severities: Vec<(String, String)>,
    /// Rules that are switched off.
    pub off: Vec<String>,
    /// 停用编码: base codes that must not be used again.
    pub retired: Vec<RetiredCode>,
    /// 预留编码: ranges of base codes kept for someone else.
    pub reserved: Vec<ReservedCodes>,
    retired_by_code: HashMap<Box<str>, usize>,
}

/// 停用编码: a base code that must not be used again.
#[derive(Clone, Debug)]
pub struct RetiredCode {
    /// The code.
    pub code: Box<str>,
    /// Name of the matter it stood for, if given.
    pub name: Option<Box<str>>,
    /// The base code that takes its place, if one does.
    pub successor: Option<Box<str>>,
    /// Where the entry stands.
    pub span: Span,
}

/// 预留编码: a range of base codes kept for someone else.
#[derive(Clone, Debug)]
pub struct ReservedCodes {
    /// The first code.
    pub from: Box<str>,
    /// The last code.
    pub to: Box<str>,
    /// Whom or what it is kept for.
    pub purpose: Box<str>,
    /// Where the entry stands.
    pub span: Span,
}

impl Manifest {
    /// Reads it out of the root of `mulu.yaml`.
    pub(super) fn read(root: Value<'_>) -> Manifest {
        let rules = root.get("rules");
        let severities = rules
            .and_then(|rules| rules.get("severities"))
            .into_iter()
            .flat_map(|map| map.entries());
        let off = rules
            .and_then(|rules| rules.get("off"))
            .into_iter()
            .flat_map(|list| list.items());
        let retired: Vec<RetiredCode> = list(root, "retired_codes").filter_map(retired).collect();
        Manifest {
            retired_by_code: first_of_each(retired.iter().map(|entry| &*entry.code)),
            retired,
            reserved: list(root, "reserved_codes").filter_map(reserved).collect(),
            title: text(root, "title").unwrap_or_default().to_owned(),
            title_en: text(root, "title_en").map(str::to_owned),
            home: text(root, "home").map(str::to_owned),
            severities: severities
                .filter_map(|entry| {
                    Some((entry.key.text()?.to_owned(), entry.value.text()?.to_owned()))
                })
                .collect(),
            off: off
                .filter_map(|value| value.text().map(str::to_owned))
                .collect(),
        }
    }

    /// The entry of a retired base code.
    pub fn retired(&self, code: &str) -> Option<&RetiredCode> {
        let place = self.retired_by_code.get(code)?;
        self.retired.get(*place)
    }

    /// The range that keeps a base code for someone else.
    pub fn reserved(&self, code: &str) -> Option<&ReservedCodes> {
        let holds = |range: &&ReservedCodes| {
            code.len() == range.from.len() && &*range.from <= code && code <= &*range.to
        };
        self.reserved.iter().find(holds)
    }
}

fn retired(value: Value<'_>) -> Option<RetiredCode> {
    Some(RetiredCode {
        code: boxed(value, "code")?,
        name: boxed(value, "name"),
        successor: boxed(value, "successor"),
        span: value.span(),
    })
}

fn reserved(value: Value<'_>) -> Option<ReservedCodes> {
    Some(ReservedCodes {
        from: boxed(value, "from")?,
        to: boxed(value, "to")?,
        purpose: boxed(value, "for").unwrap_or_default(),
        span: value.span(),
    })
}
