//! The way there: arrival, legs, and whether one is ready in time.

use super::dates::month_and_year;
use super::figures::{so_many, with_unit};
use super::{lower, scale};
use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, Proficiency};
use crate::domain::journey::promotion::Raise;
use crate::domain::journey::routes::Leg;

/// The years of arrival as a sentence.
pub fn arrival(early: i32, usual: i32) -> String {
    if early == usual {
        format!("{early}, whether each move comes early or at the usual pace.")
    } else {
        format!("{early} if each move comes early, {usual} at the usual pace.")
    }
}

/// A span of years, as `2030–2034`, or one year.
pub fn years(from: i32, to: i32) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

/// The same for a narrow column: `2030–34`.
pub fn years_short(from: i32, to: i32) -> String {
    if from == to {
        from.to_string()
    } else if from / 100 == to / 100 {
        format!("{from}–{:02}", to % 100)
    } else {
        format!("{from}–{to}")
    }
}

/// When something is done: `Likely January 2027`, and the late month where that is another one.
pub fn likely((likely, late): (Day, Day)) -> String {
    format!("Likely {}{}", month_and_year(likely), or_late(likely, late))
}

/// What follows a likely month: the late one, where that is another.
pub fn or_late(likely: Day, late: Day) -> String {
    let (likely, late) = (month_and_year(likely), month_and_year(late));
    if likely == late { String::new() } else { format!(", or {late} if it goes slowly") }
}

/// A title in the few letters that a chart has room for; its full name stands beside the chart.
pub fn short_title(name: &str) -> String {
    match name.split_once(" of Engineering") {
        Some((rank, "")) => rank.to_owned(),
        _ => name.replace("Engineering ", "Eng. "),
    }
}

/// What the biggest jump of a route is.
pub const JUMP: &str =
    "The biggest jump is the move that asks for most at once; a step in a skill that matters more counts for more.";

/// The jump of one move, as `27 steps, to Director`.
pub fn jump(guide: &Guide, leg: &Leg) -> String {
    let steps = leg.raises.iter().map(Raise::levels).sum::<u32>() as usize;
    format!("{}, to {}", so_many(steps, "step", "steps"), short_title(&guide.title(leg.to).name))
}

/// Someone with a title, at the start of a sentence: `An Engineering Manager`.
pub fn someone(title: &str) -> String {
    let article = if title.starts_with(['A', 'E', 'I', 'O', 'U']) { "An" } else { "A" };
    format!("{article} {title}")
}

/// Some hours a week.
pub fn hours_a_week(hours: u8) -> String {
    format!("{} a week", so_many(hours.into(), "hour", "hours"))
}

/// The person's correction of all that we estimate.
pub const EFFORT: &str = "Where you give no hours: % of our estimate";
/// Above the table of hours by level.
pub const HOURS_CAPTION: &str = "Hours for one skill to go up one level";
/// Over the columns of that table.
pub const HOURS_HEADS: [&str; 3] = ["Level", "Our estimate", "Yours"];
/// The button that takes back every correction.
pub const BACK_TO_ESTIMATE: &str = "Back to our estimate";
/// What it did.
pub const IS_ESTIMATE: &str = "Our estimate holds for every level.";

/// A raise by one level: `2 → 3 proficient`.
pub fn raise(level: Proficiency) -> String {
    format!("{} → {level} {}", level.get().saturating_sub(1), lower(scale::level(level)))
}

/// The field for one's own hours.
pub fn own_hours(level: Proficiency) -> String {
    format!("Your hours to reach level {level}, {}", lower(scale::level(level)))
}

/// What holds for a level now.
pub fn hours_to(level: Proficiency, hours: Option<u16>) -> String {
    match hours {
        Some(hours) => format!("{} to reach level {level}.", so_many(hours.into(), "hour", "hours")),
        None => format!("Our estimate holds for level {level}."),
    }
}

/// An estimate by kind of skill: `10–22 h`.
pub fn estimate((least, most): (u32, u32)) -> String {
    with_unit(&if least == most { most.to_string() } else { format!("{least}–{most}") }, "h")
}

/// What it takes to be ready, as `12 steps in 9 skills`.
pub fn steps_in_skills(steps: usize, skills: usize) -> String {
    format!("{} in {}", so_many(steps, "step", "steps"), so_many(skills, "skill", "skills"))
}

/// So many days as months or, from a year and a half on, in half years; what is begun counts as whole.
pub fn span(days: u32) -> String {
    let months = (days * 12).div_ceil(366);
    if months < 18 {
        return so_many(months as usize, "month", "months");
    }
    let halves = months.div_ceil(6);
    format!("{}{}\u{a0}years", halves / 2, if halves % 2 == 1 { "½" } else { "" })
}

/// From so many years to so many: `2 to 4 years`.
pub fn from_to((short, long): (u16, u16)) -> String {
    if short == long {
        so_many(long.into(), "year", "years")
    } else {
        format!("{short} to {}", so_many(long.into(), "year", "years"))
    }
}

/// Names in a row, the last one with an `and`; beyond `most` of them the rest is counted.
pub fn listed(names: &[String], most: usize) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        _ if names.len() > most => format!("{} and {} more", names[..most].join(", "), names.len() - most),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::figures::plain;
    use super::*;

    #[test]
    fn years_and_months_read_well() {
        assert_eq!(arrival(2032, 2036), "2032 if each move comes early, 2036 at the usual pace.");
        assert_eq!((years(2030, 2034), years(2030, 2030)), ("2030–2034".into(), "2030".into()));
        assert_eq!((years_short(2030, 2034), years_short(2098, 2103)), ("2030–34".into(), "2098–2103".into()));
        let day = |text| Day::parse(text).expect("a day");
        assert_eq!(likely((day("2027-01-03"), day("2027-01-30"))), "Likely January 2027");
        assert_eq!(likely((day("2027-01-03"), day("2027-02-01"))), "Likely January 2027, or February 2027 if it goes slowly");
        for (days, words) in [(1, "1 month"), (400, "14 months"), (550, "2 years"), (800, "2½ years"), (1096, "3 years")] {
            assert_eq!(plain(&span(days)), words);
        }
        assert_eq!((plain(&from_to((2, 4))), plain(&from_to((1, 1)))), ("2 to 4 years".into(), "1 year".into()));
    }

    #[test]
    fn titles_in_charts_are_short_and_stay_apart() {
        let guide = crate::content::guide().expect("the guide");
        let mut short: Vec<String> = guide.titles().map(|title| short_title(&guide.title(title).name)).collect();
        assert!(short.contains(&"Director".to_owned()) && short.contains(&"Senior Eng. Manager".to_owned()));
        short.sort();
        short.dedup();
        assert_eq!(short.len(), guide.titles().len());
    }

    #[test]
    fn lists_end_with_an_and() {
        let names = |count: usize| (0..count).map(|n| n.to_string()).collect::<Vec<_>>();
        for (count, words) in [(0, ""), (1, "0"), (2, "0 and 1"), (4, "0, 1, 2 and 3"), (7, "0, 1, 2, 3 and 3 more")] {
            assert_eq!(listed(&names(count), 4), words);
        }
        assert_eq!(plain(&steps_in_skills(12, 9)), "12 steps in 9 skills");
        assert_eq!(plain(&steps_in_skills(1, 1)), "1 step in 1 skill");
        assert_eq!((plain(&hours_a_week(1)), plain(&hours_a_week(6))), ("1 hour a week".into(), "6 hours a week".into()));
    }
}
