//! Tests of quick entry and of pasting.

use crate::app::{first, message, paste};
use crate::support::{names, play, press, screen, with_template};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::message::Tone;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::{Emotion, Intent, Kind, Phase};
use periplo::store::Template;

#[test]
fn quick_entry_adds_a_touchpoint_and_stays_open() {
    let (state, _) = play("aPays online #on #int =900 ! :)<Enter>Comes back<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Pays online", "Comes back"]);
    let touchpoint = first(&state);
    assert_eq!(touchpoint.kind, Some(Kind::Online));
    assert_eq!(touchpoint.intent, Some(Intent::Intentional));
    assert_eq!(touchpoint.reach, Some(900));
    assert!(touchpoint.critical);
    assert_eq!(touchpoint.emotion, Emotion::new(1));
    assert_eq!(state.context(), Context::EmptyEntry);
}

#[test]
fn escape_on_an_empty_line_leaves_quick_entry() {
    let (state, _) = play("aPays<Enter><Esc>");
    assert_eq!(state.context(), Context::Board);
    assert_eq!(names(state.map(), Phase::Before), ["Pays"]);
}

#[test]
fn escape_leaves_a_typed_line_at_once_and_up_brings_it_back() {
    let (mut state, _) = play("aPays in the shop<Esc>");
    assert_eq!((state.context(), state.map().len()), (Context::Board, 0));
    assert!(message(&state).contains("What you typed is kept: ↑"), "{}", message(&state));
    // Older lines come with Up, newer ones and what was being typed with Down.
    press(&mut state, "aAnother<Esc>aHalf<Up>");
    let line = |state: &State| match state.dialogs.last() {
        Some(Dialog::QuickEntry(entry)) => entry.line.text().to_owned(),
        other => panic!("quick entry: {other:?}"),
    };
    assert_eq!(line(&state), "Another");
    press(&mut state, "<Up><Up>");
    assert_eq!(line(&state), "Pays in the shop", "the oldest stays");
    press(&mut state, "<Down><Down>");
    assert_eq!(line(&state), "Half");
    press(&mut state, "<Up><Up> today<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Pays in the shop today"]);
}

#[test]
fn every_line_is_left_at_once_and_brought_back_in_one_of_its_kind() {
    for (open, typed) in [
        ("r", "1200"),
        ("W", "plan.ron"),
        ("x", "poster.svg"),
        ("/", "pays"),
        ("f", "#online"),
        (":", "export"),
        ("?", "funnel"),
        ("<ctrl-o>", "other"),
    ] {
        let (mut state, _) = play("aPays<Enter><Esc>");
        let line = |state: &State| {
            state.dialogs.last().and_then(|dialog| dialog.line()).map(|line| line.text().trim().to_owned())
        };
        press(&mut state, open);
        press(&mut state, "<ctrl-u>");
        press(&mut state, typed);
        press(&mut state, "<Esc>");
        assert!(state.dialogs.is_empty(), "{open}: {:?}", state.dialogs);
        press(&mut state, open);
        assert_ne!(line(&state).as_deref(), Some(typed), "{open}");
        press(&mut state, "<Up>");
        assert_eq!(line(&state).as_deref(), Some(typed), "{open}");
    }
}

#[test]
fn a_left_reach_comes_back_only_for_its_touchpoint() {
    let (mut state, _) = play("aPays<Enter>Returns<Enter><Esc>kr12<Esc>jr<Up>");
    let reach = |state: &State| match state.dialogs.last() {
        Some(Dialog::Prompt(prompt)) => prompt.line.text().to_owned(),
        other => panic!("a prompt: {other:?}"),
    };
    assert_eq!(reach(&state), "", "Up went to the touchpoint above");
    press(&mut state, "<Up>");
    assert_eq!(reach(&state), "12");
}

#[test]
fn tab_and_shift_tab_on_the_empty_line_go_to_other_phases_and_the_footer_says_so() {
    let (mut state, _) = play("a");
    assert_eq!(state.context(), Context::EmptyEntry);
    let shown = screen(&state, 80, 24);
    assert!(shown.contains("Tab next phase") && shown.contains("Shift-Tab phase before"), "{shown}");
    press(&mut state, "<Tab>Pays<Enter><shift-backtab>Asks<Enter><shift-backtab>Returns");
    assert!(!screen(&state, 80, 24).contains("next phase"), "Tab completes a typed line");
    press(&mut state, "<Enter>");
    let all = [Phase::Before, Phase::During, Phase::After].map(|phase| names(state.map(), phase).join(" "));
    assert_eq!(all, ["Asks", "Pays", "Returns"]);
}

#[test]
fn a_line_without_a_name_is_refused_and_kept() {
    let (mut state, _) = play("a#on =900<Enter>");
    assert!(state.map().is_empty());
    assert_eq!(state.message.as_ref().map(|message| message.tone), Some(Tone::Refused));
    press(&mut state, " Pays<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Pays"]);
}

#[test]
fn a_known_channel_suggests_kind_and_intent_unless_they_are_typed() {
    let (state, _) = play("aAsks a friend @\"word of mouth\"<Enter>Reads #product @website<Enter>");
    assert_eq!(first(&state).kind, Some(Kind::Offline));
    assert_eq!(first(&state).intent, Some(Intent::Unintentional));
    assert_eq!(state.map().phase(Phase::Before)[1].kind, Some(Kind::Product));
}

#[test]
fn tab_completes_the_channel_that_is_being_typed() {
    let (state, _) = play("aAsks @word<Tab>today<Enter>");
    assert_eq!(first(&state).channel.as_deref(), Some("word of mouth"));
    assert_eq!(&*first(&state).name, "Asks today");
}

#[test]
fn a_paste_of_many_lines_is_one_change() {
    let (mut state, _) = play("a");
    paste(&mut state, "Sees the poster #off\r\n\r\n- Searches =3k\nAsks a friend\n");
    assert_eq!(names(state.map(), Phase::Before), ["Sees the poster", "Searches", "Asks a friend"]);
    press(&mut state, "<Esc>u");
    assert!(state.map().is_empty());
}

#[test]
fn pasted_letters_never_run_commands() {
    let mut state = with_template(Template::Travel, Language::English);
    let before = state.map().clone();
    paste(&mut state, "dddq");
    assert_eq!(state.context(), Context::QuickEntry);
    assert_eq!(state.map(), &before);
}

#[test]
fn a_paste_with_too_long_a_line_is_refused_and_names_the_line() {
    let (mut state, _) = play("a");
    paste(&mut state, &format!("fine\n{}\nfine too", "x".repeat(10_001)));
    assert!(state.map().is_empty());
    assert!(message(&state).contains("Line 2"), "{}", message(&state));
}

#[test]
fn a_paste_of_five_megabytes_in_one_line_is_refused_and_keeps_the_typed_text() {
    let (mut state, _) = play("aPays ");
    paste(&mut state, &"x".repeat(5_000_000));
    assert_eq!(state.message.as_ref().map(|message| message.tone), Some(Tone::Refused));
    press(&mut state, "now<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Pays now"]);
}

#[test]
fn a_copy_is_pasted_below_with_its_own_id() {
    let (state, _) = play("aOne #on<Enter>Two<Enter><Esc>gyp");
    assert_eq!(names(state.map(), Phase::Before), ["One", "One", "Two"]);
    let [one, copy, _] = state.map().phase(Phase::Before) else { panic!("three touchpoints") };
    assert_eq!(one.kind, copy.kind);
    assert_ne!(one.id, copy.id);
    assert_eq!(state.board.selected(), Some(copy.id));
}

#[test]
fn enter_on_an_empty_line_keeps_quick_entry_open() {
    let (state, _) = play("aFoo<Enter><Enter>delta<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Foo", "delta"]);
}

#[test]
fn a_paste_on_the_board_can_be_undone_at_once() {
    let (mut state, _) = play("");
    paste(&mut state, "1. Busca en internet\n2) Lee opiniones\n3D print\n");
    assert_eq!(names(state.map(), Phase::Before), ["Busca en internet", "Lee opiniones", "3D print"]);
    press(&mut state, "u");
    assert!(state.map().is_empty());
}

#[test]
fn undo_in_quick_entry_keeps_the_line_open_for_the_next_touchpoint() {
    let (state, _) = play("aOne<Enter>Two<Enter><ctrl-z>Three<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["One", "Three"]);
}

#[test]
fn a_refused_paste_on_the_board_stays_on_the_board() {
    let (mut state, _) = play("aOne<Enter><Esc>");
    paste(&mut state, &format!("fine\n{}", "x".repeat(10_001)));
    assert_eq!(names(state.map(), Phase::Before), ["One"]);
    assert!(message(&state).contains("Line 2"), "{}", message(&state));
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn tab_on_an_empty_line_switches_to_the_next_phase() {
    let (mut state, _) = play("aHears of it<enter><tab>Buys it<enter><tab>Uses it<enter><tab>Tells others<enter><esc>");
    let names = Phase::ALL.map(|phase| names(state.map(), phase).join(", "));
    assert_eq!(names, ["Hears of it, Tells others", "Buys it", "Uses it"]);
    press(&mut state, "u");
    assert_eq!(state.map().len(), 3);
}

/// Returns the text of the quick entry line.
fn line(state: &State) -> String {
    match state.dialogs.last() {
        Some(Dialog::QuickEntry(entry)) => entry.line.text().to_owned(),
        other => panic!("quick entry: {other:?}"),
    }
}

#[test]
fn a_second_tab_takes_the_next_channel_and_more_typing_keeps_it() {
    let (mut state, _) = play("aAsks @s");
    let mut found = Vec::new();
    for _ in 0..3 {
        press(&mut state, "<tab>");
        found.push(line(&state));
    }
    assert!(found.iter().all(|line| line.starts_with("Asks @") && line.ends_with(' ')), "{found:?}");
    assert!(found[0] != found[1] && found[1] != found[2], "{found:?}");
    press(&mut state, "<ctrl-z>");
    assert_eq!(line(&state), found[1]);
    press(&mut state, "today<tab>");
    assert_eq!(line(&state), format!("{}today", found[1]), "the completion is no longer the last change");
    // After the last one the first one comes again.
    press(&mut state, "<ctrl-u>@s");
    let mut seen = Vec::new();
    while !seen.contains(&line(&state)) {
        seen.push(line(&state));
        press(&mut state, "<tab>");
    }
    assert_eq!(line(&state), seen[1]);
}

#[test]
fn ctrl_z_undoes_in_the_line_and_on_the_empty_line_in_the_map() {
    let (mut state, _) = play("aFirst<Enter>Pays the bill<ctrl-z>");
    assert_eq!((line(&state).as_str(), state.map().len()), ("Pays the ", 1));
    press(&mut state, "<ctrl-z><ctrl-z>");
    assert_eq!((line(&state).as_str(), state.map().len()), ("", 1));
    press(&mut state, "Pays now<ctrl-w><ctrl-z>");
    assert_eq!((line(&state).as_str(), state.map().len()), ("Pays now", 1));
    press(&mut state, "<ctrl-u><ctrl-z>");
    assert_eq!((line(&state).as_str(), state.map().len()), ("Pays now", 1));
    press(&mut state, "<ctrl-u>");
    update(&mut state, periplo::app::Msg::Paste("pasted".to_owned()));
    press(&mut state, "<ctrl-z>");
    assert_eq!((line(&state).as_str(), state.map().len()), ("", 1));
    press(&mut state, "<ctrl-z><ctrl-z><ctrl-z>");
    assert_eq!((line(&state).as_str(), state.map().len()), ("", 1), "the line is as it was at first");
    press(&mut state, "<ctrl-z>");
    assert_eq!((line(&state).as_str(), state.map().len()), ("", 0));
    assert!(message(&state).contains("First"), "{}", message(&state));
}

#[test]
fn the_number_of_added_touchpoints_follows_undo() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>");
    assert!(screen(&state, 80, 24).contains("2 added"));
    press(&mut state, "<ctrl-z>");
    assert!(screen(&state, 80, 24).contains("1 added"));
    press(&mut state, "Three<Enter>");
    assert!(screen(&state, 80, 24).contains("2 added"));
    press(&mut state, "<ctrl-z><ctrl-z>");
    assert!(!screen(&state, 80, 24).contains("added"));
}

#[test]
fn only_what_the_channel_suggests_is_called_suggested() {
    let (mut state, _) = play("aAsks @search #off");
    let shown = screen(&state, 80, 24);
    assert!(shown.contains("offline  the channel suggests: → intentional  @search"), "{shown}");
    press(&mut state, " #int");
    assert!(!screen(&state, 80, 24).contains("suggests"), "the line has both tags");
    press(&mut state, "<ctrl-u>Asks @search ");
    let shown = screen(&state, 80, 24);
    assert!(shown.contains("online  → intentional  (suggested by the channel)  @search"), "{shown}");
}
