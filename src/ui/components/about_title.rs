//! What this project says of a title beyond the guide: its other names, what it is by size of company, and its first 90 days.

use crate::dom::{El, el, text};
use crate::domain::guide::{COMPANY_SIZES, Source, Title};

/// Its other names; `None` for a title without any.
pub fn also_called(title: &Title) -> Option<El> {
    (!title.also.is_empty()).then(|| text("p", "lead", format!("Also called {}.", title.also.join(", "))))
}

/// Whose the words about a title are, where they are not the guide's.
pub fn whose(title: &Title) -> Option<El> {
    (title.focus_source == Some(Source::Judgement))
        .then(|| text("p", "small", "The guide names this title and says no more. These lines are this project’s own."))
}

/// For related paths: what carries over, and what is missing. Nothing for other titles.
pub fn carried(title: &Title) -> Vec<El> {
    let missing =
        if title.missing_source == Some(Source::Judgement) { "What is missing, by our judgement: " } else { "What is missing: " };
    [("What transfers: ", &title.transfers), (missing, &title.missing)]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| el("p").add(text("b", "", name)).text(words))
        .collect()
}

/// What it is by size of company, and what to do first: a card each, with headings of this level (`h2`, `h3`).
pub fn cards(title: &Title, heading: &str) -> El {
    let card = |name: &str| el("section").class("card").add(text(heading, "h-small", name));
    let sizes: Vec<El> = COMPANY_SIZES
        .iter()
        .zip(&title.sizes)
        .map(|(size, line)| el("div").with([text("dt", "", people(*size)), text("dd", "", line)]))
        .collect();
    let days: Vec<El> = title.first_days.iter().map(|line| text("li", "", line)).collect();
    el("div").class("two-cards").with([
        card("In a company of …").add(el("dl").class("lines").with(sizes)).add(text("p", "small", OURS)),
        card("The first 90 days").add(el("ol").with(days)).add(text("p", "small", OURS)),
    ])
}

/// A number of people in words: `3,000 people`.
fn people(count: u16) -> String {
    match (count / 1000, count % 1000) {
        (0, rest) => format!("{rest} people"),
        (thousands, rest) => format!("{thousands},{rest:03} people"),
    }
}

const OURS: &str = "These lines are this project’s own.";
