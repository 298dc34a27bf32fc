//! Commands in a pseudo-terminal: refusals to open the editor, line widths and colours.

use std::io::Read;

use crate::cli::sandbox::Sandbox;
use periplo::map::width::width;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// Runs the program in a terminal with this many columns. Returns what it wrote and the exit code.
fn at_terminal(
    sandbox: &Sandbox,
    columns: u16,
    term: &str,
    variables: &[(&str, &str)],
    arguments: &[&str],
) -> (String, u32) {
    let size = PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(sandbox.command().get_program());
    command.env_clear();
    command.env("HOME", sandbox.path());
    command.env("TERM", term);
    for (name, value) in variables {
        command.env(name, value);
    }
    command.args(arguments);
    command.cwd(sandbox.path());
    let mut child = pair.slave.spawn_command(command).expect("the program");
    drop(pair.slave);
    let mut bytes = Vec::new();
    // Linux reports the end of the terminal as an error, after everything was read.
    let _ = pair.master.try_clone_reader().expect("a reader").read_to_end(&mut bytes);
    let status = child.wait().expect("an end");
    (String::from_utf8_lossy(&bytes).replace("\r\n", "\n"), status.exit_code())
}

fn sandbox() -> Sandbox {
    Sandbox::with(&[
        ("shop.ron", include_str!("../../exchange/shop.ron")),
        ("b2b.ron", include_str!("../../exchange/b2b.ron")),
    ])
}

#[test]
fn the_editor_refuses_a_dumb_terminal_before_it_draws() {
    let (screen, code) = at_terminal(&sandbox(), 80, "dumb", &[], &["shop.ron"]);
    assert_eq!(code, 2);
    assert!(screen.contains("TERM=dumb") && !screen.contains('\x1b'), "{screen}");
}

#[test]
fn a_new_file_needs_its_folder() {
    let sandbox = sandbox();
    let (screen, code) = at_terminal(&sandbox, 80, "xterm", &[], &["--lang", "es", "no/shop.ron"]);
    assert_eq!(code, 1);
    assert!(screen.contains("no existe la carpeta no"), "{screen}");
}

#[test]
fn a_funnel_fits_the_terminals_width() {
    let sandbox = sandbox();
    for columns in [44, 60, 80, 120, 300] {
        for file in ["shop.ron", "b2b.ron"] {
            let arguments = ["--color", "never", "funnel", file];
            let (screen, code) = at_terminal(&sandbox, columns, "xterm", &[], &arguments);
            assert_eq!(code, 0);
            for line in screen.lines() {
                assert!(width(line) <= usize::from(columns), "{columns}: {line}");
            }
            assert!(screen.contains("biggest loss"), "{screen}");
        }
    }
}

#[test]
fn a_terminal_gets_colours_unless_they_are_turned_off() {
    let sandbox = sandbox();
    let coloured = |term: &str, variables: &[(&str, &str)], arguments: &[&str]| {
        at_terminal(&sandbox, 80, term, variables, &[arguments, &["funnel", "shop.ron"]].concat()).0.contains('\x1b')
    };
    assert!(coloured("xterm", &[], &[]));
    assert!(coloured("xterm", &[("NO_COLOR", "")], &[]));
    assert!(!coloured("xterm", &[("NO_COLOR", "1")], &[]));
    assert!(coloured("xterm", &[("NO_COLOR", "1")], &["--color", "always"]));
    assert!(!coloured("xterm", &[], &["--color", "never"]));
    assert!(!coloured("dumb", &[], &[]));
}

#[test]
fn the_help_follows_the_colour_option() {
    let sandbox = sandbox();
    let help = |arguments: &[&str]| at_terminal(&sandbox, 80, "xterm", &[], &[arguments, &["--help"]].concat()).0;
    assert!(help(&[]).contains('\x1b'));
    assert!(!help(&["--color=never"]).contains('\x1b'));
    assert!(!help(&["--color", "never"]).contains('\x1b'));
}
