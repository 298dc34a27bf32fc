//! Arguments that are one of several: names of formats, keys of values, and words of the method in Spanish too.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::exchange::Format;
use crate::map::text::fold;

/// A parser of the names of these formats, for what they are rendered by.
pub fn format<R>(formats: &'static [Format<R>]) -> impl TypedValueParser<Value = R>
where
    R: Copy + Send + Sync + 'static,
{
    row(formats).map(|format| format.render)
}

/// A parser of the names of these formats.
pub fn row<R>(formats: &'static [Format<R>]) -> impl TypedValueParser<Value = &'static Format<R>>
where
    R: Send + Sync + 'static,
{
    let values = formats.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(values)
        .try_map(move |name| formats.iter().find(|format| format.name == name).ok_or("no such format"))
}

/// A parser of the names of these values.
pub fn keyed<T, const N: usize>(all: [T; N], key: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.map(key))
        .try_map(move |name| all.into_iter().find(|&value| key(value) == name).ok_or("no such value"))
}

/// A parser of these values by their keys, and by other words for them, whatever case and accents.
pub fn spoken<T, const N: usize>(
    all: [T; N],
    key: fn(T) -> &'static str,
    words: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    Spoken { keys: keyed(all, key), words }
}

#[derive(Clone)]
struct Spoken<P, T: 'static> {
    keys: P,
    words: &'static [(&'static str, T)],
}

impl<P, T> TypedValueParser for Spoken<P, T>
where
    P: TypedValueParser<Value = T>,
    T: Copy + Send + Sync + 'static,
{
    type Value = T;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<T, Error> {
        let said: String = fold(&value.to_string_lossy()).chars().filter(|c| c.is_alphanumeric()).collect();
        match self.words.iter().find(|(word, _)| *word == said) {
            Some((_, meaning)) => Ok(*meaning),
            None => self.keys.parse_ref(command, argument, value),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.keys.possible_values()
    }
}
