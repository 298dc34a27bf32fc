//! The commands and the example map of the documents work with the real program.

use crate::cli::sandbox::Sandbox;
use crate::documents::{DocumentPage, root, spanish, translated};

/// Splits a command into words; double quotes hold a word together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for sign in command.chars() {
        match sign {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            _ => words.last_mut().expect("a word").push(sign),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Returns the arguments of a command that calls Periplo, as installed or through cargo.
fn arguments(command: &str) -> Option<Vec<String>> {
    let installed = command.strip_prefix("periplo ");
    installed.or_else(|| command.strip_prefix("cargo run --release -- ")).map(words)
}

#[test]
fn every_documented_command_is_understood() {
    let sandbox = Sandbox::new();
    let mut count = 0;
    for path in translated().into_iter().flat_map(|path| [spanish(&path), path]) {
        for command in DocumentPage::read(&path).commands {
            let Some(arguments) = arguments(&command) else { continue };
            // With --help nothing is done, but unknown commands, options and values are refused.
            let mut arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
            arguments.push("--help");
            let result = sandbox.run(&arguments);
            assert_eq!((result.code, result.stderr.as_str()), (0, ""), "{}: {command}", path.display());
            count += 1;
        }
    }
    assert!(count > 80, "only {count} commands were found");
}

#[test]
fn the_example_of_the_file_format_is_a_map() {
    for file in ["docs/file-format.md", "docs/es/file-format.md"] {
        let text = std::fs::read_to_string(root().join(file)).expect(file);
        let example = text.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
        let sandbox = Sandbox::with(&[("example.ron", example)]);
        assert_eq!(sandbox.run(&["check", "example.ron"]).code, 0, "{file}");
    }
}
