//! The window: its width, and the theme in which it is drawn.

use super::settings::{self, Theme};
use crate::dom::signals::*;
use crate::domain::guide::Guide;
use crate::platform::document;

/// The window. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Window {
    guide: &'static Guide,
    width: RwSignal<i32>,
    theme: RwSignal<Theme>,
}

impl Window {
    /// The window as it is; its theme is the one given, or else the one chosen on this device.
    pub(super) fn present(guide: &'static Guide, theme: Option<Theme>) -> Self {
        let theme = RwSignal::new(theme.unwrap_or_else(|| settings::stored_theme(guide)));
        let width = RwSignal::new(document::window_width());
        document::on_resize(move || {
            let now = document::window_width();
            if now != width.get_untracked() {
                width.set(now);
            }
        });
        settings::apply_theme(theme);
        Self { guide, width, theme }
    }

    /// Its width in CSS pixels, without a scroll bar.
    pub fn width(self) -> ReadSignal<i32> {
        self.width.read_only()
    }

    /// The theme.
    pub fn theme(self) -> ReadSignal<Theme> {
        self.theme.read_only()
    }

    /// Chooses a theme and remembers it.
    pub fn set_theme(self, theme: Theme) {
        settings::store_theme(self.guide, theme);
        self.theme.set(theme);
    }
}
