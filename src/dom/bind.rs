//! Bindings: what runs again when a signal that it read has changed, and ends with its owner.

use leptos::reactive::effect::RenderEffect;
use leptos::reactive::owner::StoredValue;

/// Runs a function now and whenever something it read has changed, for as long as the owner lives: for several elements that change
/// together, where a binding for each would cost more.
///
#[doc = concat!("```\n", include_str!("examples/bind.rs"), "```")]
pub fn bind(act: impl Fn() + 'static) {
    bind_boxed(Box::new(act));
}

/// The part of [`bind`] that is there once.
pub(super) fn bind_boxed(act: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    hold(Box::new(effect));
}

/// Keeps something alive until the owner goes.
pub(super) fn hold(what: Box<dyn std::any::Any>) {
    StoredValue::new_local(what);
}
