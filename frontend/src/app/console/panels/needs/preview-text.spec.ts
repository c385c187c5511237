import type { IntentPreview, ResolvePreview } from '@sellary/contracts';
import { aPreview } from '../../../../../testing/wire';
import { previewText } from './preview-text';

const textOf = (...changes: Partial<IntentPreview>[]): string =>
  previewText({ ...aPreview(), intents: changes.flatMap((change) => aPreview(change).intents ?? []) });
const group = (counts: ResolvePreview['counts'], numbers: string[], deleted = 0): string =>
  previewText({
    counts,
    items: numbers.map((itemNumber) => ({ itemNumber })),
    left: 0,
    dependsOn: [],
    blocked: counts.blocked ?? 0,
    deleted,
  });

describe('preview text', () => {
  it('The text names the last unit, several units, and the variant.', () => {
    expect(textOf({ unitsLeft: 2 })).toBe('would win a unit of #101');
    expect(textOf({ unitsLeft: 1, variant: 'M' })).toBe('would win the last unit of #101 M');
    expect(textOf({ units: { won: 2, waiting: 1 } })).toBe('would win 2 and wait for 1 of #101');
    expect(textOf({ units: { won: 3, waiting: 0 } })).toBe('would win 3 units of #101');
    expect(textOf({ units: { won: 0, waiting: 2 } })).toBe('would wait for 2 units of #101');
  });

  it('The text differs between a buyer who has the item and a buyer who is waiting for it.', () => {
    expect(textOf({ outcome: 'duplicate_user' })).toBe('already has #101');
    expect(textOf({ outcome: 'duplicate_user', position: 3 })).toBe('already waits for #101, position 3');
  });

  it('Each item that a comment claims has its own result.', () => {
    const waits = { outcome: 'waitlist', itemNumber: '102', position: 2 } as const;
    expect(textOf({}, waits)).toBe('would win the last unit of #101, would wait for #102, position 2');
  });

  it('The text for a group adds up the results and names at most four items.', () => {
    expect(group({ winner: 2, waitlist: 1, duplicate_user: 1, over_limit: 1 }, ['104'])).toBe(
      '#104 · 2 would win, 1 would wait, 2 comments would change nothing',
    );
    expect(group({ winner: 5 }, ['1', '2', '3', '4', '5'])).toBe('#1, #2, #3, #4 … · 5 would win');
    expect(group({ needs_item: 1, needs_variant: 1 }, [])).toBe('2 missing an item or a variant');
  });

  it('If the request cannot be previewed, the text reports that the comment cannot be accepted.', () => {
    expect(previewText(null)).toBe('can’t be accepted as is');
  });

  it('Blocked buyers and deleted comments are marked, and counted in a group.', () => {
    const marked = (marks: Partial<ResolvePreview>): string => previewText({ ...aPreview(), ...marks });
    expect(marked({ blocked: 1 })).toBe('would win the last unit of #101 · the buyer is blocked');
    expect(marked({ deleted: 1 })).toBe('would win the last unit of #101 · the comment was deleted');
    expect(group({ winner: 3, blocked: 2 }, ['104'])).toBe('#104 · 3 would win, 2 from blocked buyers');
    expect(group({ winner: 3, refused: 1 }, ['104'], 1)).toBe(
      '#104 · 3 would win, 1 comment would change nothing · 1 deleted',
    );
  });
});
