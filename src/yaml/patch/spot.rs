//! The place of a value: in which collection, at which index, after which sign.

use crate::text::{Edit, Span};
use crate::yaml::patch::layout::{self, Layout};
use crate::yaml::patch::write::Writer;
use crate::yaml::patch::{Op, Refusal};
use crate::yaml::{Document, NodeId, Path, ProblemKind, Step, Value, source};

/// A value with the collections it stands in.
pub(super) struct Spot<'d> {
    pub(super) value: Value<'d>,
    /// The collections around it with the index of the next one, the outermost first.
    around: Vec<(Value<'d>, usize)>,
}

/// The sign after which a value stands in a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Colon,
    Dash,
}

/// Where a value in a block stands.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    pub(super) sign: Sign,
    /// Right after the sign.
    pub(super) mark: usize,
    /// The column of the key or the dash.
    pub(super) column: usize,
}

impl<'d> Spot<'d> {
    /// Goes down a path.
    pub(super) fn find(document: &'d Document, path: &Path) -> Result<Spot<'d>, Refusal> {
        let not_found = || Refusal::NotFound(path.clone());
        let mut spot = Spot::root(document).ok_or_else(not_found)?;
        for step in &path.0 {
            spot = spot.down(step).ok_or_else(not_found)?;
        }
        Ok(spot)
    }

    pub(super) fn root(document: &'d Document) -> Option<Spot<'d>> {
        let value = document.root()?;
        let around = Vec::new();
        Some(Spot { value, around })
    }

    fn down(mut self, step: &Step) -> Option<Spot<'d>> {
        let (index, value) = match step {
            Step::Index(index) => (*index, self.value.item(*index)?),
            Step::Key(key) => {
                let mut entries = self.value.entries().enumerate();
                let (index, entry) = entries.find(|(_, entry)| entry.key.raw() == key)?;
                (index, entry.value)
            }
        };
        self.around.push((self.value, index));
        self.value = value;
        Some(self)
    }

    /// The collection the value stands in, and its index there.
    pub(super) fn place(&self) -> Result<(Value<'d>, usize), Refusal> {
        self.around
            .last()
            .copied()
            .ok_or_else(|| Refusal::NotACollection(Path::default()))
    }

    /// Whether the value stands inside brackets.
    pub(super) fn is_in_flow(&self) -> bool {
        self.around
            .last()
            .is_some_and(|(parent, _)| parent.is_flow())
    }

    /// Where the value stands, if it stands in a block; `None` for the outermost one.
    pub(super) fn opening(&self) -> Result<Option<Opening>, Refusal> {
        let Some((parent, index)) = self.around.last() else {
            return Ok(None);
        };
        // The floor bounds comments only, which no opening asks for.
        let layout = Layout::of(*parent, Some(0))?;
        let element = layout.get(*index)?;
        let is_entry = parent.entries().len() > 0;
        Ok(Some(Opening {
            sign: if is_entry { Sign::Colon } else { Sign::Dash },
            mark: element.mark,
            column: layout::column(layout.text, element.head),
        }))
    }

    /// The layout of the collection that the value is.
    pub(super) fn layout(&self) -> Result<Layout<'d>, Refusal> {
        let floor = if self.is_in_flow() {
            Some(self.value.span().start as usize)
        } else {
            self.opening()?.map(|opening| opening.mark)
        };
        Layout::of(self.value, floor)
    }

    /// The spot of the collection the value stands in.
    pub(super) fn above(&self) -> Result<Spot<'d>, Refusal> {
        let (value, _) = self.place()?;
        let around = self
            .around
            .get(..self.around.len() - 1)
            .unwrap_or(&[])
            .to_vec();
        Ok(Spot { value, around })
    }

    /// The key of the value, if it has one.
    fn key(&self) -> Option<Value<'d>> {
        let (parent, index) = self.around.last()?;
        parent.entries().nth(*index).map(|entry| entry.key)
    }

    /// The edit that gives the key another name.
    pub(super) fn rename(&self, key: &str) -> Result<Edit, Refusal> {
        let old = self.key().ok_or(Refusal::Unusual)?;
        Ok(Edit {
            span: old.span(),
            text: Writer::key_like(old, key, self.is_in_flow()),
        })
    }
}

/// Refuses a change of what has an anchor, an alias or a tag, and of what stands in such a collection: what
/// an alias elsewhere says would change with it.
pub(super) fn refuse_anchors(document: &Document, op: &Op) -> Result<(), Refusal> {
    let suspects: Vec<Span> = document
        .problems()
        .iter()
        .filter(|problem| {
            matches!(
                problem.kind,
                ProblemKind::Anchor | ProblemKind::Alias | ProblemKind::Tag
            )
        })
        .map(|problem| problem.span)
        .collect();
    let is_free = suspects.is_empty() || op.is_of_letters();
    let Some(mut spot) = Spot::root(document).filter(|_| !is_free) else {
        return Ok(());
    };
    let text = document.text();
    let mut touched = Vec::new();
    let mut is_found = true;
    for step in &op.path().0 {
        touched.push(properties(text, spot.value));
        let Some(next) = spot.down(step) else {
            is_found = false;
            spot = Spot {
                value: document.value(NodeId(0)),
                around: Vec::new(),
            };
            break;
        };
        spot = next;
    }
    match op {
        Op::InsertKey { .. } | Op::InsertItem { .. } => touched.push(properties(text, spot.value)),
        _ if is_found => {
            let start = spot
                .key()
                .map_or(spot.value.span().start, |key| key.span().start);
            let span = spot.value.span();
            touched.push(Span {
                start,
                end: span.end.max(start),
            });
        }
        _ => {}
    }
    let is_touched = |suspect: &Span| {
        touched
            .iter()
            .any(|span| span.start <= suspect.start && suspect.start < span.end)
    };
    if suspects.iter().any(is_touched) {
        return Err(Refusal::Anchors);
    }
    Ok(())
}

/// The stretch of a value's anchor and tag.
fn properties(text: &str, value: Value<'_>) -> Span {
    let start = value.span().start as usize;
    Span::new(start, source::skip_properties(text, start))
}
