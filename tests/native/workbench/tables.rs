//! CSV and file names. The reader of CSV here follows RFC 4180 to the letter.

use super::{GUIDE, awkward, day, level};
use career_explorer::domain::guide::Proficiency;
use career_explorer::domain::plan::Ratings;
use career_explorer::domain::standing::gap::gaps;
use career_explorer::domain::workbench::export::csv::{self, Cell, csv};
use career_explorer::domain::workbench::export::file_name::file_name;
use career_explorer::domain::workbench::text::clean;
use proptest::prelude::*;

/// Reads a table: fields parted by commas, records by CR LF, a quoted field with two quotes for one.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut signs = text.strip_prefix('\u{FEFF}').unwrap().chars().peekable();
    let mut quoted = false;
    while let Some(c) = signs.next() {
        match c {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(signs.next(), Some('\n'));
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            '\n' if !quoted => panic!("a line end without its CR"),
            c => field.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && field.is_empty(), "the last record ends as every other one");
    rows
}

#[test]
fn any_text_comes_back_and_none_of_it_is_a_formula() {
    for text in awkward() {
        let table = csv([vec![Cell::Text("a"), Cell::Text(&text), Cell::Empty, Cell::Figure("-1.5".into())]]);
        let rows = read(&table);
        let kept = clean(&text).replace('\n', "\r\n");
        let formula = kept.trim_start().starts_with(['=', '+', '-', '@']);
        assert_eq!(rows, [vec!["a".to_owned(), if formula { format!("'{kept}") } else { kept }, String::new(), "-1.5".into()]]);
    }
    for formula in ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "\u{feff}=1", "＝1", "|x", "%x", "\u{0}=1"] {
        let field = &read(&csv([vec![Cell::Text(formula)]]))[0][0];
        assert!(field.starts_with('\''), "{formula:?}: {field:?}");
    }
    assert_eq!(csv([]), "\u{FEFF}");
}

#[test]
fn the_table_of_gaps_has_a_row_a_skill() {
    let labels = csv::Labels {
        skill: "Skill",
        dimension: "Kind",
        asked: "Asked",
        rated: "You",
        missing: "Missing",
        weight: "Weight",
        points: "Points, of 100",
        dimensions: ["Technical", "Leadership", "Operational", "Emerging"],
    };
    let title = GUIDE.title_by_id(&"head-of-engineering".into()).unwrap();
    let rated = |place: usize| (place > 0).then(|| level(3));
    let ratings = Ratings::from_values((0..GUIDE.skills().len()).map(rated).collect());
    let gaps = gaps(&GUIDE, &ratings, title);
    let rows = read(&csv::gaps(&GUIDE, &gaps, &labels));
    assert_eq!(rows.len(), 1 + GUIDE.skills().len());
    assert!(rows.iter().all(|r| r.len() == 7));
    assert_eq!(rows[0], ["Skill", "Kind", "Asked", "You", "Missing", "Weight", "Points, of 100"]);
    let first = &rows[1];
    assert_eq!(
        (first[0].as_str(), first[1].as_str(), &first[3..5]),
        ("Software Architecture & System Design", "Technical", &[String::new(), String::new()][..])
    );
    let asked: u32 = gaps.iter().map(|g| g.at_stake()).sum();
    for (row, gap) in rows[1..].iter().zip(&gaps).skip(1) {
        assert_eq!(row[2], gap.required.to_string());
        assert_eq!(row[3], "3");
        assert_eq!(row[4], Proficiency::new(3).unwrap().below(gap.required).to_string());
        let points: f64 = row[6].parse().unwrap();
        assert!((points - f64::from(gap.weighted()) * 100.0 / f64::from(asked)).abs() <= 0.0501, "{row:?}");
    }
}

#[test]
fn file_names_carry_target_and_date_and_are_safe_everywhere() {
    for (what, target, ending, name) in [
        ("gap", "Head of Engineering", "csv", "gap-head-of-engineering-2028-02-29.csv"),
        ("Plan", "VP of Engineering", ".md", "plan-vp-of-engineering-2028-02-29.md"),
        ("Gap", "Technical Author/Speaker", "csv", "gap-technical-author-speaker-2028-02-29.csv"),
        ("Lücke", "Größter Übermut ¿qué? Ærø", "ics", "lucke-grosster-ubermut-que-aero-2028-02-29.ics"),
        ("e\u{301}te\u{301}", "don’t", "md", "ete-dont-2028-02-29.md"),
        ("../../etc/passwd", "a\\b:c*d?e\"f<g>h|i\0j", "md", "etc-passwd-a-b-c-d-e-f-g-h-i-j-2028-02-29.md"),
        ("", "工程主管", "json", "2028-02-29.json"),
        ("plan", "👍", "", "plan-2028-02-29"),
        ("CON", "", "txt", "con-2028-02-29.txt"),
        ("-", " . ", "md", "2028-02-29.md"),
    ] {
        assert_eq!(file_name(what, target, day("2028-02-29"), ending), name);
    }
    let long = file_name("plan", &"engineering ".repeat(900), day("2026-12-31"), "json");
    assert_eq!(long.len(), 100 + ".json".len() - 1, "{long}");
    assert!(long.ends_with("-engineering-2026-12-31.json") || long.ends_with("-2026-12-31.json"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table_comes_back(cells in proptest::collection::vec(proptest::collection::vec(r#"[\PC\n,"=+@-]{0,12}"#, 3), 1..6)) {
        let table = csv(cells.iter().map(|row| row.iter().map(|c| Cell::Text(c)).collect()));
        let rows = read(&table);
        for (read, row) in rows.iter().zip(&cells) {
            for (read, cell) in read.iter().zip(row) {
                let kept = clean(cell);
                prop_assert_eq!(read.trim_start_matches('\'').replace("\r\n", "\n"), kept.trim_start_matches('\''));
            }
        }
        prop_assert_eq!(rows.len(), cells.len());
    }

    #[test]
    fn any_name_is_safe(what in r"\PC{0,40}", target in r"\PC{0,200}") {
        let name = file_name(&what, &target, day("2026-11-24"), "md");
        prop_assert!(name.len() <= 103 && name.ends_with("2026-11-24.md"));
        prop_assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.')));
        prop_assert!(!name.starts_with(['-', '.']) && name.matches('.').count() == 1 && !name.contains("--"));
    }
}
