//! The journey map: a header and three phases of touchpoints.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Line, Name, Notes, Phase, Place, Touchpoint, TouchpointId};

/// The most touchpoints of a map.
pub const TOUCHPOINT_LIMIT: usize = 1_000_000;

/// The fields of the map itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub title: Name,
    pub company: Option<Line>,
    /// The customer whose journey this is.
    pub persona: Option<Line>,
    pub scenario: Option<Line>,
    pub goal: Option<Line>,
    pub notes: Option<Notes>,
    /// KPIs or OKRs for the whole map.
    pub objectives: Vec<Line>,
    /// What reaches count: people, sessions, accounts.
    pub unit: Option<Line>,
    /// The period of time in which reaches were counted.
    pub period: Option<Line>,
}

impl Header {
    /// Returns a header with a title and nothing else.
    pub fn new(title: Name) -> Header {
        Header { title, ..Header::default() }
    }
}

/// The touchpoints of a phase. Their ids are also kept in a separate vector, which makes searching for an id fast.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Column {
    ids: Vec<TouchpointId>,
    touchpoints: Vec<Arc<Touchpoint>>,
}

/// A customer journey map; clones are cheap because they share their touchpoints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JourneyMap {
    header: Arc<Header>,
    columns: [Arc<Column>; 3],
}

impl JourneyMap {
    /// Returns a map without touchpoints.
    pub fn new(header: Header) -> JourneyMap {
        JourneyMap { header: Arc::new(header), columns: Default::default() }
    }

    /// Returns a map with these touchpoints, and the places of those whose id an earlier touchpoint had.
    ///
    /// A touchpoint without an id, or with an id that is taken, gets one derived from its phase, its name and the number
    /// of earlier touchpoints with that name in the phase.
    pub fn with_touchpoints(header: Header, phases: [Vec<Touchpoint>; 3]) -> (JourneyMap, Vec<Place>) {
        JourneyMap::with_shared_touchpoints(header, phases.map(|phase| phase.into_iter().map(Arc::new).collect()))
    }

    /// Returns the same as [`JourneyMap::with_touchpoints`]. Ids for which `is_reserved` returns true are not given to a
    /// touchpoint without an id.
    pub(crate) fn with_reserved_ids(
        header: Header,
        mut phases: [Vec<Arc<Touchpoint>>; 3],
        is_reserved: impl Fn(TouchpointId, &Touchpoint) -> bool,
    ) -> (JourneyMap, Vec<Place>) {
        let repeated = assign_ids(&mut phases, is_reserved);
        (JourneyMap::from_shared(header, phases), repeated)
    }

    /// Returns the same as [`JourneyMap::with_touchpoints`], without copying the touchpoints.
    pub(crate) fn with_shared_touchpoints(
        header: Header,
        mut phases: [Vec<Arc<Touchpoint>>; 3],
    ) -> (JourneyMap, Vec<Place>) {
        let repeated = assign_ids(&mut phases, |_, _| false);
        (JourneyMap::from_shared(header, phases), repeated)
    }

    /// Returns a map with these touchpoints, all of which have different ids.
    pub(super) fn from_shared(header: Header, phases: [Vec<Arc<Touchpoint>>; 3]) -> JourneyMap {
        let columns = phases.map(|touchpoints| {
            Arc::new(Column { ids: touchpoints.iter().map(|touchpoint| touchpoint.id).collect(), touchpoints })
        });
        JourneyMap { header: Arc::new(header), columns }
    }

    /// Returns the fields of the map itself.
    pub fn header(&self) -> &Arc<Header> {
        &self.header
    }

    /// Returns what the map counts, such as patients.
    pub fn unit(&self) -> Option<&str> {
        self.header.unit.as_deref()
    }

    /// Returns the touchpoints of a phase, in the journey's order.
    pub fn phase(&self, phase: Phase) -> &[Arc<Touchpoint>] {
        &self.columns[phase.index()].touchpoints
    }

    /// Returns the number of touchpoints.
    pub fn len(&self) -> usize {
        Phase::ALL.iter().map(|&phase| self.phase(phase).len()).sum()
    }

    /// True if the map has no touchpoints.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the touchpoint at a place.
    pub fn at(&self, place: Place) -> Option<&Arc<Touchpoint>> {
        self.phase(place.phase).get(place.row)
    }

    /// Returns the place of the touchpoint with this id.
    pub fn find(&self, id: TouchpointId) -> Option<Place> {
        Phase::ALL.into_iter().find_map(|phase| self.row_in(phase, id).map(|row| Place { phase, row }))
    }

    /// Returns the row of the touchpoint with this id in a phase.
    pub(crate) fn row_in(&self, phase: Phase, id: TouchpointId) -> Option<usize> {
        self.columns[phase.index()].ids.iter().position(|&each| each == id)
    }

    /// Returns the ids of all touchpoints, in the journey's order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = TouchpointId> {
        self.columns.iter().flat_map(|column| column.ids.iter().copied())
    }

    /// Returns the touchpoint with this id.
    pub fn touchpoint(&self, id: TouchpointId) -> Option<&Arc<Touchpoint>> {
        self.find(id).and_then(|place| self.at(place))
    }

    /// Returns every touchpoint with its place, by its id.
    pub(crate) fn by_id(&self) -> HashMap<TouchpointId, (Place, &Arc<Touchpoint>)> {
        self.touchpoints().map(|(place, touchpoint)| (touchpoint.id, (place, touchpoint))).collect()
    }

    /// Returns every touchpoint with its place, in the journey's order.
    pub fn touchpoints(&self) -> impl DoubleEndedIterator<Item = (Place, &Arc<Touchpoint>)> {
        Phase::ALL.into_iter().flat_map(|phase| {
            let rows = self.phase(phase).iter().enumerate();
            rows.map(move |(row, touchpoint)| (Place { phase, row }, touchpoint))
        })
    }

    pub(super) fn set_header(&mut self, header: Arc<Header>) {
        self.header = header;
    }

    /// Replaces `count` touchpoints from `at` on by `inserted`, and returns those that were replaced.
    pub(super) fn splice(&mut self, at: Place, count: usize, inserted: &[Arc<Touchpoint>]) -> Vec<Arc<Touchpoint>> {
        let column = Arc::make_mut(&mut self.columns[at.phase.index()]);
        let rows = at.row..at.row + count;
        column.ids.splice(rows.clone(), inserted.iter().map(|touchpoint| touchpoint.id));
        column.touchpoints.splice(rows, inserted.iter().cloned()).collect()
    }
}

/// Gives an id to every touchpoint without one; returns the places of those whose id an earlier touchpoint has.
fn assign_ids(
    phases: &mut [Vec<Arc<Touchpoint>>; 3],
    is_reserved: impl Fn(TouchpointId, &Touchpoint) -> bool,
) -> Vec<Place> {
    let mut repeated = Vec::new();
    let mut without_id = Vec::new();
    let mut taken = HashSet::with_capacity(phases.iter().map(Vec::len).sum());
    for phase in Phase::ALL {
        for (row, touchpoint) in phases[phase.index()].iter().enumerate() {
            let place = Place { phase, row };
            if touchpoint.id == TouchpointId::NONE {
                without_id.push(place);
            } else if !taken.insert(touchpoint.id) {
                without_id.push(place);
                repeated.push(place);
            }
        }
    }
    for phase in Phase::ALL {
        let mut rows = without_id.iter().filter(|place| place.phase == phase).map(|place| place.row).peekable();
        if rows.peek().is_none() {
            continue;
        }
        let touchpoints = &mut phases[phase.index()];
        let mut occurrences = HashMap::<&str, u64>::new();
        let mut derived = Vec::new();
        for (row, touchpoint) in touchpoints.iter().enumerate() {
            let occurrence = occurrences.entry(&touchpoint.name).or_default();
            if rows.next_if_eq(&row).is_some() {
                let mut attempts = (0..).map(|n| TouchpointId::derived(phase, &touchpoint.name, *occurrence, n));
                let is_free =
                    |id: &TouchpointId| !id.looks_like_number() && !is_reserved(*id, touchpoint) && taken.insert(*id);
                derived.extend(attempts.find(is_free).map(|id| (row, id)));
            }
            *occurrence += 1;
        }
        for (row, id) in derived {
            Arc::make_mut(&mut touchpoints[row]).id = id;
        }
    }
    repeated
}
