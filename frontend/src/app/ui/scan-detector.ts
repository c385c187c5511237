/** Maximum average pause between two characters that a scanner types. A fast typist needs twice as long. */
const MAX_AVERAGE_PAUSE_MS = 50;
/** A longer pause begins another code. The delay of a scanner key on a busy page is shorter. */
const MAX_PAUSE_MS = 150;
/** Shorter codes could be typed this fast by hand. */
const MIN_LENGTH = 6;
/** A code has a digit and no whitespace, unlike text from a program that types or completes words. */
const CODE = /^\S*\d\S*$/u;

/** Detects keys from a scanner, which types a code faster than a person can and ends it with Enter. */
export class ScanDetector {
  private code = '';
  private startedAt = 0;
  private lastAt = Number.NEGATIVE_INFINITY;
  /** True if the last key was the first of a possible code. */
  hasJustBegun = false;

  /**
   * Processes a key press.
   * @param at time of the press, ms
   * @returns the code if this key ends one, else null
   */
  press(key: string, at: number): string | null {
    this.hasJustBegun = false;
    const isLate = at - this.lastAt > MAX_PAUSE_MS;
    if (key === 'Enter') {
      const { code } = this;
      this.code = '';
      const isFast = at - this.startedAt <= MAX_AVERAGE_PAUSE_MS * code.length;
      return code.length >= MIN_LENGTH && CODE.test(code) && isFast && !isLate ? code : null;
    }
    // Ignores keys without a character: scanners hold Shift for capital letters.
    if ([...key].length !== 1) return null;
    if (isLate || this.code === '') {
      this.code = '';
      this.startedAt = at;
      this.hasJustBegun = true;
    }
    this.code += key;
    this.lastAt = at;
    return null;
  }
}
