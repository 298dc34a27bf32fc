pub mod lang;
pub mod map;
pub mod store;
