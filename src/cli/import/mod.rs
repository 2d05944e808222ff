//! `mulu import`: tables of other systems become part of the catalog, row by row.

mod json;
mod tell;

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::standard::RecordKind;
use crate::cli::arguments::{self, option};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::interrupt::Interrupt;
use crate::cli::progress::Waiting;
use crate::cli::{Exit, afterwards, fix};
use crate::exchange::{self, Import, Mapping, Proposed, Table, rejects_csv};
use crate::session::Session;
use crate::store::{read_bytes, write_atomically};
use crate::text::{Lang, Message, Words, words};
use crate::yaml::decode;

const ABOUT: Words = words(
    "导入表格（xlsx、xls、csv、json）：事项、实施主体、法律法规",
    "Import tables (xlsx, xls, csv, json): matters, bodies, laws",
);
const USAGE: Words = words("mulu import [选项] FILE", "mulu import [OPTIONS] FILE");
const FILE: Words = words(
    "表格文件；文本可用 UTF-8、UTF-16、GB18030",
    "The table; text may be UTF-8, UTF-16 or GB18030",
);
const MAP: Words = words(
    "列与字段的对应表；还没有这个文件就写一份，可以改",
    "The mapping of columns to fields; written there if it is not there yet, to be changed",
);
const KIND: Words = words(
    "每行是什么：base、local、body 或 law；默认由列名判断",
    "What the rows are: base, local, body or law; by default the columns tell",
);
const WRITE: Words = words(
    "写入目录；不写这个选项只预览",
    "Write it to the catalog; without this, only show what would happen",
);
const DIFF: Words = words(
    "输出补丁（可交给 git apply），不写入",
    "Print a patch (for git apply), and write nothing",
);
const REJECTS: Words = words(
    "拒收的行和原因写到这个 CSV；写入时默认为表格旁的 FILE.rejects.csv",
    "Where rejected rows go with their reasons; when writing, by default FILE.rejects.csv beside the table",
);
const AFTER: Words = words(
    "逐字段与已有的合并：空格子不动已有内容，注释和顺序不变；再导入一次什么也不会变。
被表格软件改坏的编码（科学记数、丢掉的零、变成日期）不猜，连同原因写进拒收文件，改好后可直接再导入。
退出码：0 全部收下，1 有拒收的行，2 没有做成。
json 的格式在版本 1 内只增不改：written、rows、new、changed、same、repeated、rejected、unlinked、files、
rejects（sheet、row、reason）、mapping、left（没有取的工作表）。",
    "Merged with what is there, field by field: an empty cell leaves things alone, comments and order stay, and a
second import changes nothing. Codes that a spreadsheet spoilt (scientific notation, lost zeros, dates) are not
guessed; they go to the rejects with the reason, and that file can be mended and imported.
Exit: 0 all taken, 1 some rows rejected, 2 could not be done.
Within version 1 of the json form keys are only added: written, rows, new, changed, same, repeated, rejected,
unlinked, files, rejects (sheet, row, reason), mapping, left (sheets that are not taken).",
);
const NOTHING: Words = words(
    "看不出表里是什么：没有认出足够的列名",
    "it is not clear what the table holds: too few of its columns are known",
);
const SAY_HOW: Words = words(
    "用 --kind 说明每行是什么，或者写一份对应表交给 --map；认得的列名见 schemas 的 exchange.yaml",
    "tell with --kind what the rows are, or write a mapping for --map; known names stand in exchange.yaml of the \
     schemas",
);
const READING: Words = words("读表", "reading");
const WRITING: Words = words("写入", "writing");

pub(super) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let arg = Arg::new(name).long(name).action(ArgAction::SetTrue);
        arg.help(help.of(lang))
    };
    let path = clap::value_parser!(PathBuf);
    Command::new("import")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(path.clone())
                .help(FILE.of(lang)),
        )
        .arg(option("map", "MAP", MAP, lang).value_parser(path.clone()))
        .arg(
            option("kind", "KIND", KIND, lang).value_parser(PossibleValuesParser::new(
                RecordKind::ALL.map(RecordKind::word),
            )),
        )
        .arg(flag("write", WRITE).conflicts_with("diff"))
        .arg(flag("diff", DIFF))
        .arg(option("rejects", "CSV", REJECTS, lang).value_parser(path))
        .arg(arguments::format(lang))
}

/// What was read, what it would do, and what became of it.
struct Done {
    tables: Vec<Table>,
    /// What the rows of each table stand for.
    kinds: Vec<Message>,
    proposed: Proposed,
    import: Import,
    /// Where the mapping was written, if it was.
    map: Option<PathBuf>,
    /// Where the rejected rows were written, if they were.
    rejects: Option<PathBuf>,
    is_written: bool,
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let path = |name: &str| matches.get_one::<PathBuf>(name).map(|path| call.full(path));
    let file = path("file").unwrap_or_default();
    let tables = exchange::read(&read_bytes(&file)?).map_err(|wrong| Failure::new(wrong.0))?;
    let mut session = afterwards::open(call)?;
    let (proposed, map) = mapping(matches, path("map").as_deref(), &session, &tables)?;
    let import = {
        let waiting = Waiting::new(READING, call.look.lang);
        let progress = |done, all| {
            waiting.tell(done, all);
            true
        };
        exchange::import(session.catalog(), &tables, &proposed.mapping, &progress)?
    };
    let exchange = &session.catalog().standard.tables.exchange;
    let kinds = proposed.mapping.tables.iter();
    let mut done = Done {
        kinds: kinds.map(|of| exchange.title(of.kind)).collect(),
        tables,
        proposed,
        import: import.unwrap_or_default(),
        map,
        rejects: None,
        is_written: false,
    };
    let rejects = path("rejects");
    if matches.get_flag("diff") {
        session.carry_plan(done.import.plan.clone());
        call.out.write(&fix::patch(&session));
    } else {
        settle(matches, call, &mut session, &mut done)?;
    }
    let beside = done.is_written.then(|| file.with_extension("rejects.csv"));
    if let Some(rejects) = rejects.or(beside) {
        write_rejects(&mut done, rejects)?;
    }
    if arguments::is_json(matches) {
        call.out.write(&json::text(&done));
    } else if !matches.get_flag("diff") {
        tell::tell(call, &done);
    }
    let is_whole = done.import.rejects.is_empty();
    Ok(if is_whole {
        Exit::Clean
    } else {
        Exit::Findings
    })
}

/// The mapping to go by: that of the file, or a proposed one, which becomes the file.
fn mapping(
    matches: &ArgMatches,
    file: Option<&Path>,
    session: &Session,
    tables: &[Table],
) -> Result<(Proposed, Option<PathBuf>), Failure> {
    if let Some(file) = file.filter(|file| file.exists()) {
        let proposed = Proposed {
            mapping: Mapping::read(&decode(&read_bytes(file)?).0)?,
            left: Vec::new(),
        };
        return Ok((proposed, None));
    }
    let kind = arguments::text(matches, "kind");
    let kind = RecordKind::ALL
        .into_iter()
        .find(|known| known.word() == kind);
    let proposed = exchange::propose(session.catalog(), tables, kind);
    if proposed.mapping.tables.is_empty() {
        return Err(Failure::new(NOTHING).hint(SAY_HOW));
    }
    if let Some(file) = file {
        write_atomically(file, proposed.mapping.write()?.as_bytes())?;
    }
    Ok((proposed, file.map(Path::to_owned)))
}

fn settle(
    matches: &ArgMatches,
    call: &Call<'_>,
    session: &mut Session,
    done: &mut Done,
) -> Result<(), Failure> {
    if !matches.get_flag("write") {
        return Ok(());
    }
    let interrupt = Interrupt::heard();
    session.carry_plan(done.import.plan.clone());
    session.ensure_savable()?;
    let all = done.import.plan.changes.len();
    let waiting = Waiting::new(WRITING, call.look.lang);
    let written = std::sync::atomic::AtomicUsize::new(0);
    let goes_on = || {
        let done = written.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        waiting.tell(done, all);
        interrupt.goes_on()
    };
    session.save_while(&goes_on)?;
    done.is_written = true;
    Ok(())
}

/// Rejected rows are written; where none are, a file of an earlier run is made empty of them.
fn write_rejects(done: &mut Done, file: PathBuf) -> Result<(), Failure> {
    if done.import.rejects.is_empty() && !file.exists() {
        return Ok(());
    }
    let text = rejects_csv(&done.tables, &done.proposed.mapping, &done.import.rejects);
    write_atomically(&file, text.as_bytes())?;
    done.rejects = Some(file);
    Ok(())
}
