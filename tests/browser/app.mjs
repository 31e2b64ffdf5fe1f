// What scripts outside the app's own specs know of the app: its pages, how a plan is stored, and what one does to rate a
// skill. All of it stands here, so that a change of the app has one place to follow.

/** The main pages by name, as addresses relative to the app's. */
export const PAGES = {
  home: '#/', map: '#/map', assess: '#/assess', gaps: '#/gaps', route: '#/route', plan: '#/plan', guide: '#/guide', data: '#/data',
};

const from = { from: 'software-engineer', to: 'head-of-engineering', years: 6 };

/** The ids of all skills, in the guide's order, with a rating that someone six years in might give. */
const RATED = {
  'software-architecture': 3, 'cloud-computing': 3, 'devops-ci-cd': 4, 'programming-languages': 4, 'data-engineering': 2,
  cybersecurity: 2, 'api-development': 4, 'system-performance': 3, 'strategic-vision': 1, leadership: 2,
  'emotional-intelligence': 3, communication: 3, 'strategic-thinking': 2, 'problem-solving': 4, adaptability: 3,
  'project-management': 2, 'agile-lean': 3, 'performance-management': 1, 'data-driven-decisions': 2, 'conflict-resolution': 2,
  'time-management': 3, mentorship: 3, 'ai-ml-integration': 1, 'data-analytics': 1, 'remote-leadership': 2,
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

/** The key and value under which the app keeps a plan in `localStorage`. */
export const stored = (plan) => ({ key: 'career-explorer.plan.a', value: JSON.stringify(plan) });

/** Rating a skill: the page, what has to be there, and the keys that rate. */
export const RATING = { route: PAGES.assess, option: '[role=radio]', keys: ['1', '2', '3', '4', '5', '0'] };
