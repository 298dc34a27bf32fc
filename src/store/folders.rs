//! Where Periplo keeps what is its own: the configuration, and the state with the old versions of files.

use std::path::{Path, PathBuf};

/// What the command line, the environment and the platform say of folders; read in `main`, never here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderSources {
    /// The folder after `--config`.
    pub config_flag: Option<PathBuf>,
    /// `$PERIPLO_CONFIG`.
    pub periplo_config: Option<PathBuf>,
    /// `$XDG_CONFIG_HOME`; none on Windows.
    pub xdg_config_home: Option<PathBuf>,
    /// `$XDG_STATE_HOME`; none on Windows.
    pub xdg_state_home: Option<PathBuf>,
    /// The user's own folder.
    pub home: Option<PathBuf>,
    /// The folder that the platform has for configuration, with the program's name.
    pub platform_config: Option<PathBuf>,
    /// The folder that the platform has for state, with the program's name.
    pub platform_state: Option<PathBuf>,
}

/// The folder of the configuration, if any is known; `is_folder` says whether a path is an existing folder.
pub fn configuration_folder(around: &FolderSources, is_folder: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let asked = around.config_flag.clone().or_else(|| given(&around.periplo_config));
    let usual = || usual(around, ".config", is_folder);
    asked.or_else(|| standard(&around.xdg_config_home)).or_else(usual).or_else(|| around.platform_config.clone())
}

/// The folder of the state, if any is known; `is_folder` says whether a path is an existing folder.
///
/// What is in it may be lost without harm to any map; it is made when something is first kept there.
pub fn state_folder(around: &FolderSources, is_folder: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let usual = || usual(around, ".local/state", is_folder);
    standard(&around.xdg_state_home).or_else(usual).or_else(|| around.platform_state.clone())
}

/// The program's folder in one that the XDG specification lets the user choose.
fn standard(folder: &Option<PathBuf>) -> Option<PathBuf> {
    absolute(folder).map(|folder| folder.join("periplo"))
}

/// The program's folder in one below the user's own, if it exists.
fn usual(around: &FolderSources, below_home: &str, is_folder: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let folder = around.home.as_ref()?.join(below_home).join("periplo");
    is_folder(&folder).then_some(folder)
}

/// A variable that is set to nothing is not set.
fn given(folder: &Option<PathBuf>) -> Option<PathBuf> {
    folder.clone().filter(|folder| !folder.as_os_str().is_empty())
}

/// The XDG specification wants relative folders ignored.
fn absolute(folder: &Option<PathBuf>) -> Option<PathBuf> {
    folder.clone().filter(|folder| folder.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around() -> FolderSources {
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
    fn the_nearest_wish_decides_where_the_configuration_is() {
        let mut around = around();
        let found = |around: &FolderSources, exists: bool| configuration_folder(around, |_| exists).unwrap();
        assert_eq!(found(&around, true), Path::new("here"));
        around.config_flag = None;
        assert_eq!(found(&around, true), Path::new("/p"));
        around.periplo_config = Some("".into());
        assert_eq!(found(&around, true), Path::new("/xdg/periplo"));
        around.xdg_config_home = Some("relative".into());
        assert_eq!(found(&around, true), Path::new("/home/ana/.config/periplo"));
        assert_eq!(found(&around, false), Path::new("/platform"));
        assert_eq!(configuration_folder(&FolderSources::default(), |_| true), None);
    }

    #[test]
    fn the_state_is_where_the_user_or_the_platform_keeps_states() {
        let mut around = around();
        let found = |around: &FolderSources, exists: bool| state_folder(around, |_| exists).unwrap();
        assert_eq!(found(&around, true), Path::new("/xdg-state/periplo"));
        around.xdg_state_home = Some("relative".into());
        assert_eq!(found(&around, true), Path::new("/home/ana/.local/state/periplo"));
        assert_eq!(found(&around, false), Path::new("/platform-state"));
        assert_eq!(state_folder(&FolderSources::default(), |_| true), None);
    }
}
