//! `mulu task`: branches for tasks.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments};
use crate::session::{self, Switched, Task};
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words(
    "任务分支：列出、另开、换到",
    "Branches for tasks: list, begin, switch",
);
const USAGE: Words = words("mulu task [命令]", "mulu task [COMMAND]");
const START: Words = words(
    "从主线另开一个分支并换到它，以要做的事为名",
    "Begin a branch from the main line, named after what is to be done, and switch to it",
);
const START_USAGE: Words = words(
    "mulu task start [选项] <WHAT>...",
    "mulu task start [OPTIONS] <WHAT>...",
);
const WHAT: Words = words(
    "要做的事，如“改食品经营许可的时限”",
    "What is to be done, in words",
);
const PINYIN: Words = words(
    "名称用拼音（也可设 git config mulu.branchNames pinyin）",
    "Spell the name in pinyin (as does git config mulu.branchNames pinyin)",
);
const SWITCH: Words = words("换到一个分支", "Switch to a branch");
const SWITCH_USAGE: Words = words("mulu task switch <NAME>", "mulu task switch <NAME>");
const NAME: Words = words("分支的名称", "Name of the branch");
const AFTER: Words = words(
    "没有提交的改动在换分支时一起带过去；带不过去就不换，并说明怎么办，什么都不会丢。
主线的名称可设为 git config mulu.main。退出码：0 做成了，2 没有做成。",
    "What is not committed goes along; where it cannot, nothing is switched, the way out is said, and nothing is lost.
git config mulu.main names the main line. Exit: 0 done, 2 could not do it.",
);
const NONE: Words = words("还没有分支", "there is no branch yet");

pub(super) fn command(lang: Lang) -> Command {
    let start = Command::new("start")
        .about(START.of(lang))
        .override_usage(START_USAGE.of(lang))
        .arg(
            Arg::new("what")
                .value_name("WHAT")
                .required(true)
                .num_args(1..)
                .help(WHAT.of(lang)),
        )
        .arg(
            Arg::new("pinyin")
                .long("pinyin")
                .action(ArgAction::SetTrue)
                .help(PINYIN.of(lang)),
        );
    let switch = Command::new("switch")
        .about(SWITCH.of(lang))
        .override_usage(SWITCH_USAGE.of(lang))
        .arg(
            Arg::new("name")
                .value_name("NAME")
                .required(true)
                .help(NAME.of(lang)),
        );
    Command::new("task")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .subcommand(start)
        .subcommand(switch)
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let root = call.work_tree()?;
    match matches.subcommand() {
        Some(("start", matches)) => {
            let what: Vec<&str> = matches
                .get_many::<String>("what")
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect();
            let is_pinyin = matches.get_flag("pinyin") || session::names_in_pinyin(&root);
            let begun = session::start_task(&root, &what.join(" "), is_pinyin, call.audience())?;
            tell(call, &begun);
        }
        Some((_, matches)) => {
            let name = arguments::text(matches, "name");
            let switched = session::switch_task(&root, name, call.audience())?;
            tell(call, &switched);
        }
        None => list(call, &session::tasks(&root)?),
    }
    Ok(Exit::Clean)
}

fn tell(call: &mut Call<'_>, switched: &Switched) {
    for line in switched.told() {
        call.out.line(&visible(line.of(call.look.lang)));
    }
}

fn list(call: &mut Call<'_>, tasks: &[Task]) {
    let lang = call.look.lang;
    if tasks.is_empty() {
        call.out.line(NONE.of(lang));
    }
    for task in tasks {
        let mark = if task.branch.is_current { "*" } else { " " };
        let (name, day) = (&task.branch.name, &task.branch.day);
        call.out.line(&visible(&format!(
            "{mark} {name}  {day}  {}",
            task.standing().of(lang)
        )));
        if let Some(held) = task.held() {
            call.out.line(&visible(&format!("    {}", held.of(lang))));
        }
    }
}
