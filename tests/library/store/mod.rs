//! Tests of `store` through its public functions.

mod any_map;
mod attributes;
mod backups;
mod bad;
mod comments;
mod comments_anywhere;
mod configuration;
mod dense;
mod finding_maps;
mod good;
mod hostile;
mod journal;
mod journal_changes;
mod leftovers;
mod locks;
#[cfg(unix)]
mod outputs;
#[cfg(unix)]
mod permissions;
mod save_history;
mod saving;
mod several_writers;
