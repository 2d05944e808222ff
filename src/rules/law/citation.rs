//! A citation beside the register of laws. What is wrong with it is said once, by the first rule that
//! applies: vague words, an unknown law, a law of elsewhere, a law not in force, an article too many.

use jiff::civil::Date;

use crate::catalog::standard::Word;
use crate::catalog::{Basis, Floor, Law, Matter, Registers};
use crate::rules::Report;
use crate::rules::law::standing::{Standing, in_force, standing};

/// The number of articles of the version in force, if the citation goes beyond it.
pub(super) fn articles_exceeded(basis: &Basis<'_>, law: &Law, today: Date) -> Option<u32> {
    let article = basis.article?.value;
    let articles = in_force(law, today)?.articles?;
    (article > articles).then_some(articles)
}

/// Whether a law has an article in the version in force; `true` if the register does not say.
pub(super) fn has_article(law: &Law, article: Option<u32>, today: Date) -> bool {
    let articles = in_force(law, today).and_then(|version| version.articles);
    articles
        .zip(article)
        .is_none_or(|(articles, article)| article <= articles)
}

/// The first digits of the division that a matter belongs to; `None` if that is open. A base matter of the
/// nation stands in the catalog of its home.
pub(super) fn home<'c>(matter: &'c Matter, registers: &'c Registers) -> Option<&'c str> {
    match matter.floor {
        Floor::Local => matter.division(),
        Floor::Base => match matter.code()?.value.get(..2)? {
            "00" => registers.manifest.home.as_deref()?.get(..2),
            region => Some(region),
        },
    }
}

/// Whether a law belongs to another province than the matter, or to another city.
pub(super) fn is_of_elsewhere(law: &Law, matter: &Matter, registers: &Registers) -> bool {
    let place = law.region().zip(home(matter, registers));
    place.is_some_and(|(region, home)| {
        let home = home.trim_end_matches("00");
        !home.starts_with(region) && !region.starts_with(home)
    })
}

/// A law with what has become of it by today, for a citation that no other rule speaks of; `None` if one
/// does.
pub(super) fn known<'c>(
    basis: &Basis<'_>,
    matter: &Matter,
    report: &Report<'c>,
) -> Option<(&'c Law, Standing<'c>)> {
    let catalog = report.catalog;
    let registers = &catalog.registers;
    let law = registers.law(basis.law?.value)?;
    let fits = !is_of_elsewhere(law, matter, registers);
    fits.then(|| (law, standing(law, registers, report.today)))
}

/// Whether a citation of a matter can be taken at its word: the law is known and in force, has the article,
/// and is not that of another province.
pub(in crate::rules) fn is_sound(basis: &Basis<'_>, matter: &Matter, report: &Report<'_>) -> bool {
    known(basis, matter, report).is_some_and(|(law, standing)| {
        standing == Standing::InForce && articles_exceeded(basis, law, report.today).is_none()
    })
}

/// Whether a title names no law: a vague phrase, and no title of the register.
pub(in crate::rules) fn is_vague(title: &str, report: &Report<'_>) -> bool {
    report.registers().law(title).is_none() && vague(title, report).is_some()
}

/// The words in a title that name no law.
pub(super) fn vague<'c>(title: &str, report: &Report<'c>) -> Option<&'c Word> {
    let tables = &report.catalog.standard.tables;
    let has = |word: &str| title.contains(word);
    let mut documents = tables.legal_basis.titles.documents.iter();
    let word = tables
        .naming
        .vague_basis
        .iter()
        .find(|vague| has(&vague.word));
    word.filter(|_| !documents.any(|document| has(document)))
}
