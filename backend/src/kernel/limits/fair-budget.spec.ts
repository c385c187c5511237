import { FairBudget } from './fair-budget';

describe('A budget that is shared out', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lets one holder have half of it, and others the rest', async () => {
    const budget = new FairBudget(4);
    const admitted: string[] = [];
    const take = (holder: string) => budget.reserve(1, holder, 1_000).then((free) => (admitted.push(holder), free));
    const first = take('a');
    void take('a');
    void take('a');
    void take('b');
    await jest.advanceTimersByTimeAsync(0);
    expect(admitted).toEqual(['a', 'a', 'b']);
    (await first)?.();
    await jest.advanceTimersByTimeAsync(0);
    expect(admitted).toEqual(['a', 'a', 'b', 'a']);
  });

  it('gives in the order of asking, and nothing twice', async () => {
    const budget = new FairBudget(1);
    const admitted: string[] = [];
    const free = await budget.reserve(1, 'first', 1_000);
    for (const holder of ['b', 'c']) void budget.reserve(1, holder, 1_000).then(() => admitted.push(holder));
    free?.();
    free?.();
    await jest.advanceTimersByTimeAsync(0);
    expect(admitted).toEqual(['b']);
  });

  it('is waited for no longer than asked', async () => {
    const budget = new FairBudget(2);
    const free = await budget.reserve(2, 'a', 1_000);
    const late = budget.reserve(1, 'b', 1_000);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await late).toBeNull();
    free?.();
    expect(await budget.reserve(2, 'c', 1_000)).not.toBeNull();
  });
});
