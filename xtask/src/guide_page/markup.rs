//! Writing markup: text is escaped where it goes in, and markup that is written here goes in as it is.

use std::borrow::Cow;

/// Text as it stands in a page, in an element or in a quoted attribute.
pub fn text(raw: &str) -> Cow<'_, str> {
    if !raw.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(raw);
    }
    Cow::Owned(raw.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"))
}

/// A page that grows.
#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// Adds markup as it is.
    pub fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Adds an element with attributes, as they are, and text; nothing where the text is empty.
    pub fn element(&mut self, name: &str, attributes: &str, content: &str) {
        if !content.is_empty() {
            let space = if attributes.is_empty() { "" } else { " " };
            self.0.push_str(&format!("<{name}{space}{attributes}>{}</{name}>\n", text(content)));
        }
    }

    /// Adds a paragraph of this project's own judgement; nothing where it is empty.
    pub fn judgement(&mut self, content: &str) {
        if !content.is_empty() {
            self.0.push_str(&format!("<p class=\"note\">{} <span class=\"judgement\">our judgement</span></p>\n", text(content)));
        }
    }

    /// The page.
    pub fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        let mut page = Markup::default();
        page.element("p", "", "a < b & \"c\"");
        page.element("p", "", "");
        assert_eq!(page.into_string(), "<p>a &lt; b &amp; &quot;c&quot;</p>\n");
    }
}
