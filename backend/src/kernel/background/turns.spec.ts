import { nextTurn, Step } from './turns';

/** Resolves in a later round of the event loop. */
const round = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Turns of long work', () => {
  it('Long work runs one step in each round of the event loop, in the requested order.', async () => {
    const steps: string[] = [];
    const work = async (name: string): Promise<void> => {
      for (let step = 1; step <= 2; step += 1) {
        await nextTurn();
        steps.push(`${name}${step}`);
      }
    };
    const all = Promise.all(['a', 'b', 'c'].map(work));
    const counts: number[] = [];
    while (steps.length < 6) {
      await round();
      counts.push(steps.length);
    }
    await all;
    expect(steps).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2']);
    expect(Math.max(...counts.map((count, index) => count - (counts[index - 1] ?? 0)))).toBe(1);
  });

  it('New work begins at once after all earlier work has run.', async () => {
    await nextTurn();
    let began = false;
    void nextTurn().then(() => (began = true));
    await round();
    await round();
    expect(began).toBe(true);
  });

  it('A pause is due after a few milliseconds of work, and the time restarts with each pause.', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    const step = new Step();
    clock.mockReturnValue(1_004);
    expect(step.isOver).toBe(false);
    clock.mockReturnValue(1_006);
    expect(step.isOver).toBe(true);
    await step.pause();
    expect(step.isOver).toBe(false);
    clock.mockRestore();
  });
});
