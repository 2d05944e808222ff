//! What an import does, for a person: what each column is taken for, what becomes of the rows, and why some
//! are not taken.

use crate::cli::call::Call;
use crate::cli::import::Done;
use crate::exchange::TableMapping;
use crate::text::{Lang, Words, visible, words};

const TABLE: Words = words(
    "{sheet}：列名在第 {rows} 行，每行一条{kind}",
    "{sheet}: columns are named in row {rows}; the rows are {kind}",
);
const COLUMN: Words = words("  {column} → {field}", "  {column} → {field}");
const CODES: Words = words("，按 {codes} 换算", ", translated by {codes}");
const NOT_TAKEN: Words = words("  不取：{columns}", "  not taken: {columns}");
const LEFT: Words = words(
    "没有取的工作表：{sheets}",
    "sheets that are not taken: {sheets}",
);
const TALLY: Words = words(
    "共 {rows} 行：新增 {new}，改动 {changed}，无变化 {same}，重复 {repeated}，拒收 {rejected}",
    "{rows} rows: new {new}, changed {changed}, the same {same}, repeated {repeated}, rejected {rejected}",
);
const UNLINKED: Words = words(
    "{count} 个新事项没有基本编码，按地方编码收下；导入后用 mulu align 找到对应",
    "new matters without a base code, filed under their local code: {count}; find their counterparts with mulu align",
);
const REJECTED: Words = words("拒收：", "rejected:");
const ROW: Words = words(
    "  {sheet}第 {row} 行：{reason}",
    "  {sheet}row {row}: {reason}",
);
const MORE: Words = words("  …… 还有 {count} 行", "  … and {count} more");
const MAP: Words = words("对应表已写入 {path}", "the mapping is in {path}");
const REJECTS: Words = words("拒收的行在 {path}", "the rejected rows are in {path}");
const PREVIEW: Words = words(
    "只是预览，没有写入；加 --write 写入",
    "only a preview, nothing was written; add --write to write it",
);
const SAME: Words = words("没有变化", "nothing changes");
const WRITTEN: Words = words(
    "已写入 {count} 个文件；用 mulu check 检查",
    "written, files: {count}; look them over with mulu check",
);

/// So many rejected rows are told; all are in the file.
const SHOWN: usize = 10;

pub(super) fn tell(call: &mut Call<'_>, done: &Done) {
    let lang = call.look.lang;
    let mut lines: Vec<String> = Vec::new();
    for (of, kind) in done.proposed.mapping.tables.iter().zip(&done.kinds) {
        lines.extend(columns(of, kind.of(lang), lang));
    }
    let left = done.proposed.left.iter().map(|name| visible(name));
    let left = left.collect::<Vec<_>>().join(lang.say("、", ", "));
    if !left.is_empty() {
        lines.push(say(LEFT, lang, &[("sheets", &left)]));
    }
    lines.push(String::new());
    lines.extend(outcome(done, lang));
    for line in lines {
        call.out.line(&line);
    }
}

fn say(words: Words, lang: Lang, values: &[(&str, &str)]) -> String {
    words.with(values).of(lang).to_owned()
}

fn columns(of: &TableMapping, kind: &str, lang: Lang) -> Vec<String> {
    let sheet = visible(of.sheet.as_deref().unwrap_or(lang.say("表", "the table")));
    let (first, last) = (of.head.first, of.head.last);
    let rows = if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    };
    let values = [("sheet", &*sheet), ("rows", &rows), ("kind", kind)];
    let mut lines = vec![say(TABLE, lang, &values)];
    let mut not_taken: Vec<String> = Vec::new();
    for assigned in &of.columns {
        let column = visible(&assigned.column);
        let Some(field) = &assigned.field else {
            not_taken.push(column.into_owned());
            continue;
        };
        let mut line = say(COLUMN, lang, &[("column", &column), ("field", field)]);
        if let Some(codes) = &assigned.codes {
            line += &say(CODES, lang, &[("codes", codes)]);
        }
        lines.push(line);
    }
    if !not_taken.is_empty() {
        let columns = not_taken.join(lang.say("、", ", "));
        lines.push(say(NOT_TAKEN, lang, &[("columns", &columns)]));
    }
    lines
}

fn outcome(done: &Done, lang: Lang) -> Vec<String> {
    let tally = &done.import.tally;
    let counts = [
        ("rows", tally.rows),
        ("new", tally.new),
        ("changed", tally.changed),
        ("same", tally.same),
        ("repeated", tally.repeated),
        ("rejected", tally.rejected),
    ];
    let counts = counts.map(|(key, count)| (key, count.to_string()));
    let values: Vec<(&str, &str)> = counts.iter().map(|(key, count)| (*key, &**count)).collect();
    let mut lines = vec![say(TALLY, lang, &values)];
    if tally.unlinked > 0 {
        lines.push(say(
            UNLINKED,
            lang,
            &[("count", &tally.unlinked.to_string())],
        ));
    }
    lines.extend(rejected(done, lang));
    let path = |path: &std::path::Path| visible(&path.display().to_string()).into_owned();
    if let Some(map) = &done.map {
        lines.push(say(MAP, lang, &[("path", &path(map))]));
    }
    if let Some(rejects) = &done.rejects {
        lines.push(say(REJECTS, lang, &[("path", &path(rejects))]));
    }
    let count = done.import.plan.changes.len().to_string();
    lines.push(if done.import.plan.is_empty() {
        SAME.of(lang).to_owned()
    } else if done.is_written {
        say(WRITTEN, lang, &[("count", &count)])
    } else {
        PREVIEW.of(lang).to_owned()
    });
    lines
}

fn rejected(done: &Done, lang: Lang) -> Vec<String> {
    let rejects = &done.import.rejects;
    if rejects.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![REJECTED.of(lang).to_owned()];
    for reject in rejects.iter().take(SHOWN) {
        let Some(table) = done.tables.get(reject.table) else {
            continue;
        };
        let name = visible(&table.name);
        let sheet = if done.tables.len() > 1 {
            format!("{name} ")
        } else {
            String::new()
        };
        let row = table.number(reject.row).to_string();
        let reason = reject.reason.of(lang);
        lines.push(say(
            ROW,
            lang,
            &[("sheet", &sheet), ("row", &row), ("reason", reason)],
        ));
    }
    if let Some(more) = rejects.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        lines.push(say(MORE, lang, &[("count", &more.to_string())]));
    }
    lines
}
