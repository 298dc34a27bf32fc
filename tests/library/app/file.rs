//! Files, questions, and the key table.

use std::path::{Path, PathBuf};

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
use periplo::store::{Comments, SaveError, Template, disk};

#[test]
fn undoing_everything_leaves_nothing_unsaved() {
    let (mut state, _) = play("aOne<Enter>Two<Enter><Esc>1imvd");
    assert!(state.session.document.is_dirty());
    press(&mut state, "uuuuuuuuuu");
    assert!(!state.session.document.is_dirty());
    assert!(state.map().is_empty());
}

#[test]
fn a_map_without_a_file_asks_for_one_and_is_bound_when_it_is_saved() {
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
    assert_eq!(help.context, Context::QuickEntry);
}

#[test]
fn everything_that_is_named_by_a_key_has_its_words_in_both_languages() {
    use periplo::app::input::key_table::BINDINGS;
    use periplo::app::model::reason::Reason;
    use periplo::exchange::inventory::COLUMNS;
    use periplo::map::ChoiceSet;
    use periplo::map::field::{HEADER, TOUCHPOINT};
    for language in Language::ALL {
        let lang = Lang::new(language);
        let mut said = Vec::new();
        for binding in BINDINGS {
            let key = binding.action.name();
            said.extend([(key, lang.action(key)), (key, lang.action_about(key))]);
        }
        said.extend(Context::ALL.map(|context| (context.name(), lang.context(context.name()))));
        said.extend(Reason::ALL.iter().map(|reason| (reason.name(), lang.why_not(reason.name(), Default::default()))));
        let touchpoint = TOUCHPOINT.iter().map(|field| (field.key, field.form));
        for (key, form) in touchpoint.chain(HEADER.iter().map(|field| (field.key, field.form))) {
            said.extend([(key, lang.field(key)), (key, lang.field_about(key))]);
            said.extend(form.map(|(group, _)| (key, lang.group(group.key()))));
        }
        said.extend(COLUMNS.iter().map(|column| (column.name, lang.column(column.name))));
        let choices = ChoiceSet::ALL.into_iter().flat_map(ChoiceSet::choices);
        said.extend(choices.map(|choice| (choice.key(), lang.choice(choice))));
        for template in Template::ALL {
            said.extend([(template.name(), lang.template(template.name()))]);
            said.extend([(template.name(), lang.template_about(template.name()))]);
        }
        for (key, words) in said {
            // What has no words is answered with an empty text or its own key.
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
            assert_eq!(key, key.normalized(), "{key} as it is read from the terminal");
        }
    }
}

/// A map of one touchpoint whose first save is on its way.
fn saving(file: &Path) -> (State, Vec<Effect>) {
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-s><ctrl-u>");
    press(&mut state, &file.to_string_lossy());
    let effects = press(&mut state, "<Enter>");
    (state, effects)
}

#[test]
fn a_save_asked_for_while_one_is_on_its_way_waits_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    let (mut state, effects) = saving(&file);
    let [Effect::Save { map, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(press(&mut state, "1<ctrl-s>").is_empty(), "two saves at once would take each other for a stranger's");
    let outcome = disk::create(&file, map, &Comments::default());
    let effects = update(&mut state, Msg::Saved { path: file, revision: *revision, outcome });
    let [Effect::WriteJournal(_), Effect::Save { map, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(map, state.map());
}

#[test]
fn quitting_while_the_last_change_is_on_its_way_to_the_disk_waits_and_asks_nothing() {
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
fn an_answer_of_the_disk_waits_until_nothing_is_typed() {
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-s>");
    let effects = press(&mut state, "<Enter>");
    let [Effect::Save { path, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    press(&mut state, "aAsks at the ");
    update(&mut state, Msg::Saved { path: path.clone(), revision: *revision, outcome: Err(SaveError::Exists) });
    press(&mut state, "desk<Enter>");
    assert_eq!(state.context(), Context::QuickEntry);
    press(&mut state, "<Esc>");
    assert_eq!(state.context(), Context::Question);
    assert_eq!(state.map().len(), 2);
}

#[test]
fn a_file_that_answers_late_does_not_replace_what_was_begun_meanwhile() {
    let mut state = State::new(Lang::new(Language::English), 7);
    press(&mut state, "oslow.ron<Enter>");
    let outcome = Err(periplo::store::OpenError::NotFound);
    update(&mut state, Msg::Opened { path: PathBuf::from("other.ron"), outcome, found: JournalReport::default() });
    assert!(matches!(state.screen, Screen::Opening { .. }), "that is not the awaited file");
    let outcome = Err(periplo::store::OpenError::NotFound);
    update(&mut state, Msg::Opened { path: PathBuf::from("slow.ron"), outcome, found: JournalReport::default() });
    let Some(Dialog::Browser(browser)) = state.dialogs.last() else { panic!("the name can be corrected") };
    assert_eq!(browser.filter.text(), "slow.ron");
}

#[test]
fn a_name_without_ending_gets_the_ending_of_maps() {
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-s><ctrl-u>shop");
    let effects = press(&mut state, "<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::Save { path, .. }] if path.as_os_str() == "shop.ron"), "{effects:?}");
}

/// A map of one touchpoint that was saved.
fn saved(file: &Path) -> State {
    let (mut state, effects) = saving(file);
    let [Effect::Save { map, revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    let outcome = disk::create(file, map, &Comments::default());
    update(&mut state, Msg::Saved { path: file.to_owned(), revision: *revision, outcome });
    state
}

/// A map of one touchpoint whose own file could not be written the second time.
fn refused(error: SaveError) -> (State, PathBuf) {
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
    let (mut state, file) = refused(full());
    assert!(state.session.document.is_dirty());
    let Some(Dialog::Question(Question::NotSaved { why })) = state.dialogs.last() else { panic!("it is asked") };
    assert!(why.contains("the disk is full") && why.contains("save under another name"), "{why}");
    press(&mut state, "<Enter>");
    let Some(Dialog::Prompt(prompt)) = state.dialogs.last() else { panic!("a name can be typed") };
    assert_eq!(prompt.line.text(), file.to_string_lossy());
    let effects = press(&mut state, "<ctrl-u>other.ron<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::Save { target: Target::New, .. }]), "{effects:?}");

    let (mut state, _) = refused(full());
    let effects = press(&mut state, "d");
    assert!(matches!(effects.as_slice(), [Effect::Save { target: Target::Known(_), .. }]), "tried again: {effects:?}");

    let (mut state, _) = refused(SaveError::ReadOnly);
    press(&mut state, "<Esc>");
    assert_eq!((state.context(), state.session.document.is_dirty()), (Context::Board, true));
    assert!(press(&mut state, "q").is_empty(), "what is not saved is asked for");
}

#[test]
fn why_a_save_failed_waits_until_nothing_is_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    let mut state = saved(&file);
    let effects = press(&mut state, "1<ctrl-s>aAsks ");
    let [Effect::Save { revision, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    update(&mut state, Msg::Saved { path: file, revision: *revision, outcome: Err(SaveError::ReadOnly) });
    press(&mut state, "there<Enter>");
    assert_eq!(state.context(), Context::QuickEntry);
    press(&mut state, "<Esc>");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(Question::NotSaved { .. }))));
    assert_eq!(state.map().len(), 2);
}

#[test]
fn comments_of_the_file_go_along_with_every_save_and_no_message_warns_of_their_loss() {
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
    let outcome = Ok(periplo::store::Fingerprint::of(b"saved"));
    update(&mut state, Msg::Saved { path: path.clone(), revision: *revision, outcome });
    let effects = press(&mut state, "uW<ctrl-u>copy.ron<Enter>");
    let [Effect::Save { map, comments, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    let copy = periplo::store::ron_text::print(map, comments).expect("text");
    assert!(copy.contains("        (id: \"9f3k2m7q\", /* in */ name: \"Asks\"), // end\n"), "{copy}");
    let mut state = with_template(Template::Trial, Language::English);
    let effects = press(&mut state, "d<ctrl-s><Enter>");
    assert!(matches!(effects.as_slice(), [Effect::Save { comments, .. }] if comments.is_empty()), "{effects:?}");
}

#[test]
fn undoing_past_what_another_hand_wrote_is_unsaved() {
    let loaded = |text: &str| disk::load_stream(Path::new("a.ron"), text.as_bytes());
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Map("a.ron".into())));
    let outcome = loaded("(format: 1, title: \"t\", before: [(id: \"00000001\", name: \"Asks\")])");
    update(&mut state, Msg::Opened { path: "a.ron".into(), outcome, found: JournalReport::default() });
    press(&mut state, "1");
    let theirs = loaded("(format: 1, title: \"t\", before: [(id: \"00000001\", name: \"Asks\", reach: 9)])");
    update(&mut state, Msg::FileReread { path: "a.ron".into(), outcome: theirs });
    press(&mut state, "uu");
    assert_eq!((first(&state).kind, first(&state).reach), (None, None));
    assert!(state.session.document.is_dirty(), "the file holds something else");
    press(&mut state, "q");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(Question::UnsavedMap { .. }))));
}

#[test]
fn a_name_that_is_a_folders_or_none_at_all_is_refused_before_anything_is_written() {
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
