//! The laws that the text of a fee's basis cites.

use crate::catalog::{Law, Registers};

/// What a full title often loses.
const PREFIX: &str = "中华人民共和国";

/// The laws a text cites, in order: titles in title marks, or else each piece up to its article. `None` if
/// one of them is not in the register, for then nothing can be said.
pub(super) fn cited<'c>(text: &str, registers: &'c Registers) -> Option<Vec<&'c Law>> {
    let known = |title: &str| {
        let law = registers.law(title);
        law.or_else(|| registers.law(&format!("{PREFIX}{title}")))
    };
    if text.contains('《') {
        let titles = text.split('《').skip(1);
        return titles
            .map(|rest| known(rest.split_once('》')?.0.trim()))
            .collect();
    }
    let pieces = text.split(['；', ';', '\n']).map(str::trim);
    pieces
        .filter(|piece| !piece.is_empty())
        .map(|piece| known(piece.split('第').next()?.trim()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::File;
    use crate::yaml::read;
    use std::sync::Arc;

    #[test]
    fn titles_are_found_with_and_without_marks() {
        let text = "laws:\n  - {title: 中华人民共和国甲法}\n  - {title: 乙条例}\n";
        let file = Arc::new(File::new("laws/law.yaml", read(text)));
        let registers = Registers::read([&file].into_iter());
        let titles = |text| {
            let laws = cited(text, &registers)?;
            Some(laws.iter().map(|law| law.title()).collect::<Vec<_>>())
        };
        let both = Some(vec!["中华人民共和国甲法", "乙条例"]);
        assert_eq!(titles("《甲法》第三条、《乙条例》"), both);
        assert_eq!(titles("甲法第三条；乙条例第 4 条"), both);
        assert_eq!(titles("《乙条例》《丙办法》"), None);
        assert_eq!(titles("乙价费〔2015〕1 号"), None);
    }
}
