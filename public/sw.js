// The service worker: keeps every file of one version of the app, checked against its digest, and answers from that copy first.
// A new version is fetched beside the old one. It takes over when it is complete and the person says so (start.js asks); until
// then the old one serves, whole. The build fills in the version and the files: [address, SHA-256 as base64url].
const VERSION = '__VERSION__';
const FILES = ['__PRECACHE__'];

const scope = self.registration.scope;
// Other apps, or this one elsewhere, may have the same origin.
const mine = `career-explorer ${scope} `;
const store = mine + VERSION;
const addressOf = (path) => new URL(path, scope).href;

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...hash)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** A file from the net, if it is what the build made. */
async function take(path, expected) {
  const response = await fetch(addressOf(path), { cache: 'no-cache', credentials: 'same-origin', referrerPolicy: 'no-referrer' });
  const bytes = await response.arrayBuffer();
  if (!response.ok || await digest(bytes) !== expected) throw new Error(`${path} is not the file of version ${VERSION}`);
  // A response of its own: one that was redirected may not answer a navigation, and its encoding is undone here.
  const headers = {};
  for (const name of ['Content-Type', 'Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy', 'Permissions-Policy']) {
    if (response.headers.has(name)) headers[name] = response.headers.get(name);
  }
  return new Response(bytes, { headers });
}

async function fill() {
  try {
    const cache = await caches.open(store);
    await Promise.all(FILES.map(async ([path, expected]) => cache.put(addressOf(path), await take(path, expected))));
  } catch (error) {
    // All or nothing: the browser drops this worker and tries again at its next look.
    await caches.delete(store);
    throw error;
  }
}

async function dropOthers() {
  for (const name of await caches.keys()) if (name.startsWith(mine) && name !== store) await caches.delete(name);
}

async function answer(request) {
  const cache = await caches.open(store);
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  // Hosts serve index.html for the folder, and some serve a page without its ending.
  const kept = await cache.match(address === scope ? addressOf('index.html') : address)
    ?? (request.mode === 'navigate' ? await cache.match(`${address}.html`) : undefined);
  return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('message', (event) => { if (event.data === 'take over') self.skipWaiting(); });
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});
