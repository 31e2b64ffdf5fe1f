//! Charts as trees of elements, worked out for the width that they get: nothing is scaled, so text keeps its size at every width.
//!
//! Pure and native. May import: `map` for the drawn elements and the width of texts. Absent on purpose: the guide, the plan and all
//! words. A chart gets values, labels and its accessible name from the page that shows it, and gives a picture.
//!
//! One small set of marks serves all of them, and [`marks`] alone draws it: ink is what the person has, the hatch is what is missing, a
//! pale end is a range, a small filled dot is what is asked, a ring is the person.

pub mod dots;
pub mod label;
pub mod marks;
pub mod raters;
pub mod ready;
pub mod road;
pub mod spans;
pub mod strip;
pub mod timeline;
pub mod trend;
pub mod ways;
