//! Two sets of ratings as a table, skill by skill.

use super::receipt::scroll;
use crate::dom::{El, el, link, text};
use crate::domain::guide::{Guide, Proficiency};
use crate::domain::page::Page;
use crate::domain::standing::opinion::Pair;

/// The table. `heads` name the one, the other, and the title whose requirement stands beside them. `tick` gives what stands
/// before a skill, if anything does in any row.
pub fn pairs_table(guide: &Guide, name: &str, heads: [&str; 3], pairs: &[Pair], tick: Option<&dyn Fn(&Pair) -> El>) -> El {
    let level = |rating: Option<Proficiency>| rating.map_or_else(|| "–".to_owned(), |r| r.to_string());
    let row = |pair: &Pair| {
        let record = guide.skill(pair.skill);
        let (class, apart) = match pair.apart() {
            None => ("n", "–".to_owned()),
            Some(0) => ("n", "same".to_owned()),
            Some(n) => ("n strong", n.to_string()),
        };
        let entry = Page::GuideEntry("skills".to_owned(), record.id.to_string());
        el("tr").maybe(tick.map(|tick| el("td").add(tick(pair)))).with([
            el("th").attr("scope", "row").add(link(entry.href(), &record.name)),
            text("td", "n", level(pair.one)),
            text("td", "n", level(pair.other)),
            text("td", class, apart),
            text("td", "n", pair.required.to_string()),
        ])
    };
    let head = [("", "Skill"), ("n", heads[0]), ("n", heads[1]), ("n", "Apart"), ("n", heads[2])];
    let head = head.map(|(class, words)| text("th", class, words).attr("scope", "col"));
    let ticked = tick.map(|_| el("th").attr("scope", "col").add(text("span", "hush", "Take over")));
    let rows: Vec<El> = pairs.iter().map(row).collect();
    let table = el("table").class("pairs").with([
        text("caption", "", name),
        el("thead").add(el("tr").maybe(ticked).with(head)),
        el("tbody").with(rows),
    ]);
    scroll(name, table)
}
