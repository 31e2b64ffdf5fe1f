// What scripts outside the app's own specs know of the app: its pages, how a plan is stored, and what one does to rate a
// skill. All of it stands here, so that a change of the app has one place to follow.

/** The main pages by name, as addresses relative to the app's. */
export const PAGES = {
  home: '#/', map: '#/map', assess: '#/assess', gaps: '#/gaps', route: '#/route', plan: '#/plan', guide: '#/guide', data: '#/data',
};

/** A plan half-way: some skills rated, most not. */
export const HALF = {
  from: 'software-engineer', to: 'head-of-engineering', years: 6,
  ratings: { communication: 3, 'programming-languages': 4, 'devops-ci-cd': 3, 'strategic-vision': 1 },
};

/** The value under which the app keeps a plan in `localStorage`. */
export const stored = (plan) => ({ key: 'career-explorer.plan.a', value: JSON.stringify(plan) });

/** The plan that smoke tests use. */
export const STORED = stored(HALF);

/** Rating a skill: the page, what has to be there, and the keys that rate (0 to 5). */
export const RATING = { route: PAGES.assess, option: '[role=radio]', keys: ['1', '2', '3', '4', '5', '0'] };
