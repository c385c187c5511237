import type { Session } from '@sellary/contracts';
import { CommentChanges } from '../../src/claim-engine';
import fc from 'fast-check';
import type { Client } from 'pg';
import { call, connectConsole, replayDifferences, useCaller, useTwoApps } from '..';
import type { Call } from './wave-requests';
import { Driver } from './driver';
import { ALL_PHRASES, ITEM_KEYS, ITEM_NUMBERS, type PlannedAct, SIZED_ITEM, SIZES } from './plan';
import { FIRST_ITEMS, MIXES } from './planned-acts';
import { auditShow, getJsonWith, readEvents } from './show-audit';
import { Witness } from './witness';

/**
 * Each mix of acts runs as many shows as fit into MODEL_SECONDS. MODEL_STEPS (the maximum number of steps for
 * each mix), MODEL_LARGE, and MODEL_LANES (concurrent shows) are for long soak tests. MODEL_RUNS and
 * MODEL_SEED repeat a run.
 */
const SECONDS = Number(process.env['MODEL_SECONDS'] ?? 10);
const MAX_STEPS = Number(process.env['MODEL_STEPS'] ?? Infinity);
const RUNS = Number(process.env['MODEL_RUNS'] ?? 100_000);
const SEED = Number(process.env['MODEL_SEED'] ?? Date.now() % 1_000_000_000);
const LANES = Number(process.env['MODEL_LANES'] ?? 1);
const TIME_LIMIT_MS = 60_000 + SECONDS * 1_000;

/** Large shows have long lines and undo old acts. Failures in small shows are easier to read. */
const [MAX_WAVES, MAX_ACTS] = process.env['MODEL_LARGE'] === undefined ? [12, 8] : [30, 20];

/** Number of steps in an act. Each comment in a bulk act is one step. */
const stepsOf = (act: PlannedAct): number => (act.kind === 'bulk' ? act.comments.length : 1);

const waves = (act: fc.Arbitrary<PlannedAct>) =>
  fc.array(fc.array(act, { minLength: 1, maxLength: MAX_ACTS, size: 'max' }), {
    minLength: 1,
    maxLength: MAX_WAVES,
    size: 'max',
  });
const afterTheEnd = (act: fc.Arbitrary<PlannedAct>) =>
  fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { maxLength: 2 });

/** Index of an item number that no item has when a show begins. */
const NEW_ITEM = ITEM_KEYS.indexOf('25');

describe('The claim engine against the oracle', () => {
  const [first, second] = useTwoApps();
  const operator = useCaller(first);
  let database: Client;
  let callers: Call[];

  const get = getJsonWith((method, path) => operator.call(method, path));
  const callOf =
    (url: string): Call =>
    (method, path, body) =>
      call(url, operator.session.accessToken, method, path, body);

  beforeAll(async () => {
    database = await first.connect();
    callers = [callOf(first.url), callOf(second.url), callOf(first.url)];
  });

  /** A soak outlives an access token. A refresh token works only once, so lanes renew one after another. */
  let lastRenewal = Promise.resolve();
  async function renewSession(): Promise<void> {
    const { refreshToken } = operator.session;
    const { status, body } = await operator.call<Session>('POST', '/api/auth/refresh', { refreshToken });
    if (status !== 200) throw new Error(`The session was not renewed: ${status}`);
    Object.assign(operator.session, body);
  }

  /** Opens a show with its first items. A console on the other process follows it from the first row on. */
  async function openShow(quantities: readonly number[]) {
    await (lastRenewal = lastRenewal.then(renewSession));
    const show = await operator.activeShow(
      [
        ...quantities.map((totalQuantity, index) => ({
          itemNumber: ITEM_NUMBERS[index] ?? '',
          totalQuantity,
          ...(index === 0 ? {} : { price: 1_001 * index }),
        })),
        {
          itemNumber: SIZED_ITEM,
          price: 2_999,
          variants: SIZES.map((name, index) => ({
            name,
            totalQuantity: quantities[index] ?? 1,
            ...(index === 0 ? { price: 3_499 } : {}),
          })),
        },
      ],
      { currency: 'EUR' },
    );
    const console = await connectConsole(second.url, operator.session.accessToken);
    const joined = await console.join(show.id, 0);
    if (!joined.ok || joined.truncated) throw new Error('the console could not join');
    const witness = new Witness();
    const events = await readEvents(get, show.id, 0);
    witness.follow(events);
    const deleteComment = (commentId: string): Promise<void> =>
      first.nest
        .get(CommentChanges)
        .record(operator.session.workspace.id, show.id, [
          { platform: 'rehearsal', commentId, at: null, change: 'deleted' },
        ]);
    const driver = new Driver(callers, get, show.id, witness, events.length, deleteComment);
    const end = async (): Promise<void> => {
      try {
        await driver.awaitWindow();
        const { lastSeq } = await get<{ lastSeq: number }>(`/api/shows/${show.id}`);
        if (lastSeq > joined.lastSeq) await console.until(lastSeq);
        await auditShow({ get, database, showId: show.id }, witness, [...joined.events, ...console.events]);
        expect(await replayDifferences(first, show.id)).toEqual([]);
      } finally {
        console.close();
      }
    };
    return { driver, witness, end };
  }

  it.each(Object.entries(MIXES))(
    `Random shows with several callers match the oracle: %s (seed ${SEED}).`,
    async (mix, act) => {
      let steps = 0;
      // A show often waits for its fairness window. In the meantime, the shows in other lanes continue.
      const lane = (number: number): Promise<void> =>
        fc.assert(
          fc.asyncProperty(
            fc.array(fc.integer({ min: 1, max: 4 }), { minLength: FIRST_ITEMS, maxLength: FIRST_ITEMS }),
            waves(act),
            afterTheEnd(act),
            async (quantities, during, after) => {
              if (steps >= MAX_STEPS) return;
              const { driver, end } = await openShow(quantities);
              for (const acts of during) await driver.wave(acts);
              if (after.length > 0) await driver.wave([{ kind: 'status', step: 'stop' }]);
              for (const acts of after) await driver.wave(acts);
              await end();
              steps += [...during, ...after].flat().reduce((sum, act) => sum + stepsOf(act), 0);
            },
          ),
          {
            numRuns: RUNS,
            interruptAfterTimeLimit: SECONDS * 1_000,
            seed: SEED + number,
            endOnFailure: process.env['MODEL_SHRINK'] === undefined,
          },
        );
      await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
      process.stdout.write(`${JSON.stringify({ mix, seed: SEED, steps })}\n`);
    },
    TIME_LIMIT_MS,
  );

  it('An item can be renumbered while it is being awarded and its quantity is changing.', async () => {
    for (let round = 0; round < 10; round++) {
      const { driver, end } = await openShow([1]);
      await driver.wave([
        { kind: 'renumber', item: 0, to: 5 },
        { kind: 'award', item: 0, user: 1, by: 'id', times: 2 },
        { kind: 'quantity', item: 0, total: 5 },
      ]);
      await end();
    }
  });

  it('Claims waiting for the fairness window go to review if their item is added with variants.', async () => {
    const { driver, witness, end } = await openShow([1, 2, 1]);
    const comment = (phrase: string, user: number): PlannedAct => {
      const index = ALL_PHRASES.findIndex(({ text }) => text('25') === phrase);
      const time = { kind: 'none' as const };
      return { kind: 'say', comment: { user, item: NEW_ITEM, phrase: index, time, isLate: false }, times: 1 };
    };
    const limits = { maxUnitsPerItem: 0, maxUnitsPerShow: 0, deletedComments: 'keep' as const };
    const rules = { ...limits, maxClaimsPerComment: 2, repeatClaims: 'ignore' as const };
    await driver.wave([
      { kind: 'rules', rules: { ...rules, viewerDelaySeconds: {}, fairnessWindowSeconds: 1 } },
    ]);
    await driver.wave([
      comment('sold 25', 0),
      comment('sold 25 2 pcs', 1),
      comment('sold 25 and sold A4', 2),
    ]);
    await driver.wave([comment('pass 25', 0), comment('sold 25', 3)]);
    await driver.wave([{ kind: 'addItem', item: NEW_ITEM, total: 1, hasVariants: true }]);
    await driver.awaitWindow();
    expect(witness.oracle.reviews).toHaveLength(4);
    await driver.wave([
      { kind: 'accept', pick: 0, edit: 'none', item: 0, times: 1 },
      { kind: 'accept', pick: 1, edit: 'variant', item: 1, times: 2 },
      { kind: 'accept', pick: 2, edit: 'item', item: 0, times: 1 },
      { kind: 'dismiss', pick: 3 },
    ]);
    await driver.wave([{ kind: 'undo', pick: 0, times: 1 }]);
    await end();
  });

  it.each([1, 2, 7, 30])(
    'If 60 viewers claim an item with %i units simultaneously and send each comment twice, every unit is won once.',
    async (total) => {
      const { driver, witness, end } = await openShow([total]);
      const crowd = Array.from({ length: 60 }, (_, index) => ({ userId: `crowd-${index}`, index }));
      await driver.crowd(
        crowd.map(({ userId }) => ({
          userId,
          text: 'sold 1',
          meaning: { act: 'claim', key: '1' },
          times: 2,
        })),
      );
      expect(witness.oracle.winners('1')).toHaveLength(total);
      // Half of the viewers pass simultaneously, and the buyers who waited longest get their units.
      await driver.crowd(
        crowd
          .filter(({ index }) => index % 2 === 0)
          .map(({ userId }) => ({ userId, text: 'pass 1', meaning: { act: 'pass', key: '1' }, times: 2 })),
      );
      expect(witness.oracle.winners('1')).toHaveLength(Math.min(total, 30));
      await end();
    },
  );
});
