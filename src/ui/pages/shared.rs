//! Somebody's plan, opened by link: to look at, to compare with one's own, to keep a copy of, or to put away. It changes one's own
//! plan only by *Keep a copy*. Also what is said of a link that cannot be read.

use super::opened::{name_of, warnings};
use super::shared_box::paste_box;
use super::{gaps, rate, rated, route};
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::analysis::Analysis;
use crate::domain::guide::{SectionRole, TitleIx};
use crate::domain::link::{LinkError, Shared, SharedPlan, Warning, open};
use crate::domain::page::Page;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::opinion::pairs;
use crate::state::{App, DerivedPlan, use_app};
use crate::ui::components::pairs::pairs_table;
use crate::ui::components::plural;
use crate::ui::components::standing::{share_bar, share_name};
use crate::ui::words::{edits, figures, links};
use leptos::prelude::*;

/// Shows what the link of a page holds.
pub fn show(page: &Page) -> Vec<El> {
    let app = use_app();
    let payload = || page.href().rsplit('/').next().unwrap_or_default().to_owned();
    match open(&page.href(), app.guide) {
        Ok(link) => match link.value {
            Shared::Plan(shared) => preview(app, shared, &link.warnings),
            Shared::Request(request) => rate::show(app, &payload(), &request, &link.warnings),
            Shared::Reply(reply) => rated::show(app, &reply, &link.warnings),
        },
        Err(error) => damaged(error),
    }
}

fn damaged(error: LinkError) -> Vec<El> {
    vec![
        heading("This link does not open"),
        text("p", "lead", links::fault(error)),
        text("p", "small", "Nothing was opened, and your own plan is untouched."),
        paste_box("Open this one"),
    ]
}

fn preview(app: App, shared: SharedPlan, left_out: &[Warning]) -> Vec<El> {
    let plan = shared.to_plan();
    let words = match (name_of(app.guide, plan.from.as_ref()), name_of(app.guide, plan.to.as_ref())) {
        (Some(from), Some(to)) => format!("A plan from {from} to {to}"),
        (None, Some(to)) => format!("A plan towards {to}"),
        (Some(from), None) => format!("A plan from {from}"),
        (None, None) => "A shared plan".to_owned(),
    };
    let is_own = Memo::new(move |_| app.own.plan().with(|mine| SharedPlan::of(mine, app.guide) == shared));
    let lead = move || {
        let words = if is_own.get() {
            "This is your own plan, as everyone sees it who has the link."
        } else {
            "Someone shared this plan with you. Looking at it changes nothing on this device."
        };
        words.to_owned()
    };
    let theirs = DerivedPlan::of(app.guide, RwSignal::new(plan.clone()), true);
    let wants_to_compare = RwSignal::new(false);
    let can_compare = Memo::new(move |_| !is_own.get() && app.own.derived().get().ratings.rated() > 0);
    let compares = Memo::new(move |_| can_compare.get() && wants_to_compare.get());
    let choice = move |name: &str, compare: bool| {
        button("", name, move |_| wants_to_compare.set(compare))
            .attr_from("aria-pressed", move || Some((compares.get() == compare).to_string()))
    };
    let seg = move |can_compare: &bool| {
        let seg = || {
            el("div")
                .class("seg")
                .attr("role", "group")
                .attr("aria-label", "What to show")
                .with([choice("Their plan", false), choice("Compare with mine", true)])
        };
        if *can_compare { vec![seg()] } else { Vec::new() }
    };
    let has_plan = move || app.own.plan().with(|mine| !mine.without_snapshots().is_empty());
    let ways = move |(is_own, has_plan): &(bool, bool)| ways_on(app, &plan, *is_own, *has_plan);
    let shown = move |compares: &bool| if *compares { compare(app, theirs) } else { analysis(theirs) };
    let page = vec![heading(words), el("p").class("lead").text_from(lead)];
    let mut page: Vec<El> = page.into_iter().chain(warnings(left_out)).collect();
    let row = el("div").class("row no-print").show_for(move || can_compare.get(), seg);
    page.push(row.show_for(move || (is_own.get(), has_plan()), ways));
    page.push(el("div").class("stacked").show_for(move || compares.get(), shown));
    page
}

/// The buttons: keep a copy, or leave.
fn ways_on(app: App, plan: &Plan, is_own: bool, has_plan: bool) -> Vec<El> {
    let leave = |class: &str, words: &str| link(Page::Home.href(), words).class(class);
    if is_own {
        return vec![leave("btn", "Go to my plan")];
    }
    let plan = plan.clone();
    let keep = move |_| {
        let name = edits::BEFORE_TAKING_OVER.to_owned();
        app.own.edit(&PlanEdit::SwitchTo { plan: Box::new(plan.clone()), name, day: app.own.derived().today() });
        app.live.announce("The shared plan is now yours.");
        app.address.go(&Page::Home);
    };
    let words = if has_plan {
        "A copy takes the place of your plan, which is kept as a snapshot. “Undo” at the foot of the page brings it back."
    } else {
        "A copy becomes your plan, on this device."
    };
    vec![
        button("btn", "Keep a copy", keep).attr("aria-describedby", "keep-note"),
        leave("btn quiet", "Dismiss"),
        text("span", "small", words).attr("id", "keep-note"),
    ]
}

/// What follows from a plan that does not change, as far as it has come.
fn analysis(theirs: DerivedPlan) -> Vec<El> {
    let now = untrack(|| theirs.get());
    let mut parts = match theirs.aim() {
        Some(aim) => gaps::whole(aim),
        None => {
            let mut parts = vec![text("p", "card", "The link names no destination, so there is no readiness to work out.")];
            parts.extend((now.ratings.rated() > 0).then(|| ratings(theirs, &now)));
            parts
        }
    };
    if let Some(travel) = theirs.travel() {
        parts.push(text("h2", "", "Routes"));
        parts.extend(route::parts(travel));
    } else if now.stage.journey().is_some() {
        parts.push(text("p", "card", "No moves lead from the one title to the other."));
    } else if now.stage.aim().is_some() {
        let why = "A route needs a current title and years of experience, and the link has not got both.";
        parts.push(text("p", "card", why));
    }
    parts.extend(goals(theirs, &now));
    parts
}

/// The ratings by themselves, for a plan that leads nowhere yet.
fn ratings(plan: DerivedPlan, now: &Analysis) -> El {
    let line = |skill| {
        let rated = now.ratings.get(skill)?;
        Some(el("li").with([text("span", "", &plan.guide.skill(skill).name), text("b", "num", rated.to_string())]))
    };
    let lines: Vec<El> = plan.guide.skills().filter_map(line).collect();
    el("section").class("card").with([text("h2", "h-small", "Ratings"), el("ul").class("plain-list").with(lines)])
}

fn goals(plan: DerivedPlan, now: &Analysis) -> Option<El> {
    let chosen = plan.guide.items().map(|(_, item)| item).filter(|i| now.plan.goals.contains(&i.id));
    let entry = |item: &crate::domain::guide::Item| {
        el("li").add(link(Page::guide_item(plan.guide, SectionRole::Goals, &item.id).href(), &item.name))
    };
    let lines: Vec<El> = chosen.map(entry).collect();
    (!lines.is_empty()).then(|| el("section").class("card").with([text("h2", "h-small", "Chosen goals"), el("ul").with(lines)]))
}

/// Both plans side by side, for the destination of the shared one or else one's own.
fn compare(app: App, theirs: DerivedPlan) -> Vec<El> {
    let (guide, mine) = (app.guide, app.own.derived());
    let target = move || {
        let of = |plan: DerivedPlan| plan.get().stage.aim().map(|aim| aim.target);
        of(theirs).or_else(|| of(mine))
    };
    let card = move |who: &'static str, plan: DerivedPlan, target: TitleIx| {
        let has_gate = !guide.is_onward(target);
        let for_goal = move || {
            let to = Some(guide.title(target).id.clone());
            let analysis = Analysis::of(guide, &Plan { to, ..(*plan.get().plan).clone() });
            analysis.stage.aim().map(|aim| (aim.readiness, aim.unrated(guide)))
        };
        let content = move || {
            let Some((readiness, unrated)) = for_goal() else { return Vec::new() };
            let unrated = match unrated {
                0 => "All skills are rated.".to_owned(),
                n => format!("{n} {} unrated.", plural(n, "skill is", "skills are")),
            };
            let bar = share_bar(move || has_gate, move || readiness);
            vec![text("p", "figure", figures::readiness(readiness)), bar, text("p", "small", unrated)]
        };
        let name = format!("{who}: {} for {}", share_name(has_gate).to_ascii_lowercase(), plan.name(target));
        el("section").class("card").add(text("h2", "h-small", name)).show(content)
    };
    let cards = move |target: &Option<TitleIx>| match *target {
        Some(target) => vec![el("div").class("two-cards").with([card("Mine", mine, target), card("Theirs", theirs, target)])],
        None => Vec::new(),
    };
    let both = move || pairs(guide, target(), &mine.get().ratings, &theirs.get().ratings);
    let name = "Skill by skill, what matters most first";
    vec![el("div").show_for(target, cards), pairs_table(guide, name, ["Mine", "Theirs", "Asked"], Box::new(both), None)]
}
