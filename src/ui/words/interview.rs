//! The interview: what the stories cover, and how far one is with the rest.

use super::figures::so_many;
use super::plural;
use crate::domain::workbench::coverage::{Coverage, Shown};

const NUMBERS: [&str; 13] =
    ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

fn number(count: usize, first: bool) -> String {
    let word = NUMBERS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned());
    if first { word } else { word.to_ascii_lowercase() }
}

/// How many there are of skills with a story at the level asked, with one below it, and with none.
fn counts(coverage: &Coverage) -> (usize, usize, usize) {
    let count = |is: fn(Shown) -> bool| coverage.skills.iter().filter(|row| is(row.best())).count();
    (
        count(|best| matches!(best, Shown::AsAsked(_))),
        count(|best| matches!(best, Shown::Below(_))),
        count(|best| best == Shown::No),
    )
}

/// The finding, as the heading of the page.
pub fn headline(coverage: &Coverage) -> String {
    let stories = coverage.stories.len();
    if stories == 0 {
        return "Which stories will you tell?".to_owned();
    }
    let told = format!("{} {}", number(stories, true), plural(stories, "story", "stories"));
    if coverage.skills.is_empty() {
        return told;
    }
    match counts(coverage).2 {
        0 => format!("{told}, no hole"),
        holes => format!("{told}, {} {}", number(holes, false), plural(holes, "hole", "holes")),
    }
}

/// The same in figures.
pub fn lead(coverage: &Coverage, target: Option<&str>) -> String {
    let Some(target) = target.filter(|_| !coverage.skills.is_empty()) else {
        return "Six to eight stories answer nearly every question. Choose them, see what they leave open, and practise."
            .to_owned();
    };
    let (as_asked, below, holes) = counts(coverage);
    let fillable = coverage.holes().filter(|row| row.in_the_log.is_some()).count();
    let fill = match fillable {
        0 => String::new(),
        n => format!(" {} of the holes can be filled from your log.", number(n, true)),
    };
    format!(
        "Of the {}\u{a0}skills that an interview for {target} turns on, {as_asked} {} a story at the level asked, {below} one below it, and {holes} none.{fill}",
        coverage.skills.len(),
        plural(as_asked, "has", "have"),
    )
}

/// How many more stories there should be.
pub fn more(count: usize) -> String {
    match count {
        0 => String::new(),
        n => format!("{} more would make six.", number(n, true)),
    }
}

/// The timer was stopped.
pub fn stopped(seconds: u32) -> String {
    let length = crate::domain::workbench::interview::minutes(seconds);
    let good = crate::domain::workbench::interview::GOOD;
    let verdict = if seconds < *good.start() {
        "shorter than the two minutes that a story needs"
    } else if seconds > *good.end() {
        "longer than most people listen"
    } else {
        "a good length"
    };
    format!("Stopped at {length}: {verdict}. The time is kept.")
}

/// How many questions to ask were chosen.
pub fn chosen(count: usize) -> String {
    match count {
        0 => "None chosen yet. Three or four are enough for one talk.".to_owned(),
        n => format!("{n} chosen"),
    }
}

/// How many companies there are.
pub fn companies(all: usize, noted: usize) -> String {
    match (all, noted) {
        (0, _) => "None yet. What you find out about one stays here.".to_owned(),
        (all, 0) => format!("{all} on the list"),
        (all, noted) => format!("{all} on the list, notes on {noted}"),
    }
}

/// How much of one's *why* there is.
pub fn why(count: usize) -> String {
    match count {
        0 => "Not written yet. Eighty to a hundred words can be said in a minute.".to_owned(),
        n => so_many(n, "word", "words"),
    }
}

/// Endings of long words before which a narrow column may part them.
const ENDINGS: [&str; 14] = [
    "nication",
    "ability",
    "tecture",
    "ligence",
    "sions",
    "tegic",
    "tional",
    "engineering",
    "ment",
    "lution",
    "mance",
    "ship",
    "curity",
    "tainability",
];

/// A name for a narrow column: its long words may be parted before their endings, and nowhere else.
///
/// ```
/// use career_explorer::ui::words::interview::parted;
///
/// assert_eq!(parted("Communication at work"), "Commu\u{AD}nication at work");
/// ```
pub fn parted(name: &str) -> String {
    let word = |word: &str| {
        let ending = ENDINGS.iter().find(|ending| word.len() >= 9 && word.len() > ending.len() && word.ends_with(**ending));
        match ending.and_then(|ending| word.split_at_checked(word.len() - ending.len())) {
            Some((begin, end)) => [begin, end].join("\u{AD}"),
            None => word.to_owned(),
        }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
