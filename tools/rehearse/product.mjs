// The product's API for a rehearsal: an account, a show, and a route for comments. Plain HTTP, like any other
// client.
import { setTimeout as delay } from 'node:timers/promises';

/**
 * The demo account. `npm run db:seed` uses the same account, so that the seeded draft and the rehearsal are
 * in the same workspace.
 */
export const DEMO = {
  email: 'demo@sellary.local',
  password: 'demo-password',
  name: 'Demo operator',
  workspaceName: 'Demo shop',
};

const RETRY_FOR_MS = 60_000;
const FIRST_PAUSE_MS = 200;
const MAX_PAUSE_MS = 4_000;

export class ProductError extends Error {
  /**
   * @param {string} message
   * @param {string} [code]
   * @param {number} [status]
   */
  constructor(message, code = '', status = 0) {
    super(message);
    this.name = 'ProductError';
    this.code = code;
    this.status = status;
  }
}

export class Product {
  #accessToken = '';
  /** @type {Promise<void> | null} */
  #signingIn = null;

  /** @param {string} url without a trailing slash */
  constructor(url) {
    this.url = url;
  }

  /** Creates the demo account, or signs in to the existing one. */
  async signIn() {
    try {
      const session = await this.#send('POST', '/api/auth/register', DEMO);
      this.#accessToken = session.accessToken;
    } catch (error) {
      const code = error instanceof ProductError ? error.code : '';
      if (code !== 'EMAIL_TAKEN' && code !== 'REGISTRATION_CLOSED') throw error;
      await this.#logIn();
    }
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<any>}
   */
  async call(method, path, body) {
    try {
      return await this.#send(method, path, body);
    } catch (error) {
      if (!(error instanceof ProductError) || error.status !== 401) throw error;
      // An access token lasts minutes and a rehearsal hours, so many calls may get a 401 at the same time.
      this.#signingIn ??= this.#logIn().finally(() => (this.#signingIn = null));
      await this.#signingIn;
      return this.#send(method, path, body);
    }
  }

  /**
   * Sends a comment, and retries for up to a minute while the product is down. Each attempt sends the same
   * comment, which is counted once.
   * @param {Record<string, unknown>} comment
   * @param {AbortSignal} ending
   * @returns {Promise<{ outcome: string }>}
   */
  async comment(comment, ending) {
    const deadline = Date.now() + RETRY_FOR_MS;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(MAX_PAUSE_MS, pause * 2)) {
      try {
        return await this.call('POST', '/api/debug/emit-comment', comment);
      } catch (error) {
        const isDown = error instanceof ProductError && (error.status === 0 || error.status === 503);
        if (!isDown || ending.aborted || Date.now() > deadline) throw error;
        // If the whole audience retried without a pause, a restarting product could not recover.
        await delay(pause, undefined, { signal: ending }).catch(() => undefined);
      }
    }
  }

  async #logIn() {
    const { email, password } = DEMO;
    const session = await this.#send('POST', '/api/auth/login', { email, password });
    this.#accessToken = session.accessToken;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} body
   */
  async #send(method, path, body) {
    /** @type {Record<string, string>} */
    const headers = {};
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (this.#accessToken !== '' && !path.startsWith('/api/auth/')) {
      headers['authorization'] = `Bearer ${this.#accessToken}`;
    }
    /** @type {Response} */
    let response;
    try {
      response = await fetch(this.url + path, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (cause) {
      throw Object.assign(new ProductError(`No server is responding at ${this.url}.`), { cause });
    }
    const text = await response.text();
    const answer = text.startsWith('{') ? JSON.parse(text) : {};
    if (response.ok) return answer;
    throw new ProductError(
      answer.error?.message ?? `${method} ${path} returned HTTP ${response.status}.`,
      answer.error?.code,
      response.status,
    );
  }
}
