//! Tests of the board: tags, moves, marks, search and undo.

use crate::app::{first, message};
use crate::support::{names, play, press};
use periplo::app::model::context::Context;
use periplo::app::model::message::Tone;
use periplo::app::model::state::State;
use periplo::map::{Emotion, Intent, Kind, Phase, Place};

#[test]
fn the_same_key_sets_and_removes_a_tag() {
    let (mut state, _) = play("aPays<Enter><Esc>1");
    assert_eq!(first(&state).kind, Some(Kind::Online));
    press(&mut state, "2");
    assert_eq!(first(&state).kind, Some(Kind::Offline));
    press(&mut state, "2");
    assert_eq!(first(&state).kind, None);
    press(&mut state, "i");
    assert_eq!(first(&state).intent, Some(Intent::Intentional));
    press(&mut state, "i");
    assert_eq!(first(&state).intent, Some(Intent::Unintentional));
    press(&mut state, "i");
    assert_eq!(first(&state).intent, None);
    press(&mut state, "m++vvV");
    assert!(first(&state).critical);
    assert_eq!(first(&state).emotion, Emotion::new(2));
    assert_eq!(first(&state).votes, 1);
}

#[test]
fn a_refused_action_says_why_and_changes_nothing() {
    for script in ["u", "d", "p", "n", "<Enter>", "1", "J"] {
        let (state, effects) = play(script);
        assert_eq!(state.message.as_ref().map(|each| each.tone), Some(Tone::Refused), "{script}");
        assert!(effects.is_empty() && !state.session.document.is_dirty(), "{script}");
    }
    let (state, _) = play("aPays<Enter><Esc>o");
    assert!(message(&state).contains("first touchpoint of a phase"), "{}", message(&state));
}

#[test]
fn marked_touchpoints_are_changed_together_in_one_step() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter><Esc>g<Space><Space>3");
    let kinds = |state: &State| state.map().phase(Phase::Before).iter().map(|each| each.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&state), [Some(Kind::Product), Some(Kind::Product), None]);
    press(&mut state, "u");
    assert_eq!(kinds(&state), [None, None, None]);
    press(&mut state, "d");
    assert_eq!(names(state.map(), Phase::Before), ["Three"]);
    press(&mut state, "u<Esc>L");
    assert_eq!(state.map().phase(Phase::During).len(), 1);
}

#[test]
fn undo_restores_a_deleted_touchpoint_with_its_id() {
    let (mut state, _) = play("aOne<Enter>Two<Enter><Esc>");
    let before = state.map().clone();
    press(&mut state, "ddu<ctrl-r>uu");
    assert_eq!(state.map(), &before);
}

#[test]
fn a_new_change_clears_the_redo_history() {
    let (mut state, _) = play("aOne<Enter><Esc>1u2<ctrl-r>");
    assert_eq!(first(&state).kind, Some(Kind::Offline));
    assert!(message(&state).contains("nothing to redo"));
    press(&mut state, "u");
    assert_eq!(first(&state).kind, None);
}

#[test]
fn cards_move_between_rows_and_phases_and_stay_selected() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter><Esc>K");
    assert_eq!(names(state.map(), Phase::Before), ["One", "Three", "Two"]);
    press(&mut state, "L");
    assert_eq!(names(state.map(), Phase::During), ["Three"]);
    assert_eq!(state.board.place(), Place::new(Phase::During, 0));
    press(&mut state, "<shift-left>");
    assert_eq!(names(state.map(), Phase::Before), ["One", "Two", "Three"], "beside it in time");
}

#[test]
fn a_card_that_goes_to_another_phase_stays_next_to_its_neighbour_in_time() {
    let script = "aSees =900<Enter>Asks =400<Enter><Tab>Visits =90<Enter>Pays =50<Enter><Esc>";
    let widens = |state: &State| state.shown().funnel().steps.iter().any(|step| step.widens);
    let (mut state, _) = play(&format!("{script}gH"));
    assert_eq!(names(state.map(), Phase::Before), ["Sees", "Asks", "Visits"]);
    assert!(!widens(&state));
    press(&mut state, "L");
    assert_eq!(names(state.map(), Phase::During), ["Visits", "Pays"]);
    assert!(!widens(&state));
    // An alternative that goes becomes a step of its own; the one that stays behind too.
    let (mut state, _) = play(&format!("{script}oH"));
    assert_eq!(names(state.map(), Phase::Before), ["Sees", "Asks", "Pays"]);
    press(&mut state, "koL");
    assert_eq!(
        (names(state.map(), Phase::Before), names(state.map(), Phase::During)),
        (vec!["Sees".to_owned(), "Pays".to_owned()], vec!["Asks".to_owned(), "Visits".to_owned()],)
    );
}

#[test]
fn an_alternative_joins_the_step_above_and_new_touchpoints_follow_the_step() {
    let (mut state, _) = play("aShop<Enter>Website<Enter><Esc>okaPays<Enter><Esc>");
    assert_eq!(names(state.map(), Phase::Before), ["Shop", "+Website", "Pays"]);
    press(&mut state, "gd");
    assert_eq!(names(state.map(), Phase::Before), ["Website", "Pays"]);
}

#[test]
fn the_funnel_follows_a_reach_while_it_is_typed() {
    let (mut state, _) = play("aSees =1000<Enter>Buys<Enter><Esc>r25");
    assert_eq!(state.shown().funnel().buyers, Some(25));
    assert_eq!(state.session.insight.current().funnel.buyers, Some(1000));
    press(&mut state, "0");
    assert_eq!(state.shown().funnel().buyers, Some(250));
    press(&mut state, "x");
    assert_eq!(state.shown().funnel().buyers, Some(1000));
    press(&mut state, "<Enter>");
    assert_eq!(state.context(), Context::Prompt, "a wrong number is refused");
    press(&mut state, "<Backspace><Enter>");
    assert_eq!(state.session.insight.current().funnel.buyers, Some(250));
    press(&mut state, "r<ctrl-u><Enter>");
    assert_eq!(state.session.insight.current().funnel.buyers, Some(1000));
}

#[test]
fn search_ignores_case_and_accents() {
    let (mut state, _) = play("aPaga en línea<Enter>Pregunta<Enter>Vuelve en LINEA<Enter><Esc>/linea<Enter>");
    assert_eq!(state.board.place().row, 2);
    press(&mut state, "n");
    assert_eq!(state.board.place().row, 0);
    press(&mut state, "N");
    assert_eq!(state.board.place().row, 2);
    press(&mut state, "/nowhere<Enter>");
    assert!(message(&state).starts_with("No match"));
    press(&mut state, "g/pre<Esc>");
    assert_eq!(state.board.place().row, 0, "leaving the search restores the selection");
}

#[test]
fn the_funnel_pane_moves_step_by_step() {
    let (mut state, _) = play("aShop<Enter>Website<Enter><Esc>o<Right>aPays<Enter><Esc><Tab>");
    press(&mut state, "k");
    assert_eq!(state.board.place(), Place::new(Phase::Before, 0));
    press(&mut state, "j");
    assert_eq!(state.board.place(), Place::new(Phase::During, 0));
}

#[test]
fn copied_alternatives_of_two_steps_stay_separate() {
    let (state, _) = play("aA<Enter>B<Enter><Esc>oaC<Enter>D<Enter><Esc>o<Space>gj<Space>y<Esc>Gp");
    assert_eq!(names(state.map(), Phase::Before), ["A", "+B", "C", "+D", "B", "D"]);
}

#[test]
fn g_and_shift_g_select_the_first_and_last_step_of_the_funnel() {
    let (mut state, _) = play("aShop<Enter><Esc>laPays<Enter>Packs<Enter><Esc>h<Tab>G");
    assert_eq!(state.board.place(), Place::new(Phase::During, 1));
    press(&mut state, "g");
    assert_eq!(state.board.place(), Place::new(Phase::Before, 0));
}

#[test]
fn the_down_arrow_moves_the_reach_prompt_to_the_next_touchpoint() {
    let (state, _) = play("aOne<Enter>Two<Enter>Three<Enter><Esc>gr100<Down>50<Down>20<Enter>");
    let reaches: Vec<_> = state.map().phase(Phase::Before).iter().map(|each| each.reach).collect();
    assert_eq!(reaches, [Some(100), Some(50), Some(20)]);
    // It goes on into the next phase. After the last touchpoint the prompt stays, and the next number replaces the old
    // one.
    let (mut state, _) = play("aOne<Enter><Esc>laTwo<Enter><Esc>hr100<Down>50<Down>20");
    assert_eq!(state.context(), Context::Prompt);
    press(&mut state, "<Enter>");
    let reaches: Vec<_> = state.map().touchpoints().map(|(_, each)| each.reach).collect();
    assert_eq!(reaches, [Some(100), Some(20)]);
}

#[test]
fn undoing_a_move_among_alternatives_selects_the_moved_card() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter><Esc>okog");
    let one = state.board.selected();
    press(&mut state, "Ju");
    assert_eq!(state.board.selected(), one);
    assert!(message(&state).contains("“One”"), "{}", message(&state));
}
