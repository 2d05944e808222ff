//! Which main item comes next: behind every code in use and every retired one, past what is reserved.

use std::collections::HashMap;

use crate::catalog::{Catalog, CodePlan};
use crate::terms::BaseCode;

/// 主项序号: the highest main item under each region, type and department.
pub struct MainItems<'c> {
    plan: &'c CodePlan,
    highest: HashMap<Box<str>, u16>,
}

impl<'c> MainItems<'c> {
    /// Reads them off the codes of base matters, the codes that local matters claim, and the retired codes.
    pub fn read(catalog: &'c Catalog) -> MainItems<'c> {
        let plan = &catalog.registers.codes;
        let used = catalog
            .matters()
            .filter_map(|(_, matter)| matter.base_code());
        let retired = plan.retired.iter().map(|entry| &*entry.code);
        let mut highest: HashMap<Box<str>, u16> = HashMap::new();
        for code in used.map(|code| code.value).chain(retired) {
            let Ok(code) = BaseCode::parse(code) else {
                continue;
            };
            let main = code.main_item().parse().unwrap_or(0);
            match highest.get_mut(code.group()) {
                Some(highest) => *highest = main.max(*highest),
                None => drop(highest.insert(code.group().into(), main)),
            }
        }
        MainItems { plan, highest }
    }

    /// Takes the next free code under a region, type and department (six digits), without sub-item; `None`
    /// if none is left. A number once given out is never filled in again, for it may have been published.
    pub fn take(&mut self, group: &str) -> Option<String> {
        let last = self.highest.get(group).copied().unwrap_or(0);
        let codes =
            (last.saturating_add(1)..=999).map(|main| (main, format!("{group}{main:03}000")));
        let mut free = codes.filter(|(_, code)| self.plan.reserved(code).is_none());
        let (main, code) = free.next()?;
        self.highest.insert(group.into(), main);
        Some(code)
    }
}
