//! Two sets of ratings as a table, skill by skill.

use super::receipt::scroll;
use crate::dom::{El, Row, el, link, text};
use crate::domain::guide::{Guide, Proficiency};
use crate::domain::page::Page;
use crate::domain::standing::opinion::Pair;

/// What stands before a skill.
pub type Tick = Box<dyn Fn(Row<Pair>) -> El>;

/// The table. `heads` name the one, the other, and the title whose requirement stands beside them. `tick` gives what stands
/// before a skill, if anything does in any row.
pub fn pairs_table(
    guide: &'static Guide,
    name: &str,
    heads: [&str; 3],
    pairs: Box<dyn Fn() -> Vec<Pair>>,
    tick: Option<Tick>,
) -> El {
    let head = [("", "Skill"), ("n", heads[0]), ("n", heads[1]), ("n", "Apart"), ("n", heads[2])];
    let head = head.map(|(class, words)| text("th", class, words).attr("scope", "col"));
    let ticked = tick.as_ref().map(|_| el("th").attr("scope", "col").add(text("span", "hush", "Take over")));
    let line = move |row: Row<Pair>| {
        let record = guide.skill(row.identity().skill);
        let entry = Page::guide_skill(guide, row.identity().skill);
        let apart = move || match row.get().apart() {
            None => "–".to_owned(),
            Some(0) => "same".to_owned(),
            Some(n) => n.to_string(),
        };
        let is_apart = move || row.get().apart().is_some_and(|apart| apart > 0);
        el("tr").maybe(tick.as_ref().map(|tick| el("td").add(tick(row)))).with([
            el("th").attr("scope", "row").add(link(entry.href(), &record.name)),
            level(move || row.get().one),
            level(move || row.get().other),
            el("td").attr_from("class", move || Some(if is_apart() { "n strong" } else { "n" }.to_owned())).text_from(apart),
            level(move || Some(row.get().required)),
        ])
    };
    let table = el("table").class("pairs").with([
        text("caption", "", name),
        el("thead").add(el("tr").maybe(ticked).with(head)),
        el("tbody").each(pairs, |pair| pair.skill.index().to_string(), line),
    ]);
    scroll(name, table)
}

fn level(rating: impl Fn() -> Option<Proficiency> + 'static) -> El {
    el("td").class("n").text_from(move || rating().map_or_else(|| "–".to_owned(), |r| r.to_string()))
}
