//! Proposing a value to the level above: a commit of its own on a branch of its own, which those above can
//! take or leave.

use std::sync::Arc;

use crate::catalog::{Catalog, File, MatterId, effective_value};
use crate::change::{Intent, Refused, plan, set_field};
use crate::levels::{Departure, Ruling, decide, proposal};
use crate::session::decide::departures;
use crate::session::{Decided, Pick, Session, SessionError};
use crate::store::{Git, Revision};
use crate::text::{Message, words};
use crate::yaml::{self, Data, Path};

/// What the commit for a difference is to say.
pub type Evidence<'e> = &'e dyn Fn(&Catalog, &Departure<'_>) -> String;

/// A file as a proposal wants it.
struct Wanted {
    path: Box<str>,
    text: Arc<str>,
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
        agree(&catalog, &chosen)?;
        let mut intents = decide(&catalog, &chosen, ruling);
        let mut branches = Vec::new();
        match Git::open(&self.root) {
            Ok(git) if git.revision("HEAD").is_ok() => {
                // Nothing goes to git that the session would refuse to note.
                plan(&catalog, &intents).map_err(SessionError::Refused)?;
                for departure in &chosen {
                    let branch = aside(&git, &catalog, departure, evidence)?;
                    branches.extend(branch.filter(|name| !branches.contains(name)));
                }
            }
            _ => intents.extend(upward(&catalog, &chosen)),
        }
        let plan = self.apply(&intents)?;
        Ok(Decided {
            plan,
            count: chosen.len(),
            branches,
        })
    }
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

/// The changes of the upper matters themselves, each once.
fn upward(catalog: &Catalog, departures: &[&Departure<'_>]) -> Vec<Intent> {
    let mut places = Vec::new();
    let mut intents = Vec::new();
    for departure in departures {
        let place = (source(catalog, departure), departure.difference.field);
        if !places.contains(&place) {
            places.push(place);
            intents.extend(proposal(catalog, departure));
        }
    }
    intents
}

/// Commits a proposal aside, on top of what the last commit has of the upper matter; gives the branch. Where
/// a branch of that name asks for the same already, it stays as it is; where it asks for something else, the
/// next free name is taken.
fn aside(
    git: &Git,
    catalog: &Catalog,
    departure: &Departure<'_>,
    evidence: Evidence<'_>,
) -> Result<Option<String>, SessionError> {
    let Some(wanted) = wanted(git, catalog, departure)? else {
        return Ok(None);
    };
    let code = catalog.matter(departure.lower).base_code();
    let code: String = code.map_or("", |code| code.value).to_owned();
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = format!("propose/{code}-{}", departure.difference.field.key());
    for branch in names(&name) {
        match git.revision(&format!("refs/heads/{branch}")) {
            Ok(there) if is_there(git, &there, &wanted) => return Ok(Some(branch)),
            Ok(_) => {}
            Err(_) if git.is_branch_taken(&branch) => {}
            Err(_) => {
                let said = evidence(catalog, departure);
                git.commit_aside(&branch, &[(&*wanted.path, &*wanted.text)], &said)?;
                return Ok(Some(branch));
            }
        }
    }
    Err(SessionError::Refused(Refused {
        path: wanted.path,
        reason: words(
            "没有可用的分支名 {branch}",
            "no name is free for a branch {branch}",
        )
        .with(&[("branch", &name)]),
    }))
}

/// The names that a branch may have, the plain one first.
fn names(name: &str) -> impl Iterator<Item = String> {
    let numbered = (2..=99).map(move |number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered)
}

fn is_there(git: &Git, branch: &Revision, wanted: &Wanted) -> bool {
    git.read_file(branch, &wanted.path).as_deref() == Some(wanted.text.as_bytes())
}

/// The file that a proposal changes, and its text with the change, starting from the last commit.
fn wanted(
    git: &Git,
    catalog: &Catalog,
    departure: &Departure<'_>,
) -> Result<Option<Wanted>, SessionError> {
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
    let committed;
    let then = if *text == **file.document.text() {
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
    let path = file.path.clone();
    Ok(after.map(|text| Wanted { path, text }))
}
