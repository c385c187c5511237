import type { AwardResult, Claim, ClaimExplanation, Item, ShowWithItems } from '@sellary/contracts';
import { CommentChanges } from '../../claim-engine';
import { refusal, newCaller, useCaller, useTestApp } from '../../../test';

describe('Claim explanations', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let show: ShowWithItems;
  let item: Item;

  beforeEach(async () => {
    show = await operator.activeShow([{ itemNumber: '12' }]);
    [item] = show.items as [Item];
  });

  const claimOf = async (user: string, text = 'sold 12'): Promise<Claim> =>
    (await operator.say(show.id, user, text)).claim as Claim;
  const explain = async (claim: Claim, query = ''): Promise<ClaimExplanation> => {
    const { status, body } = await operator.call<ClaimExplanation>(
      'GET',
      `/api/claims/${claim.id}/explanation${query}`,
    );
    expect(status).toBe(200);
    return body;
  };
  const kinds = ({ steps }: ClaimExplanation): string[] => steps.map(({ kind }) => kind);

  it("A waiting claim's explanation reports who has the last unit, how much earlier they wrote, and how many claims are ahead.", async () => {
    const start = Date.now();
    const at = (ms: number): { timestamp: string } => ({ timestamp: new Date(start + ms).toISOString() });
    await operator.say(show.id, 'rita', 'sold 12', at(3));
    await operator.say(show.id, 'ben', 'sold 12', at(4));
    const claim = (await operator.say(show.id, 'ivy', 'sold 12', at(5))).claim as Claim;
    const explanation = await explain(claim);
    expect(kinds(explanation)).toEqual(['written', 'decided', 'last_unit', 'standing']);
    const [written, decided, last, now] = explanation.sentences;
    expect(written).toContain('@ivy wrote "sold 12" on ');
    expect(decided).toContain(
      'no unit of #12 was left and 1 claim was already in line, so @ivy became number 2 in line.',
    );
    expect(last).toMatch(
      /^The last unit of #12 is held by @rita, who wrote at .*: 2 milliseconds before @ivy\.$/,
    );
    expect(now).toBe(
      'Now @ivy is number 2 in line for #12, with 1 ahead. 1 of 1 unit of #12 has been won, and 2 claims are waiting.',
    );
  });

  it('A buyer who has the last unit is not told that another buyer has it.', async () => {
    show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 2 }]);
    await operator.say(show.id, 'rita', 'sold 12');
    const { claim } = await operator.say(show.id, 'ben', 'sold 12 x2');
    const waiting = (await operator.readClaims(show.id)).find(({ status }) => status === 'waitlist');
    expect([claim?.status, waiting?.buyer.handle]).toEqual(['winner', 'ben']);
    const explanation = await explain(waiting as Claim);
    expect(kinds(explanation)).toEqual(['written', 'decided', 'standing']);
    expect(explanation.lastUnitClaimId).toBeNull();
  });

  it("A promoted claim's explanation names the former holder. The released claim's explanation names the operator.", async () => {
    const rita = await claimOf('rita');
    const ivy = await claimOf('ivy');
    await operator.call('POST', `/api/claims/${rita.id}/release`, {});
    const promoted = await explain(ivy);
    expect(kinds(promoted)).toEqual(['written', 'decided', 'promoted', 'standing']);
    expect(promoted.steps[2]).toMatchObject({
      by: { kind: 'person', name: 'Olga Operator' },
      values: { because: 'released', buyer: { handle: 'rita' } },
    });
    expect(promoted.sentences[2]).toContain("Olga Operator released @rita's claim");
    const released = await explain(rita);
    expect(kinds(released)).toEqual(['written', 'decided', 'released', 'standing']);
    expect(released.sentences[2]).toContain('Olga Operator released this claim');
  });

  const deleteComment = (claim: Claim): Promise<void> =>
    app.nest
      .get(CommentChanges)
      .record(operator.session.workspace.id, show.id, [
        { platform: 'rehearsal', commentId: claim.commentId as string, at: null, change: 'deleted' },
      ]);

  it.each([
    { rule: 'keep', kinds: ['comment_changed'], effect: 'This does not change the claim.' },
    {
      rule: 'review',
      kinds: ['comment_changed'],
      effect: 'The claim was flagged for an operator to decide.',
    },
    {
      rule: 'release',
      kinds: ['comment_changed', 'released'],
      effect: 'In this show, deleting a comment releases its claims.',
    },
  ])('The explanation reports what the rule "$rule" did when the comment was deleted.', async (expected) => {
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { deletedComments: expected.rule });
    const rita = await claimOf('rita');
    const ivy = await claimOf('ivy');
    await deleteComment(rita);
    const explanation = await explain(rita);
    expect(kinds(explanation)).toEqual(['written', 'decided', ...expected.kinds, 'standing']);
    expect(explanation.sentences[2]).toContain(expected.effect);
    if (expected.rule !== 'release') return;
    expect(explanation.sentences[3]).toMatch(/^Because the comment was deleted, this claim was released at/);
    expect((await explain(ivy)).sentences[2]).toMatch(
      /^@rita's comment was deleted and its claim was released at .*, which freed a unit of #12\. @ivy was next in line and won it\.$/,
    );
  });

  it('Explanations name the operator who withdrew or restored the item.', async () => {
    await claimOf('rita');
    const ivy = await claimOf('ivy');
    const ben = await claimOf('ben');
    const act = (name: string): Promise<unknown> =>
      operator.call('POST', `/api/shows/${show.id}/items/${item.id}/${name}`, {});
    await act('withdraw');
    expect((await explain(ivy)).sentences[2]).toContain(
      'Olga Operator withdrew #12, so this claim was closed. Its place in line is kept.',
    );
    await operator.call('PATCH', `/api/shows/${show.id}/items/${item.id}`, { totalQuantity: 2 });
    await act('restore');
    expect((await explain(ben)).sentences[3]).toContain(
      'Olga Operator restored #12, and @ben is number 2 in line again.',
    );
    expect((await explain(ivy)).sentences[4]).toContain(
      'Olga Operator restored #12, and @ivy, who was first in line, won a unit.',
    );
  });

  it('A closed claim keeps a place in line only if it was waiting, and an explanation says "released again" only of a claim that had been released before.', async () => {
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { fairnessWindowSeconds: 10 });
    const rita = await claimOf('rita');
    const path = `/api/shows/${show.id}`;
    const { body: awarded } = await operator.call<AwardResult>('POST', `${path}/items/${item.id}/award`, {
      userHandle: 'ivy',
    });
    await operator.call('POST', `${path}/acts/${String(awarded.actSeq)}/undo`, {});
    await operator.call('POST', `${path}/items/${item.id}/withdraw`, {});
    expect((await explain(rita)).sentences[2]).toMatch(
      /: Olga Operator withdrew #12, so this claim was closed\.$/,
    );
    expect((await explain(awarded.claim)).sentences[1]).toMatch(
      /^Olga Operator undid an award at [\d:.]+\. As a result, this claim is released\.$/,
    );
  });

  it('If a comment asks for more units than a limit allows, the explanation gives the limit.', async () => {
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { maxUnitsPerItem: 2 });
    const claim = await claimOf('rita', 'sold 12 x4');
    const { steps, sentences } = await explain(claim);
    expect(steps[1]).toMatchObject({ values: { asked: { unit: 1, of: 4, counted: 2 } } });
    expect(sentences[1]).toMatch(
      /This is unit 1 of the 4 that the comment asked for\. This show's rules allowed only 2\.$/,
    );
  });

  it('Each change after the decision is a step, including a pass, added units, and an undo.', async () => {
    const rita = await claimOf('rita');
    const ivy = await claimOf('ivy');
    const ben = await claimOf('ben');
    await operator.say(show.id, 'rita', 'pass 12');
    expect(kinds(await explain(rita))).toEqual(['written', 'decided', 'passed', 'standing']);
    expect((await explain(ivy)).sentences[2]).toMatch(/^@rita passed at/);
    const { body: change } = await operator.call<{ actSeq: number }>(
      'PATCH',
      `/api/shows/${show.id}/items/${item.id}`,
      { totalQuantity: 2 },
    );
    await operator.call('POST', `/api/shows/${show.id}/acts/${change.actSeq}/undo`);
    const undone = await explain(ben);
    expect(kinds(undone)).toEqual(['written', 'decided', 'promoted', 'undone', 'last_unit', 'standing']);
    expect(undone.sentences[2]).toContain('Olga Operator added units to #12');
    expect(undone.sentences[3]).toContain('undid a quantity change');
    expect(undone.sentences[3]).toContain('this claim waits in line again');
  });

  it("An unmatched claim's explanation reports that the item was added, and does not mention flags.", async () => {
    const claim = await claimOf('kim', 'sold 77');
    expect((await explain(claim)).sentences.at(-1)).toBe(
      'Now the claim is waiting for item #77 to be added.',
    );
    await operator.addItems(show.id, { itemNumber: '77' });
    await operator.call('PATCH', `/api/claims/${claim.id}`, { flagged: true });
    const matched = await explain(claim);
    expect(kinds(matched)).toEqual(['written', 'decided', 'item_added', 'standing']);
    expect(matched.sentences[2]).toContain('1 unit of #77 was left');
  });

  it('If an item is added with variants, an unmatched claim without a variant ends, and its comment goes to review.', async () => {
    const claim = await claimOf('kim', 'sold 77');
    await operator.addItems(show.id, { itemNumber: '77', variants: 'S 1, M 1' });
    const explanation = await explain(claim);
    expect(explanation.steps[2]).toMatchObject({ kind: 'released', values: { rule: 'needs_variant' } });
    expect(explanation.sentences[2]).toMatch(
      /: this claim ended because the item was added with variants, and the comment does not specify one\. The comment went to review\.$/,
    );
  });

  it('Times are in the requested time zone.', async () => {
    const { timeZone, sentences } = await explain(await claimOf('ann'), '?timeZone=Asia/Bangkok');
    expect(timeZone).toBe('Asia/Bangkok');
    expect(sentences[0]).toContain('(Asia/Bangkok)');
    expect(
      await operator.call('GET', `/api/claims/${(await claimOf('bob')).id}/explanation?timeZone=+02:00`),
    ).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
  });

  it("Another workspace's claim is not found.", async () => {
    const claim = await claimOf('ann');
    const other = await newCaller(app.url);
    expect((await other.call('GET', `/api/claims/${claim.id}/explanation`)).status).toBe(404);
  });
});
