//! The macro that turns a table of messages into methods of `Lang`.

/// Defines one method for each row `name(arguments) = "key";`, which returns the message with that key.
///
/// The method has the name of the key, with `_` instead of `-`. `fl!` looks the key up at compile time: an unknown key
/// or a wrong argument is an error.
macro_rules! messages {
    ($($name:ident($($argument:ident: $type:ty),*) = $key:literal;)+) => {
        impl $crate::lang::Lang {
            $(
                #[doc = concat!("Returns the message `", $key, "`.")]
                pub(crate) fn $name(&self, $($argument: $type),*) -> String {
                    i18n_embed_fl::fl!(self.loader, $key $(, $argument = $argument)*)
                }
            )+
        }
    };
}

pub(super) use messages;
