//! What stands on the screen.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::Phase;

impl Lang {
    /// Says `emotion-curve`.
    pub fn emotion_curve(&self, known: usize, count: usize) -> String {
        fl!(self.loader, "emotion-curve", known = known, count = count)
    }

    /// Says `lowest-emotion`.
    pub fn lowest_emotion(&self, face: &str, name: &str) -> String {
        fl!(self.loader, "lowest-emotion", face = face, name = name)
    }

    /// What an empty phase asks for, and the key that adds it.
    pub fn empty_phase(&self, phase: Phase, key: &str) -> String {
        match phase {
            Phase::Before => fl!(self.loader, "empty-before", key = key),
            Phase::During => fl!(self.loader, "empty-during", key = key),
            Phase::After => fl!(self.loader, "empty-after", key = key),
        }
    }

    /// The heads of the funnel's numbers: reach, conversion, likelihood.
    pub fn funnel_columns(&self) -> [String; 3] {
        [fl!(self.loader, "column-reach"), fl!(self.loader, "column-conversion"), fl!(self.loader, "column-likelihood")]
    }

    /// What a template is about, in few words.
    pub fn template(&self, name: &str) -> String {
        self.loader.get(&format!("template-{name}"))
    }

    /// What can be learned from a template.
    pub fn template_about(&self, name: &str) -> String {
        self.loader.get_attr(&format!("template-{name}"), "about")
    }

    /// Says `unsaved`.
    pub fn unsaved(&self) -> String {
        fl!(self.loader, "unsaved")
    }

    /// Says `marked`.
    pub fn marked(&self, count: usize) -> String {
        fl!(self.loader, "marked", count = count)
    }

    /// Says `touchpoints`.
    pub fn touchpoints(&self, count: usize) -> String {
        fl!(self.loader, "touchpoints", count = count)
    }

    /// Says `lands-here`.
    pub fn lands_here(&self) -> String {
        fl!(self.loader, "lands-here")
    }

    /// Says `dropped-outside`.
    pub fn dropped_outside(&self) -> String {
        fl!(self.loader, "dropped-outside")
    }

    /// Says `funnel`.
    pub fn funnel(&self) -> String {
        fl!(self.loader, "funnel")
    }

    /// Says `widens`.
    pub fn widens(&self) -> String {
        fl!(self.loader, "widens")
    }

    /// Says `biggest-loss`.
    pub fn biggest_loss(&self) -> String {
        fl!(self.loader, "biggest-loss")
    }

    /// Says `best-lever`.
    pub fn best_lever(&self) -> String {
        fl!(self.loader, "best-lever")
    }

    /// Says `buyers-of`.
    pub fn buyers_of(&self, buyers: &str, first: &str) -> String {
        fl!(self.loader, "buyers-of", buyers = buyers, first = first)
    }

    /// Says `so-far-of`.
    pub fn so_far_of(&self, left: &str, first: &str) -> String {
        fl!(self.loader, "so-far-of", left = left, first = first)
    }

    /// Says `check-numbers`.
    pub fn check_numbers(&self, step: usize, key: &str) -> String {
        fl!(self.loader, "check-numbers", step = step, key = key)
    }

    /// Says `get-here`.
    pub fn get_here(&self, share: &str) -> String {
        fl!(self.loader, "get-here", share = share)
    }

    /// Says `buy`.
    pub fn buy(&self, share: &str) -> String {
        fl!(self.loader, "buy", share = share)
    }

    /// Says `most-lost`.
    pub fn most_lost(&self, step: usize, lost: &str) -> String {
        fl!(self.loader, "most-lost", step = step, lost = lost)
    }

    /// Says `lever-gain`.
    pub fn lever_gain(&self, step: usize, gain: &str) -> String {
        fl!(self.loader, "lever-gain", step = step, gain = gain)
    }

    /// Says `after-loop`.
    pub fn after_loop(&self) -> String {
        fl!(self.loader, "after-loop")
    }

    /// Says `first-number`.
    pub fn first_number(&self, name: &str, key: &str) -> String {
        fl!(self.loader, "first-number", name = name, key = key)
    }

    /// Says `first-touchpoint`.
    pub fn first_touchpoint(&self) -> String {
        fl!(self.loader, "first-touchpoint")
    }

    /// Says `entry-below`.
    pub fn entry_below(&self, phase: &str, name: &str) -> String {
        fl!(self.loader, "entry-below", phase = phase, name = name)
    }

    /// Says `entry-first`.
    pub fn entry_first(&self, phase: &str) -> String {
        fl!(self.loader, "entry-first", phase = phase)
    }

    /// Says `made`.
    pub fn made(&self, count: usize) -> String {
        fl!(self.loader, "made", count = count)
    }

    /// Says `entry-marks`.
    pub fn entry_marks(&self) -> String {
        fl!(self.loader, "entry-marks")
    }

    /// Says `no-mark`.
    pub fn no_mark(&self, word: &str) -> String {
        fl!(self.loader, "no-mark", word = word)
    }

    /// Says `suggested`.
    pub fn suggested(&self) -> String {
        fl!(self.loader, "suggested")
    }

    /// Says `ask-reach`.
    pub fn ask_reach(&self, name: &str, next: &str) -> String {
        fl!(self.loader, "ask-reach", name = name, next = next)
    }

    /// Says `ask-reach-of`.
    pub fn ask_reach_of(&self, count: usize) -> String {
        fl!(self.loader, "ask-reach-of", count = count)
    }

    /// Says `no-next-number`.
    pub fn no_next_number(&self, leave: &str) -> String {
        fl!(self.loader, "no-next-number", leave = leave)
    }

    /// Says `ask-search`.
    pub fn ask_search(&self) -> String {
        fl!(self.loader, "ask-search")
    }

    /// Says `ask-save-as`.
    pub fn ask_save_as(&self) -> String {
        fl!(self.loader, "ask-save-as")
    }

    /// Says `ask-unsaved-map`.
    pub fn ask_unsaved_map(&self) -> String {
        fl!(self.loader, "ask-unsaved-map")
    }

    /// Says `ask-unsaved-form`.
    pub fn ask_unsaved_form(&self) -> String {
        fl!(self.loader, "ask-unsaved-form")
    }

    /// Says `ask-unsaved-line`.
    pub fn ask_unsaved_line(&self) -> String {
        fl!(self.loader, "ask-unsaved-line")
    }

    /// Says `ask-overwrite`.
    pub fn ask_overwrite(&self, file: &str) -> String {
        fl!(self.loader, "ask-overwrite", file = file)
    }

    /// Says `ask-changed-outside`.
    pub fn ask_changed_outside(&self, file: &str) -> String {
        fl!(self.loader, "ask-changed-outside", file = file)
    }

    /// Says `ask-not-saved`; `why` is a whole sentence.
    pub fn ask_not_saved(&self, why: &str) -> String {
        fl!(self.loader, "ask-not-saved", why = why)
    }

    /// Says `answer-save`.
    pub fn answer_save(&self) -> String {
        fl!(self.loader, "answer-save")
    }

    /// Says `answer-take`.
    pub fn answer_take(&self) -> String {
        fl!(self.loader, "answer-take")
    }

    /// Says `answer-discard`.
    pub fn answer_discard(&self) -> String {
        fl!(self.loader, "answer-discard")
    }

    /// Says `answer-leave`.
    pub fn answer_leave(&self) -> String {
        fl!(self.loader, "answer-leave")
    }

    /// Says `answer-back`.
    pub fn answer_back(&self) -> String {
        fl!(self.loader, "answer-back")
    }

    /// Says `answer-overwrite`.
    pub fn answer_overwrite(&self) -> String {
        fl!(self.loader, "answer-overwrite")
    }

    /// Says `answer-other-file`.
    pub fn answer_other_file(&self) -> String {
        fl!(self.loader, "answer-other-file")
    }

    /// Says `answer-again`.
    pub fn answer_again(&self) -> String {
        fl!(self.loader, "answer-again")
    }

    /// Says `nothing-listed`.
    pub fn nothing_listed(&self) -> String {
        fl!(self.loader, "nothing-listed")
    }

    /// Says `welcome`.
    pub fn welcome(&self) -> String {
        fl!(self.loader, "welcome")
    }

    /// Says `welcome-more`.
    pub fn welcome_more(&self) -> String {
        fl!(self.loader, "welcome-more")
    }

    /// Says `offer-new-map`.
    pub fn offer_new_map(&self) -> String {
        fl!(self.loader, "offer-new-map")
    }

    /// Says `offer-new-map-about`.
    pub fn offer_new_map_about(&self, key: &str) -> String {
        fl!(self.loader, "offer-new-map-about", key = key)
    }

    /// Says `offer-open-about`.
    pub fn offer_open_about(&self) -> String {
        fl!(self.loader, "offer-open-about")
    }

    /// Says `unreadable`.
    pub fn unreadable(&self, file: &str) -> String {
        fl!(self.loader, "unreadable", file = file)
    }

    /// Says `too-small`.
    pub fn too_small(&self) -> String {
        fl!(self.loader, "too-small")
    }

    /// Says `context-map`.
    pub fn context_map(&self) -> String {
        fl!(self.loader, "context-map")
    }

    /// Says `yes`.
    pub fn yes(&self) -> String {
        fl!(self.loader, "yes")
    }

    /// Says `more-below`.
    pub fn more_below(&self, count: usize) -> String {
        fl!(self.loader, "more-below", count = count)
    }

    /// Says `more-above`.
    pub fn more_above(&self, count: usize) -> String {
        fl!(self.loader, "more-above", count = count)
    }
}
