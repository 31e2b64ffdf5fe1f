//! Total pay as a range, from a base that somebody types. No salary figure is in it: the guide gives none.

/// By how much the total often exceeds the base, in percent, least and most. The guide's section on pay says so, above all of technology
/// companies that grow fast; a change there belongs here too, and a test holds the two together.
pub const ABOVE_BASE: (u64, u64) = (30, 50);
/// The largest base that is read.
pub const MAX_BASE: u64 = 1_000_000_000_000;

/// A base salary: whole units of a currency, and the currency as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// Whole units, 1 to [`MAX_BASE`]; the fraction is dropped.
    pub units: u64,
    /// What stood around the figure, as `€` or `CHF`; may be empty.
    pub currency: String,
}

/// Why a text is no base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayError {
    /// There is no figure in it.
    NoFigure,
    /// It has more than one figure, or a figure whose separators make no number.
    Unclear,
    /// It is 0 or below.
    NotPositive,
    /// It is larger than [`MAX_BASE`].
    TooLarge,
}

/// The total that often comes of a base: least and most, in whole units, rounded to the nearest.
pub fn total(base: &Base) -> (u64, u64) {
    let above = |percent: u64| (base.units * (100 + percent) + 50) / 100;
    (above(ABOVE_BASE.0), above(ABOVE_BASE.1))
}

/// Reads `120000`, `€120,000`, `120.000 EUR`, `120 000`, `120k`, `1.2m`.
///
/// ```
/// use career_explorer::domain::workbench::pay::{PayError, read, total};
///
/// let base = read("€ 90,000").unwrap();
/// assert_eq!((base.units, total(&base)), (90_000, (117_000, 135_000)));
/// assert_eq!(read("a lot"), Err(PayError::NoFigure));
/// ```
///
/// # Errors
/// When the text is not one positive figure.
pub fn read(text: &str) -> Result<Base, PayError> {
    let text = text.trim();
    let start = text.find(|c: char| c.is_ascii_digit()).ok_or(PayError::NoFigure)?;
    let separates = |c: char| matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '_');
    let end = text[start..].find(|c: char| !c.is_ascii_digit() && !separates(c)).map_or(text.len(), |end| start + end);
    let (before, figure, behind) = (text[..start].trim(), text[start..end].trim_end_matches(separates), text[end..].trim());
    if before.ends_with(['-', '−', '–']) {
        return Err(PayError::NotPositive);
    }
    if behind.contains(|c: char| c.is_ascii_digit()) {
        return Err(PayError::Unclear);
    }
    let (scale, rest) = [("k", 1_000u64), ("K", 1_000), ("m", 1_000_000), ("M", 1_000_000)]
        .iter()
        .find_map(|(sign, scale)| Some((*scale, behind.strip_prefix(sign).filter(|rest| !rest.starts_with(char::is_alphabetic))?)))
        .unwrap_or((1, behind));
    let (whole, fraction) = parts(figure).ok_or(PayError::Unclear)?;
    let scaled = |digits: &str, per: u64| digits.parse::<u64>().ok().and_then(|n| n.checked_mul(per));
    let units = scaled(&whole, scale).ok_or(PayError::TooLarge)?;
    // 1.25k: as many decimals as the scale has noughts count.
    let mut more = 0;
    for (place, digit) in (1u32..).zip(fraction.bytes()) {
        more += u64::from(digit - b'0') * (scale / 10u64.saturating_pow(place).max(1));
    }
    let units = units.checked_add(more).ok_or(PayError::TooLarge)?;
    match units {
        0 => Err(PayError::NotPositive),
        1..=MAX_BASE => {
            let around = [before, rest.trim()].into_iter().filter(|part| !part.is_empty());
            Ok(Base { units, currency: around.collect::<Vec<_>>().join(" ") })
        }
        _ => Err(PayError::TooLarge),
    }
}

/// A figure as the digits before and behind its decimal sign. What parts groups of three is no decimal sign; `120,5` and `120.50` have
/// one. `None` where the separators make no number.
fn parts(figure: &str) -> Option<(String, String)> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let groups: Vec<&str> = figure.split(|c: char| !c.is_ascii_digit()).collect();
    let signs: Vec<char> = figure.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return None };
    let decimal = match signs[..] {
        [] => false,
        [.., sign] if matches!(sign, '.' | ',') => last.len() != 3 || (signs.len() > 1 && signs[0] != sign),
        _ => false,
    };
    let whole_groups = if decimal { &groups[..groups.len() - 1] } else { &groups[..] };
    let grouped = whole_groups.len() == 1 || ((1..=3).contains(&first.len()) && whole_groups[1..].iter().all(|g| g.len() == 3));
    let signs = &signs[..whole_groups.len() - 1];
    let alike = signs.windows(2).all(|pair| pair[0] == pair[1]);
    (grouped && alike && !groups.contains(&""))
        .then(|| (digits(&whole_groups.concat()), if decimal { (*last).to_owned() } else { String::new() }))
}
