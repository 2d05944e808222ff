//! Carries decisions out in the session, and says what they did.

use crate::catalog::Catalog;
use crate::levels::{Action, Compared, Departure, Ruling, View};
use crate::report::evidence;
use crate::session::{Decided, Pick, Session, SessionError};
use crate::text::{Message as Saying, words};
use crate::tui::effect::Effect;
use crate::tui::message::{Fault, How, Outcome};
use crate::tui::review::{outcome_of, taken_over};
use crate::tui::worker::{change, fault, paths};

/// Carries a decision out.
pub(super) fn decide(session: &mut Session, effect: Effect) -> Outcome {
    match effect {
        Effect::Decide { picks, ruling } => decided(session, &picks, &ruling),
        Effect::Take {
            pick,
            other,
            ruling,
        } => {
            let taken = session.take(&pick, &other, &ruling);
            told(session, taken, &|_| taken_over())
        }
        _ => Outcome::NothingToDo,
    }
}

fn decided(session: &mut Session, picks: &[Pick], ruling: &Ruling) -> Outcome {
    let decided = if ruling.action == Action::Propose {
        session.propose(picks, ruling, &|catalog, departure| {
            evidence_of(catalog, departure, ruling)
        })
    } else {
        session.decide(picks, ruling)
    };
    told(session, decided, &|decided| {
        outcome_of(ruling.action, decided)
    })
}

/// The message of the commit that carries a proposal.
fn evidence_of(catalog: &Catalog, departure: &Departure<'_>, ruling: &Ruling) -> String {
    let view = View {
        catalog,
        revision: None,
    };
    let compared = Compared {
        lower: view,
        upper: view,
        departure: departure.clone(),
    };
    let reasons = [ruling.reason.as_str(), ruling.legal_reason.as_str()];
    evidence(&compared, &ruling.by, &ruling.on.to_string(), &reasons)
}

/// Says what a decision did.
fn told(
    session: &Session,
    decided: Result<Decided, SessionError>,
    say: &dyn Fn(&Decided) -> Saying,
) -> Outcome {
    match decided {
        Ok(decided) if decided.plan.is_empty() => Outcome::Failed(Fault {
            reason: words(
                "这里已没有可处置的差异",
                "there is nothing left here to decide on",
            )
            .into(),
            hint: None,
        }),
        Ok(decided) => {
            let mut changed = change(session, paths(&decided.plan), How::Edit);
            changed.said = Some(say(&decided));
            Outcome::Changed(Box::new(changed))
        }
        Err(error) => Outcome::Failed(fault(&error)),
    }
}
