//! Words of stages and of values, as people write them in several languages.

use crate::cli::taking_in::take_in;
use periplo::map::Phase;

/// Returns the phases of touchpoints that are named after their stages, as letters.
#[track_caller]
fn phases(stages: &[&str]) -> String {
    let rows: String = stages.iter().enumerate().map(|(nth, stage)| format!("{stage},does {nth}\n")).collect();
    let read = take_in(format!("Stage,Action\n{rows}"), &[]);
    let phase_of = |nth: usize| {
        let name = format!("does {nth}");
        let found = Phase::ALL.into_iter().find(|phase| read.names(*phase).contains(&name.as_str()));
        found.expect("a touchpoint").key().chars().next().expect("a letter")
    };
    (0..stages.len()).map(phase_of).collect()
}

#[test]
fn stages_of_well_known_models_have_phases() {
    assert_eq!(phases(&["Acquisition", "Activation", "Retention", "Referral", "Revenue"]), "bdaad");
    assert_eq!(phases(&["Awareness", "Consideration", "Acquisition", "Service", "Loyalty"]), "bbdaa");
    assert_eq!(phases(&["Pre-sale", "Sale", "After-sales"]), "bda");
    assert_eq!(phases(&["Preventa", "Venta", "Posventa"]), "bda");
    assert_eq!(phases(&["Aware", "Appeal", "Ask", "Act", "Advocate"]), "bbbda");
    assert_eq!(phases(&["See", "Think", "Do", "Care"]), "bbda");
    assert_eq!(phases(&["Atraer", "Compra", "Deleite"]), "bda");
    assert_eq!(phases(&["Discover", "Sign up", "First month"]), "bda");
    assert_eq!(phases(&["Descubrir", "Inscripción", "Primer mes"]), "bda");
}

#[test]
fn words_for_values_are_known_in_several_languages() {
    let read = take_in(
        "Touchpoint,Kind,Effort,Agent,Emotion\nA,Digital,high,Human,positive\nB,physical,Low,system,negative\n\
         C,presencial,medio,persona,feliz\nD,online,alto,chatbot,triste\nE,numérique,hoch,Mensch,heureux\n",
        &[],
    );
    assert!(!read.told.contains("warning: t.csv:2"), "{}", read.told);
    let all = read.map.touchpoints().map(|(_, each)| {
        let word = |choice: Option<&str>| choice.unwrap_or("-").to_owned();
        let kind = word(each.kind.map(|kind| kind.key()));
        let effort = word(each.effort.map(|effort| effort.key()));
        [kind, effort, word(each.agent.map(|agent| agent.key()))].join(" ").to_lowercase()
    });
    let expected = [
        "online large person",
        "offline small machine",
        "offline medium person",
        "online large machine",
        "online large person",
    ];
    assert_eq!(all.collect::<Vec<_>>(), expected);
    assert_eq!(read.emotions(), [Some(1), Some(-1), Some(2), Some(-1), Some(2)]);
}

const HEADINGS: [(&str, &str); 6] = [
    ("Punto de contacto,Etapa,Canal,Emociones,Puntos de dolor,Responsable,Vence,Actores,Objetivo", "es"),
    ("Kontaktpunkt,Phase,Kanal,Gefühl,Schmerzpunkte,Zuständig,Fällig,Akteure,Ziel", "de"),
    ("Point de contact,Étape,Canal,Émotions,Points de friction,Responsable,Échéance,Acteurs,Objectif", "fr"),
    ("Punto di contatto,Fase,Canale,Emozioni,Punti di dolore,Responsabile,Scadenza,Attori,Obiettivo", "it"),
    ("Ponto de contato,Etapa,Canal,Emoções,Pontos de dor,Responsável,Prazo,Atores,Objetivo", "pt"),
    ("Touchpoint,Stage,Channel,Emotions,Pain points,Assigned to,Due date,Stakeholders,Goals", "en"),
];

#[test]
fn one_table_is_read_in_six_languages() {
    for (headings, language) in HEADINGS {
        let read = take_in(format!("{headings}\nPays,Checkout,desk,2,Queue,Ana,2026-12-24,Bo,Leave soon\n"), &[]);
        let pays = read.first(Phase::During);
        let texts = [&pays.channel, &pays.pain, &pays.owner, &pays.need].map(|text| text.as_deref());
        assert_eq!(texts, [Some("desk"), Some("Queue"), Some("Ana"), Some("Leave soon")], "{language}: {}", read.told);
        assert_eq!(pays.emotion.map(|emotion| emotion.value()), Some(2), "{language}: {}", read.told);
        assert!(pays.due.is_some() && pays.actors.len() == 1, "{language}: {}", read.told);
        assert_eq!(pays.notes, None, "{language}: {}", read.told);
    }
}
