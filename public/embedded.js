// The app's side of an embedding: the host's accent, the height that a page asks for, where the visitor is, and the plan that a visitor
// sends. Loaded by start.js in embedded pages only. docs/embed.md describes the parameters and the messages. What is said unasked
// depends on the main page and the width of the frame alone, never on what stands on the page: that would tell of someone's plan.
const VERSION = 2;
const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const warn = (name, why) => console.warn(`Career Explorer: the parameter ${name}="${asked.get(name)}" is ignored: ${why}.`);

const isOrigin = (text) => { try { return new URL(text).origin === text; } catch { return false; } };
// The app itself warns of a host that is none.
const host = isOrigin(asked.get('host')) ? asked.get('host') : null;

if (asked.get('theme') && !['light', 'dark'].includes(asked.get('theme'))) warn('theme', 'it is neither light nor dark');
if (asked.get('accent')) setAccent(asked.get('accent'));

/** Takes an accent for the themes in which it can be read: 4.5 to 1 against the darkest light and the lightest dark background. */
function setAccent(accent) {
  if (!CSS.supports('color', accent)) return warn('accent', 'it is no colour');
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = 'transparent';
  context.fillStyle = accent;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  if (alpha < 255) return warn('accent', 'it is transparent, or depends on where it stands');
  const linear = (value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const colour = `rgb(${red} ${green} ${blue})`;
  const fitsLight = (0.885 + 0.05) / (light + 0.05) >= 4.5;
  const fitsDark = (light + 0.05) / (0.013 + 0.05) >= 4.5;
  if (fitsLight) root.style.setProperty('--host-light', colour);
  if (fitsDark) root.style.setProperty('--host-dark', colour);
  if (!fitsLight && !fitsDark) warn('accent', 'its contrast is below 4.5 to 1 in both themes');
  return undefined;
}

// Where a visitor may be said to be. The page within one of these would tell of the plan (the skill to rate next depends on the ratings), of a
// link that someone was sent, or of words that they typed.
const PAGES = ['', 'map', 'assess', 'gaps', 'route', 'plan', 'evidence', 'prepare', 'guide', 'data', 'more'];
const here = () => {
  const [page] = location.hash.replace(/^#?\/?/, '').split(/[/?]/);
  return PAGES.includes(page) ? page : null;
};

// The height that a page asks for, in CSS pixels, in a frame of up to 479 px, of up to 959 px, and wider. The page scrolls within it.
const HEIGHTS = { '': [640, 760, 840], map: [640, 760, 840], guide: [640, 720, 760], data: [640, 720, 760] };
const OTHERS = [640, 760, 800];
// The width with the scroll bar, which comes and goes with the content.
const height = () => (HEIGHTS[here()] ?? OTHERS)[innerWidth < 480 ? 0 : innerWidth < 960 ? 1 : 2];

const isFramed = parent !== window;
const tell = (type, more) => {
  if (isFramed) parent.postMessage({ careerExplorer: VERSION, type, ...more }, host ?? '*');
};
let told = {};
/** Tells the host where the visitor is and how high the frame should be, as far as it was not told. */
const report = () => {
  if (!root.dataset.ready) return;
  const now = { page: here(), height: height() };
  if (told.page === undefined) tell('ready', { page: now.page });
  else if (told.page !== now.page) tell('navigate', { page: now.page });
  // A frame that is not shown has no width.
  if (innerWidth && told.height !== now.height) tell('height', { height: now.height });
  else now.height = told.height;
  told = now;
};
addEventListener('hashchange', report);
addEventListener('resize', report);
new MutationObserver((_, observer) => {
  if (!root.dataset.ready) return;
  observer.disconnect();
  report();
}).observe(root, { attributeFilter: ['data-ready'] });
report();

// A plan that the visitor sends: the program asks for it, and hears what the host answers (src/platform/host.rs).
let sent = null;
addEventListener('career-explorer:send', ({ link }) => {
  if (!isFramed || host === null) return;
  sent = crypto.getRandomValues(new Uint32Array(1))[0];
  parent.postMessage({ careerExplorer: VERSION, type: 'plan', id: sent, link }, host);
});

// What a host may ask for: a page of the app, but none that opens a link.
const PAGE = /^(?!shared|rated?(?:\/|$))[a-z]+(?:\/[a-z0-9-]+)*$|^$/;
addEventListener('message', ({ source, origin, data }) => {
  if (host === null || !isFramed || source !== parent || origin !== host || data?.careerExplorer !== VERSION) return;
  if (data.type === 'navigate' && typeof data.page === 'string' && PAGE.test(data.page)) location.hash = `#/${data.page}`;
  if (data.type === 'answer' && sent !== null && data.id === sent && typeof data.taken === 'boolean') {
    sent = null;
    root.dataset.handoff = data.taken ? 'taken' : 'refused';
    dispatchEvent(new Event('career-explorer:answer'));
  }
});
