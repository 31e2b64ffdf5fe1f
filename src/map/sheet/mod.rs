//! A sheet: the map of one guide as it was laid out beforehand for one width, and how a wider column and a journey are drawn on it.
//!
//! Which stations stand where and which lines go well together takes much code and some time to find out, and comes to a few hundred
//! numbers: so the build does it ([`layout`](super::layout)), and the app has these numbers. A journey is drawn on top: its lines, also
//! those of moves that have none on the plain map; its flags; and labels make way for both.
//!
//! May import: `domain::base`, `domain::guide`, and the board and the shapes of the map. Absent on purpose: any search for a way.

pub(super) mod bands;
mod flags;
mod route;

use super::board::{Board, ROOM, Site, Wire, beside, spots};
use super::geometry::{Point, Rect, path};
use super::shapes::{Form, Journey, Line, LineKind, LitWay, MapLayout, Part, ROW_LABEL_SIZE, Station};
use super::text::{Anchor, Text, Weight};
use crate::domain::base::bytes::{self, read_choice, read_fields};
use crate::domain::guide::{Guide, TitleIx};

/// Height of the bands' headings in the horizontal form, in px.
pub(super) const HEADER: i32 = 52;
/// Height of a row with one line in the vertical form, and from one line of a name to the next, in px.
pub(super) const ROW: i32 = 40;
pub(super) const ROW_LEADING: i32 = 17;
/// Radius of the corners of lines, in px: horizontal form, and vertical form.
const RADIUS: i32 = 22;
const ROW_RADIUS: i32 = 12;

/// The map of a guide for columns of [`width`](Self::width) px and somewhat more. Lengths are in px of that width.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub struct Sheet {
    /// Which form it has.
    pub form: Form,
    /// The width for which it was laid out.
    pub width: i32,
    /// The height of the drawing.
    pub height: i32,
    /// Where the names of the rows begin, in the vertical form.
    pub names: i32,
    /// One band per level that has titles, the most junior first.
    pub bands: Vec<BandPlace>,
    /// One station per title, in reading order.
    pub sites: Vec<SitePlace>,
    /// Track lines, then changes of track, then branches to related paths.
    pub wires: Vec<WirePlace>,
    /// The lines of moves that have none on the plain map: they are drawn for a route alone.
    pub extras: Vec<WirePlace>,
}

/// Where a band is, along the axis of seniority.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub struct BandPlace {
    /// The place of the level among the guide's levels.
    pub level: u16,
    /// Its left edge, or in the vertical form its upper one.
    pub begin: i32,
    /// Its right edge, or in the vertical form its lower one.
    pub end: i32,
}

/// Where a title is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub struct SitePlace {
    /// The title, by its place in the guide.
    pub title: u16,
    /// The centre of the station.
    pub at: Point,
    /// In the horizontal form, whether its label looks for a place below it first.
    pub is_below: bool,
    /// In the horizontal form, which of its places the label takes.
    pub spot: u8,
    /// In the vertical form, how many bytes of the name each line of the label has, but for the last.
    pub breaks: Vec<u8>,
}

/// Where a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub struct WirePlace {
    /// What it stands for.
    pub kind: LineKind,
    /// The track whose colour it has.
    pub track: Option<u16>,
    /// Its corners.
    pub points: Vec<Point>,
    /// The numbers of the moves that it carries.
    pub moves: Vec<u16>,
    /// The stations on it, by their places among the sites.
    pub sites: Vec<u16>,
}

read_choice!(Form [Horizontal, Vertical]);
read_choice!(LineKind [Track, Change, Onward]);
read_fields!(Point { x, y });
read_fields!(BandPlace { level, begin, end });
read_fields!(SitePlace { title, at, is_below, spot, breaks });
read_fields!(WirePlace { kind, track, points, moves, sites });
read_fields!(Sheet { form, width, height, names, bands, sites, wires, extras });

/// The sheets of one guide, narrowest first.
pub struct Sheets(Vec<Sheet>);

impl Sheets {
    /// Reads sheets from the bytes that the build makes of a list of them, narrowest first. `None` when they are none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes::read(bytes).map(Self)
    }

    /// The map for a column of `width` px: on the widest sheet that fits, drawn out to that width; on the narrowest where none fits.
    /// `guide` must be the one whose sheets these are. An empty drawing where there are no sheets.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::map::shapes::{Form, Journey};
    ///
    /// let (guide, sheets) = (content::guide().unwrap(), content::map().unwrap());
    /// let form = |width| sheets.draw(&guide, width, &Journey::default()).form;
    /// assert_eq!((form(360), form(1_200)), (Form::Vertical, Form::Horizontal));
    /// ```
    pub fn draw(&self, guide: &Guide, width: i32, journey: &Journey) -> MapLayout {
        let fits = self.0.iter().rev().find(|sheet| sheet.width <= width).or(self.0.first());
        fits.map_or_else(MapLayout::empty, |sheet| sheet.draw(guide, width, journey))
    }

    /// The moves to a title and on from it, on the same drawing.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::map::shapes::Journey;
    ///
    /// let (guide, sheets) = (content::guide().unwrap(), content::map().unwrap());
    /// for title in guide.titles() {
    ///     let lit = sheets.lit(&guide, 1_200, &Journey::default(), title);
    ///     assert_eq!(lit.len(), guide.moves_to(title).count() + guide.moves_from(title).count());
    /// }
    /// ```
    pub fn lit(&self, guide: &Guide, width: i32, journey: &Journey, title: TitleIx) -> Vec<LitWay> {
        let fits = self.0.iter().rev().find(|sheet| sheet.width <= width).or(self.0.first());
        fits.map_or_else(Vec::new, |sheet| Drawing::of(sheet, guide, width.max(sheet.width), journey).lit(title))
    }
}

impl Sheet {
    /// The map for a column of `width` px, or of the sheet's own width where that is more.
    pub fn draw(&self, guide: &Guide, width: i32, journey: &Journey) -> MapLayout {
        Drawing::of(self, guide, width.max(self.width), journey).finished(journey)
    }
}

/// A sheet that is being drawn out for a width and a journey.
struct Drawing<'a> {
    sheet: &'a Sheet,
    guide: &'a Guide,
    width: i32,
    /// In the vertical form, at which heights of the sheet a flag has been put in.
    cuts: Vec<i32>,
    /// What is on it; its sites are those of the sheet, one by one.
    board: Board,
    /// The numbers of the moves of the route.
    route: Vec<usize>,
}

impl<'a> Drawing<'a> {
    fn of(sheet: &'a Sheet, guide: &'a Guide, width: i32, journey: &Journey) -> Self {
        let bounds = Rect { x: 2, y: HEADER, width: width - 4, height: sheet.height - HEADER - 2 };
        let board = Board { bounds, sites: Vec::new(), wires: Vec::new(), fixed: Vec::new(), berth: 0, apart: 0 };
        let route = journey.route.windows(2).filter_map(|pair| guide.move_between(pair[0], pair[1])).collect();
        let mut drawing = Self { sheet, guide, width, cuts: Vec::new(), board, route };
        if sheet.form == Form::Vertical {
            for (title, _) in journey.ends() {
                let site = sheet.sites.iter().find(|site| usize::from(site.title) == title.index());
                drawing.cuts.extend(site.map(SitePlace::below));
            }
        }
        for place in &sheet.sites {
            // A title that is not there has no name and no links.
            let Some(title) = guide.titles().nth(place.title.into()) else { continue };
            let at = drawing.moved(place.at);
            let row = guide.track_index(title).filter(|_| !guide.is_onward(title));
            let lines = &guide.title(title).label;
            let weight = Part::of(title, journey).weight();
            let spots = match (sheet.form, row) {
                (Form::Vertical, _) => Vec::new(),
                (Form::Horizontal, Some(_)) => spots(at, lines, weight, place.is_below),
                (Form::Horizontal, None) => beside(at, lines, weight),
            };
            drawing.board.sites.push(Site { title, at, row, spots, spot: place.spot.into() });
        }
        for wire in &sheet.wires {
            drawing.lay(wire);
        }
        for at in 0..drawing.route.len() {
            let number = drawing.route[at];
            let has_line = drawing.board.wires.iter().any(|wire| wire.moves.contains(&number));
            let extra = sheet.extras.iter().find(|extra| extra.moves.iter().any(|&m| usize::from(m) == number));
            if let Some(extra) = extra.filter(|_| !has_line) {
                drawing.lay(extra);
                let in_way = drawing.board.labels_on(extra_points(&drawing.board));
                drawing.board.make_way(&in_way);
            }
        }
        // The names of the route are bold, so wider than those for which the sheet was laid out.
        for site in 0..drawing.board.sites.len() {
            let is_bold = Part::of(drawing.board.sites[site].title, journey) != Part::Off;
            if is_bold && !drawing.board.has_room(site) {
                drawing.board.make_way(&[site]);
            }
        }
        drawing
    }

    fn lay(&mut self, place: &WirePlace) {
        let mut points = Vec::with_capacity(place.points.len());
        for (i, &corner) in place.points.iter().enumerate() {
            let point = self.moved(corner);
            // A slant that a flag parts keeps its slope, and goes on straight down the rail that it reaches, or comes down from.
            if let Some(&before) = i.checked_sub(1).and_then(|i| place.points.get(i))
                && before.x != corner.x
                && before.y != corner.y
                && self.sheet.form == Form::Vertical
            {
                let start = self.moved(before);
                let gained = (point.y - start.y) - (corner.y - before.y);
                if gained != 0 {
                    let goes_on = place.points.get(i + 1).is_some_and(|next| next.x == corner.x);
                    points.push(if goes_on {
                        Point::new(point.x, point.y - gained)
                    } else {
                        Point::new(start.x, start.y + gained)
                    });
                }
            }
            points.push(point);
        }
        let moves = place.moves.iter().copied().map(usize::from).collect();
        let sites = place.sites.iter().copied().map(usize::from).collect();
        self.board.wires.push(Wire::new(place.kind, place.track.map(usize::from), points, moves, sites));
    }

    /// The moves to a title and on from it. Those that have no line get theirs.
    fn lit(mut self, title: TitleIx) -> Vec<LitWay> {
        let radius = if self.sheet.form == Form::Horizontal { RADIUS } else { ROW_RADIUS };
        let numbers: Vec<usize> = self.guide.moves_to(title).chain(self.guide.moves_from(title)).collect();
        let mut ways = Vec::new();
        for number in numbers {
            let has_line = self.board.wires.iter().any(|wire| wire.moves.contains(&number));
            let extra = self.sheet.extras.iter().find(|extra| extra.moves.iter().any(|&m| usize::from(m) == number));
            if let Some(extra) = extra.filter(|_| !has_line) {
                self.lay(extra);
            }
            let (from, to) = self.guide.ends(number);
            let Some(pieces) = route::one_move(&self.board, from, to, number) else { continue };
            let track = self.guide.track_index(to).filter(|_| !self.guide.is_onward(to));
            let mut points = pieces.concat();
            points.dedup();
            ways.push(LitWay { number, track, d: path(pieces.iter().map(Vec::as_slice), radius), middle: half_way(&points) });
        }
        ways
    }

    /// Where a point of the sheet comes to lie.
    fn moved(&self, point: Point) -> Point {
        match self.sheet.form {
            Form::Horizontal => Point::new(self.across(point.x), point.y),
            Form::Vertical => Point::new(point.x, self.down(point.y)),
        }
    }

    /// In the horizontal form: where something at `x` of the sheet comes to lie.
    fn across(&self, x: i32) -> i32 {
        x * self.width / self.sheet.width.max(1)
    }

    /// In the vertical form: where something at `y` of the sheet comes to lie.
    fn down(&self, y: i32) -> i32 {
        self.cuts.iter().filter(|&&cut| cut <= y).fold(y, |y, _| y + flags::ROOM_IN_ROW)
    }

    /// The lines of the label of a site.
    fn label(&self, number: usize, weight: Weight) -> Vec<Text> {
        let (site, place) = (&self.board.sites[number], &self.sheet.sites[number]);
        let title = self.guide.title(site.title);
        if let Some(spot) = site.spots.get(site.spot) {
            return spot.set(&title.label, weight);
        }
        // The middle of the lines stands level with the station.
        let rise = place.breaks.len() as i32 * ROW_LEADING / 2;
        let mut at = Point::new(self.sheet.names, site.at.y + 5 - rise);
        let mut label = Vec::new();
        for line in place.lines(&title.name) {
            label.push(Text::at(line, at, Anchor::Start, ROW_LABEL_SIZE, weight));
            at.y += ROW_LEADING;
        }
        label
    }

    fn finished(mut self, journey: &Journey) -> MapLayout {
        let (radius, flags) = match self.sheet.form {
            Form::Horizontal => (RADIUS, flags::plant(&mut self.board, journey, &self.route)),
            Form::Vertical => {
                let row = |title| {
                    let site = self.board.site_of(title)?;
                    Some((self.board.sites[site].at.y, self.sheet.sites[site].breaks.len() + 1))
                };
                (ROW_RADIUS, flags::in_rows(journey, self.sheet.names, row))
            }
        };
        let line = |wire: &Wire| Line {
            kind: wire.kind,
            track: wire.track,
            points: wire.points.clone(),
            d: path([&wire.points[..]], radius),
            moves: wire.moves.clone(),
            titles: wire.sites.iter().filter_map(|&s| self.board.sites.get(s).map(|site| site.title)).collect(),
        };
        MapLayout {
            form: self.sheet.form,
            width: self.width,
            height: self.down(self.sheet.height),
            bands: self.bands(),
            lines: self.board.wires.iter().map(line).collect(),
            route: route::along(self.guide, &self.board, journey.route, radius),
            stations: (0..self.board.sites.len()).map(|site| self.station(site, journey)).collect(),
            flags,
        }
    }

    fn station(&self, number: usize, journey: &Journey) -> Station {
        let Site { title, at, row, .. } = self.board.sites[number];
        let part = Part::of(title, journey);
        let radius = match (part, self.sheet.form) {
            (Part::End, Form::Horizontal) => 10,
            (Part::End, Form::Vertical) => 9,
            (Part::On, _) => 8,
            (Part::Off, _) if row.is_none() => 5,
            (Part::Off, _) => 7,
        };
        let circle = Rect::between(at, at).grown(ROOM);
        let label = self.label(number, part.weight());
        let label_area = label.iter().map(|line| line.area).reduce(|a, b| a.around(&b)).unwrap_or(circle);
        let target = match self.sheet.form {
            Form::Horizontal => circle.around(&label_area),
            Form::Vertical => {
                let height = row_height(label.len());
                let flag = if part == Part::End { flags::ROOM_IN_ROW } else { 0 };
                Rect { x: 0, y: at.y - height / 2, width: self.width, height: height + flag }
            }
        };
        Station { title, track: self.guide.track_index(title), part, centre: at, radius, label, label_area, target }
    }
}

/// The point half way along a line; the lengths of slants are reckoned by their longer side, which is near enough for a label.
fn half_way(points: &[Point]) -> Point {
    let long = |piece: &[Point]| (piece[1].x - piece[0].x).abs().max((piece[1].y - piece[0].y).abs());
    let mut left = points.windows(2).map(long).sum::<i32>() / 2;
    for piece in points.windows(2) {
        let length = long(piece);
        if left <= length && length > 0 {
            let part = |from: i32, to: i32| from + (to - from) * left / length;
            return Point::new(part(piece[0].x, piece[1].x), part(piece[0].y, piece[1].y));
        }
        left -= length;
    }
    points.first().copied().unwrap_or(Point::new(0, 0))
}

/// The corners of the line that was laid last.
fn extra_points(board: &Board) -> &[Point] {
    board.wires.last().map(|wire| &wire.points[..]).unwrap_or_default()
}

impl SitePlace {
    /// In the vertical form: the lower edge of its row.
    fn below(&self) -> i32 {
        let height = row_height(self.breaks.len() + 1);
        self.at.y - height / 2 + height
    }

    /// The lines of its name in the vertical form.
    fn lines<'a>(&self, name: &'a str) -> Vec<&'a str> {
        let mut lines = Vec::new();
        let mut rest = name;
        for &length in &self.breaks {
            let Some((line, others)) = rest.split_at_checked(length.into()) else { break };
            lines.push(line.trim_end());
            rest = others;
        }
        lines.push(rest);
        lines
    }
}

/// The height of a row of the vertical form whose name has this many lines.
pub(super) fn row_height(lines: usize) -> i32 {
    ROW + (lines as i32 - 1) * ROW_LEADING
}

impl MapLayout {
    fn empty() -> Self {
        Self {
            form: Form::Vertical,
            width: 0,
            height: 0,
            bands: Vec::new(),
            lines: Vec::new(),
            route: None,
            stations: Vec::new(),
            flags: Vec::new(),
        }
    }
}
