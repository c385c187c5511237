import type { ShowEvent, ShowSnapshot } from '@sellary/contracts';
import { ScriptedShow } from '../../../../testing/scripted-show';
import { aClaim, aComment, aParsedReview, aShow, anItem, at } from '../../../../testing/wire';
import { proofOf } from './proof';
import { reduce, reduceAll } from './reduce';
import { type ShowState, fromSnapshot } from './show-state';

/** The parts that must match between two states. */
function comparableParts(state: ShowState): unknown {
  const { show, lastSeq, stats, waiting, unmatched, outcomes, review, itemOrder } = state;
  const active = [...state.claims.values()].filter(
    ({ status }) => status !== 'released' && status !== 'passed',
  );
  return {
    status: show.status,
    lastSeq,
    stats,
    itemOrder,
    items: [...state.items.values()].sort((a, b) => a.id.localeCompare(b.id)),
    // The order in `waiting` is the position. `waitlistPosition` is out of date once a waiting claim has moved
    // up without an event.
    claims: active
      .map((claim) => ({ ...claim, waitlistPosition: null }))
      .sort((a, b) => a.id.localeCompare(b.id)),
    waiting: Object.fromEntries(waiting),
    unmatched: Object.fromEntries([...unmatched].map(([number, ids]) => [number, [...ids].sort()])),
    comments: state.comments.map(({ id, outcome }) => [id, outcome]),
    outcomes,
    review: [...review.keys()].sort(),
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

function emptySnapshot(change: Partial<ShowSnapshot> = {}): ShowSnapshot {
  return { show: aShow(), items: [], claims: [], comments: [], review: [], lastSeq: 0, ...change };
}

/** Deterministic, so that a failure can be reproduced. */
function randomBelow(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function addRandomEvents(show: ScriptedShow, below: (n: number) => number): void {
  const number = `${101 + below(6)}`;
  const claim = show.activeClaims[below(show.activeClaims.length || 1)];
  const acts: (() => void)[] = [
    () => show.addItem(number, 1 + below(3)),
    () => show.setQuantity(number, 1 + below(4)),
    () => show.removeItem(number),
    () => show.addChatter(),
    () => show.addReview({ parsed: aParsedReview('weak-word', { item: number, word: 'mine' }) }),
    () => show.dismissFirstReview(),
    () => show.acceptFirstReview(),
    () => show.decidedIds.slice(0, 1).forEach((id) => show.reopenReview(id)),
    () => show.setStatus((['active', 'paused'] as const)[below(2)] ?? 'active'),
    () => claim && show.endClaim(claim.id, 'released'),
    () => claim && show.endClaim(claim.id, 'passed'),
    () => {
      if (!claim) return;
      show.endClaim(claim.id, 'released');
      show.undoRelease(claim.id);
    },
  ];
  const act = below(3) > 0 ? undefined : acts[below(acts.length)];
  if (act) act();
  else show.addComment(`viewer${below(12)}`, number);
}

describe('the reducer', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    'A snapshot plus the events after it equals a later snapshot (seed %i).',
    (seed) => {
      const below = randomBelow(seed);
      const show = new ScriptedShow();
      const snapshots: { seq: number; state: ShowState }[] = [];
      for (let step = 0; step < 120; step++) {
        if (step % 15 === 0) {
          snapshots.push({ seq: show.events.length, state: deepFreeze(fromSnapshot(show.snapshot())) });
        }
        addRandomEvents(show, below);
      }
      const end = comparableParts(fromSnapshot(show.snapshot()));
      for (const { seq, state } of snapshots) {
        const { state: caughtUp, gap } = reduceAll(state, show.events.slice(seq));
        expect(gap).toBeNull();
        expect(comparableParts(caughtUp)).toEqual(end);
      }
    },
  );

  it('Applying events one by one or in one batch gives the same state.', () => {
    const below = randomBelow(7);
    const show = new ScriptedShow();
    const start = fromSnapshot(show.snapshot());
    for (let step = 0; step < 200; step++) addRandomEvents(show, below);
    const oneByOne = show.events.reduce((state, event) => reduce(state, event).state, start);
    expect(oneByOne).toEqual(reduceAll(start, show.events).state);
  });

  it('Already applied rows are ignored.', () => {
    const show = new ScriptedShow();
    show.addItem('101', 1);
    show.addComment('ivy', '101');
    const state = fromSnapshot(show.snapshot());
    expect(reduceAll(state, show.events).state).toBe(state);
  });

  it('Nothing after a gap is applied, and the gap is reported.', () => {
    const show = new ScriptedShow();
    const start = fromSnapshot(show.snapshot());
    for (let i = 0; i < 5; i++) show.addChatter();
    const withHole = show.events.filter(({ seq }) => seq !== 3);
    const { state, gap } = reduceAll(start, withHole);
    expect(gap).toEqual({ after: 2, received: 4 });
    expect(state.lastSeq).toBe(2);
    expect(state.comments).toHaveLength(2);
  });

  it('An unknown row changes only the seq.', () => {
    const start = fromSnapshot(emptySnapshot());
    const { state } = reduce(start, {
      seq: 1,
      type: 'future.event',
      at: at(0),
      data: {},
    } as unknown as ShowEvent);
    expect(state).toEqual({ ...start, lastSeq: 1 });
  });

  it('States share the parts that an event does not change.', () => {
    const show = new ScriptedShow();
    show.addItem('101', 1);
    show.addItem('102', 1);
    show.addComment('ivy', '101');
    const before = fromSnapshot(show.snapshot());
    show.addChatter();
    const after = reduceAll(before, show.events).state;
    expect(after.items).toBe(before.items);
    expect(after.claims).toBe(before.claims);
    expect(after.feed).toBe(before.feed);
    expect(after.comments[1]).toBe(before.comments[0]);
  });

  it('Waiting claims move up without an event of their own if a claim ahead of them ends.', () => {
    const show = new ScriptedShow();
    show.addItem('101', 1);
    for (const viewer of ['ann', 'bea', 'cyn', 'dot']) show.addComment(viewer, '101');
    const state = fromSnapshot(show.snapshot());
    const line = state.waiting.get('item-101') ?? [];
    show.endClaim(line[0] ?? '', 'passed');
    expect(reduceAll(state, show.events).state.waiting.get('item-101')).toEqual(line.slice(1));
  });

  it('A claim accepted late joins the line at the position that the server reports.', () => {
    const waiting = ['a', 'b', 'c'].map((id, index) =>
      aClaim(id, { status: 'waitlist', waitlistPosition: index + 1 }),
    );
    const state = fromSnapshot(emptySnapshot({ claims: waiting }));
    const accepted = aClaim('x', { status: 'waitlist', waitlistPosition: 2 });
    const { state: after } = reduce(state, {
      seq: 1,
      type: 'claim.created',
      at: at(0),
      data: { claim: accepted, item: null },
    });
    expect(after.waiting.get('item-104')).toEqual(['a', 'x', 'b', 'c']);
  });

  it('A buyer with several units is counted once, until the last unit is released.', () => {
    const claims = ['a', 'b'].map((id, index) => aClaim(id, { buyer: aClaim('ivy').buyer, unit: index + 1 }));
    let state = fromSnapshot(
      emptySnapshot({
        claims,
        show: aShow({ stats: { ...aShow().stats, winners: 2, uniqueBuyers: 1, claims: 2 } }),
      }),
    );
    const counts = claims.map((claim, index) => {
      state = reduce(state, {
        seq: index + 1,
        type: 'claim.released',
        at: at(0),
        data: { claim: { ...claim, status: 'released' }, item: null },
      }).state;
      return state.stats.uniqueBuyers;
    });
    expect(counts).toEqual([1, 0]);
  });

  it('The act and the show row both set the current item.', () => {
    const start = fromSnapshot(emptySnapshot({ items: [anItem('104')] }));
    const act = {
      act: 'now_showing' as const,
      batch: 1,
      input: { before: null, itemId: 'item-104' },
      undoable: false as const,
    };
    const shown = reduce(start, { seq: 1, type: 'operator.act', at: at(0), data: act }).state;
    expect(shown.show.nowShowingItemId).toBe('item-104');
    const cleared = reduce(shown, {
      seq: 2,
      type: 'show.updated',
      at: at(0),
      data: { show: aShow({ nowShowingItemId: null }) },
    }).state;
    expect(cleared.show.nowShowingItemId).toBeNull();
  });

  it('The start of the show is set when it goes live, and moves if it resumes at an earlier time because the clock was ahead.', () => {
    let state = fromSnapshot(emptySnapshot({ show: aShow({ status: 'draft', startedAt: null }) }));
    const changes = [
      ['active', at(5_000)],
      ['paused', at(6_000)],
      ['active', at(7_000)],
      ['active', at(2_000)],
    ] as const;
    const starts = changes.map(([status, time], index) => {
      const data = { showId: 'show-1', status, stats: aShow().stats };
      state = reduce(state, { seq: index + 1, type: 'session.status', at: time, data }).state;
      return state.show.startedAt;
    });
    expect(starts).toEqual([at(5_000), at(5_000), at(5_000), at(2_000)]);
  });

  it('A request from a pause gets its author once the author is known, even if the comment is no longer listed.', () => {
    const hidden = aComment('late', 'outside_show', { parsed: aParsedReview('unclear', { item: '101' }) });
    const start = { ...fromSnapshot(emptySnapshot({ comments: [hidden] })), comments: [] };
    const comment = { ...hidden, buyer: aClaim('ivy').buyer };
    const update = { seq: 1, type: 'comment.updated' as const, at: at(0) };
    const { state } = reduce(start, { ...update, data: { comment, change: 'identified' } });
    expect(state.requestsOutsideShow).toEqual([comment]);
    const inReview = { ...comment, outcome: 'review' as const };
    const contested = reduce(start, { ...update, data: { comment: inReview, change: 'identified' } }).state;
    expect(contested.requestsOutsideShow).toEqual([]);
    expect(proofOf(contested).parts).toEqual([{ name: 'review', count: 1 }]);
  });

  it('Counts stay correct across 20,000 comments and 5,000 claims, applied in batches.', () => {
    let state = fromSnapshot(emptySnapshot());
    const events: ShowEvent[] = [];
    for (let i = 0; i < 20_000; i++) {
      const comment = aComment(`${i}`, i % 4 === 0 ? 'waitlist' : 'ignored');
      events.push({
        seq: events.length + 1,
        type: 'comment.received',
        at: at(i),
        data: { comment, parsed: comment.parsed },
      });
      if (i % 4 !== 0) continue;
      const claim = aClaim(`c${i}`, {
        itemId: `item-${i % 200}`,
        status: 'waitlist',
        waitlistPosition: Math.floor(i / 200) + 1,
      });
      events.push({ seq: events.length + 1, type: 'claim.created', at: at(i), data: { claim, item: null } });
    }
    for (let i = 0; i < events.length; i += 50) state = reduceAll(state, events.slice(i, i + 50)).state;
    expect(state.stats).toMatchObject({ comments: 20_000, claims: 5_000, waitlisted: 5_000 });
    expect(proofOf(state)).toMatchObject({ comments: 20_000, unaccounted: 0 });
  });
});
