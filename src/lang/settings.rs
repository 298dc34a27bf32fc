//! Messages about settings, themes and configuration files.

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    // The list of colours.
    themes() = "themes";
    theme_terminal() = "theme-terminal";
    theme_light() = "theme-light";
    theme_dark() = "theme-dark";
    theme_high_contrast() = "theme-high-contrast";
    theme_none() = "theme-none";
    theme_not_saved(theme: &str) = "theme-not-saved";

    // Settings, each with its possible values and the origin of the current one.
    about_settings(file: &str) = "about-settings";
    setting_language(known: &str, origin: &str) = "setting-language";
    setting_theme(known: &str, origin: &str) = "setting-theme";
    setting_ascii(known: &str, origin: &str) = "setting-ascii";
    setting_mouse(known: &str, origin: &str) = "setting-mouse";
    setting_density(known: &str, origin: &str) = "setting-density";
    setting_start_screen(known: &str, origin: &str) = "setting-start-screen";
    setting_title(known: &str, origin: &str) = "setting-title";
    setting_live(known: &str, origin: &str) = "setting-live";
    setting_escape_time(origin: &str) = "setting-escape-time";
    origin_argument() = "origin-argument";
    origin_file() = "origin-file";
    origin_environment() = "origin-environment";
    origin_default() = "origin-default";

    // The files of the configuration.
    about_keys() = "about-keys";
    configuration_valid(file: &str) = "configuration-valid";
    configuration_missing(file: &str) = "configuration-missing";
    no_configuration_folder() = "no-configuration-folder";
}

impl Lang {
    /// Says that files of the configuration have faults.
    pub(crate) fn configuration_faulty(&self, files: &[&str]) -> String {
        match files {
            [one, other] => fl!(self.loader, "configuration-both-faulty", one = (*one), other = (*other)),
            [file, ..] => fl!(self.loader, "configuration-faulty", file = (*file)),
            [] => String::new(),
        }
    }
}
