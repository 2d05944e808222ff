//! `mulu request`: the page on which the branch at hand is put up for review.

use clap::{ArgMatches, Command};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments};
use crate::session;
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words(
    "给出请求合并（pull/merge request）的网址",
    "Give the address on which a pull or merge request is opened",
);
const USAGE: Words = words("mulu request [选项]", "mulu request [OPTIONS]");
const INTO: Words = words(
    "合并到哪个分支，默认为主线",
    "The branch that is to take it, by default the main line",
);
const AFTER: Words = words(
    "认得 GitHub、GitLab、Gitee、Gitea/Forgejo、Bitbucket、Azure DevOps，以及域名里带其名字的（gitlab.example.cn）。
自建平台：git config mulu.forge gitlab（或 github、gitee、gitea、forgejo、bitbucket、bitbucket-server、azure），
网页地址与远程不同时再设 mulu.web，如 https://git.example.cn:8443。主线的名称可设为 mulu.main。
退出码：0 给出了，2 没有做成。",
    "Knows GitHub, GitLab, Gitee, Gitea/Forgejo, Bitbucket and Azure DevOps, and hosts that bear one of these names
(gitlab.example.cn). For others: git config mulu.forge gitlab (or github, gitee, gitea, forgejo, bitbucket,
bitbucket-server, azure), and mulu.web where the pages are elsewhere than the remote, as
https://git.example.cn:8443. mulu.main names the main line. Exit: 0 given, 2 could not do it.",
);
const NOT_PUSHED: Words = words(
    "“{branch}”还没有推送（或推送后又有提交）；先运行 mulu sync",
    "{branch} is not pushed as it stands here; run mulu sync first",
);

pub(super) fn command(lang: Lang) -> Command {
    Command::new("request")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(arguments::option("into", "BRANCH", INTO, lang))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let root = call.work_tree()?;
    let target = matches.get_one::<String>("into").map(String::as_str);
    let request = session::request(&root, target)?;
    call.out.line(&visible(&request.url));
    if !request.is_pushed {
        let say = NOT_PUSHED.with(&[("branch", &request.branch)]);
        call.out.line(&visible(say.of(call.look.lang)));
    }
    Ok(Exit::Clean)
}
