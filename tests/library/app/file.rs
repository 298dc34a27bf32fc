//! Tests of opening, saving and quitting, of the help, and of the key table.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::app::first;
use crate::support::{play, press, with_template};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::question::Question;
use periplo::app::model::effect::Effect;
use periplo::app::model::effect::Target;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::screen::Screen;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::Kind;
use periplo::store::disk::journal::JournalReport;
use periplo::store::{Comments, Fingerprint, SaveError, Template, disk, ron_text};

#[test]
fn undoing_everything_leaves_nothing_unsaved() {
    let (mut state, _) = play("aOne<Enter>Two<Enter><Esc>1imvd");
    assert!(state.session.document.is_dirty());
    press(&mut state, "uuuuuuuuuu");
    assert!(!state.session.document.is_dirty());
    assert!(state.map().is_empty());
}

#[test]
fn a_map_without_a_file_asks_for_one_and_keeps_it_only_after_the_save() {
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-s><ctrl-u>shop.ron");
    let effects = press(&mut state, "<Enter>");
    let [Effect::Save { path, revision, target: Target::New, .. }] = effects.as_slice() else {
        panic!("one save of a new file: {effects:?}")
    };
    assert_eq!(path, &PathBuf::from("shop.ron"));
    assert!(state.session.file.is_none() && state.session.document.is_dirty());
    let outcome = Err(SaveError::Exists);
    update(&mut state, Msg::Saved { path: path.clone(), revision: *revision, outcome });
    assert_eq!(state.context(), Context::Question);
    assert!(state.session.file.is_none());
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
    let outcome = disk::create(&file, map, &Comments::default());
    press(&mut state, "1");
    update(&mut state, Msg::Saved { path: file.clone(), revision: *revision, outcome });
    assert!(state.session.document.is_dirty());
    press(&mut state, "u");
    assert!(!state.session.document.is_dirty());
    assert_eq!(state.session.file.as_ref().map(|open| open.path.clone()), Some(file));
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
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Map(path.clone())));
    assert!(matches!(effects.as_slice(), [Effect::Open { .. }]));
    let outcome = disk::load(&path);
    update(&mut state, Msg::Opened { path, outcome, found: JournalReport::default() });
    assert!(matches!(state.screen, Screen::Unreadable(_)));
    assert!(state.session.file.is_none());
    assert!(press(&mut state, "<ctrl-s>wW").is_empty());
}

#[test]
fn help_lists_the_keys_of_the_context_and_runs_the_chosen_one() {
    let (state, _) = play("aPays<Enter><Esc>?product<Enter>");
    assert_eq!(first(&state).kind, Some(Kind::Product));
    let (state, _) = play("a<f1>");
    let Some(Dialog::Help(help)) = state.dialogs.last() else { panic!("the help is open") };
    assert_eq!(help.context, Context::EmptyEntry);
}

#[test]
fn every_action_field_and_choice_has_a_text_in_both_languages() {
    use periplo::app::input::key_table::BINDINGS;
    use periplo::app::model::reason::Reason;
    use periplo::exchange::inventory::COLUMNS;
    use periplo::map::ChoiceSet;
    use periplo::map::field::{HEADER, TOUCHPOINT};
    for language in Language::ALL {
        let lang = Lang::new(language);
        let mut texts = Vec::new();
        for binding in BINDINGS {
            let key = binding.action.name();
            texts.extend([(key, lang.action(key)), (key, lang.action_about(key))]);
        }
        texts.extend(Context::ALL.map(|context| (context.name(), lang.context(context.name()))));
        texts.extend(Reason::ALL.iter().map(|reason| (reason.name(), lang.why_not(reason.name(), Default::default()))));
        let touchpoint = TOUCHPOINT.iter().map(|field| (field.key, field.form));
        for (key, form) in touchpoint.chain(HEADER.iter().map(|field| (field.key, field.form))) {
            texts.extend([(key, lang.field(key)), (key, lang.field_about(key))]);
            texts.extend(form.map(|(group, _)| (key, lang.group(group.key()))));
        }
        texts.extend(COLUMNS.iter().map(|column| (column.name, lang.column(column.name))));
        let choices = ChoiceSet::ALL.into_iter().flat_map(ChoiceSet::choices);
        texts.extend(choices.map(|choice| (choice.key(), lang.choice(choice))));
        for template in Template::ALL {
            texts.extend([(template.name(), lang.template(template.name()))]);
            texts.extend([(template.name(), lang.template_about(template.name()))]);
        }
        for (key, words) in texts {
            // A missing text is empty or names the key.
            assert!(!words.is_empty() && !words.starts_with("No localization"), "{key} in {language:?}: {words}");
        }
    }
}

#[test]
fn no_key_is_bound_twice_in_a_context() {
    let mut seen = std::collections::HashSet::new();
    for binding in periplo::app::input::key_table::BINDINGS {
        for &key in binding.keys.iter() {
            assert!(seen.insert((binding.context, key)), "{key} in {:?}", binding.context);
            assert_eq!(key, key.normalized(), "{key} in the form that the terminal sends");
        }
    }
}

/// Returns a map of one touchpoint whose first save is in progress.
fn saving(file: &Path) -> (State, Vec<Effect>) {
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-s><ctrl-u>");
    press(&mut state, &file.to_string_lossy());
    let effects = press(&mut state, "<Enter>");
    (state, effects)
}

#[test]
fn a_second_save_waits_for_the_one_in_progress() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    let (mut state, effects) = saving(&file);
    let [Effect::Save { map, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(press(&mut state, "1<ctrl-s>").is_empty(), "two saves at once would look like changes by another program");
    let outcome = disk::create(&file, map, &Comments::default());
    let effects = update(&mut state, Msg::Saved { path: file, revision: *revision, outcome });
    let [Effect::WriteJournal(_), Effect::Save { map, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(map, state.map());
}

#[test]
fn quitting_during_a_save_waits_for_it_without_a_question() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    let (mut state, effects) = saving(&file);
    let [Effect::Save { map, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(press(&mut state, "q").is_empty());
    assert_eq!(state.context(), Context::Board);
    let outcome = disk::create(&file, map, &Comments::default());
    let effects = update(&mut state, Msg::Saved { path: file, revision: *revision, outcome });
    assert!(matches!(effects.as_slice(), [Effect::ClearJournal, Effect::Quit]), "{effects:?}");
}

#[test]
fn the_question_about_an_existing_file_waits_for_quick_entry() {
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-s>");
    let effects = press(&mut state, "<Enter>");
    let [Effect::Save { path, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    press(&mut state, "aAsks at the ");
    update(&mut state, Msg::Saved { path: path.clone(), revision: *revision, outcome: Err(SaveError::Exists) });
    press(&mut state, "desk<Enter>");
    assert_eq!(state.context(), Context::EmptyEntry);
    press(&mut state, "<Esc>");
    update(&mut state, Msg::Tick(Duration::from_secs(1)));
    assert_eq!(state.context(), Context::Question);
    assert_eq!(state.map().len(), 2);
}

#[test]
fn the_result_of_opening_another_file_is_ignored() {
    let mut state = State::new(Lang::new(Language::English), 7);
    press(&mut state, "oslow.ron<Enter>");
    let outcome = Err(periplo::store::OpenError::NotFound);
    update(&mut state, Msg::Opened { path: PathBuf::from("other.ron"), outcome, found: JournalReport::default() });
    assert!(matches!(state.screen, Screen::Opening { .. }), "it is not the file being opened");
    let outcome = Err(periplo::store::OpenError::NotFound);
    update(&mut state, Msg::Opened { path: PathBuf::from("slow.ron"), outcome, found: JournalReport::default() });
    let Some(Dialog::Browser(browser)) = state.dialogs.last() else { panic!("the name can be corrected") };
    assert_eq!(browser.filter.text(), "slow.ron");
}

#[test]
fn a_name_without_extension_gets_the_extension_of_maps() {
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-s><ctrl-u>shop");
    let effects = press(&mut state, "<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::Save { path, .. }] if path.as_os_str() == "shop.ron"), "{effects:?}");
}

/// Returns a saved map of one touchpoint.
fn saved(file: &Path) -> State {
    let (mut state, effects) = saving(file);
    let [Effect::Save { map, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    let outcome = disk::create(file, map, &Comments::default());
    update(&mut state, Msg::Saved { path: file.to_owned(), revision: *revision, outcome });
    state
}

/// Returns a map of one touchpoint whose second save failed with an error, and the path of its file.
fn failed_save(error: SaveError) -> (State, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    let mut state = saved(&file);
    let effects = press(&mut state, "1<ctrl-s>");
    let [Effect::Save { revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    update(&mut state, Msg::Saved { path: file.clone(), revision: *revision, outcome: Err(error) });
    (state, file)
}

#[test]
fn a_save_that_failed_says_why_and_offers_another_file() {
    let full = || SaveError::Unwritable(std::io::ErrorKind::StorageFull.into());
    let (mut state, file) = failed_save(full());
    assert!(state.session.document.is_dirty());
    let Some(Dialog::Question(Question::NotSaved { why })) = state.dialogs.last() else { panic!("a question is open") };
    assert!(why.contains("the disk is full") && why.contains("save under another name"), "{why}");
    press(&mut state, "s");
    let Some(Dialog::Prompt(prompt)) = state.dialogs.last() else { panic!("a name can be typed") };
    assert_eq!(prompt.line.text(), file.to_string_lossy());
    let effects = press(&mut state, "<ctrl-u>other.ron<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::Save { target: Target::New, .. }]), "{effects:?}");

    let (mut state, _) = failed_save(full());
    let effects = press(&mut state, "d");
    assert!(
        matches!(effects.as_slice(), [Effect::Save { target: Target::Known(_), .. }]),
        "it saves again: {effects:?}"
    );

    let (mut state, _) = failed_save(SaveError::ReadOnly);
    press(&mut state, "<Esc>");
    assert_eq!((state.context(), state.session.document.is_dirty()), (Context::Board, true));
    assert!(press(&mut state, "q").is_empty(), "quitting asks about the unsaved map");
}

#[test]
fn the_question_about_a_failed_save_waits_for_quick_entry() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    let mut state = saved(&file);
    let effects = press(&mut state, "1<ctrl-s>aAsks ");
    let [Effect::Save { revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    update(&mut state, Msg::Saved { path: file, revision: *revision, outcome: Err(SaveError::ReadOnly) });
    press(&mut state, "there<Enter>");
    assert_eq!(state.context(), Context::EmptyEntry);
    press(&mut state, "<Esc>");
    update(&mut state, Msg::Tick(Duration::from_secs(1)));
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(Question::NotSaved { .. }))));
    assert_eq!(state.map().len(), 2);
}

#[test]
fn every_save_keeps_the_comments_of_the_file_without_a_warning() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.ron");
    let text = "// ours\n(format: 1, title: \"x\", before: [(id: \"9f3k2m7q\", /* in */ name: \"Asks\"), // end\n])";
    std::fs::write(&path, text).expect("written");
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Map(path.clone())));
    let outcome = disk::load(&path);
    update(&mut state, Msg::Opened { path, outcome, found: JournalReport::default() });
    assert_eq!(state.message, None);
    let effects = press(&mut state, "d<ctrl-s>");
    let [Effect::Save { path, comments, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(comments.texts(), ["/* in */", "// end", "// ours"]);
    let outcome = Ok(Fingerprint::of(b"saved").into());
    update(&mut state, Msg::Saved { path: path.clone(), revision: *revision, outcome });
    let effects = press(&mut state, "uW<ctrl-u>copy.ron<Enter>");
    let [Effect::Save { map, comments, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    let copy = ron_text::print(map, comments);
    assert!(copy.contains("        (id: \"9f3k2m7q\", /* in */ name: \"Asks\"), // end\n"), "{copy}");
    let mut state = with_template(Template::Trial, Language::English);
    let effects = press(&mut state, "d<ctrl-s><Enter>");
    assert!(matches!(effects.as_slice(), [Effect::Save { comments, .. }] if comments.is_empty()), "{effects:?}");
}

#[test]
fn undo_takes_back_the_users_change_and_leaves_that_of_another() {
    let loaded = |text: &str| disk::load_stream(Path::new("a.ron"), text.as_bytes());
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Map("a.ron".into())));
    let outcome = loaded("(format: 1, title: \"t\", before: [(id: \"00000001\", name: \"Asks\")])");
    update(&mut state, Msg::Opened { path: "a.ron".into(), outcome, found: JournalReport::default() });
    press(&mut state, "1");
    let theirs = loaded("(format: 1, title: \"t\", before: [(id: \"00000001\", name: \"Asks\", reach: 9)])");
    update(&mut state, Msg::FileReread { path: "a.ron".into(), outcome: theirs, written: None });
    press(&mut state, "uu");
    assert_eq!((first(&state).kind, first(&state).reach), (None, Some(9)));
    press(&mut state, "<ctrl-r>");
    assert_eq!((first(&state).kind, first(&state).reach), (Some(Kind::Online), Some(9)));
    assert!(state.session.document.is_dirty(), "the file holds another map");
    press(&mut state, "q");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(Question::UnsavedMap { .. }))));
}

#[test]
fn what_others_have_built_on_stays_and_says_why() {
    let loaded = |text: &str| disk::load_stream(Path::new("a.ron"), text.as_bytes());
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Map("a.ron".into())));
    let outcome = loaded("(format: 1, title: \"t\")");
    update(&mut state, Msg::Opened { path: "a.ron".into(), outcome, found: JournalReport::default() });
    press(&mut state, "aAsks<Enter><Esc>");
    let id = first(&state).id;
    press(&mut state, "<ctrl-s>");
    let revision = state.session.document.revision();
    let text = ron_text::print(state.map(), &state.session.comments);
    let outcome = Ok(Fingerprint::of(text.as_bytes()).into());
    update(&mut state, Msg::Saved { path: "a.ron".into(), revision, outcome });
    let theirs = loaded(&format!("(format: 1, title: \"t\", before: [(id: \"{id}\", name: \"Asks\", reach: 9)])"));
    update(&mut state, Msg::FileReread { path: "a.ron".into(), outcome: theirs, written: None });
    press(&mut state, "u");
    assert_eq!(first(&state).reach, Some(9));
    let said = state.message.as_ref().expect("a message");
    assert!(said.text.contains("others have changed it since: “Asks”"), "{}", said.text);
}

#[test]
fn a_folder_or_an_empty_name_is_refused_before_saving() {
    let (mut state, _) = play("aA<Enter><Esc>");
    for name in ["sub/", "sub/.", "..", "\"\"", "''"] {
        let effects = press(&mut state, &format!(":<ctrl-u>:w {name}<Enter>"));
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Save { .. })), "{name}: {effects:?}");
        press(&mut state, "<Esc><Esc>");
    }
    let effects = press(&mut state, ":<ctrl-u>:w sub<Enter>");
    let [Effect::Save { path, target: Target::Named(typed), .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((path.as_path(), typed.as_path()), (Path::new("sub.ron"), Path::new("sub")));
}
