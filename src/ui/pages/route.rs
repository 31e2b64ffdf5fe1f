//! The ways to the destination: all of them on one axis of years to choose from, the chosen one as an itinerary, and whether one is ready in time.

use crate::chart::timeline::{self, Stop, Years};
use crate::dom::{El, Row, button, el, heading, link, text};
use crate::domain::analysis::{Journey, Travel};
use crate::domain::guide::{Guide, TitleId, TitleIx};
use crate::domain::journey::pace::Effort;
use crate::domain::journey::promotion::Raise;
use crate::domain::journey::routes::{Leg, Route};
use crate::domain::journey::steps::gate_raises;
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::receipt;
use crate::map::drawing::Node;
use crate::state::{DerivedPlan, Live, use_app};
use crate::ui::charts::drawn::drawn;
use crate::ui::components::pace::ready_in_time;
use crate::ui::components::plural;
use crate::ui::components::receipt::{HOW, working};
use crate::ui::components::take_back::TakeBack;
use crate::ui::words::figures::so_many;
use crate::ui::words::{routes, way as words};

/// The most skills of a leg that are named at once.
const NAMED: usize = 6;

/// Shows the page.
pub fn show(travel: Live<Travel>) -> Vec<El> {
    let plan = travel.plan;
    let count = move || travel.get().on_offer.len();
    let title = move || {
        let ways = ["", "One way", "Two ways", "Three ways", "Four ways"].get(count()).copied().unwrap_or("Five ways");
        format!("{ways} to {}", plan.name(travel.get().journey.aim.target))
    };
    let intro = move || {
        let now = travel.get();
        let (early, usual) = calendar(plan, now.journey.so_far.years, &now.followed);
        let pale = if early == usual { "" } else { " Pale: the years between." };
        words::arrival(early, usual) + pale
    };
    let mut page = vec![heading("").text_from(title), el("p").class("lead").text_from(intro)];
    page.push(el("div").class("flow").show(move || unrated_note(travel)));
    page.extend(parts(travel));
    page
}

/// What the steps rest on while skills are unrated.
fn unrated_note(travel: Live<Travel>) -> Vec<El> {
    let now = travel.get();
    let (unrated, from) = (now.journey.aim.unrated(travel.plan.guide), travel.plan.name(now.journey.current));
    if unrated == 0 {
        return Vec::new();
    }
    let words = if unrated == travel.plan.guide.skills().len() {
        format!("Nothing is rated yet, so the steps start from what {from} asks. ")
    } else {
        format!("{} unrated: the steps take them to be at what {from} asks. ", so_many(unrated, "skill is", "skills are"))
    };
    vec![text("p", "small", words).add(link(Page::Assess.href(), "Rate your skills"))]
}

/// The page below its heading: the ways to choose from, and the one that is followed.
pub fn parts(travel: Live<Travel>) -> Vec<El> {
    let plan = travel.plan;
    let offers = move || {
        let now = travel.get();
        let followed = now.followed.titles();
        let shown = Shown::of(plan, &now);
        let offer = |route: &Route| Offer { route: route.clone(), is_followed: route.titles() == followed, shown };
        // What is followed is shown, also where better ones are on offer today.
        let mut offers: Vec<Offer> = now.on_offer.iter().map(offer).collect();
        if !offers.iter().any(|offer| offer.is_followed) {
            offers.push(offer(&now.followed));
        }
        offers
    };
    let key = |offer: &Offer| offer.route.titles().iter().map(|t| format!("{} ", t.index())).collect();
    let undo = TakeBack::new(use_app());
    let table = el("div").class("route-table").with([
        head(travel),
        el("div")
            .class("routes")
            .attr("role", "group")
            .attr("aria-label", "Routes")
            .each(offers, key, move |row| offered(plan, undo, row)),
        undo.place(),
        text("p", "small", words::JUMP),
    ]);
    // What lies on the way is made anew with another route; as long as it is the same one, what is open in it stays open.
    let followed = move || travel.get().followed.titles();
    let way = move |titles: &Vec<TitleIx>| vec![itinerary(travel, titles), first_leg(travel)];
    vec![table, el("div").class("itinerary-and-leg").show_for(followed, way)]
}

/// A route to choose.
#[derive(PartialEq)]
struct Offer {
    route: Route,
    is_followed: bool,
    shown: Shown,
}

/// What all routes on offer are drawn by and compared with.
#[derive(Clone, Copy, PartialEq)]
struct Shown {
    /// Years of experience so far.
    years: u8,
    axis: Years,
    /// The fewest moves and steps and the smallest of the biggest jumps; none where all are the same.
    best: [Option<u32>; 3],
    /// The largest of the biggest jumps.
    widest: u32,
}

impl Shown {
    fn of(plan: DerivedPlan, now: &Travel) -> Self {
        let years = now.journey.so_far.years;
        let routes = || now.on_offer.iter().chain([&now.followed]);
        let last = routes().map(|route| calendar(plan, years, route).1).max().unwrap_or(0);
        let best = |of: fn(&Route) -> u32| {
            let least = routes().map(of).min()?;
            routes().any(|route| of(route) > least).then_some(least)
        };
        let today = plan.today().year();
        Self {
            years,
            axis: Years { from: today, to: last.max(today + 1) },
            best: [best(moves), best(Route::raises), best(Route::gap)],
            widest: routes().map(Route::gap).max().unwrap_or(0),
        }
    }
}

fn moves(route: &Route) -> u32 {
    u32::try_from(route.legs.len()).unwrap_or(u32::MAX)
}

/// The axis of years, and what stands below it in each column.
fn head(travel: Live<Travel>) -> El {
    let plan = travel.plan;
    let axis = move |width| Some(timeline::axis(Shown::of(plan, &travel.get()).axis, "now", width, "Years"));
    // Each row says it all; for the eye alone it stands above them once.
    el("div").class("route-row route-head small").attr("aria-hidden", "true").with([
        el("span"),
        drawn("", axis),
        text("span", "", "moves"),
        text("span", "", "steps"),
        text("span", "", "biggest jump"),
    ])
}

/// What stands in place of routes and steps where no moves lead from the one end to the other.
pub fn no_way(journey: Live<Journey>) -> Vec<El> {
    let plan = journey.plan;
    let is_there = move || journey.get().current == journey.get().aim.target;
    let title = move || {
        let now = journey.get();
        let (current, target) = (plan.name(now.current), plan.name(now.aim.target));
        if is_there() {
            format!("You are where you wanted to be: {target}")
        } else {
            format!("No route from {current} to {target}")
        }
    };
    let why = move || {
        if is_there() {
            "Your title is your destination, so no route is needed. Choose where to go from here, and this page fills in."
        } else {
            "The map has no moves that lead there: its moves go mostly towards more seniority. Choose another destination, or look at what the two titles have in common."
        }
    };
    let compare = move || {
        let now = journey.get();
        let id = |title| plan.guide.title(title).id.clone();
        Some(Page::Compare(id(now.current), id(now.aim.target)).href())
    };
    vec![
        heading("").text_from(title),
        el("p").class("lead").text_from(move || why().to_owned()),
        el("div").class("row").add(link(Page::Home.href(), "Choose another destination").class("btn")).show_for(
            is_there,
            move |is_there| {
                let both = || text("a", "btn quiet", "Compare the two titles").attr_from("href", compare);
                if *is_there { Vec::new() } else { vec![both()] }
            },
        ),
    ]
}

/// The class of a track's colour on the map.
pub fn track_class(guide: &Guide, title: TitleIx) -> String {
    guide.track(title).map_or_else(|| "track-onward".to_owned(), |t| format!("track-{}", t.id))
}

fn offered(plan: DerivedPlan, undo: TakeBack, row: Row<Offer>) -> El {
    let (app, guide) = (use_app(), plan.guide);
    let picture = move |width| {
        let offer = row.get();
        let (_, usual) = calendar(plan, offer.shown.years, &offer.route);
        Some(line(plan, &offer, usual, width))
    };
    let content = [
        el("span").class("route-name").with([
            el("b").text_from(move || routes::name(guide, &row.get().route)),
            el("span").class("small").text_from(move || through(guide, &row.get().route)),
        ]),
        drawn("route-line", picture),
        figure(row, 0, "move", "moves"),
        figure(row, 1, "step", "steps"),
        jump(guide, row),
    ];
    if plan.read_only {
        return el("div")
            .class("route-row")
            .attr_from("data-followed", move || row.get().is_followed.then(String::new))
            .with(content);
    }
    let choose = move |_| {
        let offer = row.get();
        if !offer.is_followed {
            let made = app.own.edit(&PlanEdit::ChooseRoute(ids(guide, &offer.route)));
            let (from, to) = calendar(plan, offer.shown.years, &offer.route);
            undo.say(made, format!("“{}”, {}, is the route now.", routes::name(guide, &offer.route), words::years(from, to)));
        }
    };
    let button = button("route-row", "", choose).attr_from("aria-pressed", move || Some(row.get().is_followed.to_string()));
    button.with(content)
}

/// A figure of a route, marked where no other route on offer has a smaller one.
fn figure(row: Row<Offer>, which: usize, one: &'static str, many: &'static str) -> El {
    let value = move || {
        let offer = row.get();
        let value = [moves(&offer.route), offer.route.raises()][which];
        (value, offer.shown.best[which] == Some(value))
    };
    let unit = move || format!("\u{a0}{}", plural(value().0 as usize, one, many));
    el("span")
        .class("route-figure")
        .attr_from("data-best", move || value().1.then(String::new))
        .add(el("b").text_from(move || value().0.to_string()))
        .add(el("span").class("unit").text_from(unit))
        .show(move || best(value().1))
}

fn best(is_best: bool) -> Vec<El> {
    is_best.then(|| text("span", "best", " best")).into_iter().collect()
}

/// The move of a route that asks for most at once, of those on offer.
fn heaviest(route: &Route) -> Option<&Leg> {
    route.legs.iter().max_by_key(|leg| leg.gap)
}

/// The weighted gap of the heaviest leg, as a bar beside those of the others; in words its steps, and where it leads.
fn jump(guide: &'static Guide, row: Row<Offer>) -> El {
    let is_best = move || row.get().shown.best[2] == Some(row.get().route.gap());
    let share = move || {
        let offer = row.get();
        format!("{}%", (offer.route.gap() * 100).checked_div(offer.shown.widest).unwrap_or(0))
    };
    el("span")
        .class("route-jump")
        .attr_from("data-best", move || is_best().then(String::new))
        .with([
            text("span", "unit", "biggest jump "),
            el("span").class("jump-bar").attr("aria-hidden", "true").add(el("i").class("grow").css_from("--wide", share)),
            el("span")
                .class("jump-of small")
                .text_from(move || heaviest(&row.get().route).map_or_else(String::new, |leg| words::jump(guide, leg))),
        ])
        .show(move || best(is_best()))
}

/// The route on the axis of years.
fn line(plan: DerivedPlan, offer: &Offer, usual: i32, width: i32) -> Node {
    let (guide, today) = (plan.guide, plan.today().year());
    let stop = |leg: &Leg| Stop {
        name: words::short_title(&guide.title(leg.to).name),
        year: leg.arrival.calendar(offer.shown.years, today).0,
        track: track_class(guide, leg.to),
    };
    let stops: Vec<Stop> = offer.route.legs.iter().map(stop).collect();
    let early = stops.last().map_or(today, |stop| stop.year);
    let name = if early == usual { format!("there in {early}") } else { format!("there from {early}, usually by {usual}") };
    timeline::timeline(&stops, offer.shown.axis, usual, &words::years(early, usual), width, &name)
}

/// The titles of a route as a plan keeps them.
fn ids(guide: &Guide, route: &Route) -> Vec<TitleId> {
    route.titles().iter().map(|t| guide.title(*t).id.clone()).collect()
}

/// The calendar years of arrival, fast and usual, of someone with so many years of experience.
pub fn calendar(plan: DerivedPlan, years: u8, route: &Route) -> (i32, i32) {
    route.arrival().calendar(years, plan.today().year())
}

/// The titles between the ends of a route.
fn through(guide: &Guide, route: &Route) -> String {
    let between = &route.legs[..route.legs.len().saturating_sub(1)];
    let names: Vec<String> = between.iter().map(|leg| guide.title(leg.to).name.clone()).collect();
    if names.is_empty() { "straight there".to_owned() } else { format!("through {}", words::listed(&names, names.len())) }
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
                    Some((from, to)) => vec![text("b", "", words::years_short(from, to))],
                }
            };
            let name = link(Page::Title(guide.title(title).id.clone()).href(), &guide.title(title).name);
            let said = move || stop_text(guide, before().as_ref(), leg(stop).as_ref(), title);
            let what = el("div").class("what").with([el("h3").add(name), el("p").class("small").text_from(said)]);
            let is_last = stop == last;
            el("li").class(&format!("stop {end} {track}")).with([
                el("div").class("when").show(when),
                el("div").class("line").attr("aria-hidden", "true"),
                if is_last { what } else { to_build(travel, what, titles[stop + 1], move || leg(stop)) },
            ])
        })
        .collect();
    let dates = move || {
        let now = travel.get();
        Some(receipt::of_arrival(guide, &now.followed, now.journey.so_far, plan.today().year()))
    };
    let heaviest = move || heaviest(&travel.get().followed).map(|leg| receipt::of_leg(guide, leg));
    let name = move || routes::name(guide, &travel.get().followed);
    el("section").attr("aria-label", "Itinerary").with([
        el("h2").text_from(name),
        el("ol").class("itinerary").with(stops),
        working(guide, "How the dates are worked out", dates),
        working(guide, "How the biggest jump is worked out", heaviest),
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
        format!("Stay {}.", so_many(short.into(), "year", "years"))
    } else {
        format!("Stay {short}–{long}\u{a0}years.")
    }
}

/// What to build before a move, below what is said of a stop.
fn to_build(travel: Live<Travel>, below: El, to: TitleIx, leg: impl Fn() -> Option<Leg> + Copy + 'static) -> El {
    let (plan, guide) = (travel.plan, travel.plan.guide);
    let raises = move || leg().map(|leg| gate_raises(guide, &leg)).unwrap_or_default();
    let name = move |raise: &Raise| format!("{} to {}", guide.skill(raise.skill).short, raise.to);
    let steps = |raises: &[Raise]| raises.iter().map(Raise::levels).sum::<u32>() as usize;
    let needed = move || {
        let needed = raises().0;
        if needed.is_empty() {
            return vec![text("p", "", "Nothing is missing for it.")];
        }
        let pace = travel.get().journey.aim.plan.pace;
        let names: Vec<String> = needed.iter().map(name).collect();
        let takes = words::span(Effort::of_raises(guide, &needed).days(pace).0);
        let count = steps(&needed);
        let rest = format!(
            " {}: {}, about {takes} at {}\u{a0}h a week.",
            words::listed(&names, NAMED),
            so_many(count, "step", "steps"),
            pace.hours_per_week
        );
        let what = if guide.is_onward(to) { "To build:" } else { "Needed to pass:" };
        vec![el("p").add(text("b", "", what)).text(rest)]
    };
    let list = move |label: &str, raises: &[Raise]| {
        let entry = |raise: &Raise| text("li", "tag", format!("{} {} → {}", guide.skill(raise.skill).short, raise.from, raise.to));
        let entries: Vec<El> = raises.iter().map(entry).collect();
        let list = el("ul").class("tags bare").attr("aria-label", label).with(entries);
        (!raises.is_empty()).then(|| el("div").with([text("p", "small", label), list]))
    };
    let has_more = move || {
        let (needed, beyond) = raises();
        needed.len() > NAMED || !beyond.is_empty()
    };
    let more = move |has_more: &bool| {
        let summary = move || match steps(&raises().1) {
            0 => "Each step".to_owned(),
            more => {
                format!("To meet everything {} asks: {} more", plan.name(to), so_many(more, "step", "steps"))
            }
        };
        let lists = move || {
            let (needed, beyond) = raises();
            list("To pass the gate", &needed).into_iter().chain(list("Beyond the gate", &beyond)).collect()
        };
        let details =
            || el("details").class("more-chips").with([el("summary").text_from(summary), el("div").class("flow").show(lists)]);
        if *has_more { vec![details()] } else { Vec::new() }
    };
    below.add(el("div").class("flow needed").show(needed)).show_for(has_more, more)
}

/// The first leg of the followed route: whether one is ready in time, and the way on.
fn first_leg(travel: Live<Travel>) -> El {
    let (app, plan, guide) = (use_app(), travel.plan, travel.plan.guide);
    let receipt = move || {
        let actions = travel.get().needed(guide, plan.today());
        let has_any = !actions.is_empty();
        has_any.then(|| receipt::of_pace(guide, &actions, travel.get().journey.aim.plan.pace, plan.today()))
    };
    let card = ready_in_time(travel).add(working(guide, HOW, receipt));
    if plan.read_only {
        return card;
    }
    let follow = button("btn", "Follow this route", move |_| {
        app.own.edit(&PlanEdit::ChooseRoute(ids(guide, &travel.get().followed)));
        app.address.go(&Page::Plan);
    });
    card.add(follow)
}
