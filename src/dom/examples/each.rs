use career_explorer::dom::{El, Row, el, text};
use career_explorer::dom::signals::*;

#[derive(Clone, PartialEq)]
pub struct Score {
    pub name: &'static str,
    pub points: u32,
}

/// A row for each name. What is unfolded in it stays so, wherever the name comes to stand.
pub fn scores(scores: RwSignal<Vec<Score>>) -> El {
    let row = |row: Row<Score>| {
        let points = el("span").text_from(move || row.get().points.to_string());
        let more = el("details").with([text("summary", "", "More"), text("a", "", "Look them up").attr("href", "#")]);
        text("li", "", row.identity().name).with([points, more])
    };
    el("ol").each(move || scores.get(), |score| score.name.to_owned(), row)
}
