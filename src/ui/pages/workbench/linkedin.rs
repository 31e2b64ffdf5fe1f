//! LinkedIn: a headline of its three ingredients, a summary of its five points, lines of experience, the skills to list, and when to look at
//! all of it again. The texts are fields of the plan; what is listed follows from ratings and evidence.

use super::prepare::tools as tools_nav;
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::base::sorting::sort_by_key;
use crate::domain::page::Page;
use crate::domain::plan::records::List;
use crate::domain::workbench::evidence::{self, Achievement, Use};
use crate::domain::workbench::export::resume::line;
use crate::domain::workbench::linkedin::{HEADLINE, Headline, REFRESHED, Room, SKILLS, SUMMARY, refresh, refreshed, room, skills};
use crate::domain::workbench::when::When;
use crate::state::{App, use_app};
use crate::ui::components::plural;
use crate::ui::components::written::{Kept, copy_button, field};
use crate::ui::words::dates;

/// The records of the texts.
const HEAD: Kept = Kept { list: List::Texts, id: "linkedin-headline" };
pub(super) const ABOUT: Kept = Kept { list: List::Texts, id: "linkedin-summary" };

/// The points of a summary: field, label, what belongs there.
const POINTS: [(&str, &str, &str); 5] = [
    ("value", "What you bring", "What changes in a company when you join it."),
    ("achievements", "What you have done", "Two or three examples, with figures where you may give them."),
    ("philosophy", "How you lead", "Your view of leading engineers."),
    ("passion", "What you care about", "Readers can tell when it is real."),
    ("call", "What you would like to be asked about", "Posts, talks, joint work."),
];

/// What stands between the figures before and after.
const CHANGE: &str = "→";

/// Shows the page.
pub fn show() -> Vec<El> {
    let app = use_app();
    let lead = "Put together what recruiters and peers read before they talk to you. The texts stay in your plan, on this device, and are in no link.";
    vec![
        tools_nav(&Page::LinkedIn),
        heading("LinkedIn"),
        text("p", "lead", lead),
        el("div").class("piled").with([headline(app), summary(app), listing(app), experience(app), again(app)]),
    ]
}

fn card(name: &str) -> El {
    el("section").class("card").add(text("h2", "", name))
}

/// The headline as it is now.
pub(super) fn head_line(app: App) -> String {
    let of = |key| HEAD.text(app, key);
    Headline { role: of("role"), keywords: of("keywords"), proof: of("proof") }.text()
}

fn headline(app: App) -> El {
    let plan = app.own.derived();
    let suggest = move || {
        let names: Vec<&str> = listed(app).into_iter().take(3).collect();
        (HEAD.text(app, "keywords").is_empty() && !names.is_empty()).then(|| names.join(", "))
    };
    let offer = move || {
        suggest()
            .map(|words| {
                let taken = words.clone();
                button("link", format!("Begin with your first skills: {words}"), move |_| {
                    HEAD.write(app, "keywords", &taken, false)
                })
            })
            .into_iter()
            .collect()
    };
    let current = plan.get().current.map_or("", |title| plan.name(title));
    let role_hint = if current.is_empty() {
        "What you are, and what for.".to_owned()
    } else {
        format!("What you are, and what for: {current} for …")
    };
    card("Headline").with([
        field(app, HEAD, "role", "Role and speciality", &role_hint, 1),
        field(app, HEAD, "keywords", "Words that people search for", "Two or three of your industry and your skills.", 1),
        el("div").show(offer),
        field(app, HEAD, "proof", "An achievement", "Or what sets you apart, with a figure if there is one.", 1),
        result("headline", HEADLINE, move || head_line(app)),
        copy_button(app, "headline", move || fitting(head_line(app), HEADLINE)),
    ])
}

/// The summary as it is now: its points, a paragraph each.
pub(super) fn about(app: App) -> String {
    let points = POINTS.map(|(key, ..)| ABOUT.text(app, key).trim().to_owned());
    points.into_iter().filter(|point| !point.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn summary(app: App) -> El {
    let fields = POINTS.map(|(key, label, hint)| field(app, ABOUT, key, label, hint, 3));
    card("Summary")
        .with(fields)
        .with([result("summary", SUMMARY, move || about(app)), copy_button(app, "summary", move || fitting(about(app), SUMMARY))])
}

/// A text that fits; what is too long is not copied, since the site would cut it.
fn fitting(text: String, most: usize) -> String {
    match room(&text, most) {
        Room::Left(_) => text,
        Room::Over(_) => String::new(),
    }
}

/// What has come together, and how much room is left.
fn result(what: &'static str, most: usize, text_now: impl Fn() -> String + Copy + 'static) -> El {
    let count = move || {
        let now = text_now();
        match room(&now, most) {
            Room::Left(left) => vec![text("p", "small", format!("{} of {most} characters.", most - left))],
            Room::Over(over) => vec![text(
                "p",
                "error",
                format!("{over} too many: the {what} takes {most} characters. Shorten it before you copy it."),
            )],
        }
    };
    let shown = move || {
        let now = text_now();
        if now.is_empty() { "What you write comes together here.".to_owned() } else { now }
    };
    el("div").class("result").with([el("p").text_from(shown), el("div").attr("role", "status").show(count)])
}

/// The names of the skills to list, in their order.
pub(super) fn listed(app: App) -> Vec<&'static str> {
    let now = app.own.derived().get();
    let Some(aim) = now.stage.aim() else { return Vec::new() };
    skills(app.guide, &aim.gaps).skills.into_iter().map(|skill| app.guide.skill(skill).short.as_str()).collect()
}

fn listing(app: App) -> El {
    let list = move || {
        let now = app.own.derived().get();
        let Some(aim) = now.stage.aim() else {
            return vec![
                el("p")
                    .text("Which skills to list depends on where you want to go. ")
                    .add(link(Page::Home.href(), "Choose a destination")),
            ];
        };
        let all = skills(app.guide, &aim.gaps);
        let target = &app.guide.title(aim.target).name;
        let lines: Vec<El> = all.skills.iter().map(|skill| text("li", "", &app.guide.skill(*skill).name)).collect();
        let count = lines.len();
        let mut said = vec![text(
            "p",
            "small",
            format!("For {target}: what you are rated 2 or more in, by what it brings there, technical and leading skills mixed."),
        )];
        if count == 0 {
            said.push(el("p").text("None yet. ").add(link(Page::Assess.href(), "Rate your skills")));
        } else {
            said.push(el("ol").class("listed").with(lines));
        }
        if all.short > 0 && count > 0 {
            let words = format!(
                "{count} {}, and {} to {} are usual: rate more, or raise what is at 1.",
                plural(count, "skill", "skills"),
                SKILLS.start(),
                SKILLS.end()
            );
            said.push(text("p", "small", words));
        }
        said
    };
    card("Skills to list")
        .add(el("div").class("flow").show(list))
        .add(copy_button(app, "list of skills", move || listed(app).join(", ")))
}

/// A line for each achievement that was chosen for a use, the latest first; for each of the log where none was.
pub(super) fn lines(app: App, usage: Use) -> Vec<String> {
    dated_lines(app, usage).into_iter().map(|(_, line)| line).collect()
}

/// The same lines, each with when it was.
pub(super) fn dated_lines(app: App, usage: Use) -> Vec<(When, String)> {
    app.own.plan().with(|plan| {
        let log = evidence::log(&plan.records.of(List::Evidence));
        let mut all: Vec<&Achievement> = log.values().collect();
        if all.iter().any(|one| one.uses.contains(&usage)) {
            all.retain(|one| one.uses.contains(&usage));
        }
        sort_by_key(&mut all, |one| one.when.latest_first());
        all.into_iter().map(|one| (one.when, line(one, CHANGE))).collect()
    })
}

fn experience(app: App) -> El {
    let list = move || {
        let lines = lines(app, Use::LinkedIn);
        if lines.is_empty() {
            return vec![
                el("p")
                    .text("They come from your log of evidence, each with its figure. ")
                    .add(link(Page::Evidence.href(), "Note what you have done")),
            ];
        }
        vec![el("ul").class("lines-out").with(lines.iter().map(|line| text("li", "", line)).collect::<Vec<_>>())]
    };
    let copied = move || lines(app, Use::LinkedIn).iter().map(|line| format!("• {line}")).collect::<Vec<_>>().join("\n");
    card("Lines of experience").add(el("div").class("flow").show(list)).add(copy_button(app, "lines of experience", copied))
}

fn again(app: App) -> El {
    let today = app.own.derived().today();
    let words = move || match app.own.plan().with(refreshed) {
        None => "Look at it again every three to six months, and whenever something is done. Note the day, and Home reminds you."
            .to_owned(),
        Some(day) => {
            let (from, to) = refresh(day);
            let late = if to < today { " That is past." } else { "" };
            format!("Refreshed on {}. The next time is between {} and {}.{late}", dates::day(day), dates::day(from), dates::day(to))
        }
    };
    let note = button("btn quiet", "I have refreshed it today", move |_| {
        Kept { list: List::Settings, id: REFRESHED.0 }.write(app, REFRESHED.1, &today.to_string(), false)
    });
    card("When to look again").add(el("p").text_from(words)).add(note)
}
