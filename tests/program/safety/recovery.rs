//! Unsaved changes of a process that ended are offered for recovery.

use super::{Sandbox, names};
#[cfg(target_os = "linux")]
use crate::pty::Terminal;

/// Adds a touchpoint, and ends the program with a signal before it is saved.
fn crash(sandbox: &Sandbox, name: &str, signal: &str) {
    let mut terminal = sandbox.open_map();
    terminal.press(&format!("a{name}\r"));
    terminal.wait_for("1 added");
    terminal.signal(signal);
    terminal.wait_for_exit();
}

#[test]
fn after_each_signal_unsaved_changes_are_offered_and_recovered() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let sandbox = Sandbox::new();
        crash(&sandbox, "Compares prices", signal);
        assert_eq!(names(&sandbox.saved()), ["Asks around", "Chooses", "Pays"], "{signal}");
        let mut terminal = sandbox.open(&["shop.ron"]);
        terminal.wait_for("+ ");
        terminal.wait_for("Compares prices");
        terminal.wait_for("ana");
        terminal.press("\r");
        terminal.wait_for("unsaved");
        terminal.press("\x13");
        terminal.wait_for("Saved");
        terminal.press("q");
        assert_eq!(terminal.end(), 0, "{signal}");
        assert_eq!(names(&sandbox.saved()), ["Asks around", "Compares prices", "Chooses", "Pays"], "{signal}");
        assert!(sandbox.recoverable(Some(&sandbox.file())).is_empty(), "{signal}");
    }
}

#[test]
fn postponed_changes_are_offered_again_and_discarded_ones_are_not() {
    let sandbox = Sandbox::new();
    crash(&sandbox, "Compares prices", "TERM");
    let mut terminal = sandbox.open(&["shop.ron"]);
    terminal.wait_for("Compares prices");
    terminal.press("\x1b");
    terminal.wait("no recovery dialog", |screen| !screen.contents().contains("Compares prices"));
    terminal.press("m");
    terminal.wait_for("unsaved");
    sandbox.wait_for_journals(2);
    terminal.signal("KILL");
    terminal.wait_for_exit();
    assert_eq!(sandbox.recoverable(Some(&sandbox.file())).len(), 2, "there are two separate journals");
    let mut terminal = sandbox.open(&["shop.ron"]);
    for _ in 0..2 {
        terminal.wait_for("when Periplo ended");
        terminal.answer("d");
        terminal.wait_for("lost for good");
        terminal.press("2");
        terminal.wait("the question closed", |screen| !screen.contents().contains("lost for good"));
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(sandbox.recoverable(Some(&sandbox.file())).is_empty());
}

#[test]
fn a_map_that_was_never_saved_is_offered_on_the_start_screen() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open(&[]);
    terminal.wait_for("flash-sale");
    terminal.press("naHears of the shop\r");
    terminal.wait_for("1 added");
    sandbox.wait_for_journals(1);
    terminal.signal("KILL");
    terminal.wait_for_exit();
    let mut terminal = sandbox.open(&[]);
    terminal.wait_for("Hears of the shop");
    terminal.press("\r");
    terminal.wait_for("unsaved");
    terminal.press("\x13");
    terminal.wait_for("Save the map as");
    terminal.press("\x15new.ron\r");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let saved = periplo::store::disk::load(&sandbox.folder().join("new.ron")).expect("a map");
    assert_eq!(names(&saved.map), ["Hears of the shop"]);
    assert!(sandbox.recoverable(None).is_empty());
}

#[test]
fn two_programs_without_a_file_have_separate_journals() {
    let sandbox = Sandbox::new();
    let mut first = sandbox.open(&[]);
    first.wait_for("flash-sale");
    first.press("naHears of the shop\r");
    first.wait_for("1 added");
    let mut second = sandbox.open(&[]);
    second.wait_for("flash-sale");
    second.press("naAsks around\r");
    second.wait_for("1 added");
    sandbox.wait_for_journals(2);
    for terminal in [&mut first, &mut second] {
        terminal.signal("KILL");
        terminal.wait_for_exit();
    }
    let mut left: Vec<_> = sandbox.recoverable(None).iter().flat_map(names).collect();
    left.sort();
    assert_eq!(left, ["Asks around", "Hears of the shop"]);
}

#[test]
fn saved_and_discarded_changes_are_not_offered() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open_map();
    terminal.press("m\x13");
    terminal.wait_for("Saved");
    terminal.press("m");
    terminal.wait_for("unsaved");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
    assert!(sandbox.recoverable(Some(&sandbox.file())).is_empty());
}

#[test]
fn without_a_journal_folder_the_program_works_and_warns_once() {
    let sandbox = Sandbox::new();
    std::fs::write(sandbox.folder().join("state"), "a file where a folder should be").expect("written");
    let mut terminal = sandbox.open_map();
    terminal.press("m");
    terminal.wait_for("save often");
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(sandbox.saved().phase(periplo::map::Phase::Before)[0].critical);
}

/// Changes the map, closes the terminal, and asserts that the changes can be recovered.
#[cfg(target_os = "linux")]
fn assert_offered_after_closing(sandbox: &Sandbox, mut terminal: Terminal) {
    terminal.wait_for("Asks around");
    terminal.press("aCompares prices\r");
    terminal.wait_for("1 added");
    terminal.close("x");
    assert_eq!(terminal.wait_for_exit(), 129);
    let [left] = &sandbox.recoverable(Some(&sandbox.file()))[..] else { panic!("one map can be recovered") };
    assert_eq!(names(left), ["Asks around", "Compares prices", "Chooses", "Pays"]);
}

#[cfg(target_os = "linux")]
#[test]
fn unsaved_changes_in_a_closed_window_are_offered() {
    let sandbox = Sandbox::new();
    assert_offered_after_closing(&sandbox, sandbox.open(&["shop.ron"]));

    let sandbox = Sandbox::new();
    let script = "trap '' HUP; exec \"$0\" \"$@\"";
    let arguments = ["-c", script, env!("CARGO_BIN_EXE_periplo"), "shop.ron"];
    let state = sandbox.state();
    let variables = [("XDG_STATE_HOME", state.to_str().expect("a path"))];
    let shell = crate::pty::command("/bin/sh", sandbox.folder(), &variables, &arguments);
    assert_offered_after_closing(&sandbox, Terminal::start(shell, 100, 30));

    let sandbox = Sandbox::new();
    // Here the folder is the user's home, and the state folder is at its default path.
    let default = sandbox.folder().join(".local/state");
    std::fs::create_dir_all(&default).expect("a folder");
    std::os::unix::fs::symlink(&default, sandbox.state()).expect("a link");
    assert_offered_after_closing(&sandbox, Terminal::open_elsewhere(sandbox.folder(), 100, 30, &["shop.ron"]));
}

#[test]
fn the_whole_map_is_recovered_after_its_file_was_damaged_and_deleted() {
    let sandbox = Sandbox::new();
    crash(&sandbox, "Compares prices", "TERM");
    std::fs::write(sandbox.file(), "torn").expect("written");
    let mut terminal = sandbox.open(&["shop.ron"]);
    terminal.wait_for("are kept");
    terminal.press("q");
    assert_eq!(terminal.end(), 1);
    std::fs::remove_file(sandbox.file()).expect("removed");
    let mut terminal = sandbox.open(&["shop.ron"]);
    terminal.wait_for("when Periplo ended");
    terminal.press("\r");
    terminal.wait_for("unsaved");
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(names(&sandbox.saved()), ["Asks around", "Compares prices", "Chooses", "Pays"]);
}

#[test]
fn a_journal_of_a_dangling_link_is_found_under_both_names() {
    let sandbox = Sandbox::new();
    std::os::unix::fs::symlink("real.ron", sandbox.folder().join("link.ron")).expect("a link");
    let mut terminal = sandbox.open(&["link.ron"]);
    terminal.wait_for("Before 0");
    terminal.press("aOne\r\x13");
    terminal.wait_for("Saved");
    terminal.press("Two\r");
    terminal.wait_for("2 added");
    terminal.signal("TERM");
    terminal.wait_for_exit();
    for name in ["link.ron", "real.ron"] {
        let left = sandbox.recoverable(Some(&sandbox.folder().join(name)));
        assert_eq!(left.iter().flat_map(names).collect::<Vec<_>>(), ["One", "Two"], "{name}");
    }
}

#[test]
fn after_a_map_was_moved_its_unsaved_changes_are_offered_at_the_new_path() {
    let sandbox = Sandbox::new();
    crash(&sandbox, "Compares prices", "TERM");
    let moved = sandbox.folder().join("moved");
    std::fs::create_dir(&moved).expect("a folder");
    std::fs::rename(sandbox.file(), moved.join("other.ron")).expect("moved");
    let mut terminal = sandbox.open(&[]);
    terminal.wait_for("Unsaved changes whose file is gone");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let mut terminal = sandbox.open(&["moved/other.ron"]);
    terminal.wait_for("The file was moved or renamed");
    terminal.press("\r");
    terminal.wait_for("unsaved");
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let saved = periplo::store::disk::load(&moved.join("other.ron")).expect("a map");
    assert_eq!(names(&saved.map), ["Asks around", "Compares prices", "Chooses", "Pays"]);
    assert!(sandbox.recoverable(Some(&sandbox.file())).is_empty());
}

#[test]
fn unsaved_changes_of_a_deleted_map_are_recovered_from_the_start_screen() {
    let sandbox = Sandbox::new();
    crash(&sandbox, "Compares prices", "TERM");
    std::fs::remove_file(sandbox.file()).expect("deleted");
    let mut terminal = sandbox.open(&[]);
    terminal.wait_for("Unsaved changes whose file is gone");
    terminal.press("\r");
    terminal.wait_for("Their file is gone");
    terminal.answer("\x1b");
    terminal.wait_for("Kept for later");
    terminal.press("\r");
    terminal.wait_for("Their file is gone");
    terminal.answer("\r");
    terminal.wait_for("unsaved");
    terminal.press("\x13");
    terminal.wait_for("Save the map as");
    terminal.press("\x15shop.ron\r");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(names(&sandbox.saved()), ["Asks around", "Compares prices", "Chooses", "Pays"]);
    assert!(sandbox.recoverable(Some(&sandbox.file())).is_empty());
}
