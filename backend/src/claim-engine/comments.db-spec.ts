import type { Claim, ClaimList, Comment, CommentList, EmitCommentResult } from '@sellary/contracts';
import { atOnce, useCaller, useTestApp } from '../../test';

// Sixty simultaneous callers are slow while other tests use the same cores.
jest.setTimeout(30_000);

describe('A comment', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  it.each([
    ['sold 123', 'winner'],
    ['123 sold', 'winner'],
    ['sold123', 'winner'],
    ['123sold', 'winner'],
    ['SOLD 123', 'winner'],
    ['sold #123!', 'winner'],
    ['sold 123 🔥🔥', 'winner'],
    ['sold on 123', 'winner'],
    ['sold item 123', 'winner'],
    ['sold no 123', 'winner'],
    ['sold number 123', 'winner'],
    ['sold lot 123', 'winner'],
    ['sold 00123', 'winner'],
    ['ｓｏｌｄ １２３', 'winner'],
    ['sold ١٢٣', 'winner'],
    ['so\u200bld 123', 'winner'],
    ['sold 123 and sold 456', 'winner'],
    ['sold 456', 'item_not_found'],
    ['pass 123', 'no_active_claim'],
    ['123 pass', 'no_active_claim'],
    ['pass on 123', 'no_active_claim'],
    ['hello everyone', 'ignored'],
    ['', 'ignored'],
    ['is 123 sold?', 'ignored'],
    ['not sold 123', 'ignored'],
    ['123 sold out', 'ignored'],
    ['I sold 123 last week', 'ignored'],
  ])('The comment "%s" has the outcome %s.', async (text, outcome) => {
    const show = await operator.activeShow([{ itemNumber: '123' }]);
    const result = await operator.say(show.id, 'ann', text);
    expect(result.outcome).toBe(outcome);
    expect(result.claims.map((claim) => claim.itemNumber)).toEqual(
      outcome === 'winner' ? ['123'] : outcome === 'item_not_found' ? ['456'] : [],
    );
  });

  it.each(['sold', '123', 'sold 12.50', 'sold 12,13', 'soled 123', 'sold 1-23', 'sold 12 3'])(
    'The comment "%s" makes no automatic claim on an item.',
    async (text) => {
      const show = await operator.activeShow([
        { itemNumber: '123' },
        { itemNumber: '1250' },
        { itemNumber: '1213' },
      ]);
      expect(
        (await operator.say(show.id, 'ann', text)).claims.filter((claim) => claim.itemId !== null),
      ).toEqual([]);
    },
  );

  it("The show's words are understood in any script.", async () => {
    const show = await operator.activeShow([{ itemNumber: '123' }], {
      claimWords: ['mine', '我要'],
      passWords: ['не надо'],
    });
    expect((await operator.say(show.id, 'ann', 'mine 123')).outcome).toBe('winner');
    expect((await operator.say(show.id, 'bob', '我要 123')).outcome).toBe('waitlist');
    expect((await operator.say(show.id, 'ann', 'не надо 123')).outcome).toBe('passed');
  });

  it('The response to a comment contains the comment and its claim in exactly the published shape.', async () => {
    const show = await operator.activeShow([{ itemNumber: '#007', title: 'Scarf' }]);
    const result = await operator.say(show.id, 'ann', 'sold 7', { userHandle: 'Ann B', commentId: 'c1' });
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
    const anyString = expect.any(String) as string;
    const buyer = {
      id: anyString,
      platform: 'rehearsal',
      platformUserId: 'ann',
      handle: 'Ann B',
      displayName: 'Ann B',
      hidden: false,
    };
    const claim = {
      id: anyString,
      showId: show.id,
      itemId: show.items[0]?.id,
      itemNumber: '#007',
      itemTitle: 'Scarf',
      buyer,
      status: 'winner',
      unit: 1,
      waitlistPosition: null,
      commentId: 'c1',
      rawText: 'sold 7',
      operatorAction: false,
      actor: null,
      flagged: false,
      operatorNotes: null,
      why: { rule: 'unit_left', unitsLeft: 1, ahead: 0, claimTime: time, arrival: time },
      claimedAt: time,
      receivedAt: time,
      createdAt: time,
      updatedAt: time,
    };
    expect(result).toEqual({
      outcome: 'winner',
      claim,
      claims: [claim],
      comment: {
        id: anyString,
        showId: show.id,
        platform: 'rehearsal',
        liveId: show.sources[0]?.liveId,
        commentId: 'c1',
        buyer,
        text: 'sold 7',
        parsed: {
          route: 'auto',
          reason: null,
          grammar: anyString,
          intents: [
            expect.objectContaining({
              act: 'claim',
              item: '7',
              qty: 1,
              word: 'sold',
              span: { start: 0, end: 6 },
            }),
          ],
        },
        match: { span: { start: 0, end: 6 }, word: 'sold', rule: anyString },
        outcome: 'winner',
        claimId: result.claim?.id,
        claimIds: [result.claim?.id],
        outcomes: [
          { item: '7', quantity: 1, won: 1, waiting: 0, outcome: 'winner', claimIds: [result.claim?.id] },
        ],
        commentedAt: time,
        receivedAt: time,
      },
    });
    const stored = (await operator.call<ClaimList>('GET', `/api/shows/${show.id}/claims`)).body;
    expect(stored).toEqual({ claims: [result.claim], nextCursor: null });
    expect((await operator.call<CommentList>('GET', `/api/shows/${show.id}/comments`)).body).toEqual({
      comments: [result.comment],
      nextCursor: null,
    });
  });

  it('A repeated comment id is processed once, whether sent later, in the same batch, or by sixty callers at once.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }]);
    const first = await operator.say(show.id, 'ann', 'sold 1', { commentId: 'same' });
    const again = await operator.say(show.id, 'ann', 'sold 1', { commentId: 'same' });
    expect(again).toEqual({ outcome: 'duplicate', claims: [], comment: first.comment });
    const batch = await operator.sayAll(show.id, [
      ['bob', 'sold 1', { commentId: 'b' }],
      ['bob', 'sold 1', { commentId: 'b' }],
      ['bob', 'pass 1', { commentId: 'b' }],
    ]);
    expect(batch).toMatchObject({
      processed: 3,
      outcomes: { winner: 1, duplicate: 2 },
      results: [{ outcome: 'winner' }, { outcome: 'duplicate' }, { outcome: 'duplicate' }],
    });
    const before = await operator.readShow(show.id);
    const outcomes = (await atOnce(60, () => operator.say(show.id, 'cat', 'sold 1', { commentId: 'c' }))).map(
      (result) => result.outcome,
    );
    expect(outcomes.filter((outcome) => outcome === 'winner')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(59);
    const after = await operator.readShow(show.id);
    expect([after.stats.comments, after.lastSeq]).toEqual([before.stats.comments + 1, before.lastSeq + 3]);
    await operator.say(show.id, 'cat', 'sold 1', { commentId: 'c' });
    expect(await operator.readShow(show.id)).toEqual(after);
  });

  it('A comment makes one claim, or as many as its show allows.', async () => {
    const items = [{ itemNumber: '1' }, { itemNumber: '2' }, { itemNumber: '3' }];
    const defaultShow = await operator.activeShow(items);
    expect((await operator.say(defaultShow.id, 'ann', 'sold 1 and sold 2')).claims).toHaveLength(1);
    const twoClaimShow = await operator.activeShow(items, { maxClaimsPerComment: 2 });
    const result = await operator.say(twoClaimShow.id, 'ann', 'sold 1 sold 2 sold 3');
    expect(result.claims.map((claim) => [claim.itemNumber, claim.status])).toEqual([
      ['1', 'winner'],
      ['2', 'winner'],
    ]);
    expect(result.comment.claimIds).toEqual(result.claims.map((claim: Claim) => claim.id));
  });

  it('Bulk comments keep their order and delays, and the response lists each one by id.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const result = await operator.sayAll(show.id, [
      ['a', 'sold 1', { delay: 20, commentId: 'one' }],
      ['b', 'sold 1', { delay: 20, commentId: 'two' }],
      ['b', 'hello', { commentId: 'three' }],
    ]);
    expect(result).toEqual({
      processed: 3,
      outcomes: { winner: 1, waitlist: 1, ignored: 1 },
      results: [
        { commentId: 'one', outcome: 'winner' },
        { commentId: 'two', outcome: 'waitlist' },
        { commentId: 'three', outcome: 'ignored' },
      ],
    });
    const comments = await operator.readComments(show.id);
    const arrivalOf = (id: string): number =>
      Date.parse(comments.find((comment: Comment) => comment.commentId === id)?.receivedAt ?? '');
    expect(arrivalOf('two') - arrivalOf('one')).toBeGreaterThanOrEqual(19);
  });

  it('Sixty simultaneous comments are all stored, and no item is oversold.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 7 }]);
    const results: EmitCommentResult[] = await atOnce(60, (index) =>
      operator.say(show.id, `u${index}`, 'sold 1'),
    );
    expect(results.filter((result) => result.outcome === 'winner')).toHaveLength(7);
    const positions = results
      .flatMap((result) => (result.claim?.waitlistPosition == null ? [] : [result.claim.waitlistPosition]))
      .sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: 53 }, (_, index) => index + 1));
    expect((await operator.readShow(show.id)).stats).toMatchObject({
      comments: 60,
      claims: 60,
      winners: 7,
      waitlisted: 53,
      uniqueBuyers: 7,
      unitsClaimed: 7,
    });
  });
});
