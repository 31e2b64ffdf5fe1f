//! Rating one skill after the other, the most informative first, while the range of readiness narrows. What the title asks is
//! shown only once a skill is rated, so that it does not steer the answer.

use crate::dom::{El, Row, bind, button, el, heading, link, text};
use crate::domain::analysis::Aim;
use crate::domain::guide::{Guide, Proficiency, SkillId, SkillIx};
use crate::domain::page::Page;
use crate::domain::plan::MAX_NOTE;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::gap::{Gap, most_informative_first, next_to_rate, straight_lined};
use crate::domain::standing::readiness::ratings_to_narrow;
use crate::state::{App, Live, screen, use_app};
use crate::ui::components::behaviours::{behaviours, keys, option_id};
use crate::ui::components::standing::{share_bar, share_name};
use crate::ui::words::{figures, saving as words, scale};
use leptos::prelude::*;

/// How many skills of the queue are listed.
const QUEUE: usize = 4;
/// The width of the range, in points, at which it is narrow enough to act on.
const NARROW: u32 = 10;

/// The heading where there is nothing to rate for yet.
pub const NAME: &str = "Rate your skills";

/// Shows the skill with this id, or the one to rate next.
pub fn show(aim: Live<Aim>, asked: Option<SkillId>) -> Vec<El> {
    let (app, guide) = (use_app(), aim.plan.guide);
    let asked = match asked.map(|id| guide.skill_by_id(&id).ok_or(id)) {
        Some(Err(id)) => return super::not_found::show(&Page::AssessSkill(id)),
        Some(Ok(skill)) => Some(skill),
        None => None,
    };
    // Where none was asked for, the one to rate next is there from the beginning of the visit to its end, or until there is one.
    let chosen = StoredValue::new(asked);
    let skill = move || {
        let skill = chosen.get_value().or_else(|| next_to_rate(&aim.get().gaps, None));
        chosen.set_value(skill);
        skill
    };
    let question = move |skill: &Option<SkillIx>| match skill {
        Some(skill) => one_skill(app, aim, *skill),
        None => all_rated(guide),
    };
    let rate = move |level| {
        if let Some(skill) = skill() {
            rate(app, aim, skill, level);
            screen::focus_once_shown(option_id(level));
        }
    };
    vec![keys(rate).class("sections").show_for(skill, question)]
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

fn rate(app: App, aim: Live<Aim>, skill: SkillIx, level: Proficiency) {
    app.own.edit(&PlanEdit::Rate { skill: app.guide.skill(skill).id.clone(), level: Some(level) });
    app.live.announce(verdict(aim, skill).unwrap_or_default());
}

fn one_skill(app: App, aim: Live<Aim>, skill: SkillIx) -> Vec<El> {
    let guide = app.guide;
    let record = guide.skill(skill);
    let why = el("p")
        .class("why")
        .text(format!("Importance: {}. {} ", scale::importance(guide.importance(skill)), record.why))
        .add(link(Page::guide_skill(guide, skill).href(), "In the guide"));
    let question = el("section").class("question").attr("aria-labelledby", "heading").with([
        why,
        behaviours(guide, skill, false, move || rating(aim, skill), move |level| rate(app, aim, skill, level)),
        el("p").class("asked").text_from(move || {
            verdict(aim, skill)
                .unwrap_or_else(|| "Pick the highest line that is true of you today. Keys 0 to 5 work too.".to_owned())
        }),
        buttons(app, aim, skill),
        evidence(app, aim, skill),
    ]);
    let number = move || {
        let number = aim.get().ratings.rated() + usize::from(rating(aim, skill).is_none());
        format!("Skill {number} of {} · the ones that say most about your target come first", guide.skills().len())
    };
    vec![
        el("p").class("small").text_from(number),
        heading(&record.name),
        el("div").class("assess").with([question, side(aim, skill)]),
    ]
}

fn rating(aim: Live<Aim>, skill: SkillIx) -> Option<Proficiency> {
    aim.get().ratings.get(skill)
}

fn buttons(app: App, aim: Live<Aim>, skill: SkillIx) -> El {
    let guide = app.guide;
    let name = &guide.skill(skill).name;
    let go_on = move |_| {
        let next = next_to_rate(&aim.get().gaps, Some(skill));
        app.address.go(&next.map_or(Page::Gaps, |next| Page::AssessSkill(guide.skill(next).id.clone())));
    };
    let take_back = move |is_rated: &bool| {
        let back = is_rated.then(|| {
            button("btn quiet", "Take the rating back", move |_| {
                let level = rating(aim, skill).unwrap_or_default();
                app.own.edit(&PlanEdit::Rate { skill: guide.skill(skill).id.clone(), level: None });
                app.live.announce(format!("{name} is unrated again."));
                // Where another answer is given.
                screen::focus(&option_id(level));
            })
        });
        back.into_iter().collect()
    };
    let next = button("btn", "", go_on)
        .text_from(move || (if rating(aim, skill).is_some() { "Next skill" } else { "Not sure, skip" }).to_owned());
    let stop = link(Page::Gaps.href(), "Stop here and see my gaps").class("btn quiet");
    el("div").class("row").add(next).show_for(move || rating(aim, skill).is_some(), take_back).add(stop)
}

/// What the rating means for the target, once there is one.
fn verdict(aim: Live<Aim>, skill: SkillIx) -> Option<String> {
    let now = aim.get();
    let gap = now.gaps.iter().find(|g| g.skill == skill)?;
    let (rated, short, title) = (gap.rated?, gap.levels()?, aim.plan.name(now.target));
    let outcome = match short {
        0 => "met".to_owned(),
        1 => "one level short".to_owned(),
        n => format!("{n} levels short"),
    };
    Some(format!("You: {rated}. {title} asks for {}: {outcome}.", gap.required))
}

fn evidence(app: App, aim: Live<Aim>, skill: SkillIx) -> El {
    let id = &app.guide.skill(skill).id;
    let note = Memo::new(move |_| aim.get().plan.evidence.get(id).cloned().unwrap_or_default());
    // What is in the field, while it is not the note as it is kept: only blanks, or too long to be kept.
    let unkept = RwSignal::new(None::<String>);
    let write = move |event: crate::dom::Event| {
        let typed = event.value();
        app.own.edit(&PlanEdit::Note { skill: id.clone(), text: typed.clone() });
        let length = typed.chars().count();
        if length > MAX_NOTE
            && unkept.with_untracked(|before| before.as_ref().is_none_or(|before| before.chars().count() <= MAX_NOTE))
        {
            app.live.announce(words::note_length(length));
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
    let details = el("details").class("evidence");
    let opened = details.clone();
    // It opens where there is a note; whoever closes it then has it closed.
    let has_note = Memo::new(move |_| note.with(|note| !note.is_empty()));
    bind(move || {
        if has_note.get() {
            opened.set_attr("open", Some(""));
        }
    });
    details.with([
        text("summary", "", "Add evidence"),
        el("div").class("field").with([
            text("label", "", label).attr("for", "evidence"),
            el("textarea")
                .class("in")
                .attr("id", "evidence")
                .attr("aria-describedby", "evidence-count")
                .value_from(shown)
                .on("input", write)
                .on("change", move |_| app.own.close_note()),
            el("p").class("tiny").attr("id", "evidence-count").text_from(count),
        ]),
    ])
}

fn side(aim: Live<Aim>, skill: SkillIx) -> El {
    let guide = aim.plan.guide;
    let next_ones = move || {
        let unrated = most_informative_first(&aim.get().gaps).into_iter().filter(|s| *s != skill);
        unrated.take(QUEUE).collect::<Vec<SkillIx>>()
    };
    let entry = move |row: Row<SkillIx>| {
        let record = guide.skill(*row.identity());
        el("li").add(link(Page::AssessSkill(record.id.clone()).href(), &record.name))
    };
    let none = |is_empty: &bool| if *is_empty { vec![text("li", "small", "Every other skill is rated.")] } else { Vec::new() };
    let is_flat = move || {
        let ratings: Vec<Proficiency> = guide.skills().filter_map(|skill| aim.get().ratings.get(skill)).collect();
        straight_lined(&ratings)
    };
    let flat = move |is_flat: &bool| {
        let warning = "Nearly all of your ratings are the same. Most people differ from skill to skill: read the lines once more before you rely on the figures.";
        if *is_flat { vec![text("p", "card small", warning)] } else { Vec::new() }
    };
    let ready = el("div").class("card").with([
        el("p").class("small").text_from(move || {
            let now = aim.get();
            format!("{} for {}", share_name(now.has_gate()), aim.plan.name(now.target))
        }),
        el("p").class("figure").text_from(move || figures::readiness(aim.get().readiness)),
        share_bar(move || aim.get().has_gate(), move || aim.get().readiness),
        el("p").class("tiny").text_from(move || narrowing(&aim.get().gaps)),
    ]);
    let queue = el("ol").class("queue").show_for(move || next_ones().is_empty(), none);
    let next = el("div").class("card").with([
        text("h2", "h-small", "Next"),
        queue.each(next_ones, |skill| skill.index().to_string(), entry),
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
