/** A scanner pauses for less than this between two keys, and a person pauses for longer. */
export const MAX_SCAN_PAUSE_MS = 40;
/** In the middle of a code, a busy page may delay single keys of a scanner for longer. */
const MAX_DELAYED_PAUSE_MS = 150;
/** 3 characters with a digit, or any 5. Shorter bursts may come from two hands at once, or from a program. */
const CODE = /^(?=.*\p{Nd}).{3,}$|^.{5,}$/u;
const MIN_CODE_LENGTH = 3;

/**
 * Delays the actions of keys while the keys may belong to a scanned code, which a scanner ends with Enter.
 * The keys of a code do nothing; the actions of all other keys run.
 */
export class KeyBursts {
  private text = '';
  private lastAt = 0;
  private delayedActions: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Takes a key that writes a character.
   * @param at time of the press, ms
   * @param action what the key does if it was not scanned
   * @returns true if the key follows another key at the speed of a scanner
   */
  add(key: string, at: number, action: () => void): boolean {
    const follows = this.isFast(at);
    if (!follows) this.flush();
    this.text += key;
    this.lastAt = at;
    this.delayedActions.push(action);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), this.pauseMs);
    return follows;
  }

  /**
   * Takes an Enter.
   * @returns the scanned code before it. If there is none, runs the actions of the delayed keys and returns null
   */
  end(at: number): string | null {
    const code = this.isFast(at) && CODE.test(this.text) ? this.text : null;
    if (code === null) this.flush();
    else this.clear();
    return code;
  }

  /** Runs the actions of the delayed keys. */
  flush(): void {
    const actions = this.delayedActions;
    this.clear();
    for (const action of actions) action();
  }

  clear(): void {
    clearTimeout(this.timer);
    this.text = '';
    this.delayedActions = [];
  }

  private get pauseMs(): number {
    return this.text.length < MIN_CODE_LENGTH ? MAX_SCAN_PAUSE_MS : MAX_DELAYED_PAUSE_MS;
  }

  private isFast(at: number): boolean {
    return this.text !== '' && at - this.lastAt <= this.pauseMs;
  }
}
