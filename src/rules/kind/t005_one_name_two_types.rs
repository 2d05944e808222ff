//! T005: 同名事项的类型不同。

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::HashMap;
use foldhash::fast::RandomState;

use crate::catalog::standard::{Named, Naming};
use crate::catalog::{Catalog, Matter, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{letters, without_level};
use crate::rules::kind::settled;
use crate::rules::{Check, Report, Rule, TieKind};
use crate::text::Spanned;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "T005",
        slug: "one-name-two-types",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("t005_one_name_two_types.md"),
    },
    check: Check::Catalog(TieKind::Name, check),
};

/// A matter with its name and type.
#[derive(Clone, Copy)]
struct Called<'c> {
    matter: &'c Matter,
    name: Spanned<&'c str>,
    kind: &'c Named,
}

/// The first matter of a name, and the other types that were told of already.
struct First<'c> {
    called: Called<'c>,
    told: Vec<&'c str>,
}

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    let mut firsts: HashMap<u64, First<'_>> = HashMap::default();
    let naming = &catalog.standard.tables.naming;
    let random = RandomState::default();
    // Most matters are called as others are.
    let mut hashes: HashMap<&str, u64> = HashMap::default();
    for (id, _) in catalog.matters() {
        let Some(called) = called(id, report) else {
            continue;
        };
        let first = First {
            called,
            told: Vec::new(),
        };
        let name = called.name.value;
        let hash = hashes
            .entry(name)
            .or_insert_with(|| hash(name, naming, &random));
        let first = firsts.entry(*hash).or_insert(first);
        let is_told = first.told.contains(&&*called.kind.code);
        if !is_told && differ(&first.called, &called, naming) {
            first.told.push(&called.kind.code);
            tell(&first.called, &called, report);
        }
    }
}

/// A matter that states its name; a cancelled one, or one whose type is in doubt, does not count.
fn called<'c>(id: MatterId, report: &Report<'c>) -> Option<Called<'c>> {
    let catalog = report.catalog;
    let matter = catalog.matter(id);
    let name = matter.name()?;
    let kind = settled(id, report)?;
    (!matter.is_cancelled()).then_some(Called { matter, name, kind })
}

/// Whether two matters of one name have two types. Those of one base code are compared with each other
/// level by level.
fn differ(first: &Called<'_>, other: &Called<'_>, naming: &Naming) -> bool {
    let codes = (first.matter.base_code(), other.matter.base_code());
    let are_linked = matches!(codes, (Some(one), Some(other)) if one.value == other.value);
    first.kind.code != other.kind.code
        && !are_linked
        && bare(first.name.value, naming).eq(bare(other.name.value, naming))
}

/// The letters of a name without what is often written one way or the other.
fn bare<'n>(name: &'n str, naming: &Naming) -> impl Iterator<Item = char> + use<'n> {
    letters(without_level(name, naming).map_or(name, |(name, _)| name))
}

fn hash(name: &str, naming: &Naming, random: &RandomState) -> u64 {
    let mut hasher = random.build_hasher();
    bare(name, naming).for_each(|letter| letter.hash(&mut hasher));
    hasher.finish()
}

fn tell(first: &Called<'_>, other: &Called<'_>, report: &mut Report<'_>) {
    let values = [
        ("seen", other.name.value),
        ("code", &*other.kind.code),
        ("name", &*other.kind.zh),
        ("name_en", &*other.kind.en),
        ("other", &*first.kind.code),
        ("other_name", &*first.kind.zh),
        ("other_name_en", &*first.kind.en),
        ("file", &*first.matter.file.path),
    ];
    report
        .at_file(&other.matter.file, other.name.span, "types", &values)
        .beside(&first.matter.file, first.name.span, "there", &values);
}
