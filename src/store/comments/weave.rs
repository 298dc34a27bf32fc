//! Writing comments: each at its line of the text.

use std::collections::BTreeMap;

use super::anchor::{Anchor, stands};
use super::{Around, Remark};
use crate::map::JourneyMap;

/// The plain text of a map with these comments, which are settled in it.
pub(super) fn woven(text: &str, map: &JourneyMap, mut comments: BTreeMap<Anchor, Around>) -> String {
    let mut lines = text.lines();
    let mut woven = String::with_capacity(text.len() + text.len() / 4);
    // Whether a list without items is written on more than one line.
    let mut opened = false;
    for stand in stands(map).filter(|stand| stand.written) {
        let around = comments.remove(&stand.anchor).unwrap_or_default();
        write_above(&mut woven, &stand.anchor, &around.above);
        match &stand.anchor {
            Anchor::Field(name) if stand.empty => {
                let inside = comments.get(&Anchor::ListEnd(name)).is_some_and(|around| !around.above.is_empty());
                let line = lines.next().unwrap_or_default();
                opened = inside || !around.behind.is_empty();
                if !opened {
                    woven.push_str(line);
                    continue;
                }
                woven.push_str(line.strip_suffix("],").unwrap_or(line));
            }
            Anchor::ListEnd(_) if stand.empty => woven.push_str(if opened { "    ]," } else { "" }),
            Anchor::End => continue,
            Anchor::Attribute
            | Anchor::Opening
            | Anchor::Field(_)
            | Anchor::Objective(_)
            | Anchor::Touchpoint(_)
            | Anchor::ListEnd(_)
            | Anchor::Closing => {
                let line = lines.next().unwrap_or_default();
                match &around.inside {
                    Some(inside) => woven.extend([indent(&stand.anchor), &inside.text, ","]),
                    None => woven.push_str(line),
                }
            }
        }
        woven.extend(around.behind.iter().flat_map(|remark| [" ", remark]));
        woven.push('\n');
    }
    woven
}

fn write_above(woven: &mut String, anchor: &Anchor, above: &[Remark]) {
    for remark in above {
        if !remark.is_empty() {
            woven.extend([indent(anchor), remark]);
        }
        woven.push('\n');
    }
}

fn indent(anchor: &Anchor) -> &'static str {
    match anchor {
        Anchor::Attribute | Anchor::Opening | Anchor::End => "",
        Anchor::Field(_) | Anchor::Closing => "    ",
        Anchor::Objective(_) | Anchor::Touchpoint(_) | Anchor::ListEnd(_) => "        ",
    }
}
