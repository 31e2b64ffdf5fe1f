// Embeds Career Explorer in any site: <script src="…/embed.js" async></script> and <career-explorer></career-explorer>.
// Its attributes, events and messages are described in docs/embed.md.
(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
  const folder = new URL('.', script.src);
  const VERSION = 2;
  const PARAMETERS = ['from', 'to', 'lock', 'years', 'theme', 'accent', 'heading', 'roles', 'compact', 'handoff'];
  /** Parameters that say yes by being there. */
  const FLAGS = ['lock', 'compact', 'handoff'];

  class CareerExplorer extends HTMLElement {
    static observedAttributes = [...PARAMETERS, 'page', 'height'];
    #frame = null;
    #due = false;
    #asked = 640;

    connectedCallback() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads');
      frame.allow = 'clipboard-write; web-share';
      frame.loading = 'lazy';
      frame.referrerPolicy = 'no-referrer';
      this.style.display = 'block';
      Object.assign(frame.style, { display: 'block', width: '100%', border: '0', colorScheme: 'normal' });
      this.#frame = frame;
      this.#size();
      this.#load();
      root.replaceChildren(frame);
      addEventListener('message', this);
    }

    disconnectedCallback() {
      removeEventListener('message', this);
      this.#frame.remove();
      this.#frame = null;
    }

    attributeChangedCallback(name, before, after) {
      if (!this.#frame || before === after) return;
      if (name === 'height') this.#size();
      else if (!this.#due) {
        this.#due = true;
        queueMicrotask(() => {
          this.#due = false;
          if (this.#frame) this.#load();
        });
      }
    }

    /** Shows a page of the app, such as `gaps`. */
    navigate(page) {
      this.#frame?.contentWindow?.postMessage({ careerExplorer: VERSION, type: 'navigate', page }, folder.origin);
    }

    handleEvent({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== folder.origin || data?.careerExplorer !== VERSION) return;
      const { type, height, id } = data;
      if (type === 'height' && height > 0 && height < 1e6) {
        this.#asked = height;
        this.#size();
      }
      // A new page begins at its top.
      if (type === 'navigate' && this.getBoundingClientRect().top < 0) this.scrollIntoView();
      if (!['ready', 'navigate', 'plan'].includes(type)) return;
      // The visitor reads “sent” when the page that listens has said that it has the plan.
      const answer = (taken = true) => source.postMessage({ careerExplorer: VERSION, type: 'answer', id, taken: Boolean(taken) }, folder.origin);
      const detail = type === 'plan' ? { ...data, answer } : data;
      this.dispatchEvent(new CustomEvent(`career-explorer-${type}`, { bubbles: true, detail }));
    }

    #size() {
      const [, own] = this.getAttribute('height')?.match(/^(\d+)(px)?$/) ?? [];
      this.#frame.style.height = `${own ?? Math.ceil(this.#asked)}px`;
      // Left to itself it leaves a strip of the host's page to scroll that page by.
      this.#frame.style.maxHeight = own ? 'none' : 'max(20rem, 100svh - 5rem)';
    }

    #load() {
      const address = new URL(folder);
      address.searchParams.set('embed', '1');
      for (const name of PARAMETERS) {
        const value = this.getAttribute(name) || (FLAGS.includes(name) && this.hasAttribute(name) ? '1' : '');
        if (value) address.searchParams.set(name, value);
      }
      if (location.origin !== 'null') address.searchParams.set('host', location.origin);
      const page = this.getAttribute('page');
      if (page) address.hash = `/${page.replace(/^#?\//, '')}`;
      this.#frame.title = this.getAttribute('heading') || 'Career Explorer';
      this.#frame.src = address.href;
    }
  }

  if (!customElements.get('career-explorer')) customElements.define('career-explorer', CareerExplorer);
})();
