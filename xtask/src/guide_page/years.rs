//! Years in words, as the chapters of the static guide have them.

/// A band of years in words: `years 3 to 6`, `years 10 to 15 and more`, `from year 15`.
pub fn band(from: Option<u8>, to: Option<u8>, open: bool) -> String {
    let from = from.unwrap_or(0);
    match to {
        Some(to) if open => format!("years {from} to {to} and more"),
        Some(to) => format!("years {from} to {to}"),
        None => format!("from year {from}"),
    }
}

/// The years spent in a title before a move: `1 year`, `2 years`, `1 to 3 years`.
pub fn dwell((short, long): (u8, u8)) -> String {
    match (short, long) {
        (1, 1) => "1 year".to_owned(),
        _ if short == long => format!("{short} years"),
        _ => format!("{short} to {long} years"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_of_years() {
        assert_eq!(band(Some(3), Some(6), false), "years 3 to 6");
        assert_eq!(band(Some(10), Some(15), true), "years 10 to 15 and more");
        assert_eq!(band(Some(15), None, true), "from year 15");
    }

    #[test]
    fn years_before_a_move() {
        assert_eq!([dwell((1, 1)), dwell((2, 2)), dwell((1, 3))], ["1 year", "2 years", "1 to 3 years"]);
    }
}
