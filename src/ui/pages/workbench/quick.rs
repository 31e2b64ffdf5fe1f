//! Quick entry: one line, and under it what was read from it as one types: the date, what was measured, and the skills that it is likely
//! about, each to be confirmed by a press.

use super::log::{lexicon, skill_name};
use crate::dom::signals::*;
use crate::dom::{El, Event, button, el, link, text};
use crate::domain::guide::{Proficiency, SkillIx};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::history::EditId;
use crate::domain::plan::records::{List, Record};
use crate::domain::workbench::evidence::{Achievement, AchievementId, MAX_SKILLS, faults_of_new};
use crate::domain::workbench::quick::{Reading, read};
use crate::state::{App, screen};
use crate::ui::components::history::undo;
use crate::ui::words::evidence as words;

use super::log::Book;

/// The id of the box.
const LINE: &str = "quick-line";

/// The state of quick entry. Copies are the same.
#[derive(Clone, Copy)]
pub struct Quick {
    app: App,
    book: Book,
    line: RwSignal<String>,
    /// The skills that were confirmed.
    kept: RwSignal<Vec<SkillIx>>,
    faults: RwSignal<Vec<String>>,
    /// What was noted last.
    noted: RwSignal<Option<(AchievementId, EditId)>>,
}

impl Quick {
    /// Nothing typed yet.
    pub fn new(app: App, book: Book) -> Self {
        Self {
            app,
            book,
            line: RwSignal::new(String::new()),
            kept: RwSignal::new(Vec::new()),
            faults: RwSignal::new(Vec::new()),
            noted: RwSignal::new(None),
        }
    }

    /// Begins an entry for a skill.
    pub fn begin(self, skill: SkillIx) {
        self.kept.update(|kept| {
            if !kept.contains(&skill) {
                kept.push(skill);
            }
        });
        screen::focus(LINE);
    }

    fn reading(self) -> Reading {
        let app = self.app;
        self.line.with(|line| read(lexicon(app.guide), line, app.own.derived().today()))
    }

    /// The level that is put down for a skill: one's rating, until the person says otherwise in the details.
    fn level(self, skill: SkillIx) -> Proficiency {
        let rated = self.app.own.derived().get().ratings.get(skill);
        rated.filter(|level| *level > Proficiency::NONE).or(Proficiency::new(3)).unwrap_or(Proficiency::MAX)
    }

    fn note(self) {
        let Reading { line, when, metric, .. } = self.reading();
        let guide = self.app.guide;
        let kept = self.kept.get_untracked();
        let skills = kept.iter().map(|skill| (guide.skill(*skill).id.clone(), self.level(*skill))).collect();
        let one = Achievement { metric, skills, ..Achievement::new(&line, when) };
        let faults = untrack(|| faults_of_new(&self.book.get(), &one));
        if !faults.is_empty() {
            self.faults.set(faults.into_iter().map(words::fault).collect());
            screen::focus(LINE);
            return;
        }
        let id = self.app.own.fresh_id();
        let made = self.app.own.edit(&PlanEdit::write(List::Evidence, id.clone(), one.to_record(Record::default())));
        self.faults.set(Vec::new());
        self.line.set(String::new());
        self.kept.set(Vec::new());
        self.noted.set(made.map(|edit| (id, edit)));
        screen::focus(LINE);
    }

    /// The card.
    pub fn card(self) -> El {
        let submit = move |event: Event| {
            event.prevent();
            self.note();
        };
        let input = el("input")
            .class("in")
            .attr("id", LINE)
            .attr("autocomplete", "off")
            .attr("aria-describedby", "quick-fault")
            .attr("placeholder", "Cut the build from 40 to 12 minutes, March 2026")
            .attr_from("aria-invalid", move || (!self.faults.with(Vec::is_empty)).then(|| "true".to_owned()))
            .value_from(move || self.line.get())
            .on("input", move |event| {
                self.faults.set(Vec::new());
                self.line.set(event.value());
            });
        let faults = move || self.faults.get().iter().map(|fault| text("span", "", fault)).collect();
        let row = el("div").class("quick-row").with([input, text("button", "btn", "Note it").attr("type", "submit")]);
        el("section").class("card quick no-print").attr("aria-label", "Note an achievement").with([
            el("form").attr("novalidate", "").on("submit", submit).with([
                text("label", "small", "Something worked out? One line will do; details can wait.").attr("for", LINE),
                row,
                el("p").class("error").attr("id", "quick-fault").attr("role", "alert").show(faults),
            ]),
            self.read_as(),
            self.noted(),
        ])
    }

    /// What was read, and the skills to confirm.
    fn read_as(self) -> El {
        let has_any = move || !self.line.with(|line| line.trim().is_empty()) || !self.kept.with(Vec::is_empty);
        // What is shown, as far as it is another picture: the chips stay while a person types on.
        let key = move || {
            has_any().then(|| {
                let reading = self.reading();
                let mut skills = self.kept.get();
                skills.extend(reading.skills.iter().filter(|skill| !skills.contains(skill)).copied().collect::<Vec<_>>());
                (reading.when, reading.dated, reading.metric, skills, reading.notes)
            })
        };
        let show = move |read: &Option<_>| {
            let Some((when, dated, metric, skills, notes)): &Option<(_, bool, Option<_>, Vec<SkillIx>, Vec<_>)> = read else {
                return Vec::new();
            };
            let guide = self.app.guide;
            let date = format!("{}{}", words::when(*when), if *dated { "" } else { " (today)" });
            let mut chips = vec![text("span", "small", "Read as"), text("span", "chip", date)];
            chips.extend(metric.as_ref().map(|metric| {
                let (before, figure, unit) = words::measured(metric);
                let unit = if unit.is_empty() { unit } else { format!(" {unit}") };
                el("span").class("chip").text(before).add(text("b", "", figure)).text(unit)
            }));
            let choice = |skill: SkillIx| {
                let is_kept = move || self.kept.with(|kept| kept.contains(&skill));
                let turn = move |_| {
                    self.kept.update(|kept| match kept.iter().position(|one| *one == skill) {
                        Some(at) => drop(kept.remove(at)),
                        None if kept.len() < MAX_SKILLS => kept.push(skill),
                        None => {}
                    });
                };
                button("chip", &guide.skill(skill).short, turn)
                    .attr_from("aria-pressed", move || Some(is_kept().to_string()))
                    .add(el("b").text_from(move || format!(" {}", self.level(skill))))
            };
            chips.extend(skills.iter().map(|skill| choice(*skill)));
            chips.push(self.other_skill(skills));
            let mut parts = vec![el("div").class("row read-as").with(chips)];
            if !skills.is_empty() {
                parts.push(text("p", "tiny", "Press a skill that this shows, to keep it; its level is your rating. Enter saves."));
            }
            parts.extend(notes.iter().map(|note| text("p", "small warn", words::note(*note))));
            let example = |skill: &SkillIx| {
                let level = self.level(*skill);
                let line = guide.evidence(*skill, level)?;
                let lead = format!("What would count for {} at {level}: ", guide.skill(*skill).short);
                Some(el("p").class("small").add(text("b", "strong", lead)).text(line))
            };
            parts.extend(self.kept.with_untracked(|kept| kept.first().and_then(example)));
            parts
        };
        el("div").class("pile").show_for(key, show)
    }

    /// The list of all other skills, for one that was not found.
    fn other_skill(self, there: &[SkillIx]) -> El {
        let guide = self.app.guide;
        let option = |skill: SkillIx| text("option", "", &guide.skill(skill).short).attr("value", skill.index().to_string());
        let others = guide.skills().filter(|skill| !there.contains(skill)).map(option);
        let options: Vec<El> = std::iter::once(text("option", "", "Another skill …").attr("value", "")).chain(others).collect();
        let add = move |event: Event| {
            let index: Option<usize> = event.value().parse().ok();
            let skill = index.and_then(|index| guide.skills().find(|skill| skill.index() == index));
            if let Some(skill) = skill.filter(|_| self.kept.with_untracked(Vec::len) < MAX_SKILLS) {
                self.begin(skill);
            }
        };
        el("select").class("in chip-select").attr("aria-label", "Another skill that this shows").on("change", add).with(options)
    }

    /// What was noted last, with the way back and on.
    fn noted(self) -> El {
        let shown = move || {
            let (id, edit) = self.noted.get()?;
            let one = self.book.entry(&id)?;
            Some((id, one, self.app.own.is_last(edit)))
        };
        let show = move |noted: &Option<(AchievementId, Achievement, bool)>| {
            let Some((id, one, is_last)) = noted else { return Vec::new() };
            let app = self.app;
            let skills: Vec<String> = one.skills.keys().map(|id| skill_name(app.guide, id)).collect();
            let for_skills = if skills.is_empty() { String::new() } else { format!(" for {}", skills.join(", ")) };
            let back = is_last.then(|| {
                button("btn quiet", "Undo", move |_| {
                    undo(app);
                    screen::focus(LINE);
                })
            });
            let noted = text("span", "", format!("Noted{for_skills}: “{}”", one.line));
            let details = link(Page::EvidenceEntry(id.as_str().to_owned()).href(), "Add details");
            std::iter::once(noted).chain(back).chain([details]).collect()
        };
        el("div").class("row noted").attr("role", "status").show_for(shown, show)
    }
}
