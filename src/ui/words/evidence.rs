//! The log of evidence: dates as people say them, what was measured, what was read from a line, and what keeps an entry from being kept.

use super::dates;
use crate::domain::guide::Proficiency;
use crate::domain::workbench::evidence::{Fault, Field, Use};
use crate::domain::workbench::metric::Metric;
use crate::domain::workbench::quick::Note;
use crate::domain::workbench::when::{Unit, When};

/// A date: `18 November 2026`, `March 2026` or `2026`.
pub fn when(when: When) -> String {
    let first = when.first();
    match when.unit() {
        Unit::Day => dates::day(first),
        Unit::Month => dates::month_and_year(first),
        Unit::Year => first.year().to_string(),
    }
}

/// A date beside its year: `18 Nov`, `Mar`, or nothing.
pub fn when_in_year(when: When) -> String {
    let first = when.first();
    let month: String = dates::month_and_year(first).chars().take(3).collect();
    match when.unit() {
        Unit::Day => format!("{} {month}", first.day_of_month()),
        Unit::Month => month,
        Unit::Year => String::new(),
    }
}

/// What was measured: the figure before with its arrow, where there is one, then what counts, then the unit.
pub fn measured(metric: &Metric) -> (String, String, String) {
    let unit = metric.unit();
    // A sign stands at its figure, a currency before it.
    let figure = |amount: &dyn std::fmt::Display| match unit {
        "€" | "$" | "£" | "¥" | "₹" => format!("{unit}{amount}"),
        "%" => format!("{amount} %"),
        _ => amount.to_string(),
    };
    let rest = if matches!(unit, "€" | "$" | "£" | "¥" | "₹" | "%") { String::new() } else { unit.to_owned() };
    match metric {
        Metric::Change { from, to, .. } => {
            // A sign behind a figure does for both, one before it does not.
            let before = if unit == "%" { from.to_string() } else { figure(from) };
            (format!("{before} → "), figure(to), rest)
        }
        Metric::By { by, .. } => ("by ".to_owned(), figure(by), rest),
        Metric::Reached { to, .. } => (String::new(), figure(to), rest),
    }
}

/// The same in one text.
pub fn measured_in_one(metric: &Metric) -> String {
    let (before, figure, unit) = measured(metric);
    let blank = if unit.is_empty() { "" } else { " " };
    format!("{before}{figure}{blank}{unit}")
}

/// What to look at in a line that was read.
pub const fn note(note: Note) -> &'static str {
    match note {
        Note::NoSuchDay => "The calendar has no such day. The date was not read.",
        Note::AmbiguousDate => "Is that day first or month first? Write the month as a word. The date was not read.",
        Note::InFuture => "That date is still to come.",
        Note::SeveralDates => "There are several dates. The last one was taken.",
        Note::UnitsDiffer => "The two figures have different units. They were not read.",
    }
}

/// What keeps an entry from being kept.
pub fn fault(fault: Fault) -> String {
    match fault {
        Fault::NoLine => "Say in one line what you did.".to_owned(),
        Fault::TooMuch { field: Field::Skills, most, .. } => format!("An entry can show {most}\u{a0}skills at most."),
        Fault::TooMuch { field, has, most } => {
            let name = match field {
                Field::Line => "The line",
                Field::Situation => "The situation",
                Field::Task => "The task",
                Field::Action => "The action",
                Field::Result => "The result",
                Field::Unit | Field::Skills => "The unit",
            };
            format!("{name} has {has} characters, and {most} are the most. It is not saved yet.")
        }
        Fault::Full => "The log holds 500 entries, which is the most. Delete one that you no longer need.".to_owned(),
    }
}

/// What an entry is taken for.
pub const fn usage(usage: Use) -> &'static str {
    match usage {
        Use::Brief => "brief",
        Use::LinkedIn => "LinkedIn",
        Use::Resume => "résumé",
    }
}

/// How far the log stands behind one's ratings.
pub fn summary(entries: usize, backed: usize, rated: usize) -> String {
    if entries == 0 {
        return "Nothing noted yet. What you note here stands behind your ratings, and your stories and lines come from it."
            .to_owned();
    }
    let achievements = super::plural(entries, "achievement stands", "achievements stand");
    let ratings = if rated == 0 {
        "none of your skills is rated yet".to_owned()
    } else {
        format!("{backed} of your {rated} {}", super::plural(rated, "rating", "ratings"))
    };
    if rated == 0 {
        return format!("{entries} {} noted; {ratings}.", super::plural(entries, "achievement", "achievements"));
    }
    format!("{entries} {achievements} behind {ratings}. Your stories and lines come from here.")
}

/// What a rating without evidence is marked with, where one rates and in the gap.
pub const NOTHING_BEHIND: &str = "nothing behind it yet";

/// The same as a sentence of its own, with what the entries show.
pub fn nothing_behind(rated: Proficiency, shows: Proficiency) -> String {
    if shows == Proficiency::NONE {
        format!("Rated {rated}, and nothing behind it yet.")
    } else {
        format!("Rated {rated}; your entries show {shows}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::workbench::metric::Amount;

    #[test]
    fn dates_and_figures_read_as_people_say_them() {
        for (text, long, short) in [
            ("2026-11-18", "18 November 2026", "18 Nov"),
            ("2026-03", "March 2026", "Mar"),
            ("2026", "2026", ""),
            ("2028-02-29", "29 February 2028", "29 Feb"),
        ] {
            let day = When::parse(text).expect("a date");
            assert_eq!((when(day).as_str(), when_in_year(day).as_str()), (long, short));
        }
        let amount = |text| Amount::parse(text).expect("a figure");
        for (metric, words) in [
            (Metric::Change { from: amount("40"), to: amount("12"), unit: "minutes".into() }, "40 → 12 minutes"),
            (Metric::Change { from: amount("60"), to: amount("25"), unit: "%".into() }, "60 → 25 %"),
            (Metric::Change { from: amount("31"), to: amount("19.5"), unit: "€".into() }, "€31 → €19.5"),
            (Metric::By { by: amount("1200"), unit: "€".into() }, "by €1200"),
            (Metric::Reached { to: amount("3"), unit: String::new() }, "3"),
        ] {
            assert_eq!(measured_in_one(&metric), words);
        }
    }
}
