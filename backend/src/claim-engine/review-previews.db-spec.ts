import type { ItemInput, ResolvePreview, Show, ShowRules, ShowWithItems } from '@sellary/contracts';
import { reviews, useCaller, useTestApp } from '../../test';

describe('Previews of requests to resolve reviews', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { sayForReview, accept, resolve, preview } = reviews(app, operator);
  const sale = (...items: ItemInput[]): Promise<ShowWithItems> => operator.activeShow(items);
  const setRules = (show: Show, change: Partial<ShowRules>) =>
    operator.call('PATCH', `/api/shows/${show.id}/rules`, change);
  const intentsOf = async (show: Show, id: string, edit?: object): Promise<ResolvePreview['intents']> => {
    const request = { action: 'accept', commentIds: [id], ...(edit && { edit }) };
    return (await preview(show, request)).previews[0]?.intents;
  };

  it('If the rules allow repeated claims, a buyer gets more units up to the limit, and the preview shows this.', async () => {
    const show = await sale({ itemNumber: '1', totalQuantity: 9 });
    await operator.say(show.id, 'ann', 'sold 1');
    const id = await sayForReview(show, 'ann');
    expect(await intentsOf(show, id)).toMatchObject([{ outcome: 'duplicate_user', itemNumber: '1' }]);
    await setRules(show, { repeatClaims: 'add', maxUnitsPerItem: 2 });
    expect(await intentsOf(show, id)).toMatchObject([{ outcome: 'winner', unitsLeft: 8 }]);
    expect((await accept(id)).body.claims).toMatchObject([{ status: 'winner', unit: 2 }]);
    const third = await sayForReview(show, 'ann');
    expect(await intentsOf(show, third)).toMatchObject([{ outcome: 'over_limit' }]);
    expect((await accept(third)).body.comment.outcome).toBe('over_limit');
  });

  it('The preview for a buyer who is already waiting includes the position.', async () => {
    const show = await sale({ itemNumber: '1' });
    for (const viewer of ['ann', 'bob', 'cat']) await operator.say(show.id, viewer, 'sold 1');
    const ids = [await sayForReview(show, 'ann'), await sayForReview(show, 'cat')];
    const intentPreviews = await Promise.all(ids.map((id) => intentsOf(show, id)));
    expect(intentPreviews).toMatchObject([
      [{ outcome: 'duplicate_user', position: null }],
      [{ outcome: 'duplicate_user', position: 2 }],
    ]);
  });

  it('A preview counts the units of the variant that a comment or edit names, and requires a variant if neither names one.', async () => {
    const show = await sale({ itemNumber: '1', variants: 'S 1, M 2' });
    await operator.say(show.id, 'ann', 'sold 1 S');
    const id = await sayForReview(show, 'bob');
    expect(await intentsOf(show, id)).toMatchObject([{ outcome: 'needs_variant', itemNumber: '1' }]);
    expect(await intentsOf(show, id, { itemNumber: '1', variant: 'small' })).toMatchObject([
      { outcome: 'waitlist', position: 1, itemNumber: '1', variant: 'S' },
    ]);
    const noItem = await sayForReview(show, 'cat', 'sold');
    expect(await intentsOf(show, noItem)).toMatchObject([{ outcome: 'needs_item', itemNumber: null }]);
    expect(await intentsOf(show, noItem, { itemNumber: '1' })).toMatchObject([{ outcome: 'needs_variant' }]);
    const edit = { itemNumber: '1', variant: 'M', quantity: 3 };
    const [intent] = (await intentsOf(show, id, edit)) ?? [];
    expect(intent).toMatchObject({ outcome: 'winner', variant: 'M', units: { won: 2, waiting: 1 } });
    const { claims } = (await accept(id, edit)).body;
    expect(claims.map(({ status }) => status)).toEqual(['winner', 'winner', 'waitlist']);
  });

  it('Comments accepted together are decided in claim-time order, and making a word a claim word accepts all comments that use it.', async () => {
    const show = await sale({ itemNumber: '1', totalQuantity: 2 });
    const ids: string[] = [];
    for (const viewer of ['ann', 'bob', 'ann', 'cat']) ids.push(await sayForReview(show, viewer, 'mine 1'));
    const countWord = { action: 'count-word', word: 'mine' };
    const { previews, lastSeq } = await preview(show, { action: 'accept', commentIds: ids }, countWord);
    const counts = { winner: 2, duplicate_user: 1, waitlist: 1 };
    expect(previews).toMatchObject([
      { counts, items: [{ itemNumber: '1' }], left: 0, dependsOn: [show.items[0]?.id] },
      { counts, items: [{ itemNumber: '1' }], left: 0 },
    ]);
    // The item and its three buyers.
    expect(previews[1]?.dependsOn).toHaveLength(4);
    const { body } = await resolve(show, countWord);
    expect(body.resolved.map(({ outcome }) => outcome)).toEqual([
      'winner',
      'winner',
      'duplicate_user',
      'waitlist',
    ]);
    expect(body.actSeq).toBeGreaterThan(lastSeq);
  });

  it('A request that would be rejected or would accept nothing has no preview, but the other requests do.', async () => {
    const show = await sale({ itemNumber: '1' });
    const otherShow = await sale({ itemNumber: '1' });
    const id = await sayForReview(show, 'ann');
    const inOtherShow = await sayForReview(otherShow, 'ann');
    const { previews, lastSeq } = await preview(
      show,
      { action: 'accept', commentIds: [inOtherShow] },
      { action: 'accept', commentIds: [id], edit: { itemNumber: '!' } },
      { action: 'dismiss', commentIds: [id] },
      { action: 'accept', commentIds: [id], edit: { itemNumber: '7' } },
    );
    expect(previews).toMatchObject([null, null, null, { counts: { item_not_found: 1 } }]);
    expect((await preview(show, { action: 'accept', commentIds: [id] })).lastSeq).toBe(lastSeq);
    await accept(id);
    expect((await preview(show, { action: 'accept', commentIds: [id] })).previews).toEqual([null]);
  });

  it('One call can name at most 1,000 comments.', async () => {
    const show = await sale({ itemNumber: '1' });
    const id = await sayForReview(show, 'ann');
    const many = (count: number) => ({ action: 'accept', commentIds: Array<string>(count).fill(id) });
    const call = (...requests: unknown[]) =>
      operator.call('POST', `/api/shows/${show.id}/review/preview`, { requests });
    expect((await call(many(500), many(500))).status).toBe(200);
    expect((await call(many(500), many(501))).status).toBe(400);
    expect((await call(null, { action: 'accept', commentIds: null })).status).toBe(400);
  });
});
