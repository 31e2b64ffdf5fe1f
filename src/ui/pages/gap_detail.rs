//! What stands behind one gap: what one can do now, what is next, what helps, and the arithmetic.

use crate::dom::{El, el, link, text};
use crate::domain::analysis::Aim;
use crate::domain::guide::{Guide, Proficiency, SectionRole, SkillIx};
use crate::domain::page::Page;
use crate::domain::receipt;
use crate::domain::standing::gap::Gap;
use crate::domain::standing::stability::Stability;
use crate::domain::workbench::evidence::Backing;
use crate::state::{App, Live, use_app};
use crate::ui::components::receipt::{HOW, working};
use crate::ui::words::behaviours::{OWN_NONE, THEIR_NONE, own, their};
use crate::ui::words::figures::points;
use crate::ui::words::{backing as evidence, rough as rough_words};
use std::sync::Arc;

/// The sections of the guide whose items help with skills, and how they are called here.
pub const HELP: [(SectionRole, &str); 3] = [
    (SectionRole::Goals, "Goals that help"),
    (SectionRole::Certifications, "Certifications that help"),
    (SectionRole::Tools, "Tools that help"),
];

/// Shows it. What it says of the skill follows `gap`, and what stands behind its rating.
pub fn detail(
    aim: Live<Aim>,
    skill: SkillIx,
    gap: impl Fn() -> Gap + Copy + 'static,
    behind: impl Fn() -> Backing + Copy + 'static,
) -> El {
    let (app, guide) = (use_app(), aim.plan.guide);
    let record = guide.skill(skill);
    let words = move || (if gap().rated.is_some() { "Rate again" } else { "Rate it" }).to_owned();
    let rate = el("a").class("btn quiet").attr("href", Page::AssessSkill(record.id.clone()).href()).text_from(words);
    let ways = el("p").class("row no-print").maybe((!aim.plan.read_only).then_some(rate));
    let receipt = move || {
        let now = aim.get();
        receipt::of_gap(guide, &gap(), &now.gaps, now.target)
    };
    let read_only = aim.plan.read_only;
    let helps = HELP.iter().flat_map(|(section, name)| help(guide, skill, *section, name)).collect::<Vec<_>>();
    el("div").class("gap-detail").with([
        el("dl").class("lines").show(move || lines(guide, &gap(), read_only)),
        el("div")
            .class("flow")
            .with([el("dl").class("lines").show(move || facts(app, aim, &gap(), behind())), working(guide, HOW, receipt)]),
        el("div").class("helps").with(helps),
        ways.add(link(Page::guide_skill(guide, skill).href(), "In the guide")),
    ])
}

/// What one more level does, how firm the gap is, and what stands behind the rating.
fn facts(app: App, aim: Live<Aim>, gap: &Gap, behind: Backing) -> Vec<El> {
    let mut all = step(aim, gap);
    let line = |name: &str| el("div").add(text("dt", "", name));
    if let Some(found) = rough(app, aim)
        && let Some((_, runs)) = found.top.iter().find(|(skill, _)| *skill == gap.skill)
    {
        all.push(line("How firm").add(text("dd", "", rough_words::stays(*runs, aim.get().unrated(aim.plan.guide) == 0))));
    }
    let said = if aim.plan.read_only { String::new() } else { evidence::sentence(behind, gap.rated) };
    if !said.is_empty() {
        let is_missing = gap.rated.is_some_and(|rated| behind.is_missing_for(rated));
        let note = || link(Page::AssessSkill(aim.plan.guide.skill(gap.skill).id.clone()).href(), "Note what does").class("small");
        let said = text("dd", "", said).text(" ").maybe(is_missing.then(note));
        all.push(line("Evidence").add(said));
    }
    all
}

/// What one more level does for the title, and for the next one of the route.
fn step(aim: Live<Aim>, gap: &Gap) -> Vec<El> {
    if gap.levels().is_none_or(|short| short == 0) {
        return Vec::new();
    }
    let now = aim.get();
    let here = points(gap.weight.quarters(), now.readiness.asked());
    let stop = aim.plan.get().stop(aim.plan.guide).filter(|stop| stop.target != now.target).cloned();
    let before = stop.and_then(|stop| {
        let of = stop.gaps.iter().find(|one| one.skill == gap.skill && one.levels().is_some_and(|short| short > 0))?;
        Some(format!(", and {} for {}", points(of.weight.quarters(), stop.readiness.asked()), aim.plan.name(stop.target)))
    });
    let what = el("dd").with([
        text("b", "", format!("{here}\u{a0}points")),
        text("span", "", format!(" of readiness{}", before.unwrap_or_default())),
    ]);
    vec![el("div").with([text("dt", "", "One step adds"), what])]
}

/// The behaviour line of a level as a sentence; `None` for level 0.
pub fn can(guide: &Guide, skill: SkillIx, level: Proficiency) -> Option<String> {
    let place = usize::from(level.get()).checked_sub(1)?;
    guide.skill(skill).can.get(place).map(|line| own(line))
}

fn lines(guide: &Guide, gap: &Gap, of_another: bool) -> Vec<El> {
    let line = |level: Proficiency| {
        let place = usize::from(level.get()).checked_sub(1);
        let line = place.and_then(|place| guide.skill(gap.skill).can.get(place));
        match (line, of_another) {
            (Some(line), false) => own(line),
            (Some(line), true) => their(line),
            (None, false) => OWN_NONE.to_owned(),
            (None, true) => THEIR_NONE.to_owned(),
        }
    };
    let next = gap.rated.filter(|r| *r < gap.required).and_then(Proficiency::raised);
    let asked = Some(gap.required).filter(|asked| Some(*asked) != next && Some(*asked) != gap.rated);
    [("Today", gap.rated), ("Next", next), ("Asked", asked)]
        .into_iter()
        .filter_map(|(term, level)| {
            level.map(|l| el("div").with([text("dt", "", format!("{term}, {l}")), text("dd", "", line(l))]))
        })
        .collect()
}

/// The items of a section of the guide that help with a skill, with why; nothing where there are none.
pub fn help(guide: &Guide, skill: SkillIx, section: SectionRole, name: &str) -> Vec<El> {
    let items: Vec<El> = guide
        .helpers(section, skill)
        .map(|item| {
            let entry = Page::guide_item(guide, section, &item.id);
            el("li").add(link(entry.href(), &item.name)).add(text("span", "small", format!(" {}", item.rationale)))
        })
        .collect();
    if items.is_empty() { Vec::new() } else { vec![el("div").with([text("h3", "", name), el("ul").with(items)])] }
}

/// How rough the figures of a title are, of one's own plan.
pub fn rough(app: App, aim: Live<Aim>) -> Option<Arc<Stability>> {
    if aim.plan.read_only { None } else { app.rough.for_aim(aim.get()) }
}
