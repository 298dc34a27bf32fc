//! The time of frames and keys with maps of 30, 1,000 and 100,000 touchpoints: `cargo bench --bench board`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot set itself up has nothing to measure")]

use crokey::{KeyCombination, key};
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use divan::{Bencher, black_box};
use periplo::app::model::msg::Msg;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::{Funnel, Header, IdSource, JourneyMap, Kind, Line, Name, Phase, Place, Touchpoint};
use periplo::store::{Comments, disk, ron_text};
use periplo::term::clock::now;
use periplo::term::frame::Frames;
use periplo::term::input::{Input, Reaction, reaction};
use periplo::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [usize; 3] = [30, 1_000, 100_000];
/// The size of the screen, in cells.
const SCREEN: Rect = Rect::new(0, 0, 120, 40);

fn main() {
    divan::main();
}

/// Returns a map of that many touchpoints, with steps, alternatives and numbers.
fn map(count: usize) -> JourneyMap {
    let mut ids = IdSource::new(1);
    let mut reach = 10_000_000_u64;
    let phases = Phase::ALL.map(|_| {
        let touchpoints = (0..count / 3).map(|nth| {
            reach -= reach / 5_000;
            Touchpoint {
                kind: Some(Kind::ALL[nth % 3]),
                channel: Line::optional("website").unwrap(),
                need: Line::optional("one final price, with no surprises").unwrap(),
                reach: (nth % 4 != 3).then_some(reach),
                with_previous: nth % 5 == 4,
                critical: nth % 7 == 0,
                ..Touchpoint::new(ids.fresh(|_| false), Name::new("Works out the full price on the website").unwrap())
            }
        });
        touchpoints.collect()
    });
    JourneyMap::with_touchpoints(Header::new(Name::new("Bench").unwrap()), phases).0
}

/// Returns a board with the middle touchpoint selected.
fn board(count: usize) -> State {
    let mut state = State::new(Lang::new(Language::English), 1);
    state.open_map(map(count), None);
    let middle = Place::new(Phase::During, count / 6);
    let map = state.map().clone();
    state.board.go_to(&map, middle);
    state
}

fn press(state: &mut State, key: KeyCombination) {
    black_box(update(state, Msg::Key(key)));
}

/// A frame drawn into a buffer, without the comparison with the previous frame.
#[divan::bench(args = SIZES, consts = [false, true])]
fn frame<const LARGE: bool>(bencher: Bencher<'_, '_>, count: usize) {
    let state = board(count);
    let area = if LARGE { Rect::new(0, 0, 300, 100) } else { Rect::new(0, 0, 120, 40) };
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| {
        buffer.reset();
        view::draw(&state, area, &mut buffer)
    });
}

/// Draws a frame as the program does, and returns the number of bytes that bring the screen up to date.
fn draw(state: &State, frames: &mut Frames) -> usize {
    let area = frames.area();
    frames.draw(|last, cells| view::draw_after(last, state, area, cells).cursor).len()
}

/// A key that moves the selection, with the bytes of its frame.
#[divan::bench(args = SIZES, consts = [false, true])]
fn key_that_moves_to_frame<const LARGE: bool>(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = board(count);
    let (width, height) = if LARGE { (300, 100) } else { (120, 40) };
    let mut frames = Frames::new(Rect::new(0, 0, width, height));
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        press(&mut state, if down { key!(j) } else { key!(k) });
        draw(&state, &mut frames)
    });
}

/// A key that tags a touchpoint, with the bytes of its frame.
#[divan::bench(args = SIZES)]
fn key_that_changes_to_frame(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = board(count);
    let mut frames = Frames::new(SCREEN);
    bencher.bench_local(|| {
        press(&mut state, key!(m));
        draw(&state, &mut frames)
    });
}

/// A key that moves the selection, without its frame.
#[divan::bench(args = SIZES)]
fn key_that_moves(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = board(count);
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        press(&mut state, if down { key!(j) } else { key!(k) });
    });
}

/// A key that changes a touchpoint, without its frame; it recomputes the funnel.
#[divan::bench(args = SIZES)]
fn key_that_changes(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = board(count);
    bencher.bench_local(|| press(&mut state, key!(m)));
}

/// A letter typed into quick entry, with the bytes of its frame, which previews the map and the funnel.
#[divan::bench(args = SIZES)]
fn letter_of_quick_entry_to_frame(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = board(count);
    press(&mut state, key!(a));
    press(&mut state, key!(x));
    let mut frames = Frames::new(SCREEN);
    let mut typed = false;
    bencher.bench_local(|| {
        typed = !typed;
        press(&mut state, if typed { key!(x) } else { key!(backspace) });
        draw(&state, &mut frames)
    });
}

/// A letter typed into the filter, with its frame; it searches every text.
#[divan::bench(args = SIZES, sample_count = 20)]
fn letter_of_filter_to_frame(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = board(count);
    press(&mut state, key!(f));
    press(&mut state, key!(o));
    let area = Rect::new(0, 0, 120, 40);
    let mut buffer = Buffer::empty(area);
    let mut typed = false;
    bencher.bench_local(|| {
        typed = !typed;
        press(&mut state, if typed { key!(n) } else { key!(backspace) });
        view::draw(&state, area, &mut buffer)
    });
}

/// A key that moves the selection over filtered cards, with its frame.
#[divan::bench(args = SIZES, sample_count = 20)]
fn key_that_moves_among_matches_to_frame(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = board(count);
    for key in [key!(f), key!('!'), key!(enter), key!(shift - f)] {
        press(&mut state, key);
    }
    let area = Rect::new(0, 0, 120, 40);
    let mut buffer = Buffer::empty(area);
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        press(&mut state, if down { key!(j) } else { key!(k) });
        view::draw(&state, area, &mut buffer)
    });
}

/// Passes a mouse event from the terminal to the state.
fn point(state: &mut State, kind: MouseEventKind, (column, row): (u16, u16)) {
    let event = Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE });
    if let Reaction::Update(msg) = reaction(state, Input::Event(event, now()), SCREEN) {
        black_box(update(state, msg));
    }
}

/// Returns a board, optionally with a filter that hides most cards.
fn filtered(count: usize, hides: bool) -> State {
    let mut state = board(count);
    if hides {
        for key in [key!(f), key!('!'), key!(enter), key!(shift - f)] {
            press(&mut state, key);
        }
    }
    state
}

/// A click on a card, alternating between two columns, with its frame.
#[divan::bench(args = SIZES, consts = [false, true], sample_count = 20)]
fn click_to_frame<const HIDES: bool>(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = filtered(count, HIDES);
    let mut buffer = Buffer::empty(SCREEN);
    let mut left = false;
    bencher.bench_local(|| {
        left = !left;
        let at = (if left { 5 } else { 35 }, 12);
        point(&mut state, MouseEventKind::Down(MouseButton::Left), at);
        point(&mut state, MouseEventKind::Up(MouseButton::Left), at);
        view::draw(&state, SCREEN, &mut buffer)
    });
}

/// A drag event between two columns, with its frame.
#[divan::bench(args = SIZES, consts = [false, true], sample_count = 20)]
fn drag_to_frame<const HIDES: bool>(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = filtered(count, HIDES);
    point(&mut state, MouseEventKind::Down(MouseButton::Left), (5, 12));
    let mut buffer = Buffer::empty(SCREEN);
    let mut left = false;
    bencher.bench_local(|| {
        left = !left;
        point(&mut state, MouseEventKind::Drag(MouseButton::Left), (if left { 5 } else { 35 }, 20));
        view::draw(&state, SCREEN, &mut buffer)
    });
}

/// A wheel event over a column while quick entry previews the map, with its frame.
#[divan::bench(args = SIZES)]
fn wheel_over_quick_entry_to_frame(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = board(count);
    press(&mut state, key!(a));
    press(&mut state, key!(x));
    let mut buffer = Buffer::empty(SCREEN);
    bencher.bench_local(|| {
        point(&mut state, MouseEventKind::ScrollDown, (35, 12));
        view::draw(&state, SCREEN, &mut buffer)
    });
}

#[divan::bench(args = SIZES)]
fn funnel(bencher: Bencher<'_, '_>, count: usize) {
    let map = map(count);
    bencher.bench_local(|| Funnel::of(&map));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn load_text(bencher: Bencher<'_, '_>, count: usize) {
    let text = ron_text::print(&map(count), &Comments::default());
    bencher.bench_local(|| ron_text::parse(&text).unwrap());
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn save_text(bencher: Bencher<'_, '_>, count: usize) {
    let map = map(count);
    bencher.bench_local(|| ron_text::print(&map, &Comments::default()));
}

/// Returns the text of a map in which every tenth touchpoint has comments before, inside and after it.
fn commented(count: usize) -> String {
    let text = ron_text::print(&map(count), &Comments::default());
    let line = |(nth, line): (usize, &str)| {
        let (is_commented, line) = (nth % 10 == 9 && line.starts_with("        ("), line.to_owned());
        let inside = || line.replacen("name:", "/* asked */ name:", 1);
        if is_commented { format!("        // to be checked\n{} // so far\n", inside()) } else { line + "\n" }
    };
    text.lines().enumerate().map(line).collect()
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn load_commented_text(bencher: Bencher<'_, '_>, count: usize) {
    let text = commented(count);
    bencher.bench_local(|| ron_text::parse(&text).unwrap());
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn save_commented_text(bencher: Bencher<'_, '_>, count: usize) {
    let parsed = ron_text::parse(&commented(count)).unwrap();
    bencher.bench_local(|| ron_text::print(&parsed.map, &parsed.comments));
}

/// A synced save to the disk, each time with different content.
#[divan::bench(args = SIZES, sample_count = 20)]
fn save_file(bencher: Bencher<'_, '_>, count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.ron");
    let mut state = board(count);
    bencher.bench_local(|| {
        press(&mut state, key!(m));
        disk::save(&path, state.map(), &Comments::default(), None, None).unwrap();
    });
}
