//! The laws that the text of a fee's basis cites.

use crate::catalog::{Law, Registers};

/// What a full title often loses.
const PREFIX: &str = "中华人民共和国";

/// The titles that a text cites, in order: what stands in title marks, or else each piece up to its article.
pub(in crate::rules) fn titles<'t>(text: &'t str) -> Vec<&'t str> {
    if text.contains('《') {
        let marked = text.split('《').skip(1);
        let title = |rest: &'t str| rest.split_once('》').map_or(rest, |(title, _)| title);
        return marked.map(|rest| title(rest).trim()).collect();
    }
    let pieces = text.split(['；', ';', '\n']).map(str::trim);
    let pieces = pieces.filter(|piece| !piece.is_empty());
    pieces
        .filter_map(|piece| Some(piece.split('第').next()?.trim()))
        .collect()
}

/// The laws that a text cites. `None` if one of them is not in the register, for then nothing can be said.
pub(super) fn cited<'c>(text: &str, registers: &'c Registers) -> Option<Vec<&'c Law>> {
    let known = |title: &str| {
        let law = registers.law(title);
        law.or_else(|| registers.law(&format!("{PREFIX}{title}")))
    };
    titles(text).into_iter().map(known).collect()
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
