//! Starts the user's text editor on a file, at a line.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};

use crate::app::model::unreadable::EditFault;

/// Starts a text editor on a file. `editor` is a shell command with arguments, as in `EDITOR`.
pub(super) fn start(editor: &OsStr, path: &Path, line: Option<usize>) -> io::Result<Child> {
    command(editor).args(arguments(editor, path, line)).spawn()
}

/// Waits until the user closes the text editor.
pub(super) fn wait(mut child: Child, editor: &OsStr) -> Result<(), EditFault> {
    let editor = name(editor);
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) if !is_missing(status) => Err(EditFault::Failed { editor, code: status.code() }),
        Ok(_) | Err(_) => Err(EditFault::NotStarted { editor }),
    }
}

/// Returns true if the shell found no such program (127), or may not run it (126).
fn is_missing(status: ExitStatus) -> bool {
    cfg!(unix) && matches!(status.code(), Some(126 | 127))
}

/// Returns the name of the program that a command starts: `vim` for `"/usr/bin/vim" -p`.
pub fn name(editor: &OsStr) -> String {
    let command = editor.to_string_lossy();
    let first = words(&command).into_iter().next().unwrap_or_default();
    let file = first.rsplit(['/', '\\']).next().unwrap_or_default();
    file.strip_suffix(".exe").unwrap_or(file).to_owned()
}

/// Returns the arguments that open a file at a line. For an unknown text editor this is only the file.
pub fn arguments(editor: &OsStr, path: &Path, line: Option<usize>) -> Vec<OsString> {
    let mut file = path.as_os_str().to_owned();
    if file.as_encoded_bytes().starts_with(b"-") {
        file = Path::new(".").join(path).into_os_string();
    }
    let Some(line) = line else { return vec![file] };
    let at_line = |mut file: OsString| {
        file.push(format!(":{line}"));
        file
    };
    match name(editor).as_str() {
        "vi" | "vim" | "nvim" | "gvim" | "nano" | "emacs" | "emacsclient" | "kak" | "micro" | "joe"
        | "sensible-editor" => vec![format!("+{line}").into(), file],
        "hx" | "helix" | "subl" | "zed" => vec![at_line(file)],
        "code" | "codium" => vec!["--goto".into(), at_line(file)],
        _ => vec![file],
    }
}

/// Returns the command without the file. A shell splits it into words.
#[cfg(unix)]
fn command(editor: &OsStr) -> Command {
    let mut script = OsString::from("exec ");
    script.push(editor);
    script.push(" \"$@\"");
    let mut command = Command::new("sh");
    command.arg("-c").arg(script).arg(editor);
    command
}

/// Returns the command without the file.
#[cfg(not(unix))]
fn command(editor: &OsStr) -> Command {
    let mut words = words(&editor.to_string_lossy()).into_iter();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}

/// Splits a command into words. Quotation marks keep blanks inside a word.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut rest = command.chars();
    while let Some(c) = rest.next() {
        match quote {
            Some(mark) if c == mark => quote = None,
            Some(_) => word.get_or_insert_default().push(c),
            None if c == '\\' && cfg!(unix) => word.get_or_insert_default().extend(rest.next()),
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            None => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}
