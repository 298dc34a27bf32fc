//! What a process that ended has left is offered, and comes back whole.

use super::{Sandbox, names};
#[cfg(target_os = "linux")]
use crate::pty::Terminal;

/// Adds a touchpoint, and ends without saving by a signal.
fn crash(sandbox: &Sandbox, name: &str, signal: &str) {
    let mut terminal = sandbox.open_map();
    terminal.press(&format!("a{name}\r"));
    terminal.wait_for("1 added");
    terminal.signal(signal);
    terminal.wait_for_exit();
}

#[test]
fn after_every_end_what_was_not_saved_is_offered_shown_and_taken() {
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
        assert!(sandbox.left(Some(&sandbox.file())).is_empty(), "{signal}");
    }
}

#[test]
fn what_is_put_off_is_offered_again_and_what_is_thrown_away_is_not() {
    let sandbox = Sandbox::new();
    crash(&sandbox, "Compares prices", "TERM");
    let mut terminal = sandbox.open(&["shop.ron"]);
    terminal.wait_for("Compares prices");
    terminal.press("\x1b");
    terminal.wait("the offer closed", |screen| !screen.contents().contains("Compares prices"));
    terminal.press("m");
    terminal.wait_for("unsaved");
    sandbox.wait_for_journals(2);
    terminal.signal("KILL");
    terminal.wait_for_exit();
    assert_eq!(sandbox.left(Some(&sandbox.file())).len(), 2, "one does not take the place of the other");
    let mut terminal = sandbox.open(&["shop.ron"]);
    for _ in 0..2 {
        terminal.wait_for("when Periplo ended");
        terminal.press("x");
        terminal.wait_for("lost for good");
        terminal.press("d");
        terminal.wait("the question closed", |screen| !screen.contents().contains("lost for good"));
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(sandbox.left(Some(&sandbox.file())).is_empty());
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
    assert!(sandbox.left(None).is_empty());
}

#[test]
fn two_programs_without_a_file_do_not_get_in_each_others_way() {
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
    let mut left: Vec<_> = sandbox.left(None).iter().flat_map(names).collect();
    left.sort();
    assert_eq!(left, ["Asks around", "Hears of the shop"]);
}

#[test]
fn what_is_saved_or_discarded_is_not_offered() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open_map();
    terminal.press("m\x13");
    terminal.wait_for("Saved");
    terminal.press("m");
    terminal.wait_for("unsaved");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
    assert!(sandbox.left(Some(&sandbox.file())).is_empty());
}

#[test]
fn without_a_place_for_journals_the_program_works_and_says_so_once() {
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

/// Changes the map in a terminal, closes that without a word, and looks for what is offered back.
#[cfg(target_os = "linux")]
fn is_offered_after_closing(sandbox: &Sandbox, mut terminal: Terminal) {
    terminal.wait_for("Asks around");
    terminal.press("aCompares prices\r");
    terminal.wait_for("1 added");
    terminal.close("x");
    assert_eq!(terminal.wait_for_exit(), 129);
    let [left] = &sandbox.left(Some(&sandbox.file()))[..] else { panic!("one map is offered") };
    assert_eq!(names(left), ["Asks around", "Compares prices", "Chooses", "Pays"]);
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_not_saved_in_a_window_that_was_closed_is_offered() {
    let sandbox = Sandbox::new();
    is_offered_after_closing(&sandbox, sandbox.open(&["shop.ron"]));

    let sandbox = Sandbox::new();
    let script = "trap '' HUP; exec \"$0\" \"$@\"";
    let arguments = ["-c", script, env!("CARGO_BIN_EXE_periplo"), "shop.ron"];
    let state = sandbox.state();
    let variables = [("XDG_STATE_HOME", state.to_str().expect("a path"))];
    let shell = crate::pty::command("/bin/sh", sandbox.folder(), &variables, &arguments);
    is_offered_after_closing(&sandbox, Terminal::start(shell, 100, 30));

    let sandbox = Sandbox::new();
    // Here the home of the user is the folder, and the state is where it usually is.
    let usual = sandbox.folder().join(".local/state");
    std::fs::create_dir_all(&usual).expect("a folder");
    std::os::unix::fs::symlink(&usual, sandbox.state()).expect("a link");
    is_offered_after_closing(&sandbox, Terminal::open_elsewhere(sandbox.folder(), 100, 30, &["shop.ron"]));
}

#[test]
fn a_file_that_was_spoiled_and_then_removed_gives_the_whole_map_back() {
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
fn what_is_begun_through_a_link_to_nothing_is_found_again_under_every_name() {
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
        let left = sandbox.left(Some(&sandbox.folder().join(name)));
        assert_eq!(left.iter().flat_map(names).collect::<Vec<_>>(), ["One", "Two"], "{name}");
    }
}
