//! The shapes of a drawn map: plain values in whole CSS px, to be drawn 1:1 in the order of their fields. Which colours, fonts and
//! gestures they get is for the component that draws them.

use super::geometry::{Point, Rect};
use super::text::{Slot, Text, Weight};
use crate::domain::guide::TitleIx;

/// Size of a station's label in the horizontal form, in px, at weight 500, or 650 where it is a part of the route.
pub const LABEL_SIZE: i32 = 13;
/// Size of a station's label in the vertical form, in px.
pub const ROW_LABEL_SIZE: i32 = 14;
/// Size of a band's name, in px, at weight 600.
pub const BAND_SIZE: i32 = 13;
/// Size of a band's years, in px, at weight 400.
pub const YEARS_SIZE: i32 = 12;
/// Size of a flag's text, in px, at weight 600 to 700.
pub const FLAG_SIZE: i32 = 12;
/// Width of a track's line, in px.
pub const LINE_WIDTH: i32 = 7;

/// What a person has chosen, as far as the map shows it. Every part may be empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Journey<'a> {
    /// The titles of the chosen route, first to last; each follows the one before it by a move of the guide. Titles of the
    /// route that no move joins are marked, but no line is drawn between them.
    pub route: &'a [TitleIx],
    /// Where the person is, and the text of the flag there.
    pub here: Option<(TitleIx, &'a str)>,
    /// Where the person wants to go, and the text of the flag there. No flag stands where `here` has one already.
    pub destination: Option<(TitleIx, &'a str)>,
}

impl<'a> Journey<'a> {
    /// Where flags stand, and their texts: here, then the destination.
    pub fn ends(&self) -> impl Iterator<Item = (TitleIx, &'a str)> + use<'a> {
        let destination = self.destination.filter(|(there, _)| self.here.is_none_or(|(here, _)| here != *there));
        self.here.into_iter().chain(destination)
    }
}

/// Which way seniority runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub enum Form {
    /// To the right; tracks one below the other.
    Horizontal,
    /// Upwards; tracks as rails at the left, one row per title.
    Vertical,
}

/// The whole drawing. All lengths are CSS px; the origin is at the top left. Draw the fields in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapLayout {
    /// Which form it has.
    pub form: Form,
    /// Width of the drawing: the width asked for, or more where the guide does not fit into it.
    pub width: i32,
    /// Height of the drawing.
    pub height: i32,
    /// One band per level that has titles, the most junior first.
    pub bands: Vec<Band>,
    /// Track lines, then changes of track, then branches to related paths.
    pub lines: Vec<Line>,
    /// The chosen route, to be drawn over the lines and under the stations.
    pub route: Option<RoutePath>,
    /// One station per title, in reading order: by level, then by track, then along it; in the vertical form from top to
    /// bottom. The order of the keyboard follows it.
    pub stations: Vec<Station>,
    /// The flags, over everything else.
    pub flags: Vec<Flag>,
}

/// The area of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The place of the level among the guide's levels.
    pub level: usize,
    /// Whether it is one of the darker bands, every other one.
    pub shaded: bool,
    /// Its area, header included.
    pub area: Rect,
    /// Its name, in the header.
    pub name: Text,
    /// Where its years stand in the header. None for levels without years.
    pub years: Option<Slot>,
    /// The rule below the header (the vertical form has one), from left to right.
    pub rule: Option<(Point, Point)>,
}

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub enum LineKind {
    /// A track, or the arm of one: its titles lie on it.
    Track,
    /// A change of track.
    Change,
    /// A branch to a related path, drawn dotted.
    Onward,
}

/// A line to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it stands for.
    pub kind: LineKind,
    /// The track whose colour it has: its own, or the one it leads to. None for onward branches.
    pub track: Option<usize>,
    /// Its corners, before they are rounded.
    pub points: Vec<Point>,
    /// The `d` of an SVG path with the corners rounded.
    pub d: String,
    /// The numbers of the moves that it carries; see [`Guide::ends`].
    pub moves: Vec<usize>,
    /// The titles that lie on it, in the order of its points.
    pub titles: Vec<TitleIx>,
}

/// A title's part in the chosen route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// None.
    Off,
    /// The route passes it.
    On,
    /// It is where the person is or wants to go: a filled end.
    End,
}

impl Part {
    /// The part of a title in a journey.
    pub(super) fn of(title: TitleIx, journey: &Journey) -> Self {
        let is = |end: Option<(TitleIx, &str)>| end.is_some_and(|(other, _)| other == title);
        if is(journey.here) || is(journey.destination) {
            Self::End
        } else if journey.route.contains(&title) {
            Self::On
        } else {
            Self::Off
        }
    }

    /// The weight of its name.
    pub(super) const fn weight(self) -> Weight {
        match self {
            Self::Off => Weight::Medium,
            Self::On | Self::End => Weight::Bold,
        }
    }
}

/// A title on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// The title.
    pub title: TitleIx,
    /// Its track, by its place among the guide's tracks; none for related paths.
    pub track: Option<usize>,
    /// Its part in the chosen route.
    pub part: Part,
    /// The centre of its circle.
    pub centre: Point,
    /// The radius of its circle, to the middle of the stroke.
    pub radius: i32,
    /// Its name, in one or two lines.
    pub label: Vec<Text>,
    /// The area of all lines of its label.
    pub label_area: Rect,
    /// An area around circle and label for pointers and the focus ring. Areas of two stations may touch, and near ones may overlap.
    pub target: Rect,
}

/// The chosen route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutePath {
    /// The `d` of the whole, for the halo.
    pub halo: String,
    /// Its parts, one per run of moves on one track.
    pub legs: Vec<Leg>,
}

/// A run of moves of the route in one colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The track whose colour it has; none towards a related path.
    pub track: Option<usize>,
    /// The numbers of its moves, in order.
    pub moves: Vec<usize>,
    /// Its corners, before they are rounded.
    pub points: Vec<Point>,
    /// The `d` of an SVG path.
    pub d: String,
}

/// A move to a station or on from it, as it is drawn while the station is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LitWay {
    /// The number of the move.
    pub number: usize,
    /// The track to which it leads; none towards a related path.
    pub track: Option<usize>,
    /// The `d` of an SVG path.
    pub d: String,
    /// Where its years stand: half way along it.
    pub middle: Point,
}

/// What a flag says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagKind {
    /// Where the person is.
    Here,
    /// Where the person wants to go.
    Destination,
}

/// A flag at a station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What it says.
    pub kind: FlagKind,
    /// Its title.
    pub title: TitleIx,
    /// Its text.
    pub text: Text,
    /// Its box, without the pointer.
    pub area: Rect,
    /// The `d` of its outline: the box with rounded corners and, in the horizontal form, its pointer.
    pub d: String,
}
