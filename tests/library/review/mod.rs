//! The review: every rule by maps worked by hand, and names of channels told from acts.

mod channels;
mod rules;
