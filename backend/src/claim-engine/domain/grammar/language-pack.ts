/**
 * The words of one language, as data. A pack never holds logic: what a kind of word does to a comment is decided once,
 * for all languages, in `elements.ts` and `verdict.ts`.
 *
 * Phrases are written as a viewer writes them, in lower case with their accents; comments without accents match too.
 */
export interface LanguagePack {
  code: string;
  /** "I claim", said so plainly that the engine may act where the shop's own word is of this language. */
  claim?: readonly string[];
  /** Often a claim, often talk: proposes only. Configuring one turns the pack on as well. */
  claimWeak?: readonly string[];
  /** Words that mean a price step in some shows (mine < grab < steal): a person decides. */
  claimTier?: readonly string[];
  pass?: readonly string[];
  passWeak?: readonly string[];
  wait?: readonly string[];
  waitWeak?: readonly string[];
  /** "no longer", "changed my mind": a pass worth proposing, even around a claim word. */
  noLonger?: readonly string[];
  /** Claim words that are past participles: after "I" or before "my" they tell a story. */
  participles?: readonly string[];
  /** Claim words after which a letter and a number are an item and a quantity (`shop c 2`). */
  letterQuantity?: readonly string[];
  /** Says that a number follows: item, no, number, lot. */
  label?: readonly string[];
  /** Articles and other small words that may stand anywhere in a claim. */
  filler?: readonly string[];
  /** Courtesy, joy, forms of address: whatever changes nothing. */
  courtesy?: readonly string[];
  subject?: readonly string[];
  my?: readonly string[];
  and?: readonly string[];
  or?: readonly string[];
  /** Makes a question wherever it stands. */
  question?: readonly string[];
  /** Makes a question at the start of a clause, a doubt elsewhere. */
  asking?: readonly string[];
  not?: readonly string[];
  /** With a negation: "not … any more". */
  anymore?: readonly string[];
  /** Tells of something else: yesterday, ago, sold out. */
  story?: readonly string[];
  /** Points at a receiver after a participle (`sold 12 to Amy`). */
  recipient?: readonly string[];
  /** Words that keep a comment from being certain. */
  doubt?: readonly string[];
  condition?: readonly string[];
  joke?: readonly string[];
  correction?: readonly string[];
  all?: readonly string[];
  /** The `x` of `x2`. */
  times?: readonly string[];
  /** The `+` of `A12+1`, spelled. */
  plus?: readonly string[];
  pieces?: readonly string[];
  counts?: Readonly<Record<string, number>>;
  sizeMark?: readonly string[];
  sizes?: Readonly<Record<string, string>>;
  colours?: Readonly<Record<string, string>>;
  /** Units and things counted: the number before them is no item (minutes, pm, people). */
  measure?: readonly string[];
  currency?: readonly string[];
  /** Opens a reason (`for my mom`): words after it change nothing. */
  purpose?: readonly string[];
  /** Opens an address: nothing after it is an item. */
  address?: readonly string[];
}
