import {
  type Claim,
  type Item,
  MAX_LISTED_WINNERS,
  MAX_UNITS_PER_ITEM,
  type ShowWithItems,
} from '@sellary/contracts';
import { reviews, sales, useCaller, useTestApp } from '../../test';

jest.setTimeout(60_000);

describe('Items with many units', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { release, setQuantity } = sales(operator);
  const { check } = reviews(app, operator);
  const VIEWERS = MAX_UNITS_PER_ITEM + 20;

  /** A show whose only item has the maximum number of units, all sold, and 20 buyers in line. */
  async function soldOutShow(): Promise<ShowWithItems> {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: MAX_UNITS_PER_ITEM }]);
    const comments = Array.from({ length: VIEWERS }, (_, index) => [`viewer-${index}`, 'sold 1'] as const);
    expect((await operator.sayAll(show.id, comments)).processed).toBe(VIEWERS);
    return show;
  }

  it('The item lists its first winners, and the next winner is listed if one of them leaves.', async () => {
    const show = await soldOutShow();
    const itemOf = async (): Promise<Item> => (await operator.readShow(show.id)).items[0] as Item;
    const handles = async (): Promise<string[]> => (await itemOf()).winners.map(({ handle }) => handle);
    const viewers = (count: number, from = 0): string[] =>
      Array.from({ length: count }, (_, index) => `viewer-${index + from}`);
    expect(await itemOf()).toMatchObject({ claimedCount: MAX_UNITS_PER_ITEM, waitlistCount: 20 });
    expect(await handles()).toEqual(viewers(MAX_LISTED_WINNERS));
    const { body } = await operator.call<{ claims: Claim[] }>(
      'GET',
      `/api/shows/${show.id}/items/${show.items[0]?.id}/claims?limit=200`,
    );
    expect(body.claims.map(({ buyer }) => buyer.handle)).toEqual(viewers(200));
    await release(body.claims[0]?.id ?? '');
    expect(await handles()).toEqual(viewers(MAX_LISTED_WINNERS, 1));
    await operator.say(show.id, 'viewer-1', 'pass 1');
    expect(await handles()).toEqual(viewers(MAX_LISTED_WINNERS, 2));
    await check(show);
    const database = await app.connect();
    const { rows } = await database.query<{ largest: number; bytes: number }>(
      'SELECT max(octet_length(payload::text)) AS largest, sum(octet_length(payload::text))::int AS bytes FROM show_events WHERE show_id = $1',
      [show.id],
    );
    // If each row listed all winners, a row would take 100 kB, and the show's ledger would take 50 MB.
    expect(rows[0]?.largest).toBeLessThan(8_000);
    expect(rows[0]?.bytes).toBeLessThan(VIEWERS * 2 * 5_000);
  });

  it('A quantity above the maximum is rejected.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const itemId = show.items[0]?.id ?? '';
    expect((await setQuantity(show, itemId, MAX_UNITS_PER_ITEM)).status).toBe(200);
    expect((await setQuantity(show, itemId, MAX_UNITS_PER_ITEM + 1)).status).toBe(400);
  });
});
