//! The embedded guide: the TOML files beside this one, made into a pack by the build script. The [`titles`] come by themselves
//! too, so that the first page, which asks for two of them, need not wait for the whole guide; and the texts of its [`prose`] stand apart,
//! so that they need not be fetched before somebody reads them.

use crate::domain::base::bytes;
use crate::domain::guide::questions::Questions;
use crate::domain::guide::{Guide, Pack, Section, TitleGroup, with_texts};
use crate::map::sheet::Sheets;

/// The bytes of the guide's pack, without the texts of its prose.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide.pack"));
/// The bytes of those texts.
static PROSE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/prose.pack"));
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

/// Reads the guide, in the browser without its [`prose`]. Never `None` in a build that finished: the build script checks what it makes the
/// bytes of.
pub fn guide() -> Option<Guide> {
    let mut pack: Pack = bytes::read(PACK)?;
    if cfg!(not(target_arch = "wasm32")) {
        pack.sections = with_texts(pack.sections, bytes::read(PROSE)?);
    }
    Some(Guide::of_checked(pack))
}

/// Reads the sections of the guide with their texts. Never `None`, as with [`guide`].
pub fn prose(guide: &Guide) -> Option<Vec<Section>> {
    Some(with_texts(guide.pack().sections.clone(), bytes::read(PROSE)?))
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
        assert_eq!(*guide().expect("the guide").pack(), written);
    }
}
