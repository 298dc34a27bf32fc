//! Rows of a table that sum up others, and rows that count those who left.

use std::borrow::Cow;

use super::heading::words_of;
use super::heading_words::is_unit;
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
];

/// Words for a row of averages, in six languages, without blanks.
#[rustfmt::skip]
const AVERAGES: &[&str] = &[
    "average", "averages", "avg", "promedio", "media", "mean", "median", "mediana", "durchschnitt", "mittelwert", "moyenne",
    "dailyaverage", "promediodiario", "mediadiaria", "%", "percentage", "porcentaje",
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

/// Words for everybody, in six languages, folded.
#[rustfmt::skip]
const ALL: &[&str] = &[
    "all", "total", "overall", "everyone", "everybody", "todos", "todas", "todo", "toda", "tous", "toutes", "alle", "gesamt",
    "insgesamt", "tutti", "tutte", "totale",
];
/// Words that may stand beside a word for everybody, besides units, in six languages, folded.
#[rustfmt::skip]
const OF_ALL: &[&str] = &[
    "the", "of", "los", "las", "el", "la", "de", "les", "die", "der", "gli", "le", "i", "os", "as", "devices", "device", "countries",
    "channels", "segments", "sources", "platforms", "traffic", "groups", "regions", "campaigns", "dispositivos", "paises", "canales",
    "segmentos", "fuentes", "plataformas", "trafico", "grupos", "regiones", "publico", "mundo", "appareils", "pays", "canaux", "gerate",
    "lander", "kanale", "segmente", "dispositivi", "paesi", "canali", "segmenti", "canais", "user", "customer",
];

/// Returns true if the name of a group means everybody, such as `All users`.
pub(crate) fn is_everybody(group: &str) -> bool {
    if group.len() > 40 {
        return false;
    }
    let words = words_of(group);
    let is_known = |word: &String| ALL.contains(&word.as_str()) || OF_ALL.contains(&word.as_str()) || is_unit(word);
    is_total(group) && !is_average(group)
        || words.iter().any(|word| ALL.contains(&word.as_str())) && words.iter().all(is_known)
}

/// Returns true if the text of a row names an average.
fn is_average(text: &str) -> bool {
    is_one_of(AVERAGES, text)
}

/// Returns true if the text of a row names a total or an average.
pub(crate) fn is_total(text: &str) -> bool {
    is_one_of(TOTALS, text) || is_average(text)
}

/// Words that may stand beside a word for leaving in the name of a stage of deals, folded.
#[rustfmt::skip]
const OF_DEALS: &[&str] = &[
    "closed", "close", "deal", "opportunity", "lead", "order", "application", "cierre", "cerrado", "cerrada", "cerrados", "negocio",
    "oportunidad", "venta", "pedido", "solicitud", "trato", "ferme", "affaire", "geschlossen", "verkauf", "chiuso", "chiusa",
    "trattativa", "fechado", "negociacao",
];

/// Returns true if a stage is one that people reach when they leave, such as `Closed lost`.
pub(crate) fn is_exit(stage: &str) -> bool {
    let of_deal = || {
        let words = words_of(stage);
        let (deals, others): (Vec<&String>, Vec<&String>) =
            words.iter().partition(|word| OF_DEALS.contains(&word.as_str()));
        matches!((deals.as_slice(), others.as_slice()), ([_], [word]) if is_one_of(EXITS, word))
    };
    is_one_of(EXITS, stage) || stage.len() <= 40 && of_deal()
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
    let first = letters().next();
    if !words.iter().any(|word| word.chars().next() == first) {
        return false;
    }
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
        for text in ["All users", "Todos los usuarios", "total", "Alle Nutzer", "Tous les appareils", "(all)"] {
            assert!(is_everybody(text), "{text}");
        }
        assert!(!is_everybody("Mobile") && !is_everybody("All-in-one printer") && !is_everybody("Average"));
        assert!(
            is_exit("Cierre perdido") && is_exit("Deal lost") && is_exit("Pedido cancelado") && !is_exit("Lost card")
        );
        assert!(is_exit("Closed-Lost") && is_exit("Cancelación") && is_exit("gekündigt") && !is_exit("visit"));
    }
}
