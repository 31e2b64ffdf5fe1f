//! A small guide for the tests of links and files, frozen with the fixtures: its ids and codes are those of the embedded guide
//! on the day the fixtures were written, and its texts are placeholders.

use career_explorer::domain::guide::{Guide, Pack, source::read_files};
use std::fmt::Write as _;

/// Ids of the skills; the codes count from 1.
pub const SKILLS: [&str; 27] = [
    "software-architecture",
    "cloud-computing",
    "devops-ci-cd",
    "programming-languages",
    "data-engineering",
    "cybersecurity",
    "api-development",
    "system-performance",
    "strategic-vision",
    "leadership",
    "emotional-intelligence",
    "communication",
    "strategic-thinking",
    "problem-solving",
    "adaptability",
    "project-management",
    "agile-lean",
    "performance-management",
    "data-driven-decisions",
    "conflict-resolution",
    "time-management",
    "mentorship",
    "ai-ml-integration",
    "data-analytics",
    "remote-leadership",
    "sustainability-ethics",
    "security-compliance",
];

/// Ids of the titles; the codes count from 1.
pub const TITLES: [&str; 24] = [
    "software-engineer",
    "systems-engineer",
    "senior-engineer",
    "engineering-team-lead",
    "technical-project-manager",
    "junior-engineering-manager",
    "engineering-coordinator",
    "engineering-manager",
    "technical-lead",
    "development-manager",
    "principal-engineer",
    "engineering-program-manager",
    "senior-engineering-manager",
    "lead-engineer",
    "director-of-engineering",
    "engineering-operations-manager",
    "vp-of-engineering",
    "chief-technology-officer",
    "head-of-engineering",
    "vp-of-product",
    "startup-founder",
    "engineering-consultant",
    "technical-author",
    "board-advisor",
];

/// How many goals the guide has: `goal-1` with code 1, and so on.
pub const GOALS: u16 = 20;

/// The pack of a guide with these skills, titles and goals, each with its code.
pub fn pack(code: u16, skills: &[(u16, &str)], titles: &[(u16, &str)], goals: u16) -> Pack {
    let mut text = format!(
        "[about]\nid='test-guide'\ncode={code}\nversion=1\nname='G'\nlanguage='en-GB'\n\
         [[stages]]\nid='s'\nname='S'\n[[levels]]\nid='l'\nname='L'\nkind='leading'\nfrom=0\nstage='s'\n\
         [[tracks]]\nid='t'\nname='T'\nrationale='r'\n[[phases]]\nid='p'\nname='P'\nfrom=0\ntext='t'\n"
    );
    for (code, id) in skills {
        let _ = write!(text, "[[skills]]\nid='{id}'\ncode={code}\nname='N'\nshort='N'\ndimension='technical'\n");
        let _ = writeln!(text, "importance='high'\nwhy='w'\nask='q'\ncan=['a','b','c','d','e']\nevidence=['a','b','c']");
        let _ = writeln!(text, "resources=[{{kind='book',author='A',title='T',year=2000,level=5}}]");
    }
    let levels = skills.iter().map(|(_, id)| format!("{id}=1")).collect::<Vec<_>>().join(",");
    for (code, id) in titles {
        let _ = write!(text, "[[titles]]\nid='{id}'\ncode={code}\nname='N'\nlabel=['N']\nlevel='l'\ntrack='t'\nphase='p'\n");
        let _ = writeln!(text, "phase_source='guide'\nfocus='f'\nresponsibilities=['r']");
        let _ = writeln!(text, "focus_source='guide'\nsizes=['a','b','c']\nfirst_days=['a','b','c']");
        let _ = writeln!(text, "[[requirements]]\ntitle='{id}'\nrationale='r'\nlevels={{{levels}}}");
    }
    for level in 1..=5 {
        let _ = writeln!(text, "[[efforts]]\nlevel={level}\nrationale='r'");
        for dimension in ["technical", "strategic", "operational", "emerging"] {
            let _ = writeln!(text, "{dimension}={{optimistic=1,likely=2,pessimistic=3}}");
        }
    }
    for (role, what) in [("skills", "dimension='technical'"), ("titles", "level='l'"), ("method", "")] {
        let topic = if what.is_empty() { "" } else { "topic='skills'" };
        let _ = writeln!(text, "[[sections]]\nid='{role}'\nname='N'\nrole='{role}'\ntext='t'\n{topic}");
        let _ = writeln!(text, "[[sections.groups]]\nid='g'\nname='G'\n{what}");
    }
    text.push_str(
        "[[sections]]\nid='goals'\nname='G'\nrole='goals'\ntopic='path'\ntext='t'\n[[sections.groups]]\nid='g'\nname='G'\n",
    );
    for code in 1..=goals {
        let _ = writeln!(text, "[[sections.groups.items]]\nid='goal-{code}'\ncode={code}\nname='N'\ntext='t'");
    }
    read_files(&[("guide.toml".to_owned(), text)]).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The guide of the fixtures.
pub fn guide() -> Guide {
    let skills: Vec<_> = (1..).zip(SKILLS).collect();
    let titles: Vec<_> = (1..).zip(TITLES).collect();
    Guide::new(pack(1, &skills, &titles, GOALS)).unwrap()
}
