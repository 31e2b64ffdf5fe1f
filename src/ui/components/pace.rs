//! The pace: hours a week and the person's correction of the effort table, and how it fits the route. Knows the state of the app.

use super::take_back::TakeBack;
use crate::chart::spans::{Far, Span, spans};
use crate::dom::signals::*;
use crate::dom::{El, Event, button, el, text};
use crate::domain::analysis::Travel;
use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, Proficiency};
use crate::domain::journey::fit::{Fit, Timing};
use crate::domain::journey::pace::{days, mean_sixths};
use crate::domain::journey::routes::Leg;
use crate::domain::journey::steps::{all_done, effort};
use crate::domain::plan::Pace;
use crate::domain::plan::edit::PlanEdit;
use crate::map::drawing::Node;
use crate::state::{DerivedPlan, Live, use_app};
use crate::ui::charts::drawn::drawn;
use crate::ui::words::dates::month_and_year;
use crate::ui::words::figures::{PERCENT, so_many};
use crate::ui::words::{routes, way as words};

/// Whether one is ready in time: a picture, what follows from it, and where it does not work out, what would mend it.
pub fn ready_in_time(travel: Live<Travel>) -> El {
    let (plan, guide) = (travel.plan, travel.plan.guide);
    let picture = move |width| {
        let chance = Chance::of(guide, &travel.get(), plan.today());
        chance.needed.is_some().then(|| chance.drawn(guide, &travel.get(), plan.today(), width))
    };
    let words = move || Chance::of(guide, &travel.get(), plan.today()).words(guide, &travel.get());
    let mends = move || {
        let now = travel.get();
        let longer: Vec<El> =
            now.fits.iter().zip(&now.followed.legs).filter_map(|(fit, leg)| too_long(guide, &now, fit, leg)).collect();
        let mut parts = longer;
        if !parts.is_empty() {
            parts.push(mends(plan, &now));
        }
        parts
    };
    el("section").class("card in-time").with([
        text("h2", "h-small", if plan.read_only { "Ready in time?" } else { "Can you be ready in time?" }),
        drawn("", picture),
        el("div").class("flow").show(words),
        el("div").class("flow").show(mends),
    ])
}

/// When the skills of the first leg are there, beside when the title can be left.
struct Chance {
    /// The days by which the gate is passed: likely, and late. None where nothing is missing.
    needed: Option<(Day, Day)>,
    /// The days by which everything is there that the title asks.
    all: Option<(Day, Day)>,
    /// The days on which the route moves on: early, and at the usual pace.
    opens: (Day, Day),
    /// The fewest hours a week with which the gate is likely passed within the usual stay.
    least: Option<u8>,
}

impl Chance {
    fn of(guide: &Guide, now: &Travel, today: Day) -> Self {
        let (actions, needed) = (now.actions(guide, today), now.needed(guide, today));
        let gives = now.fits.first().map_or((0, 0), |fit| fit.gives);
        let after = |years: u16| today.plus_days(days(years.into()));
        Self {
            needed: all_done(&needed),
            all: all_done(&actions).filter(|_| actions.len() > needed.len()),
            opens: (after(gives.0), after(gives.1)),
            least: effort(guide, &needed).hours_for(now.journey.aim.plan.pace, gives.1.into()),
        }
    }

    /// What it comes to, in few words.
    fn verdict(&self) -> &'static str {
        match self.needed {
            None => "Ready: what is left is the move itself.",
            Some((likely, _)) if likely <= self.opens.0 => "Yes, before the first chance opens.",
            Some((likely, _)) if likely <= self.opens.1 => "Yes, within the usual time in the title.",
            Some(_) => "Not at this pace.",
        }
    }

    fn words(&self, guide: &Guide, now: &Travel) -> Vec<El> {
        let pace = now.journey.aim.plan.pace.hours_per_week;
        let mut parts = vec![text("p", "strong", self.verdict())];
        if let Some((likely, late)) = self.needed {
            let title = &guide.title(now.leg.to).name;
            let (likely, or_late) = (month_and_year(likely), words::or_late(likely, late));
            let what = match guide.is_onward(now.leg.to) {
                true => format!("At {} all that {title} asks is likely there in ", words::hours_a_week(pace)),
                false => format!("At {} the gate of {title} is likely passed in ", words::hours_a_week(pace)),
            };
            let line = el("p").class("small").text(what).add(text("b", "strong", &likely));
            parts.push(line.text(or_late + "."));
        }
        let gives = now.fits.first().map_or((0, 0), |fit| fit.gives);
        let opens = if gives.0 == 0 { "is open now".to_owned() } else { format!("opens in {}", self.opens.0.year()) };
        let stay = if gives.1 == 0 { String::new() } else { format!("; the route has {} for this move", words::from_to(gives)) };
        parts.push(text("p", "small", format!("The first chance to move {opens}{stay}.")));
        if let Some(least) = self.least.filter(|least| *least > 1 && *least <= pace) {
            parts.push(text(
                "p",
                "small",
                format!("With fewer than {} the skills would come too late.", words::hours_a_week(least)),
            ));
        }
        parts
    }

    fn drawn(&self, guide: &Guide, now: &Travel, today: Day, width: i32) -> Node {
        let until = |day: Day| today.days_until(day);
        let skills = |label: &str, (likely, late): (Day, Day)| Span {
            label: label.to_owned(),
            near: until(likely),
            end: until(late),
            far: Far::Pale,
            class: "chart-have".to_owned(),
        };
        let mut rows = Vec::new();
        let has_gate = !guide.is_onward(now.leg.to);
        rows.extend(self.needed.map(|by| skills(if has_gate { "Ready for the gate" } else { "All that it asks" }, by)));
        rows.extend(self.all.map(|by| skills("All that the title asks", by)));
        let track = guide.track(now.leg.from).map_or_else(|| "track-onward".to_owned(), |track| format!("track-{}", track.id));
        rows.push(Span {
            label: "Years in the title: early, usual".to_owned(),
            near: until(self.opens.0),
            end: until(self.opens.1),
            far: Far::Window,
            class: format!("chart-move {track}"),
        });
        let mut ticks: Vec<(u32, String)> = vec![(0, today.year().to_string())];
        for day in [self.opens.0, self.opens.1] {
            if ticks.iter().all(|(at, _)| *at != until(day)) {
                ticks.push((until(day), day.year().to_string()));
            }
        }
        let name = format!("{} {} to {} for the title", self.verdict(), self.opens.0.year(), self.opens.1.year());
        spans(&rows, &ticks, width, &name)
    }
}

/// What a leg takes, if that is longer than the route gives it.
fn too_long(guide: &Guide, now: &Travel, fit: &Fit, leg: &Leg) -> Option<El> {
    let Timing::Longer { hours, .. } = fit.timing else { return None };
    let pace = now.journey.aim.plan.pace.hours_per_week;
    let (name, takes, (_, usual)) = (&guide.title(leg.to).name, words::span(fit.takes), fit.gives);
    let years = so_many(usual.into(), "year", "years");
    let line =
        format!("At {} everything that {name} asks takes {takes}, and the route has {years} for it", words::hours_a_week(pace));
    let more = match hours {
        Some(hours) => format!(": {} would do.", words::hours_a_week(hours)),
        None => ". No number of hours makes that up, since levels 3 to 5 take their seasons: stay in the title longer.".to_owned(),
    };
    Some(text("p", "small fit", line + &more))
}

/// What mends it, each at one press: the hours that are enough for all legs, or another route that gives each leg its time.
fn mends(plan: DerivedPlan, now: &Travel) -> El {
    let (app, guide) = (use_app(), plan.guide);
    let (mut enough, mut other) = (Some(0), None);
    for fit in &now.fits {
        if let Timing::Longer { hours, instead } = fit.timing {
            (enough, other) = (enough.zip(hours).map(|(one, other): (u8, u8)| one.max(other)), instead);
        }
    }
    let pace = now.journey.aim.plan.pace;
    let more = enough.map(|hours_per_week| {
        let words = format!("Make it {}", words::hours_a_week(hours_per_week));
        button("btn quiet", words, move |_| {
            app.own.edit(&PlanEdit::SetPace(Pace { hours_per_week, ..pace }));
        })
    });
    let other = other.and_then(|place| now.on_offer.get(place)).map(|route| {
        let ids: Vec<_> = route.titles().iter().map(|title| guide.title(*title).id.clone()).collect();
        let (early, usual) = route.arrival().calendar(now.journey.so_far.years, plan.today().year());
        let words = format!("Take “{}”, {}, instead", routes::name(guide, route), words::years(early, usual));
        button("btn quiet", words, move |_| {
            app.own.edit(&PlanEdit::ChooseRoute(ids.clone()));
        })
    });
    let row = el("div").class("row no-print");
    if plan.read_only { row } else { row.maybe(more).maybe(other) }
}

/// The most hours a week on the slider, unless the plan has more.
const SLIDER: u8 = 20;

/// Hours a week as a slider, whose ends say to what day they would lead; and the person's correction of the effort table.
pub fn pace_card(travel: Live<Travel>) -> El {
    let (app, guide, today) = (use_app(), travel.plan.guide, travel.plan.today());
    let undo = TakeBack::new(app);
    let pace = move || travel.get().journey.aim.plan.pace;
    // While the slider is drawn along nothing is edited: the dates follow, and the plan does when it is let go.
    let drawn = RwSignal::new(None::<u8>);
    let hours = move || drawn.get().unwrap_or_else(|| pace().hours_per_week);
    let most = move || if pace().hours_per_week > SLIDER { Pace::MAX_HOURS } else { SLIDER };
    let by = move |hours_per_week| {
        let needed = travel.get().needed(guide, today);
        let by = effort(guide, &needed).dates(Pace { hours_per_week, ..pace() }, today);
        (!needed.is_empty()).then_some(by)
    };
    let said = move || by(hours()).map(words::likely).unwrap_or_default();
    let end = move |hours: u8| match by(hours) {
        Some((likely, _)) => format!("{hours}\u{a0}h: {}", month_and_year(likely)),
        None => format!("{hours}\u{a0}h"),
    };
    let slid = move |event: Event| drawn.set(event.value().parse().ok());
    let let_go = move |event: Event| {
        if let Ok(hours_per_week) = event.value().parse() {
            let made = app.own.edit(&PlanEdit::SetPace(Pace { hours_per_week, ..pace() }));
            drawn.set(None);
            undo.say(made, format!("{}. {}", words::hours_a_week(hours_per_week), said()));
        }
    };
    let slider = el("input")
        .class("slider")
        .attr("type", "range")
        .attr("id", "hours")
        .attr("min", "1")
        .attr_from("max", move || Some(most().to_string()))
        .value_from(move || hours().to_string())
        .attr_from("aria-valuetext", move || Some(format!("{}. {}", words::hours_a_week(hours()), said())))
        .on("input", slid)
        .on("change", let_go);
    let ends = [el("span").text_from(move || end(1)), el("span").text_from(move || end(most()))];
    let effort = number(
        "effort",
        Ok(words::EFFORT),
        (Pace::MIN_EFFORT, Pace::MAX_EFFORT),
        move || pace().effort_percent.to_string(),
        move |percent| {
            let Some(effort_percent) = percent else { return };
            let made = app.own.edit(&PlanEdit::SetPace(Pace { effort_percent, ..pace() }));
            undo.say(made, format!("{}{PERCENT} of the effort. {}", pace().effort_percent, said()));
        },
    );
    let row = move |level: Proficiency| {
        let id = format!("hours-to-{level}");
        let own = number(
            &id,
            Err(words::own_hours(level)),
            (1, Pace::MAX_STEP),
            move || pace().own_hours(level).map(|hours| hours.to_string()).unwrap_or_default(),
            move |hours| {
                let made = app.own.edit(&PlanEdit::SetPace(pace().with_own_hours(level, hours)));
                undo.say(made, format!("{} {}", words::hours_to(level, pace().own_hours(level)), said()));
            },
        );
        el("tr").with([
            text("th", "", words::raise(level)).attr("scope", "row"),
            text("td", "n", words::estimate(estimate(guide, level))),
            el("td").add(own),
        ])
    };
    let heads =
        words::HOURS_HEADS.map(|head| text("th", if head == words::HOURS_HEADS[1] { "n" } else { "" }, head).attr("scope", "col"));
    let levels = Proficiency::all().filter(|level| *level > Proficiency::NONE);
    let table = el("table").class("hours").with([
        text("caption", "", words::HOURS_CAPTION),
        el("thead").add(el("tr").with(heads)),
        el("tbody").with(levels.map(row).collect::<Vec<El>>()),
    ]);
    let back = move || {
        let is_corrected = pace() != pace().uncorrected();
        let back = button("btn quiet", words::BACK_TO_ESTIMATE, move |_| {
            let made = app.own.edit(&PlanEdit::SetPace(pace().uncorrected()));
            undo.say(made, format!("{} {}", words::IS_ESTIMATE, said()));
        });
        is_corrected.then_some(back).into_iter().collect()
    };
    let note = "Stretch work on the job counts as far as it goes beyond routine, and so does what you do beside it.";
    let head = el("div").class("head").with([
        text("label", "h-small", "Hours a week").attr("for", "hours"),
        el("span").class("h-small").attr("aria-hidden", "true").text_from(move || hours().to_string()),
    ]);
    el("section").class("card pace").attr("aria-label", "Pace").with([
        head,
        slider,
        el("div").class("slider-ends tiny").attr("aria-hidden", "true").with(ends),
        el("p").class("small strong").text_from(said),
        undo.place(),
        el("details").class("small").with([
            text("summary", "", "Adjust the estimate"),
            text("p", "", note),
            table,
            effort,
            el("div").show(back),
        ]),
    ])
}

/// Our estimate for a raise to a level, in hours: the least and the most of the four kinds of skill.
fn estimate(guide: &Guide, level: Proficiency) -> (u32, u32) {
    let hours = guide.skills().map(|skill| (mean_sixths(guide, skill, level) + 3) / 6);
    hours.fold((u32::MAX, 0), |(least, most), hours| (least.min(hours), most.max(hours)))
}

/// A field for a number, under its label or with a name that is only heard. What is empty is none.
fn number(
    id: &str,
    name: Result<&str, String>,
    (min, max): (u16, u16),
    value: impl Fn() -> String + 'static,
    set: impl Fn(Option<u16>) + 'static,
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
            value()
        })
        .on("change", move |event| {
            let said = event.value();
            match said.trim().parse() {
                Ok(number) => set(Some(number)),
                // A browser gives nothing for what is no number.
                Err(_) if said.trim().is_empty() => set(None),
                Err(_) => {}
            }
            // What is no number, or was brought within its limits, gives way to what holds.
            version.set(());
        });
    let field = el("div").class("field");
    match name {
        Ok(label) => field.with([text("label", "", label).attr("for", id), input]),
        Err(name) => field.add(input.attr("aria-label", name)),
    }
}
