// A WebDriver client of the few commands that the smoke test needs: fetch and nothing else.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const START_LIMIT = 20_000;

const freePort = () => new Promise((done, fail) => {
  const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/** Starts a driver program and a session with these capabilities. `program(port)` gives [command, arguments]. */
export async function start(program, capabilities) {
  const port = await freePort();
  const [command, words] = program(port);
  // A process group of its own: xvfb-run starts others, which have to end with it.
  const driver = spawn(command, words, { stdio: 'ignore', detached: process.platform !== 'win32' });
  let died = null;
  driver.on('error', (error) => { died = error.message; }).on('exit', (code) => { died ??= `it ended with ${code}`; });
  const end = () => {
    if (died === null) {
      if (process.platform === 'win32') driver.kill();
      else process.kill(-driver.pid, 'SIGTERM');
    }
  };

  const call = async (method, path, body) => {
    const request = { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' }, signal: AbortSignal.timeout(60_000) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, request);
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };

  try {
    for (const begin = Date.now(); ;) {
      if (died !== null) throw new Error(`${command} did not start: ${died}`);
      if (await call('GET', '/status').then((s) => s.ready !== false, () => false)) break;
      if (Date.now() - begin > START_LIMIT) throw new Error(`${command} does not answer`);
      await pause(100);
    }
    const { sessionId, capabilities: got } = await call('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    return session(call, sessionId, got, end);
  } catch (error) {
    end();
    throw error;
  }
}

function session(call, id, capabilities, end) {
  const at = `/session/${id}`;
  const run = (script, ...args) => call('POST', `${at}/execute/sync`, { script, args });
  const element = async (selector) => {
    const found = await call('POST', `${at}/element`, { using: 'css selector', value: selector });
    return `${at}/element/${found[ELEMENT]}`;
  };
  return {
    /** The browser's name and version. */
    name: `${capabilities.browserName} ${capabilities.browserVersion ?? ''}`.trim(),
    go: (url) => call('POST', `${at}/url`, { url }),
    reload: () => call('POST', `${at}/refresh`, {}),
    /** Runs the body of a function in the page. */
    run,
    /** Runs a function in the page, as Playwright's `evaluate` does. */
    evaluate: (work, ...args) => run(`return (${work})(...arguments)`, ...args),
    /** Waits until the body of a function in the page, or a function here, gives something truthy, and gives that. */
    async until(what, probe, limit = 20_000) {
      for (const begin = Date.now(); ;) {
        const value = await (typeof probe === 'function' ? probe() : run(probe));
        if (value) return value;
        if (Date.now() - begin > limit) throw new Error(`waited ${limit / 1000} s for ${what}`);
        await pause(100);
      }
    },
    /** Clicks an element. An option of a select is chosen by it. */
    click: async (selector) => call('POST', `${await element(selector)}/click`, {}),
    /** Types into an element, as with a keyboard. */
    type: async (selector, text) => call('POST', `${await element(selector)}/value`, { text }),
    async close() {
      await call('DELETE', at).catch(() => {});
      end();
    },
  };
}
