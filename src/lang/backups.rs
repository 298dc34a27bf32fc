//! Messages about backups: older versions of a file.

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    version_unreadable() = "version-unreadable";
    version_restored(file: &str, ago: &str, typed: &str) = "version-restored";
    version_none(file: &str) = "version-none";
    version_no_such(file: &str, number: usize, count: usize) = "version-no-such";
    version_no_folder() = "version-no-folder";
    versions_kept(typed: &str) = "versions-kept";
    overwriting_interrupted(file: &str, typed: &str) = "overwriting-interrupted";
    versions_kept_of_empty(file: &str, typed: &str) = "versions-kept-of-empty";
}

impl Lang {
    /// Returns how long ago something was, in the largest unit that fits.
    pub(crate) fn ago(&self, seconds: u64) -> String {
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

    /// Returns the headings of the list of versions: number, age, touchpoints and title.
    pub(crate) fn version_columns(&self) -> [String; 4] {
        [
            fl!(self.loader, "version-number"),
            fl!(self.loader, "version-kept"),
            fl!(self.loader, "cli-template-touchpoints"),
            fl!(self.loader, "cli-template-title"),
        ]
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::{Lang, Language};

    #[test]
    fn an_age_is_written_in_its_largest_unit() {
        let ages = [0, 1, 59, 60, 119, 3_600, 7_200, 86_399, 86_400, 200_000];
        let written = |language| ages.map(|seconds| Lang::new(language).ago(seconds)).join(", ");
        assert_eq!(
            written(Language::English),
            "just now, 1 second ago, 59 seconds ago, 1 minute ago, 1 minute ago, 1 hour ago, 2 hours ago, 23 hours ago, \
             1 day ago, 2 days ago"
        );
        assert_eq!(
            written(Language::Spanish),
            "ahora mismo, hace 1 segundo, hace 59 segundos, hace 1 minuto, hace 1 minuto, hace 1 hora, hace 2 horas, \
             hace 23 horas, hace 1 día, hace 2 días"
        );
    }
}
