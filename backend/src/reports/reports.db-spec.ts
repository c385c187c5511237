import type { BuyerList, ShowEventList, ShowSnapshot } from '@sellary/contracts';
import { useCaller, useTestApp } from '../../test';

// Hundreds of comments take a long time while other tests use the same cores.
jest.setTimeout(30_000);

describe('Reading a whole show', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  it('A snapshot contains the same data as the separate reads.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 2 }, { itemNumber: '2' }]);
    for (const [user, text] of [
      ['ann', 'sold 1'],
      ['bob', 'sold 1'],
      ['cat', 'sold 1'],
      ['dan', 'sold 99'],
      ['ann', 'sold 2'],
      ['bob', 'pass 1'],
      ['eve', 'sold'],
      ['eve', 'hello'],
    ] as const) {
      await operator.say(show.id, user, text);
    }
    const snapshot = (await operator.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`)).body;
    const claims = await operator.readClaims(show.id, 'limit=200');
    const comments = await operator.readComments(show.id, 'limit=200');
    const parts = Object.keys(snapshot).sort();
    expect(parts).toEqual(['claims', 'comments', 'items', 'lastSeq', 'review', 'show']);
    expect({ ...snapshot.show, items: snapshot.items }).toEqual(await operator.readShow(show.id));
    expect(snapshot.lastSeq).toBe(snapshot.show.lastSeq);
    expect(snapshot.claims).toEqual(
      claims.filter((claim) => !['passed', 'released'].includes(claim.status)).reverse(),
    );
    expect(snapshot.comments).toEqual(comments);
    expect(snapshot.review).toEqual(comments.filter((comment) => comment.outcome === 'review'));
    expect(snapshot.show.stats).toEqual({
      items: 2,
      itemsClaimed: 2,
      unitsTotal: 3,
      unitsClaimed: 3,
      winners: 3,
      waitlisted: 0,
      unmatched: 1,
      pending: 0,
      review: snapshot.review.length,
      uniqueBuyers: 2,
      comments: 8,
      claims: 5,
    });
  });

  it('A snapshot has only the newest two hundred comments.', async () => {
    const show = await operator.activeShow([]);
    await operator.sayAll(
      show.id,
      Array.from({ length: 250 }, (_, index) => [`u${index}`, `hello ${index}`]),
    );
    const { comments } = (await operator.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`)).body;
    expect(comments.map((comment) => comment.text)).toEqual(
      Array.from({ length: 200 }, (_, index) => `hello ${249 - index}`),
    );
  });

  it('Buyers are listed by handle, with the units they won and the number they are waiting for, page by page.', async () => {
    const show = await operator.activeShow([
      { itemNumber: '2', title: 'B', totalQuantity: 2 },
      { itemNumber: '1', title: 'A' },
    ]);
    for (const [user, text] of [
      ['zoe', 'sold 1'],
      ['Ann', 'sold 2'],
      ['zoe', 'sold 2'],
      ['bob', 'sold 1'],
      ['bob', 'sold 2'],
      ['cat', 'sold 77'],
      ['dan', 'hello'],
    ] as const) {
      await operator.say(show.id, user, text);
    }
    const read = async (query: string): Promise<BuyerList> =>
      (await operator.call<BuyerList>('GET', `/api/shows/${show.id}/buyers?${query}`)).body;
    const all = await read('');
    expect(all.nextCursor).toBeNull();
    expect(all.buyers.map(({ buyer, ...line }) => ({ handle: buyer.handle, ...line }))).toEqual([
      { handle: 'Ann', items: [{ itemNumber: '2', title: 'B', quantity: 1 }], totalItems: 1, waitlisted: 0 },
      { handle: 'bob', items: [], totalItems: 0, waitlisted: 2 },
      {
        handle: 'zoe',
        items: [
          { itemNumber: '2', title: 'B', quantity: 1 },
          { itemNumber: '1', title: 'A', quantity: 1 },
        ],
        totalItems: 2,
        waitlisted: 0,
      },
    ]);
    const firstPage = await read('limit=2');
    const secondPage = await read(`limit=2&cursor=${firstPage.nextCursor ?? ''}`);
    expect([...firstPage.buyers, ...secondPage.buyers]).toEqual(all.buyers);
    expect(secondPage.nextCursor).toBeNull();
  });

  it('Buyers can be searched by part of their handle or name, and limited to winners.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 2 }]);
    for (const user of ['Bella.Rose', 'rosie', 'per_cent%', 'primrose', 'tess']) {
      await operator.say(show.id, user, 'sold 1');
    }
    const read = (query: string) => operator.call<BuyerList>('GET', `/api/shows/${show.id}/buyers?${query}`);
    const handlesFor = async (query: string): Promise<string[]> =>
      (await read(query)).body.buyers.map(({ buyer }) => buyer.handle);
    expect(await handlesFor('q=ROS')).toEqual(['Bella.Rose', 'primrose', 'rosie']);
    expect(await handlesFor('q=@tess')).toEqual(['tess']);
    expect(await handlesFor('q=%25')).toEqual(['per_cent%']);
    expect(await handlesFor('q=_')).toEqual(['per_cent%']);
    expect(await handlesFor('q=nobody')).toEqual([]);
    expect(await handlesFor('won=true')).toEqual(['Bella.Rose', 'rosie']);
    expect(await handlesFor('won=true&q=prim')).toEqual([]);
    expect((await handlesFor('won=false')).length).toBe(5);
    expect((await read('won=maybe')).status).toBe(400);
    const { body } = await read('q=ros&limit=2');
    expect(await handlesFor(`q=ros&cursor=${body.nextCursor ?? ''}`)).toEqual(['rosie']);
  });

  it('The ledger can be read from any row, in order and without gaps.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    for (let index = 0; index < 20; index += 1) await operator.say(show.id, `u${index}`, 'sold 1');
    const read = (query: string) =>
      operator.call<ShowEventList>('GET', `/api/shows/${show.id}/events?${query}`);
    const { body: all } = await read('limit=200');
    expect(all.events.map((event) => event.seq)).toEqual(
      Array.from({ length: all.lastSeq }, (_, index) => index + 1),
    );
    const { body: part } = await read('afterSeq=5&limit=7');
    expect(part).toEqual({ events: all.events.slice(5, 12), lastSeq: all.lastSeq });
    const { body: rest } = await read(`afterSeq=${all.lastSeq + 100}`);
    expect(rest).toEqual({ events: [], lastSeq: all.lastSeq });
    expect((await read('')).body.events).toHaveLength(Math.min(50, all.lastSeq));
    for (const bad of ['-1', 'x', '1.5', '', '99999999999999999999']) {
      expect((await read(`afterSeq=${bad}`)).status).toBe(400);
    }
  });
});
