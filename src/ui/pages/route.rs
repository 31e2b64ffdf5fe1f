//! The ways to the target: alternatives as cards, the chosen one as an itinerary, and its first leg with dates by pace.

use crate::dom::{El, Row, button, el, heading, link, text};
use crate::domain::analysis::{Journey, Travel};
use crate::domain::guide::{Guide, TitleId, TitleIx};
use crate::domain::journey::promotion::Raise;
use crate::domain::journey::routes::{Leg, Route};
use crate::domain::journey::steps::{all_done, skills};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::receipt;
use crate::state::{DerivedPlan, Live, use_app};
use crate::ui::charts::pace_chart::pace_chart;
use crate::ui::components::pace::{fit_lines, pace_form};
use crate::ui::components::plural;
use crate::ui::components::receipt::{HOW, working};
use crate::ui::words::dates::month_and_year;
use crate::ui::words::{figures, routes};

/// The most raises of a leg that are listed at once.
const CHIPS: usize = 6;

/// Shows the page.
pub fn show(travel: Live<Travel>) -> Vec<El> {
    let plan = travel.plan;
    let count = move || travel.get().on_offer.len();
    let title = move || {
        let ways = ["", "One way", "Two ways", "Three ways", "Four ways"].get(count()).copied().unwrap_or("Five ways");
        format!("{ways} to {}", plan.name(travel.get().journey.aim.target))
    };
    let intro = move || {
        let choice = if count() == 1 {
            "It is at least as good as any other in years, in gaps and in moves."
        } else {
            "None of these is better in every way."
        };
        let (current, years) = (travel.get().journey.current, travel.get().journey.so_far.years);
        format!(
            "From {}, {years} {} in. The guide keeps two clocks, so arrival is a range. {choice}",
            plan.name(current),
            plural(years.into(), "year", "years")
        )
    };
    let mut page = vec![heading("").text_from(title), el("p").class("small").text_from(intro)];
    page.extend(parts(travel));
    page
}

/// The page below its heading: the ways to choose from, and the one that is followed.
pub fn parts(travel: Live<Travel>) -> Vec<El> {
    let offers = move || {
        let now = travel.get();
        let followed = now.followed.titles();
        let offer = |route: &Route| Offer {
            route: route.clone(),
            is_followed: route.titles() == followed,
            years: now.journey.so_far.years,
        };
        now.on_offer.iter().map(offer).collect()
    };
    let key = |offer: &Offer| offer.route.titles().iter().map(|t| format!("{} ", t.index())).collect();
    // What lies on the way is made anew with another route; as long as it is the same one, what is open in it stays open.
    let followed = move || travel.get().followed.titles();
    let way = move |titles: &Vec<TitleIx>| vec![itinerary(travel, titles), first_leg(travel)];
    vec![
        el("div")
            .class("alts")
            .attr("role", "group")
            .attr("aria-label", "Routes")
            .each(offers, key, move |row| card(travel.plan, row)),
        el("div").class("itinerary-and-leg").show_for(followed, way),
    ]
}

/// A route to choose.
#[derive(PartialEq)]
struct Offer {
    route: Route,
    is_followed: bool,
    /// Years of experience so far.
    years: u8,
}

/// What stands in place of routes and steps where no moves lead from the one end to the other.
pub fn no_way(journey: Live<Journey>) -> Vec<El> {
    let plan = journey.plan;
    let title = move || {
        let now = journey.get();
        format!("No route from {} to {}", plan.name(now.current), plan.name(now.aim.target))
    };
    let compare = move || {
        let now = journey.get();
        let id = |title| plan.guide.title(title).id.clone();
        Some(Page::Compare(id(now.current), id(now.aim.target)).href())
    };
    vec![
        heading("").text_from(title),
        text(
            "p",
            "lead",
            "The map has no moves that lead there: its moves go mostly towards more seniority. Choose another destination, or look at what the two titles have in common.",
        ),
        el("div").class("row").with([
            link(Page::Home.href(), "Choose another destination").class("btn"),
            text("a", "btn quiet", "Compare the two titles").attr_from("href", compare),
        ]),
    ]
}

/// The class of a track's colour on the map.
pub fn track_class(guide: &Guide, title: TitleIx) -> String {
    guide.track(title).map_or_else(|| "track-onward".to_owned(), |t| format!("track-{}", t.id))
}

fn card(plan: DerivedPlan, row: Row<Offer>) -> El {
    let (app, guide) = (use_app(), plan.guide);
    let content = move || {
        let offer = row.get();
        let (from, to) = calendar(plan, offer.years, &offer.route);
        let shown = (plan.read_only && offer.is_followed).then(|| text("span", "tag", "Followed below"));
        vec![
            el("span").class("tags").add(text("span", "tag", routes::name(guide, &offer.route))).maybe(shown),
            text("span", "alt-years", format!("{from}–{to}")),
            strip(guide, &offer.route),
            text("span", "small", summary(guide, &offer.route)),
        ]
    };
    if plan.read_only {
        return el("div").class("card alt").show(content);
    }
    let choose = move |_| {
        let offer = row.get();
        if !offer.is_followed {
            app.own.edit(&PlanEdit::ChooseRoute(ids(guide, &offer.route)));
            let (from, to) = calendar(plan, offer.years, &offer.route);
            app.live.announce(format!("{}, {from}–{to}, is the route now.", routes::name(guide, &offer.route)));
        }
    };
    button("card alt", "", choose).attr_from("aria-pressed", move || Some(row.get().is_followed.to_string())).show(content)
}

/// The titles of a route as a plan keeps them.
fn ids(guide: &Guide, route: &Route) -> Vec<TitleId> {
    route.titles().iter().map(|t| guide.title(*t).id.clone()).collect()
}

/// The calendar years of arrival, fast and usual, of someone with so many years of experience.
pub fn calendar(plan: DerivedPlan, years: u8, route: &Route) -> (i32, i32) {
    route.arrival().calendar(years, plan.today().year())
}

fn strip(guide: &Guide, route: &Route) -> El {
    let legs: Vec<El> = route.legs.iter().flat_map(|leg| [el("b").class(&track_class(guide, leg.to)), el("i")]).collect();
    el("span").class("strip").attr("aria-hidden", "true").add(el("i")).with(legs)
}

/// A route in one line.
pub fn summary(guide: &Guide, route: &Route) -> String {
    let (moves, steps) = (route.legs.len(), route.raises() as usize);
    let between: Vec<&str> = route.legs[..moves.saturating_sub(1)].iter().map(|l| guide.title(l.to).name.as_str()).collect();
    let through = match between.split_last() {
        None => "straight there".to_owned(),
        Some((one, [])) => format!("through {one}"),
        Some((last, rest)) => format!("through {} and {last}", rest.join(", ")),
    };
    format!(
        "{moves} {} · {steps} {} in all · heaviest gap {} · {through}",
        plural(moves, "move", "moves"),
        plural(steps, "step", "steps"),
        figures::quarters(route.gap())
    )
}

fn itinerary(travel: Live<Travel>, titles: &[TitleIx]) -> El {
    let (plan, guide) = (travel.plan, travel.plan.guide);
    let leg = move |place: usize| travel.get().followed.legs.get(place).cloned();
    let last = titles.len() - 1;
    let stops: Vec<El> = titles
        .iter()
        .enumerate()
        .map(|(stop, &title)| {
            let before = move || stop.checked_sub(1).and_then(leg);
            let end = if stop == 0 || stop == last { "end" } else { "" };
            let track = titles.get(stop + 1).map(|next| track_class(guide, *next)).unwrap_or_default();
            let when = move || {
                let this_year = plan.today().year();
                match before().map(|leg| leg.arrival.calendar(travel.get().journey.so_far.years, this_year)) {
                    None => vec![text("b", "", this_year.to_string()), text("span", "tiny", "now")],
                    Some((from, to)) if from == to => vec![text("b", "", from.to_string())],
                    Some((from, to)) => vec![text("b", "", format!("{from}–{:02}", to % 100))],
                }
            };
            let name = link(Page::Title(guide.title(title).id.clone()).href(), &guide.title(title).name);
            let words = move || stop_text(guide, before().as_ref(), leg(stop).as_ref(), title);
            let what = el("div").class("what").with([el("h3").add(name), el("p").class("small").text_from(words)]);
            let raises = move || leg(stop).map(|leg| leg.raises).unwrap_or_default();
            let is_last = stop == last;
            el("li").class(&format!("stop {end} {track}")).with([
                el("div").class("when").show(when),
                el("div").class("line").attr("aria-hidden", "true"),
                if is_last { what } else { chips(guide, what, titles[stop + 1], raises) },
            ])
        })
        .collect();
    let dates = move || {
        let now = travel.get();
        Some(receipt::of_arrival(guide, &now.followed, now.journey.so_far, plan.today().year()))
    };
    let heaviest = move || travel.get().followed.legs.iter().max_by_key(|l| l.gap).map(|leg| receipt::of_leg(guide, leg));
    el("section").attr("aria-label", "Itinerary").with([
        text("h2", "hush", "Itinerary"),
        el("ol").class("itinerary").with(stops),
        working(guide, "How the dates are worked out", dates),
        working(guide, "How the heaviest gap is worked out", heaviest),
    ])
}

fn stop_text(guide: &Guide, arrived: Option<&Leg>, next: Option<&Leg>, title: TitleIx) -> String {
    let arrival = arrived
        .map(|leg| guide.one_move(leg.number))
        .and_then(|one| Some(format!("{}. {} ", routes::kind(one.kind?), one.rationale)))
        .unwrap_or_default();
    let stay = next.map_or_else(|| format!("{}.", guide.title(title).focus), |leg| stay(guide, leg.number));
    format!("{arrival}{stay}")
}

/// How long one stays before a move.
fn stay(guide: &Guide, number: usize) -> String {
    let (short, long) = guide.dwell(number);
    if short == long {
        format!("Stay {short} {}.", plural(short.into(), "year", "years"))
    } else {
        format!("Stay {short}–{long} years.")
    }
}

/// What to build before a move, below what is said of a stop.
fn chips(guide: &'static Guide, below: El, to: TitleIx, raises: impl Fn() -> Vec<Raise> + Copy + 'static) -> El {
    let list = move |take: fn(Vec<Raise>) -> Vec<Raise>| {
        let words = move |row: Row<Raise>| {
            el("li").class("tag").text_from(move || {
                let raise = row.get();
                format!("{} {} → {}", guide.skill(raise.skill).short, raise.from, raise.to)
            })
        };
        el("ul").class("tags bare").each(move || take(raises()), |raise| raise.skill.index().to_string(), words)
    };
    let first = |mut raises: Vec<Raise>| {
        raises.truncate(CHIPS);
        raises
    };
    let rest = |mut raises: Vec<Raise>| raises.split_off(CHIPS.min(raises.len()));
    let more = move |has_more: &bool| {
        let words = move || format!("{} more", rest(raises()).len());
        let more = || el("details").class("more-chips").with([el("summary").text_from(words), list(rest)]);
        if *has_more { vec![more()] } else { Vec::new() }
    };
    let build = move |has_any: &bool| {
        let words = move || {
            let raises = raises();
            let (steps, skills) = (raises.iter().map(Raise::levels).sum::<u32>(), raises.len());
            let (of_steps, of_skills) = (plural(steps as usize, "step", "steps"), plural(skills, "skill", "skills"));
            format!("To build before it: {steps} {of_steps} in {skills} {of_skills}.")
        };
        has_any.then(|| el("p").class("small").text_from(words)).into_iter().collect()
    };
    below
        .show_for(move || !raises().is_empty(), build)
        .add(list(first).attr("aria-label", format!("To build before {}", guide.title(to).name)))
        .show_for(move || raises().len() > CHIPS, more)
}

/// The first leg of the followed route: what it takes, and by when.
fn first_leg(travel: Live<Travel>) -> El {
    let (app, plan, guide) = (use_app(), travel.plan, travel.plan.guide);
    let title = move || format!("First leg: to {}", guide.title(travel.get().leg.to).name);
    let actions = move || travel.get().needed(guide, plan.today());
    let words = move || {
        let (actions, now) = (actions(), travel.get());
        let (needed, all, skills) = (actions.len(), now.actions(guide, plan.today()).len(), skills(&actions).len());
        let which = match all {
            1 => "the one step".to_owned(),
            _ if needed == all => format!("all {all} steps"),
            _ => format!("{needed} of the {all} steps"),
        };
        let who = if guide.is_onward(now.leg.to) { "It takes" } else { "Its gate needs" };
        format!("{who} {which} of this leg, in {skills} {}: likely by ", plural(skills, "skill", "skills"))
    };
    let likely = move || all_done(&actions()).map(|by| month_and_year(by.0)).unwrap_or_default();
    let late = move || all_done(&actions()).map(|by| month_and_year(by.1)).unwrap_or_default();
    let receipt = move || Some(receipt::of_pace(guide, &actions(), travel.get().journey.aim.plan.pace, plan.today()));
    let content = move |is_passed: &bool| {
        if *is_passed {
            return vec![text("p", "", "Nothing to build: what you have is enough for it. What is left is the move itself.")];
        }
        let dates = el("p").class("small").text_from(words).add(el("b").class("strong").text_from(likely));
        let dates = dates.text(", late by ").add(el("b").class("strong").text_from(late)).text(".");
        vec![dates, pace_chart(guide, actions, plan.today()), working(guide, HOW, receipt)]
    };
    let card = el("section").class("card first-leg").add(el("h2").text_from(title));
    let card = card.add(el("div").class("flow").show_for(move || actions().is_empty(), content));
    let card = card.show(move || fit_lines(guide, &travel.get()));
    if plan.read_only {
        return card;
    }
    let follow = button("btn", "Follow this route in my plan", move |_| {
        app.own.edit(&PlanEdit::ChooseRoute(ids(guide, &travel.get().followed)));
        app.address.go(&Page::Plan);
    });
    card.add(pace_form(app)).add(follow)
}
