//! What stands in the way of a join, and the way out.

use std::path::Path;

use crate::session::sync::clash::{Clash, Clashed};
use crate::session::{SessionError, unfit};
use crate::store::{Program, Root};
use crate::text::words;

pub(super) fn refuse_dirty(program: &Program<'_>) -> Result<(), SessionError> {
    let is_stashed = program.setting("rebase.autoStash")?;
    let is_stashed = is_stashed.is_some_and(|set| set == "true");
    let args = [
        "status",
        "--porcelain",
        "-z",
        "--untracked-files=no",
        "--ignore-submodules",
    ];
    let dirty = program.paths(&args)?.len();
    if dirty == 0 || is_stashed {
        return Ok(());
    }
    let say = words(
        "有 {n} 个文件改了没有提交，不能变基；先提交（mulu commit），或用 mulu sync --merge",
        "{n} files are changed and not committed, so nothing can be rebased; commit first (mulu commit), or mulu sync --merge",
    );
    Err(unfit(say, &[("n", &dirty.to_string())]))
}

/// Two that have no commit in common cannot be joined; a shallow clone may only not know it.
pub(super) fn refuse_strangers(program: &Program<'_>, upstream: &str) -> Result<(), SessionError> {
    if program.ask(&["merge-base", "HEAD", upstream])?.is_some() {
        return Ok(());
    }
    let shallow = program.line(&["rev-parse", "--is-shallow-repository"])?;
    let say = if shallow.as_deref() == Some("true") {
        words(
            "这是浅克隆，看不到两边是从哪里分开的；先运行 git fetch --unshallow",
            "this clone is shallow and does not reach back to where both sides parted; run git fetch --unshallow first",
        )
    } else {
        words(
            "两边没有共同的提交，多半不是同一个目录；请核对远程地址（git remote -v）",
            "both sides have no commit in common and are hardly the same catalog; look at git remote -v",
        )
    };
    Err(unfit(say, &[]))
}

/// What would give way must all be one's own.
pub(super) fn refuse_foreign(program: &Program<'_>, upstream: &str) -> Result<(), SessionError> {
    let own = program.setting("user.email")?.unwrap_or_default();
    let range = format!("HEAD..{upstream}");
    let said = program
        .line(&["log", "--format=%ae%x09%an", &range, "--"])?
        .unwrap_or_default();
    let foreign = said.lines().filter_map(|line| line.split_once('\t'));
    let foreign = foreign.into_iter().find(|(email, _)| *email != own);
    match foreign {
        None => Ok(()),
        Some((_, name)) => {
            let say = words(
                "远程有{name}的提交，不能替换；照常运行 mulu sync 合到一起",
                "the remote has commits by {name}, which must not give way; plain mulu sync joins both",
            );
            Err(unfit(say, &[("name", name)]))
        }
    }
}

/// A file of the catalog that both sides have, and that clashes without a sign in it, was never joined: taken as
/// settled, it would lose one side.
pub(super) fn refuse_unmarked(root: &Root, program: &Program<'_>) -> Result<(), SessionError> {
    let prefix = program.prefix()?;
    let folders = ["catalog", "schemas"].map(|folder| Path::new(&prefix).join(folder));
    for Clash { path, lines } in Clashed::clashes(root, program)? {
        let file = Path::new(&path);
        let is_ours = folders.iter().any(|folder| file.starts_with(folder))
            && file.extension().is_some_and(|ending| ending == "yaml");
        if !is_ours || !lines.is_empty() {
            continue;
        }
        let sides =
            ["2", "3"].map(|side| program.ask(&["cat-file", "-e", &format!(":{side}:{path}")]));
        let [ours, theirs] = sides;
        if ours?.is_some() && theirs?.is_some() {
            let say = words(
                "{path} 没有合成：合并程序没有运行（mulu git merge-driver）；请核对 mulu 的安装位置",
                "{path} was not joined, since the merge program did not run (mulu git merge-driver); look where mulu is installed",
            );
            return Err(unfit(say, &[("path", &path)]));
        }
    }
    Ok(())
}
