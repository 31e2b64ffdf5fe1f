//! The pace: hours a week and the person's correction of the effort table, and how it fits the route. Knows the state of the app.

use super::plural;
use crate::dom::{El, el, text};
use crate::domain::analysis::Travel;
use crate::domain::guide::Guide;
use crate::domain::journey::fit::{Fit, Timing};
use crate::domain::journey::routes::Leg;
use crate::domain::plan::Pace;
use crate::domain::plan::edit::PlanEdit;
use crate::state::App;
use crate::ui::words::routes as words;
use leptos::prelude::*;

/// What the pace makes of the first leg, and of each later one that takes longer than the route gives it.
pub fn fit_lines(guide: &Guide, now: &Travel) -> Vec<El> {
    let legs = now.fits.iter().zip(&now.followed.legs).enumerate();
    let said = legs.filter(|(place, (fit, _))| *place == 0 || fit.is_longer());
    let line = |(place, (fit, leg)): (usize, (&Fit, &Leg))| {
        let name = if place == 0 { "this leg".to_owned() } else { format!("the leg to {}", guide.title(leg.to).name) };
        text("p", "small fit", fit_words(guide, now, &name, fit))
    };
    said.map(line).collect()
}

fn fit_words(guide: &Guide, now: &Travel, leg: &str, fit: &Fit) -> String {
    let hours_words = |hours: u8| format!("{hours} {} a week", plural(hours.into(), "hour", "hours"));
    let pace = hours_words(now.journey.aim.plan.pace.hours_per_week);
    if fit.takes == 0 {
        return "Nothing is left to build for this leg.".to_owned();
    }
    let gives = match fit.gives {
        (one, other) if one == other => format!("{one} {}", plural(one.into(), "year", "years")),
        (short, long) => format!("{short} to {long} years"),
    };
    match fit.timing {
        Timing::Sooner => {
            format!(
                "At {pace} all of {leg} likely takes {}, which is less than the {gives} that the route gives it.",
                span(fit.takes)
            )
        }
        Timing::Within => format!("At {pace} all of {leg} likely takes {}; the route gives it {gives}.", span(fit.takes)),
        Timing::Longer { hours, instead } => {
            let (_, long) = fit.gives;
            let says = format!("{long} {}", plural(long.into(), "year", "years"));
            let takes = format!("At {pace} {leg} likely takes {}, and the route says {says}", span(fit.takes));
            let more = match hours {
                Some(hours) => format!("{} would do", hours_words(hours)),
                None => "no number of hours makes that up, since levels 3 to 5 take their seasons".to_owned(),
            };
            let other = instead.and_then(|place| now.on_offer.get(place)).map_or_else(
                || "or stay in the title longer".to_owned(),
                |route| format!("or take the route “{}”, which gives each leg its time", words::name(guide, route)),
            );
            format!("{takes}: {more}, {other}.")
        }
    }
}

/// So many days as months or, from a year and a half on, in half years; what is begun counts as whole.
fn span(days: u32) -> String {
    let months = (days * 12).div_ceil(366);
    if months < 18 {
        return format!("{months} {}", plural(months as usize, "month", "months"));
    }
    let halves = months.div_ceil(6);
    format!("{}{} years", halves / 2, if halves % 2 == 1 { "½" } else { "" })
}

/// Two number fields that change the pace at once.
pub fn pace_form(app: App) -> El {
    let pace = move || app.own.plan().with(|p| p.pace);
    let now = move || app.own.plan().with_untracked(|p| p.pace);
    let hours = number(
        "hours",
        "Hours a week, at work and beside it",
        1,
        Pace::MAX_HOURS.into(),
        move || pace().hours_per_week.into(),
        move |hours| {
            let hours_per_week = u8::try_from(hours).unwrap_or(Pace::MAX_HOURS);
            app.own.edit(&PlanEdit::SetPace(Pace { hours_per_week, ..now() }));
            let hours = now().hours_per_week;
            app.live.announce(format!("{hours} {} a week.", plural(hours.into(), "hour", "hours")));
        },
    );
    let effort = number(
        "effort",
        "Effort, % of our estimate",
        Pace::MIN_EFFORT,
        Pace::MAX_EFFORT,
        move || pace().effort_percent,
        move |effort_percent| {
            app.own.edit(&PlanEdit::SetPace(Pace { effort_percent, ..now() }));
            app.live.announce(format!("{} % of the effort.", now().effort_percent));
        },
    );
    let note = "Stretch work on the job counts, as far as it goes beyond routine, and so does what you do beside it.";
    el("fieldset").class("pace").with([text("legend", "", "Your pace"), hours, effort, text("p", "tiny", note)])
}

fn number(
    id: &'static str,
    label: &str,
    min: u16,
    max: u16,
    value: impl Fn() -> u16 + Copy + 'static,
    set: impl Fn(u16) + 'static,
) -> El {
    let version = RwSignal::new(());
    let input = el("input")
        .class("in")
        .attr("id", id)
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", min.to_string())
        .attr("max", max.to_string())
        .value_from(move || {
            version.track();
            value().to_string()
        })
        .on("change", move |event| {
            if let Ok(number) = event.value().trim().parse() {
                set(number);
            }
            // What is no number, or was brought within its limits, gives way to what holds.
            version.set(());
        });
    el("div").class("field").with([text("label", "", label).attr("for", id), input])
}
