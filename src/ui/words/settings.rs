//! What is set for a device. For WebAssembly only, as its values are.

use crate::state::Theme;

/// A theme.
pub const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "As on this device",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}
