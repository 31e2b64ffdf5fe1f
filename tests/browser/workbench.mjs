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

const day = (back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const quarter = (ahead) => {
  const now = new Date();
  const at = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 + ahead * 3, 1));
  return `${at.getUTCFullYear()}-q${at.getUTCMonth() / 3 + 1}`;
};
const less = (by) => Object.fromEntries(Object.entries(PLANS.rated.ratings).map(([skill, level], i) => [skill, i % 3 === 0 ? Math.max(0, level - by) : level]));

/** A plan that somebody has worked with for a year. */
export const worked = {
  ...logged,
  since: 4,
  goals: ['goal-roadmap'],
  evidence: { communication: 'Monthly notes to all four teams, read by most of them.' },
  snapshots: [
    { day: day(290), name: 'Review of the first quarter', plan: { ...PLANS.rated, ratings: less(2) } },
    { day: day(190), name: 'Review of the second quarter', plan: { ...PLANS.rated, ratings: less(1) } },
    { day: day(95), name: 'Kept by hand', plan: { ...PLANS.rated, ratings: less(1), from: 'technical-lead' } },
  ],
  records: {
    ...logged.records,
    evidence: { ...LOG, a12: { line: 'Wrote the roadmap of the platform with two product managers', when: day(3), skills: { 'strategic-vision': 3, communication: 4 } } },
    actions: {
      t1: { what: 'Review two designs a month with the architects', skill: 'software-architecture', level: 4, quarter: quarter(0), place: 1000, hours: 24, done: day(2), from: 'goal-architecture' },
      t2: { what: 'Write the roadmap of the platform for two years', skill: 'strategic-vision', level: 3, quarter: quarter(0), place: 2000, hours: 30 },
      t3: { what: 'Run the security review before each quarterly release', skill: 'cybersecurity', level: 3, quarter: quarter(0), place: 3000, hours: 16, aim: 'run' },
      t4: { what: 'Present the platform’s costs to finance', skill: 'data-driven-decisions', level: 3, quarter: quarter(1), place: 4000, hours: 12 },
      t5: { what: 'Shadow the head of product for two planning rounds', skill: 'strategic-vision', level: 4, quarter: quarter(1), place: 5000, hours: 20 },
      t6: { what: 'A course on applied machine learning', skill: 'ai-ml-integration', level: 2, place: 6000, hours: 40 },
    },
    aims: {
      g1: { what: 'Write the roadmap of the platform for two years', measure: 'From none to 3 of 3 teams plan by it', first: 'Ask two product managers for their bets', skills: { 'strategic-vision': true }, by: day(-200), when: 'it is Monday at nine', then: 'I open the roadmap', group: 'goals-vision', from: 'goal-roadmap', progress: 40 },
      g2: { what: 'Improve how we handle incidents', skills: { 'problem-solving': true }, group: 'goals-delivery', aim: 'run' },
    },
    reviews: { r1: { day: day(190), quarter: quarter(-2), note: 'Fewer things at once, and the notes on Fridays.', done: 4 } },
    companies: { c1: { name: 'Example Bank', work: 'Payments over nine countries', news: 'A new head of product since May' } },
    practice: { p1: { question: 'x', notes: 'Begin with the result.', seconds: 95 } },
    texts: { 'linkedin-headline': { title: 'Engineering Manager', value: 'Payments that stay up' }, why: { text: 'I like to see teams grow past me.' } },
    settings: { pay: { base: '90,000 €' }, 'linkedin-refreshed': { day: day(60) }, 'held:engineering-manager': { began: day(50) }, 'held:technical-lead': { began: '2022-03-01' } },
    balance: { 'balance-no': { adopted: true } },
    'check-ins': { [day(150)]: { hours: 1, thought: 2, pace: 3 }, [day(90)]: { hours: 4, thought: 2, pace: 3 }, [day(30)]: { hours: 4, thought: 4, pace: 3 } },
  },
};

/** As many entries as a log holds. */
export const full = {
  ...PLANS.rated,
  records: { evidence: Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`e${n}`, { ...Object.values(LOG)[n % 10], line: `${n}: ${Object.values(LOG)[n % 10].line}` }])) },
};

/** The largest plan: as many achievements, actions and snapshots as there can be, each snapshot with three achievements that changed. */
export const LARGEST = largest();

function largest() {
  const text = (n, length) => `${n} ${'Moved the payments service to one path to production and cut the wait from 9 days to 1 '.repeat(8)}`.slice(0, length);
  const name = (letter, n) => letter + String(n).padStart(9, '0');
  const achievement = (n, version) => ({ line: text(n, 70), situation: text(version, 60), task: text(n, 50), action: text(n, 70), result: text(n, 60), when: '2026-03-14', ...change(40, 12, 'minutes'), skills: { 'devops-ci-cd': 4, communication: 3 } });
  const action = (n) => ({ what: text(n, 90), skill: 'devops-ci-cd', quarter: '2027-q1', note: text(n, 100) });
  const evidence = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [name('a', n), achievement(n, 0)]));
  const actions = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [name('b', n), action(n)]));
  const token = (n) => n.toString(36).padStart(5, '0');
  let made = 0;
  const tokens = {};
  const version = (of, held) => [(tokens[of] = token(made++)), { of, held }];
  const archive = {};
  const snapshots = {};
  for (let kept = 0; kept < 50; kept++) {
    const changed = [0, 1, 2].map((n) => name('a', kept * 3 + n));
    changed.forEach((id, n) => { evidence[id] = achievement(kept * 3 + n, kept + 1); });
    const all = kept ? changed : [...Object.keys(evidence), ...Object.keys(actions)];
    const id = `2026-01-01-${String(kept).padStart(3, '0')}-0a1b2c3d`;
    archive[id] = Object.fromEntries(all.map((of) => version(of, evidence[of] ?? actions[of])));
    const list = (letter) => Object.keys(tokens).filter((of) => of.startsWith(letter)).sort().map((of) => tokens[of]).join('');
    snapshots[id] = { name: 'Quarterly review', day: '2026-01-01', plan: { ...PLANS.rated, records: { evidence: list('a'), actions: list('b') } } };
  }
  return { ...PLANS.rated, records: { evidence, actions }, archive, snapshots };
}

/** Two notes from where one rates. */
export const noted = { ...PLANS.rated, evidence: { communication: 'Ran the “design review”.\nTwice a month.', mentorship: 'Two juniors, both promoted 👩‍🔧' } };
