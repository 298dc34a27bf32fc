//! What is known of a touchpoint, in words and as signs.

use super::super::pen::{Piece, piece, pieces_width};
use super::super::theme::{Theme, intent_sign, kind_sign};
use crate::app::model::state::State;
use crate::map::Touchpoint;
use crate::map::width::{width, wrap};

/// The most dots that are drawn one by one.
const DOTS: u64 = 10;
/// The most lines of one fact.
const FACT_LINES: usize = 3;

/// Kind, intent, channel, and whether it is a critical moment.
pub fn tags(state: &State, touchpoint: &Touchpoint, theme: &Theme) -> Vec<Piece<'static>> {
    let lang = &state.lang;
    let kind = touchpoint
        .kind
        .map(|kind| piece(format!("{} {}", kind_sign(Some(kind)), lang.kind(kind)), theme.kind(Some(kind))));
    let intent = touchpoint.intent.map(|intent| {
        piece(format!("{} {}", intent_sign(Some(intent)), lang.intent(intent)), theme.intent(Some(intent)))
    });
    let channel = touchpoint.channel.as_deref().map(|channel| piece(format!("@{channel}"), theme.plain));
    let critical = touchpoint.critical.then(|| piece(format!("! {}", lang.field("critical")), theme.critical));
    [critical, kind, intent, channel].into_iter().flatten().collect()
}

/// How the customer feels, how many get there, and how many votes it has.
pub fn numbers(state: &State, touchpoint: &Touchpoint, unit: Option<&str>, theme: &Theme) -> Vec<Piece<'static>> {
    let lang = &state.lang;
    let emotion = touchpoint.emotion.map(|emotion| {
        let style = match emotion.value() {
            i8::MIN..=-1 => theme.bad,
            0 => theme.plain,
            1..=i8::MAX => theme.good,
        };
        piece(format!("{} {}", emotion.face(), lang.emotion(emotion)), style)
    });
    let reach = touchpoint.reach.map(|reach| {
        let (number, evidence) = (lang.number(u128::from(reach)), lang.evidence(touchpoint.evidence));
        let counted =
            unit.map_or_else(|| format!("{} {number}", lang.field("reach")), |unit| format!("{number} {unit}"));
        piece(format!("{counted} ({evidence})"), theme.strong)
    });
    let votes = (touchpoint.votes > 0)
        .then(|| piece(format!("{} {}", dots(touchpoint.votes), lang.present_votes(touchpoint.votes)), theme.strong));
    [emotion, reach, votes].into_iter().flatten().collect()
}

/// All of that as signs alone, in one line.
pub fn signs(state: &State, touchpoint: &Touchpoint, theme: &Theme) -> Vec<Piece<'static>> {
    let kind = touchpoint.kind.map(|kind| piece(kind_sign(Some(kind)), theme.kind(Some(kind))));
    let intent = touchpoint.intent.map(|intent| piece(intent_sign(Some(intent)), theme.intent(Some(intent))));
    let critical = touchpoint.critical.then(|| piece("!", theme.critical));
    let emotion = touchpoint.emotion.map(|emotion| piece(emotion.face(), theme.plain));
    let reach = touchpoint.reach.map(|reach| piece(state.lang.short_number(u128::from(reach)), theme.strong));
    let votes = (touchpoint.votes > 0).then(|| piece(format!("●{}", touchpoint.votes), theme.strong));
    let signs = [critical, kind, intent, emotion, reach, votes].into_iter().flatten();
    signs
        .enumerate()
        .flat_map(|(nth, sign)| (nth > 0).then(|| piece(" ", theme.plain)).into_iter().chain([sign]))
        .collect()
}

/// A dot for each vote, as far as they can be told apart.
pub fn dots(votes: u64) -> String {
    let dots = "●".repeat(usize::try_from(votes.min(DOTS)).unwrap_or_default());
    if votes > DOTS { format!("{dots}…") } else { dots }
}

/// Facts side by side, in as many lines as they need; one that is wider than a line goes on in the next.
pub fn flow(facts: Vec<Piece<'static>>, cells: usize, theme: &Theme) -> Vec<Vec<Piece<'static>>> {
    let mut lines: Vec<Vec<Piece<'static>>> = Vec::new();
    for (fact, style) in facts {
        let parts = wrap(&fact, cells, FACT_LINES).into_iter().map(|range| piece(fact[range].to_owned(), style));
        for (nth, part) in parts.enumerate() {
            match lines.last_mut() {
                Some(line) if nth == 0 && pieces_width(line) + 3 + width(&part.0) <= cells => {
                    line.extend([piece("   ", theme.plain), part]);
                }
                Some(_) | None => lines.push(vec![part]),
            }
        }
    }
    lines
}
