//! Somebody's plan, opened by link: to look at, to compare with one's own, to keep a copy of, or to put away. It changes one's own
//! plan only by *Keep a copy*. Also what is said of a link that cannot be read.

use super::shared_box::paste_box;
use super::{gaps, rate, rated, route};
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::analysis::Analysis;
use crate::domain::guide::TitleId;
use crate::domain::link::{LinkError, Shared, SharedPlan, Warning, open};
use crate::domain::page::Page;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::opinion::pairs;
use crate::state::{AppState, PlanView, use_app};
use crate::ui::components::pairs::pairs_table;
use crate::ui::components::plural;
use crate::ui::components::standing::{share_bar, share_name};
use leptos::prelude::*;

/// Shows what the link of a page holds.
pub fn show(page: &Page) -> Vec<El> {
    let app = use_app();
    let payload = || page.href().rsplit('/').next().unwrap_or_default().to_owned();
    match open(&page.href(), app.guide) {
        Ok(link) => match link.value {
            Shared::Plan(shared) => preview(app, &shared, &link.warnings),
            Shared::Request(request) => rate::show(app, &payload(), &request, &link.warnings),
            Shared::Reply(reply) => rated::show(app, &reply, &link.warnings),
        },
        Err(error) => damaged(error),
    }
}

fn damaged(error: LinkError) -> Vec<El> {
    vec![
        heading("This link does not open"),
        text("p", "lead", error.to_string()),
        text("p", "small", "Nothing was opened, and your own plan is untouched."),
        paste_box("Open this one"),
    ]
}

/// What a link says that this guide has no place for.
pub fn warnings(warnings: &[Warning]) -> Option<El> {
    let lines: Vec<El> = warnings.iter().map(|w| text("li", "", w.to_string())).collect();
    (!lines.is_empty()).then(|| {
        el("div")
            .class("card small")
            .attr("role", "note")
            .add(text("p", "", "Not all of this link can be shown:"))
            .add(el("ul").with(lines))
    })
}

/// The name of a title.
pub fn name_of(app: AppState, title: Option<&TitleId>) -> Option<&'static str> {
    title.and_then(|id| app.guide.title_by_id(id)).map(|t| app.guide.title(t).name.as_str())
}

fn preview(app: AppState, shared: &SharedPlan, left_out: &[Warning]) -> Vec<El> {
    let plan = shared.to_plan();
    let own = app.plan().with_untracked(|mine| SharedPlan::of(mine, app.guide) == *shared);
    let words = match (name_of(app, plan.from.as_ref()), name_of(app, plan.to.as_ref())) {
        (Some(from), Some(to)) => format!("A plan from {from} to {to}"),
        (None, Some(to)) => format!("A plan towards {to}"),
        (Some(from), None) => format!("A plan from {from}"),
        (None, None) => "A shared plan".to_owned(),
    };
    let lead = if own {
        "This is your own plan, as everyone sees it who has the link."
    } else {
        "Someone shared this plan with you. Looking at it changes nothing on this device."
    };
    let view = PlanView::of(app.guide, RwSignal::new(plan.clone()), true);
    let comparing = RwSignal::new(false);
    let choice = |name: &str, compare: bool| {
        button("", name, move |_| comparing.set(compare))
            .attr_from("aria-pressed", move || Some((comparing.get() == compare).to_string()))
    };
    let has_own = !own && app.plan().with_untracked(|mine| !mine.ratings.is_empty());
    let seg = has_own.then(|| {
        el("div")
            .class("seg")
            .attr("role", "group")
            .attr("aria-label", "What to show")
            .with([choice("Their plan", false), choice("Compare with mine", true)])
    });
    let shown = move || if comparing.get() { compare(app, view) } else { analysis(view) };
    let page = vec![heading(words), text("p", "lead", lead)];
    let mut page: Vec<El> = page.into_iter().chain(warnings(left_out)).collect();
    page.push(el("div").class("row no-print").maybe(seg).with(ways_on(app, plan, own)));
    page.push(el("div").class("stacked").show(shown));
    page
}

/// The buttons: keep a copy, or leave.
fn ways_on(app: AppState, plan: Plan, own: bool) -> Vec<El> {
    let leave = |class: &str, words: &str| link(Page::Home.href(), words).class(class);
    if own {
        return vec![leave("btn", "Go to my plan")];
    }
    let has_plan = app.plan().with_untracked(|mine| !mine.without_snapshots().is_empty());
    let keep = move |_| {
        let name = "Before I took over a shared plan".to_owned();
        app.edit(&PlanEdit::TakeOver { plan: Box::new(plan.clone()), name, day: app.today() });
        app.announce("The shared plan is now yours.");
        app.go(&Page::Home);
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

fn analysis(view: PlanView) -> Vec<El> {
    let now = view.peek();
    let mut parts = match now.target {
        Some(target) => gaps::parts(view, target),
        None => vec![text("p", "card", "The link names no destination, so there is no readiness to work out.")],
    };
    if now.target.is_none() && now.ratings.rated() > 0 {
        parts.push(ratings(view, &now));
    }
    if now.route(view.guide).is_some() {
        parts.push(text("h2", "", "Routes"));
        parts.extend(route::parts(view));
    } else if now.target.is_some() {
        let why = if now.current.is_some() && now.plan.years.is_some() {
            "No moves lead from the one title to the other."
        } else {
            "A route needs a current title and years of experience, and the link has not got both."
        };
        parts.push(text("p", "card", why));
    }
    parts.extend(goals(view, &now));
    parts
}

/// The ratings by themselves, for a plan that leads nowhere yet.
fn ratings(view: PlanView, now: &Analysis) -> El {
    let line = |skill| {
        let rated = now.ratings.get(skill)?;
        Some(el("li").with([text("span", "", &view.guide.skill(skill).name), text("b", "num", rated.to_string())]))
    };
    let lines: Vec<El> = view.guide.skills().filter_map(line).collect();
    el("section").class("card").with([text("h2", "h-small", "Ratings"), el("ul").class("plain-list").with(lines)])
}

fn goals(view: PlanView, now: &Analysis) -> Option<El> {
    let chosen = view.guide.items().map(|(_, item)| item).filter(|i| now.plan.goals.contains(&i.id));
    let entry = |item: &crate::domain::guide::Item| {
        el("li").add(link(Page::GuideEntry("goals".to_owned(), item.id.to_string()).href(), &item.name))
    };
    let lines: Vec<El> = chosen.map(entry).collect();
    (!lines.is_empty()).then(|| el("section").class("card").with([text("h2", "h-small", "Chosen goals"), el("ul").with(lines)]))
}

/// Both plans side by side, for the destination of the shared one or else one's own.
fn compare(app: AppState, theirs: PlanView) -> Vec<El> {
    let (their, my) = (theirs.peek(), app.view().get());
    let guide = app.guide;
    let target = their.target.or(my.target);
    let goal = theirs.name(target);
    let id = target.map(|t| guide.title(t).id.clone());
    let for_goal = |plan: &Plan| Analysis::of(guide, &Plan { to: id.clone(), ..plan.clone() });
    let card = |who: &str, plan: &Plan| {
        let now = for_goal(plan);
        let readiness = now.readiness;
        let unrated = match now.unrated(guide) {
            0 => "All skills are rated.".to_owned(),
            n => format!("{n} {} unrated.", plural(n, "skill is", "skills are")),
        };
        el("section").class("card").with([
            text("h2", "h-small", format!("{who}: {} for {goal}", share_name(guide, target).to_lowercase())),
            text("p", "figure", readiness.in_words()),
            share_bar(guide, target, move || readiness),
            text("p", "small", unrated),
        ])
    };
    let pairs = pairs(guide, target, &my.ratings, &their.ratings);
    let table = pairs_table(guide, "Skill by skill, what matters most first", ["Mine", "Theirs", "Asked"], &pairs, None);
    let cards = target.map(|_| el("div").class("two-cards").with([card("Mine", &my.plan), card("Theirs", &their.plan)]));
    cards.into_iter().chain([table]).collect()
}
