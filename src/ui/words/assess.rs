//! What one reads while rating: the verdict on a rating, how far one is, when it is enough, and what a round decides.

use super::figures::{out_of, so_many};
use crate::domain::guide::Proficiency;
use crate::domain::standing::enough::{BLOCKING, Certain, Enough, Round, WITHIN_POINTS};
use crate::domain::standing::gap::Gap;
use crate::domain::standing::gate::Verdict;

/// The numbers from [`BLOCKING`] on, at the start of a sentence.
const NUMBERS: [&str; 10] = ["Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

/// Behind the words of the button that adds evidence, for a rating that asks for it and has none.
pub const UNSHOWN: &str = ": none yet";

/// Levels short, as the end of a sentence.
pub fn outcome(short: u8) -> String {
    match short {
        0 => "as asked".to_owned(),
        1 => "one short".to_owned(),
        2 => "two short".to_owned(),
        3 => "three short".to_owned(),
        4 => "four short".to_owned(),
        _ => "five short".to_owned(),
    }
}

/// The verdict on a rating, as `Problem-solving 3: one short`; nothing while the skill is unrated.
pub fn verdict(short_name: &str, gap: &Gap) -> Option<String> {
    let (rated, short) = (gap.rated?, gap.levels()?);
    Some(format!("{short_name} {rated}: {}", outcome(short)))
}

/// The verdict on a rating, and which skill follows, for those who don't see it.
pub fn verdict_and_next(verdict: &str, next: &str) -> String {
    format!("{verdict}. Next: {next}.")
}

/// The same on the skill that is shown, with what is asked, as `One short. You 3, asked 4.`
pub fn verdict_here(gap: &Gap) -> Option<(String, String)> {
    let (rated, short) = (gap.rated?, gap.levels()?);
    let mut first = outcome(short);
    if let Some(head) = first.get_mut(..1) {
        head.make_ascii_uppercase();
    }
    Some((format!("{first}."), format!("You {rated}, asked {}.", gap.required)))
}

/// How many of the skills are rated.
pub fn progress(rated: usize, all: usize) -> String {
    format!("{} rated", out_of(rated, all))
}

/// Before the figure of readiness, or of what is covered of a related path.
pub fn share_of(has_gate: bool, title: &str) -> String {
    format!("{} for {title}", if has_gate { "Ready" } else { "Covered" })
}

/// The heading once the ratings are enough: what holds whatever the rest turns out to be.
pub fn enough_heading(certain: &Certain, enough: Enough, target: &str) -> String {
    match (enough, certain.verdict()) {
        (_, Some(Verdict::Met)) => format!("You are ready for {target}"),
        (_, Some(Verdict::NotMet)) if certain.blocking.len() >= BLOCKING => {
            let count = certain.blocking.len();
            match NUMBERS.get(count - BLOCKING) {
                Some(number) => format!("{number} gaps stand out already"),
                None => format!("{count} gaps stand out already"),
            }
        }
        _ => format!("Your readiness is known within {WITHIN_POINTS}\u{a0}points"),
    }
}

/// What follows from it: what is certain, and that one may stop.
pub fn enough_lead(certain: &Certain, unrated: usize) -> String {
    let rest = match unrated {
        0 => String::new(),
        1 => ", whatever the last skill is".to_owned(),
        n => format!(", whatever the other {n} are"),
    };
    let holds = match certain.verdict() {
        Some(Verdict::Met) => format!("Its gate is passed{rest}."),
        Some(Verdict::NotMet) if certain.blocking.len() > 1 => format!("Each keeps the gate shut{rest}."),
        Some(Verdict::NotMet) => format!("The gate stays shut{rest}."),
        Some(Verdict::Open) => "Whether the gate is passed is still open.".to_owned(),
        None => "A related path has no gate; this is how much of it your skills cover.".to_owned(),
    };
    format!("{holds} You can stop here; more ratings narrow the range.")
}

/// What a round decides, as `Rate 5: 39 to 20 points`.
pub fn round(round: &Round) -> String {
    let (count, before, after) = (round.skills.len(), round.before.points(), round.after.points());
    format!("Rate {count}: {before} to {}", so_many(after as usize, "point", "points"))
}

/// The button that takes the last rating back, for those who don't see what stands beside it.
pub fn undo(short_name: &str) -> String {
    format!("Undo {short_name}")
}

/// That a rating was taken back: the one before it counts again, if there was one.
pub fn taken_back(short_name: &str, before: Option<Proficiency>) -> String {
    match before {
        Some(before) => format!("{short_name} is {before} again."),
        None => format!("{short_name} is unrated again."),
    }
}
