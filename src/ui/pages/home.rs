//! The first page of someone with a plan: where they stand, the one next step, what comes after it, what moved since they were here last,
//! and the route as a line.

use super::begin::plan_form;
use super::fetched::{self, Piece, Reach, Which};
use super::gap_detail::can;
use super::route::track_class;
use crate::dom::signals::*;
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::analysis::{Aim, Journey, Travel};
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx};
use crate::domain::journey::moved::{Moved, moved, steps_left};
use crate::domain::journey::pace::Effort;
use crate::domain::journey::steps::Action;
use crate::domain::page::Page;
use crate::domain::plan::Ratings;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::enough::{Certain, Enough, Round, certain, rounds};
use crate::domain::standing::gap::{Gap, gaps, heaviest_first};
use crate::domain::standing::gate::Standing;
use crate::domain::standing::readiness::Readiness;
use crate::domain::standing::stability::stability;
use crate::domain::workbench::due::{Due, What, due as due_on};
use crate::state::{App, DerivedPlan, Live, Visit, use_app};
use crate::ui::components::away::open_roles;
use crate::ui::components::levels::level_bar;
use crate::ui::components::plural;
use crate::ui::components::standing::{Bar, SKILLS_ONLY, labelled_bar};
use crate::ui::words::dates::{day, day_and_month, month_and_year};
use crate::ui::words::figures::{out_of, so_many};
use crate::ui::words::home as words;
use crate::ui::words::rough as rough_words;
use crate::ui::words::way::or_late;
use std::sync::Arc;

/// How many gaps and steps are listed.
const TOP: usize = 3;
/// How many changes are shown since the last visit.
const CHANGES: usize = 4;

/// Shows the page to someone with a plan.
pub fn show(journey: Live<Journey>) -> Vec<El> {
    let app = use_app();
    let changing = RwSignal::new(false);
    let now = move || Now::of(app, &journey.get());
    let title = move || {
        let now = now();
        let stop = now.stop().map(|(title, standing, _)| (title, standing.share()));
        words::headline(app.guide, &now.journey, now.travel.as_deref(), stop, now.certain.as_ref())
    };
    let form = move |changing: &bool| if *changing { vec![plan_form("Plan this route", Page::Routes)] } else { Vec::new() };
    vec![
        el("div").class("hero home-hero").with([where_from(app, journey, changing), heading("").class("say").text_from(title)]),
        el("div").class("flow").show_for(move || changing.get(), form),
        el("section").class("ready-bars").attr("aria-label", "Readiness").show(move || bars(app, &now())),
        el("div").class("home-two").show(move || {
            let now = now();
            vec![next(app, &now, changing), el("div").class("home-beside").with(due(app, &now)).add(beside(&now))]
        }),
        el("section").class("flow").show(move || since(app, &now())),
        el("section").class("home-route").show(move || route(app, &now())),
    ]
}

/// All that the page is made of.
struct Now {
    journey: Arc<Journey>,
    travel: Option<Arc<Travel>>,
    certain: Option<Certain>,
    guide: &'static Guide,
    plan: DerivedPlan,
}

impl Now {
    fn of(app: App, journey: &Arc<Journey>) -> Self {
        let (plan, guide) = (app.own.derived(), app.guide);
        let travel = plan.routes();
        Self { certain: certain(guide, journey.aim.target, &journey.aim.gaps), travel, guide, plan, journey: journey.clone() }
    }

    fn aim(&self) -> &Aim {
        &self.journey.aim
    }

    /// The title at which the route calls first, where that is not the destination: how one stands, with the gaps.
    fn stop(&self) -> Option<(TitleIx, Standing, Vec<Gap>)> {
        let travel = self.travel.as_ref().filter(|travel| travel.followed.legs.len() > 1)?;
        let gaps = gaps(self.guide, &self.aim().ratings, travel.leg.to);
        Some((travel.leg.to, Standing::of(self.guide, travel.leg.to, &gaps)?, gaps))
    }

    fn name(&self, title: TitleIx) -> &'static str {
        &self.guide.title(title).name
    }

    fn skill(&self, skill: SkillIx) -> &'static str {
        &self.guide.skill(skill).short
    }

    /// Whether the ratings are enough for steps to stand on them.
    fn is_narrow(&self) -> bool {
        self.certain.as_ref().is_some_and(|certain| certain.enough() == Some(Enough::Narrow))
    }

    fn is_there(&self) -> bool {
        self.journey.current == self.aim().target
    }
}

/// Today, the start of the way, and how much is rated.
fn where_from(app: App, journey: Live<Journey>, changing: RwSignal<bool>) -> El {
    let line = move || {
        let now = journey.get();
        let (years, rated, all) = (now.so_far.years, now.aim.ratings.rated(), app.guide.skills().len());
        let rated =
            if rated == all { format!("all {all}\u{a0}skills rated") } else { format!("{}\u{a0}skills rated", out_of(rated, all)) };
        let from = journey.plan.name(now.current);
        format!("{} · {from}, {} in · {rated}", day(journey.plan.today()), so_many(years.into(), "year", "years"))
    };
    let change = button("link small", "Change start or destination", move |_| changing.update(|c| *c = !*c))
        .attr_from("aria-expanded", move || Some(changing.get().to_string()));
    el("div").class("row").with([el("p").class("small").text_from(line), change])
}

/// A bar for the destination, and one for the title before it.
fn bars(app: App, now: &Now) -> Vec<El> {
    if now.is_there() {
        return Vec::new();
    }
    let then = app.visits.last();
    let aim = now.aim();
    let mut rows = vec![bar(now, aim.target, "destination", &aim.standing, &aim.gaps, then.as_deref())];
    if let Some((stop, standing, gaps)) = now.stop() {
        rows.push(bar(now, stop, "the next stop", &standing, &gaps, then.as_deref()));
    }
    let unrated = aim.unrated(now.guide);
    let meaning = match (aim.has_gate(), unrated) {
        (false, _) => SKILLS_ONLY.to_owned(),
        (true, n) if n == now.guide.skills().len() => String::new(),
        (true, 0) => "Pale: where the figure lies in eight of ten cases if every second rating is a level off. ".to_owned(),
        (true, n) => {
            format!(
                "Solid: yours, whatever the {n}\u{a0}unrated {} out to be. Pale: open. ",
                plural(n, "skill turns", "skills turn")
            )
        }
    };
    let how = link(Page::GuideSection("method".to_owned()).href(), "How this is worked out");
    rows.push(el("p").class("small").text(meaning).maybe(aim.has_gate().then_some(how)));
    rows
}

fn bar(now: &Now, title: TitleIx, part: &str, standing: &Standing, gaps: &[Gap], then: Option<&Visit>) -> El {
    let range = standing.share();
    let is_figure = range.low() == range.high();
    let mut shown = Bar::of(standing.gate().is_some(), range);
    // Of one that is a range already, the unrated skills are by far the larger part.
    shown.rough = if is_figure { stability(now.guide, gaps, title).map(|stable| stable.low.tenths()) } else { None };
    shown.before = then.and_then(|visit| before(now, title, range, visit));
    let spread = shown.rough.map(|(low, high)| text("span", "small", rough_words::span_of((low, high))));
    el("div").class("ready-bar").with([
        el("p").with([text("b", "", now.name(title)), text("span", "small", part)]),
        labelled_bar(move || shown.clone()),
        el("p").class("ready-figure").add(text("b", "", words::figure(range))).maybe(spread),
    ])
}

/// The figure at the last visit, where it was another one.
fn before(now: &Now, title: TitleIx, range: Readiness, visit: &Visit) -> Option<(u32, String)> {
    let then = Standing::of(now.guide, title, &gaps(now.guide, &Ratings::of(&visit.plan, now.guide), title))?.share();
    let (was, is) = (then.low(), range.low());
    let is_told = then.low() == then.high() && was.percent() != is.percent();
    is_told.then(|| (was.percent(), format!("{} on {}", was.percent(), day_and_month(visit.day))))
}

/// The one thing to do next.
fn next(app: App, now: &Now, changing: RwSignal<bool>) -> El {
    let elsewhere = || {
        button("btn", "Choose a destination", move |_| {
            changing.set(true);
            crate::state::screen::focus_soon("to");
        })
    };
    let aim = now.aim();
    if now.is_there() {
        return card(
            "",
            "Choose where to go from here",
            "Your title is your destination: the map shows what lies beyond it.",
            Vec::new(),
            vec![elsewhere(), link(Page::Map.href(), "Look at the map").class("btn quiet")],
        );
    }
    if let Some(round) = rounds(&aim.gaps).first().filter(|_| !now.is_narrow()) {
        return rate(now, round);
    }
    let Some(travel) = &now.travel else {
        return card(
            "",
            "Choose another destination",
            "No moves of the guide lead there from your title.",
            Vec::new(),
            vec![elsewhere(), link(Page::Map.href(), "Look at the map").class("btn quiet")],
        );
    };
    match travel.needed(now.guide, now.plan.today()).first() {
        Some(action) => step(app, now, action),
        None => {
            let to = now.name(travel.leg.to);
            let said = format!(
                "What you have is enough for the move. When you have made it, say so here, and the plan goes on from {to}."
            );
            let first = link(Page::Title(now.guide.title(travel.leg.to).id.clone()).href(), "See its first 90 days");
            let moved = button("btn quiet", "I have made the move", move |_| {
                changing.set(true);
                crate::state::screen::focus_soon("from");
            });
            card("", &format!("You pass the gate of {to}"), &said, Vec::new(), vec![first.class("btn"), moved])
        }
    }
}

fn card(about: &str, title: &str, said: &str, picture: Vec<El>, ways: Vec<El>) -> El {
    let kick = el("p").class("small").with([text("b", "next-sign", "Do next"), text("span", "", about)]);
    el("section")
        .class("card next-card")
        .with([kick, text("h2", "", title)])
        .with(picture)
        .with([text("p", "small", said), el("div").class("row").with(ways)])
}

/// The skills to rate in the next round.
fn rate(now: &Now, round: &Round) -> El {
    let (count, rated) = (round.skills.len(), now.aim().ratings.rated());
    let names: Vec<&str> = round.skills.iter().map(|skill| now.skill(*skill)).collect();
    let (title, narrowed) = match rated {
        0 => (format!("Rate the first {}\u{a0}skills", words::counted(count)), "the range shrinks"),
        _ => (format!("Rate {} more: what narrows the range most", words::counted(count)), "the range shrinks"),
    };
    let said = format!(
        "{}. Whatever you answer, {narrowed} from {} to {}\u{a0}points.",
        names.join(", "),
        round.before.points(),
        round.after.points()
    );
    let places = (0..now.guide.skills().len()).map(|place| {
        el("i").class(if place < rated {
            "done"
        } else if place < rated + count {
            "next"
        } else {
            ""
        })
    });
    let progress = el("div").class("progress").attr("aria-hidden", "true").with(places.collect::<Vec<_>>());
    let ways = vec![
        link(Page::Assess.href(), format!("Rate {}", so_many(count, "skill", "skills"))).class("btn"),
        match rated {
            0 => link(Page::Routes.href(), "Look at the routes first").class("btn quiet"),
            _ => link(Page::Gaps.href(), "Start with the gaps instead").class("btn quiet"),
        },
    ];
    let minutes = count.div_ceil(3);
    card(&format!(" · about {}", so_many(minutes, "minute", "minutes")), &title, &said, vec![progress], ways)
}

/// The next step of the plan.
fn step(app: App, now: &Now, action: &Action) -> El {
    let (guide, skill, level) = (now.guide, action.skill, action.level);
    let hours = Effort::of_step(guide, skill, level).likely_hours(now.aim().plan.pace).round() as u32;
    let below = Proficiency::new(level.get().saturating_sub(1)).unwrap_or_default();
    let then = can(guide, skill, level).map(|line| format!("At {level}: {} ", crate::ui::words::lower(&line))).unwrap_or_default();
    let by = format!("Likely by {}{}.", month_and_year(action.by.0), or_late(action.by.0, action.by.1));
    let gap = now.travel.as_ref().map(|travel| gaps(guide, &now.aim().ratings, travel.leg.to)[skill.index()]);
    let picture = gap.map(|gap| level_bar(now.skill(skill), move || gap)).into_iter().collect();
    let tick = PlanEdit::Tick { step: crate::domain::journey::steps::step(guide, skill, level), done: Some(now.plan.today()) };
    let done = button("btn", format!("Done: I am at {level}"), move |_| {
        app.own.edit(&tick);
    });
    let unrated = now.aim().unrated(guide);
    let other = match unrated {
        0 => link(Page::Plan.href(), "Something else first").class("btn quiet"),
        n => link(Page::Assess.href(), format!("Rate the other {n}")).class("btn quiet"),
    };
    card(
        &format!(" · about {} of work", so_many(hours as usize, "hour", "hours")),
        &format!("{}: from {below} to {level}", guide.skill(skill).name),
        &(then + &by),
        picture,
        vec![done, other],
    )
}

/// What is due, the earliest first: a few, and the way to the rest.
fn due(app: App, now: &Now) -> Vec<El> {
    let today = now.plan.today();
    let all = app.own.plan().with(|plan| due_on(plan, today));
    let line = |one: &Due| {
        let (what, more) = words::due(app.guide, &one.what);
        let (when, is_late) = words::due_in(today, one.by);
        let class = if is_late { "late" } else { "small" };
        let name = el("b").text(what.clone()).attr("dir", "auto");
        let open = link(page_of(&one.what).href(), "Open").class("small alone").attr("aria-label", format!("Open: {what}"));
        let said = (!more.is_empty()).then(|| text("span", "small", more));
        el("li").with([
            el("span").with([text("b", "due-day", day_and_month(one.by)), text("span", class, when)]),
            el("span").add(name).maybe(said).maybe(to_do(app, &one.what)).add(open),
        ])
    };
    if all.is_empty() {
        return Vec::new();
    }
    let rest = all.get(TOP).map(|next| {
        let more = all.len() - TOP;
        link(page_of(&next.what).href(), format!("{more} more")).class("small alone")
    });
    let list = el("ul").class("due").with(all.iter().take(TOP).map(line).collect::<Vec<_>>());
    vec![el("section").class("due-box").with([text("h2", "h-small", "Due"), list]).maybe(rest)]
}

/// What to do in the first days of a title, once the part that knows it is there.
fn to_do(app: App, what: &What) -> Option<El> {
    let What::FirstDays(days, id) = what else { return None };
    let (days, title) = (*days, app.guide.title_by_id(id)?);
    // It adds to a line that stands by itself, so nothing is said while it is on its way.
    let line = move || match fetched::reach(Which::Seldom) {
        Reach::AtHand => fetched::piece(app, &Piece::FirstDays(title, days)),
        Reach::UnderWay | Reach::Missing => Vec::new(),
    };
    Some(el("span").class("small").show(line))
}

/// Where one does what is due.
fn page_of(what: &What) -> Page {
    match what {
        What::Actions { .. } => Page::Actions,
        What::Goal(..) => Page::Goals,
        What::Review(_) => Page::Review,
        What::FirstDays(_, title) => Page::Title(title.clone()),
        What::CheckIn => Page::Pay,
        What::Profile => Page::LinkedIn,
    }
}

/// What stands beside it: what comes after it, or the heaviest gaps while there is more to rate.
fn beside(now: &Now) -> El {
    let steps = match &now.travel {
        Some(travel) if now.aim().ratings.rated() > 0 => travel.needed(now.guide, now.plan.today()),
        _ => Vec::new(),
    };
    if now.is_narrow() && steps.len() > 1 {
        let line = |action: &Action| {
            el("li").with([
                text("b", "due-day", month_and_year(action.by.0)),
                el("span").with([text("b", "", now.skill(action.skill)), text("span", "small", format!("to {}", action.level))]),
            ])
        };
        let lines: Vec<El> = steps.iter().skip(1).take(TOP).map(line).collect();
        return el("section").class("due-box").with([
            text("h2", "h-small", "After that"),
            el("ol").class("due").with(lines),
            link(Page::Plan.href(), "The whole plan").class("small alone"),
        ]);
    }
    let mut all = now.aim().gaps.clone();
    heaviest_first(&mut all);
    let line = |gap: &Gap| {
        let (gap, name) = (*gap, now.skill(gap.skill));
        let short = gap.levels().map_or_else(String::new, |levels| format!("−{levels}"));
        el("li").with([text("b", "", name), level_bar(name, move || gap), text("b", "num", short)])
    };
    let lines: Vec<El> = all.iter().filter(|gap| gap.weighted() > 0).take(TOP).map(line).collect();
    if lines.is_empty() {
        let (title, none) = match (now.aim().ratings.rated(), now.aim().unrated(now.guide)) {
            (0, _) => ("Heaviest gaps so far", "Nothing is rated yet."),
            (_, 0) => ("Gaps", "None: you have all that is asked."),
            _ => ("Heaviest gaps so far", "None among what you have rated."),
        };
        return el("section").class("due-box").with([text("h2", "h-small", title), text("p", "small", none)]);
    }
    let blocking = now.certain.as_ref().map_or(0, |certain| certain.blocking.len());
    let unrated = now.aim().unrated(now.guide);
    let said = match (blocking, unrated) {
        (0, _) => String::new(),
        (n, 0) => format!("{} the gate. ", so_many(n, "skill blocks", "skills block")),
        (n, rest) => format!("{} the gate, whatever the other {rest} are. ", so_many(n, "skill blocks", "skills block")),
    };
    el("section").class("due-box").with([
        text("h2", "h-small", if unrated == 0 { "Heaviest gaps" } else { "Heaviest gaps so far" }),
        el("ol").class("heaviest").with(lines),
        el("p").class("small").text(said).add(link(Page::Gaps.href(), "See them all")),
    ])
}

/// What moved since the last visit on an earlier day.
fn since(app: App, now: &Now) -> Vec<El> {
    let Some(visit) = app.visits.last() else { return Vec::new() };
    let (guide, ratings) = (now.guide, &now.aim().ratings);
    let then = Ratings::of(&visit.plan, guide);
    let changes = moved(guide, &then, ratings);
    let mut tiles: Vec<El> = changes.iter().take(CHANGES).map(|one| tile(now, one)).collect();
    if changes.len() > CHANGES {
        tiles.truncate(CHANGES - 1);
        let more = changes.len() - tiles.len();
        tiles.push(fact("Ratings", &format!("{more} more"), link(Page::AssessList.href(), "See all ratings").class("small alone")));
    }
    let next = now.travel.as_ref().map(|travel| travel.leg.to);
    if let Some((title, was, is)) =
        next.and_then(|title| Some((title, steps_left(guide, &then, title)?, steps_left(guide, ratings, title)?)))
        && was != is
        && tiles.len() < CHANGES
    {
        let words = format!("Steps to be ready for {}", now.name(title));
        tiles.push(change_tile(&words, &was.to_string(), &is.to_string(), None));
    }
    let was = visit.plan.to_in(guide);
    if was != Some(now.aim().target) && tiles.len() < CHANGES {
        let was = was.map_or("none", |title| now.name(title));
        tiles.insert(0, fact("Destination", now.name(now.aim().target), text("span", "small", format!("before: {was}"))));
    }
    let title = format!("Moved since {}", day(visit.day));
    let all = link(Page::Data.href(), "All history").class("small alone");
    let head = el("div").class("head").with([text("h2", "", &title), all]);
    if tiles.is_empty() {
        return vec![head, text("p", "small", "Nothing yet: ratings, destination and steps are as they were.")];
    }
    vec![head, el("ul").class("moved").with(tiles)]
}

fn tile(now: &Now, one: &Moved) -> El {
    let level = |level: Option<Proficiency>| level.map_or_else(|| "–".to_owned(), |level| level.to_string());
    let gap = now.aim().gaps[one.skill.index()];
    let bar = level_bar(now.skill(one.skill), move || gap);
    // What was gained has a colour of its own.
    let gained = format!("from-{}", one.then.unwrap_or_default());
    change_tile(now.skill(one.skill), &level(one.then), &level(one.now), Some(bar)).class(&gained)
}

fn change_tile(name: &str, was: &str, is: &str, picture: Option<El>) -> El {
    let figure = el("p").class("moved-figure").with([
        text("span", "hush", "from "),
        text("span", "", was),
        text("span", "", " → ").attr("aria-hidden", "true"),
        text("span", "hush", " to "),
        text("b", "", is),
    ]);
    el("li").with([text("h3", "", name), figure]).maybe(picture)
}

fn fact(name: &str, what: &str, more: El) -> El {
    el("li").with([text("h3", "", name), el("p").class("moved-figure").add(text("b", "", what)), more])
}

/// The route as a line, on the map that fades behind it.
fn route(app: App, now: &Now) -> Vec<El> {
    let Some(travel) = &now.travel else { return vec![fetched::map()] };
    let offered = travel.on_offer.len();
    let compare = match offered {
        0 | 1 => "Look at the route".to_owned(),
        n => format!("Compare {n} routes"),
    };
    let links = el("p")
        .class("small row")
        .with([link(Page::Routes.href(), compare).class("alone"), link(Page::Map.href(), "Whole map").class("alone")]);
    vec![
        el("div").class("head").with([text("h2", "", words::route(travel)), links]),
        line(app, now, travel),
        el("div").class("faded-map").add(fetched::map()),
    ]
}

/// The stops of the route, with when one is there and the steps in between.
fn line(app: App, now: &Now, travel: &Travel) -> El {
    let (years, today) = (travel.journey.so_far.years, now.plan.today());
    let name = |title: TitleIx| link(Page::Title(now.guide.title(title).id.clone()).href(), now.name(title));
    // A stop has the colour of the line that goes on from it.
    let onward = |place: usize| travel.followed.legs.get(place).map(|leg| track_class(now.guide, leg.to)).unwrap_or_default();
    let start = el("li").class(&format!("here {}", onward(0))).with([
        text("b", "line-when", "now"),
        el("p").with([
            name(travel.journey.current),
            text("span", "small", format!("{} in", so_many(years.into(), "year", "years"))),
            text("span", "here-flag", "You are here"),
        ]),
    ]);
    let stops = travel.followed.legs.iter().enumerate().map(|(place, leg)| {
        let (fast, usual) = leg.arrival.calendar(years, today.year());
        let when = if fast == usual { fast.to_string() } else { format!("{fast}–{usual}") };
        let steps = if place == 0 {
            steps_left(now.guide, &now.aim().ratings, leg.to).filter(|_| now.aim().ratings.rated() > 0)
        } else {
            None
        };
        let steps = steps.map(|steps| {
            let least = if now.aim().unrated(now.guide) > 0 { "at least " } else { "" };
            let said = match steps {
                0 if least.is_empty() => "ready".to_owned(),
                n => format!("{least}{} from here", so_many(n as usize, "step", "steps")),
            };
            text("span", "small", said)
        });
        let stop = el("p").add(name(leg.to)).maybe(steps).maybe(open_roles(app.host, &now.guide.title(leg.to).id));
        el("li").class(&onward(place + 1)).with([text("b", "line-when", when), stop])
    });
    el("ol").class("route-line").attr("aria-label", "Your route").add(start).with(stops.collect::<Vec<_>>())
}
