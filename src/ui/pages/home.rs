//! The first page of someone with a plan: how ready, what is missing, what is next, and the map.

use super::begin::plan_form;
use super::gaps::standing;
use super::route::{calendar, summary};
use crate::dom::{El, button, el, link, text};
use crate::domain::analysis::Analysis;
use crate::domain::page::Page;
use crate::domain::standing::gap::heaviest_first;
use crate::state::{PlanView, use_app};
use crate::ui::charts::map_view::map_view;
use crate::ui::components::plural;
use crate::ui::components::standing::{share_bar, share_name};
use leptos::prelude::*;

/// How many gaps and actions are shown.
const TOP: usize = 3;

/// Shows the page to someone with a plan.
pub fn show() -> Vec<El> {
    let app = use_app();
    let view = app.view();
    let changing = RwSignal::new(false);
    let change = button("link small", "Change where from and where to", move |_| changing.update(|c| *c = !*c))
        .attr_from("aria-expanded", move || Some(changing.get().to_string()));
    let title = el("h1")
        .attr("id", "heading")
        .attr("tabindex", "-1")
        .text_from(move || format!("Your way to {}", view.name(view.get().target)));
    let hero = el("div").class("hero").with([title, el("div").class("row").with([standing(view), change])]);
    let form = move || if changing.get() { vec![plan_form("Plan this route", Page::Route)] } else { Vec::new() };
    let cards = el("div").class("home-cards").with([ready(view), top_gaps(view), next_steps(view), route_card(view)]);
    vec![hero, el("div").show(form), cards, map_view(Analysis::route)]
}

fn card(name: &str) -> El {
    el("section").class("card").add(text("h2", "h-small", name))
}

fn ready(view: PlanView) -> El {
    let way = move || {
        let unrated = view.get().unrated(view.guide);
        let (words, page, way) = match unrated {
            0 => ("All skills are rated.".to_owned(), Page::Gaps, "Show my gaps"),
            n => (format!("{n} {} to rate.", plural(n, "skill", "skills")), Page::Assess, "Rate my skills"),
        };
        vec![text("p", "small", words), link(page.href(), way).class("btn")]
    };
    card(share_name(view.guide, view.peek().target))
        .add(el("p").class("figure").text_from(move || view.get().readiness.in_words()))
        .add(share_bar(view.guide, view.peek().target, move || view.get().readiness))
        .show(way)
}

fn lines(lines: Vec<(String, String)>, none: &str) -> Vec<El> {
    if lines.is_empty() {
        return vec![text("p", "small", none)];
    }
    let entries: Vec<El> =
        lines.into_iter().map(|(name, figure)| el("li").with([text("span", "", name), text("b", "small num", figure)])).collect();
    vec![el("ol").class("plain-list").with(entries)]
}

fn top_gaps(view: PlanView) -> El {
    let top = move || {
        let mut gaps = view.get().gaps.clone();
        heaviest_first(&mut gaps);
        let short = gaps
            .iter()
            .filter_map(|g| Some((view.guide.skill(g.skill).name.clone(), format!("−{}", g.levels().filter(|l| *l > 0)?))));
        lines(short.take(TOP).collect(), "None among what you have rated.")
    };
    card("Heaviest gaps").show(top).add(link(Page::Gaps.href(), "All gaps").class("small"))
}

fn next_steps(view: PlanView) -> El {
    let next = move || {
        let actions = view.get().needed(view.guide, view.today());
        let step = |a: &crate::domain::journey::steps::Action| {
            (format!("{} to\u{a0}{}", view.guide.skill(a.skill).name, a.level), a.by.0.month_and_year())
        };
        lines(actions.iter().take(TOP).map(step).collect(), "Nothing: what you have is enough for the first move.")
    };
    card("Next steps").show(next).add(link(Page::Plan.href(), "The whole plan").class("small"))
}

fn route_card(view: PlanView) -> El {
    let guide = view.guide;
    let glance = move || match view.get().route(guide) {
        Some(route) => {
            let (from, to) = calendar(view, route);
            vec![text("p", "figure", format!("{from}–{to}")), text("p", "small", summary(guide, route))]
        }
        None => vec![text("p", "small", "No moves lead from one to the other. Choose another destination.")],
    };
    card("Route").show(glance).add(link(Page::Route.href(), "Routes and dates").class("small"))
}
