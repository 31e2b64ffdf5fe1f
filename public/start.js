// Starts the app: sets the theme before the first paint, loads the WebAssembly, and says so plainly when it cannot.
// Hand-written JavaScript, because all of this happens before, or instead of, the app.
(() => {
  const script = document.currentScript;
  const root = document.documentElement;
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };

  const asked = new URLSearchParams(location.search).get('theme');
  const theme = asked === 'light' || asked === 'dark' ? asked : read('career-explorer.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  // The static shell shows the first page; for any other address, and for someone with a plan, it shows the frame alone.
  const first = /^#?\/?$/.test(location.hash) && !read('career-explorer.plan.a') && !read('career-explorer.plan.b');
  root.dataset.shell = first ? 'first' : 'frame';

  const fail = (why) => {
    const show = () => {
      const box = document.getElementById('start-failed');
      if (!box || root.dataset.ready) return;
      document.getElementById('start-failed-why').textContent = why;
      document.getElementById('shell')?.remove();
      box.hidden = false;
      root.dataset.failed = 'true';
    };
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
    else show();
  };

  if (typeof WebAssembly !== 'object') {
    fail('This browser has no WebAssembly, which the planner is made of.');
    return;
  }
  const url = (name) => new URL(name, document.baseURI).href;
  const load = async () => {
    const bindings = await import(url(script.dataset.js));
    if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done));
    await bindings.default({ module_or_path: url(script.dataset.wasm) });
  };
  load().catch((error) => {
    console.error(error);
    fail('Its program did not load or did not start. Reload the page; if that does not help, the files on the server may be incomplete.');
  });
})();
