//! `periplo import --into`: a map brought up to date by a file of another format.

use std::path::Path;

use super::conflicts;
use super::failure::{Failure, say};
use super::setting::Setting;
use super::source::{self, is_stdin, label};
use super::{Outcome, args, output};
use crate::exchange::import::Imported;
use crate::exchange::import::update::{missing, update};
use crate::exchange::{TextLayout, differences};
use crate::map::{JourneyMap, Merged, merge};
use crate::store::{Loaded, disk};

/// Shows what the file changes in a map and, when it is known what it was made from or it was asked for, changes it.
pub fn into(path: &Path, import: &args::Import, imported: &Imported, setting: &Setting) -> Result<Outcome, Failure> {
    if is_stdin(path) {
        let message = "--into needs the file of a map, not standard input (-)".to_owned();
        return Err(Failure::WrongUse { command: "import", message });
    }
    let (lang, file) = (&setting.lang, label(path));
    let Loaded { map, comments, fingerprint, .. } = source::load(path, setting)?;
    let base = import.base.as_ref().map(|base| source::read(base, setting)).transpose()?;
    let since = base.as_ref().unwrap_or(&map);
    let theirs = update(since, imported, import.delete_missing);
    let Merged { map: mut updated, conflicts } = merge(since, &map, &theirs);
    let stay = missing(since, imported);
    let is_strange = stay > 0 && stay == since.len() && !imported.map.is_empty();
    if is_strange {
        say(&lang.cli_warning(&lang.import_none_known(&file)));
    } else if stay > 0 && !import.delete_missing {
        say(&lang.import_missing_stay(stay));
    }
    show(&map, &updated, setting)?;
    if updated == map && conflicts.is_empty() {
        say(&lang.import_unchanged(&file));
        return Ok(Outcome::Done);
    }
    if (base.is_none() || is_strange) && !import.yes {
        say(&lang.import_unconfirmed(&file));
        return Ok(Outcome::Found);
    }
    let untold = conflicts::annotate(&mut updated, &conflicts, lang);
    disk::save(path, &updated, &comments, Some(&fingerprint), setting.backups().as_ref())
        .map_err(|error| Failure::Save { file: file.clone(), error })?;
    conflicts::tell(&conflicts, &untold, lang);
    say(&lang.import_updated(&file));
    Ok(if conflicts.is_empty() { Outcome::Done } else { Outcome::Found })
}

/// Writes what differs to standard output.
fn show(old: &JourneyMap, new: &JourneyMap, setting: &Setting) -> Result<(), Failure> {
    let layout = TextLayout { lang: &setting.lang, width: setting.width(), colour: setting.colour };
    let text = differences::text(&crate::map::differences(old, new), &layout).map_err(Failure::CannotExport)?;
    output::print(&text)
}
