//! The mouse targets of the cells that are drawn.

use periplo::app::model::action::{Action, Reply};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::palette::PaletteItem;
use periplo::app::model::keymap::Hint;
use periplo::app::model::msg::Msg;
use periplo::app::model::pointer::{BoardTarget, DialogTarget, Gesture, Pointer, PointerTarget, SideTarget};
use periplo::app::model::query::list::{ReviewLine, review_lines};
use periplo::app::model::query::shown_map::ShownMap;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::width::fill;
use periplo::map::{Phase, Place};
use periplo::store::Template;
use periplo::view::target_at;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use crate::support::{draw, press, with_template};

/// Sizes of each layout: narrow, with the side pane below, and with the side pane at the right.
const SIZES: [(u16, u16); 6] = [(46, 16), (60, 20), (80, 24), (100, 30), (120, 40), (200, 50)];

pub fn at(state: &State, (width, height): (u16, u16), x: u16, y: u16) -> Option<PointerTarget> {
    target_at(state, Rect::new(0, 0, width, height), Position::new(x, y))
}

/// Returns the lines of a screen as cells.
pub fn cells(state: &State, (width, height): (u16, u16)) -> Vec<Vec<String>> {
    let (buffer, _) = draw(state, width, height);
    (0..height).map(|y| (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect()).collect()
}

/// Returns the cells where a text begins on a screen.
pub fn found(state: &State, size: (u16, u16), text: &str) -> Vec<(u16, u16)> {
    found_in(&cells(state, size), text)
}

/// Returns the cells where a text begins in the lines of a screen.
pub fn found_in(lines: &[Vec<String>], text: &str) -> Vec<(u16, u16)> {
    let letters: Vec<&str> = text.graphemes(true).collect();
    let begins = |line: &Vec<String>, y: usize| {
        let at = (0..line.len()).filter(|&x| {
            letters.iter().enumerate().all(|(nth, each)| line.get(x + nth).is_some_and(|cell| cell == each))
        });
        at.map(|x| (x as u16, y as u16)).collect::<Vec<_>>()
    };
    lines.iter().enumerate().flat_map(|(y, line)| begins(line, y)).collect()
}

/// Asserts that the first and the last cell of each occurrence of a text have an expected mouse target, and returns the
/// number of occurrences.
fn check(
    state: &State,
    size: (u16, u16),
    text: &str,
    is_expected: impl Fn(Option<PointerTarget>) -> bool,
    place: &str,
) -> usize {
    check_in(&cells(state, size), (state, size), text, is_expected, place)
}

/// Does the same on the lines of a screen.
fn check_in(
    lines: &[Vec<String>],
    (state, size): (&State, (u16, u16)),
    text: &str,
    is_expected: impl Fn(Option<PointerTarget>) -> bool,
    place: &str,
) -> usize {
    let places = found_in(lines, text);
    for &(x, y) in &places {
        for x in [x, x + text.graphemes(true).count() as u16 - 1] {
            let target = at(state, size, x, y);
            assert!(is_expected(target), "{place}: {text:?} at {x},{y} of {size:?} is {target:?}");
        }
    }
    places.len()
}

fn travel_state(language: Language, script: &str) -> State {
    let mut state = with_template(Template::Travel, language);
    press(&mut state, script);
    state
}

#[test]
fn each_name_on_the_board_is_the_target_of_its_touchpoint() {
    for script in ["", "jj", "lj", "t", "c", "R", "T", "b"] {
        let state = travel_state(Language::English, script);
        for size in SIZES {
            let mut seen = 0;
            let lines = cells(&state, size);
            for (place, touchpoint) in state.map().touchpoints() {
                let beginning: String = touchpoint.name.chars().take(8).collect();
                let is_expected = |target: Option<PointerTarget>| match target {
                    Some(
                        PointerTarget::Board(BoardTarget::Card { place: other, .. })
                        | PointerTarget::Board(BoardTarget::CurvePoint(other)),
                    ) => other == place,
                    // Alternatives are one step.
                    Some(PointerTarget::Side(SideTarget::Step(other))) => {
                        other.phase == place.phase && other.row <= place.row
                    }
                    // A list shows details of the selected row below it; the header of the curve names the lowest.
                    Some(PointerTarget::Side(SideTarget::Row(_))) => !script.is_empty(),
                    Some(PointerTarget::Side(SideTarget::Empty)) => true,
                    None => script == "c",
                    _ => false,
                };
                seen += check_in(&lines, (&state, size), beginning.trim_end(), is_expected, script);
            }
            assert!(seen > 0, "{script:?} {size:?}");
        }
    }
}

#[test]
fn headers_and_tabs_are_targets() {
    let state = travel_state(Language::Spanish, "");
    for size in SIZES {
        for phase in Phase::ALL {
            let header = format!("{} {}", state.lang.phase(phase), state.map().phase(phase).len());
            let wanted = if size.0 < 60 {
                PointerTarget::Board(BoardTarget::Tab(phase))
            } else {
                PointerTarget::Board(BoardTarget::Header(phase))
            };
            assert_eq!(check(&state, size, &header, |target| target == Some(wanted), "header"), 1, "{size:?}");
        }
        check(&state, size, "Embudo", |target| target == Some(PointerTarget::Side(SideTarget::Header)), "funnel");
    }
}

#[test]
fn all_lines_of_a_funnel_step_are_its_target() {
    let (state, size) = (travel_state(Language::English, ""), (120, 40));
    let lines = cells(&state, size);
    let is_step = |target| matches!(target, Some(PointerTarget::Side(SideTarget::Step(_))));
    let targets: Vec<_> = (0..size.1).map(|y| at(&state, size, size.0 - 2, y)).collect();
    let first = targets.iter().position(|&target| is_step(target)).expect("a step");
    let left = (0..size.0).position(|x| is_step(at(&state, size, x, first as u16))).expect("the left edge of the step");
    let steps = state.shown();
    for step in &ShownMap::funnel(&steps).steps {
        let Some(reach) = step.reach else { continue };
        let place = step.place();
        let own: Vec<usize> =
            (0..targets.len()).filter(|&y| targets[y] == Some(PointerTarget::Side(SideTarget::Step(place)))).collect();
        assert!(own.windows(2).all(|pair| pair[0] + 1 == pair[1]), "the rows are adjacent: {own:?}");
        let text = own.iter().map(|&y| lines[y][left..].concat()).collect::<String>();
        let name = state.map().at(place).expect("a touchpoint").name.clone();
        for part in [name.split(' ').next().unwrap_or_default(), &state.lang.number(reach)] {
            assert!(text.contains(part), "{part:?} in {text:?}");
        }
        for &y in &own {
            for x in [left as u16, size.0 - 2] {
                assert_eq!(
                    at(&state, size, x, y as u16),
                    Some(PointerTarget::Side(SideTarget::Step(place))),
                    "{x},{y}"
                );
            }
        }
    }
}

#[test]
fn each_finding_is_the_target_of_its_row() {
    let state = travel_state(Language::English, "R");
    for size in SIZES {
        for (nth, line) in review_lines(&state).into_iter().enumerate() {
            let (rule, end) = match line {
                ReviewLine::Group { rule, .. } => (rule, ":"),
                ReviewLine::Finding(finding) => (finding.rule, "  "),
            };
            let same = |other: usize| other == nth;
            let rule = state.lang.rule(rule);
            check(
                &state,
                size,
                &format!(" {rule}{end}"),
                |target| matches!(target, Some(PointerTarget::Side(SideTarget::Row(nth))) if same(nth)),
                &nth.to_string(),
            );
        }
    }
}

#[test]
fn each_hint_of_every_footer_is_the_target_of_its_action() {
    let scripts =
        ["", "a", "aHalf", "<Enter>", "<Enter><Tab>", "r", "f", ":", "?", "x", "C", "R", "<Tab>", "T", "<ctrl-o>"];
    for (nth, script) in scripts.into_iter().enumerate() {
        let state = travel_state(Language::ALL[nth % 2], script);
        for size in SIZES {
            let mut seen = 0;
            let lines = cells(&state, size);
            for binding in state.keys.shown(state.context()).filter(|binding| binding.hint == Hint::Shown) {
                let Some(&key) = binding.keys.first() else { continue };
                let words = format!("{} {}", state.lang.key(key), state.lang.action(binding.action.name()));
                let places = found_in(&lines, &words);
                let here = places.iter().filter(|(_, y)| *y == size.1 - 1);
                for &(x, y) in here {
                    for x in [x, x + words.graphemes(true).count() as u16 - 1] {
                        let target = at(&state, size, x, y);
                        assert_eq!(
                            target,
                            Some(PointerTarget::Action(binding.action)),
                            "{script:?} {words:?} at {x},{y}"
                        );
                    }
                    seen += 1;
                }
            }
            assert!(seen > 0, "{script:?} {size:?}");
        }
    }
}

#[test]
fn each_row_of_a_list_is_its_own_target() {
    let (palette, mut start) = (travel_state(Language::English, ":"), State::new(Lang::new(Language::English), 7));
    press(&mut start, "<Down>");
    let Some(Dialog::Palette(listed)) = palette.dialogs.last() else { panic!("the palette") };
    for size in SIZES {
        let mut seen = 0;
        let lines = cells(&palette, size);
        for (row, item) in listed.listed(&palette.lang, &palette.keys, &[]).into_iter().enumerate() {
            let PaletteItem::Action(action) = item else { panic!("an action") };
            let name = fill(&palette.lang.action(action.name()), 18);
            for (x, y) in found_in(&lines, &format!("│ {name} ")) {
                assert_eq!(
                    at(&palette, size, x + 2, y),
                    Some(PointerTarget::Dialog(DialogTarget::Row(row))),
                    "{name} {size:?}"
                );
                seen += 1;
            }
        }
        assert!(seen > 3, "{size:?}");
        for (row, name) in ["retail", "travel", "b2b"].into_iter().enumerate() {
            let places = found(&start, size, &format!(" {name} "));
            let targets: Vec<_> = places.iter().map(|&(x, y)| at(&start, size, x + 1, y)).collect();
            assert!(
                targets.contains(&Some(PointerTarget::Dialog(DialogTarget::Row(row + 2)))),
                "{name} {size:?} {targets:?}"
            );
        }
    }
}

#[test]
fn answers_of_a_question_are_targets_of_their_replies() {
    let mut state = travel_state(Language::English, "dq");
    assert_eq!(state.context(), Context::Question);
    for size in SIZES {
        for (words, reply) in [
            ("save the file and leave", Reply::Keep),
            ("leave without saving", Reply::Discard),
            ("go back", Reply::Leave),
        ] {
            let words: String = words.chars().take(12).collect();
            let wanted = Some(PointerTarget::Action(Action::Reply(reply)));
            assert_eq!(check(&state, size, &words, |target| target == wanted, "question"), 1, "{words} {size:?}");
        }
    }
    press(&mut state, "<Esc>");
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn a_click_in_an_input_line_moves_the_cursor_before_the_letter() {
    let size = (80, 24);
    for (script, typed, tail) in
        [("a", "Año 日本 👨‍👩‍👧 qxz", "qxz"), ("/", "two qxz", "xz"), ("<Enter><ctrl-u>", "日本 qxz", "qxz")]
    {
        let mut state = travel_state(Language::English, script);
        update(&mut state, Msg::Paste(typed.to_owned()));
        let places = found(&state, size, tail).into_iter().map(|(x, y)| (x, y, at(&state, size, x, y)));
        let mut typed = places.filter(|(.., target)| {
            matches!(
                target,
                Some(PointerTarget::Dialog(DialogTarget::Input(_)) | PointerTarget::Dialog(DialogTarget::Field { .. }))
            )
        });
        let (x, y, target) = typed.next().expect("the typed text is drawn");
        drop(typed);
        for gesture in [Gesture::Press, Gesture::Release] {
            update(&mut state, Msg::Pointer(Pointer { gesture, target, at: (x, y) }));
        }
        let (_, cursor) = draw(&state, size.0, size.1);
        assert_eq!(cursor, Some(Position::new(x, y)), "{script} {target:?}");
    }
}

#[test]
fn nothing_behind_a_dialog_is_a_target() {
    for script in ["a", "<Enter>", "r", "f", ":", "?", "x", "C", "dq", "<ctrl-o>", "<Enter>X<Esc>"] {
        let state = travel_state(Language::English, script);
        for size in [(46, 16), (80, 24)] {
            for (y, x) in (0..size.1).step_by(3).flat_map(|y| (0..size.0).step_by(13).map(move |x| (y, x))) {
                let target = at(&state, size, x, y);
                let is_of_dialog = matches!(
                    target,
                    None | Some(
                        PointerTarget::Action(_)
                            | PointerTarget::Dialog(DialogTarget::Row(_))
                            | PointerTarget::Dialog(DialogTarget::Field { .. })
                            | PointerTarget::Dialog(DialogTarget::Choice { .. })
                            | PointerTarget::Dialog(DialogTarget::Checkbox { .. })
                            | PointerTarget::Dialog(DialogTarget::Input(_))
                            | PointerTarget::Dialog(DialogTarget::Empty)
                    )
                );
                assert!(is_of_dialog, "{script:?} {size:?} {x},{y}: {target:?}");
            }
        }
    }
}

#[test]
fn every_cell_of_every_screen_accepts_every_gesture() {
    let scripts = ["", "c", "t", "R", "b", "T", "P", "Pz", "a@goo", "<Enter>", "f", ":", "?", "x", "C", "dq"];
    for (nth, script) in scripts.into_iter().enumerate() {
        for (width, height) in [(1, 1), (46, 12), (110, 25)] {
            let mut state = travel_state(Language::ALL[nth % 2], script);
            let step = 1 + usize::from(width) / 6;
            for (y, x) in (0..height).step_by(3).flat_map(|y| (0..width).step_by(step).map(move |x| (y, x))) {
                let target = at(&state, (width, height), x, y);
                let mut act = |gestures: &[Gesture]| {
                    for &gesture in gestures {
                        update(&mut state, Msg::Pointer(Pointer { gesture, target, at: (x, y) }));
                    }
                    state.map().clone()
                };
                let before = act(&[]);
                assert_eq!(act(&[Gesture::WheelDown, Gesture::WheelUp]), before, "{script:?} {x},{y} {target:?}");
                let pressed = act(&[Gesture::Press, Gesture::Drag, Gesture::Release]);
                // A hint or a row of a list may change the map.
                if !matches!(target, Some(PointerTarget::Action(_) | PointerTarget::Dialog(DialogTarget::Row(_)))) {
                    assert_eq!(pressed, before, "{script:?} {x},{y} {target:?}");
                }
                act(&[Gesture::Press, Gesture::WheelDown, Gesture::Release, Gesture::WheelUp]);
                if !matches!(state.context(), Context::Board) && x % 7 == 0 {
                    state = travel_state(Language::ALL[nth % 2], script);
                }
            }
        }
    }
}

#[test]
fn a_click_selects_a_touchpoint_of_a_presentation() {
    let state = travel_state(Language::English, "Pz");
    for (place, touchpoint) in state.map().touchpoints() {
        let beginning: String = touchpoint.name.chars().take(14).collect();
        let wanted = Some(PointerTarget::Board(BoardTarget::Card { place, lower_half: false }));
        assert_eq!(check(&state, (120, 40), &beginning, |target| target == wanted, "overview"), 1, "{beginning}");
    }
    assert_eq!(Place::new(Phase::Before, 0), state.board.place());
}
