import type { AwardResult, Claim, Item, ShowWithItems } from '@sellary/contracts';
import { reviews, sales, unitTexts, useCaller, useTestApp } from '../../test';

describe('Items with variants', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { undo, release, variantTexts } = sales(operator);
  const { accept, check, inbox } = reviews(app, operator);

  const startShow = (variants = 'S 2, M 1', itemNumber = '12'): Promise<ShowWithItems> =>
    operator.activeShow([{ itemNumber, variants }]);

  it('Each variant has its own units and waitlist, and the item shows the totals.', async () => {
    const show = await startShow();
    expect(show.items[0]).toMatchObject({
      totalQuantity: 3,
      claimedCount: 0,
      status: 'unclaimed',
      variants: [
        { name: 'S', totalQuantity: 2, claimedCount: 0, waitlistCount: 0, status: 'unclaimed' },
        { name: 'M', totalQuantity: 1, claimedCount: 0, waitlistCount: 0, status: 'unclaimed' },
      ],
    });
    expect(unitTexts((await operator.say(show.id, 'ann', 'sold 12 medium')).claims)).toEqual(['M 1 winner']);
    expect(unitTexts((await operator.say(show.id, 'bob', 'sold 12 M')).claims)).toEqual(['M 1 waitlist']);
    expect(unitTexts((await operator.say(show.id, 'cat', 'sold 12 S x2')).claims)).toEqual([
      'S 1 winner',
      'S 2 winner',
    ]);
    const { claims } = await operator.say(show.id, 'dan', 'small sold 12');
    expect(claims).toMatchObject([{ variant: 'S', status: 'waitlist', waitlistPosition: 1 }]);
    expect((await operator.readShow(show.id)).items[0]).toMatchObject({
      claimedCount: 3,
      waitlistCount: 2,
      status: 'sold_out',
    });
    expect(await variantTexts(show)).toBe('S 2/2+1, M 1/1+1');
    await check(show);
  });

  it('Passing one variant promotes the next buyer in its line, and passing the item gives up all variants.', async () => {
    const show = await startShow('S 1, M 1');
    await operator.say(show.id, 'ann', 'sold 12 S');
    await operator.say(show.id, 'ann', 'sold 12 M');
    await operator.say(show.id, 'bob', 'sold 12 S');
    await operator.say(show.id, 'cat', 'sold 12 M');
    const passed = await operator.say(show.id, 'ann', 'pass 12 M');
    expect(unitTexts(passed.claims)).toEqual(['M 1 passed']);
    expect(passed.promoted).toMatchObject({ variant: 'M', status: 'winner', buyer: { handle: 'cat' } });
    await operator.say(show.id, 'ann', 'sold 12 M');
    expect(unitTexts((await operator.say(show.id, 'ann', 'pass 12')).claims).sort()).toEqual([
      'M 1 passed',
      'S 1 passed',
    ]);
    expect(await variantTexts(show)).toBe('S 1/1+0, M 1/1+0');
    await check(show);
  });

  it('A comment with a missing or unknown variant waits in review until an operator chooses the variant.', async () => {
    const show = await startShow();
    const missing = await operator.say(show.id, 'ann', 'sold 12 x2');
    const unknown = await operator.say(show.id, 'bob', 'sold 12 purple');
    expect([missing.outcome, unknown.outcome]).toEqual(['review', 'review']);
    expect((await inbox(show)).comments).toMatchObject([
      { proposals: [{ item: '12', quantity: 2 }], preview: { outcome: 'needs_variant' } },
      { proposals: [{ item: '12', variant: 'purple' }], preview: { outcome: 'needs_variant' } },
    ]);
    const refused = await accept(missing.comment.id);
    expect(refused).toMatchObject({ status: 400, body: { error: { details: [{ field: 'variant' }] } } });
    const { body } = await accept(missing.comment.id, { variant: 'small' });
    expect(unitTexts(body.claims)).toEqual(['S 1 winner', 'S 2 winner']);
    expect((await accept(unknown.comment.id, { variant: 'XXL' })).status).toBe(400);
    await undo(show, body.actSeq);
    expect(await variantTexts(show)).toBe('S 0/2+0, M 0/1+0');
    expect(unitTexts((await accept(unknown.comment.id, { variant: 'M', quantity: 2 })).body.claims)).toEqual([
      'M 1 winner',
      'M 2 waitlist',
    ]);
    await check(show);
  });

  it('A comment that mentions two variants is accepted for both, or for the one that the operator chooses.', async () => {
    const show = await startShow('S 1, M 1, L 2');
    const both = await operator.say(show.id, 'ann', 'sold 12 M and L');
    const single = await operator.say(show.id, 'bob', 'sold 12 both M and L');
    expect((await inbox(show)).comments).toMatchObject([
      { proposals: [{ variant: 'M' }, { variant: 'L' }], preview: { outcome: 'winner' } },
      { proposals: [{ variant: 'M' }, { variant: 'L' }], preview: { outcome: 'winner' } },
    ]);
    const { body } = await accept(both.comment.id);
    expect(unitTexts(body.claims)).toEqual(['M 1 winner', 'L 1 winner']);
    expect(body.comment.outcomes).toMatchObject([{ variant: 'M' }, { variant: 'L' }]);
    expect(unitTexts((await accept(single.comment.id, { variant: 'L' })).body.claims)).toEqual([
      'L 1 winner',
    ]);
    await undo(show, body.actSeq);
    await check(show);
  });

  it("Unit limits count all of an item's variants together.", async () => {
    const show = await startShow('S 3, M 3');
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { maxUnitsPerItem: 2 });
    expect((await operator.say(show.id, 'ann', 'sold 12 S')).outcome).toBe('winner');
    expect((await operator.say(show.id, 'ann', 'sold 12 M x2')).comment.outcomes).toMatchObject([
      { item: '12', variant: 'M', quantity: 2, won: 1 },
    ]);
    expect((await operator.say(show.id, 'ann', 'sold 12 S')).outcome).toBe('duplicate_user');
    await check(show);
  });

  it("An award requires a variant and can be undone, and releasing the awarded claim promotes a buyer in that variant's line.", async () => {
    const show = await startShow('S 1, M 1');
    const [{ id }] = show.items as [Item];
    const award = (body: object) =>
      operator.call<AwardResult>('POST', `/api/shows/${show.id}/items/${id}/award`, body);
    expect(await award({ userHandle: 'ann' })).toMatchObject({
      status: 400,
      body: { error: { details: [{ field: 'variant', message: expect.stringContaining('S, M') }] } },
    });
    const first = await award({ userHandle: 'ann', variant: 'M' });
    expect(unitTexts([first.body.claim])).toEqual(['M 1 winner']);
    expect((await award({ userHandle: 'bob', variant: 'M' })).status).toBe(409);
    await operator.say(show.id, 'bob', 'sold 12 M');
    expect((await release(first.body.claim.id)).body.promoted).toMatchObject({ variant: 'M' });
    const again = await award({ userHandle: 'cat', variant: 's' });
    await undo(show, again.body.actSeq ?? 0);
    expect(await variantTexts(show)).toBe('S 0/1+0, M 1/1+0');
    await check(show);
  });

  it.each([
    ['S 2, s 3', 'twice'],
    ['XL 2, extra large 1', 'mean the same'],
    ['S 0', 'units'],
    ['sold 2', 'Choose another name'],
    ['!! 2', 'not a valid variant name'],
    [Array.from({ length: 51 }, (_, index) => `V${index} 1`).join(), 'too many'],
  ])('The variant list %j is rejected, and the error gives the reason.', async (variants, reason) => {
    const { id } = await operator.activeShow([{ itemNumber: '1' }]);
    const { status, body } = await operator.addItems(id, { itemNumber: '12', variants });
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(reason)]);
  });

  it("A claim on an item without variants records the viewer's extra words, and an erasure removes them.", async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }, { itemNumber: '13', variants: 'M 1' }]);
    const { claims, comment } = await operator.say(show.id, 'ann', 'sold 12 navy M');
    expect(claims).toMatchObject([{ variantAsked: 'navy M', why: { variantAsked: 'navy M' } }]);
    expect(claims[0]).not.toHaveProperty('variant');
    await operator.say(show.id, 'ann', 'sold 13 M');
    await operator.erase(comment.buyer.platformUserId);
    const { body } = await operator.call<{ claims: Claim[] }>('GET', `/api/shows/${show.id}/claims`);
    expect(JSON.stringify(body)).not.toContain('navy');
    expect(body.claims).toMatchObject([{ variant: 'M' }, { itemNumber: '12' }]);
    await check(show);
  });

  it("Withdrawing an item closes its variants' waitlists, and restoring it or undoing the withdrawal reopens them.", async () => {
    const show = await startShow();
    const [{ id = '' } = {}] = show.items;
    for (const [viewer, text] of [
      ['ann', 'sold 12 M'],
      ['bob', 'sold 12 M'],
      ['cat', 'sold 12 S x2'],
      ['dan', 'sold 12 S'],
    ] as const) {
      await operator.say(show.id, viewer, text);
    }
    const full = 'S 2/2+1, M 1/1+1';
    expect(await variantTexts(show)).toBe(full);
    const post = (act: string) => operator.call<Item>('POST', `/api/shows/${show.id}/items/${id}/${act}`, {});
    const withdrawn = await post('withdraw');
    expect(await variantTexts(show)).toBe('S 2/2+0, M 1/1+0');
    expect((await operator.say(show.id, 'eve', 'sold 12 S')).outcome).toBe('item_withdrawn');
    await check(show);
    expect((await undo(show, withdrawn.body.actSeq ?? 0)).status).toBe(200);
    expect(await variantTexts(show)).toBe(full);
    await post('withdraw');
    const restored = await post('restore');
    expect(await variantTexts(show)).toBe(full);
    expect((await undo(show, restored.body.actSeq ?? 0)).status).toBe(200);
    expect(await variantTexts(show)).toBe('S 2/2+0, M 1/1+0');
    await check(show);
  });

  it('Undoing an added item with variants makes the claims on its number unmatched again.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    for (const viewer of ['ann', 'bob']) await operator.say(show.id, viewer, 'sold 12 M');
    const add = () => operator.addItems(show.id, { itemNumber: '12', variants: 'S 2, M 1' });
    const added = await add();
    const states = async (): Promise<string[]> =>
      (await operator.readClaims(show.id)).map(({ variant, status }) => `${variant ?? 'none'} ${status}`);
    expect((await states()).sort()).toEqual(['M waitlist', 'M winner']);
    await check(show);
    expect((await undo(show, added.body.actSeq)).status).toBe(200);
    expect(await states()).toEqual(['none unmatched', 'none unmatched']);
    const { body } = await operator.call<ShowWithItems>('GET', `/api/shows/${show.id}`);
    expect([body.items.length, body.stats.unitsTotal, body.stats.unmatched]).toEqual([1, 1, 2]);
    await check(show);
    expect((await add()).status).toBe(201);
    expect((await states()).sort()).toEqual(['M waitlist', 'M winner']);
    await check(show);
  });
});
