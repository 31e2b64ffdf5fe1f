//! The form for narrow columns: seniority upwards, tracks as rails at the left, one row per title with its whole name.

use super::{Form, Journey, MapLayout};
use crate::domain::guide::Guide;

/// The drawing for a column of `width` px.
pub(super) fn layout(_guide: &Guide, _width: i32, _journey: &Journey) -> MapLayout {
    MapLayout::empty(Form::Vertical)
}
