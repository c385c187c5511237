import type { ErrorBody, Show, ShowWithItems } from '@sellary/contracts';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { refusal, useCaller, useTestApp } from '../../test';
import { call } from '../../test/caller';
import { expectErrorResponse, expectInvalid, rawRequest, type RawResponse } from '../../test/raw-request';

jest.setTimeout(90_000);

describe('Bad input', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let show: ShowWithItems;

  beforeAll(async () => (show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 5 }])));

  const signedIn = (): Record<string, string> => ({
    authorization: `Bearer ${operator.session.accessToken}`,
    'content-type': 'application/json',
  });
  const post = (
    path: string,
    body: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<RawResponse> => rawRequest(app.url, 'POST', path, { ...signedIn(), ...headers }, body);

  it.each([
    ['half a document', '{"name":'],
    ['nothing but a word', 'name'],
    ['a string', '"name"'],
    ['null', 'null'],
    ['an array', '[]'],
    ['an array of objects', '[{"name":"x"}]'],
    ['two documents', '{}{}'],
    ['a NUL in the document', '{"name":"\0"}'],
    ['an escaped NUL', '{"name":"a\\u0000b"}'],
  ])('A request body with %s is rejected.', async (_, body) => {
    await expectInvalid(post('/api/shows', body));
  });

  it('A charset other than UTF-8 is rejected.', async () => {
    const headers = { 'content-type': 'application/json; charset=latin1' };
    await expectInvalid(post('/api/shows', '{"name":"x"}', headers));
  });

  it.each(['gzip', 'br', 'deflate', 'compressed-somehow', 'gzip, identity'])(
    'A body with the content encoding %s is rejected.',
    async (encoding) => {
      const answer = await post('/api/shows', '{"name":"x"}', { 'content-encoding': encoding });
      expectErrorResponse(answer, 415, 'UNSUPPORTED_MEDIA_TYPE');
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'multipart/form-data; boundary=x',
  ])('A body of type %s is rejected instead of being ignored.', async (type) => {
    const before = (await operator.call<{ shows: Show[] }>('GET', '/api/shows?limit=200')).body.shows.length;
    await expectInvalid(post('/api/shows', '{"name":"Lost"}', { 'content-type': type }));
    expect((await operator.call<{ shows: Show[] }>('GET', '/api/shows?limit=200')).body.shows).toHaveLength(
      before,
    );
  });

  /** A body with many strings, none of them too long. */
  const bodyOfSize = (bytes: number): string => {
    const text = '"' + 'x'.repeat(998) + '",';
    const empty = '{"name":[""]}'.length;
    const full = Math.floor((bytes - empty) / text.length);
    return `{"name":[${text.repeat(full)}"${'x'.repeat(bytes - empty - full * text.length)}"]}`;
  };

  it.each([
    ['/api/shows', 100 * 1024],
    ['/api/auth/login', 100 * 1024],
    [`/api/shows/01a20600-d4ed-79d3-ac76-34b0c84dda6b/items`, 5 * 1024 * 1024],
    ['/api/debug/bulk-comments', 5 * 1024 * 1024],
  ])(
    'On %s, a body of %d bytes is read and checked, and one more byte is rejected, chunked or not.',
    async (path, max) => {
      await expectInvalid(post(path, bodyOfSize(max)));
      expectErrorResponse(await post(path, bodyOfSize(max + 1)), 413, 'PAYLOAD_TOO_LARGE');
      const chunked = (body: string) =>
        fetch(app.url + path, {
          method: 'POST',
          headers: signedIn(),
          body: new Blob([body]).stream(),
          duplex: 'half',
        });
      expect((await chunked(bodyOfSize(max))).status).toBe(400);
      expect((await chunked(bodyOfSize(max + 1))).status).toBe(413);
    },
  );

  it("The server checks a request's sender, path, and encoding before it reads the body.", async () => {
    const statusOf = (path: string, headers: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(app.url);
        // Announces a body but sends only its beginning. A response means that the server did not wait for
        // the rest.
        const socket = connect(Number(port), hostname, () =>
          socket.write(
            `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n${headers}\r\n{"a":`,
          ),
        );
        socket.once('data', (data) => {
          socket.destroy();
          resolve(data.toString().slice(9, 12));
        });
        socket.once('error', reject);
      });
    expect(await statusOf('/api/shows', '')).toBe('401');
    expect(await statusOf('/api/nothing', '')).toBe('404');
    const token = `Authorization: Bearer ${operator.session.accessToken}\r\n`;
    expect(await statusOf('/api/nothing', token)).toBe('404');
    expect(await statusOf('/api/shows', `${token}Content-Encoding: gzip\r\n`)).toBe('415');
  });

  it('After a rejected body, the connection can still be used.', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { hostname, port } = new URL(app.url);
    const send = (body: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const request = httpRequest(
          { hostname, port, agent, method: 'POST', path: '/api/shows', headers: signedIn() },
          (response) => {
            response.resume().once('end', () => resolve(response.statusCode ?? 0));
          },
        );
        request.on('error', reject);
        request.end(body);
      });
    for (const [body, status] of [
      [bodyOfSize(3_000_000), 413],
      ['{}', 201],
      [`{"a":${'['.repeat(50)}`, 400],
      ['{}', 201],
    ] as const) {
      expect(await send(body)).toBe(status);
    }
    agent.destroy();
  });

  it.each([13, 100, 5_000, 50_000])('Arrays nested %d levels deep are rejected.', async (depth) => {
    const nested = '['.repeat(depth) + ']'.repeat(depth);
    const json = { 'content-type': 'application/json' };
    await expectInvalid(rawRequest(app.url, 'POST', '/api/auth/login', json, `{"email":${nested}}`));
    await expectInvalid(post(`/api/shows/${show.id}/items`, `{"items":${nested}}`));
  });

  it.each([
    ['brackets', () => '['.repeat(5_000_000)],
    ['unknown fields', () => `{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join(',')}}`],
    ['words', () => JSON.stringify({ items: Array.from({ length: 100_000 }, (_, index) => `word${index}`) })],
    ['empty objects', () => `{"items":[${'{},'.repeat(1_000_000)}{}]}`],
  ])(
    'While a body with 100,000 or more %s is being rejected, other requests are answered.',
    async (_, body) => {
      let isAnswered = false;
      const slow = post(`/api/shows/${show.id}/items`, body()).finally(() => (isAnswered = true));
      let longestMs = 0;
      while (!isAnswered) {
        const from = Date.now();
        await call(app.url, null, 'GET', '/health/live');
        longestMs = Math.max(longestMs, Date.now() - from);
      }
      await expectInvalid(slow);
      expect(longestMs).toBeLessThan(2_000);
    },
  );

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'unknown', ''])(
    'The unknown field "%s" is rejected and reported by name.',
    async (field) => {
      const answer = await post('/api/shows', `{"${field}":{"name":"x"}}`);
      expectErrorResponse(answer, 400, 'VALIDATION_FAILED');
      expect((JSON.parse(answer.body) as ErrorBody).error.details?.map((detail) => detail.field)).toContain(
        field,
      );
      await expectInvalid(post('/api/shows', `{"sources":[{"platform":"rehearsal","${field}":1}]}`));
      expect(({} as Record<string, unknown>)['name']).toBeUndefined();
    },
  );

  it.each([
    ['userId', '{"userId":"\\ud800","userHandle":"h","text":"sold 12"}'],
    ['userHandle', '{"userId":"u","userHandle":"\\udfff","text":"sold 12"}'],
    ['text', '{"userId":"u","userHandle":"h","text":"sold 12 \\ud83d"}'],
    ['commentId', '{"userId":"u","userHandle":"h","text":"sold 12","commentId":"c\\ud800"}'],
    ['liveId', '{"userId":"u","userHandle":"h","text":"sold 12","liveId":"\\ud800"}'],
  ])(
    'A lone surrogate in %s never causes an internal error, even on a second attempt.',
    async (_, fields) => {
      const body = `{"showId":"${show.id}",${fields.slice(1)}`;
      for (let times = 0; times < 2; times += 1) {
        expect([200, 400]).toContain((await post('/api/debug/emit-comment', body)).status);
      }
    },
  );

  it('A comment of 10,000 characters is accepted, a longer comment is rejected, and NUL is dropped.', async () => {
    const emit = (text: string) =>
      operator.call<{ comment: { text: string } }>('POST', '/api/debug/emit-comment', {
        showId: show.id,
        userId: 'long',
        userHandle: 'long',
        text,
      });
    expect((await emit('x'.repeat(10_000))).body.comment.text).toHaveLength(10_000);
    expect(await emit('x'.repeat(10_001))).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
    expect((await emit('so\0ld 12')).body.comment.text).toBe('sold 12');
  });
});
