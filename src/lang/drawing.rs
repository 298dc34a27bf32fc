//! The words of drawings and posters.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// The heads of the numbers of a drawn funnel: reach, conversion, lost, likelihood.
    pub fn funnel_heads(&self) -> [String; 4] {
        let lost = fl!(self.loader, "funnel-lost");
        [self.funnel_reach(), self.funnel_conversion(), lost, self.funnel_likelihood()]
    }

    /// Says `not-on-poster`.
    pub fn not_on_poster(&self, fields: &str) -> String {
        fl!(self.loader, "not-on-poster", fields = fields)
    }

    /// Says `poster-empty`.
    pub fn poster_empty(&self) -> String {
        fl!(self.loader, "poster-empty")
    }
}
