//! Recognises a first word that is probably a mistyped command.

use std::ffi::OsString;
use std::path::Path;

use clap::Command;

use crate::store::disk;
use crate::store::suggestion::suggest;

/// A word that is near the name of a command.
pub(super) struct MistypedCommand<'a> {
    pub word: &'a str,
    /// The command that was probably meant.
    pub meant: &'a str,
}

/// Returns the first word of the arguments if it is near the name of a command, and neither a command, nor a file, nor a
/// path like `./chekc` or `chekc.ron`.
pub(super) fn mistyped_command<'a>(given: &'a [OsString], program: &'a Command) -> Option<MistypedCommand<'a>> {
    // Shorter words are near too many others: `map` is no mistyped `man`.
    let word = first_word(given, program).filter(|word| word.chars().count() > 3)?;
    let names: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
    let is_path = word.contains(['/', '\\', '.']) || disk::path_exists(Path::new(word));
    if is_path || names.contains(&word) {
        return None;
    }
    suggest(word, &names).map(|meant| MistypedCommand { word, meant })
}

/// Returns the first argument that is neither an option nor the value of one.
fn first_word<'a>(given: &'a [OsString], program: &Command) -> Option<&'a str> {
    let mut arguments = given.iter().skip(1);
    while let Some(argument) = arguments.next() {
        let argument = argument.to_str()?;
        if argument == "--" {
            return None;
        }
        let Some(option) = argument.strip_prefix('-') else { return Some(argument) };
        let name = option.strip_prefix('-')?;
        let takes_value = |arg: &clap::Arg| arg.get_long() == Some(name) && arg.get_action().takes_values();
        if program.get_arguments().any(takes_value) {
            arguments.next();
        }
    }
    None
}
