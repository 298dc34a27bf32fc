//! The bundled templates: example maps to learn from and to start with.

use std::collections::HashSet;

use super::ron_text;
use crate::map::{IdSource, JourneyMap, Phase, Touchpoint};

/// A bundled template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    Retail,
    Travel,
    B2b,
    Trial,
    FlashSale,
}

/// The texts of a template, in English and in Spanish.
macro_rules! template_texts {
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

    /// Returns the name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Template::Retail => "retail",
            Template::Travel => "travel",
            Template::B2b => "b2b",
            Template::Trial => "trial",
            Template::FlashSale => "flash-sale",
        }
    }

    /// Returns the template with this name.
    pub fn named(name: &str) -> Option<Template> {
        Template::ALL.into_iter().find(|template| template.name() == name)
    }

    fn text(self, spanish: bool) -> &'static str {
        let texts = match self {
            Template::Retail => template_texts!("retail"),
            Template::Travel => template_texts!("travel"),
            Template::B2b => template_texts!("b2b"),
            Template::Trial => template_texts!("trial"),
            Template::FlashSale => template_texts!("flash-sale"),
        };
        texts[usize::from(spanish)]
    }

    /// Returns the map with the ids of the template, for showing it.
    pub(crate) fn preview(self, spanish: bool) -> Option<JourneyMap> {
        ron_text::parse(self.text(spanish)).ok().map(|parsed| parsed.map)
    }

    /// Returns a new map made from the template, with new ids.
    pub fn map(self, spanish: bool, ids: &mut IdSource) -> Option<JourneyMap> {
        let parsed = ron_text::parse(self.text(spanish)).ok()?;
        let mut taken = HashSet::new();
        let phases = Phase::ALL.map(|phase| {
            let touchpoints = parsed.map.phase(phase).iter();
            let copies = touchpoints.map(|touchpoint| {
                let id = ids.fresh(|id| taken.contains(&id));
                taken.insert(id);
                Touchpoint { id, ..Touchpoint::clone(touchpoint) }
            });
            copies.collect()
        });
        Some(JourneyMap::with_touchpoints(parsed.map.header().as_ref().clone(), phases).0)
    }
}
