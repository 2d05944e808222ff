//! Why a row cannot be taken.

use crate::text::{Message, Words, visible, words};

/// 原因: why a value or a row cannot be taken.
pub(super) type Reason = Message;

pub(super) const SCIENTIFIC: Words = words(
    "“{value}”是表格软件改写过的科学记数，原来的编码已经丢失",
    "{value} is scientific notation that a spreadsheet made of a code; the code is lost",
);
pub(super) const ROUNDED: Words = words(
    "“{value}”超过 15 位又以数字存放，后面的位数已被表格软件抹成零",
    "{value} was kept as a number of more than 15 digits; the last ones are lost",
);
pub(super) const LOST_ZEROS: Words = words(
    "“{value}”以数字存放，位数不足，前面的零可能已丢失",
    "{value} was kept as a number and is too short; its leading zeros may be lost",
);
pub(super) const SERIAL: Words = words(
    "“{value}”像是日期的内部序号，不是日期",
    "{value} looks like the serial number of a date, not a date",
);
pub(super) const MADE_A_DAY: Words = words(
    "表格软件把这一格变成了日期 {value}，原来的内容已经丢失",
    "a spreadsheet made the date {value} of this cell; what stood there is lost",
);
pub(super) const FAULT: Words = words(
    "这一格是没有算出来的公式：{value}",
    "this cell is a formula that could not be worked out: {value}",
);
pub(super) const NOT_A_DAY: Words = words(
    "“{value}”不是能确定的日期，要写成 2026-11-24",
    "{value} is no certain date; write it as 2026-11-24",
);
pub(super) const NOT_WHOLE: Words = words("“{value}”不是整数", "{value} is not a whole number");
pub(super) const OUT_OF_BOUNDS: Words =
    words("“{value}”超出了允许的范围", "{value} is out of bounds");
pub(super) const NOT_A_TRUTH: Words =
    words("“{value}”不是“是”或“否”", "{value} is neither yes nor no");
pub(super) const NOT_A_CHOICE: Words = words(
    "没有“{value}”这个代码或名称",
    "there is no code or name {value}",
);
pub(super) const NOT_TRANSLATED: Words = words(
    "换算表 {codes} 里没有“{value}”",
    "the table of codes {codes} has no {value}",
);
pub(super) const WRONG_SHAPE: Words = words(
    "“{value}”不符合这个字段的格式",
    "{value} has not the shape of this field",
);
pub(super) const TOO_LONG: Words = words(
    "太长：{count} 字，最多 {max} 字",
    "too long: {count} characters, at most {max}",
);
pub(super) const NOT_A_LIMIT: Words = words(
    "“{value}”不是时限，要写成“5个工作日”",
    "{value} is no limit; write it as 5个工作日",
);
pub(super) const NOT_A_CITATION: Words = words(
    "“{value}”里找不到“《法律》第某条”",
    "{value} has no 《law》第N条 in it",
);
pub(super) const NOT_RECORDS: Words = words(
    "“{value}”读不成一项一行的内容",
    "{value} cannot be read as one item to a line",
);
pub(super) const NOT_A_BODY: Words = words(
    "bodies.yaml 里没有、或不止一个叫“{value}”的实施主体",
    "bodies.yaml has none, or several, called {value}",
);
pub(super) const NO_KEY: Words = words("没有 {field}", "there is no {field}");
pub(super) const NO_BASE_CODE: Words = words(
    "没有基本编码，实施编码无从编出；要按地方编码收下，就在对应表里写 without_base_code: keep",
    "there is no base code to make an implementation code of; to take it under its local code, say \
     without_base_code: keep in the mapping",
);
pub(super) const NO_DIVISION: Words = words(
    "没有行政区划，不知放在哪个地区",
    "there is no division to put it under",
);
pub(super) const NOT_A_NAME: Words = words(
    "编码“{value}”不能作文件名",
    "the code {value} cannot name a file",
);
pub(super) const DISAGREE: Words =
    words("与另一列的“{other}”不一致", "another column says {other}");
pub(super) const SAME_KEY: Words = words(
    "与第 {row} 行编码相同，而“{column}”不同",
    "row {row} has the same code, and another {column}",
);
pub(super) const NO_ENTRY_FILE: Words = words(
    "法律法规没有位阶，不知放在哪个文件",
    "the law has no rank to put it under",
);

/// Words with the value in question in them.
pub(super) fn of(words: Words, value: &str) -> Reason {
    words.with(&[("value", &brief(value))])
}

/// A value short enough to be said.
pub(super) fn brief(value: &str) -> String {
    let mut letters = value.chars();
    let mut shown: String = letters.by_ref().take(40).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    visible(&shown).into_owned()
}

/// The reason with the column it is about.
pub(super) fn in_column(column: &str, reason: &Reason) -> Reason {
    let column = brief(column);
    Message {
        zh: format!("{column}：{}", reason.zh),
        en: format!("{column}: {}", reason.en),
    }
}
