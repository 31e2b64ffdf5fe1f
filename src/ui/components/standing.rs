//! How a share of what a title asks is called and drawn: readiness with its gate, or what is covered of a related path, which has no gate.

use crate::dom::{El, el};
use crate::domain::standing::gate::GATE_PERCENT;
use crate::domain::standing::readiness::Readiness;

/// What covering the skills of a related path does not say.
pub const SKILLS_ONLY: &str =
    "This covers the skills of this guide only. A related path asks for more than those, so there is no readiness and no gate.";

/// The word before the figure.
pub fn share_name(has_gate: bool) -> &'static str {
    if has_gate { "Ready" } else { "Covered" }
}

/// The figure as a bar: filled to its low end, pale to its high end, the gate marked where there is one. It only repeats what stands
/// beside it in words, so it is hidden from screen readers.
pub fn share_bar(has_gate: impl Fn() -> bool + Send + Sync + 'static, readiness: impl Fn() -> Readiness + Clone + 'static) -> El {
    let low = readiness.clone();
    let percent = |percent: u32| format!("{percent}%");
    let gate =
        move |has_gate: &bool| has_gate.then(|| el("b").css_from("--at", move || percent(GATE_PERCENT))).into_iter().collect();
    el("div")
        .class("range")
        .attr("aria-hidden", "true")
        .with([
            el("i").class("grow open").css_from("--wide", move || percent(readiness().high().percent())),
            el("i").class("grow").css_from("--wide", move || percent(low().low().percent())),
        ])
        .show_for(has_gate, gate)
}
