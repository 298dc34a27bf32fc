//! `periplo funnel` in each format, compared with values calculated by hand and with snapshots.

use crate::cli::sandbox::{Sandbox, run_command};
use serde_json::{Value, json};

fn sandbox() -> Sandbox {
    Sandbox::with(&[
        ("rich.ron", include_str!("../../exchange/rich.ron")),
        ("shop.ron", include_str!("../../exchange/shop.ron")),
        ("b2b.ron", include_str!("../../exchange/b2b.ron")),
    ])
}

#[test]
fn the_shop_funnel_has_values_calculated_by_hand() {
    let result = sandbox().run(&["funnel", "--format", "json", "shop.ron"]);
    assert_eq!((result.code, result.stderr.as_str()), (0, ""));
    let mut funnel: Value = serde_json::from_str(&result.stdout).unwrap();
    let mut intervals = Vec::new();
    for step in funnel["steps"].as_array_mut().unwrap() {
        intervals.push(step["interval"].take());
    }
    let step = |position: u64, phase, name, reach: u64, rest: Value| {
        let mut step = json!({
            "position": position, "phase": phase, "touchpoints": [format!("aaaaaaa{position}")], "names": [name],
            "reach": reach, "partial": false, "interval": null, "widens": false,
        });
        step.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        step
    };
    let expected = json!({
        "title": "A holiday shop", "unit": "people", "period": null, "buyers": 452, "overall_conversion": 0.005,
        "biggest_loss": 2, "worst_rate": 3, "best_lever": 3, "from": 1, "what_if": null,
        "steps": [
            step(1, "before", "Sees the lights in the window", 90_400,
                json!({"conversion": null, "since": null, "lost": 0, "likelihood": 0.005, "lever": null})),
            step(2, "before", "Comes in to look at the tables", 22_600,
                json!({"conversion": 0.25, "since": 1, "lost": 67_800, "likelihood": 0.02, "lever": 18.08})),
            step(3, "during", "Asks the sales team for advice", 4_520,
                json!({"conversion": 0.2, "since": 2, "lost": 18_080, "likelihood": 0.1, "lever": 22.6})),
            step(4, "during", "Tries it on", 1_130,
                json!({"conversion": 0.25, "since": 3, "lost": 3_390, "likelihood": 0.4, "lever": 18.08})),
            step(5, "during", "Pays at the till", 452,
                json!({"conversion": 0.4, "since": 4, "lost": 678, "likelihood": 1.0, "lever": 11.3})),
        ],
        "after": [
            {"position": 1, "touchpoints": ["aaaaaaa6"], "names": ["Wears it to a party"], "reach": 339,
                "share_of_buyers": 0.75},
            {"position": 2, "touchpoints": ["aaaaaaa7"], "names": ["Tells a friend where she found it"],
                "reach": null, "share_of_buyers": null},
        ],
    });
    assert_eq!(funnel, expected);
    assert_eq!(intervals[0], Value::Null);
    assert!(intervals[1..].iter().all(|interval| interval[0].as_f64() < interval[1].as_f64()));
}

#[test]
fn the_b2b_funnel_has_unknown_partial_widening_and_zero_values() {
    let result = sandbox().run(&["funnel", "--format", "json", "b2b.ron"]);
    let funnel: Value = serde_json::from_str(&result.stdout).unwrap();
    let steps = funnel["steps"].as_array().unwrap();
    let each = |key: &str| steps.iter().map(|step| step[key].clone()).collect::<Value>();
    assert_eq!(steps[0]["touchpoints"], json!(["bbbbbbb1", "bbbbbbb2", "bbbbbbb3", "bbbbbbb4"]));
    assert_eq!(each("position"), json!([1, 2, 3, 4, 5, 6]));
    assert_eq!(each("reach"), json!([1000, null, 250, 300, 0, 30]));
    assert_eq!(each("partial"), json!([true, false, false, false, false, false]));
    assert_eq!(each("conversion"), json!([null, null, 0.25, 1.2, 0.0, null]));
    assert_eq!(each("since"), json!([null, null, 1, 3, 4, 5]));
    assert_eq!(each("lost"), json!([0, 0, 750, 0, 300, 0]));
    assert_eq!(each("likelihood"), json!([0.03, null, 0.12, 0.1, null, 1.0]));
    assert_eq!(each("lever"), json!([null, null, 1.2, null, null, null]));
    assert_eq!(each("widens"), json!([false, false, false, true, false, true]));
    // Wilson's interval of 250 of 1,000 and of 0 of 300, with z² = 3.8415.
    let near = |value: &Value, expected: f64| (value.as_f64().unwrap() - expected).abs() < 5e-5;
    let interval = &steps[2]["interval"];
    assert!(near(&interval[0], 0.2242) && near(&interval[1], 0.2778), "{interval}");
    let interval = &steps[4]["interval"];
    assert!(interval[0] == json!(0.0) && near(&interval[1], 0.0126), "{interval}");
    assert!(steps[3]["interval"].is_null() && steps[5]["interval"].is_null());
    let sums =
        ["buyers", "overall_conversion", "biggest_loss", "worst_rate", "best_lever"].map(|key| funnel[key].clone());
    assert_eq!(sums, [json!(30), json!(0.03), json!(3), json!(5), json!(3)]);
    let after = funnel["after"].as_array().unwrap();
    let shares: Value = after.iter().map(|step| step["share_of_buyers"].clone()).collect();
    assert_eq!(shares, json!([1.0, 0.5, null]));
}

#[test]
fn the_funnels_json_keys_have_the_documented_order() {
    let out = sandbox().run(&["funnel", "--format", "json", "shop.ron"]).stdout;
    let keys = |line: &&str| line.trim_start().starts_with('"') && line.contains("\": ");
    let name = |line: &str| line.trim_start().trim_start_matches('"').split('"').next().unwrap_or_default().to_owned();
    let keys: Vec<String> = out.lines().filter(keys).map(name).collect();
    assert_eq!(
        keys[..10],
        [
            "title",
            "unit",
            "period",
            "buyers",
            "overall_conversion",
            "biggest_loss",
            "worst_rate",
            "best_lever",
            "from",
            "steps"
        ]
    );
    let step = [
        "position",
        "phase",
        "touchpoints",
        "names",
        "reach",
        "partial",
        "conversion",
        "since",
        "lost",
        "likelihood",
        "interval",
        "lever",
        "widens",
    ];
    assert_eq!(keys[10..23], step);
    assert_eq!(keys[keys.len() - 6..], ["position", "touchpoints", "names", "reach", "share_of_buyers", "what_if"]);
}

#[test]
fn reaches_beyond_64_bits_are_whole_numbers_in_json() {
    let map = "(format: 1, title: \"Many\", before: [(name: \"a\", reach: 18446744073709551615), \
               (name: \"b\", with_previous: true, reach: 18446744073709551615)])";
    let sandbox = Sandbox::with(&[("many.ron", map)]);
    let out = sandbox.run(&["funnel", "--format", "json", "many.ron"]).stdout;
    assert!(out.contains("\"buyers\": 36893488147419103230,"), "{out}");
}

#[test]
fn funnels_are_printed_in_both_languages() {
    let sandbox = sandbox();
    for (file, name) in [("shop.ron", "shop"), ("b2b.ron", "b2b"), ("rich.ron", "rich")] {
        for language in ["en", "es"] {
            let result = sandbox.run(&["funnel", file, "--lang", language]);
            assert_eq!((result.code, result.stderr.as_str()), (0, ""));
            let too_wide = result.stdout.lines().find(|line| periplo::map::width::width(line) > 80);
            assert_eq!(too_wide, None);
            insta::assert_snapshot!(format!("funnel_{name}_{language}"), result.stdout);
        }
    }
}

#[test]
fn a_map_without_numbers_shows_counts_and_asks_for_numbers() {
    let sandbox = Sandbox::new();
    let named = "(format: 1, title: \"Names\", before: [(name: \"Sees a poster\", kind: Offline), (name: \"Asks\")], \
                 after: [(name: \"Unpacks it\", kind: Product, intent: Intentional)])";
    for (map, name) in [(named, "counts"), ("(format: 1, title: \"Empty\")", "empty")] {
        for language in ["en", "es"] {
            let result = run_command(sandbox.command().args(["funnel", "-", "--lang", language]).write_stdin(map));
            assert_eq!(result.code, 0);
            insta::assert_snapshot!(format!("funnel_{name}_{language}"), result.stdout);
        }
    }
}

#[test]
fn what_if_results_in_json_have_the_documented_form() {
    let sandbox = sandbox();
    let what_if = |arguments: &[&str]| {
        let result = sandbox.run(&[&["funnel", "--format", "json", "shop.ron"], arguments].concat());
        assert_eq!((result.code, result.stderr.as_str()), (0, ""));
        let keys = result.stdout.rsplit_once("\"what_if\"").unwrap().1.find("\"buyers\"");
        assert!(keys < result.stdout.rsplit_once("\"what_if\"").unwrap().1.find("\"change\""), "{}", result.stdout);
        serde_json::from_str::<Value>(&result.stdout).unwrap()["what_if"].take()
    };
    let step = |position: u64, reach: f64| json!({"position": position, "reach": reach});
    let known = |reaches: [f64; 3]| {
        let [advice, tries, pays] = reaches;
        json!([step(1, 90_400.0), step(2, 22_600.0), step(3, advice), step(4, tries), step(5, pays)])
    };
    let doubled = json!({"buyers": 904.0, "change": 452.0, "steps": known([9_040.0, 2_260.0, 904.0])});
    assert_eq!(what_if(&["--what-if", "3=40"]), doubled);
    assert_eq!(what_if(&["--what-if=3=40,0 %"]), doubled);
    let both = json!({"buyers": 1_130.0, "change": 678.0, "steps": known([9_040.0, 2_260.0, 1_130.0])});
    assert_eq!(what_if(&["--what-if", "5=+10", "--what-if", "3=40%"]), both);
}

#[test]
fn what_if_results_are_printed_in_both_languages() {
    let sandbox = sandbox();
    for (file, name, arguments) in [
        ("shop.ron", "shop", &["--what-if", "3=40", "--what-if", "5=30"][..]),
        ("b2b.ron", "b2b", &["--what-if", "3=+5"]),
        ("rich.ron", "rich", &["--what-if", "4=100"]),
    ] {
        for language in ["en", "es"] {
            let result = sandbox.run(&[&["funnel", file, "--lang", language], arguments].concat());
            assert_eq!((result.code, result.stderr.as_str()), (0, ""));
            let too_wide = result.stdout.lines().find(|line| periplo::map::width::width(line) > 80);
            assert_eq!(too_wide, None);
            let would =
                result.stdout.rsplit_once("\n\n").expect("paragraphs").0.rsplit_once("\n\n").expect("paragraphs").1;
            let buyers = result.stdout.rsplit_once("\n\n").expect("paragraphs").1;
            insta::assert_snapshot!(format!("what_if_{name}_{language}"), format!("{would}\n\n{buyers}"));
        }
    }
}

#[test]
fn an_impossible_conversion_is_refused_with_advice() {
    let sandbox = sandbox();
    let refused = |file: &str, supposed: &[&str], words: &str| {
        let mut arguments = vec!["funnel", file];
        supposed.iter().for_each(|each| arguments.extend(["--what-if", each]));
        crate::cli::sandbox::assert_fails(&sandbox.run(&arguments), 2, words);
    };
    refused("shop.ron", &["3=101"], "at most 100");
    refused("shop.ron", &["3=-1"], "from 0 to 100");
    refused("shop.ron", &["three=5"], "a position is a whole number");
    refused("shop.ron", &["3"], "write the step's position, =, and a percentage");
    refused("shop.ron", &["0=5"], "a position is a whole number from 1 on");
    refused("shop.ron", &["6=5"], "error: the funnel has steps 1 to 5, none at 6; choose one of them");
    refused("shop.ron", &["1=5"], "step 1 is the first with a reach");
    refused("shop.ron", &["3=5", "3=6"], "step 3 is given twice");
    refused("shop.ron", &["3=+81"], "the conversion of step 3 is 20% now and can only be set to 0% … 100%");
    refused("b2b.ron", &["2=5"], "nobody knows how many reach step 2");
    refused("b2b.ron", &["6=5"], "nobody reaches step 5");
}

#[test]
fn small_samples_are_marked_in_the_funnel() {
    let map = "(format: 1, title: \"Few\", before: [(name: \"Sees\", reach: 20), (name: \"Buys\", reach: 9)])";
    let sandbox = Sandbox::with(&[("few.ron", map)]);
    let english = sandbox.run(&["funnel", "few.ron"]).stdout;
    assert!(english.contains("\n    ± too few to say: between 26% and 66% come through\n"), "{english}");
    let spanish = sandbox.run(&["funnel", "few.ron", "--lang", "es"]).stdout;
    assert!(spanish.contains("\n    ± muy pocos para saberlo: pasa entre el 26 % y el 66 %\n"), "{spanish}");
    let same = sandbox.run(&["funnel", "few.ron", "--what-if", "2=45"]).stdout;
    assert!(!same.contains('→') && same.ends_with("\n9 buyers, as many as now\n"), "{same}");
    let fewer = sandbox.run(&["funnel", "few.ron", "--what-if", "2=5"]).stdout;
    assert!(fewer.ends_with("\n1 buyer, 8 fewer than now\n"), "{fewer}");
}

const ADVERTISED: &str = "(format: 1, title: \"Shop\", before: [(name: \"Sees the advertisement\", reach: 1000000), \
    (name: \"Comes in\", reach: 400), (name: \"Looks round\", reach: 300)], \
    during: [(name: \"Asks\"), (name: \"Pays\", reach: 60)], after: [(name: \"Returns\", reach: 30)])";

#[test]
fn a_funnel_can_begin_at_a_later_step() {
    let sandbox = Sandbox::with(&[("shop.ron", ADVERTISED)]);
    let result = sandbox.run(&["funnel", "--format", "json", "--from", "2", "shop.ron"]);
    assert_eq!((result.code, result.stderr.as_str()), (0, ""));
    let funnel: Value = serde_json::from_str(&result.stdout).unwrap();
    let sums = ["from", "buyers", "overall_conversion", "biggest_loss", "worst_rate", "best_lever"];
    let sums: Value = sums.iter().map(|key| funnel[key].clone()).collect();
    assert_eq!(sums, json!([2, 60, 0.15, 5, 5, 5]));
    let steps = funnel["steps"].as_array().unwrap();
    let each = |key: &str| steps.iter().map(|step| step[key].clone()).collect::<Value>();
    assert_eq!(each("leading_in"), json!([true, null, null, null, null]));
    assert_eq!(each("position"), json!([1, 2, 3, 4, 5]));
    assert_eq!(each("reach"), json!([1_000_000, 400, 300, null, 60]));
    assert_eq!(each("lost"), json!([null, 0, 100, 0, 240]));
    assert_eq!(each("widens"), json!([null, false, false, false, false]));
    for key in ["conversion", "since", "likelihood", "interval", "lever"] {
        assert!(steps[0][key].is_null(), "{key}");
    }
    assert!(steps[1].get("leading_in").is_none(), "only steps that lead in have the key");
}

#[test]
fn a_funnel_that_begins_later_says_which_steps_lead_in() {
    let sandbox = Sandbox::with(&[("shop.ron", ADVERTISED)]);
    for (language, leading_in) in [("en", "leading in"), ("es", "antes del embudo")] {
        let whole = sandbox.run(&["funnel", "shop.ron", "--lang", language]).stdout;
        assert!(!whole.contains(leading_in), "{whole}");
        let result = sandbox.run(&["funnel", "shop.ron", "--from", "2", "--lang", language]);
        assert_eq!((result.code, result.stderr.as_str()), (0, ""));
        insta::assert_snapshot!(format!("funnel_from_{language}"), result.stdout);
    }
}

#[test]
fn a_beginning_without_numbers_is_refused_with_advice() {
    let sandbox = Sandbox::with(&[("shop.ron", ADVERTISED), ("plan.ron", "(format: 1, title: \"Plan\")")]);
    let refused = |arguments: &[&str], words: &str| {
        let result = sandbox.run(&[&["funnel", "shop.ron"], arguments].concat());
        crate::cli::sandbox::assert_fails(&result, 2, words);
    };
    refused(&["--from", "6"], "the funnel has steps 1 to 5, none at 6");
    refused(&["--from", "0"], "--from");
    refused(&["--from", "3", "--what-if", "2=50"], "step 2 is before step 3, where the funnel begins");
    refused(&["--from", "2", "--what-if", "2=50"], "step 2 is the first with a reach");
    assert_eq!(sandbox.run(&["funnel", "shop.ron", "--from", "5"]).code, 0);
    assert_eq!(sandbox.run(&["funnel", "plan.ron", "--from", "1"]).code, 0);
    let unknown = ADVERTISED.replace(", reach: 60", "");
    let sandbox = Sandbox::with(&[("shop.ron", unknown.as_str())]);
    let result = sandbox.run(&["funnel", "shop.ron", "--from", "4"]);
    crate::cli::sandbox::assert_fails(&result, 2, "nobody knows how many reach step 4");
}

#[test]
fn the_worst_rate_is_named_besides_the_biggest_loss() {
    let map = "(format: 1, title: \"Shop\", before: [(name: \"Visits\", reach: 137476), (name: \"Looks\", reach: 61845), \
               (name: \"Fills the basket\", reach: 34045)], during: [(name: \"Buys\", reach: 5582)])";
    let sandbox = Sandbox::with(&[("shop.ron", map)]);
    let english = sandbox.run(&["funnel", "shop.ron"]).stdout;
    assert!(english.contains("▽ worst rate: 16% come through\n"), "{english}");
    assert!(english.contains("The worst rate is at step 4, “Buys”: 16% come through."), "{english}");
    let spanish = sandbox.run(&["funnel", "shop.ron", "--lang", "es"]).stdout;
    assert!(spanish.contains("▽ peor tasa: pasa el 16 %\n"), "{spanish}");
    assert!(spanish.contains("La peor tasa está en el paso 4, «Buys»: pasa el 16 %."), "{spanish}");
}
