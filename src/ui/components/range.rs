//! A range from 0 to 100 as a bar.

use crate::dom::{El, el};
use crate::domain::standing::gate::GATE_PERCENT;
use crate::domain::standing::readiness::Readiness;
use std::rc::Rc;

/// Readiness as a bar: filled to its low end, pale to its high end, the gate marked. It only repeats what stands beside it in
/// words, so it is hidden from screen readers.
pub fn range_bar(readiness: impl Fn() -> Readiness + 'static) -> El {
    range_bar_boxed(Rc::new(readiness))
}

fn range_bar_boxed(readiness: Rc<dyn Fn() -> Readiness>) -> El {
    let low = readiness.clone();
    let percent = |percent: u32| format!("{percent}%");
    el("div").class("range").attr("aria-hidden", "true").with([
        el("i").class("grow open").css_from("--wide", move || percent(readiness().high().percent())),
        el("i").class("grow").css_from("--wide", move || percent(low().low().percent())),
        el("b").css_from("--at", move || percent(GATE_PERCENT)),
    ])
}
