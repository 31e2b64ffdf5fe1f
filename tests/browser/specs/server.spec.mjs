// The test server itself: what the other specs rely on.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, expect } from '@playwright/test';
import { headerRules, serve } from '../server.mjs';

let site;
let folder;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'served-'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>one</title>\n<body>'.padEnd(2000));
  await writeFile(path.join(folder, 'a.wasm'), Buffer.alloc(1000, 7));
  await writeFile(path.join(folder, '_headers'), '/*\n  X-All: yes\n/a.wasm\n  Cache-Control: max-age=9\n');
  site = await serve({ folder });
});
test.afterEach(() => site.mend());
test.afterAll(() => site.close());

test('serves a bundle below its sub-path with types, brotli and headers', async () => {
  const page = await fetch(site.url, { headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-encoding')).toBe('br');
  expect(page.headers.get('x-all')).toBe('yes');
  expect(await page.text()).toContain('<title>one');
  const wasm = await fetch(`${site.url}a.wasm`, { headers: { 'Accept-Encoding': 'identity' } });
  expect(['content-type', 'cache-control', 'content-length'].map((h) => wasm.headers.get(h))).toEqual(['application/wasm', 'no-cache', '1000']);
  for (const address of ['a.css', '_headers', '..%2f..%2fetc%2fpasswd']) expect((await fetch(site.url + address)).status).toBe(404);
  expect((await fetch(`${site.origin}/`)).status).toBe(404);
  expect((await fetch(site.url.slice(0, -1))).url).toBe(site.url);
  expect(site.requests.some((r) => r.path === 'a.wasm' && r.status === 200)).toBe(true);
});

test('misbehaves when asked', async () => {
  const get = () => fetch(`${site.url}a.wasm`, { signal: AbortSignal.timeout(1000) });
  site.fault('a.wasm', 'missing', 1);
  expect((await get()).status).toBe(404);
  expect((await get()).status).toBe(200);
  site.fault('a.wasm', 'short');
  expect((await (await get()).arrayBuffer()).byteLength).toBe(500);
  site.fault('a.wasm', 'altered');
  expect(new Uint8Array(await (await get()).arrayBuffer()).filter((b) => b !== 7).length).toBe(1);
  site.fault('a.wasm', 'truncated');
  await expect(get().then((r) => r.arrayBuffer())).rejects.toThrow();
  site.fault('index.html', 'stalled', 1);
  const head = (await fetch(site.url, { signal: AbortSignal.timeout(1000) })).body.getReader();
  expect(new TextDecoder().decode((await head.read()).value)).toBe('<!doctype html><title>one</title>\n');
  await expect(head.read()).rejects.toThrow(/timeout/i);
  site.fault('a.wasm', 'hang');
  await expect(get()).rejects.toThrow(/timeout/i);
});

test('serves other folders and pages, goes and comes back', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'served-'));
  await writeFile(path.join(other, 'index.html'), 'two');
  const own = await serve({ folder });
  own.swap(other);
  expect(await (await fetch(own.url)).text()).toBe('two');
  own.page('/host.html', 'host');
  expect(await (await fetch(`${own.origin}/host.html`)).text()).toBe('host');
  await own.unplug();
  await expect(fetch(own.url)).rejects.toThrow();
  await own.plug();
  expect((await fetch(own.url)).status).toBe(200);
  await own.close();
});

test('reads header rules', () => {
  const rules = headerRules('# note\n/*\n  A: 1: 2\n/x/*.js\n  B: 3\n');
  const of = (address) => rules.filter(([p]) => p.test(address)).map(([, name, value]) => `${name}=${value}`);
  expect(of('/x/y.js')).toEqual(['A=1: 2', 'B=3']);
  expect(of('/x/yxjs')).toEqual(['A=1: 2']);
});
