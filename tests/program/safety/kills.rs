//! Two hundred kills in the middle of edits and saves.

use std::time::{Duration, Instant};

use super::{Sandbox, names};

/// How far the journal may be behind what is seen on the board.
const BEHIND: Duration = Duration::from_millis(250);
const HANDS: u64 = 4;
const KILLS: u64 = 50;

/// Edits and saves for some time and is killed; gives how many were saved by their file alone and by the journal.
fn edit_until_killed(seed: u64) -> (usize, usize) {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.open_map();
    terminal.press("a");
    let began = Instant::now();
    // Ends from a moment to half a second after the first touchpoint.
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
    // Something is on its way in each piece of the program when the end comes.
    terminal.press(&format!("Last {seed}\r\x13Later {seed}\r"));
    let killed = Instant::now();
    terminal.signal("KILL");
    terminal.wait_for_exit();

    let file = names(&sandbox.saved());
    let left = sandbox.left(Some(&sandbox.file()));
    let newest: Vec<String> = left.iter().flat_map(names).chain(file.iter().cloned()).collect();
    for (name, when) in &seen {
        let age = killed.duration_since(*when);
        assert!(age < BEHIND || newest.contains(name), "{name} of {age:?} before the kill is lost");
    }
    for map in &left {
        assert!(names(map).starts_with(&["Asks around".to_owned()]) && map.len() >= 3, "{:?}", names(map));
    }
    (usize::from(file.len() > 3), usize::from(!left.is_empty()))
}

#[test]
fn two_hundred_kills_tear_no_file_and_lose_nothing_that_stood_on_the_board() {
    let hands = (0..HANDS).map(|hand| {
        std::thread::spawn(move || (0..KILLS).map(|kill| edit_until_killed(hand * KILLS + kill)).collect::<Vec<_>>())
    });
    let hands: Vec<_> = hands.collect();
    let ends: Vec<(usize, usize)> = hands.into_iter().flat_map(|hand| hand.join().expect("no loss")).collect();
    assert_eq!(ends.len(), 200);
    let (saved, noted) = ends.iter().fold((0, 0), |(saved, noted), end| (saved + end.0, noted + end.1));
    assert!(saved > 20 && noted > 20, "both are put to the test: {saved} saved, {noted} in the journal");
}
