//! The chapters that come from records, and the short ones among them: the timeline, the stages, and what a level costs.

use super::markup::{Markup, text};
use super::years::band;
use super::{people, skills};
use career_explorer::domain::guide::{Dimension, Guide, Proficiency, SectionRole};
use career_explorer::domain::journey::calibration::promotions;
use career_explorer::domain::plan::Pace;
use career_explorer::ui::words::scale;

/// A chapter that comes from records.
pub struct Chapter {
    /// Its anchor, where no section of the prose gives one.
    pub id: &'static str,
    /// The role of the section that it belongs to, if it belongs to one.
    pub section: Option<SectionRole>,
    /// Its heading, where no section of the prose gives one.
    pub name: &'static str,
    /// Writes what stands under the heading.
    pub write: fn(&mut Markup, &Guide),
}

/// All of them, in the order in which they stand.
pub const ALL: [Chapter; 6] = [
    Chapter { id: "timeline", section: Some(SectionRole::Timeline), name: "The years", write: timeline },
    Chapter { id: "stages", section: None, name: "What to focus on, stage by stage", write: stages },
    Chapter { id: "skills", section: Some(SectionRole::Skills), name: "Skills", write: skills::write },
    Chapter { id: "titles", section: Some(SectionRole::Titles), name: "Titles", write: people::titles },
    Chapter { id: "moves", section: None, name: "Moves between titles", write: people::moves },
    Chapter { id: "effort", section: None, name: "What a level takes", write: effort },
];

fn timeline(page: &mut Markup, guide: &Guide) {
    page.element("p", "", "Two of the three ways in which the guide counts the years are kept as clocks: the phases are the fast one, the levels of the title tables the usual one.");
    page.raw("<h3 id=\"timeline-phases\">The fast clock: phases</h3>\n<dl>\n");
    for phase in &guide.pack().phases {
        let years = band(phase.from, phase.to, phase.to.is_none());
        page.raw(&format!("<dt>{}, {years}</dt>\n<dd>{}</dd>\n", text(&phase.name), text(&phase.text)));
    }
    page.raw("</dl>\n<h3 id=\"timeline-levels\">The usual clock: levels</h3>\n<dl>\n");
    for level in &guide.pack().levels {
        let titles: Vec<String> = guide.titles_of_level(level).map(|t| people::title_link(guide.title(t))).collect();
        let years = if level.from.is_some() { format!(", {}", band(level.from, level.to, level.open)) } else { String::new() };
        page.raw(&format!("<dt>{}{years}</dt>\n<dd>{}</dd>\n", text(&level.name), titles.join(" · ")));
    }
    page.raw("</dl>\n");
}

fn stages(page: &mut Markup, guide: &Guide) {
    page.raw("<p>Which skills a point names is <span class=\"judgement\">our judgement</span>.</p>\n");
    for stage in &guide.pack().stages {
        page.element("h3", &format!("id=\"stage-{}\"", text(stage.id.as_str())), &stage.name);
        page.raw("<ul>\n");
        for point in &stage.focus {
            page.raw(&format!("<li>{} {}</li>\n", text(&point.text), skills::links(guide, &point.skills)));
        }
        page.raw("</ul>\n");
    }
}

fn effort(page: &mut Markup, guide: &Guide) {
    page.raw("<p>Hours of deliberate work, on the job as far as it goes beyond routine and beside it, to reach a level from the one below, and the least calendar time. All of it is <span class=\"judgement\">our judgement</span>, and the planner lets you change the hours.</p>\n<dl>\n");
    for effort in &guide.pack().efforts {
        let name = Proficiency::new(effort.level).map_or("", scale::level);
        let months = if effort.months > 0 { format!(", {} months at least", effort.months) } else { String::new() };
        page.raw(&format!("<dt>{} {name}{months}</dt>\n<dd>", effort.level));
        for dimension in Dimension::ALL {
            let hours = effort.hours(dimension);
            page.raw(&format!(
                "{}: most likely {} hours, from {} if all goes well to {} if little does. ",
                scale::dimension(dimension),
                hours.likely,
                hours.optimistic,
                hours.pessimistic
            ));
        }
        page.raw(&format!("{}</dd>\n", text(&effort.rationale)));
    }
    let pace = Pace::default().hours_per_week;
    page.raw(&format!("</dl>\n<h3 id=\"effort-promotions\">Hours and years</h3>\n<p>What each promotion takes at {pace} hours a week, from all that the title before asks to all that the next one asks, beside the years that people stay before it.</p>\n<ul>\n"));
    for one in promotions(guide) {
        let (from, to) = guide.ends(one.number);
        let (short, long) = guide.dwell(one.number);
        page.raw(&format!(
            "<li>{} to {}: {} steps, {:.0} hours, {:.1} years; stay {short} to {long} years</li>\n",
            people::title_link(guide.title(from)),
            people::title_link(guide.title(to)),
            one.steps,
            one.effort.likely_hours(Pace::default()),
            f64::from(one.takes()) / 365.2425
        ));
    }
    page.raw("</ul>\n");
}
