//! Kills the program two hundred times during edits and saves.

use std::time::{Duration, Instant};

use super::{Sandbox, names};

/// How old a change on the board may be before it is in the journal.
const MAX_DELAY: Duration = Duration::from_millis(250);
const THREADS: u64 = 4;
const KILLS_PER_THREAD: u64 = 50;

/// Edits and saves for some time, and kills the program. Returns two counts, each 0 or 1: whether the file was saved, and
/// whether there is a journal.
fn edit_until_killed(seed: u64) -> (usize, usize) {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open_map();
    terminal.press("a");
    let began = Instant::now();
    // The time until the kill, up to half a second.
    let end = Duration::from_millis(seed * 7_919 % 503);
    let mut seen = Vec::new();
    for nth in 1.. {
        let name = format!("Touchpoint {seed} {nth}");
        terminal.press(&format!("{name}\r"));
        terminal.wait_for(&format!("{nth} added"));
        seen.push((name, Instant::now()));
        if nth % 3 == seed % 3 {
            terminal.press("\x13");
        }
        if began.elapsed() > end {
            break;
        }
    }
    // At the time of the kill, keys, a save and a journal entry are pending.
    terminal.press(&format!("Last {seed}\r\x13Later {seed}\r"));
    let killed = Instant::now();
    terminal.signal("KILL");
    terminal.wait_for_exit();

    let file = names(&sandbox.saved());
    let left = sandbox.recoverable(Some(&sandbox.file()));
    let newest: Vec<String> = left.iter().flat_map(names).chain(file.iter().cloned()).collect();
    for (name, when) in &seen {
        let age = killed.duration_since(*when);
        assert!(age < MAX_DELAY || newest.contains(name), "{name}, typed {age:?} before the kill, is lost");
    }
    for map in &left {
        assert!(names(map).starts_with(&["Asks around".to_owned()]) && map.len() >= 3, "{:?}", names(map));
    }
    (usize::from(file.len() > 3), usize::from(!left.is_empty()))
}

#[test]
fn two_hundred_kills_damage_no_file_and_lose_nothing_shown_on_the_board() {
    let threads = (0..THREADS).map(|thread| {
        std::thread::spawn(move || {
            (0..KILLS_PER_THREAD).map(|kill| edit_until_killed(thread * KILLS_PER_THREAD + kill)).collect::<Vec<_>>()
        })
    });
    let threads: Vec<_> = threads.collect();
    let ends: Vec<(usize, usize)> =
        threads.into_iter().flat_map(|thread| thread.join().expect("nothing is lost")).collect();
    assert_eq!(ends.len(), 200);
    let (saved, journaled) = ends.iter().fold((0, 0), |(saved, journaled), end| (saved + end.0, journaled + end.1));
    assert!(saved > 20 && journaled > 20, "both cases occur: {saved} saved, {journaled} in the journal");
}
