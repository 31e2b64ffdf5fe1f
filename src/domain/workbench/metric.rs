//! What was measured: a figure before and after, a change, or what was reached, with its unit. Figures are exact decimals.

use crate::domain::plan::records::Record;
use std::fmt;

/// An exact decimal figure of up to fifteen digits before the point and four behind it. Written `1200`, `99.95`, `-3`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    ten_thousandths: i64,
}

impl Amount {
    const ONE: i64 = 10_000;
    const DIGITS: usize = 14;

    /// A whole number; `None` beyond the range.
    pub fn whole(number: i64) -> Option<Self> {
        number.checked_mul(Self::ONE).filter(|n| n.unsigned_abs() < 10u64.pow(18)).map(|ten_thousandths| Self { ten_thousandths })
    }

    /// Reads digits with at most one point, and a minus in front. `None` for anything else, and for more digits than it holds.
    ///
    /// ```
    /// use career_explorer::domain::workbench::metric::Amount;
    ///
    /// assert_eq!(Amount::parse("99.950").map(|amount| amount.to_string()).as_deref(), Some("99.95"));
    /// assert_eq!(Amount::parse("1.2.3"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = text.strip_prefix(['-', '−']).map_or((false, text), |rest| (true, rest));
        let (before, behind) = digits.split_once('.').unwrap_or((digits, "0"));
        let sound = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if !sound(before, Self::DIGITS) || !sound(behind, 18) || behind.trim_end_matches('0').len() > 4 {
            return None;
        }
        let behind = format!("{:0<4}", behind.trim_end_matches('0'));
        let value = before.parse::<i64>().ok()? * Self::ONE + behind.parse::<i64>().ok()?;
        Some(Self { ten_thousandths: if negative { -value } else { value } })
    }

    /// So many times it; `None` beyond the range.
    pub fn times(self, factor: i64) -> Option<Self> {
        let ten_thousandths = self.ten_thousandths.checked_mul(factor)?;
        (ten_thousandths.unsigned_abs() < 10u64.pow(18)).then_some(Self { ten_thousandths })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.ten_thousandths.unsigned_abs() / 10_000, self.ten_thousandths.unsigned_abs() % 10_000);
        let sign = if self.ten_thousandths < 0 { "-" } else { "" };
        if rest == 0 {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{}", format!("{rest:04}").trim_end_matches('0'))
        }
    }
}

// The fields of a record, by name.
const FROM: &str = "from";
const TO: &str = "to";
const BY: &str = "by";
const UNIT: &str = "unit";

/// What was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Metric {
    /// A figure before and after.
    Change {
        /// Before.
        from: Amount,
        /// After.
        to: Amount,
        /// The unit of both; empty for a mere number.
        unit: String,
    },
    /// By how much it changed.
    By {
        /// The change.
        by: Amount,
        /// Its unit.
        unit: String,
    },
    /// What was reached, without a figure before.
    Reached {
        /// The figure.
        to: Amount,
        /// Its unit.
        unit: String,
    },
}

impl Metric {
    /// What a record says was measured, if it does.
    pub(super) fn of(record: &Record) -> Option<Self> {
        let amount = |key: &str| Amount::parse(record.text(key));
        let unit = record.text(UNIT).to_owned();
        match (amount(FROM), amount(TO), amount(BY)) {
            (Some(from), Some(to), _) => Some(Self::Change { from, to, unit }),
            (None, Some(to), _) => Some(Self::Reached { to, unit }),
            (_, None, Some(by)) => Some(Self::By { by, unit }),
            _ => None,
        }
    }

    /// A record with this metric, or without one.
    pub(super) fn put(metric: Option<&Self>, record: Record) -> Record {
        let (from, to, by) = match metric {
            None => (None, None, None),
            Some(Self::Change { from, to, .. }) => (Some(from), Some(to), None),
            Some(Self::By { by, .. }) => (None, None, Some(by)),
            Some(Self::Reached { to, .. }) => (None, Some(to), None),
        };
        let text = |amount: Option<&Amount>| amount.map(ToString::to_string).unwrap_or_default();
        let unit = metric.map_or("", Self::unit);
        record.with_text(FROM, &text(from)).with_text(TO, &text(to)).with_text(BY, &text(by)).with_text(UNIT, unit)
    }

    /// Where a figure lies between 0 and the larger of the two, in thousandths, before and after: for a picture. `None` without two figures
    /// of 0 or more.
    pub fn places(&self) -> Option<(u32, u32)> {
        let Self::Change { from, to, .. } = self else { return None };
        let (from, to) = (from.ten_thousandths, to.ten_thousandths);
        let most = i128::from(from.max(to));
        let place = |amount: i64| u32::try_from(i128::from(amount) * 1_000 / most).ok();
        (from >= 0 && to >= 0 && most > 0).then(|| Some((place(from)?, place(to)?)))?
    }

    /// The unit; empty for a mere number.
    pub fn unit(&self) -> &str {
        match self {
            Self::Change { unit, .. } | Self::By { unit, .. } | Self::Reached { unit, .. } => unit,
        }
    }

    /// The change of a figure in percent of what it was before, rounded to the nearest: −70 for 40 → 12. `None` where there is no figure
    /// before, or it was 0 or less.
    ///
    /// ```
    /// use career_explorer::domain::workbench::metric::{Amount, Metric};
    ///
    /// let (from, to) = (Amount::whole(40).unwrap(), Amount::whole(12).unwrap());
    /// assert_eq!(Metric::Change { from, to, unit: "minutes".into() }.change_percent(), Some(-70));
    /// ```
    pub fn change_percent(&self) -> Option<i64> {
        let Self::Change { from, to, .. } = self else { return None };
        let (from, to) = (i128::from(from.ten_thousandths), i128::from(to.ten_thousandths));
        (from > 0).then(|| i64::try_from(((to - from) * 200 + from).div_euclid(from * 2)).ok())?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact() {
        for (text, written) in [
            ("40", "40"),
            ("99.950", "99.95"),
            ("-3", "-3"),
            ("−0.5", "-0.5"),
            ("007", "7"),
            ("12345678901234.5678", "12345678901234.5678"),
        ] {
            let amount = Amount::parse(text).unwrap();
            assert_eq!(amount.to_string(), written);
            assert_eq!(Amount::parse(&amount.to_string()), Some(amount));
        }
        for bad in ["", ".", "1.", ".5", "1,000", "1e3", "+1", "--1", "123456789012345", "0.00001", "٣"] {
            assert_eq!(Amount::parse(bad), None, "{bad}");
        }
        assert_eq!(Amount::parse("1.2").unwrap().times(1_000_000).unwrap().to_string(), "1200000");
        assert_eq!(Amount::whole(99_999_999_999_999).unwrap().times(10), None);
        assert_eq!(Amount::whole(i64::MAX), None);
    }

    #[test]
    fn a_change_in_percent_is_rounded_to_the_nearest() {
        let change = |from: &str, to: &str| {
            let (from, to) = (Amount::parse(from).unwrap(), Amount::parse(to).unwrap());
            Metric::Change { from, to, unit: String::new() }.change_percent()
        };
        assert_eq!(change("40", "12"), Some(-70));
        assert_eq!(change("3", "4"), Some(33));
        assert_eq!(change("3", "1"), Some(-67));
        assert_eq!(change("0", "4"), None);
        // 10^14 ÷ 10^−4 are 10^18, and times 100 too many for the type: it has no answer rather than a wrong one.
        assert_eq!(change("0.0001", "99999999999999"), None);
        assert_eq!(Metric::By { by: Amount::default(), unit: "%".into() }.change_percent(), None);
    }
}
