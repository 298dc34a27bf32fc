//! Every screen of the program, for tests that check all of them.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::export::{ExportEstimate, ExportOutput};
use periplo::app::model::dialog::question::Question;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::session::OpenFile;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::{Name, Phase, merge};
use periplo::store::disk::journal::{AbandonedJournal, JournalOrigin, JournalReport, claim};
use periplo::store::disk::{FolderEntry, Listing};
use periplo::store::journal::{JournalOwner, JournalRecord};
use periplo::store::recent::RecentMap;
use periplo::store::{Comments, Fingerprint, OpenError, Template, ron_text};

use super::omitted_on_poster;
use crate::app::room::OpenRoom;
use crate::support::{empty, press, with_template};

/// The screens of an open map: names, and the keys that lead to them.
const SCRIPTS: &[(&str, &str)] = &[
    ("board", "j"),
    ("compact", "t"),
    ("marked", "<Space><Space>"),
    ("filtered", "f#off<Enter>"),
    ("hidden", "f#off<Enter>F"),
    ("filtering", "f"),
    ("filtering-nonsense", "f#off #nonsense<Down><Down><Right>"),
    ("searched", "/the<Enter>"),
    ("searching", "/the"),
    ("entry", "aAsks a friend @\"word of mouth\" =9k ! :D"),
    ("entry-complete", "aAsks @te"),
    ("form", "<Enter>"),
    ("form-notes", "e<shift-backtab>"),
    ("form-error", "<Enter><Tab><Tab><Tab><Tab>x"),
    ("form-map", "E"),
    ("form-several", "<Space><Space>e"),
    ("reach", "r"),
    ("reach-wrong", "rx"),
    ("palette", ":"),
    ("palette-typed", ":re"),
    ("help", "?"),
    ("help-end", "?<Up>"),
    ("help-nothing", "?zzzz"),
    ("help-entry", "a<f1>"),
    ("help-form", "e<f1>"),
    ("help-present", "P?"),
    ("help-funnel", "<Tab>?"),
    ("funnel", "<Tab>"),
    ("funnel-last", "<Tab>G"),
    ("what-if", "<Tab>j>j+"),
    ("conversion", "<Tab>j="),
    ("review", "R"),
    ("finding", "."),
    ("priorities", "T"),
    ("balance", "b"),
    ("curve", "c"),
    ("themes", "C"),
    ("quit", "mq"),
    ("quit-entry", "aAsks<Esc>"),
    ("quit-form", "exx<Esc>"),
    ("present", "P"),
    ("present-last", "PG"),
    ("overview", "Pz"),
    ("overview-phase", "PPz"),
    ("ranking", "P1123R"),
    ("black", "P."),
    ("timer-asks", "Pt"),
    ("timer", "Pt90s<Enter>"),
    ("save-as", "W"),
    ("undone", "mu"),
    ("moved", "J"),
    ("deleted", "d"),
    ("copied", "y"),
    ("refused", "0N"),
];

/// Returns a map with every field.
fn rich(language: Language) -> State {
    let mut state = State::new(Lang::new(language), 7);
    state.open_map(ron_text::parse(include_str!("../../exchange/rich.ron")).expect("a map").map, None);
    state
}

fn retail(language: Language) -> State {
    with_template(Template::Retail, language)
}

/// Returns a state with an open map.
type OpenMap = fn(Language) -> State;

/// Returns every screen with its name.
pub fn screens(language: Language) -> Vec<(String, State)> {
    let maps: [(&str, OpenMap); 3] = [("", retail), ("-rich", rich), ("-empty", empty)];
    let mut screens = Vec::new();
    for (map, open) in maps {
        for (name, script) in SCRIPTS {
            let mut state = open(language);
            press(&mut state, script);
            // A dialog looks the same in front of any map with touchpoints.
            if state.dialogs.is_empty() || map.is_empty() || map == "-empty" {
                screens.push((format!("{name}{map}"), state));
            }
        }
    }
    for (name, state) in start_screens(language).into_iter().chain(question_screens(language)) {
        screens.push((name.to_owned(), state));
    }
    for (name, keys) in
        [("tour", ""), ("tour-suppose", "<F2><F2><F2><F2><F2><F2><F2>"), ("tour-end", &"<F2>".repeat(11))]
    {
        screens.push((name.to_owned(), tour_screen(language, keys)));
    }
    screens.push(("export".to_owned(), export_screen(language, "x")));
    screens.push(("export-svg".to_owned(), export_screen(language, "x<Down>")));
    screens.push(("export-clipboard".to_owned(), export_screen(language, "x<Up>")));
    screens.push(("recovery".to_owned(), recovery_screen(language)));
    screens.extend(room_screens(language));
    screens
}

/// Returns the screens of an open room: its link, its pane, and its page in the presentation at each stage.
fn room_screens(language: Language) -> Vec<(String, State)> {
    let opened = |keys: &str, later: &str| {
        let mut state = retail(language);
        state.session.file = Some(OpenFile::not_yet_saved(PathBuf::from("shop.ron")));
        let mut room = OpenRoom::on(state, 4);
        room.press(keys);
        let lines = ["Sees a poster", "Loses the receipt and asks for another one", "sees a poster", "Waits"];
        for (from, line) in (0..).zip(lines) {
            let phase = Phase::ALL[usize::from(from) % 2];
            room.write(from, "a", phase, line);
        }
        room.press(later);
        room.state
    };
    let screens = [
        ("room-link", opened("", "S")),
        ("room-pane", opened("", "s")),
        ("room-pane-hidden", opened("sc", "")),
        ("room-code", opened("Psc", "")),
        ("room-written", opened("Psc", "r")),
        ("room-vote", opened("Ps", "v<Enter>")),
        ("room-no-votes", opened("Ps", "v<Enter>r")),
    ];
    screens.map(|(name, state)| (name.to_owned(), state)).into()
}

fn new_state(language: Language) -> State {
    State::new(Lang::new(language), 7)
}

fn tour_screen(language: Language, keys: &str) -> State {
    let mut state = new_state(language);
    update(&mut state, Msg::Begin(Opening::Tour));
    press(&mut state, keys);
    state
}

/// Returns four recent maps.
pub fn recent() -> Vec<RecentMap> {
    let long = "The journey of a family that moves to another town and looks for a school, a flat and friends";
    let maps = [
        ("/home/ana/maps/ticket.ron", "Buying a ticket", [12, 8, 4]),
        (
            "/srv/workshops/2026/spring/with a long name of a folder/and another one in it/shop.ron",
            "The shop",
            [1, 0, 0],
        ),
        ("/srv/family.ron", long, [120, 80, 40]),
        ("/home/ana/maps/what is left of the workshop in the old town hall.ron", "Old town", [0, 0, 0]),
    ];
    let recent = |(path, title, counts): (&str, &str, _)| RecentMap {
        path: path.into(),
        title: Name::new(title).expect("a title"),
        counts,
    };
    maps.map(recent).to_vec()
}

fn start_screens(language: Language) -> Vec<(&'static str, State)> {
    let start = |keys: &str| {
        let mut state = new_state(language);
        update(&mut state, Msg::Begin(Opening::Start));
        update(&mut state, Msg::Recent(recent()));
        press(&mut state, keys);
        state
    };
    let mut first = new_state(language);
    update(&mut first, Msg::Begin(Opening::Start));
    let browse = |keys: &str| {
        let mut state = start("o");
        let folder = PathBuf::from("/srv/workshops/2026");
        let entry = |name: &str, is_folder| FolderEntry { path: folder.join(name), name: name.to_owned(), is_folder };
        let entries = vec![entry("2025", true), entry("spring", true), entry("shop.ron", false)];
        update(&mut state, Msg::Listed { folder: ".".into(), outcome: Ok(Listing { folder, entries }) });
        press(&mut state, keys);
        state
    };
    let mut unreadable = new_state(language);
    let path = PathBuf::from("/srv/workshops/2026/spring/shop.ron");
    update(&mut unreadable, Msg::Begin(Opening::Map(path.clone())));
    let faults = ron_text::parse("(format: 1, title: \"t\", befor: [(nam: \"x\", kind: Onlin)])").expect_err("faults");
    let text = "(format: 1, title: \"t\", befor: [(nam: \"x\", kind: Onlin)])".to_owned();
    let outcome = Err(OpenError::Invalid { text, faults });
    update(&mut unreadable, Msg::Opened { path, outcome, found: JournalReport::default() });
    vec![
        ("start-first", first),
        ("start-recent", start("")),
        ("start-recent-3", start("jj")),
        ("start-new", start("jjjj")),
        ("start-tour", start("jjjjj")),
        ("start-template", start("jjjjjjj")),
        ("start-open", start("k")),
        ("start-help", start("?")),
        ("start-palette", start(":")),
        ("start-themes", start("C")),
        ("browser", browse("")),
        ("browser-typed", browse("sp")),
        ("browser-nothing", browse("nowhere")),
        ("unreadable", unreadable),
    ]
}

fn question_screens(language: Language) -> Vec<(&'static str, State)> {
    let path = || PathBuf::from("workshops/2026/spring/the shop of the town.ron");
    let other = JournalOwner { user: "ben".to_owned(), host: "office-laptop".to_owned(), process: 31_337 };
    let changed = |keys: &str| {
        let mut state = retail(language);
        press(&mut state, keys);
        state.map().clone()
    };
    let (base, ours, theirs) = (changed(""), changed("r12000<Enter>"), changed("r9500<Enter>"));
    let conflict = merge(&base, &ours, &theirs).conflicts.remove(0);
    let questions = [
        ("asks-overwrite", Question::Overwrite { path: path() }),
        ("asks-changed", Question::ChangedOutside { path: path() }),
        ("asks-not-saved", Question::NotSaved { why: "workshops/2026/spring/the shop.ron: the disk is full.".into() }),
        ("asks-gone", Question::Gone { path: path() }),
        ("asks-in-use", Question::InUse { other }),
        ("asks-in-use-unknown", Question::InUse { other: JournalOwner::default() }),
        ("asks-conflict", Question::Conflict(Box::new(conflict))),
        ("asks-left", Question::DiscardRecovery),
    ];
    let ask = |(name, question): (&'static str, Question)| {
        let mut state = retail(language);
        state.dialogs.push(Dialog::Question(question));
        (name, state)
    };
    questions.map(ask).into()
}

fn export_screen(language: Language, keys: &str) -> State {
    let mut state = retail(language);
    let mut effects = press(&mut state, keys);
    while let Some(Effect::Export(job)) = effects.pop() {
        let omissions = vec![omitted_on_poster(language, "KPI"), omitted_on_poster(language, "KPI, KPI")];
        let output = ExportOutput { estimate: ExportEstimate { bytes: 48_000, omissions }, text: None };
        update(&mut state, Msg::Exported { job, outcome: Ok(output) });
    }
    state
}

fn recovery_screen(language: Language) -> State {
    let mut state = retail(language);
    let folder = tempfile::tempdir().expect("a folder");
    let claim = claim(folder.path(), None, &JournalOwner::default(), SystemTime::now());
    let mut other = retail(language);
    press(&mut other, "mr12000<Enter>aCompares prices with a friend =300<Enter><Esc>lddll3");
    let owner = JournalOwner { user: "lucia".to_owned(), host: "workshop-2".to_owned(), process: 4_711 };
    let (map, comments) = (other.map().clone(), Comments::default());
    let read = Fingerprint::of(b"the content of the file");
    let (base, path) = (state.map().clone(), PathBuf::from("shop.ron"));
    state.session.file = Some(OpenFile::with_content(path.clone(), base.clone(), comments.clone(), read));
    let record = JournalRecord { owner, file: Some(path), based_on: Some(read), base: Some(base), map, comments };
    let id = claim.own.expect("a lease").id().clone();
    let left = AbandonedJournal { id, record, age: Duration::from_secs(7_200), origin: JournalOrigin::SameFile };
    update(&mut state, Msg::Unsaved(JournalReport { abandoned: vec![left], ..JournalReport::default() }));
    assert!(matches!(state.dialogs.last(), Some(Dialog::Recovery(_))));
    state
}
