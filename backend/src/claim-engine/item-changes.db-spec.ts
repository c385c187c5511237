import type { ErrorBody, Item, ShowWithItems } from '@sellary/contracts';
import { refusal, useCaller, useTestApp } from '../../test';

describe('Item changes', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let show: ShowWithItems;

  beforeEach(async () => {
    show = await operator.activeShow([]);
  });

  const add = (...items: unknown[]) =>
    operator.call<{ items: Item[] } & ErrorBody>('POST', `/api/shows/${show.id}/items`, { items });
  const addOne = async (item: unknown): Promise<Item> => (await add(item)).body.items[0] as Item;
  const patch = (id: string, body: unknown) =>
    operator.call<Item & ErrorBody>('PATCH', `/api/shows/${show.id}/items/${id}`, body);
  const remove = (id: string) => operator.call<ErrorBody>('DELETE', `/api/shows/${show.id}/items/${id}`);
  const read = (): Promise<ShowWithItems> => operator.readShow(show.id);

  it('An item without claims can be renumbered, and then gets the claims waiting for its new number.', async () => {
    const item = await addOne({ itemNumber: '1' });
    await operator.say(show.id, 'ann', 'sold 2');
    expect(await patch(item.id, { itemNumber: '2' })).toMatchObject({
      status: 200,
      body: { itemNumber: '2', claimedCount: 1, winners: [{ handle: 'ann' }] },
    });
    expect(await patch(item.id, { itemNumber: '3' })).toMatchObject(refusal(409, 'ITEM_HAS_CLAIMS'));
    expect(await patch(item.id, { itemNumber: '#002' })).toMatchObject({
      status: 200,
      body: { itemNumber: '#002' },
    });
    const other = await addOne({ itemNumber: '9' });
    expect(await patch(other.id, { itemNumber: '02' })).toMatchObject(refusal(409, 'ITEM_NUMBER_TAKEN'));
    expect(await operator.say(show.id, 'bob', 'sold 9')).toMatchObject({ outcome: 'winner' });
  });

  it('Added units go to the line first, and the quantity cannot fall below the number of units won.', async () => {
    const item = await addOne({ itemNumber: '1', totalQuantity: 2 });
    for (const viewer of ['ann', 'bob', 'cat', 'dan', 'eve']) await operator.say(show.id, viewer, 'sold 1');
    expect(await patch(item.id, { totalQuantity: 1 })).toMatchObject(refusal(409, 'QUANTITY_BELOW_CLAIMED'));
    expect((await patch(item.id, { totalQuantity: 4 })).body).toMatchObject({
      totalQuantity: 4,
      claimedCount: 4,
      waitlistCount: 1,
      status: 'sold_out',
    });
    expect((await read()).items[0]?.winners.map((winner) => winner.handle)).toEqual([
      'ann',
      'bob',
      'cat',
      'dan',
    ]);
    expect((await patch(item.id, { totalQuantity: 30 })).body).toMatchObject({
      claimedCount: 5,
      waitlistCount: 0,
      status: 'partial',
    });
    expect((await patch(item.id, { totalQuantity: 5 })).body).toMatchObject({
      totalQuantity: 5,
      status: 'sold_out',
    });
    for (const bad of [
      { totalQuantity: 1_000 },
      { totalQuantity: 0 },
      { totalQuantity: '5' },
      { itemNumber: null },
      { itemNumber: '10:30' },
      { position: -1 },
      { status: 'sold_out' },
      { claimedCount: 0 },
    ]) {
      expect((await patch(item.id, bad)).status).toBe(400);
    }
  });

  it('The title, description, and position of an item can be changed, and an update without changes is not recorded.', async () => {
    const item = await addOne({ itemNumber: '1', title: 'Scarf' });
    expect((await patch(item.id, { title: null, description: 'Wool', position: 7 })).body).toMatchObject({
      title: null,
      description: 'Wool',
      position: 7,
    });
    const { lastSeq } = await read();
    expect((await patch(item.id, { description: 'Wool' })).status).toBe(200);
    expect((await patch(item.id, {})).status).toBe(200);
    expect((await read()).lastSeq).toBe(lastSeq);
  });

  it('An item without claims can be deleted, and its number can be used again.', async () => {
    const [free, taken] = (await add({ itemNumber: '1', totalQuantity: 3 }, { itemNumber: '2' })).body.items;
    const { claim } = await operator.say(show.id, 'ann', 'sold 2');
    expect(await remove(taken?.id ?? '')).toMatchObject(refusal(409, 'ITEM_HAS_CLAIMS'));
    await operator.call('POST', `/api/claims/${claim?.id ?? ''}/release`, {});
    expect((await remove(taken?.id ?? '')).status).toBe(409);
    const { lastSeq } = await read();
    expect((await remove(free?.id ?? '')).status).toBe(204);
    expect((await remove(free?.id ?? '')).status).toBe(404);
    const events = await operator.readEvents(show.id, `afterSeq=${lastSeq}`);
    expect(events[events.length - 1]).toMatchObject({
      type: 'item.updated',
      data: { itemId: free?.id, removed: true },
      by: { id: operator.session.user.id },
    });
    expect((await read()).stats).toMatchObject({ items: 1, unitsTotal: 1 });
    expect((await operator.say(show.id, 'bob', 'sold 1')).outcome).toBe('item_not_found');
    expect((await addOne({ itemNumber: '1' })).winners).toMatchObject([{ handle: 'bob' }]);
  });
});
