//! A citation beside the register of laws. What is wrong with it is said once, by the first rule that
//! applies: vague words, an unknown law, a law of elsewhere, a law not in force, an article too many.

use jiff::civil::Date;

use crate::catalog::standard::Word;
use crate::catalog::{Basis, Field, Floor, Law, Matter, Registers};
use crate::rules::Report;
use crate::rules::law::standing::{Standing, in_force, standing};
use crate::text::Span;
use crate::yaml::Value;

/// The number of articles of the version in force, if a citation goes beyond it.
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

/// 引用: one citation of a matter, with the law it names.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'c> {
    /// The matter that cites.
    pub(super) matter: &'c Matter,
    /// Its place among the citations of the matter, from 0.
    pub(super) index: usize,
    /// The citation as it is written.
    pub(super) item: Value<'c>,
    /// Title and article.
    pub(super) basis: Basis<'c>,
    /// The law in the register.
    pub(super) law: Option<&'c Law>,
    /// Whether that is the law of another province or city.
    pub(super) is_of_elsewhere: bool,
    /// What has become of the law by today; `None` if it is unknown, or of elsewhere: another rule says so.
    standing: Option<Standing<'c>>,
}

/// Everything that a matter cites itself, in its order.
pub(in crate::rules) fn citations<'c>(
    matter: &'c Matter,
    registers: &'c Registers,
    today: Date,
) -> impl Iterator<Item = Citation<'c>> {
    let list = matter.value(Field::LegalBasis).into_iter();
    let items = list.flat_map(|list| list.items());
    let read = move |(index, (basis, item)): (usize, (Basis<'c>, Value<'c>))| {
        let law = basis.law.and_then(|title| registers.law(title.value));
        let is_of_elsewhere = law.is_some_and(|law| is_of_elsewhere(law, matter, registers));
        let known = law.filter(|_| !is_of_elsewhere);
        Citation {
            matter,
            index,
            item,
            basis,
            law,
            is_of_elsewhere,
            standing: known.map(|law| standing(law, registers, today)),
        }
    };
    matter.bases().zip(items).enumerate().map(read)
}

impl<'c> Citation<'c> {
    /// The law with what has become of it; `None` where another rule speaks of the citation.
    pub(super) fn known(&self) -> Option<(&'c Law, Standing<'c>)> {
        self.law.zip(self.standing)
    }

    /// The same, unless the matter is cancelled.
    pub(super) fn in_use(&self) -> Option<(&'c Law, Standing<'c>)> {
        self.known().filter(|_| !self.matter.is_cancelled())
    }

    /// Where the title stands; the citation without one.
    pub(super) fn title_span(&self) -> Span {
        self.basis.law.map_or(self.basis.span, |title| title.span)
    }
}

/// Whether all citations of a matter can be taken at their word: each names an article of a law that is known
/// and in force, has the article, and is not that of another province.
pub(in crate::rules) fn are_sound(matter: &Matter, report: &Report<'_>) -> bool {
    let mut all = citations(matter, report.registers(), report.today);
    all.all(|citation| {
        let known = citation.known();
        let is_in_force = known.is_some_and(|(_, standing)| standing == Standing::InForce);
        let law = known.filter(|_| is_in_force && citation.basis.article.is_some());
        law.is_some_and(|(law, _)| articles_exceeded(&citation.basis, law, report.today).is_none())
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
