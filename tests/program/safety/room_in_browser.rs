//! The page of the room in a real browser, with two participants, beside the real program.
//!
//! Without Chromium, Node or the package that drives the browser, the test prints a note and passes.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::Sandbox;
use super::room::{Link, share_at};
use crate::pty::Terminal;

/// Returns the path of the browser, if everything is there that the test needs.
fn browser() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let mut places = std::env::split_paths(&folders).flat_map(|folder| names.map(|name| folder.join(name)));
    let browser = places.find(|program| program.is_file());
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules/playwright-core");
    if browser.is_none() || !package.exists() {
        eprintln!("skipped: install Chromium, and run `npm ci` in tests/browser");
    }
    browser.filter(|_| package.exists())
}

/// Leaves the dialog with the link.
fn leave_dialog(terminal: &mut Terminal) {
    terminal.press("\x1b");
    terminal.wait("no dialog", |screen| !screen.contents().contains("Scan the code"));
}

#[test]
fn two_telephones_take_part_in_a_workshop() {
    let Some(browser) = browser() else { return };
    let sandbox = Sandbox::new();
    // A room that is opened again is at the same port.
    let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
    let (mut terminal, link) = share_at(&sandbox, port);
    leave_dialog(&mut terminal);
    terminal.press("sc");
    terminal.wait_for("nobody sees what");
    let started = Command::new("node")
        .args(["room.mjs", &link.to_string()])
        .current_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/browser"))
        .env("CHROMIUM", browser)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut node) = started else {
        eprintln!("skipped: there is no node");
        return;
    };
    let mut stdin = node.stdin.take().expect("standard input");
    let mut told = Vec::new();
    for line in BufReader::new(node.stdout.take().expect("standard output")).lines() {
        let line = line.expect("text");
        match line.strip_prefix("facilitator: ") {
            Some("vote") => {
                terminal.press("v5\r");
                terminal.wait_for("5 dots to give");
            }
            Some("reveal") => {
                terminal.press("r");
                terminal.wait_for("added to the votes");
            }
            Some("collect") => {
                terminal.press("c");
                terminal.wait_for("nobody sees what");
            }
            Some("reopen") => {
                terminal.press("X");
                terminal.wait_for("The room is closed");
                terminal.press("S");
                terminal.wait_for("▸");
                let text = terminal.text();
                let line_of =
                    |text_in_it: &str| text.lines().position(|line| line.contains(text_in_it)).expect("a line");
                let below = line_of(" 127.0.0.1 ") - line_of("▸");
                terminal.press(&format!("{}\r", "j".repeat(below)));
                terminal.wait_for("Scan the code");
                writeln!(stdin, "{}", Link::on(&terminal)).expect("node reads");
                leave_dialog(&mut terminal);
            }
            Some(other) => panic!("the facilitator cannot {other}"),
            None => told.push(line),
        }
    }
    let output = node.wait_with_output().expect("node ends");
    let faults = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{faults}\n{}", told.join("\n"), terminal.text());
    assert!(told.len() > 15, "{told:?}");
}
