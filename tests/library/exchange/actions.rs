//! Lists of actions: their order, the text for people, and the calendar.

use periplo::exchange::actions::{ActionFilter, ActionReport, PlannedAction, planned_actions, sort};
use periplo::exchange::terminal_text::ColourMode;
use periplo::exchange::{ACTIONS, Exported, TableOptions, TextLayout};
use periplo::lang::{Lang, Language};
use periplo::map::{Date, JourneyMap};
use periplo::store::ron_text;

/// Returns a map of touchpoints with these fields, called A, B and so on.
fn map(title: &str, fields: &[&str]) -> JourneyMap {
    let touchpoints: Vec<String> = ('A'..)
        .zip(fields)
        .map(|(name, fields)| format!("(id: \"aaaaaaa{}\", name: \"{name}\", {fields})", name.to_ascii_lowercase()))
        .collect();
    let text = format!("(format: 1, title: \"{title}\", before: [{}])", touchpoints.join(", "));
    ron_text::parse(&text).expect("a map").map
}

/// Returns the names of the touchpoints in the order of their actions.
fn sorted_names(map: &JourneyMap, filter: &ActionFilter) -> String {
    let mut actions = planned_actions("a.ron", map, filter);
    sort(&mut actions);
    actions.iter().map(|action| action.touchpoint.as_str()).collect()
}

fn render(actions: &[PlannedAction], name: &str) -> Exported {
    let format = ACTIONS.iter().find(|format| format.name == name).expect(name);
    let lang = Lang::new(Language::English);
    let layout = TextLayout { lang: &lang, width: 60, colour: ColourMode::Plain };
    let today = Date::new(2026, 12, 1);
    let written = 1_796_092_245;
    (format.convert.render)(&ActionReport { actions, today, written, layout, table: TableOptions::GUARDED })
        .expect("a list")
}

#[test]
fn owners_are_in_alphabetical_order_with_what_is_due_first() {
    let map = map(
        "Shop",
        &[
            "action: \"x\"",
            "action: \"x\", owner: \"zoe\", due: \"2026-12-01\"",
            "action: \"x\", owner: \"Álvaro\"",
            "action: \"x\", owner: \"alvaro\", due: \"2027-01-01\"",
            "owner: \"alvaro\", due: \"2026-01-01\"",
            "action: \"x\", owner: \"ALVARO\", due: \"2026-12-31\"",
            "action: \"x\", due: \"2026-01-01\"",
        ],
    );
    assert_eq!(sorted_names(&map, &ActionFilter::default()), "FDCBGA");
}

#[test]
fn actions_of_one_date_are_in_the_order_of_their_scores() {
    let fields = ["action: \"x\"", "action: \"x\", votes: 1", "action: \"x\", votes: 4, emotion: -2"];
    let map = map("Shop", &fields);
    assert_eq!(sorted_names(&map, &ActionFilter::default()), "CBA");
    let scores: Vec<_> =
        planned_actions("a.ron", &map, &ActionFilter::default()).iter().map(|action| action.score).collect();
    // 0.2 · 1/4 for a vote of four; 0.3 for the pain and 0.2 for the most votes.
    assert_eq!(scores, [None, Some(0.05), Some(0.5)]);
}

#[test]
fn a_filter_takes_whole_owners_and_days_before_another() {
    let map = map(
        "Shop",
        &[
            "action: \"x\", owner: \"Ana\", due: \"2026-12-14\"",
            "action: \"x\", owner: \"Mariana\", due: \"2026-12-15\"",
            "action: \"x\", owner: \"ÁNA\"",
            "action: \"x\"",
        ],
    );
    let owner = |name: &str| ActionFilter { owner: Some(name.to_owned()), due_before: None };
    assert_eq!(sorted_names(&map, &owner(" ana ")), "AC");
    assert_eq!(sorted_names(&map, &owner("nobody")), "");
    let due_before = ActionFilter { owner: None, due_before: Date::new(2026, 12, 15) };
    assert_eq!(sorted_names(&map, &due_before), "A");
}

#[test]
fn text_names_who_does_what_until_when() {
    let map = map(
        "Shop",
        &[
            "action: \"Answer within a day\", owner: \"Ana\", due: \"2026-11-30\", effort: Small, votes: 1",
            "action: \"Say what it costs\", owner: \"Ana\", due: \"2026-12-01\"",
            "action: \"Print the map\"",
        ],
    );
    let mut actions = planned_actions("a.ron", &map, &ActionFilter::default());
    sort(&mut actions);
    let text = String::from_utf8(render(&actions, "text").bytes).expect("text");
    let expected = "\
Ana · 2 actions
  2026-11-30, overdue  Answer within a day
                       A · effort: small · score 20
  2026-12-01           Say what it costs
                       B

No owner · 1 action
  no date              Print the map
                       C
";
    assert_eq!(text, expected);
    let none = String::from_utf8(render(&[], "text").bytes).expect("text");
    assert!(none.starts_with("No actions."), "{none}");
}

#[test]
fn a_calendar_has_an_event_of_a_whole_day_for_each_date() {
    let map = map(
        "Shop, the one",
        &["action: \"Ask; answer\\\\call\", owner: \"Ana\", due: \"2026-12-31\"", "action: \"No date\""],
    );
    let export = render(&planned_actions("a.ron", &map, &ActionFilter::default()), "ics");
    let expected = "\
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Periplo//Periplo//EN\r
CALSCALE:GREGORIAN\r
METHOD:PUBLISH\r
X-WR-CALNAME:Actions\r
BEGIN:VEVENT\r
UID:aaaaaaaa@periplo\r
DTSTAMP:20261201T023045Z\r
DTSTART;VALUE=DATE:20261231\r
DTEND;VALUE=DATE:20270101\r
SUMMARY:Ana: Ask\\; answer\\\\call\r
DESCRIPTION:Touchpoint: A\\nOwner: Ana\\nMap: Shop\\, the one\r
TRANSP:TRANSPARENT\r
END:VEVENT\r
END:VCALENDAR\r
";
    assert_eq!(String::from_utf8(export.bytes).expect("text"), expected);
    assert_eq!(export.omissions, ["1 action has no date, so it is not in the calendar"]);
}

#[test]
fn long_lines_of_a_calendar_are_folded_between_characters() {
    let action = "ñ日👩‍👩‍👧 ".repeat(30);
    let map = map("Shop", &[&format!("action: \"{action}\", due: \"2026-12-31\"")]);
    let export = render(&planned_actions("a.ron", &map, &ActionFilter::default()), "ics");
    let text = String::from_utf8(export.bytes).expect("no character is split");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{text}");
    let unfolded = text.replace("\r\n ", "");
    assert!(unfolded.contains(&format!("\r\nSUMMARY:{}\r\n", action.trim())), "{unfolded}");
}

#[test]
fn copies_of_a_map_have_events_of_their_own_that_stay_the_same() {
    let map = map("Shop", &["action: \"x\", due: \"2026-12-31\""]);
    let uids = || {
        let files = ["now.ron", "future.ron"];
        let actions: Vec<_> =
            files.iter().flat_map(|file| planned_actions(file, &map, &ActionFilter::default())).collect();
        let text = String::from_utf8(render(&actions, "ics").bytes).expect("text");
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    let [first, second] = &*uids() else { panic!("two events") };
    assert_eq!(first, "UID:aaaaaaaa@periplo");
    assert!(second.starts_with("UID:aaaaaaaa-") && second.ends_with("@periplo"), "{second}");
    assert_eq!(uids(), uids());
}
