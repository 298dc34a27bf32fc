//! Results computed from the map: the funnel always; balance, priorities and review while they are shown.

use std::collections::HashSet;

use crate::app::model::filter_matches::FilterMatches;
use crate::app::model::pane::SidePane;
use crate::lang::Lang;
use crate::map::balance::Balance;
use crate::map::review::Reviewer;
use crate::map::{Date, Document, Filter, Funnel, JourneyMap, Priorities, Review, Revision, Summary, TouchpointId};

/// The results that are always shown.
#[derive(Debug, PartialEq)]
pub struct Insight {
    pub funnel: Funnel,
    /// The summary of the funnel in sentences.
    pub summary: Vec<String>,
    /// Computed only if the map has no reach for a funnel.
    pub balance: Option<Balance>,
}

impl Insight {
    /// Computes the results, with the summary in the user's language.
    ///
    /// The funnel begins at the step of the touchpoint `begin`, unless no reach is known from there on.
    pub fn of(map: &JourneyMap, begin: Option<TouchpointId>, lang: &Lang) -> Insight {
        let funnel = funnel_from(map, begin);
        let balance = funnel.buyers.is_none().then(|| Balance::of(map));
        let summary = lang.summary(&Summary::of(map, &funnel), map, &funnel);
        Insight { funnel, summary, balance }
    }
}

/// Returns the funnel of a map from the step of a touchpoint on, or the whole funnel if it would have no buyers.
fn funnel_from(map: &JourneyMap, begin: Option<TouchpointId>) -> Funnel {
    let whole = Funnel::of(map);
    let index = begin.and_then(|id| map.find(id)).and_then(|place| whole.step_at(place)).filter(|&index| index > 0);
    let from_there = index.map(|index| Funnel::beginning_at(map, index));
    from_there.filter(|funnel| funnel.buyers.is_some()).unwrap_or(whole)
}

/// The content of the side pane instead of the funnel.
#[derive(Debug)]
pub(crate) enum SideContent {
    Nothing,
    Balance(Box<Balance>),
    Priorities(Priorities),
    Review(Review),
    /// The room, which is no result of the map.
    Room,
}

/// The results of a document; cached, because a funnel of 100,000 touchpoints takes milliseconds.
#[derive(Debug)]
pub struct InsightCache {
    /// The revision that was computed.
    revision: Revision,
    /// The last revision in which the funnel changed.
    funnel_revision: Revision,
    insight: Insight,
    side: SidePane,
    side_content: SideContent,
    /// The touchpoint at whose step the funnel begins.
    begin: Option<TouchpointId>,
    /// The current day, for the review; none if it is unknown.
    today: Option<Date>,
    /// The matches of the filter; `None` without a filter.
    filter_matches: Option<FilterMatches>,
}

impl InsightCache {
    /// Computes the results of a document.
    pub fn of(document: &Document, lang: &Lang) -> InsightCache {
        let (revision, funnel_revision) = (document.revision(), document.funnel_revision());
        let insight = Insight::of(document.map(), None, lang);
        let (side, side_content) = (SidePane::Funnel, SideContent::Nothing);
        InsightCache {
            revision,
            funnel_revision,
            insight,
            side,
            side_content,
            begin: None,
            today: None,
            filter_matches: None,
        }
    }

    /// Returns the results as of the last refresh.
    pub fn current(&self) -> &Insight {
        &self.insight
    }

    /// Returns the content of the side pane as of the last refresh.
    pub(crate) fn side_content(&self) -> &SideContent {
        &self.side_content
    }

    /// Returns the matches of the filter as of the last refresh.
    pub fn filter_matches(&self) -> Option<&FilterMatches> {
        self.filter_matches.as_ref()
    }

    /// Sets the touchpoint at whose step the funnel begins, and computes the funnel anew if it is another one.
    pub(crate) fn set_begin(&mut self, document: &Document, begin: Option<TouchpointId>, lang: &Lang) {
        if self.begin != begin {
            self.begin = begin;
            self.insight = Insight::of(document.map(), begin, lang);
            self.funnel_revision = document.funnel_revision();
        }
    }

    /// Sets the current day, for the review.
    pub(crate) fn set_today(&mut self, today: Option<Date>) {
        self.today = today;
    }

    /// Reviews the document.
    pub fn review(&self, document: &Document, repeated: &HashSet<TouchpointId>) -> Review {
        Reviewer::new().on(self.today).review(document.map(), repeated)
    }

    /// Recomputes the matches of the filter if the filter or the document has changed.
    pub(crate) fn refresh_filter(
        &mut self,
        document: &Document,
        filter: Option<&Filter>,
        repeated: &HashSet<TouchpointId>,
    ) {
        let Some(filter) = filter else {
            self.filter_matches = None;
            return;
        };
        if self.filter_matches.as_ref().is_none_or(|matches| !matches.is_current(document, filter)) {
            let review = if filter.needs_review() { self.review(document, repeated) } else { Review::default() };
            self.filter_matches = Some(FilterMatches::of(document, filter, &review));
        }
    }

    /// Recomputes what a change of the document or of the side pane affects.
    ///
    /// `repeated` are the touchpoints whose id is not unique in the file.
    pub(crate) fn refresh(
        &mut self,
        document: &Document,
        lang: &Lang,
        side: SidePane,
        repeated: &HashSet<TouchpointId>,
    ) {
        let is_changed = self.revision != document.revision();
        if is_changed {
            self.revision = document.revision();
            if self.funnel_revision == document.funnel_revision() {
                let balance = || Balance::of(document.map());
                self.insight.balance = self.insight.funnel.buyers.is_none().then(balance);
            } else {
                self.funnel_revision = document.funnel_revision();
                self.insight = Insight::of(document.map(), self.begin, lang);
            }
        }
        if is_changed || self.side != side {
            self.side = side;
            let map = document.map();
            self.side_content = match side {
                SidePane::Funnel => SideContent::Nothing,
                SidePane::Balance => SideContent::Balance(Box::new(Balance::of(map))),
                SidePane::Priorities => SideContent::Priorities(Priorities::of(map, &self.insight.funnel)),
                SidePane::Review => SideContent::Review(self.review(document, repeated)),
                SidePane::Room => SideContent::Room,
            };
        }
    }
}
