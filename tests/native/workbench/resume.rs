//! JSON Resume: what is written keeps to the schema, and what others write is read.

use super::{GUIDE, awkward, day, level, skill};
use career_explorer::domain::base::day::Day;
use career_explorer::domain::workbench::evidence::Achievement;
use career_explorer::domain::workbench::export::resume::{
    Job, MAX_BYTES, Resume, ResumeError, Stated, Suits, Warning, Work, jobs, line, propose_skills, propose_titles, read, write,
};
use career_explorer::domain::workbench::lexicon::Lexicon;
use career_explorer::domain::workbench::metric::{Amount, Metric};
use career_explorer::domain::workbench::when::When;
use serde_json::{Value, json};

fn today() -> Day {
    day("2026-11-24")
}

fn when(text: &str) -> Option<When> {
    When::parse(text)
}

fn resume(text: &str) -> Resume {
    Resume {
        name: text.to_owned(),
        label: text.to_owned(),
        summary: text.to_owned(),
        work: vec![
            Work {
                employer: text.to_owned(),
                position: text.to_owned(),
                from: when("2024-02-29"),
                to: None,
                lines: vec![text.to_owned(), "Cut the build".into()],
            },
            Work { employer: "B".into(), position: "Engineer".into(), from: when("2020"), to: when("2023-12"), lines: Vec::new() },
        ],
        skills: vec![(text.to_owned(), text.to_owned()), ("Cloud".into(), "Proficient".into())],
        certificates: vec![(text.to_owned(), text.to_owned(), when("2025-01")), ("C".into(), String::new(), when("0999"))],
    }
}

/// The rules of the schema for the parts that are written: which fields there are, and the form of a date.
fn keeps_to_the_schema(file: &Value) {
    let date = |value: &Value| {
        let text = value.as_str().unwrap();
        let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        assert!(["0000", "0000-00", "0000-00-00"].contains(&shape.as_str()) && text.starts_with(['1', '2']), "{text}");
    };
    let fields = |value: &Value, known: &[&str]| {
        for (field, value) in value.as_object().unwrap() {
            assert!(known.contains(&field.as_str()), "{field}");
            match field.as_str() {
                "startDate" | "endDate" | "date" => date(value),
                "highlights" => assert!(value.as_array().unwrap().iter().all(Value::is_string)),
                _ => assert!(value.is_string(), "{field}"),
            }
        }
    };
    let root: Vec<&str> = file.as_object().unwrap().keys().map(String::as_str).collect();
    assert!(root.iter().all(|f| ["$schema", "basics", "work", "skills", "certificates", "meta"].contains(f)), "{root:?}");
    fields(&file["basics"], &["name", "label", "summary"]);
    file["work"].as_array().unwrap().iter().for_each(|v| fields(v, &["name", "position", "startDate", "endDate", "highlights"]));
    file["skills"].as_array().unwrap().iter().for_each(|v| fields(v, &["name", "level"]));
    file["certificates"].as_array().unwrap().iter().for_each(|v| fields(v, &["name", "issuer", "date"]));
    fields(&file["meta"], &["version", "lastModified"]);
}

#[test]
fn what_is_written_keeps_to_the_schema_and_is_read_back() {
    for text in awkward() {
        let written = write(&resume(&text), "2026-11-24");
        let file: Value = serde_json::from_str(&written).unwrap();
        keeps_to_the_schema(&file);
        let reading = read(&written, today()).unwrap();
        assert_eq!(reading.warnings, []);
        assert_eq!(reading.imported.jobs.len(), 2);
        assert_eq!(reading.imported.jobs[0].from, when("2024-02-29"));
        assert_eq!(reading.imported.jobs[0].lines.last().unwrap(), "Cut the build");
    }
    let empty = write(&Resume::default(), "2026-11-24");
    keeps_to_the_schema(&serde_json::from_str(&empty).unwrap());
    assert_eq!(read(&empty, today()).unwrap().imported.months, 0);
}

#[test]
fn a_line_says_its_metric_once() {
    let metric = |from: &str, to: &str| {
        let amount = |text| Amount::parse(text).unwrap();
        Some(Metric::Change { from: amount(from), to: amount(to), unit: "minutes".into() })
    };
    let one = |text: &str, metric| line(&Achievement { metric, ..Achievement::new(text, when("2026").unwrap()) }, "→");
    assert_eq!(one("Cut the build", metric("40", "12")), "Cut the build (40 → 12 minutes)");
    assert_eq!(one("Cut the build from 40 to 12 minutes.", metric("40", "12")), "Cut the build from 40 to 12 minutes.");
    assert_eq!(one("Cut 140 builds of 12 minutes", metric("40", "12")), "Cut 140 builds of 12 minutes (40 → 12 minutes)");
    assert_eq!(one("Cut the build", None), "Cut the build");
}

fn months(work: Value) -> u32 {
    read(&json!({ "work": work }).to_string(), today()).unwrap().imported.months
}

#[test]
fn overlapping_jobs_count_once_and_open_ones_up_to_today() {
    let job = |from: &str, to: &str| match to {
        "" => json!({ "startDate": from }),
        to => json!({ "startDate": from, "endDate": to }),
    };
    for (jobs, expected) in [
        (vec![], 0),
        (vec![("2020-01", "2020-12")], 12),
        (vec![("2020-01-31", "2020-02-01")], 2),
        (vec![("2020-01", "2020-12"), ("2020-06", "2021-05")], 17),
        (vec![("2020-01", "2020-12"), ("2020-03", "2020-05")], 12),
        (vec![("2020-01", "2020-06"), ("2020-07", "2020-12")], 12),
        (vec![("2020-01", "2020-06"), ("2020-06", "2020-12")], 12), // changed within a month
        (vec![("2020-01", "2020-02"), ("2021-01", "2021-02")], 4),
        (vec![("2021-01", "2021-02"), ("2020-01", "2020-02"), ("2020-01", "2021-01")], 14),
        (vec![("2025-12", "")], 12),
        (vec![("2026-11-24", "")], 1),
        (vec![("2025-11", "2030-01")], 13), // not beyond today
        (vec![("2018", "2020")], 25),       // from the middle of one to the middle of the other
        (vec![("2026", "")], 5),            // July to November
        (vec![("2024-02-29", "2024-02-29")], 1),
        (vec![("1999-12-31", "2000-01-01")], 2),
        (vec![("", "2020-01")], 0),
    ] {
        let work: Vec<Value> = jobs.iter().map(|(from, to)| job(from, to)).collect();
        assert_eq!(months(json!(work)), expected, "{jobs:?}");
    }
    let reading = read(r#"{"work":[{"startDate":"2016-02","endDate":"2026-01"}]}"#, today()).unwrap();
    assert_eq!(reading.imported.years(), 10);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_taken() {
    let file = json!({
        "basics": { "name": " Zoë\n👩 ", "label": 5, "summary": "One\n\ntwo", "location": { "city": "שלום" } },
        "work": [
            { "company": "Old", "position": "Engineer", "startDate": "2027-02-29", "endDate": "Present", "highlights": ["a\nb", "", 7] },
            "nonsense",
            { "name": "B", "startDate": "2025-01", "endDate": "2024-01" },
            { "name": "C", "startDate": "2030-01" },
            { "name": "D", "startDate": "2019-05-01T00:00:00Z", "endDate": 2020 },
            { "name": "E", "startDate": null, "endDate": "" },
        ],
        "skills": { "name": "no list" },
        "certificates": [{ "name": "CKA" }, {}],
        "unknown": [1, 2],
    });
    let reading = read(&format!("\u{FEFF}{file}"), today()).unwrap();
    assert_eq!(
        reading.warnings,
        [
            Warning::Form("work[1]".into()),
            Warning::Date("work[0].startDate".into(), "2027-02-29".into()),
            Warning::Backwards("work[2]".into()),
            Warning::InFuture("work[3]".into()),
            Warning::Form("skills".into()),
        ]
    );
    let imported = reading.imported;
    assert_eq!((imported.name.as_str(), imported.label.as_str(), imported.summary.as_str()), ("Zoë 👩", "", "One\n\ntwo"));
    assert_eq!(imported.certificates, ["CKA"]);
    // May 2019 to the middle of 2020
    assert_eq!(imported.months, 15);
    let old = imported.jobs.iter().find(|j| j.employer == "Old").unwrap();
    assert_eq!(*old, Job { employer: "Old".into(), position: "Engineer".into(), lines: vec!["a b".into()], ..Job::default() });
    // The latest first: what is still held, then by its end; without a beginning last.
    let order: Vec<_> = imported.jobs.iter().map(|j| j.employer.as_str()).collect();
    assert_eq!(order, ["C", "B", "D", "Old", "E"]);
}

#[test]
fn what_is_no_resume_is_refused_with_its_reason() {
    for text in ["", "nonsense", "{", "{\"basics\":", "<html>"] {
        assert!(matches!(read(text, today()), Err(ResumeError::NotJson { .. })), "{text}");
    }
    assert_eq!(read("{\n  \"work\": [}", today()), Err(ResumeError::NotJson { line: 2, column: 12 }));
    for text in ["null", "[]", "5", "\"x\"", "{}", "{\"app\":\"career-explorer\"}"] {
        assert_eq!(read(text, today()), Err(ResumeError::NotAResume), "{text}");
    }
    assert_eq!(read(&" ".repeat(MAX_BYTES + 1), today()), Err(ResumeError::TooLarge));
    // As deep as a stack is not.
    let deep = format!("{{\"work\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(matches!(read(&deep, today()), Err(ResumeError::NotJson { .. })));
    for text in awkward() {
        assert!(read(&text, today()).is_err());
    }
}

#[test]
fn titles_are_proposed_for_a_person_to_confirm() {
    let proposed = |position: &str| {
        propose_titles(&GUIDE, position).iter().map(|p| (GUIDE.title(p.title).id.as_str(), p.suits)).collect::<Vec<_>>()
    };
    for title in GUIDE.titles() {
        let name = &GUIDE.title(title).name;
        let first = propose_titles(&GUIDE, &name.to_uppercase())[0];
        assert_eq!((first.title, first.suits), (title, Suits::Same), "{name}");
    }
    for (position, first, suits) in [
        ("Sr. Engineering Mgr", "senior-engineering-manager", Suits::Same),
        ("Director, Engineering", "director-of-engineering", Suits::Same),
        ("Vice President of Engineering", "vp-of-engineering", Suits::Same),
        ("CTO", "chief-technology-officer", Suits::Same),
        ("Software Developer", "software-engineer", Suits::Same),
        ("Head of Engineering, Payments (EMEA)", "head-of-engineering", Suits::Within),
        ("Acting Senior Engineering Manager", "senior-engineering-manager", Suits::Within),
        ("Tech Lead – Checkout", "technical-lead", Suits::Within),
        ("Co-Founder & CTO", "chief-technology-officer", Suits::Within),
    ] {
        assert_eq!(proposed(position)[0], (first, suits), "{position}");
    }
    for position in ["", "Florist", "👍", "of the and"] {
        assert_eq!(proposed(position), [], "{position}");
    }
    for text in awkward() {
        assert!(propose_titles(&GUIDE, &text).len() <= 3);
    }
}

#[test]
fn skills_are_proposed_with_the_level_that_the_file_says() {
    let lexicon = Lexicon::new(&GUIDE);
    let stated = |pairs: &[(&str, &str)]| {
        let stated: Vec<Stated> =
            pairs.iter().map(|(name, level)| Stated { name: (*name).into(), level: (*level).into() }).collect();
        propose_skills(&GUIDE, &lexicon, &stated)
    };
    assert_eq!(
        stated(&[
            ("Python", "Master"),
            ("Communication", ""),
            ("Kubernetes", "Beginner"),
            ("AWS", "Intermediate"),
            ("Pottery", "Expert"),
            ("", "Expert")
        ]),
        [
            (skill("cloud-computing"), Some(level(2))),
            (skill("programming-languages"), Some(level(4))),
            (skill("communication"), None),
        ]
    );
    assert_eq!(stated(&[]), []);
    let file = json!({ "skills": [{ "name": "Leadership", "level": "Advanced", "keywords": ["Mentoring", 5, ""] }] });
    let imported = read(&file.to_string(), today()).unwrap().imported;
    assert_eq!(imported.skills.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["Leadership", "Mentoring"]);
    assert_eq!(
        propose_skills(&GUIDE, &lexicon, &imported.skills),
        [(skill("leadership"), Some(level(3))), (skill("mentorship"), Some(level(3)))]
    );
}

#[test]
fn jobs_have_their_dates_and_each_line_stands_in_the_job_in_which_it_was_done() {
    let held = [
        ("Engineering Manager".to_owned(), when("2024-02-29"), None),
        ("Technical Lead".to_owned(), when("2020-12-31"), when("2024-02-29")),
    ];
    let done = |all: &[(&str, &str)]| all.iter().map(|(at, line)| (when(at).unwrap(), (*line).to_owned())).collect::<Vec<_>>();
    let log = || done(&[("2026-03", "now"), ("2024", "in the year of the change"), ("2021-01-01", "then"), ("2010", "before all")]);
    let shape = |all: Vec<Work>| {
        let text = |when: Option<When>| when.map_or_else(String::new, |when| when.to_string());
        all.into_iter().map(|job| (job.position, text(job.from), text(job.to), job.lines.join("; "))).collect::<Vec<_>>()
    };
    let row =
        |position: &str, from: &str, to: &str, lines: &str| (position.to_owned(), from.to_owned(), to.to_owned(), lines.to_owned());
    assert_eq!(
        shape(jobs(Vec::new(), &held, log())),
        [
            row("Engineering Manager", "2024-02-29", "", "now; in the year of the change; before all"),
            row("Technical Lead", "2020-12-31", "2024-02-29", "then"),
        ]
    );
    // Another program's file holds where it says something, and what it leaves open is filled in.
    let work = |position: &str, from: Option<When>, to: Option<When>| Work {
        employer: "A".into(),
        position: position.into(),
        from,
        to,
        lines: vec!["of the file".into()],
    };
    let known = vec![work("technical lead", when("2019"), when("2023-12")), work("Head of Payments", None, None)];
    assert_eq!(
        shape(jobs(known, &held, log())),
        [
            row("Head of Payments", "2024-02-29", "", "now; in the year of the change; before all; of the file"),
            row("technical lead", "2019", "2023-12", "then; of the file"),
        ]
    );
    // Without a title or a day all stands in one job without dates, and nothing is lost.
    assert_eq!(shape(jobs(Vec::new(), &[], log())), [row("", "", "", "now; in the year of the change; then; before all")]);
    assert_eq!(shape(jobs(Vec::new(), &[], Vec::new())), []);
    let undated = [("Lead".to_owned(), None, None)];
    assert_eq!(shape(jobs(Vec::new(), &undated, done(&[("2026", "x")]))), [row("Lead", "", "", "x")]);
}
