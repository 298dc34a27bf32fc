//! The words of drawings.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// The heads of the numbers of a drawn funnel: reach, conversion, lost, likelihood.
    pub fn funnel_heads(&self) -> [String; 4] {
        let lost = fl!(self.loader, "funnel-lost");
        [self.funnel_reach(), self.funnel_conversion(), lost, self.funnel_likelihood()]
    }
}
