//! Numbers written in Chinese.

/// 汉字数字: the number up to 9999 that Chinese numerals write, such as 一百零二; `None` for anything else.
pub fn chinese_number(text: &str) -> Option<u32> {
    let (mut sum, mut digit) = (0, None);
    for letter in text.chars() {
        if let Some(unit) = unit(letter) {
            sum += digit.take().unwrap_or(1) * unit;
        } else {
            let value = "零一二三四五六七八九"
                .chars()
                .position(|known| known == letter)?;
            digit = u32::try_from(value).ok();
        }
    }
    let number = sum + digit.unwrap_or(0);
    (number > 0 && text.chars().count() < 10).then_some(number)
}

fn unit(letter: char) -> Option<u32> {
    match letter {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}
