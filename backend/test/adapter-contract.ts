import type { Comment, CommentList, ShowEventList, ShowWithItems, SourceInput } from '@sellary/contracts';
import type { PlatformErrorKind } from '@sellary/extension-kit';
import { type Answer, call, type Caller, newCaller } from './caller';
import { eventually } from './eventually';
import { createDatabase, dropDatabase, startTestApp, type TestApp, type TestAppOptions } from './test-app';

/** A platform under test: its adapter in the product, and the means to make its viewers write. */
export interface AdapterRig {
  /** Environment and adapters of the product. */
  options: Omit<TestAppOptions, 'databaseUrl'>;
  /**
   * Connects the account, if the platform needs one.
   * @returns the running broadcast
   */
  source(url: string, owner: Caller): Promise<SourceInput>;
  /**
   * A viewer writes a comment.
   * @returns its id
   */
  say(author: string, text: string): string;
  /** The platform reports times to the second only. */
  hasWholeSeconds?: true;
  /** The platform returns again what it has returned already. */
  repeat?(): void;
  /** Every call fails, or none any more. Resolves after one has failed. */
  fail?(kind: PlatformErrorKind | null): Promise<void>;
  /** The platform returns rows that make no sense. */
  sendGarbage?(): void;
  close(): Promise<void>;
}

/** Failures that the product tries again by itself within seconds. */
const PASSING: PlatformErrorKind[] = ['transient', 'too-large', 'throttled', 'not-found', 'rejected'];
/** Failures that a person has to end, with the code that the show's record holds. */
const LASTING: [PlatformErrorKind, string][] = [
  ['permission', 'PERMISSION_MISSING'],
  ['held-back', 'PLATFORM_ERROR'],
  ['misconfigured', 'PLATFORM_ERROR'],
  ['reconnect', 'CONNECTION_EXPIRED'],
  ['revoked', 'CONNECTION_EXPIRED'],
];

/**
 * Conformance suite of an adapter: through the real poller, engine, and database, no comment is lost or
 * counted twice.
 */
export function describeAdapter(name: string, start: () => Promise<AdapterRig>): void {
  describe(`The adapter of ${name}`, () => {
    let rig: AdapterRig;
    let databaseUrl: string;
    let app: TestApp;
    let owner: Caller;
    let show: ShowWithItems;

    beforeEach(async () => {
      rig = await start();
      databaseUrl = await createDatabase();
      app = await startTestApp({ ...rig.options, databaseUrl });
      owner = await newCaller(app.url);
      await owner.call('PATCH', `/api/workspaces/${owner.session.workspace.id}`, {
        settings: { pollIntervalSeconds: 2 },
      });
      const sources = [await rig.source(app.url, owner)];
      show = await owner.activeShow([{ itemNumber: '101', totalQuantity: 1 }], { sources });
    });
    afterEach(async () => {
      await app.close();
      await dropDatabase(databaseUrl);
      await rig.close();
    });

    /** Asks whichever server runs now. */
    const get = <T>(path: string): Promise<Answer<T>> =>
      call<T>(app.url, owner.session.accessToken, 'GET', path);
    const stored = async (): Promise<Comment[]> =>
      (await get<CommentList>(`/api/shows/${show.id}/comments?limit=200`)).body.comments;
    /** Waits until exactly these comments are stored, each once. */
    const arrive = async (ids: string[]): Promise<Comment[]> => {
      const found = await eventually(stored, (comments) =>
        ids.every((id) => comments.some(({ commentId }) => commentId === id)),
      );
      expect(found.map(({ commentId }) => commentId).sort()).toEqual([...ids].sort());
      return found;
    };
    const outcomes = (comments: Comment[], ids: string[]): unknown[] =>
      ids.map((id) => comments.find(({ commentId }) => commentId === id)?.outcome);
    const troubles = async (): Promise<string[]> =>
      (await get<ShowEventList>(`/api/shows/${show.id}/events?limit=200`)).body.events.flatMap((event) =>
        event.type === 'error' ? [event.data.code] : [],
      );

    it('gives the unit to the comment that was written first', async () => {
      const ids = ['ann', 'bob', 'cat'].map((author) => rig.say(author, 'sold 101'));
      const found = outcomes(await arrive(ids), ids);
      // Within one second, such a platform does not say who was first.
      expect(rig.hasWholeSeconds === true ? found.sort().reverse() : found).toEqual([
        'winner',
        'waitlist',
        'waitlist',
      ]);
    });

    it('counts a comment once that the platform returns again', async () => {
      const first = rig.say('ann', 'sold 101');
      await arrive([first]);
      rig.repeat?.();
      const second = rig.say('bob', 'sold 101');
      expect(outcomes(await arrive([first, second]), [first, second])).toEqual(['winner', 'waitlist']);
    });

    it('reads on after a restart of the server, and misses nothing that was written meanwhile', async () => {
      const before = rig.say('ann', 'sold 101');
      await arrive([before]);
      await app.close();
      const meanwhile = ['bob', 'cat'].map((author) => rig.say(author, 'sold 101'));
      app = await startTestApp({ ...rig.options, databaseUrl });
      const ids = [before, ...meanwhile, rig.say('dan', 'sold 101')];
      expect(outcomes(await arrive(ids), ids)).toEqual(['winner', 'waitlist', 'waitlist', 'waitlist']);
    });

    it('is not held up by rows that make no sense', async () => {
      rig.sendGarbage?.();
      const id = rig.say('ann', 'sold 101');
      expect(outcomes(await arrive([id]), [id])).toEqual(['winner']);
    });

    it('reads every comment after failures that pass', async () => {
      const ids: string[] = [];
      for (const kind of PASSING) {
        await rig.fail?.(kind);
        ids.push(rig.say(`during ${kind}`, 'sold 101'));
        await rig.fail?.(null);
        await arrive(ids);
      }
    });

    it.each(LASTING)('reports a failure of kind %s as %s', async (kind, code) => {
      if (rig.fail === undefined) return;
      await rig.fail(kind);
      await eventually(troubles, (codes) => codes.includes(code));
    });
  });
}
