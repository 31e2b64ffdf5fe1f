//! What became of each step, the table of them, and the sum.

use anyhow::Result;
use std::process::ExitCode;
use std::time::Instant;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Passed.
    pub passed: u32,
    /// Failed.
    pub failed: u32,
    /// Skipped, or ignored as Rust calls it.
    pub skipped: u32,
}

impl Counts {
    /// Adds what a line of a Rust test run says, `test result: ok. 3 passed; 0 failed; 1 ignored; …`; other lines say nothing.
    pub fn read_line(&mut self, line: &str) {
        let Some(rest) = line.trim_start().strip_prefix("test result: ") else { return };
        for part in rest.split([';', '.']) {
            let mut words = part.split_whitespace();
            if let (Some(Ok(number)), Some(what)) = (words.next().map(str::parse::<u32>), words.next()) {
                match what {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    "ignored" => self.skipped += number,
                    _ => {}
                }
            }
        }
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    fn text(self) -> String {
        let text = format!("{} passed, {} failed", self.passed, self.failed);
        if self.skipped == 0 { text } else { format!("{text}, {} skipped", self.skipped) }
    }
}

/// What became of a step.
pub struct Step {
    counts: Counts,
    skipped: Option<String>,
    /// The command that ends the skipping.
    mend: Option<String>,
    failed: bool,
}

impl Step {
    /// It passed, and has no tests to count.
    pub fn passed() -> Self {
        Self { counts: Counts::default(), skipped: None, mend: None, failed: false }
    }

    /// It did not run, and why.
    pub fn skipped(why: impl Into<String>) -> Self {
        Self { skipped: Some(why.into()), ..Self::passed() }
    }

    /// It did not run where it stands for tests, so that the sum tells of it.
    pub fn skipped_test(why: impl Into<String>) -> Self {
        Self::skipped(why).counted_as_test()
    }

    /// A step that was skipped, where it stands for tests.
    pub fn counted_as_test(self) -> Self {
        Self { counts: Counts { skipped: 1, ..Counts::default() }, ..self }
    }

    /// The same, with the command that a person can type so that it runs the next time.
    pub fn until(self, mend: impl Into<String>) -> Self {
        Self { mend: Some(mend.into()), ..self }
    }

    /// It ran tests, and `succeeded` or not. A run that failed with no failed test (it did not compile, say) counts as one.
    pub fn tests(mut counts: Counts, succeeded: bool) -> Self {
        if !succeeded && counts.failed == 0 {
            counts.failed = 1;
        }
        Self { counts, failed: counts.failed > 0, ..Self::passed() }
    }
}

/// The steps so far.
#[derive(Default)]
pub struct Report {
    rows: Vec<(String, String, f32)>,
    mends: Vec<(String, String)>,
    sum: Counts,
    failed: bool,
}

impl Report {
    /// Runs a step that counts its tests itself, if it has any. Gives whether it passed.
    pub fn add(&mut self, name: &str, work: impl FnOnce() -> Result<Step>) -> bool {
        self.step(name, work, |counts| counts)
    }

    /// Runs a step of tests: one that cannot even start counts as a failed test.
    pub fn add_tests(&mut self, name: &str, work: impl FnOnce() -> Result<Step>) -> bool {
        self.step(name, work, |counts| Counts { failed: 1, ..counts })
    }

    fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Step>, on_error: impl Fn(Counts) -> Counts) -> bool {
        println!("\n── {name} ──");
        let start = Instant::now();
        let step = work().unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Step { counts: on_error(Counts::default()), failed: true, ..Step::passed() }
        });
        let outcome = match &step {
            Step { failed: true, counts, .. } if *counts == Counts::default() => "FAILED".to_owned(),
            Step { failed: true, counts, .. } => format!("FAILED: {}", counts.text()),
            Step { skipped: Some(why), .. } => format!("skipped: {why}"),
            Step { counts, .. } if *counts == Counts::default() => "passed".to_owned(),
            Step { counts, .. } => counts.text(),
        };
        println!("{name}: {outcome}");
        self.sum.add(step.counts);
        self.failed |= step.failed;
        self.mends.extend(step.mend.map(|mend| (name.to_owned(), mend)));
        self.rows.push((name.to_owned(), outcome, start.elapsed().as_secs_f32()));
        !step.failed
    }

    /// Prints the table and, last and alone on its line, the sum.
    pub fn close(self) -> ExitCode {
        let width = self.rows.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
        println!("\n{:width$}  seconds  outcome", "step");
        for (name, outcome, seconds) in &self.rows {
            println!("{name:width$}  {seconds:7.1}  {outcome}");
        }
        if !self.mends.is_empty() {
            println!("\nTo run what was skipped:");
        }
        for (name, mend) in &self.mends {
            println!("{name}: {mend}");
        }
        println!("\n{}", self.sum.text());
        if self.failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_test_runs_are_summed() {
        let mut counts = Counts::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 filtered out",
        ] {
            counts.read_line(line);
        }
        assert_eq!(counts, Counts { passed: 5, failed: 1, skipped: 1 });
        assert_eq!(counts.text(), "5 passed, 1 failed, 1 skipped");
    }

    #[test]
    fn a_run_that_failed_without_a_failed_test_counts_as_one() {
        assert_eq!(Step::tests(Counts { passed: 2, ..Counts::default() }, false).counts.failed, 1);
        assert!(!Step::tests(Counts { passed: 2, ..Counts::default() }, true).failed);
    }
}
