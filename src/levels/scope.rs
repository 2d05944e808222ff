//! Which matters are meant: a place in a catalog, as it stands or as a revision has it.

use crate::catalog::{Catalog, Floor, MatterId};

/// 视图: a catalog as it stands, or as a revision has it.
#[derive(Clone, Copy, Debug)]
pub struct View<'c> {
    /// The catalog.
    pub catalog: &'c Catalog,
    /// What the revision was called; `None` for the work tree.
    pub revision: Option<&'c str>,
}

/// 范围: which matters of a catalog are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// 全部: every one.
    All,
    /// 基本目录: the base matters.
    Base,
    /// 层级: the local matters of the divisions of one level, by its digit.
    Level(Box<str>),
    /// 地区: the local matters of one division, by its code.
    Division(Box<str>),
}

/// 一侧: some matters of a catalog, as one side of a comparison.
#[derive(Clone, Debug)]
pub struct Side<'c> {
    /// Where they stand.
    pub view: View<'c>,
    /// Which ones.
    pub scope: Scope,
}

impl Scope {
    /// Whether a matter is among those meant.
    pub fn holds(&self, catalog: &Catalog, id: MatterId) -> bool {
        let matter = catalog.matter(id);
        match self {
            Scope::All => true,
            Scope::Base => matter.floor == Floor::Base,
            Scope::Level(level) => level_of(catalog, id) == Some(level),
            Scope::Division(code) => matter.division() == Some(code),
        }
    }
}

impl Side<'_> {
    /// The matters meant, by path.
    pub fn matters(&self) -> impl Iterator<Item = MatterId> {
        let catalog = self.view.catalog;
        let ids = catalog.matters().map(|(id, _)| id);
        ids.filter(move |id| self.scope.holds(catalog, *id))
    }
}

/// The digit of the level of a local matter's division, as the register has it.
pub fn level_of(catalog: &Catalog, id: MatterId) -> Option<&str> {
    let division = catalog.matter(id).division()?;
    let division = catalog.registers.division(division)?;
    Some(&*division.level)
}
