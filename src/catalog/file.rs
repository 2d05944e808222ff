//! One file of the catalog: what it is by its path, and what it says. Of a large catalog the matters are
//! held packed, and one is read when more of it is asked for than that.

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::catalog::facts::pack;
use crate::catalog::{Facts, Field};
use crate::yaml::{Document, NodeId, Value};

/// 文件: one file.
#[derive(Clone, Debug)]
pub struct File {
    /// Path below the catalog folder, with `/`.
    pub path: Box<str>,
    /// What it is, by its path.
    pub kind: FileKind,
    packed: Option<Packed>,
    text: OnceLock<Box<Text>>,
}

/// What a file says, with the places of its fields if it is a matter.
#[derive(Clone, Debug)]
struct Text {
    document: Document,
    fields: [Option<NodeId>; Field::COUNT],
}

/// A file that is read only when it must be.
#[derive(Clone, Debug)]
struct Packed {
    facts: Facts,
    reader: Reader,
}

/// 读取: how a packed file is read, by its path; what is no longer there reads as nothing.
#[derive(Clone)]
pub struct Reader {
    read: Arc<Read<Document>>,
    /// Where that is quicker, how its text alone is.
    text: Option<Arc<Read<Arc<str>>>>,
}

type Read<T> = dyn Fn(&str) -> T + Send + Sync;

/// What a file is, by its path alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `mulu.yaml`.
    Manifest,
    /// `divisions.yaml`.
    Divisions,
    /// `bodies.yaml`.
    Bodies,
    /// `laws/<rank>.yaml`.
    Laws,
    /// `base/<department>/<code>.yaml`.
    Base,
    /// `local/<division>/<code>.yaml`.
    Local,
    /// `bundles/<id>.yaml`.
    Bundle,
    /// `baseline.yaml`.
    Baseline,
    /// A YAML file where the layout has none.
    Misplaced,
}

impl FileKind {
    /// What a file at this path is.
    pub fn of(path: &str) -> FileKind {
        let mut parts = path.split('/');
        match [(); 4].map(|()| parts.next()) {
            [Some("mulu.yaml"), None, ..] => FileKind::Manifest,
            [Some("divisions.yaml"), None, ..] => FileKind::Divisions,
            [Some("bodies.yaml"), None, ..] => FileKind::Bodies,
            [Some("laws"), Some(_), None, _] => FileKind::Laws,
            [Some("base"), Some(_), Some(_), None] => FileKind::Base,
            [Some("local"), Some(_), Some(_), None] => FileKind::Local,
            [Some("bundles"), Some(_), None, _] => FileKind::Bundle,
            [Some("baseline.yaml"), None, ..] => FileKind::Baseline,
            _ => FileKind::Misplaced,
        }
    }
}

impl Reader {
    /// A reader that asks a function.
    pub fn new(read: impl Fn(&str) -> Document + Send + Sync + 'static) -> Reader {
        let (read, text) = (Arc::new(read), None);
        Reader { read, text }
    }

    /// The same, with a function that is asked where only the text is wanted; it must be what the document has.
    #[must_use]
    pub fn with_text(self, text: impl Fn(&str) -> Arc<str> + Send + Sync + 'static) -> Reader {
        let text: Arc<Read<Arc<str>>> = Arc::new(text);
        Reader {
            text: Some(text),
            ..self
        }
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reader")
    }
}

impl Text {
    fn new(document: Document) -> Box<Text> {
        let mut fields = [None; Field::COUNT];
        for entry in document.root().iter().flat_map(Value::entries) {
            if let Some(field) = entry.key.text().and_then(Field::from_key) {
                let _ = fields[field as usize].get_or_insert(entry.value.id());
            }
        }
        Box::new(Text { document, fields })
    }

    fn value(&self, field: Field) -> Option<Value<'_>> {
        self.fields[field as usize].map(|id| self.document.value(id))
    }
}

impl File {
    /// Joins a path below the catalog folder and what was read there.
    pub fn new(path: &str, document: Document) -> File {
        File {
            path: path.into(),
            kind: FileKind::of(path),
            packed: None,
            text: OnceLock::from(Text::new(document)),
        }
    }

    /// A matter's file of which only the facts are known until more is asked for.
    pub fn packed(path: &str, facts: Facts, reader: Reader) -> File {
        File {
            path: path.into(),
            kind: FileKind::of(path),
            packed: Some(Packed { facts, reader }),
            text: OnceLock::new(),
        }
    }

    /// Whether it is read only when it must be.
    pub fn is_packed(&self) -> bool {
        self.packed.is_some()
    }

    /// The same file, packed and not yet read; `None` for one that is always held whole.
    pub fn afresh(&self) -> Option<File> {
        let packed = self.packed.clone()?;
        Some(File {
            packed: Some(packed),
            text: OnceLock::new(),
            ..File::named(&self.path)
        })
    }

    /// Looks at what it says; what must be read for that is not kept.
    pub fn glance<R>(&self, look: impl FnOnce(&Document) -> R) -> R {
        match self.unread().and_then(|_| self.afresh()) {
            Some(fresh) => look(fresh.document()),
            None => look(self.document()),
        }
    }

    /// Its text alone; if that must be read, it is not kept, and what it means is not asked.
    pub fn text_alone(&self) -> Arc<str> {
        let packed = self.packed.as_ref().filter(|_| self.text.get().is_none());
        match packed.and_then(|packed| packed.reader.text.as_ref()) {
            Some(read) => read(&self.path),
            None => self.glance(|document| Arc::clone(document.text())),
        }
    }

    fn named(path: &str) -> File {
        File {
            path: path.into(),
            kind: FileKind::of(path),
            packed: None,
            text: OnceLock::new(),
        }
    }

    /// What it says.
    pub fn document(&self) -> &Document {
        &self.text().document
    }

    fn text(&self) -> &Text {
        self.text.get_or_init(|| {
            let packed = self.packed.as_ref();
            let document = packed.map(|packed| (packed.reader.read)(&self.path));
            Text::new(document.unwrap_or_default())
        })
    }

    /// Whether it could be read to its end.
    pub fn is_whole(&self) -> bool {
        match self.unread() {
            Some(facts) => facts.is_whole(),
            None => self.document().is_whole(),
        }
    }

    /// The facts, as long as they are all that is known.
    pub(super) fn unread(&self) -> Option<&Facts> {
        let packed = self.packed.as_ref()?;
        self.text.get().is_none().then_some(&packed.facts)
    }

    /// Whether it states a field of a matter, be it with nothing in it.
    pub fn states(&self, field: Field) -> bool {
        match self.unread() {
            Some(facts) => facts.states(field),
            None => self.text().value(field).is_some(),
        }
    }

    /// Whether it says anything.
    pub fn has_root(&self) -> bool {
        match self.unread() {
            Some(facts) => facts.has_root(),
            None => self.document().root().is_some(),
        }
    }

    /// The value of a field of the matter in it.
    pub(crate) fn value(&self, field: Field) -> Option<Value<'_>> {
        match self.unread() {
            Some(facts) if !facts.states(field) => None,
            _ => self.text().value(field),
        }
    }

    /// The facts of it as bytes, as [`Facts::read`] takes them.
    pub fn pack(&self) -> Vec<u8> {
        if let Some(facts) = self.unread() {
            return facts.bytes().to_vec();
        }
        let text = self.text();
        let stated = Field::all().filter_map(|field| Some((field, text.value(field)?)));
        let flags = (text.document.is_whole(), text.document.root().is_some());
        pack(flags, stated)
    }

    /// The file's name without `.yaml`: a code, a rank or an id.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or("");
        name.strip_suffix(".yaml").unwrap_or(name)
    }

    /// The folder right above the file: a department or a division.
    pub fn folder(&self) -> &str {
        self.path.rsplit('/').nth(1).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_what_a_file_is() {
        assert_eq!(FileKind::of("base/09/000109001000.yaml"), FileKind::Base);
        assert_eq!(FileKind::of("local/330000/x.yaml"), FileKind::Local);
        assert_eq!(FileKind::of("local/x.yaml"), FileKind::Misplaced);
    }
}
