//! A second opinion that came back: where it agrees with one's own ratings, and what to take over from it.

use super::opened::{seen_rows, sender, warnings};
use crate::chart::marks::Mark;
use crate::dom::signals::*;
use crate::dom::{El, Row, button, el, heading, link, text};
use crate::domain::guide::{Proficiency, SkillIx};
use crate::domain::link::{RatedReply, Shared, Warning, decode};
use crate::domain::page::Page;
use crate::domain::plan::edit::{PlanEdit, apply};
use crate::domain::plan::{Plan, Ratings};
use crate::domain::standing::opinion::{Pair, Seen, agreement, pairs, several};
use crate::domain::store::opened::Opened;
use crate::state::{App, DerivedPlan};
use crate::ui::components::key::key_of;
use crate::ui::components::pairs::pairs_table;
use crate::ui::components::receipt::scroll;
use crate::ui::components::take_back::TakeBack;
use crate::ui::words::figures::so_many;
use crate::ui::words::gaps::Who;
use crate::ui::words::{dates, others as words};
use std::rc::Rc;

/// A second opinion. Both are plans for the sake of the machinery that plans have: each kind of signal weighs a kilobyte.
#[derive(Clone, Copy)]
struct Opinion {
    app: App,
    /// What came back.
    theirs: DerivedPlan,
    /// The ratings in it that are ticked.
    ticked: RwSignal<Plan>,
    /// What became of taking some over.
    taken: TakeBack,
}

/// Shows a second opinion, and those that came before it.
pub fn show(app: App, payload: &str, reply: &RatedReply, left_out: &[Warning]) -> Vec<El> {
    let plan = Plan { to: reply.to.clone(), ratings: reply.ratings.clone(), ..Plan::default() };
    let theirs = DerivedPlan::of(app.guide, RwSignal::new(plan), true);
    let opinion = Opinion { app, theirs, ticked: RwSignal::new(Plan::default()), taken: TakeBack::new(app) };
    // Of whoever has a plan here, the opinions on it stay; a stranger's are looked at and gone.
    let is_mine = untrack(|| app.own.plan().with(Plan::is_started));
    if is_mine && !reply.ratings.is_empty() {
        app.opened.keep(payload, None);
    }
    let other = move || {
        let target = |plan: DerivedPlan| plan.get().stage.aim().map(|aim| aim.target);
        let (mine, their) = (target(app.own.derived()), target(theirs));
        let both = mine.filter(|_| mine != their).zip(their);
        let line = |(mine, their)| {
            let (mine, their) = (theirs.name(mine), theirs.name(their));
            text(
                "p",
                "small",
                format!("They were asked about {their}. What matters most is sorted for your destination now, {mine}."),
            )
        };
        both.map(line).into_iter().collect()
    };
    let title = move || match kept(app).len() {
        0 | 1 => "A second opinion".to_owned(),
        n => format!("{n} second opinions"),
    };
    let page = [heading("").text_from(title), el("p").class("lead").text_from(move || agreed(&opinion.pairs()))];
    let page = page.into_iter().chain(warnings(left_out)).chain([el("div").show(other)]);
    if reply.ratings.is_empty() {
        return page.chain([link(Page::Home.href(), "Go to my plan").class("btn")]).collect();
    }
    let note = "They are kept on this device, beside your plan, until you forget them here or erase your plan.";
    let named = is_mine.then(|| sender(app, payload, "Ratings that someone sent back to you.", note));
    let payload = payload.to_owned();
    let all = move |has_kept: &bool| {
        let only = (payload.clone(), theirs);
        if *has_kept { vec![differ(app, None), people(app, &payload)] } else { vec![differ(app, Some(only.1))] }
    };
    let together = el("div").class("stacked").show_for(move || !kept(app).is_empty(), all);
    page.chain(named).chain([together, text("h2", "", "This opinion, skill by skill"), opinion.table(), opinion.adopt()]).collect()
}

/// The opinions that are kept here, with their ratings; those of another guide are not among them.
fn kept(app: App) -> Vec<(Opened, Ratings)> {
    let of = |link: &Opened| match decode(&link.payload, app.guide).ok()?.value {
        Shared::Reply(reply) => {
            let plan = Plan { ratings: reply.ratings, ..Plan::default() };
            Some((link.clone(), Ratings::of(&plan, app.guide)))
        }
        _ => None,
    };
    app.opened.links().all().iter().filter_map(of).collect()
}

/// Where the person and the others are two levels apart or more, and all of it side by side. `only` is an opinion that is not kept.
fn differ(app: App, only: Option<DerivedPlan>) -> El {
    let guide = app.guide;
    let others = move || match only {
        Some(theirs) => vec![("they".to_owned(), (*theirs.get().ratings).clone())],
        None => kept(app).into_iter().map(|(link, ratings)| (words::opinion(&link), ratings)).collect::<Vec<_>>(),
    };
    let names = move || {
        let names: Vec<String> = others().into_iter().map(|(name, _)| name).collect();
        if names.len() == 1 { vec!["they".to_owned()] } else { names }
    };
    let all = move || {
        let mine = app.own.derived().get();
        let ratings: Vec<Ratings> = others().into_iter().map(|(_, ratings)| ratings).collect();
        several(guide, mine.stage.aim().map(|aim| aim.target), &mine.ratings, &ratings)
    };
    let far = move || all().into_iter().filter(Seen::is_far_apart).collect::<Vec<Seen>>();
    let beside = move |seen: &Seen| {
        let away = seen.furthest().unwrap_or_default();
        let names = names();
        let who = seen.own.and_then(|own| {
            let place = seen.others.iter().position(|one| one.is_some_and(|one| one.get() as i8 - own.get() as i8 == away))?;
            names.get(place).cloned()
        });
        let who = who.unwrap_or_else(|| "they".to_owned());
        vec![text("b", "away far", format!("{who}: {}", words::apart(away))), text("span", "small", words::talk(guide, seen))]
    };
    let key = move || {
        let other = if names().len() > 1 { "each of the others" } else { "they" };
        vec![key_of(&[(Mark::Person, "you"), (Mark::Other, other), (Mark::Asked, "asked")])]
    };
    let lead = move || words::far_apart(far().len(), names().len() > 1);
    let everyone = move |several: &bool| {
        let together = "Everyone side by side";
        let table = move || vec![scroll(together, side_by_side(app, names(), &all()))];
        if *several { vec![el("details").add(text("summary", "", together)).show(table)] } else { Vec::new() }
    };
    let list = seen_rows(guide, Who::You, Rc::new(names), far, Rc::new(beside));
    el("section").with([
        el("div").class("head").add(text("h2", "", "Where you differ, and what to talk about")).show(key),
        el("p").class("small").text_from(lead),
        list,
        el("div").class("flow").show_for(move || names().len() > 1, everyone),
    ])
}

/// Everyone's ratings in a table, with the spread.
fn side_by_side(app: App, names: Vec<String>, all: &[Seen]) -> El {
    let level = |level: Option<Proficiency>| level.map_or_else(|| "–".to_owned(), |l| l.to_string());
    let heads = ["Skill".to_owned(), "You".to_owned()].into_iter().chain(names).chain(["Spread".to_owned(), "Asked".to_owned()]);
    let heads: Vec<El> =
        heads.enumerate().map(|(place, head)| text("th", if place == 0 { "" } else { "n" }, head).attr("scope", "col")).collect();
    let row = |seen: &Seen| {
        let spread = seen.spread().map_or(0, |(low, high)| low.below(high));
        let others: Vec<El> = seen.others.iter().map(|one| text("td", "n", level(*one))).collect();
        el("tr")
            .with([text("th", "", &app.guide.skill(seen.skill).short).attr("scope", "row"), text("td", "n", level(seen.own))])
            .with(others)
            .with([
                text("td", if spread > 1 { "n strong" } else { "n" }, spread.to_string()),
                text("td", "n", seen.required.to_string()),
            ])
    };
    let rows: Vec<El> = all.iter().map(row).collect();
    el("table").class("pairs").with([el("thead").add(el("tr").with(heads)), el("tbody").with(rows)])
}

/// Who answered, each with the way to look at it and to forget it.
fn people(app: App, shown: &str) -> El {
    let shown = shown.to_owned();
    let line = move |row: Row<(Opened, usize)>| {
        let payload = row.identity().0.payload.clone();
        let name = move || words::opinion(&row.get().0);
        let is_shown = payload == shown;
        let who = if is_shown {
            el("b").text_from(name)
        } else {
            el("a").attr("href", Page::Rated(payload.clone()).href()).text_from(name)
        };
        let what = move || {
            let (link, rated) = &*row.get();
            format!("{}, opened on {}", so_many(*rated, "skill", "skills"), dates::day(link.day))
        };
        let forget = button("btn quiet", "Forget", move |_| {
            app.opened.forget(&payload);
            app.live.announce("The opinion is forgotten on this device. Its link still opens it.");
        });
        let forget = forget.attr_from("aria-label", move || Some(format!("Forget {}", name())));
        el("li").with([who, el("span").class("small").text_from(what), forget])
    };
    let all = move || kept(app).into_iter().map(|(link, ratings)| (link, ratings.rated())).collect();
    el("section").with([
        text("h2", "", "Who answered"),
        text("p", "small", "Names are typed here and stay on this device. A link carries levels only."),
        el("ul").class("bare people").each(all, |(link, _)| link.payload.clone(), line),
    ])
}

fn agreed(pairs: &[Pair]) -> String {
    let agreement = agreement(pairs);
    let theirs = pairs.iter().filter(|p| p.other.is_some()).count();
    match (theirs, agreement.both) {
        (0, _) => "It came back without any ratings.".to_owned(),
        (n, 0) => format!("They rated {}. You have rated none of them yourself yet.", so_many(n, "skill", "skills")),
        (_, both) => format!(
            "You both rated {}: the same on {}, and at most one level apart on {}.",
            so_many(both, "skill", "skills"),
            agreement.same,
            agreement.near
        ),
    }
}

impl Opinion {
    fn pairs(self) -> Vec<Pair> {
        let (mine, theirs) = (self.app.own.derived().get(), self.theirs.get());
        let aim = mine.stage.aim().or(theirs.stage.aim());
        pairs(self.app.guide, aim.map(|aim| aim.target), &mine.ratings, &theirs.ratings)
    }

    fn tick(self, skill: SkillIx, level: Option<Proficiency>) {
        let edit = PlanEdit::Rate { skill: self.app.guide.skill(skill).id.clone(), level };
        self.ticked.set(apply(&self.ticked.get_untracked(), &edit));
    }

    fn table(self) -> El {
        let guide = self.app.guide;
        let tick = move |row: Row<Pair>| {
            // One's own rating may come to be the same, and differ again after an undo.
            let differs = move || row.get().other.filter(|other| Some(*other) != row.get().one);
            el("span").show_for(differs, move |other| {
                let Some(other) = *other else { return Vec::new() };
                let skill = row.identity().skill;
                let record = guide.skill(skill);
                let input = el("input")
                    .attr("type", "checkbox")
                    .attr("id", format!("take-{}", record.id))
                    .attr("aria-label", format!("Take over {}: {other}", record.name))
                    .flag_from("checked", move || self.ticked.with(|t| t.ratings.contains_key(&record.id)))
                    .on("change", move |event| self.tick(skill, event.checked().then_some(other)));
                vec![input]
            })
        };
        let name = "Skill by skill, what matters most first";
        pairs_table(guide, name, ["You", "They", "Asked"], Box::new(move || self.pairs()), Some(Box::new(tick)))
    }

    fn adopt(self) -> El {
        let take = move |_| {
            let ratings = self.ticked.get_untracked().ratings;
            let n = ratings.len();
            if n > 0 {
                let made = self.app.own.edit(&PlanEdit::AdoptRatings(ratings));
                self.ticked.set(Plan::default());
                self.taken.say(made, format!("{} taken over.", so_many(n, "rating is", "ratings are")));
            }
        };
        let all = move |_| {
            for pair in untrack(|| self.pairs()) {
                if pair.other != pair.one {
                    self.tick(pair.skill, pair.other);
                }
            }
        };
        let count = move || self.ticked.with(|t| t.ratings.len());
        let words = move || match count() {
            0 => "Take over the ticked ratings".to_owned(),
            n => format!("Take over {}", so_many(n, "rating", "ratings")),
        };
        let take = button("btn", "", take).attr("id", "take").text_from(words);
        el("div").class("row").with([
            take.attr_from("aria-disabled", move || (count() == 0).then(|| "true".to_owned())),
            button("btn quiet", "Tick all that differ", all),
            self.taken.place(),
        ])
    }
}
