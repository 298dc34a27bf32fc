//! FNV-1a, a hash of short texts that is cheap to compute but not safe against texts chosen to collide.

use std::hash::{BuildHasherDefault, Hasher};

/// The 64-bit FNV-1a hash (Fowler, Noll and Vo, 1991).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fnv(u64);

/// Builds FNV hashers for maps and sets.
pub(crate) type BuildFnv = BuildHasherDefault<Fnv>;

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
