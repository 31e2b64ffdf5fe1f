//! SMART goals: the letters, and what to ask where one is still vague.

use crate::domain::workbench::smart::{Letter, Vague};

/// A letter with its word.
pub const fn letter(letter: Letter) -> (&'static str, &'static str) {
    match letter {
        Letter::Specific => ("S", "Specific"),
        Letter::Measurable => ("M", "Measured"),
        Letter::Achievable => ("A", "Achievable"),
        Letter::Relevant => ("R", "Relevant"),
        Letter::TimeBound => ("T", "Time"),
    }
}

/// The letters in their order.
pub const LETTERS: [Letter; 5] = [Letter::Specific, Letter::Measurable, Letter::Achievable, Letter::Relevant, Letter::TimeBound];

/// What to ask of a letter that is vague.
pub fn ask(letter: Letter, vague: &Vague) -> String {
    let question = match vague {
        Vague::Nothing => match letter {
            Letter::Specific => "What do you want to reach?",
            Letter::Measurable => "How would you see it?",
            Letter::Achievable => "What is the first step?",
            Letter::Relevant => "What does it build?",
            Letter::TimeBound => "By when?",
        },
        Vague::TooShort => "What is done, and to what?",
        Vague::Word(word) => return format!("What does “{word}” mean here?"),
        Vague::TooLong(count) => return format!("It has {count} characters: what is the core of it?"),
        Vague::NoFigure => "How many, or how much?",
        Vague::NoComparison => "From what to what?",
        Vague::TooLittleTime { needs, has } => {
            return format!("It takes about {needs}\u{a0}hours, and there are {has} until then. Later, or less?");
        }
        Vague::NoSkill => "Which skill does it build?",
        Vague::NoGap => "Your destination asks no more of these skills. Is it still worth it?",
        Vague::NoDate => "By when?",
        Vague::Past => "That day is over. By when now?",
        Vague::Far => "That is more than two years away. What is half way?",
        Vague::HalfPlan => "If what happens, then you do what?",
    };
    question.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_one() {
        let vague = [
            Vague::Nothing,
            Vague::TooShort,
            Vague::Word("improve".into()),
            Vague::TooLong(400),
            Vague::NoFigure,
            Vague::NoComparison,
            Vague::TooLittleTime { needs: 40, has: 12 },
            Vague::NoSkill,
            Vague::NoGap,
            Vague::NoDate,
            Vague::Past,
            Vague::Far,
            Vague::HalfPlan,
        ];
        for one in LETTERS {
            assert!(letter(one).1.starts_with(letter(one).0));
            assert!(vague.iter().all(|vague| ask(one, vague).ends_with('?')));
        }
        assert_eq!(ask(Letter::Measurable, &Vague::Nothing), "How would you see it?");
        assert_eq!(ask(Letter::Specific, &Vague::Word("improve".into())), "What does “improve” mean here?");
    }
}
