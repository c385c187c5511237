/** Repeatable random choices: the same seed gives the same choices on every machine. */
class Chance {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** @returns {number} 0 ≤ n < 1 (mulberry32: small, and good enough for a crowd) */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /**
   * @param {number} limit
   * @returns {number} a whole number, 0 ≤ n < limit
   */
  below(limit) {
    return Math.floor(this.next() * limit);
  }

  /**
   * @template T
   * @param {readonly T[]} choices
   * @returns {T}
   */
  pick(choices) {
    return /** @type {T} */ (choices[this.below(choices.length)]);
  }

  /**
   * @template {string} K
   * @param {Readonly<Record<K, number>>} weights
   * @returns {K}
   */
  weighted(weights) {
    const entries = /** @type {[K, number][]} */ (Object.entries(weights));
    let remaining = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of entries) {
      remaining -= weight;
      if (remaining < 0) return choice;
    }
    return /** @type {[K, number]} */ (entries.at(-1))[0];
  }

  /**
   * @param {number} perSecond average number of independent events, such as comments by unrelated viewers
   * @returns {number} milliseconds until the next event
   */
  gapMs(perSecond) {
    return (-Math.log(1 - this.next()) / perSecond) * 1000;
  }
}

module.exports = { Chance };
