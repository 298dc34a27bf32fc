//! A map out of a journey diagram, with everything told that Mermaid passes over in silence.

use std::collections::{HashMap, HashSet};

use super::code_block::{Block, blocks};
use super::id_comment::{self, Said};
use super::journey::{self, Journey, Task};
use super::{entity, field_text, messages, phases};
use crate::exchange::import::quote::quoted;
use crate::exchange::import::{ImportFailure, ImportOptions, Imported, Remark, Scope};
use crate::lang::Lang;
use crate::map::text::{NOTES_LIMIT, fold, many_lines, one_line};
use crate::map::{Emotion, Header, JourneyMap, Notes, Phase, Touchpoint, TouchpointId};

/// Reads a diagram, or the first journey of a page of Markdown.
pub fn read(text: &str, reading: &ImportOptions) -> Result<Imported, ImportFailure> {
    let journeys: Vec<Block> = blocks(text).into_iter().filter(|block| journey::is_journey(block.text)).collect();
    let block = journeys.first().copied().unwrap_or(Block { text, line: 1 });
    let mut reader = Reader { lang: reading.lang, remarks: Vec::new(), ids: HashSet::new() };
    if journeys.len() > 1 {
        reader.remarks.push(Remark { line: None, text: reading.lang.mermaid_more_journeys(journeys.len() - 1) });
    }
    let map = reader.map(block, reading);
    let scope = scope(!reader.ids.is_empty());
    let mut remarks = reader.remarks;
    remarks.sort_by_key(|remark| remark.line);
    match map {
        Ok(map) => Ok(Imported { map, remarks, scope }),
        Err(faults) => Err(ImportFailure { faults, remarks }),
    }
}

/// Reads the first journey of a page of Markdown, or a diagram alone.
pub fn read_page(text: &str, reading: &ImportOptions) -> Result<Imported, ImportFailure> {
    let is_there = journey::is_journey(text) || blocks(text).iter().any(|block| journey::is_journey(block.text));
    if is_there {
        read(text, reading)
    } else {
        Err(vec![Remark { line: None, text: reading.lang.mermaid_none_on_page() }].into())
    }
}

/// What a diagram can say of a map.
fn scope(ids: bool) -> Scope {
    Scope {
        header: vec!["title"],
        touchpoint: vec!["name", "actors", "emotion"],
        phase: true,
        order: true,
        steps: false,
        ids,
        split_lists: false,
    }
}

struct Reader<'a> {
    lang: &'a Lang,
    remarks: Vec<Remark>,
    /// The identities that tasks have so far.
    ids: HashSet<TouchpointId>,
}

impl Reader<'_> {
    fn remark(&mut self, line: usize, text: String) {
        self.remarks.push(Remark { line: Some(line), text });
    }

    fn map(&mut self, block: Block, reading: &ImportOptions) -> Result<JourneyMap, Vec<Remark>> {
        let journey = journey::parse(block.text, block.line);
        let traps = journey.as_ref().map_or_else(|refusal| &refusal.traps, |journey| &journey.traps);
        for (line, trap) in traps {
            self.remark(*line, messages::trap(trap, self.lang));
        }
        let refused = |(line, fault)| Remark { line: Some(line), text: messages::fault(&fault, self.lang) };
        let journey = &journey.map_err(|refusal| refusal.faults.into_iter().map(refused).collect::<Vec<_>>())?;
        let said = id_comment::said(block);
        let names: Vec<String> = journey.sections.iter().map(|section| plain(&section.name)).collect();
        self.check_phases(&names, reading)?;
        let phase_of_section = self.phases(journey, &names, reading);
        self.look_at_sections(journey, &names, &phase_of_section);
        let mut phases: [Vec<Touchpoint>; 3] = Default::default();
        for task in &journey.tasks {
            let phase = task.section.map_or(Phase::Before, |section| phase_of_section[section]);
            let section = task.section.map(|section| &*names[section]);
            let note = section.filter(|name| !name.is_empty() && !phases::is_only(name, phase));
            phases[phase.index()].push(self.touchpoint(task, note, said.get(&task.line)));
        }
        Ok(JourneyMap::with_touchpoints(self.header(journey, reading), phases).0)
    }

    fn header(&mut self, journey: &Journey, reading: &ImportOptions) -> Header {
        let title = journey.title.as_deref().filter(|title| !plain(title).is_empty());
        let title = match title {
            Some(title) => {
                let fitted = field_text::name(title);
                self.told(None, &fitted.text, fitted.cut, &fitted.unknown);
                fitted.text
            }
            None => reading.title.clone(),
        };
        let mut header = Header::new(title);
        let described = [&journey.acc_title, &journey.acc_description];
        let described = described.into_iter().flatten().map(|text| entity::shown(text).0);
        let described = described.filter(|text| !text.is_empty() && **text != *header.title);
        let described: Vec<String> = described.collect();
        let lines: Vec<&str> = described.iter().flat_map(|text| text.lines()).map(str::trim).collect();
        header.notes = self.notes(None, &lines.join("\n"));
        header
    }

    /// Refuses phases that were given to sections that are not there.
    fn check_phases(&self, names: &[String], reading: &ImportOptions) -> Result<(), Vec<Remark>> {
        let strange = |(said, _): &&(String, Phase)| !names.iter().any(|name| phases::same(name, said));
        let strange: Vec<Remark> = reading
            .phases
            .iter()
            .filter(strange)
            .map(|(said, _)| Remark {
                line: None,
                text: self.lang.mermaid_no_such_section(&quoted(said), &quoted_all(names).join(", ")),
            })
            .collect();
        if strange.is_empty() { Ok(()) } else { Err(strange) }
    }

    /// The phase of each section.
    fn phases(&mut self, journey: &Journey, names: &[String], reading: &ImportOptions) -> Vec<Phase> {
        if journey.sections.is_empty() {
            if !journey.tasks.is_empty() {
                self.remarks.push(Remark { line: None, text: self.lang.mermaid_no_sections() });
            }
            return Vec::new();
        }
        let above: Option<&Task> = journey.tasks.iter().find(|task| task.section.is_none());
        if let Some(task) = above {
            self.remark(task.line, self.lang.mermaid_above_sections());
        }
        let (phases, guessed) = phases::of_parts(names, reading.phases);
        if guessed {
            let parts: Vec<String> =
                names.iter().zip(&phases).map(|(name, phase)| self.lang.mermaid_part(&quoted(name), *phase)).collect();
            self.remarks.push(Remark { line: None, text: self.lang.mermaid_guessed(&parts.join(", ")) });
        }
        phases
    }

    /// Tells of sections that are there twice, are empty, or come after a later phase.
    fn look_at_sections(&mut self, journey: &Journey, names: &[String], phases: &[Phase]) {
        let filled: HashSet<usize> = journey.tasks.iter().filter_map(|task| task.section).collect();
        let mut seen = HashMap::new();
        let mut latest = Phase::Before;
        for (nth, section) in journey.sections.iter().enumerate() {
            let (name, phase) = (&names[nth], phases[nth]);
            let first = *seen.entry(fold(name)).or_insert(section.line);
            if first != section.line {
                self.remark(section.line, self.lang.mermaid_section_twice(&quoted(name), first));
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

    fn touchpoint(&mut self, task: &Task, note: Option<&str>, said: Option<&Said>) -> Touchpoint {
        let fitted = field_text::name(&task.name);
        self.told(Some(task.line), &fitted.text, fitted.cut, &fitted.unknown);
        let id = said.map_or(TouchpointId::NONE, |said| said.id);
        let is_repeated = id != TouchpointId::NONE && !self.ids.insert(id);
        if is_repeated {
            self.remark(task.line, self.lang.mermaid_repeated_id(&quoted(&fitted.text)));
        }
        let id = if is_repeated { TouchpointId::NONE } else { id };
        let mut touchpoint = Touchpoint::new(id, fitted.text);
        for person in &task.people {
            let fitted = field_text::line(person);
            match fitted.text {
                Some(line) => {
                    self.told(Some(task.line), &line, fitted.cut, &fitted.unknown);
                    touchpoint.actors.push(line);
                }
                None => self.remark(task.line, self.lang.mermaid_no_actor()),
            }
        }
        touchpoint.emotion = self.emotion(task);
        if said.is_some_and(|said| said.unknown) && touchpoint.emotion == Emotion::new(0) {
            touchpoint.emotion = None;
        }
        touchpoint.notes = note.and_then(|name| self.notes(Some(task.line), &self.lang.mermaid_section(name)));
        touchpoint
    }

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
        let taken = task.score.round().clamp(1.0, 5.0);
        if taken != task.score {
            self.remark(line, self.lang.mermaid_other_score(&quoted(score), taken as u64));
        }
        Emotion::new(taken as i64 - 3)
    }

    fn notes(&mut self, line: Option<usize>, text: &str) -> Option<Notes> {
        let text = many_lines(text);
        match Notes::optional(&text) {
            Ok(notes) => notes,
            Err(_) => {
                self.told(line, &text, Some(NOTES_LIMIT), &[]);
                let short: String = text.chars().take(NOTES_LIMIT - 1).chain(['…']).collect();
                Notes::optional(&short).ok().flatten()
            }
        }
    }

    fn told(&mut self, line: Option<usize>, text: &str, cut: Option<usize>, unknown: &[String]) {
        if let Some(limit) = cut {
            self.remarks.push(Remark { line, text: self.lang.mermaid_cut(&quoted(text), limit) });
        }
        for name in unknown {
            self.remarks.push(Remark { line, text: self.lang.mermaid_unknown_character(&quoted(name)) });
        }
    }
}

/// A text of the diagram as Mermaid shows it, cleaned.
fn plain(text: &str) -> String {
    one_line(&entity::shown(text).0).into_owned()
}

fn quoted_all(names: &[String]) -> Vec<String> {
    names.iter().map(|name| quoted(name)).collect()
}
