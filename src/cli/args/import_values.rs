//! Parsers for the arguments of `import` that say what a table means.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::exchange::import::shape::choices::Shape;
use crate::exchange::import::shape::heading::role_of_option;
use crate::exchange::import::shape::role::Role;
use crate::exchange::import::vocabulary::Vocabulary;
use crate::lang::{Lang, Language};
use crate::map::entry::Entry;

/// Why an argument like `HEADING=VALUE` cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum ImportValueError {
    #[error("`{0}` has no `=`; write it like \"{1}\"")]
    NoEquals(String, &'static str),
    #[error(
        "`{0}` is no field; use a column of the inventory, such as touchpoint, phase, channel or reach, or step, date, person, notes, keep or none"
    )]
    UnknownField(String),
    #[error("`{0}` is no mark; use marks of quick entry, such as #online, #unint, @web or !")]
    NoMark(String),
}

/// Returns the parser of a shape's name.
pub(super) fn shape() -> impl TypedValueParser<Value = Shape> {
    let names = PossibleValuesParser::new(Shape::ALL.map(Shape::key));
    names.try_map(|name| Shape::ALL.into_iter().find(|shape| shape.key() == name).ok_or("no such shape"))
}

/// Splits an argument at its last `=`: headings may contain one.
fn halves<'a>(text: &'a str, example: &'static str) -> Result<(&'a str, &'a str), ImportValueError> {
    let (name, value) = text.rsplit_once('=').ok_or_else(|| ImportValueError::NoEquals(text.to_owned(), example))?;
    Ok((name.trim(), value.trim()))
}

/// Parses `HEADING=FIELD`.
pub(super) fn column(text: &str) -> Result<(String, Role), ImportValueError> {
    let (heading, field) = halves(text, "Sticker=touchpoint")?;
    let lang = Lang::new(Language::English);
    let role = role_of_option(field, &Vocabulary::new(&lang));
    Ok((heading.to_owned(), role.ok_or_else(|| ImportValueError::UnknownField(field.to_owned()))?))
}

/// Parses `HEADING=VALUE`.
pub(super) fn filter(text: &str) -> Result<(String, String), ImportValueError> {
    halves(text, "month=2026-03").map(|(heading, value)| (heading.to_owned(), value.to_owned()))
}

/// Parses `WORD=MARK`; a mark is what quick entry understands.
pub(super) fn mark(text: &str) -> Result<(String, Entry), ImportValueError> {
    let (word, mark) = halves(text, "quote=#unint")?;
    let entry = Entry::parse(mark);
    if !entry.name.is_empty() || entry == Entry::default() {
        return Err(ImportValueError::NoMark(mark.to_owned()));
    }
    Ok((word.to_owned(), entry))
}
