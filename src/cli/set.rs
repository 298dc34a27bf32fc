//! `periplo set`: changes fields of a touchpoint.

use std::collections::HashSet;
use std::io::{self, Read};

use super::args::SetArgs;
use super::context::CommandContext;
use super::edit::EditedFile;
use super::failure::Failure;
use super::outcome::Outcome;
use super::paths::display_path;
use crate::exchange::import::cell;
use crate::exchange::import::vocabulary::Vocabulary;
use crate::lang::Lang;
use crate::map::field::{Field, TOUCHPOINT};
use crate::map::{Edit, Touchpoint};
use crate::store::suggestion::suggest;

/// The value that stands for standard input.
const STDIN: &str = "@-";
/// The most bytes that are read from standard input; no field holds more.
const STDIN_LIMIT: u64 = 1 << 20;

/// Sets all fields at once, or none if there is a fault.
pub(super) fn set(arguments: &SetArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let lang = &context.lang;
    let mut given = Vec::new();
    let mut seen = HashSet::new();
    for typed in &arguments.values {
        let (name, value) = typed.split_once('=').ok_or_else(|| fault(lang.edit_no_sign(typed)))?;
        let field = field(name.trim(), lang)?;
        if !seen.insert(field.key) {
            return Err(fault(lang.edit_field_twice(name.trim())));
        }
        given.push((name.trim(), field, value));
    }
    if given.iter().filter(|(_, _, value)| *value == STDIN).count() > 1 {
        let message = "standard input holds one value; write the others as FIELD=VALUE".to_owned();
        return Err(Failure::WrongUse { command: "set", message });
    }
    let file = EditedFile::open("set", &arguments.map, context)?;
    let (id, name) = file.touchpoint(&arguments.id)?;
    let mut changed = file.map().touchpoint(id).map(|touchpoint| Touchpoint::clone(touchpoint)).unwrap_or_default();
    let words = Vocabulary::new(lang);
    for (name, field, value) in given {
        let value = if value == STDIN { standard_input(lang)? } else { value.to_owned() };
        let value =
            cell::value(field.kind, &value, &words).map_err(|error| fault(error.message(name, &value, lang)))?;
        field.set(&mut changed, value);
    }
    let is_first = file.map().find(id).is_some_and(|place| place.row == 0);
    if changed.with_previous && is_first {
        return Err(fault(lang.edit_first_of_phase(&name)));
    }
    let done = lang.edit_set(&display_path(&arguments.map), &name);
    file.change(Edit::Replace(vec![changed]), arguments.dry_run, &done)
}

fn fault(message: String) -> Failure {
    Failure::CannotEdit { message }
}

/// Returns the field with a name as in the inventory or in map files.
fn field(name: &str, lang: &Lang) -> Result<&'static Field<Touchpoint>, Failure> {
    let found = TOUCHPOINT.iter().find(|field| field.column == Some(name) || field.key == name);
    found.ok_or_else(|| {
        let known: Vec<_> = TOUCHPOINT.iter().map(|field| field.key).collect();
        fault(match suggest(name, &known) {
            Some(near) => lang.edit_near_field(name, near),
            None => lang.edit_no_field(name, &known.join(", ")),
        })
    })
}

/// Returns the text on standard input, without the line end behind it.
fn standard_input(lang: &Lang) -> Result<String, Failure> {
    let mut text = String::new();
    let read = io::stdin().lock().take(STDIN_LIMIT).read_to_string(&mut text);
    read.map_err(|error| fault(lang.edit_no_stdin(&error.to_string())))?;
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}
