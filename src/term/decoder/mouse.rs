//! Mouse events in the three forms in which terminals report them.

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Decodes the parameters of `Esc [ < code ; column ; row M`, or of the same with `m` for a release.
pub(super) fn report(parameters: &[Vec<u32>], is_release: bool) -> Option<Event> {
    let event = mouse_event(&firsts(parameters)?)?;
    let pressed = if let MouseEventKind::Down(button) = event.kind { Some(button) } else { None };
    let kind = pressed.filter(|_| is_release).map_or(event.kind, MouseEventKind::Up);
    Some(Event::Mouse(MouseEvent { kind, ..event }))
}

/// Decodes the parameters of `Esc [ code ; column ; row M`.
pub(super) fn urxvt_report(parameters: &[Vec<u32>]) -> Option<Event> {
    let [code, column, row] = firsts(parameters)?;
    mouse_event(&[code.checked_sub(32)?, column, row]).map(Event::Mouse)
}

/// Decodes the three bytes after `Esc [ M`.
pub(super) fn old_report(bytes: &[u8]) -> Option<Event> {
    let numbers: Option<Vec<u32>> = bytes.iter().map(|&byte| u32::from(byte).checked_sub(32)).collect();
    mouse_event(numbers?.first_chunk()?).map(Event::Mouse)
}

/// Returns the three numbers of a report.
fn firsts(parameters: &[Vec<u32>]) -> Option<[u32; 3]> {
    let [code, column, row] = parameters else { return None };
    Some([*code.first()?, *column.first()?, *row.first()?])
}

/// Returns the event of a code, a column and a row; columns and rows count from 1.
fn mouse_event(&[code, column, row]: &[u32; 3]) -> Option<MouseEvent> {
    let button = match code & 3 {
        0 => Some(MouseButton::Left),
        1 => Some(MouseButton::Middle),
        2 => Some(MouseButton::Right),
        _ => None,
    };
    let is_moving = code & 32 != 0;
    let kind = match (code & 0xC0, button) {
        (0, Some(button)) if is_moving => MouseEventKind::Drag(button),
        (0, Some(button)) => MouseEventKind::Down(button),
        (0, None) if is_moving => MouseEventKind::Moved,
        (0, None) => MouseEventKind::Up(MouseButton::Left),
        (64, _) if is_moving => MouseEventKind::Moved,
        (64, Some(MouseButton::Left)) => MouseEventKind::ScrollUp,
        (64, Some(MouseButton::Middle)) => MouseEventKind::ScrollDown,
        (64, Some(MouseButton::Right)) => MouseEventKind::ScrollLeft,
        (64, None) => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let known = [(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)];
    let modifiers = known.into_iter().filter(|(bit, _)| code & bit != 0).map(|(_, modifier)| modifier).collect();
    let place = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    Some(MouseEvent { kind, column: place(column)?, row: place(row)?, modifiers })
}
