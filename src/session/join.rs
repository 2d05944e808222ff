//! Three files joined for git, whatever is in them: by field where they can be read, by lines where they cannot,
//! byte for byte where they are no text.

use crate::catalog::standard::Standard;
use crate::merge::{Three, merge_lines, merge_marked};
use crate::session::staging::schema_of;
use crate::text::Marks;

/// 合并文件: what git is to put in the place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The bytes, with signs around what clashes.
    pub bytes: Vec<u8>,
    /// How many places clash.
    pub clashes: usize,
}

/// Joins two sides of a file of the catalog, by its path below it, that began with the same base; an empty base is
/// none.
pub fn join_files(
    standard: &Standard,
    path: &str,
    [base, ours, theirs]: [&[u8]; 3],
    marks: Marks<'_>,
) -> Joined {
    let texts = [base, ours, theirs].map(|bytes| std::str::from_utf8(bytes).ok());
    if let [Some(base), Some(ours), Some(theirs)] = texts {
        let merged = merge_marked(
            schema_of(standard, path),
            three([base, ours, theirs]),
            marks,
        );
        return Joined {
            bytes: merged.text.unwrap_or_default().into_bytes(),
            clashes: merged.clashes.len(),
        };
    }
    // A letter for each byte: lines are lines in every encoding that has ASCII in it.
    let [base, ours, theirs] = [base, ours, theirs].map(letters);
    let names = [marks.ours, marks.theirs].map(|name| letters(name.as_bytes()));
    let marks = Marks {
        ours: &names[0],
        theirs: &names[1],
        ..marks
    };
    let merged = merge_lines(three([&base, &ours, &theirs]), marks);
    let text = merged.text.unwrap_or_default();
    let bytes = text.chars().filter_map(|letter| u8::try_from(letter).ok());
    Joined {
        bytes: bytes.collect(),
        clashes: merged.clashes.len(),
    }
}

fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn three([base, ours, theirs]: [&str; 3]) -> Three<'_> {
    Three {
        base: Some(base).filter(|base| !base.is_empty()),
        ours: Some(ours),
        theirs: Some(theirs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_utf8_are_joined_by_lines_and_none_is_lost() {
        let standard = Standard::bundled().unwrap();
        // 甲, 乙 and 丙 in GB18030.
        let base = b"a: \xBC\xD7\nb: 1\nc: 2\n";
        let ours = b"a: \xD2\xD2\nb: 1\nc: 2\n";
        let marks = Marks {
            ours: "我方",
            theirs: "them",
            size: 7,
        };
        let join =
            |theirs: &[u8]| join_files(&standard, "bodies.yaml", [base, ours, theirs], marks);
        let joined = join(b"a: \xBC\xD7\nb: 1\nc: 3\n");
        assert_eq!(joined.bytes, b"a: \xD2\xD2\nb: 1\nc: 3\n");
        let joined = join(b"a: \xB1\xFB\nb: 1\nc: 2\n");
        let signs = "<<<<<<< 我方\n".as_bytes();
        let expected = [
            signs,
            b"a: \xD2\xD2\n=======\na: \xB1\xFB\n>>>>>>> them\nb: 1\nc: 2\n",
        ];
        assert_eq!(joined.bytes, expected.concat());
        assert_eq!(joined.clashes, 1);
    }
}
