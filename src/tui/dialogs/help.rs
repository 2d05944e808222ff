//! Help: what this place is, the keys that work here, and how to begin. The keys come from the table of
//! commands and the keymap in force.

use ratatui::Frame;

use crate::text::{Words, pad, words};
use crate::tui::command::{Command, Section, available};
use crate::tui::dialogs::{popup, room};
use crate::tui::keys::Context;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, draw_row, wrap};

const TITLE: Words = words("帮助", "Help");
const FIRST_STEPS: Words = words("三分钟上手", "First steps");
/// The sections, in the order in which they are listed.
const SECTIONS: [Section; 7] = [
    Section::Start,
    Section::Decide,
    Section::Edit,
    Section::Keep,
    Section::Look,
    Section::Move,
    Section::Program,
];
/// Cells for the keys of a command.
const KEYS: usize = 22;

/// 帮助页: what is helped with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HelpPage {
    /// The place where one stands.
    Place,
    /// How to begin.
    FirstSteps,
}

/// The lines of a page, each with its look.
pub(crate) fn lines(model: &Model, page: HelpPage) -> Vec<(Role, String)> {
    match page {
        HelpPage::Place => place(model),
        HelpPage::FirstSteps => first_steps(model),
    }
}

/// What the place is, then the keys that work there, by section.
fn place(model: &Model) -> Vec<(Role, String)> {
    let (cells, _) = room(model.size);
    let contexts = model.contexts_below();
    let about = contexts.iter().find_map(|context| about(*context));
    let about = wrap(about.map_or("", |about| about.of(model.lang)), cells);
    let more = model.keymap.first("first-steps", &[Context::Help]);
    let more = MORE.with(&[("key", &more)]);
    let mut lines: Vec<(Role, String)> =
        about.into_iter().map(|line| (Role::Plain, line)).collect();
    lines.push((Role::Dim, more.of(model.lang).to_owned()));
    for section in SECTIONS {
        let mut commands = available(model, &contexts)
            .filter(|command| command.section == section)
            .peekable();
        if commands.peek().is_some() {
            lines.push((Role::Section, section.title().of(model.lang).to_owned()));
        }
        let line = |command: &Command| {
            let keys = model.keymap.labels(command.name, &contexts).join(" ");
            format!("  {}{}", pad(&keys, KEYS), command.title.of(model.lang))
        };
        lines.extend(commands.map(|command| (Role::Plain, line(command))));
    }
    lines
}

const MORE: Words = words("按 {key} 看“三分钟上手”。", "{key} shows the first steps.");

/// What a place is, by the narrowest context.
fn about(context: Context) -> Option<Words> {
    let about = match context {
        Context::Nowhere => words(
            "这个文件夹里没有事项目录。可以新建一个，或打开示例目录试用。",
            "This folder holds no catalog. Make a new one here, or open the sample catalog to try things on.",
        ),
        Context::Tree => words(
            "左栏：地区与部门。选中哪一处，中间就列出那里的事项；带箭头的可以展开，看各部门。",
            "On the left: places and departments. The middle lists the matters of the one that is selected; an arrow means that departments can be unfolded.",
        ),
        Context::List => words(
            "中栏：选中地区或部门的事项，一行一项。行首 E、W、N 是这一项最重的问题，* 是改了还没保存。",
            "In the middle: the matters of the place or department, one to a line. E, W, N is the gravest finding of each; * means changed and not saved.",
        ),
        Context::Sheet => words(
            "右栏：一个事项的全部字段。带“←”的值沿用上级，改了就成为本级自己的值；问题写在字段下面。",
            "On the right: every field of one matter. A value with ← is taken over from above and becomes this level's own when edited; findings stand below their field.",
        ),
        Context::Findings => words(
            "全部问题：E 错误，W 警告，N 提示。选中一个，下面有全文和位置；Enter 到出问题的字段。",
            "Every finding: E errors, W warnings, N notes. The selected one is told in full below; Enter goes to its field.",
        ),
        Context::Changes => words(
            "改动：改了没保存的，和保存了没提交的。下面是选中的一项改了什么，- 是原来的，+ 是现在的。",
            "Changes: what is not saved, and what is saved and not committed. Below, what changed in the selected one: - before, + now.",
        ),
        Context::Review => words(
            "比对：本级与上级不同的地方，逐处处置：采用上级、向上提议、准予不同，或搁置。",
            "Review: where this level differs from the one above. Decide on each: adopt, propose upward, approve, or skip.",
        ),
        _ => return None,
    };
    Some(about)
}

/// Each step: a line or two, with the keys that are in force.
fn first_steps(model: &Model) -> Vec<(Role, String)> {
    let (cells, _) = room(model.size);
    let keys: Vec<(&str, String)> = STEPS_NAME
        .iter()
        .map(|name| (*name, key_of(model, name)))
        .collect();
    let keys: Vec<(&str, &str)> = keys.iter().map(|(name, key)| (*name, &**key)).collect();
    let mut lines = Vec::new();
    for (title, said) in STEPS {
        lines.push((Role::Section, title.of(model.lang).to_owned()));
        let said = said.with(&keys);
        let wrapped = wrap(said.of(model.lang), cells.saturating_sub(2).max(8));
        lines.extend(
            wrapped
                .into_iter()
                .map(|line| (Role::Plain, format!("  {line}"))),
        );
    }
    lines
}

/// The first key of a command, wherever it works.
fn key_of(model: &Model, command: &str) -> String {
    let mut bindings = model.keymap.bindings.iter();
    let binding = bindings.find(|binding| binding.command == command);
    binding.map_or_else(
        || format!(":{command}"),
        |binding| crate::tui::keymap::label(&binding.keys),
    )
}

/// The commands that the first steps name.
const STEPS_NAME: [&str; 16] = [
    "next-pane",
    "open",
    "filter",
    "edit",
    "clear",
    "next-finding",
    "fix",
    "findings",
    "undo",
    "redo",
    "save",
    "commit",
    "help",
    "palette",
    "quit",
    "changes",
];

/// The first steps.
const STEPS: [(Words, Words); 6] = [
    (
        words("看", "Look"),
        words(
            "左边是地区与部门，中间是事项，右边是一个事项的全部字段。↑ ↓ 移动，{next-pane} 换栏，{open} 进入，Esc 返回。",
            "Places, matters, and the fields of one matter, from left to right. ↑ ↓ move, {next-pane} changes panes, {open} enters, Esc goes back.",
        ),
    ),
    (
        words("找", "Find"),
        words(
            "按 {filter}，输入名称、编码或俗称里的几个字，边输边列；Enter 留住结果，Esc 放弃。",
            "{filter}, then a few letters of a name, code or plain name; the list follows. Enter keeps it, Esc gives it up.",
        ),
    ),
    (
        words("改", "Edit"),
        words(
            "在右栏移到字段上，{edit} 编辑，Enter 确定，Esc 放弃。带“←”的值沿用上级，不用重填；{clear} 撤去本级的值，恢复沿用。",
            "{edit} edits the field on the right, Enter takes it, Esc gives it up. A value with ← comes from above; {clear} drops this level's own and returns to it.",
        ),
    ),
    (
        words("查", "Check"),
        words(
            "边改边查：E 错误，W 警告，N 提示，写在字段下面。{next-finding} 到下一个，{fix} 自动修复，{findings} 列出全部。",
            "Findings come as you edit, below their field: E error, W warning, N note. {next-finding} goes to the next, {fix} repairs, {findings} lists all.",
        ),
    ),
    (
        words("存", "Keep"),
        words(
            "{undo} 撤销，{redo} 重做，{changes} 看改了什么。{save} 保存到文件，{commit} 提交并写明缘由。{quit} 退出，没保存会先问。",
            "{undo} undoes, {redo} redoes, {changes} shows changes, {save} saves, {commit} commits with a reason. {quit} quits and asks first if something is unsaved.",
        ),
    ),
    (
        words("不知道按什么", "When in doubt"),
        words(
            "{help} 说明这里是哪里、能按什么；{palette} 按名称找命令，不必记键；按 g 就提示能去哪里。",
            "{help} says where you are and which keys work; {palette} finds commands by name; g shows where one can go.",
        ),
    ),
];

pub(super) fn view((page, top): (HelpPage, usize), model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let lines = lines(model, page);
    let height = lines.len().min(rows);
    let title = match page {
        HelpPage::Place => TITLE,
        HelpPage::FirstSteps => FIRST_STEPS,
    };
    let mut area = popup(model, frame, title.of(model.lang), (cells, height));
    let top = top.min(lines.len().saturating_sub(height));
    for (role, line) in lines.iter().skip(top).take(usize::from(area.height)) {
        // The keys and the arrows are ours.
        let row = Row::of(vec![Piece::sign(*role, line.as_str())]);
        draw_row(frame.buffer_mut(), area, &row, model.theme);
        area.y += 1;
        area.height -= 1;
    }
}

/// The commands that answer a question, in a line or two.
pub(super) fn answers(model: &Model, cells: usize) -> Vec<String> {
    let contexts = model.contexts();
    let answer = |command: &Command| said(command, &contexts, model);
    let answers: Vec<String> = available(model, &contexts).map(answer).collect();
    wrap(&answers.join("   "), cells)
}

/// A command as the questions name it: its first key and what it does.
pub(crate) fn said(command: &Command, contexts: &[Context], model: &Model) -> String {
    let key = model.keymap.first(command.name, contexts);
    format!("{key} {}", command.title.of(model.lang))
}
