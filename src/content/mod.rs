//! The embedded guide: the TOML files beside this one, made into a pack by the build script.

use crate::domain::guide::Guide;

/// The bytes of the embedded pack.
pub static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide.pack"));

/// Reads the embedded guide. Never `None` in a build that finished: the build script reads and checks the same bytes.
pub fn guide() -> Option<Guide> {
    Guide::from_checked_bytes(PACK)
}
