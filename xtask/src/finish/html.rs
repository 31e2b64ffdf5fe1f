//! Just enough HTML reading to judge pages that this project wrote: tags with their attributes, and the text of scripts and
//! styles. It knows comments and quotes; it is no parser for other people's pages.

/// A start tag, with what stands in it where that is a script or a style.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name, in lower case.
    pub name: String,
    /// Its attributes: names in lower case, values as written.
    pub attributes: Vec<(String, &'a str)>,
    /// The text of a script or style; empty for other tags.
    pub text: &'a str,
    /// Where the text begins in the page.
    pub text_at: usize,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, if the tag has it.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| *value)
    }
}

/// The start tags of a page, in its order.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = page[at..].find('<').map(|o| at + o) {
        let rest = &page[open..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |end| open + end + 3);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = tag_end(page, open);
            let mut tag = read_tag(&page[open + 1..end.saturating_sub(1).max(open + 1)]);
            at = end;
            if tag.name == "script" || tag.name == "style" {
                let close = page[end..].to_ascii_lowercase().find(&format!("</{}", tag.name)).map_or(page.len(), |c| end + c);
                (tag.text, tag.text_at) = (&page[end..close], end);
                at = close;
            }
            found.push(tag);
        } else {
            at = open + 1;
        }
    }
    found
}

/// The place after the `>` that ends the tag which begins at `open`.
fn tag_end(page: &str, open: usize) -> usize {
    let mut quote = None;
    for (offset, c) in page[open..].char_indices() {
        match (quote, c) {
            (None, '>') => return open + offset + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(q), c) if q == c => quote = None,
            _ => {}
        }
    }
    page.len()
}

fn read_tag(inside: &str) -> Tag<'_> {
    let name_end = inside.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inside.len());
    let (name, mut rest) = inside.split_at(name_end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            break;
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len()).max(1).min(rest.len());
        let (attribute, after) = rest.split_at(end);
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(value) => read_value(value.trim_start()),
            None => ("", after),
        };
        attributes.push((attribute.to_ascii_lowercase(), value));
        rest = after;
    }
    Tag { name: name.to_ascii_lowercase(), attributes, text: "", text_at: 0 }
}

fn read_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_attributes_and_texts() {
        let page = "<!doctype html><!-- <script>no</script> --><p title=\"a > b\" hidden class=x>1 < 2<SCRIPT src='s.js'> <b> </script><br/>";
        let found = tags(page);
        let names: Vec<&str> = found.iter().map(|t| t.name.as_str()).collect();
        assert_eq!(names, ["p", "script", "br"]);
        assert_eq!(found[0].attribute("title"), Some("a > b"));
        assert_eq!(found[0].attribute("hidden"), Some(""));
        assert_eq!(found[0].attribute("class"), Some("x"));
        assert_eq!((found[1].attribute("src"), found[1].text), (Some("s.js"), " <b> "));
        assert_eq!(&page[found[1].text_at..][..5], " <b> ");
    }

    #[test]
    fn broken_pages_end() {
        for page in ["<", "<p", "<p a=\"", "<script>", "<p =>", "<!--", "<p ====", "<é>"] {
            tags(page);
        }
    }
}
