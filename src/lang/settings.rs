//! Settings, themes and keys of the user's own, in words.

use i18n_embed_fl::fl;

use super::Lang;

/// One function for something that is said as it is.
macro_rules! plain {
    ($($function:ident = $key:literal),+ $(,)?) => {
        impl Lang {
            $(
                #[doc = concat!("Says `", $key, "`.")]
                pub fn $function(&self) -> String {
                    fl!(self.loader, $key)
                }
            )+
        }
    };
}

/// One function for a setting, the words that it may be, and where the one that holds comes from.
macro_rules! setting {
    ($($function:ident = $key:literal),+ $(,)?) => {
        impl Lang {
            $(
                #[doc = concat!("Says `", $key, "`.")]
                pub fn $function(&self, known: &str, origin: &str) -> String {
                    fl!(self.loader, $key, known = known, origin = origin)
                }
            )+
        }
    };
}

plain! {
    themes = "themes",
    theme_terminal = "theme-terminal",
    theme_light = "theme-light",
    theme_dark = "theme-dark",
    theme_high_contrast = "theme-high-contrast",
    theme_none = "theme-none",
    about_keys = "about-keys",
    origin_argument = "origin-argument",
    origin_file = "origin-file",
    origin_environment = "origin-environment",
    origin_default = "origin-default",
}

setting! {
    setting_language = "setting-language",
    setting_theme = "setting-theme",
    setting_ascii = "setting-ascii",
    setting_mouse = "setting-mouse",
    setting_density = "setting-density",
    setting_start_screen = "setting-start-screen",
    setting_title = "setting-title",
}

impl Lang {
    /// Says `theme-kept`.
    pub fn theme_kept(&self, theme: &str) -> String {
        fl!(self.loader, "theme-kept", theme = theme)
    }

    /// Says `about-settings`.
    pub fn about_settings(&self, file: &str) -> String {
        fl!(self.loader, "about-settings", file = file)
    }

    /// Says that files of the configuration have faults.
    pub fn configuration_faulty(&self, files: &[&str]) -> String {
        match files {
            [one, other] => fl!(self.loader, "configuration-both-faulty", one = (*one), other = (*other)),
            [file, ..] => fl!(self.loader, "configuration-faulty", file = (*file)),
            [] => String::new(),
        }
    }

    /// Says `configuration-sound`.
    pub fn configuration_sound(&self, file: &str) -> String {
        fl!(self.loader, "configuration-sound", file = file)
    }

    /// Says `configuration-missing`.
    pub fn configuration_missing(&self, file: &str) -> String {
        fl!(self.loader, "configuration-missing", file = file)
    }

    /// Says `no-configuration-folder`.
    pub fn no_configuration_folder(&self) -> String {
        fl!(self.loader, "no-configuration-folder")
    }
}
