//! Parts of pages as trees of elements, made without a browser: the app turns them into its document, and the build writes the same
//! ones into the static first page, so that the two cannot differ. The verbs are those of the builder of elements, `dom`, which makes
//! its own from these: `attr`, `class`, `text`, `add`, `with`.
//!
//! May import [`domain`](crate::domain) and nothing else. Absent on purpose: signals, events, and anything that needs a document.

mod map;

pub use map::{Words, legend, list_of_titles, lit, map};

/// An element. One with the tag `svg`, and all within it, belongs to SVG; every other to HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The name of the element.
    pub tag: &'static str,
    /// Its attributes, as names and raw values.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub children: Vec<Child>,
}

/// What an element has in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Child {
    /// Another element.
    Node(Node),
    /// Raw text.
    Text(String),
}

/// An element with nothing in it.
///
/// ```
/// use career_explorer::map::drawing::{Child, node};
///
/// let link = node("a").attr("href", "#/map").text("Map");
/// assert_eq!(node("p").add(link.clone()).children, [Child::Node(link)]);
/// ```
pub fn node(tag: &'static str) -> Node {
    Node { tag, attributes: Vec::new(), children: Vec::new() }
}

impl Node {
    /// Adds an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Sets the class.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Appends text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Child::Text(text.into()));
        self
    }

    /// Appends elements.
    #[must_use]
    pub fn with(mut self, nodes: impl IntoIterator<Item = Node>) -> Self {
        for node in nodes {
            self.children.push(Child::Node(node));
        }
        self
    }

    /// Appends an element.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "the builder's word for it, as in `dom`")]
    pub fn add(mut self, node: Node) -> Self {
        self.children.push(Child::Node(node));
        self
    }
}
