//! What is looked at of a matter, read from the catalog.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, Field, Floor, Matter, MatterId};

/// 索引项: what is indexed of one matter, in effect.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record<'c> {
    /// 事项名称.
    pub name: &'c str,
    /// 俗称.
    pub plain_names: Vec<&'c str>,
    /// 编码, the name of the file without one.
    pub code: &'c str,
    /// 基本编码.
    pub base_code: &'c str,
    /// 地方实施编码.
    pub local_code: &'c str,
    /// Credit code of the body.
    pub body: &'c str,
    /// Code of the department.
    pub department: &'c str,
    /// Code of the division; empty in the base catalog.
    pub division: &'c str,
    /// Code of the type.
    pub kind: &'c str,
    /// Digit of the level; empty in the base catalog.
    pub level: &'c str,
    /// Digit of the status.
    pub status: &'c str,
    /// Codes of the themes for persons.
    pub themes_person: Vec<&'c str>,
    /// Codes of the themes for legal persons.
    pub themes_corporate: Vec<&'c str>,
}

impl<'c> Record<'c> {
    /// What a catalog says of a matter.
    pub fn of(catalog: &'c Catalog, id: MatterId) -> Record<'c> {
        let matter = catalog.matter(id);
        let own = |field| matter.text(field).map_or("", |text| text.value);
        let text = |field| in_effect(catalog, id, field).unwrap_or_default();
        let is_local = matter.floor == Floor::Local;
        Record {
            name: text(Field::Name),
            plain_names: texts_in_effect(catalog, id, Field::PlainNames),
            code: matter.code().map_or(matter.file.stem(), |code| code.value),
            base_code: matter.base_code().map_or("", |code| code.value),
            local_code: own(Field::LocalCode),
            body: own(Field::Body),
            department: text(Field::Department),
            division: matter.division().filter(|_| is_local).unwrap_or_default(),
            kind: text(Field::Type),
            level: if is_local { own(Field::Level) } else { "" },
            status: text(Field::Status),
            themes_person: texts_in_effect(catalog, id, Field::ThemesPerson),
            themes_corporate: texts_in_effect(catalog, id, Field::ThemesCorporate),
        }
    }
}

/// The matter and those above it that may state a field for it.
fn sources(catalog: &Catalog, id: MatterId, field: Field) -> impl Iterator<Item = &Matter> {
    let inherits = catalog.standard.policy(field).inherits;
    let above = catalog.uppers(id).filter(move |_| inherits);
    std::iter::once(id)
        .chain(above)
        .map(|id| catalog.matter(id))
}

/// The text of a field in effect.
pub fn in_effect(catalog: &Catalog, id: MatterId, field: Field) -> Option<&str> {
    let mut texts = sources(catalog, id, field).filter_map(|matter| matter.text(field));
    texts
        .find(|text| !text.value.is_empty())
        .map(|text| text.value)
}

/// The texts of a list in effect.
pub fn texts_in_effect(catalog: &Catalog, id: MatterId, field: Field) -> Vec<&str> {
    let mut lists = sources(catalog, id, field).map(|matter| matter.texts(field));
    let list = lists.find(|list| !list.is_empty()).unwrap_or_default();
    list.into_iter().map(|text| text.value).collect()
}

/// The titles of the laws that base matters cite, by their codes. Reads the files of the base catalog.
pub fn cited_laws(catalog: &Catalog) -> Vec<(Box<str>, Vec<Box<str>>)> {
    let bases = catalog
        .matters()
        .filter(|(_, matter)| matter.floor == Floor::Base);
    let cited = |(_, matter): (_, &Matter)| {
        let code = matter.code()?.value.into();
        Some((code, laws_of(&matter.afresh())))
    };
    bases.filter_map(cited).collect()
}

/// The titles of the laws that a matter cites.
pub fn laws_of(matter: &Matter) -> Vec<Box<str>> {
    let titles = matter.bases().filter_map(|basis| basis.law);
    let titles: BTreeSet<&str> = titles.map(|law| law.value).collect();
    titles.into_iter().map(Box::from).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::catalog::standard::Standard;
    use crate::catalog::{Facts, File, Reader};
    use crate::yaml;

    #[test]
    fn what_is_read_for_the_laws_cited_is_let_go_of() {
        let text = "code: \"000109001000\"\nlegal_basis:\n  - law: 护照法\n";
        let read = yaml::read(text);
        let facts = Arc::new(File::new("base/09/000109001000.yaml", read.clone()).pack());
        let facts = Facts::read(&facts, 0..facts.len()).unwrap();
        let times = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&times);
        let reader = Reader::new(move |_| {
            counted.fetch_add(1, Ordering::Relaxed);
            read.clone()
        });
        let file = Arc::new(File::packed("base/09/000109001000.yaml", facts, reader));
        let catalog = Catalog::new(Arc::new(Standard::bundled().unwrap()), vec![file]);
        for _ in 0..2 {
            assert_eq!(cited_laws(&catalog)[0].1, ["护照法".into()]);
        }
        let code = catalog.matters().next().unwrap().1.span(Field::Code);
        assert_eq!((code.start, times.load(Ordering::Relaxed)), (6, 2));
    }
}
