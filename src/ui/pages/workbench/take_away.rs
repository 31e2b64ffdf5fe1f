//! What one takes away: the plan as files that other programs open, each made from the plan as it is at that moment.

use crate::dom::signals::*;
use crate::dom::{El, button, el, link, text};
use crate::domain::analysis::{Aim, Analysis};
use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::Guide;
use crate::domain::page::Page;
use crate::domain::plan::records::{List, RecordId};
use crate::domain::standing::gap::heaviest_first;
use crate::domain::workbench::actions::{Task, tasks};
use crate::domain::workbench::aims::{OwnGoal, aims};
use crate::domain::workbench::evidence::{self, Achievement, AchievementId, Log};
use crate::domain::workbench::export::calendar::{Stamp, calendar};
use crate::domain::workbench::export::csv;
use crate::domain::workbench::export::file_name::file_name;
use crate::domain::workbench::export::markdown::{self, Document, Section};
use crate::domain::workbench::export::resume;
use crate::domain::workbench::quarter::Quarter;
use crate::domain::workbench::reminders::due;
use crate::state::App;
use crate::ui::words::actions::events;
use crate::ui::words::brief::{CSV, MARKDOWN};
use crate::ui::words::{actions, dates, figures};
use std::sync::Arc;

/// A file: what it is called, its ending, and its text.
type Made = (&'static str, &'static str, String);

/// The row of files, with the brief among them unless `is_brief` says that it is the page that this stands on.
pub fn take_away(app: App, is_brief: bool) -> Vec<El> {
    let told = RwSignal::new(String::new());
    let save = move |make: fn(App) -> Option<Made>| {
        move |_| {
            let target = untrack(|| app.own.derived().get().stage.aim().map(|aim| aim.plan.to.clone()))
                .flatten()
                .map_or_else(String::new, |id| id.to_string());
            let Some((what, ending, made)) = untrack(|| make(app)) else { return };
            let name = file_name(what, &target, app.own.derived().today(), ending);
            let words = if app.backup.save_as(&name, &made) {
                format!("Saved as {name}.")
            } else {
                "The browser did not take the file.".to_owned()
            };
            told.set(words);
        }
    };
    let row = |name: &str, about: &str, act: El| {
        el("li").with([el("div").with([text("b", "", name), text("span", "small", about)]), act])
    };
    let get = |name: &str, make: fn(App) -> Option<Made>| button("btn quiet", name, save(make));
    let backup = button("btn quiet", "Save the backup", move |_| {
        let words = if app.backup.save() { "The backup is saved." } else { "The browser did not take the file." };
        told.set(words.to_owned());
    });
    let brief = (!is_brief).then(|| {
        let open = link(Page::Brief.href(), "Open the brief").class("btn quiet");
        row("Promotion brief", "Two pages to print: where you stand, what shows it, what is missing and by when.", open)
    });
    vec![
        el("ul").class("bare take-away").maybe(brief).with([
            row("Everything", "Markdown, for a wiki or a repository.", get("Save as Markdown", whole_plan)),
            row("The gaps", "CSV, for a spreadsheet.", get("Save as CSV", gaps)),
            row("Dates", "Reviews, steps and a profile refresh, for your calendar.", get("Save as .ics", reminders)),
            row("Backup", "JSON, which this app restores on any device.", backup),
            row("Résumé", "JSON Resume, for résumé builders.", get("Save as JSON Resume", resume_file)),
        ]),
        el("p").class("small").attr("role", "status").text_from(move || told.get()),
    ]
}

fn log_of(now: &Analysis) -> Log {
    evidence::log(&now.plan.records.of(List::Evidence))
}

/// The entries of a log, the latest first.
fn latest_first(log: &Log) -> Vec<(&AchievementId, &Achievement)> {
    let mut all: Vec<(&AchievementId, &Achievement)> = log.iter().collect();
    sort_by_key(&mut all, |(_, one)| std::cmp::Reverse(one.when.last()));
    all
}

fn now(app: App) -> Arc<Analysis> {
    app.own.derived().get()
}

fn gaps(app: App) -> Option<Made> {
    let now = now(app);
    let mut sorted = now.stage.aim()?.gaps.clone();
    heaviest_first(&mut sorted);
    Some(("gaps", "csv", csv::gaps(app.guide, &sorted, &CSV)))
}

fn reminders(app: App) -> Option<Made> {
    Some(("career-dates", "ics", dates_file(app)?))
}

/// The calendar file: all that there is to be reminded of.
pub(super) fn dates_file(app: App) -> Option<String> {
    let (guide, today) = (app.guide, app.own.derived().today());
    let steps = app.own.derived().routes().map(|travel| travel.needed(guide, today)).unwrap_or_default();
    let due = app.own.plan().with_untracked(|plan| due(plan, &steps, today));
    Some(calendar("Career plan", "plan", Stamp::new(today, 0)?, &events(guide, &due)))
}

fn resume_file(app: App) -> Option<Made> {
    let made = app.own.derived().today().to_string();
    Some(("resume", "json", resume::write(&super::resume::resume(app), &made)))
}

fn whole_plan(app: App) -> Option<Made> {
    Some(("career-plan", "md", markdown::write(&document(app.guide, &now(app), app))))
}

fn document(guide: &'static Guide, now: &Analysis, app: App) -> Document {
    let today = app.own.derived().today();
    let name = |title| guide.title(title).name.clone();
    let aim = now.stage.aim();
    let title = aim.map_or_else(|| "My career plan".to_owned(), |aim| format!("My plan to become {}", name(aim.target)));
    let mut facts = vec![("As of".to_owned(), dates::day(today))];
    facts.extend(now.current.map(|title| ("Now".to_owned(), name(title))));
    facts.extend(now.plan.years.map(|years| ("Years so far".to_owned(), years.to_string())));
    if let Some(aim) = aim {
        facts.push(("Destination".to_owned(), name(aim.target)));
        let what = if aim.has_gate() { "Readiness" } else { "Covered" };
        facts.push((what.to_owned(), figures::readiness(aim.readiness)));
    }
    facts.push(("Rated".to_owned(), format!("{} of {} skills", now.ratings.rated(), guide.skills().len())));
    let travel = app.own.derived().routes();
    if let Some(travel) = &travel {
        let titles: Vec<String> = travel.followed.titles().iter().map(|title| name(*title)).collect();
        let (from, to) = travel.followed.arrival().calendar(travel.journey.so_far.years, today.year());
        facts.push(("Route".to_owned(), format!("{}, {from}–{to}", titles.join(" → "))));
    }
    let mut sections = Vec::new();
    sections.extend(aim.map(|aim| of_gaps(guide, aim)));
    let mut steps: Vec<(Option<bool>, String)> = now
        .plan
        .done
        .iter()
        .map(|(step, day)| {
            let skill = guide.skill_by_id(&step.skill).map_or(step.skill.as_str(), |skill| guide.skill(skill).name.as_str());
            (Some(true), format!("{skill} to {}, {}", step.level, dates::day(*day)))
        })
        .collect();
    steps.extend(travel.iter().flat_map(|travel| travel.needed(guide, today)).map(|step| {
        (Some(false), format!("{} to {}, likely {}", guide.skill(step.skill).name, step.level, dates::month_and_year(step.by.0)))
    }));
    sections.push(Section { heading: "Steps".to_owned(), list: steps, ..Section::default() });
    sections.push(of_actions(now));
    let goals = guide.items().filter(|(_, item)| now.plan.goals.contains(&item.id)).map(|(_, item)| (None, item.name.clone()));
    let goals = goals.chain(own_goals(now)).collect();
    sections.push(Section { heading: "Goals".to_owned(), list: goals, ..Section::default() });
    let log = log_of(now);
    sections.push(markdown::evidence_section(guide, &latest_first(&log), &MARKDOWN));
    let notes = now.plan.evidence.iter().filter(|(_, note)| !note.trim().is_empty()).map(|(id, note)| {
        let skill = guide.skill_by_id(id).map_or(id.as_str(), |skill| guide.skill(skill).name.as_str());
        (None, format!("{skill}: {note}"))
    });
    sections.push(Section { heading: "Notes".to_owned(), list: notes.collect(), ..Section::default() });
    sections.push(of_reviews(now));
    Document { title, facts, sections }
}

/// The actions by quarter, ticked or not.
fn of_actions(now: &Analysis) -> Section {
    let mut all = tasks(&now.plan.records.of(List::Actions));
    sort_by_key(&mut all, |(_, task)| (task.quarter.is_none(), task.quarter, task.place));
    let line =
        |(_, task): &(RecordId, Task)| (Some(task.done.is_some()), format!("{}: {}", actions::quarter(task.quarter), task.what));
    Section { heading: "Actions".to_owned(), list: all.iter().map(line).collect(), ..Section::default() }
}

/// One's own goals, with what makes them clear.
fn own_goals(now: &Analysis) -> Vec<(Option<bool>, String)> {
    let line = |(_, own): (RecordId, OwnGoal)| {
        let goal = own.goal;
        let measure = Some(goal.measure).filter(|measure| !measure.is_empty()).map(|measure| format!(" ({measure})"));
        let by = goal.by.map(|by| format!(", by {}", dates::day(by)));
        let progress = if own.progress < 100 { format!(": {} % there", own.progress) } else { String::new() };
        let said = format!("{}{}{}{progress}", goal.what, measure.unwrap_or_default(), by.unwrap_or_default());
        (Some(own.progress == 100), said)
    };
    aims(&now.plan.records.of(List::Goals)).into_iter().map(line).collect()
}

/// What was taken along from each review.
fn of_reviews(now: &Analysis) -> Section {
    let reviews = now.plan.records.of(List::Reviews);
    let mut all: Vec<(Option<Quarter>, &str)> = reviews
        .values()
        .map(|record| (Quarter::parse(record.text("quarter")), record.text("note")))
        .filter(|(_, note)| !note.is_empty())
        .collect();
    sort_by_key(&mut all, |(quarter, _)| *quarter);
    let line = |(quarter, note): (Option<Quarter>, &str)| (None, format!("{}: {note}", actions::quarter(quarter)));
    Section { heading: "Reviews".to_owned(), list: all.into_iter().map(line).collect(), ..Section::default() }
}

fn of_gaps(guide: &Guide, aim: &Aim) -> Section {
    let mut sorted = aim.gaps.clone();
    heaviest_first(&mut sorted);
    markdown::gap_section(guide, &sorted, &MARKDOWN)
}

/// The last of some days that the plan has for its next gate: likely, and late.
pub fn ready_by(days: impl Iterator<Item = (Day, Day)>) -> Option<(Day, Day)> {
    days.reduce(|one, other| (one.0.max(other.0), one.1.max(other.1)))
}
