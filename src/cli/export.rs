//! `periplo export`: a map in another format.

use super::args::ExportArgs;
use super::argument_checks::{
    check_can_write, check_no_terminal, check_not_an_input, check_table_options, format_of_file_name,
};
use super::context::CommandContext;
use super::failure::Failure;
use super::funnel::funnel_beginning_at;
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::{print_result, table_reader, write_result};
use super::paths::{display_path, is_stdout};
use super::read_map::read_map;
use crate::exchange::{DOCUMENTS, DocumentSource, FormulaGuard, TableOptions};
use crate::store::disk;

/// Exports a map, and warns about everything that the format cannot hold.
pub(super) fn export(arguments: &ExportArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let mut format = arguments.format;
    if let Some(path) = arguments.output.as_deref().filter(|path| !is_stdout(path)) {
        check_not_an_input("export", path, std::slice::from_ref(&arguments.file))?;
        if format.is_none() {
            format = format_of_file_name("export", path, DOCUMENTS)?;
        }
        if !disk::is_pipe_or_terminal(path) {
            check_can_write(path, arguments.force)?;
        }
    }
    let Some(format) = format else {
        let message = "the name of --output says no format; choose one with --format".to_owned();
        return Err(Failure::WrongUse { command: "export", message });
    };
    let table_options = [(arguments.no_guard, "--no-guard"), (arguments.machine, "--machine")];
    check_table_options("export", &table_options, format, DOCUMENTS)?;
    if arguments.from.is_some() && !format.has_funnel {
        let message = format!("--from is for formats that show the funnel, and this is {}; leave it out", format.name);
        return Err(Failure::WrongUse { command: "export", message });
    }
    let map = read_map(&arguments.file, context)?;
    let begin = funnel_beginning_at(&map, arguments.from)?.begin;
    let file = display_path(&arguments.file);
    let table = TableOptions {
        reader: table_reader(arguments.output.as_deref(), arguments.machine),
        guard: FormulaGuard::unless(arguments.no_guard),
    };
    let source = DocumentSource { map: &map, begin, file: &file, lang: &context.lang, table };
    let document = (format.convert)(&source).map_err(Failure::CannotExport)?;
    match &arguments.output {
        Some(path) => write_result(path, &document.bytes, context.if_exists(arguments.force))?,
        None => {
            if str::from_utf8(&document.bytes).is_err() {
                check_no_terminal("export")?;
            }
            print_result(&document.bytes)?;
        }
    }
    for omission in &document.omissions {
        print_message(&context.lang.cli_warning(omission));
    }
    Ok(Outcome::Done)
}
