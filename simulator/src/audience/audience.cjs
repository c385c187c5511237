// A seeded crowd at a live sale. It knows nothing about HTTP. It only decides who writes what, and how long
// after the previous event.
const { Chance } = require('./chance.cjs');
const { VOICES, handleOf } = require('./voices.cjs');

/** @typedef {'chatter' | 'claim' | 'pass' | 'question' | 'typo' | 'unknown-item' | 'duplicate'} Purpose */
/**
 * @typedef {object} AudienceComment
 * @property {'comment'} type
 * @property {number} afterMs
 * @property {Purpose} purpose the comment's intended meaning, to compare with its outcome
 * @property {string} key identifies the comment; a redelivered comment has the same key
 * @property {string} userId
 * @property {string} userHandle
 * @property {string} text
 */
/** @typedef {{ type: 'item-shown', afterMs: number, itemNumber: string }} ItemShown by the seller */
/** @typedef {AudienceComment | ItemShown} AudienceEvent */
/**
 * @typedef {object} AudienceOptions
 * @property {number} seed
 * @property {readonly OfferedItem[]} items in the order in which they are shown
 * @property {number} [rate] comments per second, on average
 * @property {number} [burst] number of claims in the burst when a popular item is shown
 * @property {number} [viewers]
 * @property {ShowWords} [words] the show's words; without them, LANGUAGE_WEIGHTS applies
 */
/** @typedef {{ itemNumber: string, variants?: readonly string[] }} OfferedItem */
/** @typedef {{ claimWords: readonly string[], passWords: readonly string[] }} ShowWords */

/** @type {Readonly<Record<Purpose, number>>} */
const MIX = { chatter: 46, claim: 36, question: 5, pass: 4, typo: 3, 'unknown-item': 2, duplicate: 4 };
const LANGUAGE_WEIGHTS = { en: 60, es: 14, fr: 8, de: 6, tl: 12 };
const SECONDS_PER_ITEM = 12;
const ITEMS_PER_POPULAR_ITEM = 3;
/** Share of claims without a variant, among the claims on items with variants. */
const NO_VARIANT_SHARE = 0.04;
const FULL_WIDTH_ZERO = 0xff10;
/** The `N` that stands for the item number. Unlike the `N` in `MINE`, it is not followed by a letter. */
const NUMBER_PLACE = /N(?!\p{L})/u;

/**
 * @param {AudienceOptions} options
 * @returns {Generator<AudienceEvent, never, void>} endless; starts over when every item has been shown
 */
function* audience({ seed, items, rate = 5, burst = 12, viewers = 160, words }) {
  const crowd = new Crowd(seed, items, viewers, words);
  for (let index = 0; ; index += 1) {
    const item = /** @type {OfferedItem} */ (items[index % items.length]);
    yield { type: 'item-shown', afterMs: 0, itemNumber: item.itemNumber };
    if (crowd.chance.below(ITEMS_PER_POPULAR_ITEM) === 0) {
      for (let count = 0; count < burst; count += 1) {
        yield { ...crowd.claim(item.itemNumber), afterMs: crowd.chance.next() * 40 };
      }
    }
    for (let elapsed = 0; elapsed < SECONDS_PER_ITEM * 1000;) {
      const afterMs = crowd.chance.gapMs(rate);
      elapsed += afterMs;
      yield { ...crowd.comment(item.itemNumber), afterMs };
    }
  }
}

class Crowd {
  #commentCount = 0;
  /** @type {{ viewer: number, itemNumber: string }[]} */
  #claims = [];
  /** @type {AudienceComment[]} */
  #recentComments = [];

  /**
   * @param {number} seed
   * @param {readonly OfferedItem[]} items
   * @param {number} viewers
   * @param {ShowWords} [words]
   */
  constructor(seed, items, viewers, words) {
    this.chance = new Chance(seed);
    this.items = items;
    const { weights, voices } =
      words === undefined ? { weights: LANGUAGE_WEIGHTS, voices: VOICES } : voicesFor(words);
    this.voices = voices;
    this.languages = Array.from({ length: viewers }, () => this.chance.weighted(weights));
  }

  /**
   * @param {string} shown number of the current item
   * @returns {AudienceComment}
   */
  comment(shown) {
    const purpose = this.chance.weighted(MIX);
    // Most comments are about the current item; some are late or early.
    const itemNumber = this.chance.next() < 0.7 ? shown : this.chance.pick(this.items).itemNumber;
    switch (purpose) {
      case 'claim':
        return this.claim(itemNumber);
      case 'pass':
        return this.#pass();
      case 'duplicate':
        return this.#duplicate();
      case 'typo':
        return this.#say(this.#randomViewer(), purpose, misspelled(this.chance, this.#claimWord, itemNumber));
      case 'unknown-item':
        return this.#say(this.#randomViewer(), purpose, `${this.#claimWord} ${900 + this.chance.below(90)}`);
      case 'question':
      case 'chatter': {
        const viewer = this.#randomViewer();
        const voice = this.#voice(viewer);
        const text = this.chance.pick(purpose === 'question' ? voice.questions : voice.chatter);
        return this.#say(viewer, purpose, text.replace(NUMBER_PLACE, itemNumber));
      }
    }
  }

  /**
   * @param {string} itemNumber
   * @returns {AudienceComment}
   */
  claim(itemNumber) {
    const viewer = this.#randomViewer();
    this.#claims.push({ viewer, itemNumber });
    const voice = this.#voice(viewer);
    const claim = this.chance.pick(voice.claims);
    const habit = this.chance.weighted({ plain: 82, stretched: 6, shouted: 6, fullWidth: 3, emoji: 3 });
    const number = `${habit === 'fullWidth' ? fullWidth(itemNumber) : itemNumber}${this.#variant(itemNumber)}`;
    const phrase =
      habit === 'stretched' ? claim.replace(voice.claimWord, stretched(voice.claimWord, this.chance)) : claim;
    const isAfterLetter = /\p{L}/u.test(phrase.charAt(phrase.search(NUMBER_PLACE) - 1));
    const needsSpace = isAfterLetter && (habit === 'fullWidth' || /^\p{L}/u.test(number));
    const text = phrase.replace(NUMBER_PLACE, needsSpace ? ` ${number}` : number);
    return this.#say(
      viewer,
      'claim',
      habit === 'shouted' ? `${text}!!!` : habit === 'emoji' ? `${text} 🙌🏽✨` : text,
    );
  }

  /**
   * @param {string} itemNumber
   * @returns {string} a space and a variant, or an empty string if the item has none or the viewer omits it
   */
  #variant(itemNumber) {
    const { variants = [] } = this.items.find((item) => item.itemNumber === itemNumber) ?? {};
    return variants.length === 0 || this.chance.next() < NO_VARIANT_SHARE
      ? ''
      : ` ${this.chance.pick(variants)}`;
  }

  /** @returns {AudienceComment} a pass on a recent claim */
  #pass() {
    const claims = this.#claims.slice(-20);
    if (claims.length === 0) return this.#say(this.#randomViewer(), 'chatter', 'hello!');
    const { viewer, itemNumber } = this.chance.pick(claims);
    return this.#say(
      viewer,
      'pass',
      this.chance.pick(this.#voice(viewer).passes).replace(NUMBER_PLACE, itemNumber),
    );
  }

  /** @returns {AudienceComment} a recent comment, delivered a second time */
  #duplicate() {
    if (this.#recentComments.length === 0) return this.claim(this.chance.pick(this.items).itemNumber);
    return { ...this.chance.pick(this.#recentComments), purpose: 'duplicate' };
  }

  /**
   * @param {number} viewer
   * @param {Purpose} purpose
   * @param {string} text
   * @returns {AudienceComment}
   */
  #say(viewer, purpose, text) {
    this.#commentCount += 1;
    /** @type {AudienceComment} */
    const comment = {
      type: 'comment',
      afterMs: 0,
      purpose,
      key: String(this.#commentCount),
      userId: `viewer-${viewer + 1}`,
      userHandle: handleOf(viewer),
      text,
    };
    this.#recentComments = [...this.#recentComments.slice(-29), comment];
    return comment;
  }

  #randomViewer() {
    // Squared, so that a few regular viewers write most of the comments.
    return Math.floor(this.chance.next() ** 2 * this.languages.length);
  }

  /** @param {number} viewer */
  #voice(viewer) {
    return /** @type {import('./voices.cjs').Voice} */ (this.voices[this.languages[viewer] ?? 'en']);
  }

  get #claimWord() {
    return (this.voices['en'] ?? this.#voice(0)).claimWord;
  }
}

/**
 * The voices whose claim word the show uses, or, if no voice matches, the English voice with the show's
 * words.
 * @param {ShowWords} words
 * @returns {{ weights: Readonly<Record<string, number>>, voices: typeof VOICES }}
 */
function voicesFor({ claimWords, passWords }) {
  const matching = Object.entries(VOICES).filter(([, { claimWord }]) => claimWords.includes(claimWord));
  if (matching.length > 0) {
    return {
      weights: Object.fromEntries(matching.map(([language]) => [language, 1])),
      voices: Object.fromEntries(
        matching.map(([language, voice]) => [
          language,
          passWords.includes(voice.passWord)
            ? voice
            : { ...voice, passes: [`${passWords[0] ?? voice.passWord} N`] },
        ]),
      ),
    };
  }
  const [claimWord = 'sold'] = claimWords;
  const [passWord = 'pass'] = passWords;
  const claims = [`${claimWord} N`, `N ${claimWord}`, `${claimWord} #N!`, `${claimWord} N 🔥🔥`];
  const passes = [`${passWord} N`, `N ${passWord}`];
  const english = /** @type {import('./voices.cjs').Voice} */ (VOICES['en']);
  return { weights: { en: 1 }, voices: { en: { ...english, claimWord, passWord, claims, passes } } };
}

/**
 * @param {string} word
 * @param {import('./chance.cjs').Chance} chance
 */
function stretched(word, chance) {
  return `${word}${word.slice(-1).repeat(1 + chance.below(4))}`;
}

/** @param {string} digits */
function fullWidth(digits) {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit)));
}

/**
 * @param {import('./chance.cjs').Chance} chance
 * @param {string} word
 * @param {string} itemNumber
 */
function misspelled(chance, word, itemNumber) {
  const at = chance.below(word.length - 1);
  const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  const dropped = word.slice(0, at + 1) + word.slice(at + 2);
  const replaced = `${word.slice(0, -1)}${/f$/i.test(word) ? 'd' : 'f'}`;
  // A swap of equal letters, or any swap in a single letter, is the claim word itself.
  const typos = [swapped, dropped, replaced].filter((typo) => typo.toLowerCase() !== word.toLowerCase());
  return `${chance.pick(typos)} ${itemNumber}`;
}

module.exports = { audience };
