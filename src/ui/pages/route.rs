//! The ways to the target: alternatives as cards, the chosen one as an itinerary, and its first leg with dates by pace.

use super::gaps::plural;
use super::plan_form::needs_plan;
use crate::domain::edit::PlanEdit;
use crate::domain::guide::{Guide, MoveKind, TitleIx};
use crate::domain::page::Page;
use crate::domain::promotion::Raise;
use crate::domain::receipt;
use crate::domain::routes::{Leg, Route};
use crate::state::{PlanView, use_app, use_view};
use crate::ui::charts::pace_chart::pace_chart;
use crate::ui::components::pace::PaceForm;
use crate::ui::components::receipt::Working;
use leptos::prelude::*;

/// The most raises of a leg that are listed one by one.
const CHIPS: usize = 6;

/// Shows the page.
pub fn show() -> AnyView {
    let view = use_view();
    if view.current.get_untracked().is_none() || view.years.get_untracked().is_none() {
        return needs_plan("Routes to your next title", Page::Route);
    }
    let Some(target) = view.target.get_untracked() else { return needs_plan("Routes to your next title", Page::Route) };
    let guide = view.guide;
    if view.routes.with_untracked(Vec::is_empty) {
        return no_route(view, target).into_any();
    }
    let heading = move || {
        let count = view.routes.with(Vec::len);
        let count = ["No way", "One way", "Two ways", "Three ways", "Four ways"].get(count).copied().unwrap_or("Five ways");
        format!("{count} to {}", guide.title(target).name)
    };
    let several = move || view.routes.with(|r| r.len() > 1);
    view! {
        <h1 id="heading" tabindex="-1">{heading}</h1>
        <p class="small">
            {move || format!("From {}, {} years in. The guide keeps two clocks, so arrival is a range. ",
                view.current.get().map(|t| guide.title(t).name.clone()).unwrap_or_default(), view.years.get().unwrap_or(0))}
            {move || if several() { "None of these is better in every way." } else { "It is at least as good as any other in years, in gaps and in moves." }}
        </p>
        {cards(view)}
        <div class="itinerary-and-leg">
            {move || view.route.get().map(|route| itinerary(view, &route))}
            {move || view.route.get().and_then(|route| first_leg(view, &route))}
        </div>
    }
    .into_any()
}

fn no_route(view: PlanView, target: TitleIx) -> impl IntoView {
    let guide = view.guide;
    let from = view.current.get_untracked().map(|t| guide.title(t).name.clone()).unwrap_or_default();
    view! {
        <h1 id="heading" tabindex="-1">{format!("No route from {from} to {}", guide.title(target).name)}</h1>
        <p class="lead">"The map has no moves that lead there: its moves go mostly towards more seniority. Choose another destination, or look at what the two titles have in common."</p>
        <div class="row">
            <a class="btn" href=Page::Home.href()>"Choose another destination"</a>
            {view.current.get_untracked().map(|from| view! {
                <a class="btn quiet" href=Page::Compare(guide.title(from).id.clone(), guide.title(target).id.clone()).href()>"Compare the two titles"</a>
            })}
        </div>
    }
}

/// The class of a track's colour on the map.
pub fn track_class(guide: &Guide, title: TitleIx) -> String {
    guide.track(title).map_or_else(|| "track-onward".to_owned(), |t| format!("track-{}", t.id))
}

fn cards(view: PlanView) -> impl IntoView {
    let app = use_app();
    let guide = view.guide;
    let card = move |route: Route| {
        let titles = route.titles();
        let ids: Vec<_> = titles.iter().map(|t| guide.title(*t).id.clone()).collect();
        let chosen = move || view.route.with(|r| r.as_ref().is_some_and(|r| r.titles() == titles));
        let (from, to) = calendar(view, &route);
        let inside = view! {
            <span class="tag">{route.name(guide)}</span>
            <span class="alt-years">{format!("{from}–{to}")}</span>
            {strip(guide, &route)}
            <span class="small">{summary(guide, &route)}</span>
        };
        if view.read_only {
            view! { <div class="card alt">{inside}</div> }.into_any()
        } else {
            view! {
                <button class="card alt" aria-pressed=move || chosen().to_string() on:click=move |_| app.edit(&PlanEdit::ChooseRoute(ids.clone()))>{inside}</button>
            }
            .into_any()
        }
    };
    view! {
        <div class="alts" role="group" aria-label="Routes">
            {move || view.routes.get().into_iter().map(card).collect_view()}
        </div>
    }
}

/// The calendar years of arrival: fast and usual.
pub fn calendar(view: PlanView, route: &Route) -> (i32, i32) {
    let today = use_app().today();
    route.arrival().calendar(view.years.get().unwrap_or(0), today.year())
}

fn strip(guide: &Guide, route: &Route) -> impl IntoView + use<> {
    let legs = route.legs.iter().map(|leg| view! { <b class=track_class(guide, leg.to)></b><i></i> }).collect_view();
    view! { <span class="strip" aria-hidden="true"><i></i>{legs}</span> }
}

/// A route in one line.
pub fn summary(guide: &Guide, route: &Route) -> String {
    let (moves, raises) = (route.legs.len(), route.raises() as usize);
    let between: Vec<&str> = route.legs[..moves.saturating_sub(1)].iter().map(|l| guide.title(l.to).name.as_str()).collect();
    let through = match between.split_last() {
        None => "straight there".to_owned(),
        Some((one, [])) => format!("through {one}"),
        Some((last, rest)) => format!("through {} and {last}", rest.join(", ")),
    };
    format!("{moves} {} · {raises} level {} · {through}", plural(moves, "move", "moves"), plural(raises, "raise", "raises"))
}

fn itinerary(view: PlanView, route: &Route) -> impl IntoView + use<> {
    let guide = view.guide;
    let years = view.years.get().unwrap_or(0);
    let this_year = use_app().today().year();
    let last = route.legs.len();
    let stops = (0..=last)
        .map(|stop| {
            let title = if stop == 0 { route.legs[0].from } else { route.legs[stop - 1].to };
            let arrived = stop.checked_sub(1).map(|before| &route.legs[before]);
            let next = route.legs.get(stop);
            let class = format!("stop {} {}", if stop == 0 || stop == last { "end" } else { "" }, next.map(|leg| track_class(guide, leg.to)).unwrap_or_default());
            let when = match arrived {
                None => view! { <b>{this_year}</b><span class="tiny">"now"</span> }.into_any(),
                Some(leg) => {
                    let (from, to) = leg.arrival.calendar(years, this_year);
                    let text = if from == to { from.to_string() } else { format!("{from}–{:02}", to % 100) };
                    view! { <b aria-label=format!("{from} to {to}")>{text}</b> }.into_any()
                }
            };
            view! {
                <li class=class>
                    <div class="when">{when}</div>
                    <div class="line" aria-hidden="true"></div>
                    <div class="what">
                        <h3><a href=Page::Title(guide.title(title).id.clone()).href()>{guide.title(title).name.as_str()}</a></h3>
                        <p class="small">{stop_text(guide, arrived, next, title)}</p>
                        {next.map(|leg| chips(guide, leg))}
                    </div>
                </li>
            }
        })
        .collect_view();
    let receipt = receipt::of_arrival(guide, route, years, this_year);
    let heaviest = route.legs.iter().max_by_key(|l| l.gap).map(|leg| receipt::of_leg(guide, leg));
    view! {
        <section class="itinerary-part" aria-label="Itinerary">
            <ol class="itinerary">{stops}</ol>
            <Working receipt=Signal::derive(move || Some(receipt.clone())) label="How the dates are worked out"/>
            <Working receipt=Signal::derive(move || heaviest.clone()) label="How the heaviest gap is worked out"/>
        </section>
    }
}

fn stop_text(guide: &Guide, arrived: Option<&Leg>, next: Option<&Leg>, title: TitleIx) -> String {
    let kind = arrived.and_then(|leg| guide.one_move(leg.number).kind);
    let arrival = match (arrived, kind) {
        (Some(leg), Some(kind)) => format!("{}. {} ", capital(kind), guide.one_move(leg.number).rationale),
        _ => String::new(),
    };
    let stay = next.map_or_else(
        || format!("{}.", guide.title(title).focus),
        |leg| {
            let (short, long) = guide.dwell(leg.number);
            if short == long { format!("Stay {short} {}.", plural(short.into(), "year", "years")) } else { format!("Stay {short}–{long} years.") }
        },
    );
    format!("{arrival}{stay}")
}

/// A move's kind at the start of a sentence.
pub fn capital(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Promotion => "Promotion",
        MoveKind::Lateral => "Lateral move",
        MoveKind::TrackChange => "Change of track",
        MoveKind::Onward => "Onward",
    }
}

fn chips(guide: &'static Guide, leg: &Leg) -> impl IntoView + use<> {
    let raise = |raise: &Raise| view! { <li class="tag">{format!("{} {} → {}", guide.skill(raise.skill).short, raise.from, raise.to)}</li> };
    let shown = leg.raises.iter().take(CHIPS).map(raise).collect_view();
    let rest = leg.raises[CHIPS.min(leg.raises.len())..].iter().map(raise).collect::<Vec<_>>();
    let more = (!rest.is_empty()).then(|| {
        view! { <details class="more-chips"><summary>{format!("{} more", rest.len())}</summary><ul class="tags bare">{rest}</ul></details> }
    });
    view! {
        <p class="hush">{format!("Build before {}:", guide.title(leg.to).name)}</p>
        <ul class="tags bare">{shown}</ul>
        {more}
    }
}

fn first_leg(view: PlanView, route: &Route) -> Option<impl IntoView + use<>> {
    let app = use_app();
    let guide = view.guide;
    let leg = route.legs.first()?.clone();
    let ids: Vec<_> = route.titles().iter().map(|t| guide.title(*t).id.clone()).collect();
    let raises: u32 = leg.raises.iter().map(Raise::levels).sum();
    let skills = leg.raises.len();
    let to = guide.title(leg.to).name.clone();
    let pace = Memo::new(move |_| view.plan.with(|p| p.pace));
    let for_days = leg.clone();
    let days = move || view.actions.with(|a| a.last().map(|a| a.by)).map(|(half, nine)| {
        view! {
            <p class="small">
                {format!("{raises} level {} in {skills} {}. At {} {} a week, half of people with this plan would be there by ",
                    plural(raises as usize, "raise", "raises"), plural(skills, "skill", "skills"),
                    pace.get().hours_per_week, plural(pace.get().hours_per_week.into(), "hour", "hours"))}
                <b class="strong">{half.month_and_year()}</b>", nine in ten by "<b class="strong">{nine.month_and_year()}</b>"."
            </p>
        }
    });
    let receipt = Signal::derive(move || Some(receipt::of_pace(guide, &for_days.raises, pace.get(), app.today())));
    let nothing = skills == 0;
    Some(view! {
        <section class="card first-leg">
            <h2>{format!("First leg: to {to}")}</h2>
            {if nothing {
                view! { <p>"Nothing to build: your ratings already meet what it asks. What is left is the move itself."</p> }.into_any()
            } else {
                view! {
                    {days}
                    {move || view.actions.with(|actions| pace_chart(guide, actions, app.today()))}
                    <Working receipt=receipt/>
                }.into_any()
            }}
            {(!view.read_only).then(|| view! {
                <PaceForm/>
                <button class="btn" on:click=move |_| {
                    app.edit(&PlanEdit::ChooseRoute(ids.clone()));
                    app.go(&Page::Plan);
                }>"Follow this route in my plan"</button>
            })}
        </section>
    })
}
