//! The decoder of terminal input: every sequence, cut anywhere, is the same event.

mod pastes;

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use periplo::term::decoder::{Decoder, TerminalEvent};
use proptest::collection::vec;
use proptest::prelude::*;

const ESCAPE_TIME: Duration = Duration::from_millis(30);
/// Longer than any pause inside a sequence or a paste that the decoder accepts.
const LONG: Duration = Duration::from_secs(2);

const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;

fn decoder() -> Decoder {
    Decoder::new(ESCAPE_TIME)
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn letter(letter: char) -> Event {
    key(KeyCode::Char(letter), if letter.is_uppercase() { SHIFT } else { KeyModifiers::NONE })
}

fn plain(code: KeyCode) -> Event {
    key(code, KeyModifiers::NONE)
}

fn mouse(kind: MouseEventKind, column: u16, row: u16, modifiers: KeyModifiers) -> Event {
    Event::Mouse(MouseEvent { kind, column, row, modifiers })
}

/// Returns the events without the reports of other layouts, of which there are none.
fn usual(events: Vec<TerminalEvent>) -> Vec<Event> {
    let usual = |event| match event {
        TerminalEvent::Event(event) => event,
        other @ (TerminalEvent::OtherLayout { .. } | TerminalEvent::ReportsKeys) => panic!("{other:?}"),
    };
    events.into_iter().map(usual).collect()
}

/// Decodes parts that arrive one after the other, with a pause after each, and then a long pause.
fn decode(parts: &[&[u8]], pause: Duration) -> Vec<Event> {
    let (mut decoder, mut now) = (decoder(), Instant::now());
    let mut events = Vec::new();
    for part in parts {
        events.extend(usual(decoder.take(part, now)));
        now += pause;
        if decoder.waits_until().is_some_and(|until| until < now) {
            events.extend(usual(decoder.give_up(now)));
        }
    }
    if decoder.waits_until().is_some() {
        events.extend(usual(decoder.give_up(now + LONG)));
    }
    events
}

fn decode_at_once(bytes: &[u8]) -> Vec<Event> {
    decode(&[bytes], Duration::ZERO)
}

/// Sequences of one event each.
fn sequences() -> Vec<(&'static [u8], Event)> {
    use KeyCode::*;
    let left = MouseButton::Left;
    vec![
        (b"a", letter('a')),
        (b"G", letter('G')),
        ("ñ".as_bytes(), letter('ñ')),
        ("Ñ".as_bytes(), letter('Ñ')),
        ("漢".as_bytes(), letter('漢')),
        ("😀".as_bytes(), letter('😀')),
        (b"\r", plain(Enter)),
        (b"\n", key(Char('j'), CONTROL)),
        (b"\t", plain(Tab)),
        (b"\x7f", plain(Backspace)),
        (b"\x08", key(Char('h'), CONTROL)),
        (b"\x00", key(Char(' '), CONTROL)),
        (b"\x13", key(Char('s'), CONTROL)),
        (b"\x1c", key(Char('4'), CONTROL)),
        (b"\x1f", key(Char('7'), CONTROL)),
        (b"\x1b[A", plain(Up)),
        (b"\x1b[B", plain(Down)),
        (b"\x1b[C", plain(Right)),
        (b"\x1b[D", plain(Left)),
        (b"\x1b[H", plain(Home)),
        (b"\x1b[F", plain(End)),
        (b"\x1bOA", plain(Up)),
        (b"\x1bOD", plain(Left)),
        (b"\x1bOH", plain(Home)),
        (b"\x1bOP", plain(F(1))),
        (b"\x1bOS", plain(F(4))),
        (b"\x1bO2P", key(F(1), SHIFT)),
        (b"\x1b[[A", plain(F(1))),
        (b"\x1b[[E", plain(F(5))),
        (b"\x1b[1~", plain(Home)),
        (b"\x1b[2~", plain(Insert)),
        (b"\x1b[3~", plain(Delete)),
        (b"\x1b[4~", plain(End)),
        (b"\x1b[5~", plain(PageUp)),
        (b"\x1b[6~", plain(PageDown)),
        (b"\x1b[11~", plain(F(1))),
        (b"\x1b[15~", plain(F(5))),
        (b"\x1b[17~", plain(F(6))),
        (b"\x1b[24~", plain(F(12))),
        (b"\x1b[1;2A", key(Up, SHIFT)),
        (b"\x1b[1;5D", key(Left, CONTROL)),
        (b"\x1b[1;3C", key(Right, ALT)),
        (b"\x1b[1;2R", key(F(3), SHIFT)),
        (b"\x1b[3;5~", key(Delete, CONTROL)),
        (b"\x1b[Z", key(BackTab, SHIFT)),
        (b"\x1b[97;5u", key(Char('a'), CONTROL)),
        (b"\x1b[9;2u", key(BackTab, SHIFT)),
        (b"\x1b[97;1:3u", Event::Key(KeyEvent::new_with_kind(Char('a'), KeyModifiers::NONE, KeyEventKind::Release))),
        (b"\x1b[27u", plain(Esc)),
        (b"\x1b[27;1u", plain(Esc)),
        (b"\x1b[91;5u", plain(Esc)),
        (b"\x1b[105;5u", plain(Tab)),
        (b"\x1b[105;6u", plain(Tab)),
        (b"\x1b[109;5u", plain(Enter)),
        (b"\x1b[13;2u", plain(Enter)),
        (b"\x1b[13;3u", key(Enter, ALT)),
        (b"\x1b[57414u", plain(Enter)),
        (b"\x1b[127;2u", plain(Backspace)),
        (b"\x1b[127;5u", key(Backspace, CONTROL)),
        (b"\x1b[32;5u", key(Char(' '), CONTROL)),
        (b"\x1b[97:65;6u", key(Char('a'), CONTROL)),
        (b"\x1b[97:65;4u", key(Char('A'), ALT | SHIFT)),
        (b"\x1b[97;3;97u", key(Char('a'), ALT)),
        (b"\x1b[97;;97u", letter('a')),
        (b"\x1b[97:65;2;65u", letter('A')),
        (b"\x1b[97:65;2u", letter('A')),
        (b"\x1b[97;2u", letter('A')),
        (b"\x1b[97;65u", letter('A')),
        (b"\x1b[97;65;65u", letter('A')),
        (b"\x1b[39:63:45;2u", letter('?')),
        (b"\x1b[223:63:45;2u", letter('?')),
        (b"\x1b[223::45u", letter('ß')),
        (b"\x1b[241::59;;241u", letter('ñ')),
        (b"\x1b[113::97u", letter('q')),
        (b"\x1b[113::97;5u", key(Char('q'), CONTROL)),
        (b"\x1b[50;;64u", letter('@')),
        (b"\x1b[113;7;64u", letter('@')),
        (b"\x1b[101::101;;8364u", letter('€')),
        (b"\x1b[0;;225u", letter('á')),
        (b"\x1b[57400;129u", letter('1')),
        (b"\x1b[57413;;43u", letter('+')),
        (b"\x1b[57419u", plain(Up)),
        (b"\x1b[57376u", plain(F(13))),
        (b"\x1b[1;129A", plain(Up)),
        (b"\x1b[1092::97;5u", key(Char('a'), CONTROL)),
        (b"\x1b[1092:1060:97;6u", key(Char('a'), CONTROL)),
        (b"\x1b[1093:1061:91;5u", plain(Esc)),
        (b"\x1b[1092:1060:97;4u", key(Char('A'), ALT | SHIFT)),
        ("ф".as_bytes(), letter('ф')),
        (b"\x1b[1092u", letter('ф')),
        (b"\x1bf", key(Char('f'), ALT)),
        (b"\x1bF", key(Char('F'), ALT | SHIFT)),
        ("\x1bñ".as_bytes(), key(Char('ñ'), ALT)),
        (b"\x1b\r", key(Enter, ALT)),
        (b"\x1b\x7f", key(Backspace, ALT)),
        (b"\x1b]x", key(Char(']'), ALT)),
        (b"\x1b[<0;40;10M", mouse(MouseEventKind::Down(left), 39, 9, KeyModifiers::NONE)),
        (b"\x1b[<0;40;10m", mouse(MouseEventKind::Up(left), 39, 9, KeyModifiers::NONE)),
        (b"\x1b[<36;1;2M", mouse(MouseEventKind::Drag(left), 0, 1, SHIFT)),
        (b"\x1b[<35;1;2M", mouse(MouseEventKind::Moved, 0, 1, KeyModifiers::NONE)),
        (b"\x1b[<64;300;100M", mouse(MouseEventKind::ScrollUp, 299, 99, KeyModifiers::NONE)),
        (b"\x1b[<65;3;1M", mouse(MouseEventKind::ScrollDown, 2, 0, KeyModifiers::NONE)),
        (b"\x1b[32;40;10M", mouse(MouseEventKind::Down(left), 39, 9, KeyModifiers::NONE)),
        (b"\x1b[M !\"", mouse(MouseEventKind::Down(left), 0, 1, KeyModifiers::NONE)),
        (b"\x1b[I", Event::FocusGained),
        (b"\x1b[O", Event::FocusLost),
        (b"\x1b[200~one\ntwo\x1b[A\x1b[201~", Event::Paste("one\ntwo\x1b[A".to_owned())),
        (b"\x1b[200~\x1b[201~", Event::Paste(String::new())),
    ]
}

/// Sequences that mean nothing to the program: replies, unknown keys, damaged text.
const MEANINGLESS: [&[u8]; 21] = [
    b"\x1b[100;9u",
    b"\x1b[1076::108;9u",
    b"\x1b[0;;20320:22909u",
    b"\x1b[57441;2u",
    b"\x1b[?62;22c",
    b"\x1b[>0;95;0c",
    b"\x1b[99~",
    b"\x1b[99999999999999999999~",
    b"\x1b[<0;0;0M",
    b"\x1b[<255;1;1M",
    b"\x1b[<0;65537;1M",
    b"\x1b[M\x01\x01\x01",
    b"\x1b[57358;1u",
    b"\x1b[1114112;1u",
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]10;rgb:0000/0000/0000\x07",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b[201~",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
];

#[test]
fn every_sequence_is_its_event() {
    for (bytes, event) in sequences() {
        let expected = if bytes == b"\x1b]x" { vec![event, letter('x')] } else { vec![event] };
        assert_eq!(decode_at_once(bytes), expected, "{}", bytes.escape_ascii());
    }
    for bytes in MEANINGLESS {
        assert_eq!(decode_at_once(bytes), [], "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_letter_of_another_alphabet_comes_with_the_key_in_its_place() {
    let reported = [
        ("\x1b[1092::97u", 'ф', 'a'),
        ("\x1b[1092::97;;1092u", 'ф', 'a'),
        ("\x1b[1092:1060:97;2u", 'Ф', 'A'),
        ("\x1b[1092:1060:97;2;1060u", 'Ф', 'A'),
        ("\x1b[1092:1060:97;65;1060u", 'Ф', 'A'),
        ("\x1b[1092::97;65u", 'Ф', 'A'),
        ("\x1b[1078:1046:59;2u", 'Ж', ':'),
        ("\x1b[1102:1070:46;2u", 'Ю', '>'),
        ("\x1b[945:913:97;2u", 'Α', 'A'),
        ("\x1b[969::118u", 'ω', 'v'),
        ("\x1b[1513::97u", 'ש', 'a'),
        ("\x1b[1777::49u", '۱', '1'),
        ("\x1b[12609::97u", 'ㅁ', 'a'),
    ];
    for (bytes, typed, latin) in reported {
        let [typed, latin] = [typed, latin].map(|key| match letter(key) {
            Event::Key(key) => key,
            other => panic!("{other:?}"),
        });
        let expected = TerminalEvent::OtherLayout { typed, latin };
        assert_eq!(decoder().take(bytes.as_bytes(), Instant::now()), [expected], "{}", bytes.escape_debug());
    }
}

#[test]
fn the_answer_of_a_terminal_that_can_report_keys_is_no_key() {
    for bytes in [&b"\x1b[?0u"[..], b"\x1b[?29u"] {
        assert_eq!(decoder().take(bytes, Instant::now()), [TerminalEvent::ReportsKeys]);
    }
}

#[test]
fn a_sequence_cut_anywhere_is_the_same_event() {
    let meaningless = MEANINGLESS.into_iter();
    for bytes in sequences().into_iter().map(|(bytes, _)| bytes).chain(meaningless) {
        let whole = decode_at_once(bytes);
        for pause in [Duration::ZERO, Duration::from_millis(1), Duration::from_millis(25)] {
            for cut in 1..bytes.len() {
                let parts = [&bytes[..cut], &bytes[cut..]];
                assert_eq!(decode(&parts, pause), whole, "{} cut at {cut}", bytes.escape_ascii());
            }
            let one_by_one: Vec<&[u8]> = bytes.chunks(1).collect();
            assert_eq!(decode(&one_by_one, pause), whole, "{} byte by byte", bytes.escape_ascii());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn any_input_cut_anywhere_is_the_same_events(
        chosen in vec((0..sequences().len() + MEANINGLESS.len(), any::<bool>()), 1..20),
        noise in vec(any::<u8>(), 0..6),
        lengths in vec(1..9_usize, 1..200),
    ) {
        let known = sequences();
        let mut bytes = Vec::new();
        for (nth, has_noise) in chosen {
            bytes.extend(known.get(nth).map_or_else(|| MEANINGLESS[nth - known.len()], |(bytes, _)| bytes));
            if has_noise {
                bytes.extend(&noise);
            }
        }
        let mut parts = Vec::new();
        let mut rest = bytes.as_slice();
        for length in lengths {
            let (part, later) = rest.split_at(length.min(rest.len()));
            parts.push(part);
            rest = later;
        }
        parts.push(rest);
        prop_assert_eq!(decode(&parts, Duration::from_millis(5)), decode_at_once(&bytes));
    }
}

#[test]
fn esc_acts_after_its_time_and_not_earlier() {
    let (mut decoder, start) = (decoder(), Instant::now());
    assert_eq!(usual(decoder.take(b"\x1b", start)), []);
    assert_eq!(decoder.waits_until(), Some(start + ESCAPE_TIME));
    assert_eq!(usual(decoder.give_up(start + ESCAPE_TIME)), [plain(KeyCode::Esc)]);
    assert_eq!(decoder.waits_until(), None);
    assert_eq!(usual(decoder.take(b"j", start + ESCAPE_TIME)), [letter('j')]);
}

#[test]
fn the_rest_of_a_sequence_after_its_esc_was_a_key_is_no_text() {
    let pause = Duration::from_millis(100);
    let whole = |bytes: &[u8]| decode_at_once(bytes);
    for (bytes, _) in sequences().into_iter().filter(|(bytes, _)| bytes.starts_with(b"\x1b[")) {
        let expected = [vec![plain(KeyCode::Esc)], whole(bytes)].concat();
        assert_eq!(decode(&[b"\x1b", &bytes[1..]], pause), expected, "{}", bytes.escape_ascii());
        let one_by_one: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(decode(&one_by_one, pause), expected, "{} byte by byte", bytes.escape_ascii());
    }
    assert_eq!(decode(&[b"\x1b", b"OD"], pause), [plain(KeyCode::Esc), plain(KeyCode::Left)]);
    assert_eq!(decode(&[b"\x1b", b"["], pause), [plain(KeyCode::Esc), letter('[')]);
    assert_eq!(decode(&[b"\x1b", b"O"], pause), [plain(KeyCode::Esc), letter('O')]);
    assert_eq!(decode(&[b"\x1b", b"j[D"], pause), [plain(KeyCode::Esc), letter('j'), letter('['), letter('D')]);
    let later = [plain(KeyCode::Esc), letter('['), letter('D')];
    assert_eq!(decode(&[b"\x1b", b"", b"[D"], Duration::from_millis(600)), later);
}

#[test]
fn two_escs_are_two_keys_and_hide_no_arrow() {
    let esc = plain(KeyCode::Esc);
    assert_eq!(decode_at_once(b"\x1b\x1b"), [esc.clone(), esc.clone()]);
    assert_eq!(decode_at_once(b"\x1b\x1b[A"), [esc, plain(KeyCode::Up)]);
}

#[test]
fn alt_and_a_letter_that_begins_sequences_acts_when_nothing_follows() {
    for beginning in ['[', 'O', ']', 'P'] {
        let shift = if beginning.is_uppercase() { SHIFT } else { KeyModifiers::NONE };
        let expected = key(KeyCode::Char(beginning), ALT | shift);
        assert_eq!(decode_at_once(format!("\x1b{beginning}").as_bytes()), [expected]);
    }
}

#[test]
fn a_sequence_that_is_never_completed_does_nothing() {
    for bytes in [&b"\x1b[1;"[..], b"\x1b[", b"\x1bO5", b"\x1b[<0;1", b"\x1b]11;rgb", b"\xf0\x9f"] {
        let mut decoder = decoder();
        let start = Instant::now();
        assert_eq!(usual(decoder.take(bytes, start)), []);
        let until = decoder.waits_until().unwrap();
        assert!(until > start + ESCAPE_TIME && until < start + LONG);
        let lone = usual(decoder.give_up(until));
        assert_eq!(!lone.is_empty(), bytes == b"\x1b[", "{lone:?}");
        assert_eq!(usual(decoder.take(b"\x1b[Aj", until)), [plain(KeyCode::Up), letter('j')]);
    }
    assert_eq!(decode_at_once(b"\x1b[1;\x1b[A"), [plain(KeyCode::Up)]);
    assert_eq!(decode_at_once(b"\x1b[1\x03"), [key(KeyCode::Char('c'), CONTROL)]);
}

#[test]
fn of_a_hundred_thousand_arrow_keys_none_becomes_another_key() {
    let bytes = b"\x1b[D".repeat(100_000);
    for size in [1, 2, 4, 5, 1_024, 4_095, 4_096] {
        let parts: Vec<&[u8]> = bytes.chunks(size).collect();
        let pause = if size < 1_024 { Duration::from_millis(1) } else { Duration::from_millis(100) };
        let events = decode(&parts, pause);
        assert_eq!(
            (events.len(), events.iter().all(|event| *event == plain(KeyCode::Left))),
            (100_000, true),
            "{size}"
        );
    }
}
