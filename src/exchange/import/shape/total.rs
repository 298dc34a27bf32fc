//! Rows of a table that sum up others, and rows that count those who left.

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
    TOTALS.contains(&squeezed(text).as_str())
}

/// Returns true if a stage is one that people reach when they leave.
pub(crate) fn is_exit(stage: &str) -> bool {
    EXITS.contains(&squeezed(stage).as_str())
}

/// Returns a text without case, accents, blanks and hyphens, and without a colon at its end.
fn squeezed(text: &str) -> String {
    // Longer texts are none of these words, and there may be many.
    if text.len() > 40 {
        return String::new();
    }
    let folded = fold(text.trim().trim_end_matches(':'));
    folded.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}
