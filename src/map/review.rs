//! The review of a map: what the method would do otherwise, and which field would mend it.

use std::collections::{HashMap, HashSet};
use std::hash::Hasher;
use std::ops::Range;
use std::sync::Arc;

use super::channel::BareNameDetector;
use super::fnv::Fnv;
use super::step::steps;
use super::text::fold;
use super::{Agent, Funnel, Intent, JourneyMap, Kind, Phase, Place, Rule, Severity, Touchpoint, TouchpointId};

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingSubject {
    Touchpoint { id: TouchpointId, place: Place },
    Phase(Phase),
    Map,
}

/// What else there is to say of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingDetail {
    None,
    /// The earlier touchpoint with the same name.
    SameAs(Place),
    /// Customers at this step, and at the step before.
    Widening {
        here: u128,
        before: u128,
    },
    /// Customers lost at this step.
    Lost(u128),
    /// Which of the two tags are missing.
    Untagged {
        kind: bool,
        intent: bool,
    },
}

/// One thing that the review found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: Rule,
    pub subject: FindingSubject,
    pub detail: FindingDetail,
    /// The field that would mend it, by its name in the file; none when no single field would.
    pub field: Option<&'static str>,
}

impl Finding {
    /// How grave it is.
    pub const fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// The touchpoint that it is about.
    pub const fn touchpoint(&self) -> Option<TouchpointId> {
        match self.subject {
            FindingSubject::Touchpoint { id, .. } => Some(id),
            FindingSubject::Phase(_) | FindingSubject::Map => None,
        }
    }

    /// The phase that it is about, or in which its touchpoint is.
    pub const fn phase(&self) -> Option<Phase> {
        match self.subject {
            FindingSubject::Touchpoint { place, .. } => Some(place.phase),
            FindingSubject::Phase(phase) => Some(phase),
            FindingSubject::Map => None,
        }
    }

    /// Warnings before hints, each in the journey's order, what is about the whole map last.
    fn order(&self) -> (Severity, usize, usize, Rule) {
        let (phase, row) = match self.subject {
            FindingSubject::Touchpoint { place, .. } => (place.phase.index(), place.row + 1),
            FindingSubject::Phase(phase) => (phase.index(), 0),
            FindingSubject::Map => (Phase::ALL.len(), 0),
        };
        (self.severity(), phase, row, self.rule)
    }
}

/// All that was found in a map: warnings before hints, each in the journey's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    pub findings: Vec<Finding>,
}

impl Review {
    /// How many findings are of that severity.
    pub fn count(&self, severity: Severity) -> usize {
        // Warnings come first.
        let warnings = self.findings.partition_point(|finding| finding.severity() == Severity::Warning);
        match severity {
            Severity::Warning => warnings,
            Severity::Hint => self.findings.len() - warnings,
        }
    }

    /// The rules of which there are findings about each touchpoint, the gravest first.
    pub fn by_touchpoint(&self) -> HashMap<TouchpointId, Vec<Rule>> {
        let mut rules = HashMap::<TouchpointId, Vec<Rule>>::new();
        for finding in &self.findings {
            if let Some(id) = finding.touchpoint() {
                rules.entry(id).or_default().push(finding.rule);
            }
        }
        rules
    }

    /// The rules of which there are findings, each with their number.
    pub fn rules(&self) -> Vec<(Rule, usize)> {
        let mut counts = [0; Rule::ALL.len()];
        for finding in &self.findings {
            counts[finding.rule as usize] += 1;
        }
        Rule::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0).collect()
    }
}

/// Reviews a map that was read without repeated identities.
pub fn review(map: &JourneyMap) -> Review {
    Reviewer::new().review(map, &HashSet::new())
}

/// What a review needs to know besides the map; made once for many reviews.
#[derive(Clone, Debug, Default)]
pub struct Reviewer {
    bare_names: BareNameDetector,
}

impl Reviewer {
    /// A reviewer who knows the bundled channels.
    pub fn new() -> Reviewer {
        Reviewer::default()
    }

    /// Reviews a map; `repeated` are the touchpoints that got another identity when they were read, because an earlier
    /// one had theirs.
    pub fn review(&self, map: &JourneyMap, repeated: &HashSet<TouchpointId>) -> Review {
        let mut findings = Vec::new();
        for phase in Phase::ALL {
            let touchpoints = map.phase(phase);
            for rows in steps(touchpoints) {
                for row in rows.clone() {
                    let own = self.of_touchpoint(&touchpoints[row], &touchpoints[rows.clone()]);
                    findings.extend(own.map(|(rule, field)| at(touchpoints, phase, row, rule, field)));
                }
            }
            same_names(touchpoints, phase, &mut findings);
        }
        for (place, touchpoint) in map.touchpoints().filter(|_| !repeated.is_empty()) {
            if repeated.contains(&touchpoint.id) && !touchpoint.accepts(Rule::DuplicateId) {
                findings.push(at(map.phase(place.phase), place.phase, place.row, Rule::DuplicateId, None));
            }
        }
        of_the_funnel(map, &mut findings);
        of_the_whole(map, &mut findings);
        findings.sort_by_key(Finding::order);
        Review { findings }
    }

    /// What is found about a touchpoint by itself and its alternatives, the touchpoints of its step, with the fields that
    /// would mend it.
    pub fn of_touchpoint(
        &self,
        touchpoint: &Touchpoint,
        step: &[Arc<Touchpoint>],
    ) -> impl Iterator<Item = (Rule, Option<&'static str>)> {
        let critical = touchpoint.critical;
        let is_person = |each: &Arc<Touchpoint>| each.agent == Some(Agent::Person);
        let machine_alone = || touchpoint.agent == Some(Agent::Machine) && !step.iter().any(is_person);
        let unhappy = touchpoint.emotion.is_some_and(|emotion| emotion.value() < 0);
        let unanswered = touchpoint.action.is_none();
        let tag = if touchpoint.kind.is_none() { "kind" } else { "intent" };
        let untagged = touchpoint.kind.is_none() || touchpoint.intent.is_none();
        let planned = touchpoint.intent == Some(Intent::Intentional);
        let rules = [
            (Rule::ChannelOnly, "name", self.bare_names.is_bare(&touchpoint.name)),
            (Rule::MachineAtCritical, "agent", critical && machine_alone()),
            (Rule::UnhappyCritical, if unanswered { "action" } else { "emotion" }, critical && unhappy),
            (Rule::UnownedCritical, "owner", critical && touchpoint.owner.is_none()),
            (Rule::UnansweredUnintentional, "action", touchpoint.intent == Some(Intent::Unintentional) && unanswered),
            (Rule::Untagged, tag, untagged),
            (Rule::NoNeed, "need", touchpoint.need.is_none()),
            (Rule::NoKpi, "kpi", critical && planned && touchpoint.kpi.is_none()),
        ];
        rules
            .into_iter()
            .filter(|(rule, _, holds)| *holds && !touchpoint.accepts(*rule))
            .map(|(rule, field, _)| (rule, Some(field)))
    }
}

fn at(touchpoints: &[Arc<Touchpoint>], phase: Phase, row: usize, rule: Rule, field: Option<&'static str>) -> Finding {
    let touchpoint = &touchpoints[row];
    let subject = FindingSubject::Touchpoint { id: touchpoint.id, place: Place::new(phase, row) };
    let (kind, intent) = (touchpoint.kind.is_none(), touchpoint.intent.is_none());
    let detail = if rule == Rule::Untagged { FindingDetail::Untagged { kind, intent } } else { FindingDetail::None };
    Finding { rule, subject, detail, field }
}

/// Touchpoints with the name of an earlier one of their phase; who accepts that is not compared.
fn same_names(touchpoints: &[Arc<Touchpoint>], phase: Phase, findings: &mut Vec<Finding>) {
    let name = |row: usize| fold(&touchpoints[row].name);
    // Names are only compared where their hashes are the same.
    let mut hashed: Vec<(u64, usize)> = Vec::with_capacity(touchpoints.len());
    let compared = touchpoints.iter().enumerate().filter(|(_, each)| !each.accepts(Rule::DuplicateName));
    hashed.extend(compared.map(|(row, each)| (hash(&each.name), row)));
    hashed.sort_unstable();
    for alike in hashed.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1) {
        let mut first = HashMap::new();
        for &(_, row) in alike {
            let earlier = *first.entry(name(row)).or_insert(row);
            if earlier == row {
                continue;
            }
            let finding = at(touchpoints, phase, row, Rule::DuplicateName, Some("name"));
            findings.push(Finding { detail: FindingDetail::SameAs(Place::new(phase, earlier)), ..finding });
        }
    }
}

/// A number that is the same for names that are, case and accents aside.
fn hash(name: &str) -> u64 {
    let mut hasher = Fnv::default();
    if name.is_ascii() {
        name.bytes().for_each(|byte| hasher.write_u8(byte.to_ascii_lowercase()));
    } else {
        hasher.write(fold(name).as_bytes());
    }
    hasher.finish()
}

/// Steps that widen, and the step that loses most customers.
fn of_the_funnel(map: &JourneyMap, findings: &mut Vec<Finding>) {
    let funnel = Funnel::of(map);
    let finding = |rule, phase: Phase, rows: &Range<usize>, field, detail| {
        let touchpoints = map.phase(phase);
        let accepted = touchpoints[rows.clone()].iter().any(|each| each.accepts(rule));
        // The first number of the step, where there is one, is the first to be looked at.
        let with_reach = || rows.clone().find(|&row| touchpoints[row].reach.is_some());
        let row = if rule == Rule::WideningReach { with_reach() } else { None }.unwrap_or(rows.start);
        (!accepted).then(|| Finding { detail, ..at(touchpoints, phase, row, rule, Some(field)) })
    };
    for step in funnel.steps.iter().filter(|step| step.widens) {
        let before = step.since.and_then(|since| funnel.steps[since].reach);
        if let (Some(here), Some(before)) = (step.reach, before) {
            let numbers = FindingDetail::Widening { here, before };
            findings.extend(finding(Rule::WideningReach, step.phase, &step.rows, "reach", numbers));
        }
    }
    if let Some(step) = funnel.biggest_loss.map(|index| &funnel.steps[index]) {
        let unanswered = map.phase(step.phase)[step.rows.clone()].iter().all(|each| each.action.is_none());
        if unanswered {
            let lost = FindingDetail::Lost(step.lost);
            findings.extend(finding(Rule::BiggestLossUnanswered, step.phase, &step.rows, "action", lost));
        }
    }
}

/// What the map as a whole lacks.
fn of_the_whole(map: &JourneyMap, findings: &mut Vec<Finding>) {
    let whole = |rule, subject| Finding { rule, subject, detail: FindingDetail::None, field: None };
    let empty = Phase::ALL.into_iter().filter(|&phase| map.phase(phase).is_empty());
    findings.extend(empty.map(|phase| whole(Rule::EmptyPhase, FindingSubject::Phase(phase))));
    let none_is = |wanted: fn(&Touchpoint) -> bool| !map.touchpoints().any(|(_, each)| wanted(each));
    if !map.is_empty() && none_is(|each| each.intent == Some(Intent::Unintentional)) {
        findings.push(whole(Rule::NoUnintentional, FindingSubject::Map));
    }
    if !map.phase(Phase::After).is_empty() && none_is(|each| each.kind == Some(Kind::Product)) {
        findings.push(whole(Rule::NoProduct, FindingSubject::Phase(Phase::After)));
    }
}
