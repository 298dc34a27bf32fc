//! Selecting the rows of one map from an inventory of several maps.

use std::collections::HashSet;

use super::columns::Columns;
use super::quote::{listed, quoted};
use super::table::TableRow;
use super::{ImportOptions, Remark};
use crate::map::text::fold;

/// The title and the file of a row's map.
pub(crate) type MapName = (String, String);

/// Returns the rows of the wanted map, or of the only one; several maps without a choice are a fault.
pub(crate) fn select_rows<'t, 'a>(
    rows: Vec<&'t TableRow<'a>>,
    columns: &Columns,
    options: &ImportOptions,
    faults: &mut Vec<Remark>,
) -> Vec<&'t TableRow<'a>> {
    let (map, file) = (columns.position("map"), columns.position("file"));
    if map.or(file).is_none() && options.choices.map.is_none() {
        return rows;
    }
    let names: Vec<MapName> =
        rows.iter().map(|row| (row.text(map).into_owned(), row.text(file).into_owned())).collect();
    if options.choices.purpose.is_preview() {
        let maps = distinct(&names);
        let wanted = options.choices.map.as_deref();
        let chosen = maps.iter().find(|map| wanted == Some(map.key.as_str())).or(maps.first());
        let is_chosen = |name: &MapName| chosen.is_none_or(|map| map.name == *name);
        return rows.into_iter().zip(&names).filter(|(_, name)| is_chosen(name)).map(|(row, _)| row).collect();
    }
    let is_selected = matching(&names, options.choices.map.as_deref());
    let selected = || names.iter().zip(&is_selected).filter(|(_, is_selected)| **is_selected).map(|(name, _)| name);
    if let Some(wanted) = options.choices.map.as_deref()
        && selected().next().is_none()
    {
        faults.push(Remark::of_all(options.lang.import_no_such_map(&quoted(wanted), &list(&names, options))));
    }
    if differ(selected().map(|(title, _)| title)) || differ(selected().map(|(_, file)| file)) {
        let several = selected().cloned().collect::<Vec<_>>();
        faults.push(Remark::of_all(options.lang.import_several_maps(&list(&several, options))));
    }
    for (row, (title, file)) in rows.iter().zip(&names) {
        if options.choices.map.as_deref().is_some() && title.is_empty() && file.is_empty() {
            faults.push(Remark::at(row.line, options.lang.import_of_no_map(&columns.heading("map"))));
        }
    }
    rows.into_iter().zip(is_selected).filter(|(_, is_selected)| *is_selected).map(|(row, _)| row).collect()
}

/// A map of an inventory of several.
pub(crate) struct NamedMap {
    pub name: MapName,
    /// Its title; its file, if another map has the same title.
    pub key: String,
}

/// Returns the maps that rows name, in their order. Rows without a name are a map of their own, if there are others.
pub(crate) fn distinct(names: &[MapName]) -> Vec<NamedMap> {
    let mut seen = HashSet::new();
    let maps: Vec<&MapName> = names.iter().filter(|name| seen.insert(*name)).collect();
    let key = |(title, file): &MapName| {
        let is_same_title = maps.iter().filter(|(other, _)| other == title).count() > 1;
        let key = if is_same_title && !file.is_empty() { file } else { title };
        if key.is_empty() { "–".to_owned() } else { key.clone() }
    };
    maps.iter().map(|&name| NamedMap { name: name.clone(), key: key(name) }).collect()
}

/// Returns for each row whether its title or file is `map`; case and accents matter only if one matches exactly.
fn matching(names: &[MapName], map: Option<&str>) -> Vec<bool> {
    let Some(map) = map else { return vec![true; names.len()] };
    let exact: Vec<bool> = names.iter().map(|(title, file)| title == map || file == map).collect();
    if exact.contains(&true) {
        return exact;
    }
    let map = fold(map);
    names.iter().map(|(title, file)| fold(title) == map || fold(file) == map).collect()
}

/// Returns true if the texts that are not empty differ.
fn differ<'a>(texts: impl Iterator<Item = &'a String>) -> bool {
    let mut texts = texts.filter(|text| !text.is_empty());
    let first = texts.next();
    texts.any(|text| Some(text) != first)
}

/// Lists maps by title and file, each once.
fn list(names: &[MapName], options: &ImportOptions) -> String {
    let mut seen = HashSet::new();
    let maps = names.iter().filter(|name| (!name.0.is_empty() || !name.1.is_empty()) && seen.insert(*name));
    listed(maps.map(|(title, file)| options.lang.import_map_name(&quoted(title), file)))
}
