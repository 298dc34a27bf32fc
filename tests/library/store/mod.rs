//! The room `store` from outside: files that are good, files that are bad, and saving.

mod backups;
mod bad;
mod comments;
mod comments_anywhere;
mod configuration;
mod good;
mod hostile;
mod journal;
mod leftovers;
mod maps;
#[cfg(unix)]
mod rights;
mod saving;
mod walking;
