//! Pictures of figures. Each one has an equivalent in words beside it.

pub mod drawn;
pub mod map_view;
