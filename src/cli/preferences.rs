//! Decides each setting from the command line, the environment and the configuration.

use std::time::Duration;

use clap::ColorChoice;

use super::args::ProgramArgs;
use super::environment::{locale_encoding, no_color};
use crate::app::model::settings::Settings;
use crate::lang::Language;
use crate::store::config::{Configuration, Density, ThemeName};

/// How long a lone Esc is held by default.
const ESCAPE_TIME: Duration = Duration::from_millis(30);

/// Where the value of a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Argument,
    File,
    Environment,
    Default,
}

/// The value of a setting, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ResolvedSetting<T> {
    pub value: T,
    pub origin: Origin,
}

/// All settings in force.
#[derive(Clone, Copy, Debug)]
pub(super) struct Preferences {
    pub language: ResolvedSetting<Language>,
    pub theme: ResolvedSetting<ThemeName>,
    pub ascii: ResolvedSetting<bool>,
    pub mouse: ResolvedSetting<bool>,
    pub density: ResolvedSetting<Density>,
    pub start_screen: ResolvedSetting<bool>,
    pub title: ResolvedSetting<bool>,
    pub live: ResolvedSetting<bool>,
    pub escape_time: ResolvedSetting<Duration>,
}

impl Preferences {
    /// Resolves all settings: arguments win over the configuration and the environment.
    pub(super) fn new(arguments: &ProgramArgs, configuration: &Configuration) -> Preferences {
        let common = &arguments.common;
        let defaults = Settings::default();
        let language = configuration.language.and_then(|language| language.code().parse().ok());
        let system_language = || sys_locale::get_locale().map(|locale| Language::of_locale(&locale));
        let colour_never = common.color == ColorChoice::Never;
        let no_color = common.color == ColorChoice::Auto && no_color();
        let not_utf8 =
            locale_encoding().is_some_and(|name| !["utf-8", "utf8"].contains(&name.to_ascii_lowercase().as_str()));
        Preferences {
            language: resolve(
                [(Origin::Argument, common.lang), (Origin::File, language), (Origin::Environment, system_language())],
                Language::default(),
            ),
            theme: resolve(
                [
                    (Origin::Argument, colour_never.then_some(ThemeName::None).or(arguments.editor.theme)),
                    (Origin::Environment, no_color.then_some(ThemeName::None)),
                    (Origin::File, configuration.theme),
                ],
                defaults.theme,
            ),
            ascii: resolve(
                [
                    (Origin::Argument, arguments.editor.ascii.then_some(true)),
                    (Origin::File, configuration.ascii),
                    (Origin::Environment, not_utf8.then_some(true)),
                ],
                defaults.ascii,
            ),
            mouse: resolve(
                [(Origin::Argument, arguments.editor.no_mouse.then_some(false)), (Origin::File, configuration.mouse)],
                true,
            ),
            density: resolve([(Origin::File, configuration.density)], defaults.density),
            start_screen: resolve([(Origin::File, configuration.start_screen)], defaults.start_screen),
            title: resolve([(Origin::File, configuration.title)], true),
            live: resolve(
                [(Origin::Argument, arguments.editor.live.then_some(true)), (Origin::File, configuration.live)],
                defaults.live,
            ),
            escape_time: resolve([(Origin::File, configuration.escape_time())], ESCAPE_TIME),
        }
    }

    /// Returns the settings that the editor's state holds.
    pub(super) fn settings(&self) -> Settings {
        Settings {
            theme: self.theme.value,
            ascii: self.ascii.value,
            density: self.density.value,
            start_screen: self.start_screen.value,
            live: self.live.value,
        }
    }
}

/// Returns the first value that is given, or else the default.
fn resolve<T: Copy, const N: usize>(given: [(Origin, Option<T>); N], default: T) -> ResolvedSetting<T> {
    let first = given.into_iter().find_map(|(origin, value)| value.map(|value| ResolvedSetting { value, origin }));
    first.unwrap_or(ResolvedSetting { value: default, origin: Origin::Default })
}
