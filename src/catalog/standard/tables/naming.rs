//! How names are formed, and the words that say nothing.

use serde::{Deserialize, Deserializer};

use crate::catalog::standard::WordList;

/// 命名表.
#[derive(Clone, Debug, Deserialize)]
pub struct Naming {
    /// Most characters of a name.
    pub max_length: usize,
    /// Half-width marks and the full-width ones that stand for them.
    pub punctuation: Vec<Width>,
    /// Marks that may not end a name.
    pub ending_punctuation: Vec<String>,
    /// Marks that no name has.
    #[serde(default)]
    pub unwanted_marks: Vec<String>,
    /// Numbers that open a name: `1` stands for any Arabic number, `一` for any Chinese one, `①` for any in
    /// a circle.
    #[serde(default)]
    pub serial_marks: Vec<String>,
    /// How the names of certificates end, which take no title marks.
    #[serde(default)]
    pub certificates: Vec<String>,
    /// Words in a closing bracket that only say the level.
    pub level_suffixes: Vec<Word>,
    /// How a name of each type begins and ends.
    pub forms: Vec<NameForm>,
    /// Words that do not belong in a name.
    pub banned_words: Vec<Word>,
    /// Words in conditions and materials that say nothing.
    pub vague_words: WordList,
    /// Characters easily mistaken for each other, each with the first of its group.
    #[serde(default, deserialize_with = "groups")]
    pub look_alikes: LetterMap,
    /// Traditional characters, each with the standard one.
    #[serde(default, deserialize_with = "pairs")]
    pub traditional: LetterMap,
    /// Words that stand for a basis and name none.
    #[serde(default)]
    pub vague_basis: Vec<Word>,
}

/// A half-width mark and its full-width form.
#[derive(Clone, Debug, Deserialize)]
pub struct Width {
    /// Half width.
    pub half: String,
    /// Full width.
    pub full: String,
}

/// A word, and why it is unwanted.
#[derive(Clone, Debug, Deserialize)]
pub struct Word {
    /// The word.
    pub word: String,
    /// Why, in Chinese.
    #[serde(default)]
    pub why: String,
    /// Why, in English.
    #[serde(default)]
    pub why_en: String,
}

/// How the name of a type begins and ends.
#[derive(Clone, Debug, Deserialize)]
pub struct NameForm {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Beginnings.
    #[serde(default)]
    pub starts: Vec<String>,
    /// Endings.
    #[serde(default)]
    pub ends: Vec<String>,
    /// Endings that only this type has.
    #[serde(default)]
    pub telling: Vec<String>,
    /// Whether one of the two is enough, or both are needed.
    pub need: Need,
}

/// How many of a form's conditions must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A beginning or an ending.
    Any,
    /// A beginning and an ending.
    All,
}

/// Chinese characters, each with another that stands for it; looked up by place, not by search.
#[derive(Clone, Debug, Default)]
pub struct LetterMap {
    /// By the place of a character after [`FIRST`]; `\0` where there is none.
    letters: Box<[char]>,
}

/// The range of the common Chinese characters; others are not in any map.
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

impl LetterMap {
    /// The character that stands for this one.
    pub fn of(&self, letter: char) -> Option<char> {
        let found = self.letters.get(place(letter)?).copied();
        found.filter(|found| *found != '\0')
    }

    fn of_pairs(pairs: impl Iterator<Item = (char, char)>) -> LetterMap {
        let mut letters = vec!['\0'; (LAST - FIRST + 1) as usize];
        for (from, to) in pairs {
            if let Some(slot) = place(from).and_then(|place| letters.get_mut(place)) {
                *slot = to;
            }
        }
        LetterMap {
            letters: letters.into(),
        }
    }
}

fn place(letter: char) -> Option<usize> {
    (letter as u32)
        .checked_sub(FIRST)
        .map(|place| place as usize)
}

/// `證证 許许`: each pair from its first to its second.
fn pairs<'de, D: Deserializer<'de>>(source: D) -> Result<LetterMap, D::Error> {
    let text = String::deserialize(source)?;
    let pairs = text.split_whitespace().filter_map(|pair| {
        let mut letters = pair.chars();
        letters.next().zip(letters.next())
    });
    Ok(LetterMap::of_pairs(pairs))
}

/// `[帐账, 己已]`: each of a group to its first.
fn groups<'de, D: Deserializer<'de>>(source: D) -> Result<LetterMap, D::Error> {
    let groups = Vec::<String>::deserialize(source)?;
    let pairs = groups.iter().flat_map(|group| {
        let first = group.chars().next();
        let others = group.chars().skip(1);
        others.filter_map(move |other| Some((other, first?)))
    });
    Ok(LetterMap::of_pairs(pairs))
}

#[cfg(test)]
mod tests {
    use crate::catalog::standard::Standard;

    #[test]
    fn a_traditional_character_has_its_standard_one_and_a_standard_one_has_none() {
        let standard = Standard::bundled().unwrap();
        let traditional = &standard.tables.naming.traditional;
        let of = |text: &str| -> String {
            text.chars()
                .map(|letter| traditional.of(letter).unwrap_or(letter))
                .collect()
        };
        assert_eq!(of("衛生許可證覈發後變更"), "卫生许可证覈发后变更");
        let standard_too = "乾於瞭著徵里后范云";
        assert_eq!(of(standard_too), standard_too);
        assert_eq!(of("A（）\u{10FFFF}"), "A（）\u{10FFFF}");
    }

    #[test]
    fn look_alikes_have_the_first_of_their_group() {
        let standard = Standard::bundled().unwrap();
        let look_alikes = &standard.tables.naming.look_alikes;
        assert_eq!(look_alikes.of('账'), Some('帐'));
        assert_eq!(look_alikes.of('帐'), None);
        assert_eq!(look_alikes.of('甲'), None);
    }
}
