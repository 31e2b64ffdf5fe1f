//! A plan as Markdown: typed text never becomes markup.

use super::{GUIDE, awkward, level};
use career_explorer::domain::guide::SkillId;
use career_explorer::domain::plan::Ratings;
use career_explorer::domain::standing::gap::gaps;
use career_explorer::domain::workbench::evidence::{Achievement, AchievementId};
use career_explorer::domain::workbench::export::markdown::{Document, Labels, Section, evidence_section, gap_section, write};
use career_explorer::domain::workbench::metric::{Amount, Metric};
use career_explorer::domain::workbench::when::When;

const LABELS: Labels<'static> = Labels {
    gaps: "What is missing",
    gap_columns: ["Skill", "Asked", "You", "Missing"],
    unrated: "not rated",
    evidence: "Evidence",
    evidence_columns: ["When", "What", "Measured", "Skills"],
    change: "→",
};

#[test]
fn a_document_is_exactly_this() {
    let document = Document {
        title: "Plan: Head of Engineering".into(),
        facts: vec![("Readiness".into(), "61–66 %".into()), ("Pace".into(), "6 h a week".into())],
        sections: vec![
            Section {
                heading: "Why".into(),
                text: "First line\nsecond line\n\n1. not a list\r\n\r\n# no heading".into(),
                ..Section::default()
            },
            Section { heading: "Empty".into(), ..Section::default() },
            Section { heading: "Only headings".into(), table: vec![vec!["a".into()]], ..Section::default() },
            Section {
                heading: "Steps".into(),
                table: vec![
                    vec!["Skill".into(), "By".into()],
                    vec!["a|b".into(), "*May*".into(), "too much".into()],
                    vec!["c".into()],
                ],
                list: vec![(Some(true), "done".into()), (Some(false), "to do".into()), (None, "- x".into())],
                ..Section::default()
            },
        ],
    };
    assert_eq!(
        write(&document),
        "# Plan: Head of Engineering\n\n- **Readiness:** 61–66 %\n- **Pace:** 6 h a week\n\n## Why\n\nFirst line\\\nsecond line\n\n\
         1\\. not a list\n\n\\# no heading\n\n## Steps\n\n| Skill | By |\n| --- | --- |\n| a\\|b | \\*May\\* |\n| c |  |\n\n\
         - [x] done\n- [ ] to do\n- \\- x\n"
    );
}

#[test]
fn no_text_becomes_markup() {
    for (text, escaped) in [
        ("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"),
        ("<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"),
        ("[x](javascript:1) ![y](z)", "\\[x\\](javascript:1) \\!\\[y\\](z)"),
        ("12) a", "12\\) a"),
        ("12 a. b", "12 a. b"),
        ("+ a", "\\+ a"),
        ("=== a", "\\=== a"),
        ("a # b #", "a \\# b \\#"),
        ("https://x.y www.z", "https\\://x.y www\\.z"),
        ("me@x.y", "me\\@x.y"),
        ("C:\\temp", "C:\\\\temp"),
        ("a | b", "a \\| b"),
        ("$x$", "\\$x\\$"),
    ] {
        let document = Document {
            title: "t".into(),
            sections: vec![Section { heading: "h".into(), list: vec![(None, text.into())], ..Section::default() }],
            ..Document::default()
        };
        assert_eq!(write(&document), format!("# t\n\n## h\n\n- {escaped}\n"));
    }
}

/// What is left once the escapes are taken out again.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match (c, signs.peek()) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => plain.extend(signs.next()),
            _ => plain.push(c),
        }
    }
    plain
}

#[test]
fn awkward_text_stays_in_its_place_and_whole() {
    for text in awkward() {
        let all = |text: &str| Document {
            title: text.to_owned(),
            facts: vec![(text.to_owned(), text.to_owned())],
            sections: vec![Section {
                heading: "h".into(),
                text: "p".into(),
                table: vec![vec!["a".into(), "b".into()], vec![text.to_owned(), text.to_owned()]],
                list: vec![(Some(true), text.to_owned())],
            }],
        };
        let written = write(&all(&text));
        assert_eq!(written.lines().count(), write(&all("x")).lines().count(), "one line stays one line");
        assert!(!written.chars().any(|c| c.is_control() && c != '\n'));
        let row = written.lines().skip_while(|l| *l != "| --- | --- |").nth(1).unwrap();
        let bars = row.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert_eq!(bars, 3, "two cells");
        let letters = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).count();
        assert!(letters(&unescaped(&written)) >= 4 * letters(&text), "nothing is lost");
    }
}

#[test]
fn gaps_and_evidence_are_tables() {
    let title = GUIDE.title_by_id(&"head-of-engineering".into()).unwrap();
    let ratings = Ratings::from_values(vec![Some(level(2)), None]);
    let section = gap_section(&GUIDE, &gaps(&GUIDE, &ratings, title)[..2], &LABELS);
    let asked = |place: usize| GUIDE.requirement(title)[place].get();
    assert_eq!(
        section.table[1],
        ["Software Architecture & System Design", &asked(0).to_string(), "2", &(asked(0) - 2).to_string()]
    );
    assert_eq!(section.table[2], ["Cloud Computing & Infrastructure", &asked(1).to_string(), "not rated", ""]);

    let mut one = Achievement::new("Cut the build", When::parse("2026-03").unwrap());
    one.metric = Some(Metric::Change { from: Amount::whole(40).unwrap(), to: Amount::whole(12).unwrap(), unit: "minutes".into() });
    one.skills = [("devops-ci-cd", 3), ("gone", 2)].map(|(id, l)| (SkillId::new(id), level(l))).into();
    let id = AchievementId::fresh("a1");
    let section = evidence_section(&GUIDE, &[(&id, &one)], &LABELS);
    assert_eq!(section.table[1], ["2026-03", "Cut the build", "40 → 12 minutes", "DevOps & CI/CD 3, gone 2"]);
    for when in ["2026-12-31", "2028-02-29", "2028-02", "0001-01-01", "9999-12-31"] {
        one.when = When::parse(when).unwrap();
        assert_eq!(evidence_section(&GUIDE, &[(&id, &one)], &LABELS).table[1][0], when);
    }
    one.metric = Some(Metric::Reached { to: Amount::whole(7).unwrap(), unit: String::new() });
    assert_eq!(evidence_section(&GUIDE, &[(&id, &one)], &LABELS).table[1][2], "7");
}
