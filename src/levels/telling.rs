//! Which names say the same: besides width, brackets and spaces it does not matter how a name is pointed,
//! which word for "and" it has, and whether 的 stands in it.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::catalog::standard::Naming;
use crate::levels::without_level;
use crate::levels::wording::normal_letters;

/// The letters that tell a name from another, one after the other: traditional characters made standard,
/// every "and" made one, and punctuation, 的, 之 and a level in brackets at the end left out. For comparing,
/// never for showing.
pub fn telling_letters<'n>(name: &'n str, naming: &'n Naming) -> impl Iterator<Item = char> + 'n {
    let bare = without_level(name, naming).map_or(name, |(bare, _)| bare);
    let standard = |letter| naming.traditional.of(letter).unwrap_or(letter);
    let mut before = '\0';
    let mut letters = normal_letters(bare)
        .map(move |letter| joined(standard(letter)))
        .filter(|letter| !is_mute(*letter))
        .peekable();
    std::iter::from_fn(move || {
        loop {
            let mut letter = letters.next()?;
            // 以及 is one "and".
            if letter == '以' && letters.peek() == Some(&AND) {
                letter = AND;
            }
            let is_second = letter == AND && before == AND;
            before = letter;
            if !is_second {
                return Some(letter);
            }
        }
    })
}

/// A number that two names share if they say the same, or differ in characters easily mistaken for each
/// other. Names that say different things hardly ever share one.
pub fn name_likeness(name: &str, naming: &Naming) -> u64 {
    let mut hasher = DefaultHasher::new();
    for letter in telling_letters(name, naming) {
        naming
            .look_alikes
            .of(letter)
            .unwrap_or(letter)
            .hash(&mut hasher);
    }
    hasher.finish()
}

const AND: char = ',';

fn joined(letter: char) -> char {
    match letter {
        '与' | '及' | '和' | ';' => AND,
        _ => letter,
    }
}

fn is_mute(letter: char) -> bool {
    matches!(
        letter,
        '的' | '之' | '(' | ')' | '《' | '》' | '“' | '”' | '‘' | '’' | '"' | '\''
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;

    fn letters(name: &str) -> String {
        telling_letters(name, &Standard::bundled().unwrap().tables.naming).collect()
    }

    fn is_alike(left: &str, right: &str) -> bool {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        name_likeness(left, naming) == name_likeness(right, naming)
    }

    #[test]
    fn pointing_and_small_words_make_no_difference() {
        let same = [
            ("对食品的生产和经营的检查", "对食品生产、经营检查"),
            ("设立、变更以及终止审批", "设立、变更与终止审批"),
            ("许可（变更）", "许可变更"),
            ("《娱乐经营许可证》核发", "娱乐经营许可证核发"),
            ("公共场所衛生許可（县级）", "公共场所卫生许可"),
        ];
        for (left, right) in same {
            assert_eq!(letters(left), letters(right));
        }
    }

    #[test]
    fn one_other_word_is_another_matter() {
        let different = [
            ("甲类医疗器械备案", "乙类医疗器械备案"),
            ("民办学校设立审批", "民办学校变更审批"),
            ("市内户口迁移", "市外户口迁移"),
            ("设立或变更审批", "设立和变更审批"),
            ("1.5 吨以下", "15 吨以下"),
        ];
        for (left, right) in different {
            assert_ne!(letters(left), letters(right));
            assert!(!is_alike(left, right), "{left}, {right}");
        }
    }

    #[test]
    fn every_character_of_the_tables_is_one_with_what_it_stands_for() {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        let letters = '\u{4E00}'..='\u{9FFF}';
        let (mut mistaken, mut traditional) = (0, 0);
        for letter in letters {
            let name = |letter| format!("卫生{letter}许可");
            if let Some(first) = naming.look_alikes.of(letter) {
                mistaken += 1;
                let (one, other) = (name(letter), name(first));
                assert_eq!(
                    name_likeness(&one, naming),
                    name_likeness(&other, naming),
                    "{one}"
                );
            }
            if let Some(standard) = naming.traditional.of(letter) {
                traditional += 1;
                let (one, other) = (name(letter), name(standard));
                let other = telling_letters(&other, naming);
                assert!(telling_letters(&one, naming).eq(other), "{one}");
            }
        }
        assert!(mistaken > 10 && traditional > 2000);
    }

    #[test]
    fn a_character_easily_mistaken_leaves_names_alike() {
        assert!(is_alike("代理记帐许可", "代理记账许可"));
        assert_ne!(letters("代理记帐许可"), letters("代理记账许可"));
        assert!(!is_alike("行政检查", "行政检察"));
    }
}
