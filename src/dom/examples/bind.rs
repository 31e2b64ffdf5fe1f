use career_explorer::dom::{El, bind, el, text};
use career_explorer::dom::signals::*;

/// Options of which the one with the number `chosen` is selected.
pub fn options(chosen: RwSignal<usize>) -> El {
    let options: Vec<El> = ["Walk", "Cycle", "Ride"].map(|name| text("option", "", name)).into();
    let list = el("select").with(&options);
    bind(move || {
        for (number, option) in options.iter().enumerate() {
            option.set_flag("selected", number == chosen.get());
        }
    });
    list
}
