//! stub
use crate::{lang::Lang, store::Fault};
pub fn picture(_lang: &Lang, file: &str, _text: &str, faults: &[Fault], _colour: bool) -> String { format!("{file}: {faults:?}") }
