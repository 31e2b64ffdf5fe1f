//! Goals of one's own in the guide's groups: each letter of SMART says what is still vague, with an if-then line, progress, and the balance
//! between running the business and changing it.

use crate::dom::signals::*;
use crate::dom::{El, Event, Row, button, el, heading, link, text};
use crate::domain::base::day::Day;
use crate::domain::guide::{Group, Guide, Item, SectionRole, SkillId};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{List, RecordId};
use crate::domain::workbench::actions::{Kept as KeptAction, tasks};
use crate::domain::workbench::aims::{OwnGoal, aims, of_goal};
use crate::domain::workbench::smart::{Aim, Around, Goal, Letter, MAX_FIELD, Vague, vague};
use crate::state::{App, screen, use_app};
use crate::ui::components::plan_tabs::plan_tabs;
use crate::ui::components::plural;
use crate::ui::components::take_back::TakeBack;
use crate::ui::words::{actions, dates, goals as words};

type Kept = (RecordId, OwnGoal);

#[derive(Clone, Copy)]
struct Desk {
    app: App,
    guide: &'static Guide,
    undo: TakeBack,
    draft: RwSignal<Option<(Option<RecordId>, OwnGoal)>>,
}

impl Desk {
    fn goals(self) -> Vec<Kept> {
        self.app.own.plan().with(|plan| aims(&plan.records.of(List::Goals)))
    }

    /// What is vague in a goal, seen against the gaps of the destination.
    fn vague(self, goal: &Goal) -> Vec<(Letter, Vague)> {
        let plan = self.app.own.derived();
        let now = plan.get();
        let gaps = now.stage.aim().map(|aim| aim.gaps.clone()).unwrap_or_default();
        let ids: Vec<SkillId> = gaps.iter().map(|gap| self.guide.skill(gap.skill).id.clone()).collect();
        let hours_per_week = now.plan.pace.hours_per_week;
        vague(goal, &Around { today: plan.today(), gaps: &gaps, ids: &ids, needs_hours: None, hours_per_week })
    }

    fn write(self, id: &RecordId, own: &OwnGoal, said: String) {
        let before = self.app.own.plan().with_untracked(|plan| plan.records.get(List::Goals, id).cloned()).unwrap_or_default();
        let made = self.app.own.edit(&PlanEdit::write(List::Goals, id.clone(), own.to_record(before)));
        self.undo.say(made, said);
    }

    /// The guide's groups of goals: those whose entries help with a skill.
    fn groups(self) -> impl Iterator<Item = &'static Group> {
        let section = self.guide.section_as(SectionRole::Goals);
        section
            .into_iter()
            .flat_map(|section| &section.groups)
            .filter(|group| group.items.iter().any(|item| !item.helps.is_empty()))
    }
}

/// Shows the page.
pub fn show() -> Vec<El> {
    let app = use_app();
    let desk = Desk { app, guide: app.guide, undo: TakeBack::new(app), draft: RwSignal::new(None) };
    let title = move || {
        let goals = desk.goals();
        let clear = goals.iter().filter(|(_, own)| desk.vague(&own.goal).is_empty()).count();
        match goals.len() {
            0 => "What do you want to reach?".to_owned(),
            all if clear == all => format!("{all} {}, clear in all five letters", plural(all, "goal", "goals")),
            all => format!("{clear} of {all} {} clear", plural(all, "goal is", "goals are")),
        }
    };
    let has_any = move || !desk.goals().is_empty();
    let balance = move || {
        let goals = desk.goals();
        let run = goals.iter().filter(|(_, own)| own.goal.aim == Aim::Run).count();
        if goals.is_empty() {
            return "Pick one of the guide’s, or write your own. Two or three at a time are enough.".to_owned();
        }
        format!(
            "{run} {} the business, {} it.",
            plural(run, "runs", "run"),
            match goals.len() - run {
                1 => "1 changes".to_owned(),
                change => format!("{change} change"),
            }
        )
    };
    let list = move |has_any: &bool| {
        if !has_any {
            return Vec::new();
        }
        vec![el("ul").class("bare goals").attr("aria-label", "Your goals").each(
            move || desk.goals(),
            |(id, _)| id.as_str().to_owned(),
            move |row| goal(desk, row),
        )]
    };
    let is_new = move || desk.draft.get().is_some_and(|(id, _)| id.is_none());
    let new = move |is_new: &bool| {
        if *is_new {
            return vec![form(desk, None)];
        }
        let write = move |_| {
            desk.draft.set(Some((None, OwnGoal::default())));
            screen::focus_soon("goal-what");
        };
        vec![button("btn no-print", "Write a goal", write)]
    };
    vec![
        plan_tabs(&Page::Goals),
        heading("").text_from(title),
        el("p").class("lead").text_from(balance),
        desk.undo.place(),
        el("div").class("flow").show_for(has_any, list).show_for(is_new, new),
        offered(desk),
    ]
}

fn goal(desk: Desk, row: Row<Kept>) -> El {
    let id = row.identity().0.clone();
    let edited = id.clone();
    let is_edited = move || desk.draft.get().is_some_and(|(id, _)| id.as_ref() == Some(&edited));
    let content = move |is_edited: &bool| if *is_edited { vec![form(desk, Some(id.clone()))] } else { view(desk, id.clone(), row) };
    el("li").class("goal").show_for(is_edited, content)
}

fn view(desk: Desk, id: RecordId, row: Row<Kept>) -> Vec<El> {
    let group = move || {
        let own = &row.get().1;
        let name = desk.groups().find(|group| group.id.as_str() == own.group).map(|group| group.name.clone());
        let (class, aim) = if own.goal.aim == Aim::Run { ("tag run", "run") } else { ("tag change", "change") };
        name.map(|name| text("span", "small", name)).into_iter().chain([text("span", class, aim)]).collect()
    };
    let words = move || {
        let goal = &row.get().1.goal;
        let by = goal.by.map(|by| format!(", by {}", dates::day(by))).unwrap_or_default();
        let plan = match (goal.when_this.trim(), goal.then_that.trim()) {
            ("", _) | (_, "") => None,
            (when, then) => Some(text("p", "small", format!("If {when}, then {then}.")).attr("dir", "auto")),
        };
        [text("b", "", format!("{}{by}", goal.what)).attr("dir", "auto")].into_iter().chain(plan).collect()
    };
    let letters = move || letters(&desk.vague(&row.get().1.goal));
    let edit_id = id.clone();
    let edit = button("link no-print", "Edit", move |_| {
        desk.draft.set(Some((Some(edit_id.clone()), row.get().1.clone())));
        screen::focus_soon("goal-what");
    });
    let edit = edit.attr_from("aria-label", move || Some(format!("Edit “{}”", row.get().1.goal.what)));
    let slider_id = format!("progress-{}", id.as_str());
    let progress = el("input").class("slider").attr("type", "range").attr("min", "0").attr("max", "100").attr("step", "10");
    let progress = progress
        .attr("id", &slider_id)
        .value_from(move || row.get().1.progress.to_string())
        .attr_from("aria-valuetext", move || Some(format!("{} %", row.get().1.progress)))
        .on("change", move |event: Event| {
            let progress = event.value().parse().unwrap_or(0);
            let own = OwnGoal { progress, ..row.get().1.clone() };
            desk.write(&id, &own, format!("“{}” is {progress} % there.", own.goal.what));
        });
    let how_far = el("label").class("small").attr("for", &slider_id).text_from(move || match row.get().1.progress {
        0 => "not begun".to_owned(),
        100 => "reached".to_owned(),
        progress => format!("{progress} % there"),
    });
    let for_it = move || {
        let all = desk.app.own.plan().with(|plan| tasks(&plan.records.of(List::Actions)));
        let of_goal = of_goal(&row.get().1, &all);
        let done = of_goal.iter().filter(|(_, task)| task.done.is_some()).count();
        let said = actions::of_goal(done, of_goal.len());
        if of_goal.is_empty() {
            return vec![el("p").class("small").text(said + ". ").add(link(Page::Actions.href(), "Choose one"))];
        }
        let line = |(_, task): &&KeptAction| {
            let state = if task.done.is_some() { "done" } else { "open" };
            let when = task.quarter.map(|quarter| actions::quarter(Some(quarter)));
            let about = [Some(state.to_owned()), when].into_iter().flatten().collect::<Vec<_>>().join(", ");
            el("li").with([text("span", "", &task.what).attr("dir", "auto"), text("span", "small", format!(" {about}"))])
        };
        let lines: Vec<El> = of_goal.iter().map(line).collect();
        let more = link(Page::Actions.href(), "Open the board").class("small");
        vec![el("details").class("small of-goal").with([text("summary", "", said), el("ul").with(lines), more])]
    };
    vec![
        el("div").class("about").show(group),
        el("div").class("goal-words").show(words).add(edit),
        el("div").class("flow").show(letters),
        el("div").with([progress, how_far, el("div").show(for_it)]),
    ]
}

/// The five letters, filled where they are clear, and what to ask where they are not.
fn letters(vague: &[(Letter, Vague)]) -> Vec<El> {
    let is_vague = |letter: Letter| vague.iter().any(|(of, _)| *of == letter);
    let one = |letter: Letter| {
        let (sign, word) = words::letter(letter);
        let says = if is_vague(letter) { "still vague" } else { "clear" };
        let class = if is_vague(letter) { "letter vague" } else { "letter" };
        el("li").class(class).add(text("span", "", sign).attr("aria-hidden", "true")).add(text(
            "span",
            "hush",
            format!("{word}: {says}"),
        ))
    };
    let signs: Vec<El> = words::LETTERS.into_iter().map(one).collect();
    let questions: Vec<El> = vague
        .iter()
        .map(|(letter, vague)| {
            el("p")
                .class("small")
                .with([text("b", "over", words::letter(*letter).1), text("span", "", format!(" {}", words::ask(*letter, vague)))])
        })
        .collect();
    let clear = questions.is_empty().then(|| text("p", "small clear", "clear in all five"));
    [el("ul").class("letters").with(signs)].into_iter().chain(clear).chain(questions).collect()
}

fn form(desk: Desk, id: Option<RecordId>) -> El {
    let guide = desk.guide;
    let now = untrack(|| desk.draft.get()).map(|(_, own)| own).unwrap_or_default();
    let change = move |change: &dyn Fn(&mut OwnGoal)| {
        desk.draft.update(|draft| {
            if let Some((_, own)) = draft {
                change(own);
            }
        });
    };
    let questions = move |letter: Letter| {
        let goal = desk.draft.get().map(|(_, own)| own.goal).unwrap_or_default();
        let found = desk.vague(&goal);
        let asked: Vec<String> = found.iter().filter(|(of, _)| *of == letter).map(|(of, vague)| words::ask(*of, vague)).collect();
        if asked.is_empty() { "clear".to_owned() } else { asked.join(" ") }
    };
    let line = move |id: &'static str, letter: Letter, label: &str, control: El| {
        let (sign, word) = words::letter(letter);
        el("div").class("field").with([
            el("label").attr("for", id).with([text("b", "", sign), text("span", "", format!(" {word}: {label}"))]),
            control.attr("id", id).attr("aria-describedby", format!("{id}-asks")),
            el("span").class("tiny asks").attr("id", format!("{id}-asks")).text_from(move || questions(letter)),
        ])
    };
    let writing = move |value: String, set: fn(&mut OwnGoal, String)| {
        el("input")
            .class("in")
            .attr("dir", "auto")
            .attr("maxlength", MAX_FIELD.to_string())
            .value_from(move || value.clone())
            .on("input", move |event| change(&|own| set(own, event.value())))
    };
    let option = |value: &str, words: &str, chosen: bool| {
        let option = el("option").attr("value", value).text(words);
        if chosen { option.attr("selected", "") } else { option }
    };
    let mut skills = vec![option("", "Choose a skill", now.goal.skills.is_empty())];
    let own = now.goal.skills.iter().next().cloned();
    skills.extend(guide.skills().map(|skill| {
        let record = guide.skill(skill);
        option(record.id.as_str(), &record.name, own.as_ref() == Some(&record.id))
    }));
    // One skill is chosen here; those that came with a goal of the guide stay beside it.
    let others: Vec<SkillId> = now.goal.skills.iter().skip(1).cloned().collect();
    let skill = el("select").class("in").with(skills).on("change", move |event| {
        let chosen = event.value();
        let all: Vec<SkillId> =
            Some(chosen).filter(|id| !id.is_empty()).map(|id| id.as_str().into()).into_iter().chain(others.clone()).collect();
        change(&|own| own.goal.skills = all.iter().cloned().collect());
    });
    let by = now.goal.by.map(|day| day.to_string()).unwrap_or_default();
    let by = el("input").class("in").attr("type", "date").value_from(move || by.clone()).on("change", move |event| {
        let day = Day::parse(&event.value());
        change(&|own| own.goal.by = day);
    });
    let mut groups = vec![option("", "No group", now.group.is_empty())];
    groups.extend(desk.groups().map(|group| option(group.id.as_str(), &group.name, now.group == group.id.as_str())));
    let group = el("select").class("in").attr("id", "goal-group").with(groups).on("change", move |event| {
        change(&|own| own.group = event.value());
    });
    let aim = el("select").class("in").attr("id", "goal-aim").with([
        option("change", "Changes the business", now.goal.aim == Aim::Change),
        option("run", "Runs the business", now.goal.aim == Aim::Run),
    ]);
    let aim = aim.on("change", move |event| {
        let aim = if event.value() == "run" { Aim::Run } else { Aim::Change };
        change(&|own| own.goal.aim = aim);
    });
    let wrong = RwSignal::new(false);
    let saved = id.clone();
    let save = move |event: Event| {
        event.prevent();
        let Some((_, own)) = desk.draft.get_untracked() else { return };
        if own.goal.what.trim().is_empty() {
            wrong.set(true);
            return screen::focus("goal-what");
        }
        desk.draft.set(None);
        let id = saved.clone().unwrap_or_else(|| desk.app.own.fresh_id());
        desk.write(&id, &own, format!("“{}” is one of your goals.", own.goal.what.trim()));
    };
    let fault = move || {
        if wrong.get() { vec![text("p", "error", "Say what you want to reach.").attr("role", "alert")] } else { Vec::new() }
    };
    let remove = id.clone().map(|id| {
        let (what, from) = (now.goal.what.clone(), now.from.clone());
        button("link", "Delete", move |_| {
            desk.draft.set(None);
            let mut edits = vec![PlanEdit::remove(List::Goals, id.clone())];
            edits.extend(from.clone().map(|goal| PlanEdit::ChooseGoal { goal: goal.as_str().into(), chosen: false }));
            let made = desk.app.own.edit(&PlanEdit::Several(edits));
            desk.undo.say(made, format!("“{what}” is deleted."));
        })
    });
    let pair =
        |id: &str, label: &str, control: El| el("div").class("field").with([text("label", "", label).attr("for", id), control]);
    let goal = now.goal.clone();
    el("form")
        .class("card goal-form")
        .on("submit", save)
        .add(line("goal-what", Letter::Specific, "what you want to reach", writing(goal.what, |own, text| own.goal.what = text)))
        .show(fault)
        .with([
            line(
                "goal-measure",
                Letter::Measurable,
                "how you would see it",
                writing(goal.measure, |own, text| own.goal.measure = text),
            ),
            line(
                "goal-first",
                Letter::Achievable,
                "the first step",
                writing(goal.first_step, |own, text| own.goal.first_step = text),
            ),
            line("goal-skill", Letter::Relevant, "the skill that it builds", skill),
            line("goal-by", Letter::TimeBound, "by when", by),
            el("div").class("two-cards").with([
                pair(
                    "goal-if",
                    "If this happens …",
                    writing(goal.when_this, |own, text| own.goal.when_this = text).attr("id", "goal-if"),
                ),
                pair(
                    "goal-then",
                    "… then I do this",
                    writing(goal.then_that, |own, text| own.goal.then_that = text).attr("id", "goal-then"),
                ),
                pair("goal-group", "Group", group),
                pair("goal-aim", "It …", aim),
            ]),
            el("div")
                .class("row")
                .with([
                    text("button", "btn", "Save the goal").attr("type", "submit"),
                    button("btn quiet", "Cancel", move |_| desk.draft.set(None)),
                ])
                .maybe(remove),
        ])
}

/// The guide's goals by group, to make one's own.
fn offered(desk: Desk) -> El {
    let groups: Vec<El> = desk
        .groups()
        .map(|group| {
            let lines: Vec<El> = group.items.iter().map(|item| offer(desk, group, item)).collect();
            el("section").with([text("h3", "", &group.name), el("ul").class("bare").with(lines)])
        })
        .collect();
    el("section").class("flow no-print").with([text("h2", "", "From the guide"), el("div").class("profiles").with(groups)])
}

fn offer(desk: Desk, group: &'static Group, item: &'static Item) -> El {
    let is_own = move || desk.goals().iter().any(|(_, own)| own.from.as_deref() == Some(item.id.as_str()));
    let take = move |_| {
        let goal = Goal { what: item.name.clone(), skills: item.helps.iter().cloned().collect(), ..Goal::default() };
        let own = OwnGoal { goal, group: group.id.to_string(), from: Some(item.id.to_string()), progress: 0 };
        let record = own.to_record(Default::default());
        let made = desk.app.own.edit(&PlanEdit::Several(vec![
            PlanEdit::write(List::Goals, desk.app.own.fresh_id(), record),
            // So that it travels with a link, as the goals of the guide do.
            PlanEdit::ChooseGoal { goal: item.id.clone(), chosen: true },
        ]));
        desk.undo.say(made, format!("“{}” is one of your goals.", item.name));
    };
    let way = move |is_own: &bool| {
        if *is_own {
            vec![text("span", "small", "one of yours")]
        } else {
            vec![button("link", "Make it mine", take).attr("aria-label", format!("Make it mine: {}", item.name))]
        }
    };
    el("li").class("offer").with([
        el("div").with([text("span", "", &item.name), text("p", "small", &item.rationale)]),
        el("div").show_for(is_own, way),
    ])
}
