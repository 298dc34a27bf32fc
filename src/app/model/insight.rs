//! What is computed from the map: its funnel always, its balance, priorities and review while they are shown.

use std::collections::HashSet;

use crate::app::model::filter_matches::FilterMatches;
use crate::app::model::pane::SidePane;
use crate::lang::Lang;
use crate::map::balance::Balance;
use crate::map::review::Reviewer;
use crate::map::{Document, Filter, Funnel, JourneyMap, Priorities, Review, Revision, Summary, TouchpointId};

/// What is computed from a map.
#[derive(Debug)]
pub struct Insight {
    pub funnel: Funnel,
    /// What the funnel comes down to, in sentences; while a step widens, what would help is in doubt and not said.
    pub said: Vec<String>,
    /// Computed only where there is no number for a funnel.
    pub balance: Option<Balance>,
}

impl Insight {
    /// Computes everything for a map, and says it in the user's language.
    pub fn of(map: &JourneyMap, lang: &Lang) -> Insight {
        let funnel = Funnel::of(map);
        let balance = funnel.buyers.is_none().then(|| Balance::of(map));
        let mut summary = Summary::of(map, &funnel);
        summary.lever = summary.lever.filter(|_| !funnel.steps.iter().any(|step| step.widens));
        let said = lang.summary(&summary, map, &funnel);
        Insight { funnel, said, balance }
    }
}

/// What stands beside the columns in place of the funnel.
#[derive(Debug)]
pub enum SideContent {
    Nothing,
    Balance(Box<Balance>),
    Priorities(Priorities),
    Review(Review),
}

/// The insight of a document, kept because a funnel of 100,000 touchpoints takes milliseconds.
#[derive(Debug)]
pub struct InsightCache {
    /// The state of the document that the insight is of.
    revision: Revision,
    /// The state of the document in which the funnel became what it is.
    numbers: Revision,
    insight: Insight,
    side: SidePane,
    listed: SideContent,
    /// Who reviews; made when the first review is wanted.
    reviewer: Option<Reviewer>,
    /// What the filter wants; none without a filter.
    kept: Option<FilterMatches>,
}

impl InsightCache {
    /// Computes what is always shown for a document as it is.
    pub fn of(document: &Document, lang: &Lang) -> InsightCache {
        let (revision, numbers) = (document.revision(), document.funnel_revision());
        let insight = Insight::of(document.map(), lang);
        let (side, listed) = (SidePane::Funnel, SideContent::Nothing);
        InsightCache { revision, numbers, insight, side, listed, reviewer: None, kept: None }
    }

    /// The insight of the document as it was followed last.
    pub fn current(&self) -> &Insight {
        &self.insight
    }

    /// What stands beside the columns, of the document as it was followed last.
    pub fn side_content(&self) -> &SideContent {
        &self.listed
    }

    /// What the filter wants, of the document as it was followed last; none without a filter.
    pub fn filter_matches(&self) -> Option<&FilterMatches> {
        self.kept.as_ref()
    }

    /// Reviews the document as it is.
    pub fn review(&mut self, document: &Document, repeated: &HashSet<TouchpointId>) -> Review {
        self.reviewer.get_or_insert_with(Reviewer::new).review(document.map(), repeated)
    }

    /// Finds again what a filter wants, where it or the document has changed.
    pub fn sift(&mut self, document: &Document, filter: Option<&Filter>, repeated: &HashSet<TouchpointId>) {
        let Some(filter) = filter else {
            self.kept = None;
            return;
        };
        if self.kept.as_ref().is_none_or(|kept| !kept.is_current(document, filter)) {
            let review = if filter.needs_review() { self.review(document, repeated) } else { Review::default() };
            self.kept = Some(FilterMatches::of(document, filter, &review));
        }
    }

    /// Computes again what a change of the document, or of what is shown, can have altered.
    ///
    /// `repeated` are the touchpoints whose identity another one has in the file.
    pub fn follow(&mut self, document: &Document, lang: &Lang, side: SidePane, repeated: &HashSet<TouchpointId>) {
        let is_changed = self.revision != document.revision();
        if is_changed {
            self.revision = document.revision();
            if self.numbers == document.funnel_revision() {
                let balance = || Balance::of(document.map());
                self.insight.balance = self.insight.funnel.buyers.is_none().then(balance);
            } else {
                self.numbers = document.funnel_revision();
                self.insight = Insight::of(document.map(), lang);
            }
        }
        if is_changed || self.side != side {
            self.side = side;
            let map = document.map();
            self.listed = match side {
                SidePane::Funnel => SideContent::Nothing,
                SidePane::Balance => SideContent::Balance(Box::new(Balance::of(map))),
                SidePane::Priorities => SideContent::Priorities(Priorities::of(map, &self.insight.funnel)),
                SidePane::Review => SideContent::Review(self.review(document, repeated)),
            };
        }
    }
}
