//! Base matters of the same name, or nearly the same: found by a number that such names share, so that
//! nobody is compared with everybody.

use crate::catalog::{Catalog, Floor, Matter, MatterId};
use crate::levels::name_likeness;
use crate::rules::Report;
use crate::rules::name::relation::{Likeness, Side};

/// Says a template at the name of each base matter that is so to an earlier one, which another template
/// names.
pub(super) fn say_each(
    catalog: &Catalog,
    likeness: Likeness,
    (say, other): (&str, &str),
    report: &mut Report<'_>,
) {
    let groups = groups(catalog.matters().filter_map(|(id, matter)| {
        let name = base_name(matter)?;
        let naming = &catalog.standard.tables.naming;
        Some((name_likeness(name, naming), id))
    }));
    for group in groups {
        for (matter, earlier) in pairs(catalog, group, likeness) {
            let (name, theirs) = (matter.name(), earlier.name());
            let Some(((name, theirs), code)) = name.zip(theirs).zip(earlier.code()) else {
                continue;
            };
            let values = [
                ("seen", name.value),
                ("theirs", theirs.value),
                ("code", code.value),
            ];
            report
                .at_file(&matter.file, name.span, say, &values)
                .beside(&earlier.file, theirs.span, other, &values);
        }
    }
}

/// The matters that share a number with others, group by group.
pub(super) fn groups(
    numbered: impl Iterator<Item = (u64, MatterId)>,
) -> impl Iterator<Item = Vec<MatterId>> {
    let mut numbered: Vec<(u64, MatterId)> = numbered.collect();
    numbered.sort_unstable();
    let mut rest = numbered.into_iter().peekable();
    std::iter::from_fn(move || {
        loop {
            let (number, first) = rest.next()?;
            let same = |next: &(u64, MatterId)| next.0 == number;
            let others = std::iter::from_fn(|| rest.next_if(same).map(|(_, id)| id));
            let others: Vec<MatterId> = others.collect();
            if !others.is_empty() {
                return Some(std::iter::once(first).chain(others).collect());
            }
        }
    })
}

/// The name of a base matter that is to be compared.
fn base_name(matter: &Matter) -> Option<&str> {
    let is_compared = matter.floor == Floor::Base && matter.file.is_whole();
    let name = is_compared.then(|| matter.name())??.value;
    (!name.is_empty()).then_some(name)
}

/// How many others of a group a matter is compared with at most: the first of the group and those just
/// before it. Groups beyond that size are not found in earnest.
const FIRST: usize = 2;
const BEFORE: usize = 6;

/// The matters of a group that are so, and nothing more, to one with an earlier code.
fn pairs(catalog: &Catalog, group: Vec<MatterId>, likeness: Likeness) -> Vec<(&Matter, &Matter)> {
    let mut sides: Vec<Side<'_>> = group
        .into_iter()
        .filter_map(|id| Side::of(catalog, id))
        .collect();
    sides.sort_by_key(|side| side.code);
    let found = (1..sides.len()).filter_map(|place| {
        let (side, before) = (sides.get(place)?, sides.get(..place)?);
        let near = before.iter().rev().take(BEFORE);
        let first = before.iter().take(FIRST).rev();
        let others = first.chain(near.rev());
        let relations = others.filter_map(|other| Some((side.relation(other, catalog)?, other)));
        let (relation, other) = relations.min_by_key(|(relation, _)| *relation)?;
        (relation == likeness).then_some((side.matter, other.matter))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalog::File;
    use crate::catalog::standard::Standard;
    use crate::yaml::read;

    /// Each base matter with a code, a name, a department and a law of its own.
    fn likeness_of(matters: &[(&str, &str)]) -> Option<Likeness> {
        let file = |(code, name): &(&str, &str)| {
            let (kind, department) = (&code[2..4], &code[4..6]);
            let text = format!(
                "code: \"{code}\"\nname: {name}\ntype: \"{kind}\"\ndepartment: \"{department}\"\n\
                 legal_basis:\n  - {{law: 法{department}, article: 1}}\n"
            );
            Arc::new(File::new(
                &format!("base/{department}/{code}.yaml"),
                read(text),
            ))
        };
        let standard = Arc::new(Standard::bundled().unwrap());
        let catalog = Catalog::new(standard, matters.iter().map(file).collect());
        let group: Vec<MatterId> = catalog.matters().map(|(id, _)| id).collect();
        let all = [
            Likeness::Siblings,
            Likeness::Same,
            Likeness::LookAlike,
            Likeness::Homonym,
        ];
        let has = |likeness: &Likeness| !pairs(&catalog, group.clone(), *likeness).is_empty();
        all.into_iter().find(has)
    }

    #[test]
    fn provinces_number_by_themselves_but_not_beside_the_nation() {
        let name = "犬类准养证核发";
        let codes = |left, right| likeness_of(&[(left, name), (right, name)]);
        assert_eq!(codes("330109001000", "440109007000"), None);
        assert_eq!(codes("330109001000", "330109007000"), Some(Likeness::Same));
        assert_eq!(codes("000109001000", "330109007000"), Some(Likeness::Same));
    }

    #[test]
    fn types_and_departments_tell_names_apart() {
        let name = "从业人员资格审批";
        let codes = |left, right| likeness_of(&[(left, name), (right, name)]);
        assert_eq!(codes("000109001000", "000709002000"), None);
        assert_eq!(
            codes("000109001000", "000123002000"),
            Some(Likeness::Homonym)
        );
        assert_eq!(codes("000109001000", "000109001001"), None);
        assert_eq!(
            codes("000109001002", "000109001001"),
            Some(Likeness::Siblings)
        );
    }

    #[test]
    fn look_alikes_are_of_one_department() {
        let names = ("代理记帐审批", "代理记账审批");
        let codes = |left, right| likeness_of(&[(left, names.0), (right, names.1)]);
        assert_eq!(
            codes("000113001000", "000113002000"),
            Some(Likeness::LookAlike)
        );
        assert_eq!(codes("000113001000", "000123002000"), None);
        assert_eq!(codes("000113001001", "000113001002"), None);
    }

    #[test]
    fn groups_are_those_who_share_a_number() {
        let standard = Arc::new(Standard::bundled().unwrap());
        let files = (1..5).map(|number| {
            let path = format!("base/09/00010900{number}000.yaml");
            Arc::new(File::new(&path, read("name: x\n")))
        });
        let catalog = Catalog::new(standard, files.collect());
        let ids: Vec<MatterId> = catalog.matters().map(|(id, _)| id).collect();
        let numbered = ids.iter().copied().zip([7, 3, 7, 9]);
        let found: Vec<_> = groups(numbered.map(|(id, number)| (number, id))).collect();
        assert_eq!(found, [vec![ids[0], ids[2]]]);
    }
}
