//! The jobs of a résumé: those that were read from another program's file, the titles that were held as far as their days are known, and in
//! each what was done then.

use super::Work;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::workbench::when::When;
use std::cmp::Reverse;

/// A title that was held, by its name: since when, and until when; no end for the present one.
pub type Title = (String, Option<When>, Option<When>);

/// The jobs, the present one first, then the latest first. `known` are those of another file: they count where they name the same title.
/// Each line of what was `done` goes to the job in which its day lies, and without one to the first.
///
/// ```
/// use career_explorer::domain::workbench::export::resume::jobs;
/// use career_explorer::domain::workbench::when::When;
///
/// let when = When::parse("2024-02-29");
/// let jobs = jobs(Vec::new(), &[("Lead".into(), when, None)], vec![(When::parse("2025").unwrap(), "Cut the wait".into())]);
/// assert_eq!((jobs[0].from, jobs[0].lines.as_slice()), (when, ["Cut the wait".to_owned()].as_slice()));
/// ```
pub fn jobs(known: Vec<Work>, held: &[Title], done: Vec<(When, String)>) -> Vec<Work> {
    let mut jobs = known;
    for (position, from, to) in held {
        let is_same = |job: &&mut Work| job.position.trim().eq_ignore_ascii_case(position.trim());
        let has_present = jobs.iter().any(|job| job.to.is_none());
        match jobs.iter_mut().find(is_same) {
            // What the file says holds; what it leaves open is filled in.
            Some(job) => job.from = job.from.or(*from),
            // The file calls the present job otherwise than the map does.
            None if to.is_none() && has_present => {
                jobs.iter_mut().filter(|job| job.to.is_none()).take(1).for_each(|job| job.from = job.from.or(*from));
            }
            None => jobs.push(Work { position: position.clone(), from: *from, to: *to, ..Work::default() }),
        }
    }
    if jobs.is_empty() && !done.is_empty() {
        jobs.push(Work::default());
    }
    sort_by_key(&mut jobs, |job| (job.to.is_some(), Reverse(job.to.map(When::last)), Reverse(job.from.map(When::first))));
    let mut lines: Vec<Vec<String>> = vec![Vec::new(); jobs.len()];
    for (when, line) in done {
        let is_in = |job: &Work| {
            (job.from.is_some() || job.to.is_some())
                && job.from.is_none_or(|from| from.first() <= when.last())
                && job.to.is_none_or(|to| when.first() <= to.last())
        };
        let place = jobs.iter().position(is_in).unwrap_or(0);
        if let Some(of_job) = lines.get_mut(place) {
            of_job.push(line);
        }
    }
    for (job, lines) in jobs.iter_mut().zip(lines) {
        job.lines.splice(0..0, lines);
    }
    jobs
}
