import type {
  BuyerList,
  Claim,
  ErrorBody,
  Item,
  ReplayVerdict,
  Show,
  ShowEventList,
  ShowSnapshot,
  ShowSummary,
  ShowWithItems,
  Workspace,
} from '@sellary/contracts';
import { newCaller, readWorkbook, refusal, sales, useCaller, useTestApp } from '../test';

describe('Prices', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { release, undo, award, setQuantity } = sales(operator);
  const euros = { currency: 'EUR' };
  const scarf = { itemNumber: '1', title: 'Scarf', totalQuantity: 1, price: 1490 };
  const changeItem = (show: ShowWithItems, change: object) =>
    operator.call<Item & ErrorBody>('PATCH', `/api/shows/${show.id}/items/${show.items[0]?.id}`, change);
  const claim = async (showId: string, handle: string): Promise<Claim | undefined> =>
    (await operator.readClaims(showId)).find(({ buyer }) => buyer.handle === handle);
  const amountWon = async (show: Show): Promise<number | undefined> =>
    (await operator.readShow(show.id)).stats.amountWon;
  const differences = async (show: Show): Promise<string[]> =>
    (await operator.call<ReplayVerdict>('GET', `/api/shows/${show.id}/replay`)).body.differences;

  it('A show without a currency contains no amounts and rejects prices with 409.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    expect(JSON.stringify(show)).not.toMatch(/price|currency|amount/i);
    expect(await changeItem(show, { price: 1000 })).toMatchObject(refusal(409, 'NO_CURRENCY'));
    const added = await operator.addItems(show.id, {
      itemNumber: '2',
      variants: [{ name: 'S', totalQuantity: 1, price: 5 }],
    });
    expect(added).toMatchObject(refusal(409, 'NO_CURRENCY'));
  });

  it("A new show gets its workspace's currency and keeps it.", async () => {
    const seller = await newCaller(app.url);
    const path = `/api/workspaces/${seller.session.workspace.id}`;
    const { body } = await seller.call<Workspace>('PATCH', path, { settings: { currency: 'JPY' } });
    expect(body.settings.currency).toBe('JPY');
    const show = await seller.activeShow([]);
    expect(show.currency).toEqual({ code: 'JPY', digits: 0 });
    await seller.call('PATCH', path, { settings: { currency: null } });
    expect((await seller.activeShow([])).currency).toBeUndefined();
    expect((await seller.readShow(show.id)).currency?.code).toBe('JPY');
    expect((await seller.call('PATCH', path, { settings: { currency: 'EURO' } })).status).toBe(400);
  });

  it("A show's currency can be changed only if no item has a price and no viewer has claimed in that currency.", async () => {
    const show = await operator.activeShow([scarf], euros);
    const change = (currency: string | null) =>
      operator.call<Show & ErrorBody>('PATCH', `/api/shows/${show.id}`, { currency });
    expect(await change('USD')).toMatchObject(refusal(409, 'SHOW_HAS_PRICES'));
    await operator.say(show.id, 'ann', 'sold 1');
    await changeItem(show, { price: null });
    expect((await change('USD')).status).toBe(409);
    const unsold = await operator.activeShow([scarf], euros);
    await changeItem(unsold, { price: null });
    const { body } = await operator.call<Show>('PATCH', `/api/shows/${unsold.id}`, { currency: 'KWD' });
    expect(body.currency).toEqual({ code: 'KWD', digits: 3 });
    expect(await differences(unsold)).toEqual([]);
  });

  it.each([-1, 1.5, '1490', 100_000_000_000])('The price %j is rejected with 400.', async (price) => {
    const show = await operator.activeShow([scarf], euros);
    expect((await changeItem(show, { price })).status).toBe(400);
    expect((await operator.readShow(show.id)).items[0]?.price).toBe(1490);
  });

  it("A won unit keeps its price when the item's price changes.", async () => {
    const show = await operator.activeShow([{ ...scarf, totalQuantity: 2, compareAtPrice: 1990 }], euros);
    expect(show.items[0]).toMatchObject({ price: 1490, compareAtPrice: 1990 });
    await operator.say(show.id, 'ann', 'sold 1');
    await changeItem(show, { price: 990, compareAtPrice: null });
    await operator.say(show.id, 'bob', 'sold 1');
    expect([(await claim(show.id, 'ann'))?.price, (await claim(show.id, 'bob'))?.price]).toEqual([1490, 990]);
    const { items, stats } = await operator.readShow(show.id);
    expect(items[0]).not.toHaveProperty('compareAtPrice');
    expect(stats).toMatchObject({ amountWon: 2480, uniqueBuyers: 2 });
    expect(await differences(show)).toEqual([]);
  });

  it('A promoted claim and an award get the price at the time of the win.', async () => {
    const show = await operator.activeShow([scarf], euros);
    const itemId = show.items[0]?.id ?? '';
    const { claim: won } = await operator.say(show.id, 'ann', 'sold 1');
    await operator.say(show.id, 'bob', 'sold 1');
    expect(await claim(show.id, 'bob')).not.toHaveProperty('price');
    await changeItem(show, { price: 2000 });
    const { body } = await release(won?.id ?? '');
    expect(body.claim).not.toHaveProperty('price');
    expect(body.promoted?.price).toBe(2000);
    await setQuantity(show, itemId, 2);
    await changeItem(show, { price: 2500 });
    expect((await award(show, itemId, { userHandle: 'cat' })).body.claim.price).toBe(2500);
    expect(await amountWon(show)).toBe(4500);
    expect(await differences(show)).toEqual([]);
  });

  it('An undo restores a win with its original price, and a later win gets the new price.', async () => {
    const show = await operator.activeShow([scarf], euros);
    const { claim: won } = await operator.say(show.id, 'ann', 'sold 1');
    await operator.say(show.id, 'bob', 'sold 1');
    await changeItem(show, { price: 2000 });
    const released = await release(won?.id ?? '');
    expect(await amountWon(show)).toBe(2000);
    await undo(show, released.body.actSeq);
    expect((await claim(show.id, 'ann'))?.price).toBe(1490);
    expect(await claim(show.id, 'bob')).not.toHaveProperty('price');
    expect(await amountWon(show)).toBe(1490);
    await changeItem(show, { price: 3000 });
    await release(won?.id ?? '');
    expect((await claim(show.id, 'bob'))?.price).toBe(3000);
    expect(await differences(show)).toEqual([]);
  });

  it('A unit won before its item had a price has no price, even after an undo.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }], euros);
    const { claim: won } = await operator.say(show.id, 'ann', 'sold 1');
    await changeItem(show, { price: 700 });
    const { body } = await release(won?.id ?? '');
    await undo(show, body.actSeq);
    expect(await claim(show.id, 'ann')).not.toHaveProperty('price');
    expect(await amountWon(show)).toBe(0);
    expect(await differences(show)).toEqual([]);
  });

  it("A variant sells at its own price, or else at the item's price.", async () => {
    const variants = [
      { name: 'S', totalQuantity: 1 },
      { name: 'XL', totalQuantity: 1, price: 1900 },
    ];
    const show = await operator.activeShow([{ itemNumber: '1', price: 1500, variants }], euros);
    await operator.say(show.id, 'ann', 'sold 1 S');
    await operator.say(show.id, 'bob', 'sold 1 XL');
    expect(await amountWon(show)).toBe(3400);
    // A variant list without prices keeps the existing prices.
    expect(
      (await changeItem(show, { variants: 'S 2, XL 2' })).body.variants?.map((variant) => variant.price),
    ).toEqual([undefined, 1900]);
    const changed = await changeItem(show, {
      variants: [
        { name: 'S', totalQuantity: 2, price: 1400 },
        { name: 'XL', totalQuantity: 2, price: null },
      ],
    });
    expect(changed.body.variants?.map((variant) => variant.price)).toEqual([1400, undefined]);
    await operator.say(show.id, 'cat', 'sold 1 S');
    await operator.say(show.id, 'dan', 'sold 1 XL');
    expect([(await claim(show.id, 'cat'))?.price, (await claim(show.id, 'dan'))?.price]).toEqual([
      1400, 1500,
    ]);
    expect(await differences(show)).toEqual([]);
  });

  /** Finds the winners in each claim's last ledger row, without using product code. */
  async function ledgerWinners(show: Show): Promise<{ handle: string; itemId: string; price: number }[]> {
    const claims = new Map<string, Claim>();
    for (let after = 0; ;) {
      const { body } = await operator.call<ShowEventList>(
        'GET',
        `/api/shows/${show.id}/events?afterSeq=${after}&limit=200`,
      );
      for (const event of body.events) {
        after = event.seq;
        if (!event.type.startsWith('claim.')) continue;
        const { claim: changed, promotedClaim } = event.data as { claim: Claim; promotedClaim?: Claim };
        claims.set(changed.id, changed);
        if (promotedClaim !== undefined) claims.set(promotedClaim.id, promotedClaim);
      }
      if (after >= body.lastSeq) break;
    }
    return [...claims.values()]
      .filter(({ status }) => status === 'winner')
      .map(({ buyer, itemId, price }) => ({ handle: buyer.handle, itemId: itemId ?? '', price: price ?? 0 }));
  }
  const sumOf = (rows: readonly { price: number }[]): number => rows.reduce((sum, row) => sum + row.price, 0);
  const download = async (show: Show, query: string): Promise<Buffer> => {
    const response = await fetch(`${app.url}/api/shows/${show.id}/export?${query}`, {
      headers: { authorization: `Bearer ${operator.session.accessToken}` },
    });
    return Buffer.from(await response.arrayBuffer());
  };
  const cents = (text: string | undefined): number => Number((text ?? '').replace(/[.,]/, ''));

  it("An eventful show's amounts add up to the cent everywhere.", async () => {
    const items = Array.from({ length: 7 }, (_, index) => ({
      itemNumber: String(index + 1),
      totalQuantity: 3,
      ...(index === 6 ? {} : { price: 11 + index * 333 }),
    }));
    const show = await operator.activeShow(items, euros);
    const releaseSeqs: (number | null)[] = [];
    for (let step = 0; step < 90; step++) {
      const item = show.items[(step * 5) % 7];
      const answer = await operator.say(show.id, `viewer${(step * 7) % 23}`, `sold ${item?.itemNumber}`);
      if (step % 6 === 3 && answer.claim?.status === 'winner') {
        releaseSeqs.push((await release(answer.claim.id)).body.actSeq);
      }
      if (step % 9 === 4) {
        await operator.call('PATCH', `/api/shows/${show.id}/items/${item?.id}`, { price: step * 101 });
      }
      if (step % 14 === 11) await undo(show, releaseSeqs.pop() ?? 0);
    }
    const winners = await ledgerWinners(show);
    const total = sumOf(winners);
    expect(total).toBeGreaterThan(10_000);
    const { body: snapshot } = await operator.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`);
    expect(snapshot.show.stats.amountWon).toBe(total);
    expect(snapshot.claims.reduce((sum, claim) => sum + (claim.price ?? 0), 0)).toBe(total);

    const { body: summary } = await operator.call<ShowSummary>('GET', `/api/shows/${show.id}/summary`);
    expect(summary.totals.amountWon).toBe(total);
    for (const { itemId, amount } of summary.items) {
      expect(amount).toBe(sumOf(winners.filter((winner) => winner.itemId === itemId)));
    }
    const { body: list } = await operator.call<BuyerList>('GET', `/api/shows/${show.id}/buyers?limit=200`);
    for (const { buyer, amount, items: lines } of list.buyers) {
      expect(amount).toBe(sumOf(winners.filter(({ handle }) => handle === buyer.handle)));
      expect(lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(amount);
    }

    const csv = (await download(show, 'type=claims&separator=;')).toString('utf8').trim().split('\r\n');
    expect(csv[0]).toMatch(/;price;currency$/);
    const prices = csv.slice(1).map((line) => line.split(';').at(-2));
    expect(prices.filter((text) => text !== '').every((text) => /^\d+,\d\d$/.test(text ?? ''))).toBe(true);
    expect(prices.reduce((sum, text) => sum + cents(text), 0)).toBe(total);
    const buyers = (await download(show, 'type=buyers')).toString('utf8').trim().split('\r\n').slice(1);
    expect(buyers.reduce((sum, line) => sum + cents(line.split(',').at(-2)), 0)).toBe(total);
    const [header, ...rows] = readWorkbook(await download(show, 'type=claims&format=xlsx'));
    const column = header?.findIndex((cell) => cell?.value === 'price') ?? -1;
    const cells = rows.flatMap((row) => row[column] ?? []);
    expect(new Set(cells.map(({ format }) => format))).toEqual(new Set(['#,##0.00']));
    expect(cells.reduce((sum, { value }) => sum + Math.round(Number(value) * 100), 0)).toBe(total);
    expect(await differences(show)).toEqual([]);
  });

  it('The response to adding an item contains its price.', async () => {
    const show = await operator.activeShow([], euros);
    const { body } = await operator.addItems(show.id, scarf);
    expect(body.items[0]).toMatchObject({ price: 1490 });
  });
});
