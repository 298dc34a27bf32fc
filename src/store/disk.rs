//! Reads and writes files; a file that is replaced is never left half written.
#![expect(clippy::disallowed_methods, reason = "only this module touches files")]

mod backups;
mod checks;
mod errors;
mod file_stamp;
mod find_maps;
pub mod journal;
mod leftovers;
mod line_ends;
mod listing;
mod load;
mod new_file;
mod nonblocking;
mod output;
mod paths;
mod read;
mod recent;
mod replace;
mod replacement;
mod save;
mod save_calls;
mod size_limit;
mod swap;
mod swapped_out;
mod write_lock;

pub use backups::{Backup, BackupStore};
pub(crate) use checks::check_parent_folder;
pub use errors::{NotAFile, OpenError, SaveError};
pub(crate) use file_stamp::{FileStamp, file_stamp, fingerprint};
pub use find_maps::{FoundMaps, find_maps};
pub use leftovers::remove_leftovers;
pub use listing::{FolderEntry, Listing, list_folder};
pub use load::{Loaded, load, load_configuration, load_stream, read_settings_text};
pub(crate) use load::{load_stream_with_text, load_with_text};
pub use output::{IfExists, OutputFile};
pub(crate) use output::{open_pipe, write_file};
pub(crate) use paths::{canonical, is_folder, is_pipe_or_terminal, is_same, not_a_file, path_exists};
pub(crate) use read::read_stream_bytes;
pub use read::{SIZE_LIMIT, read_bytes};
pub(crate) use recent::{recent_maps, remember_map};
pub use replace::Protection;
pub(crate) use save::MERGE_ATTEMPTS;
pub use save::{Saved, create, save};
pub use size_limit::report_size_limit;
pub(crate) use swapped_out::merge_swapped_out;
