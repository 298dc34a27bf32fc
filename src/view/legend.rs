//! The meanings of the symbols of kinds and intents.

use ratatui::style::Style;

use super::painter::Painter;
use super::theme::{intent_symbol, kind_symbol};
use crate::map::{Intent, Kind};

/// A symbol, its meaning and its style.
pub(crate) type LegendEntry = (&'static str, String, Style);

/// Returns the meanings of the symbols of kinds.
pub(crate) fn kinds(painter: &Painter<'_>) -> [LegendEntry; 3] {
    let (theme, lang) = (painter.theme, painter.lang());
    Kind::ALL.map(|kind| (kind_symbol(Some(kind)), lang.kind(kind).to_owned(), theme.kind(Some(kind))))
}

/// Returns the meanings of the symbols of intents.
pub(crate) fn intents(painter: &Painter<'_>) -> [LegendEntry; 2] {
    let (theme, lang) = (painter.theme, painter.lang());
    Intent::ALL.map(|intent| (intent_symbol(Some(intent)), lang.intent(intent).to_owned(), theme.intent(Some(intent))))
}
