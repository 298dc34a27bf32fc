//! The user's own keys in `keys.ron`.

use std::ops::Range;

use super::diagnosis::diagnose;
use super::fault::{Fault, FieldOwner};
use super::ron_dialect::{options, split_byte_order_mark};
use super::shape::{FieldShape, RecordShape, ValueShape};
use super::token_tree::TokenTree;
use super::valid_fields::valid_fields;

/// The name of the file in the configuration folder.
pub(crate) const FILE_NAME: &str = "keys.ron";

/// A context and the actions that can have keys there. In the file, `-` in their names is written as `_`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextActions {
    pub context: &'static str,
    pub actions: Vec<&'static str>,
}

/// The keys that replace the default keys of an action in a context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyOverride {
    pub context: &'static str,
    pub action: &'static str,
    /// Each key as written, with its bytes in the file.
    pub keys: Vec<(String, Range<usize>)>,
    /// The bytes of the whole list of keys.
    pub span: Range<usize>,
}

/// Reads the text of a key file. Returns the overrides that are valid, and all faults.
pub fn parse(text: &str, known: &[ContextActions]) -> (Vec<KeyOverride>, Vec<Fault>) {
    let (mark_length, text) = split_byte_order_mark(text);
    let tree = TokenTree::of(text);
    let has_only_comments = tree.is_empty() && tree.faults.is_empty();
    if has_only_comments {
        return (Vec::new(), Vec::new());
    }
    let action_fields: Vec<Vec<FieldShape>> =
        known.iter().map(|context| fields(&context.actions, ValueShape::Keys)).collect();
    let contexts: Vec<&'static str> = known.iter().map(|known| known.context).collect();
    let context_fields = fields(&contexts, ValueShape::Actions);
    let context_records = known.iter().zip(&action_fields).map(|(context, fields)| RecordShape {
        owner: FieldOwner::Context,
        struct_name: "",
        fields,
        names: &context.actions,
        inner_records: &[],
    });
    let context_records: Vec<RecordShape<'_>> = context_records.collect();
    let record = RecordShape {
        owner: FieldOwner::Keys,
        struct_name: "Keys",
        fields: &context_fields,
        names: &contexts,
        inner_records: &context_records,
    };
    let faults = diagnose(text, &record, None).into_iter().map(|fault| fault.moved_by(mark_length).of_settings());
    let mut overrides = Vec::new();
    for (context, value) in valid_fields(&tree, &record, tree.root_opening()) {
        let Some(actions) = record.inner_record(context) else { continue };
        for (action, list) in valid_fields(&tree, actions, value.start) {
            let keys = keys(&tree, &list).into_iter().map(|(key, span)| (key, moved_by(span, mark_length)));
            overrides.push(KeyOverride {
                context: context.name,
                action: action.name,
                keys: keys.collect(),
                span: moved_by(tree.span(&list), mark_length),
            });
        }
    }
    (overrides, faults.collect())
}

fn fields(names: &[&'static str], shape: ValueShape) -> Vec<FieldShape> {
    names.iter().map(|&name| FieldShape { name, shape, required: false }).collect()
}

/// Returns the strings of a list with their bytes.
fn keys(tree: &TokenTree<'_>, list: &Range<usize>) -> Vec<(String, Range<usize>)> {
    let keys = tree.items(list.start).filter_map(|entry| {
        let span = tree.span(&entry.value);
        Some((options().from_str(&tree.text[span.clone()]).ok()?, span))
    });
    keys.collect()
}

fn moved_by(span: Range<usize>, bytes: usize) -> Range<usize> {
    span.start + bytes..span.end + bytes
}
