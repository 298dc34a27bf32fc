//! `periplo add`, `remove` and `move`: edits of a map without the editor.

use std::path::Path;

use super::args::{AddArgs, MoveArgs, RemoveArgs, TargetArgs};
use super::conflicts::report_conflicts;
use super::context::CommandContext;
use super::failure::Failure;
use super::merging_save::{CommentedMap, save_merging};
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::print_text;
use super::paths::{display_path, is_stdin, shell_quoted};
use super::read_map::load_map;
use crate::map::entry::Entry;
use crate::map::{Edit, EditError, JourneyMap, Place, TouchpointId};
use crate::store::Loaded;

/// A map that a command changes.
pub(super) struct EditedFile<'a> {
    path: &'a Path,
    loaded: Loaded,
    context: &'a CommandContext,
}

/// Adds a line of quick entry, and prints the id of the new touchpoint.
pub(super) fn add(arguments: &AddArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let file = EditedFile::open("add", &arguments.map, context)?;
    let at = file.place(&arguments.target)?;
    let id = context.ids().fresh(|id| file.map().find(id).is_some());
    let added = Entry::parse(&arguments.text).shortened_touchpoint(id);
    let (touchpoint, is_shortened) =
        added.map_err(|fault| Failure::CannotEdit { message: context.lang.line_fault(fault) })?;
    let done = context.lang.edit_added(&display_path(&arguments.map), &touchpoint.name, &context.lang.phase(at.phase));
    let edit = Edit::Add { at, touchpoints: vec![touchpoint] };
    let outcome = file.change(edit, arguments.dry_run, &done)?;
    if is_shortened {
        print_message(&context.lang.edit_shortened());
    }
    if !arguments.dry_run {
        print_text(&format!("{id}\n"))?;
    }
    Ok(outcome)
}

/// Removes a touchpoint.
pub(super) fn remove(arguments: &RemoveArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let file = EditedFile::open("remove", &arguments.map, context)?;
    let (id, name) = file.touchpoint(&arguments.id)?;
    let done = context.lang.edit_removed(&display_path(&arguments.map), &name);
    file.change(Edit::Delete(vec![id]), arguments.dry_run, &done)
}

/// Moves a touchpoint.
pub(super) fn move_to(arguments: &MoveArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let file = EditedFile::open("move", &arguments.map, context)?;
    let (id, name) = file.touchpoint(&arguments.id)?;
    let to = file.place(&arguments.target)?;
    if arguments.target.after.is_some() && file.map().row_in(to.phase, id).map(|row| row + 1) == Some(to.row) {
        return Err(Failure::CannotEdit { message: context.lang.edit_after_itself(&name) });
    }
    let done = context.lang.edit_moved(&display_path(&arguments.map), &name, &context.lang.phase(to.phase));
    file.change(Edit::Move { ids: vec![id], to }, arguments.dry_run, &done)
}

impl<'a> EditedFile<'a> {
    /// Reads the map; a command cannot change one on standard input.
    pub(super) fn open(
        command: &'static str,
        path: &'a Path,
        context: &'a CommandContext,
    ) -> Result<EditedFile<'a>, Failure> {
        if is_stdin(path) {
            let message = "MAP needs the file of a map, not standard input (-)".to_owned();
            return Err(Failure::WrongUse { command, message });
        }
        Ok(EditedFile { path, loaded: load_map(path, context)?, context })
    }

    /// Returns the map as it was read.
    pub(super) fn map(&self) -> &JourneyMap {
        &self.loaded.map
    }

    /// Returns the id and the name of the touchpoint with an id as it was typed.
    pub(super) fn touchpoint(&self, typed: &str) -> Result<(TouchpointId, String), Failure> {
        let found = typed.trim().parse().ok().and_then(|id| self.map().touchpoint(id));
        let found = found.map(|touchpoint| (touchpoint.id, touchpoint.name.to_string()));
        found.ok_or_else(|| {
            let file = display_path(self.path);
            Failure::CannotEdit { message: self.context.lang.edit_unknown_id(&file, typed, &shell_quoted(&file)) }
        })
    }

    /// Returns the place that the options name.
    fn place(&self, target: &TargetArgs) -> Result<Place, Failure> {
        let phase = target.phase;
        let Some(typed) = &target.after else {
            return Ok(Place::new(phase, if target.first { 0 } else { self.map().phase(phase).len() }));
        };
        let (id, name) = self.touchpoint(typed)?;
        let lang = &self.context.lang;
        let row = self.map().row_in(phase, id);
        let row =
            row.ok_or_else(|| Failure::CannotEdit { message: lang.edit_other_phase(&name, &lang.phase(phase)) })?;
        Ok(Place::new(phase, row + 1))
    }

    /// Makes an edit and saves the map, together with what others saved meanwhile. `done` says what was done.
    pub(super) fn change(&self, edit: Edit, is_dry_run: bool, done: &str) -> Result<Outcome, Failure> {
        let lang = &self.context.lang;
        let file = display_path(self.path);
        let read = CommentedMap { map: self.loaded.map.clone(), comments: self.loaded.comments.clone() };
        let mut changed = read.clone();
        match changed.map.apply(edit) {
            Ok(_) => {}
            Err(EditError::NoChange) => {
                print_message(&lang.import_unchanged(&file));
                return Ok(Outcome::Done);
            }
            Err(EditError::TooManyTouchpoints) => {
                return Err(Failure::CannotEdit { message: lang.edit_map_full(&file) });
            }
            Err(EditError::UnknownId(id) | EditError::DuplicateId(id)) => {
                let message = lang.edit_unknown_id(&file, &id.to_string(), &shell_quoted(&file));
                return Err(Failure::CannotEdit { message });
            }
        }
        if is_dry_run {
            print_message(&lang.edit_dry_run(done));
            return Ok(Outcome::Done);
        }
        let conflicts = save_merging(self.path, (&read, self.loaded.fingerprint), changed, self.context)?;
        if conflicts.is_empty() {
            print_message(done);
        }
        report_conflicts(&conflicts, &[], lang);
        Ok(if conflicts.is_empty() { Outcome::Done } else { Outcome::HasFindings })
    }
}
