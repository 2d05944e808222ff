//! One matter: its file, and where in it each field stands.

use std::sync::Arc;

use crate::catalog::{Facts, Field, File, FileKind};
use crate::terms::{DayUnit, Kind, Limit};
use crate::text::{Span, Spanned};
use crate::yaml::Value;

/// 事项: one matter, base or local. It copies nothing: a field is a value in the file.
#[derive(Clone, Debug)]
pub struct Matter {
    /// The file it stands in.
    pub file: Arc<File>,
    /// Base catalog or a local one.
    pub floor: Floor,
}

/// 目录层: where a matter belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Floor {
    /// 基本目录.
    Base,
    /// 实施清单.
    Local,
}

/// 设定依据: one citation.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'m> {
    /// Full title of the law.
    pub law: Option<Spanned<&'m str>>,
    /// Number of the article.
    pub article: Option<Spanned<u32>>,
    /// The citation as a whole.
    pub span: Span,
}

impl Matter {
    /// The matter in a file; `None` unless the file is a base or local one that holds a mapping.
    pub fn read(file: &Arc<File>) -> Option<Matter> {
        let floor = match file.kind {
            FileKind::Base => Floor::Base,
            FileKind::Local => Floor::Local,
            _ => return None,
        };
        file.has_root().then(|| Matter {
            file: Arc::clone(file),
            floor,
        })
    }

    /// The same matter, to be read apart: what is read of it is let go of with it.
    #[must_use]
    pub fn afresh(&self) -> Matter {
        let fresh = self.file.afresh().map(Arc::new);
        Matter {
            file: fresh.unwrap_or_else(|| Arc::clone(&self.file)),
            ..*self
        }
    }

    /// The value of a field that this file states itself.
    pub fn value(&self, field: Field) -> Option<Value<'_>> {
        self.file.value(field)
    }

    /// The text of a field that this file states itself.
    pub fn text(&self, field: Field) -> Option<Spanned<&str>> {
        match self.told(field) {
            Some(facts) => facts.text(field),
            None => self.value(field).and_then(spanned_text),
        }
    }

    /// The facts that tell of a field, as long as they are all that is known.
    fn told(&self, field: Field) -> Option<&Facts> {
        self.file.unread().filter(|_| Facts::tell(field))
    }

    /// The texts of a list that [`Facts::tell`] of, as this file states it itself.
    pub fn texts(&self, field: Field) -> Vec<Spanned<&str>> {
        if let Some(facts) = self.told(field) {
            return facts.texts(field).collect();
        }
        let list = self.value(field).into_iter();
        let items = list.flat_map(|list| list.items());
        items.filter_map(spanned_text).collect()
    }

    /// Where a field stands; the start of the file if it does not.
    pub fn span(&self, field: Field) -> Span {
        let told = self.told(field).and_then(|facts| facts.text(field));
        let own = || self.value(field).map_or(Span::at(0), |value| value.span());
        told.map_or_else(own, |told| told.span)
    }

    /// 编码 as stated.
    pub fn code(&self) -> Option<Spanned<&str>> {
        self.text(Field::Code)
    }

    /// 基本编码: its own code for a base matter, the code taken up for a local one.
    pub fn base_code(&self) -> Option<Spanned<&str>> {
        match self.floor {
            Floor::Base => self.text(Field::Code),
            Floor::Local => self.text(Field::BaseCode),
        }
    }

    /// 事项名称 as stated here.
    pub fn name(&self) -> Option<Spanned<&str>> {
        self.text(Field::Name)
    }

    /// 事项类型 as stated here, if it is a known one.
    pub fn kind(&self) -> Option<Spanned<Kind>> {
        let code = self.text(Field::Type)?;
        Kind::from_code(code.value).map(|value| Spanned {
            value,
            span: code.span,
        })
    }

    /// 行政区划: where a local matter is offered, by its field or else its folder.
    pub fn division(&self) -> Option<&str> {
        match self.floor {
            Floor::Base => None,
            Floor::Local => Some(
                self.text(Field::Division)
                    .map_or_else(|| self.file.folder(), |text| text.value),
            ),
        }
    }

    /// Whether this file says that the matter is cancelled (事项状态 3).
    pub fn is_cancelled(&self) -> bool {
        self.text(Field::Status)
            .is_some_and(|status| status.value == "3")
    }

    /// 设定依据 as stated here.
    pub fn bases(&self) -> impl Iterator<Item = Basis<'_>> {
        self.value(Field::LegalBasis)
            .into_iter()
            .flat_map(|list| list.items())
            .map(|item| Basis {
                law: item.get("law").and_then(spanned_text),
                article: item.get("article").and_then(spanned_number),
                span: item.span(),
            })
    }

    /// A limit stated here: [`Field::StatutoryLimit`] or [`Field::PromisedLimit`].
    pub fn limit(&self, field: Field) -> Option<Spanned<Limit>> {
        limit(self.value(field)?)
    }
}

/// The limit that a `{days, unit}` value states.
pub(crate) fn limit(value: Value<'_>) -> Option<Spanned<Limit>> {
    let days = spanned_number(value.get("days")?)?.value;
    let unit = DayUnit::from_word(value.get("unit")?.text()?)?;
    Some(Spanned {
        value: Limit { days, unit },
        span: value.span(),
    })
}

fn spanned_text(value: Value<'_>) -> Option<Spanned<&str>> {
    value.text().map(|text| Spanned {
        value: text,
        span: value.span(),
    })
}

fn spanned_number(value: Value<'_>) -> Option<Spanned<u32>> {
    let number = value.text()?.parse().ok()?;
    Some(Spanned {
        value: number,
        span: value.span(),
    })
}
