//! Words for feelings as people write them in tables, in six languages, each with its emotion.

use crate::map::Emotion;

/// Words without case, accents and blanks, from the worst emotion to the best.
#[rustfmt::skip]
const WORDS: [&[&str]; 5] = [
    &["verybad", "terrible", "awful", "horrible", "angry", "furious", "outraged", "muymal", "muymalo", "fatal", "pesimo", "pesima",
        "enfadado", "enfadada", "furioso", "furiosa", "indignado", "indignada", "sehrschlecht", "wutend", "verargert", "tresmal",
        "tresmauvais", "furieux", "furieuse", "encolere", "moltomale", "arrabbiato", "arrabbiata", "furibondo", "muitomau", "muitomal",
        "zangado", "zangada"],
    &["poor", "sad", "annoyed", "frustrated", "frustrating", "unhappy", "disappointed", "worried", "anxious", "unsure", "insecure",
        "confused", "stressed", "impatient", "nervous", "negative", "mal", "malo", "regular", "triste", "frustrado", "frustrada",
        "decepcionado", "decepcionada", "preocupado", "preocupada", "inseguro", "insegura", "confundido", "confundida", "confuso",
        "confusa", "molesto", "molesta", "nervioso", "nerviosa", "impaciente", "estresado", "estresada", "descontento", "descontenta",
        "insatisfecho", "insatisfecha", "negativo", "negativa", "schlecht", "unsicher", "genervt", "frustriert", "enttauscht",
        "traurig", "unzufrieden", "besorgt", "verwirrt", "nervos", "ungeduldig", "negativ", "mauvais", "mauvaise", "agace", "agacee",
        "frustre", "frustree", "decu", "decue", "inquiet", "inquiete", "confus", "negatif", "male", "cattivo", "deluso", "delusa",
        "preoccupato", "preoccupata", "insicuro", "insicura", "mau", "ma", "preocupante", "desapontado", "desapontada"],
    &["ok", "okay", "fine", "indifferent", "calm", "soso", "neutro", "neutrale", "neutre", "indiferente", "normal", "tranquilo",
        "tranquila", "masomenos", "gleichgultig", "mittel", "indifferente", "correct", "cosicosi"],
    &["happy", "glad", "pleased", "satisfied", "relieved", "confident", "hopeful", "positive", "bien", "bueno", "contento", "contenta",
        "alegre", "satisfecho", "satisfecha", "aliviado", "aliviada", "confiado", "confiada", "seguro", "segura", "ilusionado",
        "ilusionada", "positivo", "positiva", "gut", "zufrieden", "froh", "erleichtert", "hoffnungsvoll", "sicher", "positiv", "bon",
        "bonne", "content", "contente", "satisfait", "satisfaite", "soulage", "soulagee", "rassure", "rassuree", "positif", "bene",
        "buono", "soddisfatto", "soddisfatta", "sollevato", "sollevata", "bem", "bom", "boa", "satisfeito", "satisfeita"],
    &["verygood", "great", "excellent", "delighted", "thrilled", "excited", "enthusiastic", "veryhappy", "muybien", "muybueno",
        "excelente", "genial", "encantado", "encantada", "entusiasmado", "entusiasmada", "feliz", "muyfeliz", "muycontento",
        "muycontenta", "sehrgut", "begeistert", "glucklich", "ausgezeichnet", "tresbien", "tresbon", "ravi", "ravie", "enchante",
        "enchantee", "heureux", "heureuse", "moltobene", "felice", "entusiasta", "ottimo", "ottima", "muitobem", "muitobom", "otimo",
        "otima"],
];

/// Returns the emotion of a word without case, accents and blanks, if it is known.
pub(super) fn emotion(word: &str) -> Option<Emotion> {
    let at = WORDS.iter().position(|words| words.contains(&word))?;
    Some(Emotion::ALL[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_has_two_emotions() {
        let words: Vec<&str> = WORDS.iter().flat_map(|words| words.iter().copied()).collect();
        for (nth, word) in words.iter().enumerate() {
            assert!(!words[..nth].contains(word), "{word}");
        }
    }
}
