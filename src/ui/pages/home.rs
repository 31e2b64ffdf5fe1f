//! The first page of someone with a plan: how ready, what is missing, what is next, and the map.

use super::begin::plan_form;
use super::gaps;
use super::route::{calendar, summary};
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::analysis::Journey;
use crate::domain::journey::steps::Action;
use crate::domain::page::Page;
use crate::domain::standing::gap::heaviest_first;
use crate::state::{DerivedPlan, Live};
use crate::ui::charts::map_view::map_view;
use crate::ui::components::plural;
use crate::ui::components::standing::{share_bar, share_name};
use leptos::prelude::*;

/// How many gaps and actions are shown.
const TOP: usize = 3;

/// Shows the page to someone with a plan.
pub fn show(journey: Live<Journey>) -> Vec<El> {
    let plan = journey.plan;
    let changing = RwSignal::new(false);
    let change = button("link small", "Change where from and where to", move |_| changing.update(|c| *c = !*c))
        .attr_from("aria-expanded", move || Some(changing.get().to_string()));
    let title = heading("").text_from(move || format!("Your way to {}", plan.name(journey.get().aim.target)));
    let hero = el("div").class("hero").add(title);
    let hero = hero.maybe(plan.aim().map(|aim| el("div").class("row").with([gaps::standing(aim), change])));
    let form = move |changing: &bool| if *changing { vec![plan_form("Plan this route", Page::Routes)] } else { Vec::new() };
    let cards = [ready(journey), top_gaps(journey), next_steps(plan), route_card(plan)];
    let cards = el("div").class("home-cards").with(cards);
    vec![hero, el("div").show_for(move || changing.get(), form), cards, map_view()]
}

fn card(name: &str) -> El {
    el("section").class("card").add(text("h2", "h-small", name))
}

fn ready(journey: Live<Journey>) -> El {
    let unrated = move || journey.get().aim.unrated(journey.plan.guide);
    let words = move || match unrated() {
        0 => "All skills are rated.".to_owned(),
        n => format!("{n} {} to rate.", plural(n, "skill", "skills")),
    };
    let way = |is_done: &bool| {
        let (page, words) = if *is_done { (Page::Gaps, "Show my gaps") } else { (Page::Assess, "Rate my skills") };
        vec![link(page.href(), words).class("btn")]
    };
    let name = move || share_name(journey.get().aim.has_gate()).to_owned();
    el("section")
        .class("card")
        .add(el("h2").class("h-small").text_from(name))
        .add(el("p").class("figure").text_from(move || journey.get().aim.readiness.in_words()))
        .add(share_bar(move || journey.get().aim.has_gate(), move || journey.get().aim.readiness))
        .add(el("p").class("small").text_from(words))
        .show_for(move || unrated() == 0, way)
}

fn lines(lines: Vec<(String, String)>, none: &str) -> Vec<El> {
    if lines.is_empty() {
        return vec![text("p", "small", none)];
    }
    let entries: Vec<El> =
        lines.into_iter().map(|(name, figure)| el("li").with([text("span", "", name), text("b", "small num", figure)])).collect();
    vec![el("ol").class("plain-list").with(entries)]
}

fn top_gaps(journey: Live<Journey>) -> El {
    let guide = journey.plan.guide;
    let top = move || {
        let now = journey.get();
        let mut gaps = now.aim.gaps.clone();
        heaviest_first(&mut gaps);
        let short =
            gaps.iter().filter_map(|g| Some((guide.skill(g.skill).name.clone(), format!("−{}", g.levels().filter(|l| *l > 0)?))));
        let none = if now.aim.ratings.rated() == 0 { "Nothing is rated yet." } else { "None among what you have rated." };
        lines(short.take(TOP).collect(), none)
    };
    card("Heaviest gaps").show(top).add(link(Page::Gaps.href(), "All gaps").class("small"))
}

fn next_steps(plan: DerivedPlan) -> El {
    let next = move || {
        let Some(travel) = plan.routes() else { return lines(Vec::new(), "Steps follow from a route, and there is none.") };
        let step = |a: &Action| (format!("{} to\u{a0}{}", plan.guide.skill(a.skill).name, a.level), a.by.0.month_and_year());
        let steps = travel.needed(plan.guide, plan.today()).iter().take(TOP).map(step).collect();
        lines(steps, "Nothing: what you have is enough for the first move.")
    };
    card("Next steps").show(next).add(link(Page::Plan.href(), "The whole plan").class("small"))
}

fn route_card(plan: DerivedPlan) -> El {
    let glance = move || match plan.routes() {
        Some(travel) => {
            let (from, to) = calendar(plan, travel.journey.so_far.years, &travel.followed);
            vec![text("p", "figure", format!("{from}–{to}")), text("p", "small", summary(plan.guide, &travel.followed))]
        }
        None => vec![text("p", "small", "No moves lead from one to the other. Choose another destination.")],
    };
    card("Route").show(glance).add(link(Page::Routes.href(), "Routes and dates").class("small"))
}
