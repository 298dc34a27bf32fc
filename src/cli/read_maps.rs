//! Reads any number of maps on all cores, for the commands that list what is in them.

use std::ops::ControlFlow::{self, Break, Continue};
use std::path::PathBuf;

use super::context::CommandContext;
use super::failure::Failure;
use super::messages::print_message;
use super::parallel::{available_threads, map_in_order};
use super::paths::display_path;
use super::progress::Progress;
use super::read_map::{damaged_file_warning, load_map_silently, repeated_ids_warning};
use crate::map::JourneyMap;

/// The files to read.
pub(super) struct MapFiles<'a> {
    pub files: &'a [PathBuf],
    /// True if the result goes to standard output.
    pub prints_result: bool,
    pub context: &'a CommandContext,
}

impl MapFiles<'_> {
    /// Reads all files on all cores. Passes the result of `work` on each map to `take`, in the order of the files, until
    /// `take` breaks. Reports the files that cannot be read, and returns their number.
    pub(super) fn read<T: Send>(
        &self,
        work: impl Fn(&str, &JourneyMap) -> T + Sync,
        mut take: impl FnMut(T) -> Result<ControlFlow<()>, Failure>,
    ) -> Result<usize, Failure> {
        let context = self.context;
        let mut progress = Progress::new(self.files.len(), self.prints_result, &context.lang);
        let mut unread_count = 0;
        let mut outcome = Ok(());
        let read = |nth: usize| {
            let path = &self.files[nth];
            let loaded = load_map_silently(path)?;
            let warnings = [repeated_ids_warning(path, &loaded, context), damaged_file_warning(path, &loaded, context)];
            Ok((warnings, work(&display_path(path), &loaded.map)))
        };
        map_in_order(self.files.len(), available_threads(), read, |read: Option<Result<_, Failure>>| {
            let Some(read) = read else {
                progress.refresh();
                return Continue(());
            };
            progress.advance();
            match read {
                Ok((warnings, result)) => {
                    for warning in warnings.iter().flatten() {
                        progress.suspend(|| print_message(warning));
                    }
                    take(result).unwrap_or_else(|failure| {
                        outcome = Err(failure);
                        Break(())
                    })
                }
                Err(failure) => {
                    unread_count += 1;
                    progress.suspend(|| failure.report(context));
                    Continue(())
                }
            }
        });
        outcome.map(|()| unread_count)
    }
}
