//! L009: 依据没有按位阶排列。

use crate::catalog::standard::Rank;
use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::law::ranks::described;
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;
use crate::yaml::{Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L009",
        slug: "basis-out-of-order",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l009_basis_out_of_order.md"),
    },
    check: Check::Matter(check),
};

/// A citation as far as its place in the list goes.
#[derive(Clone, Copy)]
struct Cited<'c> {
    title: Spanned<&'c str>,
    rank: &'c Rank,
    role: Option<&'c str>,
}

fn check(matter: &Matter, report: &mut Report<'_>) {
    if is_sorted(matter, report) {
        return;
    }
    let list: Vec<Option<Cited<'_>>> = cited(matter, report).collect();
    let Some((upper, lower)) = first_inversion(&list) else {
        return;
    };
    let (Some(above), Some(below)) = (named(&list, upper), named(&list, lower)) else {
        return;
    };
    let values = [
        ("law", below.title.value),
        ("rank", &*below.rank.zh),
        ("rank_en", &*below.rank.en),
        ("other", above.title.value),
        ("other_rank", &*above.rank.zh),
        ("other_rank_en", &*above.rank.en),
    ];
    let said = report.at(below.title.span, "after", &values);
    let mut moved = list.clone();
    let item = moved.remove(lower);
    moved.insert(upper, item);
    if first_inversion(&moved).is_none() {
        let path = Path::key(Field::LegalBasis.key()).then_index(lower);
        said.fix(Safety::Safe, Op::Move { path, to: upper }, "shift", &values);
    }
}

/// Whether no rank comes after a lower one.
fn is_sorted(matter: &Matter, report: &Report<'_>) -> bool {
    let known = cited(matter, report).flatten();
    known.map(|cited| cited.rank.order).is_sorted()
}

/// Each citation of a matter; `None` where the law or its rank is unknown.
fn cited<'m, 'c: 'm>(
    matter: &'m Matter,
    report: &Report<'c>,
) -> impl Iterator<Item = Option<Cited<'m>>> + use<'m, 'c> {
    let catalog = report.catalog;
    let list = matter.value(Field::LegalBasis).into_iter();
    let roles = list.flat_map(|list| list.items()).map(|item| {
        let role = item.get("role")?;
        role.text()
    });
    let read = move |(title, role): (Option<Spanned<&'m str>>, Option<&'m str>)| {
        let title = title?;
        let law = catalog.registers.law(title.value)?;
        let rank = described(law.rank(), &catalog.standard)?;
        Some(Cited { title, rank, role })
    };
    let titles = matter.bases().map(|basis| basis.law);
    titles.zip(roles).map(read)
}

/// The first citation that stands before one of a higher rank, and the first of those.
fn first_inversion(list: &[Option<Cited<'_>>]) -> Option<(usize, usize)> {
    list.iter().enumerate().find_map(|(upper, above)| {
        let above = above.as_ref()?;
        let later = list.iter().enumerate().skip(upper + 1);
        let mut wrong = later.filter(|(_, below)| {
            below
                .as_ref()
                .is_some_and(|below| is_inverted(above, below))
        });
        wrong.next().map(|(lower, _)| (upper, lower))
    })
}

/// What sets a matter may stand before what says how it is carried out, whatever the ranks.
fn is_inverted(above: &Cited<'_>, below: &Cited<'_>) -> bool {
    let is_unordered = |one: &Rank, other: &Rank| one.unordered_with.contains(&other.word);
    below.rank.order < above.rank.order
        && above.role == below.role
        && !is_unordered(above.rank, below.rank)
        && !is_unordered(below.rank, above.rank)
}

fn named<'l, 'c>(list: &'l [Option<Cited<'c>>], at: usize) -> Option<&'l Cited<'c>> {
    list.get(at)?.as_ref()
}
