//! The review: every rule on small maps, and the recognition of channel names.

mod channels;
mod rules;
