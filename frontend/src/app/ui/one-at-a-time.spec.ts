import { ApiError } from '../api/api-error';
import { OneAtATime } from './one-at-a-time';

describe('one at a time', () => {
  const taken = new ApiError('EMAIL_TAKEN', 'This email has an account', 409);
  /** Functions that end the started tasks, in order. */
  let ends: (() => void)[];
  const start = (): Promise<void> => new Promise((resolve) => ends.push(resolve));
  beforeEach(() => (ends = []));

  it('The instance is busy while a task runs, and the next task can start after that.', async () => {
    const work = new OneAtATime();
    expect(work.busy()).toBe(false);
    const first = work.run(start);
    expect(work.busy()).toBe(true);
    ends[0]!();
    expect(await first).toBe(true);
    expect(work.busy()).toBe(false);
    void work.run(start);
    expect(ends).toHaveLength(2);
  });

  it('A second task is not started while one runs, and does not end the busy time.', async () => {
    const work = new OneAtATime();
    const first = work.run(start);
    expect(await work.run(start)).toBe(false);
    expect(ends).toHaveLength(1);
    expect(work.busy()).toBe(true);
    ends[0]!();
    expect(await first).toBe(true);
  });

  it('A failed task leaves its problem, and the next task clears the problem when it starts.', async () => {
    const work = new OneAtATime();
    expect(await work.run(() => Promise.reject(taken))).toBe(false);
    expect([work.busy(), work.problem()]).toEqual([false, 'This email has an account']);
    void work.run(start);
    expect(work.problem()).toBe(null);
  });

  it('A task that is not started leaves the problem as it is.', async () => {
    const work = new OneAtATime();
    void work.run(start);
    work.problem.set('The file is too large');
    await work.run(start);
    expect(work.problem()).toBe('The file is too large');
  });

  it("A failure can be shown in the page's own words, or elsewhere.", async () => {
    const notices: string[] = [];
    const work = new OneAtATime(({ code }) => `Not saved: ${code}`);
    await work.run(() => Promise.reject(taken));
    expect(work.problem()).toBe('Not saved: EMAIL_TAKEN');
    await work.run(
      () => Promise.reject(taken),
      ({ message }) => void notices.push(message),
    );
    expect([work.problem(), notices]).toEqual([null, ['This email has an account']]);
    expect(work.busy()).toBe(false);
  });
});
