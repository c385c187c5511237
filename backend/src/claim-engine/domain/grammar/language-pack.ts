/** Words and phrases, separated by `|` or a new line. */
type WordList = string;
/** A word list with meanings: `rojo = red`. A word without `=` means itself. */
type ValueList = string;

/**
 * The words of one language, as data. A pack never holds logic: what a kind of word does to a comment is
 * decided once, for all languages, in `elements.ts`, `stance.ts` and `verdict.ts`.
 *
 * Phrases are written as a viewer writes them, in lower case with their accents; comments without accents
 * match too.
 */
export interface LanguagePack {
  code: string;
  /** Plain claim words: the engine acts on them if a word of the shop belongs to this language. */
  claim?: WordList;
  /** Words that may be a claim or talk: they only propose. A shop that configures one turns the pack on. */
  claimWeak?: WordList;
  /** Words that mean a price step in some shows (mine < grab < steal): an operator decides. */
  claimTier?: WordList;
  pass?: WordList;
  passWeak?: WordList;
  wait?: WordList;
  waitWeak?: WordList;
  /** "no longer", "changed my mind": a pass worth proposing, even around a claim word. */
  noLonger?: WordList;
  /** Claim words that are past participles: after "I" or before "my" they report. */
  participles?: WordList;
  /** Claim words after which a letter and a number are an item and a quantity (`shop c 2`). */
  letterQuantity?: WordList;
  /** "swap", "change to": asks for something different; an operator decides. */
  change?: WordList;
  /** Announces a number: item, no, number, lot. */
  label?: WordList;
  /** Articles and other small words that may occur anywhere in a claim. */
  filler?: WordList;
  /** Makes a noun of the word after it, which then claims nothing for certain: "this pass", "your shop". */
  determiner?: WordList;
  /** Harmless before an option (`in red`), a doubt before a number (`in 2024`). */
  preposition?: WordList;
  /**
   * Words that change nothing wherever they are: courtesy, joy, forms of address. A phrase that is also in
   * `not` is a plea, harmless after a claim (`don't let anyone have it`); a word also in `purpose` may have a
   * name after it (`thank you Brenda`); a word also in `doubt` is a reason to refuse, harmless after a pass
   * (`too small`).
   */
  harmless?: WordList;
  /**
   * Forms of address: courtesy, unless an owner or an article makes a person of them (`my bro`). No list has
   * all of them; these are the ones at the beginning or end of claims.
   */
  vocative?: WordList;
  /**
   * Things that viewers buy: after a claim, they change nothing (`sold 45 teapot`). No plurals:
   * `sold 12 teapots` may report.
   */
  thing?: WordList;
  subject?: WordList;
  my?: WordList;
  and?: WordList;
  /** A word in both `or` and `doubt` spans a range between two numbers: `12 thru 15`. */
  or?: WordList;
  /** Words that make a question of their clause at any position: `available`, `how much`. */
  questionAnywhere?: WordList;
  /** Verbs that make a question at the start of a clause, and a doubt elsewhere: `is`, `can`. */
  questionAtStart?: WordList;
  not?: WordList;
  /** The words of `not` that deny the word after them and never correct the words before: `not`, not `no`. */
  contrast?: WordList;
  /** The `any more` of "not … any more", which passes. */
  anymore?: WordList;
  /** Makes a report of the claim word beside it: `yesterday`, `ago`, `sold out`. */
  report?: WordList;
  /** Points at a receiver after a participle (`sold 12 to Amy`). */
  recipient?: WordList;
  /** Words that keep a comment from being certain. */
  doubt?: WordList;
  condition?: WordList;
  joke?: WordList;
  correction?: WordList;
  all?: WordList;
  /** The `x` of `x2`. */
  times?: WordList;
  /** Words for the `+` of `A12+1`. */
  plus?: WordList;
  /** A word in both `pieces` and `measure` may count units or measure one: `2 yards`. */
  pieces?: WordList;
  /** The `of` of "2 of 12". */
  of?: WordList;
  counts?: ValueList;
  /** Number words above ten, and multipliers: `hundred = *100`. */
  numerals?: ValueList;
  sizeMark?: WordList;
  sizes?: ValueList;
  colors?: ValueList;
  /** Prefixes that mark a color name as a color (`สีดำ`, `color rojo`). */
  colorNouns?: WordList;
  /** Units and things counted: the number before them is not an item (minutes, pm, people). */
  measure?: WordList;
  currency?: WordList;
  /**
   * Opens a reason (`for my mom`): words after it change nothing. In `doubt` as well, it may open a price or
   * a story (`at`). In `report` as well, it opens a time (`since`).
   */
  purpose?: WordList;
  /**
   * Opens an address or an arrangement for delivery, pick-up, or payment: no number after it is an item. A
   * word in `doubt` as well does so only before another of these words (`mañana deposito`); a word in
   * `filler` as well ends the name of a place (`Cavite area`).
   */
  address?: WordList;
  /** Words for "please": with them, a number alone is a request. */
  plea?: WordList;
  /** Words that end the name of a shop (`@Sparkle Boutique`). */
  shopName?: WordList;
  /**
   * Opens harmless talk around a claim, whatever unlisted words follow: `hold`, `taking`, `so excited`. What
   * may take the claim back is in `unsettlingTalk` or in a list of doubts, questions, denials.
   */
  opener?: WordList;
  /** `I`, `we`: opens talk that is harmless unless it reports what happened before. */
  firstPerson?: WordList;
  /**
   * In talk: words that unsettle a claim, because they report, regret, hedge, or give the item to
   * others: `told`, `can have it`.
   */
  unsettlingTalk?: WordList;
  /**
   * In talk: words that report about others: `she`, `won`, `someone`. They unsettle a claim only if the claim
   * may be a part of the report, or if the report is about the item.
   */
  others?: WordList;
  /**
   * In talk: words that report the past: `had`, `last week`. They unsettle a claim like `others`, but not in
   * a longer clause that names neither the item nor a person of `others` (`my grandma had the same one`).
   */
  past?: WordList;
  /** In talk: words that put the claim off, unless an errand is before them: `until`, `when`. */
  when?: WordList;
  /** Things that have to be done with a bought item: `hold`, `pay`, `pick up`. */
  errand?: WordList;
  /** In talk: words that take anything back, also a pass: `typo`, `keep it`. */
  retraction?: WordList;
  /** In talk: people and animals, harmless unless they act. */
  person?: WordList;
  /** In talk: reasons that explain a pass, and nothing else: `husband said no`. */
  excuse?: WordList;
  /** In talk: words whose denial denies no claim: the `ship yet` of `don't ship yet`, `allergic`. */
  harmlessIfDenied?: WordList;
  /** In talk: mistakes. They take a claim back, and explain why one is canceled: `typo`, `wrong`. */
  mistake?: WordList;
  /** Pass words that take back a claim made before: `cancel`. After them, a mistake explains the pass. */
  cancelWord?: WordList;
  /** In talk: the number of the items that were named, `all three`. */
  sum?: WordList;
  /** Words before a number that is a time, a date, an age, or another shop's price: `around`, `cuesta`. */
  date?: WordList;
  /** Seasons and holidays, which may have a year after them: `Christmas 1962`. */
  era?: WordList;
  /** Nouns of streets and houses: a number beside one belongs to an address (`road`, `apt`). */
  street?: WordList;
  /** The weak claim words that ask for an item even in a question: `can i get`. */
  request?: WordList;
  /** In talk: `instead`, harmless if one item is passed and another claimed. */
  swap?: WordList;
  /** In talk: what others may do without a danger: `will love it`, `needs this`. */
  harmlessVerb?: WordList;
  /** In talk: words for an item that the viewer has or missed, harmless before its number: `already got`. */
  owns?: WordList;
  /** In talk: times, which may put the claim off if they begin the talk: `tomorrow`, not `pay tomorrow`. */
  time?: WordList;
  /** In talk: phrases that are harmless although one of their words is not: `no need`, `this one`. */
  harmlessTalk?: WordList;
  /**
   * Words directly before a claim that end the talk before it: `long day but sold 12`. The talk before them
   * is not a part of the claim.
   */
  talkEnd?: WordList;
  /** Claim words that only ask for the pass word after them: `quiero cancelar`. */
  wish?: WordList;
  /** Claim words that only ask for the pass word before them: `キャンセルお願いします`. */
  wishAtEnd?: WordList;
  /** Pass words that end a sentence which a wish opens: `ich möchte die 12 stornieren`. */
  lastVerb?: WordList;
  /** Claim words that a `particle` after the item reverses: `take 56 off my list`. */
  separable?: WordList;
  particle?: WordList;
  /** In talk: harmless only before a word of `talkEnd` or a claim: `hubby said yes so sold 12`. */
  harmlessBeforeClaim?: WordList;
  /** Words that give the option after them to this number of items before them: `both = 2`, `all = *`. */
  shared?: ValueList;
  /** Graders of collectibles: the small number after them is a grade (`psa 9`). */
  grade?: WordList;
  /** Opens a remark about the item: `that amethyst tho`. No word that is a pronoun as well (`la`). */
  pointer?: WordList;
  /**
   * Articles: after a complete claim, they open a description of the item (`claim 36 the locket`). Words that
   * are pronouns as well open one only if the noun agrees (`la bolsa`, but `la devuelvo`).
   */
  article?: WordList;
  /** Words that make a measure of the number before them: `the 3-wick candle`. */
  unit?: WordList;
  /** Units of age: with a number, a size of children's clothes (`en 6 ans`). */
  age?: WordList;
  /** Words for an item that becomes available again: a condition of a waitlist (`if anyone drops out`). */
  release?: WordList;
  /** Amounts without a number: `a few`. */
  vague?: WordList;
  /** Phrases for one unit of each of the items before: `1 each`. */
  oneEach?: WordList;
  /** Verbs and small words that look like nouns, but describe no item: `fell`, `after`. */
  verbOrParticle?: WordList;
  /** Subjects of questions that are not about the claimed item: `ship`, `next show`. */
  topic?: WordList;
  /** Ends a remark that a `pointer` opens: the `tho` of `that amethyst tho`. */
  tag?: WordList;
  /** Every noun has a capital letter, as in German, so a capital letter is no sign of a name. */
  capitalNouns?: boolean;
  /** Accents make other words, as in Vietnamese: `chố` is not `chờ`. */
  accentsMatter?: boolean;
}

export function entriesOf(list: WordList | undefined): string[] {
  return (list ?? '')
    .split(/[|\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

export function valuesOf(list: ValueList | undefined): [phrase: string, value: string][] {
  return entriesOf(list).map((entry) => {
    const [phrase = '', value = phrase] = entry.split(' = ');
    return [phrase, value];
  });
}
