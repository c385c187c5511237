import { ApiError } from '../../kernel';
import { BoundedQueue } from './bounded-queue';

/** A job that runs until `end` is called. */
function controlledJob(): { run: () => Promise<void>; end: () => void; started: () => boolean } {
  let end = (): void => undefined;
  let started = false;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    run: () => {
      started = true;
      return ended;
    },
    end: () => end(),
    started: () => started,
  };
}

describe('A bounded queue', () => {
  it('A bounded queue runs two jobs at a time, starts the others in order, and rejects jobs beyond its limit.', async () => {
    const queue = new BoundedQueue(2, 1);
    const jobs = [controlledJob(), controlledJob(), controlledJob(), controlledJob()];
    const [first, second, third, fourth] = jobs.map((job) => queue.run(job.run));
    await expect(fourth).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 2 });
    await expect(fourth).rejects.toBeInstanceOf(ApiError);
    expect(jobs.map((job) => job.started())).toEqual([true, true, false, false]);
    jobs[1]?.end();
    await second;
    expect(jobs[2]?.started()).toBe(true);
    jobs[0]?.end();
    jobs[2]?.end();
    await Promise.all([first, third]);
    expect(queue.isIdle).toBe(true);
  });

  it('A failed job frees its place in the queue.', async () => {
    const queue = new BoundedQueue(1, 0);
    await expect(queue.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await expect(queue.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
