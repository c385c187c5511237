import { graphTime, pacificTime, parseGraphTime } from './graph-time';
import { SimClock } from './sim-clock';

describe('the simulated clock', () => {
  let clock: SimClock;
  let firedAlarms: string[];
  const ring =
    (name: string): (() => void) =>
    () =>
      void firedAlarms.push(name);

  beforeEach(() => {
    firedAlarms = [];
    clock = new SimClock({ now: () => 1_000 });
  });
  afterEach(() => clock.close());

  it('Alarms ring once, in order of their due times, not of their registration.', () => {
    clock.ringAt(3_000, ring('late'));
    clock.ringAt(2_000, ring('early'));
    clock.ringAt(9_000, ring('never'));
    clock.advance(5_000);
    clock.advance(1);
    expect(firedAlarms).toEqual(['early', 'late']);
  });

  it('An alarm that is already due rings, but not before the call has returned.', async () => {
    clock.ringAt(500, ring('now'));
    expect(firedAlarms).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(firedAlarms).toEqual(['now']);
  });

  it('An alarm set by another alarm also rings.', () => {
    clock.ringAt(2_000, () => clock.ringAt(2_500, ring('second')));
    clock.advance(1_000);
    clock.advance(1_000);
    expect(firedAlarms).toEqual(['second']);
  });

  it('By default, the clock follows real time, and no alarm rings after the clock is closed.', async () => {
    const realTime = new SimClock();
    const done = new Promise<void>((resolve) => realTime.ringAt(realTime.now() + 20, resolve));
    realTime.ringAt(realTime.now() + 60_000, ring('later'));
    await done;
    realTime.close();
    realTime.advance(120_000);
    expect(firedAlarms).toEqual([]);
  });
});

describe('platform times', () => {
  it('Times have a resolution of one second and no colon in the offset.', () => {
    expect(graphTime(Date.parse('2026-11-22T19:05:12.987Z'))).toBe('2026-11-22T19:05:12+0000');
  });

  it('Error messages show Pacific time, in winter and in summer.', () => {
    expect(pacificTime(Date.parse('2026-11-22T18:00:00Z'))).toBe('Sunday, 22-Nov-26 10:00:00 PST');
    expect(pacificTime(Date.parse('2026-07-01T18:00:00Z'))).toBe('Wednesday, 01-Jul-26 11:00:00 PDT');
  });

  it('Times are parsed as Unix seconds or ISO 8601, and any other text is invalid.', () => {
    expect(parseGraphTime('1795374312')).toBe(1_795_374_312_000);
    expect(parseGraphTime('2026-11-22T19:05:12+0000')).toBe(1_795_374_312_000);
    expect(parseGraphTime('2026-11-22T19:05:12Z')).toBe(1_795_374_312_000);
    expect(parseGraphTime('soon')).toBeNull();
  });
});
