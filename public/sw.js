// The service worker: keeps every file of one version of the app, checked against its digest, and answers from that copy first.
// A new version is fetched beside the old one. It takes over when it is complete and the person says so (start.js asks); until
// then the old one serves, whole, and after that it stays for the pages that still show it. The build fills in the version and the
// files: [address, SHA-256 as base64url].
//
// Written by hand, and measured against Workbox (precaching 7.4.1): 1.2 KB brotli against 5.5. Workbox deletes what the new version does not
// list as soon as that takes over; here a page that still shows the old version finds the rest of its program.
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

/** Of which version the worker in charge is, which stores of earlier ones are kept for pages that still show them, and those pages. */
const record = `${mine}running`;
async function recorded() {
  const kept = await (await caches.open(record)).match(scope);
  return kept ? kept.json() : {};
}
const note = async (what) => (await caches.open(record)).put(scope, new Response(JSON.stringify(what)));

/** The pages of the app that are open, whichever version they show. */
async function pagesNow() {
  const all = await self.clients.matchAll({ includeUncontrolled: true });
  return all.filter((client) => client.url.startsWith(scope)).map((client) => client.id);
}

async function fill() {
  const isNew = !await caches.has(store);
  const cache = await caches.open(store);
  try {
    await Promise.all(FILES.map(async ([path, expected]) => {
      // What is there was checked when it was kept: the server went back to a version that runs, or an install was cut off.
      if (!await cache.match(addressOf(path))) await cache.put(addressOf(path), await take(path, expected));
    }));
    // Another version that took over in the meantime takes what is not known to run for a leftover.
    if (!await caches.has(store)) throw new Error(`what was kept of version ${VERSION} is gone`);
  } catch (error) {
    // All or nothing: the browser drops this worker and tries again at its next look. But what was there before is another's.
    if (isNew) await caches.delete(store);
    throw error;
  }
  // The running version once more is no new one to be offered.
  if ((await recorded()).version === store) await self.skipWaiting();
}

/** Makes this version the running one. The ones before are kept for as long as a page shows them: it may not have all of its program yet. */
async function takeOver() {
  const before = await recorded();
  const names = (await caches.keys()).filter((name) => name.startsWith(mine) && name !== store && name !== record);
  // A version from before there was a record may have been running.
  const ran = before.version === undefined ? names : [...before.kept, before.version];
  const kept = names.filter((name) => ran.includes(name));
  const pages = before.version === store ? before.pages : await pagesNow();
  await note({ version: store, kept, pages });
  for (const name of names) if (!kept.includes(name)) await caches.delete(name);
  await self.clients.claim();
  await tidy();
}

let isTidy = false;
/** Drops the versions before, once no page shows them. */
async function tidy() {
  if (isTidy) return;
  const { version, kept = [], pages = [] } = await recorded();
  if (version !== store) return;
  const now = await pagesNow();
  if (kept.length && pages.some((id) => now.includes(id))) return;
  for (const name of kept) await caches.delete(name);
  isTidy = true;
}

async function answer(request) {
  const cache = await caches.open(store);
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  // Hosts serve index.html for the folder, and some serve a page without its ending.
  const kept = await cache.match(address === scope ? addressOf('index.html') : address)
    ?? (request.mode === 'navigate' ? await cache.match(`${address}.html`) : await ofEarlier(address));
  return kept ?? fetch(request);
}

/** A part of an earlier version's program, for a page that still shows that one. */
async function ofEarlier(address) {
  for (const name of (await recorded()).kept ?? []) {
    const kept = await (await caches.open(name)).match(address);
    if (kept) return kept;
  }
  return undefined;
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
  if (event.data === 'new?') event.waitUntil(recorded().then(({ version }) => { if (version !== store) event.source.postMessage('new'); }));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) {
    event.respondWith(answer(request));
    event.waitUntil(tidy());
  }
});
