//! The world carries out what is asked of the disk: it opens, saves, keeps what it saves over, and sweeps.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, SystemTime};

use periplo::app::model::dialog::export::{Destination, ExportFault, Job};
use periplo::app::model::effect::{Note, Target};
use periplo::app::model::msg::Msg;
use periplo::exchange::{DOCUMENTS, DocumentSource, ExportError, Exported, Format, RenderDocument};
use periplo::lang::Language;
use periplo::map::{Document, Header, JourneyMap, Name};
use periplo::store::disk::{BackupStore, create, load};
use periplo::store::journal::JournalOwner;
use periplo::store::{Comments, SaveError};
use periplo::term::clerk::Errand;
use periplo::term::events::Input;
use periplo::term::journal::Desk;
use periplo::term::world::{Order, World};

/// Longer than any answer takes on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn titled(title: &str) -> JourneyMap {
    JourneyMap::new(Header::new(Name::new(title).expect("a title")))
}

/// Carries out one order and gives the answer.
fn answer(order: Order, state_folder: &Path) -> Msg {
    let (sender, answers) = mpsc::channel();
    let world =
        World::new(sender, Desk { state_folder: Some(state_folder.to_owned()), owner: JournalOwner::default() });
    world.order(order);
    world.finish();
    match answers.try_recv() {
        Ok(Input::Answer(msg)) => msg,
        _ => panic!("the world answers"),
    }
}

/// Runs one errand and gives the answer.
fn errand(errand: Errand, state_folder: &Path) -> Msg {
    let (sender, answers) = mpsc::channel();
    let world =
        World::new(sender, Desk { state_folder: Some(state_folder.to_owned()), owner: JournalOwner::default() });
    world.send(errand);
    let answer = answers.recv_timeout(PATIENCE);
    world.finish();
    match answer {
        Ok(Input::Answer(msg)) => msg,
        _ => panic!("the world answers"),
    }
}

/// What the clerk waits for in [`SLOW`].
static HELD: Mutex<()> = Mutex::new(());

/// A format whose documents take as long as somebody holds them up.
static SLOW: Format<RenderDocument> = Format { name: "slow", endings: &["slow"], render: when_let_go, ..DOCUMENTS[0] };

fn when_let_go(_: &DocumentSource<'_>) -> Result<Exported, ExportError> {
    let _released = HELD.lock();
    Ok(Exported { bytes: Vec::new(), omissions: Vec::new() })
}

/// Has the clerk wait until this is dropped.
fn held_up(world: &World, to: Destination) -> MutexGuard<'static, ()> {
    let held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    let language = Language::English;
    world.send(Errand::Export(Box::new(Job { format: &SLOW, map: titled("slow"), language, own: None, to })));
    held
}

/// Whether the world finishes, whatever is held up.
fn finishes(world: World) -> bool {
    let (done, told) = mpsc::channel();
    thread::spawn(move || {
        world.finish();
        done.send(())
    });
    told.recv_timeout(PATIENCE).is_ok()
}

fn poster(map: JourneyMap, to: Destination) -> Errand {
    let format = DOCUMENTS.iter().find(|format| format.name == "svg").expect("a format");
    Errand::Export(Box::new(Job { format, map, language: Language::English, own: None, to }))
}

#[test]
fn a_save_waits_for_no_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let (sender, answers) = mpsc::channel();
    let world = World::new(sender, Desk { state_folder: None, owner: JournalOwner::default() });
    let document = folder.path().join("held.slow");
    let held = held_up(&world, Destination::File { path: document.clone(), over: false });
    let (map, comments) = (titled("small"), Comments::default());
    let revision = Document::new(map.clone()).revision();
    let path = folder.path().join("small.ron");
    world.order(Order::Save { path, map, comments, revision, target: Target::New });
    let first = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(first, Input::Answer(Msg::Saved { outcome: Ok(_), .. })), "{first:?}");
    drop(held);
    world.finish();
    assert!(document.exists(), "what was ordered is written before the program ends");
}

#[test]
fn what_is_only_weighed_gives_way_to_what_is_wanted_and_does_not_hold_up_the_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let (sender, answers) = mpsc::channel();
    let world = World::new(sender, Desk { state_folder: None, owner: JournalOwner::default() });
    let held = held_up(&world, Destination::Clipboard);
    for _ in 0..50 {
        world.send(poster(titled("weighed"), Destination::Scales));
    }
    world.send(Errand::List { folder: folder.path().to_owned() });
    drop(held);
    let first = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(first, Input::Answer(Msg::Exported { .. })), "what was begun is finished: {first:?}");
    let next = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(next, Input::Answer(Msg::Listed { .. })), "{next:?}");
    let held = held_up(&world, Destination::Scales);
    assert!(finishes(world), "nobody waits for it");
    drop(held);
}

#[test]
fn what_is_unsaved_is_kept_before_the_end_waits_for_a_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, state) = (folder.path().join("map.ron"), folder.path().join("state"));
    let seen = create(&path, &titled("saved"), &Comments::default()).expect("created");
    let (sender, answers) = mpsc::channel();
    let owner = JournalOwner { user: "ana".into(), host: "elsewhere".into(), process: 7 };
    let world = World::new(sender, Desk { state_folder: Some(state.clone()), owner });
    world.order(Order::Open { path: path.clone() });
    let opened = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(opened, Input::Answer(Msg::Opened { outcome: Ok(_), .. })), "{opened:?}");
    let (base, file) = (Some(titled("saved")), Some(path.clone()));
    let comments = Comments::default();
    let document = folder.path().join("held.slow");
    let held = held_up(&world, Destination::File { path: document.clone(), over: false });
    // Whoever holds the journal is told of, until the journal was let go with all that is unsaved in it.
    let found = || match answer(Order::Open { path: path.clone() }, &state) {
        Msg::Opened { found, .. } => found,
        other => panic!("the map: {other:?}"),
    };
    assert_eq!(found().other_users.len(), 1);
    world.journal.note(Box::new(Note { map: titled("unsaved"), comments, base, file, based_on: Some(seen) }));
    let end = thread::spawn(move || world.finish());
    let until = SystemTime::now() + PATIENCE;
    while !found().other_users.is_empty() && SystemTime::now() < until {}
    let left = found().abandoned;
    assert!(!end.is_finished() && !document.exists(), "the document is still to come");
    assert_eq!(left.len(), 1, "{left:?}");
    drop(held);
    end.join().expect("the end");
    assert!(document.exists());
}

#[test]
fn of_many_folders_that_are_typed_only_the_last_is_looked_into() {
    let folder = tempfile::tempdir().expect("a folder");
    let (sender, answers) = mpsc::channel();
    let world = World::new(sender, Desk { state_folder: None, owner: JournalOwner::default() });
    let held = held_up(&world, Destination::Clipboard);
    for nth in 0..50 {
        world.send(Errand::List { folder: folder.path().join(nth.to_string()) });
    }
    world.send(poster(titled("small"), Destination::File { path: folder.path().join("small.svg"), over: false }));
    world.send(Errand::List { folder: folder.path().to_owned() });
    drop(held);
    let mut listed = Vec::new();
    while listed.is_empty() {
        match answers.recv_timeout(PATIENCE) {
            Ok(Input::Answer(Msg::Listed { folder, .. })) => listed.push(folder),
            Ok(Input::Answer(Msg::Exported { .. })) => {}
            other => panic!("the world answers: {other:?}"),
        }
    }
    assert_eq!(listed, [folder.path()], "nobody waited for the others");
    world.finish();
}

#[test]
fn a_preview_keeps_nothing_waiting_and_gives_way_to_the_one_after_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    create(&path("wanted.ron"), &titled("wanted"), &Comments::default()).expect("created");
    let (sender, answers) = mpsc::channel();
    let world = World::new(sender, Desk { state_folder: None, owner: JournalOwner::default() });
    let answer = || match answers.recv_timeout(PATIENCE) {
        Ok(Input::Answer(msg)) => msg,
        other => panic!("the world answers: {other:?}"),
    };
    let held = held_up(&world, Destination::Clipboard);
    for nth in 0..50 {
        world.send(Errand::Preview { path: path(&format!("{nth}.ron")) });
    }
    world.send(Errand::Preview { path: path("wanted.ron") });
    world.send(poster(titled("weighed"), Destination::Scales));
    let (map, comments) = (titled("small"), Comments::default());
    let revision = Document::new(map.clone()).revision();
    world.order(Order::Save { path: path("small.ron"), map, comments, revision, target: Target::New });
    assert!(matches!(answer(), Msg::Saved { outcome: Ok(_), .. }));
    drop(held);
    assert!(matches!(answer(), Msg::Exported { job, .. } if job.format.name == "slow"));
    assert!(matches!(answer(), Msg::Exported { job, .. } if job.format.name == "svg"), "before any preview");
    assert!(matches!(answer(), Msg::Previewed { map: Some(map), .. } if &*map.header().title == "wanted"));
    let held = held_up(&world, Destination::Clipboard);
    world.send(Errand::Preview { path: path("wanted.ron") });
    assert!(finishes(world), "nobody waits for a preview");
    drop(held);
}

#[test]
fn what_the_editor_saves_over_is_kept_in_the_state_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, state) = (folder.path().join("map.ron"), folder.path().join("state"));
    let seen = create(&path, &titled("first"), &Comments::default()).expect("created");
    let revision = Document::new(titled("any")).revision();
    let save = |target, title| {
        let (map, comments) = (titled(title), Comments::default());
        Order::Save { path: path.clone(), map, comments, revision, target }
    };
    let saved = answer(save(Target::Known(seen), "second"), &state);
    assert!(matches!(saved, Msg::Saved { outcome: Ok(_), .. }), "{saved:?}");
    let saved = answer(save(Target::Any, "third"), &state);
    assert!(matches!(saved, Msg::Saved { outcome: Ok(_), .. }), "{saved:?}");
    let versions = BackupStore::new(&state, SystemTime::now()).list(&path).expect("versions");
    let titles: Vec<_> =
        versions.iter().map(|each| load(&each.path).expect("a map").map.header().title.to_string()).collect();
    assert_eq!(titles, ["second", "first"]);
}

#[test]
fn opening_a_map_sweeps_what_a_killed_program_left_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("map.ron");
    create(&path, &titled("whole"), &Comments::default()).expect("created");
    let left = folder.path().join(".map.ron.aB3xY9");
    let half = fs::File::create(&left).expect("left");
    half.set_modified(SystemTime::now() - Duration::from_secs(600)).expect("long ago");
    let opened = answer(Order::Open { path: path.clone() }, &folder.path().join("state"));
    assert!(matches!(opened, Msg::Opened { outcome: Ok(_), .. }), "{opened:?}");
    assert!(!left.exists() && path.exists());
}

#[test]
fn a_map_that_was_opened_or_saved_is_offered_as_recent_as_long_as_it_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("state");
    let recent = || match errand(Errand::FindRecent, &state) {
        Msg::Recent(recent) => {
            recent.iter().map(|each| (each.path.clone(), each.title.to_string())).collect::<Vec<_>>()
        }
        other => panic!("the recent maps: {other:?}"),
    };
    assert_eq!(recent(), []);
    let (first, second) = (folder.path().join("first.ron"), folder.path().join("second.ron"));
    create(&first, &titled("First"), &Comments::default()).expect("created");
    answer(Order::Open { path: first.clone() }, &state);
    let (map, comments) = (titled("Second"), Comments::default());
    let revision = Document::new(titled("any")).revision();
    answer(Order::Save { path: second.clone(), map, comments, revision, target: Target::New }, &state);
    let whole = |path: &Path| path.canonicalize().expect("it is there");
    let (first_entry, second_entry) = ((whole(&first), "First".to_owned()), (whole(&second), "Second".to_owned()));
    assert_eq!(recent(), [second_entry.clone(), first_entry]);
    fs::remove_file(&first).expect("removed");
    assert_eq!(recent(), [second_entry]);
    fs::write(state.join("recent.txt"), b"\xff no list").expect("spoiled");
    assert_eq!(recent(), [], "a spoiled list is no list, and nothing else fails");
}

#[test]
fn a_folder_is_listed_with_its_folders_and_maps_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("zoo")).expect("a folder");
    fs::create_dir_all(folder.path().join(".git")).expect("a folder");
    for name in ["b.ron", "A.RON", "notes.txt", ".hidden.ron"] {
        fs::write(folder.path().join(name), "").expect("a file");
    }
    let list = |folder: &Path| match errand(Errand::List { folder: folder.to_owned() }, folder) {
        Msg::Listed { outcome, .. } => outcome,
        other => panic!("a list: {other:?}"),
    };
    let listing = list(folder.path()).expect("a list");
    let names: Vec<&str> = listing.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["zoo", "A.RON", "b.ron"]);
    assert_eq!(listing.folder, folder.path().canonicalize().expect("a folder"));
    assert!(list(&folder.path().join("nowhere")).is_err());
}

#[test]
fn a_document_is_written_in_one_piece_and_never_over_the_map_or_unasked_over_another_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("map.ron");
    create(&map, &titled("the map"), &Comments::default()).expect("created");
    let before = fs::read(&map).expect("the map");
    let write = |name: &str, over| {
        let to = Destination::File { path: folder.path().join(name), over };
        let format = DOCUMENTS.iter().find(|format| format.name == "csv").expect("a format");
        let (own, language) = (Some(map.clone()), Language::English);
        let job = Job { format, map: titled("the map"), language, own, to };
        match errand(Errand::Export(Box::new(job)), folder.path()) {
            Msg::Exported { outcome, .. } => outcome,
            other => panic!("{other:?}"),
        }
    };
    assert!(matches!(write("map.ron", true), Err(ExportFault::Own)));
    assert!(matches!(write("./map.ron", true), Err(ExportFault::Own)));
    assert_eq!(fs::read(&map).expect("the map"), before);
    let made = write("map.csv", false).expect("written");
    let csv = fs::read(folder.path().join("map.csv")).expect("the document");
    assert_eq!(csv.len(), made.weight.bytes);
    assert!(csv.starts_with(b"map,file,id"));
    assert!(matches!(write("map.csv", false), Err(ExportFault::Unsaved(SaveError::Exists))));
    fs::write(folder.path().join("map.csv"), "mine").expect("written");
    write("map.csv", true).expect("written");
    assert_eq!(fs::read(folder.path().join("map.csv")).expect("the document"), csv);
}

#[test]
fn a_name_without_ending_that_is_a_folders_is_refused_and_nothing_is_written_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let typed = folder.path().join("sub");
    fs::create_dir(&typed).expect("a folder in it");
    let (sender, answers) = mpsc::channel();
    let world = World::new(sender, Desk { state_folder: None, owner: JournalOwner::default() });
    let (map, comments) = (titled("small"), Comments::default());
    let revision = Document::new(map.clone()).revision();
    let path = folder.path().join("sub.ron");
    world.order(Order::Save { path: path.clone(), map, comments, revision, target: Target::Named(typed) });
    let answer = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(answer, Input::Answer(Msg::Saved { outcome: Err(SaveError::NotAFile(_)), .. })), "{answer:?}");
    world.finish();
    assert!(!path.exists());
}
