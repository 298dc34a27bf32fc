//! Parsers for arguments that are one of several values: formats, keys and words of the method.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PathBufValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::exchange::Format;
use crate::map::text::fold;
use crate::map::{Line, Name, TextError};
use crate::store::disk;

/// Returns a parser that turns a format's name into its renderer.
pub(super) fn renderer<R>(formats: &'static [Format<R>]) -> impl TypedValueParser<Value = R>
where
    R: Copy + Send + Sync + 'static,
{
    format(formats).map(|format| format.convert)
}

/// Returns a parser that turns a format's name into the format.
pub(super) fn format<R>(formats: &'static [Format<R>]) -> impl TypedValueParser<Value = &'static Format<R>>
where
    R: Send + Sync + 'static,
{
    let values = formats.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(values)
        .try_map(move |name| formats.iter().find(|format| format.name == name).ok_or("no such format"))
}

/// Returns a parser that turns a key into the value with that key.
pub(super) fn one_of<T, const N: usize>(all: [T; N], key: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.map(key))
        .try_map(move |name| all.into_iter().find(|&value| key(value) == name).ok_or("no such value"))
}

/// Returns a parser like [`one_of`] that also accepts other words, such as the Spanish ones, whatever their case and
/// accents.
pub(super) fn one_of_words<T, const N: usize>(
    all: [T; N],
    key: fn(T) -> &'static str,
    words: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    WordParser { keys: one_of(all, key), words }
}

#[derive(Clone)]
struct WordParser<P, T: 'static> {
    keys: P,
    words: &'static [(&'static str, T)],
}

impl<P, T> TypedValueParser for WordParser<P, T>
where
    P: TypedValueParser<Value = T>,
    T: Copy + Send + Sync + 'static,
{
    type Value = T;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<T, Error> {
        let given: String = fold(&value.to_string_lossy()).chars().filter(|c| c.is_alphanumeric()).collect();
        match self.words.iter().find(|(word, _)| *word == given) {
            Some((_, meaning)) => Ok(*meaning),
            None => self.keys.parse_ref(command, argument, value),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.keys.possible_values()
    }
}

/// Parses the title of a map.
pub(super) fn title(raw: &str) -> Result<Name, String> {
    Name::new(raw).map_err(|fault| format!("a title is {fault}"))
}

/// Parses a text of one line.
pub(super) fn line(raw: &str) -> Result<Line, String> {
    Line::optional(raw).and_then(|line| line.ok_or(TextError::Empty)).map_err(|fault| format!("it must be {fault}"))
}

/// Returns a parser for the path of a folder that exists.
pub(super) fn folder() -> impl TypedValueParser<Value = PathBuf> {
    let existing = |path: PathBuf| {
        if disk::is_folder(&path) { Ok(path) } else { Err("there is no such folder") }
    };
    PathBufValueParser::new().try_map(existing)
}
