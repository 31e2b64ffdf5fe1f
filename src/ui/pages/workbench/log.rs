//! The log of evidence as the pages of the workbench read it, and what they share to show it.

use crate::dom::signals::*;
use crate::dom::{El, el, svg, text};
use crate::domain::guide::{Guide, Proficiency, SkillId};
use crate::domain::plan::records::{Entries, List};
use crate::domain::workbench::evidence::{self, Achievement, AchievementId, Index, Log};
use crate::domain::workbench::lexicon::Lexicon;
use crate::domain::workbench::metric::Metric;
use crate::state::App;
use crate::ui::words::evidence as words;
use std::sync::{Arc, OnceLock};

/// The records of a list; whoever reads them follows them.
pub fn records(app: App, list: List) -> Arc<Entries> {
    app.own.plan().with(|plan| plan.records.of(list))
}

/// The log, read anew when its records change.
#[derive(Clone, Copy)]
pub struct Book {
    log: Memo<Arc<Log>>,
    /// The words of the log that was searched last.
    index: StoredValue<Option<(Arc<Log>, Arc<Index>)>>,
}

impl Book {
    /// The log of one's own plan.
    pub fn of(app: App) -> Self {
        type Read = (Arc<Entries>, Arc<Log>);
        let last: StoredValue<Option<Read>> = StoredValue::new(None);
        let read = move || {
            let records = records(app, List::Evidence);
            match last.get_value() {
                Some((same, log)) if Arc::ptr_eq(&same, &records) => log,
                _ => {
                    let log = Arc::new(evidence::log(&records));
                    last.set_value(Some((records, log.clone())));
                    log
                }
            }
        };
        let log = Memo::new_with_compare(
            move |_| read(),
            |before, now| !before.zip(now.as_ref()).is_some_and(|(a, b)| Arc::ptr_eq(a, b)),
        );
        Self { log, index: StoredValue::new(None) }
    }

    /// The words of the log as it is now.
    pub fn index(self) -> Arc<Index> {
        let log = self.get();
        match self.index.get_value() {
            Some((of, index)) if Arc::ptr_eq(&of, &log) => index,
            _ => {
                let index = Arc::new(Index::of(&log));
                self.index.set_value(Some((log, index.clone())));
                index
            }
        }
    }

    /// The log as it is now; whoever reads it follows it.
    #[inline(never)]
    pub fn get(self) -> Arc<Log> {
        self.log.get()
    }

    /// An entry as it is now.
    pub fn entry(self, id: &AchievementId) -> Option<Achievement> {
        self.log.with(|log| log.get(id).cloned())
    }
}

/// The words of the guide's skills, read once.
pub fn lexicon(guide: &'static Guide) -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::new(guide))
}

/// The short name of a skill; its id, where the guide lacks it.
pub fn skill_name(guide: &Guide, id: &SkillId) -> String {
    guide.skill_by_id(id).map_or_else(|| id.to_string(), |skill| guide.skill(skill).short.clone())
}

/// The skills that an entry shows, each with its level.
pub fn shown_skills(guide: &Guide, one: &Achievement) -> El {
    let chip = |(id, level): (&SkillId, &Proficiency)| {
        let level = text("b", "", level.to_string()).attr("aria-hidden", "true");
        el("li").text(skill_name(guide, id)).add(level).add(text("span", "hush", format!(" at level {}", one.skills[id])))
    };
    el("ul").class("shows").with(one.skills.iter().map(chip).collect::<Vec<_>>())
}

/// What was measured: figures, a picture of before and after, and the unit.
pub fn measured(metric: &Metric) -> Vec<El> {
    let (before, figure, unit) = words::measured(metric);
    let figures = el("p").class("figures").text(before).add(text("b", "", figure));
    let mut parts = vec![figures];
    parts.extend(metric.places().map(|(from, to)| change(from, to)));
    if !unit.is_empty() {
        parts.push(text("p", "tiny", unit));
    }
    parts
}

/// Before as a ring and after as a dot, between 0 and the larger of the two. The figures beside it say the same.
fn change(from: u32, to: u32) -> El {
    const WIDTH: u32 = 124;
    let at = |place: u32| (7 + place * WIDTH / 1_000).to_string();
    let line = |class: &str, from: &str, to: &str| {
        svg("line").attr("class", class).attr("x1", from).attr("x2", to).attr("y1", "8").attr("y2", "8")
    };
    let dot = |class: &str, x: &str| svg("circle").attr("class", class).attr("cx", x).attr("cy", "8").attr("r", "4.5");
    let (from, to) = (at(from), at(to));
    svg("svg")
        .attr("class", "from-to")
        .attr("width", "138")
        .attr("height", "16")
        .attr("viewBox", "0 0 138 16")
        .attr("aria-hidden", "true")
        .with([
            line("rail", "7", "131"),
            line("rail", "7", "7.5"),
            line("way", &from, &to),
            dot("before", &from),
            dot("after", &to),
        ])
}
