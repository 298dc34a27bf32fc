//! What is said of old versions of files.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// How long ago something was, in the largest unit that fits.
    pub fn ago(&self, seconds: u64) -> String {
        let (minutes, hours, days) = (seconds / 60, seconds / 3_600, seconds / 86_400);
        if seconds == 0 {
            fl!(self.loader, "ago-now")
        } else if minutes == 0 {
            fl!(self.loader, "ago-seconds", count = seconds)
        } else if hours == 0 {
            fl!(self.loader, "ago-minutes", count = minutes)
        } else if days == 0 {
            fl!(self.loader, "ago-hours", count = hours)
        } else {
            fl!(self.loader, "ago-days", count = days)
        }
    }

    /// The heads of the columns of the list of versions: number, age, touchpoints and title.
    pub fn version_columns(&self) -> [String; 4] {
        [
            fl!(self.loader, "version-number"),
            fl!(self.loader, "version-kept"),
            fl!(self.loader, "cli-template-touchpoints"),
            fl!(self.loader, "cli-template-title"),
        ]
    }

    /// What stands for the title of a version that cannot be read as a map.
    pub fn version_unreadable(&self) -> String {
        fl!(self.loader, "version-unreadable")
    }

    /// That a version was brought back in a file, and how it is opened.
    pub fn restored(&self, file: &str, ago: &str, typed: &str) -> String {
        fl!(self.loader, "version-restored", file = file, ago = ago, typed = typed)
    }

    /// That no old version of a file is kept.
    pub fn no_versions(&self, file: &str) -> String {
        fl!(self.loader, "version-none", file = file)
    }

    /// That a file has fewer old versions than the number asked for.
    pub fn no_such_version(&self, file: &str, number: usize, count: usize) -> String {
        fl!(self.loader, "version-no-such", file = file, number = number, count = count)
    }

    /// That the system knows no folder to keep versions in.
    pub fn no_state_folder(&self) -> String {
        fl!(self.loader, "version-no-folder")
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::{Lang, Language};

    #[test]
    fn an_age_is_said_in_its_largest_unit() {
        let ages = [0, 1, 59, 60, 119, 3_600, 7_200, 86_399, 86_400, 200_000];
        let said = |language| ages.map(|seconds| Lang::new(language).ago(seconds)).join(", ");
        assert_eq!(
            said(Language::English),
            "just now, 1 second ago, 59 seconds ago, 1 minute ago, 1 minute ago, 1 hour ago, 2 hours ago, 23 hours ago, \
             1 day ago, 2 days ago"
        );
        assert_eq!(
            said(Language::Spanish),
            "ahora mismo, hace 1 segundo, hace 59 segundos, hace 1 minuto, hace 1 minuto, hace 1 hora, hace 2 horas, \
             hace 23 horas, hace 1 día, hace 2 días"
        );
    }
}
