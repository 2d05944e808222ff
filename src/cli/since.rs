//! `mulu check --since`: what a change broke, in the work tree, in the index or from one commit to another.

use clap::{Arg, ArgAction, ArgMatches};

use crate::cli::arguments::option;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::findings::settle;
use crate::report::Impact;
use crate::session::{self, Broken, Target};
use crate::store::{Git, Root, Snapshot, StoreError};
use crate::text::{Lang, Message, Words, counted, words};

const SINCE: Words = words(
    "只列此版本之后新出的问题，不论在改过的文件还是受其影响的文件；全 0 即从头算起",
    "Only findings that are new since this revision, in what changed and in what depends on it; zeros are the start",
);
const STAGED: Words = words(
    "看将要提交的（暂存区），默认与上次提交相比",
    "Look at what is staged for the next commit, by default beside the last one",
);
const REV: Words = words(
    "看这个版本而不是工作区；裸仓库也行",
    "Look at this revision instead of the work tree; in a bare repository too",
);
const COMPARED: Words = words(
    "与 {since} 相比：改动 {changed} 个文件，波及 {felt} 个，解决 {solved} 个问题",
    "since {since}: {changed} changed, {felt} touched by it, {solved} gone",
);
const WHOLE: Words = words(
    "这次改动可能涉及任何事项，已全部检查",
    "the change may tell on any matter, so all were checked",
);
const LAST: &str = "HEAD";

/// The options.
pub(super) fn options(lang: Lang) -> [Arg; 3] {
    [
        option("since", "REV", SINCE, lang).conflicts_with("no-baseline"),
        Arg::new("staged")
            .long("staged")
            .action(ArgAction::SetTrue)
            .help(STAGED.of(lang)),
        option("rev", "REV", REV, lang)
            .requires("since")
            .conflicts_with("staged"),
    ]
}

/// 比较: what is compared with what.
pub(super) struct Compared {
    git: Git,
    since: String,
    old: Snapshot,
    new: Snapshot,
    /// The branch by whose manifest authors are judged.
    target: Option<Target>,
}

impl Compared {
    /// What the options ask for; `None` if they ask for the whole catalog.
    pub(super) fn read(matches: &ArgMatches, call: &Call<'_>) -> Result<Option<Compared>, Failure> {
        let asked = matches.get_one::<String>("since");
        let is_staged = matches.get_flag("staged");
        if asked.is_none() && !is_staged {
            return Ok(None);
        }
        let since = asked.map_or(LAST, String::as_str);
        let rev = matches.get_one::<String>("rev").map(String::as_str);
        let root = Root::find(&call.folder);
        let git = match (&root, rev) {
            (Some(root), _) => Git::open(root)?,
            (None, Some(rev)) => Git::bare(&call.folder, rev)?,
            (None, None) => return Err(StoreError::NoCatalog(call.folder.clone()).into()),
        };
        let new = match rev {
            Some(rev) => Snapshot::Revision(git.revision(rev)?),
            None if is_staged => Snapshot::Index,
            None => Snapshot::WorkTree,
        };
        let old = old(&git, since, asked.is_some())?;
        Ok(Some(Compared::of(git, since, old, new)))
    }

    /// Two snapshots, the old one under the name by which it is told.
    pub(super) fn of(git: Git, since: &str, old: Snapshot, new: Snapshot) -> Compared {
        let target = match &old {
            Snapshot::Revision(revision) => Some(Target {
                revision: revision.clone(),
                is_replaced: false,
            }),
            _ => None,
        };
        Compared {
            git,
            since: since.to_owned(),
            old,
            new,
            target,
        }
    }

    /// The same, authors judged by the manifest of a branch, if there is one.
    pub(super) fn judged_by(self, target: Option<Target>) -> Compared {
        Compared {
            target: target.or(self.target),
            ..self
        }
    }

    /// What is broken, and who changed what they may not.
    pub(super) fn broken(&self, call: &Call<'_>) -> Result<Broken, Failure> {
        let sides = (&self.old, &self.new);
        let cache = call.cache.as_deref();
        let mut broken = session::since(&self.git, sides, cache, call.today)?;
        if let Some(target) = &self.target {
            let target = (target, &broken.before.standard);
            let person = (call.author.clone(), call.today);
            let found = session::judge_authors(&self.git, target, &self.new, person)?;
            broken.findings.extend(found);
            settle(&mut broken.findings);
        }
        Ok(broken)
    }

    /// The folder of the catalog's root below the repository.
    pub(super) fn prefix(&self) -> String {
        self.git.prefix().to_owned()
    }

    /// What the change means.
    pub(super) fn impact(&self, broken: &Broken, call: &Call<'_>) -> Impact {
        let sides = (&*broken.before, &*broken.after);
        Impact::of_change(
            sides,
            &broken.felt,
            (&self.since, broken.solved),
            call.today,
        )
    }

    /// What was compared, in a line.
    pub(super) fn line(&self, broken: &Broken) -> Message {
        let said = |lang| {
            let files = |count| counted(count, "file", "files", lang);
            COMPARED.with(&[
                ("since", &self.since),
                ("changed", &files(broken.changed)),
                ("felt", &files(broken.felt.len())),
                (
                    "solved",
                    &counted(broken.solved, "finding", "findings", lang),
                ),
            ])
        };
        let said = Message {
            zh: said(Lang::Zh).zh,
            en: said(Lang::En).en,
        };
        if !broken.is_whole {
            return said;
        }
        Message {
            zh: format!("{}；{}", said.zh, WHOLE.zh),
            en: format!("{}; {}", said.en, WHOLE.en),
        }
    }
}

/// The snapshot that a name stands for. Nothing lies before the first commit; hosts write that as zeros.
fn old(git: &Git, since: &str, is_asked: bool) -> Result<Snapshot, Failure> {
    match git.revision(since) {
        _ if is_nothing(since) => Ok(Snapshot::Nothing),
        Ok(revision) => Ok(Snapshot::Revision(revision)),
        Err(_) if !is_asked && git.branch().is_none() => Ok(Snapshot::Nothing),
        Err(error) => Err(error.into()),
    }
}

/// Whether an id stands for no commit: zeros.
pub(super) fn is_nothing(id: &str) -> bool {
    id.len() >= 40 && id.bytes().all(|byte| byte == b'0')
}
