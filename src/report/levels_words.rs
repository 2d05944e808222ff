//! What differences, decisions and likenesses are called.

use crate::levels::{Action, Class, Gap, Reason, Standing};
use crate::text::{Message, Words, words};

/// The name of a class of difference.
pub const fn class_name(class: Class) -> Words {
    match class {
        Class::Conflict => words("不一致", "conflict"),
        Class::Looser => words("放宽", "looser"),
        Class::Tighter => words("收紧", "tighter"),
        Class::Missing => words("缺少", "missing"),
        Class::Extra => words("多出", "extra"),
        Class::Wording => words("写法", "wording"),
    }
}

/// The name of a decision.
pub const fn action_name(action: Action) -> Words {
    match action {
        Action::Adopt => words("采用上级", "adopt"),
        Action::Propose => words("向上提议", "propose"),
        Action::Approve => words("准予不同", "approve"),
        Action::Skip => words("暂不处理", "skip"),
    }
}

/// Where a difference stands.
pub fn standing_name(standing: &Standing<'_>) -> Words {
    match standing {
        Standing::Open => words("待处理", "open"),
        Standing::Decided(decision) => match decision.action {
            Action::Adopt => words("已采用", "adopted"),
            Action::Propose => words("已提议", "proposed"),
            Action::Approve => words("已准予", "approved"),
            Action::Skip => words("已搁置", "skipped"),
        },
        Standing::Changed(_) => words("处置已失效", "decision void"),
        Standing::Lapsed(_) => words("处置已到期", "decision lapsed"),
    }
}

/// Why no code links a local matter.
pub const fn gap_name(gap: Gap) -> Words {
    match gap {
        Gap::None => words("没有基本编码", "no base code"),
        Gap::Malformed => words("基本编码有误", "malformed base code"),
        Gap::Unknown => words("基本目录没有此编码", "base code unknown"),
    }
}

/// One thing that speaks for or against a correspondence.
pub fn reason(reason: Reason) -> Message {
    let share = |words: Words, count: usize| words.with(&[("count", &count.to_string())]);
    match reason {
        Reason::SameName => words("名称相同", "same name").into(),
        Reason::NameWithin => words("名称互相包含", "one name holds the other").into(),
        Reason::LikeName(percent) => share(
            words("名称相近 {count}%", "names {count}% alike"),
            usize::from(percent),
        ),
        Reason::SameArticles(count) => share(
            words("同引 {count} 个条款", "{count} articles in common"),
            count,
        ),
        Reason::SameLaw => words("同引一部法律，条款不同", "same law, other articles").into(),
        Reason::OtherLaws => words("所引法律不同", "other laws").into(),
        Reason::Department(true) => words("部门相同", "same department").into(),
        Reason::Department(false) => words("部门不同", "other department").into(),
        Reason::Kind(true) => words("类型相同", "same type").into(),
        Reason::Kind(false) => words("类型不同", "other type").into(),
    }
}
