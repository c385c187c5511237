import { nextTurn, Step } from './turns';

const nextRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Turns for long work', () => {
  it('Each event loop iteration runs one step of long work, in request order.', async () => {
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
      await nextRound();
      counts.push(steps.length);
    }
    await all;
    expect(steps).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2']);
    expect(Math.max(...counts.map((count, index) => count - (counts[index - 1] ?? 0)))).toBe(1);
  });

  it('New work begins immediately if no other work is waiting.', async () => {
    await nextTurn();
    let began = false;
    void nextTurn().then(() => (began = true));
    await nextRound();
    await nextRound();
    expect(began).toBe(true);
  });

  it('A pause is due after a few milliseconds of work, and each pause restarts the timer.', async () => {
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
