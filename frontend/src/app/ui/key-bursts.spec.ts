import { KeyBursts, MAX_SCAN_PAUSE_MS } from './key-bursts';

describe('Keys act only if they do not come from a scanner', () => {
  let actions: string[];
  let bursts: KeyBursts;
  let now: number;

  beforeEach(() => {
    jest.useFakeTimers();
    [actions, bursts, now] = [[], new KeyBursts(), 1_000];
  });
  afterEach(() => jest.useRealTimers());

  const advance = (ms: number): void => {
    now += ms;
    jest.advanceTimersByTime(ms);
  };
  /** Types each key after a pause. */
  const type = (text: string, pauseMs: number): void => {
    for (const key of text) {
      advance(pauseMs);
      bursts.add(key, now, () => actions.push(key));
    }
  };
  const enter = (pauseMs: number): string | null => {
    advance(pauseMs);
    return bursts.end(now);
  };

  it('A single key acts only after the pause that separates it from a scan.', () => {
    type('u', 10);
    advance(MAX_SCAN_PAUSE_MS - 1);
    expect(actions).toEqual([]);
    advance(1);
    expect(actions).toEqual(['u']);
  });

  it.each([1, 8, 20, MAX_SCAN_PAUSE_MS - 1])(
    'The keys of a code typed with %d ms pauses do nothing.',
    (pauseMs) => {
      type('A-204X', pauseMs);
      expect(enter(pauseMs)).toBe('A-204X');
      advance(1_000);
      expect(actions).toEqual([]);
    },
  );

  it('A key in the middle of a code is still part of the code if a busy page delays it.', () => {
    type('A-2', 8);
    type('0', 130);
    type('4X', 8);
    expect(enter(8)).toBe('A-204X');
    expect(actions).toEqual([]);
  });

  it.each([
    ['URN', false],
    ['yyy', true],
    ['j2', true],
  ])('%s is not a code, however fast it is typed.', (text, withEnter) => {
    type(text, 8);
    if (withEnter) expect(enter(8)).toBeNull();
    advance(1_000);
    expect(actions).toEqual([...text]);
  });

  it('All keys pressed by a fast typist act, in order.', () => {
    type('ruu', 70);
    expect(enter(90)).toBeNull();
    expect(actions).toEqual(['r', 'u', 'u']);
  });

  it('Two keys that a person presses almost simultaneously both act.', () => {
    type('gi', 20);
    advance(MAX_SCAN_PAUSE_MS);
    expect(actions).toEqual(['g', 'i']);
  });

  it('A key before a scan acts, and the scan is complete.', () => {
    type('j', 10);
    advance(200);
    type('204X', 8);
    expect(enter(8)).toBe('204X');
    expect(actions).toEqual(['j']);
  });
});
