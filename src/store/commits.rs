//! Commits one by one: those that a branch has and another has not, who made each, and what each one's parents
//! are.

use git2::{Commit, Oid, Sort};

use crate::store::{Git, Revision, StoreError};

/// 提交记录: one commit with its author and its parents.
#[derive(Clone, Debug)]
pub struct Committed {
    /// The commit.
    pub revision: Revision,
    /// Its author.
    pub author: Person,
    /// The commits it follows; several for a merge.
    pub parents: Vec<Revision>,
    /// Whether it carries a signature, be it good or not.
    pub is_signed: bool,
}

/// 署名: a name and a mail address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The mail address.
    pub email: String,
}

impl Git {
    /// The commits that a commit has and another one has not, each after its parents.
    pub fn commits(&self, known: &Revision, to: &Revision) -> Result<Vec<Committed>, StoreError> {
        if known.id == to.id {
            return Ok(Vec::new());
        }
        let mut walk = self.repository.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::REVERSE)?;
        walk.push(Oid::from_str(&to.id)?)?;
        walk.hide(Oid::from_str(&known.id)?)?;
        walk.map(|id| self.made(&self.repository.find_commit(id?)?))
            .collect()
    }

    fn made(&self, commit: &Commit<'_>) -> Result<Committed, StoreError> {
        let author = commit.author();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok(Committed {
            revision: self.describe(commit),
            author: Person {
                name: text(author.name_bytes()),
                email: text(author.email_bytes()),
            },
            parents: self.described(commit.parent_ids())?,
            is_signed: self
                .repository
                .extract_signature(&commit.id(), None)
                .is_ok(),
        })
    }

    /// What a commit made now would follow: the last one, and those that a merge under way brings in.
    pub fn next_parents(&self) -> Result<Vec<Revision>, StoreError> {
        let last = self.last_commit()?.map(|commit| commit.id());
        let merged = self.repository.path().join("MERGE_HEAD");
        let merged = std::fs::read_to_string(merged).unwrap_or_default();
        let merged = merged.lines().filter_map(|line| Oid::from_str(line).ok());
        self.described(last.into_iter().chain(merged))
    }

    /// The commits in which others have last been one.
    pub fn forks(&self, commits: &[Revision]) -> Result<Vec<Revision>, StoreError> {
        let ids: Result<Vec<Oid>, _> = commits.iter().map(|one| Oid::from_str(&one.id)).collect();
        let ids = ids?;
        let found = match ids.as_slice() {
            [one, other] => self.repository.merge_bases(*one, *other),
            _ => self.repository.merge_bases_many(&ids),
        };
        match found {
            Ok(found) => self.described(found.iter().copied()),
            Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    /// Who a commit made now would be by; `None` if git does not know.
    pub fn person(&self) -> Option<Person> {
        let own = self.repository.signature().ok()?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Some(Person {
            name: text(own.name_bytes()),
            email: text(own.email_bytes()),
        })
    }

    /// A shallow clone may lack one.
    fn described(&self, ids: impl Iterator<Item = Oid>) -> Result<Vec<Revision>, StoreError> {
        ids.map(|id| match self.repository.find_commit(id) {
            Ok(commit) => Ok(self.describe(&commit)),
            Err(_) => Err(StoreError::CutOff(id.to_string())),
        })
        .collect()
    }
}
