//! Several programs have the same map open live.

use super::{Sandbox, names};
use crate::pty::Terminal;

const PEOPLE: [&str; 3] = ["ana", "ben", "eva"];
/// The changes of each person.
const CHANGES: usize = 20;
/// The changes that a person makes at once.
const AT_ONCE: usize = 4;

/// Returns the sum of the votes on the cards.
fn votes(screen: &vt100::Screen) -> usize {
    let text = screen.contents();
    let numbers = text.split('•').skip(1);
    numbers.filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok()).sum()
}

#[test]
fn every_change_of_three_live_programs_is_in_the_file_and_on_all_screens() {
    let sandbox = Sandbox::new();
    let touchpoints: Vec<String> = (0..6).map(|nth| format!("(id: \"t{nth:07}\", name: \"Point {nth}\")")).collect();
    let text = format!("(format: 1, title: \"Shop\", before: [{}])", touchpoints.join(", "));
    std::fs::write(sandbox.file(), text).expect("written");
    let mut terminals = PEOPLE.map(|user| sandbox.open_live(user));
    terminals.iter_mut().for_each(|terminal| terminal.wait_for("◉ live"));
    for round in 1..=CHANGES / AT_ONCE {
        for (person, terminal) in terminals.iter_mut().enumerate() {
            for change in 0..AT_ONCE {
                terminal.press(&format!("/Point {}\rv", 2 * person + change % 2));
            }
        }
        let all = PEOPLE.len() * AT_ONCE * round;
        for terminal in &mut terminals {
            terminal.wait(&format!("{all} votes"), |screen| votes(screen) == all);
        }
    }
    let saved = sandbox.saved();
    assert!(saved.touchpoints().all(|(_, each)| each.votes == 10), "{saved:?}");
    for (terminal, user) in terminals.iter_mut().zip(PEOPLE) {
        terminal.press(&format!(":w {user}.ron\r"));
        terminal.wait_for("Copy written");
        let held = periplo::store::disk::load(&sandbox.folder().join(format!("{user}.ron"))).expect("a map");
        assert_eq!(held.map, saved, "{user}");
    }
}

#[test]
fn a_line_that_is_typed_stays_while_others_change_the_map() {
    let sandbox = Sandbox::new();
    let [mut first, mut second]: [Terminal; 2] = ["ana", "ben"].map(|user| sandbox.open_live(user));
    for terminal in [&mut first, &mut second] {
        terminal.wait_for("◉ live");
    }
    second.press("aWalks i");
    second.wait_for("Walks i");
    first.press("aHears of it\r");
    second.wait_for("Hears of it");
    second.wait_for("last change by others");
    second.press("n\r");
    first.wait_for("Walks in");
    for terminal in [&mut first, &mut second] {
        terminal.leave_quick_entry("added");
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    }
    assert_eq!(names(&sandbox.saved()), ["Asks around", "Walks in", "Hears of it", "Chooses", "Pays"]);
}
