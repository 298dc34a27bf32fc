//! Every screen at six sizes in both languages: words are whole, the footer shows a key, and nothing is drawn outside.

use std::collections::HashSet;
use std::path::PathBuf;

use periplo::app::input::key_table::BINDINGS;
use periplo::app::model::keymap::Hint;
use periplo::app::model::settings::Settings;
use periplo::app::model::state::State;
use periplo::lang::{Lang, Language};
use periplo::store::Template;
use periplo::store::config::ThemeName;
use periplo::view;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::screens::{recent, screens};
use crate::support::{draw, with_template};

pub const SIZES: [(u16, u16); 6] = [(60, 20), (80, 24), (100, 30), (120, 40), (160, 50), (200, 50)];

/// Draws a screen inside a larger buffer; returns its rows, and the cells that it changed outside.
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
        let mut covered = 0;
        let cell = |x: u16| {
            let symbol = if covered == 0 { buffer[(x + 3, y + 2)].symbol() } else { "" };
            covered = (covered + unicode_width::UnicodeWidthStr::width(symbol)).saturating_sub(1);
            symbol.to_owned()
        };
        (0..width).map(cell).collect()
    };
    ((0..height).map(row).collect(), outside)
}

/// Returns every word of the interface and of the maps.
fn known_words(language: Language) -> HashSet<String> {
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

/// Returns the runs of letters in a text, except for scripts without blanks between words.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_latin = |c: char| c.is_alphabetic() && c < '\u{2000}';
    text.split(|c: char| !c.is_alphanumeric() && c != '\u{301}').filter(move |word| word.chars().any(is_latin))
}

/// Returns the rows; where a dialog is in front, only its part of the row, since it cuts the words behind it.
fn front_rows(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut front = rows.to_vec();
    for (top, row) in rows.iter().enumerate() {
        let at = |row: &Vec<String>, sign: &str| row.iter().position(|cell| cell == sign);
        let corners = row.windows(2).position(|pair| pair == ["╭", "─"]).zip(at(row, "╮"));
        let Some((left, right)) = corners.filter(|(left, right)| left < right) else { continue };
        let is_end = |y: &usize| rows[*y].get(left..left + 2).is_some_and(|pair| pair == ["╰", "─"]);
        let Some(bottom) = (top..rows.len()).find(is_end) else { continue };
        for y in top..=bottom {
            // The narrower of two frames is in front.
            if right - left + 1 < front[y].len() {
                front[y] = rows[y][left..=right].to_vec();
            }
        }
    }
    front
}

/// Returns the words of a row that are cut without `…`, and texts without a gap between them.
fn broken_words(row: &str, known: &HashSet<String>) -> Vec<String> {
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
        let (before, after) = (row[..at].chars().next_back(), row[at + sign.len()..].chars().next());
        let is_text = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if is_text(before) && is_text(after) {
            broken.push(format!("{}…{}", before.unwrap_or(' '), after.unwrap_or(' ')));
        }
    }
    broken
}

/// Returns the faults of a screen.
fn faults(state: &State, rows: &[Vec<String>], known: &HashSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for row in &front_rows(rows) {
        let row = row.concat();
        faults.extend(broken_words(&row, known).into_iter().map(|word| format!("“{word}” in {row}")));
    }
    let footer = rows.last().map(|row| row.concat()).unwrap_or_default();
    if let Some(first) = state.keys.shown(state.context()).find(|each| each.hint == Hint::Shown) {
        let key = first.keys.first().map(|&key| state.lang.key(key)).unwrap_or_default();
        if !footer.split("  ").any(|hint| hint.trim_start().starts_with(&format!("{key} "))) {
            faults.push(format!("no hint for “{key}” in {footer}"));
        }
    }
    faults
}

/// Returns the faults of all screens in a language.
fn all_faults(language: Language) -> Vec<String> {
    let folder = std::env::var_os("PERIPLO_SCREENS").map(PathBuf::from);
    let known = known_words(language);
    let mut found = Vec::new();
    for (name, mut state) in screens(language) {
        state.settings = Settings { theme: ThemeName::None, ..state.settings };
        for (width, height) in SIZES {
            let (rows, outside) = rows(&state, width, height);
            let file = format!("{name}-{width}x{height}-{}", language.code());
            if let Some(folder) = &folder {
                let text: String = rows.iter().map(|row| row.concat() + "\n").collect();
                std::fs::write(folder.join(format!("{file}.txt")), text).expect("written");
            }
            let faults = faults(&state, &rows, &known).into_iter().chain(outside);
            found.extend(faults.map(|fault| format!("{file}: {fault}")));
        }
    }
    found
}

#[test]
fn words_are_whole_or_end_with_an_ellipsis_and_the_footer_shows_a_key_in_english() {
    let faults = all_faults(Language::English);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn words_are_whole_or_end_with_an_ellipsis_and_the_footer_shows_a_key_in_spanish() {
    let faults = all_faults(Language::Spanish);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
