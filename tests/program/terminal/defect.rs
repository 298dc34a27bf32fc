//! A defect of the program: the terminal is given back, the defect is told, and what was ordered is done.

use std::path::Path;
use std::sync::{Arc, mpsc};
use std::time::SystemTime;

use periplo::app::model::effect::{Note, Target};
use periplo::map::{Document, Header, JourneyMap, Name};
use periplo::store::Comments;
use periplo::store::disk::journal::claim;
use periplo::store::journal::JournalOwner;
use periplo::term::journal::Desk;
use periplo::term::stage::{Stage, Wishes};
use periplo::term::world::{Order, World};
use periplo::term::{guarded, signals};

use crate::pty::{Terminal, command};

/// Tells this program to have a defect, and names the folder to save in.
const DEFECT: &str = "PERIPLO_TEST_DEFECT";
/// How many saves are on their way when the defect shows.
const SAVES: usize = 20;

fn have_a_defect(folder: &Path) {
    let (sender, _inputs) = mpsc::channel();
    let loan = Arc::default();
    let watch = signals::listen(sender.clone(), Arc::clone(&loan)).expect("signals");
    let stage = Stage::open(sender.clone(), loan, Wishes { mouse: true, title: true }, None).expect("a terminal");
    let desk = Desk { state_folder: Some(folder.join("state")), owner: JournalOwner::default() };
    guarded(stage, World::new(sender, desk), &watch, |_, world| {
        let document = Document::new(JourneyMap::new(Header::new(Name::new("t").expect("a name"))));
        for nth in 0..SAVES {
            let path = folder.join(format!("{nth}.ron"));
            let (map, revision) = (document.map().clone(), document.revision());
            world.order(Order::Save { path, map, comments: Comments::default(), revision, target: Target::New });
        }
        for _ in 0..SAVES {
            let (map, comments) = (document.map().clone(), Comments::default());
            world.journal.note(Box::new(Note { map, comments, base: None, file: None, based_on: None }));
        }
        panic!("a defect");
    });
}

#[test]
fn after_a_defect_the_terminal_is_given_back_and_all_work_is_kept() {
    if let Some(folder) = std::env::var_os(DEFECT) {
        have_a_defect(Path::new(&folder));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let program = std::env::current_exe().expect("this program");
    let this = "terminal::defect::after_a_defect_the_terminal_is_given_back_and_all_work_is_kept";
    let variables = [(DEFECT, folder.path().to_str().expect("text"))];
    let arguments = ["--exact", this, "--nocapture"];
    let mut terminal =
        Terminal::start(command(program.to_str().expect("text"), folder.path(), &variables, &arguments), 80, 24);
    assert_ne!(terminal.end(), 0);
    assert!(terminal.is_given_back(), "{}", terminal.modes());
    assert!(String::from_utf8_lossy(&terminal.written).contains("\x1b[?1049h"), "it had the terminal");
    assert!(terminal.text().contains("a defect"), "{}", terminal.text());
    for nth in 0..SAVES {
        assert!(folder.path().join(format!("{nth}.ron")).exists(), "{nth}");
    }
    let journals = folder.path().join("state/journal");
    let left = claim(&journals, None, &JournalOwner::default(), SystemTime::now()).report.abandoned;
    assert_eq!(left.len(), 1, "what was not saved is offered back");
}
