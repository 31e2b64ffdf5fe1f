//! A title's sheet: what it is, what it asks for, the moves in and out, and the way to compare it with another.

use super::fetched::{self, Piece};
use super::route::track_class;
use super::taken_up::{MY_TITLE, taken_up};
use crate::chart::dots;
use crate::chart::marks::Mark;
use crate::chart::ways::{LEAST, Way, ways};
use crate::dom::signals::*;
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::base::day::Day;
use crate::domain::guide::{Dimension, Guide, Proficiency, SkillIx, TitleId, TitleIx};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::gap::{Gap, gaps};
use crate::domain::standing::transfer::transfer;
use crate::domain::workbench::tenure::began;
use crate::map::drawing::Node;
use crate::state::{App, use_app};
use crate::ui::charts::drawn::drawn;
use crate::ui::components::about_title;
use crate::ui::components::away::open_roles;
use crate::ui::components::key::key;
use crate::ui::components::pickers::title_picker;
use crate::ui::components::plural;
use crate::ui::components::receipt::scroll;
use crate::ui::components::standing::SKILLS_ONLY;
use crate::ui::words::figures::{so_many, with_unit};
use crate::ui::words::{figures, routes, scale, tenure, way};

/// The ids of what makes the title an end of the plan, and of what says that it is one.
const TARGET: &str = "set-target";
const CURRENT: &str = "set-current";

/// Shows the title with this id.
pub fn show(id: TitleId) -> Vec<El> {
    let app = use_app();
    let guide = app.guide;
    let Some(title) = guide.title_by_id(&id) else { return super::not_found::show(&Page::Title(id)) };
    let record = guide.title(title);
    let mut page = vec![
        heading(&record.name),
        text("p", "lead", lead(guide, title)),
        el("div")
            .class("flow")
            .maybe(about_title::also_called(record))
            .maybe(about_title::whose(record))
            .with(about_title::carried(record)),
        tags(app, title),
        actions(app, title),
        ways_in_and_out(app, title),
        profile(app, title),
    ];
    page.extend(open_roles(app.host, &record.id).map(|roles| el("p").add(roles.class("alone"))));
    page.push(el("div").class("stacked").show(move || fetched::piece(app, &Piece::Title(title))));
    page
}

/// What it is, and when in a working life.
fn lead(guide: &Guide, title: TitleIx) -> String {
    let record = guide.title(title);
    let mut words = format!("{}. {}", record.focus, record.responsibilities.join(" "));
    let years = routes::usually(guide, title);
    if !years.is_empty() {
        words.push_str(&years.replacen('u', " U", 1));
        words.push('.');
    }
    words
}

/// Its track, its level, and where it stands in the plan.
fn tags(app: App, title: TitleIx) -> El {
    let (guide, plan) = (app.guide, app.own.derived());
    let track = guide
        .track(title)
        .map(|t| el("span").class("tag").add(el("i").class(&format!("dot track-{}", t.id))).text(format!(" {} track", t.name)));
    let on_route = move || {
        let travel = plan.routes()?;
        let place = travel.followed.titles().iter().position(|on| *on == title)?;
        let today = plan.today().year();
        let words = match place.checked_sub(1).and_then(|leg| travel.followed.legs.get(leg)) {
            None => "You are here".to_owned(),
            Some(leg) => {
                let (from, to) = leg.arrival.calendar(travel.journey.so_far.years, today);
                let is_last = place == travel.followed.legs.len();
                format!("{}, {}", if is_last { "Your destination" } else { "On your route" }, way::years_short(from, to))
            }
        };
        Some(text("span", "tag", words))
    };
    el("div")
        .class("tags")
        .maybe(track)
        .add(text("span", "tag", &guide.level(title).name))
        .show(move || on_route().into_iter().collect())
}

/// How a title stands in a plan.
#[derive(Clone, Copy, PartialEq)]
struct InPlan {
    is_target: bool,
    is_current: bool,
    /// Whether it can become the destination, and the title held now: the plan has the other end.
    can_be_target: bool,
    can_be_current: bool,
    /// Whether it is asked since when it is held.
    is_asked: bool,
    /// The day on which it was taken up.
    began: Option<Day>,
}

fn actions(app: App, title: TitleIx) -> El {
    let id = &app.guide.title(title).id;
    let name = &app.guide.title(title).name;
    let asks = RwSignal::new(false);
    let in_plan = move || {
        let asks = asks.get();
        app.own.plan().with(|plan| {
            let (is_target, is_current) = (plan.to.as_ref() == Some(id), plan.from.as_ref() == Some(id));
            let is_locked = app.host.embed.is_some_and(|embed| embed.locked.is_some());
            let can_be_target = plan.from.is_some() && !is_current && !is_target && !is_locked;
            let can_be_current = plan.to.is_some() && !is_target && !is_current;
            let is_asked = asks && can_be_current;
            let began = if is_current { began(plan, id) } else { None };
            InPlan { is_target, is_current, can_be_target, can_be_current, is_asked, began }
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
            if now.is_asked {
                return taken_up(app, id, name, CURRENT, asks);
            }
            button("btn quiet", MY_TITLE, move |_| asks.set(true)).attr("id", CURRENT)
        });
        let target = target.or_else(|| now.is_target.then(|| said("This is your destination.", TARGET)));
        let current = current.or_else(|| now.is_current.then(|| said(&tenure::held(now.began), CURRENT)));
        target.into_iter().chain(current).collect()
    };
    el("div")
        .class("row")
        .show_for(in_plan, buttons)
        .add(compare(app, title))
        .add(link(Page::guide_title(app.guide, title).href(), "In the guide").class("small"))
}

/// A slice of the map: the moves to it and on from it.
fn ways_in_and_out(app: App, title: TitleIx) -> El {
    let (guide, plan) = (app.guide, app.own.derived());
    let drawing = move |width: i32| {
        let route = plan.routes().map(|travel| travel.followed.titles()).unwrap_or_default();
        (width >= LEAST).then(|| slice(guide, title, &route, width))
    };
    let into: Vec<El> = guide.moves_to(title).map(|m| move_line(guide, m, guide.ends(m).0)).collect();
    let out: Vec<El> = guide.moves_from(title).map(|m| move_line(guide, m, guide.ends(m).1)).collect();
    let count = into.len() + out.len();
    let summary = format!("{}, each with its reason", so_many(count, "move", "moves"));
    let lists = el("div").class("two-cards").with([moves("Moves to it", into), moves("Moves on from it", out)]);
    // Where there is no room for the picture the lists are what is seen.
    let is_narrow = move || app.window.width().get() < LEAST + 40;
    let details = el("details").flag_from("open", is_narrow).with([text("summary", "small", summary), lists]);
    el("section").class("flow").with([text("h2", "", "Ways in and out"), drawn("", drawing), details])
}

fn slice(guide: &Guide, title: TitleIx, route: &[TitleIx], width: i32) -> Node {
    let way = |number: usize, other: TitleIx, comes: bool| {
        let (from, to) = guide.ends(number);
        let on_route = route.windows(2).any(|pair| pair == [from, to]);
        let line = if comes { other } else { to };
        Way {
            name: guide.title(other).name.clone(),
            short: way::short_title(&guide.title(other).name),
            years: stay(guide, number),
            track: track_class(guide, line),
            on_route,
            href: Page::Title(guide.title(other).id.clone()).href(),
        }
    };
    let into: Vec<Way> = guide.moves_to(title).map(|m| way(m, guide.ends(m).0, true)).collect();
    let out: Vec<Way> = guide.moves_from(title).map(|m| way(m, guide.ends(m).1, false)).collect();
    let on_route = |ways: &[Way]| ways.iter().find(|way| way.on_route).map(|way| way.name.clone());
    let mut name = format!(
        "{} {} here, {} {} on",
        into.len(),
        plural(into.len(), "way leads", "ways lead"),
        out.len(),
        plural(out.len(), "leads", "lead")
    );
    for (words, other) in [("; your route comes from ", on_route(&into)), ("; your route goes on to ", on_route(&out))] {
        if let Some(other) = other {
            name.push_str(words);
            name.push_str(&other);
        }
    }
    ways(&guide.title(title).name, &into, &out, width, &name)
}

/// How long people stay before a move.
fn stay(guide: &Guide, number: usize) -> String {
    match guide.dwell(number) {
        (short, long) if short == long => so_many(short.into(), "year", "years"),
        (short, long) => with_unit(&format!("{short}–{long}"), "years"),
    }
}

fn moves(name: &str, lines: Vec<El>) -> El {
    let none = lines.is_empty().then(|| text("p", "small", "No moves in this guide."));
    el("section").class("card").add(text("h2", "h-small", name)).maybe(none).add(el("ul").class("moves").with(lines))
}

fn move_line(guide: &Guide, number: usize, other: TitleIx) -> El {
    let one = guide.one_move(number);
    let kind = one.kind.map(routes::kind).unwrap_or_default();
    el("li").class(&track_class(guide, other)).with([
        el("div").add(el("i").class("dot")).add(link(Page::Title(guide.title(other).id.clone()).href(), &guide.title(other).name)),
        text("p", "small", format!("{kind}, after {}. {}", stay(guide, number), one.rationale)),
    ])
}

/// The ways to compare it: with the destination or the title held now, and with any other.
fn compare(app: App, title: TitleIx) -> El {
    let guide = app.guide;
    let id = &guide.title(title).id;
    let suggested = move || {
        app.own.plan().with(|plan| plan.to.clone().filter(|to| to != id).or_else(|| plan.from.clone()).filter(|of| of != id))
    };
    let content = move |suggested: &Option<TitleId>| {
        let other = RwSignal::new(suggested.clone());
        let submit = move |event: crate::dom::Event| {
            event.prevent();
            if let Some(other) = other.get() {
                app.address.go(&Page::Compare(id.clone(), other));
            }
        };
        let form = el("form").class("row").on("submit", submit).with([
            el("div").class("field").with([
                text("label", "", "With").attr("for", "other"),
                title_picker(&guide.pack().title_groups(), "other", other, None, "Choose a title"),
            ]),
            text("button", "btn quiet", "Compare the two").attr("type", "submit"),
        ]);
        let quick = suggested.as_ref().and_then(|other| Some((other, guide.title_by_id(other)?))).map(|(other, ix)| {
            link(Page::Compare(id.clone(), other.clone()).href(), format!("Compare with {}", guide.title(ix).name)).class("small")
        });
        let words = if quick.is_some() { "Compare with another title" } else { "Compare with a title" };
        quick.into_iter().chain([el("details").with([text("summary", "small", words), form])]).collect()
    };
    el("div").class("row compare").show_for(suggested, content)
}

/// What it asks for, beside what one has and what one's own title asks.
fn profile(app: App, title: TitleIx) -> El {
    let (guide, plan) = (app.guide, app.own.derived());
    let before = move || plan.get().current.filter(|current| *current != title);
    let gaps = move || gaps(guide, &plan.get().ratings, title);
    let names = dots::room_for(guide.skills().map(|skill| guide.skill(skill).short.as_str()));
    let sections: Vec<El> = Dimension::ALL
        .into_iter()
        .map(|dimension| {
            let rows = move || {
                let mut gaps = gaps();
                gaps.retain(|gap| guide.dimension(gap.skill) == dimension);
                gaps
            };
            let drawing = move |width| {
                let rows = rows();
                let drawn: Vec<dots::Row> = rows.iter().map(|gap| dot_row(guide, gap, before())).collect();
                Some(dots::dots(&drawn, names, width, &finding(dimension, &rows)))
            };
            el("section").with([text("h3", "", scale::dimension(dimension)), drawn("", drawing)])
        })
        .collect();
    let said = move || {
        let mut words = before().map(|before| rises(guide, before, title)).unwrap_or_default();
        words.push_str(guide.requirement_rationale(title));
        words.push_str(" The levels asked are this project’s judgement.");
        words
    };
    let rises_from = move || before().map(|before| format!("more than {} asks", guide.title(before).name));
    let key = move || {
        let line = rises_from().map(|words| el("li").add(el("i").class("rise-sample")).add(text("span", "", words)));
        vec![key(&[Mark::Asked, Mark::Person]).maybe(line)]
    };
    let heads = move || {
        let own = before().map(|before| format!("{} asks", guide.title(before).name));
        [Some("Asked".to_owned()), Some("You".to_owned()), own].into_iter().flatten().collect::<Vec<_>>()
    };
    let table = move || vec![table(guide, &guide.title(title).name, &heads(), &gaps(), before())];
    let open = RwSignal::new(false);
    let as_table = el("details")
        .on("toggle", move |event| open.set(event.open()))
        .add(text("summary", "small", "Skill by skill, as a table"))
        .show(move || if open.get() { table() } else { Vec::new() });
    let only = guide.is_onward(title).then(|| text("p", "small", SKILLS_ONLY));
    el("section")
        .class("flow")
        .add(
            el("div")
                .class("head")
                .add(el("h2").text_from(move || {
                    (if before().is_some() { "What it asks for, and what is new" } else { "What it asks for" }).to_owned()
                }))
                .show(key),
        )
        .add(el("p").class("small").text_from(said))
        .maybe(only)
        .add(el("div").class("profiles").with(sections))
        .add(as_table)
}

fn dot_row(guide: &Guide, gap: &Gap, before: Option<TitleIx>) -> dots::Row {
    dots::Row {
        name: guide.skill(gap.skill).short.clone(),
        asked: gap.required.get(),
        have: gap.rated.map(Proficiency::get),
        before: before.map(|before| guide.required(before, gap.skill).get()),
    }
}

/// What a picture of some skills shows.
fn finding(dimension: Dimension, gaps: &[Gap]) -> String {
    let count = |is_one: fn(&Gap) -> bool| gaps.iter().filter(|gap| is_one(gap)).count();
    let (met, unrated) = (count(|gap| gap.levels() == Some(0)), count(|gap| gap.rated.is_none()));
    let short = gaps.len() - met - unrated;
    let mut words = format!("{}: {}\u{a0}skills", scale::dimension(dimension), gaps.len());
    for (count, what) in [(short, "short"), (met, "met"), (unrated, "unrated")] {
        if count > 0 {
            words.push_str(&format!(", {count} {what}"));
        }
    }
    words
}

/// What is more than one's own title asks, and how much of it is there already.
fn rises(guide: &Guide, from: TitleIx, to: TitleIx) -> String {
    let rise = |skill: &SkillIx| guide.required(from, *skill).below(guide.required(to, *skill));
    let count = guide.skills().filter(|skill| rise(skill) > 0).count();
    // The first of the largest, in the guide's order.
    let most = guide.skills().rev().max_by_key(|skill| (rise(skill), guide.weight(to, *skill).quarters()));
    let mut words = String::new();
    if let Some(share) = transfer(guide, from, to) {
        words = format!("{} already meets {} of it. ", way::someone(&guide.title(from).name), figures::percent(share));
    }
    if let Some(most) = most.filter(|_| count > 0) {
        let rise = so_many(count, "skill rises", "skills rise");
        words.push_str(&format!("{rise}, {} most of all. ", guide.skill(most).short));
    }
    words
}

fn table(guide: &Guide, name: &str, heads: &[String], gaps: &[Gap], before: Option<TitleIx>) -> El {
    let figure = |level: Option<Proficiency>| text("td", "n", level.map_or_else(|| "–".to_owned(), |level| level.to_string()));
    let line = |gap: &Gap| {
        let record = guide.skill(gap.skill);
        let entry = Page::guide_skill(guide, gap.skill);
        el("tr")
            .add(el("th").attr("scope", "row").add(link(entry.href(), &record.name)))
            .add(figure(Some(gap.required)))
            .add(figure(gap.rated))
            .maybe(before.map(|before| figure(Some(guide.required(before, gap.skill)))))
    };
    let rows: Vec<El> = gaps.iter().map(line).collect();
    let mut head = vec![text("th", "", "Skill").attr("scope", "col")];
    head.extend(heads.iter().map(|head| text("th", "n", head).attr("scope", "col")));
    let table = el("table").with([el("thead").add(el("tr").with(head)), el("tbody").with(rows)]);
    scroll(&format!("What {name} asks, skill by skill"), table)
}
