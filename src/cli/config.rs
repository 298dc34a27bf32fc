//! `periplo config`: the configuration files, the settings and keys in force, and errors.

use std::path::{Path, PathBuf};

use super::args::ConfigArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::messages::open_error_message;
use super::outcome::Outcome;
use super::output::print_text;
use super::paths::display_path;
use super::preferences::Origin;
use crate::app::input::{keys_text, remap};
use crate::app::model::keymap::Keymap;
use crate::lang::{Lang, Language};
use crate::store::config::{self, Density, ThemeName};
use crate::store::{OpenError, disk, keys};

/// The values of a setting that is on or off.
const BOOLEANS: [&str; 2] = ["true", "false"];

/// Runs a command about the configuration.
pub(super) fn config(command: ConfigArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    match command {
        ConfigArgs::Path => {
            let paths = [file(context, config::FILE_NAME)?, file(context, keys::FILE_NAME)?];
            print_text(&format!("{}\n", paths.map(|path| display_path(&path)).join("\n")))?;
        }
        ConfigArgs::Show => {
            context.report_configuration();
            let path = file(context, config::FILE_NAME)?;
            print_text(&settings_text(context, &display_path(&path)))?;
        }
        ConfigArgs::Keys => {
            let (keymap, error) = load_keymap(context.configuration_folder.as_deref());
            if let Some(error) = &error {
                context.report_configuration_error(keys::FILE_NAME, error);
            }
            print_text(&keys_text::text(&context.lang, &keymap))?;
        }
        ConfigArgs::Check => return check(context),
    }
    Ok(Outcome::Done)
}

/// Loads the keys in force, and what is wrong with `keys.ron`, if anything.
pub(super) fn load_keymap(folder: Option<&Path>) -> (Keymap, Option<OpenError>) {
    match folder.map(|folder| disk::read_settings_text(&folder.join(keys::FILE_NAME))) {
        None => (Keymap::default(), None),
        Some(Err(error)) => (Keymap::default(), Some(error)),
        Some(Ok(text)) => {
            let (keymap, faults) = remap::remapped(&text);
            (keymap, (!faults.is_empty()).then_some(OpenError::Invalid { text, faults }))
        }
    }
}

/// Returns a sentence that names the configuration files with errors, if there are any.
pub(super) fn configuration_warning(context: &CommandContext, keys_error: Option<&OpenError>) -> Option<String> {
    let errors = [(config::FILE_NAME, context.configuration_error.as_ref()), (keys::FILE_NAME, keys_error)];
    let files: Vec<&str> = errors.into_iter().filter_map(|(name, error)| error.map(|_| name)).collect();
    (!files.is_empty()).then(|| context.lang.configuration_faulty(&files))
}

fn check(context: &CommandContext) -> Result<Outcome, Failure> {
    let (_, keys_error) = load_keymap(context.configuration_folder.as_deref());
    let errors = [(config::FILE_NAME, context.configuration_error.as_ref()), (keys::FILE_NAME, keys_error.as_ref())];
    let mut outcome = Outcome::Done;
    let mut messages = Vec::new();
    for (name, error) in errors {
        let path = file(context, name)?;
        let shown = display_path(&path);
        messages.push(match error {
            Some(error) => {
                outcome = Outcome::HasFindings;
                open_error_message(&context.lang, &shown, error, context.colour)
            }
            None if disk::path_exists(&path) => context.lang.configuration_valid(&shown),
            None => context.lang.configuration_missing(&shown),
        });
    }
    // An error message can have several lines, so an empty line follows it.
    let separator = if outcome == Outcome::Done { "\n" } else { "\n\n" };
    print_text(&format!("{}\n", messages.join(separator)))?;
    Ok(outcome)
}

fn file(context: &CommandContext, name: &str) -> Result<PathBuf, Failure> {
    context.configuration_file(name).ok_or(Failure::NoConfigurationFolder)
}

/// Returns the settings in force in the format of `config.ron`. Comments explain each setting and its origin.
fn settings_text(context: &CommandContext, path: &str) -> String {
    let (lang, preferences) = (&context.lang, &context.preferences);
    let (theme, density) = (preferences.theme, preferences.density);
    let quoted = |word: &str| format!("\"{word}\"");
    let choices = |words: &[&str]| lang.one_of(words);
    let origin = |origin: Origin| origin_text(lang, origin);
    let lines = [
        (
            lang.setting_language(&choices(&Language::ALL.map(Language::code)), &origin(preferences.language.origin)),
            format!("language: {}", quoted(preferences.language.value.code())),
        ),
        (
            lang.setting_theme(&choices(ThemeName::KEYS), &origin(theme.origin)),
            format!("theme: {}", quoted(theme.value.key())),
        ),
        (
            lang.setting_ascii(&choices(&BOOLEANS), &origin(preferences.ascii.origin)),
            format!("ascii: {}", preferences.ascii.value),
        ),
        (
            lang.setting_mouse(&choices(&BOOLEANS), &origin(preferences.mouse.origin)),
            format!("mouse: {}", preferences.mouse.value),
        ),
        (
            lang.setting_density(&choices(Density::KEYS), &origin(density.origin)),
            format!("density: {}", quoted(density.value.key())),
        ),
        (
            lang.setting_start_screen(&choices(&BOOLEANS), &origin(preferences.start_screen.origin)),
            format!("start_screen: {}", preferences.start_screen.value),
        ),
        (
            lang.setting_title(&choices(&BOOLEANS), &origin(preferences.title.origin)),
            format!("title: {}", preferences.title.value),
        ),
        (
            lang.setting_live(&choices(&BOOLEANS), &origin(preferences.live.origin)),
            format!("live: {}", preferences.live.value),
        ),
        (
            lang.setting_escape_time(&origin(preferences.escape_time.origin)),
            format!("escape_time: {}", preferences.escape_time.value.as_millis()),
        ),
    ];
    let about = lang.about_settings(path).lines().map(|line| format!("// {line}\n")).collect::<String>();
    let lines = lines.map(|(about, line)| format!("    // {about}\n    {line},\n")).concat();
    format!("{about}(\n{lines})\n")
}

fn origin_text(lang: &Lang, origin: Origin) -> String {
    match origin {
        Origin::Argument => lang.origin_argument(),
        Origin::File => lang.origin_file(),
        Origin::Environment => lang.origin_environment(),
        Origin::Default => lang.origin_default(),
    }
}
