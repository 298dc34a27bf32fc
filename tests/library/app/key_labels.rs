//! Tests that messages name the user's current keys.

use periplo::app::input::remap::remapped;
use periplo::app::model::action::Action;
use periplo::app::model::reason::Reason;
use periplo::app::model::state::State;
use periplo::lang::Language;
use periplo::store::Template;

use crate::app::message;
use crate::support::{empty, press, with_template};

/// A key file that gives an unusual key to every action that messages mention.
const CUSTOM_KEYS: &str = "(
    board: (
        quick_entry: [\"alt-a\"], undo: [\"alt-b\"], copy: [\"alt-c\"], paste: [\"alt-d\"], search: [\"alt-e\"],
        filter: [\"alt-f\"], move_left: [\"alt-g\"], move_right: [\"alt-h\"], move_down: [\"alt-i\"], move_up: [\"alt-9\"],
        add_vote: [\"alt-j\"], lower_emotion: [\"alt-k\"], raise_emotion: [\"alt-l\"], save_as: [\"alt-m\"],
        mark: [\"alt-n\"], mark_range: [\"alt-o\"], clear_board: [\"alt-p\"], hide_rest: [\"alt-q\"],
        next_hit: [\"alt-r\"], previous_hit: [\"alt-s\"], delete: [\"alt-t\"], give_reach: [\"alt-u\"],
        next_pane: [\"alt-0\"], duplicate: [\"alt-v\"], edit_touchpoint: [\"alt-w\"], mark_all: [\"alt-x\"], show_review: [\"alt-7\"],
        share: [\"alt-shift-a\"],
    ),
    room: (room_reveal: [\"alt-1\"]),
    funnel: (raise_conversion: [\"alt-y\"], lower_conversion: [\"alt-z\"], begin_funnel: [\"alt-8\"]),
    presentation: (leave_presentation: [\"alt-1\"], overview: [\"alt-2\"], countdown: [\"alt-3\"], enlarge: [\"alt-4\"]),
    unreadable: (read_again: [\"alt-5\"]),
    prompt: (leave: [\"alt-6\"], next: [\"alt-7\"]),
)";

fn with_custom_keys(state: State) -> State {
    let (keys, faults) = remapped(CUSTOM_KEYS);
    assert_eq!(faults, []);
    State { keys, ..state }
}

#[test]
fn every_refusal_names_the_current_keys() {
    for language in Language::ALL {
        let usual = with_template(Template::Retail, language);
        let custom = with_custom_keys(with_template(Template::Retail, language));
        for &reason in Reason::ALL {
            for state in [&usual, &custom] {
                let text = state.refusal_text(reason);
                assert!(!text.contains(['{', '$']), "{text}");
                for &action in reason.suggested_actions() {
                    assert!(text.contains(&state.key_label(action)), "{text}");
                }
            }
            let differs = usual.refusal_text(reason) != custom.refusal_text(reason);
            assert_eq!(differs, !reason.suggested_actions().is_empty(), "{reason:?}");
        }
    }
}

#[test]
fn messages_after_an_action_name_the_current_keys() {
    for language in Language::ALL {
        for (script, keys) in [
            ("<alt-t>", &["Alt-b"][..]),
            ("<alt-c>", &["Alt-d"]),
            ("<alt-e>a<Enter>", &["Alt-r", "Alt-s"]),
            ("<alt-e>zzz<Enter>", &["Alt-e"]),
            ("<alt-f>#off<Enter>", &["Alt-q", "Alt-r", "Alt-s", "Alt-p"]),
            ("<alt-f>@nowhere<Enter>", &["Alt-f", "Alt-p"]),
            ("<alt-n><alt-o>", &["Alt-p"]),
            ("<alt-x>1", &["Alt-p"]),
            ("<alt-v>", &["Alt-w"]),
            ("<alt-n><alt-n><alt-v>", &["Alt-p"]),
            ("llG<alt-u><alt-7>", &["Alt-6"]),
        ] {
            let mut state = with_custom_keys(with_template(Template::Retail, language));
            press(&mut state, script);
            for key in keys {
                assert!(message(&state).contains(key), "{script} in {:?}: {}", state.context(), message(&state));
            }
        }
    }
}

#[test]
fn messages_name_an_action_without_a_key_by_its_name() {
    let (keys, faults) = remapped("(board: (undo: []))");
    assert_eq!(faults, []);
    let mut state = State { keys, ..empty(Language::English) };
    press(&mut state, "aPays<Enter><Esc>d");
    assert!(message(&state).contains(&state.lang.action(Action::Undo.name())), "{}", message(&state));
}
