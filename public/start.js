// Starts the app: sets the theme before the first paint, loads the WebAssembly, and says so plainly when it cannot. Keeps an eye
// on it after that: says when it has broken down, and offers new versions that the service worker holds ready.
// Hand-written JavaScript, because all of this happens before, beside or instead of the app.
(() => {
  const script = document.currentScript;
  const root = document.documentElement;
  const element = (id) => document.getElementById(id);
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  // As src/domain/store/keys.rs has them, for the guide of this build.
  const base = `career-explorer/${script.dataset.pack}/`;
  const keys = () => { try { return Object.keys(localStorage); } catch { return []; } };
  // The slots of the first version count until they are taken over.
  const slots = () => {
    const own = keys().filter((key) => key.startsWith(`${base}slot-`));
    return (own.length ? own : ['career-explorer.plan.a', 'career-explorer.plan.b']).map(read).filter(Boolean);
  };
  const url = (name) => new URL(name, document.baseURI).href;

  const asked = new URLSearchParams(location.search);
  const embedded = asked.get('embed') === '1';
  if (embedded) {
    root.dataset.embed = '';
    import(url('embedded.js')).catch(console.error);
  }
  const theme = embedded && asked.get('theme') || (read(`${base}theme`) ?? read('career-explorer.theme'));
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  // The static page is the first one; for any other address, and for someone with a plan, it is the frame alone.
  root.dataset.shell = /^#?\/?$|^#content$/.test(location.hash) && !embedded && !slots().length ? 'first' : 'frame';

  const fail = (why) => {
    const show = () => {
      const box = element('start-failed');
      if (!box || root.dataset.ready) return;
      element('start-failed-why').textContent = why;
      element('shell')?.remove();
      box.hidden = false;
      root.dataset.failed = 'true';
    };
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
    else show();
  };

  // A fault inside the program leaves it in no state to go on. Errors that came through it have its frames in their stack.
  const stopped = (error) => {
    const box = element('stopped');
    const ours = error instanceof WebAssembly.RuntimeError || /wasm-function|\[wasm/.test(error?.stack);
    if (!ours || !box || box.open) return;
    console.error(error);
    element('stopped-why').textContent = String(error);
    element('stopped-reload').onclick = () => location.reload();
    const saved = slots();
    element('stopped-save').hidden = !saved.length;
    element('stopped-save').href = URL.createObjectURL(new Blob([saved.join('\n')]));
    box.onclose = () => box.showModal();
    box.showModal();
  };
  addEventListener('error', (event) => stopped(event.error));
  addEventListener('unhandledrejection', (event) => stopped(event.reason));

  const keepOffline = async () => {
    const path = url('sw.js');
    const policy = self.trustedTypes?.createPolicy('career-explorer', { createScriptURL: () => path });
    const registration = await navigator.serviceWorker.register(policy?.createScriptURL('') ?? path, { updateViaCache: 'none' });
    const offer = () => {
      // Without a controller this is the first version, and there is nothing to replace.
      if (!registration.waiting || !navigator.serviceWorker.controller) return;
      root.dataset.update = 'ready';
      element('start-failed-update').hidden = false;
      dispatchEvent(new Event('career-explorer:update'));
    };
    const watch = () => registration.installing?.addEventListener('statechange', offer);
    const accept = () => {
      const reload = () => location.reload();
      navigator.serviceWorker.addEventListener('controllerchange', reload);
      // Another tab may have accepted before.
      if (registration.waiting) registration.waiting.postMessage('take over');
      else reload();
    };
    element('start-failed-update').onclick = accept;
    addEventListener('career-explorer:update-accepted', accept);
    registration.addEventListener('updatefound', watch);
    watch();
    offer();
    let looked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || Date.now() - looked < 3600_000) return;
      looked = Date.now();
      registration.update().catch(() => {});
    });
  };
  // After everything else is loaded. A development build has the reload script, and a kept copy would hide every change.
  addEventListener('load', () => {
    const developing = document.querySelector('script[src^="trunk-reload"]');
    if ('serviceWorker' in navigator && !embedded && !developing) keepOffline().catch((error) => console.warn('Not available offline:', error));
  });

  if (typeof WebAssembly !== 'object') {
    fail('This browser has no WebAssembly, which the planner is made of.');
    return;
  }
  const load = async () => {
    if (root.dataset.shell === 'frame' && script.dataset.planner) {
      const early = document.createElement('link');
      Object.assign(early, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: url(script.dataset.planner) });
      document.head.append(early);
    }
    const bindings = await import(url(script.dataset.js));
    if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done));
    await bindings.default({ module_or_path: url(script.dataset.wasm) });
  };
  const incomplete = () => {
    delete root.dataset.ready;
    fail('Its program did not load or did not start. Reload the page; if that does not help, the files on the server may be incomplete.');
  };
  // Part of the program comes later, and may not.
  addEventListener('career-explorer:incomplete', incomplete);
  load().catch((error) => {
    console.error(error);
    incomplete();
  });
})();
