//! What the guide's records are called.

use crate::domain::guide::ResourceKind;

/// A kind of thing to read.
pub const fn resource(kind: Option<ResourceKind>) -> &'static str {
    match kind {
        Some(ResourceKind::Paper) => "paper",
        Some(ResourceKind::Standard) => "standard",
        Some(ResourceKind::Book) | None => "book",
    }
}
