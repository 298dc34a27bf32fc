//! The bundled templates: maps worth learning from.

use std::collections::HashSet;

use super::ron_text;
use crate::map::{IdSource, JourneyMap, Phase, Touchpoint};

/// A bundled map to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    Retail,
    Travel,
    B2b,
    Trial,
    FlashSale,
}

macro_rules! bundled {
    ($name:literal) => {
        [
            include_str!(concat!("../../assets/templates/en/", $name, ".ron")),
            include_str!(concat!("../../assets/templates/es/", $name, ".ron")),
        ]
    };
}

impl Template {
    /// Every template.
    pub const ALL: [Template; 5] =
        [Template::Retail, Template::Travel, Template::B2b, Template::Trial, Template::FlashSale];

    /// The template's name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Template::Retail => "retail",
            Template::Travel => "travel",
            Template::B2b => "b2b",
            Template::Trial => "trial",
            Template::FlashSale => "flash-sale",
        }
    }

    /// The template of that name.
    pub fn named(name: &str) -> Option<Template> {
        Template::ALL.into_iter().find(|template| template.name() == name)
    }

    /// The template's text, in Spanish or in English.
    fn text(self, spanish: bool) -> &'static str {
        let texts = match self {
            Template::Retail => bundled!("retail"),
            Template::Travel => bundled!("travel"),
            Template::B2b => bundled!("b2b"),
            Template::Trial => bundled!("trial"),
            Template::FlashSale => bundled!("flash-sale"),
        };
        texts[usize::from(spanish)]
    }

    /// The map as it is bundled, to be looked at.
    pub fn preview(self, spanish: bool) -> Option<JourneyMap> {
        ron_text::parse(self.text(spanish)).ok().map(|parsed| parsed.map)
    }

    /// A new map made from the template, with identities of its own.
    pub fn map(self, spanish: bool, ids: &mut IdSource) -> Option<JourneyMap> {
        let parsed = ron_text::parse(self.text(spanish)).ok()?;
        let mut taken = HashSet::new();
        let phases = Phase::ALL.map(|phase| {
            let touchpoints = parsed.map.phase(phase).iter();
            let renewed = touchpoints.map(|touchpoint| {
                let id = ids.fresh(|id| taken.contains(&id));
                taken.insert(id);
                Touchpoint { id, ..Touchpoint::clone(touchpoint) }
            });
            renewed.collect()
        });
        Some(JourneyMap::with_touchpoints(parsed.map.header().as_ref().clone(), phases).0)
    }
}
