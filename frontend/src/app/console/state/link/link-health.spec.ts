import { linkHealth } from './link-health';

const facts = { sinceBeat: 1_000, sinceStart: 60_000, isConfirmed: true, missing: 0, isBlocked: false };

describe('link health', () => {
  it('The link is up to date while heartbeats arrive.', () => {
    expect(linkHealth(facts)).toMatchObject({ state: 'up_to_date', tone: 'good', mayAct: true });
  });

  it('The link turns amber after 5 s without a heartbeat and red after 15 s, and acts are paused.', () => {
    expect(linkHealth({ ...facts, sinceBeat: 4_999 }).tone).toBe('good');
    expect(linkHealth({ ...facts, sinceBeat: 6_200 })).toMatchObject({
      tone: 'warn',
      word: 'No response for 6 s',
      mayAct: false,
    });
    expect(linkHealth({ ...facts, sinceBeat: 15_000 })).toMatchObject({ tone: 'bad', mayAct: false });
  });

  it('The link is never green before the first heartbeat, however long the page has been open.', () => {
    expect(linkHealth({ ...facts, sinceBeat: null, sinceStart: 100 })).toMatchObject({
      state: 'connecting',
      mayAct: false,
    });
    expect(linkHealth({ ...facts, sinceBeat: null, sinceStart: 20_000 }).tone).toBe('bad');
  });

  it('A recent heartbeat over the previous connection does not make the link green.', () => {
    expect(linkHealth({ ...facts, isConfirmed: false })).toMatchObject({
      state: 'lost',
      tone: 'warn',
      mayAct: false,
    });
  });

  it('The warning reports how long the server has been silent, and that changes are paused.', () => {
    const warningAfter = (sinceBeat: number): string | null => linkHealth({ ...facts, sinceBeat }).warning;
    expect(warningAfter(6_000)).toBe(
      'No response from the server for 6 s. This view may be out of date, so changes are paused.',
    );
    expect(warningAfter(130_000)).toContain('for 2 min.');
    expect(warningAfter(8 * 3_600_000)).toContain('for 8 h.');
  });

  it('The warning names the network if the server responds but no live connection gets through.', () => {
    const health = linkHealth({ ...facts, sinceBeat: null, sinceStart: 6_000, isBlocked: true });
    expect(health).toMatchObject({ tone: 'warn', word: 'Live connection blocked', mayAct: false });
    expect(health.warning).toContain('the network or a proxy blocks the live connection');
  });

  it('The link status shows how many updates are missing.', () => {
    expect(linkHealth({ ...facts, missing: 1_204 })).toMatchObject({
      state: 'catching_up',
      word: 'Catching up: 1,204 updates',
    });
  });
});
