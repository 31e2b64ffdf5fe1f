//! What somebody at a level can do, from the guide's lines, which go on after “You can”.

/// About the person who reads it.
pub fn own(line: &str) -> String {
    format!("You can {line}")
}

/// About another person.
pub fn their(line: &str) -> String {
    format!("They can {}", of_another(line))
}

/// As the person says it of themselves, without "I can": what the level asks them to do.
pub fn to_do(line: &str) -> String {
    let line = line.replace("yourself", "myself").replace("yours", "mine").replace("your", "my").replace(" you ", " I ");
    let mut chars = line.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A line, which is written to the person themselves, as it reads about another: `they` takes the verbs of `you`.
pub fn of_another(line: &str) -> String {
    line.replace("yourself", "themselves").replace("yours", "theirs").replace("your", "their").replace(" you ", " they ")
}

/// Level 0, of which the guide has no line, behind “None”.
pub const NONE_YET: &str = "not worked on yet";
/// The same as a sentence.
pub const OWN_NONE: &str = "You have not worked on it yet.";
/// The same of another.
pub const THEIR_NONE: &str = "They have not worked on it yet.";

/// What stands before a line's last comma, which stands by itself: enough to tell the levels apart, and read at a glance.
///
/// ```
/// use career_explorer::ui::words::behaviours::gist;
///
/// assert_eq!(gist("plan the year, with its peak, and name the sign that would change it."), "plan the year, with its peak");
/// assert_eq!(gist("hand over in writing."), "hand over in writing");
/// ```
pub fn gist(line: &str) -> &str {
    let line = line.strip_suffix('.').unwrap_or(line);
    line.rfind(", ").and_then(|comma| line.get(..comma)).unwrap_or(line)
}
