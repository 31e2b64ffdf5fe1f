//! The embedded guide: the TOML files beside this one, made into a pack by the build script. It comes in two parts, so that the
//! first page need not wait for prose that it does not show: the [`outline`], and the whole, which [`complete`] adds.

use crate::domain::guide::Guide;

/// The bytes of the whole pack.
pub static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide.pack"));
/// The bytes of the pack without its prose.
pub static OUTLINE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/outline.pack"));

/// Reads the whole guide. Never `None` in a build that finished: the build script reads and checks the same bytes.
pub fn guide() -> Option<Guide> {
    Guide::from_checked_bytes(PACK)
}

/// Reads the guide without its prose. Never `None`, as with [`guide`].
pub fn outline() -> Option<Guide> {
    Guide::from_checked_bytes(OUTLINE)
}

/// Adds the prose to the guide that [`outline`] gave.
pub fn complete(guide: &Guide) -> bool {
    guide.complete(PACK)
}
