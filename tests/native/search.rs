//! Full-text search over the guide: what it finds, in which order, and that no input upsets it. What it finds is compared with a
//! second search, written in another way, that goes through every word of every entry.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/mod.rs"]
mod support;

use career_explorer::content;
use career_explorer::domain::guide::{Guide, Item};
use career_explorer::domain::page::Page;
use career_explorer::domain::search::{Hit, HitKind, Index};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static GUIDE: LazyLock<&Guide> =
    LazyLock::new(|| content::whole(Box::leak(Box::new(content::guide().expect("the embedded guide")))));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&GUIDE));
static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| entries(&GUIDE));

/// More than there are entries.
const ALL: usize = 10_000;

/// An entry of a guide, with its words.
struct Entry {
    page: Page,
    name: String,
    name_words: Vec<String>,
    also_words: Vec<Vec<String>>,
    words: Vec<String>,
}

/// Everything that a search should reach, in the guide's order.
fn entries(guide: &Guide) -> Vec<Entry> {
    let entry = |section: &str, id: &str, name: &str, texts: &[&str]| {
        let page = if id.is_empty() { Page::GuideSection(section.into()) } else { Page::GuideEntry(section.into(), id.into()) };
        let texts = words(&format!("{name} {}", texts.join(" ")));
        Entry { page, name: name.into(), name_words: words(name), also_words: Vec::new(), words: texts }
    };
    let pack = guide.pack();
    let mut all = Vec::new();
    for skill in &pack.skills {
        let reading: Vec<String> = skill.resources.iter().map(|r| format!("{} {}", r.author, r.title)).collect();
        let texts = [skill.why.clone(), skill.can.join(" "), skill.evidence.join(" "), reading.join(" ")];
        all.push(entry("skills", skill.id.as_str(), &skill.name, &texts.each_ref().map(String::as_str)));
    }
    for title in &pack.titles {
        let [also, responsibilities] = [&title.also, &title.responsibilities].map(|lines| lines.join(" "));
        let [sizes, first_days] = [&title.sizes, &title.first_days].map(|lines| lines.join(" "));
        let texts = [&also, &title.focus, &responsibilities, &sizes, &first_days, &title.transfers, &title.missing];
        let mut one = entry("titles", title.id.as_str(), &title.name, &texts.map(String::as_str));
        one.also_words = title.also.iter().map(|name| words(name)).collect();
        all.push(one);
    }
    for section in &pack.sections {
        let id = section.id.as_str();
        all.push(entry(id, "", &section.name, &[&section.text]));
        if id == "timeline" {
            all.extend(pack.phases.iter().map(|p| entry(id, "", &p.name, &[&p.text])));
        }
        for group in &section.groups {
            let names: Vec<&str> = group.items.iter().map(|i| i.name.as_str()).collect();
            let text = if group.text.is_empty() { names.join(" ") } else { group.text.clone() };
            all.push(entry(id, group.id.as_str(), &group.name, &[&text]));
            let texts = |i: &Item| [&i.text, &i.rationale, &i.prerequisites, &i.proves, &i.note].map(String::clone).join(" ");
            all.extend(group.items.iter().map(|i| entry(id, i.id.as_str(), &i.name, &[&texts(i)])));
        }
    }
    all
}

/// The words of a text, by what the guide has in it: lower case, `é` and the like as plain letters, apostrophes left out.
fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace(['’', '\'', '\u{301}'], "").replace(['é', 'è'], "e");
    let split = plain.split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#');
    split.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether one of these words begins with a word searched for, or with its singular.
fn has(words: &[String], searched: &str) -> bool {
    let singular = searched.strip_suffix('s').filter(|one| one.len() > 2).unwrap_or(searched);
    words.iter().any(|word| word.starts_with(searched) || word.starts_with(singular))
}

/// What a search should find, in order.
fn expected<'a>(entries: &'a [Entry], query: &str) -> Vec<&'a Entry> {
    let searched = words(query);
    let matches = |e: &&Entry| !searched.is_empty() && searched.iter().all(|word| has(&e.words, word));
    let mut found: Vec<&Entry> = entries.iter().filter(matches).collect();
    let lacks = |name: &[String]| searched.iter().filter(|word| !has(name, word)).count();
    let nearest = |e: &'a Entry| e.also_words.iter().chain([&e.name_words]);
    found.sort_by_key(|e| (nearest(e).map(|name| lacks(name)).min(), lacks(&e.name_words)));
    found
}

fn names(query: &str) -> Vec<String> {
    INDEX.search(query, ALL).into_iter().map(|hit| hit.name).collect()
}

fn pages(hits: &[Hit]) -> Vec<(&Page, &str)> {
    hits.iter().map(|hit| (&hit.page, hit.name.as_str())).collect()
}

fn check(index: &Index, entries: &[Entry], query: &str) {
    let hits = index.search(query, ALL);
    let expected: Vec<(&Page, &str)> = expected(entries, query).into_iter().map(|e| (&e.page, e.name.as_str())).collect();
    assert_eq!(pages(&hits), expected, "{query}");
    for hit in &hits {
        check_snippet(hit, &words(query));
    }
}

/// The snippet is short, and what is marked in it are words that were searched for.
fn check_snippet(hit: &Hit, searched: &[String]) {
    let text = &hit.snippet;
    assert!(!text.is_empty() && text.chars().count() <= 164, "{text}");
    let mut end = 0;
    for mark in &hit.marks {
        assert!(end <= mark.start && mark.start < mark.end, "marks of {text} are in order and apart");
        end = mark.end;
        let marked = words(&text[mark.clone()]);
        assert!(searched.iter().any(|word| has(&marked, word)), "“{}” of {text} for {searched:?}", &text[mark.clone()]);
    }
}

#[test]
fn each_heading_is_found_by_itself_and_by_every_word_of_it() {
    for entry in ENTRIES.iter() {
        let whole = INDEX.search(&entry.name, ALL);
        let place = whole.iter().position(|hit| hit.page == entry.page && hit.name == entry.name);
        let place = place.unwrap_or_else(|| panic!("“{}” does not find itself", entry.name));
        // Nothing comes before it that has not all of its words in the name too.
        for hit in &whole[..place] {
            assert!(entry.name_words.iter().all(|word| has(&words(&hit.name), word)), "“{}” before “{}”", hit.name, entry.name);
        }
    }
    let all: BTreeSet<&String> = ENTRIES.iter().flat_map(|e| &e.name_words).collect();
    for word in all {
        let hits = INDEX.search(&word.to_uppercase(), ALL);
        for entry in ENTRIES.iter().filter(|e| e.name_words.contains(word)) {
            assert!(hits.iter().any(|hit| hit.page == entry.page), "“{word}” does not find “{}”", entry.name);
        }
    }
}

#[test]
fn words_of_texts_and_their_beginnings_find_their_entries() {
    let all: BTreeSet<&str> = ENTRIES.iter().flat_map(|e| &e.words).map(String::as_str).collect();
    assert!(all.len() > 1_400, "{}", all.len());
    // One in seven, in the order of the alphabet; every other one cut short.
    for (number, word) in all.iter().step_by(7).enumerate() {
        let end = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
        check(&INDEX, &ENTRIES, if number % 2 == 0 { word } else { &word[..end] });
    }
}

#[test]
fn searches_that_people_make() {
    for (query, first) in [
        ("architecture", "Software Architecture & System Design"),
        ("ci/cd", "DevOps & CI/CD"),
        ("CI CD", "DevOps & CI/CD"),
        ("ai/ml", "AI/ML Integration"),
        ("head of eng", "Head of Engineering"),
        ("engineering head", "Head of Engineering"),
        ("cto", "Chief Technology Officer"),
        ("staff engineer", "Principal Engineer"),
        ("engineer, staff", "Principal Engineer"),
        ("SRE", ""),
        ("site reliability", "Systems Engineer"),
        ("group manager", "Senior Engineering Manager"),
        ("tech lead manager", "Junior Engineering Manager"),
        ("tech lead", "Technical Lead"),
        ("vice president engineering", "VP of Engineering"),
        // The own name comes before another's other name.
        ("technical lead", "Technical Lead"),
        ("head of engineering", "Head of Engineering"),
        ("chief tech", "Chief Technology Officer"),
        ("leader", "Leadership & Team Development"),
        ("resume", "A résumé with numbers"),
        ("RÉSUMÉ", "A résumé with numbers"),
        // The accent as a character of its own, as some systems write it.
        ("re\u{301}sume\u{301}", "A résumé with numbers"),
        ("Kubernetes", "Kubernetes administrator"),
        ("security+", "CISSP / Security+"),
        ("monday", "Monday.com"),
        ("bachelors degree", "Bachelor’s degree"),
        ("bachelor's", "Bachelor’s degree"),
        ("version control", "Version control"),
        ("department phase", ""),
        ("foundation", "Foundation"),
        ("start", "Startup Founder"),
        ("smart", "Make it SMART"),
        ("30–50 %", "The total"),
        ("team topologies", "Leadership & Team Development"),
        ("Kleppmann", "Data Engineering & Databases"),
        ("readiness", "Readiness and gate"),
        ("xyzzy", ""),
        ("architecture xyzzy", ""),
    ] {
        assert_eq!(names(query).first().map_or("", String::as_str), first, "{query}");
        check(&INDEX, &ENTRIES, query);
    }
}

#[test]
fn a_word_in_a_name_counts_more_than_one_in_a_text() {
    for query in ["engineering", "team", "technical lead", "tech lead", "communication", "strategy", "mentor", "goals"] {
        let searched = words(query);
        let count = |name: &String| searched.iter().filter(|word| has(&words(name), word)).count();
        let in_name = |hit: &Hit| match hit.kind {
            HitKind::Title(title) => GUIDE.title(title).also.iter().map(count).fold(count(&hit.name), usize::max),
            _ => count(&hit.name),
        };
        let found: Vec<usize> = INDEX.search(query, ALL).iter().map(in_name).collect();
        assert!(found.is_sorted_by(|one, next| one >= next), "{query}: {found:?}");
        assert!(found.first() > found.last(), "{query} is in names and in texts: {found:?}");
    }
    // Among equals the guide's order: skills, titles, then the sections as they follow one another.
    let hits = INDEX.search("engineering", ALL);
    let kinds: Vec<u8> = hits
        .iter()
        .take_while(|hit| has(&words(&hit.name), "engineering"))
        .map(|hit| match hit.kind {
            HitKind::Skill(_) => 0,
            HitKind::Title(_) => 1,
            HitKind::Section(_) | HitKind::Entry(_) => 2,
        })
        .collect();
    assert!(kinds.is_sorted() && kinds.contains(&0) && kinds.contains(&1) && kinds.contains(&2), "{kinds:?}");
}

#[test]
fn each_other_name_of_a_title_finds_it_before_any_other_title() {
    for title in &GUIDE.pack().titles {
        for name in &title.also {
            let found = INDEX.search(name, ALL);
            let first = found.iter().find(|hit| matches!(hit.kind, HitKind::Title(_))).expect("a title");
            assert_eq!(first.name, title.name, "{name}");
            assert!(first.snippet.starts_with(&title.also[0]), "{name}: {}", first.snippet);
        }
    }
}

#[test]
fn case_order_and_what_stands_between_words_make_no_difference() {
    for (one, other) in [
        ("System Design", "system design"),
        ("cloud infrastructure", "INFRASTRUCTURE cloud"),
        ("ci/cd", "  ci -- cd\t"),
        ("team’s", "team's"),
        ("“strategic” (vision)!", "strategic vision"),
        ("goal goal goal", "goal"),
        ("naïve résumé", "naive resume"),
    ] {
        assert_eq!(names(one), names(other), "{one}");
    }
}

#[test]
fn a_hit_says_where_it_stands_and_shows_what_was_found() {
    for hit in INDEX.search("e", ALL) {
        assert_eq!(Page::parse(&hit.page.href()), hit.page);
    }
    let hits = INDEX.search("burning", ALL);
    let [hit] = &hits[..] else { panic!("{hits:?}") };
    assert_eq!((hit.page.href().as_str(), &hit.kind), ("#/guide/balance", &HitKind::Section("balance".into())));
    // The text is longer than a snippet: it is cut at words, around what was found.
    assert!(hit.snippet.starts_with("… ") || hit.snippet.ends_with(" …"), "{}", hit.snippet);
    assert_eq!(hit.marks.iter().map(|m| &hit.snippet[m.clone()]).collect::<Vec<_>>(), ["burning"]);
}

#[test]
fn odd_input_finds_nothing_or_something_and_never_fails() {
    for nothing in ["", " ", "\t\n", "!?", "’", "'", "—", "…", "\u{0}", "🦀", "\u{301}", "«»", "/", "%", "xyzzy", "ß", "日本語"]
    {
        assert_eq!(INDEX.search(nothing, ALL), [], "{nothing:?}");
    }
    // Words beyond the longest search that is read do not count.
    let long = format!("goal {} xyzzy", "goal ".repeat(60));
    assert_eq!(names(&long), names("goal"));
    assert_eq!(INDEX.search(&"a".repeat(100_000), ALL), []);
    assert_eq!(INDEX.search("engineering", 0), []);
    let [all, some] = [ALL, 3].map(|limit| INDEX.search("engineering", limit));
    assert_eq!(some[..], all[..3]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_hit_has_every_word_and_nothing_that_has_them_is_left_out(
        picks in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1..12usize), 1..4),
        near: bool,
    ) {
        // Words of one entry, or of several: the first are found together, the others mostly not.
        let mut query = String::new();
        for (entry, word, letters) in &picks {
            let entry = if near { picks[0].0.get(&ENTRIES) } else { entry.get(&ENTRIES) };
            query.extend(word.get(&entry.words).chars().take(*letters));
            query.push(' ');
        }
        check(&INDEX, &ENTRIES, &query);
        prop_assert!(!near || !INDEX.search(&query, 1).is_empty());
    }

    #[test]
    fn one_word_more_never_finds_more(first in "[a-z]{1,3}", second in "[a-z]{1,3}") {
        let fewer = INDEX.search(&format!("{first} {second}"), ALL);
        let more = INDEX.search(&first, ALL);
        prop_assert!(pages(&fewer).iter().all(|page| pages(&more).contains(page)));
    }

    #[test]
    fn any_text_gets_an_answer(query in "\\PC{0,60}", letters in "[a-zé’+#/ ]{0,40}") {
        for hit in INDEX.search(&query, ALL).into_iter().chain(INDEX.search(&letters, ALL)) {
            prop_assert!(hit.snippet.chars().count() <= 164);
            prop_assert!(hit.marks.iter().all(|mark| hit.snippet.get(mark.clone()).is_some()));
        }
    }
}

#[test]
fn generated_guides_are_searched_as_well() {
    for (titles, seed) in [(4, 1), (40, 2), (400, 3)] {
        let guide = support::generated_guide(titles, seed);
        let (index, entries) = (Index::new(&guide), entries(&guide));
        for query in ["skill", "senior eng", "advice 1", "number 7", "level 3", "answers one", "manager 4", "stage"] {
            check(&index, &entries, query);
        }
    }
}
