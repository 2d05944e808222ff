//! `mulu config`: the settings of the screen, looked at from the command line. What they mean is the screen's
//! to say; here it is asked for and written out.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::{Exit, complain};
use crate::text::{Lang, Message, Words, visible, words};

const ABOUT: Words = words(
    "查看界面的设置：语言、配色、按键",
    "Look at the settings of the screen: language, theme, keys",
);
const USAGE: Words = words(
    "mulu config <check|show|path> [选项]",
    "mulu config <check|show|path> [OPTIONS]",
);
const CHECK: Words = words(
    "检查设置文件，说明哪一行哪一列有误",
    "Check the file, and say in which line and column something is wrong",
);
const SHOW: Words = words(
    "输出现在的全部设置和按键，可存为设置文件再改",
    "Print every setting and key in force, as a file to start from",
);
const PATH: Words = words("输出设置文件的位置", "Print where the file is");
const AFTER: Words = words(
    "设置文件是系统放设置的文件夹里的 mulu/config.yaml（见 mulu config path），或 MULU_CONFIG 所指的文件。
从现有的开始：mulu config show > 该文件。退出码：0 无误，2 有误。",
    "The file is mulu/config.yaml in the system's folder for settings (see mulu config path), or the one that
MULU_CONFIG names. To start from what there is: mulu config show > FILE. Exit: 0 right, 2 something is wrong.",
);
const NO_HOME: Words = words(
    "不知道设置文件该放在哪里：没有设 HOME，也没有设 MULU_CONFIG",
    "nobody says where settings are: neither HOME nor MULU_CONFIG is set",
);
const RIGHT: Words = words("{path}：没有错误\n", "{path}: nothing is wrong\n");

/// 查看设置: what is asked of the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The file.
    pub file: PathBuf,
    /// The language of the answer.
    pub lang: Lang,
    asked: Asked,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Check,
    Show,
    Path,
}

pub(super) fn command(lang: Lang) -> Command {
    let below = |name: &'static str, about: Words, usage: Words| {
        Command::new(name)
            .about(about.of(lang))
            .override_usage(usage.of(lang))
    };
    Command::new("config")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .subcommand_required(true)
        .subcommands([
            below(
                "check",
                CHECK,
                words("mulu config check [选项]", "mulu config check [OPTIONS]"),
            ),
            below(
                "show",
                SHOW,
                words("mulu config show [选项]", "mulu config show [OPTIONS]"),
            ),
            below(
                "path",
                PATH,
                words("mulu config path [选项]", "mulu config path [OPTIONS]"),
            ),
        ])
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let asked = match matches.subcommand_name() {
        Some("check") => Asked::Check,
        Some("show") => Asked::Show,
        _ => Asked::Path,
    };
    call.settings = Some(Settings {
        file: call
            .settings_file
            .clone()
            .ok_or_else(|| Failure::new(NO_HOME))?,
        lang: call.look.lang,
        asked,
    });
    Ok(Exit::Clean)
}

impl Settings {
    /// Writes what was asked: the settings in force as YAML, or what is wrong with them.
    pub fn answer(&self, in_force: &str, mistakes: &[Message]) -> Exit {
        let path = visible(&self.file.display().to_string()).into_owned();
        let mut out = Output::new(std::io::stdout().lock());
        match self.asked {
            Asked::Path => {
                out.write(&format!("{path}\n"));
                return out.finish(Exit::Clean);
            }
            Asked::Show => out.write(in_force),
            Asked::Check if mistakes.is_empty() => {
                out.write(RIGHT.with(&[("path", &path)]).of(self.lang));
            }
            Asked::Check => {}
        }
        let ended = out.finish(Exit::Clean);
        for mistake in mistakes {
            complain(&Failure::new(mistake.clone()), self.lang);
        }
        if mistakes.is_empty() {
            ended
        } else {
            Exit::Failed
        }
    }
}
