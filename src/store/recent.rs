//! The maps that were open lately, newest first, as a text that the program alone writes and reads.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::ron_text::options;
use crate::map::{JourneyMap, Name, Phase};

/// How many maps are remembered.
pub const REMEMBERED: usize = 20;

/// A map that was open lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecentMap {
    /// The file, by its whole path.
    pub path: PathBuf,
    /// The map's title when it was open.
    pub title: Name,
    /// The touchpoints of each phase, likewise.
    pub counts: [usize; 3],
}

impl RecentMap {
    /// What is remembered of a map.
    pub fn of(path: PathBuf, map: &JourneyMap) -> RecentMap {
        let counts = Phase::ALL.map(|phase| map.phase(phase).len());
        RecentMap { path, title: map.header().title.clone(), counts }
    }
}

/// The list with a map put in front, each file once.
pub fn with_newest(list: Vec<RecentMap>, newest: RecentMap) -> Vec<RecentMap> {
    let others = list.into_iter().filter(|each| each.path != newest.path);
    std::iter::once(newest.clone()).chain(others).take(REMEMBERED).collect()
}

/// Writes a list, one map a line; a file whose name is no text is left out.
pub fn print(list: &[RecentMap]) -> String {
    list.iter().filter_map(|each| ron::to_string(each).ok()).map(|line| line + "\n").collect()
}

/// Reads a list; lines that are not understood are passed over.
pub fn parse(text: &str) -> Vec<RecentMap> {
    text.lines().filter_map(|line| options().from_str(line).ok()).take(REMEMBERED).collect()
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
    fn what_is_written_is_read_and_the_rest_is_passed_over() {
        let list = vec![recent("/a b/ñ.ron"), recent(r"C:\maps\b.ron")];
        assert_eq!(parse(&print(&list)), list);
        assert_eq!(parse(&format!("{}\nnonsense\n(path: \"/x\")\n", print(&list))), list);
    }

    #[test]
    fn a_map_that_is_opened_again_comes_first_and_stands_once() {
        let list = with_newest(with_newest(vec![recent("/a"), recent("/b")], recent("/b")), recent("/c"));
        let paths: Vec<_> = list.iter().map(|each| each.path.to_str().expect("text")).collect();
        assert_eq!(paths, ["/c", "/b", "/a"]);
        let many = (0..50).fold(Vec::new(), |list, nth| with_newest(list, recent(&format!("/{nth}"))));
        assert_eq!((many.len(), many[0].path.as_path()), (REMEMBERED, std::path::Path::new("/49")));
    }
}
