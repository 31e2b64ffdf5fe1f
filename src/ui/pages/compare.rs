//! Two titles side by side: what carries over, and what differs.

use crate::dom::{El, el, heading, link, text};
use crate::domain::guide::TitleId;
use crate::domain::page::Page;
use crate::domain::receipt;
use crate::domain::standing::transfer::{Difference, title_diff, transfer};
use crate::state::use_app;
use crate::ui::components::receipt::{HOW, scroll, working};
use crate::ui::words::figures;
use crate::ui::words::way::someone;

/// Shows two titles.
pub fn show(first: TitleId, second: TitleId) -> Vec<El> {
    let guide = use_app().guide;
    let (Some(from), Some(to)) = (guide.title_by_id(&first), guide.title_by_id(&second)) else {
        return super::not_found::show(&Page::Compare(first, second));
    };
    let (a, b) = (&guide.title(from).name, &guide.title(to).name);
    let card = |to_name: &str, from_name: &str, from, to| {
        let of = if guide.is_onward(to) { "of what it asks of the skills of this guide" } else { "of it" };
        let finding = transfer(guide, from, to).map(|share| {
            el("p").with([
                text("span", "", format!("{} already meets ", someone(from_name))),
                text("b", "", figures::percent(share)),
                text("span", "", format!(" {of}.")),
            ])
        });
        el("section").class("card").add(text("h2", "h-small", format!("What {to_name} asks"))).maybe(finding).add(working(
            guide,
            HOW,
            move || receipt::of_transfer(guide, from, to),
        ))
    };
    // The roles are said, since on a narrow phone the rows are not drawn as a table's.
    let figure = |figure: String| text("td", "n", figure).attr("role", "cell");
    let line = |d: &Difference| {
        let change = match (d.from.below(d.to), d.to.below(d.from)) {
            (0, 0) => "same".to_owned(),
            (rise, 0) => format!("+{rise}"),
            (_, fall) => format!("−{fall}"),
        };
        el("tr").attr("role", "row").with([
            el("th")
                .attr("scope", "row")
                .attr("role", "rowheader")
                .add(link(Page::guide_skill(guide, d.skill).href(), &guide.skill(d.skill).name)),
            figure(d.from.to_string()),
            figure(d.to.to_string()),
            figure(change),
        ])
    };
    let rows: Vec<El> = title_diff(guide, from, to).iter().map(line).collect();
    let head = [("", "Skill"), ("n", a.as_str()), ("n", b.as_str()), ("n", "Change")]
        .map(|(class, name)| text("th", class, name).attr("scope", "col").attr("role", "columnheader"));
    let table = el("table").class("compared").attr("role", "table").with([
        text("caption", "", "What weighs most first"),
        el("thead").attr("role", "rowgroup").add(el("tr").attr("role", "row").with(head)),
        el("tbody").attr("role", "rowgroup").with(rows),
    ]);
    vec![
        heading(format!("{a} and {b}")),
        el("div").class("row").with([
            link(Page::Title(first.clone()).href(), format!("About {a}")),
            link(Page::Title(second.clone()).href(), format!("About {b}")),
            link(Page::Compare(second, first).href(), "The other way round"),
        ]),
        el("div").class("two-cards").with([card(b, a, from, to), card(a, b, to, from)]),
        scroll("What each asks, skill by skill", table),
    ]
}
