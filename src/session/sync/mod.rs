//! The branch at hand brought together with its remote: fetched, joined field by field, pushed. All of it is done by
//! the installed `git`, with the user's passwords, proxies and signature; what clashes is left where it can be settled.

mod clash;
mod refuse;
mod told;

pub use clash::Clash;

use crate::session::request::{Request, detached, no_remote, request_from};
use crate::session::sync::clash::Clashed;
use crate::session::sync::refuse::{
    refuse_dirty, refuse_foreign, refuse_strangers, refuse_unmarked,
};
use crate::session::{SessionError, unfit};
use crate::store::{Audience, Program, Root, StoreError};
use crate::text::words;

/// 同步要求: what is wanted of a sync.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// How one's own commits are joined with those of others; as git is set, if nothing is said.
    pub join: Option<Join>,
    /// The remote; the branch's own, if none is named.
    pub remote: Option<String>,
    /// Whether it ends before the push.
    pub keeps_back: bool,
    /// Whether the commits on the remote give way to those here that were made anew from them.
    pub replaces: bool,
    /// How git calls the program.
    pub program: String,
}

/// 合入方式: how one's own commits and those of others come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// 变基: one's own are made anew on top of theirs.
    Rebase,
    /// 合并: a commit joins both.
    Merge,
}

/// 同步结果: what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Synced {
    /// Both sides are the same now, or the remote waits for a push.
    Together(Box<Together>),
    /// Some files wait to be settled.
    Clashed {
        /// What waits: `merge` or `rebase`.
        what: &'static str,
        /// The files.
        clashes: Vec<Clash>,
    },
}

/// 同步小结: what went where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// The branch, and the remote.
    pub place: (String, String),
    /// Commits of others that are here now.
    pub taken: usize,
    /// Commits that are on the remote now; `None` if nothing was pushed.
    pub given: Option<usize>,
    /// Where the branch can be put up for review, if it is no main line and the host is known.
    pub request: Option<Request>,
}

/// How git calls the program to join three files.
pub fn merge_driver(program: &str) -> String {
    format!("{program} git merge-driver %O %A %B %L %P %X %Y")
}

/// Fetches, joins and pushes.
pub fn sync(root: &Root, wish: &Wish, audience: Audience<'_>) -> Result<Synced, SessionError> {
    let program = ready(root, wish, audience)?;
    if let Some(what) = program.underway()? {
        return Err(StoreError::Underway(what).into());
    }
    let place = Place::of(&program, wish)?;
    let mut fetch = vec!["fetch"];
    fetch.extend(program.is_heard().then_some("--progress"));
    program.perform(&[fetch, vec!["--", &place.remote]].concat())?;
    let Some(upstream) = program.upstream(&place.branch, &place.remote)? else {
        if program.id("HEAD")?.is_none() {
            return Err(StoreError::NoCommit.into());
        }
        return finish(&program, wish, &place, 0);
    };
    if program.id("HEAD")?.is_none() {
        program.perform(&["merge", "--quiet", "--ff-only", &upstream])?;
        return finish(&program, wish, &place, 0);
    }
    let (ahead, behind) = program.apart("HEAD", &upstream)?;
    match (ahead, behind) {
        (_, 0) => finish(&program, wish, &place, 0),
        (0, _) => {
            program.perform(&["merge", "--quiet", "--ff-only", &upstream])?;
            finish(&program, wish, &place, behind)
        }
        _ if wish.replaces => {
            refuse_foreign(&program, &upstream)?;
            finish(&program, wish, &place, 0)
        }
        _ => {
            refuse_strangers(&program, &upstream)?;
            match join(root, &program, (wish, &place), &upstream)? {
                None => finish(&program, wish, &place, behind),
                Some(clashed) => Ok(clashed.told(root, &program)?),
            }
        }
    }
}

/// Goes on once everything is settled.
pub fn go_on(root: &Root, wish: &Wish, audience: Audience<'_>) -> Result<Synced, SessionError> {
    let program = ready(root, wish, audience)?;
    let what = match program.underway()? {
        Some(what @ ("merge" | "rebase")) => what,
        Some(other) => return Err(StoreError::Underway(other).into()),
        None => return Err(nothing_underway()),
    };
    let waiting = Clashed::clashes(root, &program)?;
    let is_open = |clash: &Clash| !clash.lines.is_empty();
    if waiting.iter().any(is_open) {
        let clashes = waiting.into_iter().filter(is_open).collect();
        return Ok(Synced::Clashed { what, clashes });
    }
    let top: Vec<String> = waiting
        .iter()
        .map(|clash| format!(":(top,literal){}", clash.path))
        .collect();
    let mut add = vec!["add", "-A", "--"];
    add.extend(top.iter().map(String::as_str));
    if !top.is_empty() {
        program.perform(&add)?;
    }
    let is_empty = program.ask(&["diff", "--cached", "--quiet"])?.is_some();
    let ended = match what {
        "merge" => program.perform(&["commit", "--quiet", "--no-edit"]),
        // All that this commit did is there already.
        _ if is_empty => program.perform(&["rebase", "--skip"]),
        _ => program.perform(&["rebase", "--continue"]),
    };
    if let Some(clashed) = Clashed::after(&program, what, ended)? {
        return clashed.told(root, &program);
    }
    let place = Place::of(&program, wish)?;
    finish(&program, wish, &place, 0)
}

/// Takes back a join that waits, so that everything is as before the sync; says what it was.
pub fn give_up(root: &Root, audience: Audience<'_>) -> Result<&'static str, SessionError> {
    let program = Program::find(root, audience).ok_or(StoreError::NoProgram)?;
    match program.underway()? {
        Some(what @ ("merge" | "rebase")) => {
            program.perform(&[what, "--abort"])?;
            Ok(what)
        }
        Some(other) => Err(StoreError::Underway(other).into()),
        None => Err(nothing_underway()),
    }
}

/// git with the merge driver, whether it is installed or not.
fn ready<'w>(
    root: &Root,
    wish: &Wish,
    audience: Audience<'w>,
) -> Result<Program<'w>, SessionError> {
    let program = Program::find(root, audience).ok_or(StoreError::NoProgram)?;
    program.underway()?;
    program.refuse_locked()?;
    let prefix = quoted(&program.prefix()?);
    let files = ["catalog/**/*.yaml", "schemas/*.yaml"];
    let lines = files.map(|files| format!("\"/{prefix}{files}\" merge=mulu"));
    let program = program.with_attributes(&lines)?;
    Ok(program.with_settings([
        "merge.mulu.name=mulu".to_owned(),
        format!("merge.mulu.driver={}", merge_driver(&wish.program)),
    ]))
}

/// A path as a pattern between quotes: signs that would stand for others are taken literally.
fn quoted(path: &str) -> String {
    let mut quoted = String::new();
    for letter in path.chars() {
        match letter {
            '*' | '?' | '[' => quoted.push_str("\\\\"),
            '"' | '\\' => quoted.push('\\'),
            _ => {}
        }
        quoted.push(letter);
    }
    quoted
}

/// The branch at hand and its remote.
struct Place {
    branch: String,
    remote: String,
}

impl Place {
    fn of(program: &Program<'_>, wish: &Wish) -> Result<Place, SessionError> {
        let branch = program.branch()?.ok_or_else(detached)?;
        let remote = match &wish.remote {
            Some(named) if program.remotes()?.contains(named) => Some(named.clone()),
            Some(named) => {
                let say = words("没有远程“{name}”", "there is no remote {name}");
                return Err(unfit(say, &[("name", named)]));
            }
            None => program.remote(&branch)?,
        };
        let remote = remote.ok_or_else(|| no_remote(program))?;
        Ok(Place { branch, remote })
    }
}

/// Joins both sides; what is not done in the end is undone.
fn join(
    root: &Root,
    program: &Program<'_>,
    (wish, place): (&Wish, &Place),
    upstream: &str,
) -> Result<Option<Clashed>, SessionError> {
    let (what, ended) = match way(program, wish, &place.branch)? {
        Join::Rebase => {
            refuse_dirty(program)?;
            ("rebase", program.perform(&["rebase", upstream]))
        }
        Join::Merge => ("merge", program.perform(&["merge", "--no-edit", upstream])),
    };
    let clashed = Clashed::after(program, what, ended)
        .map_err(SessionError::from)
        .and_then(|clashed| match clashed {
            Some(clashed) => refuse_unmarked(root, program).map(|()| Some(clashed)),
            None => Ok(None),
        });
    if clashed.is_err() && program.underway()? == Some(what) {
        program.unheard().perform(&[what, "--abort"])?;
    }
    clashed
}

/// As it is wished, else as git is set, else by a merge, which makes no commit anew.
fn way(program: &Program<'_>, wish: &Wish, branch: &str) -> Result<Join, StoreError> {
    if let Some(join) = wish.join {
        return Ok(join);
    }
    let own = program.setting(&format!("branch.{branch}.rebase"))?;
    let set = match own {
        None => program.setting("pull.rebase")?,
        own => own,
    };
    let is_off = |set: &str| matches!(set, "false" | "no" | "off" | "0" | "");
    Ok(match set {
        Some(set) if !is_off(&set) => Join::Rebase,
        _ => Join::Merge,
    })
}

fn nothing_underway() -> SessionError {
    let say = words(
        "没有停在半路的同步，直接运行 mulu sync 即可",
        "no sync waits to be ended; plain mulu sync begins one",
    );
    unfit(say, &[])
}

/// Pushes, if that is wished, and tells.
fn finish(
    program: &Program<'_>,
    wish: &Wish,
    place: &Place,
    taken: usize,
) -> Result<Synced, SessionError> {
    let Place { branch, remote } = place;
    let far = format!("refs/remotes/{remote}/{branch}");
    let known = program.id(&far)?;
    let given = if wish.keeps_back {
        None
    } else {
        push(program, wish, place, known.as_deref())?
    };
    let is_main = program.main_line()?.is_none_or(|main| main == *branch);
    let is_there = given.is_some() || known.is_some();
    let request = (is_there && !is_main)
        .then(|| request_from(program, (branch, remote), None).ok())
        .flatten();
    Ok(Synced::Together(Box::new(Together {
        place: (branch.clone(), remote.clone()),
        taken,
        given,
        request,
    })))
}

/// Pushes what the remote lacks; how many commits that were.
fn push(
    program: &Program<'_>,
    wish: &Wish,
    place: &Place,
    known: Option<&str>,
) -> Result<Option<usize>, SessionError> {
    let Place { branch, remote } = place;
    let count = match known {
        Some(known) => program.apart("HEAD", known)?.0,
        None => new_commits(program, remote)?,
    };
    if count == 0 && known.is_some() {
        return Ok(None);
    }
    let local = format!("refs/heads/{branch}");
    let follows = program.line(&["for-each-ref", "--format=%(upstream)", &local])?;
    let refspec = format!("HEAD:{local}");
    let lease = format!("--force-with-lease={local}:{}", known.unwrap_or_default());
    let mut args = vec!["push"];
    args.extend(program.is_heard().then_some("--progress"));
    args.extend(
        follows
            .unwrap_or_default()
            .is_empty()
            .then_some("--set-upstream"),
    );
    args.extend(wish.replaces.then_some(&*lease));
    args.extend(["--", remote, &refspec]);
    program.perform(&args)?;
    Ok(Some(count))
}

/// The commits at hand that no branch of a remote has.
fn new_commits(program: &Program<'_>, remote: &str) -> Result<usize, StoreError> {
    let but = format!("--remotes={remote}");
    let said = program.line(&["rev-list", "--count", "HEAD", "--not", &but])?;
    Ok(said.unwrap_or_default().parse().unwrap_or(0))
}
