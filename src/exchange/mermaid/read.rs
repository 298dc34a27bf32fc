//! Reading a journey diagram as a map, with a remark on everything that Mermaid ignores silently.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::code_block::{DiagramBlock, diagram_blocks};
use super::field_text::FittedText;
use super::id_comment::{IdComment, comments_by_line};
use super::journey::{Journey, Task};
use super::{entity, field_text, messages, parser};
use crate::exchange::import::identity::KnownTouchpoints;
use crate::exchange::import::quote::{listed, quoted};
use crate::exchange::import::row::{ReadRow, RowId};
use crate::exchange::import::shape::stages::StageReading;
use crate::exchange::import::stage::{PhaseOrigin, is_phase_word, phases_of_stages};
use crate::exchange::import::table_map::Assembly;
use crate::exchange::import::{ImportFailure, ImportOptions, Imported, Remark, Scope};
use crate::lang::Lang;
use crate::map::text::{NOTES_LIMIT, fold, is_same_name, many_lines, one_line};
use crate::map::{Emotion, Header, Notes, Phase, Touchpoint, TouchpointId};

/// A map that was read of a diagram, with the phases of its sections.
pub(crate) struct ReadDiagram {
    pub imported: Imported,
    pub sections: Vec<StageReading>,
}

/// Reads a diagram, or the chosen journey diagram of a page; the first if none is chosen.
pub fn read(text: &str, options: &ImportOptions) -> Result<Imported, ImportFailure> {
    read_diagram(text, options).map(|read| read.imported)
}

fn read_diagram(text: &str, options: &ImportOptions) -> Result<ReadDiagram, ImportFailure> {
    let mut journeys = journeys_on_page(text);
    if journeys.is_empty() {
        journeys.push(DiagramBlock { text: Cow::Borrowed(text), line: 1, heading: None });
    }
    let block = chosen_journey(&journeys, options)?;
    let mut reader = Reader { lang: options.lang, remarks: Vec::new(), ids: HashSet::new(), sections: Vec::new() };
    let is_preview = options.choices.purpose.is_preview();
    if journeys.len() > 1 && options.choices.diagram.as_deref().is_none() && !is_preview {
        let titles = titles(&journeys, options.lang);
        reader.remarks.push(Remark::of_all(options.lang.mermaid_more_journeys(journeys.len(), &titles)));
    }
    let read = reader.rows(block, options);
    let Reader { mut remarks, ids: written_ids, sections, .. } = reader;
    let scope = scope(!written_ids.is_empty());
    remarks.sort_by_key(|remark| remark.line);
    match read {
        Ok((header, mut rows)) => {
            let known = KnownTouchpoints::of(options.known);
            rows.iter_mut().for_each(|row| identify(row, &known));
            known.match_names(&mut rows, true);
            let assembly = Assembly { header, rows, scope, remarks, order_heading: String::new() };
            Ok(ReadDiagram { imported: assembly.build(&known, options), sections })
        }
        Err(faults) => Err(ImportFailure { faults, remarks }),
    }
}

/// Reads a journey diagram of a page of Markdown, or a diagram alone.
pub fn read_page(text: &str, options: &ImportOptions) -> Result<Imported, ImportFailure> {
    read_diagram_of_page(text, options).map(|read| read.imported)
}

/// Reads the same, with the phases of its sections.
pub(crate) fn read_diagram_of_page(text: &str, options: &ImportOptions) -> Result<ReadDiagram, ImportFailure> {
    if parser::is_journey(text) || !journeys_on_page(text).is_empty() {
        read_diagram(text, options)
    } else {
        Err(vec![Remark::of_all(options.lang.mermaid_none_on_page())].into())
    }
}

/// Returns the journey diagrams of a page, in order.
pub(crate) fn journeys_on_page(page: &str) -> Vec<DiagramBlock<'_>> {
    diagram_blocks(page).into_iter().filter(|block| parser::is_journey(&block.text)).collect()
}

/// Returns the diagram with the number or the title that the user chose, or the first if nothing was chosen.
fn chosen_journey<'a, 'b>(
    journeys: &'a [DiagramBlock<'b>],
    options: &ImportOptions,
) -> Result<&'a DiagramBlock<'b>, Vec<Remark>> {
    let wanted = options.choices.diagram.as_deref().unwrap_or("1").trim();
    let number = wanted.parse().ok().and_then(|number: usize| number.checked_sub(1));
    let has_title = |block: &&DiagramBlock| {
        let names = [title(block), block.heading.map(str::to_owned)];
        names.iter().flatten().any(|name| is_same_name(name, wanted))
    };
    let found = number.and_then(|index| journeys.get(index)).or_else(|| journeys.iter().find(has_title));
    found.ok_or_else(|| {
        let text = options.lang.mermaid_no_such_diagram(&quoted(wanted), &titles(journeys, options.lang));
        vec![Remark::of_all(text)]
    })
}

/// Returns the title of a diagram; none if it has none or if Mermaid refuses it.
fn title(block: &DiagramBlock) -> Option<String> {
    let title = parser::parse(&block.text, block.line).ok()?.title?;
    Some(shown_line(&title)).filter(|title| !title.is_empty())
}

/// Returns the titles of the journey diagrams of a page, or else the headings above them.
pub(crate) fn titles_on_page(page: &str) -> Vec<Option<String>> {
    let titles = journeys_on_page(page);
    titles.iter().map(|block| title(block).or_else(|| block.heading.map(str::to_owned))).collect()
}

/// Returns the numbers of diagrams with their titles, or else with the headings above them.
fn titles(journeys: &[DiagramBlock], lang: &Lang) -> String {
    listed(journeys.iter().enumerate().map(|(nth, block)| {
        let title = title(block).or_else(|| block.heading.map(str::to_owned)).unwrap_or_else(|| "–".to_owned());
        lang.mermaid_numbered_title(nth + 1, &quoted(&title))
    }))
}

/// Returns the fields that a diagram covers.
fn scope(ids: bool) -> Scope {
    Scope {
        header: vec!["title"],
        touchpoint: vec!["name", "actors", "emotion"],
        noted: Vec::new(),
        phase: true,
        order: true,
        steps: false,
        ids,
        split_lists: false,
    }
}

/// Finds out what the id of a task means, and what the task does not say.
fn identify(row: &mut ReadRow, known: &KnownTouchpoints) {
    row.id = known.written_id(row.touchpoint.id);
    if row.id == RowId::OtherMap {
        row.touchpoint.id = TouchpointId::NONE;
    }
    let touchpoint = &row.touchpoint;
    let blank = [("actors", touchpoint.actors.is_empty()), ("emotion", touchpoint.emotion.is_none())];
    row.blank_fields = blank.into_iter().filter(|(_, is_blank)| *is_blank).map(|(key, _)| key).collect();
}

struct Reader<'a> {
    lang: &'a Lang,
    remarks: Vec<Remark>,
    /// The ids of the tasks so far.
    ids: HashSet<TouchpointId>,
    sections: Vec<StageReading>,
}

impl Reader<'_> {
    fn remark(&mut self, line: usize, text: String) {
        self.remarks.push(Remark::at(line, text));
    }

    /// Reads the title, and a row for each task.
    fn rows(&mut self, block: &DiagramBlock, options: &ImportOptions) -> Result<(Header, Vec<ReadRow>), Vec<Remark>> {
        let journey = parser::parse(&block.text, block.line);
        let warnings = journey.as_ref().map_or_else(|refused| &refused.warnings, |journey| &journey.warnings);
        for (line, warning) in warnings {
            self.remark(*line, messages::warning(warning, self.lang));
        }
        let journey = &journey.map_err(|refused| {
            let faults = refused.faults.iter();
            faults.map(|(line, fault)| Remark::at(*line, messages::fault(fault, self.lang))).collect::<Vec<_>>()
        })?;
        let comments = comments_by_line(block);
        let names: Vec<String> = journey.sections.iter().map(|section| shown_line(&section.name)).collect();
        self.check_chosen_phases(&names, options)?;
        let phase_of_section = self.phases(journey, &names, options);
        self.remark_on_sections(journey, &names, &phase_of_section);
        let mut rows = Vec::with_capacity(journey.tasks.len());
        for task in &journey.tasks {
            let phase = task.section.map_or(Phase::Before, |section| phase_of_section[section]);
            let section = task.section.map(|section| &*names[section]);
            let note = section.filter(|name| !name.is_empty() && !is_phase_word(name, phase));
            let touchpoint = self.touchpoint(task, note, comments.get(&task.line));
            let is_phase_guessed = task.section.is_none_or(|section| self.sections[section].origin.is_guess());
            rows.push(ReadRow { is_phase_guessed, ..ReadRow::new(task.line, phase, touchpoint) });
        }
        Ok((self.header(journey, options), rows))
    }

    /// Reads the title, and the title and description for screen readers as notes.
    fn header(&mut self, journey: &Journey, options: &ImportOptions) -> Header {
        let title = journey.title.as_deref().filter(|title| !shown_line(title).is_empty());
        let title = match title {
            Some(title) => {
                let fitted = field_text::name(title);
                self.remark_on_losses(None, &fitted.text, &fitted);
                fitted.text
            }
            None => options.title.clone(),
        };
        let mut header = Header::new(title);
        let described = [&journey.acc_title, &journey.acc_description];
        let described = described.into_iter().flatten().map(|text| entity::decode(text).text);
        let described: Vec<String> = described.filter(|text| !text.is_empty() && **text != *header.title).collect();
        let lines: Vec<&str> = described.iter().flat_map(|text| text.lines()).map(str::trim).collect();
        header.notes = self.notes(None, &lines.join("\n"));
        header
    }

    /// Refuses chosen phases whose sections do not exist.
    fn check_chosen_phases(&self, names: &[String], options: &ImportOptions) -> Result<(), Vec<Remark>> {
        let is_unknown = |(chosen, _): &&(String, Phase)| !names.iter().any(|name| is_same_name(name, chosen));
        let unknown: Vec<Remark> = options
            .choices
            .phases
            .iter()
            .filter(is_unknown)
            .map(|(chosen, _)| {
                let known: Vec<String> = names.iter().map(|name| quoted(name)).collect();
                Remark::of_all(self.lang.mermaid_no_such_section(&quoted(chosen), &known.join(", ")))
            })
            .collect();
        if unknown.is_empty() { Ok(()) } else { Err(unknown) }
    }

    /// Returns the phase of each section.
    fn phases(&mut self, journey: &Journey, names: &[String], options: &ImportOptions) -> Vec<Phase> {
        if journey.sections.is_empty() {
            if !journey.tasks.is_empty() {
                self.remarks.push(Remark::of_all(self.lang.mermaid_no_sections()));
            }
            return Vec::new();
        }
        let above_sections: Option<&Task> = journey.tasks.iter().find(|task| task.section.is_none());
        if let Some(task) = above_sections {
            self.remark(task.line, self.lang.mermaid_above_sections());
        }
        let phases = phases_of_stages(names, &options.choices.phases);
        let parts = |origin: PhaseOrigin| {
            let guessed = names.iter().zip(&phases).filter(|(_, (_, found))| *found == origin);
            let parts: Vec<String> =
                guessed.map(|(name, (phase, _))| self.lang.mermaid_part(&quoted(name), *phase)).collect();
            (!parts.is_empty()).then(|| listed(parts))
        };
        let guesses = [
            parts(PhaseOrigin::Third).map(|parts| self.lang.mermaid_guessed(&parts)),
            parts(PhaseOrigin::Neighbour).map(|parts| self.lang.mermaid_neighbours(&parts)),
        ];
        if !options.choices.purpose.is_preview() {
            self.remarks.extend(guesses.into_iter().flatten().map(Remark::of_all));
        }
        let sections = names.iter().zip(&phases);
        let reading = |(name, &(phase, origin)): (&String, &_)| StageReading { name: name.clone(), phase, origin };
        self.sections = sections.map(reading).collect();
        phases.into_iter().map(|(phase, _)| phase).collect()
    }

    /// Remarks on sections that are repeated, empty, or placed after one of a later phase.
    fn remark_on_sections(&mut self, journey: &Journey, names: &[String], phases: &[Phase]) {
        let filled: HashSet<usize> = journey.tasks.iter().filter_map(|task| task.section).collect();
        let mut first_lines = HashMap::new();
        let mut latest = Phase::Before;
        for (nth, section) in journey.sections.iter().enumerate() {
            let (name, phase) = (&names[nth], phases[nth]);
            let first_line = *first_lines.entry(fold(name)).or_insert(section.line);
            if first_line != section.line {
                self.remark(section.line, self.lang.mermaid_section_twice(&quoted(name), first_line));
            }
            if !filled.contains(&nth) {
                self.remark(section.line, self.lang.mermaid_empty_section(&quoted(name)));
            } else if phase < latest {
                self.remark(section.line, self.lang.mermaid_earlier_phase(&quoted(name), phase));
            } else {
                latest = phase;
            }
        }
    }

    /// Reads a task; `note` is the name of its section, if that says more than the phase.
    fn touchpoint(&mut self, task: &Task, note: Option<&str>, comment: Option<&IdComment>) -> Touchpoint {
        let fitted = field_text::name(&task.name);
        self.remark_on_losses(Some(task.line), &fitted.text, &fitted);
        let id = comment.map_or(TouchpointId::NONE, |comment| comment.id);
        let is_repeated = id != TouchpointId::NONE && !self.ids.insert(id);
        if is_repeated {
            self.remark(task.line, self.lang.mermaid_repeated_id(&quoted(&fitted.text)));
        }
        let id = if is_repeated { TouchpointId::NONE } else { id };
        let mut touchpoint = Touchpoint::new(id, fitted.text);
        for person in &task.people {
            let fitted = field_text::line(person);
            match &fitted.text {
                Some(line) => {
                    self.remark_on_losses(Some(task.line), line, &fitted);
                    touchpoint.actors.push(line.clone());
                }
                None => self.remark(task.line, self.lang.mermaid_no_actor()),
            }
        }
        touchpoint.emotion = self.emotion(task);
        if comment.is_some_and(|comment| comment.emotion_unknown) && touchpoint.emotion == Emotion::new(0) {
            touchpoint.emotion = None;
        }
        touchpoint.notes = note.and_then(|name| self.notes(Some(task.line), &self.lang.mermaid_section(name)));
        touchpoint
    }

    /// Returns the emotion of a score from 1 to 5; other scores are rounded and clamped, with a remark.
    fn emotion(&mut self, task: &Task) -> Option<Emotion> {
        let (line, score) = (task.line, task.score_text.as_str());
        if score.is_empty() {
            self.remark(line, self.lang.mermaid_no_score());
            return None;
        }
        if !task.score.is_finite() {
            self.remark(line, self.lang.mermaid_no_number(&quoted(score)));
            return None;
        }
        let rounded = task.score.round().clamp(1.0, 5.0);
        if rounded != task.score {
            self.remark(line, self.lang.mermaid_other_score(&quoted(score), rounded as u64));
        }
        Emotion::new(rounded as i64 - 3)
    }

    /// Returns a text as notes, cut with a remark if it is too long.
    fn notes(&mut self, line: Option<usize>, text: &str) -> Option<Notes> {
        let text = many_lines(text);
        match Notes::optional(&text) {
            Ok(notes) => notes,
            Err(_) => {
                self.remarks.push(Remark { line, text: self.lang.mermaid_cut(&quoted(&text), NOTES_LIMIT) });
                let short: String = text.chars().take(NOTES_LIMIT - 1).chain(['…']).collect();
                Notes::optional(&short).ok().flatten()
            }
        }
    }

    /// Remarks on a text that was cut, and on its unknown entities.
    fn remark_on_losses<T>(&mut self, line: Option<usize>, text: &str, fitted: &FittedText<T>) {
        if let Some(limit) = fitted.cut {
            self.remarks.push(Remark { line, text: self.lang.mermaid_cut(&quoted(text), limit) });
        }
        for name in &fitted.unknown_entities {
            self.remarks.push(Remark { line, text: self.lang.mermaid_unknown_character(&quoted(name)) });
        }
    }
}

/// Returns a text of the diagram as Mermaid shows it, on one line.
fn shown_line(text: &str) -> String {
    one_line(&entity::decode(text).text).into_owned()
}
