//! What a development bundle needs beside the release's: Trunk's reload script as a file of its own, since the page's policy
//! allows nothing inline, and a service worker that removes itself, since a kept release would hide every change.

use super::{html, read, write};
use anyhow::Result;
use std::path::Path;

const RELOAD: &str = "trunk-reload.js";
/// Ends whatever an earlier release left under the same address.
const NO_WORKER: &str = "self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const key of await caches.keys()) await caches.delete(key);
  await self.registration.unregister();
})()));
";

/// Prepares a development bundle.
///
/// # Errors
/// When a file cannot be read or written.
pub fn prepare(folder: &Path) -> Result<()> {
    let page = read(folder, "index.html")?;
    if let Some((page, script)) = move_reload_script(&page) {
        write(folder, RELOAD, &script)?;
        write(folder, "index.html", &page)?;
    }
    if folder.join("sw.js").exists() {
        write(folder, "sw.js", NO_WORKER)?;
    }
    Ok(())
}

/// The page without Trunk's inline script, and that script as a file. Trunk fills its placeholders in pages alone, so they
/// are filled here.
fn move_reload_script(page: &str) -> Option<(String, String)> {
    let tag = html::tags(page).into_iter().find(|t| t.name == "script" && t.text.contains("{{__TRUNK_ADDRESS__}}"))?;
    let script = tag.text.replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host").replace("{{__TRUNK_WS_BASE__}}", "/");
    let (before, after) = (&page[..tag.text_at], &page[tag.text_at + tag.text.len()..]);
    let open = before.rfind('<')?;
    Some((format!("{}<script defer src=\"{RELOAD}\">{after}", &before[..open]), script))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reload_script_moves_out() {
        let page = "<body><p>x</p><script>const a = '{{__TRUNK_ADDRESS__}}' + '{{__TRUNK_WS_BASE__}}';</script></body>";
        let (page, script) = move_reload_script(page).expect("a reload script");
        assert_eq!(page, "<body><p>x</p><script defer src=\"trunk-reload.js\"></script></body>");
        assert_eq!(script, "const a = window.location.host + '/';");
        assert!(move_reload_script("<script src=\"a.js\"></script>").is_none());
    }
}
