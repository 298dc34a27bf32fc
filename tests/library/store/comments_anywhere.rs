//! Comments at every place where RON allows them: none is lost, duplicated, or moved again by a second save.

use periplo::map::{Edit, JourneyMap, Line, Phase, Place};
use periplo::store::ron_text::{Parsed, parse, print};
use periplo::store::{Comments, SaveError, disk};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::store::any_map::any_map;
use crate::store::saving::overwrite;

/// Whitespace and comments between two tokens of a file. In the comments, `@` is replaced by a number.
fn gap() -> impl Strategy<Value = Vec<&'static str>> {
    let blank = select(vec![" ", "\n", "\n\n", "\r\n", "\t", "\n\n\n    "]);
    let comment = select(vec![
        "// @ plain\n",
        "//@\n",
        "// @ \"open ( [ */ /* \r\n",
        "// (name: \"Old @\"), \n",
        "/*@*/",
        "/* @ \" ( ] /* nested // */ ' */",
        "/* @ two\r\n\t lines */",
        "/* @ hidden *\u{200b}/ \u{1b}[0m */",
        "// @ e\u{301}\u{202e}\n",
    ]);
    prop_oneof![
        6 => Just(Vec::new()),
        2 => blank.clone().prop_map(|blank| vec![blank]),
        3 => (blank.clone(), comment.clone()).prop_map(|(blank, comment)| vec![blank, comment]),
        2 => (comment.clone(), blank.clone()).prop_map(|(comment, blank)| vec![comment, blank]),
        1 => (vec((comment, blank), 2..4)).prop_map(|many| many.into_iter().flat_map(<[_; 2]>::from).collect()),
    ]
}

/// Splits a file that Periplo wrote into tokens.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let raw = rest.strip_prefix('r').map(|raw| raw.len() - raw.trim_start_matches('#').len());
        let raw = raw.filter(|&hashes| rest[1 + hashes..].starts_with('"'));
        let end = if let Some(hashes) = raw {
            let closing = format!("\"{}", "#".repeat(hashes));
            let from = hashes + 2;
            from + rest[from..].find(&closing).unwrap() + closing.len()
        } else if first == '"' {
            let mut end = 1;
            while !rest[end..].starts_with('"') {
                let escape = usize::from(rest[end..].starts_with('\\'));
                end += escape + rest[end + escape..].chars().next().unwrap().len_utf8();
            }
            end + 1
        } else if rest.starts_with("#![enable(implicit_some)]") {
            "#![enable(implicit_some)]".len()
        } else {
            let ends = |c: char| !(c.is_alphanumeric() || c == '_' || c == '-');
            rest.find(ends).unwrap().max(first.len_utf8())
        };
        tokens.push(rest[..end].to_owned());
        rest = rest[end..].trim_start();
    }
    tokens
}

/// The text of a map with comments.
#[derive(Clone, Debug)]
struct CommentedText {
    text: String,
    /// The same text without comments.
    plain: String,
    /// The numbers of the comments.
    numbers: Vec<u32>,
}

fn commented_text() -> impl Strategy<Value = CommentedText> {
    let odd = (any::<bool>(), any::<bool>(), any::<bool>());
    (any_map(), odd, vec(gap(), 1..60), any::<Index>()).prop_map(|(map, odd, between, from)| {
        let (named, no_attribute, no_ids) = odd;
        let mut tokens = tokens(&print(&map, &Comments::default()));
        if no_ids {
            while let Some(at) = tokens.windows(2).position(|pair| pair[0] == "id" && pair[1] == ":") {
                tokens.drain(at..at + 4);
            }
        }
        if named {
            tokens.insert(1, "JourneyMap".to_owned());
        }
        if no_attribute {
            tokens.remove(0);
        }
        let (mut text, mut number, mut numbers) = (String::new(), 0, Vec::new());
        let mut gaps = between.iter().cycle().skip(from.index(between.len()));
        for token in tokens.iter().map(String::as_str).chain([""]) {
            for piece in gaps.next().unwrap() {
                number += 1;
                text.push_str(&piece.replace('@', &number.to_string()));
                numbers.extend(piece.contains('@').then_some(number));
            }
            text.push(' ');
            text.push_str(token);
        }
        CommentedText { text, plain: tokens.join(" "), numbers }
    })
}

/// Returns the sorted numbers of all comments.
fn numbers(comments: &Comments) -> Vec<u32> {
    let number = |text: &&str| {
        let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        digits.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
    };
    let mut numbers: Vec<u32> = comments.texts().iter().map(number).collect();
    numbers.sort_unstable();
    numbers
}

fn read(text: &str) -> Result<Parsed, TestCaseError> {
    parse(text).map_err(|faults| TestCaseError::fail(format!("{faults:?} in {text}")))
}

/// An edit that a user makes while the map is open.
#[derive(Clone, Debug)]
enum RandomEdit {
    Change(Index),
    Delete(Index),
    Move(Index, usize, Index),
    Shift(Index, bool),
    Describe(u8),
}

fn random_edit() -> impl Strategy<Value = RandomEdit> {
    prop_oneof![
        any::<Index>().prop_map(RandomEdit::Change),
        any::<Index>().prop_map(RandomEdit::Delete),
        (any::<Index>(), 0..3usize, any::<Index>()).prop_map(|(which, phase, row)| RandomEdit::Move(which, phase, row)),
        (any::<Index>(), any::<bool>()).prop_map(|(which, up)| RandomEdit::Shift(which, up)),
        any::<u8>().prop_map(RandomEdit::Describe),
    ]
}

fn apply(map: &mut JourneyMap, change: &RandomEdit) {
    let all: Vec<_> = map.touchpoints().map(|(_, each)| each.clone()).collect();
    let of = |which: &Index| all.get(which.index(all.len().max(1))).map(|each| (**each).clone());
    let edit = match change {
        RandomEdit::Change(which) => of(which).map(|mut touchpoint| {
            touchpoint.votes = touchpoint.votes.wrapping_add(1);
            Edit::Replace(vec![touchpoint])
        }),
        RandomEdit::Delete(which) => of(which).map(|touchpoint| Edit::Delete(vec![touchpoint.id])),
        RandomEdit::Move(which, phase, row) => of(which).map(|touchpoint| {
            let phase = Phase::ALL[*phase];
            let to = Place::new(phase, row.index(map.phase(phase).len() + 1));
            Edit::Move { ids: vec![touchpoint.id], to }
        }),
        RandomEdit::Shift(which, up) => of(which).map(|touchpoint| {
            let ids = vec![touchpoint.id];
            if *up { Edit::MoveUp(ids) } else { Edit::MoveDown(ids) }
        }),
        RandomEdit::Describe(bits) => {
            let mut header = (**map.header()).clone();
            let line = |bit: u8| if bits & bit == 0 { None } else { Line::optional("said").unwrap() };
            (header.company, header.persona, header.scenario) = (line(1), line(2), line(4));
            (header.goal, header.unit, header.period) = (line(8), line(16), line(32));
            header.objectives.truncate(usize::from(bits >> 6));
            Some(Edit::SetHeader(header))
        }
    };
    let _refused = edit.map(|edit| map.apply(edit));
}

/// Writes a map and reads it back, and checks everything that saving guarantees. Returns what was read.
fn write_and_read(map: &JourneyMap, comments: &Comments) -> Result<Parsed, TestCaseError> {
    let text = print(map, comments);
    let again = read(&text)?;
    prop_assert_eq!(&again.map, map);
    prop_assert!(again.repeated_ids.is_empty());
    prop_assert_eq!(&again.comments, &comments.for_map(map), "in {}", &text);
    let second = print(&again.map, &again.comments);
    prop_assert_eq!(&second, &text, "a second save changes nothing");
    let dropped = |c| c != '\n' && periplo::map::text::is_unsafe_char(c);
    prop_assert!(!text.contains(dropped), "{:?}", text);
    Ok(again)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 80, ..ProptestConfig::default() })]

    #[test]
    fn comments_at_any_place_survive_a_save(written in commented_text()) {
        let parsed = read(&written.text)?;
        prop_assert_eq!(&parsed.map, &read(&written.plain)?.map);
        prop_assert_eq!(&numbers(&parsed.comments), &written.numbers);
        let again = write_and_read(&parsed.map, &parsed.comments)?;
        prop_assert_eq!(numbers(&again.comments), written.numbers);
    }

    #[test]
    fn comments_of_touchpoints_that_still_exist_survive_any_change(written in commented_text(), changes in vec(random_edit(), 1..8)) {
        let Parsed { map, comments, .. } = read(&written.text)?;
        let mut changed = map.clone();
        changes.iter().for_each(|change| apply(&mut changed, change));
        let again = write_and_read(&changed, &comments)?;
        let same: Vec<_> = map.touchpoints().filter(|(_, each)| changed.find(each.id).is_some()).collect();
        if same.len() == map.len() {
            prop_assert_eq!(numbers(&again.comments), numbers(&comments));
        }
        let text = print(&changed, &comments);
        let plain = print(&map, &comments);
        for (_, touchpoint) in map.touchpoints() {
            let unchanged = changed.touchpoint(touchpoint.id) == Some(touchpoint);
            let mark = format!("id: \"{}\"", touchpoint.id);
            let line = |text: &str| text.lines().find(|line| line.contains(&mark)).map(str::to_owned);
            if unchanged {
                prop_assert_eq!(line(&text), line(&plain), "an unchanged touchpoint is written as before");
            }
        }
        prop_assert_eq!(print(&map, &comments), plain, "undo leads back to the first text");
    }

    #[test]
    fn comments_merge_without_loss_or_duplicates(written in commented_text(), ours in vec(random_edit(), 0..5), theirs in vec(random_edit(), 0..5)) {
        let base = read(&written.text)?;
        let change_map = |changes: &[RandomEdit]| {
            let mut map = base.map.clone();
            changes.iter().filter(|change| !matches!(change, RandomEdit::Delete(_))).for_each(|change| apply(&mut map, change));
            map
        };
        let (ours, theirs) = (change_map(&ours), change_map(&theirs));
        let their_comments = read(&print(&theirs, &base.comments))?.comments;
        let merged = Comments::merge((&base.map, &base.comments), (&ours, &base.comments), (&theirs, &their_comments));
        for map in [&base.map, &ours, &theirs] {
            prop_assert_eq!(numbers(&write_and_read(map, &merged)?.comments), numbers(&base.comments));
        }
    }
}

#[test]
fn a_saved_map_reads_back_with_all_its_comments() -> Result<(), SaveError> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("map.ron");
    let parsed = parse("/* a */ (format: 1, title: \"x\", before: [(name: \"A\" /* b */)] /* c */)").expect("a map");
    overwrite(&path, &parsed.map, &parsed.comments)?;
    let loaded = disk::load(&path).expect("the map");
    assert_eq!(loaded.comments, parsed.comments);
    assert_eq!(loaded.comments.texts(), ["/* a */", "/* b */", "/* c */"]);
    Ok(())
}
