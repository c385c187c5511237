import { type Lane, ShowQueue } from './show-queue';

/** A lane whose batches wait until the test releases them. */
function pausedLane(
  limit = 500,
  weigh: (input: number) => number = () => 1,
): Lane<number, string> & { batches: number[][]; release(): void } {
  const batches: number[][] = [];
  const waiting: (() => void)[] = [];
  return {
    limit,
    weigh,
    batches,
    release: () => waiting.shift()?.(),
    process: async (_, inputs) => {
      batches.push(inputs);
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (inputs.includes(-1)) throw new Error('unstorable');
      return inputs.map(String);
    },
  };
}
const nextEventLoopRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Releases this many batches, one after the other. */
async function releaseBatches(lane: { release(): void }, count: number): Promise<void> {
  for (let batch = 0; batch < count; batch++) {
    await nextEventLoopRound();
    lane.release();
    await nextEventLoopRound();
  }
}

describe('The show queue', () => {
  it('An idle queue starts immediately, and work that arrives in the meantime shares the next batch.', async () => {
    const [queue, lane] = [new ShowQueue(), pausedLane()];
    const responses = [
      queue.submitTo('s', lane, [1]),
      queue.submitTo('s', lane, [2, 3]),
      queue.submitTo('s', lane, [4]),
    ];
    await releaseBatches(lane, 2);
    expect(await Promise.all(responses)).toEqual([['1'], ['2', '3'], ['4']]);
    expect(lane.batches).toEqual([[1], [2, 3, 4]]);
  });

  it('Acts and comments are processed in order of arrival.', async () => {
    const [queue, lane, seen] = [new ShowQueue(), pausedLane(), [] as string[]];
    const first = queue.submitTo('s', lane, [1]).then(() => seen.push('1'));
    const act = queue.submit('s', () => Promise.resolve(seen.push('act')));
    const second = queue.submitTo('s', lane, [2]);
    await releaseBatches(lane, 1);
    await Promise.all([first, act]);
    await releaseBatches(lane, 1);
    await second;
    expect(lane.batches).toEqual([[1], [2]]);
    expect(seen).toContain('act');
  });

  it('A call larger than a batch is split, and its results are returned together.', async () => {
    const [queue, lane] = [new ShowQueue(), pausedLane(2)];
    const response = queue.submitTo('s', lane, [1, 2, 3, 4, 5]);
    await releaseBatches(lane, 3);
    expect(await response).toEqual(['1', '2', '3', '4', '5']);
    expect(lane.batches).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('Heavy inputs run in smaller batches, and an input too heavy for any batch runs alone.', async () => {
    const [queue, lane] = [new ShowQueue(), pausedLane(4, (input) => input)];
    const responses = [queue.submitTo('s', lane, [2, 2, 1]), queue.submitTo('s', lane, [3, 9, 1])];
    await releaseBatches(lane, 4);
    expect((await Promise.all(responses)).flat()).toEqual(['2', '2', '1', '3', '9', '1']);
    expect(lane.batches).toEqual([[2, 2], [1, 3], [9], [1]]);
  });

  it('Work waiting when the database fails is rejected with the same error.', async () => {
    const [queue, lane] = [new ShowQueue(), pausedLane()];
    const databaseError = Object.assign(new Error('lock timeout'), { code: '55P03' });
    let started = 0;
    const act = () => {
      started += 1;
      return Promise.reject(databaseError);
    };
    const responses = [queue.submit('s', act), queue.submitTo('s', lane, [1, 2]), queue.submit('s', act)];
    expect(await Promise.allSettled(responses)).toEqual(
      responses.map(() => ({ status: 'rejected', reason: databaseError })),
    );
    expect([started, lane.batches]).toEqual([1, []]);
    const later = queue.submitTo('s', lane, [3]);
    await releaseBatches(lane, 1);
    expect(await later).toEqual(['3']);
  });

  it("One caller's failure does not cause another caller's comments to be rejected.", async () => {
    const [queue, lane] = [new ShowQueue(), pausedLane()];
    const opening = queue.submitTo('s', lane, [0]);
    const bad = queue.submitTo('s', lane, [-1]);
    const good = queue.submitTo('s', lane, [7]);
    const refused = expect(bad).rejects.toThrow('unstorable');
    await releaseBatches(lane, 4);
    await refused;
    expect(await good).toEqual(['7']);
    await opening;
  });

  it('The queue continues after a failed act.', async () => {
    const queue = new ShowQueue();
    await expect(queue.submit('s', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await queue.submit('s', () => Promise.resolve('next'))).toBe('next');
  });
});
