//! What matters are told apart by besides their names, and sets of places in the list of all matters.

/// 筛选维度: a property by which matters are counted and filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// 行政区划.
    Division,
    /// 行使层级.
    Level,
    /// 事项类型.
    Kind,
    /// 中央业务指导部门.
    Department,
    /// 主题.
    Theme,
    /// 事项状态.
    Status,
}
