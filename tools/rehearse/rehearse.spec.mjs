import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { audience } from '../../simulator/src/audience/audience.cjs';
import { STOCK } from '../../simulator/src/audience/stock.cjs';
import { inWorkspace } from '../workspace/root.mjs';

/** @typedef {import('../../simulator/src/audience/audience.cjs').AudienceEvent} AudienceEvent */

/**
 * @param {number} count
 * @param {Partial<import('../../simulator/src/audience/audience.cjs').AudienceOptions>} [options]
 */
function firstEvents(count, options = {}) {
  /** @type {AudienceEvent[]} */
  const events = [];
  for (const event of audience({ seed: 1, items: STOCK, ...options })) {
    events.push(event);
    if (events.length === count) return events;
  }
  return events;
}

/** @param {AudienceEvent[]} events */
const commentsOf = (events) => events.flatMap((event) => (event.type === 'comment' ? [event] : []));

describe('a rehearsal audience', () => {
  it('The audience repeats its comments for the same seed, and writes different ones for another seed.', () => {
    assert.deepEqual(firstEvents(2_000), firstEvents(2_000));
    assert.notDeepEqual(firstEvents(2_000), firstEvents(2_000, { seed: 2 }));
  });

  it('The audience writes every kind of comment that an operator should recognize.', () => {
    const purposes = new Set(commentsOf(firstEvents(2_000)).map(({ purpose }) => purpose));
    assert.deepEqual([...purposes].sort(), [
      'chatter',
      'claim',
      'duplicate',
      'pass',
      'question',
      'typo',
      'unknown-item',
    ]);
    const texts = commentsOf(firstEvents(2_000))
      .map(({ text }) => text)
      .join('\n');
    for (const pattern of [/m[ií]o/i, /vendu/i, /meins/i, /mine/, /soldd/, /[０-９]/, /🔥/]) {
      assert.match(texts, pattern);
    }
  });

  it('A comment delivered twice has the same key, text, and author both times.', () => {
    const comments = commentsOf(firstEvents(2_000));
    const originals = new Map(
      comments.filter(({ purpose }) => purpose !== 'duplicate').map((comment) => [comment.key, comment]),
    );
    const duplicates = comments.filter(({ purpose }) => purpose === 'duplicate');
    assert.ok(duplicates.length > 20);
    for (const { key, text, userId } of duplicates) {
      assert.deepEqual(
        { text, userId },
        { text: originals.get(key)?.text, userId: originals.get(key)?.userId },
      );
    }
  });

  it('The audience comments at the requested rate.', () => {
    const events = firstEvents(5_000, { rate: 20, burst: 0 });
    const seconds = events.reduce((sum, { afterMs }) => sum + afterMs, 0) / 1000;
    assert.ok(Math.abs(commentsOf(events).length / seconds - 20) < 1);
  });

  it('Many viewers claim a popular item at the same time.', () => {
    const events = firstEvents(2_000, { burst: 30 });
    const rushes = events.filter(
      (event, index) =>
        event.type === 'item-shown' &&
        commentsOf(events.slice(index + 1, index + 31)).every(
          ({ purpose, afterMs }) => purpose === 'claim' && afterMs < 40,
        ),
    );
    assert.ok(rushes.length > 0);
  });
});

describe('npm run rehearse', () => {
  /** @type {{ method: string, path: string, body: any, token: string | undefined }[]} */
  let calls = [];
  /**
   * @type {(path: string, body: any, token: string | undefined) => [status: number, answer: unknown] | null}
   * responses that differ from a healthy product's
   */
  let overrideResponse = () => null;
  const comments = new Map();
  let url = '';

  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      const body = text === '' ? undefined : JSON.parse(text);
      const path = String(request.url);
      const token = request.headers.authorization;
      calls.push({ method: String(request.method), path, body, token });
      const [status, answer] = overrideResponse(path, body, token) ?? healthyResponse(path, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });

  /**
   * @param {string} path
   * @param {any} body
   * @returns {[number, unknown]}
   */
  function healthyResponse(path, body) {
    if (path === '/api/auth/register') return [201, { accessToken: 'first' }];
    if (path === '/api/auth/login') return [200, { accessToken: 'second' }];
    if (path.startsWith('/api/shows?')) return [200, { shows: [], nextCursor: null }];
    if (path === '/api/shows') return [201, { id: 'show-1' }];
    if (path.endsWith('/items')) {
      return [
        201,
        {
          items: body.items.map((/** @type {object} */ item, /** @type {number} */ index) => ({
            ...item,
            id: `item-${index}`,
          })),
        },
      ];
    }
    if (path !== '/api/debug/emit-comment') return [200, {}];
    const outcome = comments.has(body.commentId)
      ? 'duplicate'
      : /sold/i.test(body.text)
        ? 'winner'
        : 'ignored';
    comments.set(body.commentId, body);
    return [200, { outcome, claims: [], comment: {} }];
  }

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  });
  after(() => server.close());
  beforeEach(() => {
    calls = [];
    comments.clear();
    overrideResponse = () => null;
  });

  /** @param {string[]} args */
  function start(...args) {
    const child = spawn(process.execPath, [inWorkspace('tools', 'rehearse.mjs'), '--url', url, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    /** @type {Promise<{ code: number | null, output: string }>} */
    const ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
    return { child, ended };
  }

  const sentComments = () =>
    calls.filter(({ path }) => path === '/api/debug/emit-comment').map(({ body }) => body);

  it("The rehearsal opens a show with 40 items, prints its address, and reports the comments' outcomes.", async () => {
    const { code, output } = await start('--rate', '200', '--minutes', '0.02').ended;
    assert.equal(code, 0, output);
    assert.equal(calls.find(({ path }) => path === '/api/shows/show-1/items')?.body.items.length, 40);
    assert.ok(calls.some(({ path }) => path === '/api/shows/show-1/activate'));
    assert.match(output, new RegExp(`^Console +${url}/shows/show-1/console\nSign in +\\S+@\\S+ / \\S+\n`));
    const sent = sentComments().length;
    assert.ok(sent > 50);
    assert.match(output, new RegExp(`${sent} sent: `));
    const winners = [...comments.values()].filter(({ text }) => /sold/i.test(text)).length;
    assert.match(output, new RegExp(`\\b${winners} winner\\b`));
  });

  it("An existing demo account is used, and the previous rehearsal's show is stopped.", async () => {
    overrideResponse = (path) => {
      if (path === '/api/auth/register') return [409, { error: { code: 'EMAIL_TAKEN', message: 'taken' } }];
      if (path.startsWith('/api/shows?')) {
        return [
          200,
          {
            shows: [
              { id: 'old', name: 'Rehearsal 1' },
              { id: 'real', name: 'Sunday' },
            ],
            nextCursor: null,
          },
        ];
      }
      return null;
    };
    const { code } = await start('--minutes', '0').ended;
    assert.equal(code, 0);
    const stopped = calls.filter(({ path }) => path.endsWith('/stop'));
    assert.deepEqual(
      stopped.map(({ path, token }) => [path, token]),
      [['/api/shows/old/stop', 'Bearer second']],
    );
  });

  it('The rehearsal signs in again when its token expires, and does not lose comments.', async () => {
    overrideResponse = (path, _body, token) =>
      path === '/api/debug/emit-comment' && token !== 'Bearer second'
        ? [401, { error: { code: 'UNAUTHENTICATED', message: 'expired' } }]
        : null;
    const { code, output } = await start('--rate', '100', '--minutes', '0.01').ended;
    assert.equal(code, 0, output);
    assert.ok(comments.size > 10);
  });

  it('A comment is resent with the same id while the product is down.', async () => {
    let refused = 0;
    overrideResponse = (path) =>
      path === '/api/debug/emit-comment' && (refused += 1) <= 3
        ? [503, { error: { code: 'UNAVAILABLE', message: 'restarting' } }]
        : null;
    const { code, output } = await start('--rate', '100', '--minutes', '0.01').ended;
    assert.equal(code, 0, output);
    const [earliest] = sentComments();
    assert.ok(sentComments().filter(({ commentId }) => commentId === earliest.commentId).length > 1);
    assert.equal(new Set(sentComments().map(({ commentId }) => commentId)).size, comments.size);
  });

  it('On Ctrl-C, the rehearsal ends with a report.', async () => {
    const { child, ended } = start('--rate', '50');
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    const { code, output } = await ended;
    assert.equal(code, 0, output);
    assert.match(output, /The rehearsal is over/);
  });

  it('If no server responds, the rehearsal reports the problem and what to do.', async () => {
    const { code, output } = await start('--url', 'http://127.0.0.1:9').ended;
    assert.equal(code, 1);
    assert.match(
      output,
      /No server is responding at http:\/\/127\.0\.0\.1:9\.\nStart the product first: npm start/,
    );
  });

  it('Invalid options are rejected.', async () => {
    assert.match((await start('--rate', 'fast').ended).output, /--rate must be a number/);
    assert.match((await start('--speed', '1').ended).output, /Unknown option '--speed'/);
  });
});
