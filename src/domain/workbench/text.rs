//! Text that a person typed or pasted: made harmless without losing anything that can be read, counted, and taken apart into words.

/// A text as it is kept: line ends are `\n` alone, tabs are blanks, other control characters and a byte order mark are gone, and so are
/// blanks at the ends. Signs that set the direction of writing stay: a text from right to left needs them.
pub fn clean(text: &str) -> String {
    harmless(text).trim().to_owned()
}

/// The same with its blanks at the ends, for a text that is still being typed.
pub fn harmless(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    lines.chars().filter(|c| *c == '\n' || (!c.is_control() && *c != '\u{FEFF}')).collect()
}

/// The same in one line: line breaks become blanks, and there is one blank between words. Blanks that hold together stay: `1 200`.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in clean(text).split([' ', '\n']).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A text in lower case, letter by letter. The standard library's looks at what stands around a capital sigma, with tables of all
/// alphabets for it, which no comparison here needs.
///
/// ```
/// use career_explorer::domain::workbench::text::lower;
///
/// assert_eq!(lower("Équipe QA"), "équipe qa");
/// ```
pub fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// How many characters a text has, as a limit of ours counts them: Unicode scalar values.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// The words of a text in the form in which they are compared: lower case, without endings. What joins words (`CI/CD`, `build-up`)
/// parts them; `+` and `#` belong to a word (`C++`), and an apostrophe does not part one.
///
/// ```
/// use career_explorer::domain::workbench::text::stems;
///
/// assert_eq!(stems("Teams"), stems("team"));
/// ```
pub fn stems(text: &str) -> Vec<String> {
    let mut stems = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() || matches!(c, '+' | '#') {
            word.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’') && !word.is_empty() {
            stems.push(stem(&word));
            word.clear();
        }
    }
    stems
}

/// A word without its ending, so that `deploys`, `deployed` and `deploying` are one. Light on purpose: what it joins is proposed to a
/// person, never decided.
fn stem(word: &str) -> String {
    if word.len() < 4 || !word.is_ascii() {
        return word.to_owned();
    }
    let strip = |ending: &str, least: usize| word.strip_suffix(ending).filter(|rest| rest.len() >= least);
    let mut rest = match () {
        () if word.ends_with("ss") => word,
        () if strip("ies", 3).is_some() => return format!("{}i", &word[..word.len() - 3]),
        () => strip("ing", 3).or_else(|| strip("ed", 3)).or_else(|| strip("es", 3)).or_else(|| strip("s", 3)).unwrap_or(word),
    };
    let bytes = rest.as_bytes();
    let (last, before) = (bytes[bytes.len() - 1], bytes[bytes.len() - 2]);
    if rest.len() < word.len() && last == before && !matches!(last, b'l' | b's') {
        // shipped, planning
        rest = &rest[..rest.len() - 1];
    }
    let rest = rest.strip_suffix('e').filter(|r| r.len() >= 3).unwrap_or(rest);
    match rest.strip_suffix('y') {
        Some(root) if root.len() >= 3 => format!("{root}i"),
        _ => rest.to_owned(),
    }
}

/// Whether a folded list of words has these in a row.
pub fn has_phrase(words: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && words.windows(phrase.len()).any(|part| part == phrase)
}

/// Whether every word searched for is the beginning of some word of the text. Both folded by [`stems`].
pub fn holds_all(words: &[String], searched: &[String]) -> bool {
    searched.iter().all(|s| words.iter().any(|w| w.starts_with(s.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning_takes_what_cannot_be_read_and_nothing_else() {
        for (text, kept) in [
            ("  a\tb \r\n c\rd\u{2028}e\u{0}\u{7}\u{1b}[31m ", "a b \n c\nd\ne[31m"),
            ("\u{FEFF}Zoë 👩‍👩‍👧 שלום\u{200F}", "Zoë 👩‍👩‍👧 שלום\u{200F}"),
            ("\r\n\r\n", ""),
        ] {
            assert_eq!(clean(text), kept);
        }
        assert_eq!(one_line(" one\r\n two\t\t1\u{a0}200 "), "one two 1\u{a0}200");
        assert_eq!(length("Zoë 👩"), 5);
    }

    #[test]
    fn one_word_has_one_stem() {
        for group in [
            &["deploy", "deploys", "deployed", "deploying"][..],
            &["release", "releases", "released", "releasing"],
            &["ship", "ships", "shipped", "shipping"],
            &["story", "stories"],
            &["sell", "selling", "sells"],
            &["process", "processes"],
            &["hire", "hired", "hiring"],
        ] {
            let all: Vec<_> = group.iter().flat_map(|w| stems(w)).collect();
            assert!(all.iter().all(|s| *s == all[0]), "{all:?}");
        }
        assert_eq!(stems("CI/CD, C++ & don’t"), ["ci", "cd", "c++", "dont"]);
        assert_eq!(stems("Größe 42 – שלום"), ["größe", "42", "שלום"]);
        assert!(has_phrase(&stems("Shortened the lead times"), &stems("lead time")));
        assert!(!has_phrase(&stems("the time to lead"), &stems("lead time")) && !has_phrase(&[], &[]));
        assert!(holds_all(&stems("Split the ledger store"), &stems("ledg spli")) && !holds_all(&stems("Split"), &stems("merge")));
    }
}
