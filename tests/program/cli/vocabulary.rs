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
