//! Questions for practising an interview, as data: a text of lines, made by the build script from a TOML file, so that reading it takes next
//! to no code. They belong to the workbench and are no part of the guide's pack.

use super::{ItemId, SkillId};

/// For which titles a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// For all of them.
    All,
    /// For those that lead a team.
    First,
    /// For those that lead leaders.
    Upper,
}

impl Audience {
    const NAMES: [(&str, Self); 3] = [("all", Self::All), ("first", Self::First), ("upper", Self::Upper)];

    /// Whether it is asked for titles that lead leaders, or for the others.
    pub fn includes(self, is_upper: bool) -> bool {
        match self {
            Self::All => true,
            Self::First => !is_upper,
            Self::Upper => is_upper,
        }
    }

    fn of(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(one, _)| *one == name).map(|(_, audience)| *audience)
    }
}

/// A kind of question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The guide's entry for it.
    pub of: ItemId,
    /// What is listened for at titles that lead a team.
    pub first: String,
    /// The same at titles that lead leaders.
    pub upper: String,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its stable id: notes from practice are kept by it.
    pub id: String,
    /// The guide's entry for its kind.
    pub of: ItemId,
    /// For which titles it is asked.
    pub audience: Audience,
    /// The skills that an answer shows, what it turns on first.
    pub skills: Vec<SkillId>,
    /// The question.
    pub text: String,
    /// What a strong answer shows.
    pub strong: String,
}

/// A question to ask a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// Its stable id.
    pub id: String,
    /// The question.
    pub text: String,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// The kinds, in the guide's order.
    pub kinds: Vec<Kind>,
    /// The questions, by kind.
    pub questions: Vec<Question>,
    /// What to ask a company.
    pub asking: Vec<Asking>,
}

impl Questions {
    /// The text of lines. Fields are parted by tabs, which no text of ours has.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for kind in &self.kinds {
            text += &format!("{}\t{}\t{}\n", kind.of, kind.first, kind.upper);
        }
        for one in &self.questions {
            let audience = Audience::NAMES.iter().find(|(_, audience)| *audience == one.audience).map_or("", |(name, _)| name);
            let skills: Vec<&str> = one.skills.iter().map(SkillId::as_str).collect();
            let fields = [&one.id, one.of.as_str(), audience, &skills.join(","), &one.text, &one.strong];
            text += &(fields.join("\t") + "\n");
        }
        self.asking.iter().for_each(|one| text += &format!("{}\t{}\n", one.id, one.text));
        text
    }

    /// Reads [`Self::to_text`]. Lines that are none are left out.
    pub fn of_text(text: &str) -> Self {
        let mut all = Self::default();
        for line in text.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            match fields[..] {
                [id, text] => all.asking.push(Asking { id: id.to_owned(), text: text.to_owned() }),
                [of, first, upper] => {
                    all.kinds.push(Kind { of: of.into(), first: first.to_owned(), upper: upper.to_owned() });
                }
                [id, of, audience, skills, text, strong] => {
                    let Some(audience) = Audience::of(audience) else { continue };
                    let skills = skills.split(',').map(Into::into).collect();
                    let (id, text, strong) = (id.to_owned(), text.to_owned(), strong.to_owned());
                    all.questions.push(Question { id, of: of.into(), audience, skills, text, strong });
                }
                _ => {}
            }
        }
        all
    }

    /// Reads the TOML file. For the build script and tests.
    ///
    /// # Errors
    /// When the file has another form, with the place.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_toml(text: &str) -> Result<Self, String> {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            kinds: Vec<KindRow>,
            questions: Vec<Row>,
            asking: Vec<AskingRow>,
        }
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct AskingRow {
            id: String,
            text: String,
        }
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct KindRow {
            of: String,
            first: String,
            upper: String,
        }
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Row {
            id: String,
            of: String,
            r#for: String,
            skills: Vec<String>,
            text: String,
            strong: String,
        }
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let kinds =
            file.kinds.into_iter().map(|row| Kind { of: row.of.as_str().into(), first: row.first, upper: row.upper }).collect();
        let question = |row: Row| {
            let audience = Audience::of(&row.r#for).ok_or_else(|| format!("{}: for “{}”", row.id, row.r#for))?;
            let skills = row.skills.iter().map(|id| id.as_str().into()).collect();
            Ok(Question { id: row.id, of: row.of.as_str().into(), audience, skills, text: row.text, strong: row.strong })
        };
        let questions = file.questions.into_iter().map(question).collect::<Result<_, String>>()?;
        let asking = file.asking.into_iter().map(|row| Asking { id: row.id, text: row.text }).collect();
        Ok(Self { kinds, questions, asking })
    }
}
