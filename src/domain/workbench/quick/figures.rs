//! Figures with their units, and what they say of a change.

use super::Note;
use super::tokens::{Kind, Token};
use crate::domain::workbench::metric::{Amount, Metric};
use crate::domain::workbench::text::stems;

/// How many words may stand between the figure before and the one after: `from 40 minutes on average to 12`.
const BETWEEN: usize = 4;

/// A figure as it stands in a line.
#[derive(Clone)]
struct Figure {
    amount: Amount,
    /// How many times a unit one stands for: 1,000 for `k`. Already in the amount.
    scale: i64,
    unit: String,
    /// Where what follows it begins.
    next: usize,
}

/// The metric of a line, if it states one plainly.
pub fn metric(tokens: &[Token]) -> Result<Option<Metric>, Note> {
    let places = 0..tokens.len();
    if let Some((from, to)) = places.clone().find_map(|place| change(tokens, place)) {
        return joined(from, to).map(Some);
    }
    let is = |place: usize, word: &str| tokens[place].word() == Some(word);
    if let Some(by) = places.clone().filter(|p| is(*p, "by")).find_map(|p| figure(tokens, p + 1, true)) {
        return Ok(Some(Metric::By { by: by.amount, unit: by.unit }));
    }
    let reached = places.clone().filter(|p| is(*p, "to")).find_map(|p| figure(tokens, p + 1, false)).filter(|f| !f.unit.is_empty());
    let alone = || {
        let begins = |place: &usize| *place == 0 || !matches!(tokens[*place - 1].kind, Kind::Currency(_));
        let mut figures = places.filter(begins).filter_map(|p| figure(tokens, p, false));
        figures.find(|f| f.unit.starts_with(['%', '€', '$', '£', '¥', '₹', '₽', '₩', '₺']))
    };
    Ok(reached.or_else(alone).map(|to| Metric::Reached { to: to.amount, unit: to.unit }))
}

/// A figure before and one after, beginning at a place.
fn change(tokens: &[Token], place: usize) -> Option<(Figure, Figure)> {
    match tokens[place].word() {
        Some("from") => {
            let from = figure(tokens, place + 1, true)?;
            // A few words may stand between, no punctuation.
            let leads = (from.next..tokens.len().min(from.next + BETWEEN + 1)).take_while(|p| tokens[*p].kind != Kind::Stop);
            let to = leads.filter(|p| leads_on(tokens, *p)).find_map(|p| figure(tokens, p + 1, true))?;
            Some((from, to))
        }
        Some("to") => {
            let to = figure(tokens, place + 1, true)?;
            let from = (tokens.get(to.next)?.word() == Some("from")).then(|| figure(tokens, to.next + 1, true))??;
            Some((from, to))
        }
        _ => {
            let from = figure(tokens, place, false)?;
            let to = leads_on(tokens, from.next).then(|| figure(tokens, from.next + 1, false))??;
            Some((from, to))
        }
    }
}

fn leads_on(tokens: &[Token], place: usize) -> bool {
    tokens.get(place).is_some_and(|t| t.kind == Kind::Arrow || t.word() == Some("to"))
}

fn joined(mut from: Figure, to: Figure) -> Result<Metric, Note> {
    if from.scale == 1 && to.scale > 1 && from.unit.is_empty() {
        // `from 9 to 12 million`
        from.amount = from.amount.times(to.scale).unwrap_or(from.amount);
    }
    let unit = match (from.unit.is_empty(), to.unit.is_empty()) {
        (true, _) => to.unit,
        (_, true) => from.unit,
        // `from $1m to $0.8m a month`
        _ if same_unit(&from.unit, &to.unit) || to.unit.starts_with(&format!("{} ", from.unit)) => to.unit,
        _ if from.unit.starts_with(&format!("{} ", to.unit)) => from.unit,
        _ => return Err(Note::UnitsDiffer),
    };
    Ok(Metric::Change { from: from.amount, to: to.amount, unit })
}

/// The figure at a place with its unit. `words` says whether it may be a number word: only where something leads to a figure.
fn figure(tokens: &[Token], place: usize, words: bool) -> Option<Figure> {
    let (currency, place) = match tokens.get(place)?.kind {
        Kind::Currency(sign) => (Some(sign), place + 1),
        _ => (None, place),
    };
    let token = tokens.get(place)?;
    let (amount, mut next) = match &token.kind {
        Kind::Number(text) => (number(text)?, place + 1),
        Kind::Word(word) if words => (Amount::whole(number_word(word)?)?, place + 1),
        _ => return None,
    };
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let attached = tokens.get(next).is_some_and(|t| t.start == token.end);
    let scale = match word(next) {
        Some("k") if attached => 1_000,
        Some("m" | "mn") if attached && currency.is_some() => 1_000_000,
        Some("b" | "bn") if attached && currency.is_some() => 1_000_000_000,
        Some("thousand") => 1_000,
        Some("million" | "mio") => 1_000_000,
        Some("billion") => 1_000_000_000,
        _ => 1,
    };
    next += usize::from(scale > 1);
    let mut unit = currency.map(String::from).unwrap_or_default();
    if unit.is_empty() {
        match tokens.get(next).map(|t| &t.kind) {
            Some(Kind::Currency(sign)) => {
                unit.push(*sign);
                next += 1;
            }
            Some(Kind::Word(w)) if matches!(w.as_str(), "%" | "percent") => {
                unit.push('%');
                next += 1;
            }
            Some(Kind::Word(w)) if w == "per" && word(next + 1) == Some("cent") => {
                unit.push('%');
                next += 2;
            }
            Some(Kind::Word(w)) if is_unit(w) => {
                unit.push_str(w);
                next += 1;
            }
            _ => {}
        }
    }
    // `hours a week`, `€ per month`
    if let (Some(link @ ("a" | "an" | "per" | "each" | "every")), Some(period)) = (word(next), word(next + 1))
        && is_period(period)
    {
        if !unit.is_empty() {
            unit.push(' ');
        }
        unit.push_str(link);
        unit.push(' ');
        unit.push_str(period);
        next += 2;
    }
    Some(Figure { amount: amount.times(scale)?, scale, unit, next })
}

/// A number with its separators, as English writes them. `None` where they make no number, as in `1.2.3` or `1,2,3`.
fn number(text: &str) -> Option<Amount> {
    let plain: String = text.chars().map(|c| if matches!(c, '.' | ',') || c.is_ascii_digit() { c } else { ' ' }).collect();
    let grouped = |text: &str, sign: char| {
        let mut groups = text.split(sign);
        groups.next().is_some_and(|g| (1..=3).contains(&g.len())) && groups.all(|g| g.len() == 3)
    };
    let without = |text: &str, sign: char| text.replace(sign, "");
    if plain.contains(' ') {
        return grouped(&plain, ' ').then(|| Amount::parse(&without(&plain, ' ')))?;
    }
    match (plain.matches(',').count(), plain.matches('.').count()) {
        (0, 0 | 1) => Amount::parse(&plain),
        (1, 0) if grouped(&plain, ',') && !plain.starts_with('0') => Amount::parse(&without(&plain, ',')),
        // 12,5 as most of Europe writes it
        (1, 0) => Amount::parse(&plain.replace(',', ".")),
        (_, 0) if grouped(&plain, ',') => Amount::parse(&without(&plain, ',')),
        (0, _) if grouped(&plain, '.') => Amount::parse(&without(&plain, '.')),
        (commas, 1) => {
            let (whole, behind) = plain.split_once(['.'])?;
            if commas == 1 && whole.len() <= 3 && behind.contains(',') {
                // 1.234,5
                let (thousands, cents) = behind.split_once(',')?;
                return (thousands.len() == 3).then(|| Amount::parse(&format!("{whole}{thousands}.{cents}")))?;
            }
            (grouped(whole, ',') && !behind.contains(',')).then(|| Amount::parse(&format!("{}.{behind}", without(whole, ','))))?
        }
        _ => None,
    }
}

fn number_word(word: &str) -> Option<i64> {
    const WORDS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.iter().position(|w| *w == word).and_then(|n| i64::try_from(n).ok())
}

/// Whether a word behind a number is what it counts.
fn is_unit(word: &str) -> bool {
    const NONE: [&str; 42] = [
        "to", "from", "by", "in", "on", "at", "of", "for", "and", "or", "with", "over", "across", "after", "within", "while",
        "since", "until", "as", "the", "a", "an", "than", "then", "when", "per", "each", "every", "we", "i", "is", "are", "was",
        "were", "up", "down", "that", "which", "all", "only", "just", "straight",
    ];
    word.chars().all(char::is_alphabetic) && !NONE.contains(&word)
}

fn is_period(word: &str) -> bool {
    matches!(
        word,
        "second"
            | "minute"
            | "hour"
            | "day"
            | "night"
            | "week"
            | "sprint"
            | "month"
            | "quarter"
            | "year"
            | "release"
            | "team"
            | "person"
            | "user"
    )
}

fn same_unit(one: &str, other: &str) -> bool {
    let plain = |unit: &str| {
        let whole = |word: String| match word.as_str() {
            "min" | "mins" => "minut".to_owned(),
            "h" | "hr" | "hrs" => "hour".to_owned(),
            "s" | "sec" | "secs" => "second".to_owned(),
            "d" => "day".to_owned(),
            "an" | "per" | "each" | "everi" => "a".to_owned(),
            _ => word,
        };
        stems(unit).into_iter().map(whole).collect::<Vec<_>>()
    };
    // A sign alone has no stem.
    one == other || (plain(one) == plain(other) && !plain(one).is_empty())
}
