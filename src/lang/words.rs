//! The method's own words.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::{Agent, Contact, Emotion, Evidence, Intent, Kind, Phase};

impl Lang {
    pub fn phase(&self, phase: Phase) -> String {
        match phase {
            Phase::Before => fl!(self.loader, "phase-before"),
            Phase::During => fl!(self.loader, "phase-during"),
            Phase::After => fl!(self.loader, "phase-after"),
        }
    }

    pub fn kind(&self, kind: Kind) -> String {
        match kind {
            Kind::Online => fl!(self.loader, "kind-online"),
            Kind::Offline => fl!(self.loader, "kind-offline"),
            Kind::Product => fl!(self.loader, "kind-product"),
        }
    }

    pub fn intent(&self, intent: Intent) -> String {
        match intent {
            Intent::Intentional => fl!(self.loader, "intent-intentional"),
            Intent::Unintentional => fl!(self.loader, "intent-unintentional"),
        }
    }

    pub fn contact(&self, contact: Contact) -> String {
        match contact {
            Contact::Direct => fl!(self.loader, "contact-direct"),
            Contact::Indirect => fl!(self.loader, "contact-indirect"),
        }
    }

    pub fn agent(&self, agent: Agent) -> String {
        match agent {
            Agent::Person => fl!(self.loader, "agent-person"),
            Agent::Machine => fl!(self.loader, "agent-machine"),
        }
    }

    pub fn evidence(&self, evidence: Evidence) -> String {
        match evidence {
            Evidence::Assumed => fl!(self.loader, "evidence-assumed"),
            Evidence::Reported => fl!(self.loader, "evidence-reported"),
            Evidence::Measured => fl!(self.loader, "evidence-measured"),
        }
    }

    pub fn emotion(&self, emotion: Emotion) -> String {
        match emotion.value() {
            i8::MIN..=-2 => fl!(self.loader, "emotion-very-bad"),
            -1 => fl!(self.loader, "emotion-bad"),
            0 => fl!(self.loader, "emotion-neutral"),
            1 => fl!(self.loader, "emotion-good"),
            2..=i8::MAX => fl!(self.loader, "emotion-very-good"),
        }
    }
}
