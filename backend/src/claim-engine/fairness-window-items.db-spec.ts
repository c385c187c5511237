import type { Comment, Item, ItemInput, Show, ShowWithItems } from '@sellary/contracts';
import { eventually, reviews, sales, useCaller, useTestApp } from '../../test';
import { FairnessWindow } from './window/fairness-window';

describe('The fairness window with withdrawn items, variants, and limits', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { release, award, undo } = sales(operator);
  const { sayForReview, accept, inbox, check } = reviews(app, operator);

  /** A window long enough for two calls on a slow machine. */
  const WINDOW = { fairnessWindowSeconds: 4 };
  const sale = (items: ItemInput[] = [{ itemNumber: '12' }], rules: object = {}): Promise<ShowWithItems> =>
    operator.activeShow(items, { ...WINDOW, ...rules });
  const change = async (show: ShowWithItems, act: 'withdraw' | 'restore'): Promise<number> => {
    const path = `/api/shows/${show.id}/items/${show.items[0]?.id}/${act}`;
    const { body } = await operator.call<Item & { actSeq?: number }>('POST', path, {});
    return body.actSeq ?? 0;
  };
  /** The claims in the order in which they were made, for example `ann winner`. */
  const statuses = async (show: Show): Promise<string[]> => {
    const claims = await operator.readClaims(show.id);
    const words = claims.map(({ buyer, variant, status }) =>
      [buyer.handle, ...(variant === undefined ? [] : [variant]), status].join(' '),
    );
    return words.reverse();
  };
  const comments = (show: Show): Promise<Comment[]> => operator.readComments(show.id);
  /** Waits until no comment and no claim is pending, and checks the show. */
  const allDecided = async (show: Show): Promise<void> => {
    await eventually(
      async () => [...(await comments(show)).map(({ outcome }) => outcome), ...(await statuses(show))],
      (texts) => texts.every((text) => !text.endsWith('pending')),
    );
    expect((await operator.readShow(show.id)).stats.pending).toBe(0);
    await check(show);
  };

  it('Pending claims are closed when their item is withdrawn, pending again when it is restored, and then decided.', async () => {
    const show = await sale();
    await operator.say(show.id, 'ann', 'sold 12');
    await operator.say(show.id, 'bob', 'sold 12', { timestamp: show.startedAt ?? '' });
    await change(show, 'withdraw');
    expect(await statuses(show)).toEqual(['ann closed', 'bob closed']);
    expect((await operator.say(show.id, 'cat', 'sold 12')).outcome).toBe('item_withdrawn');
    await change(show, 'restore');
    expect(await statuses(show)).toEqual(['ann pending', 'bob pending']);
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann waitlist', 'bob winner']);
  });

  it('If the window ends while the item is withdrawn, the claim is decided as soon as the item is restored.', async () => {
    const show = await sale([{ itemNumber: '12' }], { fairnessWindowSeconds: 1 });
    await operator.say(show.id, 'ann', 'sold 12');
    const seq = await change(show, 'withdraw');
    await allDecided(show);
    expect((await comments(show))[0]).toMatchObject({
      outcome: 'item_withdrawn',
      outcomes: [{ item: '12', quantity: 1, won: 0, waiting: 0, outcome: 'item_withdrawn' }],
    });
    expect(await statuses(show)).toEqual(['ann closed']);
    expect((await undo(show, seq)).status).toBe(200);
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann winner']);
  });

  it('A pending claim older than its item is closed and restored with the item.', async () => {
    const show = await sale([]);
    await operator.say(show.id, 'ann', 'sold 12');
    const { body } = await operator.addItems(show.id, { itemNumber: '12' });
    const showWithItem = { ...show, items: body.items };
    await change(showWithItem, 'withdraw');
    expect(await statuses(show)).toEqual(['ann closed']);
    await change(showWithItem, 'restore');
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann winner']);
  });

  it('Acts on pending claims can be undone in any order, even if the item is withdrawn and restored in between.', async () => {
    const show = await sale([{ itemNumber: '12', totalQuantity: 2 }]);
    const { claim: ann } = await operator.say(show.id, 'ann', 'sold 12');
    const { claim: bob } = await operator.say(show.id, 'bob', 'sold 12');
    const toAnn = { userHandle: 'ann', platformUserId: 'ann', platform: 'rehearsal' };
    const awarded = (await award(show, show.items[0]?.id ?? '', toAnn)).body;
    expect(awarded.claim.id).toBe(ann?.id);
    const released = (await release(bob?.id ?? '')).body;
    const withdrawn = await change(show, 'withdraw');
    for (const seq of [awarded.actSeq, released.actSeq]) {
      expect((await undo(show, seq)).status).toBe(200);
    }
    expect(await statuses(show)).toEqual(['ann closed', 'bob closed']);
    // The withdrawal did not close the claims, because they were not pending. The undos closed them.
    expect((await undo(show, withdrawn)).status).toBe(200);
    const withdrawnAgain = await change(show, 'withdraw');
    expect((await undo(show, withdrawnAgain)).status).toBe(200);
    await change(show, 'withdraw');
    await change(show, 'restore');
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann winner', 'bob winner']);
  });

  it('The regular check decides a comment that has no pending claims and no timer.', async () => {
    const show = await sale([{ itemNumber: '12' }], { fairnessWindowSeconds: 1 });
    const fairness = app.nest.get(FairnessWindow);
    fairness.onApplicationShutdown();
    await operator.say(show.id, 'ann', 'sold 12');
    const { claim: bob } = await operator.say(show.id, 'bob', 'sold 12');
    await change(show, 'withdraw');
    await release(bob?.id ?? '');
    fairness.onApplicationBootstrap();
    await allDecided(show);
    expect((await comments(show)).map(({ outcome }) => outcome)).toEqual([
      'item_withdrawn',
      'item_withdrawn',
    ]);
  });

  it('Restoring an item cannot be undone after the window has decided a claim that was restored with it.', async () => {
    const show = await sale([{ itemNumber: '12' }], { fairnessWindowSeconds: 1 });
    await operator.say(show.id, 'ann', 'sold 12');
    await change(show, 'withdraw');
    const seq = await change(show, 'restore');
    await allDecided(show);
    const { status, body } = await undo(show, seq);
    expect([status, body.error.code]).toEqual([409, 'UNDO_STALE']);
    expect(body.error.message).toContain('it won a unit');
  });

  it("Pending claims and passes for a variant are decided in that variant's line.", async () => {
    const show = await sale([{ itemNumber: '12', variants: 'S 1, M 1' }], { maxClaimsPerComment: 2 });
    await operator.say(show.id, 'ann', 'sold 12 S');
    await operator.say(show.id, 'bob', 'sold 12 M');
    await operator.say(show.id, 'cat', 'sold 12 S');
    expect(await statuses(show)).toEqual(['ann S pending', 'bob M pending', 'cat S pending']);
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann S winner', 'bob M winner', 'cat S waitlist']);
    await operator.say(show.id, 'bob', 'pass 12 S');
    await operator.say(show.id, 'ann', 'pass 12');
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann S passed', 'bob M winner', 'cat S winner']);
    expect((await comments(show)).find(({ text }) => text === 'pass 12 S')?.outcome).toBe('no_active_claim');
  });

  it('Claims and passes older than their item go to the variant that they asked for, or to review.', async () => {
    const show = await sale([]);
    await operator.say(show.id, 'ann', 'sold 12 small');
    await operator.say(show.id, 'bob', 'sold 12');
    await operator.say(show.id, 'ann', 'pass 12 medium');
    await operator.addItems(show.id, { itemNumber: '12', variants: 'S 1, M 1' });
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann S winner', 'bob released']);
    const [bob] = (await inbox(show)).comments;
    expect(bob).toMatchObject({
      buyer: { handle: 'bob' },
      outcome: 'review',
      why: { rule: 'needs_variant' },
      outcomes: [{ item: '12', outcome: 'review' }],
      preview: { outcome: 'needs_variant' },
    });
    expect((await operator.readShow(show.id)).stats).toMatchObject({ unmatched: 0, review: 1 });
    // The accepted claim is ahead of a buyer who wrote later.
    await operator.say(show.id, 'cat', 'sold 12 S');
    await allDecided(show);
    expect((await accept(bob?.id ?? '', { variant: 'S' })).body.claims).toMatchObject([
      { status: 'waitlist', waitlistPosition: 1, claimedAt: bob?.commentedAt },
    ]);
    await allDecided(show);
  });

  it('A buyer who claims a variant before and after its item is added gets two units.', async () => {
    const show = await sale([], { repeatClaims: 'add' });
    await operator.say(show.id, 'ann', 'sold 12 M');
    await operator.addItems(show.id, { itemNumber: '12', variants: 'S 1, M 2' });
    await operator.say(show.id, 'ann', 'sold 12 M');
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann M winner', 'ann M winner']);
  });

  it('An award does not use a pending claim for another variant, even if it is older than the item.', async () => {
    const show = await sale([]);
    await operator.say(show.id, 'ann', 'sold 12 small');
    await operator.say(show.id, 'bob', 'sold 12');
    const { body } = await operator.addItems(show.id, { itemNumber: '12', variants: 'S 1, M 2' });
    for (const name of ['ann', 'bob']) {
      const buyer = { userHandle: name, platformUserId: name, platform: 'rehearsal' };
      expect((await award(show, body.items[0]?.id ?? '', { ...buyer, variant: 'M' })).status).toBe(201);
    }
    expect(await statuses(show)).toEqual(['ann pending', 'bob M winner', 'ann M winner']);
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann S winner', 'bob M winner', 'ann M winner']);
  });

  it('The release of a pending claim can be undone after its item has been added, and even withdrawn.', async () => {
    const show = await sale([]);
    const { claim: ann } = await operator.say(show.id, 'ann', 'sold 12');
    const { claim: bob } = await operator.say(show.id, 'bob', 'sold 12');
    const released = [await release(ann?.id ?? ''), await release(bob?.id ?? '')];
    const { body } = await operator.addItems(show.id, { itemNumber: '12' });
    const showWithItem = { ...show, items: body.items };
    expect((await undo(show, released[0]?.body.actSeq ?? null)).status).toBe(200);
    await change(showWithItem, 'withdraw');
    expect((await undo(show, released[1]?.body.actSeq ?? null)).status).toBe(200);
    expect(await statuses(show)).toEqual(['ann closed', 'bob closed']);
    await change(showWithItem, 'restore');
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann winner', 'bob waitlist']);
  });

  it('If a comment asks for several items, only the intent that needs a variant goes to review.', async () => {
    const show = await sale([{ itemNumber: '1', totalQuantity: 2 }, { itemNumber: '2' }], {
      maxClaimsPerComment: 3,
    });
    await operator.say(show.id, 'ann', 'sold 2');
    await operator.say(show.id, 'ann', 'sold 12, sold 1 and pass 2');
    const [, claim] = (await comments(show))[0]?.claimIds ?? [];
    const released = (await release(claim ?? '')).body;
    const added = await operator.addItems(show.id, { itemNumber: '12', variants: 'S 1, M 1' });
    await allDecided(show);
    expect((await inbox(show)).comments).toMatchObject([{ proposals: [{ item: '12' }] }]);
    // The claim is decided again, and the comment stays in review.
    expect((await undo(show, released.actSeq)).status).toBe(200);
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann passed', 'ann released', 'ann winner']);
    expect((await inbox(show)).comments).toMatchObject([{ proposals: [{ item: '12' }] }]);
    expect((await undo(show, added.body.actSeq)).status).toBe(200);
    await check(show);
  });

  it('A limit counts pending claims when a comment in review is accepted, and in its preview.', async () => {
    const show = await sale([{ itemNumber: '1', totalQuantity: 3 }, { itemNumber: '12' }], {
      maxUnitsPerShow: 1,
    });
    await operator.say(show.id, 'ann', 'sold 12');
    const review = await sayForReview(show, 'ann');
    expect((await inbox(show)).comments[0]?.preview).toMatchObject({ outcome: 'over_limit' });
    expect((await accept(review)).body.comment).toMatchObject({ outcome: 'over_limit' });
    await allDecided(show);
    expect(await statuses(show)).toEqual(['ann winner']);
  });
});
