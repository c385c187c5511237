import type { BasketRow, ShowWithItems } from '@sellary/contracts';
import type { Client } from 'pg';
import { call, eventually, liveComment, type TestApp, useCallerPerTest, useTwoApps } from '../../../test';
import { baskets } from '../../../test/baskets';
import { ClaimIntake } from '../../claim-engine';
import { Transactions, type Tx } from '../../kernel';
import { BasketRecords } from './basket-records';

describe('Adding newly won units when baskets are read', () => {
  const [app, secondApp] = useTwoApps();
  const operator = useCallerPerTest(app);
  let show: ShowWithItems;
  let database: Client;

  beforeAll(async () => (database = await app.connect()));
  beforeEach(async () => {
    show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 30, price: 1490 }], {
      currency: 'EUR',
    });
  });

  const { takeStep, ...basketReads } = baskets(operator);
  const list = (query = `show=${show.id}`): Promise<BasketRow[]> => basketReads.list(query);
  const onlyBasket = async (): Promise<BasketRow> => {
    const [basket, ...others] = await list();
    if (basket === undefined || others.length > 0) throw new Error('There is not exactly one basket');
    return basket;
  };
  const handlesAndUnits = (rows: readonly BasketRow[]): string[] =>
    rows.map(({ buyer, units }) => `${buyer.accounts[0]?.handle} ${units}`).sort();
  const submitComment = (commentId: string, author: string | null, text = 'sold 12'): Promise<unknown> => {
    const comment = liveComment(show, {
      commentId,
      text,
      author: author === null ? null : { userId: author, handle: author },
    });
    return app.nest.get(ClaimIntake).submit(show.id, [comment]);
  };
  /** Identifies every row's version by its physical location and the transaction that wrote it. */
  const rowVersions = async (): Promise<unknown> => {
    const rows: unknown[] = [];
    for (const table of ['baskets', 'basket_lines', 'basket_marks', 'basket_changes']) {
      rows.push((await database.query(`SELECT t.xmin, t.ctid FROM ${table} t ORDER BY t.ctid`)).rows);
    }
    return rows;
  };

  it('A read that finds nothing new does not write rows or begin a write transaction.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    expect(handlesAndUnits(await list())).toEqual(['ann 1']);
    await operator.say(show.id, 'bob', 'lovely dress');
    const before = await rowVersions();
    const run = jest.spyOn(app.nest.get(Transactions), 'run');
    for (const query of [`show=${show.id}`, '', 'state=unpaid']) {
      expect(handlesAndUnits(await list(query))).toEqual(['ann 1']);
    }
    expect(run).not.toHaveBeenCalled();
    expect(await rowVersions()).toEqual(before);
  });

  it("A read after a new claim reads only that claim, not the show's other claims.", async () => {
    for (const viewer of ['ann', 'bob']) await operator.say(show.id, viewer, 'sold 12');
    await list();
    // No ledger row records this deletion, so a read notices it only if the show has no mark.
    await database.query(
      `DELETE FROM basket_lines WHERE claim_id IN (SELECT c.id FROM claims c JOIN buyers b ON b.id = c.buyer_id WHERE c.show_id = $1 AND b.handle = 'ann')`,
      [show.id],
    );
    await operator.say(show.id, 'cat', 'sold 12');
    expect(handlesAndUnits(await list())).toEqual(['bob 1', 'cat 1']);
    await database.query('DELETE FROM basket_marks WHERE show_id = $1', [show.id]);
    expect(handlesAndUnits(await list())).toEqual(['ann 1', 'bob 1', 'cat 1']);
  });

  it('A release or a cancellation moves a unit to the next buyer, and undoing the cancellation moves it back.', async () => {
    await operator.addItems(show.id, { itemNumber: '9', price: 100 });
    for (const viewer of ['ann', 'bob']) await operator.say(show.id, viewer, 'sold 9');
    expect(handlesAndUnits(await list())).toEqual(['ann 1']);
    const ann = (await operator.readClaims(show.id)).find(({ buyer }) => buyer.handle === 'ann');
    expect((await operator.call('POST', `/api/claims/${ann?.id}/release`, {})).status).toBe(200);
    expect(handlesAndUnits(await list())).toEqual(['bob 1']);
    await operator.say(show.id, 'ann', 'sold 9');
    const bob = await basketReads.basketOf('bob', `show=${show.id}`);
    const cancelled = await takeStep('cancel', bob);
    expect(handlesAndUnits(await list('state=unpaid'))).toEqual(['ann 1']);
    await takeStep('undo', cancelled);
    expect(handlesAndUnits(await list('state=unpaid'))).toEqual(['bob 1']);
  });

  it('A claim committed between any two statements of a read is in its basket at the next read.', async () => {
    await operator.say(show.id, 'v0', 'sold 12');
    const transactions = app.nest.get(Transactions);
    const run = transactions.run.bind(transactions);
    let statementsPerRead = 1;
    let claimCount = 1;
    for (let index = 0; index < statementsPerRead; index++) {
      // Without a new claim, the read would not send any statements that change baskets.
      await operator.say(show.id, `v${claimCount++}`, 'sold 12');
      let sentStatements = 0;
      const spy = jest.spyOn(transactions, 'run').mockImplementation((work, begin) =>
        run(async (tx: Tx) => {
          const query: Tx['query'] = async (sql, parameters) => {
            if (sentStatements++ === index) {
              spy.mockRestore();
              await operator.say(show.id, `v${claimCount++}`, 'sold 12');
            }
            return tx.query(sql, parameters);
          };
          return work({
            query,
            prepared: query,
            raiseLimits: () => tx.raiseLimits(),
            commit: () => tx.commit(),
          });
        }, begin),
      );
      await list();
      spy.mockRestore();
      statementsPerRead = Math.max(statementsPerRead, sentStatements);
      expect(await list()).toHaveLength(claimCount);
    }
    expect(statementsPerRead).toBeGreaterThan(4);
  });

  it('Two processes reading while claims arrive do not miss a unit or put one into two baskets.', async () => {
    const claiming = { isOver: false };
    const read = async ({ url }: TestApp): Promise<void> => {
      while (!claiming.isOver) {
        await call(url, operator.session.accessToken, 'GET', `/api/baskets?show=${show.id}`);
      }
    };
    const readers = [read(app), read(secondApp), read(secondApp)];
    for (let n = 0; n < 30; n++) await operator.say(show.id, `v${n}`, 'sold 12');
    claiming.isOver = true;
    await Promise.all(readers);
    const rows = await list();
    expect(rows.map(({ units }) => units)).toEqual(Array(30).fill(1));
    expect(new Set(rows.map(({ buyer }) => buyer.id)).size).toBe(30);
  });

  it('A merge and its undo move the units even though no claim changed.', async () => {
    for (const viewer of ['ann', 'bob']) await operator.say(show.id, viewer, 'sold 12');
    const [firstId, secondId] = (await list()).map(({ buyer }) => buyer.id);
    const merge = await operator.call<{ mergeId: string }>('POST', `/api/people/${firstId}/merges`, {
      with: secondId,
    });
    expect((await list()).map(({ units }) => units)).toEqual([2]);
    await operator.call('DELETE', `/api/people/${firstId}/merges/${merge.body.mergeId}`);
    expect((await list()).map(({ units }) => units)).toEqual([1, 1]);
  });

  it('A payment does not change the time at which a unit was won.', async () => {
    const wonAt = async (): Promise<string | undefined> => (await operator.readClaims(show.id))[0]?.updatedAt;
    await operator.say(show.id, 'ann', 'sold 12');
    const before = await wonAt();
    await takeStep('pay', await onlyBasket());
    expect(before).toBeDefined();
    expect(await wonAt()).toBe(before);
  });

  it.each([
    ['requested', ['request']],
    ['paid', ['request', 'pay']],
    ['packed', ['request', 'pay', 'pack']],
  ])("A hidden viewer's basket keeps the state %s when the viewer becomes known.", async (state, steps) => {
    await submitComment('c1', null);
    let basket = await onlyBasket();
    for (const step of steps) basket = await takeStep(step, basket);
    await submitComment('c1', 'ann');
    const identified = await onlyBasket();
    expect(identified).toMatchObject({
      id: basket.id,
      state,
      units: 1,
      total: 1490,
      requestedAt: basket.requestedAt,
      buyer: { accounts: [{ handle: 'ann', hidden: false }] },
    });
    const undone = await takeStep('undo', identified);
    expect(undone.buyer.accounts[0]?.handle).toBe('ann');
  });

  it('If a hidden viewer turns out to have an open basket, both baskets stay, and new units join the open one.', async () => {
    await submitComment('c1', null);
    const hidden = await onlyBasket();
    await operator.addItems(show.id, { itemNumber: '13' }, { itemNumber: '14', totalQuantity: 2 });
    await takeStep('request', hidden);
    await operator.say(show.id, 'ann', 'sold 13');
    await list();
    await submitComment('c1', 'ann');
    await operator.say(show.id, 'ann', 'sold 14 x2');
    const texts = (await list()).map(({ buyer, state, units }) =>
      [buyer.accounts[0]?.handle, state, units].join(' '),
    );
    expect(texts.sort()).toEqual(['ann open 3', 'ann requested 1']);
  });

  it.each(['open', 'requested'])(
    'If two hidden viewers turn out to be one person, and one basket is %s, the other one joins it.',
    async (state) => {
      const comments = [
        ['c1', 'sold 12'],
        ['c2', 'sold 13'],
      ] as const;
      await operator.addItems(show.id, { itemNumber: '13' });
      for (const [id, text] of comments) await submitComment(id, null, text);
      const [second, first] = await list();
      const target = state === 'open' ? first : second;
      if (target === undefined) throw new Error('No basket');
      if (state === 'requested') await takeStep('request', target);
      for (const [id, text] of comments) await submitComment(id, 'ann', text);
      const rows = await list();
      expect(handlesAndUnits(rows)).toEqual(['ann 2']);
      expect(rows).toMatchObject([{ id: target.id, state, number: 1 }]);
    },
  );

  it('If a show gets a currency after its first claims, each buyer still has one basket, in that currency.', async () => {
    show = await operator.activeShow([{ itemNumber: '12' }, { itemNumber: '13' }]);
    await operator.say(show.id, 'ann', 'sold 12');
    const [before] = await list();
    expect(before?.currency).toBeUndefined();
    await operator.call('PATCH', `/api/shows/${show.id}`, { currency: 'USD' });
    expect(await list()).toMatchObject([{ units: 1, currency: { code: 'USD' } }]);
    await operator.say(show.id, 'ann', 'sold 13');
    expect(await list()).toMatchObject([{ units: 2, currency: { code: 'USD' } }]);
  });

  it('If two hidden viewers turn out to be one person and are retired before a read, their units are in one basket.', async () => {
    await operator.addItems(show.id, { itemNumber: '13' });
    const comments = [
      ['c1', 'sold 12'],
      ['c2', 'sold 13'],
    ] as const;
    for (const [id, text] of comments) await submitComment(id, null, text);
    const hidden = await list();
    for (const [id, text] of comments) await submitComment(id, 'ann', text);
    const workspaceId = operator.session.workspace.id;
    const ids = hidden.map(({ buyer }) => buyer.id);
    await app.nest.get(Transactions).run(async (tx) => {
      await app.nest.get(BasketRecords).retire(
        tx,
        ids.map((id) => ({ id, workspaceId })),
      );
      await tx.query('DELETE FROM buyers WHERE id = ANY($1::uuid[])', [ids]);
    });
    const rows = await list();
    expect(handlesAndUnits(rows)).toEqual(['ann 2']);
    expect(rows).toMatchObject([{ id: hidden.at(-1)?.id, number: 1, state: 'open' }]);
  });

  it("A retired buyer's basket gets the next number if a read opens a basket for the same person at that time.", async () => {
    await submitComment('c1', null);
    const hidden = await onlyBasket();
    await takeStep('pay', hidden);
    await submitComment('c1', 'ann');
    const workspaceId = operator.session.workspace.id;
    await database.query('BEGIN');
    await database.query(
      "SELECT pg_advisory_xact_lock(hashtextextended('sellary baskets ' || $1::text, 0))",
      [workspaceId],
    );
    await database.query(
      `INSERT INTO baskets (id, workspace_id, show_id, person_id, currency, currency_code, number, state, version, created_at, updated_at)
       SELECT gen_random_uuid(), b.workspace_id, b.show_id, c.buyer_id, b.currency, b.currency_code, 1, 'open', 1, now(), now()
       FROM baskets b JOIN basket_lines n ON n.basket_id = b.id JOIN claims c ON c.id = n.claim_id WHERE b.id = $1`,
      [hidden.id],
    );
    const retired = app.nest
      .get(Transactions)
      .run((tx) => app.nest.get(BasketRecords).retire(tx, [{ id: hidden.buyer.id, workspaceId }]));
    const observer = await app.connect();
    await eventually(
      () => observer.query('SELECT 1 FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()'),
      ({ rows }) => rows.length > 0,
    );
    await database.query('COMMIT');
    expect(await retired).toEqual([]);
    expect(await list()).toMatchObject([
      { id: hidden.id, number: 2, buyer: { accounts: [{ handle: 'ann' }] } },
    ]);
  });
});
