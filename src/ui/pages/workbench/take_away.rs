//! What one takes away: the plan as files that other programs open, each made from the plan as it is at that moment.

use crate::dom::signals::*;
use crate::dom::{El, button, el, link, text};
use crate::domain::analysis::{Aim, Analysis};
use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency};
use crate::domain::page::Page;
use crate::domain::plan::records::List;
use crate::domain::standing::gap::heaviest_first;
use crate::domain::workbench::evidence::{self, Achievement, AchievementId, Log};
use crate::domain::workbench::export::calendar::{Reminders, Stamp, calendar, events, months_later};
use crate::domain::workbench::export::csv;
use crate::domain::workbench::export::file_name::file_name;
use crate::domain::workbench::export::markdown::{self, Document, Section};
use crate::domain::workbench::export::resume::{self, Resume, Work};
use crate::state::App;
use crate::ui::words::brief::{CALENDAR, CSV, MARKDOWN};
use crate::ui::words::{dates, figures, scale};
use std::sync::Arc;

/// Months between two refreshes of a profile: the guide says 3 to 6.
const REFRESH: u8 = 4;

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
    let (guide, today) = (app.guide, app.own.derived().today());
    let goals = match app.own.derived().routes() {
        Some(travel) => travel
            .needed(guide, today)
            .iter()
            .map(|step| {
                let record = guide.skill(step.skill);
                (format!("{}-{}", record.id, step.level), format!("{} at level {}", record.short, step.level), step.by.0)
            })
            .collect(),
        None => Vec::new(),
    };
    let due = Reminders {
        review: months_later(today, 3),
        linkedin: months_later(today, REFRESH.into()).map(|day| (day, REFRESH)),
        new_title: None,
        goals,
    };
    let text = calendar("Career plan", "plan", Stamp::new(today, 0)?, &events(&due, &CALENDAR));
    Some(("career-dates", "ics", text))
}

fn resume_file(app: App) -> Option<Made> {
    let (guide, now) = (app.guide, now(app));
    let log = log_of(&now);
    let label = now.current.map_or_else(String::new, |title| guide.title(title).name.clone());
    let lines: Vec<String> = latest_first(&log).iter().map(|(_, one)| resume::line(one, MARKDOWN.change)).collect();
    let work = if lines.is_empty() && label.is_empty() {
        Vec::new()
    } else {
        vec![Work { position: label.clone(), lines, ..Work::default() }]
    };
    let mut rated: Vec<(Proficiency, &str)> = guide
        .skills()
        .filter_map(|skill| Some((now.ratings.get(skill).filter(|level| level.get() > 0)?, guide.skill(skill).name.as_str())))
        .collect();
    sort_by_key(&mut rated, |(level, _)| std::cmp::Reverse(*level));
    let skills = rated.into_iter().map(|(level, name)| (name.to_owned(), scale::level(level).to_owned())).collect();
    let resume = Resume { label, work, skills, ..Resume::default() };
    Some(("resume", "json", resume::write(&resume, &app.own.derived().today().to_string())))
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
    let goals = guide.items().filter(|(_, item)| now.plan.goals.contains(&item.id)).map(|(_, item)| (None, item.name.clone()));
    sections.push(Section { heading: "Goals".to_owned(), list: goals.collect(), ..Section::default() });
    let log = log_of(now);
    sections.push(markdown::evidence_section(guide, &latest_first(&log), &MARKDOWN));
    let notes = now.plan.evidence.iter().filter(|(_, note)| !note.trim().is_empty()).map(|(id, note)| {
        let skill = guide.skill_by_id(id).map_or(id.as_str(), |skill| guide.skill(skill).name.as_str());
        (None, format!("{skill}: {note}"))
    });
    sections.push(Section { heading: "Notes".to_owned(), list: notes.collect(), ..Section::default() });
    Document { title, facts, sections }
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
