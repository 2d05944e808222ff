//! From what was typed to the matters that fit, the best first.

use crate::search::Index;
use crate::search::class::{CODE_PART, Class, NONE, Place, WORST};
use crate::search::codes::{Part, rank_in};
use crate::search::index::{Keys, Row, What, Who};
use crate::search::table::Table;
use crate::search::word::Word;

/// Of a word that fits fewer texts than this, texts that nearly fit are shown too.
const FEW: usize = 8;
/// Names longer than this are as long as it.
const LONGEST: usize = 255;

/// 查找器: finds, and remembers what each word fitted, so that the next letter looks only there.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    words: Vec<Fits>,
    version: u64,
}

/// The texts that a word fits.
#[derive(Clone, Debug)]
struct Fits {
    word: Word,
    strict: Vec<(u32, Class)>,
    loose: Vec<(u32, Class)>,
}

/// 结果: places of matters in the list of all, the best first.
pub type Found = Vec<usize>;

impl Finder {
    /// The matters that have every word typed, out of those that `among` says yes to.
    pub fn find(&mut self, index: &Index, typed: &str, among: impl Fn(usize) -> bool) -> Found {
        self.remember(index, Word::all(typed));
        let mut ranks: Vec<u8> = (0..index.rows.len())
            .map(|place| if among(place) { 0 } else { NONE })
            .collect();
        for fits in &self.words {
            Worth::of(index, fits).add_to(&mut ranks, &index.rows);
        }
        in_order(index, &ranks)
    }

    /// Brings the words up to date; a word that only goes on looks where the shorter one fitted.
    fn remember(&mut self, index: &Index, words: Vec<Word>) {
        let mut known = std::mem::take(&mut self.words);
        if self.version != index.version {
            known.clear();
            self.version = index.version;
        }
        let mut known = known.into_iter();
        let fits = words.into_iter().map(|word| match known.next() {
            Some(fits) if fits.word == word => fits,
            Some(fits) if word.extends(&fits.word) => {
                let texts = fits.strict.iter().map(|(text, _)| *text);
                Fits::of(index, word, texts)
            }
            _ => Fits::of(index, word, all_texts(index)),
        });
        self.words = fits.collect();
    }
}

fn all_texts(index: &Index) -> std::ops::Range<u32> {
    0..u32::try_from(index.texts.len()).unwrap_or(u32::MAX)
}

impl Fits {
    fn of(index: &Index, word: Word, texts: impl Iterator<Item = u32>) -> Fits {
        let mut table = Table::new(&index.texts, &word);
        let class = |text: u32| Some((text, table.strict(index.texts.get(text))?));
        let strict: Vec<_> = texts.filter_map(class).collect();
        let mut loose = Vec::new();
        // Initials lie scattered in many names: they are looked for so only if nothing else fits.
        let few = if word.is_literal() { FEW } else { 1 };
        if strict.len() < few && (word.may_scatter() || word.may_slip()) {
            if word.may_slip() {
                table.allow_slips(&index.texts);
            }
            let class = |text: u32| Some((text, table.loose(index.texts.get(text))?));
            loose = all_texts(index).filter_map(class).collect();
        }
        Fits {
            word,
            strict,
            loose,
        }
    }
}

/// What a word is worth for each thing that a matter can be, and for each body and place.
struct Worth {
    whats: Vec<u8>,
    whos: Vec<u8>,
    /// The ends and the starts of codes, if it can be a part of one.
    seams: Option<(Vec<Part>, Vec<Part>)>,
}

impl Worth {
    fn of(index: &Index, fits: &Fits) -> Worth {
        let classes = classes(index, fits);
        // A long title of a law has any initials in it somewhere.
        let is_literal = fits.word.is_literal();
        let tells = |class: &Class, place: Place| {
            is_literal || place != Place::Around || *class != Class::Scattered
        };
        let best = |texts: &[u32], place: Place| {
            let classes = texts
                .iter()
                .filter_map(|text| classes.get(*text as usize).copied()?)
                .filter(|class| tells(class, place));
            classes.map(|class| class.rank(place)).min().unwrap_or(NONE)
        };
        let around = |keys: &Keys| -> Vec<u8> {
            let ranks = keys.texts.iter().map(|texts| best(texts, Place::Around));
            ranks.collect()
        };
        let (bodies, divisions) = (around(&index.bodies), around(&index.divisions));
        let (departments, laws) = (around(&index.departments), around(&index.bases));
        let plains = index.plains.all.iter().map(|list| best(list, Place::Plain));
        let plains: Vec<u8> = plains.collect();
        let code: Option<String> = Some(&fits.word)
            .filter(|word| word.is_code_like())
            .map(|word| word.letters.iter().collect());
        let part = |number: u32| index.parts.all.get(number as usize).map_or("", |part| part);
        let in_code = |number: u32| {
            code.as_ref()
                .map_or(NONE, |word| rank_in(part(number), word))
        };
        let at = |ranks: &[u8], key: u32| ranks.get(key as usize).copied().unwrap_or(NONE);
        let what = |what: &What| {
            let name = best(&[what.name], Place::Name).min(at(&plains, what.plains));
            let code = in_code(what.tail).min(in_code(what.more));
            name.min(at(&laws, what.base)).min(code)
        };
        let who = |who: &Who| {
            let place = at(&bodies, who.body).min(at(&divisions, who.division));
            let code = in_code(who.head).max(CODE_PART);
            place.min(at(&departments, who.department)).min(code)
        };
        let (whats, whos) = (index.whats.all.iter(), index.whos.all.iter());
        let seams = code.as_ref().map(|word| {
            let tails = whats.clone().map(|what| Part::tail(part(what.tail), word));
            let heads = whos.clone().map(|who| Part::head(part(who.head), word));
            (tails.collect(), heads.collect())
        });
        Worth {
            whats: whats.map(what).collect(),
            whos: whos.map(who).collect(),
            seams,
        }
    }

    /// Adds the rank of each matter to what it has; without one it is out.
    fn add_to(&self, ranks: &mut [u8], rows: &[Row]) {
        for (sum, row) in ranks.iter_mut().zip(rows) {
            if *sum != NONE {
                *sum = match self.rank(*row) {
                    NONE => NONE,
                    rank => (*sum + rank).min(WORST),
                };
            }
        }
    }

    fn rank(&self, row: Row) -> u8 {
        let (what, who) = (row.what as usize, row.who as usize);
        let at = |ranks: &[u8], place: usize| ranks.get(place).copied().unwrap_or(NONE);
        let rank = at(&self.whats, what).min(at(&self.whos, who));
        let Some((tails, heads)) = &self.seams else {
            return rank;
        };
        match (heads.get(who), tails.get(what)) {
            (Some(head), Some(tail)) => rank.min(head.rank(*tail)),
            _ => rank,
        }
    }
}

/// How the word fits each text.
fn classes(index: &Index, fits: &Fits) -> Vec<Option<Class>> {
    let mut classes: Vec<Option<Class>> = vec![None; index.texts.len()];
    // What fits well comes last, so that it stays.
    for (text, class) in fits.loose.iter().chain(&fits.strict) {
        if let Some(there) = classes.get_mut(*text as usize) {
            *there = Some(*class);
        }
    }
    classes
}

/// The places in the order of their ranks, of equal ranks the shorter names first, then by path, where base
/// matters come before local ones. Sorted by counting: there are few ranks and few lengths.
fn in_order(index: &Index, ranks: &[u8]) -> Found {
    let length = |what: &What| index.texts.get(what.name).len().min(LONGEST);
    let lengths: Vec<usize> = index.whats.all.iter().map(length).collect();
    let key = |row: &Row, rank: u8| {
        let length = lengths.get(row.what as usize).copied().unwrap_or(LONGEST);
        usize::from(rank) * (LONGEST + 1) + length
    };
    let found = || {
        let all = index.rows.iter().zip(ranks).enumerate();
        all.filter(|(_, (_, rank))| **rank != NONE)
            .map(|(place, (row, rank))| (place, key(row, *rank)))
    };
    let mut starts = vec![0usize; (usize::from(WORST) + 1) * (LONGEST + 1) + 1];
    for (_, key) in found() {
        if let Some(count) = starts.get_mut(key + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut sorted = vec![0; sum];
    for (place, key) in found() {
        if let Some(start) = starts.get_mut(key) {
            if let Some(there) = sorted.get_mut(*start) {
                *there = place;
            }
            *start += 1;
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, LazyLock};

    use proptest::prelude::*;

    use super::*;
    use crate::catalog::standard::Standard;
    use crate::catalog::{Catalog, File};

    const NAMES: [&str; 6] = [
        "食品经营许可",
        "公共场所卫生许可",
        "重庆食品（新办）",
        "户口登记",
        "食品许可证补发及食品经营变更",
        "旅馆业特种行业许可",
    ];

    static INDEX: LazyLock<Index> = LazyLock::new(index);

    fn index() -> Index {
        let file = |(number, name): (usize, &&str)| {
            let path = format!("base/31/00013100{number}000.yaml");
            let text = format!("code: \"00013100{number}000\"\nname: {name}\n");
            Arc::new(File::new(&path, crate::yaml::read(text)))
        };
        let files = NAMES.iter().enumerate().map(file).collect();
        Index::of(&Catalog::new(Arc::new(Standard::bundled().unwrap()), files))
    }

    fn names(typed: &str) -> Vec<&'static str> {
        let found = Finder::default().find(&INDEX, typed, |_| true);
        found.into_iter().map(|place| NAMES[place]).collect()
    }

    #[test]
    fn the_best_comes_first_and_of_equals_the_shortest() {
        assert_eq!(
            names("食品"),
            [
                "食品经营许可",
                "食品许可证补发及食品经营变更",
                "重庆食品（新办）"
            ]
        );
        assert_eq!(
            names("食品许可"),
            ["食品许可证补发及食品经营变更", "食品经营许可"]
        );
        assert_eq!(names("000131003000"), ["户口登记"]);
        assert_eq!(names("许可 食品 jingying").len(), 2);
        assert_eq!(names("cq"), names("zq"));
    }

    #[test]
    fn a_law_is_found_by_its_words_and_not_by_any_initials_in_it() {
        let mut index = index();
        index.cite("000131000000", &["公共安全管理和场所卫生条例".into()]);
        let found = |typed: &str| Finder::default().find(&index, typed, |_| true);
        assert_eq!(found("公共安全"), [0]);
        assert_eq!(found("公安场"), [0]);
        assert_eq!(found("ggaq"), [0]);
        assert!(found("gaqc").is_empty());
    }

    proptest! {
        #[test]
        fn typing_letter_by_letter_finds_what_typing_at_once_finds(
            typed in "[a-z]{0,3}(shipin|jy|gg|许可|食|1|x| |cs|hukou|zq){1,6}",
        ) {
            let mut finder = Finder::default();
            for (at, letter) in typed.char_indices() {
                let typed = &typed[..at + letter.len_utf8()];
                let found = finder.find(&INDEX, typed, |_| true);
                prop_assert_eq!(found, Finder::default().find(&INDEX, typed, |_| true));
            }
        }
    }
}
