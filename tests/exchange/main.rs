//! Maps in other formats, read back by software that knows the format.

mod hostile;
mod markdown;
