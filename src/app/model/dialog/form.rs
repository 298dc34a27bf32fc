//! The form: all fields of a touchpoint or of the map; they are taken together or not at all.

use crokey::{KeyCombination, key};

use crate::app::model::context::Context;
use crate::app::model::dialog::answer::{Answer, AnswerFault};
use crate::app::model::line::{TooLong, types};
use crate::app::model::neighbour::Neighbour;
use crate::map::conflict::{ConflictKind, ConflictSubject};
use crate::map::field::{Field, Group, HEADER, TOUCHPOINT, Type, ordered_by};
use crate::map::merge::{merge, merge_fields};
use crate::map::{Conflict, Edit, Header, JourneyMap, Touchpoint};

/// What a form edits.
#[derive(Clone, Debug)]
pub enum FormSubject {
    /// One touchpoint, or several that are edited together.
    Touchpoints(Vec<Touchpoint>),
    Map(Header),
}

/// A field with its answer.
#[derive(Clone, Debug)]
pub struct FormRow {
    pub key: &'static str,
    pub group: Group,
    pub answer: Answer,
    pub(crate) original: Answer,
    /// True if the answer is for several touchpoints.
    pub(crate) of_several: bool,
    /// True if the touchpoints have different values.
    pub(crate) varies: bool,
    /// True if the user emptied different values on purpose.
    pub(crate) emptied: bool,
    /// True if the answer is a number.
    is_number: bool,
    /// True while the answer is a proposal: the first letter replaces it. A number is one whenever its field is entered.
    pub is_proposal: bool,
}

impl FormRow {
    /// Returns true if the answer has changed.
    pub(crate) fn is_changed(&self) -> bool {
        if self.varies { !self.keeps_several() } else { !self.answer.is_same(&self.original) }
    }

    /// Returns true if different values are left as they are.
    pub fn keeps_several(&self) -> bool {
        self.varies && !self.emptied && self.answer.is_blank()
    }

    /// Returns true if the answer empties the field of several touchpoints.
    pub(crate) fn empties_all(&self) -> bool {
        self.of_several && self.is_changed() && self.answer.is_blank()
    }

    /// Takes the new value of the field, unless the user has changed the answer.
    fn refresh(&mut self, new: FormRow) {
        if !self.is_changed() && (self.varies != new.varies || !self.original.is_same(&new.original)) {
            self.answer = new.answer;
        }
        self.original = new.original;
        self.varies = new.varies;
    }

    /// Handles a key; returns false if the key does nothing here.
    pub(crate) fn press(&mut self, key: KeyCombination) -> bool {
        let was_blank = self.answer.is_blank();
        if std::mem::take(&mut self.is_proposal) && types(key) {
            self.answer = self.answer.emptied();
        }
        let is_taken = self.answer.press(key);
        self.emptied |= was_blank && self.answer.deletes(key);
        self.update_emptied();
        is_taken
    }

    /// Inserts pasted text at the cursor; a text that is too long is not inserted at all.
    pub(crate) fn paste(&mut self, text: &str) -> Result<(), TooLong> {
        if std::mem::take(&mut self.is_proposal) {
            self.answer = self.answer.emptied();
        }
        self.answer.paste(text).inspect(|()| self.update_emptied())
    }

    /// Picks an option.
    pub(crate) fn pick(&mut self, nth: usize) {
        self.answer.pick(Some(nth));
        self.update_emptied();
    }

    /// Picks the next or the previous option.
    fn pick_neighbour(&mut self, which: Neighbour) {
        self.answer.pick_neighbour(which);
        self.update_emptied();
    }

    /// Clears `emptied` once something is answered: emptying that again keeps the different values.
    fn update_emptied(&mut self) {
        self.emptied &= self.answer.is_blank();
    }
}

/// The edit that a form makes.
pub(crate) struct FormEdit {
    pub edit: Edit,
    /// The fields that others changed while the user typed something else; the edit has what was typed.
    pub conflicts: Vec<Conflict>,
}

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// What the form edits, with the values that others gave it since the form opened.
    pub subject: FormSubject,
    /// The values that the user's changes are based on: those of a changed field are from before the change.
    base: FormSubject,
    /// The map before others deleted a touchpoint of the form.
    before_deletion: Option<JourneyMap>,
    pub rows: Vec<FormRow>,
    /// The focused row.
    pub focus: usize,
}

impl Form {
    /// A form for a touchpoint or a map, with its current values.
    pub fn new(subject: FormSubject) -> Form {
        let rows = match &subject {
            FormSubject::Touchpoints(touchpoints) => rows(TOUCHPOINT, touchpoints),
            FormSubject::Map(header) => rows(HEADER, std::slice::from_ref(header)),
        };
        Form { base: subject.clone(), before_deletion: None, subject, rows, focus: 0 }
    }

    /// A form for one touchpoint.
    pub(crate) fn of_touchpoint(touchpoint: &Touchpoint) -> Form {
        Form::new(FormSubject::Touchpoints(vec![touchpoint.clone()]))
    }

    /// The same form with another field focused.
    pub(crate) fn focused_on(mut self, key: &str) -> Form {
        self.focus = self.rows.iter().position(|row| row.key == key).unwrap_or(0);
        self
    }

    /// Returns true if the form edits several touchpoints.
    pub fn is_about_several(&self) -> bool {
        matches!(&self.subject, FormSubject::Touchpoints(touchpoints) if touchpoints.len() > 1)
    }

    /// Returns true if both forms edit the same touchpoints, or the map.
    pub(crate) fn is_about_same(&self, other: &Form) -> bool {
        match (&self.subject, &other.subject) {
            (FormSubject::Touchpoints(own), FormSubject::Touchpoints(others)) => {
                own.iter().map(|each| each.id).eq(others.iter().map(|each| each.id))
            }
            (FormSubject::Map(_), FormSubject::Map(_)) => true,
            (FormSubject::Touchpoints(_), FormSubject::Map(_)) | (FormSubject::Map(_), FormSubject::Touchpoints(_)) => {
                false
            }
        }
    }

    /// Takes the changed answers of another form about the same subject.
    pub(crate) fn take_changes(&mut self, other: &Form) {
        for changed in other.rows.iter().filter(|row| row.is_changed()) {
            if let Some(row) = self.rows.iter_mut().find(|row| row.key == changed.key) {
                row.answer = changed.answer.clone();
                row.emptied = changed.emptied;
                row.is_proposal = false;
            }
        }
        self.focus = other.focus.min(self.rows.len().saturating_sub(1));
    }

    /// Takes the values that others changed into the fields that the user has not changed.
    ///
    /// A changed field keeps what was typed, and a touchpoint that others deleted keeps its last values.
    pub(crate) fn refresh(&mut self, before: &JourneyMap, map: &JourneyMap) {
        if self.deleted(map).len() > self.deleted(before).len() {
            self.before_deletion = Some(before.clone());
        }
        let new_rows = match (&mut self.subject, &mut self.base) {
            (FormSubject::Touchpoints(touchpoints), FormSubject::Touchpoints(bases)) => {
                for (touchpoint, base) in touchpoints.iter_mut().zip(bases) {
                    if let Some(now) = map.touchpoint(touchpoint.id) {
                        *touchpoint = Touchpoint::clone(now);
                        refresh_base(TOUCHPOINT, base, touchpoint, &self.rows);
                    }
                }
                rows(TOUCHPOINT, touchpoints)
            }
            (FormSubject::Map(header), FormSubject::Map(base)) => {
                *header = Header::clone(map.header());
                refresh_base(HEADER, base, header, &self.rows);
                rows(HEADER, std::slice::from_ref(header))
            }
            (FormSubject::Touchpoints(_), FormSubject::Map(_)) | (FormSubject::Map(_), FormSubject::Touchpoints(_)) => {
                return;
            }
        };
        for (row, new) in self.rows.iter_mut().zip(new_rows) {
            row.refresh(new);
        }
    }

    /// Returns the touchpoints of the form that the map has no longer.
    pub(crate) fn deleted<'a>(&'a self, map: &JourneyMap) -> Vec<&'a Touchpoint> {
        match &self.subject {
            FormSubject::Touchpoints(touchpoints) => {
                touchpoints.iter().filter(|each| map.find(each.id).is_none()).collect()
            }
            FormSubject::Map(_) => Vec::new(),
        }
    }

    /// Returns the map with the touchpoint that others deleted, back at its place.
    pub(crate) fn with_deleted(&self, map: &JourneyMap, touchpoint: Touchpoint) -> Option<JourneyMap> {
        let mut ours = self.before_deletion.clone()?;
        let mut base = ours.clone();
        base.apply(Edit::Delete(vec![touchpoint.id])).ok()?;
        // An unchanged touchpoint is refused, and is as it should be.
        let _ = ours.apply(Edit::Replace(vec![touchpoint]));
        Some(merge(&base, &ours, map).map)
    }

    /// The context of keys: it depends on the focused field.
    pub fn context(&self) -> Context {
        match self.rows[self.focus].answer {
            Answer::Line(_) => Context::Form,
            Answer::Choice { .. } => Context::Choice,
            Answer::Notes(_) => Context::Notes,
        }
    }

    /// Returns true if any answer has changed.
    pub(crate) fn is_changed(&self) -> bool {
        self.rows.iter().any(FormRow::is_changed)
    }

    /// Handles a key; Up and Down at the edge of a field go to the neighbouring field. Returns false if the key does nothing
    /// here.
    pub(crate) fn press(&mut self, key: KeyCombination) -> bool {
        if self.rows[self.focus].press(key) {
            return true;
        }
        if key == key!(up) {
            self.step(Neighbour::Previous);
        } else if key == key!(down) {
            self.step(Neighbour::Next);
        }
        key == key!(up) || key == key!(down)
    }

    /// The same form with its title as a proposal, which the first letter replaces.
    pub(crate) fn with_proposed_title(mut self) -> Form {
        if let Some(row) = self.rows.first_mut() {
            row.is_proposal = true;
        }
        self
    }

    /// Focuses the next or the previous field, wrapping at the ends.
    pub(crate) fn step(&mut self, which: Neighbour) {
        let count = self.rows.len();
        let next = match which {
            Neighbour::Next => self.focus + 1,
            Neighbour::Previous => self.focus + count - 1,
        };
        self.focus = next % count;
        let row = &mut self.rows[self.focus];
        row.is_proposal |= row.is_number && !row.answer.is_blank();
    }

    /// Picks the next or the previous option in the focused field.
    pub(crate) fn pick_neighbour(&mut self, which: Neighbour) {
        self.rows[self.focus].pick_neighbour(which);
    }

    /// Returns the faults of the answers with their rows.
    pub fn faults(&self) -> Vec<(usize, AnswerFault)> {
        match &self.subject {
            FormSubject::Touchpoints(touchpoints) => match touchpoints.first() {
                Some(first) => fill(TOUCHPOINT, &mut first.clone(), &self.rows),
                None => Vec::new(),
            },
            FormSubject::Map(header) => fill(HEADER, &mut header.clone(), &self.rows),
        }
    }

    /// Returns the edit that the form makes, or the faults of its answers.
    ///
    /// Fields that were not changed keep their exact value. Those that others changed too are merged.
    pub(crate) fn edit(&self) -> Result<FormEdit, Vec<(usize, AnswerFault)>> {
        let faults = self.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut conflicts = Vec::new();
        let edit = match (&self.subject, &self.base) {
            (FormSubject::Touchpoints(touchpoints), FormSubject::Touchpoints(bases)) => {
                let mut changed = Vec::new();
                for (theirs, base) in touchpoints.iter().zip(bases) {
                    let (merged, kinds) = self.merged(TOUCHPOINT, base, theirs);
                    let subject = ConflictSubject::of(&merged);
                    conflicts.extend(kinds.into_iter().map(|kind| Conflict { subject: subject.clone(), kind }));
                    changed.extend((merged != *theirs).then_some(merged));
                }
                Edit::Replace(changed)
            }
            (FormSubject::Map(theirs), FormSubject::Map(base)) => {
                let (merged, kinds) = self.merged(HEADER, base, theirs);
                conflicts.extend(kinds.into_iter().map(|kind| Conflict { subject: ConflictSubject::Map, kind }));
                Edit::SetHeader(merged)
            }
            (FormSubject::Touchpoints(_), FormSubject::Map(_)) | (FormSubject::Map(_), FormSubject::Touchpoints(_)) => {
                Edit::Replace(Vec::new())
            }
        };
        Ok(FormEdit { edit, conflicts })
    }

    /// Merges the user's changes with those that others made to one of the subjects.
    fn merged<S: Clone>(&self, fields: &[Field<S>], base: &S, theirs: &S) -> (S, Vec<ConflictKind>) {
        let mut ours = base.clone();
        fill(fields, &mut ours, &self.rows);
        merge_fields(fields, base, &ours, theirs)
    }
}

/// Takes the new values of the fields that the user has not changed.
fn refresh_base<S>(fields: &[Field<S>], base: &mut S, now: &S, rows: &[FormRow]) {
    let is_changed = |key: &str| rows.iter().any(|row| row.key == key && row.is_changed());
    fields.iter().filter(|field| !is_changed(field.key)).for_each(|field| field.copy(base, now));
}

/// Makes the rows of a form. Several touchpoints have no row for the name.
pub fn rows<S>(fields: &'static [Field<S>], subjects: &[S]) -> Vec<FormRow> {
    let is_one = subjects.len() == 1;
    let row = |field: &'static Field<S>| {
        let (group, _) = field.form?;
        let mut answers = subjects.iter().map(|subject| Answer::of(field.kind, &field.get(subject)));
        let first = answers.next()?;
        let varies = answers.any(|answer| !answer.is_same(&first));
        let answer = if varies { first.emptied() } else { first };
        let is_number = matches!(field.kind, Type::Count | Type::Votes);
        Some(FormRow {
            key: field.key,
            group,
            original: answer.clone(),
            of_several: !is_one,
            varies,
            emptied: false,
            is_number,
            is_proposal: is_number && !answer.is_blank(),
            answer,
        })
    };
    let fields = ordered_by(fields, |field| field.form).into_iter();
    fields.filter(|field| is_one || field.key != "name").filter_map(row).collect()
}

/// Writes the changed answers into the subject; returns the faulty rows with their faults.
fn fill<S>(fields: &[Field<S>], subject: &mut S, rows: &[FormRow]) -> Vec<(usize, AnswerFault)> {
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
