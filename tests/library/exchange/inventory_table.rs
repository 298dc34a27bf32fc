//! The Markdown table of an inventory, read back by a parser with all extensions, and the row limit of a workbook.

use periplo::exchange::inventory::{InventoryRow, rows};
use periplo::exchange::{ExportError, inventory_markdown, inventory_xlsx};
use periplo::lang::{Lang, Language};
use periplo::map::{Header, JourneyMap, Line, Name, Notes, Touchpoint};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::exchange::hostile;

fn map(name: &str, channel: &str, notes: &str) -> Option<JourneyMap> {
    let name = Name::new(name).ok()?;
    let touchpoint = Touchpoint {
        channel: Line::optional(channel).ok()?,
        notes: Notes::optional(notes).ok()?,
        ..Touchpoint::new("00000001".parse().ok()?, name)
    };
    Some(JourneyMap::with_touchpoints(Header::new(Name::placeholder()), [vec![touchpoint], vec![], vec![]]).0)
}

/// Returns the cells of a page that consists of one table. Panics at anything else on it.
fn cells(page: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for event in Parser::new_ext(page, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::TableCell) => cells.push(String::new()),
            Event::Text(text) => cells.last_mut().expect("a cell").push_str(&text),
            Event::InlineHtml(html) if &*html == "<br>" => cells.last_mut().expect("a cell").push('\n'),
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow) => {}
            Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell) => {}
            other => panic!("the table has {other:?}:\n{page}"),
        }
    }
    cells
}

proptest! {
    #[test]
    fn hostile_text_is_shown_literally(name in hostile::line(), channel in hostile::line(), notes in hostile::lines()) {
        let Some(map) = map(&name, &channel, &notes) else { return Ok(()) };
        let rows: Vec<InventoryRow> = rows("a.ron", &map).collect();
        let page = inventory_markdown::render(&rows, &Lang::new(Language::English)).expect("a table");
        let cells = cells(std::str::from_utf8(&page.bytes).expect("text"));
        let touchpoint = rows[0].touchpoint;
        let notes = touchpoint.notes.as_ref().map(|notes| notes.trim().to_owned());
        let expected = [Some(touchpoint.name.to_string()), touchpoint.channel.as_ref().map(ToString::to_string), notes];
        for text in expected.into_iter().flatten() {
            prop_assert!(cells.contains(&text), "{:?} in {:?}", text, cells);
        }
        // The header has as many cells as the only row.
        prop_assert!(cells.len().is_multiple_of(2));
    }
}

#[test]
fn a_workbook_refuses_more_rows_than_a_sheet_holds() {
    let map = map("a", "", "").expect("a map");
    let row = rows("a.ron", &map).next().expect("a row");
    let refused = inventory_xlsx::render(&vec![row; 1_048_576], &Lang::new(Language::English));
    assert!(matches!(refused, Err(ExportError::TooManyRows { rows: 1_048_576, most: 1_048_575 })));
}
