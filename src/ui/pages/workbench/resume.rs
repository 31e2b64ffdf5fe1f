//! The résumé: lines from evidence, each with its figure; a JSON Resume file of another program read, with the person confirming what it
//! means; and one written. What is confirmed is kept: years, title and ratings in the plan, name and jobs as texts of it.

use super::linkedin::{about, dated_lines, head_line, lines};
use super::prepare::tools as tools_nav;
use super::since::since;
use crate::dom::signals::*;
use crate::dom::{El, Event, button, el, heading, link, text};
use crate::domain::guide::{Proficiency, SkillIx, TitleId, TitleIx};
use crate::domain::page::Page;
use crate::domain::plan::MAX_YEARS;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{List, Record, RecordId};
use crate::domain::workbench::evidence::Use;
use crate::domain::workbench::export::file_name::file_name;
use crate::domain::workbench::export::resume::{
    Imported, Job, MAX_BYTES, Reading, Resume, ResumeError, Warning, Work, jobs, propose_skills, propose_titles, read, write,
};
use crate::domain::workbench::lexicon::Lexicon;
use crate::domain::workbench::linkedin::skills;
use crate::domain::workbench::tenure::held;
use crate::domain::workbench::when::When;
use crate::state::{App, use_app};
use crate::ui::components::plural;
use crate::ui::components::take_back::TakeBack;
use crate::ui::components::written::{Kept, copy_button, field};
use crate::ui::words::scale;
use std::sync::Arc;

/// The record of the name, and how those of the jobs begin.
const NAME: Kept = Kept { list: List::Texts, id: "resume-basics" };
const JOB: &str = "resume-job-";
/// The most jobs that are kept.
const JOBS: usize = 20;

/// Shows the page.
pub fn show() -> Vec<El> {
    let app = use_app();
    let lead = "Lines with figures from your log of evidence, to copy or to take away as a file that other programs read.";
    let undo = TakeBack::new(app);
    vec![
        tools_nav(&Page::Resume),
        heading("Résumé"),
        text("p", "lead", lead),
        undo.place(),
        el("div").class("piled").with([lines_card(app), since(app, undo), export(app), import(app)]),
    ]
}

fn card(name: &str) -> El {
    el("section").class("card").add(text("h2", "", name))
}

fn lines_card(app: App) -> El {
    let list = move || {
        let lines = lines(app, Use::Resume);
        if lines.is_empty() {
            return vec![el("p").text("There are none yet. ").add(link(Page::Evidence.href(), "Note what you have done"))];
        }
        vec![el("ul").class("lines-out").with(lines.iter().map(|line| text("li", "", line)).collect::<Vec<_>>())]
    };
    card("Lines").add(el("div").class("flow").show(list)).add(copy_button(app, "lines", move || lines(app, Use::Resume).join("\n")))
}

/// What is known of the person, as a résumé.
pub(super) fn resume(app: App) -> Resume {
    let now = app.own.derived().get();
    let guide = app.guide;
    let name = |id: &TitleId| guide.title_by_id(id).map_or_else(|| id.to_string(), |title| guide.title(title).name.clone());
    let (known, held) = app.own.plan().with(|plan| {
        let held = held(plan, app.own.derived().today()).into_iter().map(|one| (name(&one.title), one.from, one.to));
        (kept_jobs(&plan.records.of(List::Texts)), held.collect::<Vec<_>>())
    });
    let work = jobs(known, &held, dated_lines(app, Use::Resume));
    let label = Some(head_line(app)).filter(|line| !line.is_empty());
    let label = label.or_else(|| now.current.map(|title| guide.title(title).name.clone())).unwrap_or_default();
    let listed = now.stage.aim().map(|aim| skills(guide, &aim.gaps).skills).unwrap_or_default();
    let level = |skill: SkillIx| now.ratings.get(skill).map(|level| scale::level(level).to_owned()).unwrap_or_default();
    Resume {
        name: NAME.text(app, "name"),
        label,
        summary: about(app),
        work,
        skills: listed.into_iter().map(|skill| (guide.skill(skill).name.clone(), level(skill))).collect(),
        certificates: Vec::new(),
    }
}

/// The jobs that were kept, the latest first.
fn kept_jobs(texts: &crate::domain::plan::records::Entries) -> Vec<Work> {
    let of = |record: &Record| Work {
        employer: record.text("employer").to_owned(),
        position: record.text("position").to_owned(),
        from: When::parse(record.text("from")),
        to: When::parse(record.text("to")),
        lines: record.text("lines").lines().map(str::to_owned).collect(),
    };
    texts.iter().filter(|(id, _)| id.as_str().starts_with(JOB)).map(|(_, record)| of(record)).collect()
}

fn export(app: App) -> El {
    let told = RwSignal::new(String::new());
    let save = move |_| {
        let today = app.own.derived().today();
        let aim = app.own.derived().get().stage.aim().map(|aim| app.guide.title(aim.target).name.clone()).unwrap_or_default();
        let name = file_name("resume", &aim, today, "json");
        let is_saved = app.sharing.save(&name, &write(&untrack(|| resume(app)), &today.to_string()));
        told.set(if is_saved {
            format!("{name} is on its way to your downloads.")
        } else {
            "The browser did not take the file.".to_owned()
        });
    };
    let has = move || {
        let made = resume(app);
        let (jobs, skills) = (made.work.len(), made.skills.len());
        format!(
            "It holds your headline and summary from LinkedIn, {jobs} {} with their lines, and {skills} {}. It is a JSON Resume: themes and builders for it are many.",
            plural(jobs, "job", "jobs"),
            plural(skills, "skill", "skills")
        )
    };
    card("Take it away").with([
        field(app, NAME, "name", "Your name, for the file alone", "It is kept in your plan and in no link.", 1),
        el("p").class("small").text_from(has),
        el("div").class("row").with([
            button("btn", "Save as JSON Resume", save),
            el("span").class("small").attr("role", "status").text_from(move || told.get()),
        ]),
    ])
}

/// What a file says, and what the person makes of it.
#[derive(Clone)]
struct Draft {
    reading: Arc<Reading>,
    skills: Arc<Vec<(SkillIx, Option<Proficiency>)>>,
}

fn import(app: App) -> El {
    let outcome = RwSignal::new(None::<Result<Draft, ResumeError>>);
    let is_taken = RwSignal::new(false);
    let chosen = move |event: Event| {
        event.read_file(MAX_BYTES, move |text| {
            let today = untrack(|| app.own.derived().today());
            let reading = text.map_or(Err(ResumeError::TooLarge), |text| read(&text, today));
            is_taken.set(false);
            outcome.set(Some(reading.map(|reading| Draft {
                skills: Arc::new(propose_skills(app.guide, &Lexicon::new(app.guide), &reading.imported.skills)),
                reading: Arc::new(reading),
            })));
        });
    };
    let shown = move || match outcome.get() {
        None => Vec::new(),
        Some(Err(why)) => vec![text("p", "error", refusal(&why)).attr("role", "alert")],
        Some(Ok(_)) if is_taken.get() => {
            vec![text("p", "", "Taken over. What you left out stays as it was.").attr("role", "status")]
        }
        Some(Ok(draft)) => confirm(app, &draft, is_taken),
    };
    card("Begin with one that you have").with([
        text("p", "small", "A JSON Resume file. Nothing of it counts until you have confirmed it, and all of it can be undone."),
        el("div").class("field").with([
            text("label", "", "Résumé file (JSON Resume)").attr("for", "resume-file"),
            el("input")
                .class("in")
                .attr("id", "resume-file")
                .attr("type", "file")
                .attr("accept", ".json,application/json")
                .on("change", chosen),
        ]),
        el("div").class("flow").show(shown),
    ])
}

fn refusal(why: &ResumeError) -> String {
    match why {
        ResumeError::TooLarge => format!("The file is too large: a résumé of up to {} MB is read.", MAX_BYTES / 1_000_000),
        ResumeError::NotJson { line, column } => {
            format!("The file is no JSON: line {line}, column {column} is where it stops being it.")
        }
        ResumeError::NotAResume => "The file is JSON, and none of the parts of a résumé are in it.".to_owned(),
    }
}

fn warning(warning: &Warning) -> String {
    match warning {
        Warning::Form(place) => format!("{place} is not of the form that a JSON Resume has, and is left out."),
        Warning::Date(place, text) => format!("{place}: “{text}” is no date, and is left out."),
        Warning::Backwards(place) => format!("{place} ends before it begins, and counts for no years."),
        Warning::InFuture(place) => format!("{place} begins after today, and counts for no years."),
    }
}

fn period(job: &Job) -> String {
    let when = |when: Option<When>, none: &str| when.map_or_else(|| none.to_owned(), |when| when.to_string());
    format!("{} to {}", when(job.from, "?"), when(job.to, "now"))
}

/// What the person confirms, part by part.
fn confirm(app: App, draft: &Draft, is_taken: RwSignal<bool>) -> Vec<El> {
    let imported = &draft.reading.imported;
    let (months, years) = (imported.months, imported.years().min(MAX_YEARS.into()) as u8);
    let takes_years = RwSignal::new(true);
    let takes_jobs = RwSignal::new(true);
    let title = RwSignal::new(None::<TitleIx>);
    let ratings = RwSignal::new(draft.skills.iter().map(|_| None).collect::<Vec<Option<u8>>>());
    let mut parts = Vec::new();
    let notes: Vec<El> = draft.reading.warnings.iter().map(|one| text("li", "", warning(one))).collect();
    if !notes.is_empty() {
        parts.push(el("div").with([text("p", "", "Not all of it could be read:"), el("ul").with(notes)]));
    }
    let counted = format!("Years of experience: {years} ({months} months in all; what overlaps is counted once)");
    parts.push(check(counted, takes_years));
    if let Some(job) = imported.jobs.first() {
        let none = text("option", "", "None of these: leave my title as it is").attr("value", "");
        let proposals = propose_titles(app.guide, &job.position);
        let options = proposals.iter().map(|one| {
            let record = app.guide.title(one.title);
            text("option", "", &record.name).attr("value", record.id.as_str())
        });
        let control = el("select").class("in").attr("id", "resume-title").add(none).with(options.collect::<Vec<_>>()).on(
            "change",
            move |event| {
                title.set(app.guide.title_by_id(&event.value().as_str().into()));
            },
        );
        let label = format!("“{}” is, on the map", job.position);
        parts.push(el("div").class("field").with([text("label", "", label).attr("for", "resume-title"), control]));
    }
    if !draft.skills.is_empty() {
        let rows =
            draft.skills.iter().enumerate().map(|(place, (skill, proposed))| skill_row(app, place, *skill, *proposed, ratings));
        parts.push(text("h3", "", "Skills that it names"));
        parts.push(text("p", "small", "Rate those that you want to take over. Your ratings count, not the words of the file."));
        parts.push(el("ul").class("rate-list").with(rows.collect::<Vec<_>>()));
    }
    if !imported.jobs.is_empty() {
        let jobs = imported
            .jobs
            .iter()
            .take(JOBS)
            .map(|job| text("li", "", format!("{}, {}: {}", job.position, job.employer, period(job))));
        parts.push(check(format!("Keep name and jobs ({}) for the file that you take away", imported.jobs.len()), takes_jobs));
        parts.push(el("ul").class("small").with(jobs.collect::<Vec<_>>()));
    }
    let taken = draft.clone();
    let take = button("btn", "Take over what is confirmed", move |_| {
        let mut edits = Vec::new();
        let plan = app.own.plan().get_untracked();
        let (from, years_now) =
            (title.get_untracked().map(|title| app.guide.title(title).id.clone()), takes_years.get_untracked().then_some(years));
        if let (Some(from), Some(to), Some(years)) = (from.clone().or(plan.from.clone()), plan.to.clone(), years_now.or(plan.years))
            && (from.clone(), years) != (plan.from.clone().unwrap_or_else(|| from.clone()), plan.years.unwrap_or(u8::MAX))
        {
            edits.push(PlanEdit::Start { from, to, years, since: plan.since.filter(|since| *since <= years) });
        } else if let Some(from) = from {
            edits.push(PlanEdit::SetCurrent(from));
        }
        let given = ratings.get_untracked();
        let rated = taken
            .skills
            .iter()
            .zip(given)
            .filter_map(|((skill, _), level)| Some((app.guide.skill(*skill).id.clone(), Proficiency::new(level?)?)));
        let rated: crate::domain::base::sorted::SortedMap<_, _> = rated.collect();
        if !rated.is_empty() {
            edits.push(PlanEdit::AdoptRatings(rated));
        }
        if takes_jobs.get_untracked() {
            edits.extend(kept(&taken.reading.imported));
        }
        app.own.edit(&PlanEdit::Several(edits));
        is_taken.set(true);
        // With the first rating the page is made anew; what is heard outlasts it.
        app.live.announce("Taken over from the file.");
    });
    parts.push(take);
    parts
}

fn check(words: String, value: RwSignal<bool>) -> El {
    let control = el("input")
        .attr("type", "checkbox")
        .flag_from("checked", move || value.get())
        .on("change", move |event| value.set(event.checked()));
    el("label").class("check").add(control).text(words)
}

/// A skill of the file: unrated until the person rates it; what the file's words may mean is offered first.
fn skill_row(app: App, place: usize, skill: SkillIx, proposed: Option<Proficiency>, ratings: RwSignal<Vec<Option<u8>>>) -> El {
    let id = format!("resume-skill-{place}");
    let name = &app.guide.skill(skill).name;
    let label = match proposed {
        Some(level) => format!("{name} (the file’s words come near {level})"),
        None => name.clone(),
    };
    let none = text("option", "", "Leave it").attr("value", "");
    let levels = Proficiency::all()
        .map(|level| text("option", "", format!("{level} {}", scale::level(level))).attr("value", level.to_string()));
    let control = el("select").class("in").attr("id", &id).add(none).with(levels.collect::<Vec<_>>()).on("change", move |event| {
        let level = event.value().parse().ok();
        ratings.update(|all| {
            if let Some(one) = all.get_mut(place) {
                *one = level;
            }
        });
    });
    el("li").with([text("label", "", label).attr("for", &id), control])
}

/// The edits that keep the name and the jobs.
fn kept(imported: &Imported) -> Vec<PlanEdit> {
    let record = |fields: &[(&str, String)]| {
        fields.iter().fold(Record::new(Default::default()), |record, (key, text)| record.with_text(key, text))
    };
    let mut edits: Vec<PlanEdit> = Vec::new();
    if !imported.name.is_empty()
        && let Some(id) = RecordId::new(NAME.id)
    {
        edits.push(PlanEdit::write(List::Texts, id, record(&[("name", imported.name.clone())])));
    }
    let when = |when: Option<When>| when.map(|when| when.to_string()).unwrap_or_default();
    for (place, job) in imported.jobs.iter().take(JOBS).enumerate() {
        let fields = [
            ("employer", job.employer.clone()),
            ("position", job.position.clone()),
            ("from", when(job.from)),
            ("to", when(job.to)),
            ("lines", job.lines.join("\n")),
        ];
        edits.extend(RecordId::new(&format!("{JOB}{place:02}")).map(|id| PlanEdit::write(List::Texts, id, record(&fields))));
    }
    edits
}
