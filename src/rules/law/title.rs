//! A title as it stands in a citation, and the title of the register that was meant.

use strsim::levenshtein;

use crate::catalog::standard::Titles;
use crate::catalog::{Law, Registers};
use crate::levels::letters;
use crate::rules::nearest::nearest;

/// 所指: the law that a title was meant to name.
pub(super) enum Meant<'c> {
    /// Surely this one: only marks, the name of the state, spaces or a remark on the version differ.
    Surely(&'c str),
    /// Likely this one.
    Likely(&'c str),
}

/// The law that was meant by a title that the register does not have.
pub(super) fn meant<'c>(
    title: &str,
    titles: &Titles,
    registers: &'c Registers,
) -> Option<Meant<'c>> {
    let spaceless: String = title.split_whitespace().collect();
    let (named, has_more) = named(&spaceless);
    let bare = without_remark(named, titles);
    let found = [named, bare]
        .into_iter()
        .find_map(|title| known(title, titles, registers));
    if let Some(found) = found {
        let meant = if has_more {
            Meant::Likely
        } else {
            Meant::Surely
        };
        return Some(meant(found));
    }
    near(bare, titles, registers).map(Meant::Likely)
}

/// The law whose title differs by slips of the pen. The name of the state says nothing: most titles have it.
/// A title that begins otherwise is that of another law or of another place, unless the slip is there.
fn near<'c>(title: &str, titles: &Titles, registers: &'c Registers) -> Option<&'c str> {
    let core = core(title, titles);
    let begins_alike = |law: &Law| law.title().chars().take(2).eq(title.chars().take(2));
    let laws = registers.laws.iter();
    let candidates = laws.filter(|law| law.region().is_none() || begins_alike(law));
    let near = nearest(core, candidates.map(|law| self::core(law.title(), titles)))?;
    let is_slip = levenshtein(core, near) == 1 || near.chars().take(2).eq(core.chars().take(2));
    let mut titles_of = registers.laws.iter().map(Law::title);
    titles_of.find(|title| is_slip && self::core(title, titles) == near)
}

/// A title without the name of the state before it.
fn core<'t>(title: &'t str, titles: &Titles) -> &'t str {
    title.strip_prefix(&*titles.prefix).unwrap_or(title)
}

/// What stands between book-title marks, and whether more follows: an article, say.
fn named(title: &str) -> (&str, bool) {
    let inside = title.trim_start_matches('《');
    match inside.split_once('》') {
        Some((named, rest)) => (named, !rest.is_empty() && !is_bracket(rest)),
        None => (inside, false),
    }
}

fn is_bracket(text: &str) -> bool {
    text.starts_with(['（', '(']) && text.ends_with(['）', ')'])
}

/// The title without a bracket at its end that only says which version.
fn without_remark<'t>(title: &'t str, titles: &Titles) -> &'t str {
    let bracket = title
        .rfind(['（', '('])
        .and_then(|open| title.split_at_checked(open));
    let Some((before, bracket)) = bracket else {
        return title;
    };
    let is_remark = bracket.chars().any(|letter| letter.is_ascii_digit())
        && titles.remarks.iter().any(|word| bracket.contains(&**word));
    if is_remark && is_bracket(bracket) {
        before
    } else {
        title
    }
}

/// The title of the register that differs at most in the name of the state and in the width of its marks.
fn known<'c>(title: &str, titles: &Titles, registers: &'c Registers) -> Option<&'c str> {
    let prefix = &*titles.prefix;
    let law = |title: &str| registers.law(title).map(Law::title);
    let same = || {
        let mut laws = registers.laws.iter().map(Law::title);
        laws.find(|law| letters(law).eq(letters(title)))
    };
    law(title)
        .or_else(|| law(&format!("{prefix}{title}")))
        .or_else(|| law(title.strip_prefix(prefix)?))
        .or_else(same)
}
