// Starts the app once the page is there: loads the WebAssembly, and says so plainly when it cannot. Keeps an eye on it after that: says
// when it has broken down, and offers new versions that the service worker holds ready. What cannot wait so long is in before.js.
// Hand-written JavaScript, because all of this happens before, beside or instead of the app.
(() => {
  const names = document.querySelector('script[data-js]').dataset;
  const root = document.documentElement;
  // Without this the page says, after a while and by its styles alone, that this script did not come.
  root.dataset.begun = '';
  const element = (id) => document.getElementById(id);
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const slots = () => {
    const own = `career-explorer/${root.dataset.pack}/slot-`;
    const keys = () => { try { return Object.keys(localStorage).filter((key) => key.startsWith(own)); } catch { return []; } };
    // The slots of the first version count until they are taken over.
    const found = keys();
    return (found.length ? found : ['career-explorer.plan.a', 'career-explorer.plan.b']).map(read).filter(Boolean);
  };
  const url = (name) => new URL(name, document.baseURI).href;

  const embedded = 'embed' in root.dataset;
  if (embedded) import(url('embedded.js')).catch(console.error);

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
      // It may be the running version once more, where the server went back to it: the worker knows.
      registration.waiting.postMessage('new?');
    };
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      if (data !== 'new') return;
      root.dataset.update = 'ready';
      element('start-failed-update').hidden = false;
      dispatchEvent(new Event('career-explorer:update'));
    });
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
  const keep = () => {
    const developing = document.querySelector('script[src^="trunk-reload"]');
    if ('serviceWorker' in navigator && !embedded && !developing) keepOffline().catch((error) => console.warn('Not available offline:', error));
  };

  if (typeof WebAssembly !== 'object') {
    fail('This browser has no WebAssembly, which the planner is made of.');
    keep();
    return;
  }
  // The first page is whole without the program, which would take line and processor from its first paint.
  const painted = () => new Promise((done) => {
    if (document.hidden) done();
    else requestAnimationFrame(() => setTimeout(done));
  });
  const load = async () => {
    if (root.dataset.shell === 'first') await painted();
    const program = fetch(url(names.wasm));
    program.catch(() => {});
    const bindings = await import(url(names.js));
    if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done));
    // A page that the browser gave up while it was loading, for another one, has nothing that the program could stand in.
    if (!document.body) return;
    await bindings.default({ module_or_path: program });
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
  }).finally(keep);
})();
