//! The room `store` from outside: files that are good, files that are bad, and saving.

mod bad;
mod configuration;
mod good;
mod hostile;
mod journal;
mod maps;
mod saving;
mod walking;
