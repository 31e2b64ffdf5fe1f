//! Somebody's plan, opened by link: one screen of who they are, where to, how far, and what to ask; then, once one has rated them unseen or
//! asks for it, their levels, where the two of you differ, and all of it. It changes one's own plan only by *Keep a copy*. Also what is
//! said of a link that cannot be read.

use super::fetched::{self, Piece};
use super::opened::{name_of, seen_rows, sender, warnings};
use super::shared_box::paste_box;
use super::{gaps, rate, rated, route};
use crate::chart::marks::Mark;
use crate::dom::signals::*;
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::analysis::{Aim, Analysis};
use crate::domain::guide::{SectionRole, TitleIx};
use crate::domain::link::{LinkError, RateRequest, Shared, SharedPlan, Warning, decode, open};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::{Plan, Ratings};
use crate::domain::standing::gap::{Gap, heaviest_first};
use crate::domain::standing::opinion::{Seen, agreement, pairs, several};
use crate::domain::store::opened::Opened;
use crate::state::{App, DerivedPlan, Live, screen, use_app};
use crate::ui::components::gate::gate_list;
use crate::ui::components::key::key_of;
use crate::ui::components::levels::level_bar;
use crate::ui::components::pairs::pairs_table;
use crate::ui::components::standing::{Bar, labelled_bar, share_bar, share_name};
use crate::ui::words::figures::so_many;
use crate::ui::words::gaps::{Who, summary};
use crate::ui::words::{dates, edits, figures, links, others as words};
use std::rc::Rc;

/// Shows what the link of a page holds.
pub fn show(page: &Page) -> Vec<El> {
    let app = use_app();
    let payload = || page.href().rsplit('/').next().unwrap_or_default().to_owned();
    match open(&page.href(), app.guide) {
        Ok(link) => match link.value {
            Shared::Plan(shared) => person(app, payload(), shared, &link.warnings),
            Shared::Request(request) => rate::show(app, &payload(), &request, &link.warnings),
            Shared::Reply(reply) => rated::show(app, &payload(), &reply, &link.warnings),
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

/// Whose plan it is, and how much of it is shown.
#[derive(Clone, Copy)]
struct Person {
    app: App,
    /// Their plan, as a link's payload: their ratings by the reader are kept under it.
    payload: StoredValue<String>,
    theirs: DerivedPlan,
    /// Whether it is the reader's own plan.
    is_own: Memo<bool>,
    /// Whether the reader is rating them now.
    rates: RwSignal<bool>,
    /// Whether the reader wants to see levels without having rated.
    looks: RwSignal<bool>,
}

fn person(app: App, payload: String, shared: SharedPlan, left_out: &[Warning]) -> Vec<El> {
    let plan = shared.to_plan();
    let request = RateRequest { from: plan.from.clone(), to: plan.to.clone() };
    app.sharing.begin_opinion(&payload, &request);
    let is_own = Memo::new(move |_| app.own.plan().with(|mine| SharedPlan::of(mine, app.guide) == shared));
    let person = Person {
        app,
        theirs: DerivedPlan::of(app.guide, RwSignal::new(plan), true),
        payload: StoredValue::new(payload),
        is_own,
        rates: RwSignal::new(false),
        looks: RwSignal::new(false),
    };
    let warned = left_out.to_vec();
    let content = move |rates: &bool| {
        if *rates {
            let back = button("btn quiet", "Back to their plan", move |_| person.rate(false));
            let mut page = person.payload.with_value(|payload| rate::show(app, payload, &request, &[]));
            page.push(el("p").class("no-print").add(back));
            return page;
        }
        person.preview(&warned)
    };
    vec![el("div").class("stacked").show_for(move || person.rates.get(), content)]
}

impl Person {
    fn rate(self, rates: bool) {
        self.rates.set(rates);
        screen::focus_soon("heading");
    }

    fn name(self) -> String {
        let known = |link: &Opened| link.name.clone();
        self.payload.with_value(|payload| self.app.opened.links().find(payload).map(known).unwrap_or_default())
    }

    /// How many skills the reader has rated of them.
    fn rated(self) -> usize {
        self.app.sharing.opinion().with(|mine| mine.ratings.len())
    }

    /// Whether levels are shown: to the person themselves, and to others once they have rated or do not want to.
    fn is_open(self) -> bool {
        self.is_own.get() || self.looks.get() || self.rated() > 0 || self.theirs.get().ratings.rated() == 0
    }

    fn preview(self, left_out: &[Warning]) -> Vec<El> {
        let (app, guide, theirs) = (self.app, self.app.guide, self.theirs);
        let title = move || {
            let now = theirs.get();
            let via = now.stop(guide).map(|stop| theirs.name(stop.target));
            let (from, to) = (name_of(guide, now.plan.from.as_ref()), name_of(guide, now.plan.to.as_ref()));
            words::wants(&self.name(), from, to, via)
        };
        let note = move |is_own: &bool| {
            if *is_own {
                return vec![text("p", "lead", "This is your own plan, as everyone sees it who has the link.")];
            }
            let note = "Read-only: nothing of yours has changed, and nothing was sent.";
            vec![self.payload.with_value(|payload| sender(app, payload, "A plan that someone shared with you.", note))]
        };
        let mut page = vec![el("div").class("flow").show_for(move || self.is_own.get(), note)];
        page.push(heading("").class("sentence").text_from(title));
        page.extend(warnings(left_out));
        page.push(self.first_screen());
        let rest = move |is_open: &bool| if *is_open { self.rest() } else { Vec::new() };
        page.push(el("div").class("stacked").show_for(move || self.is_open(), rest));
        page
    }

    /// Who, where to, how far, and three gaps with a question each.
    fn first_screen(self) -> El {
        let (theirs, app) = (self.theirs, self.app);
        let content = match theirs.aim() {
            Some(aim) => vec![el("div").class("halves wide-left").with([self.standing(aim), self.questions(aim)])],
            None => vec![text("p", "", "The link names no destination, so there is no readiness to work out.")],
        };
        let has_plan = move || app.own.plan().with(|mine| !mine.without_snapshots().is_empty());
        let ways = move |(is_own, has_plan, is_open): &(bool, bool, bool)| self.ways(*is_own, *has_plan, *is_open);
        let row = el("div").class("row ways no-print");
        el("section")
            .class("card first-screen")
            .with(content)
            .add(row.show_for(move || (self.is_own.get(), has_plan(), self.is_open()), ways))
    }

    fn standing(self, aim: Live<Aim>) -> El {
        let (guide, theirs) = (self.app.guide, self.theirs);
        let row = |aim: Live<Aim>, under: &str| {
            let figure = move || figures::readiness(aim.get().readiness);
            let bar = move || {
                let now = aim.get();
                Bar::of(now.has_gate(), now.readiness)
            };
            el("div").class("bar-row").with([
                el("p").with([text("b", "", aim.plan.name(untrack(|| aim.get()).target)), text("span", "small", under)]),
                labelled_bar(bar),
                el("p").class("bar-figure").text_from(figure),
            ])
        };
        let stop = theirs.stop();
        let sentence = gaps::summary(move || summary(guide, Who::They, &aim.get()));
        let mut parts = vec![gaps::standing(aim), sentence, row(aim, "destination")];
        parts.extend(stop.map(|stop| row(stop, "the stop before")));
        if let Some(travel) = theirs.travel() {
            let way = move || {
                let now = travel.get();
                let years = now.followed.arrival().calendar(now.journey.so_far.years, theirs.today().year());
                let titles: Vec<&str> = now.followed.titles().iter().map(|t| theirs.name(*t)).collect();
                format!("{}, {}–{}, from {}\u{a0}years in.", titles.join(" → "), years.0, years.1, now.journey.so_far.years)
            };
            parts.push(el("p").add(text("b", "", "Route: ")).text_from(way));
        }
        parts.push(el("div").class("flow").show(move || self.since()));
        let next = stop.unwrap_or(aim);
        if untrack(|| next.get()).has_gate() {
            let what = format!("What keeps them from {}", theirs.name(untrack(|| next.get()).target));
            parts.push(text("h2", "h-small", what));
            parts.push(gate_list(guide, move || next.get().gate().cloned()));
        }
        el("div").class("flow").with(parts)
    }

    /// The link of the same person before this one: under the same name, else for the same titles.
    fn before(self) -> Option<(Opened, Plan)> {
        let (guide, links) = (self.app.guide, self.app.opened.links());
        let now = self.theirs.get();
        let own = self.payload.get_value();
        let this = links.find(&own).cloned();
        let earlier =
            links.all().iter().rev().filter(|link| link.payload != own && this.as_ref().is_none_or(|this| link.day <= this.day));
        earlier
            .filter_map(|link| match decode(&link.payload, guide).ok()?.value {
                Shared::Plan(plan) => Some((link.clone(), plan.to_plan())),
                _ => None,
            })
            .find(|(link, plan)| match &this {
                Some(this) if !this.name.is_empty() => link.name == this.name,
                _ => plan.from == now.plan.from && plan.to == now.plan.to,
            })
    }

    /// What changed since their link before.
    fn since(self) -> Vec<El> {
        let guide = self.app.guide;
        let Some((link, plan)) = self.before() else { return Vec::new() };
        let now = self.theirs.get();
        let share = |analysis: &Analysis| analysis.stage.aim().map(|aim| figures::readiness(aim.readiness));
        let (was, is) = (share(&Analysis::of(guide, &plan)), share(&now));
        let figures = match (was, is) {
            (Some(was), Some(is)) if was != is => format!("; readiness {was} → {is}"),
            _ => String::new(),
        };
        let changed = words::changes(guide, &plan, &now.plan);
        let changed = match (changed.matches('→').count(), self.is_open()) {
            (0, _) => "no rating has changed".to_owned(),
            (_, true) => changed,
            (n, false) => format!("{} changed", so_many(n, "rating has", "ratings have")),
        };
        let name = if link.name.is_empty() { "the link" } else { "their link" };
        vec![el("p").add(text("b", "", format!("Since {name} of {}: ", dates::day(link.day)))).text(format!("{changed}{figures}."))]
    }

    fn questions(self, aim: Live<Aim>) -> El {
        let guide = self.app.guide;
        let top = move || {
            let mut gaps: Vec<Gap> = aim.get().gaps.iter().filter(|gap| gap.weighted() > 0).copied().collect();
            heaviest_first(&mut gaps);
            gaps.truncate(3);
            gaps
        };
        let entry = move |gap: crate::dom::Row<Gap>| {
            let record = guide.skill(gap.identity().skill);
            let level =
                move |is_open: &bool| if *is_open { vec![level_bar(&record.short, move || *gap.get())] } else { Vec::new() };
            el("li").with([
                el("div").class("question-skill").add(text("b", "", &record.short)).show_for(move || self.is_open(), level),
                text("p", "to-ask", &record.ask),
            ])
        };
        let heading = move || match top().len() {
            0 if aim.get().unrated(guide) == guide.skills().len() => {
                "Nothing is rated yet, so there is nothing to ask about".to_owned()
            }
            0 => "No gap is certain".to_owned(),
            1 => "The one gap, and a question for it".to_owned(),
            n => format!("The {} heaviest gaps, and a question for each", crate::ui::words::marks::number(n)),
        };
        el("div").class("flow").with([
            el("h2").class("h-small").text_from(heading),
            el("ol").class("bare to-asks").each(top, |gap| gap.skill.index().to_string(), entry),
        ])
    }

    /// The buttons: rate, look, keep a copy, or leave.
    fn ways(self, is_own: bool, has_plan: bool, is_open: bool) -> Vec<El> {
        let app = self.app;
        let leave = |class: &str, words: &str| link(Page::Home.href(), words).class(class);
        if is_own {
            return vec![leave("btn", "Go to my plan")];
        }
        let theirs = self.theirs;
        let keep = move |_| {
            let name = edits::BEFORE_TAKING_OVER.to_owned();
            let plan = untrack(|| (*theirs.get().plan).clone());
            app.own.edit(&PlanEdit::SwitchTo { plan: Box::new(plan), name, day: theirs.today() });
            app.live.announce("The shared plan is now yours.");
            app.address.go(&Page::Home);
        };
        let rate = if untrack(|| self.rated()) > 0 { "Rate again, unseen" } else { "Rate them, unseen" };
        let rate = button(if is_open { "btn quiet" } else { "btn" }, rate, move |_| self.rate(true));
        let look = (!is_open).then(|| button("btn quiet", "Show their levels", move |_| self.looks.set(true)));
        let words = if has_plan {
            "A copy takes the place of your plan, which is kept as a snapshot. “Undo” at the foot of the page brings it back."
        } else {
            "A copy becomes your plan, on this device."
        };
        let blind = (!is_open)
            .then(|| text("p", "small", "Rating comes first: once you have seen their levels, yours are no second opinion."));
        [Some(rate), look]
            .into_iter()
            .flatten()
            .chain([
                button("btn quiet", "Keep a copy", keep).attr("aria-describedby", "keep-note"),
                leave("link", "Dismiss"),
                text("span", "small", words).attr("id", "keep-note"),
            ])
            .chain(blind)
            .collect()
    }

    /// Their levels, where the two of you differ, and all of it.
    fn rest(self) -> Vec<El> {
        let (app, theirs) = (self.app, self.theirs);
        let wants_to_compare = RwSignal::new(false);
        let can_compare = Memo::new(move |_| !self.is_own.get() && app.own.derived().get().ratings.rated() > 0);
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
        let shown = move |compares: &bool| if *compares { compare(app, theirs) } else { analysis(theirs) };
        let differ = move |rated: &bool| if *rated { self.differ() } else { Vec::new() };
        vec![
            el("div").class("stacked").show_for(move || self.rated() > 0, differ),
            el("div").class("row no-print").show_for(move || can_compare.get(), seg),
            el("div").class("stacked").show_for(move || compares.get(), shown),
        ]
    }

    /// Where the reader sees them elsewhere than they do themselves.
    fn differ(self) -> Vec<El> {
        let (guide, theirs) = (self.app.guide, self.theirs);
        let target = move || theirs.get().stage.aim().map(|aim| aim.target);
        let mine = move || self.app.sharing.opinion().with(|mine| Ratings::of(mine, guide));
        let all = move || several(guide, target(), &theirs.get().ratings, &[mine()]);
        let apart = move || all().into_iter().filter(|seen| seen.furthest().is_some_and(|away| away != 0)).collect::<Vec<Seen>>();
        let lead = move || {
            let both = agreement(&pairs(guide, target(), &theirs.get().ratings, &mine()));
            let judged = format!("{} that you both rated", so_many(both.both, "skill", "skills"));
            format!("The same level on {} of the {judged}, within one on {}.", both.same, both.near)
        };
        let beside = |seen: &Seen| {
            let away = seen.furthest().unwrap_or_default();
            let class = if seen.is_far_apart() { "away far" } else { "away" };
            let ask = &use_app().guide.skill(seen.skill).ask;
            vec![text("b", class, format!("you: {}", words::apart(away))), text("span", "small", ask)]
        };
        let names: Rc<dyn Fn() -> Vec<String>> = Rc::new(|| vec!["you".to_owned()]);
        let key = key_of(&[(Mark::Person, "they"), (Mark::Other, "you"), (Mark::Asked, "asked")]);
        vec![el("section").with([
            el("div").class("head").with([text("h2", "", "Where the two of you differ"), key]),
            el("p").class("small").text_from(lead),
            seen_rows(guide, Who::They, names, apart, Rc::new(beside)),
        ])]
    }
}

/// What follows from a plan that does not change, as far as it has come.
fn analysis(theirs: DerivedPlan) -> Vec<El> {
    let now = untrack(|| theirs.get());
    let mut parts = match theirs.aim() {
        Some(aim) => gaps::parts(aim),
        None => (now.ratings.rated() > 0).then(|| ratings(theirs, &now)).into_iter().collect(),
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
    parts.extend(now.stage.aim().map(|_| help(theirs)));
    parts
}

/// What a mentor can do with it, fetched once they ask.
fn help(theirs: DerivedPlan) -> El {
    let (app, open) = (use_app(), RwSignal::new(false));
    let shown = move || if open.get() { fetched::piece(app, &Piece::Help(theirs)) } else { Vec::new() };
    el("section").class("flow").add(text("h2", "", "Help them on")).add(
        el("details")
            .on("toggle", move |event| open.set(event.open()))
            .add(text("summary", "", "Questions to practise, and what helps with their gaps"))
            .add(el("div").class("flow").show(shown)),
    )
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
                n => format!("{} unrated.", so_many(n, "skill is", "skills are")),
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
