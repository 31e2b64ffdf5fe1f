//! `_headers`: what a host should send with the files, in the form that Netlify and Cloudflare Pages read. Hosts that do
//! not read it lose little, since the pages carry their policy themselves.

use super::files::is_hashed;
use std::fmt::Write;

/// The text of `_headers` for a page policy and the files of a bundle.
///
/// There is no `frame-ancestors` and no `X-Frame-Options`: any site may embed the app.
pub fn text(policy: &str, files: &[String]) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n"
    );
    // The name changes with the content, so that a copy never grows old. Everything else is asked for again.
    for file in files.iter().filter(|f| is_hashed(f)) {
        let _ = write!(text, "/{file}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_files_are_kept_for_good() {
        let text = text("default-src 'none'", &["app-0123456789abcdef.js".into(), "start.js".into()]);
        assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'none'\n"));
        assert!(text.contains("/app-0123456789abcdef.js\n  Cache-Control: public, max-age=31536000, immutable\n"));
        assert!(!text.contains("start.js"));
    }
}
