import type { Claim, Show } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel';
import { replayDifferences, useCaller, useTwoApps } from '../../test';
import { call } from '../../test/caller';

jest.setTimeout(60_000);

describe('A span that ends while another process is deciding claims', () => {
  const [first, second] = useTwoApps();
  const owner = useCaller(first);

  const sayInSecondProcess = (show: Show, user: string) =>
    call<{ outcome: string; claim: Claim | null }>(
      second.url,
      owner.session.accessToken,
      'POST',
      '/api/debug/emit-comment',
      { showId: show.id, userId: user, userHandle: user, text: 'sold 1' },
    );
  /**
   * Sets the second process's clock ahead, so that its comments seem to be written after the button press.
   */
  const setClockAhead = (ms: number) =>
    jest.spyOn(second.nest.get(Clock), 'now').mockImplementation(() => Date.now() + ms);

  it.each(['pause', 'stop'])(
    'When an operator presses %s, the span ends after every claim already decided.',
    async (button) => {
      const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 3 }]);
      setClockAhead(2_000);
      const { body: winner } = await sayInSecondProcess(show, 'ann');
      expect(winner.outcome).toBe('winner');
      const { body: ended } = await owner.call<Show>('POST', `/api/shows/${show.id}/${button}`, {});
      const [row] = await first.nest
        .get(DataSource)
        .query<{ spans: [number, number | null][] }[]>('SELECT spans FROM shows WHERE id = $1', [show.id]);
      const end = row?.spans[0]?.[1] ?? 0;
      expect(Date.parse(winner.claim?.claimedAt ?? '')).toBeLessThan(end);
      expect(ended.endedAt).toBe(button === 'stop' ? new Date(end).toISOString() : null);
      // This clock dates the next comment after the span's end, so the comment is outside the span.
      setClockAhead(60_000);
      expect((await sayInSecondProcess(show, 'bob')).body.outcome).toBe('outside_show');
      expect(await replayDifferences(first, show.id)).toEqual([]);
    },
  );
});
