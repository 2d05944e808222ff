//! The levels of government.

/// 行使层级: the level that exercises a matter, character 19 of the implementation code.
///
/// 1 to 5 are read off real codes; for 6 the sources conflict (村/社区 or 分级管理).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// 国家级.
    Nation,
    /// 省级.
    Province,
    /// 市级.
    City,
    /// 县级.
    County,
    /// 镇（乡、街道）级.
    Township,
    /// 村（社区）级.
    Village,
}

impl Level {
    /// The level with this digit.
    pub fn from_code(code: &str) -> Option<Level> {
        Some(match code {
            "1" => Level::Nation,
            "2" => Level::Province,
            "3" => Level::City,
            "4" => Level::County,
            "5" => Level::Township,
            "6" => Level::Village,
            _ => return None,
        })
    }

    /// The digit of the level.
    pub fn code(self) -> &'static str {
        match self {
            Level::Nation => "1",
            Level::Province => "2",
            Level::City => "3",
            Level::County => "4",
            Level::Township => "5",
            Level::Village => "6",
        }
    }
}
