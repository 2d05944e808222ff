//! From what was typed to the matters that fit, the best first.

use crate::search::Index;
use crate::search::class::{Class, NONE, Place, WORST};
use crate::search::index::{Keys, Row};
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
        if strict.len() < FEW && (word.may_scatter() || word.may_slip()) {
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

/// What a word is worth for each text, list and key; `None` where it is worth nothing.
struct Worth {
    names: Option<Vec<u8>>,
    plains: Option<Vec<u8>>,
    bodies: Option<Vec<u8>>,
    divisions: Option<Vec<u8>>,
    departments: Option<Vec<u8>>,
    laws: Option<Vec<u8>>,
    codes: Option<Vec<u8>>,
}

impl Worth {
    fn of(index: &Index, fits: &Fits) -> Worth {
        let mut classes: Vec<Option<Class>> = vec![None; index.texts.len()];
        // What fits well comes last, so that it stays.
        for (text, class) in fits.loose.iter().chain(&fits.strict) {
            if let Some(there) = classes.get_mut(*text as usize) {
                *there = Some(*class);
            }
        }
        let rank = |text: u32, place: Place| {
            let class = classes.get(text as usize).copied().flatten();
            class.map_or(NONE, |class| class.rank(place))
        };
        let best = |texts: &[u32], place: Place| {
            let ranks = texts.iter().map(|text| rank(*text, place));
            ranks.min().unwrap_or(NONE)
        };
        let around = |keys: &Keys| {
            let ranks = keys.texts.iter().map(|texts| best(texts, Place::Around));
            some(ranks.collect())
        };
        let letters: String = fits.word.letters.iter().collect();
        let is_code = fits.word.is_code_like();
        let plains = index.plains.all.iter().map(|list| best(list, Place::Plain));
        Worth {
            names: some(
                all_texts(index)
                    .map(|text| rank(text, Place::Name))
                    .collect(),
            ),
            plains: some(plains.collect()),
            bodies: around(&index.bodies),
            divisions: around(&index.divisions),
            departments: around(&index.departments),
            laws: around(&index.bases),
            codes: if is_code {
                index.codes.ranks(&letters)
            } else {
                None
            },
        }
    }

    /// Adds the rank of each matter to what it has; without one it is out.
    fn add_to(&self, ranks: &mut [u8], rows: &[Row]) {
        for (place, (sum, row)) in ranks.iter_mut().zip(rows).enumerate() {
            if *sum != NONE {
                *sum = match self.rank(place, row) {
                    NONE => NONE,
                    rank => (*sum + rank).min(WORST),
                };
            }
        }
    }

    fn rank(&self, place: usize, row: &Row) -> u8 {
        let at = |ranks: &Option<Vec<u8>>, place: usize| match ranks {
            Some(ranks) => ranks.get(place).copied().unwrap_or(NONE),
            None => NONE,
        };
        at(&self.names, row.name as usize)
            .min(at(&self.plains, row.plains as usize))
            .min(at(&self.bodies, row.body as usize))
            .min(at(&self.divisions, row.division as usize))
            .min(at(&self.departments, row.department.into()))
            .min(at(&self.laws, row.base as usize))
            .min(at(&self.codes, place))
    }
}

fn some(ranks: Vec<u8>) -> Option<Vec<u8>> {
    ranks.iter().any(|rank| *rank != NONE).then_some(ranks)
}

/// The places in the order of their ranks, of equal ranks the shorter names first, then by path, where base
/// matters come before local ones. Sorted by counting: there are few ranks and few lengths.
fn in_order(index: &Index, ranks: &[u8]) -> Found {
    let lengths: Vec<usize> = all_texts(index)
        .map(|text| index.texts.get(text).len().min(LONGEST))
        .collect();
    let key = |row: &Row, rank: u8| {
        let length = lengths.get(row.name as usize).copied().unwrap_or(LONGEST);
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
