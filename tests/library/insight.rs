//! Summary, balance and priorities of a map, against values computed by hand.

use periplo::lang::{Lang, Language};
use periplo::map::balance::{Balance, BalanceField, Tag};
use periplo::map::priority::{Loss, LostBuyers, MissingInput, PriorityReason};
use periplo::map::{
    Agent, Contact, Emotion, Evidence, Funnel, Intent, JourneyMap, Kind, Phase, Place, Priorities, Summary,
};
use periplo::store::ron_text;

/// Builds a map from lists of touchpoints in RON.
fn map(before: &str, during: &str, after: &str) -> JourneyMap {
    let text = format!("(format: 1, title: \"Test\", before: [{before}], during: [{during}], after: [{after}])");
    ron_text::parse(&text).expect("the text is a map").map
}

fn summary(map: &JourneyMap) -> (Summary, Vec<String>) {
    let funnel = Funnel::of(map);
    let summary = Summary::of(map, &funnel);
    (summary, Lang::new(Language::English).summary(&summary, map, &funnel))
}

#[test]
fn the_summary_names_loss_lever_and_evidence() {
    let map = map(
        "(name: \"Sees it\", reach: 90400, evidence: Measured), (name: \"Comes in\", reach: 22600)",
        "(name: \"Asks\", reach: 4520, evidence: Reported), (name: \"Pays\", reach: 1130)",
        "(name: \"Unpacks\", reach: 900)",
    );
    let (summary, said) = summary(&map);
    let (loss, lever) = (summary.loss.unwrap(), summary.lever.unwrap());
    assert_eq!((loss.step, loss.lost, lever.step), (1, 67_800, 2));
    // 0.01 · 90,400 · 1,130 / 22,600 and 0.01 · 22,600 · 1,130 / 4,520.
    assert!((loss.gained.unwrap() - 45.2).abs() < 1e-9 && (lever.gained.unwrap() - 56.5).abs() < 1e-9);
    assert_eq!((loss.uncertain, lever.uncertain), (None, None));
    assert_eq!((summary.evidence.known(), summary.evidence.count(Evidence::Assumed)), (4, 2));
    assert_eq!(summary.evidence.share(Evidence::Measured), Some(0.25));
    let expected = [
        "Most customers are lost at step 2, “Comes in”: 67,800 go no further. One more point there would bring 45 more \
         buyers.",
        "The worst rate is at step 3, “Asks”: 20% come through.",
        "The best lever is step 3, “Asks”: one more point there would bring 57 more buyers.",
        "The funnel rests on 4 reaches: 50% assumed (2), 25% reported (1), 25% measured (1).",
    ];
    assert_eq!(said, expected);
    let funnel = Funnel::of(&map);
    let spanish = Lang::new(Language::Spanish).summary(&summary, &map, &funnel);
    let expected = "La mejor palanca es el paso 3, «Asks»: un punto más ahí daría 57 compradores más.";
    assert_eq!(spanish[2], expected);
    assert_eq!(spanish[1], "La peor tasa está en el paso 3, «Asks»: pasa el 20 %.");
}

#[test]
fn the_summary_names_the_alternatives_of_a_step() {
    let with = |others: &str| {
        let before = format!("(name: \"Sees\", reach: 2000), (name: \"Asks\", reach: 80), {others}");
        summary(&map(&before, "", "")).1.remove(0)
    };
    let two = with("(name: \"Calls\", reach: 20, with_previous: true)");
    assert!(two.starts_with("Most customers are lost at step 2, “Asks” or “Calls”: 1,900 "), "{two}");
    let three = with("(name: \"Calls\", with_previous: true), (name: \"Writes\", with_previous: true)");
    assert!(three.starts_with("Most customers are lost at step 2, “Asks” ×3: 1,920 "), "{three}");
    let long = with(&format!("(name: \"{}\", with_previous: true)", "Calls again ".repeat(12)));
    assert!(long.starts_with("Most customers are lost at step 2, “Asks” ×2: 1,920 "), "{long}");
}

#[test]
fn the_summary_says_when_there_are_too_few_customers() {
    // Wilson's interval of 9 of 20 is 25.8 % to 65.8 %, 40 points wide; of 450 of 1,000 it is 6 points wide.
    let few = map("(name: \"Sees\", reach: 20), (name: \"Buys\", reach: 9)", "", "");
    let (few, said) = summary(&few);
    let (low, high) = few.loss.unwrap().uncertain.expect("uncertain");
    assert!((low - 0.258).abs() < 0.001 && (high - 0.658).abs() < 0.001, "{low} {high}");
    let expected = "Most customers are lost at step 2, “Buys”: 11 go no further. It also has the worst rate: \
                    45% come through. One more point there would bring 0.2 more buyers; no other step gives more. Too few \
                    got there to say for sure: between 26% and 66% come through.";
    assert_eq!(said, [expected, "The funnel rests on 2 reaches: 100% assumed (2)."]);
    let many = map("(name: \"Sees\", reach: 1000), (name: \"Buys\", reach: 450)", "", "");
    assert_eq!(summary(&many).0.loss.unwrap().uncertain, None);
}

#[test]
fn the_summary_omits_unknown_and_zero_values() {
    assert!(summary(&map("(name: \"Sees\")", "", "(name: \"Unpacks\", reach: 4)")).1.is_empty());
    let same = map("(name: \"Sees\", reach: 20), (name: \"Buys\", reach: 20)", "", "");
    assert_eq!(summary(&same).1, ["The funnel rests on 2 reaches: 100% assumed (2)."]);
    let nobody = map("(name: \"Sees\", reach: 2000), (name: \"Asks\", reach: 800), (name: \"Buys\", reach: 0)", "", "");
    let (summary, said) = summary(&nobody);
    assert_eq!(summary.loss.unwrap().gained, None, "a point more brings no buyer where nobody buys");
    assert_eq!(said[0], "Most customers are lost at step 2, “Asks”: 1,200 go no further.");
}

#[test]
fn the_balance_counts_tags_and_known_fields() {
    let map = map(
        "(name: \"a\", kind: Online, intent: Intentional, agent: Machine, contact: Indirect, need: \"peace\"),
         (name: \"b\", kind: Online, intent: Intentional, need: \"peace\", reach: 0),
         (name: \"c\", kind: Offline, intent: Unintentional, agent: Person, contact: Direct, owner: \"Ana\"),
         (name: \"d\", kind: Offline)",
        "",
        "(name: \"e\", intent: Intentional, context: \"hurry\", action: \"call\", kpi: \"calls\")",
    );
    let balance = Balance::of(&map);
    assert_eq!(balance.count(Phase::Before, Some(Kind::Online), Some(Intent::Intentional)), 2);
    assert_eq!(balance.count(Phase::Before, Some(Kind::Offline), None), 1);
    assert_eq!(balance.count(Phase::After, None, Some(Intent::Intentional)), 1);
    assert_eq!((balance.most(), balance.total(), balance.of_phase(Phase::Before)), (2, 5, 4));
    assert_eq!([Some(Agent::Person), Some(Agent::Machine), None].map(|agent| balance.of_agent(agent)), [1, 1, 3]);
    let contacts = [Some(Contact::Direct), Some(Contact::Indirect), None];
    assert_eq!(contacts.map(|contact| balance.of_contact(contact)), [1, 1, 3]);
    assert_eq!(BalanceField::ALL.map(|fact| balance.known_count(fact)), [2, 1, 1, 1, 1, 1]);
    assert_eq!(balance.known_share(BalanceField::Need), Some(0.4));
    assert_eq!(Lang::new(Language::English).known_of(BalanceField::Need, &balance), "need: 2 of 5 (40%)");
    assert_eq!(Balance::default().known_share(BalanceField::Need), None);
}

#[test]
fn a_gap_is_a_tag_that_a_phase_with_touchpoints_lacks() {
    let map = map(
        "(name: \"a\", kind: Online, intent: Intentional), (name: \"b\", intent: Intentional)",
        "",
        "(name: \"c\", kind: Product, intent: Unintentional)",
    );
    let balance = Balance::of(&map);
    let gaps = |language| balance.gaps().iter().map(|gap| Lang::new(language).gap(gap)).collect::<Vec<_>>();
    let english = [
        "before: nothing offline (1 without kind)",
        "before: nothing unintentional",
        "after: nothing online",
        "after: nothing offline",
        "after: nothing intentional",
    ];
    assert_eq!(gaps(Language::English), english, "a product is not used before it is bought; an empty phase is no gap");
    assert_eq!(gaps(Language::Spanish)[3], "después: nada fuera de línea");
    assert!(balance.is_gap(Phase::After, Tag::Kind(Kind::Offline)));
    assert!(!balance.is_gap(Phase::After, Tag::Kind(Kind::Product)));
    assert!(!balance.is_gap(Phase::During, Tag::Kind(Kind::Online)));
    assert!(!balance.is_gap(Phase::Before, Tag::Kind(Kind::Product)));
}

#[test]
fn priorities_have_the_scores_computed_by_hand() {
    let map = map(
        "(name: \"first\", reach: 1000, votes: 2), (name: \"unknown\"), (name: \"critical\", critical: true)",
        "(name: \"loses\", reach: 200, emotion: -1), (name: \"buys\", reach: 100, critical: true, emotion: -2, votes: 4)",
        "(name: \"happy\", emotion: 2), (name: \"tells\")",
    );
    let funnel = Funnel::of(&map);
    let priorities = Priorities::of(&map, &funnel);
    let ranked: Vec<_> =
        priorities.ranked.iter().map(|each| (&*map.at(each.place).unwrap().name, each.score)).collect();
    // 800 lost at a likelihood of ½ are 400 buyers, the costliest; 100 lost at 1 are 100 buyers, a quarter of it.
    let buys = 0.3 + 0.3 * 0.25 + 0.2 + 0.2;
    let expected =
        [("buys", buys), ("loses", 0.3 * 0.5 + 0.3), ("critical", 0.2), ("first", 0.2 * 0.5), ("happy", 0.0)];
    assert_eq!(ranked.iter().map(|(name, _)| *name).collect::<Vec<_>>(), expected.map(|(name, _)| name));
    for ((name, found), (_, score)) in ranked.iter().zip(expected) {
        assert!((found - score).abs() < 1e-6, "{name}: {found}");
    }
    let reasons: Vec<_> = priorities.ranked.iter().map(|each| each.reasons()).collect();
    let emotion = |value| PriorityReason::Emotion(Emotion::new(value).unwrap());
    let loss = |lost, buyers| PriorityReason::Loss(Loss { lost, buyers: LostBuyers::About(buyers) });
    assert_eq!(reasons[0], [emotion(-2), PriorityReason::Critical, PriorityReason::Votes(4), loss(100, 100.0)]);
    assert_eq!(reasons[1], [loss(800, 400.0), emotion(-1)]);
    assert_eq!((reasons[2].as_slice(), reasons[4].as_slice()), (&[PriorityReason::Critical][..], &[][..]));
    let unranked: Vec<_> = priorities.unranked.iter().map(|each| (each.place, each.missing())).collect();
    let expected = [
        (Place::new(Phase::Before, 1), vec![MissingInput::Emotion, MissingInput::Votes, MissingInput::Reach]),
        (Place::new(Phase::After, 1), vec![MissingInput::Emotion, MissingInput::Votes]),
    ];
    assert_eq!(unranked, expected);
}

#[test]
fn if_nobody_comes_through_the_loss_counts_fully() {
    let map = map("(name: \"a\", reach: 50), (name: \"b\", reach: 10)", "(name: \"c\", reach: 0)", "");
    let priorities = Priorities::of(&map, &Funnel::of(&map));
    let rows: Vec<_> = priorities.ranked.iter().map(|each| (each.place.phase, each.score, each.inputs.loss)).collect();
    // The 40 lost at the second step would not have bought: nobody does.
    let expected = [
        (Phase::During, 0.3, Some(Loss { lost: 10, buyers: LostBuyers::All })),
        (Phase::Before, 0.0, Some(Loss { lost: 40, buyers: LostBuyers::About(0.0) })),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_loss_never_costs_more_buyers_than_customers_lost() {
    // 1,760 buy, but only 120 order by phone, and 400 online.
    let map = map(
        "(name: \"sees\", reach: 8000), (name: \"looks up\", reach: 3000)",
        "(name: \"enters\", reach: 1900), (name: \"by phone\", reach: 120), (name: \"online\", reach: 400), \
         (name: \"pays\", reach: 1760)",
        "",
    );
    let funnel = Funnel::of(&map);
    let priorities = Priorities::of(&map, &funnel);
    let losses: Vec<_> = priorities
        .ranked
        .iter()
        .map(|each| (&*map.at(each.place).unwrap().name, each.score, each.inputs.loss.unwrap()))
        .collect();
    let about = |lost: u128, from: f64| Loss { lost, buyers: LostBuyers::About(lost as f64 * (1760.0 / from)) };
    let expected = [
        ("looks up", 0.3, about(5000, 3000.0)),
        ("enters", 0.104211, about(1100, 1900.0)),
        ("by phone", 0.0, Loss { lost: 1780, buyers: LostBuyers::Unknown }),
    ];
    assert_eq!(losses, expected);
    // The customers lost are a reason to look at the step, although they give no points.
    assert_eq!(priorities.ranked[2].reasons(), [PriorityReason::Loss(expected[2].2)]);
    // One point more of 1,900 customers, 19, cannot gain 279 buyers.
    let (facts, sentences) = summary(&map);
    assert_eq!(facts.lever, None);
    assert!(!sentences.concat().contains("more buyers"), "{sentences:?}");
}

#[test]
fn alternatives_have_the_loss_of_their_step_and_equal_scores_keep_the_journeys_order() {
    let map = map(
        "(name: \"a\", reach: 90), (name: \"b\", reach: 20), (name: \"c\", with_previous: true, reach: 10)",
        "(name: \"d\", emotion: 0), (name: \"e\", with_previous: true, reach: 30)",
        "(name: \"f\", emotion: 1)",
    );
    let priorities = Priorities::of(&map, &Funnel::of(&map));
    let names: Vec<_> = priorities.ranked.iter().map(|each| &*map.at(each.place).unwrap().name).collect();
    assert_eq!(names, ["b", "c", "d", "e", "f"]);
    let lost: Vec<_> = priorities.ranked.iter().map(|each| each.inputs.loss.map(|loss| loss.lost)).collect();
    assert_eq!(lost, [Some(60), Some(60), Some(0), Some(0), None]);
}

#[test]
fn widening_steps_and_rounding_do_not_change_the_order() {
    let map = map(
        "(name: \"a\", reach: 10), (name: \"widens\", reach: 50), (name: \"b\", reach: 20)",
        "(name: \"c\", reach: 10, critical: true)",
        "(name: \"d\", emotion: -2)",
    );
    let priorities = Priorities::of(&map, &Funnel::of(&map));
    let names: Vec<_> = priorities.ranked.iter().map(|each| &*map.at(each.place).unwrap().name).collect();
    // 30 lost at ½ are 15 buyers, 10 lost at 1 are 10; 0.3 · 10 / 15 + 0.2 is more than the 0.3 of \"b\" and \"d\".
    assert_eq!(names, ["c", "b", "d"]);
    assert_eq!(priorities.ranked[1].score, priorities.ranked[2].score);
    let unranked: Vec<_> = priorities.unranked.iter().map(|each| each.place.row).collect();
    assert_eq!(unranked, [0, 1], "more customers than before tell nothing of a loss");
}

#[test]
fn numbers_and_words_of_the_summary_agree() {
    // One point more gains 0.01 · 3000 · 100 / 1000 = 3 buyers at step 2, and 0.01 · 1000 · 100 / 100 = 10 at step 3.
    let one = map("(name: \"Sees\", reach: 3000), (name: \"Asks\", reach: 1000), (name: \"Buys\", reach: 100)", "", "");
    let said = summary(&one).1.join(" ");
    assert!(said.contains("would bring 3 more buyers") && said.contains("would bring 10 more buyers"), "{said}");
    let single = map("(name: \"Sees\", reach: 200), (name: \"Buys\", reach: 100)", "", "");
    assert!(summary(&single).1[0].contains("would bring 2 more buyers"));
    let single = map("(name: \"Sees\", reach: 100), (name: \"Buys\", reach: 50)", "", "");
    assert!(summary(&single).1[0].contains("would bring 1 more buyer;"), "{:?}", summary(&single).1);
}

#[test]
fn two_levers_that_differ_have_different_numbers() {
    // The levers are 0.01 · 100 · 9 / 31 = 0.2903 and 0.01 · 31 · 9 / 9 = 0.31.
    let close = map("(name: \"Sees\", reach: 100), (name: \"Asks\", reach: 31), (name: \"Buys\", reach: 9)", "", "");
    let said = summary(&close).1.join(" ");
    assert!(said.contains("would bring 0.29 more buyers") && said.contains("would bring 0.31 more buyers"), "{said}");
}
