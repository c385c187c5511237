import type { ShowEvent } from '@sellary/contracts';
import { ScriptedShow } from '../../../../../testing/scripted-show';
import { at } from '../../../../../testing/wire';
import { momentSteps, readMoment, wantsItem } from './moment-steps';

function aLongShow(): ShowEvent[] {
  const show = new ScriptedShow();
  show.addItem('101', 2);
  for (let i = 0; i < 900; i++) show.addChatter();
  for (const viewer of ['ann', 'bea', 'cyn']) show.addComment(viewer, '101');
  for (let i = 0; i < 900; i++) show.addChatter();
  return show.events.map((event) => ({ ...event, at: at(event.seq * 100) }));
}

describe('replay of a moment', () => {
  const events = aLongShow();
  const moment = events.find((event) => event.type === 'claim.created');
  const middle = Date.parse(moment?.at ?? '');

  it('Finding the ledger rows for a replay takes only a few small reads, even in a long show.', async () => {
    let reads = 0;
    const read = (afterSeq: number, limit: number) => {
      reads++;
      return Promise.resolve(events.slice(afterSeq, afterSeq + limit));
    };
    const found = await readMoment(read, events.length, middle - 2_000, middle + 2_000);
    expect(found).toEqual(events.filter((event) => Math.abs(Date.parse(event.at) - middle) <= 2_000));
    expect(reads).toBeLessThan(10);
  });

  it('The replay has one step per comment, with the units left after it.', () => {
    const steps = momentSteps(events, 'item-101').filter(({ claim }) => claim !== null);
    expect(steps.map(({ claim, unitsLeft }) => [claim?.buyer.handle, claim?.status, unitsLeft])).toEqual([
      ['@ann', 'winner', 1],
      ['@bea', 'winner', 0],
      ['@cyn', 'waitlist', 0],
    ]);
  });

  it('The replay lists the comments that asked for the item, without the chatter between them.', () => {
    const wanted = momentSteps(events, 'item-101').filter((step) => wantsItem(step, '#101'));
    expect(wanted.map(({ comment }) => comment.buyer.handle)).toEqual(['@ann', '@bea', '@cyn']);
  });
});
