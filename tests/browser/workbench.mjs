// Plans with records, as the tools of the workbench keep them.
import { PLANS } from './app.mjs';

const entry = (line, when, skills = {}, metric = {}, more = {}) => ({ line, when, skills, ...metric, ...more });
const change = (from, to, unit) => ({ from: String(from), to: String(to), unit });

/** A log such as an engineering manager might have, by id. */
export const LOG = {
  a01: entry('Paired two seniors with two juniors, each pair with a goal and an end date', '2026-11-18', { mentorship: 2 }, change(60, 25, '%')),
  a02: entry('Put three services on one path to production', '2026-11-05', { 'devops-ci-cd': 3 }, change(9, 1, 'days to production')),
  a03: entry('Spread on-call over three time zones, after two teams had refused', '2026-10-08', { 'remote-leadership': 4, 'conflict-resolution': 3 }, change(11, 3, 'night pages a month'),
    { situation: 'Nights fell on five people, and two teams had refused to share them.', task: 'Share the nights without a forced rota.', action: 'Asked each team what it would need, and gave each a week to try it.', result: 'Eleven pages a night became three, and both teams stayed in.' }),
  a04: entry('Split the ledger store so that a payment query reads one table', '2026-09-15', { 'data-engineering': 4, 'system-performance': 4 }, change(840, 310, 'ms'),
    { situation: 'One store served payments and reports.', task: 'Make the slowest payments fast enough.', action: 'Split it by who writes.', result: 'The slowest five per cent took a third of the time.' }),
  a05: entry('Stopped the rewrite after a two-week trial, and moved the money to the ledger', '2026-07-02', { 'strategic-thinking': 4, 'data-driven-decisions': 4 }, change(31, 19, '€')),
  a06: entry('Hired six engineers by a scorecard', '2026-05-20', { leadership: 3 }, change(74, 41, 'days to hire')),
  a07: entry('Took the payments team through its audit', '2026-03', { cybersecurity: 3, 'security-compliance': 2 }, change(14, 0, 'open findings')),
  a08: entry('Planned checkout across four teams, with one board and one list of risks', '2026-01-30', { 'project-management': 4 }, change(3, 8, 'milestones on time, of 9')),
  a09: entry('Turned round two engineers who had missed their goals', '2025-11-14', { 'performance-management': 3, 'emotional-intelligence': 3 }, { to: '4', unit: 'goals met, of 5' }),
  a10: entry('Found the cause behind repeated outages: one shared database', '2025-09', { 'problem-solving': 3, 'cloud-computing': 3 }, { by: '7', unit: 'incidents a quarter' }),
  a11: entry('Ran the guild of engineering managers', '2025', {}),
};

export const logged = { ...PLANS.rated, records: { evidence: LOG, stories: Object.fromEntries(['a03', 'a04', 'a05', 'a06', 'a08', 'a09', 'a10'].map((id, order) => [id, { order }])) } };

/** As many entries as a log holds. */
export const full = {
  ...PLANS.rated,
  records: { evidence: Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`e${n}`, { ...Object.values(LOG)[n % 10], line: `${n}: ${Object.values(LOG)[n % 10].line}` }])) },
};

/** Two notes from where one rates. */
export const noted = { ...PLANS.rated, evidence: { communication: 'Ran the “design review”.\nTwice a month.', mentorship: 'Two juniors, both promoted 👩‍🔧' } };
