pub mod lang;
pub mod map;
pub mod store;
pub mod app;
pub mod view;
pub mod term;
