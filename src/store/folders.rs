//! Chooses the folders for the configuration and for the program's state.

use std::path::{Path, PathBuf};

/// The folders named by the command line, the environment and the platform.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FolderSources {
    /// The argument of `--config`.
    pub config_flag: Option<PathBuf>,
    /// `$PERIPLO_CONFIG`.
    pub periplo_config: Option<PathBuf>,
    /// `$XDG_CONFIG_HOME`, or `None` on Windows.
    pub xdg_config_home: Option<PathBuf>,
    /// `$XDG_STATE_HOME`, or `None` on Windows.
    pub xdg_state_home: Option<PathBuf>,
    /// The user's home folder.
    pub home: Option<PathBuf>,
    /// The platform's configuration folder for this program.
    pub platform_config: Option<PathBuf>,
    /// The platform's state folder for this program.
    pub platform_state: Option<PathBuf>,
}

/// Returns the configuration folder: the one of `--config`, of `$PERIPLO_CONFIG`, of XDG, in the home folder if it
/// exists there, or of the platform. `is_folder` returns true for an existing folder.
pub(crate) fn configuration_folder(sources: &FolderSources, is_folder: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let named = sources.config_flag.clone().or_else(|| non_empty(&sources.periplo_config));
    let at_home = || existing_at_home(sources, ".config", is_folder);
    named.or_else(|| in_xdg(&sources.xdg_config_home)).or_else(at_home).or_else(|| sources.platform_config.clone())
}

/// Returns the state folder: the one of XDG, in the home folder if it exists there, or of the platform. `is_folder`
/// returns true for an existing folder.
///
/// The folder is created when it is first needed. Losing it harms no map.
pub(crate) fn state_folder(sources: &FolderSources, is_folder: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let at_home = || existing_at_home(sources, ".local/state", is_folder);
    in_xdg(&sources.xdg_state_home).or_else(at_home).or_else(|| sources.platform_state.clone())
}

/// Returns the program's folder in an XDG folder. The XDG specification says to ignore relative folders.
fn in_xdg(folder: &Option<PathBuf>) -> Option<PathBuf> {
    folder.clone().filter(|folder| folder.is_absolute()).map(|folder| folder.join("periplo"))
}

/// Returns the program's folder in a folder of the home folder, if it exists.
fn existing_at_home(sources: &FolderSources, below_home: &str, is_folder: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let folder = sources.home.as_ref()?.join(below_home).join("periplo");
    is_folder(&folder).then_some(folder)
}

/// Returns the folder of an environment variable. An empty variable counts as not set.
fn non_empty(folder: &Option<PathBuf>) -> Option<PathBuf> {
    folder.clone().filter(|folder| !folder.as_os_str().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_sources() -> FolderSources {
        FolderSources {
            config_flag: Some("here".into()),
            periplo_config: Some("/p".into()),
            xdg_config_home: Some("/xdg".into()),
            xdg_state_home: Some("/xdg-state".into()),
            home: Some("/home/ana".into()),
            platform_config: Some("/platform".into()),
            platform_state: Some("/platform-state".into()),
        }
    }

    #[test]
    fn the_most_specific_source_decides_the_configuration_folder() {
        let mut sources = all_sources();
        let found = |sources: &FolderSources, exists: bool| configuration_folder(sources, |_| exists).unwrap();
        assert_eq!(found(&sources, true), Path::new("here"));
        sources.config_flag = None;
        assert_eq!(found(&sources, true), Path::new("/p"));
        sources.periplo_config = Some("".into());
        assert_eq!(found(&sources, true), Path::new("/xdg/periplo"));
        sources.xdg_config_home = Some("relative".into());
        assert_eq!(found(&sources, true), Path::new("/home/ana/.config/periplo"));
        assert_eq!(found(&sources, false), Path::new("/platform"));
        assert_eq!(configuration_folder(&FolderSources::default(), |_| true), None);
    }

    #[test]
    fn the_state_folder_is_that_of_the_user_or_of_the_platform() {
        let mut sources = all_sources();
        let found = |sources: &FolderSources, exists: bool| state_folder(sources, |_| exists).unwrap();
        assert_eq!(found(&sources, true), Path::new("/xdg-state/periplo"));
        sources.xdg_state_home = Some("relative".into());
        assert_eq!(found(&sources, true), Path::new("/home/ana/.local/state/periplo"));
        assert_eq!(found(&sources, false), Path::new("/platform-state"));
        assert_eq!(state_folder(&FolderSources::default(), |_| true), None);
    }
}
