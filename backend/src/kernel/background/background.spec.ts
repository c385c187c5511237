import { Logger } from '@nestjs/common';
import { Subject } from 'rxjs';
import { runAfter, backgroundFailures, runEvery, guardListener, inBackground } from './background';

describe('Work that no caller waits for', () => {
  let lines: string[];

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.now() + 3_600_000 });
    backgroundFailures.reset();
    lines = [];
    jest
      .spyOn(Logger.prototype, 'error')
      .mockImplementation((line: unknown) => void lines.push(String(line)));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const failures = async (origin: string): Promise<number> =>
    (await backgroundFailures.get()).values.find(({ labels }) => labels.origin === origin)?.value ?? 0;

  it.each([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
    [
      'throws a value that cannot be printed',
      () => {
        throw Object.create(null) as Error;
      },
    ],
    [
      'throws undefined',
      () => {
        throw undefined as unknown as Error;
      },
    ],
  ])('If background work %s, the failure is counted and logged, but not passed on.', async (name, work) => {
    inBackground(name, work);
    guardListener(name, work)();
    await jest.advanceTimersByTimeAsync(0);
    expect(await failures(name)).toBe(2);
    expect(lines).toHaveLength(1);
  });

  it('Repeated failures write one log line every ten seconds, and the next line reports how many were skipped.', async () => {
    const fail = (): void =>
      inBackground('often', () => {
        throw new Error('broken');
      });
    for (let times = 0; times < 100; times += 1) fail();
    expect(lines).toHaveLength(1);
    jest.advanceTimersByTime(10_000);
    fail();
    expect(lines[1]).toContain('99 more');
    expect(await failures('often')).toBe(101);
  });

  it('Failures are also logged after the clock is set back.', () => {
    const fail = (): void =>
      inBackground('set back', () => {
        throw new Error('broken');
      });
    fail();
    jest.setSystemTime(Date.now() - 3_600_000);
    jest.advanceTimersByTime(10_000);
    fail();
    expect(lines).toHaveLength(2);
  });

  it('Periodic work continues after a failure, and skips a run if the previous run has not ended.', async () => {
    let runs = 0;
    let finish: () => void = () => undefined;
    const stop = runEvery('beat', 1_000, () => {
      runs += 1;
      if (runs === 1) throw new Error('broken');
      return new Promise<void>((resolve) => (finish = resolve));
    });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(runs).toBe(2);
    finish();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(runs).toBe(3);
    stop();
    finish();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(runs).toBe(3);
    expect(await failures('beat')).toBe(1);
  });

  it('A failure of delayed work is counted.', async () => {
    runAfter('later', 500, () => Promise.reject(new Error('broken')));
    await jest.advanceTimersByTimeAsync(500);
    expect(await failures('later')).toBe(1);
  });

  it('When a subscriber fails, the failure is counted, and the subscription continues.', async () => {
    const subject = new Subject<number>();
    const received: number[] = [];
    subject.subscribe((value) => {
      received.push(value);
      throw new Error('broken');
    });
    subject.next(1);
    subject.next(2);
    await jest.advanceTimersByTimeAsync(0);
    expect(received).toEqual([1, 2]);
    expect(await failures('subscriber')).toBe(2);
  });
});
