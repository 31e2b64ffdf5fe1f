// What scripts outside the app's own specs know of the app: its pages, how a plan is stored, and what one does to rate a
// skill. All of it stands here, so that a change of the app has one place to follow.
import { crc32 } from 'node:zlib';

/** The main pages by name, as addresses relative to the app's. */
export const PAGES = {
  home: '#/', map: '#/map', title: '#/map/director-of-engineering', compare: '#/map/engineering-manager/vs/director-of-engineering',
  assess: '#/assess', 'assess-list': '#/assess/list', gaps: '#/gaps', route: '#/route', plan: '#/plan', guide: '#/guide',
  'guide-section': '#/guide/goals', 'guide-skill': '#/guide/skills/communication', search: '#/guide?q=security', data: '#/data', 'not-found': '#/nowhere',
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
};

/** The key and value under which the app keeps a plan in `localStorage`: a slot, as `domain/store` writes it. */
export function stored(plan, seq = 1, key = 'career-explorer.plan.a') {
  const envelope = JSON.stringify({ app: 'career-explorer', schema: 1, pack: { id: 'head-of-engineering', version: 1 }, plan });
  const number = Buffer.alloc(8);
  number.writeBigUInt64LE(BigInt(seq));
  const sum = crc32(Buffer.concat([number, Buffer.from(envelope)])).toString(16).padStart(8, '0');
  return { key, value: `career-explorer-slot ${seq} ${sum}\n${envelope}` };
}

/** Rating a skill: the page, what has to be there, and the keys that rate. */
export const RATING = { route: PAGES.assess, option: 'input[type=radio]', keys: ['1', '2', '3', '4', '5', '0'] };

/** The keys under which the app keeps a plan, and the texts of it that it could not read. */
export const SLOTS = ['career-explorer.plan.a', 'career-explorer.plan.b'];
export const ASIDE = ['career-explorer.aside.a', 'career-explorer.aside.b'];

/** Puts entries `{ key, value }` into the storage of a site before the app is there. */
export async function keep(page, site, ...entries) {
  site.page('/empty', '<!doctype html><link rel="icon" href="data:,"><title>Nothing</title>');
  await page.goto(`${site.origin}/empty`);
  await page.evaluate((all) => { for (const { key, value } of all) localStorage.setItem(key, value); }, entries);
}

/** The plan as the app stores it when the page is left, or null. `from` is a page or a frame. */
export async function saved(from) {
  const texts = await from.evaluate((keys) => {
    // An edit is saved a moment later, or on leaving, whichever comes first.
    dispatchEvent(new Event('pagehide'));
    return keys.map((key) => localStorage.getItem(key));
  }, SLOTS);
  const slots = texts.filter(Boolean).map((text) => ({ seq: Number(text.split(' ')[1]), plan: JSON.parse(text.slice(text.indexOf('\n'))).plan }));
  return slots.sort((a, b) => b.seq - a.seq)[0]?.plan ?? null;
}
