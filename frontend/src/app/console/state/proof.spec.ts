import { BEN, aComment, aParsedReview, aShow, at } from '../../../../testing/wire';
import { withCaughtUp } from './caught-up';
import { withOlderComments } from './older-comments';
import { proofOf } from './proof';
import { reduce } from './reduce';
import { MAX_COMMENTS, fromSnapshot } from './show-state';

const comments = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) =>
    aComment(`${to - 1 - i}`, 'ignored', { receivedAt: at((to - 1 - i) * 10) }),
  );

function stateWith(loaded: ReturnType<typeof comments>, total: number) {
  const stats = { ...aShow().stats, comments: total };
  return fromSnapshot({
    show: aShow({ stats }),
    items: [],
    claims: [],
    comments: loaded,
    review: [],
    lastSeq: 0,
  });
}

describe('the proof line', () => {
  it('The proof line accounts for every comment if all are on the page.', () => {
    expect(proofOf(stateWith(comments(0, 30), 30))).toMatchObject({
      comments: 30,
      unaccounted: 0,
      earlier: 0,
      parts: [{ name: 'chatter', count: 30 }],
    });
  });

  it('Comments from a pause are reported as not counted only if they ask for something.', () => {
    const text = { route: 'auto', reason: null, grammar: '1' } as const;
    const span = { start: 0, end: 8 };
    const claim = {
      act: 'claim',
      item: '104',
      itemText: '104',
      qty: 1,
      word: 'sold',
      rule: 'r',
      span,
    } as const;
    const paused = [
      aComment('1', 'outside_show', { parsed: { ...text, intents: [claim] } }),
      aComment('2', 'outside_show', { parsed: { ...text, intents: [], route: 'ignore' } }),
    ];
    const parts = [
      { name: 'not_counted', count: 1 },
      { name: 'chatter', count: 1 },
    ];
    expect(proofOf(stateWith(paused, 2)).parts).toEqual(parts);
    expect(proofOf(withOlderComments(stateWith([], 2), paused, true)).parts).toEqual(parts);
  });

  it('Older comments on the server are accounted for.', () => {
    expect(proofOf(stateWith(comments(100, 300), 300))).toMatchObject({ unaccounted: 0, earlier: 100 });
  });

  it.each([
    { outcome: 'review', as: 'accepted', read: 'before' },
    { outcome: 'review', as: 'accepted', read: 'after' },
    { outcome: 'pending', as: 'decided', read: 'before' },
    { outcome: 'pending', as: 'decided', read: 'after' },
  ] as const)(
    'A comment decided while its page of older comments loads is counted once, as decided, even if the page was read $read the decision ($outcome).',
    ({ outcome, as, read }) => {
      const open = aComment('old', outcome, { receivedAt: at(5) });
      const resolution = {
        resolution: as,
        by: BEN,
        at: at(5_000),
        actSeq: 1,
        outcome: 'winner' as const,
        claimIds: [],
      };
      const accepted = { ...open, outcome: 'winner' as const, resolution };
      const review = new Map(outcome === 'review' ? [['old', open]] : []);
      const start = { ...stateWith(comments(1, 3), 3), review };
      const { state } = reduce(start, {
        seq: 1,
        type: 'review.updated',
        at: at(5_000),
        data: { comment: accepted, resolution: as },
      });
      expect(proofOf(state)).toMatchObject({ parts: [{ name: 'chatter', count: 2 }], earlier: 1 });
      const loaded = withOlderComments(state, [read === 'before' ? open : accepted], true);
      expect(proofOf(loaded)).toMatchObject({
        parts: [
          { name: 'won', count: 1 },
          { name: 'chatter', count: 2 },
        ],
        unaccounted: 0,
      });
    },
  );

  it('Missing comments are unaccounted for once all comments are loaded.', () => {
    const later = withOlderComments(stateWith(comments(100, 300), 300), comments(10, 100), true);
    expect(proofOf(later)).toMatchObject({ comments: 300, unaccounted: 10, earlier: 0 });
  });

  it("Comments beyond the page's maximum are still counted.", () => {
    const state = stateWith(comments(MAX_COMMENTS, MAX_COMMENTS + 200), MAX_COMMENTS + 200);
    const size = MAX_COMMENTS / 4;
    const later = [3, 2, 1, 0].reduce(
      (before, page) => withOlderComments(before, comments(page * size, (page + 1) * size), page === 0),
      state,
    );
    expect(later.comments).toHaveLength(MAX_COMMENTS);
    expect(later.hasDroppedComments).toBe(true);
    expect(proofOf(later)).toMatchObject({ comments: MAX_COMMENTS + 200, unaccounted: 0, earlier: 0 });
  });

  it('Requests made while the show was not live are kept, even if they come from an older page.', () => {
    const request = aComment('late', 'outside_show', {
      receivedAt: at(5),
      parsed: aParsedReview('unclear', { item: '101' }),
    });
    const later = withOlderComments(stateWith(comments(100, 300), 300), [request], true);
    expect(later.requestsOutsideShow).toEqual([request]);
  });

  it('A comment is counted once, even if a page of older comments repeats it or an event delivers it later.', () => {
    const state = stateWith(comments(100, 300), 300);
    const page = [...comments(300, 305), ...comments(50, 150)];
    const later = withOlderComments(state, page, false);
    expect(later.comments).toHaveLength(250);
    expect(new Set(later.comments.map(({ id }) => id)).size).toBe(250);
  });
});

describe('catch-up divider', () => {
  const missed = [1, 2, 3].map((seq) => ({
    seq,
    type: 'comment.received' as const,
    at: at(seq * 1000),
    data: { comment: aComment(`${seq}`), parsed: aComment('1').parsed },
  }));
  const clock = (iso: string) => iso.slice(11, 19);

  it('A divider summarizes the missed events and reports that none were lost.', () => {
    const state = { ...stateWith([], 0), lastSeq: 3 };
    expect(withCaughtUp(state, missed, clock).feed[0]).toMatchObject({
      text: 'Caught up: 3 comments, 0 claims from 20:00:01 to 20:00:03. None lost.',
    });
  });

  it('No divider appears until all missed events are applied.', () => {
    const state = { ...stateWith([], 0), lastSeq: 2 };
    expect(withCaughtUp(state, missed, clock)).toBe(state);
  });
});
