use career_explorer::dom::{El, el, text};
use career_explorer::dom::signals::*;

/// How many there are: one paragraph for none, and another one, which stays while it counts, for any.
pub fn count(count: RwSignal<u32>) -> El {
    el("div").show_for(
        move || count.get() == 0,
        move |is_none| match is_none {
            true => vec![text("p", "", "Nothing yet")],
            false => vec![el("p").text_from(move || format!("{} so far", count.get()))],
        },
    )
}
