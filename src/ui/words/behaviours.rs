//! What somebody at a level can do, from the guide's lines, which go on after “You can”.

/// About the person who reads it.
pub fn own(line: &str) -> String {
    format!("You can {line}")
}

/// About another person.
pub fn their(line: &str) -> String {
    format!("They can {}", of_another(line))
}

/// A line, which is written to the person themselves, as it reads about another: `they` takes the verbs of `you`.
pub fn of_another(line: &str) -> String {
    line.replace("yourself", "themselves").replace("yours", "theirs").replace("your", "their").replace(" you ", " they ")
}

/// Level 0, of which the guide has no line.
pub const OWN_NONE: &str = "You have not worked on it yet.";
/// The same of another.
pub const THEIR_NONE: &str = "They have not worked on it yet.";
