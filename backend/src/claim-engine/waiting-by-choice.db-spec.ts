import type { ClaimExplanation, ReplayVerdict, ShowWithItems } from '@sellary/contracts';
import { sales, useCaller, useTestApp } from '../../test';

describe('A buyer who asks only to wait', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let show: ShowWithItems;
  let itemId: string;

  const { claimTexts, undo } = sales(operator);
  const startWithBuyerInLine = async (rules: object = {}, outcome = 'waitlist'): Promise<void> => {
    show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 2, price: 900 }], {
      currency: 'EUR',
      ...rules,
    });
    itemId = show.items[0]?.id ?? '';
    expect((await operator.say(show.id, 'bea', 'backup 12')).outcome).toBe(outcome);
  };
  const explain = async (claimId = ''): Promise<string> =>
    (await operator.call<ClaimExplanation>('GET', `/api/claims/${claimId}/explanation`)).body.sentences.join(
      '\n',
    );
  const replay = async (): Promise<ReplayVerdict> =>
    (await operator.call<ReplayVerdict>('GET', `/api/shows/${show.id}/replay`)).body;

  it('does not keep other buyers from winning the units that are left.', async () => {
    await startWithBuyerInLine();
    const ann = await operator.say(show.id, 'ann', 'sold 12');
    await operator.say(show.id, 'bob', 'sold 12');
    await operator.say(show.id, 'cat', 'sold 12');
    expect(await claimTexts(show, itemId)).toEqual([
      'winner ann',
      'winner bob',
      'waitlist bea 1',
      'waitlist cat 2',
    ]);
    expect(await explain(ann.claim?.id)).toContain(
      '2 units of #12 were left and the buyers in line had asked only to wait, so @ann won one.',
    );
    expect((await operator.say(show.id, 'ann', 'pass 12')).promoted).toMatchObject({
      buyer: { handle: 'bea' },
    });
    expect(await replay()).toMatchObject({ equal: true, differences: [] });
  });

  it('gets an explanation that mentions the last unit only after that unit is sold, and never says that it was already taken.', async () => {
    await startWithBuyerInLine();
    const claims = await operator.readClaims(show.id);
    await operator.say(show.id, 'ann', 'sold 12');
    expect(await explain(claims[0]?.id)).not.toContain('last unit');
    await operator.say(show.id, 'bob', 'sold 12');
    expect(await explain(claims[0]?.id)).toMatch(
      /The last unit of #12 is held by @bob, who wrote at [\d:.]+\. @bea asked only for a place in line\.\n/,
    );
  });

  it('keeps only a place in line after the undo of a quantity change that also added the second variant.', async () => {
    show = await operator.activeShow([{ itemNumber: '12', variants: 'S 2' }]);
    itemId = show.items[0]?.id ?? '';
    expect((await operator.say(show.id, 'bea', 'backup 12 S')).outcome).toBe('waitlist');
    const { body } = await operator.call<{ actSeq: number }>(
      'PATCH',
      `/api/shows/${show.id}/items/${itemId}`,
      {
        variants: 'S 1, M 1',
      },
    );
    expect((await undo(show, body.actSeq)).status).toBe(200);
    expect(await claimTexts(show, itemId)).toEqual(['waitlist bea 1']);
    expect(await replay()).toMatchObject({ equal: true, differences: [] });
  });

  it.each(['ignore', 'add'])(
    'wins a free unit by claiming it outright, with the repeated-claims rule "%s".',
    async (repeatClaims) => {
      await startWithBuyerInLine({ repeatClaims });
      const { outcome, comment, claims } = await operator.say(show.id, 'bea', 'sold 12');
      expect(outcome).toBe('winner');
      expect(claims).toMatchObject([{ id: comment.claimId, status: 'winner' }]);
      expect(await claimTexts(show, itemId)).toEqual(['winner bea']);
      const [intent] = comment.outcomes ?? [];
      expect(intent).toMatchObject({ outcome: 'winner', won: 1, waiting: 0 });
      expect(await explain(intent?.claimIds[0])).toMatch(
        /asked only for a place in line for #12, and became number 1\.[^]*@bea then claimed #12 outright while a unit was left, so this claim won it\./,
      );
      expect(await replay()).toMatchObject({ equal: true, differences: [] });
    },
  );

  it('wins two units by claiming two outright, the second with a new claim.', async () => {
    await startWithBuyerInLine();
    const { comment } = await operator.say(show.id, 'bea', 'sold 12 x2');
    expect(comment.outcomes).toMatchObject([{ outcome: 'winner', quantity: 2, won: 2 }]);
    expect(comment.outcomes?.[0]?.claimIds).toHaveLength(2);
    expect(await claimTexts(show, itemId)).toEqual(['winner bea', 'winner bea']);
    expect(await replay()).toMatchObject({ equal: true, differences: [] });
  });

  it('leaves the line mid-batch, and a unit freed later in the same batch goes to the next buyer.', async () => {
    await startWithBuyerInLine();
    await operator.say(show.id, 'ann', 'sold 12');
    await operator.say(show.id, 'cat', 'backup 12');
    await operator.sayAll(show.id, [
      ['bea', 'sold 12'],
      ['ann', 'pass 12'],
    ]);
    expect((await claimTexts(show, itemId)).filter((claim) => claim.startsWith('winner'))).toEqual([
      'winner bea',
      'winner cat',
    ]);
    expect(await replay()).toMatchObject({ equal: true, differences: [] });
  });

  it.each([{ repeatClaims: 'ignore' }, { repeatClaims: 'add' }, { repeatClaims: 'add', maxUnitsPerItem: 1 }])(
    'wins one unit by claiming it outright during a fairness window, with the rules %j.',
    async (rules) => {
      await startWithBuyerInLine({ fairnessWindowSeconds: 1, ...rules }, 'pending');
      await operator.say(show.id, 'bea', 'sold 12');
      await operator.untilDecided(show.id);
      expect((await claimTexts(show, itemId)).filter((claim) => !claim.startsWith('released'))).toEqual([
        'winner bea',
      ]);
      expect(await replay()).toMatchObject({ equal: true, differences: [] });
    },
  );

  it('wins the variant if a second comment claims it outright before the item is added, during a fairness window.', async () => {
    show = await operator.activeShow([{ itemNumber: '1' }], { fairnessWindowSeconds: 2 });
    for (const text of ['backup 77 M', 'sold 77 M']) await operator.say(show.id, 'bea', text);
    await operator.addItems(show.id, { itemNumber: '77', variants: 'S 1, M 2' });
    await operator.untilDecided(show.id);
    const claims = await operator.readClaims(show.id);
    expect(claims.map(({ status, variant, why }) => [status, variant, why.rule])).toEqual([
      ['released', undefined, 'duplicate_user'],
      ['winner', 'M', 'asked_outright'],
    ]);
    expect(await replay()).toMatchObject({ equal: true, differences: [] });
  });

  it('keeps the same place in line after claiming the item outright when no units are left.', async () => {
    await startWithBuyerInLine();
    for (const viewer of ['ann', 'bob', 'cat']) await operator.say(show.id, viewer, 'sold 12');
    expect((await operator.say(show.id, 'bea', 'sold 12')).outcome).toBe('duplicate_user');
    expect(await claimTexts(show, itemId)).toEqual([
      'winner ann',
      'winner bob',
      'waitlist bea 1',
      'waitlist cat 2',
    ]);
    expect(await replay()).toMatchObject({ equal: true, differences: [] });
  });
});
