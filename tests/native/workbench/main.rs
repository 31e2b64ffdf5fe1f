//! The workbench: what is read from a line, what is made of it, and each format to take away, with awkward input in all of them.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod backup;
mod calendar;
mod due;
mod evidence;
mod goals;
mod helping;
mod learning;
mod markdown;
mod quick;
mod resume;
mod tables;

use career_explorer::content;
use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{Guide, Proficiency, SkillId, SkillIx};
use std::sync::LazyLock;

static GUIDE: LazyLock<&Guide> = LazyLock::new(|| content::whole(Box::leak(Box::new(content::guide().unwrap()))));

/// Texts that break what was not made for them.
fn awkward() -> Vec<String> {
    vec![
        String::new(),
        "plain".into(),
        "Zoë 👩‍👩‍👧‍👦 naïve café 日本語 ǆ ﬁ".into(),
        "שלום עולם, \u{202E}reversed\u{202C} مرحبا".into(),
        "comma, semicolon; colon: \"quotes\" 'single' \\ backslash \\n".into(),
        "line\nbreak\r\nand\rreturn\u{2028}and separator".into(),
        "\u{0}\u{1}\u{7}\u{8}\u{b}\u{1b}[31m control \u{7f}\u{9b} characters".into(),
        "<script>alert(1)</script> & # * _ [link](javascript:1) | table ` code ~~ > quote".into(),
        "=1+1".into(),
        "+cmd|' /C calc'!A0".into(),
        "-2".into(),
        "@SUM(A1)".into(),
        "\t=tab".into(),
        "1. list\n- item\n# heading\n---\n".into(),
        "x".repeat(10_000),
        "👍".repeat(10_000),
        " ".repeat(10_000),
        format!("{}\u{301}", "é".repeat(100)),
    ]
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn level(number: u8) -> Proficiency {
    Proficiency::new(number).unwrap()
}

fn skill(id: &str) -> SkillIx {
    GUIDE.skill_by_id(&SkillId::new(id)).unwrap()
}

fn skill_ids(skills: &[SkillIx]) -> Vec<&'static str> {
    skills.iter().map(|s| GUIDE.skill(*s).id.as_str()).collect()
}
