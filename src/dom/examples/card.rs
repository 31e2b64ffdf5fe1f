use career_explorer::dom::{El, el, link, text};

pub fn card(hours: u8) -> El {
    el("section")
        .class("card")
        .with([text("h2", "", "Pace"), text("p", "small", format!("{hours} hours a week"))])
        .maybe((hours < 2).then(|| link("#/plan", "Change it")))
}
