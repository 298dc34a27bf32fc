//! Every byte that the editor writes to a terminal is text or a known escape sequence.

use std::time::SystemTime;

use periplo::store::disk::journal::claim;
use periplo::store::journal::{self, JournalOwner, JournalRecord};
use periplo::store::ron_text::{self, Parsed};

use crate::pty::Terminal;
use crate::sinks::{FOREIGN_STYLE, assert_harmless, attack, attacking_name, bad_maps, escaped, map, raw};

/// Returns the text between the escape sequences, and asserts that these only draw.
fn between_sequences(written: &[u8]) -> String {
    let written = String::from_utf8(written.to_vec()).expect("UTF-8");
    assert!(!written.contains(FOREIGN_STYLE), "a foreign style");
    let mut text = String::new();
    let mut rest = written.as_str();
    while let Some((before, behind)) = rest.split_once('\u{1b}') {
        text.push_str(before);
        // The window's title is text too.
        if let Some(title) = behind.strip_prefix("]0;") {
            let (title, after) = title.split_once("\u{1b}\\").expect("an end");
            text.push_str(title);
            rest = after;
            continue;
        }
        let sequence = behind.strip_prefix('[').unwrap_or_else(|| panic!("ESC before {:?}", behind.get(..20)));
        let end = sequence.find(|c: char| c.is_ascii_alphabetic()).expect("an end");
        // `u` asks for the reports of keys, and sets and resets them.
        let plain =
            |c: char| c.is_ascii_digit() || "?;".contains(c) || sequence[end..].starts_with('u') && "<=>".contains(c);
        assert!(sequence[..end].chars().all(plain), "{:?}", &sequence[..=end]);
        let is_title = ["22;0t", "23;0t"].contains(&&sequence[..=end]);
        assert!("CHJKmhlu".contains(&sequence[end..=end]) || is_title, "{:?}", &sequence[..=end]);
        rest = &sequence[end + 1..];
    }
    text + rest
}

/// Asserts that everything the program wrote is text or draws.
fn assert_harmless_output(terminal: &Terminal) {
    let text = between_sequences(&terminal.written);
    // On the normal screen, lines end with both characters.
    assert_harmless("what the program wrote", &text.replace("\r\n", "\n"));
}

struct Sandbox(tempfile::TempDir);

impl Sandbox {
    fn new(text: &str) -> Sandbox {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(Sandbox::file()), text).expect("a file");
        Sandbox(folder)
    }

    fn file() -> String {
        format!("{}.ron", attacking_name())
    }

    fn open(&self) -> Terminal {
        let state = self.0.path().join("state");
        let user = attack().replace('\0', "");
        let variables = [("XDG_STATE_HOME", state.to_str().expect("a path")), ("USER", user.as_str())];
        Terminal::open_in(self.0.path(), 100, 30, &variables, &[&Sandbox::file()])
    }
}

#[test]
fn control_characters_of_a_map_do_not_reach_the_terminal() {
    let sandbox = Sandbox::new(&map(raw));
    let mut terminal = sandbox.open();
    terminal.wait_for("title A");
    // Pasting on the board opens quick entry. Everything pasted is text.
    terminal.press(&format!("\x1b[200~pasted {}\x1b[201~", attack().replace('\u{1b}', "")));
    terminal.wait_for("Added 2 touchpoints");
    terminal.press("\x13");
    terminal.wait_for("Saved");
    assert_harmless("the file", &std::fs::read_to_string(sandbox.0.path().join(Sandbox::file())).expect("the file"));
    std::fs::write(sandbox.0.path().join(Sandbox::file()), map(escaped).replace("\"title ", "\"title B"))
        .expect("a file");
    terminal.wait_for("title B");
    // The added touchpoints are missing in this file: they stay out.
    terminal.wait_for("leave it out");
    terminal.answer("2q");
    assert_eq!(terminal.end(), 0);
    assert_harmless_output(&terminal);
    let names = std::fs::read_dir(sandbox.0.path().join("state/periplo")).expect("a folder");
    names.for_each(|name| assert_harmless("a name", &name.expect("a name").path().to_string_lossy()));
}

#[test]
fn control_characters_of_a_journal_do_not_reach_the_terminal() {
    let sandbox = Sandbox::new(&map(raw));
    let parsed = ron_text::parse(&map(escaped)).expect("a map");
    let text = ron_text::print(&parsed.map, &parsed.comments).replace("1000", "2000");
    let Parsed { map, comments, .. } = ron_text::parse(&text).expect("a map");
    let owner = JournalOwner { user: attack(), host: attack(), process: 9 };
    let folder = sandbox.0.path().join("state/periplo/journal");
    std::fs::create_dir_all(sandbox.0.path().join("state/periplo")).expect("a folder");
    let path = sandbox.0.path().join(Sandbox::file());
    let own = claim(&folder, Some(&path), &owner, SystemTime::now()).own.expect("a journal");
    let record = JournalRecord { owner, file: Some(path), based_on: None, base: None, map, comments };
    own.write(&journal::print(&record).expect("a text")).expect("written");
    let mut other = sandbox.open();
    // The owner of the journal is shown to others who open the map.
    other.wait_for("only read:");
    other.press("1q");
    assert_eq!(other.end(), 0);
    assert_harmless_output(&other);
    own.release();
    let mut terminal = sandbox.open();
    terminal.wait_for("both are merged");
    terminal.press("\r");
    terminal.wait_for("●");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
    // The output is complete only after the program has ended.
    assert_harmless_output(&terminal);
}

#[test]
fn control_characters_of_an_invalid_file_do_not_reach_the_terminal() {
    for text in bad_maps().into_iter().step_by(3) {
        let sandbox = Sandbox::new(&text);
        let mut terminal = sandbox.open();
        terminal.wait_for("rror");
        terminal.press("jjjjj");
        terminal.press("q");
        assert_eq!(terminal.end(), 1);
        // Afterwards the explanation is printed on the normal screen, perhaps in colours.
        assert_harmless_output(&terminal);
    }
}
