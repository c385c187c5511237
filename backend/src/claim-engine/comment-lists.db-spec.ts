import type { CommentList } from '@sellary/contracts';
import { useCaller, useTestApp } from '../../test';

describe('Comment lists', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  it('Comments and claims are listed in reverse ledger order, even while comments arrive.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }]);
    await operator.sayAll(
      show.id,
      Array.from({ length: 25 }, (_, index) => [`u${index}`, 'sold 1'] as const),
    );
    const events = await operator.readEvents(show.id);
    const commentIds = events.flatMap((event) =>
      event.type === 'comment.received' ? [event.data.comment.id] : [],
    );
    const claimIds = events.flatMap((event) => (event.type === 'claim.created' ? [event.data.claim.id] : []));
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: CommentList = (
        await operator.call<CommentList>(
          'GET',
          `/api/shows/${show.id}/comments?limit=10${cursor === null ? '' : `&cursor=${cursor}`}`,
        )
      ).body;
      ids.push(...page.comments.map((comment) => comment.id));
      cursor = page.nextCursor;
      await operator.say(show.id, 'later', 'hello');
    } while (cursor !== null);
    expect(ids).toEqual([...commentIds].reverse());
    const claims = await operator.readClaims(show.id, 'limit=200');
    expect(claims.map((claim) => claim.id)).toEqual([...claimIds].reverse());
  });

  it('A comment can be found by its text, intents, and outcome.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    for (const [user, text] of [
      ['ann', 'sold 1'],
      ['bob', 'sold 1'],
      ['cat_100%', 'hello'],
      ['dan', 'sold 99'],
    ] as const) {
      await operator.say(show.id, user, text);
    }
    const find = async (query: string): Promise<string[]> =>
      (await operator.readComments(show.id, query)).map((comment) => comment.buyer.handle).sort();
    expect(await find('parsed=true')).toEqual(['ann', 'bob', 'dan']);
    expect(await find('parsed=false')).toEqual(['cat_100%']);
    expect(await find('outcome=waitlist')).toEqual(['bob']);
    expect(await find('q=SOLD%201')).toEqual(['ann', 'bob']);
    expect(await find('q=_100%25')).toEqual(['cat_100%']);
    expect(await find("q=';--")).toEqual([]);
  });
});
