//! Where Periplo keeps what is its own: the configuration.

use std::path::{Path, PathBuf};

/// What the command line, the environment and the platform say of folders; read in `main`, never here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The folder after `--config`.
    pub config_flag: Option<PathBuf>,
    /// `$PERIPLO_CONFIG`.
    pub periplo_config: Option<PathBuf>,
    /// `$XDG_CONFIG_HOME`; none on Windows.
    pub xdg_config_home: Option<PathBuf>,
    /// The user's own folder.
    pub home: Option<PathBuf>,
    /// The folder that the platform has for configuration, with the program's name.
    pub platform_config: Option<PathBuf>,
}

/// The folder of the configuration, if any is known; `is_folder` says whether a path is an existing folder.
pub fn configuration(around: &Surroundings, is_folder: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let asked = around.config_flag.clone().or_else(|| given(&around.periplo_config));
    let standard = || absolute(&around.xdg_config_home).map(|folder| folder.join("periplo"));
    let usual = || {
        let folder = around.home.as_ref()?.join(".config").join("periplo");
        is_folder(&folder).then_some(folder)
    };
    asked.or_else(standard).or_else(usual).or_else(|| around.platform_config.clone())
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

    fn around() -> Surroundings {
        Surroundings {
            config_flag: Some("here".into()),
            periplo_config: Some("/p".into()),
            xdg_config_home: Some("/xdg".into()),
            home: Some("/home/ana".into()),
            platform_config: Some("/platform".into()),
        }
    }

    #[test]
    fn the_nearest_wish_decides_where_the_configuration_is() {
        let mut around = around();
        let found = |around: &Surroundings, exists: bool| configuration(around, |_| exists).unwrap();
        assert_eq!(found(&around, true), Path::new("here"));
        around.config_flag = None;
        assert_eq!(found(&around, true), Path::new("/p"));
        around.periplo_config = Some("".into());
        assert_eq!(found(&around, true), Path::new("/xdg/periplo"));
        around.xdg_config_home = Some("relative".into());
        assert_eq!(found(&around, true), Path::new("/home/ana/.config/periplo"));
        assert_eq!(found(&around, false), Path::new("/platform"));
        assert_eq!(configuration(&Surroundings::default(), |_| true), None);
    }
}
