//! The kinds of filters, and what their values are called.

use crate::catalog::standard::{Form, Named};
use crate::catalog::{Catalog, Field};
use crate::search::Facet;
use crate::text::{Message as Saying, Words, words};

/// 筛选类别: by what matters are filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// 地区.
    Division,
    /// 层级.
    Level,
    /// 类型.
    Type,
    /// 部门.
    Department,
    /// 主题.
    Theme,
    /// 状态.
    Status,
    /// 问题.
    Findings,
    /// 差异.
    Differences,
    /// 改动.
    Mine,
}

impl Kind {
    /// Every kind, in the order of the menu.
    pub(crate) const ALL: [Kind; 9] = [
        Kind::Division,
        Kind::Level,
        Kind::Type,
        Kind::Department,
        Kind::Theme,
        Kind::Status,
        Kind::Findings,
        Kind::Differences,
        Kind::Mine,
    ];

    /// What it is called.
    pub(crate) fn title(self) -> Words {
        match self {
            Kind::Division => words("地区", "Division"),
            Kind::Level => words("层级", "Level"),
            Kind::Type => words("类型", "Type"),
            Kind::Department => words("部门", "Department"),
            Kind::Theme => words("主题", "Theme"),
            Kind::Status => words("状态", "Status"),
            Kind::Findings => words("问题", "Findings"),
            Kind::Differences => words("差异", "Differences"),
            Kind::Mine => words("改动", "Changes"),
        }
    }

    /// The word by which it is saved.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Kind::Division => "division",
            Kind::Level => "level",
            Kind::Type => "type",
            Kind::Department => "department",
            Kind::Theme => "theme",
            Kind::Status => "status",
            Kind::Findings => "findings",
            Kind::Differences => "differences",
            Kind::Mine => "changes",
        }
    }

    /// The kind with this word.
    pub(crate) fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The property of the index that it is about; `None` if it is about something else.
    pub(crate) fn facet(self) -> Option<Facet> {
        match self {
            Kind::Division => Some(Facet::Division),
            Kind::Level => Some(Facet::Level),
            Kind::Type => Some(Facet::Kind),
            Kind::Department => Some(Facet::Department),
            Kind::Theme => Some(Facet::Theme),
            Kind::Status => Some(Facet::Status),
            Kind::Findings | Kind::Differences | Kind::Mine => None,
        }
    }

    /// Its values, where they do not come from the catalog.
    pub(crate) fn fixed(self) -> &'static [&'static str] {
        match self {
            Kind::Findings => &["error", "warning", "note", "none"],
            Kind::Differences => &["open", "any"],
            Kind::Mine => &["unsaved", "uncommitted"],
            _ => &[],
        }
    }

    /// What a value is called.
    pub(crate) fn label(self, catalog: &Catalog, value: &str) -> Saying {
        let standard = &catalog.standard;
        match self {
            Kind::Division | Kind::Level if value.is_empty() => {
                words("基本目录", "Base catalog").into()
            }
            Kind::Division => {
                let division = catalog.registers.division(value);
                Saying::same(division.map_or(value, |division| &division.name))
            }
            Kind::Level => named(standard.level(value).map(Named::name), value),
            Kind::Type => named(standard.kind(value).map(Named::name), value),
            Kind::Department => named(standard.department(value).map(Named::name), value),
            Kind::Status => choice(catalog, Field::Status, value),
            Kind::Theme => match value.split_once(':') {
                Some(("p", code)) => choice(catalog, Field::ThemesPerson, code),
                Some((_, code)) => choice(catalog, Field::ThemesCorporate, code),
                None => named(None, value),
            },
            Kind::Findings | Kind::Differences | Kind::Mine => fixed(value),
        }
    }
}

fn named(name: Option<Saying>, value: &str) -> Saying {
    match name {
        Some(name) => name,
        None if value.is_empty() => words("未填", "not stated").into(),
        None => Saying::same(value),
    }
}

/// The title that the schema gives a value.
fn choice(catalog: &Catalog, field: Field, value: &str) -> Saying {
    let schema = catalog.standard.field(field);
    let items = schema.map(|schema| match &schema.form {
        Form::List { items, .. } => &items.form,
        form => form,
    });
    let title = match items {
        Some(Form::Text(form)) => {
            let mut choices = form.choices.iter();
            choices.find(|choice| *choice.value == *value)
        }
        _ => None,
    };
    named(title.map(|choice| choice.title.clone()), value)
}

fn fixed(value: &str) -> Saying {
    match value {
        "error" => words("有错误", "with errors").into(),
        "warning" => words("有警告", "with warnings").into(),
        "note" => words("有提示", "with notes").into(),
        "none" => words("无问题", "without findings").into(),
        "open" => words("有待处置差异", "with open differences").into(),
        "any" => words("有差异", "with differences").into(),
        "unsaved" => words("未保存", "unsaved").into(),
        "uncommitted" => words("未提交", "uncommitted").into(),
        other => Saying::same(other),
    }
}
