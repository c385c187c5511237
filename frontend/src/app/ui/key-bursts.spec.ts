import { KeyBursts, MAX_SCAN_PAUSE_MS } from './key-bursts';

describe('Keys of a scanner are distinguished from those of a person before they act', () => {
  let done: string[];
  let bursts: KeyBursts;
  let at: number;

  beforeEach(() => {
    jest.useFakeTimers();
    [done, bursts, at] = [[], new KeyBursts(), 1_000];
  });
  afterEach(() => jest.useRealTimers());

  const pass = (ms: number): void => {
    at += ms;
    jest.advanceTimersByTime(ms);
  };
  /** Types each key after a pause. */
  const type = (text: string, pauseMs: number): void => {
    for (const key of text) {
      pass(pauseMs);
      bursts.hold(key, at, () => done.push(key));
    }
  };
  const enter = (pauseMs: number): string | null => {
    pass(pauseMs);
    return bursts.end(at);
  };

  it('A single key acts only after the pause that separates it from a scan.', () => {
    type('u', 10);
    pass(MAX_SCAN_PAUSE_MS - 1);
    expect(done).toEqual([]);
    pass(1);
    expect(done).toEqual(['u']);
  });

  it.each([1, 8, 20, MAX_SCAN_PAUSE_MS - 1])(
    'A code with %d ms between its keys does nothing.',
    (pauseMs) => {
      type('A-204X', pauseMs);
      expect(enter(pauseMs)).toBe('A-204X');
      pass(1_000);
      expect(done).toEqual([]);
    },
  );

  it('A busy page that holds up a key in the middle of a code does not make it a separate key.', () => {
    type('A-2', 8);
    type('0', 130);
    type('4X', 8);
    expect(enter(8)).toBe('A-204X');
    expect(done).toEqual([]);
  });

  it.each([
    ['URN', false],
    ['yyy', true],
    ['j2', true],
  ])('%s is not a code, however fast it is typed.', (text, withEnter) => {
    type(text, 8);
    if (withEnter) expect(enter(8)).toBeNull();
    pass(1_000);
    expect(done).toEqual([...text]);
  });

  it('Keys of a fast typist all count, in their order.', () => {
    type('ruu', 70);
    expect(enter(90)).toBeNull();
    expect(done).toEqual(['r', 'u', 'u']);
  });

  it('Two keys that a person presses at once both count.', () => {
    type('gi', 20);
    pass(MAX_SCAN_PAUSE_MS);
    expect(done).toEqual(['g', 'i']);
  });

  it('A key before a scan counts, and the scan is whole.', () => {
    type('j', 10);
    pass(200);
    type('204X', 8);
    expect(enter(8)).toBe('204X');
    expect(done).toEqual(['j']);
  });
});
