//! The map in `index.html`, so that the first page is there before the program is: drawn from the guide for several widths, one of
//! which the stylesheet shows (`.drawn-…` in map.css), with the legend and the list of titles.

use super::{read, write};
use crate::guide_page::markup::text;
use anyhow::{Context, Result, ensure};
use career_explorer::content;
use career_explorer::domain::guide::Guide;
use career_explorer::map::drawing::{self, Child, Node, node};
use career_explorer::map::shapes::Journey;
use career_explorer::map::sheet::Sheets;
use career_explorer::ui::words;
use std::fmt::Write;
use std::path::Path;

/// Stands in `index.html` where the map goes.
const PLACE: &str = "<!-- map -->";
/// The widths of the column, in px, for which the map is drawn: upwards, and in the whole width of a page to the right.
const WIDTHS: [i32; 5] = [288, 328, 358, 552, 1168];

/// Draws the map into the first page of a bundle.
///
/// # Errors
/// When there is no place for it, or the page cannot be read or written.
pub fn draw(folder: &Path) -> Result<()> {
    let page = read(folder, "index.html")?;
    ensure!(page.matches(PLACE).count() == 1, "index.html must have {PLACE} exactly once, where the map goes");
    let guide = content::guide().context("the embedded guide is damaged")?;
    let mut markup = String::new();
    let sheets = content::map().context("the map of the embedded guide is damaged")?;
    put(&section(&guide, &sheets), &mut markup);
    write(folder, "index.html", &page.replace(PLACE, &markup))
}

/// The same as the app's map of someone without a plan, but for the widths.
fn section(guide: &Guide, sheets: &Sheets) -> Node {
    let journey = Journey::default();
    let drawings = WIDTHS.map(|width| {
        let map = drawing::map(guide, &sheets.draw(guide, width, &journey), &words::map::WORDS);
        node("div").class(&format!("map-drawing drawn drawn-{width}")).with(vec![map])
    });
    let summary = node("summary").class("small").text(words::map::AS_LIST);
    node("section")
        .class("map")
        .attr("aria-label", words::map::NAME)
        .with(drawings)
        .add(drawing::legend(guide))
        .add(node("details").add(summary).add(drawing::list_of_titles(guide, &words::map::WORDS)))
}

fn put(node: &Node, markup: &mut String) {
    let _ = write!(markup, "<{}", node.tag);
    for (name, value) in &node.attributes {
        let _ = write!(markup, " {name}=\"{}\"", text(value));
    }
    // All shapes are closed within SVG, and of the HTML that is drawn no element is a void one.
    if node.children.is_empty() && matches!(node.tag, "path" | "rect" | "circle") {
        markup.push_str("/>");
        return;
    }
    markup.push('>');
    for child in &node.children {
        match child {
            Child::Node(node) => put(node, markup),
            Child::Text(words) => markup.push_str(&text(words)),
        }
    }
    let _ = write!(markup, "</{}>", node.tag);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_closed() {
        let mut markup = String::new();
        put(
            &node("p").class("a\"b").text("1 < 2").add(node("i")).add(node("svg").add(node("path").attr("d", "M0 0"))),
            &mut markup,
        );
        assert_eq!(markup, "<p class=\"a&quot;b\">1 &lt; 2<i></i><svg><path d=\"M0 0\"/></svg></p>");
    }

    #[test]
    fn each_width_has_its_rule_and_fits() {
        let style = include_str!("../../../src/ui/styles/map.css");
        let guide = content::guide().expect("the guide");
        let sheets = content::map().expect("the map");
        for width in WIDTHS {
            assert_eq!(style.matches(&format!(".drawn-{width} {{")).count(), 1, "{width}");
            assert_eq!(sheets.draw(&guide, width, &Journey::default()).width, width);
        }
    }
}
