//! A pseudo-terminal that runs a program: its screen, its keyboard and its exit code.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longer than anything that a test waits for takes on a slow machine.
pub const TIMEOUT: Duration = Duration::from_secs(20);
/// How long a question that opens by itself takes no key.
const READING_TIME: Duration = Duration::from_millis(700);
/// The time between two checks of something that cannot be waited for.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

/// A program running in a terminal.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    reader: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
    pub screen: vt100::Parser,
    /// Everything that the program has written.
    pub written: Vec<u8>,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// Returns a command that runs in a folder, with only HOME, TERM and these variables in its environment.
pub fn command(program: &str, folder: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    command.env("HOME", folder);
    command.env("TERM", "xterm-256color");
    for (name, value) in variables {
        command.env(name, value);
    }
    command.args(arguments);
    command.cwd(folder);
    command
}

impl Terminal {
    /// Opens Periplo in a terminal of this size.
    pub fn open(folder: &Path, columns: u16, rows: u16, arguments: &[&str]) -> Terminal {
        Terminal::open_in(folder, columns, rows, &[], arguments)
    }

    /// Opens Periplo in a terminal, with these variables in its environment.
    pub fn open_in(folder: &Path, columns: u16, rows: u16, variables: &[(&str, &str)], arguments: &[&str]) -> Terminal {
        let command = command(env!("CARGO_BIN_EXE_periplo"), folder, variables, arguments);
        Terminal::start(command, columns, rows)
    }

    /// Starts any program in a terminal.
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Terminal {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a terminal");
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        Terminal::around(pair.master, child, columns, rows, true)
    }

    /// Opens Periplo in a terminal whose output is not read.
    pub fn open_unread(folder: &Path, columns: u16, rows: u16, arguments: &[&str]) -> Terminal {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a terminal");
        let command = command(env!("CARGO_BIN_EXE_periplo"), folder, &[], arguments);
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        Terminal::around(pair.master, child, columns, rows, false)
    }

    /// Opens Periplo in a terminal that does not control its session, so that it gets no SIGHUP when the terminal closes.
    pub fn open_elsewhere(folder: &Path, columns: u16, rows: u16, arguments: &[&str]) -> Terminal {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a terminal");
        let [input, output, errors] = [(); 3].map(|()| slave(pair.master.as_ref()));
        let child = Command::new(env!("CARGO_BIN_EXE_periplo"))
            .args(arguments)
            .current_dir(folder)
            .env("HOME", folder)
            .env("TERM", "xterm-256color")
            .stdin(input)
            .stdout(output)
            .stderr(errors)
            .spawn()
            .expect("the program");
        drop(pair.slave);
        Terminal::around(pair.master, Box::new(child), columns, rows, true)
    }

    fn around(
        master: Box<dyn MasterPty + Send>,
        child: Box<dyn Child + Send + Sync>,
        columns: u16,
        rows: u16,
        is_read: bool,
    ) -> Terminal {
        let (sender, output) = mpsc::channel();
        let closing = Arc::new(AtomicBool::new(false));
        let (mut source, stop) = (master.try_clone_reader().expect("a reader"), Arc::clone(&closing));
        let read = move || {
            let mut bytes = [0; 65_536];
            while let Ok(count @ 1..) = source.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() || stop.load(Ordering::Relaxed) {
                    return;
                }
            }
        };
        let reader = is_read.then(|| std::thread::spawn(read));
        let keyboard = Some(master.take_writer().expect("a keyboard"));
        let screen = vt100::Parser::new(rows, columns, 0);
        Terminal { master: Some(master), child, keyboard, output, reader, closing, screen, written: Vec::new() }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.written.extend(bytes);
    }

    /// Returns the text on the screen.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits until the screen meets a condition. `expected` describes it in the error.
    pub fn wait(&mut self, expected: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + TIMEOUT;
        while !holds(self.screen.screen()) {
            let rest = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(rest) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => panic!("the screen never had {expected}:\n{}", self.text()),
            }
        }
    }

    /// Waits until the screen contains a text.
    pub fn wait_for(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has written a text, whatever the screen shows of it.
    pub fn wait_for_output(&mut self, text: &str) {
        let end = Instant::now() + TIMEOUT;
        while !self.written.windows(text.len()).any(|window| window == text.as_bytes()) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => panic!("the program never wrote {text:?}:\n{}", self.text()),
            }
        }
    }

    /// Types keys.
    pub fn press(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().expect("a keyboard");
        keyboard.write_all(keys.as_bytes()).expect("pressed");
        keyboard.flush().expect("pressed");
    }

    /// Answers a question that opened by itself, which takes no key in its first moment.
    pub fn answer(&mut self, keys: &str) {
        std::thread::sleep(READING_TIME);
        self.press(keys);
    }

    /// Takes the keyboard, to type from another thread.
    pub fn take_keyboard(&mut self) -> Box<dyn Write + Send> {
        self.keyboard.take().expect("a keyboard")
    }

    /// Leaves quick entry after it shows the message `added`. Esc and a letter in one write would mean Alt and the letter.
    pub fn leave_quick_entry(&mut self, added: &str) {
        self.wait_for(added);
        self.press("\x1b");
        self.wait("quick entry closed", |screen| !screen.contents().contains(added));
    }

    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(rows, columns);
        self.master.as_ref().expect("a terminal").resize(size(columns, rows)).expect("resized");
    }

    /// Tells the program of another size, which the screen of the test does not take.
    pub fn claim_size(&self, columns: u16, rows: u16) {
        self.master.as_ref().expect("a terminal").resize(size(columns, rows)).expect("resized");
    }

    /// Returns the names of the terminal's local line modes.
    pub fn modes(&self) -> String {
        let termios = self.master.as_ref().and_then(|master| master.get_termios()).expect("modes");
        format!("{:?}", termios.local_flags)
    }

    /// Returns true if the terminal is in the state that a shell expects.
    pub fn is_restored(&self) -> bool {
        let screen = self.screen.screen();
        let modes = self.modes();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && self.open_key_reports() == 0
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
            && modes.contains("ICANON")
            && modes.contains("ECHO")
    }

    /// Returns how often the program has asked the terminal to report keys as escape codes, without those that it has ended.
    pub fn open_key_reports(&self) -> usize {
        let written = String::from_utf8_lossy(&self.written);
        let begins = |after: &&str| after.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('u');
        let begun = written.split("\x1b[>").skip(1).filter(begins).count();
        begun - written.matches("\x1b[<u").count()
    }

    /// Returns the program's process id.
    pub fn id(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.id().to_string()]).status().expect("kill");
        assert!(sent.success(), "{name}");
    }

    /// Returns the state of the process and the processor time it has used, in ticks (Linux only).
    pub fn process(&self) -> Option<(char, u64)> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.id())).ok()?;
        let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split_whitespace().collect();
        let ticks = |field: usize| fields.get(field).and_then(|field| field.parse::<u64>().ok());
        Some((fields.first()?.chars().next()?, ticks(11)? + ticks(12)?))
    }

    /// Waits until the process is in a state: `T` is stopped, `Z` has ended.
    pub fn wait_for_state(&mut self, state: char) {
        let end = Instant::now() + TIMEOUT;
        while self.process().is_none_or(|(found, _)| found != state) {
            assert!(Instant::now() < end, "the process never was in state {state}:\n{}", self.text());
            match self.output.recv_timeout(POLL_INTERVAL) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => std::thread::sleep(POLL_INTERVAL),
            }
        }
        while let Ok(bytes) = self.output.try_recv() {
            self.take(&bytes);
        }
    }

    /// Lets the program draw until it blocks in a write, because the terminal's output is not read (Linux only).
    pub fn wait_until_stuck(&mut self, columns: u16, rows: u16) {
        let end = Instant::now() + TIMEOUT;
        let mut stuck = 0;
        while stuck < 20 {
            assert!(Instant::now() < end, "the program never blocked");
            // Another size makes the program redraw everything.
            self.resize(columns - stuck % 2, rows);
            std::thread::sleep(POLL_INTERVAL);
            // The system call that the process is in, and its first argument: the file descriptor.
            let call = std::fs::read_to_string(format!("/proc/{}/syscall", self.id())).expect("a call");
            stuck = if call.split_whitespace().nth(1) == Some("0x1") { stuck + 1 } else { 1 - stuck.min(1) };
        }
    }

    /// Closes the terminal. `key` must make the program write something.
    pub fn close(&mut self, key: &str) {
        self.closing.store(true, Ordering::Relaxed);
        // The reading thread has the terminal open too. It ends after it reads what the program writes now.
        self.press(key);
        self.reader.take().expect("a reader").join().expect("an end");
        self.keyboard = None;
        self.master = None;
    }

    /// Waits until the program has ended. Returns its exit code.
    pub fn end(&mut self) -> u32 {
        let end = Instant::now() + TIMEOUT;
        while let Ok(bytes) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.take(&bytes);
        }
        self.wait_for_exit()
    }

    /// Waits until the program has ended, without reading its output. Returns its exit code.
    pub fn wait_for_exit(&mut self) -> u32 {
        let end = Instant::now() + TIMEOUT;
        loop {
            if let Some(status) = self.child.try_wait().expect("a state") {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "the program never ended");
            std::thread::sleep(POLL_INTERVAL);
        }
    }
}

/// Opens the side of a pseudo-terminal that programs use.
pub fn slave(master: &dyn MasterPty) -> File {
    let name = master.tty_name().expect("a name");
    OpenOptions::new().read(true).write(true).open(name).expect("the terminal")
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A failed test must not leave the program running.
        self.child.kill().ok();
    }
}
