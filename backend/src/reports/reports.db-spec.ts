import type {
  BuyerList,
  ClaimList,
  CommentList,
  ShowEventList,
  ShowSnapshot,
  ShowWithItems,
} from '@sellary/contracts';
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
    const read = async <T>(path: string): Promise<T> =>
      (await operator.call<T>('GET', `/api/shows/${show.id}${path}`)).body;
    const snapshot = await read<ShowSnapshot>('/snapshot');
    const { items, ...singleShow } = await read<ShowWithItems>('');
    const { claims } = await read<ClaimList>('/claims?limit=200');
    const { comments } = await read<CommentList>('/comments?limit=200');
    expect(Object.keys(snapshot).sort()).toEqual([
      'claims',
      'comments',
      'items',
      'lastSeq',
      'review',
      'show',
    ]);
    expect([snapshot.show, snapshot.items, snapshot.lastSeq]).toEqual([
      singleShow,
      items,
      singleShow.lastSeq,
    ]);
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
    await operator.call('POST', '/api/debug/bulk-comments', {
      showId: show.id,
      comments: Array.from({ length: 250 }, (_, index) => ({
        userId: `u${index}`,
        userHandle: 'u',
        text: `hello ${index}`,
      })),
    });
    const { comments } = (await operator.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`)).body;
    expect(comments.map((comment) => comment.text)).toEqual(
      Array.from({ length: 200 }, (_, index) => `hello ${249 - index}`),
    );
  });

  it('Buyers are listed by handle, with the units they won and the number they wait for, page by page.', async () => {
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
    const { body: all } = await operator.call<BuyerList>('GET', `/api/shows/${show.id}/buyers`);
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
    const firstPage = (await operator.call<BuyerList>('GET', `/api/shows/${show.id}/buyers?limit=2`)).body;
    const secondPage = (
      await operator.call<BuyerList>(
        'GET',
        `/api/shows/${show.id}/buyers?limit=2&cursor=${firstPage.nextCursor ?? ''}`,
      )
    ).body;
    expect([...firstPage.buyers, ...secondPage.buyers]).toEqual(all.buyers);
    expect(secondPage.nextCursor).toBeNull();
  });

  it('Buyers can be searched by part of their handle or name, and limited to winners.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 2 }]);
    for (const user of ['Bella.Rose', 'rosie', 'per_cent%', 'primrose', 'tess']) {
      await operator.say(show.id, user, 'sold 1');
    }
    const handlesFor = async (query: string): Promise<string[]> =>
      (await operator.call<BuyerList>('GET', `/api/shows/${show.id}/buyers?${query}`)).body.buyers.map(
        ({ buyer }) => buyer.handle,
      );
    expect(await handlesFor('q=ROS')).toEqual(['Bella.Rose', 'primrose', 'rosie']);
    expect(await handlesFor('q=@tess')).toEqual(['tess']);
    expect(await handlesFor('q=%25')).toEqual(['per_cent%']);
    expect(await handlesFor('q=_')).toEqual(['per_cent%']);
    expect(await handlesFor('q=nobody')).toEqual([]);
    expect(await handlesFor('won=true')).toEqual(['Bella.Rose', 'rosie']);
    expect(await handlesFor('won=true&q=prim')).toEqual([]);
    expect((await handlesFor('won=false')).length).toBe(5);
    expect((await operator.call('GET', `/api/shows/${show.id}/buyers?won=maybe`)).status).toBe(400);
    const { body } = await operator.call<BuyerList>('GET', `/api/shows/${show.id}/buyers?q=ros&limit=2`);
    expect(await handlesFor(`q=ros&cursor=${body.nextCursor ?? ''}`)).toEqual(['rosie']);
  });

  it('The ledger can be read from any row, in order and without gaps.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    for (let index = 0; index < 20; index += 1) await operator.say(show.id, `u${index}`, 'sold 1');
    const { body: all } = await operator.call<ShowEventList>('GET', `/api/shows/${show.id}/events?limit=200`);
    expect(all.events.map((event) => event.seq)).toEqual(
      Array.from({ length: all.lastSeq }, (_, index) => index + 1),
    );
    const { body: part } = await operator.call<ShowEventList>(
      'GET',
      `/api/shows/${show.id}/events?afterSeq=5&limit=7`,
    );
    expect(part).toEqual({ events: all.events.slice(5, 12), lastSeq: all.lastSeq });
    expect(
      (
        await operator.call<ShowEventList>(
          'GET',
          `/api/shows/${show.id}/events?afterSeq=${all.lastSeq + 100}`,
        )
      ).body,
    ).toEqual({ events: [], lastSeq: all.lastSeq });
    expect(
      (await operator.call<ShowEventList>('GET', `/api/shows/${show.id}/events`)).body.events,
    ).toHaveLength(Math.min(50, all.lastSeq));
    for (const bad of ['-1', 'x', '1.5', '', '99999999999999999999']) {
      expect((await operator.call('GET', `/api/shows/${show.id}/events?afterSeq=${bad}`)).status).toBe(400);
    }
  });
});
