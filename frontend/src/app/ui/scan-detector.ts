/** Longest pause between two characters of a scanner. A fast typist needs twice as long. */
const MAX_PAUSE_MS = 50;
/** Enter follows the code at once. */
const MAX_END_PAUSE_MS = 120;
/** Shorter codes could be typed by hand. */
const MIN_LENGTH = 6;

/** Finds out if keys come from a scanner: it types a code faster than a person can, and ends it with Enter. */
export class ScanDetector {
  private code = '';
  private lastAt = Number.NEGATIVE_INFINITY;

  /**
   * Takes the key of a press.
   * @param at time of the press, ms
   * @returns the code if this key ends one, else null
   */
  press(key: string, at: number): string | null {
    const pause = at - this.lastAt;
    if (key === 'Enter') {
      const { code } = this;
      this.code = '';
      return code.length >= MIN_LENGTH && pause <= MAX_END_PAUSE_MS ? code : null;
    }
    // Scanners hold Shift for capital letters.
    if ([...key].length !== 1) return null;
    this.code = pause <= MAX_PAUSE_MS ? this.code + key : key;
    this.lastAt = at;
    return null;
  }

  /** True if the last key was the first of a possible code. */
  get hasJustBegun(): boolean {
    return this.code.length === 1;
  }
}
