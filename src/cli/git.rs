//! `periplo git setup`: has git merge maps with `periplo merge`.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::args::GitArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::{print_text, write_failure};
use super::paths::display_path;
use crate::store::disk::{self, IfExists};
use crate::store::{OpenError, SaveError};

/// The setting of git that names the command for merging, and its value.
const DRIVER: (&str, &str) = ("merge.periplo.driver", "periplo merge %O %A %B");
/// The line of `.gitattributes` that has maps merged with that command.
const ATTRIBUTE: &str = "*.ron merge=periplo";
const ATTRIBUTES_FILE: &str = ".gitattributes";

/// Runs a command about git.
pub(super) fn git(command: GitArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    match command {
        GitArgs::Setup { yes } => setup(yes, context),
    }
}

/// What the repository lacks.
struct Missing {
    driver: bool,
    attribute: bool,
}

/// Shows what is missing in the repository, asks, and writes it.
fn setup(yes: bool, context: &CommandContext) -> Result<Outcome, Failure> {
    let lang = &context.lang;
    let folder = work_tree()?;
    let missing = Missing { driver: !has_driver(&folder)?, attribute: !has_attribute(&folder)? };
    if !missing.driver && !missing.attribute {
        print_text(&format!("{}\n", lang.git_is_set_up(&display_path(&folder))))?;
        return Ok(Outcome::Done);
    }
    let attributes = folder.join(ATTRIBUTES_FILE);
    let mut text = format!("{}\n", lang.git_will_write(&display_path(&folder)));
    let (key, value) = DRIVER;
    if missing.driver {
        text += &format!("  git config {key} \"{value}\"\n");
    }
    if missing.attribute {
        text += &format!("  {}: {ATTRIBUTE}\n", display_path(&attributes));
    }
    print_text(&text)?;
    if !yes && !is_confirmed(context) {
        print_message(&lang.git_nothing_written());
        return Ok(Outcome::HasFindings);
    }
    if missing.driver {
        let output = run(&folder, &["config", "--local", key, value])?;
        if !output.status.success() {
            return Err(Failure::GitFailed { message: first_line(&output.stderr) });
        }
    }
    if missing.attribute {
        add_attribute(&attributes, context)?;
    }
    print_text(&format!("{}\n", if missing.attribute { lang.git_done_commit() } else { lang.git_done() }))?;
    Ok(Outcome::Done)
}

/// Returns the folder of the repository that this folder is in.
fn work_tree() -> Result<PathBuf, Failure> {
    let output = run(Path::new("."), &["rev-parse", "--show-toplevel"])?;
    let message = first_line(&output.stderr);
    if !output.status.success() {
        let is_outside = message.contains("not a git repository") || message.contains("must be run in a work tree");
        return Err(if is_outside { Failure::NoRepository } else { Failure::GitFailed { message } });
    }
    Ok(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim_end_matches(['\r', '\n'])))
}

fn has_driver(folder: &Path) -> Result<bool, Failure> {
    let (key, value) = DRIVER;
    let found = run(folder, &["config", "--get", key])?.stdout;
    // A path in front of the program's name, for example, is the user's choice.
    let arguments = value.trim_start_matches("periplo");
    Ok(String::from_utf8_lossy(&found).trim().ends_with(arguments))
}

fn has_attribute(folder: &Path) -> Result<bool, Failure> {
    let found = run(folder, &["check-attr", "merge", "--", "map.ron"])?.stdout;
    Ok(String::from_utf8_lossy(&found).trim().ends_with(": periplo"))
}

/// Adds the line at the end of the file, which is created if it is missing.
fn add_attribute(path: &Path, context: &CommandContext) -> Result<(), Failure> {
    let found = disk::read_bytes(path);
    let (content, if_exists) = match found {
        Ok(content) => (content, context.if_exists(true)),
        Err(OpenError::NotFound) => (Vec::new(), IfExists::Refuse),
        Err(error) => return Err(Failure::Open { path: path.to_owned(), error }),
    };
    let line_end = if content.windows(2).any(|end| end == b"\r\n") { "\r\n" } else { "\n" };
    let is_open = content.last().is_some_and(|&last| last != b'\n');
    let line = format!("{}{ATTRIBUTE}{line_end}", if is_open { line_end } else { "" });
    let written = disk::write_file(path, &[content, line.into_bytes()].concat(), if_exists);
    written.map_err(|error: SaveError| write_failure(path, error))
}

/// Asks whether to write. Without a terminal, nobody can answer.
fn is_confirmed(context: &CommandContext) -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    let mut error = io::stderr().lock();
    // Without standard error, the question cannot be seen, and nobody answers yes.
    let _ = write!(error, "{} ", context.lang.git_ask()).and_then(|()| error.flush());
    let mut answer = String::new();
    // An answer that cannot be read is no yes.
    let is_read = io::stdin().lock().read_line(&mut answer).is_ok();
    is_read && ["y", "yes", "s", "si", "sí"].contains(&answer.trim().to_lowercase().as_str())
}

/// Runs git in a folder. Its messages are in English, so that they can be recognised.
fn run(folder: &Path, arguments: &[&str]) -> Result<Output, Failure> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).env("LC_ALL", "C").stdin(Stdio::null());
    command.output().map_err(|error| {
        if error.kind() == io::ErrorKind::NotFound {
            Failure::NoGit
        } else {
            Failure::GitFailed { message: error.to_string() }
        }
    })
}

fn first_line(text: &[u8]) -> String {
    String::from_utf8_lossy(text).lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned()
}
