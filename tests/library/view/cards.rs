//! The cards of a column look alike: they show the same facts, as many as there is space for on all of them.

use periplo::app::model::state::State;
use periplo::lang::{Lang, Language};
use periplo::map::{Phase, Touchpoint};
use periplo::store::{Template, ron_text};
use periplo::view::layout::arrange;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::support::{draw, press, screen, with_template};

const SIZES: [(u16, u16); 6] = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 50), (250, 70)];

/// The words of a critical moment, in each language.
const CRITICAL: [&str; 2] = ["critical", "crítico"];
const INTENTS: [&str; 3] = ["→", "~", "·"];
const FACES: [&str; 5] = [":'(", ":(", ":|", ":)", ":D"];

/// A card on the screen.
struct DrawnCard<'a> {
    touchpoint: &'a Touchpoint,
    /// Its lines, without the edge.
    lines: Vec<String>,
    /// The bold texts below its name.
    bold: Vec<String>,
}

impl DrawnCard<'_> {
    fn text(&self) -> String {
        self.lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns the lines below the name: the first of them has the symbol of the intent.
    fn facts(&self) -> String {
        let is_intent = |word: &str| INTENTS.contains(&word);
        let first = self.lines.iter().skip(1).position(|line| line.split_whitespace().any(is_intent));
        let facts = self.lines.iter().skip(first.map_or(0, |nth| nth + 1));
        facts.flat_map(|line| line.split_whitespace()).collect::<Vec<_>>().join(" ")
    }
}

/// Returns a map with all facts on every touchpoint, some of them long.
fn full_map(language: Language) -> State {
    let channels = ["web", "word of mouth", "visit to the customer's own premises", "e-mail"];
    let kinds = ["Online", "Offline", "Product"];
    let touchpoint = |phase: &str, nth: usize| {
        let (kind, channel, reach) = (kinds[nth % 3], channels[nth % 4], 1_000 + 50 * nth);
        let intent = if nth.is_multiple_of(2) { "Intentional" } else { "Unintentional" };
        format!(
            "(name: \"{phase}{nth} waits for the others to answer\", kind: {kind}, intent: {intent}, critical: {}, \
             emotion: {}, votes: {}, channel: \"{channel}\", reach: {reach}, evidence: {}, need: \"quiet, peace and \
             a number that somebody answers\", pain: \"it rings and rings\", action: \"more people at noon\"),",
            nth.is_multiple_of(3),
            nth as i32 % 5 - 2,
            nth * 7,
            ["Assumed", "Reported", "Measured"][nth % 3]
        )
    };
    let phase = |name: &str, count: usize| -> String { (0..count).map(|nth| touchpoint(name, nth)).collect() };
    let text = format!(
        "(format: 1, title: \"t\", before: [{}], during: [{}], after: [{}])",
        phase("Be", 9),
        phase("Du", 4),
        phase("Af", 2)
    );
    opened(&text, language)
}

fn opened(text: &str, language: Language) -> State {
    let mut state = State::new(Lang::new(language), 7);
    state.open_map(ron_text::parse(text).expect("the text is a map").map, None);
    state
}

fn maps(language: Language) -> Vec<State> {
    let rich = opened(include_str!("../../exchange/rich.ron"), language);
    let templates = [Template::Retail, Template::B2b, Template::Travel].map(|each| with_template(each, language));
    [full_map(language), rich].into_iter().chain(templates).collect()
}

/// Returns the whole cards in the columns of the screen.
fn cards(state: &State, width: u16, height: u16) -> Vec<(Phase, Vec<DrawnCard<'_>>)> {
    let (buffer, _) = draw(state, width, height);
    let layout = arrange(state, Rect::new(0, 0, width, height)).expect("a layout");
    let column = |&(phase, area): &(Phase, Rect)| {
        let mut cards: Vec<DrawnCard<'_>> = Vec::new();
        // The last card may be cut off if cards are hidden below it.
        let header: String = (0..width).map(|x| buffer[(x, layout.stage.y)].symbol()).collect();
        for y in area.y + u16::from(layout.tabs.is_none())..area.bottom() {
            let line: String = (area.x + 1..area.right() - 1).map(|x| buffer[(x, y)].symbol()).collect();
            let name = line.trim_start_matches(['╰', '◎', '⌂', '▣', '·', ' ']);
            let name = name.strip_prefix("or ").or(name.strip_prefix("o ")).unwrap_or(name);
            let name = name.trim_start_matches(['◎', '⌂', '▣', '·', ' ']);
            let is_first = !line.starts_with(' ');
            let beginning = name.trim_end().trim_end_matches('…');
            let touchpoints = state.map().phase(phase).iter();
            if is_first && let Some(touchpoint) = touchpoints.into_iter().find(|each| each.name.starts_with(beginning))
            {
                cards.push(DrawnCard { touchpoint, lines: Vec::new(), bold: Vec::new() });
            }
            let Some(card) = cards.last_mut() else { continue };
            let is_selected = buffer[(area.x + 1, y)].modifier.contains(Modifier::REVERSED);
            card.lines.push(line);
            if !is_selected {
                card.bold.extend(bold_words(&buffer, Rect { x: area.x + 1, width: area.width - 2, ..area }, y));
            }
        }
        if header.contains('↓') {
            cards.pop();
        }
        (phase, cards)
    };
    layout.columns.iter().map(column).collect()
}

fn bold_words(buffer: &Buffer, area: Rect, y: u16) -> Vec<String> {
    let cell = |x: u16| {
        let cell = &buffer[(x, y)];
        if cell.modifier.contains(Modifier::BOLD) { cell.symbol() } else { " " }
    };
    let text: String = (area.left()..area.right()).map(cell).collect();
    text.split_whitespace().map(str::to_owned).collect()
}

/// Returns what the facts of a card show: for each kind of fact that the touchpoint has, whether it is there.
fn shown_facts(lang: &Lang, card: &DrawnCard<'_>) -> Vec<(&'static str, bool)> {
    let (touchpoint, facts) = (card.touchpoint, card.facts());
    let has = |word: &str| facts.contains(word);
    let mut shown: Vec<_> = touchpoint
        .kind
        .map(|kind| ("kind", INTENTS.iter().any(|intent| has(&format!("{} {intent}", lang.kind(kind))))))
        .into_iter()
        .collect();
    shown.extend(touchpoint.intent.map(|intent| ("intent", has(lang.intent(intent)))));
    shown.extend(
        touchpoint.critical.then(|| ("critical", has(CRITICAL[usize::from(lang.language() == Language::Spanish)]))),
    );
    shown.extend(touchpoint.channel.as_ref().map(|_| ("channel", facts.contains('@'))));
    let face = touchpoint.emotion.map(|emotion| FACES[usize::from((emotion.value() + 2).unsigned_abs())]);
    shown.extend(face.map(|face| ("emotion", facts.contains(face))));
    for key in ["need", "pain", "action"] {
        let value = match key {
            "need" => &touchpoint.need,
            "pain" => &touchpoint.pain,
            _ => &touchpoint.action,
        };
        shown.extend(value.as_ref().map(|_| (key, facts.contains(&format!("{} ", lang.field(key))))));
    }
    shown
}

#[test]
fn all_cards_of_a_column_show_the_same_facts() {
    for language in Language::ALL {
        let lang = Lang::new(language);
        for mut state in maps(language) {
            for keys in ["", "z", "z"] {
                press(&mut state, keys);
                for (width, height) in SIZES {
                    for (phase, cards) in cards(&state, width, height) {
                        if keys == "z" && state.board.widened && phase != state.board.phase() {
                            continue;
                        }
                        let mut column: Vec<(&str, bool, String)> = Vec::new();
                        for card in &cards {
                            for (fact, is_shown) in shown_facts(&lang, card) {
                                if let Some((_, other, text)) = column.iter().find(|(key, ..)| *key == fact) {
                                    let at = format!("{fact} at {width}×{height} in {language:?}");
                                    assert_eq!(*other, is_shown, "{at}:\n{text}\n{}", card.text());
                                } else {
                                    column.push((fact, is_shown, card.text()));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn no_word_is_written_for_a_tag_while_a_channel_is_cut() {
    for language in Language::ALL {
        let lang = Lang::new(language);
        for state in maps(language) {
            for (width, height) in SIZES {
                for (_, cards) in cards(&state, width, height) {
                    let is_cut =
                        |card: &DrawnCard<'_>| card.lines.iter().any(|line| line.contains('@') && line.contains('…'));
                    let has_word = |card: &DrawnCard<'_>| shown_facts(&lang, card).contains(&("kind", true));
                    if cards.iter().any(is_cut) {
                        let texts: Vec<String> = cards.iter().map(DrawnCard::text).collect();
                        assert!(!cards.iter().any(has_word), "{width}×{height}: {texts:#?}");
                    }
                }
            }
        }
    }
}

#[test]
fn only_critical_marks_and_votes_stand_out_on_cards() {
    for state in maps(Language::English) {
        for (width, height) in SIZES {
            for (_, cards) in cards(&state, width, height) {
                for word in cards.iter().flat_map(|card| &card.bold) {
                    assert!(word == "!" || word == "critical" || word.starts_with('•'), "{word} at {width}×{height}");
                }
            }
        }
    }
}

#[test]
fn with_much_space_every_card_shows_need_pain_and_action_as_a_whole() {
    for language in Language::ALL {
        for template in [Template::Retail, Template::Travel, Template::B2b] {
            let state = with_template(template, language);
            for (phase, cards) in cards(&state, 250, 70) {
                assert_eq!(cards.len(), state.map().phase(phase).len());
                for card in cards {
                    let Touchpoint { need, pain, action, .. } = card.touchpoint;
                    for text in [need, pain, action].into_iter().flatten() {
                        assert!(card.text().contains(&**text), "“{text}” in {}", card.text());
                    }
                }
            }
        }
    }
}

#[test]
fn different_reaches_are_not_rounded_to_the_same_number() {
    for (width, height) in SIZES {
        let state = full_map(Language::English);
        for (_, cards) in cards(&state, width, height) {
            for card in cards {
                let reach = Lang::new(Language::English).number(u128::from(card.touchpoint.reach.expect("a reach")));
                assert!(card.text().contains(&reach), "{reach} at {width}×{height} in {}", card.text());
            }
        }
    }
}

#[test]
fn cards_side_by_side_in_a_presentation_show_the_same_details() {
    for language in Language::ALL {
        let lang = Lang::new(language);
        let mut state = with_template(Template::Retail, language);
        press(&mut state, "Plll8");
        let siblings: Vec<Touchpoint> =
            state.map().phase(Phase::During)[2..5].iter().map(|each| (**each).clone()).collect();
        for (width, height) in SIZES {
            let drawn = screen(&state, width, height);
            // All three have a kind, a channel and a need, and one of them has a pain.
            let words: Vec<&str> = siblings.iter().filter_map(|each| each.kind).map(|kind| lang.kind(kind)).collect();
            let kinds: usize = ["◎", "⌂"].iter().map(|sign| drawn.matches(&format!("{sign} ")).count()).sum();
            let with_words = words.iter().filter(|word| drawn.contains(*word)).count();
            let channels = drawn.matches('@').count();
            let needs = drawn.matches(&format!("{}: ", lang.field("need"))).count();
            let all = siblings.len();
            assert!(kinds == 0 || kinds >= all, "{width}×{height}: {drawn}");
            assert!([0, all].contains(&with_words) && [0, all].contains(&channels), "{width}×{height}: {drawn}");
            assert!([0, all].contains(&needs), "{width}×{height}: {drawn}");
            assert!(height < 40 || channels == all, "{width}×{height}: {drawn}");
        }
    }
}

#[test]
fn a_form_shows_all_options_of_the_focused_choice() {
    for language in Language::ALL {
        let lang = Lang::new(language);
        for (width, height) in [(60, 20), (80, 24), (120, 40)] {
            let mut state = with_template(Template::Retail, language);
            press(&mut state, "e<Tab><Tab><Tab><Tab><Tab><Tab>");
            let drawn = screen(&state, width, height);
            for face in FACES {
                assert!(drawn.contains(&format!("{face} ")), "{face} at {width}×{height}: {drawn}");
            }
            for value in -2..=2 {
                let word = lang.emotion(periplo::map::Emotion::new(value).expect("an emotion"));
                assert!(drawn.contains(&*word), "{word} at {width}×{height}: {drawn}");
            }
        }
    }
}
