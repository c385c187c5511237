import type { Item, ViewerPageLink, ViewerPageList, ViewerShow } from '@sellary/contracts';
import { call, eventually, newCaller, refusal, startTestApp, useCaller, useTestApp } from '../../test';
import { SMALL_PHOTO } from '../../test/small-photo';

interface PageResponse {
  status: number;
  headers: Headers;
  show: ViewerShow;
}

describe('Viewer pages', () => {
  const app = useTestApp();
  const olga = useCaller(app);

  const ITEMS = [
    { itemNumber: '12', title: 'Red scarf', totalQuantity: 1 },
    { itemNumber: '13', title: 'Hat', totalQuantity: 3 },
  ];

  async function createPage(kind: string, body: object = {}): Promise<{ showId: string; token: string }> {
    const show = await olga.activeShow(ITEMS);
    await olga.call('PUT', `/api/shows/${show.id}/now-showing`, { itemId: show.items[0]?.id });
    return { showId: show.id, token: await newLink(show.id, kind, body) };
  }

  async function newLink(showId: string, kind: string, body: object = {}): Promise<string> {
    const answer = await olga.call<ViewerPageLink>('POST', `/api/shows/${showId}/viewer-pages/${kind}`, body);
    const { pathname } = new URL(answer.body.link);
    expect(pathname).toMatch(new RegExp(`^/${kind}/[\\w-]{43}$`));
    return pathname.split('/')[2] ?? '';
  }

  async function readPage(token: string, etag?: string): Promise<PageResponse> {
    const response = await fetch(`${app.url}/api/viewer-pages/show`, {
      headers: { authorization: `Bearer ${token}`, ...(etag === undefined ? {} : { 'if-none-match': etag }) },
    });
    const text = await response.text();
    const { status, headers } = response;
    return { status, headers, show: (text === '' ? null : JSON.parse(text)) as ViewerShow };
  }

  /** Polls, as a page does, until the expected state is shown. */
  const until = (token: string, isShown: (show: ViewerShow) => boolean): Promise<ViewerShow> =>
    eventually(async () => (await readPage(token)).show, isShown);

  it.each(['overlay', 'board'])(
    "The %s shows the current item's photo and no other photos.",
    async (kind) => {
      const { showId, token } = await createPage(kind);
      const { items } = await olga.readShow(showId);
      const photos = await Promise.all(
        items.map(({ id }) => olga.call<Item>('PUT', `/api/shows/${showId}/items/${id}/photo`, SMALL_PHOTO)),
      );
      const show = await until(token, ({ now }) => now?.photo !== undefined);
      expect(show.now?.photo).toBe(`/photos/${photos[0]?.body.photo}-large.webp`);
      expect(show.items.filter((item) => 'photo' in item)).toEqual([]);
      expect((await fetch(app.url + (show.now?.photo ?? ''))).status).toBe(200);
      await olga.call('PUT', `/api/shows/${showId}/now-showing`, { itemId: null });
      expect(JSON.stringify(await until(token, ({ now }) => now === null))).not.toContain('/photos/');
    },
  );

  it("An overlay shows the current item, its units left, the length of its line, and the winners' initials.", async () => {
    const { showId, token } = await createPage('overlay');
    await olga.say(showId, 'anna_m', 'sold 12');
    await olga.say(showId, 'bert', 'sold 12');
    const show = await until(token, ({ now }) => now?.inLine === 1);
    expect(show).toEqual({
      name: 'Test sale',
      status: 'active',
      now: { number: '12', title: 'Red scarf', left: 0, inLine: 1, winners: ['A. M.'] },
      items: [],
    });
  });

  it('A withdrawn item has no units left for viewers, and neither do its variants.', async () => {
    const show = await olga.activeShow([{ itemNumber: '12', title: 'Red scarf', variants: 'S 2' }]);
    const path = `/api/shows/${show.id}`;
    await olga.call('PUT', `${path}/now-showing`, { itemId: show.items[0]?.id });
    const token = await newLink(show.id, 'overlay');
    await olga.call('POST', `${path}/items/${show.items[0]?.id}/withdraw`, {});
    const { now } = await until(token, (shown) => shown.now?.left === 0);
    expect(now?.variants).toEqual([{ name: 'S', left: 0, inLine: 0 }]);
  });

  it('A board lists the items in order, each with its units left and the length of its line.', async () => {
    const { showId, token } = await createPage('board');
    await olga.say(showId, 'anna', 'sold 13');
    const show = await until(token, ({ items }) => items[1]?.left === 2);
    expect(show.items).toEqual([
      { number: '12', title: 'Red scarf', left: 1, inLine: 0 },
      { number: '13', title: 'Hat', left: 2, inLine: 0 },
    ]);
  });

  it("A page shows prices in the show's currency.", async () => {
    const show = await olga.activeShow([{ itemNumber: '12', title: 'Red scarf', price: 1490 }], {
      currency: 'EUR',
    });
    const token = await newLink(show.id, 'board');
    const { show: shown } = await readPage(token);
    expect(shown.currency).toEqual({ code: 'EUR', digits: 2 });
    expect(shown.items).toEqual([{ number: '12', title: 'Red scarf', price: 1490, left: 1, inLine: 0 }]);
  });

  it("A page can omit the winners' names, and this can be changed while the link stays valid.", async () => {
    const { showId, token } = await createPage('overlay', { names: 'none' });
    await olga.say(showId, 'anna', 'sold 12');
    expect((await until(token, ({ now }) => now?.left === 0)).now?.winners).toEqual([]);
    await olga.call('PATCH', `/api/shows/${showId}/viewer-pages/overlay`, { names: 'full' });
    expect((await readPage(token)).show.now?.winners).toEqual(['anna']);
  });

  it('A page never shows the name of a hidden viewer.', async () => {
    const { showId, token } = await createPage('overlay', { names: 'full' });
    const { claim } = await olga.say(showId, 'anna', 'sold 12');
    const database = await app.connect();
    await database.query('UPDATE buyers SET hidden = true WHERE id = $1', [claim?.buyer.id]);
    expect((await until(token, ({ now }) => now?.left === 0)).now?.winners).toEqual([]);
  });

  it('A request for an unchanged page returns 304 and no body.', async () => {
    const { token } = await createPage('board');
    const { headers } = await readPage(token);
    expect(await readPage(token, headers.get('etag') ?? '')).toMatchObject({ status: 304, show: null });
  });

  it('The response forbids caching, indexing by search engines, and referrers, and it sets no cookies.', async () => {
    const { token } = await createPage('board');
    const { headers } = await readPage(token);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('A new link replaces the earlier link, and a replaced or deleted link no longer opens a page.', async () => {
    const { showId, token } = await createPage('board');
    const newToken = await newLink(showId, 'board');
    expect((await readPage(token)).status).toBe(404);
    expect((await readPage(newToken)).status).toBe(200);
    await olga.call('DELETE', `/api/shows/${showId}/viewer-pages/board`);
    expect((await readPage(newToken)).status).toBe(404);
  });

  it('A link stops working when it expires.', async () => {
    const { showId, token } = await createPage('board');
    const database = await app.connect();
    await database.query(
      "UPDATE viewer_pages SET expires_at = now() - interval '1 second' WHERE show_id = $1",
      [showId],
    );
    expect((await readPage(token)).status).toBe(404);
    const { body } = await olga.call<ViewerPageList>('GET', `/api/shows/${showId}/viewer-pages`);
    expect(body.pages).toEqual([]);
  });

  it('Neither the list of links nor the database contains the token.', async () => {
    const { showId, token } = await createPage('board');
    const { body } = await olga.call<ViewerPageList>('GET', `/api/shows/${showId}/viewer-pages`);
    expect(body.pages).toMatchObject([{ kind: 'board', names: 'letters' }]);
    expect(JSON.stringify(body)).not.toContain(token);
    const database = await app.connect();
    const { rows } = await database.query('SELECT v::text AS row FROM viewer_pages v');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it.each(['', 'x', '0'.repeat(43), 'not.a.token'])('The token "%s" does not open a page.', async (token) => {
    const response = await call(app.url, token, 'GET', '/api/viewer-pages/show');
    expect(response).toMatchObject(refusal(404, 'NOT_FOUND'));
  });

  it('A console access token does not open a viewer page.', async () => {
    await createPage('board');
    expect((await readPage(olga.session.accessToken)).status).toBe(404);
  });

  it("One show's link reveals nothing about another show.", async () => {
    const [first, second] = [await createPage('board'), await createPage('board')];
    await olga.say(second.showId, 'anna', 'sold 12');
    await until(second.token, ({ items }) => items[0]?.left === 0);
    expect((await readPage(first.token)).show.items[0]?.left).toBe(1);
  });

  it('Changes arrive as server-sent events, and so does the end of the link.', async () => {
    const { showId, token } = await createPage('overlay');
    const events = await fetch(`${app.url}/api/viewer-pages/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    const reader = (events.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const readUntil = async (part: string): Promise<void> => {
      while (!text.includes(part)) text += (await reader.read()).value ?? '';
    };
    await readUntil('"left":1');
    await olga.say(showId, 'anna', 'sold 12');
    await readUntil('"left":0');
    await olga.call('DELETE', `/api/shows/${showId}/viewer-pages/overlay`);
    await olga.say(showId, 'bert', 'sold 12');
    await readUntil('event: ended');
    expect((await reader.read()).done).toBe(true);
  });

  it('500 simultaneous viewers cause fewer than 20 database reads.', async () => {
    const { token } = await createPage('board');
    await readPage(token);
    const database = await app.connect();
    const reads = async (): Promise<number> =>
      Number(
        (await database.query("SELECT pg_stat_get_tuples_fetched('viewer_pages'::regclass) AS n")).rows[0]?.n,
      );
    const before = await reads();
    const responses = await Promise.all(Array.from({ length: 500 }, () => readPage(token)));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect((await reads()) - before).toBeLessThan(20);
  });

  it('If too many unknown tokens are guessed, further guesses are rejected, and open pages still work.', async () => {
    const { token } = await createPage('board');
    await readPage(token);
    const guess = async (): Promise<number> =>
      (await readPage(Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'))).status;
    const guesses = await Promise.all(Array.from({ length: 200 }, guess));
    expect(guesses).toContain(429);
    expect((await readPage(token)).status).toBe(200);
  });
});

describe('A server with an open viewer page', () => {
  it('An open page does not keep the server from stopping.', async () => {
    const app = await startTestApp();
    const operator = await newCaller(app.url);
    const { id } = await operator.activeShow([{ itemNumber: '1' }]);
    const { body } = await operator.call<ViewerPageLink>('POST', `/api/shows/${id}/viewer-pages/board`, {});
    const events = await fetch(`${app.url}/api/viewer-pages/events`, {
      headers: { authorization: `Bearer ${body.link.split('/').at(-1)}` },
    });
    await app.close();
    expect(await events.text()).toContain('data: ');
  });
});
