//! The embedded guide: the TOML files beside this one, made into a pack by the build script.

use crate::domain::guide::{Fault, Guide};

/// The bytes of the embedded pack.
pub static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide.pack"));

/// Reads the embedded guide, as any other pack would be read.
///
/// # Errors
/// Never for a build that finished: the build script checks the same bytes.
pub fn guide() -> Result<Guide, Vec<Fault>> {
    Guide::from_bytes(PACK)
}
