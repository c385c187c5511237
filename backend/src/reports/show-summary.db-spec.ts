import type {
  AcceptResult,
  Claim,
  ClaimList,
  Item,
  PersonList,
  Show,
  ShowEvent,
  ShowEventList,
  ShowSummary,
  ShowWithItems,
} from '@sellary/contracts';
import { refusal, eventually, newCaller, sales, useCaller, useTestApp } from '../../test';

describe('Show summaries', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { release, award, undo, setQuantity } = sales(operator);
  const claimsOn = async (show: ShowWithItems, index: number): Promise<Claim[]> => {
    const path = `/api/shows/${show.id}/items/${show.items[index]?.id}/claims`;
    return (await operator.call<ClaimList>('GET', path)).body.claims;
  };
  const summaryOf = async (showId: string): Promise<ShowSummary> =>
    (await operator.call<ShowSummary>('GET', `/api/shows/${showId}/summary`)).body;

  async function ledgerOf(showId: string): Promise<ShowEvent[]> {
    const events: ShowEvent[] = [];
    for (let lastSeq = Infinity; events.length < lastSeq;) {
      const { body } = await operator.call<ShowEventList>(
        'GET',
        `/api/shows/${showId}/events?limit=200&afterSeq=${events.length}`,
      );
      events.push(...body.events);
      lastSeq = body.lastSeq;
    }
    return events;
  }

  /** Folds the ledger into claims and items. Leaves out a claim if the act that created it was undone. */
  function fold(events: ShowEvent[]) {
    const [claims, items] = [new Map<string, Claim>(), new Map<string, Item>()];
    let comments = 0;
    let isUndo = false;
    for (const event of events) {
      if (event.type === 'operator.act') isUndo = event.data.act === 'undo';
      if (event.type === 'comment.received') comments += 1;
      if (event.type === 'item.updated' && 'item' in event.data) {
        items.set(event.data.item.id, event.data.item);
      }
      if (
        event.type === 'claim.created' ||
        event.type === 'claim.updated' ||
        event.type === 'claim.released'
      ) {
        claims.set(event.data.claim.id, event.data.claim);
        if (isUndo && event.type === 'claim.released') claims.delete(event.data.claim.id);
        if (event.data.item !== null) items.set(event.data.item.id, event.data.item);
        if ('promotedClaim' in event.data && event.data.promotedClaim !== undefined) {
          claims.set(event.data.promotedClaim.id, event.data.promotedClaim);
        }
      }
    }
    return { claims: [...claims.values()], items: [...items.values()], comments };
  }

  const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

  /** Compares every figure with the ledger. */
  async function expectEqualToLedger(showId: string): Promise<ShowSummary> {
    const summary = await summaryOf(showId);
    const { claims, items, comments } = fold(await ledgerOf(showId));
    const withStatus = (status: string): Claim[] => claims.filter((claim) => claim.status === status);
    const { totals, timeline } = summary;
    expect(totals).toMatchObject({
      claims: claims.length,
      comments,
      winners: withStatus('winner').length,
      waitlisted: withStatus('waitlist').length,
      unmatched: withStatus('unmatched').length,
      released: withStatus('released').length,
      passed: withStatus('passed').length,
      flagged: claims.filter((claim) => claim.flagged).length,
      uniqueBuyers: new Set(withStatus('winner').map((claim) => claim.buyer.id)).size,
      unitsClaimed: withStatus('winner').length,
      items: items.length,
      itemsClaimed: new Set(withStatus('winner').map((claim) => claim.itemId)).size,
      unitsTotal: sum(items.map((item) => item.totalQuantity)),
    });
    for (const row of summary.items) {
      const itemClaims = claims.filter((claim) => claim.itemId === row.itemId);
      expect([row.claims, row.claimedCount, row.waitlistCount, row.released, row.passed]).toEqual([
        itemClaims.length,
        ...['winner', 'waitlist', 'released', 'passed'].map(
          (status) => itemClaims.filter((claim) => claim.status === status).length,
        ),
      ]);
      expect(row.status).toBe(items.find((item) => item.id === row.itemId)?.status);
      expect(row.firstClaimAt).toBe(itemClaims.map((claim) => claim.claimedAt).sort()[0] ?? null);
    }
    expect(sum(timeline.buckets.map((bucket) => bucket.claims)) + timeline.outside.claims).toBe(
      claims.length,
    );
    expect(sum(timeline.buckets.map((bucket) => bucket.comments)) + timeline.outside.comments).toBe(comments);
    return summary;
  }

  it('The summary of a show without claims has zero claims, no sell-outs, and no busiest minute.', async () => {
    const draft = await operator.call<Show>('POST', '/api/shows', { name: 'Draft' });
    expect(await expectEqualToLedger(draft.body.id)).toMatchObject({
      show: { name: 'Draft', status: 'draft', startedAt: null, endedAt: null },
      totals: { items: 0, claims: 0, comments: 0, flagged: 0 },
      items: [],
      timeline: { buckets: [], outside: { claims: 0, comments: 0 } },
      fastestSellOut: null,
      busiestMinute: null,
      mostWanted: null,
    });
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const summary = await expectEqualToLedger(show.id);
    expect(summary.items).toMatchObject([
      { itemNumber: '1', status: 'unclaimed', claims: 0, soldOutAt: null, sellOutMs: null },
    ]);
    expect(summary.timeline.buckets).toEqual([expect.objectContaining({ claims: 0, comments: 0 })]);
  });

  it('The summary of a show with one claim reports that claim.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', title: 'Hat' }]);
    const { claim } = await operator.say(show.id, 'ann', 'sold 1');
    const summary = await expectEqualToLedger(show.id);
    expect(summary.fastestSellOut).toMatchObject({ itemNumber: '1', title: 'Hat' });
    expect(summary.busiestMinute).toEqual({
      at: `${claim?.claimedAt.slice(0, 16) ?? ''}:00.000Z`,
      claims: 1,
    });
    expect(summary.mostWanted).toBeNull();
    expect(sum(summary.timeline.buckets.map((bucket) => bucket.claims))).toBe(1);
  });

  it('The summary of a busy show with passes, a release, a flag, and an award matches its ledger.', async () => {
    const show = await operator.activeShow([
      { itemNumber: '1', totalQuantity: 3 },
      { itemNumber: '2', totalQuantity: 30 },
      { itemNumber: '3' },
    ]);
    await operator.sayAll(
      show.id,
      Array.from({ length: 300 }, (_, index) => [
        `u${index % 90}`,
        index % 7 === 0 ? 'sold 99' : index % 5 === 0 ? 'pass 2' : `sold ${1 + (index % 2)}`,
      ]),
    );
    const [first, second] = await claimsOn(show, 0);
    await release(first?.id ?? '');
    await operator.call('PATCH', `/api/claims/${second?.id}`, { flagged: true });
    await award(show, show.items[2]?.id ?? '', { userHandle: 'zoe' });
    await operator.call('POST', `/api/shows/${show.id}/stop`);
    const summary = await expectEqualToLedger(show.id);
    expect(summary.totals.claims).toBeGreaterThan(100);
    expect(summary.totals.flagged).toBe(1);
    expect(summary.items.map((line) => line.itemNumber)).toEqual(['1', '2', '3']);
    const longest = Math.max(...summary.items.map((line) => line.waitlistCount));
    expect(summary.mostWanted).toMatchObject({ waiting: longest });
    expect(summary.items[0]?.soldOutAt).not.toBeNull();
  });

  it('The summary is correct after each act, and after its undo.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }, { itemNumber: '2', totalQuantity: 2 }]);
    const [first, second] = show.items;
    for (const user of ['ann', 'bob', 'cat']) await operator.say(show.id, user, 'sold 1');
    await operator.say(show.id, 'dan', 'sold 3');
    const [firstClaim] = await claimsOn(show, 0);
    const before = await expectEqualToLedger(show.id);
    expect(before.mostWanted).toMatchObject({ itemNumber: '1', waiting: 2 });

    const totalsNow = async () => (await expectEqualToLedger(show.id)).totals;
    const released = await release(firstClaim?.id ?? '');
    expect(await totalsNow()).toMatchObject({ released: 1, waitlisted: 1, winners: 1 });
    expect((await undo(show, released.body.actSeq)).status).toBe(200);
    expect(await totalsNow()).toMatchObject({ released: 0, waitlisted: 2, winners: 1 });

    const awarded = await award(show, second?.id ?? '', { userHandle: 'zoe' });
    expect(await totalsNow()).toMatchObject({ winners: 2, uniqueBuyers: 2 });
    expect((await undo(show, awarded.body.actSeq)).status).toBe(200);
    expect(await totalsNow()).toEqual(before.totals);

    const update = await setQuantity(show, first?.id ?? '', 3);
    const { totals, mostWanted } = await expectEqualToLedger(show.id);
    expect([totals.winners, totals.waitlisted, totals.unitsTotal, mostWanted]).toEqual([3, 0, 5, null]);
    expect((await undo(show, update.body.actSeq ?? null)).status).toBe(200);
    expect((await expectEqualToLedger(show.id)).mostWanted).toMatchObject({ itemNumber: '1', waiting: 2 });

    await operator.addItems(show.id, { itemNumber: '3' });
    expect(await totalsNow()).toMatchObject({ unmatched: 0, winners: 2, items: 3 });
  });

  it('Undone acts and repeated comments in the fairness window leave no trace in the figures.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 3 }], {
      fairnessWindowSeconds: 1,
      claimWords: ['sold'],
    });
    const { comment } = await operator.say(show.id, 'una', 'mine 1');
    for (let times = 0; times < 2; times++) {
      const { body } = await operator.call<AcceptResult>('POST', `/api/comments/${comment.id}/accept`, {});
      expect((await undo(show, body.actSeq)).status).toBe(200);
    }
    const awarded = await award(show, show.items[0]?.id ?? '', { userHandle: 'zoe' });
    await undo(show, awarded.body.actSeq);
    for (let times = 0; times < 3; times++) await operator.say(show.id, 'bob', 'sold 1');
    await eventually(
      () => operator.readShow(show.id),
      ({ stats }) => stats.pending === 0 && stats.winners === 1,
    );

    const { totals, items, timeline } = await summaryOf(show.id);
    expect(totals).toMatchObject({ claims: 1, released: 0, winners: 1 });
    expect(items).toMatchObject([{ claims: 1, released: 0, claimedCount: 1 }]);
    expect(sum(timeline.buckets.map(({ claims }) => claims)) + timeline.outside.claims).toBe(1);
    const file = await operator.call<string>('GET', `/api/shows/${show.id}/export?type=claims`);
    expect(file.body.trim().split('\r\n')).toHaveLength(2);
    const { body: list } = await operator.call<PersonList>('GET', '/api/people?search=una');
    expect(list.people).toMatchObject([{ figures: { shows: 0, won: 0, released: 0 } }]);
  });

  it("An item's sell-out time is measured from the moment it was shown.", async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }, { itemNumber: '2' }]);
    // Without this pause, the show's start and the showing of the item would be too close to tell apart.
    await eventually(
      () => Date.now(),
      (now) => now > Date.parse(show.startedAt ?? '') + 30,
    );
    await operator.say(show.id, 'ann', 'sold 1');
    await operator.call('PUT', `/api/shows/${show.id}/now-showing`, { itemId: show.items[1]?.id });
    await operator.say(show.id, 'bob', 'sold 2');
    const events = await ledgerOf(show.id);
    const shownAt =
      events.find((event) => event.type === 'operator.act' && event.data.act === 'now_showing')?.at ?? '';
    const wonAt = events.filter((event) => event.type === 'claim.created').map((event) => event.at);
    const { items, fastestSellOut } = await summaryOf(show.id);
    const shownFor = Date.parse(wonAt[1] ?? '') - Date.parse(shownAt);
    expect(items[1]).toMatchObject({ soldOutAt: wonAt[1], sellOutMs: shownFor });
    expect(items[0]?.sellOutMs).toBeGreaterThanOrEqual(30);
    const [fastest] = [...items].sort((a, b) => (a.sellOutMs ?? 0) - (b.sellOutMs ?? 0));
    expect(fastestSellOut).toMatchObject({ itemNumber: fastest?.itemNumber, ms: fastest?.sellOutMs });
  });

  it("Other workspaces cannot read a show's summary.", async () => {
    const show = await operator.activeShow([]);
    const stranger = await newCaller(app.url);
    const response = await stranger.call('GET', `/api/shows/${show.id}/summary`);
    expect(response).toMatchObject(refusal(404, 'NOT_FOUND'));
  });
});
