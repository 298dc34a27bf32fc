//! What a terminal shows after the bytes of each frame.

use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use periplo::term::frame::Frames;

const AREA: Rect = Rect::new(0, 0, 12, 4);

/// A text at a position, in a style.
type Text = ((u16, u16), String, Style);

fn texts() -> impl Strategy<Value = Vec<Text>> {
    let word = prop::sample::select(vec!["a", "bc d", "│", "é…", "日本", "e\u{301}", "👍", "long text here"]);
    let color = prop::sample::select(vec![Color::Reset, Color::Indexed(203), Color::Rgb(1, 2, 3), Color::LightBlue]);
    let modifier = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::REVERSED | Modifier::UNDERLINED,
        Modifier::ITALIC,
    ]);
    let style = (color.clone(), color, modifier)
        .prop_map(|(text, background, modifier)| Style::reset().fg(text).bg(background).add_modifier(modifier));
    let text = ((0..AREA.width, 0..AREA.height), word.prop_map(str::to_owned), style);
    prop::collection::vec(text, 0..8)
}

fn draw(texts: &[Text], cells: &mut Buffer) {
    for ((x, y), text, style) in texts {
        cells.set_string(*x, *y, text, *style);
    }
}

fn color(color: Color) -> vt100::Color {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the test uses no other colours")]
    match color {
        Color::Reset => vt100::Color::Default,
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        Color::LightBlue => vt100::Color::Idx(12),
        other => panic!("{other:?}"),
    }
}

/// Compares the screen of a terminal with the cells of a frame. The cells behind a wide symbol are hidden.
fn assert_shown(parser: &vt100::Parser, frame: &Buffer) {
    for y in 0..AREA.height {
        let mut x = 0;
        while x < AREA.width {
            let (cell, shown) = (&frame[(x, y)], parser.screen().cell(y, x).expect("a cell"));
            let text = if shown.has_contents() { shown.contents() } else { " " };
            assert_eq!(text, cell.symbol(), "{x} {y}");
            assert_eq!((shown.fgcolor(), shown.bgcolor()), (color(cell.fg), color(cell.bg)), "{x} {y}");
            let of_cell = [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED]
                .map(|modifier| cell.modifier.contains(modifier));
            let shown = [shown.bold(), shown.dim(), shown.italic(), shown.underline(), shown.inverse()];
            assert_eq!(shown, of_cell, "{x} {y}");
            x += cell.symbol().cell_width().max(1);
        }
    }
}

proptest! {
    #[test]
    fn a_terminal_shows_each_frame_after_the_one_before(
        frames in prop::collection::vec((texts(), prop::option::of((0..AREA.width, 0..AREA.height))), 1..6),
    ) {
        let mut parser = vt100::Parser::new(AREA.height, AREA.width, 0);
        parser.process("left by another program".as_bytes());
        let mut writer = Frames::new(AREA);
        for (texts, cursor) in frames {
            let mut frame = Buffer::empty(AREA);
            draw(&texts, &mut frame);
            let bytes = writer.draw(|_, cells| {
                draw(&texts, cells);
                cursor.map(Position::from)
            });
            parser.process(bytes);
            assert_shown(&parser, &frame);
            prop_assert_eq!(parser.screen().hide_cursor(), cursor.is_none());
            if let Some((x, y)) = cursor {
                prop_assert_eq!(parser.screen().cursor_position(), (y, x));
            }
            // The same frame again writes nothing.
            let again = writer.draw(|_, cells| {
                draw(&texts, cells);
                cursor.map(Position::from)
            });
            prop_assert!(again.is_empty());
        }
    }
}

#[test]
fn a_repainted_and_a_resized_screen_are_written_as_a_whole() {
    let larger = Rect::new(0, 0, 20, 6);
    let mut writer = Frames::new(AREA);
    let write = |writer: &mut Frames| {
        let bytes = writer.draw(|_, cells| {
            cells.set_string(0, 0, "text", Style::new());
            None
        });
        String::from_utf8(bytes.to_vec()).expect("text")
    };
    assert!(write(&mut writer).contains("text"));
    assert_eq!(write(&mut writer), "");
    writer.repaint();
    assert!(write(&mut writer).contains("\x1b[2J"));
    writer.resize(larger);
    assert!(write(&mut writer).contains("text"));
    assert_eq!(writer.area(), larger);
}

#[test]
fn a_frame_is_one_synchronized_update_with_one_sequence_for_each_style() {
    let mut writer = Frames::new(AREA);
    writer.draw(|_, _| None);
    let style = Style::new().fg(Color::Indexed(203)).add_modifier(Modifier::BOLD);
    let bytes = writer.draw(|_, cells| {
        cells.set_string(2, 1, "ab", style);
        cells.set_string(7, 1, "c", Style::new());
        None
    });
    assert_eq!(String::from_utf8_lossy(bytes), "\x1b[?2026h\x1b[2;3H\x1b[1;38;5;203mab\x1b[3C\x1b[0mc\x1b[?2026l");
}

#[test]
fn behind_a_symbol_whose_width_terminals_disagree_about_the_cursor_is_placed() {
    let mut writer = Frames::new(AREA);
    writer.draw(|_, _| None);
    let bytes = writer.draw(|_, cells| {
        cells.set_string(0, 0, "☂\u{fe0f}x👍🏽y", Style::new());
        None
    });
    let text = String::from_utf8_lossy(bytes);
    assert!(text.contains("\x1b[1H  \x1b[1H☂\u{fe0f}\x1b[1;3Hx👍🏽\x1b[1;6Hy"), "{text:?}");
}
