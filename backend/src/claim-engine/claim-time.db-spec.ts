import type { Show } from '@sellary/contracts';
import { Clock } from '../kernel';
import { connectConsole, eventually, replayDifferences, useCaller, useTestApp } from '../../test';

// These tests are slow while other tests use the same cores.
jest.setTimeout(30_000);

describe('Claim time', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const winners = async (show: Show): Promise<string[]> =>
    (await operator.readShow(show.id)).items.flatMap((item) => item.winners.map((winner) => winner.handle));
  /** Sets the server's clock, and therefore the arrival of later comments. */
  const setClock = (ms: number): void =>
    void jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => ms);
  const iso = (ms: number): string => new Date(ms).toISOString();
  const act = (show: Show, name: string) => operator.call<Show>('POST', `/api/shows/${show.id}/${name}`, {});

  it('Comments in a batch are decided in order of claim time, with ties broken by arrival.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 3 }]);
    const base = Date.parse(show.startedAt ?? '');
    setClock(base + 60_000);
    const { results } = await operator.sayAll(show.id, [
      ['late', 'sold 1', { timestamp: iso(base + 900) }],
      ['tie1', 'sold 1', { timestamp: iso(base + 500) }],
      ['tie2', 'sold 1', { timestamp: iso(base + 500) }],
      ['first', 'sold 1', { timestamp: iso(base + 100) }],
    ]);
    expect(await winners(show)).toEqual(['first', 'tie1', 'tie2']);
    expect(results.map((result) => result.outcome)).toEqual(['waitlist', 'winner', 'winner', 'winner']);
  });

  it('A late comment does not change an earlier decision.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const base = Date.parse(show.startedAt ?? '');
    setClock(base + 60_000);
    await operator.say(show.id, 'quick', 'sold 1', { timestamp: iso(base + 5_000) });
    expect((await operator.say(show.id, 'slow', 'sold 1', { timestamp: iso(base + 1_000) })).outcome).toBe(
      'waitlist',
    );
    expect(await winners(show)).toEqual(['quick']);
  });

  it('A claim time in the future is replaced by the arrival.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const { outcome, comment, claim } = await operator.say(show.id, 'ann', 'sold 1', {
      timestamp: iso(Date.now() + 3_600_000),
    });
    expect(outcome).toBe('winner');
    expect(comment.commentedAt).toBe(comment.receivedAt);
    expect(claim?.claimedAt).toBe(claim?.receivedAt);
  });

  it('A comment can claim from the start of a span until just before its end.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }]);
    const start = Date.parse(show.startedAt ?? '');
    setClock(start + 10_000);
    await act(show, 'pause');
    setClock(start + 20_000);
    await act(show, 'resume');
    setClock(start + 30_000);
    await act(show, 'stop');
    setClock(start + 40_000);
    const outcomeAt = async (offset: number): Promise<string> =>
      (await operator.say(show.id, `at ${offset}`, 'sold 1', { timestamp: iso(start + offset) })).outcome;
    const offsets = [-1, 0, 9_999, 10_000, 15_000, 19_999, 20_000, 29_999, 30_000, 35_000];
    const outcomes: string[] = [];
    for (const offset of offsets) outcomes.push(await outcomeAt(offset));
    expect(outcomes).toEqual([
      'outside_show',
      'winner',
      'winner',
      'outside_show',
      'outside_show',
      'outside_show',
      'winner',
      'winner',
      'outside_show',
      'outside_show',
    ]);
  });

  it('A comment whose timestamp has no milliseconds can claim if any part of its second is in a span.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }]);
    const start = Date.parse(show.startedAt ?? '');
    const startSecond = Math.floor(start / 1_000) * 1_000;
    setClock(start + 5_000);
    await act(show, 'stop');
    const isoSeconds = (ms: number): string => iso(ms).replace('.000Z', 'Z');
    const outcomes: string[] = [];
    for (const at of [startSecond - 1_000, startSecond, startSecond + 1_000, startSecond + 6_000]) {
      outcomes.push((await operator.say(show.id, `s${at}`, 'sold 1', { timestamp: isoSeconds(at) })).outcome);
    }
    const outcomeWithMs = start === startSecond ? 'winner' : 'outside_show';
    outcomes.push((await operator.say(show.id, 'ms', 'sold 1', { timestamp: iso(startSecond) })).outcome);
    expect(outcomes).toEqual(['outside_show', 'winner', 'winner', 'outside_show', outcomeWithMs]);
  });

  it('A comment written in time wins if it arrives up to ten minutes after the end, and goes to review after that.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }]);
    const start = Date.parse(show.startedAt ?? '');
    setClock(start + 10_000);
    await act(show, 'stop');
    const timestamp = iso(start + 1_000);
    setClock(start + 10_000 + 600_000);
    expect((await operator.say(show.id, 'intime', 'sold 1', { timestamp })).outcome).toBe('winner');
    setClock(start + 10_000 + 600_001);
    expect((await operator.say(show.id, 'toolate', 'sold 1', { timestamp })).outcome).toBe('review');
    expect((await operator.readShow(show.id)).stats).toMatchObject({
      winners: 1,
      review: 1,
    });
  });

  it('A comment on a draft is stored but makes no claim.', async () => {
    const { body: draft } = await operator.call<Show>('POST', '/api/shows', {
      sources: [{ platform: 'rehearsal' }],
    });
    await operator.addItems(draft.id, { itemNumber: '1' });
    expect(await operator.say(draft.id, 'ann', 'sold 1')).toMatchObject({
      outcome: 'outside_show',
      claims: [],
      comment: { outcome: 'outside_show', claimId: null, claimIds: [] },
    });
    expect((await operator.readShow(draft.id)).stats).toMatchObject({
      comments: 1,
      claims: 0,
    });
  });

  it('A comment can claim immediately after a resume, even if the clock was ahead when the show started.', async () => {
    const now = Date.now();
    setClock(now + 600_000);
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }]);
    setClock(now);
    const console = await connectConsole(app.url, operator.session.accessToken);
    await console.join(show.id);
    const source = () => console.heartbeats.at(-1)?.sources[0];
    expect(await eventually(source, (found) => found !== undefined)).toMatchObject({
      state: 'trouble',
      problem: 'CLOCK_WAS_AHEAD',
    });
    expect((await operator.say(show.id, 'ann', 'sold 1')).outcome).toBe('outside_show');
    await act(show, 'pause');
    setClock(now + 1_000);
    const { body: resumed } = await act(show, 'resume');
    expect(resumed.startedAt).toBe(iso(now + 1_000));
    await eventually(source, (found) => found?.state !== 'trouble');
    expect((await operator.say(show.id, 'bob', 'sold 1')).outcome).toBe('winner');
    console.close();
    await act(show, 'stop');
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A comment can claim after a resume, even if the clock was set back to before the pause.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 30 }]);
    const start = Date.parse(show.startedAt ?? '');
    setClock(start + 60_000);
    await act(show, 'pause');
    setClock(start - 3_600_000);
    await act(show, 'resume');
    expect((await operator.say(show.id, 'ann', 'sold 1')).outcome).toBe('winner');
    await act(show, 'stop');
  });
});
