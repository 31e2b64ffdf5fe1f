//! What one reads on the page of pay and balance.

use super::dates;
use crate::domain::workbench::balance::Trend;
use crate::domain::workbench::pay::{ABOVE_BASE, Base, MAX_BASE, PayError, total};

/// A figure with its thousands apart, and the currency that was typed.
pub fn amount(units: u64, currency: &str) -> String {
    let digits = units.to_string();
    let mut words = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push('\u{202f}');
        }
        words.push(digit);
    }
    if currency.is_empty() { words } else { format!("{words} {currency}") }
}

/// The range of the total.
pub fn range(base: &Base) -> String {
    let (least, most) = total(base);
    format!("{} to {}", amount(least, ""), amount(most, &base.currency))
}

/// What the range is made of.
pub fn made_of(base: &Base) -> String {
    let (least, most) = ABOVE_BASE;
    format!("{} and {least} to {most}\u{a0}% more, for bonus and equity.", amount(base.units, &base.currency))
}

/// What is wrong with what was typed.
pub fn error(error: PayError) -> String {
    match error {
        PayError::NoFigure => "There is no figure in this. Type the base alone, as 90,000 or 90k.".to_owned(),
        PayError::Unclear => "This can be read as more than one figure. Type the base alone, as 90,000 or 90k.".to_owned(),
        PayError::NotPositive => "A base is more than 0.".to_owned(),
        PayError::TooLarge => format!("A base is at most {}.", amount(MAX_BASE, "")),
    }
}

/// A mean of answers, as `3.3`.
pub fn mean(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What the check-ins come to.
pub fn trend(trend: &Trend) -> String {
    match trend {
        Trend::First(one) => {
            format!("{} of 5 on {}. The next check-in shows which way it goes.", mean(one.mean()), dates::day(one.day))
        }
        Trend::Since { before, last, is_low } => {
            let way = match last.mean().cmp(&before.mean()) {
                std::cmp::Ordering::Greater => "up from",
                std::cmp::Ordering::Equal => "the same as",
                std::cmp::Ordering::Less => "down from",
            };
            let (now, then) = (mean(last.mean()), mean(before.mean()));
            let words = format!("{now} of 5 on {}, {way} {then} on {}.", dates::day(last.day), dates::day(before.day));
            if *is_low {
                words + " Two low ones in a row: adopt one more strategy, or talk to someone about the load."
            } else {
                words
            }
        }
    }
}

/// The questions of a check-in, in the model's order.
pub const QUESTIONS: [&str; 3] =
    ["I stop work when I mean to", "I have hours without meetings", "I could keep up this pace for a year"];

/// What the ends and the middle of an answer's scale mean.
pub const SCALE: &str = "1 hardly, 3 partly, 5 fully";

/// How many strategies were adopted.
pub fn adopted(count: usize, all: usize) -> String {
    format!("{count}\u{a0}of\u{a0}{all} adopted")
}
