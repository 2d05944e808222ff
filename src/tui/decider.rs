//! Carries decisions out in the session, and says what they did.

use crate::catalog::Catalog;
use crate::levels::{Action, Departure, Ruling};
use crate::session::{Decided, Pick, Session, SessionError};
use crate::text::{Lang, Message as Saying, words};
use crate::tui::effect::Effect;
use crate::tui::message::{Fault, How, Outcome};
use crate::tui::review::{evidence, outcome_of, taken_over};
use crate::tui::worker::{change, fault, paths};

/// Carries a decision out.
pub(super) fn decide(session: &mut Session, effect: Effect) -> Outcome {
    match effect {
        Effect::Decide {
            picks,
            ruling,
            lang,
        } => decided(session, (&picks, &ruling, lang)),
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

fn decided(session: &mut Session, (picks, ruling, lang): (&[Pick], &Ruling, Lang)) -> Outcome {
    let decided = if ruling.action == Action::Propose {
        let said = |catalog: &Catalog, departure: &Departure<'_>| {
            evidence(catalog, departure, ruling, lang)
        };
        session.propose(picks, ruling, &said)
    } else {
        session.decide(picks, ruling)
    };
    told(session, decided, &|decided| {
        outcome_of(ruling.action, decided)
    })
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
