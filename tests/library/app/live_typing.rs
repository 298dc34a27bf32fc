//! Tests of forms and lines that are open while others change a live map.

use crate::app::journal::{Editor, SHOP, before, with_reach, without_asks};
use crate::app::live::live;
use crate::app::{first, message};
use crate::support::screen;
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::map::{Evidence, Phase};

#[test]
fn what_is_typed_stays_while_changes_of_others_come_in() {
    let other = SHOP.replace("(id: \"aaaaaaaa\"", "(id: \"cccccccc\", name: \"Hears\"), (id: \"aaaaaaaa\"");
    for (keys, context) in [
        ("aWalks i", Context::QuickEntry),
        ("e around", Context::Form),
        ("r12", Context::Prompt),
        ("e around<Esc>", Context::Question),
        (":undo", Context::Palette),
    ] {
        let mut editor = live();
        editor.press(keys);
        let text = editor.state.dialogs.last().and_then(Dialog::line).map(|line| line.text().to_owned());
        editor.others_save(&other);
        assert_eq!(before(editor.state.map()), ["Hears", "Asks", "Compares"], "{keys}");
        assert_eq!(editor.state.context(), context, "{keys}");
        assert_eq!(editor.state.dialogs.last().and_then(Dialog::line).map(|line| line.text().to_owned()), text);
        assert_eq!(editor.state.board.selected().map(|id| id.to_string()), Some("aaaaaaaa".to_owned()));
    }
}

#[test]
fn a_form_and_others_can_change_different_fields_of_one_touchpoint() {
    let mut editor = live();
    editor.press("e around");
    editor.others_save(&with_reach(90));
    assert!(screen(&editor.state, 100, 30).contains("90"), "{}", screen(&editor.state, 100, 30));
    editor.press("<Enter>");
    editor.pass(500);
    let saved = editor.saved_map().phase(Phase::Before)[0].clone();
    assert_eq!((&*saved.name, saved.reach), ("Asks around", Some(90)));
    editor.press("u");
    assert_eq!((&*first(&editor.state).name, first(&editor.state).reach), ("Asks", Some(90)));
}

#[test]
fn a_form_says_which_value_of_others_it_replaced_and_one_undo_takes_that() {
    let mut editor = live();
    editor.press("e around");
    editor.others_save(&SHOP.replace("\"Asks\"", "\"Asks friends\""));
    editor.press("<Enter>");
    let told = message(&editor.state);
    assert!(told.contains("“Asks around”) is later") && told.contains("“Asks friends”"), "{told}");
    editor.pass(500);
    assert_eq!(before(&editor.saved_map()), ["Asks around", "Compares"]);
    editor.press("u");
    assert_eq!(before(editor.state.map()), ["Asks friends", "Compares"]);

    let mut editor = live();
    editor.press("E now");
    editor.others_save(&SHOP.replace("\"Shop\"", "\"Market\""));
    editor.press("<Enter>");
    assert!(message(&editor.state).contains("Market"), "{}", message(&editor.state));
}

#[test]
fn a_form_that_others_agree_with_or_that_adds_to_their_list_replaces_nothing() {
    let mut editor = live();
    editor.press("e around");
    editor.others_save(&SHOP.replace("\"Asks\"", "\"Asks around\""));
    editor.press("<Enter>");
    assert!(!message(&editor.state).contains("later"), "{}", message(&editor.state));

    let mut editor = live();
    let id = first(&editor.state).id;
    editor.press("e");
    let Some(Dialog::Form(form)) = editor.state.dialogs.last_mut() else { panic!("no form") };
    form.focus = form.rows.iter().position(|row| row.key == "votes").expect("a row");
    editor.press("5");
    editor.others_save(&SHOP.replace("reach: 100", "reach: 100, votes: 1"));
    editor.press("<Enter>");
    assert_eq!(editor.state.map().touchpoint(id).expect("here").votes, 6);
    assert!(!message(&editor.state).contains("later"), "{}", message(&editor.state));
}

#[test]
fn a_line_for_the_reach_says_which_value_of_others_it_replaced() {
    let mut editor = live();
    editor.press("r80");
    editor.others_save(&with_reach(90));
    editor.press("<Enter>");
    let told = message(&editor.state);
    assert!(told.contains("yours (80) is later") && told.contains("takes theirs (90)"), "{told}");
    editor.press("u");
    assert_eq!(first(&editor.state).reach, Some(90));

    let mut editor = live();
    editor.press("r");
    editor.others_save(&with_reach(90));
    editor.press("<Enter>");
    assert_eq!(first(&editor.state).reach, Some(90), "the proposal was not changed");

    let mut editor = live();
    editor.press("<ctrl-a>r80");
    editor.others_save(&with_reach(90));
    editor.press("<Enter>");
    assert!(message(&editor.state).contains("takes theirs (90)"), "{}", message(&editor.state));
}

#[test]
fn a_typed_reach_does_not_get_the_evidence_of_the_one_that_it_replaces() {
    let mut editor = live();
    editor.press("r80");
    editor.others_save(&SHOP.replace("reach: 100", "reach: 90, evidence: Measured"));
    editor.press("<Enter>");
    assert_eq!((first(&editor.state).reach, first(&editor.state).evidence), (Some(80), Evidence::Assumed));
    editor.press("u");
    assert_eq!((first(&editor.state).reach, first(&editor.state).evidence), (Some(90), Evidence::Measured));
}

#[test]
fn the_form_of_the_map_keeps_what_others_changed_in_other_fields() {
    let mut editor = live();
    editor.press("E now");
    editor.others_save(&SHOP.replace("title: \"Shop\"", "title: \"Shop\", persona: \"Eva\""));
    editor.press("<Enter>");
    let header = editor.state.map().header();
    assert_eq!((&*header.title, header.persona.as_deref()), ("Shop now", Some("Eva")));
}

#[test]
fn a_form_about_a_touchpoint_that_others_delete_loses_nothing() {
    let mut editor = live();
    editor.press("e around");
    editor.others_save(&without_asks());
    assert_eq!(editor.state.context(), Context::Form);
    assert!(message(&editor.state).contains("Somebody else deleted “Asks”"), "{}", message(&editor.state));
    editor.press("<Enter>");
    assert_eq!(editor.state.context(), Context::Board);
    assert_eq!(before(editor.state.map()), ["Asks around", "Compares"], "it is at its place");
    assert_eq!(first(&editor.state).id, editor.state.board.selected().expect("the selected touchpoint"));
    editor.pass(500);
    let saved = editor.saved_map();
    assert_eq!(saved.touchpoints().find(|(_, each)| &*each.name == "Asks around").expect("saved").1.reach, Some(100));

    let mut editor = live();
    editor.press("r12");
    editor.others_save(&without_asks());
    editor.press("<Enter>");
    assert_eq!(editor.state.context(), Context::Prompt, "the line stays");
    assert!(screen(&editor.state, 100, 30).contains("“Asks”"), "{}", screen(&editor.state, 100, 30));
    assert_eq!(before(editor.state.map()), ["Compares"]);
    assert_eq!(first(&editor.state).reach, None, "another touchpoint does not get the number");

    let mut editor = live();
    editor.press("<ctrl-a>e<Tab>2");
    editor.others_save(&without_asks());
    editor.press("<Enter>");
    assert_eq!(before(editor.state.map()), ["Compares"], "{}", message(&editor.state));
    assert!(message(&editor.state).contains("deleted one"), "{}", message(&editor.state));
}

#[test]
fn a_touchpoint_that_a_form_puts_back_goes_back_to_its_step() {
    let joined = SHOP.replace("\"Compares\"", "\"Compares\", with_previous: true");
    let only =
        joined.replace("(id: \"aaaaaaaa\", name: \"Asks\", reach: 100), ", "(id: \"cccccccc\", name: \"Hears\"), ");
    let only = only.replace(", with_previous: true", "");
    let mut editor = live();
    editor.others_save(&joined);
    editor.press("e around");
    editor.others_save(&only);
    editor.press("<Enter>");
    assert_eq!(before(editor.state.map()), ["Hears", "Asks around", "+Compares"], "both are alternatives again");
}

#[test]
fn the_question_about_a_changed_form_says_when_it_is_saved() {
    for (keys, expected) in [("", "No file"), (":live<Enter>", "They are saved")] {
        let mut editor = Editor::new();
        editor.press(keys);
        editor.press("e around<Esc>");
        assert!(screen(&editor.state, 120, 40).contains(expected), "{}", screen(&editor.state, 120, 40));
    }
}
