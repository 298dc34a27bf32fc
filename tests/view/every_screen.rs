//! Every screen at six sizes in both languages: whole words, a way on, and nothing outside.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use periplo::app::export::{Made, Weight};
use periplo::app::keymap::{BINDINGS, Hint};
use periplo::app::question::Question;
use periplo::app::state::{Dialog, OpenFile};
use periplo::app::{Effect, Msg, Opening, Settings, State, update};
use periplo::lang::{Lang, Language};
use periplo::map::{Name, merge};
use periplo::store::config::ThemeName;
use periplo::store::disk::journal::{Found, Left, claim};
use periplo::store::disk::{Entry, Listing};
use periplo::store::journal::{Owner, Record};
use periplo::store::recent::Recent;
use periplo::store::{Comments, Fingerprint, OpenError, Template, ron_text};
use periplo::view;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::support::{draw, empty, press, with_template};

pub const SIZES: [(u16, u16); 6] = [(60, 20), (80, 24), (100, 30), (120, 40), (160, 50), (200, 50)];

/// Keys that lead to a screen of the board, by what it shows.
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

/// A map with all that can stand in one.
fn rich(language: Language) -> State {
    let mut state = State::new(Lang::new(language), 7);
    state.show(ron_text::parse(include_str!("../exchange/rich.ron")).expect("a map").map, None);
    state
}

fn retail(language: Language) -> State {
    with_template(Template::Retail, language)
}

/// What begins with a map.
type Begin = fn(Language) -> State;

/// Every screen by a name.
pub fn screens(language: Language) -> Vec<(String, State)> {
    let maps: [(&str, Begin); 3] = [("", retail), ("-rich", rich), ("-empty", empty)];
    let mut screens = Vec::new();
    for (map, begin) in maps {
        for (name, script) in SCRIPTS {
            let mut state = begin(language);
            press(&mut state, script);
            // Dialogs look the same in front of any map.
            if state.dialogs.is_empty() || map.is_empty() || map == "-empty" {
                screens.push((format!("{name}{map}"), state));
            }
        }
    }
    for (name, state) in beginnings(language).into_iter().chain(questions(language)) {
        screens.push((name.to_owned(), state));
    }
    for (name, keys) in
        [("tour", ""), ("tour-suppose", "<F2><F2><F2><F2><F2><F2><F2>"), ("tour-end", &"<F2>".repeat(11))]
    {
        screens.push((name.to_owned(), touring(language, keys)));
    }
    screens.push(("export".to_owned(), exporting(language, "x")));
    screens.push(("export-svg".to_owned(), exporting(language, "x<Down>")));
    screens.push(("export-clipboard".to_owned(), exporting(language, "x<Up>")));
    screens.push(("recovery".to_owned(), recovering(language)));
    screens
}

fn fresh(language: Language) -> State {
    State::new(Lang::new(language), 7)
}

fn touring(language: Language, keys: &str) -> State {
    let mut state = fresh(language);
    update(&mut state, Msg::Begin(Opening::Tour));
    press(&mut state, keys);
    state
}

/// Four maps that were open lately.
fn recent() -> Vec<Recent> {
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
    let recent = |(path, title, counts): (&str, &str, _)| Recent {
        path: path.into(),
        title: Name::new(title).expect("a title"),
        counts,
    };
    maps.map(recent).to_vec()
}

fn beginnings(language: Language) -> Vec<(&'static str, State)> {
    let started = |keys: &str| {
        let mut state = fresh(language);
        update(&mut state, Msg::Begin(Opening::Start));
        update(&mut state, Msg::Recent(recent()));
        press(&mut state, keys);
        state
    };
    let mut first = fresh(language);
    update(&mut first, Msg::Begin(Opening::Start));
    let browsed = |keys: &str| {
        let mut state = started("o");
        let folder = PathBuf::from("/srv/workshops/2026");
        let entry = |name: &str, is_folder| Entry { path: folder.join(name), name: name.to_owned(), is_folder };
        let entries = vec![entry("2025", true), entry("spring", true), entry("shop.ron", false)];
        update(&mut state, Msg::Listed { folder: ".".into(), outcome: Ok(Listing { folder, entries }) });
        press(&mut state, keys);
        state
    };
    let mut missing = fresh(language);
    let path = PathBuf::from("/srv/workshops/2026/spring/shop.ron");
    update(&mut missing, Msg::Begin(Opening::Map(path.clone())));
    let faults = ron_text::parse("(format: 1, title: \"t\", befor: [(nam: \"x\", kind: Onlin)])").expect_err("faults");
    let text = "(format: 1, title: \"t\", befor: [(nam: \"x\", kind: Onlin)])".to_owned();
    let outcome = Err(OpenError::Invalid { text, faults });
    update(&mut missing, Msg::Opened { path, outcome, found: Found::default() });
    vec![
        ("start-first", first),
        ("start-recent", started("")),
        ("start-recent-3", started("jj")),
        ("start-new", started("jjjj")),
        ("start-tour", started("jjjjj")),
        ("start-template", started("jjjjjjj")),
        ("start-open", started("k")),
        ("start-help", started("?")),
        ("start-palette", started(":")),
        ("start-themes", started("C")),
        ("browser", browsed("")),
        ("browser-typed", browsed("sp")),
        ("browser-nothing", browsed("nowhere")),
        ("unreadable", missing),
    ]
}

fn questions(language: Language) -> Vec<(&'static str, State)> {
    let path = || PathBuf::from("workshops/2026/spring/the shop of the town.ron");
    let other = Owner { user: "ben".to_owned(), host: "office-laptop".to_owned(), process: 31_337 };
    let changed = |keys: &str| {
        let mut state = retail(language);
        press(&mut state, keys);
        state.map().clone()
    };
    let (base, ours, theirs) = (changed(""), changed("r12000<Enter>"), changed("r9500<Enter>"));
    let conflict = merge(&base, &ours, &theirs).conflicts.remove(0);
    let asked = [
        ("asks-overwrite", Question::Overwrite { path: path() }),
        ("asks-changed", Question::ChangedOutside { path: path() }),
        ("asks-not-saved", Question::NotSaved { why: "workshops/2026/spring/the shop.ron: the disk is full.".into() }),
        ("asks-gone", Question::Gone { path: path() }),
        ("asks-in-use", Question::InUse { other }),
        ("asks-in-use-unknown", Question::InUse { other: Owner::default() }),
        ("asks-conflict", Question::Conflict(Box::new(conflict))),
        ("asks-left", Question::DiscardLeft),
    ];
    let ask = |(name, question): (&'static str, Question)| {
        let mut state = retail(language);
        state.dialogs.push(Dialog::Question(question));
        (name, state)
    };
    asked.map(ask).into()
}

fn exporting(language: Language, keys: &str) -> State {
    let mut state = retail(language);
    let mut asked = press(&mut state, keys);
    while let Some(Effect::Export(job)) = asked.pop() {
        let lost = vec![state.lang.not_on_poster("KPI"), state.lang.not_on_poster("KPI, KPI")];
        let made = Made { weight: Weight { bytes: 48_000, lost }, text: None };
        update(&mut state, Msg::Exported { job, outcome: Ok(made) });
    }
    state
}

fn recovering(language: Language) -> State {
    let mut state = retail(language);
    let folder = tempfile::tempdir().expect("a folder");
    let claim = claim(folder.path(), None, &Owner::default(), SystemTime::now());
    let mut other = retail(language);
    press(&mut other, "mr12000<Enter>aCompares prices with a friend =300<Enter><Esc>lddll3");
    let owner = Owner { user: "lucia".to_owned(), host: "workshop-2".to_owned(), process: 4_711 };
    let (map, comments) = (other.map().clone(), Comments::default());
    let read = Fingerprint::of(b"as it was read");
    let (base, path) = (state.map().clone(), PathBuf::from("shop.ron"));
    state.file = Some(OpenFile::holding(path.clone(), base.clone(), comments.clone(), read));
    let record = Record { owner, file: Some(path), based_on: Some(read), base: Some(base), map, comments };
    let id = claim.own.expect("a lease").id().clone();
    let left = Left { id, record, age: Duration::from_secs(7_200), foreign: false };
    update(&mut state, Msg::Unsaved(Found { left: vec![left], ..Found::default() }));
    assert!(matches!(state.dialogs.last(), Some(Dialog::Recovery(_))));
    state
}

/// The rows of a screen, drawn in the middle of something larger, and where it touched that.
fn rows(state: &State, width: u16, height: u16) -> (Vec<Vec<String>>, Vec<String>) {
    let area = Rect::new(3, 2, width, height);
    let mut buffer = Buffer::empty(Rect::new(0, 0, width + 7, height + 5));
    view::draw(state, area, &mut buffer);
    let mut outside = Vec::new();
    for position in buffer.area.positions() {
        if !area.contains(position) && buffer[position].symbol() != " " {
            outside.push(format!("{position} is outside"));
        }
    }
    let row = |y: u16| {
        let mut wide = 0;
        let cell = |x: u16| {
            let symbol = if wide == 0 { buffer[(x + 3, y + 2)].symbol() } else { "" };
            wide = (wide + unicode_width::UnicodeWidthStr::width(symbol)).saturating_sub(1);
            symbol.to_owned()
        };
        (0..width).map(cell).collect()
    };
    ((0..height).map(row).collect(), outside)
}

/// Every word that the program or what is shown may say.
fn known(language: Language) -> HashSet<String> {
    let mut texts = Vec::new();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(language.code());
    for file in std::fs::read_dir(folder).expect("the words of the interface") {
        texts.push(std::fs::read_to_string(file.expect("a file").path()).expect("text"));
    }
    let templates = Template::ALL.map(|template| with_template(template, language));
    for state in screens(language).into_iter().map(|(_, state)| state).chain(templates) {
        let large: String = draw(&state, 200, 60).0.content.iter().map(Cell::symbol).collect();
        texts.extend(large.split_whitespace().filter(|word| !word.contains('…')).map(str::to_owned));
        texts.push(format!("{:?}", state.map().header()));
        for (_, touchpoint) in state.map().touchpoints() {
            texts.push(format!("{touchpoint:?}").replace("\\n", " "));
        }
    }
    texts.extend(BINDINGS.iter().flat_map(|each| &*each.keys).map(|&key| Lang::new(language).key(key)));
    texts.extend(recent().iter().map(|each| each.path.display().to_string()));
    texts.iter().flat_map(|text| words(text)).map(str::to_lowercase).collect()
}

/// The runs of letters in a text; scripts that have no blanks between words are broken anywhere.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_latin = |c: char| c.is_alphabetic() && c < '\u{2000}';
    text.split(|c: char| !c.is_alphanumeric() && c != '\u{301}').filter(move |word| word.chars().any(is_latin))
}

/// The rows without what a frame that stands in front of them covers in part.
fn uncovered(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut seen = rows.to_vec();
    for (top, row) in rows.iter().enumerate() {
        let at = |row: &Vec<String>, sign: &str| row.iter().position(|cell| cell == sign);
        let corners = row.windows(2).position(|pair| pair == ["╭", "─"]).zip(at(row, "╮"));
        let Some((left, right)) = corners.filter(|(left, right)| left < right) else { continue };
        let is_end = |y: &usize| rows[*y].get(left..left + 2).is_some_and(|pair| pair == ["╰", "─"]);
        let Some(bottom) = (top..rows.len()).find(is_end) else { continue };
        for y in top..=bottom {
            // The narrower of two stands in front.
            if right - left + 1 < seen[y].len() {
                seen[y] = rows[y][left..=right].to_vec();
            }
        }
    }
    seen
}

/// The words of a row that are not whole and not cut with `…`, and texts that touch each other.
fn broken(row: &str, known: &HashSet<String>) -> Vec<String> {
    let is_number = |word: &str| {
        let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
        digits.len() < word.len() && ["k", "M", "G", "T", "kB"].contains(&digits)
            || word.strip_prefix(['F', 'Q']).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
    };
    let mut broken = Vec::new();
    let base = row.as_ptr() as usize;
    for word in words(row) {
        let at = word.as_ptr() as usize - base;
        let is_cut = row[at + word.len()..].starts_with('…') || row[..at].ends_with('…');
        if !is_cut && !is_number(word) && !known.contains(&word.to_lowercase()) {
            broken.push(word.to_owned());
        }
    }
    for (at, sign) in row.match_indices('…') {
        let (before, behind) = (row[..at].chars().next_back(), row[at + sign.len()..].chars().next());
        let is_text = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if is_text(before) && is_text(behind) {
            broken.push(format!("{}…{}", before.unwrap_or(' '), behind.unwrap_or(' ')));
        }
    }
    broken
}

/// What is wrong with a screen.
fn faults(state: &State, rows: &[Vec<String>], known: &HashSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for row in &uncovered(rows) {
        let row = row.concat();
        faults.extend(broken(&row, known).into_iter().map(|word| format!("“{word}” in {row}")));
    }
    let footer = rows.last().map(|row| row.concat()).unwrap_or_default();
    if let Some(first) = state.keys.shown(state.context()).find(|each| each.hint == Hint::Shown) {
        let key = first.keys.first().map(|&key| state.lang.key(key)).unwrap_or_default();
        let hint = format!("{key} {}", state.lang.action(first.action.key()));
        if !footer.contains(&hint) {
            faults.push(format!("no “{hint}” in {footer}"));
        }
    }
    faults
}

/// What is wrong with the screens of a language.
fn wrong(language: Language) -> Vec<String> {
    let folder = std::env::var_os("PERIPLO_SCREENS").map(PathBuf::from);
    let known = known(language);
    let mut wrong = Vec::new();
    for (name, mut state) in screens(language) {
        state.settings = Settings { theme: ThemeName::None, ..state.settings };
        for (width, height) in SIZES {
            let (rows, outside) = rows(&state, width, height);
            let called = format!("{name}-{width}x{height}-{}", language.code());
            if let Some(folder) = &folder {
                let text: String = rows.iter().map(|row| row.concat() + "\n").collect();
                std::fs::write(folder.join(format!("{called}.txt")), text).expect("written");
            }
            let faults = faults(&state, &rows, &known).into_iter().chain(outside);
            wrong.extend(faults.map(|fault| format!("{called}: {fault}")));
        }
    }
    wrong
}

#[test]
fn words_are_whole_or_cut_with_a_sign_and_the_first_key_is_named_in_english() {
    let wrong = wrong(Language::English);
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn words_are_whole_or_cut_with_a_sign_and_the_first_key_is_named_in_spanish() {
    let wrong = wrong(Language::Spanish);
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}
