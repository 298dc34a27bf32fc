//! Several touchpoints at once: marked, changed, moved, copied, and undone in words.

use crate::app::{first, message};
use crate::support::{names, play, press, screen};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::state::State;
use periplo::map::{Kind, Phase};

fn marked(state: &State) -> Vec<String> {
    let marked = state.map().touchpoints().filter(|(_, each)| state.board.marked.contains(&each.id));
    marked.map(|(_, each)| each.name.to_string()).collect()
}

#[test]
fn a_range_is_marked_from_the_last_mark_to_here() {
    let (mut state, _) = play("aA<Enter>B<Enter>C<Enter>D<Enter><Esc>laE<Enter><Esc>hg");
    press(&mut state, "M");
    assert!(message(&state).contains("Press Space"), "{}", message(&state));
    press(&mut state, "j<Space>jM");
    assert_eq!(marked(&state), ["B", "C", "D"]);
    assert!(message(&state).starts_with("3 are marked"), "{}", message(&state));
    press(&mut state, "lM");
    assert_eq!(marked(&state), ["B", "C", "D", "E"], "on over the phases");
    press(&mut state, "<Esc>g<Space>kM");
    assert_eq!(marked(&state), ["E"], "upwards too, and the anchor is a mark of its own");
}

#[test]
fn all_that_the_filter_wants_is_marked_and_changed_in_one_step() {
    let (mut state, _) = play("aA #on<Enter>B<Enter>C #on<Enter><Esc>laD #on<Enter><Esc>");
    press(&mut state, "f#on<Enter><ctrl-a>");
    assert_eq!(marked(&state), ["A", "C", "D"]);
    press(&mut state, "m3<Esc><Esc>");
    let products = state.map().touchpoints().filter(|(_, each)| each.kind == Some(Kind::Product) && each.critical);
    assert_eq!(products.count(), 3);
    assert!(marked(&state).is_empty() && state.board.filter.is_none(), "one Esc for the marks, one for the filter");
    press(&mut state, "uu");
    assert_eq!(first(&state).kind, Some(Kind::Online));
    press(&mut state, "<ctrl-a>");
    assert_eq!(marked(&state).len(), 4);
    press(&mut state, "<ctrl-a>");
    assert!(marked(&state).is_empty());
}

#[test]
fn the_form_of_several_changes_only_what_was_touched() {
    let (mut state, _) = play("aA #on :)<Enter>B #off<Enter>C<Enter><Esc>g<Space><Space>e");
    let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("a form") };
    assert!(form.is_about_several());
    assert!(form.rows.iter().all(|row| row.key != "name"), "names tell them apart");
    let several = |state: &State, key: &str| match state.dialogs.last() {
        Some(Dialog::Form(form)) => form.rows.iter().any(|row| row.key == key && row.keeps_several()),
        Some(_) | None => false,
    };
    assert!(several(&state, "kind") && several(&state, "emotion") && !several(&state, "owner"));
    // Kind, intent, channel: what they share is nothing, and is written for both.
    press(&mut state, "<Tab><Tab>shop<Enter>");
    assert!(message(&state).contains("2 touchpoints"), "{}", message(&state));
    let before: Vec<_> =
        state.map().phase(Phase::Before).iter().map(|each| (each.channel.as_deref(), each.kind)).collect();
    assert_eq!(before, [(Some("shop"), Some(Kind::Online)), (Some("shop"), Some(Kind::Offline)), (None, None)]);
    press(&mut state, "u");
    assert!(state.map().touchpoints().all(|(_, each)| each.channel.is_none()), "one step");
    assert!(message(&state).contains("changing 2 touchpoints (channel)"), "{}", message(&state));
}

#[test]
fn several_values_can_be_emptied_and_made_one() {
    let (mut state, _) = play("aA #on =5 :)<Enter>B #off =7 :(<Enter><Esc>g<Space><Space>");
    press(&mut state, "e3<Tab><Tab><Tab><Backspace><Enter>");
    for touchpoint in state.map().phase(Phase::Before) {
        assert_eq!((touchpoint.kind, touchpoint.reach), (Some(Kind::Product), None));
        assert!(touchpoint.emotion.is_some());
    }
    press(&mut state, "e<Esc>");
    assert_eq!(state.context(), Context::Board, "nothing was touched: nothing is asked");
    press(&mut state, "e<Tab>1<Esc>");
    assert_eq!(state.context(), Context::Question);
}

#[test]
fn an_answer_that_all_must_have_can_be_given_to_several() {
    let (mut state, _) = play("aA =5<Enter>B =7<Enter><Esc>");
    // The evidence of one of them is measured.
    press(&mut state, "e<Tab><Tab><Tab><Tab><Tab>3<Enter><ctrl-a>e<Tab><Tab><Tab><Tab><Right><Enter>");
    let evidence: Vec<_> = state.map().phase(Phase::Before).iter().map(|each| each.evidence.key()).collect();
    assert_eq!(evidence, ["assumed", "assumed"], "the first answer");
}

#[test]
fn what_is_marked_moves_together_and_keeps_its_order_and_groups() {
    let (mut state, _) = play("aA<Enter>B<Enter><Esc>oaC<Enter>D<Enter><Esc>g<Space><Space>");
    press(&mut state, "J");
    assert_eq!(names(state.map(), Phase::Before), ["C", "A", "+B", "D"]);
    press(&mut state, "L");
    assert_eq!(names(state.map(), Phase::Before), ["C", "D"]);
    assert_eq!(names(state.map(), Phase::During), ["A", "+B"]);
    press(&mut state, "u");
    assert!(message(&state).contains("moving 2 touchpoints"), "{}", message(&state));
    assert_eq!(names(state.map(), Phase::Before), ["C", "A", "+B", "D"]);
    press(&mut state, "<ctrl-r>");
    assert!(message(&state).starts_with("Done again: moving 2"), "{}", message(&state));
}

#[test]
fn a_copy_has_an_identity_of_its_own_and_is_selected() {
    let (mut state, _) = play("aA #on<Enter>B<Enter><Esc>gD");
    assert_eq!(names(state.map(), Phase::Before), ["A", "A", "B"]);
    let column = state.map().phase(Phase::Before);
    assert_ne!(column[0].id, column[1].id);
    assert_eq!(column[1].kind, Some(Kind::Online));
    assert_eq!(state.board.selected(), Some(column[1].id));
    press(&mut state, "u<ctrl-a>D");
    assert_eq!(names(state.map(), Phase::Before), ["A", "B", "A", "B"], "below the last one");
    press(&mut state, "u");
    assert_eq!(names(state.map(), Phase::Before), ["A", "B"]);
}

#[test]
fn undoing_says_which_fields_come_back() {
    let (mut state, _) = play("aPays<Enter><Esc>1mu");
    assert_eq!(message(&state), "Undone: changing “Pays” (critical moment).");
    press(&mut state, "u");
    assert_eq!(message(&state), "Undone: changing “Pays” (kind).");
    press(&mut state, "u");
    assert_eq!(message(&state), "Undone: adding “Pays”.");
    press(&mut state, "E<ctrl-u>Shop<Enter>u");
    assert_eq!(message(&state), "Undone: the map's fields (title).");
}

fn reaches(state: &State) -> Vec<Option<u64>> {
    state.shown().map().touchpoints().map(|(_, each)| each.reach).collect()
}

#[test]
fn a_line_for_several_reaches_that_nobody_answers_changes_none() {
    let known = [Some(900), Some(300), None];
    let (mut state, _) = play("aA =900<Enter>B =300<Enter>C<Enter><Esc><ctrl-a>r");
    assert_eq!(reaches(&state), known, "nor is it shown so");
    assert!(screen(&state, 100, 30).contains("several values"));
    let revision = state.session.document.revision();
    press(&mut state, "7<Backspace>");
    assert_eq!(reaches(&state), known, "what is typed and taken back was never typed");
    press(&mut state, "<Enter>");
    assert_eq!(
        (state.context(), reaches(&state), state.session.document.revision()),
        (Context::Board, known.into(), revision)
    );
}

#[test]
fn several_reaches_are_removed_on_purpose_alone_and_counted() {
    for clearing in ["<Backspace>", "<Delete>", "<ctrl-u>"] {
        let (mut state, _) = play("aA =900<Enter>B =300<Enter>C<Enter><Esc><ctrl-a>r");
        press(&mut state, clearing);
        assert!(screen(&state, 100, 30).contains("will be emptied in all"), "{clearing}");
        press(&mut state, "<Enter>");
        assert_eq!(reaches(&state), [None, None, None], "{clearing}");
        assert_eq!(message(&state), "Removed 2 reaches. Press u to undo.");
        press(&mut state, "u");
        assert_eq!(reaches(&state), [Some(900), Some(300), None]);
    }
    let (mut state, _) = play("aA =900<Enter>B =300<Enter><Esc><ctrl-a>r5<Enter>");
    assert_eq!(reaches(&state), [Some(5), Some(5)]);
    press(&mut state, "r<Backspace><Enter>");
    assert_eq!(reaches(&state), [None, None], "the value that they shared");
    assert_eq!(message(&state), "Removed 2 reaches. Press u to undo.");
}

#[test]
fn a_letter_typed_and_deleted_again_leaves_several_values_as_they_are() {
    let (mut state, _) = play("aA @shop #on<Enter>B @mail #off<Enter><Esc><ctrl-a>e");
    let channels = |state: &State| -> Vec<_> {
        state.map().touchpoints().map(|(_, each)| each.channel.as_deref().map(str::to_owned)).collect()
    };
    let known = channels(&state);
    assert!(known.iter().all(Option::is_some));
    // A kind picked and taken back, and a channel.
    press(&mut state, "33<Tab><Tab>x<Backspace><Esc>");
    assert_eq!(state.context(), Context::Board, "nothing was changed: nothing is asked");
    press(&mut state, "e<Tab><Tab>xy<ctrl-u><Enter>");
    assert_eq!(channels(&state), known);
    press(&mut state, "e<Tab><Tab><ctrl-u>");
    assert!(screen(&state, 100, 30).contains("will be emptied in all"));
    press(&mut state, "<Tab>");
    assert!(screen(&state, 100, 30).contains("will be emptied in all"), "also when one has gone on");
    press(&mut state, "<Enter>");
    assert_eq!(channels(&state), [None, None]);
    press(&mut state, "ue0<Enter>");
    assert!(state.map().touchpoints().all(|(_, each)| each.kind.is_none()), "a choice is emptied by its own key");
}
