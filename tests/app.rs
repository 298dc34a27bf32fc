//! The editor's thinking, tested by typing.

mod support;

use std::path::PathBuf;

use periplo::app::effect::Target;
use periplo::app::pointer::{Gesture, Pointer, Spot};
use periplo::app::state::{Dialog, Screen, Tone};
use periplo::app::{Context, Effect, Msg, State, update};
use periplo::lang::Language;
use periplo::map::{Emotion, Intent, Kind, Phase, Place, Touchpoint};
use periplo::store::{SaveError, Template};
use support::{empty, names, play, press, with_map, with_template};

fn first(state: &State) -> &Touchpoint {
    &state.map().phase(Phase::Before)[0]
}

fn paste(state: &mut State, text: &str) {
    update(state, Msg::Paste(text.to_owned()));
}

fn message(state: &State) -> &str {
    state.message.as_ref().map_or("", |message| &message.text)
}

#[test]
fn quick_entry_makes_a_touchpoint_and_stays_for_the_next() {
    let (state, _) = play("aPays online #on #int =900 ! :)<Enter>Comes back<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Pays online", "Comes back"]);
    let touchpoint = first(&state);
    assert_eq!(touchpoint.kind, Some(Kind::Online));
    assert_eq!(touchpoint.intent, Some(Intent::Intentional));
    assert_eq!(touchpoint.reach, Some(900));
    assert!(touchpoint.critical);
    assert_eq!(touchpoint.emotion, Emotion::new(1));
    assert_eq!(state.context(), Context::QuickEntry);
}

#[test]
fn escape_on_an_empty_line_leaves_quick_entry() {
    let (state, _) = play("aPays<Enter><Esc>");
    assert_eq!(state.context(), Context::Board);
    assert_eq!(names(state.map(), Phase::Before), ["Pays"]);
}

#[test]
fn escape_asks_before_a_typed_line_is_lost() {
    let (mut state, _) = play("aPays in the shop<Esc>");
    assert_eq!(state.context(), Context::Question);
    press(&mut state, "<Esc>");
    assert_eq!(state.context(), Context::QuickEntry);
    press(&mut state, " today<Esc>s");
    assert_eq!(names(state.map(), Phase::Before), ["Pays in the shop today"]);
    press(&mut state, "Another<Esc>d");
    assert_eq!(names(state.map(), Phase::Before), ["Pays in the shop today"]);
    assert_eq!(state.context(), Context::Board);
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
fn the_letters_of_a_paste_never_act_as_commands() {
    let mut state = with_template(Template::Travel, Language::English);
    let before = state.map().clone();
    paste(&mut state, "dddq");
    assert_eq!(state.context(), Context::QuickEntry);
    assert_eq!(state.map(), &before);
}

#[test]
fn a_paste_with_a_line_that_is_too_long_is_refused_whole_and_says_which() {
    let (mut state, _) = play("a");
    paste(&mut state, &format!("fine\n{}\nfine too", "x".repeat(201)));
    assert!(state.map().is_empty());
    assert!(message(&state).contains("Line 2"), "{}", message(&state));
}

#[test]
fn a_paste_of_five_megabytes_in_one_line_is_refused_and_nothing_is_lost() {
    let (mut state, _) = play("aPays ");
    paste(&mut state, &"x".repeat(5_000_000));
    assert_eq!(state.message.as_ref().map(|message| message.tone), Some(Tone::Refused));
    press(&mut state, "now<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Pays now"]);
}

#[test]
fn tags_are_given_and_taken_by_one_key() {
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
fn an_act_that_cannot_be_done_says_why_and_changes_nothing() {
    for script in ["u", "d", "p", "n", "<Enter>", "1", "J"] {
        let (state, effects) = play(script);
        assert_eq!(state.message.as_ref().map(|each| each.tone), Some(Tone::Refused), "{script}");
        assert!(effects.is_empty() && !state.document.is_dirty(), "{script}");
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
fn a_deleted_touchpoint_comes_back_with_its_identity() {
    let (mut state, _) = play("aOne<Enter>Two<Enter><Esc>");
    let before = state.map().clone();
    press(&mut state, "ddu<ctrl-r>uu");
    assert_eq!(state.map(), &before);
}

#[test]
fn a_fresh_change_ends_what_could_be_redone() {
    let (mut state, _) = play("aOne<Enter><Esc>1u2<ctrl-r>");
    assert_eq!(first(&state).kind, Some(Kind::Offline));
    assert!(message(&state).contains("Nothing to redo"));
    press(&mut state, "u");
    assert_eq!(first(&state).kind, None);
}

#[test]
fn undoing_everything_leaves_nothing_unsaved() {
    let (mut state, _) = play("aOne<Enter>Two<Enter><Esc>1imvd");
    assert!(state.document.is_dirty());
    press(&mut state, "uuuuuuuuuu");
    assert!(!state.document.is_dirty());
    assert!(state.map().is_empty());
}

#[test]
fn a_copy_is_pasted_below_with_an_identity_of_its_own() {
    let (state, _) = play("aOne #on<Enter>Two<Enter><Esc>gyp");
    assert_eq!(names(state.map(), Phase::Before), ["One", "One", "Two"]);
    let [one, copy, _] = state.map().phase(Phase::Before) else { panic!("three touchpoints") };
    assert_eq!(one.kind, copy.kind);
    assert_ne!(one.id, copy.id);
    assert_eq!(state.board.selected(), Some(copy.id));
}

#[test]
fn cards_move_over_rows_and_phases_and_stay_selected() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter><Esc>K");
    assert_eq!(names(state.map(), Phase::Before), ["One", "Three", "Two"]);
    press(&mut state, "L");
    assert_eq!(names(state.map(), Phase::During), ["Three"]);
    assert_eq!(state.board.place(), Place::new(Phase::During, 0));
    press(&mut state, "<shift-left>");
    assert_eq!(names(state.map(), Phase::Before), ["Three", "One", "Two"], "it keeps its row");
}

#[test]
fn an_alternative_joins_the_step_above_and_new_touchpoints_come_behind_the_step() {
    let (mut state, _) = play("aShop<Enter>Website<Enter><Esc>okaPays<Enter><Esc>");
    assert_eq!(names(state.map(), Phase::Before), ["Shop", "+Website", "Pays"]);
    press(&mut state, "gd");
    assert_eq!(names(state.map(), Phase::Before), ["Website", "Pays"]);
}

#[test]
fn the_funnel_follows_a_reach_while_it_is_typed() {
    let (mut state, _) = play("aSees =1000<Enter>Buys<Enter><Esc>r25");
    assert_eq!(state.shown().funnel().buyers, Some(25));
    assert_eq!(state.insight.funnel.buyers, Some(1000));
    press(&mut state, "0");
    assert_eq!(state.shown().funnel().buyers, Some(250));
    press(&mut state, "x");
    assert_eq!(state.shown().funnel().buyers, Some(1000));
    press(&mut state, "<Enter>");
    assert_eq!(state.context(), Context::Prompt, "a wrong number is not taken");
    press(&mut state, "<Backspace><Enter>");
    assert_eq!(state.insight.funnel.buyers, Some(250));
    press(&mut state, "r<ctrl-u><Enter>");
    assert_eq!(state.insight.funnel.buyers, Some(1000));
}

#[test]
fn the_funnel_follows_a_number_in_the_form_and_in_quick_entry() {
    let (mut state, _) = play("aSees =1000<Enter>Buys =10<Enter><Esc>e<Tab><Tab><Tab><Tab>0");
    assert_eq!(state.shown().funnel().buyers, Some(100));
    press(&mut state, "<Esc>daRepeats =7");
    assert_eq!(state.shown().funnel().buyers, Some(7));
    assert_eq!(state.insight.funnel.buyers, Some(10));
}

#[test]
fn a_form_changes_what_was_touched_in_one_step() {
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
fn a_refused_form_keeps_what_was_typed_and_goes_to_its_fault() {
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
fn a_changed_form_asks_before_it_is_left() {
    let (mut state, _) = play("aPays<Enter><Esc>e now<Esc>");
    assert_eq!(state.context(), Context::Question);
    press(&mut state, "<Esc><Esc>s");
    assert_eq!(&*first(&state).name, "Pays now");
    press(&mut state, "e then<Esc>d");
    assert_eq!(&*first(&state).name, "Pays now");
    press(&mut state, "e<Esc>");
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn notes_take_many_lines() {
    let (mut state, _) = play("aPays<Enter><Esc>e<shift-backtab>one<Enter>two<ctrl-s>");
    assert_eq!(first(&state).notes.as_deref(), Some("one\ntwo"));
    press(&mut state, "e<shift-backtab>");
    paste(&mut state, "!\r\n\u{1b}[31mred");
    press(&mut state, "<ctrl-s>");
    let notes = first(&state).notes.as_deref().unwrap_or_default();
    assert!(notes.contains("[31mred") && !notes.contains('\u{1b}'), "{notes:?}");
}

#[test]
fn a_field_that_was_not_touched_is_left_to_the_letter() {
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
fn search_goes_to_finds_whatever_their_case_and_accents() {
    let (mut state, _) = play("aPaga en línea<Enter>Pregunta<Enter>Vuelve en LINEA<Enter><Esc>/linea<Enter>");
    assert_eq!(state.board.place().row, 2);
    press(&mut state, "n");
    assert_eq!(state.board.place().row, 0);
    press(&mut state, "N");
    assert_eq!(state.board.place().row, 2);
    press(&mut state, "/nowhere<Enter>");
    assert!(message(&state).starts_with("Nothing found"));
    press(&mut state, "g/pre<Esc>");
    assert_eq!(state.board.place().row, 0, "a search that is left goes back");
}

#[test]
fn a_map_without_a_file_asks_for_one_and_is_bound_when_it_is_saved() {
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-s><ctrl-u>shop.ron");
    let effects = press(&mut state, "<Enter>");
    let [Effect::Save { path, revision, target: Target::New, .. }] = effects.as_slice() else {
        panic!("one save of a new file: {effects:?}")
    };
    assert_eq!(path, &PathBuf::from("shop.ron"));
    assert!(state.file.is_none() && state.document.is_dirty());
    let outcome = Err(SaveError::Exists);
    update(&mut state, Msg::Saved { path: path.clone(), revision: *revision, outcome });
    assert_eq!(state.context(), Context::Question);
    assert!(state.file.is_none());
    let effects = press(&mut state, "d");
    assert!(matches!(effects.as_slice(), [Effect::Save { target: Target::Any, .. }]), "{effects:?}");
}

#[test]
fn a_change_made_while_saving_stays_unsaved() {
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-s>");
    let effects = press(&mut state, "<Enter>");
    let [Effect::Save { path, revision, map, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(path);
    let outcome = periplo::store::disk::create(&file, map);
    press(&mut state, "1");
    update(&mut state, Msg::Saved { path: file.clone(), revision: *revision, outcome });
    assert!(state.document.is_dirty());
    press(&mut state, "u");
    assert!(!state.document.is_dirty());
    assert_eq!(state.file.as_ref().map(|open| open.path.clone()), Some(file));
}

#[test]
fn quitting_asks_when_something_is_unsaved() {
    let (mut state, _) = play("aPays<Enter><Esc>");
    assert!(press(&mut state, "q").is_empty());
    assert_eq!(state.context(), Context::Question);
    press(&mut state, "<Esc>");
    assert_eq!(state.context(), Context::Board);
    assert!(matches!(press(&mut state, "qd").as_slice(), [Effect::Quit]));
    let (_, effects) = play("q");
    assert!(matches!(effects.as_slice(), [Effect::Quit]), "nothing is unsaved");
}

#[test]
fn a_file_that_cannot_be_read_can_never_be_saved_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bad.ron");
    std::fs::write(&path, "(format: 1, title: 3)").expect("written");
    let mut state = State::new(periplo::lang::Lang::new(Language::English), 7);
    let effects = periplo::app::file::open(&mut state, path.clone());
    assert!(matches!(effects.as_slice(), [Effect::Open { .. }]));
    let outcome = periplo::store::disk::load(&path);
    update(&mut state, Msg::Opened { path, outcome });
    assert!(matches!(state.screen, Screen::Unreadable(_)));
    assert!(state.file.is_none());
    assert!(press(&mut state, "<ctrl-s>wW").is_empty());
}

#[test]
fn help_lists_the_keys_of_the_context_and_runs_the_chosen_one() {
    let (state, _) = play("aPays<Enter><Esc>?product<Enter>");
    assert_eq!(first(&state).kind, Some(Kind::Product));
    let (state, _) = play("a<f1>");
    let Some(Dialog::Help(help)) = state.dialogs.last() else { panic!("the help is open") };
    assert_eq!(help.context, Context::QuickEntry);
}

#[test]
fn a_dragged_card_lands_where_it_is_dropped() {
    let (mut state, _) = play("aOne<Enter>Two<Enter>Three<Enter><Esc>");
    let mut point = |gesture, spot| update(&mut state, Msg::Pointer(Pointer { gesture, spot: Some(spot) }));
    let card = |row, lower| Spot::Card { place: Place::new(Phase::Before, row), lower };
    point(Gesture::Press, card(0, false));
    point(Gesture::Drag, card(1, true));
    point(Gesture::Release, card(1, true));
    assert_eq!(names(state.map(), Phase::Before), ["Two", "One", "Three"]);
    let mut point = |gesture, spot| update(&mut state, Msg::Pointer(Pointer { gesture, spot: Some(spot) }));
    point(Gesture::Press, card(0, false));
    point(Gesture::Drag, Spot::Column(Phase::After));
    point(Gesture::Release, Spot::Column(Phase::After));
    assert_eq!(names(state.map(), Phase::After), ["Two"]);
    let mut point = |gesture, spot| update(&mut state, Msg::Pointer(Pointer { gesture, spot: Some(spot) }));
    point(Gesture::Press, card(1, false));
    point(Gesture::Release, card(1, false));
    assert_eq!(names(state.map(), Phase::Before), ["One", "Three"], "a click moves nothing");
    assert_eq!(state.board.place(), Place::new(Phase::Before, 1));
}

#[test]
fn the_funnel_pane_is_walked_step_by_step() {
    let (mut state, _) = play("aShop<Enter>Website<Enter><Esc>o<Right>aPays<Enter><Esc><Tab>");
    press(&mut state, "k");
    assert_eq!(state.board.place(), Place::new(Phase::Before, 0));
    press(&mut state, "j");
    assert_eq!(state.board.place(), Place::new(Phase::During, 0));
}

#[test]
fn every_action_has_its_words_in_both_languages() {
    use periplo::app::keymap::BINDINGS;
    for language in Language::ALL {
        let lang = periplo::lang::Lang::new(language);
        for binding in BINDINGS {
            let key = binding.action.key();
            assert!(!lang.action(key).contains("act-"), "{key} in {language:?}");
            assert!(
                !lang.action_about(key).is_empty() && !lang.action_about(key).contains("act-"),
                "{key} in {language:?}"
            );
        }
    }
    assert_eq!(empty(Language::Spanish).lang.language(), Language::Spanish);
}

#[test]
fn no_key_is_bound_twice_in_a_context() {
    let mut seen = std::collections::HashSet::new();
    for binding in periplo::app::keymap::BINDINGS {
        for &key in binding.keys {
            assert!(seen.insert((binding.context, key)), "{key} in {:?}", binding.context);
            assert_eq!(key, key.normalized(), "{key} as it is read from the terminal");
        }
    }
}
