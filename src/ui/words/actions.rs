//! Actions by quarter: quarters, how full they are, and why something is proposed.

use super::{figures, plural, scale};
use crate::domain::guide::{Guide, Proficiency, SectionRole, SkillIx};
use crate::domain::workbench::actions::{Column, Proposal, Source};
use crate::domain::workbench::quarter::Quarter;
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
        None => format!("{taken} {} planned", plural(taken as usize, "hour", "hours")),
        Some(room) => {
            let verdict = match (taken, room) {
                (0, _) => "",
                (taken, room) if taken > room => return format!("{taken} of {room} hours: {} too many", taken - room),
                (taken, room) if taken * 10 >= room * 9 => ": full",
                _ => "",
            };
            format!("{taken} of {room} hours{verdict}")
        }
    }
}

/// A step: `Communication 2 → 3`.
pub fn step(guide: &Guide, skill: SkillIx, level: Proficiency) -> String {
    format!("{} {} → {level}", guide.skill(skill).short, level.get().saturating_sub(1))
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
        "For {}, {name}: {gate}. The step adds {adds} points and takes about {} hours.",
        step(guide, skill, level),
        proposal.hours
    )
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
            assert_eq!(fill(&column(done, open, room)), words);
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
