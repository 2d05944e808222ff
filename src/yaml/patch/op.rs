//! The edits there are, and how each is made.

use crate::text::Edit;
use crate::yaml::patch::spot::Spot;
use crate::yaml::patch::write::{Manner, Writer};
use crate::yaml::patch::{
    Data, Refusal, block, check, flow, intent, letters, minimal, plain, set, spot,
};
use crate::yaml::{Document, Path, Style};

/// One change of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Gives the value at a path another content; a missing last key is inserted at the end.
    Set {
        /// The value.
        path: Path,
        /// Its new content.
        value: Data,
    },
    /// Puts a key into a mapping. Nothing (`key:`) counts as an empty one.
    InsertKey {
        /// The mapping.
        path: Path,
        /// The index the entry will have; `None` for the end.
        at: Option<usize>,
        /// The key, which must not be there yet.
        key: String,
        /// Its value.
        value: Data,
    },
    /// Puts an item into a sequence. Nothing (`key:`) counts as an empty one.
    InsertItem {
        /// The sequence.
        path: Path,
        /// The index the item will have; `None` for the end.
        at: Option<usize>,
        /// The item.
        value: Data,
    },
    /// Takes an entry or an item out. The last one leaves `{}` or `[]`.
    Remove {
        /// The value of the entry, or the item.
        path: Path,
    },
    /// Gives the key of an entry another name.
    Rename {
        /// The value of the entry.
        path: Path,
        /// The new key.
        key: String,
    },
    /// Moves an entry or an item to another place among its siblings.
    Move {
        /// The value of the entry, or the item.
        path: Path,
        /// The index it will have.
        to: usize,
    },
    /// Takes the byte-order mark away.
    Unmark,
    /// Ends every line in LF, none in CR LF or CR.
    EndLines,
}

/// The way to the document as a whole.
static WHOLE: Path = Path(Vec::new());

impl Op {
    /// The path the change is about.
    pub fn path(&self) -> &Path {
        match self {
            Op::Set { path, .. }
            | Op::InsertKey { path, .. }
            | Op::InsertItem { path, .. }
            | Op::Remove { path }
            | Op::Rename { path, .. }
            | Op::Move { path, .. } => path,
            Op::Unmark | Op::EndLines => &WHOLE,
        }
    }

    /// Whether only letters change and nothing that the document says.
    pub(super) fn is_of_letters(&self) -> bool {
        matches!(self, Op::Unmark | Op::EndLines)
    }
}

/// The edits that make a change: sorted, minimal, and checked by reading the edited text. No edits if the
/// document says so already; but a plain scalar that is a code of digits first, or that some reader takes for a number, a date
/// or a truth value, gets its quotes when it is set to the text it is.
pub fn patch(document: &Document, op: &Op) -> Result<Vec<Edit>, Refusal> {
    if !document.is_faithful() {
        return Err(Refusal::Unfaithful);
    }
    if !document.is_whole() {
        return Err(Refusal::Broken);
    }
    let before = document.root().map_or(Data::Empty, Data::of);
    let after = intent::apply(before.clone(), op)?;
    let only_quotes = after == before && is_doubtful(document, op);
    if after == before && !op.is_of_letters() && !only_quotes {
        return Ok(Vec::new());
    }
    let manners: &[Manner] = if only_quotes {
        &[Manner::Quoted]
    } else {
        &[Manner::Kept, Manner::Unfolded, Manner::Quoted]
    };
    spot::refuse_anchors(document, op)?;
    let mut refusal = Refusal::Unusual;
    for manner in manners {
        let writer = Writer::new(document, *manner);
        let edits = edits(document, op, &writer).map(|edits| minimal::trim(document.text(), edits));
        match edits.and_then(|edits| check::check(document, &edits, &after).map(|()| edits)) {
            Ok(edits) => return Ok(edits),
            Err(refused @ Refusal::Unsafe(_)) => refusal = refused,
            Err(refused) => return Err(refused),
        }
    }
    Err(refusal)
}

/// Whether a text is set where it stands already, but not safely.
fn is_doubtful(document: &Document, op: &Op) -> bool {
    let Op::Set {
        path,
        value: Data::Text(text),
    } = op
    else {
        return false;
    };
    let is_plain = |spot: Spot<'_>| spot.value.style() == Some(Style::Plain);
    let opens_as_number = text.starts_with(|first: char| first.is_ascii_digit());
    let is_code = opens_as_number && plain::is_code(text);
    Spot::find(document, path).is_ok_and(is_plain) && (is_code || !plain::is_safe(text, true))
}

fn edits(document: &Document, op: &Op, writer: &Writer<'_>) -> Result<Vec<Edit>, Refusal> {
    match op {
        Op::Set { path, value } => set::set(document, path, value, writer),
        Op::InsertKey {
            path,
            at,
            key,
            value,
        } => set::insert(document, path, *at, Some(key), value, writer),
        Op::InsertItem { path, at, value } => set::insert(document, path, *at, None, value, writer),
        Op::Remove { path } => {
            let spot = Spot::find(document, path)?;
            let (parent, index) = spot.place()?;
            if parent.is_flow() {
                flow::remove(parent, index)
            } else {
                block::remove(document, &spot, parent, index)
            }
        }
        Op::Rename { path, key } => {
            let spot = Spot::find(document, path)?;
            Ok(vec![spot.rename(key)?])
        }
        Op::Move { path, to } => {
            let spot = Spot::find(document, path)?;
            let (parent, index) = spot.place()?;
            if parent.is_flow() {
                flow::shift(parent, index, *to)
            } else {
                block::shift(document, &spot, index, *to, writer)
            }
        }
        Op::Unmark => Ok(letters::unmark(document.text())),
        Op::EndLines => Ok(letters::end_lines(document.text())),
    }
}
