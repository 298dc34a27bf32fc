//! The worker threads: opening, saving, backups, the journal, exports, listings and previews.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, SystemTime};

use periplo::app::model::dialog::export::{Destination, ExportFault, ExportJob};
use periplo::app::model::effect::{JournalEntry, Target};
use periplo::app::model::msg::Msg;
use periplo::exchange::{DOCUMENTS, DocumentSource, ExportError, Exported, Format, RenderDocument};
use periplo::lang::Language;
use periplo::map::{Document, Header, JourneyMap, Name};
use periplo::store::disk::{BackupStore, create, load};
use periplo::store::journal::JournalOwner;
use periplo::store::{Comments, SaveError};
use periplo::term::background::BackgroundTask;
use periplo::term::disk_worker::DiskTask;
use periplo::term::input::Input;
use periplo::term::journal::JournalConfig;
use periplo::term::workers::Workers;

/// Longer than any answer takes on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn titled(title: &str) -> JourneyMap {
    JourneyMap::new(Header::new(Name::new(title).expect("a title")))
}

/// Runs one disk task and returns its answer.
fn disk_answer(task: DiskTask, state_folder: &Path) -> Msg {
    let (sender, answers) = mpsc::channel();
    let workers = Workers::start(
        sender,
        JournalConfig { state_folder: Some(state_folder.to_owned()), owner: JournalOwner::default() },
    );
    workers.run_on_disk(task);
    workers.finish();
    match answers.try_recv() {
        Ok(Input::Answer(msg)) => msg,
        _ => panic!("the worker answers"),
    }
}

/// Runs one background task and returns its answer.
fn background_answer(task: BackgroundTask, state_folder: &Path) -> Msg {
    let (sender, answers) = mpsc::channel();
    let workers = Workers::start(
        sender,
        JournalConfig { state_folder: Some(state_folder.to_owned()), owner: JournalOwner::default() },
    );
    workers.run_in_background(task);
    let answer = answers.recv_timeout(PATIENCE);
    workers.finish();
    match answer {
        Ok(Input::Answer(msg)) => msg,
        _ => panic!("the worker answers"),
    }
}

/// The lock that renders of [`SLOW`] wait for.
static HELD: Mutex<()> = Mutex::new(());

/// A format that renders only while [`HELD`] is free.
static SLOW: Format<RenderDocument> =
    Format { name: "slow", endings: &["slow"], convert: render_slowly, ..DOCUMENTS[0] };

fn render_slowly(_: &DocumentSource<'_>) -> Result<Exported, ExportError> {
    let _released = HELD.lock();
    Ok(Exported { bytes: Vec::new(), omissions: Vec::new() })
}

/// Blocks the background worker in an export until the guard is dropped.
fn block_background(workers: &Workers, to: Destination) -> MutexGuard<'static, ()> {
    let held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    let language = Language::English;
    workers.run_in_background(BackgroundTask::Export(Box::new(ExportJob {
        format: &SLOW,
        map: titled("slow"),
        begin: 0,
        language,
        own: None,
        to,
    })));
    held
}

/// Returns true if the workers finish, although an export is blocked.
fn finishes(workers: Workers) -> bool {
    let (done, finished) = mpsc::channel();
    thread::spawn(move || {
        workers.finish();
        done.send(())
    });
    finished.recv_timeout(PATIENCE).is_ok()
}

fn export_poster(map: JourneyMap, to: Destination) -> BackgroundTask {
    let format = DOCUMENTS.iter().find(|format| format.name == "svg").expect("a format");
    BackgroundTask::Export(Box::new(ExportJob { format, map, begin: 0, language: Language::English, own: None, to }))
}

#[test]
fn a_save_does_not_wait_for_an_export() {
    let folder = tempfile::tempdir().expect("a folder");
    let (sender, answers) = mpsc::channel();
    let workers = Workers::start(sender, JournalConfig { state_folder: None, owner: JournalOwner::default() });
    let document = folder.path().join("held.slow");
    let held = block_background(&workers, Destination::File { path: document.clone(), overwrite: false });
    let (map, comments) = (titled("small"), Comments::default());
    let revision = Document::new(map.clone()).revision();
    let path = folder.path().join("small.ron");
    workers.run_on_disk(DiskTask::Save { path, map, comments, revision, target: Target::New });
    let first = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(first, Input::Answer(Msg::Saved { outcome: Ok(_), .. })), "{first:?}");
    drop(held);
    workers.finish();
    assert!(document.exists(), "the export is written before the program ends");
}

#[test]
fn a_dry_run_is_dropped_for_later_tasks_and_does_not_delay_the_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let (sender, answers) = mpsc::channel();
    let workers = Workers::start(sender, JournalConfig { state_folder: None, owner: JournalOwner::default() });
    let held = block_background(&workers, Destination::Clipboard);
    for _ in 0..50 {
        workers.run_in_background(export_poster(titled("dry run"), Destination::DryRun));
    }
    workers.run_in_background(BackgroundTask::ListFolder { folder: folder.path().to_owned() });
    drop(held);
    let first = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(first, Input::Answer(Msg::Exported { .. })), "a running export is finished: {first:?}");
    let next = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(next, Input::Answer(Msg::Listed { .. })), "{next:?}");
    let held = block_background(&workers, Destination::DryRun);
    assert!(finishes(workers), "nothing waits for a dry run");
    drop(held);
}

#[test]
fn the_journal_is_written_before_the_end_waits_for_an_export() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, state) = (folder.path().join("map.ron"), folder.path().join("state"));
    let seen = create(&path, &titled("saved"), &Comments::default()).expect("created").fingerprint;
    let (sender, answers) = mpsc::channel();
    let owner = JournalOwner { user: "ana".into(), host: "elsewhere".into(), process: 7 };
    let workers = Workers::start(sender, JournalConfig { state_folder: Some(state.clone()), owner });
    workers.run_on_disk(DiskTask::Open { path: path.clone() });
    let opened = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(opened, Input::Answer(Msg::Opened { outcome: Ok(_), .. })), "{opened:?}");
    let (base, file) = (Some(titled("saved")), Some(path.clone()));
    let comments = Comments::default();
    let document = folder.path().join("held.slow");
    let held = block_background(&workers, Destination::File { path: document.clone(), overwrite: false });
    // The other run is reported as the journal's owner until it has written the journal and released it.
    let found = || match disk_answer(DiskTask::Open { path: path.clone() }, &state) {
        Msg::Opened { found, .. } => found,
        other => panic!("the map: {other:?}"),
    };
    assert_eq!(found().other_users.len(), 1);
    workers.journal.write(Box::new(JournalEntry {
        map: titled("unsaved"),
        comments,
        base,
        file,
        based_on: Some(seen),
    }));
    let end = thread::spawn(move || workers.finish());
    let until = SystemTime::now() + PATIENCE;
    while !found().other_users.is_empty() && SystemTime::now() < until {}
    let left = found().abandoned;
    assert!(!end.is_finished() && !document.exists(), "the export is still running");
    assert_eq!(left.len(), 1, "{left:?}");
    drop(held);
    end.join().expect("no panic");
    assert!(document.exists());
}

#[test]
fn of_several_queued_folder_listings_only_the_last_is_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let (sender, answers) = mpsc::channel();
    let workers = Workers::start(sender, JournalConfig { state_folder: None, owner: JournalOwner::default() });
    let held = block_background(&workers, Destination::Clipboard);
    for nth in 0..50 {
        workers.run_in_background(BackgroundTask::ListFolder { folder: folder.path().join(nth.to_string()) });
    }
    workers.run_in_background(export_poster(
        titled("small"),
        Destination::File { path: folder.path().join("small.svg"), overwrite: false },
    ));
    workers.run_in_background(BackgroundTask::ListFolder { folder: folder.path().to_owned() });
    drop(held);
    let mut listed = Vec::new();
    while listed.is_empty() {
        match answers.recv_timeout(PATIENCE) {
            Ok(Input::Answer(Msg::Listed { folder, .. })) => listed.push(folder),
            Ok(Input::Answer(Msg::Exported { .. })) => {}
            other => panic!("the worker answers: {other:?}"),
        }
    }
    assert_eq!(listed, [folder.path()], "the others are obsolete");
    workers.finish();
}

#[test]
fn a_preview_runs_after_all_other_tasks_and_is_dropped_for_a_later_preview() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    create(&path("wanted.ron"), &titled("wanted"), &Comments::default()).expect("created");
    let (sender, answers) = mpsc::channel();
    let workers = Workers::start(sender, JournalConfig { state_folder: None, owner: JournalOwner::default() });
    let answer = || match answers.recv_timeout(PATIENCE) {
        Ok(Input::Answer(msg)) => msg,
        other => panic!("the worker answers: {other:?}"),
    };
    let held = block_background(&workers, Destination::Clipboard);
    for nth in 0..50 {
        workers.run_in_background(BackgroundTask::Preview { path: path(&format!("{nth}.ron")) });
    }
    workers.run_in_background(BackgroundTask::Preview { path: path("wanted.ron") });
    workers.run_in_background(export_poster(titled("dry run"), Destination::DryRun));
    let (map, comments) = (titled("small"), Comments::default());
    let revision = Document::new(map.clone()).revision();
    workers.run_on_disk(DiskTask::Save { path: path("small.ron"), map, comments, revision, target: Target::New });
    assert!(matches!(answer(), Msg::Saved { outcome: Ok(_), .. }));
    drop(held);
    assert!(matches!(answer(), Msg::Exported { job, .. } if job.format.name == "slow"));
    assert!(matches!(answer(), Msg::Exported { job, .. } if job.format.name == "svg"), "before any preview");
    assert!(matches!(answer(), Msg::Previewed { map: Some(map), .. } if &*map.header().title == "wanted"));
    let held = block_background(&workers, Destination::Clipboard);
    workers.run_in_background(BackgroundTask::Preview { path: path("wanted.ron") });
    assert!(finishes(workers), "nothing waits for a preview");
    drop(held);
}

#[test]
fn a_save_keeps_a_backup_of_the_replaced_file_in_the_state_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, state) = (folder.path().join("map.ron"), folder.path().join("state"));
    let seen = create(&path, &titled("first"), &Comments::default()).expect("created").fingerprint;
    let revision = Document::new(titled("any")).revision();
    let save = |target, title| {
        let (map, comments) = (titled(title), Comments::default());
        DiskTask::Save { path: path.clone(), map, comments, revision, target }
    };
    let saved = disk_answer(save(Target::Known(seen), "second"), &state);
    assert!(matches!(saved, Msg::Saved { outcome: Ok(_), .. }), "{saved:?}");
    let saved = disk_answer(save(Target::Any, "third"), &state);
    assert!(matches!(saved, Msg::Saved { outcome: Ok(_), .. }), "{saved:?}");
    let versions = BackupStore::new(&state, SystemTime::now()).list(&path).expect("versions");
    let titles: Vec<_> =
        versions.iter().map(|each| load(&each.path).expect("a map").map.header().title.to_string()).collect();
    assert_eq!(titles, ["second", "first"]);
}

#[test]
fn opening_a_map_deletes_temporary_files_that_a_killed_program_left_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("map.ron");
    create(&path, &titled("whole"), &Comments::default()).expect("created");
    let left = folder.path().join(".map.ron.aB3xY9");
    let half = fs::File::create(&left).expect("a file");
    half.set_modified(SystemTime::now() - Duration::from_secs(600)).expect("an old file");
    let opened = disk_answer(DiskTask::Open { path: path.clone() }, &folder.path().join("state"));
    assert!(matches!(opened, Msg::Opened { outcome: Ok(_), .. }), "{opened:?}");
    assert!(!left.exists() && path.exists());
}

#[test]
fn opened_and_saved_maps_are_listed_as_recent_while_they_exist() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("state");
    let recent = || match background_answer(BackgroundTask::FindRecent, &state) {
        Msg::Recent(recent) => {
            recent.iter().map(|each| (each.path.clone(), each.title.to_string())).collect::<Vec<_>>()
        }
        other => panic!("the recent maps: {other:?}"),
    };
    assert_eq!(recent(), []);
    let (first, second) = (folder.path().join("first.ron"), folder.path().join("second.ron"));
    create(&first, &titled("First"), &Comments::default()).expect("created");
    disk_answer(DiskTask::Open { path: first.clone() }, &state);
    let (map, comments) = (titled("Second"), Comments::default());
    let revision = Document::new(titled("any")).revision();
    disk_answer(DiskTask::Save { path: second.clone(), map, comments, revision, target: Target::New }, &state);
    let full = |path: &Path| path.canonicalize().expect("the file exists");
    let (first_entry, second_entry) = ((full(&first), "First".to_owned()), (full(&second), "Second".to_owned()));
    assert_eq!(recent(), [second_entry.clone(), first_entry]);
    fs::remove_file(&first).expect("removed");
    assert_eq!(recent(), [second_entry]);
    fs::write(state.join("recent.txt"), b"\xff no list").expect("spoiled");
    assert_eq!(recent(), [], "a broken list is treated as empty");
}

#[test]
fn a_listing_contains_only_the_folders_and_maps_of_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("zoo")).expect("a folder");
    fs::create_dir_all(folder.path().join(".git")).expect("a folder");
    for name in ["b.ron", "A.RON", "a.csv", "photo.png", ".hidden.ron"] {
        fs::write(folder.path().join(name), "").expect("a file");
    }
    let list = |folder: &Path| match background_answer(BackgroundTask::ListFolder { folder: folder.to_owned() }, folder)
    {
        Msg::Listed { outcome, .. } => outcome,
        other => panic!("a list: {other:?}"),
    };
    let listing = list(folder.path()).expect("a list");
    let names: Vec<&str> = listing.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["zoo", "A.RON", "b.ron", "a.csv"]);
    assert_eq!(listing.folder, folder.path().canonicalize().expect("a folder"));
    assert!(list(&folder.path().join("nowhere")).is_err());
}

#[test]
fn an_export_never_overwrites_the_map_and_overwrites_other_files_only_on_request() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("map.ron");
    create(&map, &titled("the map"), &Comments::default()).expect("created");
    let before = fs::read(&map).expect("the map");
    let write = |name: &str, overwrite| {
        let to = Destination::File { path: folder.path().join(name), overwrite };
        let format = DOCUMENTS.iter().find(|format| format.name == "csv").expect("a format");
        let (own, language) = (Some(map.clone()), Language::English);
        let job = ExportJob { format, map: titled("the map"), begin: 0, language, own, to };
        match background_answer(BackgroundTask::Export(Box::new(job)), folder.path()) {
            Msg::Exported { outcome, .. } => outcome,
            other => panic!("{other:?}"),
        }
    };
    assert!(matches!(write("map.ron", true), Err(ExportFault::OwnFile)));
    assert!(matches!(write("./map.ron", true), Err(ExportFault::OwnFile)));
    assert_eq!(fs::read(&map).expect("the map"), before);
    let made = write("map.csv", false).expect("written");
    let csv = fs::read(folder.path().join("map.csv")).expect("the document");
    assert_eq!(csv.len(), made.estimate.bytes);
    assert!(csv.starts_with("\u{feff}map,file,id".as_bytes()));
    assert!(matches!(write("map.csv", false), Err(ExportFault::NotWritten(SaveError::Exists))));
    fs::write(folder.path().join("map.csv"), "mine").expect("written");
    write("map.csv", true).expect("written");
    assert_eq!(fs::read(folder.path().join("map.csv")).expect("the document"), csv);
}

#[test]
fn a_typed_name_that_is_a_folder_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let typed = folder.path().join("sub");
    fs::create_dir(&typed).expect("a subfolder");
    let (sender, answers) = mpsc::channel();
    let workers = Workers::start(sender, JournalConfig { state_folder: None, owner: JournalOwner::default() });
    let (map, comments) = (titled("small"), Comments::default());
    let revision = Document::new(map.clone()).revision();
    let path = folder.path().join("sub.ron");
    workers.run_on_disk(DiskTask::Save { path: path.clone(), map, comments, revision, target: Target::Named(typed) });
    let answer = answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(answer, Input::Answer(Msg::Saved { outcome: Err(SaveError::NotAFile(_)), .. })), "{answer:?}");
    workers.finish();
    assert!(!path.exists());
}
