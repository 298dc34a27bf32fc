//! After a panic the terminal is restored, the panic is printed, and all pending writes are done.

use std::path::Path;
use std::sync::{Arc, mpsc};
use std::time::{Duration, SystemTime};

use periplo::app::model::effect::{JournalEntry, Target};
use periplo::app::model::state::State;
use periplo::lang::{Lang, Language};
use periplo::map::{Document, Header, JourneyMap, Name};
use periplo::store::Comments;
use periplo::store::disk::journal::claim;
use periplo::store::journal::JournalOwner;
use periplo::term::disk_worker::DiskTask;
use periplo::term::journal::JournalConfig;
use periplo::term::run_with_cleanup;
use periplo::term::signals::SignalThread;
use periplo::term::terminal::{TerminalOptions, TerminalOwner};
use periplo::term::workers::Workers;

use crate::pty::{Terminal, command};

/// The environment variable that makes this test program panic. Its value is the folder to save in.
const PANIC_FOLDER: &str = "PERIPLO_TEST_PANIC";
/// How many saves are pending when the program panics.
const SAVES: usize = 20;

fn panic_with_pending_writes(folder: &Path) {
    let (sender, _inputs) = mpsc::channel();
    let lease = Arc::default();
    let signals = SignalThread::start(sender.clone(), Arc::clone(&lease)).expect("signals");
    let terminal = TerminalOwner::open(
        sender.clone(),
        lease,
        TerminalOptions { mouse: true, title: true, tmux: false, escape_time: Duration::ZERO },
        None,
    )
    .expect("a terminal");
    let config = JournalConfig { state_folder: Some(folder.join("state")), owner: JournalOwner::default() };
    run_with_cleanup(terminal, Workers::start(sender, config), &signals, |terminal, workers| {
        terminal.allow_key_reports();
        terminal.draw(&State::new(Lang::new(Language::English), 7)).expect("a frame");
        let document = Document::new(JourneyMap::new(Header::new(Name::new("t").expect("a name"))));
        for nth in 0..SAVES {
            let path = folder.join(format!("{nth}.ron"));
            let (map, revision) = (document.map().clone(), document.revision());
            workers.run_on_disk(DiskTask::Save {
                path,
                map,
                comments: Comments::default(),
                revision,
                target: Target::New,
            });
        }
        for _ in 0..SAVES {
            let (map, comments) = (document.map().clone(), Comments::default());
            workers.journal.write(Box::new(JournalEntry { map, comments, base: None, file: None, based_on: None }));
        }
        panic!("a test panic");
    });
}

#[test]
fn after_a_panic_the_terminal_is_restored_and_all_pending_writes_are_done() {
    if let Some(folder) = std::env::var_os(PANIC_FOLDER) {
        panic_with_pending_writes(Path::new(&folder));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let program = std::env::current_exe().expect("this program");
    let this = "terminal::panic::after_a_panic_the_terminal_is_restored_and_all_pending_writes_are_done";
    let variables = [(PANIC_FOLDER, folder.path().to_str().expect("text"))];
    let arguments = ["--exact", this, "--nocapture"];
    let mut terminal =
        Terminal::start(command(program.to_str().expect("text"), folder.path(), &variables, &arguments), 80, 24);
    assert_ne!(terminal.end(), 0);
    assert!(terminal.is_restored(), "{}", terminal.modes());
    assert!(String::from_utf8_lossy(&terminal.written).contains("\x1b[?1049h"), "it was in full-screen mode");
    assert!(String::from_utf8_lossy(&terminal.written).contains("\x1b[>29u"), "it let the terminal report keys");
    assert!(terminal.text().contains("a test panic"), "{}", terminal.text());
    for nth in 0..SAVES {
        assert!(folder.path().join(format!("{nth}.ron")).exists(), "{nth}");
    }
    let journals = folder.path().join("state/journal");
    let left = claim(&journals, None, &JournalOwner::default(), SystemTime::now()).report.abandoned;
    assert_eq!(left.len(), 1, "the unsaved changes are in the journal");
}
