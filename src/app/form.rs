//! A form: all fields of a touchpoint or of the map, none taken before all can be.

use super::action::Reply;
use super::commit::commit;
use super::field::{Answer, AnswerFault, Field, Group, HEADER, TOUCHPOINT};
use super::keymap::Context;
use super::question::Question;
use super::state::{Dialog, State, Tone};
use super::telling::answer_fault;
use crate::map::{Edit, Header, Touchpoint};

/// What a form is about, as it was when the form opened.
#[derive(Clone, Debug)]
pub enum Subject {
    Touchpoint(Touchpoint),
    Map(Header),
}

/// A field with its answer.
#[derive(Clone, Debug)]
pub struct Row {
    pub key: &'static str,
    pub group: Group,
    pub answer: Answer,
    original: Answer,
}

impl Row {
    /// Whether the answer is another than when the form opened.
    pub fn is_changed(&self) -> bool {
        !self.answer.same(&self.original)
    }
}

/// A form being filled in.
#[derive(Clone, Debug)]
pub struct Form {
    pub subject: Subject,
    pub rows: Vec<Row>,
    /// The row that takes the keys.
    pub focus: usize,
}

impl Form {
    /// A form about a touchpoint or a map, with its fields as they are.
    pub fn new(mut subject: Subject) -> Form {
        let rows = match &mut subject {
            Subject::Touchpoint(touchpoint) => rows(TOUCHPOINT, touchpoint),
            Subject::Map(header) => rows(HEADER, header),
        };
        Form { subject, rows, focus: 0 }
    }

    /// Where keys are pressed in the form now.
    pub fn context(&self) -> Context {
        match self.rows[self.focus].answer {
            Answer::Line(_) => Context::Form,
            Answer::Choice { .. } => Context::Choice,
            Answer::Notes(_) => Context::Notes,
        }
    }

    /// Whether any answer is another than when the form opened.
    pub fn is_changed(&self) -> bool {
        self.rows.iter().any(Row::is_changed)
    }

    /// Goes to the next field, or the one before; round at the ends.
    pub fn step(&mut self, forward: bool) {
        let count = self.rows.len();
        self.focus = if forward { self.focus + 1 } else { self.focus + count - 1 } % count;
    }

    /// What is wrong with the answers, by row.
    pub fn faults(&self) -> Vec<(usize, AnswerFault)> {
        match self.subject.clone() {
            Subject::Touchpoint(mut touchpoint) => fill(TOUCHPOINT, &mut touchpoint, &self.rows),
            Subject::Map(mut header) => fill(HEADER, &mut header, &self.rows),
        }
    }

    /// The change that the form asks for, or what is wrong with its answers.
    ///
    /// A field that was not touched is left as it is, to the letter.
    pub fn edit(&self) -> Result<Edit, Vec<(usize, AnswerFault)>> {
        let (edit, faults) = match self.subject.clone() {
            Subject::Touchpoint(mut touchpoint) => {
                let faults = fill(TOUCHPOINT, &mut touchpoint, &self.rows);
                (Edit::Replace(vec![touchpoint]), faults)
            }
            Subject::Map(mut header) => {
                let faults = fill(HEADER, &mut header, &self.rows);
                (Edit::Describe(header), faults)
            }
        };
        if faults.is_empty() { Ok(edit) } else { Err(faults) }
    }
}

fn rows<S>(fields: &[Field<S>], subject: &mut S) -> Vec<Row> {
    let row = |field: &Field<S>| {
        let answer = (field.slot)(subject).answer();
        Row { key: field.key, group: field.group, original: answer.clone(), answer }
    };
    fields.iter().map(row).collect()
}

fn fill<S>(fields: &[Field<S>], subject: &mut S, rows: &[Row]) -> Vec<(usize, AnswerFault)> {
    let mut faults = Vec::new();
    for (nth, (field, row)) in fields.iter().zip(rows).enumerate() {
        if row.is_changed()
            && let Err(fault) = (field.slot)(subject).take(&row.answer)
        {
            faults.push((nth, fault));
        }
    }
    faults
}

/// Makes the change that the form asks for and closes it; false when a field cannot be taken, which is then told.
pub(super) fn accept(state: &mut State) -> bool {
    let Some(Dialog::Form(form)) = state.dialogs.last_mut() else { return false };
    match form.edit() {
        Ok(edit) => {
            let changed = form.is_changed();
            state.dialogs.pop();
            if changed {
                commit(state, edit);
            }
            true
        }
        Err(faults) => {
            if let Some(&(row, fault)) = faults.first() {
                form.focus = row;
                let key = form.rows[row].key;
                let text = answer_fault(&state.lang, fault);
                let text = state.lang.field_fault(key, &text);
                state.say(Tone::Refused, text);
            }
            false
        }
    }
}

/// Carries out a reply to the form.
pub(super) fn reply(state: &mut State, reply: Reply) {
    let Some(Dialog::Form(form)) = state.dialogs.last_mut() else {
        return;
    };
    match reply {
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => {
            accept(state);
        }
        Reply::Next => form.step(true),
        Reply::Previous => form.step(false),
        Reply::NextChoice | Reply::PreviousChoice => {
            let row = form.focus;
            form.rows[row].answer.turn(reply == Reply::NextChoice);
        }
        Reply::Leave if form.is_changed() => state.dialogs.push(Dialog::Question(Question::UnsavedForm)),
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::Complete => {}
    }
}
