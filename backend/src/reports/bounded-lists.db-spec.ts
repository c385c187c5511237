import type {
  Claim,
  ClaimList,
  ErrorBody,
  InviteList,
  MemberList,
  Show,
  ShowSnapshot,
} from '@sellary/contracts';
import {
  MAX_DRAFT_SHOWS,
  MAX_ITEMS_PER_SHOW,
  MAX_MEMBERS,
  MAX_OPEN_INVITES,
  MAX_SNAPSHOT_CLAIMS,
} from '@sellary/contracts';
import { get } from 'node:http';
import type { Client } from 'pg';
import {
  type Answer,
  call,
  type Caller,
  eventually,
  newCaller,
  refusal,
  startTestApp,
  type TestApp,
  useCallerPerTest,
  useTestApp,
  writeClaims,
} from '../../test';

interface Page {
  nextCursor: string | null;
}

describe('Bounded lists', () => {
  const app = useTestApp();
  const owner = useCallerPerTest(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  /** Reads a list to its end, page by page. */
  const readPages = async <P extends Page>(path: string): Promise<P[]> => {
    const responses: P[] = [];
    const url = new URL(path, app.url);
    for (
      let cursor: string | null = url.searchParams.get('cursor') ?? '';
      cursor !== null;
      cursor = responses.at(-1)?.nextCursor ?? null
    ) {
      if (cursor !== '') url.searchParams.set('cursor', cursor);
      const { status, body } = await owner.call<P>('GET', `${url.pathname}${url.search}`);
      expect(status).toBe(200);
      responses.push(body);
    }
    return responses;
  };
  const workspacePath = (rest: string): string => `/api/workspaces/${owner.session.workspace.id}/${rest}`;
  const addMembers = (count: number) =>
    database.query(
      `WITH added AS (INSERT INTO users (id, email, email_key, name, password_hash, created_at, updated_at)
         SELECT gen_random_uuid(), n || '.' || $1, n || '.' || $1, 'Member ' || n, '', now(), now() FROM generate_series(1, $2) n RETURNING id, name)
       INSERT INTO memberships (workspace_id, user_id, role, created_at)
       SELECT $3, id, 'viewer', now() + substr(name, 8)::int * interval '1 second' FROM added`,
      [owner.session.user.email, count, owner.session.workspace.id],
    );

  it('The snapshot of a show with too many claims has the newest ones, and a cursor for reading the older ones.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    await writeClaims(database, show, MAX_SNAPSHOT_CLAIMS + 250);
    const { body: snapshot } = await owner.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`);
    expect(snapshot.claims).toHaveLength(MAX_SNAPSHOT_CLAIMS);
    const olderPages = await readPages<ClaimList>(
      `/api/shows/${show.id}/claims?active=true&limit=200&cursor=${snapshot.claimsCursor ?? ''}`,
    );
    const all = [...olderPages.flatMap(({ claims }) => claims).reverse(), ...snapshot.claims];
    expect(all.map(({ buyer }) => buyer.handle)).toEqual(
      Array.from({ length: MAX_SNAPSHOT_CLAIMS + 250 }, (_, index) => `many.${index + 1}`),
    );
    expect(all.map(({ waitlistPosition }) => waitlistPosition)).toEqual([
      null,
      ...Array.from({ length: MAX_SNAPSHOT_CLAIMS + 249 }, (_, index) => index + 1),
    ]);
  });

  it('A snapshot with every active claim has no cursor.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    await owner.say(show.id, 'ann', 'sold 1');
    const { body } = await owner.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`);
    expect(body.claims).toHaveLength(1);
    expect(body).not.toHaveProperty('claimsCursor');
  });

  it("An item's claims are listed page by page: first the winners, then the waitlist in order, then the rest.", async () => {
    const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 2 }]);
    for (const viewer of ['ann', 'bob', 'cat', 'dan', 'eve', 'fay']) {
      await owner.say(show.id, viewer, 'sold 1');
    }
    for (const viewer of ['cat', 'ann']) await owner.say(show.id, viewer, 'pass 1');
    const path = `/api/shows/${show.id}/items/${show.items[0]?.id}/claims`;
    const summaryOf = ({ status, buyer, waitlistPosition }: Claim): string =>
      [status, buyer.handle, waitlistPosition ?? ''].join(' ').trim();
    const claimPages = await readPages<ClaimList>(`${path}?limit=2`);
    expect(claimPages.map(({ claims }) => claims.map(summaryOf))).toEqual([
      ['winner bob', 'winner dan'],
      ['waitlist eve 1', 'waitlist fay 2'],
      ['passed cat', 'passed ann'],
    ]);
    expect((await owner.call(`GET`, `${path}?limit=201`)).status).toBe(400);
    const foreignCursor = Buffer.from(JSON.stringify(['x', show.id])).toString('base64url');
    expect((await owner.call('GET', `${path}?cursor=${foreignCursor}`)).status).toBe(400);
  });

  it('Members and invitations are listed page by page.', async () => {
    await addMembers(4);
    for (const name of ['a', 'b', 'c']) {
      await owner.call('POST', workspacePath('members'), { email: `${name}@example.com`, role: 'viewer' });
    }
    const members = await readPages<MemberList>(`${workspacePath('members')}?limit=2`);
    expect(members.map((page) => page.members.map(({ user }) => user.name))).toEqual([
      ['Olga Operator', 'Member 1'],
      ['Member 2', 'Member 3'],
      ['Member 4'],
    ]);
    const invites = await readPages<InviteList>(`${workspacePath('invites')}?limit=2`);
    expect(invites.map((page) => page.invites.map(({ email }) => email))).toEqual([
      ['c@example.com', 'b@example.com'],
      ['a@example.com'],
    ]);
  });

  it('A show has a maximum number of items, and a call that would exceed it adds none.', async () => {
    const show = await owner.activeShow([]);
    const add = (count: number, from: number) =>
      owner.addItems(
        show.id,
        ...Array.from({ length: count }, (_, index) => ({ itemNumber: `${from + index}` })),
      );
    for (let from = 1; from < MAX_ITEMS_PER_SHOW - 500; from += 500) {
      expect((await add(500, from)).status).toBe(201);
    }
    expect((await add(499, MAX_ITEMS_PER_SHOW - 499)).status).toBe(201);
    const refused = await add(2, 10_000);
    expect(refused).toMatchObject(refusal(409, 'LIMIT_REACHED'));
    expect(refused.body.error.message).toBe(
      'A show can have 2000 items. This show has room for 1 more, so no items were added.',
    );
    expect((await add(1, 10_000)).status).toBe(201);
    expect((await owner.readShow(show.id)).stats.items).toBe(MAX_ITEMS_PER_SHOW);
  });

  it('The numbers of drafts, open invitations, and members are limited.', async () => {
    await owner.call('POST', '/api/shows', { name: 'First' });
    await database.query(
      `INSERT INTO shows (id, workspace_id, name, rules, head_hash, created_at, updated_at)
       SELECT gen_random_uuid(), workspace_id, 'Copy', rules, head_hash, now(), now() FROM shows, generate_series(2, $2)
       WHERE workspace_id = $1`,
      [owner.session.workspace.id, MAX_DRAFT_SHOWS],
    );
    const limitReached = refusal(409, 'LIMIT_REACHED');
    expect(await owner.call('POST', '/api/shows', {})).toMatchObject(limitReached);

    const invite = (email: string) =>
      owner.call<{ token: string } & ErrorBody>('POST', workspacePath('members'), { email, role: 'viewer' });
    const { body: first } = await invite('first@example.com');
    await database.query(
      `INSERT INTO invites (id, workspace_id, email, email_key, role, token_hash, invited_by, invited_by_name, created_at, expires_at)
       SELECT gen_random_uuid(), workspace_id, n || email, n || email, role, sha256(n::text::bytea || token_hash), invited_by, invited_by_name, created_at, expires_at
       FROM invites, generate_series(2, $2) n WHERE workspace_id = $1`,
      [owner.session.workspace.id, MAX_OPEN_INVITES],
    );
    expect(await invite('one.more@example.com')).toMatchObject(limitReached);
    await database.query(
      `UPDATE invites SET expires_at = now() WHERE email LIKE '2first%' AND workspace_id = $1`,
      [owner.session.workspace.id],
    );
    expect((await invite('one.more@example.com')).status).toBe(201);

    await addMembers(MAX_MEMBERS - 1);
    const acceptBody = { name: 'Nina New', password: 'correct horse' };
    expect(await call(app.url, null, 'POST', `/api/invites/${first.token}/accept`, acceptBody)).toMatchObject(
      limitReached,
    );
  });
});

describe('Large reads', () => {
  let app: TestApp;
  let database: Client;
  let owner: Caller;
  let show: Show;

  beforeEach(async () => {
    app = await startTestApp();
    database = await app.connect();
    owner = await newCaller(app.url);
    show = await owner.activeShow([{ itemNumber: '1' }]);
  });
  afterEach(() => app.close());

  it("One workspace's large reads wait or are rejected with Retry-After, while another workspace is served.", async () => {
    const otherOwner = await newCaller(app.url);
    const otherShow = await otherOwner.activeShow([]);
    await database.query('BEGIN; LOCK TABLE claims');
    const responses: Answer<unknown>[] = [];
    const calls = Array.from({ length: 220 }, async () => {
      responses.push(await owner.call('GET', `/api/shows/${show.id}/snapshot`));
    });
    await eventually(
      () => responses,
      ({ length }) => length >= 10,
    );
    expect(responses[0]).toMatchObject(refusal(429, 'RATE_LIMITED'));
    expect(Number(responses[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await otherOwner.call('GET', `/api/shows/${otherShow.id}/events`)).status).toBe(200);
    await database.query('ROLLBACK');
    await Promise.all(calls);
    expect(responses.some(({ status }) => status === 200)).toBe(true);
    expect((await owner.call('GET', `/api/shows/${show.id}/snapshot`)).status).toBe(200);
  });

  it('A large read that takes too long fails with UNAVAILABLE.', async () => {
    await database.query('BEGIN; LOCK TABLE comments');
    const response = await owner.call('GET', `/api/shows/${show.id}/comments?q=dress`);
    expect(response).toMatchObject(refusal(503, 'UNAVAILABLE'));
    await database.query('ROLLBACK');
  });

  it('A search text longer than 100 characters is rejected.', async () => {
    for (const list of ['comments', 'claims', 'buyers']) {
      const search = (length: number) =>
        owner.call('GET', `/api/shows/${show.id}/${list}?q=${'%25'.repeat(length)}`);
      expect((await search(100)).status).toBe(200);
      expect((await search(101)).status).toBe(400);
    }
  });

  it("A workspace's two slots for large reads are freed if the callers disconnect before the response.", async () => {
    await database.query('BEGIN; LOCK TABLE claims');
    const headers = { authorization: `Bearer ${owner.session.accessToken}` };
    const requests = Array.from({ length: 30 }, () =>
      get(`${app.url}/api/shows/${show.id}/snapshot`, { headers, agent: false }).on('error', () => undefined),
    );
    await eventually(
      () => database.query('SELECT 1 FROM pg_locks WHERE NOT granted'),
      ({ rowCount }) => rowCount === 2,
    );
    for (const call of requests) call.destroy();
    await database.query('ROLLBACK');
    expect((await owner.call('GET', `/api/shows/${show.id}/snapshot`)).status).toBe(200);
  });
});
