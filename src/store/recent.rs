//! The list of recently opened maps and its text format.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::ron_dialect::options;
use crate::map::{JourneyMap, Name, Phase};

/// The most maps in the list.
pub(crate) const RECENT_LIMIT: usize = 20;

/// A recently opened map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecentMap {
    /// The absolute path of the file.
    pub path: PathBuf,
    /// The map's title when it was last open.
    pub title: Name,
    /// The number of touchpoints in each phase when it was last open.
    pub counts: [usize; 3],
}

impl RecentMap {
    pub fn of(path: PathBuf, map: &JourneyMap) -> RecentMap {
        let counts = Phase::ALL.map(|phase| map.phase(phase).len());
        RecentMap { path, title: map.header().title.clone(), counts }
    }
}

/// Returns the list, newest first, with a map at its front. Each file is in it once.
pub(crate) fn with_newest(list: Vec<RecentMap>, newest: RecentMap) -> Vec<RecentMap> {
    let others = list.into_iter().filter(|each| each.path != newest.path);
    std::iter::once(newest.clone()).chain(others).take(RECENT_LIMIT).collect()
}

/// Returns the text of a list, one map per line. A file whose path is not UTF-8 is left out.
pub fn print(list: &[RecentMap]) -> String {
    list.iter().filter_map(|each| ron::to_string(each).ok()).map(|line| line + "\n").collect()
}

/// Reads a list. Skips lines that cannot be read.
pub fn parse(text: &str) -> Vec<RecentMap> {
    text.lines().filter_map(|line| options().from_str(line).ok()).take(RECENT_LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Header;

    fn recent(path: &str) -> RecentMap {
        let title = Name::new("\"A\" [b]").expect("a title");
        RecentMap::of(PathBuf::from(path), &JourneyMap::new(Header::new(title)))
    }

    #[test]
    fn a_list_reads_back_and_unreadable_lines_are_skipped() {
        let list = vec![recent("/a b/ñ.ron"), recent(r"C:\maps\b.ron")];
        assert_eq!(parse(&print(&list)), list);
        assert_eq!(parse(&format!("{}\nnonsense\n(path: \"/x\")\n", print(&list))), list);
    }

    #[test]
    fn a_map_that_is_opened_again_comes_first_and_is_listed_once() {
        let list = with_newest(with_newest(vec![recent("/a"), recent("/b")], recent("/b")), recent("/c"));
        let paths: Vec<_> = list.iter().map(|each| each.path.to_str().expect("text")).collect();
        assert_eq!(paths, ["/c", "/b", "/a"]);
        let many = (0..50).fold(Vec::new(), |list, nth| with_newest(list, recent(&format!("/{nth}"))));
        assert_eq!((many.len(), many[0].path.as_path()), (RECENT_LIMIT, std::path::Path::new("/49")));
    }
}
