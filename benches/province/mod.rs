//! A made-up province: a catalog of any size that is clean but for what was planted in it, and the list of
//! what was. The same seed and size give the same bytes. No place, body or law in it is meant to be real.

mod base;
mod flaws;
mod local;
mod places;
mod words;

use base::{Base, bases};
use local::locals;
use places::{Place, bodies_file, divisions_file, places};

/// 大小: how large a province is to be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// Base matters.
    pub(crate) bases: usize,
    /// Local matters, spread over as many divisions as that takes.
    pub(crate) locals: usize,
    /// Of a thousand local matters, how many have something planted in them.
    pub(crate) planted: u32,
}

impl Size {
    /// A catalog of so many matters, with more base matters and more divisions the larger it is.
    pub(crate) fn of(matters: usize) -> Size {
        let bases = match matters {
            0..5_000 => matters / 5,
            5_000..50_000 => matters / 16,
            50_000..200_000 => matters / 60,
            _ => matters / 115,
        };
        Size {
            bases,
            locals: matters - bases,
            planted: 60,
        }
    }
}

/// 省: the files of a catalog by their paths below `catalog/`, and what was planted in them.
pub(crate) struct Province {
    /// The files.
    pub(crate) files: Vec<(String, String)>,
    /// The planted differences.
    pub(crate) differences: Vec<Planted>,
    /// The local matters whose base code was broken, each with the base code it should have.
    pub(crate) broken: Vec<Broken>,
    /// What a check is to find, and nothing else: file and rule.
    pub(crate) findings: Vec<(String, &'static str)>,
}

/// One planted difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Planted {
    /// The file.
    pub(crate) path: String,
    /// Key of the field.
    pub(crate) field: &'static str,
    /// Word of the class of difference that it is.
    pub(crate) class: &'static str,
}

/// One broken base code.
#[derive(Clone, Debug)]
pub(crate) struct Broken {
    /// The file.
    pub(crate) path: String,
    /// The base code that is meant.
    pub(crate) meant: String,
    /// Whether its name was changed too.
    pub(crate) is_renamed: bool,
}

/// Makes a province.
pub(crate) fn province(seed: u64, size: Size) -> Province {
    let mut dice = fastrand::Rng::with_seed(seed);
    let bases = bases(&mut dice, size.bases);
    let places = places(size.locals.div_ceil(size.bases.max(1)).max(1) * 2);
    let mut province = Province {
        files: vec![
            ("mulu.yaml".to_owned(), MANIFEST.to_owned()),
            ("divisions.yaml".to_owned(), divisions_file(&places)),
            ("bodies.yaml".to_owned(), bodies_file(&places)),
            ("laws/law.yaml".to_owned(), base::laws_file()),
        ],
        differences: Vec::new(),
        broken: Vec::new(),
        findings: Vec::new(),
    };
    let base_files = bases.iter().map(|base| (base.path(), base.text()));
    province.files.extend(base_files);
    locals(&mut dice, (&bases, &places), size, &mut province);
    province
}

const MANIFEST: &str = "format: 1\ntitle: 临江省事项目录（编造）\nhome: \"330000\"\nsample: true\n";
