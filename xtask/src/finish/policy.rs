//! The content security policy of a page, and what in the page it would forbid. Nothing inline is allowed: no script or
//! style with text, no `style` or `on…` attribute. So no digest and no exception stands in the policy either.

use super::files;
use super::html::{Tag, tags};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The policy that a page carries.
///
/// # Errors
/// When it carries none.
pub fn of(page: &str) -> Result<String> {
    let meta = tags(page).into_iter().find(is_policy);
    let policy = meta.and_then(|tag| tag.attribute("content").map(str::to_owned));
    policy.context("the page carries no <meta http-equiv=\"Content-Security-Policy\">")
}

/// Everything in a page that its policy forbids, and every local file that is not what its `integrity` says.
pub fn faults(page: &str, folder: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    match of(page) {
        Err(error) => faults.push(error.to_string()),
        Ok(policy) => {
            for source in policy.split([' ', ';']) {
                let is_exception = ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'"].contains(&source);
                if is_exception || source.starts_with("'sha") || source.starts_with("'nonce-") {
                    faults.push(format!("the policy has {source}, and nothing inline that needs it"));
                }
            }
        }
    }
    for tag in tags(page) {
        if !tag.text.trim().is_empty() && !is_data(&tag) {
            let start: String = tag.text.trim().chars().take(40).collect();
            faults.push(format!("an inline <{}>: {start} …", tag.name));
        }
        for (name, value) in &tag.attributes {
            if name == "style" || name.starts_with("on") {
                faults.push(format!("<{}> has the attribute {name}=\"{value}\"", tag.name));
            }
            if value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
                faults.push(format!("<{}> has a script in its {name}", tag.name));
            }
        }
        faults.extend(integrity_fault(&tag, folder));
    }
    faults
}

fn is_policy(tag: &Tag<'_>) -> bool {
    tag.name == "meta" && tag.attribute("http-equiv").is_some_and(|v| v.eq_ignore_ascii_case("content-security-policy"))
}

/// Whether a script is data for search engines or import maps' like, which no browser runs.
fn is_data(tag: &Tag<'_>) -> bool {
    tag.name == "script" && tag.attribute("type").is_some_and(|t| t == "application/ld+json" || t == "application/json")
}

fn integrity_fault(tag: &Tag<'_>, folder: &Path) -> Option<String> {
    let integrity = tag.attribute("integrity").filter(|i| !i.is_empty())?;
    let address = tag.attribute("href").or_else(|| tag.attribute("src"))?;
    let name = address.trim_start_matches("./").trim_start_matches('/');
    match fs::read(folder.join(name)) {
        Ok(bytes) if files::fits(integrity, &bytes) => None,
        Ok(_) => Some(format!("{name} is not what its integrity attribute says")),
        Err(_) => Some(format!("{name} has an integrity attribute and is not there")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">";

    fn faults_of(rest: &str) -> Vec<String> {
        faults(&format!("{META}{rest}"), Path::new("/nowhere"))
    }

    #[test]
    fn a_clean_page_has_no_faults() {
        let page = "<script src=\"start.js\"></script><p class=style>style=1</p><script type=\"application/ld+json\">{}</script>";
        assert_eq!(faults_of(page), Vec::<String>::new());
    }

    #[test]
    fn what_the_policy_forbids_is_found() {
        for page in [
            "<script>go()</script>",
            "<style>p{}</style>",
            "<p style=\"top:0\">",
            "<p onclick=go()>",
            "<a href=\" javascript:go()\">",
            "<link href=\"./x.css\" integrity=\"sha384-AAAA\">",
        ] {
            assert_eq!(faults_of(page).len(), 1, "{page}");
        }
    }

    #[test]
    fn exceptions_in_the_policy_are_faults() {
        let page = META.replace("'self'", "'self' 'unsafe-inline' 'sha256-x' 'wasm-unsafe-eval'");
        assert_eq!(faults(&page, Path::new("/nowhere")).len(), 2);
        assert_eq!(faults("<p>", Path::new("/nowhere")).len(), 1);
    }
}
