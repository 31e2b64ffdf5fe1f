// A static server for tests, benches and pictures, without dependencies: it serves a bundle below a sub-path as a plain host
// would, and a test can make it misbehave.
//
//   const site = await serve({ folder: 'dist' });       // site.url = 'http://127.0.0.1:<port>/some/sub/path/'
//   site.fault('start.js', 'missing');                  // what becomes of one file; site.mend() ends all faults
//   site.swap('other-dist');                            // from now on another folder, as after an update
//   site.page('/host.html', '<!doctype html>…');        // a page of the embedding site
//   site.requests                                       // [{ method, path, address, status }], oldest first
//   await site.close();
//
// Each server has a port and so an origin of its own; two of them make an embedding site and the app.
// Run by itself (`node server.mjs [folder] [port]`) it serves dist/ until it is stopped.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const compress = promisify(zlib.brotliCompress);
const here = path.dirname(fileURLToPath(import.meta.url));

/** The bundle that the commands of the project test: `DIST`, or dist/ of the checkout. */
export const DIST = process.env.DIST ?? path.resolve(here, '../../dist');
/** Where the bundle is mounted unless a test says otherwise: a sub-path, since hosts have them. */
export const MOUNT = '/some/sub/path/';

const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.ico': 'image/x-icon', '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.map': 'application/json', '.mjs': 'text/javascript; charset=utf-8',
  '.pack': 'application/octet-stream', '.png': 'image/png', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json', '.xml': 'application/xml',
};
const COMPRESSED = /^(text\/|application\/(json|wasm|manifest|xml)|image\/svg)/;

/**
 * What a file can be made to do. `short` looks whole to the browser, `truncated` breaks the connection half-way, and `stalled` sends the head
 * of a page and never the rest.
 */
export const FAULTS = ['missing', 'broken', 'truncated', 'stalled', 'short', 'altered', 'hang'];

const compressed = new Map();

async function brotli(bytes, quality) {
  const key = `${quality} ${createHash('sha256').update(bytes).digest('base64')}`;
  if (!compressed.has(key)) compressed.set(key, compress(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality } }));
  return compressed.get(key);
}

/** The rules of a `_headers` file: [[matches, name, value]]. */
export function headerRules(text) {
  const rules = [];
  let pattern = null;
  for (const line of text.split('\n').filter((l) => l.trim() && !l.startsWith('#'))) {
    if (/^\S/.test(line)) {
      const escaped = line.trim().split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      pattern = new RegExp(`^${escaped.join('.*')}$`);
    } else {
      const [, name, value] = line.match(/^\s+([^:]+):\s*(.*)$/) ?? [];
      if (pattern && name) rules.push([pattern, name, value]);
    }
  }
  return rules;
}

/**
 * Starts a server. `quality` is brotli's, 11 for figures and less for speed; `keep` lets the `Cache-Control` of `_headers`
 * through, which is otherwise `no-cache`, so that a test sees what the server does now.
 */
export async function serve({ folder = DIST, mount = MOUNT, port = 0, quality = 5, keep = false } = {}) {
  const state = { folder, faults: new Map(), pages: new Map(), requests: [] };

  async function answer(request, response) {
    const address = new URL(request.url, 'http://host');
    const entry = { method: request.method, path: null, address: request.url, headers: request.headers, status: 0 };
    state.requests.push(entry);
    const send = (status, headers, body) => {
      entry.status = status;
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const page = state.pages.get(address.pathname);
    if (page) return send(200, { 'Content-Type': TYPES['.html'], ...page.headers }, page.body);
    if (`${address.pathname}/` === mount) return send(301, { Location: mount });
    if (!address.pathname.startsWith(mount)) return send(404, { 'Content-Type': 'text/plain' }, 'not found');

    let name = decodeURIComponent(address.pathname.slice(mount.length));
    if (name === '' || name.endsWith('/')) name += 'index.html';
    entry.path = name;
    const fault = state.faults.get(name);
    if (fault && --fault.times === 0) state.faults.delete(name);
    const kind = fault?.kind;
    if (kind === 'hang') return undefined;
    if (kind === 'broken') return send(500, { 'Content-Type': 'text/plain' }, 'broken');

    const file = path.join(state.folder, name);
    const inside = !path.relative(state.folder, file).startsWith('..');
    const found = kind !== 'missing' && inside && name !== '_headers' && (await stat(file).catch(() => null))?.isFile();
    if (!found) return send(404, { 'Content-Type': TYPES['.html'] }, '<!doctype html><title>Not found</title>Not found');

    let bytes = await readFile(file);
    if (kind === 'altered') {
      bytes = Buffer.from(bytes);
      bytes[bytes.length >> 1] ^= 1;
    }
    if (kind === 'stalled') {
      entry.status = 200;
      response.writeHead(200, { 'Content-Type': TYPES[path.extname(name)] });
      response.write(bytes.subarray(0, bytes.indexOf('<body')));
      return undefined;
    }
    if (kind === 'short') bytes = bytes.subarray(0, bytes.length >> 1);
    const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
    const headers = { 'Content-Type': type, Vary: 'Accept-Encoding' };
    const rules = headerRules(await readFile(path.join(state.folder, '_headers'), 'utf8').catch(() => ''));
    for (const [pattern, header, value] of rules) if (pattern.test(`/${name}`)) headers[header] = value;
    if (!keep || !headers['Cache-Control']) headers['Cache-Control'] = 'no-cache';
    if (COMPRESSED.test(type) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      bytes = await brotli(bytes, quality);
      headers['Content-Encoding'] = 'br';
    }
    headers['Content-Length'] = bytes.length;
    if (kind === 'truncated') {
      entry.status = 200;
      response.writeHead(200, headers);
      response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
      return undefined;
    }
    return send(200, headers, bytes);
  }

  const server = http.createServer((request, response) => {
    answer(request, response).catch((error) => {
      response.writeHead(400, { 'Content-Type': 'text/plain' });
      response.end(String(error));
    });
  });
  const listen = (at) => new Promise((done, fail) => server.once('error', fail).listen(at, '127.0.0.1', done));
  const stop = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  await listen(port);
  const taken = server.address().port;

  return {
    port: taken,
    get folder() { return state.folder; },
    mount,
    origin: `http://127.0.0.1:${taken}`,
    url: `http://127.0.0.1:${taken}${mount}`,
    requests: state.requests,
    /** Makes a file of the bundle misbehave, for the next `times` requests or until mended. */
    fault(name, kind, times = Infinity) {
      if (!FAULTS.includes(kind)) throw new Error(`a fault is one of ${FAULTS.join(', ')}, not ${kind}`);
      state.faults.set(name, { kind, times });
    },
    mend: () => state.faults.clear(),
    /** Serves another folder from now on. */
    swap: (other) => { state.folder = other; },
    /** Serves a page of its own at an absolute path of this origin. */
    page: (at, body, headers = {}) => { state.pages.set(at, { body, headers }); },
    /** The network goes, and comes back on the same port. */
    unplug: stop,
    plug: () => listen(taken),
    close: () => (server.listening ? stop() : Promise.resolve()),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = DIST, port = '8000'] = process.argv.slice(2);
  const site = await serve({ folder: path.resolve(folder), port: Number(port) });
  console.log(site.url);
}
