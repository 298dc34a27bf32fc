//! The whole program in a pseudo-terminal: start, keys, memory and idling (`cargo bench --bench terminal`).
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot set itself up has nothing to measure")]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// After a pause of this length, the program has written everything.
const QUIET: Duration = Duration::from_millis(40);

struct Terminal {
    /// Kept so that the terminal stays open.
    _master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
}

impl Terminal {
    fn open(file: &Path) -> Terminal {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_periplo"));
        command.env("TERM", "xterm-256color");
        command.arg(file);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Terminal { _master: pair.master, child, keyboard, output }
    }

    /// Waits until the first card is drawn and returns the time.
    fn ready(&mut self) -> Instant {
        let mut seen = Vec::new();
        loop {
            let (at, bytes) = self.output.recv().unwrap();
            seen.extend(bytes);
            if String::from_utf8_lossy(&seen).contains("Works out") {
                return at;
            }
        }
    }

    /// Waits until nothing more is written; returns when the last byte came, and the number of bytes.
    fn settle(&mut self) -> (Instant, usize) {
        let (mut last, bytes) = self.output.recv().unwrap();
        let mut total = bytes.len();
        while let Ok((at, bytes)) = self.output.recv_timeout(QUIET) {
            last = at;
            total += bytes.len();
        }
        (last, total)
    }

    fn press(&mut self, keys: &str) -> (Duration, usize) {
        let start = Instant::now();
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        let (last, bytes) = self.settle();
        (last - start, bytes)
    }

    /// Returns the resident memory of the process on Linux, such as `9000 kB`.
    fn memory(&self) -> String {
        let status = self.child.process_id().and_then(|id| fs::read_to_string(format!("/proc/{id}/status")).ok());
        let line = status.as_deref().unwrap_or_default().lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.unwrap_or("?").trim().to_owned()
    }

    /// Returns the processor time that the process has used, in ticks, on Linux.
    fn ticks(&self) -> Option<u64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.process_id()?)).ok()?;
        let fields: Vec<&str> = stat.split_whitespace().collect();
        Some(fields.get(13)?.parse::<u64>().ok()? + fields.get(14)?.parse::<u64>().ok()?)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.child.kill().ok();
    }
}

fn map(count: usize) -> String {
    let touchpoint =
        |nth: usize| format!("(name: \"Works out the full price {nth}\", kind: Online, reach: {}),\n", 9_000_000 - nth);
    let phase = |name: &str| format!("{name}: [{}],", (0..count / 3).map(touchpoint).collect::<String>());
    format!("(format: 1, title: \"Bench\", {} {} {})", phase("before"), phase("during"), phase("after"))
}

fn main() {
    // `cargo test --benches` only checks that it runs.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let folder = std::env::temp_dir().join(format!("periplo-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    println!(
        "{:>11} {:>10} {:>10} {:>12} {:>12} {:>12} {:>10}",
        "touchpoints", "ready", "key", "1,000 keys", "their bytes", "memory", "idle ticks"
    );
    for count in [30, 1_000, 100_000] {
        let file = folder.join(format!("{count}.ron"));
        fs::write(&file, map(count)).unwrap();
        let mut starts: Vec<Duration> = (0..9)
            .map(|_| {
                let start = Instant::now();
                let mut terminal = Terminal::open(&file);
                terminal.ready() - start
            })
            .collect();
        starts.sort();
        let mut terminal = Terminal::open(&file);
        terminal.ready();
        std::thread::sleep(QUIET);
        while terminal.output.try_recv().is_ok() {}
        let mut keys: Vec<Duration> =
            (0..40).map(|nth| terminal.press(if nth % 2 == 0 { "j" } else { "k" }).0).collect();
        keys.sort();
        let (burst, bytes) = terminal.press(&"j".repeat(1_000));
        let before = terminal.ticks();
        std::thread::sleep(Duration::from_secs(2));
        let idle =
            before.zip(terminal.ticks()).map_or_else(|| "?".to_owned(), |(before, after)| (after - before).to_string());
        let (ready, key) = (starts[starts.len() / 2], keys[keys.len() / 2]);
        println!(
            "{count:>11} {ready:>10.1?} {key:>10.0?} {burst:>12.1?} {bytes:>12} {:>12} {idle:>10}",
            terminal.memory()
        );
    }
    fs::remove_dir_all(&folder).ok();
}
