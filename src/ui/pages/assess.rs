//! Rating one skill after the other, the most informative first, while the range of readiness narrows. What the title asks is
//! shown only once a skill is rated, so that it does not steer the answer.

use super::begin::needs_plan;
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::guide::{Guide, Proficiency, SkillId, SkillIx};
use crate::domain::page::Page;
use crate::domain::plan::MAX_NOTE;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::gap::{Gap, most_informative_first, next_to_rate, straight_lined};
use crate::domain::standing::readiness::ratings_to_narrow;
use crate::state::{AppState, PlanView, use_app, use_view};
use crate::ui::components::behaviours::{behaviours, level_of_key, option_id};
use crate::ui::components::range::range_bar;
use crate::ui::words::saving as words;
use leptos::prelude::*;

/// How many skills of the queue are listed.
const QUEUE: usize = 4;
/// The width of the range, in points, at which it is narrow enough to act on.
const NARROW: u32 = 10;

/// Shows the skill with this id, or the one to rate next.
pub fn show(asked: Option<SkillId>) -> Vec<El> {
    let (app, view) = (use_app(), use_view());
    if view.peek().target.is_none() {
        return needs_plan("Rate your skills", Page::Assess);
    }
    let skill = match asked {
        Some(id) => match app.guide.skill_by_id(&id) {
            Some(skill) => Some(skill),
            None => return super::not_found::show(&Page::AssessSkill(id)),
        },
        None => next_to_rate(&view.peek().gaps, None),
    };
    match skill {
        Some(skill) => vec![one_skill(app, view, skill)],
        None => all_rated(app.guide),
    }
}

fn all_rated(guide: &Guide) -> Vec<El> {
    vec![
        heading(format!("All {} skills are rated", guide.skills().len())),
        text("p", "lead", "Ratings change as you grow. Come back to any of them, or look at what they add up to."),
        el("div").class("row").with([
            link(Page::Gaps.href(), "Show my gaps").class("btn"),
            link(Page::AssessList.href(), "Change a rating").class("btn quiet"),
        ]),
    ]
}

fn one_skill(app: AppState, view: PlanView, skill: SkillIx) -> El {
    let guide = app.guide;
    let record = guide.skill(skill);
    let ratings = &view.peek().ratings;
    let number = ratings.rated() + usize::from(ratings.get(skill).is_none());
    let rate = move |level: Proficiency| {
        app.edit(&PlanEdit::Rate { skill: record.id.clone(), level: Some(level) });
        app.announce(verdict(view, skill).unwrap_or_default());
    };
    // Digits rate from anywhere in the question, also from its heading, which has the focus when the page opens.
    let on_key = move |event: crate::dom::Event| {
        if let Some(level) = level_of_key(&event) {
            event.prevent();
            rate(level);
            app.focus_once_shown(option_id(level));
        }
    };
    let why = el("p")
        .class("why")
        .text(format!("Importance: {}. {} ", guide.importance(skill).name(), record.why))
        .add(link(Page::GuideEntry("skills".to_owned(), record.id.to_string()).href(), "In the guide"));
    let question = el("section").class("question").attr("aria-labelledby", "heading").with([
        why,
        behaviours(guide, skill, false, move || rating(view, skill), rate),
        el("p").class("asked").text_from(move || {
            verdict(view, skill)
                .unwrap_or_else(|| "Pick the highest line that is true of you today. Keys 0 to 5 work too.".to_owned())
        }),
        buttons(app, view, skill),
        evidence(app, view, skill),
    ]);
    el("div").on("keydown", on_key).with([
        text(
            "p",
            "small",
            format!("Skill {number} of {} · the ones that say most about your target come first", guide.skills().len()),
        ),
        heading(&record.name),
        el("div").class("assess").with([question, side(view, skill)]),
    ])
}

fn rating(view: PlanView, skill: SkillIx) -> Option<Proficiency> {
    view.get().ratings.get(skill)
}

fn buttons(app: AppState, view: PlanView, skill: SkillIx) -> El {
    let guide = app.guide;
    let go_on = move |_| {
        let next = next_to_rate(&view.peek().gaps, Some(skill));
        app.go(&next.map_or(Page::Gaps, |next| Page::AssessSkill(guide.skill(next).id.clone())));
    };
    let take_back = move |is_rated: &bool| {
        let back = is_rated.then(|| {
            button("btn quiet", "Take the rating back", move |_| {
                app.edit(&PlanEdit::Rate { skill: guide.skill(skill).id.clone(), level: None });
            })
        });
        back.into_iter().collect()
    };
    let next = button("btn", "", go_on)
        .text_from(move || (if rating(view, skill).is_some() { "Next skill" } else { "Not sure, skip" }).to_owned());
    let stop = link(Page::Gaps.href(), "Stop here and see my gaps").class("btn quiet");
    el("div").class("row").add(next).show_for(move || rating(view, skill).is_some(), take_back).add(stop)
}

/// What the rating means for the target, once there is one.
fn verdict(view: PlanView, skill: SkillIx) -> Option<String> {
    let now = view.get();
    let gap = now.gaps.iter().find(|g| g.skill == skill)?;
    let (rated, short, title) = (gap.rated?, gap.levels()?, view.name(now.target));
    let outcome = match short {
        0 => "met".to_owned(),
        1 => "one level short".to_owned(),
        n => format!("{n} levels short"),
    };
    Some(format!("You: {rated}. {title} asks for {}: {outcome}.", gap.required))
}

fn evidence(app: AppState, view: PlanView, skill: SkillIx) -> El {
    let id = &app.guide.skill(skill).id;
    let note = Memo::new(move |_| view.get().plan.evidence.get(id).cloned().unwrap_or_default());
    // What is in the field, while it is not the note as it is kept: only blanks, or too long to be kept.
    let unkept = RwSignal::new(None::<String>);
    let write = move |event: crate::dom::Event| {
        let typed = event.value();
        app.edit(&PlanEdit::Note { skill: id.clone(), text: typed.clone() });
        let length = typed.chars().count();
        if length > MAX_NOTE
            && unkept.with_untracked(|before| before.as_ref().is_none_or(|before| before.chars().count() <= MAX_NOTE))
        {
            app.announce(words::note_length(length));
        }
        unkept.set((note.get_untracked() != typed).then_some(typed));
    };
    let shown = move || unkept.get().unwrap_or_else(|| note.get());
    // An undo, or another tab, puts the note as it is kept into the field.
    let kept = StoredValue::new(note.get_untracked());
    Effect::new(move |_| {
        let note = note.get();
        if kept.try_update_value(|kept| std::mem::replace(kept, note.clone())).is_some_and(|before| before != note) {
            let is_blank = unkept.with_untracked(|typed| typed.as_ref().is_some_and(|typed| typed.trim().is_empty()));
            if !(is_blank && note.is_empty()) {
                unkept.set(None);
            }
        }
    });
    let count = move || words::note_length(shown().chars().count());
    let label =
        "What shows it? A project, a decision, a name. It is saved as you type, stays on this device and is never part of a link.";
    let details = if note.get_untracked().is_empty() { el("details") } else { el("details").attr("open", "") };
    details.class("evidence").with([
        text("summary", "", "Add evidence"),
        el("div").class("field").with([
            text("label", "", label).attr("for", "evidence"),
            el("textarea")
                .class("in")
                .attr("id", "evidence")
                .attr("aria-describedby", "evidence-count")
                .value_from(shown)
                .on("input", write)
                .on("change", move |_| app.close_note()),
            el("p").class("tiny").attr("id", "evidence-count").text_from(count),
        ]),
    ])
}

fn side(view: PlanView, skill: SkillIx) -> El {
    let guide = view.guide;
    let next_ones = move || {
        let unrated = most_informative_first(&view.get().gaps).into_iter().filter(|s| *s != skill);
        unrated.take(QUEUE).collect::<Vec<SkillIx>>()
    };
    let queue = move |next: &Vec<SkillIx>| {
        if next.is_empty() {
            return vec![text("li", "small", "Every other skill is rated.")];
        }
        let entry = |s: &SkillIx| {
            let record = guide.skill(*s);
            el("li").add(link(Page::AssessSkill(record.id.clone()).href(), &record.name))
        };
        next.iter().map(entry).collect()
    };
    let is_flat = move || {
        let ratings: Vec<Proficiency> = view.get().plan.ratings.values().copied().collect();
        straight_lined(&ratings)
    };
    let flat = move |is_flat: &bool| {
        let warning = "Nearly all of your ratings are the same. Most people differ from skill to skill: read the lines once more before you rely on the figures.";
        if *is_flat { vec![text("p", "card small", warning)] } else { Vec::new() }
    };
    let ready = el("div").class("card").with([
        text("p", "small", format!("Ready for {}", view.name(view.peek().target))),
        el("p").class("figure").text_from(move || view.get().readiness.in_words()),
        range_bar(move || view.get().readiness),
        el("p").class("tiny").text_from(move || narrowing(&view.get().gaps)),
    ]);
    let next = el("div").class("card").with([
        text("h2", "h-small", "Next"),
        el("ol").class("queue").show_for(next_ones, queue),
        link(Page::AssessList.href(), format!("See all {} as a list", guide.skills().len())).class("small"),
    ]);
    el("aside").class("side").attr("aria-label", "How far you are").add(ready).show_for(is_flat, flat).add(next)
}

fn narrowing(gaps: &[Gap]) -> String {
    let unrated = gaps.iter().filter(|g| g.rated.is_none()).count();
    let (more, width) = ratings_to_narrow(gaps, NARROW);
    match (unrated, more) {
        (0, _) => "Every skill is rated: the range has closed.".to_owned(),
        (1, 0) => "1 unrated skill makes this a range.".to_owned(),
        (n, 0) => format!("{n} unrated skills make this a range."),
        (n, 1) => format!("{n} unrated skills. One more rating narrows this to about {width} points."),
        (n, more) => format!("{n} unrated skills. {more} more ratings narrow this to about {width} points."),
    }
}
