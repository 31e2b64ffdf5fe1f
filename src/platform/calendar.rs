//! Today's date.

use crate::domain::base::day::Day;
use web_sys::js_sys::Date;

/// Today, by the clock and time zone of the device. A clock out of the calendar's range reads as [`Day::FALLBACK`].
pub fn today() -> Day {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    let (month, day) = (now.get_month() + 1, now.get_date());
    Day::new(year, u8::try_from(month).unwrap_or_default(), u8::try_from(day).unwrap_or_default()).unwrap_or(Day::FALLBACK)
}

/// The time on the device's clock, in milliseconds.
pub fn milliseconds() -> f64 {
    Date::now()
}
