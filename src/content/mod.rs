//! The embedded guide: the TOML files beside this one, made into a pack by the build script. The [`titles`] come by themselves
//! too, so that the first page, which asks for two of them, need not wait for the whole guide; and what only some pages show stands apart, so
//! that it need not be fetched before somebody opens one: [`whole`] is the guide with it.

use crate::domain::base::bytes;
use crate::domain::guide::questions::Questions;
use crate::domain::guide::{Guide, Pack, TitleGroup};
use crate::map::sheet::Sheets;
use std::sync::OnceLock;

/// The bytes of the guide's pack, without its details.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide.pack"));
/// The bytes of its details.
static DETAILS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/details.pack"));
/// The bytes of the guide's titles by level.
static TITLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/titles.pack"));

/// The bytes of the sheets of the guide's map.
static MAP: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/map.pack"));

/// The questions for practising an interview.
static QUESTIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/questions.txt"));

/// Reads the questions for practising an interview.
pub fn questions() -> Questions {
    Questions::of_text(QUESTIONS)
}

/// Reads the guide without its details: see [`whole`]. Never `None` in a build that finished: the build script checks what it makes the
/// bytes of.
pub fn guide() -> Option<Guide> {
    let pack: Pack = bytes::read(PACK)?;
    Some(Guide::of_checked(pack))
}

/// The guide with its details: what its own pages show, its search finds, and cards of titles say. It is made when it is first asked
/// for, and asked for only in parts of the program that are fetched when they are needed: whoever calls it has the details with them.
pub fn whole(guide: &'static Guide) -> &'static Guide {
    static WHOLE: OnceLock<Option<Guide>> = OnceLock::new();
    let made = WHOLE.get_or_init(|| {
        let mut pack = guide.pack().clone();
        pack.put_details(bytes::read(DETAILS)?);
        Some(Guide::of_checked(pack))
    });
    made.as_ref().unwrap_or(guide)
}

/// Reads the guide's titles by level. Never `None`, as with [`guide`].
pub fn titles() -> Option<Vec<TitleGroup>> {
    bytes::read(TITLES)
}

/// Reads the sheets of the guide's map. Never `None`, as with [`guide`].
pub fn map() -> Option<Sheets> {
    Sheets::from_bytes(MAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_titles_are_those_of_the_guide() {
        let guide = guide().expect("the guide");
        let titles = titles().expect("the titles");
        assert_eq!(titles, guide.pack().title_groups());
        assert_eq!(titles.iter().map(|group| group.titles.len()).sum::<usize>(), guide.titles().len());
    }

    #[test]
    fn the_questions_are_those_of_the_file_and_enough_for_each_title() {
        let all = questions();
        assert_eq!(Questions::of_toml(include_str!("../questions/interview.toml")), Ok(all.clone()));
        for kind in &all.kinds {
            for is_upper in [false, true] {
                let of = all.questions.iter().filter(|one| one.of == kind.of && one.audience.includes(is_upper)).count();
                assert!(of >= 12, "{}: {of}", kind.of);
            }
        }
        let guide = guide().expect("the guide");
        let asked = |id: &crate::domain::guide::SkillId| all.questions.iter().any(|one| one.skills.contains(id));
        assert!(guide.skills().all(|skill| asked(&guide.skill(skill).id)), "each skill can be asked for");
    }

    #[test]
    fn the_embedded_guide_is_that_of_the_files() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content");
        let written = crate::domain::guide::source::read_folder(&folder).expect("the files");
        let guide: &'static Guide = Box::leak(Box::new(guide().expect("the guide")));
        assert_eq!(*whole(guide).pack(), written);
    }
}
