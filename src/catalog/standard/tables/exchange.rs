//! How tables from elsewhere name their columns and write their codes.

use serde::{Deserialize, Serialize};

use crate::catalog::FileKind;
use crate::text::Message;

/// 交换表: names of columns, codes and ways of writing that are known.
#[derive(Clone, Debug, Deserialize)]
pub struct Exchange {
    /// What a table of each kind of record is called.
    pub kinds: Vec<Titled>,
    /// Sheets that hold no records.
    pub not_data: Vec<String>,
    /// Other names of columns.
    pub columns: Vec<Columns>,
    /// Codes of other systems.
    pub codes: Vec<Recoding>,
    /// Ways to write yes and no.
    pub truths: Truths,
    /// Words behind a limit, longer ones first.
    pub units: Vec<Translation>,
    /// Cells that say nothing.
    pub blank: Vec<String>,
    /// What parts the items of a list, besides lines.
    pub separators: String,
    /// What a new record gets where a table says nothing.
    pub defaults: Vec<Defaults>,
}

/// 记录种类: what a row of a table stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RecordKind {
    /// 基本目录事项.
    Base,
    /// 实施清单事项.
    Local,
    /// 实施主体.
    Body,
    /// 法律法规.
    Law,
}

/// What a table of a kind of record is called.
#[derive(Clone, Debug, Deserialize)]
pub struct Titled {
    /// The kind.
    pub kind: RecordKind,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// What sheets from elsewhere are called.
    pub sheets: Vec<String>,
}

/// Names of a column.
#[derive(Clone, Debug, Deserialize)]
pub struct Columns {
    /// For these kinds of records.
    pub kinds: Vec<RecordKind>,
    /// The fields that may be meant; the first that fits the values.
    pub fields: Vec<String>,
    /// The names.
    pub names: Vec<String>,
}

/// 换算: the codes of another system for a field.
#[derive(Clone, Debug, Deserialize)]
pub struct Recoding {
    /// Its id, as a mapping names it.
    pub id: String,
    /// The fields.
    pub fields: Vec<String>,
    /// Its codes.
    pub values: Vec<Translation>,
}

/// One code of another system, or a word for one.
#[derive(Clone, Debug, Deserialize)]
pub struct Translation {
    /// The code there.
    pub code: String,
    /// The code here.
    pub to: String,
}

/// Ways to write yes and no.
#[derive(Clone, Debug, Deserialize)]
pub struct Truths {
    /// They mean yes.
    pub yes: Vec<String>,
    /// They mean no.
    pub no: Vec<String>,
}

/// What a new record gets where a table says nothing.
#[derive(Clone, Debug, Deserialize)]
pub struct Defaults {
    /// For this kind of record.
    pub kind: RecordKind,
    /// The field.
    pub field: String,
    /// Its value.
    pub value: String,
}

impl RecordKind {
    /// Every kind, what others refer to first.
    pub const ALL: [RecordKind; 4] = [
        RecordKind::Law,
        RecordKind::Body,
        RecordKind::Base,
        RecordKind::Local,
    ];

    /// The word for it in mappings and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            RecordKind::Base => "base",
            RecordKind::Local => "local",
            RecordKind::Body => "body",
            RecordKind::Law => "law",
        }
    }

    /// The kind of file that holds such records.
    pub fn file_kind(self) -> FileKind {
        match self {
            RecordKind::Base => FileKind::Base,
            RecordKind::Local => FileKind::Local,
            RecordKind::Body => FileKind::Bodies,
            RecordKind::Law => FileKind::Laws,
        }
    }
}

impl Exchange {
    /// What a table of a kind is called.
    pub fn title(&self, kind: RecordKind) -> Message {
        let titled = self.kinds.iter().find(|titled| titled.kind == kind);
        titled.map_or_else(
            || Message::same(kind.word()),
            |titled| Message {
                zh: titled.zh.clone(),
                en: titled.en.clone(),
            },
        )
    }
}
