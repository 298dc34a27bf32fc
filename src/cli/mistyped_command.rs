//! Recognises a first word that was meant as a command and is none.

use std::ffi::OsString;
use std::path::Path;

use clap::Command;

use crate::map::text::fold;
use crate::store::disk;
use crate::store::suggestion::suggest;

/// Words that people try, in English and Spanish, each with what it probably means.
const OTHER_WORDS: [(&[&str], &str); 12] = [
    (&["open", "edit", "abrir", "editar"], "periplo FILE"),
    (&["review", "validate", "lint", "revisar", "revision", "comprobar", "validar"], "check"),
    (&["stats", "statistics", "show", "estadisticas", "embudo", "ver"], "funnel"),
    (&["create", "init", "nuevo", "crear"], "new"),
    (&["lista", "listar"], "list"),
    (&["anadir", "agregar"], "add"),
    (&["delete", "quitar", "borrar"], "remove"),
    (&["mover"], "move"),
    (&["compare", "comparar", "diferencias"], "diff"),
    (&["fusionar", "combinar"], "merge"),
    (&["versions", "restore", "versiones", "copias", "recuperar"], "backups"),
    (&["ayuda"], "--help"),
];

/// A word that was meant as a command and is none.
pub(super) struct MistypedCommand<'a> {
    pub word: &'a str,
    /// What was probably meant, if anything is near.
    pub meant: Option<&'a str>,
}

/// Returns the first word of the arguments if it was meant as a command and is none: it is near the name of one, or other
/// words follow it. A file and a path like `./chekc` or `chekc.ron` are no such words.
pub(super) fn mistyped_command<'a>(given: &'a [OsString], program: &'a Command) -> Option<MistypedCommand<'a>> {
    let mut words = Words { arguments: given.get(1..)?, program };
    let word = words.next()?;
    let names: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
    let is_file = || disk::path_exists(Path::new(word)) || disk::path_exists(&Path::new(word).with_extension("ron"));
    if word.contains(['/', '\\', '.']) || names.contains(&word) || is_file() {
        return None;
    }
    let folded = fold(word);
    let other = OTHER_WORDS.iter().find(|(words, _)| words.contains(&folded.as_str())).map(|(_, meant)| *meant);
    // Shorter words are near too many others: `map` is no mistyped `man`.
    let near = || suggest(word, &names).filter(|_| word.chars().count() > 3);
    let meant = other.or_else(near);
    (meant.is_some() || words.next().is_some()).then_some(MistypedCommand { word, meant })
}

/// The arguments that are neither options nor values of options.
struct Words<'a> {
    arguments: &'a [OsString],
    program: &'a Command,
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            let (argument, rest) = self.arguments.split_first()?;
            self.arguments = rest;
            let argument = argument.to_str()?;
            let Some(option) = argument.strip_prefix('-') else { return Some(argument) };
            // What follows `--` is a file.
            let name = option.strip_prefix('-').filter(|name| !name.is_empty())?;
            let takes_value = |arg: &clap::Arg| arg.get_long() == Some(name) && arg.get_action().takes_values();
            if self.program.get_arguments().any(takes_value) {
                self.arguments = rest.get(1..)?;
            }
        }
    }
}
