//! The command line: one command and `--name value` options. Small enough to need no crate.

use anyhow::{Result, bail};
use std::collections::VecDeque;

/// What is left of the command line.
pub struct Args(VecDeque<String>);

impl Args {
    /// The arguments of this process.
    pub fn from_env() -> Self {
        Self(std::env::args().skip(1).collect())
    }

    /// Takes the command, the first argument.
    pub fn command(&mut self) -> Option<String> {
        self.0.pop_front()
    }

    /// Takes the value of an option, as `--name value` or `--name=value`.
    ///
    /// # Errors
    /// When the option stands there without a value.
    pub fn option(&mut self, name: &str) -> Result<Option<String>> {
        let flag = format!("--{name}");
        let Some(at) = self.0.iter().position(|a| *a == flag || a.starts_with(&format!("{flag}="))) else {
            return Ok(None);
        };
        let found = self.0.remove(at).unwrap_or_default();
        match found.split_once('=') {
            Some((_, value)) => Ok(Some(value.to_owned())),
            None => match self.0.remove(at) {
                Some(value) if !value.starts_with("--") => Ok(Some(value)),
                _ => bail!("{flag} needs a value"),
            },
        }
    }

    /// Takes the value of an option that has to be one of a few.
    ///
    /// # Errors
    /// When it is another one; the message lists the few.
    pub fn choice(&mut self, name: &str, among: &[&'static str]) -> Result<Option<&'static str>> {
        let Some(value) = self.option(name)? else { return Ok(None) };
        match among.iter().find(|one| **one == value) {
            Some(one) => Ok(Some(one)),
            None => bail!("--{name} is one of {}, not “{value}”", among.join(", ")),
        }
    }

    /// Says that nothing more is expected.
    ///
    /// # Errors
    /// When something is left.
    pub fn finish(&self) -> Result<()> {
        match self.0.front() {
            None => Ok(()),
            Some(left) => bail!("“{left}” is not understood here; `cargo xtask help` lists the commands"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(words: &[&str]) -> Args {
        Args(words.iter().map(|w| (*w).to_owned()).collect())
    }

    #[test]
    fn options_in_both_forms() {
        let mut a = args(&["--port", "81", "--only=fmt"]);
        assert_eq!(a.option("port").ok().flatten().as_deref(), Some("81"));
        assert_eq!(a.choice("only", &["fmt", "clippy"]).ok().flatten(), Some("fmt"));
        assert!(a.finish().is_ok());
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(args(&["--port"]).option("port").is_err());
        assert!(args(&["--only", "x"]).choice("only", &["fmt"]).is_err());
        assert!(args(&["--colour"]).finish().is_err());
    }
}
