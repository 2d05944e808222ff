//! A citation beside the register of laws.

use jiff::civil::Date;

use crate::catalog::{Basis, Floor, Law, LawVersion, Matter, Registers};
use crate::rules::Report;

/// The version in force on a day: the newest that has taken effect by then.
pub(super) fn in_force(law: &Law, today: Date) -> Option<LawVersion<'_>> {
    let has_begun = |version: &LawVersion<'_>| {
        let date = version.effective_on.map(str::parse::<Date>);
        date.is_none_or(|date| date.is_ok_and(|date| date <= today))
    };
    law.versions().find(has_begun).or(law.versions().next())
}

/// The number of articles of the version in force, if the citation goes beyond it.
pub(super) fn articles_exceeded(basis: &Basis<'_>, law: &Law, today: Date) -> Option<u32> {
    let articles = in_force(law, today)?.articles?;
    let article = basis.article?.value;
    (article > articles).then_some(articles)
}

/// First two digits of the province whose law a matter may stand on; `None` if that is open.
pub(super) fn province<'c>(matter: &'c Matter, registers: &'c Registers) -> Option<&'c str> {
    let home = || {
        registers
            .manifest
            .home
            .as_deref()
            .and_then(|home| home.get(..2))
    };
    match matter.floor {
        Floor::Local => matter.division().and_then(|division| division.get(..2)),
        Floor::Base => match matter.code()?.value.get(..2)? {
            "00" => home(),
            region => Some(region),
        },
    }
}

/// Whether a law belongs to another province than the matter.
pub(super) fn is_of_elsewhere(law: &Law, matter: &Matter, registers: &Registers) -> bool {
    let region = law.region();
    region
        .zip(province(matter, registers))
        .is_some_and(|(region, own)| region != own)
}

/// Whether a citation of a matter can be taken at its word: the law is known, has the article, and is not
/// that of another province.
pub(in crate::rules) fn is_sound(basis: &Basis<'_>, matter: &Matter, report: &Report<'_>) -> bool {
    let registers = report.registers();
    let law = basis.law.and_then(|title| registers.law(title.value));
    law.is_some_and(|law| {
        articles_exceeded(basis, law, report.today).is_none()
            && !is_of_elsewhere(law, matter, registers)
    })
}
