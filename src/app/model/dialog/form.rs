//! A form: all fields of a touchpoint or of the map, none taken before all can be.

use crokey::{KeyCombination, key};

use crate::app::input::key_name::types;
use crate::app::model::context::Context;
use crate::app::model::dialog::answer::{Answer, AnswerFault};
use crate::app::model::line::TooLong;
use crate::map::field::{Field, Group, HEADER, TOUCHPOINT, ordered_by};
use crate::map::{Edit, Header, Touchpoint};

/// What a form is about, as it was when the form opened.
#[derive(Clone, Debug)]
pub enum Subject {
    /// One touchpoint, or several that are changed together.
    Touchpoints(Vec<Touchpoint>),
    Map(Header),
}

/// A field with its answer.
#[derive(Clone, Debug)]
pub struct Row {
    pub key: &'static str,
    pub group: Group,
    pub answer: Answer,
    pub(crate) original: Answer,
    /// Whether it is answered for several touchpoints at once.
    pub(crate) of_several: bool,
    /// Whether the touchpoints hold several values in it.
    pub(crate) varies: bool,
    /// Whether several values were taken away on purpose.
    pub(crate) emptied: bool,
    /// Whether it stands for no answer yet, so that the first letter replaces it.
    pub fresh: bool,
}

impl Row {
    /// Whether the answer is another than when the form opened.
    pub fn is_changed(&self) -> bool {
        if self.varies { !self.keeps_several() } else { !self.answer.same(&self.original) }
    }

    /// Whether it stands for several values that are left as they are.
    pub fn keeps_several(&self) -> bool {
        self.varies && !self.emptied && self.answer.is_blank()
    }

    /// Whether it takes away what several touchpoints hold.
    pub fn empties_all(&self) -> bool {
        self.of_several && self.is_changed() && self.answer.is_blank()
    }

    /// Takes a key that types, edits or picks; false when the key means nothing here.
    pub fn press(&mut self, key: KeyCombination) -> bool {
        let was_blank = self.answer.is_blank();
        if std::mem::take(&mut self.fresh) && types(key) {
            self.answer = self.answer.emptied();
        }
        let is_taken = self.answer.press(key);
        self.emptied |= was_blank && self.answer.deletes(key);
        self.follow();
        is_taken
    }

    /// Puts pasted text in at the cursor; too much is refused whole.
    pub fn paste(&mut self, text: &str) -> Result<(), TooLong> {
        if std::mem::take(&mut self.fresh) {
            self.answer = self.answer.emptied();
        }
        self.answer.paste(text).inspect(|()| self.follow())
    }

    /// Picks the nth choice.
    pub(crate) fn pick(&mut self, nth: usize) {
        self.answer.pick(Some(nth));
        self.follow();
    }

    pub(crate) fn turn(&mut self, forward: bool) {
        self.answer.turn(forward);
        self.follow();
    }

    /// Whoever takes back an answer is where the several values were, not where they were emptied.
    pub(crate) fn follow(&mut self) {
        self.emptied &= self.answer.is_blank();
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
    pub fn new(subject: Subject) -> Form {
        let rows = match &subject {
            Subject::Touchpoints(touchpoints) => rows(TOUCHPOINT, touchpoints),
            Subject::Map(header) => rows(HEADER, std::slice::from_ref(header)),
        };
        Form { subject, rows, focus: 0 }
    }

    /// A form about one touchpoint.
    pub(crate) fn of_touchpoint(touchpoint: &Touchpoint) -> Form {
        Form::new(Subject::Touchpoints(vec![touchpoint.clone()]))
    }

    /// The same form with the cursor in a field.
    pub(crate) fn focused_on(mut self, key: &str) -> Form {
        self.focus = self.rows.iter().position(|row| row.key == key).unwrap_or(0);
        self
    }

    /// Whether the form is about several touchpoints.
    pub fn is_about_several(&self) -> bool {
        matches!(&self.subject, Subject::Touchpoints(touchpoints) if touchpoints.len() > 1)
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

    /// Takes a key that types, edits or picks; an arrow key that leads out of the lines of a field leads to another.
    pub(crate) fn press(&mut self, key: KeyCombination) {
        if !self.rows[self.focus].press(key) {
            if key == key!(up) {
                self.step(false);
            } else if key == key!(down) {
                self.step(true);
            }
        }
    }

    /// Has the first letter that is typed take the place of the first field's answer, which nobody gave.
    pub(crate) fn unanswered(mut self) -> Form {
        if let Some(row) = self.rows.first_mut() {
            row.fresh = true;
        }
        self
    }

    /// Goes to the next field, or the one before; round at the ends.
    pub fn step(&mut self, forward: bool) {
        let count = self.rows.len();
        self.focus = if forward { self.focus + 1 } else { self.focus + count - 1 } % count;
    }

    /// What is wrong with the answers, by row; it does not depend on what they are for.
    pub fn faults(&self) -> Vec<(usize, AnswerFault)> {
        match &self.subject {
            Subject::Touchpoints(touchpoints) => match touchpoints.first() {
                Some(first) => fill(TOUCHPOINT, &mut first.clone(), &self.rows),
                None => Vec::new(),
            },
            Subject::Map(header) => fill(HEADER, &mut header.clone(), &self.rows),
        }
    }

    /// The change that the form asks for, or what is wrong with its answers.
    ///
    /// A field that was not touched is left as it is, to the letter.
    pub fn edit(&self) -> Result<Edit, Vec<(usize, AnswerFault)>> {
        let (edit, faults) = match self.subject.clone() {
            Subject::Touchpoints(mut touchpoints) => {
                let old = touchpoints.clone();
                let faults = touchpoints.iter_mut().map(|each| fill(TOUCHPOINT, each, &self.rows));
                let faults = faults.last().unwrap_or_default();
                let changed = touchpoints.into_iter().zip(old).filter(|(new, old)| new != old);
                (Edit::Replace(changed.map(|(new, _)| new).collect()), faults)
            }
            Subject::Map(mut header) => {
                let faults = fill(HEADER, &mut header, &self.rows);
                (Edit::SetHeader(header), faults)
            }
        };
        if faults.is_empty() { Ok(edit) } else { Err(faults) }
    }
}

/// The fields of what a form is about; of several, what they share, and not their names, which tell them apart.
pub(crate) fn rows<S>(fields: &'static [Field<S>], subjects: &[S]) -> Vec<Row> {
    let is_one = subjects.len() == 1;
    let row = |field: &'static Field<S>| {
        let (group, _) = field.form?;
        let mut answers = subjects.iter().map(|subject| Answer::of(field.kind, &field.get(subject)));
        let first = answers.next()?;
        let varies = answers.any(|answer| !answer.same(&first));
        let answer = if varies { first.emptied() } else { first };
        let (key, original) = (field.key, answer.clone());
        Some(Row { key, group, answer, original, of_several: !is_one, varies, emptied: false, fresh: false })
    };
    let fields = ordered_by(fields, |field| field.form).into_iter();
    fields.filter(|field| is_one || field.key != "name").filter_map(row).collect()
}

pub(crate) fn fill<S>(fields: &[Field<S>], subject: &mut S, rows: &[Row]) -> Vec<(usize, AnswerFault)> {
    let mut faults = Vec::new();
    for (nth, row) in rows.iter().enumerate().filter(|(_, row)| row.is_changed()) {
        let Some(field) = fields.iter().find(|field| field.key == row.key) else { continue };
        match row.answer.value(field.kind) {
            Ok(value) => field.set(subject, value),
            Err(fault) => faults.push((nth, fault)),
        }
    }
    faults
}
