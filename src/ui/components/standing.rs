//! How a share of what a title asks is called and drawn: readiness with its gate, or what is covered of a related path, which has no gate.

use crate::dom::{El, el, text};
use crate::domain::standing::readiness::Readiness;
use crate::ui::words::marks::gate_label;
use std::rc::Rc;

/// What covering the skills of a related path does not say.
pub const SKILLS_ONLY: &str =
    "This covers the skills of this guide only. A related path asks for more than those, so there is no readiness and no gate.";

/// The word before the figure.
pub fn share_name(has_gate: bool) -> &'static str {
    if has_gate { "Ready" } else { "Covered" }
}

/// What a bar of readiness shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Whether the title has a gate.
    pub has_gate: bool,
    /// Readiness, or how much is covered.
    pub readiness: Readiness,
    /// Where the figure lies in eight of ten cases if ratings are a level off here and there: two shares in tenths of a percent.
    pub rough: Option<(u32, u32)>,
    /// An earlier figure in percent, and what is said of it, as "66 on 1 Sep".
    pub before: Option<(u32, String)>,
}

impl Bar {
    /// Readiness alone.
    pub fn of(has_gate: bool, readiness: Readiness) -> Self {
        Self { has_gate, readiness, rough: None, before: None }
    }

    /// The ends of the bar's solid and of its pale part, in tenths of a percent.
    fn ends(&self) -> (u32, u32) {
        let (low, high) = (self.readiness.low().percent() * 10, self.readiness.high().percent() * 10);
        match self.rough {
            Some((from, to)) => (from.min(low), to.max(high)),
            None => (low, high),
        }
    }

    /// Whether readiness is one figure, which gets a dot.
    fn is_figure(&self) -> bool {
        self.readiness.low() == self.readiness.high()
    }
}

/// The figure as a bar alone: solid to its low end, pale to its high end, a dot at the figure, the gate marked where there is one. It only
/// repeats what stands beside it in words, so it is hidden from assistive technology.
pub fn share_bar(has_gate: impl Fn() -> bool + 'static, readiness: impl Fn() -> Readiness + 'static) -> El {
    range_boxed("range-box", Rc::new(move || Bar::of(has_gate(), readiness())))
}

/// The same with all that a bar can show, the gate labelled above it, and below it the ends of the range and the earlier figure.
pub fn labelled_bar(bar: impl Fn() -> Bar + 'static) -> El {
    range_boxed("range-box labelled", Rc::new(bar))
}

fn range_boxed(class: &'static str, bar: Rc<dyn Fn() -> Bar>) -> El {
    // What is not there is hidden: an element that comes and goes would cost a binding each.
    let own = bar.clone();
    let classes = move || {
        let bar = own();
        let (low, high) = bar.ends();
        let flags =
            [(bar.has_gate, " gated"), (bar.is_figure(), " exact"), (bar.before.is_some(), " earlier"), (low != high, " wide")];
        let shown: String = flags.iter().filter(|(is, _)| *is).map(|(_, class)| *class).collect();
        Some(class.to_owned() + &shown)
    };
    let of = |get: fn(&Bar) -> String| {
        let bar = bar.clone();
        move || get(&bar())
    };
    let picture = el("div").class("range").with([el("i").class("grow open"), el("i").class("grow"), el("u"), el("s"), el("b")]);
    el("div")
        .attr("aria-hidden", "true")
        .attr_from("class", classes)
        .css_from("--low", of(|bar| tenths(bar.ends().0)))
        .css_from("--high", of(|bar| tenths(bar.ends().1)))
        .css_from("--figure", of(|bar| tenths(bar.readiness.low().percent() * 10)))
        .css_from("--before", of(|bar| tenths(bar.before.as_ref().map_or(0, |(percent, _)| percent * 10))))
        .with([
            text("span", "range-gate", gate_label()),
            picture,
            el("span").class("range-low").text_from(of(|bar| (bar.ends().0 / 10).to_string())),
            el("span").class("range-high").text_from(of(|bar| (bar.ends().1 / 10).to_string())),
            // The room beyond the mark shrinks where the label needs it: so it stays within the bar, whatever its words and their size.
            el("span")
                .class("range-before")
                .add(el("span").text_from(of(|bar| bar.before.as_ref().map_or_else(String::new, |(_, words)| words.clone())))),
        ])
}

/// As a length that a style takes.
fn tenths(tenths: u32) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}
