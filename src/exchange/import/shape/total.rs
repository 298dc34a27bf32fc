//! Rows of a table that sum up others, and rows that count those who left.

use crate::exchange::import::vocabulary::plain;

/// Words for a row of totals, in six languages, without blanks.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "subtotal",
    "sum",
    "suma",
    "totales",
    "totalgeneral",
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
    "dropoff",
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
    TOTALS.contains(&plain(text).as_str())
}

/// Returns true if a stage is one that people reach when they leave.
pub(crate) fn is_exit(stage: &str) -> bool {
    EXITS.contains(&plain(stage).as_str())
}
