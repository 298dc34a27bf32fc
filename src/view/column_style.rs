//! How the cards of a column are drawn: all alike, with as many facts as there is space for on every one of them.

use ratatui::layout::Rect;

use super::card::{CardStyle, TouchpointCard};
use super::card_face::{CardFace, ColumnFacts};
use super::card_line::CompactFacts;
use super::card_texts::CardTexts;
use super::theme::Theme;
use crate::lang::Lang;
use crate::map::field::TOUCHPOINT;
use crate::store::config::Density;

/// The minimum height of a column with cards of several lines and blank lines between them.
pub(crate) const ROOMY: u16 = 24;
/// The maximum number of lines of one text on cards that are all visible.
const WHOLE_TEXT_LINES: usize = 12;

/// The cards of a column, from the first one that may be visible to the last one.
#[derive(Debug, PartialEq)]
pub(crate) struct ColumnCards {
    /// The cards that match the filter; their style is not known yet.
    pub cards: Vec<TouchpointCard>,
    /// The lines that other cards and the blank lines between steps take, if all cards of the column are among these.
    pub other_lines: Option<usize>,
    pub body: Rect,
    pub density: Density,
    /// True if the phase is widened.
    pub is_widened: bool,
}

/// Returns the style of the cards of a column, which is not narrowed.
pub(crate) fn style((theme, lang): (&Theme, &Lang), column: &ColumnCards) -> CardStyle {
    let width = column.body.width;
    if column.density == Density::Compact {
        return CardStyle::Compact(CompactFacts::fitting((theme, lang), &column.cards, width));
    }
    let cards = column.cards.iter().map(|card| (&*card.touchpoint, card.facts_width(lang, width)));
    let facts = ColumnFacts::of(lang, cards);
    let face = facts.on_several_lines();
    if column.is_widened {
        let whole = CardStyle::Full(face, CardTexts { lines: WHOLE_TEXT_LINES, ..CardTexts::ALL });
        return if column.fits(lang, whole) { whole } else { CardStyle::Full(face, CardTexts::ALL) };
    }
    if let Some(texts) = column.texts(lang, face) {
        return CardStyle::Full(face, texts);
    }
    let on_two_lines = facts.on_two_lines();
    if column.body.height >= ROOMY || column.fits(lang, CardStyle::Full(on_two_lines, CardTexts::NONE)) {
        return CardStyle::Full(on_two_lines, CardTexts::NONE);
    }
    CardStyle::Full(facts.on_one_line(), CardTexts::NONE)
}

impl ColumnCards {
    /// Returns true if all cards of the column fit into it with a style.
    fn fits(&self, lang: &Lang, style: CardStyle) -> bool {
        let space = usize::from(self.body.height);
        let Some(mut lines) = self.other_lines.filter(|lines| lines + self.cards.len() <= space) else { return false };
        self.cards.iter().all(|card| {
            lines += usize::from(TouchpointCard { style, ..card.clone() }.height(lang, self.body.width));
            lines <= space
        })
    }

    /// Returns the most texts that fit on all cards below a face; none if not even the faces fit.
    fn texts(&self, lang: &Lang, face: CardFace) -> Option<CardTexts> {
        let texts = |fields| match fields {
            0 => CardTexts::NONE,
            fields => CardTexts { fields, lines: WHOLE_TEXT_LINES },
        };
        let fits = |fields: &usize| self.fits(lang, CardStyle::Full(face, texts(*fields)));
        if !fits(&0) {
            return None;
        }
        let counts: Vec<usize> = (1..=TOUCHPOINT.len()).collect();
        Some(texts(counts.partition_point(fits)))
    }
}
