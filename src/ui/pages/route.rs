//! The ways to the target: alternatives as cards, the chosen one as an itinerary, and its first leg with dates by pace.

use super::begin::needs_plan;
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::guide::{Guide, MoveKind, TitleIx};
use crate::domain::journey::promotion::Raise;
use crate::domain::journey::routes::{Leg, Route};
use crate::domain::journey::steps::{all_done, skills};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::receipt::{self, quarters};
use crate::state::{PlanView, use_app, use_view};
use crate::ui::charts::pace_chart::pace_chart;
use crate::ui::components::pace::{fit_lines, pace_form};
use crate::ui::components::plural;
use crate::ui::components::receipt::{HOW, working};

/// The most raises of a leg that are listed at once.
const CHIPS: usize = 6;

/// Shows the page.
pub fn show() -> Vec<El> {
    let view = use_view();
    let now = view.peek();
    if !now.is_complete() {
        return needs_plan("Routes to your next title", Page::Route);
    }
    let guide = view.guide;
    let count = now.routes(guide).len();
    if count == 0 {
        return no_route(view);
    }
    let ways = ["", "One way", "Two ways", "Three ways", "Four ways"].get(count).copied().unwrap_or("Five ways");
    let choice = if count == 1 {
        "It is at least as good as any other in years, in gaps and in moves."
    } else {
        "None of these is better in every way."
    };
    let intro = format!(
        "From {}, {} {} in. The guide keeps two clocks, so arrival is a range. {choice}",
        view.name(now.current),
        now.years(),
        plural(now.years().into(), "year", "years")
    );
    let mut page = vec![heading(format!("{ways} to {}", view.name(now.target))), text("p", "small", intro)];
    page.extend(parts(view));
    page
}

/// The page below its heading: the ways to choose from, and the one that is followed.
pub fn parts(view: PlanView) -> Vec<El> {
    let followed = move || {
        let now = view.get();
        now.route(view.guide).map(|route| vec![itinerary(view, route), first_leg(view, route)]).unwrap_or_default()
    };
    vec![
        el("div").class("alts").attr("role", "group").attr("aria-label", "Routes").show(move || cards(view)),
        el("div").class("itinerary-and-leg").show(followed),
    ]
}

fn no_route(view: PlanView) -> Vec<El> {
    let (guide, now) = (view.guide, view.peek());
    let id = |title: Option<TitleIx>| title.map(|t| guide.title(t).id.clone());
    let compare = id(now.current)
        .zip(id(now.target))
        .map(|(a, b)| link(Page::Compare(a, b).href(), "Compare the two titles").class("btn quiet"));
    vec![
        heading(format!("No route from {} to {}", view.name(now.current), view.name(now.target))),
        text(
            "p",
            "lead",
            "The map has no moves that lead there: its moves go mostly towards more seniority. Choose another destination, or look at what the two titles have in common.",
        ),
        el("div").class("row").add(link(Page::Home.href(), "Choose another destination").class("btn")).maybe(compare),
    ]
}

/// The class of a track's colour on the map.
pub fn track_class(guide: &Guide, title: TitleIx) -> String {
    guide.track(title).map_or_else(|| "track-onward".to_owned(), |t| format!("track-{}", t.id))
}

fn cards(view: PlanView) -> Vec<El> {
    let (app, guide, now) = (use_app(), view.guide, view.get());
    let followed = now.route(guide).map(Route::titles);
    now.routes(guide)
        .iter()
        .zip(1..)
        .map(|(route, number)| {
            let chosen = followed.as_ref() == Some(&route.titles());
            let ids: Vec<_> = route.titles().iter().map(|t| guide.title(*t).id.clone()).collect();
            let (from, to) = calendar(view, route);
            let card = if view.read_only {
                el("div").class("card alt")
            } else {
                button("card alt", "", move |_| app.edit(&PlanEdit::ChooseRoute(ids.clone())))
                    .attr("id", format!("route-{number}"))
                    .attr("aria-pressed", chosen.to_string())
            };
            let shown = (view.read_only && chosen).then(|| text("span", "tag", "Followed below"));
            card.with([
                el("span").class("tags").add(text("span", "tag", route.name(guide))).maybe(shown),
                text("span", "alt-years", format!("{from}–{to}")),
                strip(guide, route),
                text("span", "small", summary(guide, route)),
            ])
        })
        .collect()
}

/// The calendar years of arrival: fast and usual.
pub fn calendar(view: PlanView, route: &Route) -> (i32, i32) {
    route.arrival().calendar(view.get().years(), view.today().year())
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
        quarters(route.gap())
    )
}

fn itinerary(view: PlanView, route: &Route) -> El {
    let guide = view.guide;
    let (so_far, this_year) = (view.get().experience(), view.today().year());
    let years = so_far.years;
    let last = route.legs.len();
    let stops: Vec<El> = route
        .titles()
        .into_iter()
        .enumerate()
        .map(|(stop, title)| {
            let arrived = stop.checked_sub(1).and_then(|before| route.legs.get(before));
            let next = route.legs.get(stop);
            let end = if stop == 0 || stop == last { "end" } else { "" };
            let track = next.map(|leg| track_class(guide, leg.to)).unwrap_or_default();
            let when = match arrived.map(|leg| leg.arrival.calendar(years, this_year)) {
                None => vec![text("b", "", this_year.to_string()), text("span", "tiny", "now")],
                Some((from, to)) if from == to => vec![text("b", "", from.to_string())],
                Some((from, to)) => vec![text("b", "", format!("{from}–{:02}", to % 100))],
            };
            let name = link(Page::Title(guide.title(title).id.clone()).href(), &guide.title(title).name);
            let what =
                el("div").class("what").with([el("h3").add(name), text("p", "small", stop_text(guide, arrived, next, title))]);
            el("li").class(&format!("stop {end} {track}")).with([
                el("div").class("when").with(when),
                el("div").class("line").attr("aria-hidden", "true"),
                what.with(next.map(|leg| chips(guide, leg)).unwrap_or_default()),
            ])
        })
        .collect();
    let (dates, heaviest) = (route.clone(), route.legs.iter().max_by_key(|l| l.gap).cloned());
    el("section").attr("aria-label", "Itinerary").with([
        text("h2", "hush", "Itinerary"),
        el("ol").class("itinerary").with(stops),
        working(guide, "How the dates are worked out", move || Some(receipt::of_arrival(guide, &dates, so_far, this_year))),
        working(guide, "How the heaviest gap is worked out", move || heaviest.as_ref().map(|leg| receipt::of_leg(guide, leg))),
    ])
}

fn stop_text(guide: &Guide, arrived: Option<&Leg>, next: Option<&Leg>, title: TitleIx) -> String {
    let arrival = arrived
        .map(|leg| guide.one_move(leg.number))
        .and_then(|one| Some(format!("{}. {} ", capital(one.kind?), one.rationale)))
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

/// A move's kind at the start of a sentence.
pub fn capital(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Promotion => "Promotion",
        MoveKind::Lateral => "Lateral move",
        MoveKind::TrackChange => "Change of track",
        MoveKind::Onward => "Onward",
        MoveKind::Return => "Return",
    }
}

fn chips(guide: &Guide, leg: &Leg) -> Vec<El> {
    let raise = |r: &Raise| text("li", "tag", format!("{} {} → {}", guide.skill(r.skill).short, r.from, r.to));
    let (first, rest) = leg.raises.split_at(CHIPS.min(leg.raises.len()));
    let list = |raises: &[Raise]| el("ul").class("tags bare").with(raises.iter().map(raise).collect::<Vec<_>>());
    let (steps, skills) = (leg.raises.iter().map(Raise::levels).sum::<u32>() as usize, leg.raises.len());
    let (of_steps, of_skills) = (plural(steps, "step", "steps"), plural(skills, "skill", "skills"));
    let build =
        (skills > 0).then(|| text("p", "small", format!("To build before it: {steps} {of_steps} in {skills} {of_skills}.")));
    let mut chips: Vec<El> = build.into_iter().collect();
    chips.push(list(first).attr("aria-label", format!("To build before {}", guide.title(leg.to).name)));
    if !rest.is_empty() {
        chips.push(el("details").class("more-chips").with([text("summary", "", format!("{} more", rest.len())), list(rest)]));
    }
    chips
}

fn first_leg(view: PlanView, route: &Route) -> El {
    let (app, guide, now, today) = (use_app(), view.guide, view.get(), view.today());
    let Some(leg) = route.legs.first().cloned() else { return el("div") };
    let ids: Vec<_> = route.titles().iter().map(|t| guide.title(*t).id.clone()).collect();
    let (actions, all) = (now.needed(guide, today), now.actions(guide, today).len());
    let card = el("section").class("card first-leg").add(text("h2", "", format!("First leg: to {}", guide.title(leg.to).name)));
    let card = match all_done(&actions) {
        None => card.add(text("p", "", "Nothing to build: what you have is enough for it. What is left is the move itself.")),
        Some((likely, late)) => {
            let (needed, skills) = (actions.len(), skills(&actions).len());
            let which = match all {
                1 => "the one step".to_owned(),
                _ if needed == all => format!("all {all} steps"),
                _ => format!("{needed} of the {all} steps"),
            };
            let who = if guide.is_onward(leg.to) { "It takes" } else { "Its gate needs" };
            let words = format!("{who} {which} of this leg, in {skills} {}: likely by ", plural(skills, "skill", "skills"));
            let dates = text("p", "small", words).add(text("b", "strong", likely.month_and_year())).text(", late by ");
            card.add(dates.add(text("b", "strong", late.month_and_year())).text(".")).maybe(pace_chart(guide, &actions, today)).add(
                working(guide, HOW, move || {
                    let now = view.get();
                    Some(receipt::of_pace(guide, &now.needed(guide, today), now.plan.pace, today))
                }),
            )
        }
    };
    let card = card.with(fit_lines(guide, &now));
    if view.read_only {
        return card;
    }
    let follow = button("btn", "Follow this route in my plan", move |_| {
        app.edit(&PlanEdit::ChooseRoute(ids.clone()));
        app.go(&Page::Plan);
    });
    card.add(pace_form(app)).add(follow)
}
