//! Long work can be stopped, and is begun again when it is wanted.

use crate::tui::effect::Effect;
use crate::tui::message::Message;
use crate::tui::model::{Pane, Screen};
use crate::tui::stage::{Stage, key};
use crate::tui::update::update;

fn checking() -> Stage {
    let mut stage = Stage::new(120, 30);
    stage.model.findings.is_complete = false;
    let generation = stage.model.generation;
    stage.send(Message::Checking {
        generation,
        done: 1,
        total: 9,
    });
    stage
}

#[test]
fn esc_stops_a_check_says_so_and_it_can_be_taken_up_again() {
    let mut stage = checking();
    let halt = stage.model.findings.halt.clone();
    assert!(stage.screen().contains("检查中"));
    stage.press("esc");
    assert!(halt.is_called());
    let screen = stage.screen();
    assert!(screen.contains("检查已停下，问题不全"), "{screen}");
    assert!(!screen.contains("检查中"), "{screen}");
    stage.press(":");
    stage.type_in("重新检查");
    let effects = update(&mut stage.model, Message::Key(key("enter")));
    let [Effect::Check { halt, .. }] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert!(!halt.is_called() && !stage.model.findings.is_halted);
}

#[test]
fn esc_leads_out_of_the_matter_before_it_stops_anything() {
    let mut stage = checking();
    stage.press("tab esc");
    assert!(!stage.model.findings.halt.is_called());
    stage.press("esc");
    assert!(stage.model.findings.halt.is_called());
}

#[test]
fn leaving_the_review_stops_a_comparison_that_nobody_waits_for() {
    let mut stage = Stage::new(120, 30);
    let effects = update(&mut stage.model, Message::Key(key("r")));
    assert_eq!(stage.model.screen, Screen::Review);
    let halted = |effects: &[Effect]| {
        let mut all = effects.iter();
        all.find_map(|effect| match effect {
            Effect::Survey { halt, .. } => Some(halt.is_called()),
            _ => None,
        })
    };
    assert_eq!(halted(&effects), Some(false));
    let again = update(&mut stage.model, Message::Key(key("esc")));
    assert_eq!(halted(&effects), Some(true));
    assert!(again.is_empty() && stage.screen().contains("比对已停下"));
    let anew = update(&mut stage.model, Message::Key(key("r")));
    assert_eq!(halted(&anew), Some(false));
}

#[test]
fn what_was_asked_of_an_older_state_is_not_there_to_be_stopped() {
    let mut stage = Stage::new(120, 30);
    stage.model.generation += 1;
    stage.model.review.asked_for = Some(stage.model.generation - 1);
    stage.press("esc");
    assert!(!stage.screen().contains("比对已停下"));
    assert_eq!(stage.model.focus, Pane::Tree);
}
