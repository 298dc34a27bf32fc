//! Tables of counts as reaches of touchpoints: which rows mean which touchpoints, and what changes in the map.

use periplo::exchange::FormulaGuard;
use periplo::exchange::import::ImportOptions;
use periplo::exchange::import::read_file::read_bytes;
use periplo::exchange::import::shape::choices::{Choices, Purpose};
use periplo::exchange::measure::count_table::CountTable;
use periplo::exchange::measure::matching::MatchKey;
use periplo::exchange::measure::nearest::nearest;
use periplo::exchange::measure::pair::{PairError, find_pairs};
use periplo::exchange::measure::{CountChoices, Measurement};
use periplo::lang::{Lang, Language};
use periplo::map::{Evidence, JourneyMap, Line, Name};
use periplo::store::ron_text;
use proptest::prelude::*;

const SHOP: &str = r#"(format: 1, title: "Shop", unit: "people", period: "2025",
    before: [
        (id: "00000a01", name: "Sees the advertisement", reach: 9000, metric: "session_start"),
        (id: "00000a02", name: "Opens the page", reach: 800),
    ],
    during: [
        (id: "00000a03", name: "Pays at the checkout", reach: 90, evidence: Reported),
        (id: "00000a04", name: "Pide ayuda"),
    ],
    after: [(id: "00000a05", name: "Opens the page", reach: 20)],
)"#;

fn shop() -> JourneyMap {
    ron_text::parse(SHOP).expect("a map").map
}

/// Reads a table for its counts.
fn counts(text: &str) -> CountTable {
    let (lang, title) = (Lang::new(Language::English), Name::new("Counts").expect("a title"));
    let choices = Choices { purpose: Purpose::Counts, ..Choices::default() };
    let options = ImportOptions { lang: &lang, title: &title, choices: &choices, known: &[], guard: FormulaGuard::On };
    let read = read_bytes(text.as_bytes().to_vec(), None, &options);
    CountTable::of(&read.unwrap_or_else(|failure| panic!("{text}: {failure:?}")).imported)
}

/// Returns the ids of the matched touchpoints with the names of their rows and their keys, and the names of other rows.
fn matched(table: &str, pairs: &[&str]) -> (Vec<(String, String, MatchKey)>, Vec<String>) {
    let (map, table) = (shop(), counts(table));
    let pairs: Vec<String> = pairs.iter().map(|&pair| pair.to_owned()).collect();
    let pairs = find_pairs(&pairs, &table, &map).expect("pairs");
    let measurement = Measurement::new(&map, table, &pairs, CountChoices::default());
    let touchpoints = measurement.touchpoints(&map);
    let matches = touchpoints.map(|each| (each.touchpoint.id.to_string(), each.row.name.to_string(), each.key));
    let rows = &measurement.table.rows;
    let others = measurement.matching.unmatched_rows.iter().map(|&row| rows[row].name.to_string());
    (matches.collect(), others.collect())
}

/// Returns a touchpoint's reach, evidence and metric.
fn reach(map: &JourneyMap, id: &str) -> (Option<u64>, Evidence, Option<String>) {
    let place = map.find(id.parse().expect("an id")).expect("a touchpoint");
    let touchpoint = map.at(place).expect("a touchpoint");
    (touchpoint.reach, touchpoint.evidence, touchpoint.metric.as_deref().map(str::to_owned))
}

fn row(id: &str, name: &str, key: MatchKey) -> (String, String, MatchKey) {
    (id.to_owned(), name.to_owned(), key)
}

#[test]
fn rows_are_known_by_id_by_metric_and_by_folded_name() {
    let table = "step,users\nSession_Start,18000\npide ayúda,40\nbegin_checkout,1607\n";
    let matches =
        vec![row("00000a01", "Session_Start", MatchKey::Metric), row("00000a04", "pide ayúda", MatchKey::Name)];
    assert_eq!(matched(table, &[]), (matches, vec!["begin_checkout".to_owned()]));

    let table = "id,touchpoint,reach\n00000a03,Another name,7\n99999999,Pide ayuda,8\n1,Opens the page,9\n";
    let matches = vec![row("00000a03", "Another name", MatchKey::Id), row("00000a04", "Pide ayuda", MatchKey::Name)];
    assert_eq!(matched(table, &[]), (matches, vec!["Opens the page".to_owned()]));
}

#[test]
fn ids_or_metrics_alone_are_names_enough() {
    let by_id = vec![row("00000a03", "00000a03", MatchKey::Id)];
    assert_eq!(matched("id,reach\n00000a03,7\n", &[]), (by_id, Vec::new()));
    let by_metric = vec![row("00000a01", "session_start", MatchKey::Metric)];
    assert_eq!(matched("metric,reach\nsession_start,7\n", &[]), (by_metric, Vec::new()));
}

#[test]
fn a_name_that_several_touchpoints_have_counts_in_its_phase() {
    let matches = vec![row("00000a05", "opens the page", MatchKey::Name)];
    assert_eq!(matched("phase,touchpoint,reach\nafter,opens the page,3\n", &[]), (matches, Vec::new()));
    assert_eq!(matched("touchpoint,reach\nopens the page,3\n", &[]), (Vec::new(), vec!["opens the page".to_owned()]));
}

#[test]
fn a_better_key_wins_a_touchpoint_whatever_the_order_of_the_rows() {
    let table = "id,touchpoint,reach\n,Pays at the checkout,1\n00000a03,Till,2\n";
    let matches = vec![row("00000a03", "Till", MatchKey::Id)];
    assert_eq!(matched(table, &[]), (matches, vec!["Pays at the checkout".to_owned()]));
}

#[test]
fn a_derived_id_of_a_row_is_no_key() {
    let table = counts("touchpoint,reach\nPays,5\n");
    let derived = ron_text::parse(r#"(format: 1, title: "Shop", before: [(name: "Pays")])"#).expect("a map").map;
    let id = derived.touchpoints().next().expect("a touchpoint").1.id;
    let renamed = format!(r#"(format: 1, title: "Shop", before: [(id: "{id}", name: "Asks a friend")])"#);
    let map = ron_text::parse(&renamed).expect("a map").map;
    let measurement = Measurement::new(&map, table, &[], CountChoices::default());
    assert_eq!(measurement.matching.unmatched_rows, [0]);
}

#[test]
fn a_pair_is_remembered_as_the_metric() {
    let table = "step,users\nbegin_checkout,1607\nPays at the checkout,3\nPide ayuda,4\n";
    let (matches, others) = matched(table, &["begin_checkout=Pays at the checkout"]);
    assert_eq!(matches[0], row("00000a03", "begin_checkout", MatchKey::Pair));
    assert_eq!(others, ["Pays at the checkout"]);

    let (map, table) = (shop(), counts(table));
    let pairs = find_pairs(&["BEGIN_CHECKOUT = 00000a03".to_owned()], &table, &map).expect("a pair");
    let measured = Measurement::new(&map, table.clone(), &pairs, CountChoices::default()).apply(&map);
    assert_eq!(reach(&measured, "00000a03"), (Some(1607), Evidence::Measured, Some("begin_checkout".to_owned())));
    let again = Measurement::new(&measured, table, &[], CountChoices::default());
    assert_eq!(again.matching.matches[0].key, MatchKey::Metric);
}

#[test]
fn pairs_that_name_nothing_or_too_much_are_refused() {
    let (map, table) = (shop(), counts("step,users\na=b,1607\nc,3\n"));
    let find = |pairs: &[&str]| {
        let pairs: Vec<String> = pairs.iter().map(|&pair| pair.to_owned()).collect();
        find_pairs(&pairs, &table, &map)
    };
    assert_eq!(find(&["a=b=Pide ayuda"]).expect("a pair")[0].row, 0);
    assert_eq!(find(&["c"]), Err(PairError::NoEquals("c".to_owned())));
    assert_eq!(find(&["d=Pide ayuda"]), Err(PairError::NoSuchRow("d".to_owned())));
    assert_eq!(find(&["c=nobody"]), Err(PairError::NoSuchTouchpoint("nobody".to_owned())));
    let ids = ["00000a02", "00000a05"].map(|id| id.parse().expect("an id")).to_vec();
    assert_eq!(find(&["c=Opens the page"]), Err(PairError::SeveralTouchpoints("Opens the page".to_owned(), ids)));
    assert_eq!(find(&["c=Pide ayuda", "a=b=Pide ayuda"]), Err(PairError::Twice("a=b=Pide ayuda".to_owned())));
}

#[test]
fn only_reach_evidence_unit_and_period_change() {
    let map = shop();
    let table = counts("step,date,sessions\nPide ayuda,2026-05-01,40\nPide ayuda,2026-05-03,2\n");
    let measurement = Measurement::new(&map, table.clone(), &[], CountChoices::default());
    assert_eq!(measurement.other_unit(&map).map(|unit| &**unit), Some("sessions"));
    let measured = measurement.apply(&map);
    assert_eq!(reach(&measured, "00000a04"), (Some(42), Evidence::Measured, None));
    assert_eq!(measured.header().period.as_deref(), Some("2026-05-01 – 2026-05-03"));
    assert_eq!(measured.unit(), Some("people"));
    for id in ["00000a01", "00000a02", "00000a03", "00000a05"] {
        assert_eq!(reach(&measured, id), reach(&map, id), "{id}");
    }
    let line = |text: &str| Line::optional(text).expect("a line");
    let (evidence, period, unit) = (Some(Evidence::Reported), line("2026-Q2"), line("sessions"));
    let choices = CountChoices { evidence, period, unit, ..CountChoices::default() };
    let measured = Measurement::new(&map, table, &[], choices).apply(&map);
    assert_eq!(reach(&measured, "00000a04"), (Some(42), Evidence::Reported, None));
    assert_eq!((measured.header().period.as_deref(), measured.unit()), (Some("2026-Q2"), Some("sessions")));
}

#[test]
fn a_table_that_fits_nothing_changes_nothing() {
    let map = shop();
    let table = counts("step,date,users\nhome,2026-05-01,40\nbasket,2026-05-01,2\n");
    let measurement = Measurement::new(&map, table, &[], CountChoices::default());
    assert!(measurement.matching.matches.is_empty());
    assert_eq!(measurement.matching.unmatched_touchpoints.len(), 5);
    assert_eq!(measurement.apply(&map), map);
}

#[test]
fn rows_keep_the_evidence_that_the_table_gives_them() {
    let map = shop();
    let table = counts("touchpoint,reach,evidence\nPide ayuda,5,reported\nPays at the checkout,3,measured\n");
    let measured = Measurement::new(&map, table, &[], CountChoices::default()).apply(&map);
    assert_eq!(reach(&measured, "00000a04").1, Evidence::Reported);
    assert_eq!(reach(&measured, "00000a03").1, Evidence::Measured);
}

#[test]
fn every_shape_with_counts_is_read() {
    let rows = |text: &str| {
        let table = counts(text);
        let rows: Vec<(String, u64)> = table.rows.iter().map(|row| (row.name.to_string(), row.reach)).collect();
        (rows, table.period.as_deref().map(str::to_owned))
    };
    let expected = |rows: &[(&str, u64)], period: Option<&str>| {
        (rows.iter().map(|(name, reach)| ((*name).to_owned(), *reach)).collect::<Vec<_>>(), period.map(str::to_owned))
    };
    let daily = "fecha,inicio,ficha,pagar,ingresos\n2026-05-01,400,260,41,2.870 €\n2026-05-02,380,240,39,2.730 €\n";
    let days = Some("2026-05-01 – 2026-05-02");
    assert_eq!(rows(daily), expected(&[("inicio", 780), ("ficha", 500), ("pagar", 80)], days));
    let visits = "CustomerID,VisitDate,Stage\n1,2026-05-01,Home\n2,2026-05-02,home\n1,2026-05-02,Checkout\n";
    assert_eq!(rows(visits), expected(&[("Home", 2), ("Checkout", 1)], days));
    let cards = "phase,card,comment,users\nbefore,Sees it,fine,7\nduring,Pays,,3\n";
    assert_eq!(rows(cards), expected(&[("Sees it", 7), ("Pays", 3)], None));
}

#[test]
fn the_nearest_names_share_most_of_their_words() {
    let map = shop();
    let all: Vec<_> = map.touchpoints().map(|(_, each)| each.id).collect();
    let names = |text: &str| nearest(text, &map, &all, 2).iter().map(|each| each.name.to_string()).collect::<Vec<_>>();
    assert_eq!(names("begin_checkout"), ["Pays at the checkout"]);
    assert_eq!(names("AYUDA por chat"), ["Pide ayuda"]);
    assert_eq!(names("session started"), ["Sees the advertisement"]);
    assert!(names("xyz").is_empty() && names("").is_empty());
}

proptest! {
    /// Each row and each touchpoint is matched once or told as left over.
    #[test]
    fn nothing_is_counted_twice_or_lost(rows in prop::collection::vec((0_usize..8, 0_u64..100), 1..12)) {
        let names = ["Sees the advertisement", "session_start", "Opens the page", "00000a03", "Pide ayuda", "x", "y", "z"];
        let text: String = rows.iter().map(|(name, reach)| format!("{},{reach}\n", names[*name])).collect();
        let (map, table) = (shop(), counts(&format!("touchpoint,reach\n{text}")));
        let Measurement { matching, table, .. } = Measurement::new(&map, table, &[], CountChoices::default());
        let mut found: Vec<usize> = matching.matches.iter().map(|each| each.row).collect();
        found.extend(&matching.unmatched_rows);
        found.sort_unstable();
        prop_assert_eq!(found, (0..table.rows.len()).collect::<Vec<_>>());
        prop_assert_eq!(matching.matches.len() + matching.unmatched_touchpoints.len(), map.len());
    }
}
