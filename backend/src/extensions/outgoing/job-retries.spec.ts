import { JOB_RETRY_MS } from '@sellary/contracts';
import { isLastAttempt, pauseMs } from './job-retries';

const HOUR_MS = 3_600_000;

describe('Retry times', () => {
  it('If a receiver is down for a day, its job is retried within 15 minutes after the day ends.', () => {
    const startedAt = Date.parse('2026-11-29T00:00:00Z');
    const retryUntil = new Date(startedAt + JOB_RETRY_MS);
    const times: number[] = [];
    let now = startedAt;
    for (let attempt = 1; ; attempt++) {
      times.push(now - startedAt);
      if (isLastAttempt(attempt, now, retryUntil)) break;
      now += pauseMs(attempt, null);
    }
    expect(times.slice(0, 4)).toEqual([0, 5_000, 35_000, 155_000]);
    expect(times.at(-1)).toBeGreaterThanOrEqual(26 * HOUR_MS);
    expect(times.some((time) => time > 24 * HOUR_MS && time <= 24.25 * HOUR_MS)).toBe(true);
  });

  it('A job gets at least 3 attempts, even if its last retry time passed while the product was stopped.', () => {
    const retryUntil = new Date(0);
    expect([1, 2, 3].map((attempt) => isLastAttempt(attempt, Date.now(), retryUntil))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('The pause is as long as the receiver asks for, but at most an hour.', () => {
    expect(pauseMs(9, 1_000)).toBe(1_000);
    expect(pauseMs(1, 10 * HOUR_MS)).toBe(HOUR_MS);
  });

  it('A requested pause that is not a number is ignored.', () => {
    expect([pauseMs(2, Number.NaN), pauseMs(30, Number.NaN)]).toEqual([pauseMs(2, null), pauseMs(30, null)]);
    expect(pauseMs(1, Infinity)).toBe(HOUR_MS);
  });

  it('A receiver that always asks for a pause of 0 does not get endless attempts.', () => {
    let [now, attempt] = [0, 1];
    for (; !isLastAttempt(attempt, now, new Date(JOB_RETRY_MS)); attempt++) now += pauseMs(attempt, 0);
    expect(attempt).toBeLessThan(200);
  });
});
