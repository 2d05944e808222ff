//! Everything that keys can do, in one table: dispatch, footer, help and questions all read it.

use jiff::ToSpan;

use crate::levels::Action;
use crate::merge::Side;
use crate::text::{Words, words};
use crate::tui::effect::Effect;
use crate::tui::keys::Context;
use crate::tui::model::{Model, Screen};
use crate::tui::trail::Way;
use crate::tui::update::panel::{excuse, mend};
use crate::tui::update::review::decide;
use crate::tui::update::{
    answer, ask, beside, card, changes, create, deed, dispute, edit, errand, find, fix, guidance,
    guide, home, list, look, many, mouse, moves, palette, panel, past, review, save, trail, typing,
    views, work,
};
use crate::tui::widgets::Motion;

/// 命令: one thing that a key can do.
#[derive(Debug)]
pub(crate) struct Command {
    /// Its name in the table of keys.
    pub(crate) name: &'static str,
    /// What it does, in a few words.
    pub(crate) title: Words,
    /// Where the help lists it.
    pub(crate) section: Section,
    /// Whether it makes sense now; if not, it is neither shown nor done.
    pub(crate) applies: fn(&Model) -> bool,
    /// Does it.
    pub(crate) run: fn(&mut Model) -> Vec<Effect>,
}

/// The sections of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// Starting.
    Start,
    /// Deciding on differences.
    Decide,
    /// Changing a matter.
    Edit,
    /// Keeping what was changed.
    Keep,
    /// Seeing.
    Look,
    /// Moving.
    Move,
    /// The program.
    Program,
    /// Answering a dialog.
    Answer,
}

impl Command {
    /// Whether it can be called by its name; what answers a dialog cannot.
    pub(crate) fn is_listed(&self) -> bool {
        self.section != Section::Answer
    }
}

impl Section {
    /// Its heading.
    pub(crate) fn title(self) -> Words {
        match self {
            Section::Start => words("开始", "Start"),
            Section::Decide => words("处置", "Decide"),
            Section::Edit => words("编辑", "Edit"),
            Section::Keep => words("保存", "Keep"),
            Section::Look => words("查看", "Look"),
            Section::Move => words("移动", "Move"),
            Section::Program => words("程序", "Program"),
            Section::Answer => words("回答", "Answer"),
        }
    }
}

/// The commands that make sense now in some contexts, in the order of the table.
pub(crate) fn available<'m>(
    model: &'m Model,
    contexts: &'m [Context],
) -> impl Iterator<Item = &'static Command> + use<'m> {
    COMMANDS.iter().filter(move |command| {
        model.keymap.is_bound(command.name, contexts) && (command.applies)(model)
    })
}

/// What can follow the keys pressed so far, and makes sense now.
pub(crate) fn following(model: &Model, pressed: &[String]) -> Vec<(String, &'static Command)> {
    let known = model.keymap.following(pressed, &model.contexts());
    let command = |(keys, name): (String, &str)| Some((keys, find(name)?));
    let commands = known.into_iter().filter_map(command);
    commands
        .filter(|(_, command)| (command.applies)(model))
        .collect()
}

/// The command with this name.
pub(crate) fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

const fn row(
    section: Section,
    name: &'static str,
    title: Words,
    applies: fn(&Model) -> bool,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command {
        name,
        title,
        section,
        applies,
        run,
    }
}

fn always(_: &Model) -> bool {
    true
}

/// Every command. The footer shows them in this order, as far as there is room.
#[rustfmt::skip]
pub(crate) static COMMANDS: &[Command] = &[
    row(Section::Start, "create", words("在这里新建目录", "New catalog here"), save::is_idle, save::create),
    row(Section::Start, "demo", words("打开示例目录", "Open the sample catalog"), save::is_idle, save::demo),
    row(Section::Decide, "adopt", words("采用上级", "Adopt"), decide::can_decide, |model| decide::order(model, Action::Adopt)),
    row(Section::Decide, "propose", words("向上提议", "Propose"), decide::can_decide, |model| decide::order(model, Action::Propose)),
    row(Section::Decide, "approve", words("准予不同", "Approve"), decide::can_decide, |model| decide::order(model, Action::Approve)),
    row(Section::Decide, "skip", words("搁置", "Skip"), decide::can_decide, |model| decide::order(model, Action::Skip)),
    row(Section::Decide, "adopt-other", words("采用同级", "Adopt a sibling's"), review::has_current, decide::ask_other),
    row(Section::Move, "next-open", words("下一处", "Next"), review::has_open, |model| review::go_to_open(model, 1)),
    row(Section::Decide, "choose", words("选中", "Choose"), review::has_current, review::choose),
    row(Section::Decide, "choose-all", words("全选或全不选", "Choose all or none"), review::has_current, review::choose_all),
    row(Section::Edit, "edit", words("编辑", "Edit"), edit::can_edit, edit::edit),
    row(Section::Look, "beside-only", words("只看不同或全看", "Differing ones or all"), beside::is_open, beside::only),
    row(Section::Look, "beside-swap", words("两边对换", "Swap the sides"), beside::is_open, beside::swap),
    row(Section::Move, "open", words("进入", "Open"), moves::can_open, moves::open),
    row(Section::Edit, "select", words("选中", "Select"), many::can_select, many::select),
    row(Section::Edit, "many", words("批量", "Do to all"), many::can_open, many::open),
    row(Section::Move, "enter-home", words("前往", "Go there"), home::has_goal, home::enter),
    row(Section::Move, "to-finding", words("到该处", "Go there"), panel::has_group, panel::enter),
    row(Section::Move, "jump", words("到该处", "Go there"), look::can_jump, look::jump),
    row(Section::Edit, "add", words("添加一项", "Add one"), list::can_add, list::add),
    row(Section::Edit, "delete", words("删去此项", "Remove this one"), list::can_delete, list::delete),
    row(Section::Edit, "duplicate", words("复制此项", "Copy it"), list::can_duplicate, list::duplicate),
    row(Section::Edit, "move-down", words("此项下移", "Move it down"), list::can_move_down, list::move_down),
    row(Section::Edit, "move-up", words("此项上移", "Move it up"), list::can_move_up, list::move_up),
    row(Section::Edit, "clear", words("撤去本级的值", "Drop this level's value"), edit::can_clear, edit::clear),
    row(Section::Edit, "turn-over", words("改写或沿用上级", "Own or inherited"), edit::can_turn_over, edit::turn_over),
    row(Section::Edit, "fix", words("自动修复", "Fix"), fix::can_fix, fix::fix),
    row(Section::Edit, "fix-all", words("修复此规则全部", "Fix all of this rule"), mend::can_fix_all, mend::ask_all),
    row(Section::Edit, "except", words("例外", "Except"), excuse::can_excuse, excuse::ask),
    row(Section::Edit, "undo", words("撤销", "Undo"), edit::can_undo, edit::undo),
    row(Section::Edit, "redo", words("重做", "Redo"), edit::can_redo, edit::redo),
    row(Section::Keep, "save", words("保存", "Save"), save::can_save, save::save),
    row(Section::Keep, "commit", words("提交", "Commit"), save::can_commit, save::ask_message),
    row(Section::Keep, "stage", words("列入或移出", "Stage or not"), changes::has_current, changes::stage),
    row(Section::Keep, "stage-all", words("全部列入或移出", "All or none"), changes::has_current, changes::stage_all),
    row(Section::Keep, "revert", words("改回上次提交", "Back to the last commit"), changes::can_revert, changes::revert),
    row(Section::Keep, "amend", words("改上次提交", "Amend"), changes::can_amend, changes::ask_amend),
    row(Section::Look, "unfold", words("展开或收起", "Unfold or fold"), edit::can_unfold, edit::unfold),
    row(Section::Look, "filter", words("查找", "Find"), save::is_open, look::filter),
    row(Section::Look, "widen", words("本处或全目录", "Here or everywhere"), find::can_widen, find::widen),
    row(Section::Look, "filters", words("筛选", "Filter"), save::is_open, find::ask_kind),
    row(Section::Look, "drop-filters", words("清除筛选", "Drop the filters"), find::has_chips, find::drop_all),
    row(Section::Look, "drop-filter", words("去掉末项筛选", "Drop the last filter"), find::can_drop_last, find::drop_last),
    row(Section::Answer, "rename-view", words("改名", "Rename"), views::has_view, views::rename),
    row(Section::Answer, "delete-view", words("删除", "Delete"), views::has_view, views::delete),
    row(Section::Look, "findings", words("问题", "Findings"), |model| look::can_go(model, &Screen::Findings), panel::open),
    row(Section::Look, "next-grouping", words("换分组", "Group"), panel::has_group, panel::next_grouping),
    row(Section::Look, "rule-page", words("规则说明", "The rule"), panel::has_rule, panel::page),
    row(Section::Look, "next-severity", words("只看一种级别", "One severity"), save::is_open, panel::next_severity),
    row(Section::Look, "show-known", words("显示或隐藏基线", "Baseline on or off"), panel::has_known, panel::show_known),
    row(Section::Look, "review", words("比对", "Review"), |model| look::can_go(model, &Screen::Review), review::open),
    row(Section::Look, "next-class", words("换类别", "Class"), save::is_open, review::next_class),
    row(Section::Look, "next-field", words("换字段", "Field"), save::is_open, review::next_field),
    row(Section::Look, "show-decided", words("显示或隐藏已处置的", "Decided ones on or off"), save::is_open, review::show_decided),
    row(Section::Look, "detail-down", words("往下看", "Read on"), review::has_more, |model| review::scroll(model, Motion::Page(1))),
    row(Section::Look, "detail-up", words("往上看", "Read back"), review::has_less, |model| review::scroll(model, Motion::Page(-1))),
    row(Section::Move, "previous-open", words("上一处", "Previous"), review::has_open, |model| review::go_to_open(model, -1)),
    row(Section::Look, "changes", words("改动", "Changes"), |model| look::can_go(model, &Screen::Changes), look::changes),
    row(Section::Look, "search", words("查找事项", "Find a matter"), save::is_open, home::search),
    row(Section::Look, "home", words("首页", "Home"), |model| look::can_go(model, &Screen::Home), home::open),
    row(Section::Look, "beside", words("两项对照或只看一项", "Two matters side by side, or one"), look::has_sheet, beside::turn),
    row(Section::Look, "beside-which", words("选择与哪一项对照", "Pick the matter beside it"), look::has_sheet, beside::ask),
    row(Section::Look, "guide", words("指南预览", "Guide"), look::has_sheet, guide::open),
    row(Section::Look, "show-sources", words("标出沿用自哪一级", "Which level it comes from"), always, guide::show_sources),
    row(Section::Move, "fold-group", words("展开或收起", "Unfold or fold"), panel::has_group, panel::fold),
    row(Section::Move, "open-group", words("展开", "Unfold"), panel::has_group, panel::open_group),
    row(Section::Move, "close-group", words("收起", "Fold"), panel::has_group, panel::close_group),
    row(Section::Move, "finding-after", words("下一个问题", "Next finding"), panel::has_group, |model| panel::step(model, 1)),
    row(Section::Move, "finding-before", words("上一个问题", "Previous finding"), panel::has_group, |model| panel::step(model, -1)),
    row(Section::Move, "finding-down", words("往下看这个问题", "Scroll the finding down"), panel::has_group, |model| panel::scroll(model, Motion::Page(1))),
    row(Section::Move, "finding-up", words("往上看这个问题", "Scroll the finding up"), panel::has_group, |model| panel::scroll(model, Motion::Page(-1))),
    row(Section::Move, "leave-findings", words("返回", "Back"), always, panel::back),
    row(Section::Edit, "new-matter", words("新增事项", "New matter"), save::is_open, create::ask),
    row(Section::Move, "next-finding", words("下一个问题", "Next finding"), moves::has_next_finding, moves::next_finding),
    row(Section::Look, "guidance", words("字段说明", "About this field"), guidance::can_ask, guidance::ask),
    row(Section::Look, "hide-empty", words("显示或隐藏空项", "Empty fields on or off"), look::has_sheet, look::hide_empty),
    row(Section::Edit, "select-range", words("选到这里", "Select to here"), many::can_select, many::select_range),
    row(Section::Edit, "select-all", words("全选或全不选", "Select all or none"), many::can_select, many::select_all),
    row(Section::Look, "history", words("沿革", "History"), past::can_look_back, past::look_back),
    row(Section::Look, "stop", words("停下检查或比对", "Stop checking or comparing"), work::can_stop, work::stop),
    row(Section::Look, "check-again", words("重新检查", "Check again"), work::is_stopped, work::check_again),
    row(Section::Move, "back", words("返回", "Back"), moves::can_go_back, moves::back),
    row(Section::Look, "views", words("视图", "Views"), save::is_open, views::ask),
    row(Section::Move, "leave", words("返回", "Back"), always, review::leave),
    row(Section::Move, "desk", words("回工作台", "To the desk"), |model| look::can_go(model, &Screen::Desk), look::desk),
    row(Section::Move, "to-base", words("到基本目录事项", "To the base matter"), trail::has_base, trail::to_base),
    row(Section::Move, "to-locals", words("到各地事项", "To those of other places"), trail::has_locals, trail::to_locals),
    row(Section::Move, "go-back", words("后退：回到上一处", "Back to where one was"), |model| trail::leads(model, Way::Back), |model| trail::go(model, Way::Back)),
    row(Section::Move, "go-forward", words("前进：回到后退前的一处", "Forward again"), |model| trail::leads(model, Way::Forward), |model| trail::go(model, Way::Forward)),
    row(Section::Move, "next-pane", words("下一栏", "Next pane"), save::is_open, moves::next_pane),
    row(Section::Move, "previous-pane", words("上一栏", "Previous pane"), save::is_open, moves::previous_pane),
    row(Section::Move, "right", words("向右；展开", "Right; unfold"), save::is_open, moves::right),
    row(Section::Move, "left", words("向左；收起", "Left; fold"), save::is_open, moves::left),
    row(Section::Answer, "copy-address", words("复制网址", "Copy the address"), deed::has_address, deed::copy_address),
    row(Section::Answer, "said-close", words("关闭", "Close"), always, deed::close),
    row(Section::Answer, "close", words("关闭", "Close"), always, answer::cancel),
    row(Section::Move, "down", words("向下", "Down"), moves::can_move, |model| moves::go(model, Motion::By(1))),
    row(Section::Move, "up", words("向上", "Up"), moves::can_move, |model| moves::go(model, Motion::By(-1))),
    row(Section::Move, "page-down", words("下一页", "Page down"), moves::can_move, |model| moves::go(model, Motion::Page(1))),
    row(Section::Move, "page-up", words("上一页", "Page up"), moves::can_move, |model| moves::go(model, Motion::Page(-1))),
    row(Section::Move, "first", words("到开头", "To the start"), moves::can_move, |model| moves::go(model, Motion::First)),
    row(Section::Move, "last", words("到末尾", "To the end"), moves::can_move, |model| moves::go(model, Motion::Last)),
    row(Section::Move, "scroll-down", words("往下看改动", "Scroll the changes down"), moves::can_move, |model| changes::scroll(model, Motion::Page(1))),
    row(Section::Move, "scroll-up", words("往上看改动", "Scroll the changes up"), moves::can_move, |model| changes::scroll(model, Motion::Page(-1))),
    row(Section::Edit, "edit-outside", words("用外部编辑器改原文", "Edit the file in your editor"), errand::can_leave, errand::leave),
    row(Section::Program, "quit", words("退出", "Quit"), always, save::quit),
    row(Section::Program, "language", words("English", "中文"), always, look::language),
    row(Section::Program, "palette", words("找命令", "Find a command"), always, palette::open),
    row(Section::Program, "theme", words("配色", "Theme"), palette::has_themes, palette::themes),
    row(Section::Program, "ascii", words("符号只用键盘字符，或不限", "Signs in ASCII alone, or not"), always, palette::ascii),
    row(Section::Program, "mouse", words("鼠标开关", "Mouse on or off"), always, mouse::switch),
    row(Section::Program, "messages", words("看过的消息", "Past messages"), look::has_messages, look::messages),
    row(Section::Keep, "sync", words("与远程同步", "Sync with the remote"), deed::can_begin, deed::sync),
    row(Section::Keep, "sync-continue", words("取舍完，接着同步", "Go on with the sync"), deed::is_waiting, deed::go_on),
    row(Section::Keep, "sync-abort", words("放弃同步", "Give up the sync"), deed::is_waiting, deed::give_up),
    row(Section::Keep, "tasks", words("任务分支", "Branches for tasks"), deed::can_begin, deed::ask_tasks),
    row(Section::Keep, "request", words("请求合并的网址", "Address for a request"), deed::can_begin, deed::ask_request),
    row(Section::Program, "first-steps", words("三分钟上手", "First steps"), always, look::first_steps),
    row(Section::Program, "help", words("帮助", "Help"), always, look::help),
    row(Section::Answer, "accept", words("确定", "OK"), always, answer::accept),
    row(Section::Answer, "run", words("就用它", "Take it"), always, palette::run),
    row(Section::Answer, "drop", words("取消", "Cancel"), always, palette::drop),
    row(Section::Answer, "proceed", words("继续", "Go on"), always, answer::accept),
    row(Section::Answer, "full-width", words("半角标点改全角", "Full-width marks"), typing::can_widen, typing::widen),
    row(Section::Answer, "seek-next", words("下一处", "Next place"), typing::can_find, typing::find_next),
    row(Section::Answer, "seek-previous", words("上一处", "Previous place"), typing::can_find, typing::find_previous),
    row(Section::Answer, "seek-close", words("结束查找", "End the search"), typing::can_find, typing::find_close),
    row(Section::Answer, "edit-again", words("回去改", "Go back and edit"), always, errand::go_back),
    row(Section::Answer, "returned-take", words("采用", "Take it"), always, errand::take_up),
    row(Section::Answer, "give-up", words("不要", "Give it up"), always, errand::give_up),
    row(Section::Answer, "carry", words("全部执行", "Do all"), many::can_carry, many::carry),
    row(Section::Answer, "halt", words("停下", "Stop"), always, many::halt),
    row(Section::Answer, "halt-git", words("停下", "Stop"), always, deed::halt),
    row(Section::Answer, "next-part", words("下一项", "Next"), always, |model| answer::go(model, Motion::By(1))),
    row(Section::Answer, "previous-part", words("上一项", "Previous"), always, |model| answer::go(model, Motion::By(-1))),
    row(Section::Answer, "past-down", words("更早", "Earlier"), always, |model| past::go(model, Motion::By(1))),
    row(Section::Answer, "past-up", words("更晚", "Later"), always, |model| past::go(model, Motion::By(-1))),
    row(Section::Answer, "past-page-down", words("下一页", "Page down"), always, |model| past::go(model, Motion::Page(1))),
    row(Section::Answer, "past-page-up", words("上一页", "Page up"), always, |model| past::go(model, Motion::Page(-1))),
    row(Section::Answer, "past-scroll-down", words("往下看", "Read on"), always, |model| past::scroll(model, Motion::Page(1))),
    row(Section::Answer, "past-scroll-up", words("往上看", "Read back"), always, |model| past::scroll(model, Motion::Page(-1))),
    row(Section::Answer, "whole-matter", words("看整个事项", "The whole matter"), past::is_of_field, past::widen),
    row(Section::Answer, "take-up", words("取来修改", "Edit this text"), save::can_take_up, save::take_up),
    row(Section::Answer, "day-later", words("后一天", "A day later"), always, |model| ask::shift_day(model, 1.day())),
    row(Section::Answer, "day-earlier", words("前一天", "A day earlier"), always, |model| ask::shift_day(model, (-1).days())),
    row(Section::Answer, "month-later", words("后一个月", "A month later"), always, |model| ask::shift_day(model, 1.month())),
    row(Section::Answer, "month-earlier", words("前一个月", "A month earlier"), always, |model| ask::shift_day(model, (-1).months())),
    row(Section::Answer, "other-value", words("换一个", "Another"), card::can_turn, |model| card::turn(model, 1)),
    row(Section::Answer, "previous-value", words("换回上一个", "The one before"), card::can_turn, |model| card::turn(model, -1)),
    row(Section::Answer, "toggle", words("选或不选", "Pick or not"), always, answer::toggle),
    row(Section::Answer, "save-and-quit", words("保存并退出", "Save and quit"), always, save::save_and_quit),
    row(Section::Answer, "quit-unsaved", words("不保存，退出", "Quit without saving"), always, save::quit_unsaved),
    row(Section::Answer, "recover", words("接着用", "Take them up"), always, save::recover),
    row(Section::Answer, "discard", words("丢弃", "Discard"), always, save::discard),
    row(Section::Answer, "take-ours", words("取我改的", "Take mine"), always, |model| dispute::choose(model, Side::Ours)),
    row(Section::Answer, "take-theirs", words("取他人改的", "Take theirs"), always, |model| dispute::choose(model, Side::Theirs)),
    row(Section::Answer, "take-both", words("两边都要", "Keep both"), dispute::takes_both, |model| dispute::choose(model, Side::Both)),
    row(Section::Answer, "take-neither", words("自己改写", "Write it anew"), dispute::can_write, dispute::write),
    row(Section::Answer, "settle", words("就这样定", "Settle"), dispute::is_chosen, dispute::settle),
    row(Section::Answer, "cancel", words("取消", "Cancel"), always, answer::cancel),
    row(Section::Answer, "pick-down", words("向下", "Down"), always, |model| answer::go(model, Motion::By(1))),
    row(Section::Answer, "pick-up", words("向上", "Up"), always, |model| answer::go(model, Motion::By(-1))),
    row(Section::Answer, "pick-first", words("到开头", "To the start"), always, |model| answer::go(model, Motion::First)),
    row(Section::Answer, "pick-last", words("到末尾", "To the end"), always, |model| answer::go(model, Motion::Last)),
    row(Section::Answer, "pick-page-down", words("下一页", "Page down"), always, |model| answer::go(model, Motion::Page(1))),
    row(Section::Answer, "pick-page-up", words("上一页", "Page up"), always, |model| answer::go(model, Motion::Page(-1))),
    row(Section::Answer, "seek", words("查找", "Find"), typing::can_find, typing::find),
    row(Section::Answer, "copy", words("复制", "Copy"), typing::has_selection, typing::copy),
    row(Section::Answer, "cut", words("剪切", "Cut"), typing::has_selection, typing::cut),
    row(Section::Answer, "paste", words("粘贴", "Paste"), typing::can_paste, typing::paste_copied),
    row(Section::Answer, "undo-typing", words("撤销输入", "Undo typing"), typing::can_undo, typing::undo),
    row(Section::Answer, "redo-typing", words("重做输入", "Redo typing"), typing::can_redo, typing::redo),
    row(Section::Answer, "all-text", words("全选", "Select all"), always, typing::select_all),
];
