//! Laws of the register as a form offers them: what is in force first, what is not named with its successor,
//! and articles held to the number there are.

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Catalog, FileKind, Law, LawStatus};
use crate::text::{Message as Saying, Words, words};
use crate::tui::form::options::Offer;

/// What to do about a law that is not in the register.
pub(super) const HOW_TO_ADD: Words = words(
    "登记簿里没有这部法：在 laws/ 下对应位阶的文件里加一条（名称、位阶、文号、日期、条数、效力），再回来选",
    "not in the register: add an entry to the file of its rank in laws/ (title, rank, number, dates, articles, status), then pick it here",
);

/// Every law to choose from, the highest rank first, those no longer in force last.
pub(super) fn offers(catalog: &Catalog) -> Vec<Offer> {
    let laws = catalog.registers.laws.iter();
    let mut laws: Vec<&Law> = laws.collect();
    laws.sort_by_key(|law| (is_stale(law), law.rank()));
    laws.into_iter().map(|law| offer(catalog, law)).collect()
}

fn offer(catalog: &Catalog, law: &Law) -> Offer {
    let rank = rank(catalog, law);
    let note = match standing(law) {
        Some(standing) if is_stale(law) => between(&rank, &standing, " · "),
        _ => rank,
    };
    Offer {
        note,
        detail: facts(catalog, law.title()),
        ..Offer::plain(law.title(), Saying::same(law.title()))
    }
}

/// Whether nothing new should rest on it.
fn is_stale(law: &Law) -> bool {
    let status = law.versions().next().map(|version| version.status);
    let is_over = matches!(status, Some(LawStatus::Superseded | LawStatus::Repealed));
    is_over || law.successor().is_some() || law.repealed_on().is_some()
}

/// What the register knows of a law, in a line.
pub(crate) fn facts(catalog: &Catalog, title: &str) -> Saying {
    let Some(law) = catalog.registers.law(title) else {
        return if title.is_empty() {
            Saying::default()
        } else {
            HOW_TO_ADD.into()
        };
    };
    let mut said = vec![rank(catalog, law)];
    said.extend(law.word("number").map(Saying::same));
    if let Some(version) = law.versions().next() {
        let day = |said: Words, day: Option<&str>| day.map(|day| said.with(&[("day", day)]));
        said.extend(day(
            words("{day} 公布", "published {day}"),
            version.published_on,
        ));
        said.extend(day(
            words("{day} 施行", "in effect {day}"),
            version.effective_on,
        ));
        let articles = version.articles.map(|n| n.to_string());
        let all = words("共 {n} 条", "{n} articles");
        said.extend(articles.map(|n| all.with(&[("n", &n)])));
    }
    said.extend(standing(law));
    let said = said.iter().filter(|said| !said.zh.is_empty());
    said.fold(Saying::default(), |line, said| between(&line, said, " · "))
}

fn between(left: &Saying, right: &Saying, sign: &str) -> Saying {
    if left.zh.is_empty() {
        return right.clone();
    }
    Saying {
        zh: format!("{}{sign}{}", left.zh, right.zh),
        en: format!("{}{sign}{}", left.en, right.en),
    }
}

/// What its newest version is worth, and what took its place.
fn standing(law: &Law) -> Option<Saying> {
    if let Some(next) = law.successor() {
        let said = words("已由《{next}》接替", "replaced by {next}");
        return Some(said.with(&[("next", next)]));
    }
    if let Some(day) = law.repealed_on() {
        let said = words("{day} 起失效", "no longer in force from {day}");
        return Some(said.with(&[("day", day)]));
    }
    let said = match law.versions().next()?.status {
        LawStatus::InForce => words("现行有效", "in force"),
        LawStatus::Superseded => words("已被修改", "superseded"),
        LawStatus::Repealed => words("已失效", "repealed"),
        LawStatus::Unknown => words("效力不详", "status unknown"),
    };
    Some(said.into())
}

/// The rank as the schema of the register calls it.
fn rank(catalog: &Catalog, law: &Law) -> Saying {
    let word = law.word("rank").unwrap_or_default();
    let title = catalog.standard.schema(FileKind::Laws).and_then(|schema| {
        let Form::List { items, .. } = &schema.property("laws")?.form else {
            return None;
        };
        let rank: &Schema = items.property("rank")?;
        rank.choice(word).cloned()
    });
    title.unwrap_or_else(|| Saying::same(word))
}

/// Why an article of a law cannot be cited, if it cannot.
pub(crate) fn judge_article(catalog: &Catalog, title: &str, article: &str) -> Option<Saying> {
    let law = catalog.registers.law(title)?;
    let last = law.versions().next()?.articles?;
    let article: u32 = article.parse().ok()?;
    let said = words(
        "《{law}》共 {last} 条，没有第 {article} 条",
        "{law} has {last} articles, there is no article {article}",
    );
    let values = [
        ("law", title),
        ("last", &*last.to_string()),
        ("article", &*article.to_string()),
    ];
    (article > last).then(|| said.with(&values))
}
