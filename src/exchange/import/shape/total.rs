//! Rows of a table that sum up others, and rows that count those who left.

use std::borrow::Cow;

use crate::map::text::fold;

/// Words for a row of totals, in six languages, without blanks.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "sum",
    "suma",
    "totales",
    "overall",
    "all",
    "todos",
    "todas",
    "summe",
    "gesamt",
    "gesamtsumme",
    "insgesamt",
    "somme",
    "totaux",
    "totalgeneral",
    "totale",
    "totali",
    "somma",
    "totais",
    "soma",
    "average",
    "promedio",
    "media",
    "mean",
    "durchschnitt",
    "moyenne",
];

/// Words of stages that people reach when they leave, in six languages, without blanks.
const EXITS: &[&str] = &[
    "rejected",
    "rejection",
    "declined",
    "denied",
    "refused",
    "cancelled",
    "canceled",
    "cancellation",
    "dropped",
    "dropoff",
    "abandoned",
    "lost",
    "closedlost",
    "churned",
    "churn",
    "bounced",
    "exit",
    "unsubscribed",
    "withdrawn",
    "rechazado",
    "rechazada",
    "rechazo",
    "denegado",
    "denegada",
    "cancelado",
    "cancelada",
    "cancelacion",
    "abandonado",
    "abandonada",
    "abandono",
    "perdido",
    "perdida",
    "baja",
    "desistido",
    "desistimiento",
    "descartado",
    "descartada",
    "refuse",
    "annule",
    "abandonne",
    "perdu",
    "abgelehnt",
    "storniert",
    "abgebrochen",
    "verloren",
    "gekundigt",
    "rifiutato",
    "annullato",
    "abbandonato",
    "perso",
    "recusado",
    "rejeitado",
];

/// Returns true if the text of a row names a total.
pub(crate) fn is_total(text: &str) -> bool {
    is_one_of(TOTALS, text)
}

/// Returns true if a stage is one that people reach when they leave.
pub(crate) fn is_exit(stage: &str) -> bool {
    is_one_of(EXITS, stage)
}

/// Returns true if a text is one of these words: case, accents, blanks, hyphens and a colon at its end do not matter.
fn is_one_of(words: &[&str], text: &str) -> bool {
    let text = text.trim().trim_end_matches(':');
    // Longer texts are none of these words, and there may be many.
    if text.len() > 40 {
        return false;
    }
    let folded = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(fold(text)) };
    let letters = || folded.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_lowercase());
    let length = letters().count();
    words.iter().any(|word| word.len() == length && word.chars().eq(letters()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_recognised_however_they_are_written() {
        for text in ["Total", " GRAND total: ", "sub-total", "Promedio", "tödas"] {
            assert!(is_total(text), "{text}");
        }
        assert!(is_exit("Closed-Lost") && is_exit("Cancelación") && is_exit("gekündigt") && !is_exit("visit"));
    }
}
