//! Ten live programs that change one file at once (`cargo bench --bench live`): when the file has every change, and whether
//! all ten hold the same map two seconds after the last one.
//!
//! `cargo bench --bench live -- 30 1000` measures these numbers of touchpoints only.
#![expect(clippy::expect_used, reason = "a benchmark that cannot set itself up has nothing to measure")]

#[path = "../tests/support/pty.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod pty;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use pty::Terminal;

const PEOPLE: usize = 10;
const CHANGES: usize = 100;
/// When the ten maps are compared, after the last change. A later time is tried if they differ.
const COMPARED_AFTER: [Duration; 4] =
    [Duration::from_secs(2), Duration::from_secs(5), Duration::from_secs(20), Duration::from_secs(60)];
/// The longest pause between two changes of all people together.
const MAX_PAUSE: u64 = 10;

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![30, 1_000, 10_000] } else { sizes };
    for touchpoints in sizes {
        for compared_after in COMPARED_AFTER {
            if measure(touchpoints, compared_after) {
                break;
            }
        }
    }
}

/// Runs all changes, prints the figures, and returns true if all maps were equal at that time.
fn measure(touchpoints: usize, compared_after: Duration) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("map.ron");
    fs::write(&map, text(touchpoints)).expect("written");
    let mut people: Vec<Terminal> = (0..PEOPLE).map(|person| open(folder.path(), person)).collect();
    for terminal in &mut people {
        terminal.wait_for("live");
        terminal.wait_for("T00000");
    }
    let mut random = Random(7);
    let mut left = [CHANGES; PEOPLE];
    let started = Instant::now();
    while left.iter().any(|&left| left > 0) {
        let person = usize::try_from(random.below(10)).expect("a person");
        if left[person] == 0 {
            continue;
        }
        left[person] -= 1;
        // Each person has touchpoints of their own, and gives each the same number of votes.
        let own = touchpoints / PEOPLE;
        let nth = person * own + left[person] % own;
        people[person].press(&format!("/T{nth:05}\rv"));
        sleep(Duration::from_millis(random.below(MAX_PAUSE)));
    }
    let last_change = Instant::now();
    let in_file = loop {
        if votes(&map) == PEOPLE * CHANGES {
            break last_change.elapsed();
        }
        assert!(last_change.elapsed() < Duration::from_secs(300), "{} of 1,000 changes", votes(&map));
        sleep(Duration::from_millis(5));
    };
    sleep((last_change + compared_after).saturating_duration_since(Instant::now()));
    let compared = last_change.elapsed();
    for (person, terminal) in people.iter_mut().enumerate() {
        terminal.press(&format!(":w copy{person}.ron\r"));
    }
    let held = fs::read_to_string(&map).expect("a map");
    let is_equal = people.iter_mut().enumerate().all(|(person, terminal)| {
        terminal.wait_for("Saved copy");
        fs::read_to_string(folder.path().join(format!("copy{person}.ron"))).is_ok_and(|copy| copy == held)
    });
    let verdict = if is_equal { "equal" } else { "not yet equal" };
    println!(
        "{touchpoints:>6} touchpoints: typed in {:.1} s; all {} changes in the file {:.2} s after the last; maps {verdict} after {:.2} s",
        (last_change - started).as_secs_f64(),
        PEOPLE * CHANGES,
        in_file.as_secs_f64(),
        compared.as_secs_f64(),
    );
    is_equal
}

fn open(folder: &Path, person: usize) -> Terminal {
    let state = folder.join(format!("state{person}"));
    let variables = [("XDG_STATE_HOME", state.to_str().expect("a path"))];
    Terminal::open_in(folder, 120, 40, &variables, &["--live", "map.ron"])
}

/// Returns the text of a map with touchpoints of numbered names.
fn text(touchpoints: usize) -> String {
    let mut text = "(format: 1, title: \"Many\", before: [".to_owned();
    for nth in 0..touchpoints {
        write!(text, "(id: \"t{nth:07}\", name: \"T{nth:05}\", reach: 100), ").expect("written");
    }
    text + "])"
}

/// Returns the votes in the file.
fn votes(map: &Path) -> usize {
    let text = fs::read_to_string(map).unwrap_or_default();
    let numbers = text.split("votes: ").skip(1);
    numbers.filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok()).sum()
}
