//! Tests of the forms for a touchpoint and for the map.

use crate::app::{first, message, paste};
use crate::support::{play, press, screen, with_map};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::state::State;
use periplo::map::{Emotion, Intent, Kind, Phase, Place};

#[test]
fn the_funnel_follows_a_reach_typed_in_the_form_or_in_quick_entry() {
    let (mut state, _) = play("aSees =1000<Enter>Buys =10<Enter><Esc>e<Tab><Tab><Tab><Tab><end>0");
    assert_eq!(state.shown().funnel().buyers, Some(100));
    press(&mut state, "<Esc>daRepeats =7");
    assert_eq!(state.shown().funnel().buyers, Some(7));
    assert_eq!(state.session.insight.current().funnel.buyers, Some(10));
}

#[test]
fn the_sentences_about_the_funnel_follow_a_new_name() {
    let (mut state, _) = play("aSees =1000<Enter>Buys =10<Enter><Esc>e again<Enter>");
    let said = |state: &State| state.shown().insight().summary.join(" ");
    assert!(said(&state).contains("“Buys again”"), "{}", said(&state));
    press(&mut state, "u");
    assert!(said(&state).contains("“Buys”"), "{}", said(&state));
    press(&mut state, "e late");
    assert!(said(&state).contains("“Buys late”"), "{}", said(&state));
    press(&mut state, "<Esc>d");
    assert!(said(&state).contains("“Buys”"), "{}", said(&state));
}

#[test]
fn a_line_in_quick_entry_is_shown_where_it_would_be_added_after_each_key() {
    let (mut state, _) = play("aSees =1000<Enter>Buys =10<Enter><Esc>gga");
    let typed = |state: &State| {
        let shown = state.shown();
        (shown.place, shown.map().at(shown.place).map(|each| (each.name.to_string(), each.kind)), shown.map().len())
    };
    let before = |row| Place::new(Phase::Before, row);
    for (keys, place, name, kind) in [
        ("A", before(1), "A", None),
        ("s", before(1), "As", None),
        ("ks #onl", before(1), "Asks", Some(Kind::Online)),
        ("<backspace><backspace><backspace><backspace>", before(1), "Asks", None),
        ("<ctrl-u><Tab>Pays", Place::new(Phase::During, 0), "Pays", None),
        ("<ctrl-u>", Place::new(Phase::During, 0), "", None),
    ] {
        press(&mut state, keys);
        let touchpoint = (!name.is_empty()).then(|| (name.to_owned(), kind));
        let count = 2 + usize::from(touchpoint.is_some());
        assert_eq!(typed(&state), (place, touchpoint, count), "{keys}");
    }
    press(&mut state, "<Esc>");
    assert_eq!(state.shown().map(), state.map());
}

#[test]
fn a_form_applies_all_edited_fields_in_one_step() {
    let (mut state, _) = play("aPays<Enter><Esc>e");
    press(&mut state, " by card<Tab>2<Tab>1<Tab>shop<Tab>1.2k<Tab>3<Tab>5<Tab>1<Enter>");
    let touchpoint = first(&state).clone();
    assert_eq!(&*touchpoint.name, "Pays by card");
    assert_eq!(touchpoint.kind, Some(Kind::Offline));
    assert_eq!(touchpoint.intent, Some(Intent::Intentional));
    assert_eq!(touchpoint.channel.as_deref(), Some("shop"));
    assert_eq!(touchpoint.reach, Some(1200));
    assert_eq!(touchpoint.evidence, periplo::map::Evidence::Measured);
    assert_eq!(touchpoint.emotion, Emotion::new(2));
    assert!(touchpoint.critical);
    press(&mut state, "u");
    assert_eq!(&*first(&state).name, "Pays");
}

#[test]
fn a_refused_form_keeps_what_was_typed_and_focuses_the_first_fault() {
    let (mut state, _) = play("aPays<Enter><Esc>e<ctrl-u><Tab><Tab><Tab><Tab>many<Enter>");
    let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("the form stays") };
    assert_eq!(form.focus, 0);
    assert_eq!(form.faults().len(), 2);
    press(&mut state, "Buys<Enter>");
    let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("the form stays") };
    assert_eq!(form.rows[form.focus].key, "reach");
    press(&mut state, "<ctrl-u>7<Enter>");
    assert_eq!((&*first(&state).name, first(&state).reach), ("Buys", Some(7)));
}

#[test]
fn a_changed_form_asks_before_it_closes() {
    let (mut state, _) = play("aPays<Enter><Esc>e now<Esc>");
    assert_eq!(state.context(), Context::Question);
    press(&mut state, "c<Esc>s");
    assert_eq!(&*first(&state).name, "Pays now");
    press(&mut state, "e then<Esc>d");
    assert_eq!(&*first(&state).name, "Pays now");
    press(&mut state, "e<Esc>");
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn a_second_escape_discards_a_form_and_the_next_one_offers_the_text() {
    let (mut state, _) = play("aPays<Enter>Returns<Enter><Esc>ke now<Tab>2<Esc><Esc>");
    assert_eq!((state.context(), &*first(&state).name), (Context::Board, "Pays"));
    press(&mut state, "je");
    assert_eq!(message(&state), "", "the form of another touchpoint has nothing to offer");
    press(&mut state, "<Esc>ke");
    assert!(message(&state).contains("discarded changes here"), "{}", message(&state));
    press(&mut state, "<ctrl-z><Enter>");
    assert_eq!((&*first(&state).name, first(&state).kind), ("Pays now", Some(Kind::Offline)));
    press(&mut state, "e<ctrl-z>");
    assert!(message(&state).contains("Nothing was discarded"), "{}", message(&state));
}

#[test]
fn notes_take_many_lines() {
    let (mut state, _) = play("aPays<Enter><Esc>e<shift-backtab>one<Enter>two<ctrl-s><Esc>");
    assert_eq!(first(&state).notes.as_deref(), Some("one\ntwo"));
    press(&mut state, "e<shift-backtab>");
    paste(&mut state, "!\r\n\u{1b}[31mred");
    press(&mut state, "<ctrl-s>");
    let notes = first(&state).notes.as_deref().unwrap_or_default();
    assert!(notes.contains("[31mred") && !notes.contains('\u{1b}'), "{notes:?}");
}

#[test]
fn an_unedited_field_keeps_its_exact_value() {
    let text = r#"(format: 1, title: "t", before: [(id: "9f3k2m7q", name: "Asks", actors: ["one; two", "three"])])"#;
    let mut state = with_map(text);
    press(&mut state, "e more<Enter>");
    assert_eq!(&*first(&state).name, "Asks more");
    assert_eq!(first(&state).actors.len(), 2);
}

#[test]
fn the_maps_own_fields_have_a_form() {
    let (state, _) = play("E<ctrl-u>Buying a ticket<Tab>Frequent traveller<Enter>");
    assert_eq!(&*state.map().header().title, "Buying a ticket");
    assert_eq!(state.map().header().persona.as_deref(), Some("Frequent traveller"));
}

#[test]
fn the_first_letter_replaces_the_default_title() {
    let (mut state, _) = play("EBuying a ticket<enter>");
    assert_eq!(&*state.map().header().title, "Buying a ticket");
    press(&mut state, "E!<enter>");
    assert_eq!(&*state.map().header().title, "Buying a ticket!", "a title that was typed is kept");
    let (mut state, _) = play("E<end> of the shop<enter>");
    assert!(
        state.map().header().title.ends_with(" of the shop"),
        "a key that moves the cursor keeps the default title"
    );
    press(&mut state, "u");
    press(&mut state, "E");
    paste(&mut state, "Buying a ticket");
    press(&mut state, "<enter>");
    assert_eq!(&*state.map().header().title, "Buying a ticket");
}

#[test]
fn arrow_keys_move_into_the_notes_and_out_of_them() {
    let (mut state, _) = play("aAsks<enter><esc>e<up>");
    assert_eq!(state.context(), Context::Notes, "up from the first field leads to the notes");
    press(&mut state, "one<enter>two<up>");
    assert_eq!(state.context(), Context::Notes, "up moves between lines first");
    press(&mut state, "<up>");
    assert_ne!(state.context(), Context::Notes, "up from the first line leaves the notes");
    press(&mut state, "<down><down><down>");
    assert_ne!(state.context(), Context::Notes, "down from the last line leaves the notes");
    press(&mut state, "<ctrl-s>");
    assert_eq!(state.map().phase(Phase::Before)[0].notes.as_deref(), Some("one\ntwo"));
}

#[test]
fn the_first_digit_in_a_number_field_replaces_the_old_number() {
    let reach_after = |keys: &str| {
        let mut state = with_map(r#"(format: 1, title: "m", before: [(id: "00000001", name: "Reads", reach: 4000)])"#);
        press(&mut state, &format!("e<tab><tab><tab><tab>{keys}<Enter>"));
        first(&state).reach
    };
    assert_eq!(reach_after("7"), Some(7));
    assert_eq!(reach_after("75"), Some(75));
    assert_eq!(reach_after("<left>1"), Some(40_010), "an arrow edits the number");
    assert_eq!(reach_after("<end>1"), Some(40_001));
    assert_eq!(reach_after("<backspace>"), Some(400));
    assert_eq!(reach_after("7<tab><shift-backtab>8"), Some(8), "it is another number on the next visit");
    assert_eq!(reach_after("7<tab><shift-backtab><tab>"), Some(7), "passing through changes nothing");
}

#[test]
fn a_date_can_be_typed_with_the_day_first() {
    let with_due = |typed: &str| {
        let (mut state, _) = play("aPays<Enter><Esc>e");
        press(&mut state, &"<Tab>".repeat(19));
        let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("the form is open") };
        assert_eq!(form.rows[form.focus].key, "due");
        press(&mut state, &format!("{typed}<Enter>"));
        state
    };
    for typed in ["15/12/2026", "15.12.2026", "2026-12-15"] {
        let due = first(&with_due(typed)).due.map(|due| due.to_string());
        assert_eq!(due.as_deref(), Some("2026-12-15"), "{typed}");
    }
    for (typed, why) in [("soon", "like 2026-12-15 or 15/12/2026"), ("3/4/2026", "one of two days")] {
        let state = with_due(typed);
        let shown = screen(&state, 120, 40);
        assert!(shown.contains(why), "{typed}: {shown}");
        assert_eq!(first(&state).due, None, "{typed}");
    }
}
