//! The rows of one map, out of an inventory that may be of several.

use super::columns::Columns;
use super::quote::quoted;
use super::table::TableRow;
use super::{ImportOptions, Remark};
use crate::map::text::fold;

/// The most maps that are named in a sentence.
const SHOWN: usize = 20;

/// The title and the file of the map that a row is of.
type Named = (String, String);

/// The rows of the map that is wanted, or of the only one.
pub fn chosen<'t, 'a>(
    rows: Vec<&'t TableRow<'a>>,
    columns: &Columns,
    reading: &ImportOptions,
    faults: &mut Vec<Remark>,
) -> Vec<&'t TableRow<'a>> {
    let (map, file) = (columns.at("map"), columns.at("file"));
    let named: Vec<Named> = rows.iter().map(|row| (row.text(map), row.text(file))).collect();
    let is_wanted = wanted(&named, reading.map);
    let of_wanted = || named.iter().zip(&is_wanted).filter(|(_, is_wanted)| **is_wanted).map(|(named, _)| named);
    if let Some(wanted) = reading.map
        && of_wanted().next().is_none()
    {
        faults.push(Remark::of_all(reading.lang.import_no_such_map(&quoted(wanted), &list(&named, reading))));
    }
    if differ(of_wanted().map(|(title, _)| title)) || differ(of_wanted().map(|(_, file)| file)) {
        let several = of_wanted().cloned().collect::<Vec<_>>();
        faults.push(Remark::of_all(reading.lang.import_several_maps(&list(&several, reading))));
    }
    for (row, (title, file)) in rows.iter().zip(&named) {
        if reading.map.is_some() && title.is_empty() && file.is_empty() {
            faults.push(Remark::at(row.line, reading.lang.import_of_no_map(&columns.heading("map"))));
        }
    }
    rows.into_iter().zip(is_wanted).filter(|(_, is_wanted)| *is_wanted).map(|(row, _)| row).collect()
}

/// Which rows are of the map of that title or file; case and accents count only where they are needed.
fn wanted(named: &[Named], map: Option<&str>) -> Vec<bool> {
    let Some(map) = map else { return vec![true; named.len()] };
    let exact: Vec<bool> = named.iter().map(|(title, file)| title == map || file == map).collect();
    if exact.contains(&true) {
        return exact;
    }
    let map = fold(map);
    named.iter().map(|(title, file)| fold(title) == map || fold(file) == map).collect()
}

/// Whether there are different texts among them, besides empty ones.
fn differ<'a>(texts: impl Iterator<Item = &'a String>) -> bool {
    let mut texts = texts.filter(|text| !text.is_empty());
    let first = texts.next();
    texts.any(|text| Some(text) != first)
}

/// The maps by title and file, each once.
fn list(named: &[Named], reading: &ImportOptions) -> String {
    let mut seen = Vec::new();
    for each in named.iter().filter(|(title, file)| !title.is_empty() || !file.is_empty()) {
        if seen.len() <= SHOWN && !seen.contains(&each) {
            seen.push(each);
        }
    }
    let is_cut = seen.len() > SHOWN;
    let names = seen.into_iter().take(SHOWN).map(|(title, file)| reading.lang.import_map_name(&quoted(title), file));
    let names: Vec<String> = names.chain(is_cut.then(|| "…".to_owned())).collect();
    names.join(", ")
}
