//! What is asked of the level above: a change of its own, on a branch of its own, with the evidence.

use std::sync::Arc;

use crate::catalog::{Catalog, File};
use crate::change::{Intent, plan};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::levels::{Compared, Ruling, proposal};
use crate::report::{self, evidence};
use crate::session::SessionError;
use crate::store::{Git, Root, StoreError};
use crate::text::{Words, words};
use crate::yaml;

const NOT_ABOVE: Words = words(
    "上级没有写这个字段，无从提议：{path}",
    "the level above does not state the field, so nothing can be proposed: {path}",
);
const TWO_VALUES: Words = words(
    "对 {path} 的同一个字段提议了不同的值",
    "different values are proposed for one field of {path}",
);
const ONE_BY_ONE: Words = words("逐个提议", "propose them one by one");
const NOT_COMMITTED: Words = words(
    "{path} 还没有提交过，无法另建分支",
    "{path} has never been committed, so it cannot change on a branch of its own",
);
const USE_HERE: Words = words(
    "先提交，或加 --here 直接改工作区里的文件",
    "commit it first, or add --here to change the file in the work tree",
);
const TAKEN: Words = words(
    "分支 {branch} 已经有了",
    "there is a branch {branch} already",
);
const LOOK_THERE: Words = words(
    "看看是不是已提议过：git log {branch}",
    "see whether it was proposed before: git log {branch}",
);
const COMMITTED: Words = words(
    "已在分支 {branch} 提交 {id}",
    "committed {id} on the branch {branch}",
);
const BRANCH: Words = words("分支 {branch}：", "branch {branch}:");

/// 提议: the changes asked for, each with its branch.
#[derive(Default)]
pub(super) struct Proposals {
    list: Vec<Proposal>,
}

struct Proposal {
    branch: String,
    path: Box<str>,
    before: Arc<str>,
    after: Arc<str>,
    message: String,
}

/// What changes the matters above in the work tree.
pub(super) fn here(catalog: &Catalog, chosen: &[Compared<'_>]) -> Result<Vec<Intent>, Failure> {
    let mut intents: Vec<Intent> = Vec::new();
    for one in chosen {
        let intent = asked(catalog, one)?;
        if intents.contains(&intent) {
            continue;
        }
        if intents.iter().any(|known| is_same_place(known, &intent)) {
            let failure = TWO_VALUES.with(&[("path", intent.path())]);
            return Err(Failure::new(failure).hint(ONE_BY_ONE));
        }
        intents.push(intent);
    }
    Ok(intents)
}

fn asked(catalog: &Catalog, one: &Compared<'_>) -> Result<Intent, Failure> {
    proposal(catalog, &one.departure).ok_or_else(|| {
        let path = &catalog.matter(one.departure.upper).file.path;
        NOT_ABOVE.with(&[("path", path)]).into()
    })
}

fn is_same_place(left: &Intent, right: &Intent) -> bool {
    match (left, right) {
        (
            Intent::Edit { path, op },
            Intent::Edit {
                path: other,
                op: other_op,
            },
        ) => path == other && op.path() == other_op.path(),
        _ => left.path() == right.path(),
    }
}

impl Proposals {
    /// Works out every change on top of the last commit, and refuses before anything is written.
    pub(super) fn prepare(
        catalog: &Catalog,
        root: &Root,
        chosen: &[Compared<'_>],
        ruling: &Ruling,
    ) -> Result<Proposals, Failure> {
        let git = Git::open(root).map_err(|error| Failure::from(error).hint(USE_HERE))?;
        if git.user_name().is_none() {
            return Err(StoreError::NoIdentity.into());
        }
        here(catalog, chosen)?;
        let mut proposals = Proposals::default();
        for one in chosen {
            let proposal = one_proposal(catalog, &git, one, ruling)?;
            let mut known = proposals.list.iter();
            if known.any(|known| known.path == proposal.path && known.after == proposal.after) {
                continue;
            }
            let is_known = proposals
                .list
                .iter()
                .any(|known| known.branch == proposal.branch);
            if is_known || git.is_branch_taken(&proposal.branch) {
                let branch = [("branch", proposal.branch.as_str())];
                return Err(Failure::new(TAKEN.with(&branch)).hint(LOOK_THERE.with(&branch)));
            }
            proposals.list.push(proposal);
        }
        Ok(proposals)
    }

    /// Shows what would be committed.
    pub(super) fn show(&self, call: &mut Call<'_>) {
        let look = call.look;
        for one in &self.list {
            let branch = BRANCH.with(&[("branch", &one.branch)]);
            call.out.line(branch.of(look.lang));
            let path = format!("catalog/{}", one.path);
            call.out
                .write(&report::diff(&path, &one.before, &one.after, &look));
            call.out.line("");
            call.out.write(&one.message);
        }
    }

    /// Commits each on its branch.
    pub(super) fn commit(&self, call: &mut Call<'_>, root: &Root) -> Result<(), Failure> {
        if self.list.is_empty() {
            return Ok(());
        }
        let git = Git::open(root)?;
        for one in &self.list {
            let id = git.commit_aside(&one.branch, &[(&one.path, &one.after)], &one.message)?;
            let said = COMMITTED.with(&[("branch", &one.branch), ("id", &id)]);
            call.out.line(said.of(call.look.lang));
        }
        Ok(())
    }
}

/// One change on top of the last commit: what else is changed in that file and not committed stays out of it.
fn one_proposal(
    catalog: &Catalog,
    git: &Git,
    one: &Compared<'_>,
    ruling: &Ruling,
) -> Result<Proposal, Failure> {
    let path = asked(catalog, one)?.path().to_owned();
    let committed = git
        .committed(&format!("catalog/{path}"))
        .ok_or_else(|| Failure::new(NOT_COMMITTED.with(&[("path", &path)])).hint(USE_HERE))?;
    let file = Arc::new(File::new(&path, yaml::read_bytes(&committed)));
    let before = Arc::clone(file.document.text());
    let is_as_committed = catalog
        .file(&path)
        .is_some_and(|now| *now.document.text() == before);
    let planned = if is_as_committed {
        plan(catalog, &[asked(catalog, one)?])
    } else {
        let then = catalog.with_files(vec![file], &[]);
        plan(&then, &[asked(&then, one)?])
    };
    let planned = planned.map_err(SessionError::Refused)?;
    let after = planned.changes.into_iter().find_map(|change| change.after);
    let reasons = [ruling.reason.as_str(), ruling.legal_reason.as_str()];
    Ok(Proposal {
        branch: branch(catalog, one),
        path: path.into(),
        after: after.unwrap_or_else(|| Arc::clone(&before)),
        before,
        message: evidence(one, &ruling.by, &ruling.on.to_string(), &reasons),
    })
}

fn branch(catalog: &Catalog, one: &Compared<'_>) -> String {
    let code = catalog.matter(one.departure.lower).base_code();
    let code = code.map_or("", |code| code.value);
    let field = one.departure.difference.field.key();
    let safe = |letter: char| letter.is_ascii_alphanumeric();
    let code: String = code.chars().filter(|letter| safe(*letter)).collect();
    format!("propose/{code}-{field}")
}
