//! One file of the catalog: what it is by its path, and its document.

use crate::yaml::Document;

/// 文件: one file, read.
#[derive(Clone, Debug)]
pub struct File {
    /// Path below the catalog folder, with `/`.
    pub path: Box<str>,
    /// What it is, by its path.
    pub kind: FileKind,
    document: Document,
}

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
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["mulu.yaml"] => FileKind::Manifest,
            ["divisions.yaml"] => FileKind::Divisions,
            ["bodies.yaml"] => FileKind::Bodies,
            ["laws", _] => FileKind::Laws,
            ["base", _, _] => FileKind::Base,
            ["local", _, _] => FileKind::Local,
            ["bundles", _] => FileKind::Bundle,
            ["baseline.yaml"] => FileKind::Baseline,
            _ => FileKind::Misplaced,
        }
    }
}

impl File {
    /// Joins a path below the catalog folder and what was read there.
    pub fn new(path: &str, document: Document) -> File {
        File {
            path: path.into(),
            kind: FileKind::of(path),
            document,
        }
    }

    /// What it says.
    pub fn document(&self) -> &Document {
        &self.document
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
