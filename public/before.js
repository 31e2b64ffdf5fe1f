// What has to be known before the first paint: the theme, and whether this page is the first one or the frame of the planner. In a
// release the build puts this text into the page itself, so that nothing is waited for; the page's policy has its digest.
(() => {
  const root = document.documentElement;
  const { js, wasm, planner = '', styles } = document.currentScript.dataset;
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const asked = new URLSearchParams(location.search);
  const embedded = asked.get('embed') === '1';
  if (embedded) root.dataset.embed = '';
  // What is kept belongs to the guide of this page; the names without one are those of the first version.
  const own = `career-explorer/${root.dataset.pack}/`;
  const theme = embedded && asked.get('theme') || read(`${own}theme`) || read('career-explorer.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  // The static page is the first one; for any other address, and for someone with a plan, it is the frame alone.
  const keys = () => { try { return Object.keys(localStorage); } catch { return []; } };
  const hasPlan = keys().some((key) => key.startsWith(`${own}slot-`)) || ['career-explorer.plan.a', 'career-explorer.plan.b'].some(read);
  const isFirst = /^#?\/?$|^#content$/.test(location.hash) && !embedded && !hasPlan;
  root.dataset.shell = isFirst ? 'first' : 'frame';
  if (isFirst) return;
  // All of the program is needed at once, and on the first page not before that is painted.
  for (const [href, rel, as] of [[js, 'modulepreload'], [wasm, 'preload', 'fetch'], ...planner.split(' ').map((part) => [part, 'preload', 'fetch']), [styles, 'preload', 'style']]) {
    if (!href) continue;
    const link = document.createElement('link');
    Object.assign(link, { rel, href });
    if (as) link.as = as;
    if (as === 'fetch') link.crossOrigin = 'anonymous';
    document.head.append(link);
  }
})();
