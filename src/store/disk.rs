//! Reads and writes files; a file that is replaced is never left half written.
#![expect(clippy::disallowed_methods, reason = "only this module touches files")]

mod backups;
mod checks;
mod errors;
mod file_stamp;
mod find_maps;
pub mod journal;
mod leftovers;
mod listing;
mod load;
mod new_file;
mod nonblocking;
mod output;
mod paths;
mod read;
mod recent;
mod replace;
mod save;

pub use backups::{Backup, BackupStore};
pub(crate) use checks::check_parent_folder;
pub use errors::{NotAFile, OpenError, SaveError};
pub(crate) use file_stamp::{FileStamp, file_stamp, fingerprint};
pub use find_maps::{FoundMaps, find_maps};

pub use leftovers::remove_leftovers;
pub use listing::{FolderEntry, Listing, list_folder};
pub use load::{
    Loaded, load, load_configuration, load_stream, load_stream_with_text, load_with_text, read_settings_text,
};
pub use output::{OutputFile, open_pipe, write_file};
pub(crate) use paths::{canonical, is_folder, is_pipe_or_terminal, is_same, not_a_file, path_exists};
pub use read::{SIZE_LIMIT, read_bytes, read_stream_bytes};
pub(crate) use recent::{recent_maps, remember_map};
pub use save::{create, save};
