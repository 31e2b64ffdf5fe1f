//! Actions by quarter: quarters, how full they are, and why something is proposed.

use super::way::hours_a_week;
use super::{dates, figures, plural, scale};
use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, Proficiency, SectionRole, SkillIx};
use crate::domain::standing::readiness::Readiness;
use crate::domain::workbench::actions::{Column, Proposal, Source};
use crate::domain::workbench::export::calendar::{Event, Repeat};
use crate::domain::workbench::look_back::{Choice, Moved};
use crate::domain::workbench::quarter::Quarter;
use crate::domain::workbench::reminders::Reminder;
use std::num::NonZeroU32;

/// As `Q4 2026`; `Later` where there is none.
pub fn quarter(quarter: Option<Quarter>) -> String {
    match quarter {
        Some(quarter) => format!("Q{} {}", quarter.number(), quarter.year()),
        None => "Later".to_owned(),
    }
}

/// How many hours of a quarter are taken, and whether that is too much.
pub fn fill(column: &Column) -> String {
    let taken = column.open_hours + column.done_hours;
    match column.room {
        None => format!("{} planned", figures::so_many(taken as usize, "hour", "hours")),
        Some(room) => {
            let verdict = match (taken, room) {
                (0, _) => "",
                (taken, room) if taken > room => {
                    return format!("{taken}\u{a0}of\u{a0}{room}\u{a0}hours: {} too many", taken - room);
                }
                (taken, room) if taken * 10 >= room * 9 => ": full",
                _ => "",
            };
            format!("{taken}\u{a0}of\u{a0}{room}\u{a0}hours{verdict}")
        }
    }
}

/// A step: `Communication 2 → 3`.
pub fn step(guide: &Guide, skill: SkillIx, level: Proficiency) -> String {
    format!("{} {} → {level}", guide.skill(skill).short, level.get().saturating_sub(1))
}

/// How much there is to do, and what has room.
pub fn to_do(open: usize, hours: u8) -> String {
    let what = match open {
        0 => "Nothing is planned and open.".to_owned(),
        n => format!("{n} {} to do.", plural(n, "action", "actions")),
    };
    format!("{what} At {} a quarter holds {}.", hours_a_week(hours), u32::from(hours) * 13)
}

/// The page's sentence about the present quarter and the next one.
pub fn headline(board: &[Column]) -> String {
    let state = |column: &Column| {
        let taken = column.open_hours + column.done_hours;
        let room = column.room.unwrap_or(0);
        match () {
            () if column.tasks.is_empty() => None,
            () if taken > room => Some("overfull"),
            () if taken * 10 >= room * 9 => Some("full"),
            () => Some("has room"),
        }
    };
    let says = |state: &'static str| if state == "has room" { state.to_owned() } else { format!("is {state}") };
    match (board.first().and_then(state), board.get(1).and_then(state)) {
        (None, _) => "What will you do this quarter?".to_owned(),
        (Some(now), None) => format!("This quarter {}", says(now)),
        (Some(now), Some(next)) if now == next => {
            format!("This quarter and the next: both {}", if now == "has room" { "have room" } else { now })
        }
        (Some(now), Some(next)) => format!("This quarter {}, the next one {}", says(now), says(next)),
    }
}

/// Where a proposal is from.
pub const fn source(source: Source) -> &'static str {
    match source {
        Source::Section(SectionRole::Goals) => "Goal",
        Source::Section(SectionRole::Certifications) => "Certification",
        Source::Section(SectionRole::Tools) => "Tool",
        Source::Section(_) => "Way",
        Source::Reading => "To read",
    }
}

/// Why it is proposed, and what it adds.
pub fn because(guide: &Guide, proposal: &Proposal) -> String {
    let (skill, level) = (proposal.skill, proposal.level);
    let gate = if proposal.needed { "the gate needs it" } else { "beyond the gate" };
    let adds = NonZeroU32::new(proposal.adds.1).map(|asked| figures::points(proposal.adds.0, asked)).unwrap_or_default();
    let name = scale::level(level).to_ascii_lowercase();
    format!(
        "For {}, {name}: {gate}. The step adds {adds}\u{a0}points and takes about {}\u{a0}hours.",
        step(guide, skill, level),
        proposal.hours
    )
}

/// The heading of a review.
pub fn review_title(of: Quarter) -> String {
    format!("What moved in {}?", quarter(Some(of)))
}

/// What a review is, below it.
pub const REVIEW_LEAD: &str = "Four looks, ten minutes. At the end your plan is kept as it is, so that you see later what changed.";

/// A quarter that can be reviewed, as one chooses it.
pub fn review_choice(choice: &Choice, today: Day) -> String {
    let name = quarter(Some(choice.quarter));
    match choice {
        Choice { is_due: true, .. } => format!("{name}, due"),
        Choice { reviewed: Some(_), .. } => format!("{name}, reviewed"),
        _ if choice.quarter == Quarter::of(today) => format!("{name}, the present one"),
        _ => name,
    }
}

/// What is to be said of the quarter that was chosen.
pub fn review_state(choice: Choice, today: Day) -> String {
    match choice {
        Choice { reviewed: Some(day), .. } => {
            format!("You reviewed it on {}. A second review stands beside the first.", dates::day(day))
        }
        Choice { is_due: true, quarter, .. } if quarter.last_day() < today => {
            format!("Its review is due since {}.", dates::day(quarter.last_day()))
        }
        Choice { is_due: true, quarter, .. } => format!("Its review is due by {}.", dates::day(quarter.last_day())),
        Choice { quarter, .. } if quarter.last_day() >= today => {
            format!("It is under way until {}.", dates::day(quarter.last_day()))
        }
        _ => String::new(),
    }
}

/// What was done in a quarter, under three headings.
pub const DONE_ACTIONS: &str = "Actions";
/// Level steps.
pub const DONE_STEPS: &str = "Levels reached";
/// Entries of the log.
pub const DONE_ENTRIES: &str = "From your log of evidence";
/// There is none of it.
pub const NOTHING_DONE: &str = "Nothing is ticked off and nothing is logged in that quarter.";
/// The link to the log.
pub const NOTE_MORE: &str = "Note what is missing here";
/// A skill that an action was for, without an entry of the log.
pub const NO_EVIDENCE: &str = "Nothing in your log of that quarter shows it.";

/// The level that an entry shows, behind it.
pub fn shows(level: Proficiency) -> String {
    format!(" shows level {level}")
}

/// An action that was done.
pub fn action_done(what: &str) -> String {
    format!("Done: {what}")
}

/// Where a skill stands, beside the evidence for it.
pub fn rating_now(moved: &Moved) -> String {
    match (moved.rated, moved.evidence.first()) {
        (Some(rated), Some((_, _, level))) if *level > rated => format!("Rated {rated}; your evidence shows {level}."),
        (Some(rated), _) => format!("Rated {rated}, {}.", scale::level(rated).to_ascii_lowercase()),
        (None, _) => "Not rated yet.".to_owned(),
    }
}

/// The link that leads to rating.
pub const fn rate_again(rated: Option<Proficiency>) -> &'static str {
    if rated.is_some() { "Rate it again" } else { "Rate it" }
}

/// The same with the skill, for who only hears it.
pub fn rate_skill(name: &str, rated: Option<Proficiency>) -> String {
    format!("{}: {name}", rate_again(rated))
}

/// How far the actions for a goal are.
pub fn of_goal(done: usize, all: usize) -> String {
    match all {
        0 => "No action is for this goal yet".to_owned(),
        all => format!("{done}\u{a0}of\u{a0}{all} {} done", plural(all, "action", "actions")),
    }
}

/// What the line of readiness shows.
pub fn readiness_over_time(since: Day, was: Readiness, now: Readiness) -> String {
    format!("Readiness for your destination: {} on {}, {} now", figures::readiness(was), dates::day(since), figures::readiness(now))
}

/// Reminders as the events of a calendar. What each is called begins alike, so that one finds them among others.
pub fn events(guide: &Guide, reminders: &[Reminder]) -> Vec<Event> {
    let every = |months: u8| Some(Repeat { months, times: None });
    let named = |id: &str, day: Day, what: String| Event { remind_hours: Some(24), ..Event::new(id, day, what) };
    let event = |reminder: &Reminder| match reminder {
        Reminder::Review(day) => Event {
            repeat: every(3),
            description: "What was done, what moved, what comes next: Career Explorer, Plan, Review.".to_owned(),
            ..named("review", *day, "Career plan: quarterly review".to_owned())
        },
        Reminder::Profile(day, months) => Event {
            repeat: every(*months),
            description: "Add what you have done since, and read headline and summary once more.".to_owned(),
            ..named("linkedin", *day, "Career plan: refresh LinkedIn".to_owned())
        },
        Reminder::FirstDays(days, title, day) => {
            let ask = match days {
                30 => "Whom have you listened to, and what did you learn that you did not expect?",
                60 => "What have you decided, and what has come of the first thing that you changed?",
                _ => "What is different because you are there? Note it in your log of evidence.",
            };
            let record = guide.title_by_id(title).map(|title| guide.title(title));
            let name = record.map_or(title.as_str(), |record| record.name.as_str());
            let to_do =
                record.and_then(|record| record.first_days.get(usize::from(*days) / 30 - 1)).filter(|line| !line.is_empty());
            let about = to_do.map_or_else(String::new, |line| format!("{line}\n"));
            let what = format!("Career plan: {days} days as {name}");
            Event { description: about + ask, ..named(&format!("first-days-{}", days / 30), *day, what) }
        }
        Reminder::Goal(id, what, day) => {
            Event { remind_hours: Some(7 * 24), ..named(&format!("goal-{id}"), *day, format!("Career plan: goal “{what}”")) }
        }
        Reminder::Actions(of, actions) => {
            let what = format!("Career plan: {} ends, {} open", quarter(Some(*of)), actions.len());
            Event { description: actions.join("\n"), ..named(&format!("actions-{of}"), of.last_day(), what) }
        }
        Reminder::Step(skill, level, day) => {
            let record = guide.skill(*skill);
            let what = format!("Career plan: {} at level {level}, likely by now", record.short);
            named(&format!("step-{}-{level}", record.id), *day, what)
        }
    };
    reminders.iter().map(event).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(done_hours: u32, open_hours: u32, room: Option<u32>) -> Column {
        let task = crate::domain::workbench::actions::Task { what: "x".into(), ..Default::default() };
        let id = crate::domain::plan::records::RecordId::new("x").expect("an id");
        Column { quarter: Quarter::parse("2026-q4"), tasks: vec![(id, task)], open_hours, done_hours, room }
    }

    #[test]
    fn quarters_say_how_full_they_are() {
        assert_eq!((quarter(Quarter::parse("2026-q4")), quarter(None)), ("Q4 2026".into(), "Later".into()));
        for (done, open, room, words) in [
            (0, 0, Some(52), "0 of 52 hours"),
            (20, 10, Some(52), "30 of 52 hours"),
            (42, 8, Some(52), "50 of 52 hours: full"),
            (52, 6, Some(52), "58 of 52 hours: 6 too many"),
            (0, 1, None, "1 hour planned"),
        ] {
            assert_eq!(figures::plain(&fill(&column(done, open, room))), words);
        }
    }

    #[test]
    fn the_headline_is_a_sentence() {
        let (room, full, over) = (column(0, 5, Some(52)), column(0, 50, Some(52)), column(0, 60, Some(52)));
        let empty = Column { tasks: Vec::new(), ..room.clone() };
        for (now, next, words) in [
            (&empty, &full, "What will you do this quarter?"),
            (&room, &empty, "This quarter has room"),
            (&full, &over, "This quarter is full, the next one is overfull"),
            (&room, &room, "This quarter and the next: both have room"),
            (&full, &full, "This quarter and the next: both full"),
        ] {
            assert_eq!(headline(&[now.clone(), next.clone()]), words);
        }
    }
}
