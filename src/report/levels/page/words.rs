//! The words of the page, said for a reader who is new to them.

use crate::levels::Class;
use crate::report::class_name;
use crate::text::{Words, words};

/// Each word with what it means.
pub(super) const MEANINGS: [(Words, Words); 11] = [
    (
        class_name(Class::Conflict),
        words("应当相同的，写得不同", "different where it must be equal"),
    ),
    (
        class_name(Class::Looser),
        words(
            "朝标准不允许的方向变了，如时限更长",
            "moved the way the standard does not allow, such as a longer limit",
        ),
    ),
    (
        class_name(Class::Extra),
        words(
            "多了上级没有的，如多要一份材料",
            "has what the level above does not, such as one more document",
        ),
    ),
    (
        class_name(Class::Missing),
        words("少了上级有的", "lacks what the level above has"),
    ),
    (
        class_name(Class::Wording),
        words("意思相同，写法不同", "says the same in other words"),
    ),
    (
        class_name(Class::Tighter),
        words(
            "朝标准允许的方向变了，如时限更短",
            "moved the way the standard allows, such as a shorter limit",
        ),
    ),
    (
        words("须处理", "to decide"),
        words(
            "标准不允许，也没有准予的差异",
            "differences that the standard does not allow and nobody has approved",
        ),
    ),
    (
        words("已准予", "approved"),
        words(
            "写明了由谁、依据什么、到哪天为止，可以不同",
            "may stay different: by whom, by which law and until when is written down",
        ),
    ),
    (
        words("失效", "void"),
        words(
            "处置过，但后来有一边变了，或者期限过了，要再看",
            "decided once, but one side has changed since or the day has passed: to be looked at again",
        ),
    ),
    (
        words("沿用", "inherited"),
        words(
            "自己没有写，用上级的值",
            "not stated there; the value above holds",
        ),
    ),
    (
        words("统一度", "uniformity"),
        words(
            "比对的值里，没有标准不允许的差异的占多少",
            "the share of the compared values without a difference that the standard does not allow",
        ),
    ),
];
