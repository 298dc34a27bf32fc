//! The review: findings where a map breaks the rules of the method, with the field that fixes each.

use std::collections::{HashMap, HashSet};
use std::hash::Hasher;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::channel::BareNameDetector;
use super::conflict::has_conflict_note;
use super::fnv::Fnv;
use super::step::steps;
use super::text::fold;
use super::{Agent, Date, Funnel, Intent, JourneyMap, Kind, Phase, Place, Rule, Severity, Touchpoint, TouchpointId};

/// The thing that a finding concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingSubject {
    Touchpoint { id: TouchpointId, place: Place },
    Phase(Phase),
    Map,
}

/// Numbers and places that belong to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingDetail {
    None,
    /// The earlier touchpoint with the same name.
    SameAs(Place),
    /// Customers at this step and at the step before.
    Widening {
        here: u128,
        before: u128,
    },
    /// Customers lost at this step.
    Lost(u128),
    /// The day until which the action should have been done.
    Due(Date),
    /// True for each tag that is missing.
    Untagged {
        kind: bool,
        intent: bool,
    },
}

/// A finding of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: Rule,
    pub subject: FindingSubject,
    pub detail: FindingDetail,
    /// The key of the field that fixes it; none if no single field does.
    pub field: Option<&'static str>,
}

impl Finding {
    /// Returns the severity of the finding's rule.
    pub const fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// Returns the touchpoint that the finding concerns.
    pub const fn touchpoint(&self) -> Option<TouchpointId> {
        match self.subject {
            FindingSubject::Touchpoint { id, .. } => Some(id),
            FindingSubject::Phase(_) | FindingSubject::Map => None,
        }
    }

    /// Returns the phase that the finding concerns, or that of its touchpoint.
    pub const fn phase(&self) -> Option<Phase> {
        match self.subject {
            FindingSubject::Touchpoint { place, .. } => Some(place.phase),
            FindingSubject::Phase(phase) => Some(phase),
            FindingSubject::Map => None,
        }
    }

    /// Returns the sort key: warnings before hints, each in the journey's order, findings about the whole map last.
    fn sort_key(&self) -> (Severity, usize, usize, Rule) {
        let (phase, row) = match self.subject {
            FindingSubject::Touchpoint { place, .. } => (place.phase.index(), place.row + 1),
            FindingSubject::Phase(phase) => (phase.index(), 0),
            FindingSubject::Map => (Phase::ALL.len(), 0),
        };
        (self.severity(), phase, row, self.rule)
    }
}

/// The findings about a map: warnings before hints, each in the journey's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    pub findings: Vec<Finding>,
}

impl Review {
    /// Returns how many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        // Warnings are sorted before hints.
        let warnings = self.findings.partition_point(|finding| finding.severity() == Severity::Warning);
        match severity {
            Severity::Warning => warnings,
            Severity::Hint => self.findings.len() - warnings,
        }
    }

    /// Returns the rules of the findings about each touchpoint, warnings first.
    pub fn by_touchpoint(&self) -> HashMap<TouchpointId, Vec<Rule>> {
        let mut rules = HashMap::<TouchpointId, Vec<Rule>>::new();
        for finding in &self.findings {
            if let Some(id) = finding.touchpoint() {
                rules.entry(id).or_default().push(finding.rule);
            }
        }
        rules
    }

    /// Returns the rules that have findings, each with their number.
    pub fn rules(&self) -> Vec<(Rule, usize)> {
        let mut counts = [0; Rule::ALL.len()];
        for finding in &self.findings {
            counts[finding.rule as usize] += 1;
        }
        Rule::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0).collect()
    }
}

/// Reviews a map whose file has no repeated ids.
pub fn review(map: &JourneyMap) -> Review {
    Reviewer::new().review(map, &HashSet::new())
}

/// The names of channels, prepared at the first review.
static BARE_NAMES: LazyLock<BareNameDetector> = LazyLock::new(BareNameDetector::new);

/// Reviews maps.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reviewer {
    /// The current day; without it, nothing is overdue.
    today: Option<Date>,
}

impl Reviewer {
    /// Returns a reviewer.
    pub fn new() -> Reviewer {
        Reviewer::default()
    }

    /// Returns the reviewer with the current day, which tells what is overdue.
    pub fn on(self, today: Option<Date>) -> Reviewer {
        Reviewer { today }
    }

    /// Reviews a map. `repeated` are the touchpoints that got a new id when the map was read, because an earlier one
    /// had the same.
    pub fn review(&self, map: &JourneyMap, repeated: &HashSet<TouchpointId>) -> Review {
        let mut findings = Vec::new();
        for phase in Phase::ALL {
            let touchpoints = map.phase(phase);
            for rows in steps(touchpoints) {
                let has_person = touchpoints[rows.clone()].iter().any(|each| each.agent == Some(Agent::Person));
                for row in rows {
                    let own = self.touchpoint_rules(&touchpoints[row], has_person);
                    findings.extend(own.map(|(rule, field)| finding_at(touchpoints, phase, row, rule, field)));
                }
            }
            find_duplicate_names(touchpoints, phase, &mut findings);
        }
        for (place, touchpoint) in map.touchpoints().filter(|_| !repeated.is_empty()) {
            if repeated.contains(&touchpoint.id) && !touchpoint.silences(Rule::DuplicateId) {
                findings.push(finding_at(map.phase(place.phase), place.phase, place.row, Rule::DuplicateId, None));
            }
        }
        review_funnel(map, &mut findings);
        review_whole_map(map, &mut findings);
        // No two findings have the same key. A stable sort would take half as much memory again.
        findings.sort_unstable_by_key(Finding::sort_key);
        Review { findings }
    }

    /// Returns the rules that a touchpoint breaks by itself or within its step, each with the field that fixes it.
    /// `has_person` is true if a person acts in one of the step's touchpoints.
    ///
    /// Rules that are silenced for the touchpoint are left out.
    pub fn touchpoint_rules(
        &self,
        touchpoint: &Touchpoint,
        has_person: bool,
    ) -> impl Iterator<Item = (Rule, Option<&'static str>)> {
        let critical = touchpoint.critical;
        let has_only_machine = touchpoint.agent == Some(Agent::Machine) && !has_person;
        let is_unhappy = touchpoint.emotion.is_some_and(|emotion| emotion.value() < 0);
        let is_unanswered = touchpoint.action.is_none();
        let missing_tag = if touchpoint.kind.is_none() { "kind" } else { "intent" };
        let is_untagged = touchpoint.kind.is_none() || touchpoint.intent.is_none();
        let is_planned = touchpoint.intent == Some(Intent::Intentional);
        let is_overdue = touchpoint.due.zip(self.today).is_some_and(|(due, today)| due < today);
        let is_owned = touchpoint.owner.is_some();
        let rules = [
            (Rule::ChannelOnly, "name", BARE_NAMES.is_bare(&touchpoint.name)),
            (Rule::MachineAtCritical, "agent", critical && has_only_machine),
            (Rule::UnhappyCritical, if is_unanswered { "action" } else { "emotion" }, critical && is_unhappy),
            (Rule::UnownedCritical, "owner", critical && touchpoint.owner.is_none()),
            (
                Rule::UnansweredUnintentional,
                "action",
                touchpoint.intent == Some(Intent::Unintentional) && is_unanswered,
            ),
            (Rule::MergeConflict, "notes", has_conflict_note(touchpoint.notes.as_ref())),
            (Rule::Overdue, "due", !is_unanswered && is_overdue),
            (Rule::Untagged, missing_tag, is_untagged),
            (Rule::NoNeed, "need", touchpoint.need.is_none()),
            (Rule::NoKpi, "kpi", critical && is_planned && touchpoint.kpi.is_none()),
            (Rule::NoDue, "due", !is_unanswered && is_owned && touchpoint.due.is_none()),
        ];
        rules
            .into_iter()
            .filter(|(rule, _, is_broken)| *is_broken && !touchpoint.silences(*rule))
            .map(|(rule, field, _)| (rule, Some(field)))
    }
}

/// Returns a finding about the touchpoint at `row` of a phase.
fn finding_at(
    touchpoints: &[Arc<Touchpoint>],
    phase: Phase,
    row: usize,
    rule: Rule,
    field: Option<&'static str>,
) -> Finding {
    let touchpoint = &touchpoints[row];
    let subject = FindingSubject::Touchpoint { id: touchpoint.id, place: Place::new(phase, row) };
    let (kind, intent) = (touchpoint.kind.is_none(), touchpoint.intent.is_none());
    let detail = match touchpoint.due {
        Some(due) if rule == Rule::Overdue => FindingDetail::Due(due),
        Some(_) | None if rule == Rule::Untagged => FindingDetail::Untagged { kind, intent },
        Some(_) | None => FindingDetail::None,
    };
    Finding { rule, subject, detail, field }
}

/// Finds touchpoints with the name of an earlier one of their phase, except where the rule is silenced.
fn find_duplicate_names(touchpoints: &[Arc<Touchpoint>], phase: Phase, findings: &mut Vec<Finding>) {
    let name = |row: usize| fold(&touchpoints[row].name);
    // Only names with equal hashes are compared.
    let mut hashed: Vec<(u64, usize)> = Vec::with_capacity(touchpoints.len());
    let compared = touchpoints.iter().enumerate().filter(|(_, each)| !each.silences(Rule::DuplicateName));
    hashed.extend(compared.map(|(row, each)| (hash(&each.name), row)));
    hashed.sort_unstable();
    for same_hash in hashed.chunk_by(|one, other| one.0 == other.0).filter(|rows| rows.len() > 1) {
        let mut first = HashMap::new();
        for &(_, row) in same_hash {
            let earlier = *first.entry(name(row)).or_insert(row);
            if earlier == row {
                continue;
            }
            let finding = finding_at(touchpoints, phase, row, Rule::DuplicateName, Some("name"));
            findings.push(Finding { detail: FindingDetail::SameAs(Place::new(phase, earlier)), ..finding });
        }
    }
}

/// Returns a hash that is the same for names that differ only in case and accents.
fn hash(name: &str) -> u64 {
    let mut hasher = Fnv::default();
    if name.is_ascii() {
        name.bytes().for_each(|byte| hasher.write_u8(byte.to_ascii_lowercase()));
    } else {
        hasher.write(fold(name).as_bytes());
    }
    hasher.finish()
}

/// Finds steps that widen, and the biggest loss if nothing is done about it.
fn review_funnel(map: &JourneyMap, findings: &mut Vec<Finding>) {
    let funnel = Funnel::of(map);
    let finding = |rule, phase: Phase, rows: &Range<usize>, field, detail| {
        let touchpoints = map.phase(phase);
        let is_silenced = touchpoints[rows.clone()].iter().any(|each| each.silences(rule));
        // A widening step is shown at its first reach, which is the first one to check.
        let first_reach = || rows.clone().find(|&row| touchpoints[row].reach.is_some());
        let row = if rule == Rule::WideningReach { first_reach() } else { None }.unwrap_or(rows.start);
        (!is_silenced).then(|| Finding { detail, ..finding_at(touchpoints, phase, row, rule, Some(field)) })
    };
    for step in funnel.steps.iter().filter(|step| step.widens) {
        let before = step.since.and_then(|since| funnel.steps[since].reach);
        if let (Some(here), Some(before)) = (step.reach, before) {
            let numbers = FindingDetail::Widening { here, before };
            findings.extend(finding(Rule::WideningReach, step.phase, &step.rows, "reach", numbers));
        }
    }
    if let Some(step) = funnel.biggest_loss.map(|index| &funnel.steps[index]) {
        let is_unanswered = map.phase(step.phase)[step.rows.clone()].iter().all(|each| each.action.is_none());
        if is_unanswered {
            let lost = FindingDetail::Lost(step.lost);
            findings.extend(finding(Rule::BiggestLossUnanswered, step.phase, &step.rows, "action", lost));
        }
    }
}

/// Finds what the map as a whole lacks.
fn review_whole_map(map: &JourneyMap, findings: &mut Vec<Finding>) {
    let finding = |rule, subject| Finding { rule, subject, detail: FindingDetail::None, field: None };
    let empty = Phase::ALL.into_iter().filter(|&phase| map.phase(phase).is_empty());
    findings.extend(empty.map(|phase| finding(Rule::EmptyPhase, FindingSubject::Phase(phase))));
    let has_no = |wanted: fn(&Touchpoint) -> bool| !map.touchpoints().any(|(_, each)| wanted(each));
    if has_conflict_note(map.header().notes.as_ref()) {
        findings.push(Finding { field: Some("notes"), ..finding(Rule::MergeConflict, FindingSubject::Map) });
    }
    if !map.is_empty() && has_no(|each| each.intent == Some(Intent::Unintentional)) {
        findings.push(finding(Rule::NoUnintentional, FindingSubject::Map));
    }
    if !map.phase(Phase::After).is_empty() && has_no(|each| each.kind == Some(Kind::Product)) {
        findings.push(finding(Rule::NoProduct, FindingSubject::Phase(Phase::After)));
    }
}
