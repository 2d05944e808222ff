//! How a character is read, and what it is typed as.

use pinyin::ToPinyinMulti;

/// Most readings of one character; rarer ones would find what nobody means.
const MOST: usize = 2;

/// A character as it is compared: full-width forms as the plain ones, capitals as small letters.
pub(super) fn folded(letter: char) -> char {
    let plain = match letter {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        other => other,
    };
    plain.to_lowercase().next().unwrap_or(plain)
}

/// 读音: the syllables of a character without tones, the usual one first; ü is typed as `v`.
pub(super) fn sounds(letter: char) -> Vec<String> {
    let mut sounds: Vec<String> = Vec::new();
    for reading in letter.to_pinyin_multi().into_iter().flatten() {
        let sound = reading.plain().replace('ü', "v");
        let is_typed = sound.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_typed && !sound.is_empty() && sounds.len() < MOST && !sounds.contains(&sound) {
            sounds.push(sound);
        }
    }
    sounds
}

/// 拼音: the initials of the Chinese characters of a text, and all their letters, by their usual readings.
pub fn spelled(text: &str) -> (String, String) {
    let (mut initials, mut letters) = (String::new(), String::new());
    for sound in text
        .chars()
        .filter_map(|letter| sounds(letter).into_iter().next())
    {
        initials.extend(sound.chars().next());
        letters.push_str(&sound);
    }
    (initials, letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polyphone_has_both_its_readings() {
        assert_eq!(sounds('重'), ["zhong", "chong"]);
        assert_eq!(sounds('行'), ["xing", "hang"]);
        assert_eq!(sounds('律'), ["lv"]);
        assert_eq!(sounds('给'), ["gei", "ji"]);
        assert!(sounds('a').is_empty());
    }

    #[test]
    fn a_text_is_spelled_by_its_usual_readings() {
        let spelled = spelled("01 行政许可");
        assert_eq!(spelled, ("xzxk".to_owned(), "xingzhengxuke".to_owned()));
    }

    #[test]
    fn full_width_and_capital_letters_are_as_the_plain_ones() {
        assert_eq!(folded('Ａ'), 'a');
        assert_eq!(folded('（'), '(');
        assert_eq!(folded('食'), '食');
    }
}
