//! The segments of codes and their values.

use serde::Deserialize;

use crate::catalog::standard::tables::Named;

/// 编码表.
#[derive(Clone, Debug, Deserialize)]
pub struct Coding {
    /// First two characters of a base code.
    pub regions: Vec<Named>,
    /// Central departments.
    pub departments: Vec<Named>,
    /// Levels.
    pub levels: Vec<Named>,
    /// Codes of divisions.
    pub division_code: DivisionCoding,
    /// Credit codes.
    pub credit_code: CreditCoding,
    /// Characters easily taken for digits.
    #[serde(default)]
    pub look_alikes: Vec<LookAlike>,
}

/// 区划代码: where the level does not follow from the digits alone.
#[derive(Clone, Debug, Deserialize)]
pub struct DivisionCoding {
    /// 直辖市: their first two digits.
    #[serde(default)]
    pub municipalities: Vec<String>,
    /// 省直辖县级行政区划: digits 3 and 4; empty if there are none.
    #[serde(default)]
    pub direct: String,
}

/// 统一社会信用代码: the classes of institutions.
#[derive(Clone, Debug, Deserialize)]
pub struct CreditCoding {
    /// The classes, by the first two characters.
    pub classes: Vec<InstitutionClass>,
}

/// 机构类别: a class of institutions.
#[derive(Clone, Debug, Deserialize)]
pub struct InstitutionClass {
    /// The first two characters of their codes.
    pub code: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// Whether none of them is a statutory organ.
    #[serde(default)]
    pub never_organ: bool,
    /// Departments whose offices are enterprises as well.
    #[serde(default)]
    pub except_departments: Vec<String>,
}

/// 形近字: a character easily taken for a digit.
#[derive(Clone, Debug, Deserialize)]
pub struct LookAlike {
    /// The character written, half width and upper case.
    pub seen: char,
    /// The digit meant.
    pub meant: char,
}

impl Coding {
    /// The region with these two digits.
    pub fn region(&self, code: &str) -> Option<&Named> {
        self.regions.iter().find(|region| region.code == code)
    }

    /// The class of institutions with these two characters.
    pub fn class(&self, code: &str) -> Option<&InstitutionClass> {
        let classes = &self.credit_code.classes;
        classes.iter().find(|class| class.code == code)
    }

    /// Whether a division may count as a level higher than its digits say: districts of the municipalities
    /// and counties that the province governs directly.
    pub fn is_between_levels(&self, division: &str) -> bool {
        let municipalities = &self.division_code.municipalities;
        let province = division.get(..2).unwrap_or("");
        division.get(2..4) == Some(&*self.division_code.direct)
            || municipalities.iter().any(|known| known == province)
    }
}
