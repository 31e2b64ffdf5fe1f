// The app's side of an embedding: the host's accent, the height of the content, and where the visitor is. Loaded by start.js in
// embedded pages only. docs/embed.md describes the parameters and the messages; nothing said here is about anyone's plan.
const VERSION = 1;
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

const tell = (type, more) => {
  if (parent !== window) parent.postMessage({ careerExplorer: VERSION, type, ...more }, host ?? '*');
};

// A page of the app as the host may know it: never an address that carries a plan or words that someone typed.
const PAGE = /^(?!shared|rated?(?:\/|$))[a-z]+(?:\/[a-z0-9-]+)*$|^$/;
const isPage = (page) => typeof page === 'string' && PAGE.test(page);
const here = () => {
  const page = location.hash.replace(/^#?\/?/, '').replace(/\/$/, '');
  return isPage(page) ? page : null;
};
addEventListener('hashchange', () => tell('navigate', { page: here() }));

addEventListener('message', ({ source, origin, data }) => {
  const fromHost = host !== null && source === parent && origin === host && data?.careerExplorer === VERSION;
  if (fromHost && data.type === 'navigate' && isPage(data.page)) location.hash = `#/${data.page}`;
});

let last = 0;
const measure = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // A frame that is not shown has no height to tell.
  if (!root.dataset.ready || !height || height === last) return;
  last = height;
  tell('height', { height });
};
const begin = () => {
  new ResizeObserver(measure).observe(document.body);
  const ready = () => {
    tell('ready', { page: here() });
    measure();
  };
  if (root.dataset.ready) return ready();
  return new MutationObserver((_, observer) => {
    if (!root.dataset.ready) return;
    observer.disconnect();
    ready();
  }).observe(root, { attributeFilter: ['data-ready'] });
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
else begin();
