//! Which differences are meant: exactly one, unless many are asked for.

use clap::ArgMatches;

use crate::catalog::Catalog;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::filters;
use crate::levels::{Compared, View, compared_by_urgency, surveyed};
use crate::report::one_line;
use crate::store::Root;
use crate::text::{Message, Words, words};

const NONE: Words = words("没有符合的差异", "no difference is meant");
const APPROVED: Words = words(
    "有 {count} 个已准予，要改就加 --standing decided",
    "{count} approved; to decide again, add --standing decided",
);
const ALLOWED: Words = words(
    "有 {count} 个是标准允许的，要处置就用 --class 指明",
    "{count} allowed by the standard; to decide all the same, name the --class",
);
const SEVERAL: Words = words(
    "符合的差异有 {count} 个，不知道要处置哪一个",
    "{count} differences are meant; it is not clear which",
);
const NARROW: Words = words(
    "再缩小范围，或加 --all 全部处置：",
    "narrow it down, or add --all to decide every one:",
);

/// As many are listed.
const MOST: usize = 12;

/// The differences meant.
pub(super) fn chosen<'c>(
    catalog: &'c Catalog,
    root: &Root,
    matches: &ArgMatches,
    call: &Call<'_>,
) -> Result<Vec<Compared<'c>>, Failure> {
    let mut filter = filters::read(matches, catalog)?;
    for typed in matches.get_many::<String>("matter").into_iter().flatten() {
        filter
            .matters
            .push(filters::matter(catalog, root, call, typed)?);
    }
    let view = View {
        catalog,
        revision: None,
    };
    let found = surveyed(view, call.today);
    let asked: Vec<Compared<'c>> = found.into_iter().filter(|one| filter.asks(one)).collect();
    let (mut chosen, others): (Vec<_>, Vec<_>) =
        asked.into_iter().partition(|one| filter.lists(one));
    compared_by_urgency(&mut chosen);
    match chosen.len() {
        0 => Err(none(&others)),
        1 => Ok(chosen),
        _ if matches.get_flag("all") => Ok(chosen),
        _ => Err(several(&chosen, call)),
    }
}

fn none(others: &[Compared<'_>]) -> Failure {
    let approved = others
        .iter()
        .filter(|one| one.departure.standing.is_approved());
    let count = approved.count();
    let failure = Failure::new(NONE);
    let hint = |words: Words, count: usize| words.with(&[("count", &count.to_string())]);
    match (count, others.len()) {
        (_, 0) => failure,
        (0, all) => failure.hint(hint(ALLOWED, all)),
        (count, _) => failure.hint(hint(APPROVED, count)),
    }
}

fn several(chosen: &[Compared<'_>], call: &Call<'_>) -> Failure {
    let count = chosen.len().to_string();
    let mut hint = Message::from(NARROW);
    for one in chosen.iter().take(MOST) {
        let line = format!("\n  {}", one_line(one, &call.look));
        hint.zh += &line;
        hint.en += &line;
    }
    if chosen.len() > MOST {
        hint.zh += "\n  …";
        hint.en += "\n  …";
    }
    Failure::new(SEVERAL.with(&[("count", &count)])).hint(hint)
}
