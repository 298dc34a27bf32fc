//! `periplo man`: one manual page for all commands.

use std::io;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::args::ProgramArgs;
use super::failure::Failure;
use super::outcome::Outcome;
use super::output::print_result;

/// Prints the manual page.
pub(super) fn man() -> Result<Outcome, Failure> {
    print_result(&page().map_err(Failure::CannotWriteResult)?)?;
    Ok(Outcome::Done)
}

fn page() -> io::Result<Vec<u8>> {
    let mut command = ProgramArgs::command();
    command.build();
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    page.extend_from_slice(b".SH COMMANDS\n");
    for subcommand in command.get_subcommands() {
        render_subcommand(subcommand.clone(), &mut page)?;
        for command in subcommand.get_subcommands().filter(|command| command.get_name() != "help") {
            render_subcommand(command.clone(), &mut page)?;
        }
    }
    let mut notes = Vec::new();
    man.render_extra_section(&mut notes)?;
    page.extend_from_slice(String::from_utf8_lossy(&notes).replacen(".SH EXTRA", ".SH NOTES", 1).as_bytes());
    man.render_version_section(&mut page)?;
    Ok(page)
}

/// Renders a subcommand, without the options that every command has: they are listed once for the program.
fn render_subcommand(command: Command, page: &mut Vec<u8>) -> io::Result<()> {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ");
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    page.extend_from_slice(format!(".SS {usage}\n{about}.\n").as_bytes());
    let without_common = command.mut_args(|argument| {
        let is_common = argument.is_global_set() || argument.get_id() == "help";
        argument.hide(is_common)
    });
    let mut options = Vec::new();
    Man::new(without_common).render_options_section(&mut options)?;
    let options = String::from_utf8_lossy(&options);
    let lines = options.lines().filter(|line| !line.starts_with(".SH"));
    lines.for_each(|line| page.extend_from_slice(format!("{line}\n").as_bytes()));
    Ok(())
}
