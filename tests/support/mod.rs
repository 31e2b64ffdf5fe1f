//! What several test suites and benches need: guides of any size from a seeded generator.
//!
//! A suite includes it with `#[path = "../support/mod.rs"] mod support;`.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use career_explorer::domain::guide::{
    About, Dimension, Effort, FocusPoint, Guide, Importance, ItemId, Level, LevelId, LevelKind, MAX_GOAL_CODE, MAX_SKILL_CODE,
    Move, MoveKind, Pack, Phase, PhaseId, Requirement, Resource, ResourceKind, Section, SectionId, SectionRole, Skill, SkillId,
    Source, Stage, StageId, Title, TitleId, Topic, Track, TrackId,
};
use career_explorer::domain::guide::{Group, Hours, Item};
use std::collections::HashSet;

/// A small generator of pseudo-random numbers (xorshift64*): the same seed gives the same numbers on every machine.
pub struct Dice(u64);

impl Dice {
    /// A generator for a seed; any seed will do.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number from 0 to `below` − 1.
    pub fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % below.max(1)
    }

    /// A number within a range, both ends included.
    pub fn within(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to + 1 - from)
    }

    /// Whether something with a chance of `percent` happens.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A guide from a generated pack of `titles` titles.
pub fn generated_guide(titles: usize, seed: u64) -> Guide {
    Guide::new(generated(titles, seed)).unwrap()
}

/// A pack of `titles` titles (at least 4) that passes validation, of a plausible shape: 2 to 6 tracks, 3 to 8 levels of which the
/// last is onward, fewer titles towards the top, promotions along the tracks, changes of track between near levels, some of
/// them both ways, 12 to 30 skills, codes up to the highest. Each title has at least one move in or out.
pub fn generated(titles: usize, seed: u64) -> Pack {
    assert!(titles >= 4, "a generated guide has at least 4 titles");
    let dice = &mut Dice::new(seed);
    let track_count = dice.within(2, 6).min(titles / 2);
    let level_count = dice.within(3, 8).min(titles - 1).max(3);
    let mut pack = frame(dice, track_count, level_count);
    add_titles(&mut pack, dice, titles);
    add_moves(&mut pack, dice);
    add_requirements(&mut pack, dice);
    pack
}

fn code(number: usize, of: usize, highest: u16) -> u16 {
    // Spread over all that a link can carry, the last one at the very end.
    u16::try_from((number + 1) * usize::from(highest) / of).unwrap()
}

fn frame(dice: &mut Dice, tracks: usize, levels: usize) -> Pack {
    let skills = dice.within(12, 30);
    let dimensions = Dimension::ALL;
    let importances = [Importance::Critical, Importance::High, Importance::Medium, Importance::NotRated];
    let skill_id = |i: usize| SkillId::new(format!("skill-{}", i + 1));
    let stages = ["early", "middle", "late"];
    Pack {
        about: About { id: "generated".into(), code: 65_000, version: 1, name: "Generated".into(), language: "en".into() },
        levels: (0..levels)
            .map(|i| {
                let onward = i + 1 == levels;
                let from = u8::try_from(i * 3).unwrap();
                Level {
                    id: LevelId::new(format!("level-{}", i + 1)),
                    name: if onward { "Onward".into() } else { format!("Level {}", i + 1) },
                    kind: Some(match i {
                        _ if onward => LevelKind::Onward,
                        0 => LevelKind::Feeder,
                        _ => LevelKind::Leading,
                    }),
                    from: (!onward).then_some(from),
                    to: (!onward && i + 2 < levels).then_some(from + 4),
                    open: i + 2 == levels,
                    stage: StageId::new(stages[(i * 3 / levels).min(2)]),
                }
            })
            .collect(),
        tracks: (0..tracks)
            .map(|i| Track {
                id: TrackId::new(format!("track-{}", i + 1)),
                name: format!("Track {}", i + 1),
                rationale: "One line of work.".into(),
            })
            .collect(),
        phases: (0u8..4)
            .map(|i| Phase {
                id: PhaseId::new(format!("phase-{}", i + 1)),
                name: format!("Phase {}", i + 1),
                from: Some(i * 4),
                to: (i < 3).then_some(i * 4 + 4),
                text: "What it is for.".into(),
            })
            .collect(),
        stages: stages
            .iter()
            .enumerate()
            .map(|(i, id)| Stage {
                id: StageId::new(*id),
                name: format!("Stage {}", i + 1),
                focus: vec![FocusPoint { text: "A point to look at.".into(), skills: vec![skill_id(i), skill_id(i + 3)] }],
            })
            .collect(),
        skills: (0..skills)
            .map(|i| Skill {
                id: skill_id(i),
                code: code(i, skills, MAX_SKILL_CODE),
                name: format!("Skill number {}", i + 1),
                short: format!("Skill {}", i + 1),
                dimension: Some(dimensions[i % 4]),
                importance: Some(importances[dice.below(4)]),
                why: "Because it matters.".into(),
                ask: "What did you do about it?".into(),
                can: (1..=5).map(|l| format!("do this at level {l}")).collect(),
                evidence: (3..=5).map(|l| format!("a paper of level {l}")).collect(),
                resources: vec![Resource {
                    kind: Some(ResourceKind::Book),
                    author: "A. Writer".into(),
                    title: format!("Book {}", i + 1),
                    year: 2_000,
                    level: 5,
                }],
            })
            .collect(),
        efforts: (1u8..=5)
            .map(|level| {
                let hours = |base: u16| {
                    let optimistic = u16::from(level) * base;
                    Hours { optimistic, likely: optimistic * 2, pessimistic: optimistic * 4 }
                };
                let (technical, strategic, operational, emerging) = (hours(20), hours(16), hours(12), hours(18));
                let months = level.saturating_sub(2) * 5;
                Effort { level, months, rationale: "A guess.".into(), technical, strategic, operational, emerging }
            })
            .collect(),
        sections: vec![
            advice(skills, &skill_id),
            listing(SectionRole::Skills, Dimension::ALL.len()),
            listing(SectionRole::Titles, levels),
            listing(SectionRole::Method, 0),
        ],
        ..Pack::default()
    }
}

/// A section that lists what the guide has as records, in `parts` parts.
fn listing(role: SectionRole, parts: usize) -> Section {
    let part = |i: usize| Group {
        id: ItemId::new(format!("part-{}", i + 1)),
        name: format!("Part {}", i + 1),
        dimension: Dimension::ALL.get(i).copied().filter(|_| role == SectionRole::Skills),
        level: if role == SectionRole::Titles { LevelId::new(format!("level-{}", i + 1)) } else { LevelId::default() },
        ..Group::default()
    };
    let name = format!("{role:?}");
    Section {
        id: SectionId::new(name.to_lowercase()),
        role: Some(role),
        topic: (role != SectionRole::Method).then_some(Topic::Skills),
        text: "What there is.".into(),
        groups: (0..parts).map(part).collect(),
        name,
    }
}

fn advice(skills: usize, skill_id: &dyn Fn(usize) -> SkillId) -> Section {
    Section {
        id: SectionId::new("advice"),
        name: "Advice".into(),
        topic: Some(Topic::Path),
        role: None,
        text: "Some advice.".into(),
        groups: vec![Group {
            id: ItemId::new("general"),
            name: "General".into(),
            items: (0..skills)
                .map(|i| Item {
                    id: ItemId::new(format!("advice-{}", i + 1)),
                    code: code(i, skills, MAX_GOAL_CODE),
                    name: format!("Advice {}", i + 1),
                    text: "Do this often.".into(),
                    helps: vec![skill_id(i)],
                    rationale: "It trains the skill.".into(),
                    ..Item::default()
                })
                .collect(),
            ..Group::default()
        }],
    }
}

fn add_titles(pack: &mut Pack, dice: &mut Dice, count: usize) {
    let first = ["Senior", "Staff", "Regional", "Platform", "Software", "Junior", "Principal", "Technical", "Development", "Group"];
    let second = ["Engineer", "Manager", "Lead", "Director", "Architect", "Coordinator", "Program Manager", "Team Lead", "Officer"];
    let (levels, tracks) = (pack.levels.len(), pack.tracks.len());
    let onward = (count / 12).clamp(1, 40);
    for i in 0..count {
        let out = i >= count - onward;
        // Two draws, the lower one taken: more titles below than on top. Each track and level gets its turn first.
        let level = match i {
            _ if out => levels - 1,
            _ if i < levels - 1 => i,
            _ => dice.below(levels - 1).min(dice.below(levels - 1)),
        };
        let track = if i < tracks { i } else { dice.below(tracks) };
        let label = vec![first[dice.below(first.len())].to_owned(), second[dice.below(second.len())].to_owned()];
        let label = if dice.chance(15) { label[1..].to_vec() } else { label };
        let phase = (level * 4 / levels).min(3);
        pack.titles.push(Title {
            id: TitleId::new(format!("title-{}", i + 1)),
            code: code(i, count, u16::MAX),
            name: format!("{} {}", label.join(" "), i + 1),
            label,
            level: pack.levels[level].id.clone(),
            track: if out { TrackId::default() } else { pack.tracks[track].id.clone() },
            phase: if out { PhaseId::default() } else { pack.phases[phase].id.clone() },
            phase_source: (!out).then_some(Source::Judgement),
            also: if i % 3 == 0 { vec![format!("Other name {}", i + 1)] } else { Vec::new() },
            focus: "What it is about.".into(),
            responsibilities: vec!["Answers for one thing.".into()],
            focus_source: Some(Source::Guide),
            sizes: ["One of few.", "One of some.", "One of many."].map(Into::into),
            first_days: ["Ask first.", "Try next.", "Tell then."].map(Into::into),
            transfers: if out { "What carries over.".into() } else { String::new() },
            missing: if out { "What is missing.".into() } else { String::new() },
            missing_source: out.then_some(Source::Judgement),
        });
    }
}

fn add_moves(pack: &mut Pack, dice: &mut Dice) {
    let level = |t: &Title| pack.levels.iter().position(|l| l.id == t.level).unwrap();
    let places: Vec<(usize, Option<usize>)> =
        pack.titles.iter().map(|t| (level(t), pack.tracks.iter().position(|x| x.id == t.track))).collect();
    let on_track: Vec<usize> = (0..places.len()).filter(|&i| places[i].1.is_some()).collect();
    let mut moves: Vec<(usize, usize, MoveKind)> = Vec::new();
    for track in 0..pack.tracks.len() {
        let mut row: Vec<usize> = on_track.iter().copied().filter(|&i| places[i].1 == Some(track)).collect();
        row.sort_by_key(|&i| places[i].0);
        for pair in row.windows(2) {
            let kind = if places[pair[0]].0 == places[pair[1]].0 { MoveKind::Lateral } else { MoveKind::Promotion };
            if dice.chance(85) {
                moves.push((pair[0], pair[1], kind));
            }
        }
        for triple in row.windows(3) {
            if dice.chance(20) {
                moves.push((triple[0], triple[2], MoveKind::Promotion));
            }
        }
    }
    for &from in &on_track {
        let near =
            |&&to: &&usize| places[to].1 != places[from].1 && (0..=1).contains(&(places[to].0 as i64 - places[from].0 as i64));
        let choices: Vec<usize> = on_track.iter().filter(near).copied().collect();
        if !choices.is_empty() && dice.chance(40) {
            let to = choices[dice.below(choices.len())];
            moves.push((from, to, MoveKind::TrackChange));
            if dice.chance(15) {
                moves.push((to, from, MoveKind::TrackChange));
            }
        }
    }
    let top = on_track.iter().map(|&i| places[i].0).max().unwrap();
    let high: Vec<usize> = on_track.iter().copied().filter(|&i| places[i].0 + 1 >= top).collect();
    for to in (0..places.len()).filter(|&i| places[i].1.is_none()) {
        for _ in 0..dice.within(1, 3) {
            moves.push((high[dice.below(high.len())], to, MoveKind::Onward));
        }
    }
    // Whoever is still alone is joined to a neighbour.
    for &alone in &on_track {
        if !moves.iter().any(|m| m.0 == alone || m.1 == alone) {
            let other = *on_track.iter().filter(|&&o| o != alone).min_by_key(|&&o| places[o].0.abs_diff(places[alone].0)).unwrap();
            let (from, to) = if places[alone].0 <= places[other].0 { (alone, other) } else { (other, alone) };
            let kind = if places[from].1 == places[to].1 { MoveKind::Promotion } else { MoveKind::TrackChange };
            moves.push((from, to, kind));
        }
    }
    let mut seen = HashSet::new();
    moves.retain(|&(a, b, _)| seen.insert((a, b)));
    let id = |i: usize| pack.titles[i].id.clone();
    pack.moves = moves
        .into_iter()
        .map(|(from, to, kind)| {
            let short = u8::try_from(dice.within(1, 4)).unwrap();
            let long = short + u8::try_from(dice.within(0, 4)).unwrap();
            Move { from: id(from), to: id(to), kind: Some(kind), dwell: vec![short, long], rationale: "People do this.".into() }
        })
        .collect();
}

fn add_requirements(pack: &mut Pack, dice: &mut Dice) {
    let rank = |t: &Title| pack.levels.iter().position(|l| l.id == t.level).unwrap();
    let levels = pack.levels.len();
    pack.requirements = pack
        .titles
        .iter()
        .map(|title| {
            // More is asked higher up, with some spread; the first skill is asked for by everyone.
            let height = 1 + rank(title) * 4 / levels;
            let level = |i: usize, dice: &mut Dice| {
                u8::try_from((height + dice.below(3)).saturating_sub(1).clamp(usize::from(i == 0), 5)).unwrap()
            };
            Requirement {
                title: title.id.clone(),
                rationale: "What the title usually needs.".into(),
                levels: pack.skills.iter().enumerate().map(|(i, s)| (s.id.clone(), level(i, dice))).collect(),
            }
        })
        .collect();
}
