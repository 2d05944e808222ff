//! What is asked of the level above: a change of its own, on a branch of its own, with the evidence.

use crate::catalog::Catalog;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::levels::{Compared, Departure, Ruling};
use crate::report::{self, evidence};
use crate::session::{Proposal, SessionError, proposals};
use crate::store::{Git, Root, StoreError};
use crate::text::{Words, words};

const USE_HERE: Words = words(
    "先提交，或加 --here 直接改工作区里的文件",
    "commit it first, or add --here to change the file in the work tree",
);
const COMMITTED: Words = words(
    "已在分支 {branch} 提交 {id}",
    "committed {id} on the branch {branch}",
);
const THERE: Words = words(
    "分支 {branch} 上已有同样的提议",
    "the branch {branch} proposes the same already",
);
const BRANCH: Words = words("分支 {branch}：", "branch {branch}:");

/// 提议: the changes asked for, each with the message of its commit.
#[derive(Default)]
pub(super) struct Proposals {
    list: Vec<(Proposal, String)>,
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
        let departures: Vec<&Departure<'_>> = chosen.iter().map(|one| &one.departure).collect();
        let hinted = |error: SessionError| Failure::from(error).hint(USE_HERE);
        let all = proposals(&git, catalog, &departures).map_err(hinted)?;
        let reasons = [ruling.reason.as_str(), ruling.legal_reason.as_str()];
        let message = |one| evidence(one, &ruling.by, &ruling.on.to_string(), &reasons);
        let list = all.into_iter().map(|proposal| {
            let message = chosen.get(proposal.number).map(message);
            (proposal, message.unwrap_or_default())
        });
        Ok(Proposals {
            list: list.collect(),
        })
    }

    /// Shows what would be committed.
    pub(super) fn show(&self, call: &mut Call<'_>) {
        let look = call.look;
        for (one, message) in &self.list {
            let branch = BRANCH.with(&[("branch", &one.branch)]);
            call.out.line(branch.of(look.lang));
            let path = format!("catalog/{}", one.path);
            call.out
                .write(&report::diff(&path, &one.before, &one.after, &look));
            call.out.line("");
            call.out.write(message);
        }
    }

    /// Commits each on its branch.
    pub(super) fn commit(&self, call: &mut Call<'_>, root: &Root) -> Result<(), Failure> {
        if self.list.is_empty() {
            return Ok(());
        }
        let git = Git::open(root)?;
        for (one, message) in &self.list {
            let said = match one.commit(&git, message)? {
                Some(id) => COMMITTED.with(&[("branch", &one.branch), ("id", &id)]),
                None => THERE.with(&[("branch", &one.branch)]),
            };
            call.out.line(said.of(call.look.lang));
        }
        Ok(())
    }
}
