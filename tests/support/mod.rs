//! Helpers of the editor's tests: key scripts, and screens as text.

use std::time::Duration;

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::{JourneyMap, Phase};
use periplo::store::{Template, ron_text};
use periplo::view;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Returns a board with an empty map.
pub fn empty(language: Language) -> State {
    let mut state = State::new(Lang::new(language), 7);
    press(&mut state, "n");
    state
}

/// Returns a board with a template.
pub fn with_template(template: Template, language: Language) -> State {
    let mut state = State::new(Lang::new(language), 7);
    let mut ids = periplo::map::IdSource::new(7);
    let map = template.map(language == Language::Spanish, &mut ids).expect("templates load");
    state.open_map(map, None);
    state
}

/// Returns a board with the map of a RON text.
pub fn with_map(text: &str) -> State {
    let mut state = State::new(Lang::new(Language::English), 7);
    state.open_map(ron_text::parse(text).expect("the text is a map").map, None);
    state
}

/// Returns an empty English board after a script, and the effects of the script.
pub fn play(script: &str) -> (State, Vec<Effect>) {
    let mut state = empty(Language::English);
    let effects = press(&mut state, script);
    (state, effects)
}

/// Presses the keys of a script: letters as they are, other keys like `<Enter>` and `<ctrl-s>`. Returns the effects,
/// except those on the journal.
pub fn press(state: &mut State, script: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
        let named = named.and_then(|(name, behind)| Some((name.parse::<KeyCombination>().ok()?, behind)));
        let (key, behind) = match named {
            Some((key, behind)) => (key.normalized(), behind),
            None => {
                let key = KeyCombination::one_key(KeyCode::Char(c), KeyModifiers::NONE).normalized();
                (key, &rest[c.len_utf8()..])
            }
        };
        if state.dialogs.last().is_some_and(Dialog::is_question) {
            // A question is read before it is answered.
            state.now += Duration::from_secs(1);
        }
        let asked = update(state, Msg::Key(key)).into_iter();
        let is_of_journal = |effect: &Effect| {
            matches!(effect, Effect::WriteJournal(_) | Effect::AppendToJournal(_) | Effect::ClearJournal)
        };
        effects.extend(asked.filter(|effect| !is_of_journal(effect)));
        rest = behind;
    }
    effects
}

/// Returns the names of a phase, alternatives with `+` in front.
pub fn names(map: &JourneyMap, phase: Phase) -> Vec<String> {
    let joined = |with_previous| if with_previous { "+" } else { "" };
    map.phase(phase).iter().map(|each| format!("{}{}", joined(each.with_previous), each.name)).collect()
}

/// Draws a state at a size and reports what was visible, as the event loop does.
pub fn show(state: &mut State, width: u16, height: u16) {
    let area = Rect::new(0, 0, width, height);
    let drawn = view::draw(state, area, &mut Buffer::empty(area));
    update(state, Msg::Drawn(drawn.viewport));
}

/// Draws a state at a size.
pub fn draw(state: &State, width: u16, height: u16) -> (Buffer, Option<Position>) {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let drawn = view::draw(state, area, &mut buffer);
    (buffer, drawn.cursor)
}

/// Returns the screen as text, with a hash of its styles in the last line.
pub fn screen(state: &State, width: u16, height: u16) -> String {
    let (buffer, cursor) = draw(state, width, height);
    let mut text = String::new();
    let mut styles = Vec::new();
    for y in 0..height {
        let mut line = String::new();
        let mut wide = 0;
        for x in 0..width {
            let cell = &buffer[(x, y)];
            styles.extend(format!("{}/{}/{:x};", cell.fg, cell.bg, cell.modifier.bits()).into_bytes());
            if wide > 0 {
                wide -= 1;
                continue;
            }
            wide = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
            line.push_str(cell.symbol());
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let cursor = cursor.map_or_else(|| "none".to_owned(), |at| format!("{},{}", at.x, at.y));
    text + &format!("cursor {cursor} · styles {:016x}\n", periplo::store::Fingerprint::of(&styles).hash)
}
