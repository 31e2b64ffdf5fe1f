//! What this project says of a title beyond the guide: its other names, what it is by size of company, and its first 90 days.

use crate::dom::{El, el, text};
use crate::domain::guide::{COMPANY_SIZES, Source, Title};

/// Its other names; `None` for a title without any.
pub fn also_called(title: &Title) -> Option<El> {
    (!title.also.is_empty()).then(|| text("p", "why", format!("Also called {}.", title.also.join(", "))))
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

/// What it is by size of company and what to do first, a card each, and whose words these are.
pub fn cards(title: &Title) -> Vec<El> {
    let card = |name: &str, list: El| el("section").class("card").with([text("h2", "h-small", name), list]);
    let mut sizes = Vec::new();
    for (size, line) in COMPANY_SIZES.iter().zip(&title.sizes) {
        sizes.push(el("div").with([text("dt", "", people(*size)), text("dd", "", line)]));
    }
    let days: Vec<El> = title.first_days.iter().map(|line| text("li", "", line)).collect();
    vec![
        el("div").class("two-cards").with([
            card("In a company of …", el("div").add(el("dl").class("lines sizes").with(sizes))),
            card("The first 90 days", el("ol").with(days)),
        ]),
        text("p", "small", "Other names, sizes and days are this project’s own."),
    ]
}

/// What to do in the third of the first days that is over after so many of them: 30, 60 or 90.
pub fn to_do(title: &Title, days: u8) -> Vec<El> {
    let line = usize::from(days / 30).checked_sub(1).and_then(|place| title.first_days.get(place));
    line.map(|line| text("span", "", line)).into_iter().collect()
}

/// A number of people in words: `3,000 people`.
fn people(count: u16) -> String {
    match (count / 1000, count % 1000) {
        (0, rest) => format!("{rest} people"),
        (thousands, rest) => format!("{thousands},{rest:03} people"),
    }
}
