//! `periplo config`: where the configuration is, what holds of it, and what is wrong with it.

use std::path::{Path, PathBuf};

use super::Outcome;
use super::args::ConfigCommand;
use super::failure::{Failure, refused};
use super::output::print;
use super::preferences::Origin;
use super::setting::Setting;
use super::source::label;
use crate::app::input::{keys_text as text, remap};
use crate::app::model::keymap::Keymap;
use crate::lang::{Lang, Language};
use crate::store::config::{self, Density, ThemeName};
use crate::store::{OpenError, disk, keys};

/// The words of a setting that is on or off.
const SWITCH: [&str; 2] = ["true", "false"];

/// Answers what is asked of the configuration.
pub fn config(command: ConfigCommand, setting: &Setting) -> Result<Outcome, Failure> {
    match command {
        ConfigCommand::Path => {
            let paths = [file(setting, config::FILE_NAME)?, file(setting, keys::FILE_NAME)?];
            print(format!("{}\n", paths.map(|path| label(&path)).join("\n")).as_bytes())?;
        }
        ConfigCommand::Show => {
            setting.report_configuration();
            let path = file(setting, config::FILE_NAME)?;
            print(settings(setting, &label(&path)).as_bytes())?;
        }
        ConfigCommand::Keys => {
            let (keymap, error) = keymap(setting.configuration_folder.as_deref());
            if let Some(error) = &error {
                setting.report_fault(keys::FILE_NAME, error);
            }
            print(text::text(&setting.lang, &keymap).as_bytes())?;
        }
        ConfigCommand::Check => return check(setting),
    }
    Ok(Outcome::Done)
}

/// The keys that hold, and what is wrong with those in the configuration.
pub fn keymap(folder: Option<&Path>) -> (Keymap, Option<OpenError>) {
    match folder.map(|folder| disk::read_settings_text(&folder.join(keys::FILE_NAME))) {
        None => (Keymap::default(), None),
        Some(Err(error)) => (Keymap::default(), Some(error)),
        Some(Ok(text)) => {
            let (keymap, faults) = remap::remapped(&text);
            (keymap, (!faults.is_empty()).then_some(OpenError::Invalid { text, faults }))
        }
    }
}

/// Says which files of the configuration have faults, if any.
pub fn complaint(setting: &Setting, keys: Option<&OpenError>) -> Option<String> {
    let faulty = [(config::FILE_NAME, setting.configuration_error.as_ref()), (keys::FILE_NAME, keys)];
    let files: Vec<&str> = faulty.into_iter().filter_map(|(name, error)| error.map(|_| name)).collect();
    (!files.is_empty()).then(|| setting.lang.configuration_faulty(&files))
}

fn check(setting: &Setting) -> Result<Outcome, Failure> {
    let (_, keys_error) = keymap(setting.configuration_folder.as_deref());
    let mut outcome = Outcome::Done;
    let mut said = Vec::new();
    for (name, error) in
        [(config::FILE_NAME, setting.configuration_error.as_ref()), (keys::FILE_NAME, keys_error.as_ref())]
    {
        let path = file(setting, name)?;
        said.push(match error {
            Some(error) => {
                outcome = Outcome::Found;
                refused(&setting.lang, &label(&path), error, setting.colour)
            }
            None if disk::path_exists(&path) => setting.lang.configuration_valid(&label(&path)),
            None => setting.lang.configuration_missing(&label(&path)),
        });
    }
    // Pictures stand apart from what follows them.
    let between = if outcome == Outcome::Done { "\n" } else { "\n\n" };
    print(format!("{}\n", said.join(between)).as_bytes())?;
    Ok(outcome)
}

fn file(setting: &Setting, name: &str) -> Result<PathBuf, Failure> {
    setting.configuration_file(name).ok_or(Failure::NoConfigurationFolder)
}

/// The settings that hold as the text of a `config.ron`.
fn settings(setting: &Setting, path: &str) -> String {
    let (lang, holds) = (&setting.lang, &setting.preferences);
    let quoted = |word: &str| format!("\"{word}\"");
    let known = |words: &[&str]| lang.one_of(words);
    let said = |origin: Origin| origin_of(lang, origin);
    let (theme, density) = (holds.theme, holds.density);
    let lines = [
        (
            lang.setting_language(&known(&Language::ALL.map(Language::code)), &said(holds.language.origin)),
            format!("language: {}", quoted(holds.language.value.code())),
        ),
        (
            lang.setting_theme(&known(ThemeName::KEYS), &said(theme.origin)),
            format!("theme: {}", quoted(theme.value.key())),
        ),
        (lang.setting_ascii(&known(&SWITCH), &said(holds.ascii.origin)), format!("ascii: {}", holds.ascii.value)),
        (lang.setting_mouse(&known(&SWITCH), &said(holds.mouse.origin)), format!("mouse: {}", holds.mouse.value)),
        (
            lang.setting_density(&known(Density::KEYS), &said(density.origin)),
            format!("density: {}", quoted(density.value.key())),
        ),
        (
            lang.setting_start_screen(&known(&SWITCH), &said(holds.start_screen.origin)),
            format!("start_screen: {}", holds.start_screen.value),
        ),
        (lang.setting_title(&known(&SWITCH), &said(holds.title.origin)), format!("title: {}", holds.title.value)),
    ];
    let about = lang.about_settings(path).lines().map(|line| format!("// {line}\n")).collect::<String>();
    let lines = lines.map(|(about, line)| format!("    // {about}\n    {line},\n")).concat();
    format!("{about}(\n{lines})\n")
}

fn origin_of(lang: &Lang, origin: Origin) -> String {
    match origin {
        Origin::Argument => lang.origin_argument(),
        Origin::File => lang.origin_file(),
        Origin::Environment => lang.origin_environment(),
        Origin::Default => lang.origin_default(),
    }
}
