//! The embedded guide: that it has every row it should, that its judgements hang together, and that its codes are those for ever.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "guide/codes.rs"]
mod codes;

use career_explorer::content;
use career_explorer::domain::guide::{
    Dimension, Guide, Importance, Item, MoveKind, Pack, Proficiency, SectionRole, Source, TitleIx, Topic, validate,
};
use career_explorer::domain::journey::calibration;
use career_explorer::domain::journey::routes::routes;
use career_explorer::domain::page::Page;
use career_explorer::domain::plan::{Experience, Pace, Ratings};
use career_explorer::domain::standing::gap::gaps;
use career_explorer::domain::standing::gate::{Verdict, gate};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

#[path = "small.rs"]
mod small;

static GUIDE: LazyLock<&Guide> =
    LazyLock::new(|| content::whole(Box::leak(Box::new(content::guide().expect("the embedded guide")))));

fn pack() -> &'static Pack {
    GUIDE.pack()
}

/// The items of a part of a section.
fn items(section: &str, group: &str) -> &'static [Item] {
    let groups = &GUIDE.section(section).unwrap_or_else(|| panic!("there is no section {section}")).groups;
    &groups.iter().find(|g| g.id.as_str() == group).unwrap_or_else(|| panic!("there is no part {group} of {section}")).items
}

#[test]
fn the_pack_that_the_app_takes_unchecked_has_no_fault() {
    assert_eq!(validate(pack()), []);
}

#[test]
fn every_part_has_as_many_rows_as_it_should() {
    for (section, parts) in [
        ("role", &[("responsibilities", 8), ("conditions", 5)][..]),
        ("timeline", &[("two-clocks", 4)]),
        // Bachelor's, three further options and the note on results.
        ("path", &[("education", 5), ("experience", 3), ("leadership", 5), ("network", 5), ("portfolio", 5)]),
        // Skills and titles are lists of their own; their sections hold the words that open each part.
        ("skills", &[("group-technical", 0), ("group-strategic", 0), ("group-operational", 0), ("group-emerging", 0)]),
        ("tools", &[("project-management", 6), ("version-control", 3), ("ci-cd", 3), ("monitoring", 3), ("mastery", 6)]),
        (
            "titles",
            &[
                ("level-feeder", 0),
                ("level-entry", 0),
                ("level-mid", 0),
                ("level-senior", 0),
                ("level-executive", 0),
                ("level-onward", 0),
            ],
        ),
        ("pay", &[("positioning", 3), ("package", 3)]),
        ("balance", &[("boundaries", 4), ("delegating", 4), ("support", 4), ("flexibility", 4), ("burnout", 1)]),
        (
            "goals",
            &[
                ("goals-technical", 4),
                ("goals-leadership", 4),
                ("goals-vision", 4),
                ("goals-operations", 4),
                ("goals-influence", 4),
                ("setting", 4),
            ],
        ),
        (
            "linkedin",
            &[
                // Three ingredients and three patterns.
                ("headline", 6),
                ("summary", 5),
                ("experience", 4),
                ("skills", 4),
                ("recommendations", 1),
                ("engagement", 4),
                ("refresh", 1),
            ],
        ),
        ("certifications", &[("certs-management", 3), ("certs-technical", 3), ("certs-business", 2), ("choosing", 1)]),
        ("interview", &[("categories", 4), ("preparation", 5)]),
        ("onward", &[("paths", 6)]),
    ] {
        for (part, rows) in parts {
            assert_eq!(items(section, part).len(), *rows, "{section}, {part}");
        }
        assert_eq!(GUIDE.section(section).unwrap().groups.len(), parts.len(), "{section} has a part that is not counted here");
    }
    // All of these, and the page on method, which is this project's own.
    assert_eq!(pack().sections.len(), 14);
}

#[test]
fn every_list_has_as_many_entries_as_it_should() {
    let skills_of = |dimension| GUIDE.skills().filter(|&s| GUIDE.dimension(s) == dimension).count();
    assert_eq!(Dimension::ALL.map(skills_of), [8, 7, 7, 5]);
    assert_eq!(
        pack().stages.iter().map(|s| (s.name.as_str(), s.focus.len())).collect::<Vec<_>>(),
        [("Entry", 4), ("Mid", 4), ("Senior", 4)]
    );
    let phases: Vec<_> = pack().phases.iter().map(|p| (p.from, p.to)).collect();
    assert_eq!(phases, [(Some(0), Some(3)), (Some(3), Some(6)), (Some(6), Some(10)), (Some(10), None)]);
    assert_eq!((pack().titles.len(), pack().requirements.len(), pack().efforts.len()), (24, 24, 5));
}

#[test]
fn each_level_has_its_titles_and_its_years() {
    for (level, years, titles) in [
        ("feeder", (Some(0), Some(6), false), &["Software Engineer", "Systems Engineer", "Senior Engineer"][..]),
        (
            "entry",
            (Some(3), Some(5), false),
            &["Engineering Team Lead", "Technical Project Manager", "Junior Engineering Manager", "Engineering Coordinator"],
        ),
        (
            "mid",
            (Some(5), Some(10), false),
            &["Engineering Manager", "Technical Lead", "Development Manager", "Principal Engineer", "Engineering Program Manager"],
        ),
        (
            "senior",
            (Some(10), Some(15), true),
            &["Senior Engineering Manager", "Lead Engineer", "Director of Engineering", "Engineering Operations Manager"],
        ),
        ("executive", (Some(15), None, true), &["VP of Engineering", "Chief Technology Officer", "Head of Engineering"]),
        (
            "onward",
            (None, None, false),
            &["VP of Product", "Startup Founder", "Engineering Consultant", "Technical Author/Speaker", "Board Advisor"],
        ),
    ] {
        let record = pack().levels.iter().find(|l| l.id.as_str() == level).unwrap();
        assert_eq!((record.from, record.to, record.open), years, "{level}");
        let found: Vec<&str> = GUIDE.titles_of_level(record).map(|t| GUIDE.title(t).name.as_str()).collect();
        assert_eq!(found, titles, "{level}");
    }
    // The sixth related path is one of the executive titles: Head of Engineering leads on to it.
    let paths: Vec<&str> = items("onward", "paths").iter().map(|i| i.name.as_str()).collect();
    let onward = GUIDE.titles().filter(|&t| GUIDE.is_onward(t)).map(|t| GUIDE.title(t).name.as_str());
    assert_eq!(paths, std::iter::once("Chief Technology Officer").chain(onward).collect::<Vec<_>>());
}

#[test]
fn the_timeline_names_its_titles_in_their_phases() {
    let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for title in GUIDE.titles().filter(|&t| GUIDE.title(t).phase_source == Some(Source::Guide)) {
        named.entry(GUIDE.title(title).phase.as_str()).or_default().push(&GUIDE.title(title).name);
    }
    let expected = [
        ("years-0-3", vec!["Software Engineer", "Systems Engineer"]),
        ("years-3-6", vec!["Senior Engineer", "Engineering Manager", "Technical Lead"]),
        // VP-level posts from year 6; the timeline names VP of Engineering again among the last.
        ("years-6-10", vec!["Director of Engineering", "VP of Engineering"]),
        ("years-10-on", vec!["Chief Technology Officer", "Head of Engineering"]),
    ];
    assert_eq!(named, expected.into());
}

#[test]
fn technical_skills_have_the_importance_that_the_guide_gives_and_no_other_skill_has_one() {
    use Importance::{Critical, High, Medium, NotRated};
    let technical: Vec<(&str, Importance)> = GUIDE
        .skills()
        .filter(|&s| GUIDE.dimension(s) == Dimension::Technical)
        .map(|s| (GUIDE.skill(s).name.as_str(), GUIDE.importance(s)))
        .collect();
    assert_eq!(
        technical,
        [
            ("Software Architecture & System Design", Critical),
            ("Cloud Computing & Infrastructure", High),
            ("DevOps & CI/CD", High),
            ("Programming Languages", High),
            ("Data Engineering & Databases", Medium),
            ("Cybersecurity & Risk Management", High),
            ("API Development & Microservices", Medium),
            ("System Performance & Scalability", High),
        ]
    );
    for skill in &pack().skills {
        let not_rated = skill.importance == Some(NotRated);
        assert!(skill.importance.is_some() && not_rated == (skill.dimension != Some(Dimension::Technical)), "{}", skill.id);
    }
}

#[test]
fn figures_stand_where_they_should() {
    for (place, figure) in [
        ("timeline", "8–15 years"),
        ("clock-whole", "8–15 years"),
        ("clock-fast", "year 10"),
        ("clock-usual", "15 years"),
        ("port-resume", "20 engineers"),
        ("pay-total", "30–50 %"),
        ("linkedin-results", "3–5 achievements"),
        ("linkedin-number", "15–20 skills"),
        ("linkedin-refresh", "3–6 months"),
        ("interview-examples", "6–8 examples"),
        ("setting-quarterly", "quarter"),
        ("setting-smart", "SMART"),
        ("interview-behavioural", "STAR"),
    ] {
        let said = match GUIDE.section(place) {
            Some(section) => section.text.clone(),
            None => {
                let (_, item) =
                    GUIDE.items().find(|(_, i)| i.id.as_str() == place).unwrap_or_else(|| panic!("there is no {place}"));
                format!("{} {}", item.name, item.text)
            }
        };
        assert!(said.contains(figure), "{place}: {said}");
    }
    // The guide gives no salaries, so none are invented.
    for part in &GUIDE.section("pay").unwrap().groups {
        for item in part.items.iter().filter(|i| i.id.as_str() != "pay-total") {
            assert!(!item.text.contains(|c: char| c.is_ascii_digit() || "$€£".contains(c)), "{}", item.id);
        }
    }
}

/// The lines are shown behind "You can", so each one is the rest of that sentence.
#[test]
fn each_skill_has_five_lines_that_end_a_sentence_beginning_with_you_can() {
    let mut all = BTreeSet::new();
    for skill in &pack().skills {
        assert_eq!(skill.can.len(), 5, "{}", skill.id);
        for line in &skill.can {
            let whole = format!("You can {line}");
            let first = line.split([' ', ',']).next().unwrap();
            assert!(first.starts_with(|c: char| c.is_ascii_lowercase()), "begins with a verb: {whole}");
            assert!(!["you", "can", "be", "have", "understand", "know"].contains(&first), "says what one does: {whole}");
            assert!(line.ends_with('.') && line.matches('.').count() == 1, "is one sentence: {whole}");
            assert!((25..=95).contains(&line.chars().count()), "is neither too short nor too long: {whole}");
            assert!(all.insert(line), "stands twice: {whole}");
        }
    }
    assert_eq!(all.len(), 27 * 5);
}

/// Every line that stands more than once in a list of lines.
fn doubled<'a>(lines: impl Iterator<Item = &'a String>) -> Vec<&'a String> {
    let mut seen = BTreeSet::new();
    lines.filter(|line| !seen.insert(*line)).collect()
}

#[test]
fn each_title_says_what_it_is_by_size_of_company_and_what_to_do_first() {
    let lines = || pack().titles.iter().flat_map(|t| t.sizes.iter().chain(&t.first_days));
    for line in lines() {
        let sound = line.ends_with('.') && (15..=105).contains(&line.chars().count()) && line.starts_with(char::is_uppercase);
        assert!(sound && !line.contains('\n'), "{line}");
    }
    assert_eq!(doubled(lines()), [""; 0]);
    // Some do not exist in a small company, and none says so of a large one.
    let absent = |size: usize| pack().titles.iter().filter(|t| t.sizes[size].contains("oes not exist")).count();
    assert!(absent(0) >= 8 && absent(1) == 0 && absent(2) == 0, "{} {} {}", absent(0), absent(1), absent(2));
}

#[test]
fn each_title_has_other_names_that_fit_a_picker() {
    for title in &pack().titles {
        assert!((1..=4).contains(&title.also.len()), "{}", title.id);
        for name in &title.also {
            assert!((3..=32).contains(&name.chars().count()) && name.starts_with(char::is_uppercase), "{name}");
        }
    }
    let names: BTreeSet<&str> = pack().titles.iter().flat_map(|t| &t.also).map(String::as_str).collect();
    for name in ["Staff Engineer", "Group Manager", "Tech Lead Manager", "CTO"] {
        assert!(names.contains(name), "{name}");
    }
}

/// The guide describes its sixteen titles and the related paths; the three that feed them it only names.
#[test]
fn what_the_guide_does_not_say_of_a_title_is_not_said_to_be_its() {
    for title in &pack().titles {
        let source = if title.level.as_str() == "feeder" { Source::Judgement } else { Source::Guide };
        assert_eq!(title.focus_source, Some(source), "{}", title.id);
    }
    let guides: Vec<&str> =
        pack().titles.iter().filter(|t| t.missing_source == Some(Source::Guide)).map(|t| t.id.as_str()).collect();
    assert_eq!(guides, ["chief-technology-officer", "vp-of-product"]);
}

#[test]
fn certifications_say_what_they_ask_and_prove_and_lead_to_who_issues_them() {
    let groups = ["certs-management", "certs-technical", "certs-business"];
    for item in groups.iter().flat_map(|group| items("certifications", group)) {
        assert!(!item.prerequisites.is_empty() && !item.proves.is_empty() && !item.links.is_empty(), "{}", item.id);
    }
    // What the guide calls a Certified Engineering Manager is marked, with those that exist.
    let engineering = &items("certifications", "certs-management")[0];
    assert!(["Energy", "ASEM", "CAEM", "CPEM"].iter().all(|name| engineering.note.contains(name)), "{}", engineering.note);
}

#[test]
fn each_tool_leads_to_its_site() {
    let groups = ["project-management", "version-control", "ci-cd", "monitoring"];
    let tools: Vec<&Item> = groups.iter().flat_map(|group| items("tools", group)).collect();
    assert_eq!(tools.len(), 15);
    for tool in tools {
        let [link] = &tool.links[..] else { panic!("{} has one site", tool.id) };
        let url = link.url.as_ref().unwrap().as_str();
        let host = url.strip_prefix("https://").unwrap().split('/').next().unwrap();
        // The link says where it leads.
        assert_eq!(host.strip_prefix("www.").unwrap_or(host), link.name, "{}", tool.id);
    }
}

/// Whoever rates reads what stands before the last comma, and the rest on demand: so it stands by itself, and takes two lines on a phone.
#[test]
fn the_first_part_of_each_line_is_short_and_tells_the_levels_apart() {
    for skill in &pack().skills {
        let mut all = BTreeSet::new();
        for line in &skill.can {
            let first = career_explorer::ui::words::behaviours::gist(line);
            assert!((15..=64).contains(&first.chars().count()), "{}: {first}", skill.id);
            assert!(!first.ends_with([',', ':', ';']) && !first.ends_with(" and") && !first.ends_with(" or"), "{first}");
            assert!(all.insert(first), "tells two levels apart: {first}");
        }
    }
}

/// The scale: 3 for a team, 4 for several teams (or their leads), 5 for a company.
#[test]
fn the_lines_of_levels_3_to_5_name_what_their_level_is_for() {
    for skill in &pack().skills {
        for (level, word) in [(3, "team"), (4, "teams"), (5, "company")] {
            let line = &skill.can[level - 1];
            assert!(line.contains(word), "{} {level} says “{word}”: {line}", skill.id);
        }
        for line in &skill.can[..2] {
            assert!(
                !line.contains("teams") && !line.contains("company's engineers"),
                "{}: is about one's own work: {line}",
                skill.id
            );
        }
    }
}

/// The question is asked of a person about something that happened, by whoever looks at their plan.
#[test]
fn each_skill_has_one_question_that_asks_for_what_happened() {
    let mut all = BTreeSet::new();
    for skill in &pack().skills {
        let ask = skill.ask.as_str();
        assert!(ask.ends_with('?') && ask.matches('?').count() == 1 && !ask.contains(". "), "is one question: {ask}");
        assert!((25..=95).contains(&ask.chars().count()), "is neither too short nor too long: {ask}");
        assert!(ask.contains("you"), "is asked of somebody: {ask}");
        let words: Vec<&str> = ask.split(' ').collect();
        assert!(all.insert(words[..4].to_vec()), "begins as another one does: {ask}");
    }
}

/// The examples are shown behind "Evidence, for example:", to the person themselves and to whoever rates them.
#[test]
fn each_level_from_3_to_5_has_one_example_of_evidence_that_is_like_no_other() {
    let mut all = BTreeSet::new();
    for skill in &pack().skills {
        for line in &skill.evidence {
            assert!(line.starts_with(|c: char| c.is_ascii_lowercase()), "goes on a sentence: {line}");
            assert!(line.ends_with('.') && line.matches('.').count() == 1, "is one sentence: {line}");
            assert!((25..=95).contains(&line.chars().count()), "is neither too short nor too long: {line}");
            let words: Vec<&str> = line.split(|c: char| !c.is_alphabetic()).collect();
            assert!(!words.iter().any(|w| w.starts_with("you")), "is about nobody in particular: {line}");
            // Two examples that begin alike would be one template with the nouns exchanged.
            assert!(all.insert(words[..4].to_vec()), "begins as another one does: {line}");
        }
        let levels: Vec<_> =
            Proficiency::all().filter(|&l| GUIDE.evidence(GUIDE.skill_by_id(&skill.id).unwrap(), l).is_some()).collect();
        assert_eq!(levels.iter().map(|l| l.get()).collect::<Vec<_>>(), [3, 4, 5], "{}", skill.id);
    }
    assert_eq!(all.len(), 27 * 3);
}

#[test]
fn what_to_read_goes_from_easy_to_far_and_is_named_in_one_way_only() {
    let mut known = BTreeMap::new();
    for skill in &pack().skills {
        assert!(skill.resources.is_sorted_by_key(|r| r.level), "{}: the easiest comes first", skill.id);
        for resource in &skill.resources {
            let of = (&resource.author, resource.year);
            assert_eq!(*known.entry(&resource.title).or_insert(of), of, "{}", resource.title);
            assert!(resource.title.chars().count() <= 125 && !resource.title.ends_with('.'), "{}", resource.title);
        }
    }
    let leadership = GUIDE.skill_by_id(&"leadership".into()).unwrap();
    let read = |level| GUIDE.resource_for(leadership, Proficiency::new(level).unwrap()).map(|r| r.title.as_str());
    assert_eq!(
        [1, 3, 4, 5].map(read),
        [Some("The Manager's Path"), Some("The Manager's Path"), Some("An Elegant Puzzle"), Some("Team Topologies")]
    );
}

#[test]
fn each_skill_has_keywords_that_are_not_its_name() {
    let of = |id: &str| pack().keywords.iter().find(|k| k.skill.as_str() == id);
    for skill in &pack().skills {
        let words = of(skill.id.as_str()).map_or(&[][..], |k| &k.words);
        assert!((5..=15).contains(&words.len()), "{}: {}", skill.id, words.len());
        for word in words {
            let names = [skill.name.to_lowercase(), skill.short.to_lowercase()];
            assert!(!names.contains(word), "{}: “{word}” is its name", skill.id);
        }
    }
}

#[test]
fn each_judgement_has_its_reason_in_one_line() {
    let requirements = pack().requirements.iter().map(|r| (r.title.to_string(), &r.rationale));
    let moves = pack().moves.iter().map(|m| (format!("{} → {}", m.from, m.to), &m.rationale));
    let helps = GUIDE.items().filter(|(_, i)| !i.helps.is_empty()).map(|(_, i)| (i.id.to_string(), &i.rationale));
    let efforts = pack().efforts.iter().map(|e| (format!("effort {}", e.level), &e.rationale));
    let tracks = pack().tracks.iter().map(|t| (t.id.to_string(), &t.rationale));
    for (entry, rationale) in requirements.chain(moves).chain(helps).chain(efforts).chain(tracks) {
        let sound = !rationale.contains('\n') && rationale.ends_with('.') && (10..=150).contains(&rationale.chars().count());
        assert!(sound, "{entry}: {rationale}");
    }
}

/// The scale: 3 is for a team, 4 for several teams. A single-team title may be asked for more where its whole work is: in the Critical
/// and High technical skills of the technical track.
#[test]
fn no_single_team_title_is_asked_for_a_level_that_takes_several_teams() {
    for id in [
        "software-engineer",
        "systems-engineer",
        "senior-engineer",
        "engineering-team-lead",
        "technical-project-manager",
        "junior-engineering-manager",
        "engineering-coordinator",
        "engineering-manager",
        "technical-lead",
    ] {
        let title = GUIDE.title_by_id(&id.into()).unwrap();
        let on_technical_track = GUIDE.track(title).is_some_and(|track| track.id.as_str() == "technical");
        for skill in GUIDE.skills().filter(|&s| GUIDE.required(title, s).get() >= 4) {
            let deep = matches!(GUIDE.importance(skill), Importance::Critical | Importance::High);
            assert!(on_technical_track && deep, "{id} is asked for {} {}", GUIDE.skill(skill).name, GUIDE.required(title, skill));
        }
    }
}

fn promotions() -> impl Iterator<Item = (TitleIx, TitleIx, String)> {
    let promotion = |number: &usize| GUIDE.one_move(*number).kind == Some(MoveKind::Promotion);
    (0..GUIDE.move_count()).filter(promotion).map(|number| {
        let (from, to) = GUIDE.ends(number);
        (from, to, format!("{} → {}", GUIDE.title(from).name, GUIDE.title(to).name))
    })
}

#[test]
fn a_promotion_never_drops_a_skill_by_more_than_one_level() {
    for (from, to, name) in promotions() {
        for skill in GUIDE.skills().filter(|&s| GUIDE.skill(s).id.as_str() != "programming-languages") {
            let drop = GUIDE.required(to, skill).below(GUIDE.required(from, skill));
            assert!(drop <= 1, "{name}: {} falls by {drop}", GUIDE.skill(skill).name);
        }
    }
}

/// Every level-5 line that no title asks for says for whom it is, and there are few of them.
#[test]
fn at_most_five_level_5_lines_are_asked_of_nobody_and_each_says_for_whom_it_is() {
    let of_nobody: BTreeSet<&str> = GUIDE
        .skills()
        .filter(|&s| GUIDE.titles().all(|t| GUIDE.required(t, s) < Proficiency::MAX))
        .map(|s| GUIDE.skill(s).id.as_str())
        .collect();
    let said: BTreeSet<&str> = pack().unasked.iter().filter(|u| u.level == 5).map(|u| u.skill.as_str()).collect();
    assert_eq!(of_nobody, said);
    assert!(of_nobody.len() <= 5, "{of_nobody:?}");
    for one in &pack().unasked {
        assert!(one.whom.starts_with("For ") && one.whom.ends_with('.') && one.whom.chars().count() <= 110, "{}", one.whom);
    }
}

fn profile(title: TitleIx) -> Ratings {
    Ratings::from_values(GUIDE.requirement(title).iter().copied().map(Some).collect())
}

fn gate_with(ratings: &Ratings, title: TitleIx) -> Verdict {
    gate(&GUIDE, &gaps(&GUIDE, ratings, title)).unwrap().passed()
}

#[test]
fn nobody_passes_the_gate_of_a_promotion_by_holding_still() {
    assert_eq!(promotions().count(), 16);
    for (from, to, name) in promotions() {
        assert_eq!(gate_with(&profile(from), to), Verdict::NotMet, "{name}");
    }
}

#[test]
fn whoever_meets_all_of_a_profile_passes_its_gate() {
    for title in GUIDE.titles().filter(|&t| !GUIDE.is_onward(t)) {
        assert_eq!(gate_with(&profile(title), title), Verdict::Met, "{}", GUIDE.title(title).name);
        // More than that, too.
        let all = Ratings::from_values(vec![Some(Proficiency::MAX); GUIDE.skills().len()]);
        assert_eq!(gate_with(&all, title), Verdict::Met, "{}", GUIDE.title(title).name);
    }
}

/// At the default pace a promotion takes about as long as people stay before it: from exactly the profile of the one title to all that
/// the next one asks. One does not: whoever goes from one team straight to a department builds what two promotions ask, in the years of one.
#[test]
fn hours_and_years_agree_for_all_promotions_but_one() {
    let table = calibration::promotions(&GUIDE);
    println!("hours beside the stay, at {} hours a week:", Pace::default().hours_per_week);
    for one in &table {
        let ((from, to), (short, long)) = (GUIDE.ends(one.number), GUIDE.dwell(one.number));
        println!(
            "{} → {}: {} steps, {:.0} h, {} months at least, {:.1} years; stay {short}–{long}{}",
            GUIDE.title(from).id,
            GUIDE.title(to).id,
            one.steps,
            one.effort.likely_hours(Pace::default()),
            one.effort.months(),
            f64::from(one.takes()) / 365.2425,
            if one.is_within(&GUIDE) { "" } else { ": not within" }
        );
    }
    let outside: Vec<_> = table.iter().filter(|one| !one.is_within(&GUIDE)).map(|one| GUIDE.ends(one.number)).collect();
    let title = |id: &str| GUIDE.title_by_id(&id.into()).unwrap();
    assert_eq!((table.len(), outside), (16, vec![(title("engineering-manager"), title("director-of-engineering"))]));
}

/// The guide: the whole journey takes 8 to 15 years.
#[test]
fn the_usual_ways_from_software_engineer_to_head_take_8_to_15_years() {
    let title = |id: &str| GUIDE.title_by_id(&id.into()).unwrap();
    let ends = (title("software-engineer"), title("head-of-engineering"));
    let usual = [
        "software-engineer",
        "senior-engineer",
        "engineering-team-lead",
        "engineering-manager",
        "director-of-engineering",
        "head-of-engineering",
    ]
    .map(title);
    let stays = usual.windows(2).map(|pair| GUIDE.dwell(GUIDE.move_between(pair[0], pair[1]).unwrap()));
    let sum = stays.fold((0, 0), |(short, long), stay| (short + stay.0, long + stay.1));
    assert_eq!(sum, (8, 15));
    // On both clocks, which hold anyone back who is quicker than the bands of the titles.
    let unrated = Ratings::from_values(vec![None; GUIDE.skills().len()]);
    let found = routes(&GUIDE, &unrated, Experience::of(0), ends.0, ends.1);
    for route in &found {
        let ids: Vec<&str> = route.titles().iter().map(|t| GUIDE.title(*t).id.as_str()).collect();
        println!("{}–{} years, heaviest gap {}: {}", route.arrival().fast, route.arrival().usual, route.gap(), ids.join(", "));
    }
    let arrival = found[0].arrival();
    assert!((8..=15).contains(&arrival.fast) && arrival.usual == 15, "{arrival:?}");
    assert!(found.iter().all(|route| (8..=15).contains(&route.arrival().fast)), "{found:?}");
}

/// Small guides are searched to the end; this is the largest of those that the app has.
#[test]
fn a_route_never_counts_a_step_twice() {
    let mut counted = 0;
    let unrated = Ratings::from_values(vec![None; GUIDE.skills().len()]);
    for (from, to) in GUIDE.titles().flat_map(|from| GUIDE.titles().map(move |to| (from, to))) {
        for route in routes(&GUIDE, &unrated, Experience::of(5), from, to) {
            let mut seen = BTreeSet::new();
            for raise in route.legs.iter().flat_map(|leg| &leg.raises) {
                assert!(raise.steps().all(|level| seen.insert((raise.skill, level))), "{from:?} → {to:?}");
            }
            counted += 1;
        }
    }
    assert!(counted > 500, "{counted}");
}

#[test]
fn a_promotion_never_lowers_the_sum_of_leadership_requirements() {
    let leadership = |title: TitleIx| {
        let asked = GUIDE.skills().filter(|&s| GUIDE.dimension(s) == Dimension::Strategic).map(|s| GUIDE.required(title, s));
        asked.map(|level| u32::from(level.get())).sum::<u32>()
    };
    let whole = |title: TitleIx| GUIDE.requirement(title).iter().map(|level| u32::from(level.get())).sum::<u32>();
    for number in (0..GUIDE.move_count()).filter(|&m| GUIDE.one_move(m).kind == Some(MoveKind::Promotion)) {
        let (from, to) = GUIDE.ends(number);
        let name = format!("{} → {}", GUIDE.title(from).name, GUIDE.title(to).name);
        assert!(leadership(to) >= leadership(from), "{name}");
        assert!(whole(to) > whole(from), "{name} asks for more in all");
    }
}

#[test]
fn each_kind_of_move_is_what_it_says() {
    for number in 0..GUIDE.move_count() {
        let (from, to) = GUIDE.ends(number);
        let (same_track, rise) = (GUIDE.track_index(from) == GUIDE.track_index(to), GUIDE.rank(to).checked_sub(GUIDE.rank(from)));
        let technical = GUIDE.track(to).is_some_and(|track| track.id.as_str() == "technical");
        let sound = match GUIDE.one_move(number).kind.unwrap() {
            MoveKind::Promotion => same_track && rise.is_some(),
            MoveKind::Lateral => same_track && rise == Some(0),
            // Whoever gives seniority up goes back to technical work.
            MoveKind::TrackChange => !same_track && !GUIDE.is_onward(to) && (rise.is_some() || technical),
            // Chief Technology Officer is a related path and an executive title at once.
            MoveKind::Onward => GUIDE.is_onward(to) || GUIDE.title(to).id.as_str() == "chief-technology-officer",
            MoveKind::Return => GUIDE.is_onward(from) && !GUIDE.is_onward(to),
        };
        let returns = GUIDE.one_move(number).kind == Some(MoveKind::Return);
        assert!(sound && GUIDE.is_onward(from) == returns, "{} → {}", GUIDE.title(from).name, GUIDE.title(to).name);
    }
}

#[test]
fn there_is_a_way_back_to_technical_work_and_from_each_related_path() {
    let title = |id: &str| GUIDE.title_by_id(&id.into()).unwrap();
    for (from, to) in [
        ("director-of-engineering", "lead-engineer"),
        ("senior-engineering-manager", "lead-engineer"),
        ("senior-engineering-manager", "principal-engineer"),
        ("engineering-manager", "technical-lead"),
        ("junior-engineering-manager", "senior-engineer"),
    ] {
        assert!(GUIDE.move_between(title(from), title(to)).is_some(), "{from} → {to}");
    }
    for path in GUIDE.titles().filter(|&t| GUIDE.is_onward(t)) {
        let back = GUIDE.moves_from(path).filter(|&m| GUIDE.one_move(m).kind == Some(MoveKind::Return)).count();
        assert!(back >= 1, "{} is a dead end", GUIDE.title(path).name);
    }
}

#[test]
fn dwell_ranges_are_in_order_and_fit_a_working_life() {
    for number in 0..GUIDE.move_count() {
        let (short, long) = GUIDE.dwell(number);
        let one = GUIDE.one_move(number);
        assert!(1 <= short && short < long && long <= 8, "{} → {}: {short} to {long}", one.from, one.to);
    }
}

/// The titles that can be reached from these, themselves included.
fn reached(from: impl Iterator<Item = TitleIx>) -> BTreeSet<TitleIx> {
    let mut waiting: Vec<TitleIx> = from.collect();
    let mut reached = BTreeSet::new();
    while let Some(title) = waiting.pop() {
        if reached.insert(title) {
            waiting.extend(GUIDE.moves_from(title).map(|m| GUIDE.ends(m).1));
        }
    }
    reached
}

#[test]
fn each_title_is_reachable_from_where_people_begin_and_leads_to_head_of_engineering() {
    // A coordinator begins as one: no title of this guide leads there.
    let begin = |t: &TitleIx| GUIDE.level(*t).id.as_str() == "feeder" || GUIDE.title(*t).id.as_str() == "engineering-coordinator";
    assert_eq!(reached(GUIDE.titles().filter(begin)).len(), GUIDE.titles().len());
    let head = GUIDE.title_by_id(&"head-of-engineering".into()).unwrap();
    for title in GUIDE.titles().filter(|&t| !GUIDE.is_onward(t)) {
        assert!(reached(std::iter::once(title)).contains(&head), "{}", GUIDE.title(title).name);
    }
}

#[test]
fn both_clocks_run_forwards_and_the_fast_one_is_never_behind() {
    for title in GUIDE.titles().filter(|&t| !GUIDE.is_onward(t)) {
        assert!(GUIDE.fast_band(title).from <= GUIDE.usual_band(title).from, "{}", GUIDE.title(title).name);
    }
    // The ways back lead to earlier years, which do not come again: one arrives with the years that one has.
    let promoted = |number: usize| GUIDE.one_move(number).kind == Some(MoveKind::Promotion);
    let is_back = |from: TitleIx, to: TitleIx| {
        GUIDE.is_onward(from) || GUIDE.rank(to) < GUIDE.rank(from) || GUIDE.move_between(to, from).is_some_and(promoted)
    };
    let moves = (0..GUIDE.move_count()).map(|m| GUIDE.ends(m));
    for (from, to) in moves.filter(|&(from, to)| !GUIDE.is_onward(to) && !is_back(from, to)) {
        let name = format!("{} → {}", GUIDE.title(from).name, GUIDE.title(to).name);
        assert!(GUIDE.fast_band(from).from <= GUIDE.fast_band(to).from, "{name}");
        assert!(GUIDE.usual_band(from).from <= GUIDE.usual_band(to).from, "{name}");
    }
}

#[test]
fn each_skill_matters_to_some_title_and_each_title_asks_for_something_it_stands_for() {
    for skill in GUIDE.skills() {
        assert!(GUIDE.titles().any(|t| GUIDE.required(t, skill).get() >= 3), "{}", GUIDE.skill(skill).name);
    }
    for title in GUIDE.titles() {
        // What one does by oneself is level 2; there it ends for those who answer for nothing else.
        let least = if GUIDE.title(title).id.as_str() == "software-engineer" { 2 } else { 3 };
        assert!(GUIDE.requirement(title).iter().any(|level| level.get() >= least), "{}", GUIDE.title(title).name);
    }
    // The same profile twice would mean that one of two titles was never thought through.
    let profiles: BTreeSet<_> = GUIDE.titles().map(|t| GUIDE.requirement(t)).collect();
    assert_eq!(profiles.len(), GUIDE.titles().len());
}

#[test]
fn each_skill_has_an_effort_and_something_that_helps() {
    for dimension in Dimension::ALL {
        let hours: Vec<_> = pack().efforts.iter().map(|e| (e.level, e.hours(dimension))).collect();
        for (level, before) in (1u8..).zip(hours.windows(2)) {
            let [(number, one), (_, next)] = before else { panic!() };
            let rises = one.optimistic < next.optimistic && one.likely < next.likely && one.pessimistic < next.pessimistic;
            assert!(*number == level && rises, "each step takes more than the one before");
        }
    }
    // A technical skill is the slowest to begin, and levels 3 to 5 take time, each more than the one before.
    let first = |dimension| pack().efforts[0].hours(dimension).likely;
    assert!(Dimension::ALL[1..].iter().all(|d| first(*d) < first(Dimension::Technical)));
    assert_eq!(pack().efforts.iter().map(|e| e.months).collect::<Vec<_>>(), [0, 0, 6, 9, 15]);
    for skill in GUIDE.skills() {
        let helped = [SectionRole::Goals, SectionRole::Certifications, SectionRole::Tools]
            .iter()
            .any(|role| GUIDE.helpers(*role, skill).next().is_some());
        assert!(helped, "no goal, certification or tool helps with {}", GUIDE.skill(skill).name);
    }
    let all = |role: SectionRole, but: &str| {
        let groups = GUIDE.section_as(role).unwrap().groups.iter().filter(|g| g.id.as_str() != but);
        groups.flat_map(|g| &g.items).for_each(|i| assert!(!i.helps.is_empty(), "{} helps with nothing", i.id));
    };
    all(SectionRole::Goals, "setting");
    all(SectionRole::Certifications, "choosing");
    all(SectionRole::Tools, "mastery");
}

/// The guide's files name their sections as they like.
#[test]
fn the_app_finds_its_sections_by_their_roles() {
    let small = small::guide();
    let href = |page: Page| page.href();
    assert_eq!(href(Page::guide_skill(small, small::skill("cloud"))), "#/guide/abilities/cloud");
    assert_eq!(href(Page::guide_title(small, small::title("lead"))), "#/guide/posts/lead");
    assert_eq!(href(Page::guide_section(small, SectionRole::Method)), "#/guide/sums");
    assert_eq!(href(Page::guide_section(small, SectionRole::Goals)), "#/guide", "the contents, where there is no such section");
    assert_eq!(href(Page::guide_item(&GUIDE, SectionRole::Goals, &"goal-roadmap".into())), "#/guide/goals/goal-roadmap");
}

#[test]
fn each_section_but_the_method_has_its_topic_and_each_topic_its_sections() {
    let about: Vec<Vec<&str>> = Topic::ALL
        .into_iter()
        .map(Some)
        .chain([None])
        .map(|topic| GUIDE.sections_about(topic).map(|s| s.id.as_str()).collect())
        .collect();
    let expected: [&[&str]; 5] = [
        &["role", "titles", "pay", "balance"],
        &["timeline", "path", "goals", "onward"],
        &["skills", "tools", "certifications"],
        &["linkedin", "interview"],
        &["method"],
    ];
    assert_eq!(about, expected);
    // All but the one that is only read have a role.
    assert_eq!(pack().sections.iter().filter(|s| s.role.is_none()).map(|s| s.id.as_str()).collect::<Vec<_>>(), ["role"]);
}

/// The page's own script looks for a plan and the theme before the program is there, under the name of this guide.
#[test]
fn the_page_names_the_guide_that_it_is_for() {
    let page = include_str!("../../index.html");
    assert!(page.contains(&format!("<html lang=\"{}\" data-pack=\"{}\">", pack().about.language, pack().about.id)));
}
