//! What a person set for this device and is no part of the plan: the theme. `start.js` reads the same key before the first
//! paint, so that the page never flashes in the other one.

use super::saving;
use crate::dom::signals::*;
use crate::domain::guide::Guide;
use crate::platform::{document, storage};

/// The key of the first version of the app, which knew one guide alone.
const OLD_KEY: &str = "career-explorer.theme";

fn key(guide: &Guide) -> String {
    saving::keys(guide).setting("theme")
}

/// Which colours the app has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Device, Self::Light, Self::Dark];

    /// Its form in storage and in the root's `data-theme`; empty for the device's own.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Device => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads [`Theme::text`]; anything else is the device's own.
    pub fn parse(text: &str) -> Self {
        Self::ALL.into_iter().find(|t| t.text() == text).unwrap_or_default()
    }
}

/// The theme chosen on this device.
pub fn stored_theme(guide: &Guide) -> Theme {
    // Without storage there is no choice to honour, and the page says so where saving matters.
    let read = |key: &str| storage::read(key).ok().flatten();
    let old = read(OLD_KEY);
    let text = read(&key(guide)).or_else(|| {
        let old = old.clone()?;
        storage::write(&key(guide), &old).is_ok().then_some(old)
    });
    if text.is_some() && old.is_some() {
        // Moved once. What stays counts for nothing.
        let _ = storage::remove(OLD_KEY);
    }
    text.or(old).map(|text| Theme::parse(&text)).unwrap_or_default()
}

/// Remembers the theme.
pub fn store_theme(guide: &Guide, theme: Theme) {
    let key = key(guide);
    // A theme that cannot be kept still holds until the page is left.
    let _ = if theme == Theme::Device { storage::remove(&key) } else { storage::write(&key, theme.text()) };
}

/// Puts the theme on the document whenever it changes.
pub fn apply_theme(theme: RwSignal<Theme>) {
    Effect::new(move |_| document::set_root_attribute("data-theme", theme.get().text()));
}
