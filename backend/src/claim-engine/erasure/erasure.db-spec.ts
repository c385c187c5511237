import type {
  AcceptResult,
  Claim,
  EmitCommentResult,
  ErasureResult,
  ErrorBody,
  Item,
  Show,
  ShowEventList,
} from '@sellary/contracts';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Transactions } from '../../kernel';
import {
  connectConsole,
  everyRow,
  liveComment,
  newCaller,
  refusal,
  useCallerPerTest,
  useTestApp,
} from '../../../test';
import { ClaimIntake } from '../intake/claim-intake';
import { CommentChanges } from '../intake/comment-changes';
import { Replay, type ReplayReport } from '../replay/replay';

const VIEWER = { platform: 'rehearsal', platformUserId: 'fb-9917723' } as const;
/** Data that could identify the viewer. */
const TRACES = ['fb-9917723', 'bella.rosa', 'sold 12 for my sister Ulla', 'size zebra please', 'rings twice'];

describe('Erasing a viewer', () => {
  const app = useTestApp();
  const owner = useCallerPerTest(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  const path = (): string => `/api/workspaces/${owner.session.workspace.id}/erasures`;
  const erase = async (): Promise<ErasureResult> =>
    (await owner.call<ErasureResult>('POST', path(), VIEWER)).body;
  const replay = (showId: string): Promise<ReplayReport> =>
    new Transactions(app.nest.get(DataSource)).snapshot((tx) => new Replay(tx, showId).run());
  const bella = (showId: string, text: string): Promise<EmitCommentResult> =>
    owner.say(showId, VIEWER.platformUserId, text, { userHandle: 'bella.rosa' });

  /**
   * A show in which the viewer wins, waits, is promoted, is released and restored, passes, and gets a note.
   * The viewer wrote 7 of the 10 comments and has 4 claims.
   */
  async function busyShow(): Promise<Show> {
    const show = await owner.activeShow([
      { itemNumber: '12', totalQuantity: 2 },
      { itemNumber: '14' },
      { itemNumber: '15' },
    ]);
    const [twelve, fourteen] = show.items as [Item, Item];
    await owner.say(show.id, 'ann', 'sold 12');
    await bella(show.id, 'sold 12');
    await owner.say(show.id, 'cat', 'sold 12');
    const { claim: annsClaim } = await owner.say(show.id, 'ann', 'sold 14');
    await bella(show.id, 'sold 14');
    await bella(show.id, 'sold 12 for my sister Ulla');
    await bella(show.id, 'size zebra please');
    await bella(show.id, 'sold 99');
    await bella(show.id, 'sold 15');
    await bella(show.id, 'pass 15');
    const { body: claims } = await owner.call<{ claims: Claim[] }>(
      'GET',
      `/api/shows/${show.id}/items/${twelve.id}/claims`,
    );
    const claim = claims.claims.find((claim) => claim.buyer.handle === 'bella.rosa');
    await owner.call('PATCH', `/api/claims/${claim?.id}`, { flagged: true, operatorNotes: 'rings twice' });
    const { body: released } = await owner.call<{ actSeq: number }>(
      'POST',
      `/api/claims/${claim?.id}/release`,
      { notes: 'rings twice' },
    );
    await owner.call('POST', `/api/shows/${show.id}/acts/${released.actSeq}/undo`);
    // Frees the unit that the viewer is waiting for. The ledger row of Ann's claim reports the promotion.
    await owner.call('POST', `/api/claims/${annsClaim?.id}/release`, {});
    await owner.call('POST', `/api/shows/${show.id}/items/${fourteen.id}/award`, { userHandle: 'dan' });
    return show;
  }

  const tracesIn = (rows: string[]): string[] =>
    rows.filter((row) => TRACES.some((trace) => row.toLowerCase().includes(trace.toLowerCase())));

  it('An erasure leaves no trace in any table, and every decision stays provable.', async () => {
    const show = await busyShow();
    const ended = await busyShow();
    await owner.call('POST', `/api/shows/${ended.id}/stop`);
    expect(tracesIn(await everyRow(database)).length).toBeGreaterThan(20);
    const before = await owner.call<Show>('GET', `/api/shows/${show.id}`);

    const result = await owner.call<ErasureResult>('POST', path(), VIEWER);
    expect(result).toMatchObject({ status: 200, body: { shows: 2, comments: 14, claims: 8 } });
    expect(tracesIn(await everyRow(database))).toEqual([]);

    for (const id of [show.id, ended.id]) {
      const report = await replay(id);
      expect(report).toMatchObject({ differences: [], comments: 10 });
      expect(report.redacted).toBe(result.body.events / 2);
    }
    const after = await owner.call<Show>('GET', `/api/shows/${show.id}`);
    expect(after.body.stats).toEqual(before.body.stats);
    const claims = await owner.readClaims(show.id);
    const handles = claims.map((claim) => claim.buyer.handle);
    expect(handles).toEqual(expect.arrayContaining(['ann', 'cat', 'Erased viewer']));
    const comments = await owner.readComments(show.id);
    expect(comments.filter(({ buyer }) => buyer.handle === 'ann').map(({ text }) => text)).toEqual([
      'sold 14',
      'sold 12',
    ]);
  });

  it("A second erasure does nothing, and both are in the audit log without the viewer's name.", async () => {
    const show = await busyShow();
    const first = await erase();
    const { body: events } = await owner.call<ShowEventList>('GET', `/api/shows/${show.id}/events?limit=200`);
    expect(await erase()).toEqual({ shows: 0, comments: 0, claims: 0, events: 0 });
    expect((await owner.call<ShowEventList>('GET', `/api/shows/${show.id}/events?limit=200`)).body).toEqual(
      events,
    );
    const entries = await owner.readAudit('entityType=viewer');
    expect(entries.map(({ action, after }) => [action, after])).toEqual([
      ['viewer.erase', { platform: 'rehearsal', shows: 0, comments: 0, claims: 0, events: 0 }],
      ['viewer.erase', { platform: 'rehearsal', ...first }],
    ]);
  });

  it('A viewer who returns after an erasure is a new viewer, who may claim again.', async () => {
    const show = await busyShow();
    await erase();
    const { claim, outcome } = await bella(show.id, 'sold 12');
    expect(outcome).toBe('waitlist');
    expect(claim?.buyer).toMatchObject({ platformUserId: VIEWER.platformUserId, handle: 'bella.rosa' });
    expect((await replay(show.id)).differences).toEqual([]);
    expect(await erase()).toMatchObject({ shows: 1, comments: 1, claims: 1 });
    expect(tracesIn(await everyRow(database))).toEqual([]);
    expect((await replay(show.id)).differences).toEqual([]);
  });

  it('An erased comment stays erased when the platform delivers it again.', async () => {
    const show = await owner.activeShow([{ itemNumber: '12' }]);
    const delivery = { userHandle: 'bella.rosa', commentId: 'c-1' };
    await owner.say(show.id, VIEWER.platformUserId, 'size zebra please', delivery);
    await erase();
    const { outcome } = await owner.say(show.id, VIEWER.platformUserId, 'size zebra please', delivery);
    expect(outcome).toBe('duplicate');
    const change = {
      platform: 'rehearsal',
      commentId: 'c-1',
      change: 'edited',
      text: 'size zebra please!',
      at: null,
    } as const;
    await app.nest.get(CommentChanges).record(owner.session.workspace.id, show.id, [change]);
    expect(tracesIn(await everyRow(database))).toEqual([]);
  });

  it('An erasure includes comments whose author the platform hid at first.', async () => {
    const show = await owner.activeShow([{ itemNumber: '12' }]);
    const intake = app.nest.get(ClaimIntake);
    const writtenAt = Date.now();
    for (const author of [null, { userId: VIEWER.platformUserId, handle: 'bella.rosa' }]) {
      for (const [commentId, text] of [
        ['c-2', 'sold 12'],
        ['c-3', 'size zebra please'],
      ] as const) {
        await intake.submit(show.id, [liveComment(show, { commentId, text, author, writtenAt })]);
      }
    }
    expect(tracesIn(await everyRow(database)).length).toBeGreaterThan(0);
    expect(await erase()).toMatchObject({ comments: 2, claims: 1 });
    expect(tracesIn(await everyRow(database))).toEqual([]);
    expect(await replay(show.id)).toMatchObject({ differences: [], comments: 2 });
  });

  it('An erasure works during a show, and no new row identifies the viewer.', async () => {
    const show = await owner.activeShow([{ itemNumber: '12', totalQuantity: 30 }]);
    const writing = Array.from({ length: 40 }, (_, n) =>
      n % 2 === 0 ? bella(show.id, 'size zebra please') : owner.say(show.id, `u${n}`, 'sold 12'),
    );
    await Promise.all([...writing, erase(), erase()]);
    await erase();
    expect(tracesIn(await everyRow(database))).toEqual([]);
    expect(await replay(show.id)).toMatchObject({ differences: [], comments: 40 });
  });

  it('Rows about a claim that was made while the ledger was being read are erased.', async () => {
    const show = await owner.activeShow([{ itemNumber: '12' }]);
    const { comment } = await bella(show.id, 'claim 12');
    const source = app.nest.get(DataSource);
    const query = source.query.bind(source);
    let hasBegun = false;
    jest.spyOn(source, 'query').mockImplementation(async (sql, ...parameters) => {
      if (!hasBegun && sql.includes('payload::text FROM show_events')) {
        hasBegun = true;
        const { body } = await owner.call<AcceptResult>('POST', `/api/comments/${comment.id}/accept`, {});
        await owner.call('PATCH', `/api/claims/${body.claims[0]?.id}`, { operatorNotes: 'rings twice' });
      }
      return query(sql, ...parameters);
    });
    expect(await erase()).toMatchObject({ shows: 1, comments: 1, claims: 1 });
    expect(hasBegun).toBe(true);
    expect(tracesIn(await everyRow(database))).toEqual([]);
  });

  it('A failed erasure is completed when it is requested again.', async () => {
    const show = await busyShow();
    await database.query(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'failed'; END $$`,
    );
    await database.query(
      'CREATE TRIGGER failing BEFORE UPDATE ON comments FOR EACH ROW EXECUTE FUNCTION fail()',
    );
    expect((await owner.call('POST', path(), VIEWER)).status).toBe(500);
    await database.query('DROP TRIGGER failing ON comments');
    await database.query('DROP FUNCTION fail');
    expect(await erase()).toMatchObject({ shows: 1, comments: 7 });
    expect(tracesIn(await everyRow(database))).toEqual([]);
    expect((await replay(show.id)).differences).toEqual([]);
  });

  describe('With a comment that is waiting for older comments', () => {
    const storeUndecided = (show: Show, userId: string): Promise<unknown> =>
      database.query(
        'INSERT INTO undecided_comments (show_id, platform, live_id, comment_id, comment) VALUES ($1, $2, $3, $4, $5)',
        [
          ...[show.id, VIEWER.platform, show.sources[0]?.liveId, `c-${userId}`],
          JSON.stringify({
            commentId: `c-${userId}`,
            text: 'size zebra please',
            author: { userId, handle: 'bella.rosa' },
          }),
        ],
      );
    const undecidedIds = async (): Promise<string[]> =>
      (
        await database.query<{ id: string }>('SELECT comment_id AS id FROM undecided_comments ORDER BY 1')
      ).rows.map(({ id }) => id);
    afterEach(() => database.query('DELETE FROM undecided_comments'));

    it('The erasure is not complete while a comment by the viewer is waiting.', async () => {
      const show = await busyShow();
      await storeUndecided(show, VIEWER.platformUserId);
      const refused = await owner.call<ErrorBody>('POST', path(), VIEWER);
      expect(refused).toMatchObject(refusal(503, 'UNAVAILABLE'));
      expect(refused.headers.get('retry-after')).toBe('60');
      // The waiting comment is decided, which stores the viewer's name again.
      await bella(show.id, 'size zebra please');
      await database.query('DELETE FROM undecided_comments');
      expect(await erase()).toMatchObject({ shows: 1, comments: 1 });
      expect(tracesIn(await everyRow(database))).toEqual([]);
      expect((await replay(show.id)).differences).toEqual([]);
    });

    it("The erasure drops the viewer's comments that will never be decided, and no others.", async () => {
      const show = await busyShow();
      await owner.call('POST', `/api/shows/${show.id}/pause`);
      await storeUndecided(show, VIEWER.platformUserId);
      await storeUndecided(show, 'another-viewer');
      expect(await erase()).toMatchObject({ shows: 1, comments: 7 });
      expect(await undecidedIds()).toEqual(['c-another-viewer']);
    });
  });

  it('Open consoles are notified of the erasure, so that they reload the show.', async () => {
    const show = await busyShow();
    const console = await connectConsole(app.url, owner.session.accessToken);
    const joined = await console.join(show.id);
    if (!joined.ok) throw new Error('The console could not join the show');
    await erase();
    await console.until(joined.lastSeq + 1);
    expect(console.events.map((event) => event.type)).toEqual(['viewer.erased']);
    expect(JSON.stringify(console.events)).not.toMatch(/bella/i);
    console.close();
  });

  it('The erasure affects neither another workspace nor the same id on another platform.', async () => {
    const show = await owner.activeShow([{ itemNumber: '12' }]);
    await bella(show.id, 'sold 12');
    const stranger = await newCaller(app.url);
    const theirPath = `/api/workspaces/${stranger.session.workspace.id}/erasures`;
    expect((await stranger.call<ErasureResult>('POST', theirPath, VIEWER)).body).toMatchObject({
      shows: 0,
      comments: 0,
    });
    expect(
      (await owner.call<ErasureResult>('POST', path(), { ...VIEWER, platform: 'facebook' })).body,
    ).toMatchObject({ shows: 0 });
    expect((await owner.readClaims(show.id))[0]?.buyer.handle).toBe('bella.rosa');
    await erase();
  });

  it('Viewers of a platform that is no longer available can be erased.', async () => {
    const show = await owner.activeShow([{ itemNumber: '12' }]);
    await bella(show.id, 'sold 12');
    await database.query("UPDATE buyers SET platform = 'myspace' WHERE workspace_id = $1", [
      owner.session.workspace.id,
    ]);
    const { status, body } = await owner.call('POST', path(), { ...VIEWER, platform: 'myspace' });
    expect({ status, body }).toMatchObject({ status: 200, body: { comments: 1, claims: 1 } });
  });

  it.each([
    [{ platform: 'myspace', platformUserId: '1' }, 'platform'],
    [{ platform: 'facebook', platformUserId: '' }, 'platformUserId'],
  ])('An erasure of %j is rejected.', async (body, field) => {
    const response = await owner.call<ErrorBody>('POST', path(), body);
    expect(response).toMatchObject({
      status: 400,
      body: { error: { code: 'VALIDATION_FAILED', details: [{ field }] } },
    });
  });
});
