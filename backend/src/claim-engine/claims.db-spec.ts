import type { Claim } from '@sellary/contracts';
import { atOnce, refusal, sales, useCaller, useTestApp } from '../../test';

// Sixty simultaneous callers are slow while other tests use the same cores.
jest.setTimeout(30_000);

describe('Claims', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { sale, claimTexts, release, award, setQuantity } = sales(operator);

  it('Claims win while units are left, then wait in order.', async () => {
    const { show, itemId } = await sale(2, 'ann', 'bob', 'cat', 'dan');
    expect(await claimTexts(show, itemId)).toEqual([
      'winner ann',
      'winner bob',
      'waitlist cat 1',
      'waitlist dan 2',
    ]);
    expect((await operator.say(show.id, 'ann', 'sold 1')).outcome).toBe('duplicate_user');
    expect((await operator.say(show.id, 'dan', '1 sold')).outcome).toBe('duplicate_user');
    expect((await operator.readShow(show.id)).items[0]).toMatchObject({
      claimedCount: 2,
      waitlistCount: 2,
      status: 'sold_out',
      winners: [{ handle: 'ann' }, { handle: 'bob' }],
    });
  });

  it('A passed claim frees its unit for the first buyer in line, and the viewer may claim again at the end of the line.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    const passed = await operator.say(show.id, 'ann', 'pass 1');
    expect(passed).toMatchObject({
      outcome: 'passed',
      claim: { id: id('ann'), status: 'passed' },
      promoted: { id: id('bob'), status: 'winner', waitlistPosition: null },
    });
    expect((await operator.say(show.id, 'ann', 'pass 1')).outcome).toBe('no_active_claim');
    expect((await operator.say(show.id, 'zoe', 'pass 1')).outcome).toBe('no_active_claim');
    expect(await operator.say(show.id, 'ann', 'sold 1')).toMatchObject({
      outcome: 'waitlist',
      claim: { waitlistPosition: 2 },
    });
    expect(await claimTexts(show, itemId)).toEqual([
      'winner bob',
      'waitlist cat 1',
      'waitlist ann 2',
      'passed ann',
    ]);
  });

  it('A waiting buyer who passes leaves no gap in the line.', async () => {
    const { show, itemId } = await sale(1, 'ann', 'bob', 'cat', 'dan');
    await operator.say(show.id, 'bob', 'pass 1');
    expect(await claimTexts(show, itemId)).toEqual([
      'winner ann',
      'waitlist cat 1',
      'waitlist dan 2',
      'passed bob',
    ]);
  });

  it('A release promotes the first buyer in line; a second release changes nothing and gets the same response.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    const first = await release(id('ann'), { notes: 'did not pay' });
    expect(first).toMatchObject({
      status: 200,
      body: {
        claim: {
          id: id('ann'),
          status: 'released',
          operatorNotes: 'did not pay',
          actor: { id: operator.session.user.id },
        },
        promoted: { id: id('bob'), status: 'winner' },
      },
    });
    const after = await operator.readShow(show.id);
    const again = await release(id('ann'), { notes: 'did not pay' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await operator.readShow(show.id)).toEqual(after);
    expect(await claimTexts(show, itemId)).toEqual(['winner bob', 'waitlist cat 1', 'released ann']);
  });

  it('Sixty simultaneous release requests release a claim only once.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    const responses = await atOnce(60, () => release(id('ann')));
    expect(new Set(responses.map((response) => JSON.stringify([response.status, response.body]))).size).toBe(
      1,
    );
    expect(await claimTexts(show, itemId)).toEqual(['winner bob', 'waitlist cat 1', 'released ann']);
  });

  it("A claim can be released regardless of the characters in the viewer's id and handle and in the operator's notes.", async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 5 }]);
    for (const odd of ['ann\\u0000', 'bob\\ud800', '\\', '"}{', '😀'.repeat(50)]) {
      const { claim } = await operator.say(show.id, odd, 'sold 1', { userHandle: odd });
      const { status, body } = await release(claim?.id ?? '', { notes: odd });
      expect([odd, status, body.claim.operatorNotes]).toEqual([odd, 200, odd]);
    }
  });

  it('Releasing a passed claim does not record an act.', async () => {
    const { show, itemId } = await sale(1);
    const awarded = (await award(show, itemId, { userHandle: 'ann', platformUserId: 'ann' })).body;
    await operator.say(show.id, 'ann', 'pass 1');
    expect((await release(awarded.claim.id)).body).toMatchObject({
      claim: { status: 'passed' },
      actSeq: null,
    });
  });

  it('An award to a buyer who has already won a unit changes nothing.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob', 'cat');
    await setQuantity(show, itemId, 2);
    await release(id('bob'));
    await setQuantity(show, itemId, 3);
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'winner cat', 'released bob']);
    const before = await operator.readShow(show.id);
    const again = await award(show, itemId, { userHandle: 'cat' });
    // The release of bob's claim made `cat` a winner. If `actSeq` referred to that release, undoing "the
    // award" would undo it.
    expect(again).toMatchObject({
      status: 201,
      body: { claim: { id: id('cat'), status: 'winner' }, actSeq: null },
    });
    expect(await operator.readShow(show.id)).toEqual(before);
  });

  it.each([
    [{}],
    [{ userHandle: '' }],
    [{ userHandle: '   ' }],
    [{ userHandle: '@' }],
    [{ userHandle: 7 }],
    [{ userHandle: 'a\0' }],
    [{ userHandle: 'a', platform: 'manual' }],
    [{ userHandle: 'a', unit: 2 }],
  ])('An award with the body %j is rejected with 400.', async (body) => {
    const { show, itemId } = await sale(1);
    expect(await award(show, itemId, body)).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
  });

  it('Flags and notes do not move a claim, and a repeated flag is not recorded.', async () => {
    const { show, itemId, id } = await sale(1, 'ann', 'bob');
    const patch = (body: unknown) => operator.call<Claim>('PATCH', `/api/claims/${id('bob')}`, body);
    expect(await patch({ flagged: true, operatorNotes: 'call back' })).toMatchObject({
      status: 200,
      body: { flagged: true, operatorNotes: 'call back', status: 'waitlist', waitlistPosition: 1 },
    });
    const { lastSeq } = await operator.readShow(show.id);
    await patch({ flagged: true });
    expect((await operator.readShow(show.id)).lastSeq).toBe(lastSeq);
    expect((await patch({ operatorNotes: null })).body).toMatchObject({ flagged: true, operatorNotes: null });
    expect(await claimTexts(show, itemId)).toEqual(['winner ann', 'waitlist bob 1']);
    expect((await operator.readClaims(show.id, 'flagged=true')).map((claim) => claim.buyer.handle)).toEqual([
      'bob',
    ]);
    for (const bad of [{ flagged: 'true' }, { flagged: null }, { status: 'winner' }, { operatorNotes: 5 }]) {
      expect((await patch(bad)).status).toBe(400);
    }
  });

  it('Claims can be filtered by status, item, buyer, and text.', async () => {
    const show = await operator.activeShow([
      { itemNumber: '#007', title: 'Silk scarf' },
      { itemNumber: 'A-1' },
    ]);
    for (const [user, text] of [
      ['ann', 'sold 7'],
      ['bob', 'sold 7'],
      ['ann', 'sold a1'],
      ['cat', 'sold 99'],
    ] as const) {
      await operator.say(show.id, user, text);
    }
    const find = async (query: string): Promise<string[]> =>
      (await operator.readClaims(show.id, query))
        .map((claim) => `${claim.buyer.handle} ${claim.itemNumber}`)
        .sort();
    expect(await find('status=winner')).toEqual(['ann #007', 'ann A-1']);
    expect(await find('item=07')).toEqual(['ann #007', 'bob #007']);
    expect(await find(`item=${show.items[1]?.id ?? ''}`)).toEqual(['ann A-1']);
    expect(await find('item=99')).toEqual(['cat 99']);
    expect(await find('buyer=ANN')).toEqual(['ann #007', 'ann A-1']);
    expect(await find('q=silk')).toEqual(['ann #007', 'bob #007']);
    expect(await find('q=%25')).toEqual([]);
  });
});
