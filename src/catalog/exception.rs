//! What a file excuses: which rule, why, by whom, until when.

use jiff::civil::Date;

use crate::catalog::standard::Format;
use crate::catalog::{Field, Matter};
use crate::text::{Span, Spanned};
use crate::yaml::Value;

/// 检查例外: one exception that is complete.
#[derive(Clone, Copy, Debug)]
pub struct Exception<'m> {
    /// Code of the rule.
    pub rule: Spanned<&'m str>,
    /// Last day on which it holds.
    pub until: Spanned<Date>,
    /// The exception as a whole.
    pub span: Span,
    /// Its place in the list, from 0.
    pub index: usize,
    /// How many the list has.
    pub of: usize,
}

impl Matter {
    /// 检查例外 as stated here, those without rule, reason, who or until left out: they excuse nothing.
    pub fn exceptions(&self) -> impl Iterator<Item = Exception<'_>> {
        let list = self.value(Field::Exceptions);
        let items = list.into_iter().flat_map(|list| list.items().enumerate());
        let of = list.map_or(0, |list| list.items().len());
        items.filter_map(move |(index, item)| exception(item, index, of))
    }
}

fn exception(item: Value<'_>, index: usize, of: usize) -> Option<Exception<'_>> {
    let stated = |key| {
        let value = item.get(key)?;
        let text = value.text().filter(|text| !text.trim().is_empty())?;
        Some((text, value.span()))
    };
    let (rule, span) = stated("rule")?;
    let (until, until_span) = stated("until").filter(|(text, _)| Format::Date.fits(text))?;
    stated("reason").and(stated("by"))?;
    Some(Exception {
        rule: Spanned { value: rule, span },
        until: Spanned {
            value: until.parse().ok()?,
            span: until_span,
        },
        span: item.span(),
        index,
        of,
    })
}
