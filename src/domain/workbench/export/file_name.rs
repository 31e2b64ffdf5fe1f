//! Names of files that every system takes: lower-case ASCII letters, digits and hyphens, and one point.

use crate::domain::base::day::Day;

/// The longest name without its ending, in characters. File systems take 255 bytes, and mail programs and archives less.
const MAX: usize = 100;

/// A name from what it is, for which title, and when: `gap-head-of-engineering-2026-11-24.csv`. Parts that leave no letter or digit are
/// left out; so is an ending like that.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::workbench::export::file_name::file_name;
///
/// let day = Day::parse("2026-11-24").unwrap();
/// assert_eq!(file_name("gap", "Head of Engineering", day, "csv"), "gap-head-of-engineering-2026-11-24.csv");
/// ```
pub fn file_name(what: &str, target: &str, day: Day, ending: &str) -> String {
    let date = day.to_string();
    let mut name = String::new();
    for part in [what, target] {
        let part = plain(part);
        if !part.is_empty() {
            name.push_str(&part);
            name.push('-');
        }
    }
    let room = MAX - date.len();
    if name.len() > room {
        name.truncate(room - 1);
        name = name.trim_end_matches('-').to_owned() + "-";
    }
    name.push_str(&date);
    // The date makes it different from the names that Windows keeps for devices, as `con` or `nul`.
    let ending = plain(ending);
    if ending.is_empty() { name } else { format!("{name}.{ending}") }
}

/// A text as lower-case ASCII words joined by hyphens. Latin letters lose their accents; letters that have no Latin form go.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut gap = false;
    for c in text.chars() {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let letters = match lower {
            'a'..='z' | '0'..='9' => {
                if gap && !plain.is_empty() {
                    plain.push('-');
                }
                gap = false;
                plain.push(lower);
                continue;
            }
            'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
            'æ' => "ae",
            'ç' | 'ć' | 'č' => "c",
            'ď' | 'đ' | 'ð' => "d",
            'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
            'ğ' => "g",
            'ì'..='ï' | 'ī' | 'ı' => "i",
            'ł' | 'ľ' => "l",
            'ñ' | 'ń' | 'ň' => "n",
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
            'œ' => "oe",
            'ř' => "r",
            'ß' => "ss",
            'ś' | 'š' | 'ş' | 'ș' => "s",
            'ť' | 'ț' | 'ţ' => "t",
            'þ' => "th",
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
            'ý' | 'ÿ' => "y",
            'ź' | 'ż' | 'ž' => "z",
            // An accent of its own, or an apostrophe, is part of its word.
            '\u{300}'..='\u{36f}' | '\'' | '’' => continue,
            _ => {
                gap = true;
                continue;
            }
        };
        if gap && !plain.is_empty() {
            plain.push('-');
        }
        gap = false;
        plain.push_str(letters);
    }
    plain
}
