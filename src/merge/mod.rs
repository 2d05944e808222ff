//! Two people's work on one file joined: what each did since the text both began with. Fields are joined one
//! by one, lists by what tells their elements apart, long texts by words. Nothing is ever chosen silently:
//! what both changed comes back as a clash, and every word of either side is in the result or in a clash.

mod comments;
mod content;
mod list;
mod marked;
mod sequence;
mod settle;
mod strands;
mod text;

#[cfg(test)]
mod tests;

pub use content::{Clash, ClashPlace, Side};
pub use settle::{MarkedClash, marked_clashes, settle_marked};

use crate::catalog::standard::Schema;
use crate::merge::comments::with_comments;
use crate::merge::content::{Joiner, Settling};
use crate::merge::strands::{Strands, join_lines};
use crate::text::{Marks, apply};
use crate::yaml::{Data, Document, Op, Path, ProblemKind, patch, read};

/// 三方文本: what both sides began with, and what each made of it; `None` where there is no file.
#[derive(Clone, Copy, Debug)]
pub struct Three<'t> {
    /// What both began with.
    pub base: Option<&'t str>,
    /// What we made of it.
    pub ours: Option<&'t str>,
    /// What they made of it.
    pub theirs: Option<&'t str>,
}

/// 合并结果: the joined text, and what both sides changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The joined text; `None` if there is to be no file. Where the sides clash it has the one that was chosen,
    /// and ours where nothing was.
    pub text: Option<String>,
    /// What both sides changed in different ways, chosen or not, always in the same order.
    pub clashes: Vec<Clash>,
}

/// Joins two people's work on one file. `choices` says for each clash, in their order, which side is taken.
pub fn merge(schema: Option<&Schema>, three: Three<'_>, choices: &[Side]) -> Merged {
    settled_by(schema, three, Settling::Chosen(choices))
}

/// The same, with both sides of each clash in the text, signs around them: inside the value where the file can be
/// taken apart, so that it stays readable; else around the lines.
pub fn merge_marked(schema: Option<&Schema>, three: Three<'_>, marks: Marks<'_>) -> Merged {
    settled_by(schema, three, Settling::Marked(marks))
}

/// The same for what is no YAML: line by line, and nothing but lines is known of it.
pub fn merge_lines(three: Three<'_>, marks: Marks<'_>) -> Merged {
    let sides = Strands {
        base: three.base.unwrap_or_default(),
        ours: three.ours.unwrap_or_default(),
        theirs: three.theirs.unwrap_or_default(),
    };
    let (text, clashes) = join_lines(sides, Settling::Marked(marks));
    Merged {
        text: Some(text),
        clashes,
    }
}

fn settled_by(schema: Option<&Schema>, three: Three<'_>, settling: Settling<'_>) -> Merged {
    let Three { base, ours, theirs } = three;
    if ours == theirs || base == theirs {
        return settled(ours);
    }
    if base == ours {
        return settled(theirs);
    }
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => join(
            schema,
            Strands {
                base: base.unwrap_or_default(),
                ours,
                theirs,
            },
            settling,
        ),
        _ => kept_or_gone(three, settling),
    }
}

fn settled(text: Option<&str>) -> Merged {
    Merged {
        text: text.map(str::to_owned),
        clashes: Vec::new(),
    }
}

/// One side took the file away, the other went on with it.
fn kept_or_gone(three: Three<'_>, settling: Settling<'_>) -> Merged {
    let taken = match settling {
        Settling::Chosen([Side::Theirs, ..]) => three.theirs,
        // Nothing in a file can say that it is to be gone.
        Settling::Chosen([Side::Both, ..]) | Settling::Marked(_) => three.ours.or(three.theirs),
        Settling::Chosen(_) => three.ours,
    };
    let data = |text: Option<&str>| text.map(Data::from);
    Merged {
        text: taken.map(str::to_owned),
        clashes: vec![Clash {
            place: ClashPlace::File,
            base: data(three.base),
            ours: data(three.ours),
            theirs: data(three.theirs),
        }],
    }
}

fn join(schema: Option<&Schema>, sides: Strands<'_>, settling: Settling<'_>) -> Merged {
    let documents = [sides.base, sides.ours, sides.theirs].map(read);
    let [base, ours, theirs] = &documents;
    if documents.iter().all(is_plain) {
        let mut work = Joiner::new(settling);
        let datas = [said(base), said(ours), said(theirs)];
        let joined = work.value(schema, datas.each_ref().map(Option::as_ref));
        if let Some(text) = written(sides, joined.as_ref()) {
            return Merged {
                text: Some(text),
                clashes: work.clashes,
            };
        }
    }
    let (text, clashes) = join_lines(sides, settling);
    Merged {
        text: Some(text),
        clashes,
    }
}

/// Whether a text can be taken apart into fields and written again without guessing.
fn is_plain(document: &Document) -> bool {
    let strange = |kind: ProblemKind| {
        matches!(
            kind,
            ProblemKind::DuplicateKey
                | ProblemKind::ComplexKey
                | ProblemKind::Anchor
                | ProblemKind::Alias
                | ProblemKind::Tag
                | ProblemKind::SecondDocument
        )
    };
    document.is_editable() && !document.problems().iter().any(|found| strange(found.kind))
}

fn said(document: &Document) -> Option<Data> {
    document.root().map(Data::of)
}

/// A text that says what was joined. It begins with the lines of both sides as far as those do not touch, so
/// that comments and dress of both stay; else with ours.
fn written(sides: Strands<'_>, joined: Option<&Data>) -> Option<String> {
    let (lines, _) = join_lines(sides, Settling::Chosen(&[]));
    let starts = [lines.as_str(), sides.ours];
    starts.iter().find_map(|start| {
        let text = saying(start, joined?)?;
        with_comments(sides, text)
    })
}

/// A text changed so that it says something; `None` if that cannot be done field by field.
fn saying(text: &str, wanted: &Data) -> Option<String> {
    let document = read(text);
    if !is_plain(&document) {
        return None;
    }
    if said(&document).as_ref() == Some(wanted) {
        return Some(text.to_owned());
    }
    let op = Op::Set {
        path: Path::default(),
        value: wanted.clone(),
    };
    let edits = patch(&document, &op).ok()?;
    Some(apply(text, &edits))
}
