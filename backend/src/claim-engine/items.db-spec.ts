import type { ErrorBody, Item, Show, ShowWithItems } from '@sellary/contracts';
import { atOnce, refusal, useCaller, useTestApp } from '../../test';

// Sixty simultaneous callers are slow while other tests use the same cores.
jest.setTimeout(30_000);

describe('Items', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let show: ShowWithItems;

  beforeEach(async () => {
    show = await operator.activeShow([]);
  });

  const add = (...items: unknown[]) =>
    operator.call<{ items: Item[] } & ErrorBody>('POST', `/api/shows/${show.id}/items`, { items });
  const addOne = async (item: unknown): Promise<Item> => (await add(item)).body.items[0] as Item;
  const remove = (id: string) => operator.call<ErrorBody>('DELETE', `/api/shows/${show.id}/items/${id}`);
  const read = (): Promise<ShowWithItems> => operator.readShow(show.id);

  it('Items are added in order, and the response has exactly the documented fields.', async () => {
    const { status, body } = await add(
      { itemNumber: ' #007 ', title: 'Scarf', description: 'Silk', totalQuantity: 30 },
      { itemNumber: 'A-12' },
    );
    expect(status).toBe(201);
    const id = expect.any(String) as string;
    expect(body).toEqual({
      items: [
        {
          id,
          itemNumber: '#007',
          title: 'Scarf',
          description: 'Silk',
          position: 0,
          totalQuantity: 30,
          claimedCount: 0,
          waitlistCount: 0,
          status: 'unclaimed',
          winners: [],
          withdrawnAt: null,
        },
        {
          id,
          itemNumber: 'A-12',
          title: null,
          description: null,
          position: 1,
          totalQuantity: 1,
          claimedCount: 0,
          waitlistCount: 0,
          status: 'unclaimed',
          winners: [],
          withdrawnAt: null,
        },
      ],
      actSeq: expect.any(Number) as number,
    });
    const now = await read();
    expect(now.items).toEqual(body.items);
    expect(now.stats).toMatchObject({ items: 2, unitsTotal: 31 });
  });

  it.each([
    [[]],
    [[{}]],
    [[{ itemNumber: '' }]],
    [[{ itemNumber: ' # ' }]],
    [[{ itemNumber: 12 }]],
    [[{ itemNumber: '1234567890123' }]],
    [[{ itemNumber: '77' }, { itemNumber: '$5' }]],
    [[{ itemNumber: '1', totalQuantity: 0 }]],
    [[{ itemNumber: '1', totalQuantity: 1_000 }]],
    [[{ itemNumber: '1', totalQuantity: '2' }]],
    [[{ itemNumber: '1', totalQuantity: 1.5 }]],
    [[{ itemNumber: '1', totalQuantity: null }]],
    [[{ itemNumber: '1', color: 'red' }]],
    [[{ itemNumber: '1', title: 'a\0' }]],
    [[{ itemNumber: '1' }, null]],
    [[{ itemNumber: '1' }, 'two']],
    [[[]]],
    [[[{ itemNumber: '1' }]]],
    [Array.from({ length: 501 }, (_, index) => ({ itemNumber: String(index) }))],
  ])('The items %j are rejected.', async (items) => {
    expect(await operator.call('POST', `/api/shows/${show.id}/items`, { items })).toMatchObject(
      refusal(400, 'VALIDATION_FAILED'),
    );
    expect((await read()).items).toEqual([]);
  });

  it('An item number that contains a word or an accent can be claimed.', async () => {
    await add({ itemNumber: 'RED 2' }, { itemNumber: 'café' });
    for (const [text, number] of [
      ['sold red 2', 'RED 2'],
      ['sold cafe', 'café'],
    ]) {
      const { claim } = await operator.say(show.id, `buyer of ${number ?? ''}`, text ?? '');
      expect(claim).toMatchObject({ itemNumber: number, status: 'winner' });
    }
  });

  it('Five hundred items can be added in one call.', async () => {
    expect(
      (await add(...Array.from({ length: 500 }, (_, index) => ({ itemNumber: String(index) })))).body.items,
    ).toHaveLength(500);
  });

  it.each([
    ['#007', '7'],
    ['a-12', 'A12'],
    ['٧', '7'],
    ['0', '00'],
    ['1-2', '1.2'],
    ['ａ１', 'a1'],
  ])(
    'The item numbers %s and %s are the same, and a rejected call adds none of its items.',
    async (first, second) => {
      await add({ itemNumber: first });
      const before = await read();
      expect(await add({ itemNumber: '55' }, { itemNumber: second })).toMatchObject(
        refusal(409, 'ITEM_NUMBER_TAKEN'),
      );
      expect(await read()).toEqual(before);
    },
  );

  it('A number that appears twice in one call is rejected.', async () => {
    expect(await add({ itemNumber: '1' }, { itemNumber: '01' })).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'ITEM_NUMBER_TAKEN',
          message: 'The list contains the number 01 more than once. Nothing was added.',
        },
      },
    });
    expect((await read()).items).toEqual([]);
  });

  it.each([
    ['1-2', '12'],
    ['1', '10'],
    ['A1', 'B1'],
  ])('The item numbers %s and %s are different.', async (first, second) => {
    expect((await add({ itemNumber: first }, { itemNumber: second })).status).toBe(201);
  });

  it('Sixty simultaneous calls add an item only once.', async () => {
    const statuses = (await atOnce(60, () => add({ itemNumber: '1' }))).map((response) => response.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(59);
  });

  it('A new item gets the claims waiting for its number, in claim-time order.', async () => {
    const base = Date.parse(show.startedAt ?? '');
    await operator.sayAll(show.id, [['pause', 'hi', { delay: 30 }]]);
    await operator.say(show.id, 'second', 'sold 5', { timestamp: new Date(base + 20).toISOString() });
    await operator.say(show.id, 'first', 'sold 05', { timestamp: new Date(base + 10).toISOString() });
    expect((await read()).stats).toMatchObject({ unmatched: 2, winners: 0 });
    const item = await addOne({ itemNumber: '#5', title: 'Found' });
    expect(item).toMatchObject({
      claimedCount: 1,
      waitlistCount: 1,
      status: 'sold_out',
      winners: [{ handle: 'first' }],
    });
    const claims = await operator.readClaims(show.id);
    expect(
      claims
        .map((claim) => [
          claim.buyer.handle,
          claim.status,
          claim.waitlistPosition,
          claim.itemNumber,
          claim.itemTitle,
        ])
        .sort(),
    ).toEqual([
      ['first', 'winner', null, '#5', 'Found'],
      ['second', 'waitlist', 1, '#5', 'Found'],
    ]);
    expect((await read()).stats).toMatchObject({ unmatched: 0, winners: 1, waitlisted: 1 });
  });

  it('A bare claim word does not claim the item on screen, and a deleted item is no longer on screen.', async () => {
    const item = await addOne({ itemNumber: '1' });
    const showItem = (itemId: unknown) =>
      operator.call<Show & ErrorBody>('PUT', `/api/shows/${show.id}/now-showing`, { itemId });
    expect(await showItem(item.id)).toMatchObject({ status: 200, body: { nowShowingItemId: item.id } });
    const { lastSeq, nowShowingItemId } = await read();
    expect(nowShowingItemId).toBe(item.id);
    expect((await showItem(item.id)).body.lastSeq).toBe(lastSeq);
    expect((await operator.say(show.id, 'ann', 'sold')).claims).toEqual([]);
    expect((await showItem(null)).body.nowShowingItemId).toBeNull();
    await showItem(item.id);
    expect((await remove(item.id)).status).toBe(204);
    expect((await read()).nowShowingItemId).toBeNull();
    expect((await showItem(undefined)).status).toBe(400);
    expect((await showItem(5)).status).toBe(400);
    expect((await showItem('01a20600-d4ed-79d3-ac76-34b0c84dda6b')).status).toBe(404);
  });
});
