//! Proposing a value to the level above: a commit of its own on a branch of its own, which those above can
//! take or leave.

use std::sync::Arc;

use crate::catalog::{Catalog, File, MatterId, effective_value};
use crate::change::{Intent, Refused, plan, set_field};
use crate::levels::{Departure, Ruling, decide, proposal};
use crate::session::decide::departures;
use crate::session::{Decided, Pick, Session, SessionError};
use crate::store::Git;
use crate::text::{Message, words};
use crate::yaml::{self, Data, Path};

/// What the commit for a difference is to say.
pub type Evidence<'e> = &'e dyn Fn(&Catalog, &Departure<'_>) -> String;

/// 提议: what is asked of the level above, on top of the last commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The branch on which it is or will be committed.
    pub branch: String,
    /// The file that it changes, below the catalog folder.
    pub path: Box<str>,
    /// What the last commit has there.
    pub before: Arc<str>,
    /// What is asked for.
    pub after: Arc<str>,
    /// Whether the branch is there already and asks for the same.
    pub is_there: bool,
    /// Which of the differences it comes from.
    pub number: usize,
}

impl Session {
    /// Proposes values upward. Each proposal is a commit of its own on the branch `propose/<base code>-<field>`,
    /// and the decision is noted below; before the first commit there is no place for a branch, and the upper
    /// matter itself is changed in the session, with the note, as one change.
    pub fn propose(
        &mut self,
        picks: &[Pick],
        ruling: &Ruling,
        evidence: Evidence<'_>,
    ) -> Result<Decided, SessionError> {
        let catalog = Arc::clone(&self.catalog);
        let departures = departures(&catalog, picks, ruling.on);
        let chosen: Vec<&Departure<'_>> = departures.iter().collect();
        let mut intents = decide(&catalog, &chosen, ruling);
        let mut branches = Vec::new();
        match Git::open(&self.root) {
            Ok(git) if git.revision("HEAD").is_ok() => {
                let proposals = proposals(&git, &catalog, &chosen)?;
                // Nothing goes to git that the session would refuse to note.
                plan(&catalog, &intents).map_err(SessionError::Refused)?;
                for proposal in proposals {
                    if let Some(departure) = chosen.get(proposal.number) {
                        proposal.commit(&git, &evidence(&catalog, departure))?;
                    }
                    branches.push(proposal.branch);
                }
            }
            _ => intents.extend(upward(&catalog, &chosen)?),
        }
        let plan = self.apply(&intents)?;
        Ok(Decided {
            plan,
            count: chosen.len(),
            branches,
        })
    }
}

impl Proposal {
    /// Commits it on its branch, unless that is done; gives the short id of the commit.
    pub fn commit(&self, git: &Git, message: &str) -> Result<Option<String>, SessionError> {
        if self.is_there {
            return Ok(None);
        }
        let texts = [(&*self.path, &*self.after)];
        Ok(Some(git.commit_aside(&self.branch, &texts, message)?))
    }
}

/// What some differences ask of the level above, each once, each with a branch for it. Where a branch of
/// the plain name asks for the same already, it is the one; where it asks for something else, the next free
/// name is taken.
pub fn proposals(
    git: &Git,
    catalog: &Catalog,
    departures: &[&Departure<'_>],
) -> Result<Vec<Proposal>, SessionError> {
    agree(catalog, departures)?;
    let mut proposals: Vec<Proposal> = Vec::new();
    for (number, departure) in departures.iter().enumerate() {
        let Some((path, before, after)) = wanted(git, catalog, departure)? else {
            continue;
        };
        let is_same = |known: &Proposal| known.path == path && known.after == after;
        if proposals.iter().any(is_same) {
            continue;
        }
        let is_taken = |name: &str| proposals.iter().any(|known| known.branch == name);
        let (branch, is_there) = branch(&departure_name(catalog, departure), &|name| {
            let there = git.revision(&format!("refs/heads/{name}")).ok();
            let text = there.map(|there| git.read_file(&there, &path));
            Name {
                is_taken: is_taken(name) || git.is_branch_taken(name),
                is_same: text.is_some_and(|text| text.as_deref() == Some(after.as_bytes())),
            }
        })?;
        proposals.push(Proposal {
            branch,
            path,
            before,
            after,
            is_there,
            number,
        });
    }
    Ok(proposals)
}

/// The matter whose file a proposal would change.
fn source(catalog: &Catalog, departure: &Departure<'_>) -> Option<MatterId> {
    effective_value(catalog, departure.upper, departure.difference.field).map(|value| value.source)
}

/// Refuses proposals that ask the same field of the same matter for different values.
fn agree(catalog: &Catalog, departures: &[&Departure<'_>]) -> Result<(), SessionError> {
    let place = |one: &Departure<'_>| (source(catalog, one), one.difference.field);
    let value = |one: &Departure<'_>| Data::of(one.difference.lower);
    let clash = departures.iter().enumerate().find(|(at, one)| {
        let before = departures.iter().take(*at);
        let mut there = before.filter(|other| place(other) == place(one));
        there.any(|other| value(other) != value(one))
    });
    match clash {
        None => Ok(()),
        Some((_, one)) => Err(SessionError::Refused(Refused {
            path: catalog.matter(one.lower).file.path.clone(),
            reason: words(
                "选中的提议向同一处要求不同的值，请分开提议",
                "the chosen proposals ask for different values in the same place; propose one at a time",
            )
            .into(),
        })),
    }
}

/// What changes the upper matters themselves, each once.
pub fn upward(
    catalog: &Catalog,
    departures: &[&Departure<'_>],
) -> Result<Vec<Intent>, SessionError> {
    agree(catalog, departures)?;
    let mut places = Vec::new();
    let mut intents = Vec::new();
    for departure in departures {
        let place = (source(catalog, departure), departure.difference.field);
        if !places.contains(&place) {
            places.push(place);
            intents.extend(proposal(catalog, departure));
        }
    }
    Ok(intents)
}

/// What is known of a branch's name.
struct Name {
    is_taken: bool,
    /// Whether the branch asks for the same.
    is_same: bool,
}

fn departure_name(catalog: &Catalog, departure: &Departure<'_>) -> String {
    let code = catalog.matter(departure.lower).base_code();
    let code = code.map_or("", |code| code.value).chars();
    let code: String = code.filter(char::is_ascii_alphanumeric).collect();
    format!("propose/{code}-{}", departure.difference.field.key())
}

/// The first name that is free, or whose branch asks for the same; and whether it does.
fn branch(name: &str, look: &dyn Fn(&str) -> Name) -> Result<(String, bool), SessionError> {
    let numbered = (2..=99).map(|number| format!("{name}-{number}"));
    for candidate in std::iter::once(name.to_owned()).chain(numbered) {
        let known = look(&candidate);
        if known.is_same || !known.is_taken {
            return Ok((candidate, known.is_same));
        }
    }
    Err(SessionError::Refused(Refused {
        path: name.into(),
        reason: words("没有可用的分支名", "no name is free for a branch").into(),
    }))
}

/// A file, its text before and after.
type Change = (Box<str>, Arc<str>, Arc<str>);

/// The file that a proposal changes, and its text with the change, starting from the last commit.
fn wanted(
    git: &Git,
    catalog: &Catalog,
    departure: &Departure<'_>,
) -> Result<Option<Change>, SessionError> {
    let field = departure.difference.field;
    let Some(source) = source(catalog, departure) else {
        return Ok(None);
    };
    let file = &catalog.matter(source).file;
    let refused = |reason: Message| {
        SessionError::Refused(Refused {
            path: file.path.clone(),
            reason,
        })
    };
    let Some(committed) = git.committed(&format!("catalog/{}", file.path)) else {
        return Err(refused(
            words(
                "上级事项还没有提交过，先提交再提议",
                "the upper matter was never committed; commit it before proposing",
            )
            .into(),
        ));
    };
    let text: Arc<str> = String::from_utf8_lossy(&committed).into();
    let before = Arc::clone(&text);
    let committed;
    let then = if *text == **file.document().text() {
        catalog
    } else {
        let read = Arc::new(File::new(&file.path, yaml::read(text)));
        committed = catalog.with_files(vec![read], &[]);
        &committed
    };
    let value = Data::of(departure.difference.lower);
    let intent = then
        .matter_at(&file.path)
        .and_then(|id| set_field(then, id, &Path::key(field.key()), value));
    let plan = plan(then, intent.as_slice()).map_err(SessionError::Refused)?;
    let after = plan.changes.first().and_then(|change| change.after.clone());
    Ok(after.map(|after| (file.path.clone(), before, after)))
}
