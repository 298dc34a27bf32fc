//! Tests of the side panes (funnel with what-if, review, balance, priorities) and of the curve above the columns.

use crate::app::message;
use crate::support::{play, press, screen, with_map, with_template};
use std::time::Duration;

use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::msg::Msg;
use periplo::app::model::pane::{Pane, SidePane};
use periplo::app::model::query::list::review_lines;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::{Evidence, Phase, Rule};
use periplo::store::Template;

/// A map with a funnel of 1,000, 400 and 100 customers and one touchpoint after the purchase.
pub(super) const SHOP: &str = "(format: 1, title: \"Shop\", before: [\
    (id: \"aaaaaaaa\", name: \"Hears of it\", kind: Offline, intent: Unintentional, need: \"x\", reach: 1000, evidence: Measured, emotion: 1), \
    (id: \"bbbbbbbb\", name: \"Instagram\", kind: Online, intent: Intentional, need: \"x\", reach: 400, evidence: Measured)], \
    during: [(id: \"cccccccc\", name: \"Pays at the till\", kind: Offline, intent: Intentional, need: \"x\", reach: 100, \
    critical: true, emotion: -2, votes: 3)], after: [(id: \"dddddddd\", name: \"Opens the box\", kind: Product, intent: Intentional, need: \"x\")])";

pub(super) fn reaches(state: &State) -> Vec<Option<u64>> {
    state.map().touchpoints().map(|(_, touchpoint)| touchpoint.reach).collect()
}

pub(super) fn buyers(state: &State) -> Option<f64> {
    state.what_if_outcome().map(|outcome| (outcome.buyers * 100.0).round() / 100.0)
}

#[test]
fn a_better_emotion_is_for_the_highlighted_touchpoint_after_tab_too() {
    let mut state = with_map(SHOP);
    press(&mut state, "T");
    let first = state.board.selected().expect("the first line is selected");
    let emotion = |state: &State| state.map().touchpoint(first).and_then(|each| each.emotion);
    let before = emotion(&state).expect("an emotion").value();
    press(&mut state, "<Tab>");
    assert_eq!(state.board.pane, Pane::Columns);
    press(&mut state, "+");
    assert_eq!(emotion(&state).expect("an emotion").value(), before + 1);
    assert_eq!(state.board.selected(), Some(first));
    press(&mut state, "<Tab>+");
    assert_eq!(emotion(&state).expect("an emotion").value(), before + 2, "in the list too");
    assert_eq!(state.board.selected(), Some(first));
}

#[test]
fn a_number_whose_line_was_refused_is_no_command() {
    for keys in ["<Tab>=12.3%<backspace><Enter>", "<Tab>=+5<Enter>", "=123<Enter>", "<Tab>=2<Esc>"] {
        let mut state = with_map(SHOP);
        press(&mut state, keys);
        assert!(!state.session.document.is_dirty(), "{keys}");
        assert!(state.dialogs.is_empty() && buyers(&state).is_none(), "{keys}");
        // The next key is a command again.
        press(&mut state, "2");
        assert!(state.session.document.is_dirty(), "{keys}");
    }
    // Enter belongs to no number before a digit.
    let mut state = with_map(SHOP);
    press(&mut state, "=<Enter>");
    assert!(!state.dialogs.is_empty(), "Enter edits the touchpoint");
    // After a pause, a digit is the command that it usually is.
    let mut state = with_map(SHOP);
    press(&mut state, "<Tab>=");
    assert!(message(&state).contains("first step with a reach"), "{}", message(&state));
    update(&mut state, Msg::Tick(Duration::from_secs(3)));
    press(&mut state, "2");
    assert!(state.session.document.is_dirty());
}

#[test]
fn applying_the_what_if_writes_reaches_as_one_change() {
    let mut state = with_map(SHOP);
    press(&mut state, "<Tab>j>j=50<Enter>A");
    assert_eq!(reaches(&state), [Some(1000), Some(450), Some(225), None]);
    let evidence: Vec<_> = state.map().touchpoints().map(|(_, each)| each.evidence).collect();
    assert_eq!(evidence, [Evidence::Measured, Evidence::Assumed, Evidence::Assumed, Evidence::Assumed]);
    assert_eq!(buyers(&state), None, "the what-if is over");
    press(&mut state, "u");
    assert_eq!(reaches(&state), [Some(1000), Some(400), Some(100), None]);
    press(&mut state, "A");
    assert!(message(&state).contains("There is no what-if change yet"), "{}", message(&state));
}

#[test]
fn the_funnel_begins_at_the_step_that_is_chosen() {
    let mut state = with_map(SHOP);
    press(&mut state, "<Tab>jB");
    assert!(message(&state).contains("The funnel begins at step 2"), "{}", message(&state));
    assert_eq!((state.shown().funnel().begin, state.shown().funnel().overall_conversion), (1, Some(0.25)));
    for (width, height) in [(80, 24), (120, 40)] {
        let shown = screen(&state, width, height);
        assert!(shown.contains("leading in") && shown.contains("100 buyers of 400"), "{shown}");
    }
    press(&mut state, "k+");
    assert_eq!(buyers(&state), None, "a step that leads in has no conversion");
    press(&mut state, "j<Esc>a=600 asks<Enter><Esc>");
    assert_eq!(state.shown().funnel().begin, 1, "other steps may change");
    press(&mut state, "<Tab>kB");
    assert_eq!(state.shown().funnel().begin, 0, "once more: at the first step again");
    press(&mut state, "<Tab>ll<Tab>B");
    assert!(message(&state).contains("cannot begin here"), "{}", message(&state));
}

#[test]
fn a_beginning_that_loses_its_meaning_is_the_first_step_again() {
    let mut state = with_map(SHOP);
    press(&mut state, "<Tab>jB<Esc>d");
    assert_eq!(state.shown().funnel().begin, 0, "its touchpoint is gone");
    press(&mut state, "u");
    assert_eq!(state.shown().funnel().begin, 1, "and back");
}

#[test]
fn the_review_lists_findings_and_opens_the_field_that_fixes_one() {
    let mut state = with_map(SHOP);
    press(&mut state, "R");
    assert_eq!((state.context(), state.board.side), (Context::Review, SidePane::Review));
    let shown = screen(&state, 120, 40);
    for text in ["3 warnings", "only a channel", "unhappy critical moment", "critical, no owner"] {
        assert!(shown.contains(text), "{text}:\n{shown}");
    }
    assert_eq!(state.board.selected().map(|id| id.to_string()), Some("bbbbbbbb".to_owned()));
    press(&mut state, "<Enter>");
    let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("a form is open") };
    assert_eq!(form.rows[form.focus].key, "name");
    press(&mut state, "<ctrl-u>Replies to a post<Enter>");
    let shown = screen(&state, 120, 40);
    assert!(shown.contains("2 warnings") && !shown.contains("only a channel"), "the finding is gone:\n{shown}");
    assert_eq!(state.map().phase(Phase::Before)[1].name.as_ref() as &str, "Replies to a post");
}

#[test]
fn a_finding_can_be_silenced_for_its_touchpoint_and_restored() {
    let mut state = with_map(SHOP);
    press(&mut state, "Rs");
    assert_eq!(state.map().phase(Phase::Before)[1].accepted, [Rule::ChannelOnly]);
    assert!(message(&state).contains("only a channel"), "{}", message(&state));
    assert!(!screen(&state, 120, 40).contains("▲ only a channel"));
    press(&mut state, "R<Esc>gj");
    press(&mut state, "R");
    state.board.select(&state.session.document.map().clone(), "bbbbbbbb".parse().expect("an id"));
    press(&mut state, "S");
    assert!(state.map().phase(Phase::Before)[1].accepted.is_empty());
    assert!(screen(&state, 120, 40).contains("▲ only a channel"));
    // A finding about the map or a phase has no touchpoint to silence it for.
    let mut state = with_map(
        "(format: 1, title: \"t\", during: [(name: \"Pays\", kind: Online, intent: Intentional, need: \"x\")])",
    );
    press(&mut state, "Rs");
    assert!(message(&state).contains("cannot be silenced"), "{}", message(&state));
    press(&mut state, "<Enter>j<Enter>");
    assert_eq!(state.context(), Context::EmptyEntry, "quick entry opens to fill an empty phase");
}

#[test]
fn findings_can_be_restricted_to_one_rule() {
    let mut state = with_map(SHOP);
    press(&mut state, "Rjf");
    let shown = screen(&state, 120, 40);
    assert!(shown.contains("rule: unhappy critical moment") && !shown.contains("▲ critical"), "{shown}");
    press(&mut state, "f");
    assert!(screen(&state, 120, 40).contains("▲ critical"));
}

#[test]
fn priorities_are_ranked_with_reasons_and_open_the_action_field() {
    let mut state = with_map(SHOP);
    press(&mut state, "T");
    assert_eq!(state.context(), Context::Priorities);
    assert_eq!(state.board.selected().map(|id| id.to_string()), Some("cccccccc".to_owned()), "the most urgent");
    let shown = screen(&state, 120, 40);
    assert!(shown.contains("feels very bad") && shown.contains("300 buyers"), "{shown}");
    press(&mut state, "<Enter>");
    let Some(Dialog::Form(form)) = state.dialogs.last() else { panic!("a form is open") };
    assert_eq!(form.rows[form.focus].key, "action");
    press(&mut state, "<Esc>T");
    assert_eq!((state.board.side, state.board.pane), (SidePane::Funnel, Pane::Columns), "the same key closes the pane");
}

#[test]
fn the_balance_names_what_a_phase_lacks() {
    let mut state = with_map(SHOP);
    press(&mut state, "b");
    let shown = screen(&state, 120, 40);
    for text in ["after: nothing offline", "KPI: 0 of 4", "need: 4 of 4"] {
        assert!(shown.contains(text), "{text}:\n{shown}");
    }
    press(&mut state, "<Esc>l2");
    assert!(screen(&state, 120, 40).contains("during: nothing offline"), "the balance follows every change");
}

#[test]
fn the_curve_shows_known_emotions_critical_moments_and_the_lowest_point() {
    let mut state = with_map(SHOP);
    press(&mut state, "c");
    let shown = screen(&state, 120, 40);
    let lines: Vec<&str> = shown.lines().collect();
    assert!(lines[1].contains("2 of 4 known") && lines[1].contains("Pays at the till !"), "{shown}");
    let row = |face: &str| *lines.iter().find(|line| line.starts_with(&format!(" {face} "))).expect("a row");
    assert!(row(":)").contains('●') && row(":'(").contains('!'), "{shown}");
    assert_eq!(lines[7].matches('?').count(), 2, "unknown emotions are question marks:\n{shown}");
    assert!(!shown.contains('╲'), "no line is drawn across an unknown emotion");
    press(&mut state, "c");
    assert!(!screen(&state, 120, 40).contains("2 of 4 known"));
}

#[test]
fn side_panes_can_be_drawn_for_every_map_at_every_size() {
    for text in [SHOP, "(format: 1, title: \"t\")"] {
        for keys in ["R", "T", "b", "c", "<Tab>+", "RjGkg<Enter>", "TG<Enter>", "bjk"] {
            for (width, height) in [(30, 8), (40, 12), (60, 20), (80, 24), (110, 30), (200, 50)] {
                let mut state = with_map(text);
                press(&mut state, keys);
                screen(&state, width, height);
            }
        }
    }
}

#[test]
fn escape_leaves_a_side_list_and_then_restores_the_funnel() {
    for key in ["<shift-r>", "<shift-t>", "b"] {
        let (mut state, _) = play("aAsks a friend<enter><esc>");
        press(&mut state, &format!("{key}<esc>"));
        assert_eq!((state.board.pane, state.board.side == SidePane::Funnel), (Pane::Columns, false), "{key}");
        press(&mut state, "<esc>");
        assert_eq!((state.board.pane, state.board.side), (Pane::Columns, SidePane::Funnel), "{key}");
    }
}

fn selected(state: &State) -> &str {
    state.board.selected().and_then(|id| state.map().touchpoint(id)).map_or("", |each| &each.name)
}

/// Returns the names of the touchpoints that got a vote, in the journey's order; `SHOP` starts with three for the till.
fn voted(state: &State) -> Vec<String> {
    let votes = |name: &str| if name == "Pays at the till" { 3 } else { 0 };
    let voted = state.map().touchpoints().filter(|(_, each)| each.votes > votes(&each.name));
    voted.map(|(_, each)| each.name.to_string()).collect()
}

#[test]
fn keys_act_on_the_highlighted_line_after_the_list_has_changed() {
    // A silenced finding gives way to the next one, about another touchpoint.
    let mut state = with_map(SHOP);
    press(&mut state, "Rsv");
    assert_eq!((selected(&state), voted(&state)), ("Pays at the till", vec!["Pays at the till".to_owned()]));
    // A vote moves its touchpoint up the priorities; the next vote is for the same one.
    let mut state = with_map(SHOP);
    press(&mut state, "TjVvvvvvvvv");
    assert_eq!(voted(&state), [selected(&state)]);
    // Deleting selects the touchpoint of the line that takes its place.
    let mut state = with_map(SHOP);
    press(&mut state, "Rdv");
    assert_eq!(voted(&state), [selected(&state)]);
    assert_eq!(selected(&state), "Pays at the till");
}

#[test]
fn the_list_goes_along_with_a_selection_that_moves_on_the_board() {
    let mut state = with_map(SHOP);
    press(&mut state, "T<tab>hgj");
    assert_eq!((selected(&state), state.board.pane), ("Instagram", Pane::Columns));
    press(&mut state, "<tab>");
    assert_eq!(selected(&state), "Instagram", "the list stands at the line of the selected touchpoint");
    // The search goes to a touchpoint without findings: the keys go to the columns.
    press(&mut state, "R/Hears<enter>");
    let listed = screen(&state, 120, 40);
    assert_eq!(selected(&state), "Hears of it", "{listed}");
    press(&mut state, "v");
    assert_eq!(voted(&state), ["Hears of it"]);
}

#[test]
fn keys_about_a_touchpoint_are_refused_on_a_line_about_none() {
    let mut state = with_map(
        "(format: 1, title: \"t\", during: [(name: \"Pays\", kind: Online, intent: Intentional, need: \"x\")])",
    );
    for key in ["v", "d", "1", "r", " ", "J", "y", "S"] {
        press(&mut state, "<esc><esc>R");
        press(&mut state, if key == " " { "<space>" } else { key });
        assert!(message(&state).contains("not about one touchpoint"), "{key}: {}", message(&state));
    }
    assert_eq!((state.map().len(), state.session.document.is_dirty()), (1, false));
}

#[test]
fn findings_of_one_rule_are_grouped_under_a_line_that_opens() {
    let names: Vec<String> = (1..=12)
        .map(|nth| format!("(name: \"Act {nth}\", kind: Online, intent: Unintentional, action: \"x\")"))
        .collect();
    let mut state = with_map(&format!("(format: 1, title: \"t\", before: [{}])", names.join(", ")));
    press(&mut state, "R");
    let shown = screen(&state, 120, 40);
    assert!(shown.contains("no need: 12 touchpoints") && shown.contains("empty phase: 2 phases"), "{shown}");
    assert_eq!(review_lines(&state).len(), 2, "{shown}");
    // Keys about a touchpoint are refused on the group's line, with a reason.
    let before = state.map().clone();
    for key in ["v", "d", "s", "m"] {
        press(&mut state, key);
        assert!(message(&state).contains("not about one touchpoint"), "{key}: {}", message(&state));
    }
    assert_eq!(state.map(), &before);
    press(&mut state, "<Enter>");
    assert_eq!(review_lines(&state).len(), 14);
    press(&mut state, "jjv");
    assert_eq!(voted(&state), ["Act 2"]);
    // The finding that is resolved gives way to the next of its group.
    press(&mut state, "s");
    assert_eq!(selected(&state), "Act 3");
    press(&mut state, "gg<Enter>");
    assert_eq!(review_lines(&state).len(), 2, "{:?}", review_lines(&state));
    // In the list of one rule, nothing is grouped.
    press(&mut state, "f");
    assert_eq!(review_lines(&state).len(), 11);
    press(&mut state, "jf");
    assert_eq!(selected(&state), "Act 3");
    assert!(screen(&state, 80, 24).contains("11 touchpoints"));
}

#[test]
fn after_a_resolved_finding_another_of_its_rule_is_selected() {
    let names: Vec<String> =
        (1..=3).map(|nth| format!("(name: \"Act {nth}\", kind: Online, intent: Unintentional)")).collect();
    let mut state = with_map(&format!("(format: 1, title: \"t\", before: [{}])", names.join(", ")));
    press(&mut state, "R<Enter>jjjs");
    assert_eq!(selected(&state), "Act 2", "after the last one");
    // The group of two becomes a single line, one line higher.
    press(&mut state, "ks");
    assert_eq!(selected(&state), "Act 2");
}

#[test]
fn every_column_of_the_funnel_has_a_heading_or_words_at_every_size() {
    let sizes = [(60, 20), (80, 24), (100, 30), (120, 30), (120, 40), (160, 50)];
    for (language, heading, words) in [
        (Language::English, "come     buy", ["get here", "buy"]),
        (Language::Spanish, "llegan compran", ["llegan", "compran"]),
    ] {
        for (width, height) in sizes {
            let state = with_template(Template::Travel, language);
            let shown = screen(&state, width, height);
            let has_heading = shown.contains(heading);
            for line in shown.lines().filter(|line| line.contains('%') && line.contains('█')) {
                let has_words = words.iter().any(|word| line.contains(word));
                assert!(has_heading || has_words, "{width}x{height} {line}:\n{shown}");
                assert!(!line.contains("█%") && !line.contains("█ %"), "a share over the bar: {line}");
            }
        }
    }
}
