import { CallSlots, type SlotHolder, type SlotLimits } from './call-slots';

const LIMITS: SlotLimits = { waitingPerWorkspace: 10, maxWaitMs: 10_000, name: 'large reads' };
const holder = (workspaceId: string, userId = `${workspaceId} user`): SlotHolder => ({ workspaceId, userId });

/** Takes a slot; `started` reports whether it was granted. */
function takeSlot(
  slots: CallSlots,
  by: SlotHolder,
): { started: () => boolean; release: () => Promise<void> } {
  let release: (() => void) | null = null;
  const acquired = slots.acquire(by).then((releaseSlot) => (release = releaseSlot));
  return { started: () => release !== null, release: async () => (await acquired)() };
}
const nextRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('CallSlots', () => {
  // Calls still waiting at the end of a test must not be rejected during a later test.
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('A workspace runs up to its maximum number of calls, and a waiting call starts when a slot is freed.', async () => {
    const slots = new CallSlots({ ...LIMITS, perWorkspace: 2 });
    const calls = [1, 2, 3].map((n) => takeSlot(slots, holder('A', `user ${n}`)));
    await nextRound();
    expect(calls.map(({ started }) => started())).toEqual([true, true, false]);
    await calls[0]?.release();
    await nextRound();
    expect(calls[2]?.started()).toBe(true);
  });

  it("A user's limit is separate from the workspace's limit.", async () => {
    const slots = new CallSlots({ ...LIMITS, perUser: 1, perWorkspace: 2 });
    const calls = ['ann', 'ann', 'ben'].map((user) => takeSlot(slots, holder('A', user)));
    await nextRound();
    expect(calls.map(({ started }) => started())).toEqual([true, false, true]);
  });

  it('A freed slot goes to the workspace with the fewest running calls, not to the one with the longest queue.', async () => {
    const slots = new CallSlots({ ...LIMITS, total: 2 });
    const greedy = [1, 2, 3, 4].map(() => takeSlot(slots, holder('A')));
    const other = takeSlot(slots, holder('B'));
    await greedy[0]?.release();
    await nextRound();
    expect(other.started()).toBe(true);
    expect(greedy[2]?.started()).toBe(false);
  });

  it('If a workspace has the maximum number of waiting calls, its next call is rejected with RATE_LIMITED and Retry-After.', async () => {
    const slots = new CallSlots({ ...LIMITS, perWorkspace: 1, waitingPerWorkspace: 1 });
    const release = await slots.acquire(holder('A'));
    const queued = slots.acquire(holder('A'));
    await expect(slots.acquire(holder('A'))).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 10 });
    await expect(slots.acquire(holder('B'))).resolves.toEqual(expect.any(Function));
    release();
    await expect(queued).resolves.toEqual(expect.any(Function));
  });

  it('A call that has waited too long is rejected and never starts.', async () => {
    const slots = new CallSlots({ ...LIMITS, perWorkspace: 1 });
    const release = await slots.acquire(holder('A'));
    const refused = expect(slots.acquire(holder('A'))).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await jest.advanceTimersByTimeAsync(10_000);
    await refused;
    release();
    await expect(slots.acquire(holder('A'))).resolves.toEqual(expect.any(Function));
  });

  it('Failed work frees its slot.', async () => {
    const slots = new CallSlots({ ...LIMITS, perWorkspace: 1 });
    await expect(slots.run(holder('A'), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(slots.run(holder('A'), () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('Releasing a slot twice frees it only once.', async () => {
    const slots = new CallSlots({ ...LIMITS, total: 1 });
    const release = await slots.acquire(holder('A'));
    release();
    await slots.acquire(holder('B'));
    release();
    const third = takeSlot(slots, holder('C'));
    await nextRound();
    expect(third.started()).toBe(false);
  });

  it('A call takes as many slots as it needs, and may overtake a call that does not fit yet.', async () => {
    const slots = new CallSlots({ ...LIMITS, total: 10, perUser: 5 });
    const release = await slots.acquire(holder('A'), 5);
    const started: string[] = [];
    const take = (workspace: string, amount: number): Promise<unknown> =>
      slots.acquire(holder(workspace), amount).then(() => started.push(`${workspace} ${amount}`));
    void take('A', 1);
    void take('B', 5);
    void take('C', 2);
    await nextRound();
    expect(started).toEqual(['B 5']);
    release();
    await nextRound();
    expect(started).toEqual(['B 5', 'A 1', 'C 2']);
  });
});
