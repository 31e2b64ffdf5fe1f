//! The plan of the first leg: the step under way, the road to the gate, the pace, every step to tick off, and the goals that go with them.

use super::gap_detail::can;
use crate::chart::road::{self, Axis, Row as RoadRow, Step};
use crate::dom::signals::*;
use crate::dom::{El, Row, button, el, heading, link, text};
use crate::domain::analysis::Travel;
use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, Item, Proficiency, SectionRole, SkillIx};
use crate::domain::journey::pace::Effort;
use crate::domain::journey::steps::{Action, Counts, all_done, skills, step};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::map::drawing::Node;
use crate::state::{App, Live, OwnPlan, screen, use_app};
use crate::ui::charts::drawn::drawn;
use crate::ui::components::examples::example;
use crate::ui::components::pace::pace_card;
use crate::ui::components::plan_tabs::plan_tabs;
use crate::ui::components::plural;
use crate::ui::components::resources::to_read;
use crate::ui::components::share::share_button;
use crate::ui::components::take_back::TakeBack;
use crate::ui::words::behaviours::OWN_NONE;
use crate::ui::words::dates::{self, month_and_year};
use crate::ui::words::figures::so_many;
use crate::ui::words::way as words;

/// How many goals are offered beside those that are chosen.
const GOALS: usize = 6;
/// How many steps are named after the present one.
const AFTER: usize = 3;
/// The id of what chooses another step.
const ANOTHER: &str = "another-first";

/// Shows the page.
pub fn show(travel: Live<Travel>) -> Vec<El> {
    let (app, plan, guide) = (use_app(), travel.plan, travel.plan.guide);
    let undo = TakeBack::new(app);
    let overview =
        el("p").class("small").text_from(move || overview(travel)).text(" ").add(link(Page::Routes.href(), "Change the route"));
    let has_steps = move || !travel.get().needed(guide, plan.today()).is_empty();
    let road = move |has_steps: &bool| if *has_steps { vec![road(travel)] } else { Vec::new() };
    let after = el("div").class("flow").show(move || after(travel)).add(all_steps(travel));
    let aside = el("aside").class("side").attr("aria-label", "Pace, and what comes after").with([pace_card(travel), after]);
    vec![
        plan_tabs(&Page::Plan),
        heading("").text_from(move || title(travel)),
        el("div").class("head").add(overview).show(share_button(app.own, "btn quiet no-print", "Share this plan")),
        el("div").class("flow").show(move || unrated_note(travel)),
        el("div").class("sections").add(present(app, travel, undo)).add(undo.place()),
        el("div").class("plan-lay").with([el("div").class("plan-main").show_for(has_steps, road), aside]),
        goals(app, travel),
    ]
}

fn title(travel: Live<Travel>) -> String {
    let (guide, now) = (travel.plan.guide, travel.get());
    let title = &guide.title(now.leg.to).name;
    match (all_done(&now.needed(guide, travel.plan.today())), guide.is_onward(now.leg.to)) {
        (None, _) => format!("You are ready for {title}"),
        (Some((likely, _)), false) => format!("Likely ready for {title} by {}", month_and_year(likely)),
        (Some((likely, _)), true) => format!("Likely all that {title} asks by {}", month_and_year(likely)),
    }
}

fn overview(travel: Live<Travel>) -> String {
    let (guide, now) = (travel.plan.guide, travel.get());
    let needed = now.needed(guide, travel.plan.today());
    let done = now.board(guide, travel.plan.today()).counts().done;
    let Some(by) = all_done(&needed) else {
        return format!("What is left is the move itself. {} done.", so_many(done, "step", "steps"));
    };
    let steps = words::steps_in_skills(needed.len(), skills(&needed).len());
    let done = if done == 0 { String::new() } else { format!("; {done} done") };
    format!("To be ready you need {steps}{done}. {}.", words::likely(by))
}

fn unrated_note(travel: Live<Travel>) -> Vec<El> {
    let unrated = travel.get().journey.aim.unrated(travel.plan.guide);
    if unrated == 0 {
        return Vec::new();
    }
    let (it, skills) = (plural(unrated, "it", "them"), plural(unrated, "skill is", "skills are"));
    let words =
        format!("{unrated} {skills} unrated. Until you rate {it}, this plan takes {it} to be at what your current title asks. ");
    vec![text("p", "card small", words).add(link(Page::Assess.href(), "Rate the next one"))]
}

/// The step under way: what one can do today, what then, and what helps; and the two buttons.
fn present(app: App, travel: Live<Travel>, undo: TakeBack) -> El {
    let (plan, guide) = (travel.plan, travel.plan.guide);
    let choosing = RwSignal::new(false);
    let now = move || travel.get().needed(guide, plan.today()).into_iter().next();
    let key = move || now().map(|action| (action.skill, action.level));
    let card = move |key: &Option<(SkillIx, Proficiency)>| {
        let Some((skill, level)) = *key else {
            let words = "Nothing is missing: what you have is enough for the next title. Make the move, or go beyond its gate.";
            return vec![text("p", "", words)];
        };
        choosing.set(false);
        let record = guide.skill(skill);
        let from = Proficiency::new(level.get().saturating_sub(1)).unwrap_or_default();
        let hours = move || Effort::of_step(guide, skill, level).likely_hours(travel.get().journey.aim.plan.pace).round() as u32;
        let when = move || {
            let by = now().map(|action| words::likely(action.by)).unwrap_or_default();
            let hours = hours();
            format!(" · {} · about {}", by.replacen("Likely", "likely done by", 1), so_many(hours as usize, "hour", "hours"))
        };
        let line = |term: &str, what: El| el("div").with([text("dt", "", term), el("dd").add(what)]);
        let today = can(guide, skill, from).unwrap_or_else(|| OWN_NONE.to_owned());
        let then = can(guide, skill, level).unwrap_or_default();
        let lines = el("dl").class("lines").with([
            line("Today", text("span", "", today)),
            line("Then", text("b", "", then)),
            line("What helps", helps(guide, skill, level)),
        ]);
        let done = button("btn", "I can do this now", move |_| {
            let made = app.own.edit(&PlanEdit::Tick { step: step(guide, skill, level), done: Some(plan.today()) });
            undo.say(made, format!("{} is at level {level} now.", record.name));
        });
        let other = button("btn quiet", "Do another one first", move |_| choosing.update(|choosing| *choosing = !*choosing))
            .attr("id", ANOTHER)
            .attr_from("aria-expanded", move || Some(choosing.get().to_string()));
        let buttons = el("div").class("now-buttons no-print").with([done.attr("id", "now-done"), other]);
        let said = el("p").class("small").add(text("b", "now-word", "Now")).add(el("span").text_from(when));
        let words = el("div").class("flow").with([said, text("h2", "", format!("{}, from {from} to {level}", record.name)), lines]);
        vec![el("div").class("now-lay").with([words, buttons])]
    };
    let others = move || if choosing.get() { vec![others(app, travel, undo)] } else { Vec::new() };
    el("section").class("card now-card").attr("aria-label", "Now").show_for(key, card).show(others)
}

/// The other steps that can come first: the next one of each skill.
fn others(app: App, travel: Live<Travel>, undo: TakeBack) -> El {
    let (plan, guide) = (travel.plan, travel.plan.guide);
    let needed = travel.get().needed(guide, plan.today());
    let now = needed.first().map(|action| action.skill);
    let first = |skill: &SkillIx| needed.iter().find(|action| action.skill == *skill).map(|action| action.level);
    let others: Vec<(SkillIx, Proficiency)> =
        skills(&needed).iter().filter(|skill| Some(**skill) != now).filter_map(|skill| Some((*skill, first(skill)?))).collect();
    let choice = |(skill, level): &(SkillIx, Proficiency)| {
        let (skill, name) = (*skill, format!("{} to {level}", guide.skill(*skill).name));
        let words = format!("{name} comes first now.");
        button("btn quiet", &name, move |_| {
            let made = app.own.edit(&PlanEdit::DoFirst(Some(guide.skill(skill).id.clone())));
            undo.say(made, words.clone());
            screen::focus(ANOTHER);
        })
    };
    let choices: Vec<El> = others.iter().map(choice).collect();
    let words = if choices.is_empty() { "There is no other step before the gate." } else { "Which one first?" };
    el("div").class("flow others no-print").with([text("p", "small", words), el("div").class("row").with(choices)])
}

/// What helps with a step: an example of evidence, what to read, and where the guide has more.
fn helps(guide: &Guide, skill: SkillIx, level: Proficiency) -> El {
    let items = |section: SectionRole| guide.helpers(section, skill).count();
    let counted = [
        (SectionRole::Goals, "goal", "goals"),
        (SectionRole::Certifications, "certification", "certifications"),
        (SectionRole::Tools, "tool", "tools"),
    ];
    let counted: Vec<String> = counted
        .iter()
        .filter_map(|(section, one, many)| Some(items(*section)).filter(|n| *n > 0).map(|n| so_many(n, one, many)))
        .collect();
    let entry = Page::guide_skill(guide, skill);
    let more = if counted.is_empty() { "More on this skill".to_owned() } else { words::listed(&counted, counted.len()) };
    el("div")
        .class("helps")
        .maybe(example(guide, skill, level))
        .maybe(to_read(guide, skill, level))
        .add(link(entry.href(), more).class("small"))
}

/// The skills on an axis of time, up to the gate.
fn road(travel: Live<Travel>) -> El {
    let (plan, guide) = (travel.plan, travel.plan.guide);
    let drawing = move |width| drawn_road(guide, &travel.get(), plan.today(), width);
    let name = move || if guide.is_onward(travel.get().leg.to) { "The road there" } else { "The road to the gate" };
    let key = "A bar ends where a step is likely done, its pale end where it is if it goes slowly. The number is the level.";
    el("section")
        .class("flow")
        .add(el("h2").text_from(move || name().to_owned()))
        .with([drawn("road", drawing), text("p", "tiny", key)])
}

fn drawn_road(guide: &Guide, now: &Travel, today: Day, width: i32) -> Option<Node> {
    let needed = now.needed(guide, today);
    let (likely, late) = all_done(&needed)?;
    let until = |day: Day| today.days_until(day);
    let step = |action: &Action| Step {
        begins: until(action.begins),
        likely: until(action.by.0),
        late: until(action.by.1),
        level: action.level.to_string(),
        is_now: needed.first() == Some(action),
    };
    let row = |skill: SkillIx| RoadRow {
        name: guide.skill(skill).short.clone(),
        steps: needed.iter().filter(|action| action.skill == skill).map(step).collect(),
    };
    let skills = skills(&needed);
    let rows: Vec<RoadRow> = skills.iter().map(|skill| row(*skill)).collect();
    let gate = if guide.is_onward(now.leg.to) { "all of it" } else { "gate" };
    // A slow plan has many years: no more lines than the eye can tell apart.
    let every = [1, 2, 5, 10, 20].into_iter().find(|every| (late.year() - today.year()) / every <= 16).unwrap_or(50);
    let january = |year| Some((until(Day::new(year, 1, 1)?), year.to_string()));
    let axis = Axis {
        end: until(late).max(1),
        beginning: "today".to_owned(),
        ticks: (today.year() + 1..=late.year()).filter(|year| year % every == 0).filter_map(january).collect(),
        window: Some((until(likely), until(late), format!("{gate}: {}", dates::months(likely, late)))),
    };
    let steps = words::steps_in_skills(needed.len(), skills.len());
    Some(road::road(&rows, &axis, width, &format!("{steps}. {}", words::likely((likely, late)))))
}

/// The next few steps after the present one.
fn after(travel: Live<Travel>) -> Vec<El> {
    let guide = travel.plan.guide;
    let needed = travel.get().needed(guide, travel.plan.today());
    let line = |action: &Action| {
        el("li").with([
            text("b", "", format!("{} to {}", guide.skill(action.skill).short, action.level)),
            text("span", "small num", dates::short_month_and_year(action.by.0)),
        ])
    };
    let lines: Vec<El> = needed.iter().skip(1).take(AFTER).map(line).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![text("h2", "h-small", "After that"), el("ol").class("after").attr("start", "2").with(lines)]
}

/// Where the list of all steps is.
fn all_steps(travel: Live<Travel>) -> El {
    let words = move || {
        let Counts { open, done, .. } = travel.get().board(travel.plan.guide, travel.plan.today()).counts();
        let count = open + done;
        if count == 1 {
            "The one step, to tick off or print".to_owned()
        } else {
            format!("All {count}\u{a0}steps, to tick off or print")
        }
    };
    el("a").class("small").attr("href", Page::PlanSteps.href()).text_from(words)
}

/// A goal beside the steps.
#[derive(Clone, PartialEq)]
struct Goal {
    item: &'static Item,
    is_chosen: bool,
}

fn goals(app: App, travel: Live<Travel>) -> El {
    let guide = travel.plan.guide;
    // A goal that was offered stays while one looks, also when it is no longer chosen or its step is done.
    let last = StoredValue::new((None::<usize>, Vec::<&'static Item>::new()));
    let offered = move || {
        let now = travel.get();
        let chosen = &now.journey.aim.plan.goals;
        let (leg, mut goals) = last.get_value();
        if leg != Some(now.leg.number) {
            goals.clear();
            for item in now.needed(guide, travel.plan.today()).iter().flat_map(|a| guide.helpers(SectionRole::Goals, a.skill)) {
                if goals.len() < GOALS && !goals.iter().any(|g| g.id == item.id) {
                    goals.push(item);
                }
            }
        }
        for item in guide.items().map(|(_, item)| item).filter(|item| chosen.contains(&item.id)) {
            if !goals.iter().any(|g| g.id == item.id) {
                goals.push(item);
            }
        }
        last.set_value((Some(now.leg.number), goals.clone()));
        goals.into_iter().map(|item| Goal { item, is_chosen: chosen.contains(&item.id) }).collect()
    };
    el("section").class("card").attr("aria-label", "Goals that help").with([
        text("h2", "h-small", "Goals that help"),
        text(
            "p",
            "small",
            "From the guide, for the skills of your next move. The ones you choose stay here and travel with your link.",
        ),
        el("ul").class("actions").each(offered, |goal| goal.item.id.to_string(), move |row| goal(app.own, row)),
        link(Page::guide_section(guide, SectionRole::Goals).href(), "All goals in the guide").class("small"),
    ])
}

fn goal(own: OwnPlan, row: Row<Goal>) -> El {
    let item = row.identity().item;
    let id = format!("choose-{}", item.id);
    let choose = move |event: crate::dom::Event| {
        own.edit(&PlanEdit::ChooseGoal { goal: item.id.clone(), chosen: event.checked() });
    };
    el("li").class("action").with([
        el("input").attr("type", "checkbox").attr("id", &id).flag_from("checked", move || row.get().is_chosen).on("change", choose),
        el("div").with([text("label", "", &item.name).attr("for", &id), text("p", "small", &item.rationale)]),
    ])
}
