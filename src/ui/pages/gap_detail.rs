//! What stands behind one gap: what one can do now, what is next, what helps, and the arithmetic.

use crate::domain::gap::Gap;
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx};
use crate::domain::page::Page;
use crate::domain::receipt;
use crate::state::PlanView;
use crate::ui::components::receipt::Working;
use leptos::prelude::*;

/// The sections of the guide whose items help with skills, and how they are called here.
const HELP: [(&str, &str); 3] = [("goals", "Goals"), ("certifications", "Certifications"), ("tools", "Tools")];

/// Shows it.
pub fn detail(view: PlanView, target: TitleIx, gap: Gap) -> impl IntoView {
    let guide = view.guide;
    let record = guide.skill(gap.skill);
    let receipt = Signal::derive(move || view.gaps.with(|all| Some(receipt::of_gap(guide, &gap, all, target))));
    let lines = lines(guide, &gap);
    let help = HELP.iter().map(|(section, name)| help(guide, gap.skill, section, name)).collect_view();
    let edit = (!view.read_only).then(|| {
        view! { <a href=Page::AssessSkill(record.id.clone()).href()>{if gap.rated.is_some() { "Change my rating" } else { "Rate it" }}</a> }
    });
    view! {
        <div class="gap-detail">
            {lines}
            {help}
            <p class="row small">{edit}<a href=Page::GuideEntry("skills".to_owned(), record.id.to_string()).href()>"In the guide"</a></p>
            <Working receipt=receipt/>
        </div>
    }
}

fn lines(guide: &'static Guide, gap: &Gap) -> impl IntoView + use<> {
    let can = |level: Proficiency| guide.skill(gap.skill).can.get(usize::from(level.get()).wrapping_sub(1)).map(|line| format!("You can {line}"));
    let now = gap.rated.map(|rated| (format!("Now, {rated}"), can(rated).unwrap_or_else(|| "You have not worked on it yet.".to_owned())));
    let next = gap.rated.filter(|r| *r < gap.required).and_then(Proficiency::raised).and_then(|l| Some((format!("Next, {l}"), can(l)?)));
    let asked = can(gap.required).map(|line| (format!("Asked, {}", gap.required), line));
    let asked = asked.filter(|a| next.as_ref().is_none_or(|n| n.1 != a.1) && now.as_ref().is_none_or(|n| n.1 != a.1));
    let items = [now, next, asked]
        .into_iter()
        .flatten()
        .map(|(term, line)| view! { <div><dt>{term}</dt><dd>{line}</dd></div> })
        .collect_view();
    view! { <dl class="lines">{items}</dl> }
}

/// The items of a section of the guide that help with a skill, with why.
pub fn help(guide: &'static Guide, skill: SkillIx, section: &'static str, name: &'static str) -> Option<impl IntoView + use<>> {
    let items = guide
        .helpers(section, skill)
        .map(|item| {
            view! {
                <li>
                    <a href=Page::GuideEntry(section.to_owned(), item.id.to_string()).href()>{item.name.as_str()}</a>
                    <span class="small">" "{item.rationale.as_str()}</span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <h4>{name}" that help"</h4><ul>{items}</ul> })
}
