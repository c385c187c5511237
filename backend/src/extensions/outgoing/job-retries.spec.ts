import { JOB_RETRY_MS } from '@sellary/contracts';
import { isLast, pauseMs } from './job-retries';

const HOUR_MS = 3_600_000;

describe('Times of retries', () => {
  it('A receiver that is down for a day is tried again afterward, at most 15 minutes later.', () => {
    const begunAt = Date.parse('2026-11-29T00:00:00Z');
    const retryUntil = new Date(begunAt + JOB_RETRY_MS);
    const times: number[] = [];
    let now = begunAt;
    for (let attempt = 1; ; attempt++) {
      times.push(now - begunAt);
      if (isLast(attempt, now, retryUntil)) break;
      now += pauseMs(attempt, null);
    }
    expect(times.slice(0, 4)).toEqual([0, 5_000, 35_000, 155_000]);
    expect(times.at(-1)).toBeGreaterThanOrEqual(26 * HOUR_MS);
    expect(times.some((time) => time > 24 * HOUR_MS && time <= 24.25 * HOUR_MS)).toBe(true);
  });

  it('A job has three attempts, even if the product was stopped until its time was over.', () => {
    const past = new Date(0);
    expect([1, 2, 3].map((attempt) => isLast(attempt, Date.now(), past))).toEqual([false, false, true]);
  });

  it('A pause that the receiver asks for is kept, up to an hour.', () => {
    expect(pauseMs(9, 1_000)).toBe(1_000);
    expect(pauseMs(1, 10 * HOUR_MS)).toBe(HOUR_MS);
  });

  it('A receiver that always asks for no pause does not get endless attempts.', () => {
    let [now, attempt] = [0, 1];
    for (; !isLast(attempt, now, new Date(JOB_RETRY_MS)); attempt++) now += pauseMs(attempt, 0);
    expect(attempt).toBeLessThan(200);
  });
});
