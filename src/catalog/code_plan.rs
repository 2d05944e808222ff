//! Which base codes may no longer be used, and which are kept for someone else: a part of `mulu.yaml`.

use std::collections::HashMap;

use crate::text::Span;
use crate::yaml::Value;

/// 编码安排: retired and reserved base codes.
#[derive(Clone, Debug, Default)]
pub struct CodePlan {
    /// 停用编码, in the order of the file.
    pub retired: Vec<RetiredCode>,
    /// 预留编码, in the order of the file.
    pub reserved: Vec<ReservedCodes>,
    by_code: HashMap<Box<str>, usize>,
}

/// 停用编码: a base code that must not be used again.
#[derive(Clone, Debug)]
pub struct RetiredCode {
    /// The code.
    pub code: Box<str>,
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

impl CodePlan {
    /// Reads it out of the manifest.
    pub(super) fn read(root: Value<'_>) -> CodePlan {
        let list = |key| root.get(key).into_iter().flat_map(|list| list.items());
        let retired: Vec<RetiredCode> = list("retired_codes").filter_map(retired).collect();
        let mut by_code = HashMap::with_capacity(retired.len());
        for (place, entry) in retired.iter().enumerate() {
            by_code.entry(entry.code.clone()).or_insert(place);
        }
        CodePlan {
            retired,
            reserved: list("reserved_codes").filter_map(reserved).collect(),
            by_code,
        }
    }

    /// The entry of a retired base code.
    pub fn retired(&self, code: &str) -> Option<&RetiredCode> {
        let place = self.by_code.get(code)?;
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

fn boxed(value: Value<'_>, key: &str) -> Option<Box<str>> {
    value.get(key)?.text().map(Box::from)
}
