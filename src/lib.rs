pub mod app {
    pub mod picture;
}
pub mod lang;
pub mod map;
pub mod store;
