//! The page on which the branch at hand is put up for review.

use crate::session::forge::{Address, Forge};
use crate::session::{SessionError, unfit};
use crate::store::{Audience, Program, Root, StoreError};
use crate::text::words;

/// 合并请求: where a request is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The page.
    pub url: String,
    /// The branch that is to be taken.
    pub branch: String,
    /// The branch that is to take it.
    pub target: String,
    /// Whether the remote has the branch as it stands here.
    pub is_pushed: bool,
}

/// The page for the branch at hand. Asks nobody but git; what kind of host it is, is known by its name or set as
/// `mulu.forge`, and where its pages are, if elsewhere than the remote, as `mulu.web`.
pub fn request(root: &Root, target: Option<&str>) -> Result<Request, SessionError> {
    let program = Program::find(root, Audience::NOBODY).ok_or(StoreError::NoProgram)?;
    let branch = program.branch()?.ok_or_else(detached)?;
    let remote = program
        .remote(&branch)?
        .ok_or_else(|| no_remote(&program))?;
    request_from(&program, (&branch, &remote), target)
}

pub(super) fn request_from(
    program: &Program<'_>,
    (branch, remote): (&str, &str),
    target: Option<&str>,
) -> Result<Request, SessionError> {
    let target = match target {
        Some(target) => target.to_owned(),
        None => program.main_line()?.ok_or_else(no_main)?,
    };
    if target == branch {
        return Err(unfit(
            words(
                "“{branch}”就是主线，没有可请求合并的；先用 mulu task start 另开分支",
                "{branch} is the main line itself, there is nothing to request; mulu task start begins a branch",
            ),
            &[("branch", branch)],
        ));
    }
    let url = program
        .line(&["remote", "get-url", "--push", remote])?
        .unwrap_or_default();
    let mut address = Address::parse(&url).ok_or_else(|| {
        unfit(
            words(
                "远程“{remote}”不在网页平台上，没有可打开的请求页",
                "the remote {remote} is no host with pages; there is no request to open",
            ),
            &[("remote", remote)],
        )
    })?;
    let set = program.setting("mulu.forge")?;
    let forge = set
        .as_deref()
        .map_or_else(|| Forge::of_host(&address.host), Forge::from_word);
    let forge = forge.ok_or_else(|| unknown(&address.host))?;
    if let Some(web) = program.setting("mulu.web")? {
        web.trim_end_matches('/').clone_into(&mut address.web);
    }
    let far = program.id(&format!("refs/remotes/{remote}/{branch}"))?;
    Ok(Request {
        url: forge.request_page(&address, branch, &target),
        is_pushed: far.is_some() && far == program.id("HEAD")?,
        branch: branch.to_owned(),
        target,
    })
}

fn unknown(host: &str) -> SessionError {
    let say = words(
        "不知道 {host} 是哪种平台；用 git config mulu.forge 设为其一：{words}",
        "what kind of host {host} is, is not known; set it with git config mulu.forge to one of: {words}",
    );
    unfit(say, &[("host", host), ("words", Forge::WORDS)])
}

pub(super) fn detached() -> SessionError {
    let say = words(
        "现在不在任何分支上（游离状态）；用 mulu task switch 换到分支，或用 mulu task start 从这里另开",
        "no branch is at hand (detached head); mulu task switch takes one, mulu task start begins one",
    );
    unfit(say, &[])
}

pub(super) fn no_main() -> SessionError {
    let say = words(
        "不知道哪个分支是主线；用 git config mulu.main 设定",
        "which branch is the main line is not known; set it with git config mulu.main",
    );
    unfit(say, &[])
}

/// Why no remote is known: there is none, or there are several.
pub(super) fn no_remote(program: &Program<'_>) -> SessionError {
    let known = program.remotes().unwrap_or_default();
    if known.is_empty() {
        let say = words(
            "这个仓库没有远程；用 git remote add origin 地址 添加",
            "this repository has no remote; git remote add origin URL adds one",
        );
        return unfit(say, &[]);
    }
    let say = words(
        "这个仓库有几个远程（{names}），不知道用哪个；用 --remote 指明，或设 remote.pushDefault",
        "this repository has several remotes ({names}); name one with --remote, or set remote.pushDefault",
    );
    unfit(say, &[("names", &known.join(", "))])
}
