//! What editors of the guide's files are told: each fault with its file, entry and field, and all faults of a file in one go.
//!
//! Each case takes the sound files of a small guide, changes a few words of one of them, and names the whole message.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use career_explorer::domain::guide::Pack;
use career_explorer::domain::guide::source::{read_files, read_folder};
use std::collections::BTreeMap;

/// The small guide as an editor would keep it: one file a topic.
fn files() -> BTreeMap<&'static str, String> {
    let whole = include_str!("../fixtures/small-guide.toml");
    let mut files = BTreeMap::new();
    for block in whole.split("\n\n") {
        let table = block.lines().find(|l| l.starts_with('[')).unwrap_or("[about]").trim_matches(['[', ']']);
        let file = match table {
            "about" => "about.toml",
            "skills" => "skills.toml",
            "titles" => "titles.toml",
            "moves" => "moves.toml",
            "requirements" | "unasked" => "requirements.toml",
            "efforts" => "effort.toml",
            "sections" => "guide/advice.toml",
            _ => "frame.toml",
        };
        let text: &mut String = files.entry(file).or_default();
        text.push_str(block);
        text.push_str("\n\n");
    }
    files
}

fn read(files: &BTreeMap<&str, String>) -> Result<Pack, Vec<String>> {
    let pairs: Vec<(String, String)> = files.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
    read_files(&pairs).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// The messages about the small guide after these changes, each in a file from one text to another.
fn faults(changes: &[(&str, &str, &str)]) -> Vec<String> {
    let mut files = files();
    for (file, before, after) in changes {
        let text = files.get_mut(file).unwrap();
        assert!(text.contains(before), "{file} has no “{before}”");
        *text = text.replacen(before, after, 1);
    }
    read(&files).expect_err("there is a fault")
}

#[test]
fn the_small_guide_itself_has_no_fault() {
    let pack = read(&files()).unwrap();
    assert_eq!((pack.skills.len(), pack.titles.len(), pack.moves.len(), pack.requirements.len()), (4, 5, 6, 5));
}

#[test]
fn each_fault_is_named_with_its_file_entry_and_field() {
    let skills = "id = \"data\"\ncode = 3";
    for (file, before, after, message) in [
        // Form
        (
            "skills.toml",
            "short = \"Cloud\"",
            "shrt = \"Cloud\"",
            "skills.toml: skills › cloud › shrt: unknown field `shrt`, expected one of `id`, `code`, `name`, `short`, `dimension`, `importance`, `why`, `ask`, `can`, `evidence`, `resources`",
        ),
        (
            "skills.toml",
            "code = 2",
            "code = \"two\"",
            "skills.toml: skills › cloud › code: invalid type: string \"two\", expected u16",
        ),
        (
            "skills.toml",
            "code = 2",
            "code = 70000",
            "skills.toml: skills › cloud › code: invalid value: integer `70000`, expected u16",
        ),
        (
            "skills.toml",
            "importance = \"high\"",
            "importance = \"huge\"",
            "skills.toml: skills › cloud › importance: unknown variant `huge`, expected one of `not-rated`, `medium`, `high`, `critical`",
        ),
        (
            "moves.toml",
            "dwell = [2, 6]",
            "dwell = 2",
            "moves.toml: moves › lead → head › dwell: invalid type: integer `2`, expected a sequence",
        ),
        (
            "frame.toml",
            "words = [\"report\", \"talk\"]",
            "words = \"report\"",
            "frame.toml: keywords › communication › words: invalid type: string \"report\", expected a sequence",
        ),
        ("about.toml", "version = 1", "version = -1", "about.toml: about › version: invalid value: integer `-1`, expected u32"),
        (
            "requirements.toml",
            "cloud = 3",
            "cloud = 6.5",
            "requirements.toml: requirements › engineer › levels › cloud: invalid type: floating point `6.5`, expected u8",
        ),
        (
            "guide/advice.toml",
            "text = \"Write it down.\"",
            "txt = \"Write it down.\"",
            "guide/advice.toml: sections › advice › daily › advice-write › txt: unknown field `txt`, expected one of `id`, `code`, `name`, `text`, `helps`, `rationale`, `prerequisites`, `proves`, `note`, `links`",
        ),
        (
            "guide/advice.toml",
            "helps = [\"communication\"]",
            "helps = \"communication\"",
            "guide/advice.toml: sections › advice › daily › advice-write › helps: invalid type: string \"communication\", expected a sequence",
        ),
        (
            "frame.toml",
            "skills = [\"cloud\"]",
            "skils = [\"cloud\"]",
            "frame.toml: stages › early › focus 1 › skils: unknown field `skils`, expected `text` or `skills`",
        ),
        ("skills.toml", "\"query it.\"", "2", "skills.toml: skills › data › can 2: invalid type: integer `2`, expected a string"),
        (
            "skills.toml",
            "\"a data contract.\"",
            "4",
            "skills.toml: skills › data › evidence 2: invalid type: integer `4`, expected a string",
        ),
        (
            "skills.toml",
            "year = 1999",
            "yaer = 1999",
            "skills.toml: skills › architecture › Wholes › yaer: unknown field `yaer`, expected one of `kind`, `author`, `title`, `year`, `level`",
        ),
        (
            "skills.toml",
            "kind = \"paper\"",
            "kind = \"blog\"",
            "skills.toml: skills › architecture › Wholes › kind: unknown variant `blog`, expected one of `book`, `paper`, `standard`",
        ),
        (
            "skills.toml",
            "year = 2017",
            "year = \"2017\"",
            "skills.toml: skills › data › Tables › year: invalid type: string \"2017\", expected u16",
        ),
        ("titles.toml", "[[titles]]", "[[title]]", "titles.toml: there is no list “title” in a guide"),
        (
            "effort.toml",
            "level = 3",
            "level = 300",
            "effort.toml: efforts › level 300 › level: invalid value: integer `300`, expected u8",
        ),
        (
            "titles.toml",
            "sizes = [\"Few.\", \"Some.\", \"Many.\"]",
            "sizes = [\"Few.\", \"Some.\"]",
            "titles.toml: titles › engineer › sizes: invalid length 2, expected an array of length 3",
        ),
        (
            "titles.toml",
            "first_days = [\"Ask.\", \"Try.\", \"Tell.\"]",
            "first_days = [\"Ask.\", 2, \"Tell.\"]",
            "titles.toml: titles › engineer › first_days: invalid type: integer `2`, expected a string",
        ),
        (
            "titles.toml",
            "missing_source = \"judgement\"",
            "missing_source = \"ours\"",
            "titles.toml: titles › advisor › missing_source: unknown variant `ours`, expected `guide` or `judgement`",
        ),
        (
            "guide/advice.toml",
            "url = \"https://example.org/write\"",
            "url = \"http://example.org/write\"",
            "guide/advice.toml: sections › advice › daily › advice-write › links 1 › url: must be an address like https://example.org/page, with a host and a path alone",
        ),
        (
            "guide/advice.toml",
            "url = \"https://example.org/write\"",
            "ulr = \"https://example.org/write\"",
            "guide/advice.toml: sections › advice › daily › advice-write › links 1 › ulr: unknown field `ulr`, expected `name` or `url`",
        ),
        // Content
        (
            "about.toml",
            "id = \"small\"",
            "id = \"Small One\"",
            "about.toml: about › id: is missing, or not of lower-case letters, digits and single hyphens",
        ),
        ("about.toml", "code = 9", "", "about.toml: about › code: is missing: 1 or more"),
        (
            "skills.toml",
            skills,
            "id = \"data\"",
            "skills.toml: skills › data › code: is missing: give the next number that no entry has ever had",
        ),
        ("skills.toml", skills, "id = \"data\"\ncode = 2", "skills.toml: skills › data › code: 2 is already the code of cloud"),
        (
            "skills.toml",
            skills,
            "id = \"data\"\ncode = 1001",
            "skills.toml: skills › data › code: 1001 is above 1000, the highest code that a link can carry here",
        ),
        (
            "guide/advice.toml",
            "id = \"advice-write\"",
            "id = \"advice-write\"\ncode = 513",
            "guide/advice.toml: sections › advice › daily › advice-write › code: 513 is above 512, the highest code that a link can carry here",
        ),
        (
            "skills.toml",
            "importance = \"medium\"\n",
            "",
            "skills.toml: skills › data › importance: is missing: critical, high, medium or not-rated",
        ),
        (
            "skills.toml",
            "dimension = \"strategic\"\n",
            "",
            "skills.toml: skills › communication › dimension: is missing: technical, strategic, operational or emerging",
        ),
        (
            "skills.toml",
            "\"query it.\", ",
            "",
            "skills.toml: skills › data › can: has 4 behaviour lines; levels 1 to 5 need one each",
        ),
        ("skills.toml", "\"query it.\"", "\" \"", "skills.toml: skills › data › can, level 2: is missing or empty"),
        (
            "skills.toml",
            "\"a data contract.\", ",
            "",
            "skills.toml: skills › data › evidence: has 2 examples; levels 3 to 5 need one each",
        ),
        (
            "skills.toml",
            "[\"a migration.\", ",
            "[\"a table.\", \"a migration.\", ",
            "skills.toml: skills › data › evidence: has 4 examples; levels 3 to 5 need one each",
        ),
        ("skills.toml", "\"a data contract.\"", "\"\"", "skills.toml: skills › data › evidence, level 4: is missing or empty"),
        (
            "skills.toml",
            "resources = [{ kind = \"book\", author = \"Ef Gee\", title = \"Tables\", year = 2017, level = 4 }]\n",
            "",
            "skills.toml: skills › data › resources: are 0 in number; 1 to 3 are possible",
        ),
        ("skills.toml", "author = \"Ef Gee\", ", "", "skills.toml: skills › data › resources 1 author: is missing or empty"),
        (
            "skills.toml",
            "kind = \"paper\", ",
            "",
            "skills.toml: skills › architecture › resources 2 kind: is missing: book, paper or standard",
        ),
        (
            "skills.toml",
            "title = \"Wholes\"",
            "title = \" \"",
            "skills.toml: skills › architecture › resources 2 title: is missing or empty",
        ),
        (
            "skills.toml",
            "title = \"Wholes\"",
            "title = \"Parts\"",
            "skills.toml: skills › architecture › resources 2 title: appears twice",
        ),
        (
            "skills.toml",
            "year = 1999, ",
            "",
            "skills.toml: skills › architecture › resources 2 year: is missing, or not from 1900 to 2100",
        ),
        (
            "skills.toml",
            "year = 2011",
            "year = 20111",
            "skills.toml: skills › cloud › resources 1 year: is missing, or not from 1900 to 2100",
        ),
        (
            "skills.toml",
            "year = 2017, level = 4",
            "year = 2017, level = 6",
            "skills.toml: skills › data › resources 1 level: must be 1 to 5: the highest level that it helps to reach",
        ),
        (
            "skills.toml",
            "short = \"Data\"",
            "short = \"Data engineering and bases\"",
            "skills.toml: skills › data › short: is longer than 24 characters",
        ),
        ("skills.toml", "why = \"It tells.\"\n", "", "skills.toml: skills › data › why: is missing or empty"),
        ("skills.toml", "ask = \"What did it tell you?\"\n", "", "skills.toml: skills › data › ask: is missing or empty"),
        ("titles.toml", "level = \"upper\"", "level = \"top\"", "titles.toml: titles › head › level: there is no level “top”"),
        ("titles.toml", "phase = \"third\"\n", "", "titles.toml: titles › head › phase: is missing"),
        (
            "titles.toml",
            "phase_source = \"guide\"\nfocus = \"All of it\"",
            "focus = \"All of it\"",
            "titles.toml: titles › head › phase_source: is missing: guide or judgement",
        ),
        (
            "titles.toml",
            "label = [\"Head\"]",
            "label = [\"Head of all Engineers\"]",
            "titles.toml: titles › head › label: must be one or two lines of 1 to 17 characters",
        ),
        ("titles.toml", "missing = \"A seat.\"\n", "", "titles.toml: titles › advisor › missing: is missing or empty"),
        (
            "titles.toml",
            "missing_source = \"judgement\"\n",
            "",
            "titles.toml: titles › advisor › missing_source: is missing: guide or judgement",
        ),
        (
            "titles.toml",
            "focus_source = \"guide\"\n",
            "",
            "titles.toml: titles › engineer › focus_source: is missing: guide or judgement",
        ),
        ("titles.toml", "\"Some.\"", "\"\"", "titles.toml: titles › engineer › sizes, 300 people: is missing or empty"),
        ("titles.toml", "\"Tell.\"", "\" \"", "titles.toml: titles › engineer › first_days, line 3: is missing or empty"),
        (
            "titles.toml",
            "also = [\"Staff Engineer\"]",
            "also = [\"Staff Engineer\", \"staff engineer\"]",
            "titles.toml: titles › lead › also: “staff engineer” is already a name of lead",
        ),
        (
            "titles.toml",
            "also = [\"Staff Engineer\"]",
            "also = [\"Manager\"]",
            "titles.toml: titles › lead › also: “Manager” is already a name of manager",
        ),
        ("titles.toml", "also = [\"Staff Engineer\"]", "also = [\"\"]", "titles.toml: titles › lead › also: has an empty name"),
        ("titles.toml", "code = 5", "code = 4", "titles.toml: titles › advisor › code: 4 is already the code of head"),
        (
            "moves.toml",
            "to = \"advisor\"",
            "to = \"adviser\"",
            "moves.toml: moves › head → adviser › to: there is no title “adviser”",
        ),
        (
            "moves.toml",
            "from = \"manager\"\nto = \"head\"",
            "from = \"manager\"\nto = \"manager\"",
            "moves.toml: moves › manager → manager › to: is the title it leaves",
        ),
        (
            "moves.toml",
            "from = \"manager\"\nto = \"head\"",
            "from = \"lead\"\nto = \"head\"",
            "moves.toml: moves › lead → head: appears twice",
        ),
        (
            "moves.toml",
            "dwell = [2, 6]",
            "dwell = [6, 2]",
            "moves.toml: moves › lead → head › dwell: must be two years, short then long, from 1 to 20",
        ),
        (
            "moves.toml",
            "dwell = [2, 6]",
            "dwell = [0, 2]",
            "moves.toml: moves › lead → head › dwell: must be two years, short then long, from 1 to 20",
        ),
        (
            "moves.toml",
            "dwell = [2, 6]",
            "dwell = [6]",
            "moves.toml: moves › lead → head › dwell: must be two years, short then long, from 1 to 20",
        ),
        (
            "moves.toml",
            "kind = \"onward\"\n",
            "",
            "moves.toml: moves › head → advisor › kind: is missing: promotion, lateral, track-change, onward or return",
        ),
        (
            "requirements.toml",
            "data = 3",
            "data = 6",
            "requirements.toml: requirements › head › data: asks for 6; 0 to 5 are possible",
        ),
        (
            "requirements.toml",
            "data = 3, ",
            "",
            "requirements.toml: requirements › head › data: is missing: write 0 where the title asks for none",
        ),
        (
            "requirements.toml",
            "data = 3",
            "data = 3, dta = 3",
            "requirements.toml: requirements › head › dta: there is no skill “dta”",
        ),
        (
            "requirements.toml",
            "architecture = 4, cloud = 2, data = 3, communication = 5",
            "architecture = 0, cloud = 0, data = 0, communication = 0",
            "requirements.toml: requirements › head › levels: ask for nothing: at least one skill must be 1 or more",
        ),
        (
            "requirements.toml",
            "rationale = \"Breadth.\"",
            "rationale = \"\"",
            "requirements.toml: requirements › head › rationale: is missing or empty",
        ),
        (
            "requirements.toml",
            "whom = \"For nobody here.\"",
            "whom = \"\"",
            "requirements.toml: unasked › data level 5 › whom: is missing or empty",
        ),
        (
            "requirements.toml",
            "skill = \"data\"\nlevel = 5",
            "skill = \"data\"\nlevel = 3",
            "requirements.toml: unasked › data level 3: is asked for by head",
        ),
        (
            "requirements.toml",
            "skill = \"data\"\nlevel = 5",
            "skill = \"dates\"\nlevel = 5",
            "requirements.toml: unasked › dates level 5 › skill: there is no skill “dates”",
        ),
        (
            "requirements.toml",
            "skill = \"data\"\nlevel = 5",
            "skill = \"data\"\nlevel = 6",
            "requirements.toml: unasked › data level 6 › level: must be 1 to 5",
        ),
        (
            "effort.toml",
            "strategic = { optimistic = 30",
            "strategic = { optimistic = 61",
            "effort.toml: efforts › level 3 › strategic: must be hours from 1 to 5000 that grow from optimistic over likely to pessimistic",
        ),
        (
            "effort.toml",
            "emerging = { optimistic = 120, likely = 240, pessimistic = 480 }\n",
            "",
            "effort.toml: efforts › level 5 › emerging: must be hours from 1 to 5000 that grow from optimistic over likely to pessimistic",
        ),
        ("effort.toml", "months = 8", "months = 121", "effort.toml: efforts › level 5 › months: must be 0 to 120"),
        (
            "about.toml",
            "language = \"en\"",
            "language = \"en\"\n[[changes]]\nversion = 2\ntext = \"More.\"",
            "about.toml: changes › version 2 › version: must be from 2 to the version of the guide",
        ),
        ("frame.toml", "to = 9", "to = 4", "frame.toml: levels › middle › to: ends at 4, before it begins at 5"),
        ("frame.toml", "from = 8", "from = 3", "frame.toml: phases › third › from: 3 is before the phase above it"),
        (
            "frame.toml",
            "skills = [\"cloud\"]",
            "skills = [\"clouds\"]",
            "frame.toml: stages › early › focus 1 skills: there is no skill “clouds”",
        ),
        ("frame.toml", "id = \"people\"", "id = \"technical\"", "frame.toml: tracks › technical › id: appears twice"),
        (
            "frame.toml",
            "words = [\"report\", \"talk\"]",
            "words = [\"Report\", \"talk\"]",
            "frame.toml: keywords › communication › words: “Report” must be words in lower case",
        ),
        (
            "frame.toml",
            "words = [\"report\", \"talk\"]",
            "words = [\"talk\", \"talk\"]",
            "frame.toml: keywords › communication › words: “talk” appears twice",
        ),
        (
            "frame.toml",
            "skill = \"communication\"\n",
            "skill = \"talking\"\n",
            "frame.toml: keywords › talking › skill: there is no skill “talking”",
        ),
        (
            "guide/advice.toml",
            "[\"communication\"]",
            "[\"talking\"]",
            "guide/advice.toml: sections › advice › daily › advice-write › helps: there is no skill “talking”",
        ),
        (
            "guide/advice.toml",
            "rationale = \"Writing is thinking.\"",
            "",
            "guide/advice.toml: sections › advice › daily › advice-write › rationale: is missing or empty",
        ),
        (
            "guide/advice.toml",
            "prerequisites = \"A pen.\"\n",
            "",
            "guide/advice.toml: sections › advice › daily › advice-write › prerequisites: is missing or empty",
        ),
        (
            "guide/advice.toml",
            "proves = \"That one can write.\"\n",
            "",
            "guide/advice.toml: sections › advice › daily › advice-write › proves: is missing or empty",
        ),
        (
            "guide/advice.toml",
            "name = \"Example\", ",
            "",
            "guide/advice.toml: sections › advice › daily › advice-write › links 1 name: is missing or empty",
        ),
        (
            "guide/advice.toml",
            ", url = \"https://example.org/write\"",
            "",
            "guide/advice.toml: sections › advice › daily › advice-write › links 1 url: is missing",
        ),
        (
            "guide/advice.toml",
            "topic = \"path\"\n",
            "",
            "guide/advice.toml: sections › advice › topic: must be role, path, skills or getting-hired, and must be left out for the section on the method",
        ),
        (
            "guide/advice.toml",
            "role = \"method\"\n",
            "role = \"method\"\ntopic = \"path\"\n",
            "guide/advice.toml: sections › sums › topic: must be role, path, skills or getting-hired, and must be left out for the section on the method",
        ),
        (
            "guide/advice.toml",
            "role = \"method\"\n",
            "topic = \"path\"\n",
            "guide/advice.toml: sections › role: no section has the role method, and one must",
        ),
        (
            "guide/advice.toml",
            "topic = \"path\"\n",
            "topic = \"path\"\nrole = \"skills\"\n",
            "guide/advice.toml: sections › abilities › role: is already that of another section",
        ),
        (
            "guide/advice.toml",
            "role = \"skills\"\n",
            "role = \"skill\"\n",
            "guide/advice.toml: sections › abilities › role: unknown variant `skill`, expected one of `timeline`, `path`, `skills`, `tools`, `titles`, `pay`, `balance`, `goals`, `linkedin`, `certifications`, `interview`, `onward`, `method`",
        ),
        (
            "guide/advice.toml",
            "name = \"Of hand\"\ndimension = \"technical\"\n",
            "name = \"Of hand\"\n",
            "guide/advice.toml: sections › dimension: technical must be that of exactly one part",
        ),
        (
            "guide/advice.toml",
            "dimension = \"strategic\"\n",
            "dimension = \"technical\"\n",
            "guide/advice.toml: sections › dimension: strategic must be that of exactly one part",
        ),
        (
            "guide/advice.toml",
            "name = \"Daily\"\n",
            "name = \"Daily\"\ndimension = \"emerging\"\n",
            "guide/advice.toml: sections › advice › daily › dimension: stands in the section with the role skills alone",
        ),
        (
            "guide/advice.toml",
            "level = \"upper\"\n",
            "level = \"above\"\n",
            "guide/advice.toml: sections › posts › last › level: there is no level “above”",
        ),
        (
            "guide/advice.toml",
            "level = \"upper\"\n",
            "",
            "guide/advice.toml: sections › level: upper must be that of exactly one part",
        ),
        (
            "guide/advice.toml",
            "name = \"Of hand\"\n",
            "name = \"Of hand\"\nlevel = \"upper\"\n",
            "guide/advice.toml: sections › abilities › of-hand › level: stands in the section with the role titles alone",
        ),
        (
            "guide/advice.toml",
            "name = \"Of hand\"\n",
            "name = \"Of hand\"\nrole = \"mastery\"\n[[sections.groups]]\nid = \"more\"\nname = \"More\"\nrole = \"mastery\"\n",
            "guide/advice.toml: sections › abilities › more › role: is already that of another part",
        ),
    ] {
        let found = faults(&[(file, before, after)]);
        assert!(found.iter().any(|f| f == message), "{after}\n  expected {message}\n  found    {found:#?}");
        // A title or skill that is gone is missed wherever it is named, a track id that stands twice too, and a part that lists another
        // level or dimension no longer lists its own: the rest is one fault each.
        let lists =
            ["dimension = ", "level = "].iter().any(|field| before.starts_with(field) || after.contains(&format!("\n{field}")));
        let echoes = before.starts_with("id = \"people\"") || after == "[[title]]" || lists;
        assert!(echoes || found.len() == 1, "{message}\n  and beyond it {found:#?}");
    }
}

#[test]
fn the_highest_codes_are_no_fault() {
    let mut files = files();
    for (file, before, after) in [
        ("skills.toml", "code = 2", "code = 1000"),
        ("titles.toml", "code = 2", "code = 65535"),
        ("guide/advice.toml", "id = \"advice-write\"", "id = \"advice-write\"\ncode = 512"),
    ] {
        let text = files.get_mut(file).unwrap();
        *text = text.replacen(before, after, 1);
    }
    let pack = read(&files).unwrap();
    assert_eq!((pack.skills[1].code, pack.titles[1].code, pack.sections[0].groups[0].items[0].code), (1_000, u16::MAX, 512));
}

#[test]
fn bad_toml_is_named_with_its_line() {
    let found = faults(&[("moves.toml", "dwell = [2, 6]", "dwell = [2, 6")]);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("moves.toml: TOML parse error at line "), "{}", found[0]);
    let found = faults(&[("skills.toml", "code = 2", "code = 2\ncode = 3")]);
    assert!(found.len() == 1 && found[0].contains("duplicate key"), "{found:?}");
}

#[test]
fn every_fault_of_form_is_named_at_once_over_all_files() {
    let mut found = faults(&[
        ("skills.toml", "code = 2", "code = \"two\""),
        ("skills.toml", "short = \"Cloud\"", "shrt = \"Cloud\""),
        ("skills.toml", "importance = \"medium\"", "importance = 3"),
        ("titles.toml", "focus = \"Leading\"", "focus = [\"Leading\"]"),
        ("moves.toml", "dwell = [2, 6]", "dwell = \"2 to 6\""),
        ("effort.toml", "level = 3", "lvel = 3"),
        ("requirements.toml", "cloud = 3, data = 1", "cloud = \"3\", data = \"1\""),
        ("guide/advice.toml", "text = \"Write it down.\"", "txt = \"Write it down.\"\ncode = \"1\""),
    ]);
    // The TOML reader gives the fields of an entry in an order of its own.
    found.sort();
    let expected = [
        "effort.toml: efforts › entry 3 › lvel: ",
        "guide/advice.toml: sections › advice › daily › advice-write › code: ",
        "guide/advice.toml: sections › advice › daily › advice-write › txt: ",
        "moves.toml: moves › lead → head › dwell: ",
        "requirements.toml: requirements › engineer › levels › cloud: ",
        "requirements.toml: requirements › engineer › levels › data: ",
        "skills.toml: skills › cloud › code: ",
        "skills.toml: skills › cloud › shrt: ",
        "skills.toml: skills › data › importance: ",
        "titles.toml: titles › manager › focus: ",
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    assert!(found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected)), "{found:#?}");
}

#[test]
fn every_fault_of_content_is_named_at_once_over_all_files() {
    let found = faults(&[
        ("skills.toml", "code = 2", "code = 1"),
        ("skills.toml", "why = \"It tells.\"\n", ""),
        ("skills.toml", "\"query it.\", ", ""),
        ("titles.toml", "level = \"upper\"", "level = \"top\""),
        ("moves.toml", "to = \"lead\"", "to = \"chief\""),
        ("moves.toml", "dwell = [2, 6]", "dwell = [6, 2]"),
        ("requirements.toml", "title = \"advisor\"", "title = \"adviser\""),
        ("requirements.toml", "data = 3", "data = 9"),
        ("effort.toml", "level = 5", "level = 6"),
        ("guide/advice.toml", "text = \"Some advice.\"\n", ""),
    ]);
    assert_eq!(
        found,
        [
            "skills.toml: skills › cloud › code: 1 is already the code of architecture",
            "skills.toml: skills › data › why: is missing or empty",
            "skills.toml: skills › data › can: has 4 behaviour lines; levels 1 to 5 need one each",
            "titles.toml: titles › head › level: there is no level “top”",
            "moves.toml: moves › engineer → chief › to: there is no title “chief”",
            "moves.toml: moves › lead → head › dwell: must be two years, short then long, from 1 to 20",
            "requirements.toml: requirements › head › data: asks for 9; 0 to 5 are possible",
            "requirements.toml: requirements › adviser › title: there is no title “adviser”",
            "requirements.toml: requirements › advisor: is missing: each title needs one",
            "effort.toml: efforts › level 5: is missing",
            "effort.toml: efforts › level 6 › level: must be 1 to 5",
            "guide/advice.toml: sections › advice › text: is missing or empty",
        ]
    );
}

#[test]
fn a_whole_list_that_is_missing_is_a_fault_too() {
    let mut files = files();
    files.remove("titles.toml");
    files.remove("effort.toml");
    let found = read(&files).unwrap_err();
    assert!(found.iter().any(|f| f == "titles: there are 0; 1 to 20,000 are possible"), "{found:#?}");
    assert!((1..=5).all(|level| found.contains(&format!("efforts › level {level}: is missing"))), "{found:#?}");
    assert_eq!(
        read(&BTreeMap::new()).unwrap_err()[0],
        "about › id: is missing, or not of lower-case letters, digits and single hyphens"
    );
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let faults = read_folder(std::path::Path::new("no-such-folder")).unwrap_err();
    assert_eq!((faults.len(), faults[0].file.as_str()), (1, "no-such-folder"));
}
