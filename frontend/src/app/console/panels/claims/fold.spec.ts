import { ScriptedShow } from '../../../../../testing/scripted-show';
import { aClaim, at } from '../../../../../testing/wire';
import type { ClaimResult } from '../../../shows/claim-status-words';
import { type ClaimRow, type FeedRow, rowOfClaim } from '../../state/feed-row';
import { clock } from '../../../ui/times';
import { fromSnapshot } from '../../state/show-state';
import { type FoldRow, type Folds, foldIn, foldSentence, currentFoldText, foldTimes } from './fold';

let rowCount = 0;
function row(
  itemNumber: string,
  ms: number,
  result: ClaimResult = 'waiting',
  by: string | null = null,
): ClaimRow {
  const key = `r${++rowCount}`;
  const claim = aClaim(key, { itemNumber, itemId: result === 'unmatched' ? null : `item-${itemNumber}` });
  return { ...rowOfClaim(key, claim, undefined, at(ms), by), result };
}

function foldBatches(batches: readonly (readonly ClaimRow[])[]): Folds {
  let feed: readonly FeedRow[] = [row('1', -60_000)];
  let folded = foldIn(feed, undefined);
  for (const batch of batches) {
    feed = [...batch.toReversed(), ...feed];
    folded = foldIn(feed, folded);
  }
  return folded;
}

const textsOf = ({ slots }: Folds): string[] =>
  slots.map((slot) =>
    slot.kind === 'fold'
      ? `${slot.itemNumber}: ${foldSentence(slot)}`
      : slot.kind === 'claim'
        ? slot.itemNumber
        : '-',
  );

describe('claims feed folds', () => {
  it('Rows at a readable rate do not fold.', () => {
    const calm = Array.from({ length: 20 }, (_, index) => [row('104', index * 200)]);
    expect(textsOf(foldBatches(calm))).toEqual([...Array<string>(20).fill('104'), '1']);
  });

  it('A burst of claims on one item folds into one row, and other items keep their own rows.', () => {
    const burst = Array.from({ length: 31 }, (_, index) =>
      row('104', index * 10, index < 5 ? 'won' : 'waiting'),
    );
    expect(textsOf(foldBatches([[...burst.slice(0, 20), row('7', 150), ...burst.slice(20)]]))).toEqual([
      '7',
      '104: 31 claims · 5 won · 26 waiting',
      '1',
    ]);
  });

  it('A continuing burst joins its fold in place, and a new fold begins after a pause.', () => {
    const wave = (from: number) => Array.from({ length: 12 }, (_, index) => row('104', from + index * 10));
    const folded = foldBatches([wave(0), [row('7', 300)], wave(1_000), wave(20_000)]);
    expect(textsOf(folded)).toEqual(['104: 12 claims · 12 waiting', '7', '104: 24 claims · 24 waiting', '1']);
  });

  it("An operator's release never joins a fold.", () => {
    const burst = Array.from({ length: 12 }, (_, index) => row('104', index * 10));
    expect(textsOf(foldBatches([[...burst, row('104', 130, 'released', 'Ben')]]))).toEqual([
      '104',
      '104: 12 claims · 12 waiting',
      '1',
    ]);
  });

  it('Claims for an unknown number fold even without a burst, at the position of the first claim.', () => {
    const first = row('199', 0, 'unmatched');
    const folded = foldBatches([[first], [row('7', 5_000)], [row('199', 90_000, 'unmatched')]]);
    expect(textsOf(folded)).toEqual(['7', '199: 2 waiting for this number', '1']);
    expect(folded.slots[1]?.key).toBe(first.key);
  });

  it('The rows of a new snapshot replace rows with the same keys.', () => {
    const show = new ScriptedShow();
    show.addComment('ann', '199');
    const { feed } = fromSnapshot(show.snapshot());
    const later = fromSnapshot(show.snapshot()).feed;
    expect(foldIn(later, foldIn(feed, undefined)).slots[0]).toBe(later[0]);
  });

  const foldOf = (...rows: ClaimRow[]): FoldRow =>
    foldBatches([rows]).slots.find((slot): slot is FoldRow => slot.kind === 'fold') as FoldRow;

  it('A fold shows the times of its first and last claims. If they share the hour and minute, the last time is shown as seconds only.', () => {
    const unmatchedAt = (ms: number): ClaimRow => ({ ...row('199', ms, 'unmatched'), at: at(ms) });
    const sameMinute = foldOf(unmatchedAt(1_000), unmatchedAt(13_000));
    expect(foldTimes(sameMinute)).toEqual({ from: clock(at(1_000)), to: clock(at(13_000)).slice(-2) });
    const nextHour = foldOf(unmatchedAt(1_000), unmatchedAt(3_600_000));
    expect(foldTimes(nextHour)).toEqual({ from: clock(at(1_000)), to: clock(at(3_600_000)) });
    const sameSecond = foldOf(unmatchedAt(1_000), unmatchedAt(1_100));
    expect(foldTimes(sameSecond).to).toBe('');
  });

  it('Claims for a number added later show their current statuses.', () => {
    const show = new ScriptedShow();
    show.addComment('ann', '199');
    show.addComment('bea', '199');
    const state = fromSnapshot(show.snapshot());
    const fold = foldOf(...(state.feed as ClaimRow[]).toReversed());
    expect(currentFoldText(state, fold)).toBeNull();
    show.addItem('199', 1);
    expect(currentFoldText(fromSnapshot(show.snapshot()), fold)).toBe('1 won · 1 waiting');
  });
});
