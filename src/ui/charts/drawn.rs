//! A place for a drawn chart: it is drawn for the width that the place gets, and again when that changes.

use crate::dom::signals::*;
use crate::dom::{El, el};
use crate::map::drawing::Node;

/// The place. `draw` gets the width in CSS pixels, and is followed.
pub fn drawn(class: &str, draw: impl Fn(i32) -> Option<Node> + 'static) -> El {
    drawn_boxed(class, Box::new(draw))
}

fn drawn_boxed(class: &str, draw: Box<dyn Fn(i32) -> Option<Node>>) -> El {
    let width = RwSignal::new(0);
    let changed = move |now| {
        if now != width.get_untracked() {
            width.set(now);
        }
    };
    let picture = move || match width.get() {
        0 => Vec::new(),
        width => draw(width).iter().map(El::of).collect(),
    };
    let place = if class.is_empty() { "drawn-here".to_owned() } else { format!("drawn-here {class}") };
    el("span").class(&place).on_width(changed).show(picture)
}
