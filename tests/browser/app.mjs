// What scripts outside the app's own specs know of the app: its pages, how a plan is stored, and what one does to rate a
// skill. All of it stands here, so that a change of the app has one place to follow.
import { crc32 } from 'node:zlib';

/** The main pages by name, as addresses relative to the app's. */
export const PAGES = {
  home: '#/', map: '#/map', title: '#/map/director-of-engineering', compare: '#/map/engineering-manager/vs/director-of-engineering',
  assess: '#/assess', 'assess-list': '#/assess/list', gaps: '#/gaps', route: '#/route', plan: '#/plan', steps: '#/plan/steps', guide: '#/guide',
  'guide-section': '#/guide/goals', 'guide-skill': '#/guide/skills/communication', search: '#/guide?q=security', data: '#/data', evidence: '#/evidence', prepare: '#/prepare', linkedin: '#/prepare/linkedin', resume: '#/prepare/resume', interview: '#/prepare/interview', actions: '#/plan/actions', goals: '#/plan/goals', review: '#/plan/review', history: '#/plan/history', certifications: '#/prepare/certifications', pay: '#/prepare/pay', brief: '#/brief', embed: '#/embed', more: '#/more', 'not-found': '#/nowhere',
};

/** Links that were given out, from tests/fixtures/links-v1.txt: a plan, a request to rate, and a reply. */
export const LINKS = {
  shared: '#/shared/wQElAQIBAwQBEwYBDAgLKcuKcuKcuKcuKYAKA0AgEAwDBZYBKajWOg', rate: '#/rate/wQILAQIBAwQBE5vNrVk',
  rated: '#/rated/wQMZAQIBAwQBEwgLKcuKcuKcuKcuKYAAlDL0tQ',
};

/** The pages that open links, which an embedding site cannot go to. */
export const OPENED = { 'shared-box': '#/shared', ...LINKS };

const from = { from: 'engineering-manager', to: 'head-of-engineering', years: 7 };

/** The ids of all skills, in the guide's order, with a rating that an engineering manager seven years in might give. */
export const RATED = {
  'software-architecture': 3, 'cloud-computing': 3, 'devops-ci-cd': 3, 'programming-languages': 3, 'data-engineering': 2,
  cybersecurity: 2, 'api-development': 3, 'system-performance': 3, 'strategic-vision': 2, leadership: 3,
  'emotional-intelligence': 3, communication: 3, 'strategic-thinking': 3, 'problem-solving': 3, adaptability: 3,
  'project-management': 3, 'agile-lean': 4, 'performance-management': 3, 'data-driven-decisions': 2, 'conflict-resolution': 3,
  'time-management': 3, mentorship: 3, 'ai-ml-integration': 1, 'data-analytics': 2, 'remote-leadership': 3,
  'sustainability-ethics': 1, 'security-compliance': 2,
};

/** Plans in the states that pages differ by. */
export const PLANS = {
  /** Where from, where to and how long, and nothing rated. */
  started: { ...from },
  /** Every third skill rated. */
  half: { ...from, ratings: Object.fromEntries(Object.entries(RATED).filter((_, i) => i % 3 === 0)) },
  /** Every skill rated. */
  rated: { ...from, ratings: RATED },
  /** Every skill at the highest level. */
  done: { ...from, ratings: Object.fromEntries(Object.keys(RATED).map((skill) => [skill, 5])) },
  /** On the way to a related path, which has no gate. */
  related: { from: 'director-of-engineering', to: 'board-advisor', years: 12, ratings: RATED },
};

/** How the keys begin under which the app keeps what belongs to its guide, and a plan in particular. */
const BASE = 'career-explorer/head-of-engineering/';
export const SLOT = `${BASE}slot-`;
export const ASIDE = `${BASE}aside-`;

/** The two slots of the first version of the app, and where it set aside what it could not read. */
export const OLD_SLOTS = ['career-explorer.plan.a', 'career-explorer.plan.b'];
export const OLD_ASIDE = ['career-explorer.aside.a', 'career-explorer.aside.b'];

/** The text of a slot, as `domain/store` writes it. */
export function slot(seq, envelope) {
  const number = Buffer.alloc(8);
  number.writeBigUInt64LE(BigInt(seq));
  const sum = crc32(Buffer.concat([number, Buffer.from(envelope)])).toString(16).padStart(8, '0');
  return `career-explorer-slot ${seq} ${sum}\n${envelope}`;
}

const pack = { id: 'head-of-engineering', version: 1 };

/** The key and value under which the app keeps a plan in `localStorage`. Sets and snapshots may be lists, as they once were. */
export function stored(plan, seq = 1, key = `${SLOT}test-${seq}`) {
  const { goals, snapshots, ...rest } = plan;
  const document = { ...rest };
  if (goals) document.goals = Array.isArray(goals) ? Object.fromEntries(goals.map((id) => [id, true])) : goals;
  if (snapshots) document.snapshots = Array.isArray(snapshots) ? Object.fromEntries(snapshots.map((one, i) => [`${one.day}-00${i}-test`, one])) : snapshots;
  return { key, value: slot(seq, JSON.stringify({ app: 'career-explorer', schema: 2, pack, plan: document, write: { by: 'test', seen: { test: seq } } })) };
}

/** The same as the first version kept it. */
export function storedAtFirst(plan, seq = 1, key = OLD_SLOTS[seq % 2]) {
  return { key, value: slot(seq, JSON.stringify({ app: 'career-explorer', schema: 1, pack, plan })) };
}

/** A plan of the stored form, with lists for sets and snapshots. */
export function plain(plan) {
  const list = (map) => Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...plan, goals: list(plan.goals).map(([id]) => id), snapshots: list(plan.snapshots).map(([, one]) => one) };
}

/** The key and value under which the app notes a visit on an earlier day: the plan as the payload of a link. */
export function visit(day, link) {
  return { key: `${BASE}visits`, value: `\n${day} ${link.replace(/^.*\//, '')}\n` };
}

/** The key and value under which the app keeps a theme, `light` or `dark`. */
export const theme = (value) => ({ key: `${BASE}theme`, value });

/** Rating a skill: the page, what has to be there, the keys that rate, what takes the rating back, and what says that one is there. */
export const RATING = { route: PAGES.assess, option: 'input[type=radio]', keys: ['1', '2', '3', '4', '5', '0'], back: '.dock-said .btn', said: '.assess-top p' };

/** Puts entries `{ key, value }` into the storage of a site before the app is there. */
export async function keep(page, site, ...entries) {
  site.page('/empty', '<!doctype html><link rel="icon" href="data:,"><title>Nothing</title>');
  await page.goto(`${site.origin}/empty`);
  await page.evaluate((all) => { for (const { key, value } of all) localStorage.setItem(key, value); }, entries);
}

/** The texts of all slots, or of what else is kept under keys that begin so. `from` is a page or a frame. */
export async function texts(from, prefix = SLOT) {
  return from.evaluate((start) => Object.keys(localStorage).filter((key) => key.startsWith(start)).sort().map((key) => localStorage.getItem(key)), prefix);
}

/** The plan as the app stores it when the page is left, or null, with lists for sets and snapshots. `from` is a page or a frame. */
export async function saved(from) {
  // An edit is saved a moment later, or on leaving, whichever comes first.
  const slots = await from.evaluate((start) => {
    dispatchEvent(new Event('pagehide'));
    return Object.keys(localStorage).filter((key) => key.startsWith(start)).map((key) => localStorage.getItem(key));
  }, SLOT);
  const all = slots.map((text) => ({ seq: Number(text.split(' ')[1]), ...JSON.parse(text.slice(text.indexOf('\n'))) }));
  // Of two tabs that wrote at once the name decides, as in the app.
  const newest = all.sort((a, b) => b.seq - a.seq || (a.write?.by < b.write?.by ? 1 : -1))[0]?.plan;
  return newest ? plain(newest) : null;
}
