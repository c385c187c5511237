import type { Claim, ClaimList, ShowEvent, ShowEventList, ShowSnapshot } from '@sellary/contracts';
import { aClaim, aShow, at } from '../../../testing/wire';
import { type SnapshotCalls, wholeSnapshot } from './whole-snapshot';

const claim = (id: string, changes: Partial<Claim> = {}): Claim => ({
  ...aClaim(id),
  id,
  createdAt: at(Number(id.slice(1))),
  ...changes,
});
const snapshot = (lastSeq: number, claims: Claim[], claimsCursor?: string): ShowSnapshot => ({
  show: { ...aShow(), lastSeq },
  items: [],
  claims,
  comments: [],
  review: [],
  lastSeq,
  ...(claimsCursor === undefined ? {} : { claimsCursor }),
});
const event = (
  seq: number,
  type: 'claim.updated' | 'claim.released',
  changed: Claim,
  promotedClaim?: Claim,
): ShowEvent =>
  ({
    seq,
    type,
    at: at(seq),
    data: { claim: changed, ...(promotedClaim && { promotedClaim }) },
  }) as ShowEvent;

function fakeServer(
  snapshots: ShowSnapshot[],
  pages: ClaimList[],
  events: ShowEvent[],
): SnapshotCalls & { madeCalls: string[] } {
  const madeCalls: string[] = [];
  const next = <T>(list: T[], name: string): Promise<T> => {
    madeCalls.push(name);
    const first = list.shift();
    return first === undefined ? Promise.reject(new Error(`one ${name} too many`)) : Promise.resolve(first);
  };
  return {
    madeCalls,
    snapshot: () => next(snapshots, 'snapshot'),
    activeClaims: ({ cursor }) => next(pages, `claims ${cursor}`),
    events: (afterSeq): Promise<ShowEventList> => {
      madeCalls.push(`events ${afterSeq}`);
      return Promise.resolve({
        events: events.filter(({ seq }) => seq > afterSeq).slice(0, 2),
        lastSeq: events.at(-1)?.seq ?? 0,
      });
    },
  };
}

describe('A whole snapshot', () => {
  it('A snapshot is loaded with one call if the server left nothing out.', async () => {
    const server = fakeServer([snapshot(7, [claim('c1')])], [], []);
    expect((await wholeSnapshot(server)).claims.map(({ id }) => id)).toEqual(['c1']);
    expect(server.madeCalls).toEqual(['snapshot']);
  });

  it("Older claims are as of the snapshot's last ledger row, even if they changed during the reads.", async () => {
    const server = fakeServer(
      [snapshot(10, [claim('c5'), claim('c6')], 'older'), snapshot(13, [claim('c6'), claim('c7')])],
      [
        {
          claims: [claim('c4', { status: 'waitlist' }), claim('c3', { status: 'waitlist' })],
          nextCursor: 'oldest',
        },
        {
          claims: [claim('c2', { status: 'winner' }), claim('c1', { status: 'waitlist' })],
          nextCursor: null,
        },
      ],
      [
        event(11, 'claim.released', claim('c2', { status: 'released' }), claim('c1', { status: 'winner' })),
        event(12, 'claim.updated', claim('c3', { status: 'waitlist', flagged: true })),
        event(13, 'claim.released', claim('c5', { status: 'passed' })),
        event(14, 'claim.released', claim('c4', { status: 'released' })),
      ],
    );
    const { claims, lastSeq } = await wholeSnapshot(server);
    expect(lastSeq).toBe(13);
    expect(claims.map(({ id, status, flagged }) => [id, status, flagged])).toEqual([
      ['c1', 'winner', false],
      ['c3', 'waitlist', true],
      ['c4', 'waitlist', false],
      ['c6', claim('c6').status, false],
      ['c7', claim('c7').status, false],
    ]);
    expect(server.madeCalls).toEqual([
      'snapshot',
      'claims older',
      'claims oldest',
      'snapshot',
      'events 10',
      'events 12',
    ]);
  });
});
