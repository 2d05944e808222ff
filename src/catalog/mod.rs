//! From files to matters: what kind a file is, what it says, and how matters, laws, bodies and divisions
//! hang together. Pure: it is handed bytes and knows no disk.

mod baseline;
mod code_plan;
mod codes;
mod effective;
mod exception;
mod facts;
mod field;
mod file;
mod index;
mod law;
mod manifest;
mod matter;
mod numbering;
mod parts;
mod registers;
mod remit;
pub mod standard;
mod ties;

pub use baseline::Recorded;
pub use code_plan::{CodePlan, ReservedCodes, RetiredCode};
pub use effective::{Effective, effective, effective_text, effective_value};
pub use exception::Exception;
pub use facts::Facts;
pub use field::Field;
pub use file::{File, FileKind, Reader};
pub use index::{Catalog, MatterId};
pub use law::{Law, LawStatus, LawVersion};
pub use manifest::{Manifest, Scope, Weights};
pub(crate) use matter::limit;
pub use matter::{Basis, Floor, Matter};
pub use numbering::MainItems;
pub use registers::{Body, Division, Registers};
pub use remit::{
    Area, Author, Belonging, Editor, Key, Line, Remit, Ruling, Signature, Touch, first_change,
    lies_in, rulings, touches,
};
