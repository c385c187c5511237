/** A scanner needs less between two keys. No person does: two fingers at once take about as long. */
export const MAX_SCAN_PAUSE_MS = 40;
/** In the middle of a code, a busy page may hold up single keys of a scanner for longer. */
const MAX_HELD_UP_MS = 150;
/** A scanned code. Fewer keys that follow each other as fast may be of two hands, or of a program. */
const CODE = /^(?=.*\p{Nd}).{3,}$|^.{5,}$/u;
const MIN_CODE_LENGTH = 3;

/**
 * Holds keys that do something, for as long as they may belong to a scanned code, which a scanner ends with Enter. The
 * keys of a code do nothing, all others do what they mean.
 */
export class KeyBursts {
  private text = '';
  private lastAt = 0;
  private held: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Takes a key that writes a character.
   * @param at time of the press, ms
   * @param act what the key does if it was not scanned
   * @returns true if it follows another one at the speed of a scanner
   */
  hold(key: string, at: number, act: () => void): boolean {
    const follows = this.isFast(at);
    if (!follows) this.release();
    this.text += key;
    this.lastAt = at;
    this.held.push(act);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.release(), this.pauseMs);
    return follows;
  }

  /**
   * Takes an Enter.
   * @returns the scanned code that it ends; null if it ends none, and the keys before it have done what they mean
   */
  end(at: number): string | null {
    const code = this.isFast(at) && CODE.test(this.text) ? this.text : null;
    if (code === null) this.release();
    else this.forget();
    return code;
  }

  /** Lets the held keys do what they mean. */
  release(): void {
    const acts = this.held;
    this.forget();
    for (const act of acts) act();
  }

  forget(): void {
    clearTimeout(this.timer);
    this.text = '';
    this.held = [];
  }

  private get pauseMs(): number {
    return this.text.length < MIN_CODE_LENGTH ? MAX_SCAN_PAUSE_MS : MAX_HELD_UP_MS;
  }

  private isFast(at: number): boolean {
    return this.text !== '' && at - this.lastAt <= this.pauseMs;
  }
}
