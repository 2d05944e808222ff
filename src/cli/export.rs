//! `mulu export`: the catalog as tables and open data for other programs.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::Catalog;
use crate::catalog::standard::RecordKind;
use crate::cli::Exit;
use crate::cli::arguments::{self, option};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::exchange::{self, WorkbookWith};
use crate::levels::survey;
use crate::report::class_name;
use crate::store::write_atomically_by;
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words(
    "导出目录：xlsx、csv、json、jsonl、jsonld、ttl；前四种改过可以再导入",
    "Export the catalog: xlsx, csv, json, jsonl (made to be changed and imported again), jsonld, ttl",
);
const USAGE: Words = words("mulu export [选项] FILE", "mulu export [OPTIONS] FILE");
const FILE: Words = words(
    "写到哪个文件，按扩展名定格式；csv 一种记录一个文件，几种就给一个文件夹；- 是屏幕",
    "The file, its extension tells the form; a csv holds one kind, so give a folder for several; - is the screen",
);
const FORMAT: Words = words(
    "格式，默认看扩展名",
    "The form; by default the extension tells",
);
const KIND: Words = words(
    "只要这种记录：base、local、body 或 law，可写多次",
    "Only this kind of record: base, local, body or law; can be given several times",
);
const BOM: Words = words(
    "csv 开头加字节顺序标记，供 Excel 直接打开",
    "Begin a csv with a byte-order mark, for Excel to open it",
);
const AFTER: Words = words(
    "导出的是各文件自己写明的内容，沿用上级的不写。不改就导入，目录一个字节也不变。
xlsx 的格子都是文本，编码不会被改坏；与上级不同的格子有底色，另有差异表和数据字典。
csv 会给像公式的格子加一个撇号，导入时去掉。jsonld 和 ttl 按 CPSV-AP 3 的词汇写出全部事项，沿用上级的也写。json 的模式见 schemas 的 export.schema.json。",
    "What is exported is what each file states itself, not what it inherits. Imported unchanged, not a byte of the
catalog changes. All cells of an xlsx are text, so that codes stay what they are; cells that differ from the
level above are coloured, and there are sheets of differences and of what each column is. In a csv a cell that
looks like a formula gets an apostrophe, which import takes away. jsonld and ttl tell all matters by the
vocabulary of CPSV-AP 3, what they inherit included. export.schema.json of the schemas is that of json.",
);
const NO_FORMAT: Words = words(
    "看不出 {path} 要什么格式",
    "it is not clear in which form {path} is to be",
);
const SAY_FORMAT: Words = words(
    "用 --format 说明：xlsx、csv、json、jsonl、jsonld 或 ttl",
    "tell with --format: xlsx, csv, json, jsonl, jsonld or ttl",
);
const ONE_KIND: Words = words(
    "一个 csv 文件只放一种记录",
    "a csv file holds one kind of record",
);
const SAY_KIND: Words = words(
    "用 --kind 选一种，或给一个文件夹（--format csv）",
    "choose one with --kind, or give a folder (--format csv)",
);
const NOT_HERE: Words = words(
    "xlsx 只能写到文件，不能写到屏幕",
    "xlsx goes to a file, not to the screen",
);
const WRITTEN: Words = words("已写入 {path}", "written to {path}");

/// 格式: what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Xlsx,
    Csv,
    Json,
    JsonLines,
    JsonLd,
    Turtle,
}

const FORMS: [(&str, Form); 6] = [
    ("xlsx", Form::Xlsx),
    ("csv", Form::Csv),
    ("json", Form::Json),
    ("jsonl", Form::JsonLines),
    ("jsonld", Form::JsonLd),
    ("ttl", Form::Turtle),
];

pub(super) fn command(lang: Lang) -> Command {
    let forms = FORMS.map(|(word, _)| word);
    let kinds = RecordKind::ALL.map(RecordKind::word);
    Command::new("export")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help(FILE.of(lang)),
        )
        .arg(
            option("format", "FORMAT", FORMAT, lang).value_parser(PossibleValuesParser::new(forms)),
        )
        .arg(
            option("kind", "KIND", KIND, lang)
                .action(ArgAction::Append)
                .value_parser(PossibleValuesParser::new(kinds)),
        )
        .arg(
            Arg::new("bom")
                .long("bom")
                .action(ArgAction::SetTrue)
                .help(BOM.of(lang)),
        )
}

/// What was asked for.
struct Asked {
    /// `None` for the screen.
    path: Option<PathBuf>,
    form: Form,
    kinds: Vec<RecordKind>,
    is_marked: bool,
}

impl Asked {
    fn of(matches: &ArgMatches, call: &Call<'_>) -> Result<Asked, Failure> {
        let typed = matches
            .get_one::<PathBuf>("file")
            .cloned()
            .unwrap_or_default();
        let extension = typed
            .extension()
            .map(|end| end.to_string_lossy().to_lowercase());
        let told = arguments::text(matches, "format");
        let word = if told.is_empty() {
            extension.unwrap_or_default()
        } else {
            told.to_owned()
        };
        let form = FORMS
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, form)| *form);
        let no_form = || {
            let path = typed.display().to_string();
            Failure::new(NO_FORMAT.with(&[("path", &path)])).hint(SAY_FORMAT)
        };
        let words: Vec<&String> = matches.get_many("kind").into_iter().flatten().collect();
        let is_meant =
            |kind: &RecordKind| words.is_empty() || words.iter().any(|word| *word == kind.word());
        Ok(Asked {
            form: form.ok_or_else(no_form)?,
            path: (typed != Path::new("-")).then(|| call.full(&typed)),
            kinds: RecordKind::ALL.into_iter().filter(is_meant).collect(),
            is_marked: matches.get_flag("bom"),
        })
    }
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let asked = Asked::of(matches, call)?;
    let session = call.open()?;
    let catalog = session.catalog();
    match (asked.form, &asked.path) {
        (Form::Xlsx, None) => return Err(Failure::new(NOT_HERE)),
        (Form::Xlsx, Some(path)) => {
            let bytes = book(catalog, &asked, call)?;
            write_atomically_by(path, &mut |out| out.write_all(&bytes))?;
        }
        (Form::Csv, Some(path)) if path.extension().is_none() => folder(catalog, &asked, path)?,
        (Form::Csv, _) if asked.kinds.len() != 1 => {
            return Err(Failure::new(ONE_KIND).hint(SAY_KIND));
        }
        (_, Some(path)) => write_atomically_by(path, &mut |out| fill(catalog, &asked, out))?,
        (_, None) => {
            let mut out = call.out.raw();
            // A reader that has gone away is no failure; the output itself knows of a full disk.
            let _ = fill(catalog, &asked, &mut out);
        }
    }
    if let Some(path) = &asked.path {
        let path = path.display().to_string();
        let said = WRITTEN.with(&[("path", &*visible(&path))]);
        call.out.line(said.of(call.look.lang));
    }
    Ok(Exit::Clean)
}

fn book(catalog: &Catalog, asked: &Asked, call: &Call<'_>) -> Result<Vec<u8>, Failure> {
    let differences = survey(catalog, call.today);
    let with = WorkbookWith {
        kinds: &asked.kinds,
        differences: &differences,
        class: class_name,
        lang: call.look.lang,
    };
    Ok(exchange::workbook(catalog, &with)?)
}

/// A file for each kind.
fn folder(catalog: &Catalog, asked: &Asked, folder: &Path) -> Result<(), Failure> {
    for kind in &asked.kinds {
        let path = folder.join(format!("{}.csv", kind.word()));
        write_atomically_by(&path, &mut |out| {
            exchange::write_csv(catalog, *kind, asked.is_marked, out)
        })?;
    }
    Ok(())
}

fn fill(catalog: &Catalog, asked: &Asked, out: &mut dyn Write) -> std::io::Result<()> {
    match asked.form {
        Form::Json => exchange::write_json(catalog, &asked.kinds, out),
        Form::JsonLines => exchange::write_json_lines(catalog, &asked.kinds, out),
        Form::JsonLd => exchange::write_json_ld(catalog, out),
        Form::Turtle => exchange::write_turtle(catalog, out),
        Form::Csv | Form::Xlsx => {
            let mut kinds = asked.kinds.iter();
            kinds.try_for_each(|kind| exchange::write_csv(catalog, *kind, asked.is_marked, out))
        }
    }
}
