// What the first load weighs: index.html and every style, script and program that it names, compressed with brotli 11. Then what
// is fetched in the background: the other parts of the program.
// Each with whether it belongs to the first load, and whether somebody with a plan needs it: the planner, and of the parts of the main
// pages the one that weighs most, so that the sum holds for any of them.
// Prints [{ file, bytes, brotli, first, plan }] as JSON: `node size.mjs`.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';
import { DIST } from './server.mjs';

/** The files of the first load, by name: what the page names, and what its scripts import. */
export async function firstLoad(folder = DIST) {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  const tags = [...page.matchAll(/<(?:link|script)\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/rel="(icon|apple-touch-icon|canonical|manifest|alternate)"/.test(tag));
  const files = new Set(['index.html']);
  for (const [, file] of tags.join('\n').matchAll(/(?:href|src|data-js|data-wasm)="(?:\.\/)?([^"]+)"/g)) files.add(file);
  for (const file of files) {
    if (!file.endsWith('.js')) continue;
    const text = await readFile(path.join(folder, file), 'utf8');
    for (const [, imported] of text.matchAll(/^import\b[^'"]*['"](\.{1,2}\/[^'"]+)['"]/gm)) files.add(path.posix.join(path.posix.dirname(file), imported));
  }
  return [...files];
}

const first = await firstLoad();
const page = await readFile(path.join(DIST, 'index.html'), 'utf8');
const planner = [...page.matchAll(/data-(?:planner|styles)="([^"]*)"/g)].flatMap(([, files]) => files.split(' '));
/** What the loader fetches for each part: its file and the chunks that it needs, by the name of the part. */
async function parts(folder = DIST) {
  const loader = (await readdir(folder)).find((file) => /^parts-.*\.js$/.test(file));
  if (!loader) return {};
  const text = await readFile(path.join(folder, loader), 'utf8');
  // Each file is asked for in a definition of its own, `name = load(() => … new URL("./file") …, [names of others])`.
  const found = [...text.matchAll(/([\w$]+)=[\w$(]+\(\)=>{const [\w$]+=fetch\(new URL\("\.\/([^"]+\.wasm)"[^[]*\[([^\]]*)\]/g)];
  const chunks = new Map(found.map(([, name, file]) => [name, file]));
  const needs = (list) => list.split(',').map((name) => chunks.get(name)).filter(Boolean);
  return Object.fromEntries(found.filter(([, , file]) => file.startsWith('split_'))
    .map(([, , file, list]) => [file.match(/^split_([a-z]+)/)[1], [file, ...needs(list)]]));
}

const MAIN = ['rating', 'gaps', 'routes', 'plan', 'titles'];
const later = (await readdir(DIST)).filter((file) => /\.wasm$|^parts-.*\.js$|^(planner|workbench)-.*\.css$/.test(file) && !first.includes(file));
const rows = [];
for (const file of [...first, ...later]) {
  const bytes = await readFile(path.join(DIST, file));
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  rows.push({ file, bytes: bytes.length, brotli: zlib.brotliCompressSync(bytes, { params }).length, first: first.includes(file), plan: first.includes(file) || planner.includes(file) });
}
const weight = (files) => files.reduce((sum, file) => sum + rows.find((row) => row.file === file).brotli, 0);
const all = await parts();
const heaviest = MAIN.map((part) => all[part] ?? []).sort((one, other) => weight(other) - weight(one))[0];
for (const row of rows) row.plan ||= heaviest.includes(row.file);
if (process.argv.includes('--parts')) for (const [part, files] of Object.entries(all)) console.error(part, weight(files), files.join(' '));
console.log(JSON.stringify(rows));
