//! What command line, environment and configuration want, and which of them decides.

use clap::ColorChoice;

use super::args::Arguments;
use super::setting::{encoding, no_color};
use crate::app::model::settings::Settings;
use crate::lang::Language;
use crate::store::config::{Configuration, Density, ThemeName};

/// Who decided a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Argument,
    File,
    Environment,
    Default,
}

/// A setting that holds, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided<T> {
    pub value: T,
    pub origin: Origin,
}

/// All settings that hold.
#[derive(Clone, Copy, Debug)]
pub struct Preferences {
    pub language: Decided<Language>,
    pub theme: Decided<ThemeName>,
    pub ascii: Decided<bool>,
    pub mouse: Decided<bool>,
    pub density: Decided<Density>,
    pub start_screen: Decided<bool>,
    pub title: Decided<bool>,
}

impl Preferences {
    /// What holds: the arguments first; where they leave something open, the configuration and the environment.
    pub fn new(arguments: &Arguments, configuration: &Configuration) -> Preferences {
        let common = &arguments.common;
        let usual = Settings::default();
        let language = configuration.language.and_then(|language| language.code().parse().ok());
        let system = || sys_locale::get_locale().map(|locale| Language::of_locale(&locale));
        let colourless = common.color == ColorChoice::Never;
        let unwanted = common.color == ColorChoice::Auto && no_color();
        let foreign = encoding().is_some_and(|name| !["utf-8", "utf8"].contains(&name.to_ascii_lowercase().as_str()));
        Preferences {
            language: decide(
                [(Origin::Argument, common.lang), (Origin::File, language), (Origin::Environment, system())],
                Language::default(),
            ),
            theme: decide(
                [
                    (Origin::Argument, colourless.then_some(ThemeName::None).or(arguments.looks.theme)),
                    (Origin::Environment, unwanted.then_some(ThemeName::None)),
                    (Origin::File, configuration.theme),
                ],
                usual.theme,
            ),
            ascii: decide(
                [
                    (Origin::Argument, arguments.looks.ascii.then_some(true)),
                    (Origin::File, configuration.ascii),
                    (Origin::Environment, foreign.then_some(true)),
                ],
                usual.ascii,
            ),
            mouse: decide(
                [(Origin::Argument, arguments.looks.no_mouse.then_some(false)), (Origin::File, configuration.mouse)],
                true,
            ),
            density: decide([(Origin::File, configuration.density)], usual.density),
            start_screen: decide([(Origin::File, configuration.start_screen)], usual.start_screen),
            title: decide([(Origin::File, configuration.title)], true),
        }
    }

    /// What of it the editor keeps.
    pub fn settings(&self) -> Settings {
        Settings {
            theme: self.theme.value,
            ascii: self.ascii.value,
            density: self.density.value,
            start_screen: self.start_screen.value,
        }
    }
}

/// The first value that somebody wants.
fn decide<T: Copy, const N: usize>(wanted: [(Origin, Option<T>); N], usual: T) -> Decided<T> {
    let first = wanted.into_iter().find_map(|(origin, value)| value.map(|value| Decided { value, origin }));
    first.unwrap_or(Decided { value: usual, origin: Origin::Default })
}
