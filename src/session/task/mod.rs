//! Branches for tasks: begun from the main line, switched between, listed with what each holds. Work that is not
//! committed goes along where it fits, or nothing happens; git itself sees to that.

mod told;

use pinyin::ToPinyin;

use crate::session::request::no_main;
use crate::session::{SessionError, unfit};
use crate::store::{Audience, Branch, Program, Root, StoreError};
use crate::text::words;
use crate::yaml::read_bytes;

/// 任务: a branch, and what it holds besides the main line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The branch.
    pub branch: Branch,
    /// Whether it is the main line.
    pub is_main: bool,
    /// Commits that the main line lacks, and that it lacks of the main line.
    pub apart: (usize, usize),
    /// The same beside what it follows on a remote; `None` if it follows nothing.
    pub upstream: Option<(usize, usize)>,
    /// Files of the catalog that it changed since it left the main line.
    pub count: usize,
    /// The first of them by the names of their matters.
    pub names: Vec<String>,
}

/// 换到的分支: the branch at hand after a switch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switched {
    /// Its name.
    pub name: String,
    /// What it was begun from; `None` if it was there.
    pub from: Option<String>,
    /// Files of the catalog with work that is not committed, which went along.
    pub carried: usize,
}

/// More branches than this are not listed.
const MOST: usize = 50;
/// So many matters of each are named.
const NAMED: usize = 3;
/// Letters of a name.
const LONGEST: usize = 60;

/// The branches with what each holds, the newest first.
pub fn tasks(root: &Root) -> Result<Vec<Task>, SessionError> {
    let program = find(root, Audience::NOBODY)?;
    // A folder that git does not trust has no branches for it; that is told.
    program.underway()?;
    let prefix = program.prefix()?;
    let main = start(&program)?;
    let branches = program.branches(MOST)?.into_iter();
    branches
        .map(|branch| task(&program, (&prefix, main.as_ref()), branch))
        .collect()
}

/// Begins a branch for what is to be done, from the main line, and switches to it.
pub fn start_task(
    root: &Root,
    what: &str,
    is_pinyin: bool,
    audience: Audience<'_>,
) -> Result<Switched, SessionError> {
    let program = ready(root, audience)?;
    let name = task_name(what, is_pinyin);
    let is_name = ["check-ref-format", "--branch", &name];
    if name.is_empty() || program.ask(&is_name)?.is_none() {
        return Err(unfit(
            words(
                "“{what}”不能做分支名；用文字说明要做什么",
                "no name of a branch can be made of {what}; say in words what is to be done",
            ),
            &[("what", what)],
        ));
    }
    if program.id(&format!("refs/heads/{name}"))?.is_some() {
        return Err(unfit(
            words(
                "已有分支“{name}”；用 mulu task switch {name} 换到它，或换个说法",
                "there is a branch {name}; mulu task switch {name} takes it, or call it something else",
            ),
            &[("name", &name)],
        ));
    }
    let (main, from) = match start(&program)? {
        Some(start) => start,
        None if program.id("HEAD")?.is_none() => return Err(StoreError::NoCommit.into()),
        None => return Err(no_main()),
    };
    program.perform(&["switch", "--quiet", "--no-track", "-c", &name, &from])?;
    Ok(Switched {
        from: Some(main),
        ..switched(&program, name)?
    })
}

/// Switches to a branch that is there, or that a remote has.
pub fn switch_task(
    root: &Root,
    name: &str,
    audience: Audience<'_>,
) -> Result<Switched, SessionError> {
    let program = ready(root, audience)?;
    program.perform(&["switch", "--quiet", "--guess", name])?;
    Ok(switched(&program, name.to_owned())?)
}

/// Whether the names of branches are to be spelled in pinyin, as `mulu.branchNames` says.
pub fn names_in_pinyin(root: &Root) -> bool {
    let set = find(root, Audience::NOBODY).and_then(|program| program.setting("mulu.branchNames"));
    set.is_ok_and(|set| set.as_deref() == Some("pinyin"))
}

/// The name of a branch for what is to be done: letters, digits and `-`, Chinese as it is or in pinyin.
pub fn task_name(what: &str, is_pinyin: bool) -> String {
    let mut name = String::new();
    for letter in what.trim().chars() {
        match letter.to_pinyin().filter(|_| is_pinyin) {
            Some(sound) => {
                part(&mut name);
                name.push_str(sound.plain());
                name.push('-');
            }
            None if letter.is_alphanumeric() || letter == '_' => name.push(letter),
            None if letter == '/' && !name.is_empty() && !name.ends_with('/') => {
                name.truncate(name.trim_end_matches('-').len());
                name.push('/');
            }
            None => part(&mut name),
        }
    }
    let name: String = name.chars().take(LONGEST).collect();
    name.trim_matches(['-', '/']).to_owned()
}

fn part(name: &mut String) {
    if !name.is_empty() && !name.ends_with(['-', '/']) {
        name.push('-');
    }
}

fn find<'w>(root: &Root, audience: Audience<'w>) -> Result<Program<'w>, StoreError> {
    Program::find(root, audience).ok_or(StoreError::NoProgram)
}

/// git, if nothing stands in the way of a switch.
fn ready<'w>(root: &Root, audience: Audience<'w>) -> Result<Program<'w>, StoreError> {
    let program = find(root, audience)?;
    if let Some(what) = program.underway()? {
        return Err(StoreError::Underway(what));
    }
    program.refuse_locked()?;
    Ok(program)
}

fn switched(program: &Program<'_>, name: String) -> Result<Switched, StoreError> {
    Ok(Switched {
        name,
        from: None,
        carried: uncommitted(program)?,
    })
}

/// How many files of the catalog hold work that is not committed.
fn uncommitted(program: &Program<'_>) -> Result<usize, StoreError> {
    Ok(program
        .paths(&[
            "status",
            "--porcelain",
            "--no-renames",
            "-z",
            "--",
            "catalog",
            "schemas",
        ])?
        .len())
}

/// The main line by its name, and where it is furthest: here, or on the remote if that is ahead.
fn start(program: &Program<'_>) -> Result<Option<(String, String)>, StoreError> {
    let Some(main) = program.main_line()? else {
        return Ok(None);
    };
    let here = format!("refs/heads/{main}");
    let remote = program.remote(&main)?;
    let far = remote.map(|remote| format!("refs/remotes/{remote}/{main}"));
    let far = match far {
        Some(far) => program.id(&far)?.map(|_| far),
        None => None,
    };
    let from = match (program.id(&here)?, far) {
        (Some(_), Some(far)) if program.apart(&here, &far)?.0 == 0 => far,
        (Some(_), _) => here,
        (None, Some(far)) => far,
        (None, None) => return Ok(None),
    };
    Ok(Some((main, from)))
}

fn task(
    program: &Program<'_>,
    (prefix, main): (&str, Option<&(String, String)>),
    branch: Branch,
) -> Result<Task, SessionError> {
    let own = format!("refs/heads/{}", branch.name);
    let is_main = main.is_some_and(|(name, _)| *name == branch.name);
    let remote = program.remote(&branch.name)?;
    let upstream = match &remote {
        Some(remote) => program.upstream(&branch.name, remote)?,
        None => None,
    };
    let upstream = upstream.map(|far| program.apart(&own, &far)).transpose()?;
    let mut task = Task {
        is_main,
        apart: (0, 0),
        upstream,
        count: 0,
        names: Vec::new(),
        branch,
    };
    if let Some((_, from)) = main.filter(|_| !is_main) {
        let range = format!("{from}...{own}");
        let folder = format!(":(top,literal){prefix}catalog");
        task.apart = program.apart(&own, from)?;
        let paths = program.paths(&[
            "diff",
            "--name-only",
            "--no-renames",
            "-z",
            &range,
            "--",
            &folder,
        ])?;
        task.count = paths.len();
        let named = paths.iter().take(NAMED);
        task.names = named
            .map(|path| name(program, &[&own, from], path))
            .collect::<Result<_, _>>()?;
    }
    Ok(task)
}

/// What a file is called in the first revision that has it: the name of its matter, else the name of the file.
fn name(program: &Program<'_>, revisions: &[&str], path: &str) -> Result<String, SessionError> {
    let file = path.rsplit('/').next().unwrap_or(path);
    for revision in revisions {
        let text = program.ask(&["cat-file", "blob", &format!("{revision}:{path}")])?;
        if let Some(text) = text {
            let document = read_bytes(&text);
            let name = document.root().and_then(|root| root.get("name"));
            let name = name.and_then(|name| name.text().map(str::to_owned));
            return Ok(name.unwrap_or_else(|| file.trim_end_matches(".yaml").to_owned()));
        }
    }
    Ok(file.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_of_what_is_to_be_done() {
        let name = |what| task_name(what, false);
        assert_eq!(
            name("改《食品经营许可》的承诺时限"),
            "改-食品经营许可-的承诺时限"
        );
        assert_eq!(name("  Fix limits: 2026..~^:?*[\\ "), "Fix-limits-2026");
        assert_eq!(name("食药/时限"), "食药/时限");
        assert_eq!(name("-/.lock"), "lock");
        assert_eq!(name("。，"), "");
        assert_eq!(task_name("改 时限 v2", true), "gai-shi-xian-v2");
        assert_eq!(name(&"长".repeat(90)).chars().count(), LONGEST);
    }
}
