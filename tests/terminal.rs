//! The whole program in a pseudo-terminal: what a person sees, types and gets.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longer than the program takes on any machine for what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program running in a terminal.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    fn open(folder: &Path, columns: u16, rows: u16, arguments: &[&str]) -> Terminal {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_periplo"));
        command.env_clear();
        command.env("HOME", folder);
        command.env("TERM", "xterm-256color");
        command.args(arguments);
        command.cwd(folder);
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer().expect("a keyboard");
        let screen = vt100::Parser::new(rows, columns, 0);
        Terminal { master: pair.master, child, keyboard, output, screen }
    }

    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits until the screen is as told.
    fn wait(&mut self, told: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self.screen.screen()) {
            let rest = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(rest) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => panic!("the screen never had {told}:\n{}", self.text()),
            }
        }
    }

    fn wait_for(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("pressed");
        self.keyboard.flush().expect("pressed");
    }

    /// Leaves quick entry once it says what it added; Escape and a letter in one go would be Alt and that letter.
    fn leave_quick_entry(&mut self, added: &str) {
        self.wait_for(added);
        self.press("\x1b");
        self.wait("the line closed", |screen| !screen.contents().contains(added));
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(rows, columns);
        self.master.resize(size(columns, rows)).expect("resized");
    }

    /// Waits until the program has ended; gives its exit code.
    fn end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        while let Ok(bytes) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.screen.process(&bytes);
        }
        self.child.wait().expect("an end").exit_code()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        self.child.kill().ok();
    }
}

fn run(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_periplo"))
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .output()
        .expect("the program");
    (String::from_utf8(output.stdout).expect("text"), output.status.code().expect("a code"))
}

#[test]
fn a_workshop_from_a_template_to_the_inventory() {
    for (columns, rows, language) in [(80, 24, "en"), (120, 40, "es")] {
        let folder = tempfile::tempdir().expect("a folder");
        let (_, code) = run(folder.path(), &["--lang", language, "new", "a.ron", "--template", "travel"]);
        assert_eq!(code, 0);
        let mut terminal = Terminal::open(folder.path(), columns, rows, &["--lang", language, "a.ron"]);
        terminal.wait_for(if language == "en" { "Asks friends" } else { "Pregunta a sus" });
        terminal.press("aAsks a neighbour #off #unint =3k :)\r");
        terminal.wait_for("Asks a neighbour");
        terminal.press("Reads a leaflet @\"in the shop\"\r");
        terminal.leave_quick_entry(if language == "en" { "2 added" } else { "2 añadidos" });
        terminal.press("3m");
        terminal.wait_for(if language == "en" { "unsaved" } else { "sin guardar" });
        terminal.press("\x13");
        terminal.wait_for("a.ron");
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
        assert!(!terminal.screen.screen().alternate_screen(), "the terminal is given back");

        let (json, code) = run(folder.path(), &["inventory", "a.ron", "--format", "json"]);
        assert_eq!(code, 0);
        let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
        let row = |name: &str| rows.iter().find(|row| row["touchpoint"] == name).expect("the touchpoint").clone();
        let neighbour = row("Asks a neighbour");
        assert_eq!(neighbour["kind"], "offline");
        assert_eq!(neighbour["intent"], "unintentional");
        assert_eq!(neighbour["reach"], 3000);
        assert_eq!(neighbour["emotion"], 1);
        let leaflet = row("Reads a leaflet");
        assert_eq!((&leaflet["kind"], &leaflet["critical"]), (&"product".into(), &true.into()));
        assert_eq!(leaflet["channel"], "in the shop");
        assert_eq!(rows.len(), 18);
    }
}

#[test]
fn sixty_touchpoints_pasted_are_one_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(folder.path(), 120, 40, &["new.ron"]);
    terminal.wait_for("Before 0");
    let list: String = (1..=60).map(|n| format!("Punto de contacto número {n} #enlinea\r")).collect();
    terminal.press(&format!("\x1b[200~{list}\x1b[201~"));
    terminal.wait_for("Added 60");
    terminal.press("u");
    terminal.wait_for("Before 0");
    terminal.press("\x12\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let (json, _) = run(folder.path(), &["inventory", "new.ron", "--format", "json"]);
    assert_eq!(json.matches("Punto de contacto número").count(), 60);
}

#[test]
fn a_thousand_keys_at_once_all_count() {
    let folder = tempfile::tempdir().expect("a folder");
    let names: String = (0..1_500).map(|n| format!("(name: \"Does {n}\"),")).collect();
    std::fs::write(folder.path().join("a.ron"), format!("(format: 1, title: \"t\", before: [{names}])"))
        .expect("written");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Does 0");
    terminal.press(&"\x1b[B".repeat(1_000));
    terminal.wait_for("Does 1000");
    terminal.press("r7\r");
    terminal.wait_for("7 of 7");
    terminal.press("\x13");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let (json, _) = run(folder.path(), &["inventory", "a.ron", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    let reached: Vec<_> = rows.iter().filter(|row| !row["reach"].is_null()).collect();
    assert_eq!(reached.len(), 1);
    assert_eq!(reached[0]["touchpoint"], "Does 1000");
}

#[test]
fn a_file_with_faults_is_pictured_and_never_saved_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bad.ron");
    let text = "(format: 1, title: \"t\", before: [(nmae: \"Asks\", kind: Onlin)])";
    std::fs::write(&path, text).expect("written");
    let mut terminal = Terminal::open(folder.path(), 100, 30, &["bad.ron"]);
    terminal.wait_for("nmae");
    terminal.wait_for("bad.ron");
    terminal.press("\x13wWq");
    assert_eq!(terminal.end(), 1);
    assert!(terminal.text().contains("nmae"), "the picture stays to be read:\n{}", terminal.text());
    assert_eq!(std::fs::read_to_string(&path).expect("text"), text);
}

#[test]
fn a_window_made_small_and_large_again_shows_the_map_again() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["new", "a.ron", "--template", "b2b"]);
    let mut terminal = Terminal::open(folder.path(), 120, 40, &["a.ron"]);
    terminal.wait_for("Funnel");
    terminal.resize(20, 5);
    terminal.wait_for("Please");
    terminal.resize(80, 24);
    terminal.wait_for("Funnel");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn without_a_file_the_start_screen_leads_to_a_template() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["--lang", "es"]);
    terminal.wait_for("flash-sale");
    terminal.press("j\r");
    terminal.wait_for("Embudo");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_card_is_dragged_with_the_mouse() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "(format: 1, title: \"t\", before: [(name: \"First\"), (name: \"Second\")])";
    std::fs::write(folder.path().join("a.ron"), text).expect("written");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Second");
    // Press on the first card (row 3), drag over the column in the middle, release there.
    terminal.press("\x1b[<0;5;3M\x1b[<32;40;8M\x1b[<0;40;8m");
    terminal.wait_for("During 1");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
}

#[cfg(unix)]
#[test]
fn a_signal_gives_the_terminal_back_and_is_told_by_the_exit_code() {
    for (name, number) in [("TERM", 15), ("INT", 2), ("HUP", 1), ("QUIT", 3)] {
        let folder = tempfile::tempdir().expect("a folder");
        run(folder.path(), &["new", "a.ron", "--template", "b2b"]);
        let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
        terminal.wait_for("Funnel");
        let id = terminal.child.process_id().expect("a process").to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &id]).status().expect("kill");
        assert!(sent.success());
        assert_eq!(terminal.end(), 128 + number, "{name}");
        assert!(!terminal.screen.screen().alternate_screen(), "{name}");
    }
}
