//! The journey map: its own facts and three columns of touchpoints.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Line, Name, Notes, Phase, Place, Touchpoint, TouchpointId};

/// What a map says of itself, besides its touchpoints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub title: Name,
    pub company: Option<Line>,
    /// Whose journey this is.
    pub persona: Option<Line>,
    pub scenario: Option<Line>,
    pub goal: Option<Line>,
    pub notes: Option<Notes>,
    /// KPIs or OKRs of the whole map.
    pub objectives: Vec<Line>,
    /// What reaches count (people, sessions, accounts).
    pub unit: Option<Line>,
    /// The time in which reaches were counted.
    pub period: Option<Line>,
}

impl Header {
    /// A header of which only the title is known.
    pub fn new(title: Name) -> Header {
        Header { title, ..Header::default() }
    }
}

/// One phase's touchpoints, with their identities side by side so that a search stays in one strip of memory.
#[derive(Clone, Debug, Default)]
struct Column {
    ids: Vec<TouchpointId>,
    touchpoints: Vec<Arc<Touchpoint>>,
}

/// A customer journey map; copies are cheap and share their touchpoints.
#[derive(Clone, Debug)]
pub struct JourneyMap {
    header: Arc<Header>,
    columns: [Arc<Column>; 3],
}

impl PartialEq for JourneyMap {
    fn eq(&self, other: &JourneyMap) -> bool {
        self.header == other.header && Phase::ALL.iter().all(|&phase| self.phase(phase) == other.phase(phase))
    }
}

impl Eq for JourneyMap {}

impl JourneyMap {
    /// A map without touchpoints.
    pub fn new(header: Header) -> JourneyMap {
        JourneyMap { header: Arc::new(header), columns: Default::default() }
    }

    /// A map of these touchpoints, in this order; also gives the places whose identity was taken by an earlier one.
    ///
    /// A touchpoint without identity, or with one that is taken, gets one derived from its phase, name and
    /// occurrence.
    pub fn with_touchpoints(header: Header, phases: [Vec<Touchpoint>; 3]) -> (JourneyMap, Vec<Place>) {
        let mut phases = phases;
        let repeated = settle_ids(&mut phases);
        let columns = phases.map(|touchpoints| {
            Arc::new(Column {
                ids: touchpoints.iter().map(|touchpoint| touchpoint.id).collect(),
                touchpoints: touchpoints.into_iter().map(Arc::new).collect(),
            })
        });
        (JourneyMap { header: Arc::new(header), columns }, repeated)
    }

    /// A map of touchpoints of which no two have the same identity.
    pub(super) fn of_shared(header: Header, phases: [Vec<Arc<Touchpoint>>; 3]) -> JourneyMap {
        let columns = phases.map(|touchpoints| {
            Arc::new(Column { ids: touchpoints.iter().map(|touchpoint| touchpoint.id).collect(), touchpoints })
        });
        JourneyMap { header: Arc::new(header), columns }
    }

    /// What the map says of itself.
    pub fn header(&self) -> &Arc<Header> {
        &self.header
    }

    /// The touchpoints of a phase, in the journey's order.
    pub fn phase(&self, phase: Phase) -> &[Arc<Touchpoint>] {
        &self.columns[phase.index()].touchpoints
    }

    /// How many touchpoints the map has.
    pub fn len(&self) -> usize {
        Phase::ALL.iter().map(|&phase| self.phase(phase).len()).sum()
    }

    /// Whether the map has no touchpoint.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The touchpoint at a place.
    pub fn at(&self, place: Place) -> Option<&Arc<Touchpoint>> {
        self.phase(place.phase).get(place.row)
    }

    /// Where the touchpoint of that identity stands.
    pub fn find(&self, id: TouchpointId) -> Option<Place> {
        Phase::ALL.into_iter().find_map(|phase| self.row_in(phase, id).map(|row| Place { phase, row }))
    }

    /// The row of a phase at which the touchpoint of that identity stands.
    pub fn row_in(&self, phase: Phase, id: TouchpointId) -> Option<usize> {
        self.columns[phase.index()].ids.iter().position(|&each| each == id)
    }

    /// The touchpoint of that identity.
    pub fn touchpoint(&self, id: TouchpointId) -> Option<&Arc<Touchpoint>> {
        self.find(id).and_then(|place| self.at(place))
    }

    /// Every touchpoint with its place, in the journey's order.
    pub fn touchpoints(&self) -> impl DoubleEndedIterator<Item = (Place, &Arc<Touchpoint>)> {
        Phase::ALL.into_iter().flat_map(|phase| {
            let rows = self.phase(phase).iter().enumerate();
            rows.map(move |(row, touchpoint)| (Place { phase, row }, touchpoint))
        })
    }

    pub(super) fn set_header(&mut self, header: Arc<Header>) {
        self.header = header;
    }

    /// Puts `inserted` in the place of `removed` touchpoints from `at` on, and gives those taken out.
    pub(super) fn splice(&mut self, at: Place, removed: usize, inserted: &[Arc<Touchpoint>]) -> Vec<Arc<Touchpoint>> {
        let column = Arc::make_mut(&mut self.columns[at.phase.index()]);
        let rows = at.row..at.row + removed;
        column.ids.splice(rows.clone(), inserted.iter().map(|touchpoint| touchpoint.id));
        column.touchpoints.splice(rows, inserted.iter().cloned()).collect()
    }
}

fn settle_ids(phases: &mut [Vec<Touchpoint>; 3]) -> Vec<Place> {
    let mut repeated = Vec::new();
    let mut unsettled = Vec::new();
    let mut taken = HashSet::with_capacity(phases.iter().map(Vec::len).sum());
    for phase in Phase::ALL {
        for (row, touchpoint) in phases[phase.index()].iter().enumerate() {
            let place = Place { phase, row };
            if touchpoint.id == TouchpointId::NONE {
                unsettled.push(place);
            } else if !taken.insert(touchpoint.id) {
                unsettled.push(place);
                repeated.push(place);
            }
        }
    }
    for phase in Phase::ALL {
        let mut rows = unsettled.iter().filter(|place| place.phase == phase).map(|place| place.row).peekable();
        if rows.peek().is_none() {
            continue;
        }
        let mut occurrences = HashMap::<Name, u64>::new();
        for (row, touchpoint) in phases[phase.index()].iter_mut().enumerate() {
            let occurrence = occurrences.entry(touchpoint.name.clone()).or_default();
            if rows.next_if_eq(&row).is_some() {
                let mut attempts = (0..).map(|n| TouchpointId::derived(phase, &touchpoint.name, *occurrence, n));
                if let Some(id) = attempts.find(|id| taken.insert(*id)) {
                    touchpoint.id = id;
                }
            }
            *occurrence += 1;
        }
    }
    repeated
}
