//! Tests of several touchpoints at once: marking, changing, moving, copying and undoing.

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
fn a_range_is_marked_from_the_last_mark_to_the_selection() {
    let (mut state, _) = play("aA<Enter>B<Enter>C<Enter>D<Enter><Esc>laE<Enter><Esc>hg");
    press(&mut state, "M");
    assert!(message(&state).contains("Press Space"), "{}", message(&state));
    press(&mut state, "j<Space>jM");
    assert_eq!(marked(&state), ["B", "C", "D"]);
    assert!(message(&state).starts_with("3 are marked"), "{}", message(&state));
    press(&mut state, "lM");
    assert_eq!(marked(&state), ["B", "C", "D", "E"], "the range continues into the next phase");
    press(&mut state, "<Esc>g<Space>kM");
    assert_eq!(marked(&state), ["E"], "a range also goes upwards, and its anchor is one of the marks");
}

#[test]
fn all_matches_of_the_filter_are_marked_and_changed_in_one_step() {
    let (mut state, _) = play("aA #on<Enter>B<Enter>C #on<Enter><Esc>laD #on<Enter><Esc>");
    press(&mut state, "f#on<Enter><ctrl-a>");
    assert_eq!(marked(&state), ["A", "C", "D"]);
    press(&mut state, "m3<Esc><Esc>");
    let products = state.map().touchpoints().filter(|(_, each)| each.kind == Some(Kind::Product) && each.critical);
    assert_eq!(products.count(), 3);
    assert!(
        marked(&state).is_empty() && state.board.filter.is_none(),
        "the first Esc drops the marks, the second the filter"
    );
    press(&mut state, "uu");
    assert_eq!(first(&state).kind, Some(Kind::Online));
    press(&mut state, "<ctrl-a>");
    assert_eq!(marked(&state).len(), 4);
    press(&mut state, "<ctrl-a>");
    assert!(marked(&state).is_empty());
}

#[test]
fn a_form_for_several_touchpoints_changes_only_edited_fields() {
    let (mut state, _) = play("aA #on :)<Enter>B #off<Enter>C<Enter><Esc>g<Space><Space>e");
    let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("a form") };
    assert!(form.is_about_several());
    assert!(form.rows.iter().all(|row| row.key != "name"), "a name belongs to one touchpoint");
    let several = |state: &State, key: &str| match state.dialogs.last() {
        Some(Dialog::Form(form)) => form.rows.iter().any(|row| row.key == key && row.keeps_several()),
        Some(_) | None => false,
    };
    assert!(several(&state, "kind") && several(&state, "emotion") && !several(&state, "owner"));
    // The channel, which neither touchpoint has yet, is set for both.
    press(&mut state, "<Tab><Tab>shop<Enter>");
    assert!(message(&state).contains("2 touchpoints"), "{}", message(&state));
    let before: Vec<_> =
        state.map().phase(Phase::Before).iter().map(|each| (each.channel.as_deref(), each.kind)).collect();
    assert_eq!(before, [(Some("shop"), Some(Kind::Online)), (Some("shop"), Some(Kind::Offline)), (None, None)]);
    press(&mut state, "u");
    assert!(state.map().touchpoints().all(|(_, each)| each.channel.is_none()), "undo takes one step");
    assert!(message(&state).contains("changing 2 touchpoints (channel)"), "{}", message(&state));
}

#[test]
fn differing_values_can_be_cleared_or_replaced_by_one() {
    let (mut state, _) = play("aA #on =5 :)<Enter>B #off =7 :(<Enter><Esc>g<Space><Space>");
    press(&mut state, "e3<Tab><Tab><Tab><Backspace><Enter>");
    for touchpoint in state.map().phase(Phase::Before) {
        assert_eq!((touchpoint.kind, touchpoint.reach), (Some(Kind::Product), None));
        assert!(touchpoint.emotion.is_some());
    }
    press(&mut state, "e<Esc>");
    assert_eq!(state.context(), Context::Board, "an unedited form closes without a question");
    press(&mut state, "e<Tab>1<Esc>");
    assert_eq!(state.context(), Context::Question);
}

#[test]
fn a_required_choice_can_be_set_for_several_touchpoints() {
    let (mut state, _) = play("aA =5<Enter>B =7<Enter><Esc>");
    // Only one touchpoint has measured evidence at first.
    press(&mut state, "e<Tab><Tab><Tab><Tab><Tab>3<Enter><ctrl-a>e<Tab><Tab><Tab><Tab><Right><Enter>");
    let evidence: Vec<_> = state.map().phase(Phase::Before).iter().map(|each| each.evidence.key()).collect();
    assert_eq!(evidence, ["assumed", "assumed"], "the first choice is picked");
}

#[test]
fn marked_touchpoints_move_together_and_keep_their_order_and_groups() {
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
    assert!(message(&state).starts_with("Redone: moving 2"), "{}", message(&state));
}

#[test]
fn a_duplicate_has_its_own_id_and_is_selected() {
    let (mut state, _) = play("aA #on<Enter>B<Enter><Esc>gD");
    assert_eq!(names(state.map(), Phase::Before), ["A", "A", "B"]);
    let column = state.map().phase(Phase::Before);
    assert_ne!(column[0].id, column[1].id);
    assert_eq!(column[1].kind, Some(Kind::Online));
    assert_eq!(state.board.selected(), Some(column[1].id));
    press(&mut state, "u<ctrl-a>D");
    assert_eq!(names(state.map(), Phase::Before), ["A", "B", "A", "B"], "the duplicates come below the last original");
    press(&mut state, "u");
    assert_eq!(names(state.map(), Phase::Before), ["A", "B"]);
}

#[test]
fn undo_names_the_change_and_its_field() {
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
fn an_unedited_prompt_for_several_reaches_changes_none() {
    let initial = [Some(900), Some(300), None];
    let (mut state, _) = play("aA =900<Enter>B =300<Enter>C<Enter><Esc><ctrl-a>r");
    assert_eq!(reaches(&state), initial, "the preview does not change either");
    assert!(screen(&state, 100, 30).contains("several values"));
    let revision = state.session.document.revision();
    press(&mut state, "7<Backspace>");
    assert_eq!(reaches(&state), initial, "typing and deleting a digit changes nothing");
    press(&mut state, "<Enter>");
    assert_eq!(
        (state.context(), reaches(&state), state.session.document.revision()),
        (Context::Board, initial.into(), revision)
    );
}

#[test]
fn several_reaches_are_removed_only_on_purpose_and_counted() {
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
    assert_eq!(reaches(&state), [None, None], "a shared value can be removed too");
    assert_eq!(message(&state), "Removed 2 reaches. Press u to undo.");
}

#[test]
fn typing_and_deleting_a_letter_keeps_differing_values() {
    let (mut state, _) = play("aA @shop #on<Enter>B @mail #off<Enter><Esc><ctrl-a>e");
    let channels = |state: &State| -> Vec<_> {
        state.map().touchpoints().map(|(_, each)| each.channel.as_deref().map(str::to_owned)).collect()
    };
    let initial = channels(&state);
    assert!(initial.iter().all(Option::is_some));
    // Picks a kind and unpicks it, then types a letter into the channel and deletes it.
    press(&mut state, "33<Tab><Tab>x<Backspace><Esc>");
    assert_eq!(state.context(), Context::Board, "an unchanged form closes without a question");
    press(&mut state, "e<Tab><Tab>xy<ctrl-u><Enter>");
    assert_eq!(channels(&state), initial);
    press(&mut state, "e<Tab><Tab><ctrl-u>");
    assert!(screen(&state, 100, 30).contains("will be emptied in all"));
    press(&mut state, "<Tab>");
    assert!(screen(&state, 100, 30).contains("will be emptied in all"), "the field keeps its notice without the focus");
    press(&mut state, "<Enter>");
    assert_eq!(channels(&state), [None, None]);
    press(&mut state, "ue0<Enter>");
    assert!(state.map().touchpoints().all(|(_, each)| each.kind.is_none()), "0 clears a choice");
}
