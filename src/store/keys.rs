//! The keys that a user wants for what the program does, as written in `keys.ron`.

use std::ops::Range;

use super::diagnosis::diagnose;
use super::fault::{Fault, FieldOwner};
use super::ron_text::{options, without_mark};
use super::shape::{FieldShape, RecordShape, ValueShape};
use super::token_tree::TokenTree;
use super::valid_fields::valid_fields;

/// The name of the file of keys in the configuration folder.
pub const FILE_NAME: &str = "keys.ron";

/// Where keys are pressed, and what they can do there; names with dashes are written with `_` in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextActions {
    pub context: &'static str,
    pub actions: Vec<&'static str>,
}

/// The keys that are wanted for an action in a context, in the place of those it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyOverride {
    pub context: &'static str,
    pub action: &'static str,
    /// Each key as it is written, and the bytes where.
    pub keys: Vec<(String, Range<usize>)>,
    /// The bytes of the whole list.
    pub span: Range<usize>,
}

/// Reads the text of a file of keys: gives what can be used of it, and all that is wrong.
pub fn parse(text: &str, known: &[ContextActions]) -> (Vec<KeyOverride>, Vec<Fault>) {
    let (mark, text) = without_mark(text);
    let outline = TokenTree::of(text);
    if outline.tokens.is_empty() && outline.faults.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let lists: Vec<Vec<FieldShape>> = known.iter().map(|known| fields(&known.actions, ValueShape::Keys)).collect();
    let contexts: Vec<&'static str> = known.iter().map(|known| known.context).collect();
    let groups = fields(&contexts, ValueShape::Actions);
    let inner = known.iter().zip(&lists).map(|(known, fields)| RecordShape {
        owner: FieldOwner::Context,
        title: "",
        fields,
        names: &known.actions,
        groups: &[],
    });
    let inner: Vec<RecordShape<'_>> = inner.collect();
    let record =
        RecordShape { owner: FieldOwner::Keys, title: "Keys", fields: &groups, names: &contexts, groups: &inner };
    let faults = diagnose(text, &record, None).into_iter().map(|fault| fault.moved(mark).of_settings());
    let mut wishes = Vec::new();
    for (context, value) in valid_fields(&outline, &record, outline.opening()) {
        let Some(group) = record.group(context) else { continue };
        for (action, list) in valid_fields(&outline, group, value.start) {
            let keys = keys(&outline, &list).into_iter().map(|(key, span)| (key, moved(span, mark)));
            wishes.push(KeyOverride {
                context: context.name,
                action: action.name,
                keys: keys.collect(),
                span: moved(outline.span(&list), mark),
            });
        }
    }
    (wishes, faults.collect())
}

fn fields(names: &[&'static str], shape: ValueShape) -> Vec<FieldShape> {
    names.iter().map(|&name| FieldShape { name, shape, needed: false }).collect()
}

/// The texts of a list.
fn keys(outline: &TokenTree<'_>, list: &Range<usize>) -> Vec<(String, Range<usize>)> {
    let entries = outline.entries(outline.inside(list.start), false).into_iter();
    let texts = entries.filter_map(|entry| {
        let span = outline.span(&entry.value);
        Some((options().from_str(&outline.text[span.clone()]).ok()?, span))
    });
    texts.collect()
}

fn moved(span: Range<usize>, bytes: usize) -> Range<usize> {
    span.start + bytes..span.end + bytes
}
