//! The gate of a title: its four conditions, each with what is found.

use crate::dom::{El, el, text};
use crate::domain::guide::Guide;
use crate::domain::standing::gate::{Gate, Verdict};
use crate::ui::words::gate::{Condition, conditions};

/// The conditions as a list, for as long as there is a gate.
pub fn gate_list(guide: &'static Guide, gate: impl Fn() -> Option<Gate> + 'static) -> El {
    let lines = move || match gate() {
        Some(gate) => conditions(guide, &gate).iter().map(line).collect(),
        None => Vec::new(),
    };
    el("ul").class("gate").show(lines)
}

fn line(condition: &Condition) -> El {
    let (class, sign, word) = match condition.verdict {
        Verdict::Met => ("sign met", "✓", "Met: "),
        Verdict::NotMet => ("sign not-met", "✕", "Not met: "),
        Verdict::Open => ("sign open", "?", "Open: "),
    };
    let asks = el("span").add(text("span", "hush", word)).text(&condition.asks).text(": ");
    el("li").with([text("span", class, sign).attr("aria-hidden", "true"), asks, text("b", "", &condition.finding)])
}
