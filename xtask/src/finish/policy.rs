//! The content security policy of a page, and what in the page it would forbid. Nothing inline is allowed but the style and the script
//! whose digests the policy has: no `style` or `on…` attribute, and no digest that nothing needs.

use super::files;
use super::html::{Tag, tags};
use anyhow::{Context, Result, ensure};
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
    let needed: Vec<_> = tags(page).iter().filter_map(allowance).collect();
    let mut known: Vec<(String, String)> = Vec::new();
    match of(page) {
        Err(error) => faults.push(error.to_string()),
        Ok(policy) => {
            for (directive, source) in sources(&policy) {
                let is_exception = ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'"].contains(&source);
                let is_digest = source.starts_with("'sha") && !needed.contains(&(directive, source.to_owned()));
                if is_exception || is_digest || source.starts_with("'nonce-") {
                    faults.push(format!("the policy has {source}, and nothing inline that needs it"));
                }
            }
            known = sources(&policy).map(|(directive, source)| (directive.to_owned(), source.to_owned())).collect();
        }
    }
    for tag in tags(page) {
        let is_known = allowance(&tag).is_some_and(|(directive, source)| known.contains(&(directive.to_owned(), source)));
        if !tag.text.trim().is_empty() && !is_data(&tag) && !is_known {
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

/// The page with a policy that allows what stands inline in it.
///
/// # Errors
/// When it carries no policy, or one without the directive.
pub fn allowing(page: &str) -> Result<String> {
    let before = of(page)?;
    let mut policy = before.clone();
    for (directive, source) in tags(page).iter().filter_map(allowance) {
        let named = format!("{directive} 'self'");
        ensure!(policy.contains(&named), "the policy has no {named}");
        policy = policy.replace(&named, &format!("{named} {source}"));
    }
    Ok(page.replacen(&before, &policy, 1))
}

/// The directive that allows the text of a tag, and the source to name there.
fn allowance(tag: &Tag<'_>) -> Option<(&'static str, String)> {
    let directive = match &*tag.name {
        "style" => "style-src",
        "script" if !is_data(tag) => "script-src",
        _ => return None,
    };
    (!tag.text.is_empty()).then(|| (directive, format!("'sha256-{}'", files::standard_digest(tag.text.as_bytes()))))
}

/// The sources of a policy, each with its directive.
fn sources(policy: &str) -> impl Iterator<Item = (&str, &str)> {
    policy.split(';').flat_map(|part| {
        let mut words = part.split_whitespace();
        let directive = words.next().unwrap_or_default();
        words.map(move |source| (directive, source))
    })
}

fn is_policy(tag: &Tag<'_>) -> bool {
    tag.name == "meta" && tag.attribute("http-equiv").is_some_and(|v| v.eq_ignore_ascii_case("content-security-policy"))
}

/// Whether a script is data, for search engines for one, which no browser runs.
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
    fn what_stands_inline_is_allowed_by_its_digest_and_as_what_it_is() {
        let page = format!("{META}<style>p{{}}</style><script>go()</script>").replace("script-src", "style-src 'self'; script-src");
        assert_eq!(faults(&page, Path::new("/nowhere")).len(), 2);
        let allowed = allowing(&page).expect("a policy");
        assert_eq!(faults(&allowed, Path::new("/nowhere")), Vec::<String>::new());
        assert_eq!(allowed.matches("'sha256-").count(), 2);
        // Another text, and the digest of a style for a script.
        assert_eq!(faults(&allowed.replace("p{}", "p{ }"), Path::new("/nowhere")).len(), 2);
        let turned = allowed.replace("style-src", "x-src").replace("script-src", "style-src").replace("x-src", "script-src");
        assert_eq!(faults(&turned, Path::new("/nowhere")).len(), 4);
        assert!(allowing(META.replace("'self'", "'none'").as_str()).is_ok());
        assert!(allowing(&page.replace("style-src 'self'; ", "")).is_err());
    }

    #[test]
    fn exceptions_in_the_policy_are_faults() {
        let page = META.replace("'self'", "'self' 'unsafe-inline' 'sha256-x' 'wasm-unsafe-eval'");
        assert_eq!(faults(&page, Path::new("/nowhere")).len(), 2);
        assert_eq!(faults("<p>", Path::new("/nowhere")).len(), 1);
    }
}
