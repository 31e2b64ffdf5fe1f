//! What a person set for this device and is no part of the plan: the theme. `before.js` reads the same key before the first
//! paint, so that the page never flashes in the other one.

use crate::domain::store::Keys;
use crate::platform::{document, storage};
use leptos::prelude::*;

/// Where the first version of the app kept the theme, for one guide alone. It moves with the next choice.
const FIRST_THEME_KEY: &str = "career-explorer.theme";

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

/// The theme chosen on this device for the guide with these keys.
pub fn stored_theme(keys: &Keys) -> Theme {
    // Without storage there is no choice to honour, and the page says so where saving matters.
    let read = |key: &str| storage::read(key).ok().flatten();
    read(&theme_key(keys)).or_else(|| read(FIRST_THEME_KEY)).map(|text| Theme::parse(&text)).unwrap_or_default()
}

/// Remembers the theme.
pub fn store_theme(keys: &Keys, theme: Theme) {
    // A theme that cannot be kept still holds until the page is left.
    let key = theme_key(keys);
    let _ = if theme == Theme::Device { storage::remove(&key) } else { storage::write(&key, theme.text()) };
    let _ = storage::remove(FIRST_THEME_KEY);
}

fn theme_key(keys: &Keys) -> String {
    keys.setting("theme")
}

/// Puts the theme on the document whenever it changes.
pub fn apply_theme(theme: RwSignal<Theme>) {
    Effect::new(move |_| document::set_root_attribute("data-theme", theme.get().text()));
}
