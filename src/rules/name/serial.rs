//! A number at the beginning of a name.

/// The number that opens a name, by one of the patterns of the table, and the name without it. What goes
/// on with another number is none: 一、二级 and 1.5 吨 count something.
pub(super) fn without_serial<'n>(name: &'n str, marks: &[String]) -> Option<(&'n str, &'n str)> {
    // Nearly every name begins otherwise.
    let first = name.chars().next()?;
    if !is_number(first) && !marks.iter().any(|mark| mark.starts_with(first)) {
        return None;
    }
    marks.iter().find_map(|mark| without(name, mark))
}

fn without<'n>(name: &'n str, mark: &str) -> Option<(&'n str, &'n str)> {
    let mut rest = name;
    for sample in mark.chars() {
        rest = match Number::of_sample(sample) {
            Some(number) => number.strip(rest)?,
            None => rest.strip_prefix(sample)?,
        };
    }
    let bare = rest.trim_start();
    let goes_on = bare.chars().next().is_none_or(is_number);
    let serial = name.get(..name.len() - rest.len())?;
    (!goes_on).then_some((serial, bare))
}

/// A way to write a number.
#[derive(Clone, Copy)]
enum Number {
    Arabic,
    Chinese,
    Circled,
}

impl Number {
    /// What a character of a pattern stands for.
    fn of_sample(sample: char) -> Option<Number> {
        match sample {
            '1' => Some(Number::Arabic),
            '一' => Some(Number::Chinese),
            '①' => Some(Number::Circled),
            _ => None,
        }
    }

    fn has(self, letter: char) -> bool {
        match self {
            Number::Arabic => letter.is_ascii_digit(),
            Number::Chinese => "一二三四五六七八九十百".contains(letter),
            Number::Circled => matches!(letter, '①'..='⑳' | '㈠'..='㈩' | '❶'..='❿'),
        }
    }

    /// The text after a number at its beginning; `None` if there is none.
    fn strip(self, text: &str) -> Option<&str> {
        let rest = match self {
            Number::Circled => text.strip_prefix(|letter| self.has(letter)),
            _ => Some(text.trim_start_matches(|letter| self.has(letter))),
        };
        rest.filter(|rest| rest.len() < text.len())
    }
}

fn is_number(letter: char) -> bool {
    let numbers = [Number::Arabic, Number::Chinese, Number::Circled];
    numbers.iter().any(|number| number.has(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;

    fn serial(name: &str) -> Option<(&str, &str)> {
        let standard = Standard::bundled().unwrap();
        without_serial(name, &standard.tables.naming.serial_marks)
    }

    #[test]
    fn every_pattern_of_the_table_opens_a_name() {
        let standard = Standard::bundled().unwrap();
        for mark in &standard.tables.naming.serial_marks {
            let name = format!("{mark}卫生许可");
            assert_eq!(serial(&name), Some((&**mark, "卫生许可")));
        }
        assert_eq!(serial("12. 卫生许可"), Some(("12.", "卫生许可")));
        assert_eq!(serial("（十二）卫生许可"), Some(("（十二）", "卫生许可")));
        assert_eq!(serial("⑤卫生许可"), Some(("⑤", "卫生许可")));
    }

    #[test]
    fn what_counts_something_is_no_serial() {
        let counts = [
            "80周岁以上老年人高龄津贴发放",
            "三级社会体育指导员认定",
            "一、二级注册建造师注册",
            "二、三类易制毒化学品购买备案",
            "1.5万千瓦以下水电站审批",
            "3A级旅游景区评定",
            "一照一码户信息变更",
            "（一）",
            "",
        ];
        for name in counts {
            assert_eq!(serial(name), None, "{name}");
        }
    }
}
