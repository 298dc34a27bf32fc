pub mod map;
pub mod lang;
