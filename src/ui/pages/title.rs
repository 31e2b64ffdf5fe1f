//! A title's sheet: what it is, what it asks for, the moves in and out, and the way to compare it with another.

use super::route::track_class;
use crate::dom::{El, Row, button, el, heading, link, text};
use crate::domain::guide::{Dimension, Guide, TitleId, TitleIx};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::gap::{Gap, gaps};
use crate::state::{App, use_app};
use crate::ui::components::about_title;
use crate::ui::components::levels::level_bar;
use crate::ui::components::pickers::title_picker;
use crate::ui::components::plural;
use crate::ui::components::standing::SKILLS_ONLY;
use crate::ui::words::{routes, scale};
use leptos::prelude::*;

/// The ids of what makes the title an end of the plan, and of what says that it is one.
const TARGET: &str = "set-target";
const CURRENT: &str = "set-current";

/// Shows the title with this id.
pub fn show(id: TitleId) -> Vec<El> {
    let app = use_app();
    let guide = app.guide;
    let Some(title) = guide.title_by_id(&id) else { return super::not_found::show(&Page::Title(id)) };
    let record = guide.title(title);
    let track = guide
        .track(title)
        .map(|t| el("span").class("tag").add(el("i").class(&format!("dot track-{}", t.id))).text(format!(" {} track", t.name)));
    let years = routes::bands(guide, title);
    let tags = el("div").class("tags").add(text("span", "tag", &guide.level(title).name)).maybe(track);
    let tags = tags.maybe((!years.is_empty()).then(|| text("span", "tag", years)));
    let duties: Vec<El> = record.responsibilities.iter().map(|r| text("li", "", r)).collect();
    let about = el("section").class("card").with([
        text("h2", "h-small", "What it is"),
        text("p", "", format!("{}.", record.focus)),
        el("ul").with(duties),
    ]);
    let about = about.maybe(about_title::whose(record)).with(about_title::carried(record));
    let into: Vec<El> = guide.moves_to(title).map(|m| move_line(guide, m, guide.ends(m).0)).collect();
    let out: Vec<El> = guide.moves_from(title).map(|m| move_line(guide, m, guide.ends(m).1)).collect();
    let also = about_title::also_called(record);
    let mut page = vec![
        el("div").add(heading(&record.name)).maybe(also),
        tags,
        actions(app, title),
        el("div").class("two-cards").with([about, compare_card(app, title)]),
    ];
    page.extend(about_title::cards(record));
    page.push(el("div").class("two-cards").with([moves("Where people come from", into), moves("Where it leads", out)]));
    page.push(profile(app, title));
    page
}

/// How a title stands in a plan.
#[derive(Clone, Copy, PartialEq)]
struct InPlan {
    is_target: bool,
    is_current: bool,
    /// Whether it can become the destination, and the title held now: the plan has the other end.
    can_be_target: bool,
    can_be_current: bool,
}

fn actions(app: App, title: TitleIx) -> El {
    let id = &app.guide.title(title).id;
    let name = &app.guide.title(title).name;
    let in_plan = move || {
        app.own.plan().with(|plan| {
            let (is_target, is_current) = (plan.to.as_ref() == Some(id), plan.from.as_ref() == Some(id));
            let can_be_target = plan.from.is_some() && !is_current && !is_target;
            let can_be_current = plan.to.is_some() && !is_target && !is_current;
            InPlan { is_target, is_current, can_be_target, can_be_current }
        })
    };
    // What was pressed gives way to the words that say so, which take the focus.
    let said = |words: &str, id: &str| text("p", "small", words).attr("id", id).attr("tabindex", "-1");
    let buttons = move |now: &InPlan| {
        let target = now.can_be_target.then(|| {
            button("btn", "Make this my destination", move |_| {
                app.own.edit(&PlanEdit::SetTarget(id.clone()));
                app.live.announce(format!("{name} is your destination now."));
            })
            .attr("id", TARGET)
        });
        let current = now.can_be_current.then(|| {
            button("btn quiet", "This is my title now", move |_| {
                app.own.edit(&PlanEdit::SetCurrent(id.clone()));
                app.live.announce(format!("{name} is your title now."));
            })
            .attr("id", CURRENT)
        });
        let target = target.or_else(|| now.is_target.then(|| said("This is your destination.", TARGET)));
        let current = current.or_else(|| now.is_current.then(|| said("This is your title now.", CURRENT)));
        target.into_iter().chain(current).collect()
    };
    el("div")
        .class("row")
        .show_for(in_plan, buttons)
        .add(link(Page::GuideEntry("titles".to_owned(), id.to_string()).href(), "In the guide").class("small"))
}

fn moves(name: &str, lines: Vec<El>) -> El {
    let none = lines.is_empty().then(|| text("p", "small", "No moves in this guide."));
    el("section").class("card").add(text("h2", "h-small", name)).maybe(none).add(el("ul").class("moves").with(lines))
}

fn move_line(guide: &Guide, number: usize, other: TitleIx) -> El {
    let one = guide.one_move(number);
    let (short, long) = guide.dwell(number);
    let kind = one.kind.map(routes::kind).unwrap_or_default();
    el("li").class(&track_class(guide, other)).with([
        el("div").add(el("i").class("dot")).add(link(Page::Title(guide.title(other).id.clone()).href(), &guide.title(other).name)),
        text("p", "small", format!("{kind}, after {short}–{long} years. {}", one.rationale)),
    ])
}

fn compare_card(app: App, title: TitleIx) -> El {
    let id = &app.guide.title(title).id;
    let suggested = move || {
        app.own.plan().with(|plan| plan.to.clone().filter(|to| to != id).or_else(|| plan.from.clone()).filter(|of| of != id))
    };
    let form = move |suggested: &Option<TitleId>| {
        let other = RwSignal::new(suggested.clone());
        let submit = move |event: crate::dom::Event| {
            event.prevent();
            if let Some(other) = other.get() {
                app.address.go(&Page::Compare(id.clone(), other));
            }
        };
        let form = el("form").class("card").on("submit", submit).with([
            text("h2", "h-small", "Compare"),
            el("div").class("field").with([
                text("label", "", "With").attr("for", "other"),
                title_picker(&app.guide.pack().title_groups(), "other", other, None, "Choose a title"),
            ]),
            text("button", "btn quiet", "Compare the two").attr("type", "submit"),
        ]);
        vec![form]
    };
    el("div").show_for(suggested, form)
}

fn profile(app: App, title: TitleIx) -> El {
    let guide = app.guide;
    let sections: Vec<El> = Dimension::ALL
        .into_iter()
        .map(|dimension| {
            let gaps = move || {
                let mut gaps = gaps(guide, &app.own.derived().get().ratings, title);
                gaps.retain(|g| guide.dimension(g.skill) == dimension);
                gaps
            };
            let rows = el("ul").class("profile").each(gaps, |gap| gap.skill.index().to_string(), move |gap| row(guide, gap));
            el("section").with([text("h3", "", scale::dimension(dimension)), rows])
        })
        .collect();
    let note = format!("Levels 0 to 5, by this project's judgement: {}", guide.requirement_rationale(title));
    let only = guide.is_onward(title).then(|| text("p", "small", SKILLS_ONLY));
    el("section")
        .with([text("h2", "", "What it asks for"), text("p", "small", note)])
        .maybe(only)
        .with([el("div").class("profiles").with(sections)])
}

fn row(guide: &'static Guide, row: Row<Gap>) -> El {
    let record = guide.skill(row.identity().skill);
    let figure = move || {
        let gap = row.get();
        match gap.levels() {
            Some(0) => "met".to_owned(),
            Some(short) => format!("−{short}"),
            None => gap.required.to_string(),
        }
    };
    let words = move || {
        let gap = row.get();
        Some(match gap.levels() {
            None => format!("{} {} asked", gap.required, plural(gap.required.get().into(), "level", "levels")),
            Some(0) => "met".to_owned(),
            Some(short) => format!("{short} short"),
        })
    };
    el("li").with([
        link(Page::GuideEntry("skills".to_owned(), record.id.to_string()).href(), &record.short),
        level_bar(&record.name, move || *row.get()),
        el("b").class("num small").attr_from("aria-label", words).text_from(figure),
    ])
}
