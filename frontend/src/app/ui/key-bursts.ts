/** A scanner pauses less than this between two keys, and a person pauses longer. */
export const MAX_SCAN_PAUSE_MS = 40;
/** In the middle of a code, a busy page may delay individual scanner keys for longer. */
const MAX_DELAYED_PAUSE_MS = 150;
/**
 * At least 3 characters with a digit, or at least 5 of any kind. Shorter bursts may come from two-handed
 * typing or a program.
 */
const CODE = /^(?=.*\p{Nd}).{3,}$|^.{5,}$/u;
const MIN_CODE_LENGTH = 3;

/**
 * Delays key actions while the keys may be part of a scanned code, which a scanner ends with Enter. The keys
 * of a code do nothing; the actions of all other keys run.
 */
export class KeyBursts {
  private text = '';
  private lastAt = 0;
  private delayedActions: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Processes a key that types a character.
   * @param at time of the press, ms
   * @param action what the key does if it was not scanned
   * @returns true if the key follows another key at scanner speed
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
   * Processes an Enter key.
   * @returns the scanned code before Enter. If there is none, runs the delayed actions and returns null
   */
  end(at: number): string | null {
    const code = this.isFast(at) && CODE.test(this.text) ? this.text : null;
    if (code === null) this.flush();
    else this.clear();
    return code;
  }

  /** Runs the delayed actions. */
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
