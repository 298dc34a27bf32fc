//! `periplo actions`: what will be done about the touchpoints of files and folders, by owner and date.

use std::ops::ControlFlow::Continue;
use std::time::UNIX_EPOCH;

use super::args::ActionsArgs;
use super::argument_checks::{
    check_can_write, check_no_terminal, check_not_an_input, check_table_options, format_of_file_name,
};
use super::context::CommandContext;
use super::failure::Failure;
use super::find_maps::find_maps;
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::{table_reader, write_result};
use super::paths::is_stdout;
use super::read_maps::MapFiles;
use crate::exchange::actions::{ActionFilter, ActionReport, planned_actions, sort};
use crate::exchange::terminal_text::ColourMode;
use crate::exchange::{ACTIONS, FormulaGuard, TableOptions, TextLayout};
use crate::store::disk;

/// Writes the actions of all maps that can be read, and reports the others on standard error. Only the actions are kept in
/// memory, however many maps there are.
pub(super) fn actions(arguments: &ActionsArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let found = find_maps(&arguments.paths);
    let mut format = arguments.format;
    let output = arguments.output.as_deref().filter(|path| !is_stdout(path));
    if let Some(path) = output {
        check_not_an_input("actions", path, &found.files)?;
        if format.is_none() {
            format = format_of_file_name("actions", path, ACTIONS)?;
        }
        if !disk::is_pipe_or_terminal(path) {
            check_can_write(path, arguments.force)?;
            disk::remove_leftovers(path, context.now);
        }
    }
    let format = format.unwrap_or(&ACTIONS[0]);
    let table_options = [(arguments.no_guard, "--no-guard"), (arguments.machine, "--machine")];
    check_table_options("actions", &table_options, format, ACTIONS)?;
    if !format.convert.is_text && output.is_none() {
        check_no_terminal("actions")?;
    }
    found.failures.iter().for_each(|failure| failure.report(context));
    let filter = ActionFilter { owner: arguments.owner.clone(), due_before: arguments.due_before };
    let files = MapFiles { files: &found.files, prints_result: output.is_none(), context };
    let mut actions = Vec::new();
    let mut map_count = 0;
    let unread_count = files.read(
        |file, map| planned_actions(file, map, &filter),
        |mut of_map| {
            map_count += 1;
            actions.append(&mut of_map);
            Ok(Continue(()))
        },
    )?;
    // If no map can be read, no file is replaced by an empty one.
    if map_count > 0 {
        sort(&mut actions);
        let layout = context.text_layout();
        let colour = if output.is_some() { ColourMode::Plain } else { layout.colour };
        let reader = table_reader(output, arguments.machine);
        let report = ActionReport {
            actions: &actions,
            today: arguments.today.or_else(|| context.today()),
            written: context.now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
            layout: TextLayout { colour, ..layout },
            table: TableOptions { reader, guard: FormulaGuard::unless(arguments.no_guard) },
        };
        let export = (format.convert.render)(&report).map_err(Failure::CannotExport)?;
        let path = output.unwrap_or_else(|| "-".as_ref());
        write_result(path, &export.bytes, context.if_exists(arguments.force))?;
        export.omissions.iter().for_each(|omission| print_message(&context.lang.cli_warning(omission)));
    }
    Ok(if unread_count + found.failures.len() > 0 { Outcome::Incomplete } else { Outcome::Done })
}
