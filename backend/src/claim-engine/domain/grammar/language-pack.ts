/** Words and phrases, separated by `|` or a newline. */
type WordList = string;
/** A word list with meanings: `rojo = red`. A word without `=` means itself. */
type ValueList = string;

/**
 * The words of one language, as data. A pack never contains logic: `elements.ts`, `stance.ts`, and
 * `verdict.ts` decide once, for all languages, what a kind of word does to a comment.
 *
 * Phrases are written as a viewer writes them, in lowercase with accents. Comments without accents also
 * match.
 */
export interface LanguagePack {
  code: string;
  /** Plain claim words. The engine acts on them if a shop word is in this language. */
  claim?: WordList;
  /**
   * Words that may be a claim or talk, so they only propose. A shop that configures one turns the pack on.
   */
  claimWeak?: WordList;
  /** Words that mean a price step in some shows (mine < grab < steal), so an operator decides. */
  claimTier?: WordList;
  pass?: WordList;
  passWeak?: WordList;
  wait?: WordList;
  waitWeak?: WordList;
  /** "no longer", "changed my mind": a pass worth proposing, even around a claim word. */
  noLonger?: WordList;
  /** Claim words that are past participles: after "I" or before "my", they report a past sale. */
  participles?: WordList;
  /** Claim words after which a letter and a number are an item and a quantity (`shop c 2`). */
  letterQuantity?: WordList;
  /** "swap", "change to": asks for something different, so an operator decides. */
  change?: WordList;
  /** Announces a number: item, no, number, lot. */
  label?: WordList;
  /** Articles and other small words that may occur anywhere in a claim. */
  filler?: WordList;
  /** Makes the next word a noun, which is then not a certain claim: "this pass", "your shop". */
  determiner?: WordList;
  /** Harmless before an option (`in red`), a doubt before a number (`in 2024`). */
  preposition?: WordList;
  /**
   * Words that change nothing in any position: courtesy, joy, forms of address. A phrase that is also in
   * `not` is a plea, harmless after a claim (`don't let anyone have it`); a word also in `purpose` may come
   * before a name (`thank you Brenda`); a word also in `doubt` is a reason to pass, harmless after a pass
   * (`too small`).
   */
  harmless?: WordList;
  /**
   * Forms of address: courtesy, unless a possessive or an article makes them a person (`my bro`). No list is
   * complete. These are the ones that begin or end claims.
   */
  vocative?: WordList;
  /**
   * Things that viewers buy. After a claim, they change nothing (`sold 45 teapot`). No plural forms, because
   * `sold 12 teapots` may report a past sale.
   */
  thing?: WordList;
  subject?: WordList;
  my?: WordList;
  and?: WordList;
  /** A word in both `or` and `doubt` marks a range between two numbers: `12 thru 15`. */
  or?: WordList;
  /** Words that make their clause a question in any position: `available`, `how much`. */
  questionAnywhere?: WordList;
  /** Verbs that make a question at the start of a clause and a doubt elsewhere: `is`, `can`. */
  questionAtStart?: WordList;
  not?: WordList;
  /**
   * Words from `not` that deny the word after them and never correct the words before them. For example,
   * `not` is in this list, but `no` is in `not` only.
   */
  contrast?: WordList;
  /** The `any more` in "not … any more", which means a pass. */
  anymore?: WordList;
  /** Makes the claim word next to it a report: `yesterday`, `ago`, `sold out`. */
  report?: WordList;
  /** Points to a recipient after a participle (`sold 12 to Amy`). */
  recipient?: WordList;
  /** Words that keep a comment from being certain. */
  doubt?: WordList;
  condition?: WordList;
  joke?: WordList;
  correction?: WordList;
  all?: WordList;
  /** The `x` in `x2`. */
  times?: WordList;
  /** Words for the `+` in `A12+1`. */
  plus?: WordList;
  /** A word in both `pieces` and `measure` may count units or measure one: `2 yards`. */
  pieces?: WordList;
  /** The `of` in "2 of 12". */
  of?: WordList;
  counts?: ValueList;
  /** Number words above ten, and multipliers: `hundred = *100`. */
  numerals?: ValueList;
  sizeMark?: WordList;
  sizes?: ValueList;
  colors?: ValueList;
  /** Prefixes that mark a color name as a color (`สีดำ`, `color rojo`). */
  colorNouns?: WordList;
  /** Units and counted things. The number before them is not an item (minutes, pm, people). */
  measure?: WordList;
  currency?: WordList;
  /**
   * Opens a reason (`for my mom`), so words after it change nothing. A word also in `doubt` may open a price
   * or a story (`at`). A word also in `report` opens a time (`since`).
   */
  purpose?: WordList;
  /**
   * Opens an address or an arrangement for delivery, pickup, or payment, so no number after it is an item. A
   * word also in `doubt` does so only before another of these words (`mañana deposito`); a word also in
   * `filler` ends a place name (`Cavite area`).
   */
  address?: WordList;
  /** Words for "please": with them, a number alone is a request. */
  plea?: WordList;
  /** Words that end a shop name (`@Sparkle Boutique`). */
  shopName?: WordList;
  /**
   * Opens harmless talk around a claim, whatever unlisted words follow: `hold`, `taking`, `so excited`. What
   * may take the claim back is in `unsettlingTalk` or in a list of doubts, questions, or denials.
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
   * may be part of the report, or if the report is about the item.
   */
  others?: WordList;
  /**
   * In talk: words that report the past: `had`, `last week`. They unsettle a claim like `others`, but not in
   * a longer clause that names neither the item nor a person from `others` (`my grandma had the same one`).
   */
  past?: WordList;
  /** In talk: words that postpone the claim unless a favor comes before them: `until`, `when`. */
  when?: WordList;
  /** Things that have to be done with a bought item: `hold`, `pay`, `pick up`. */
  favor?: WordList;
  /** In talk: words that take anything back, even a pass: `typo`, `keep it`. */
  retraction?: WordList;
  /** In talk: people and animals, harmless unless they act. */
  person?: WordList;
  /** In talk: reasons that only explain a pass: `husband said no`. */
  excuse?: WordList;
  /** In talk: words whose denial does not deny a claim: `allergic`, or the `ship yet` in `don't ship yet`. */
  harmlessIfDenied?: WordList;
  /** In talk: mistakes. They take a claim back, and explain why one is canceled: `typo`, `wrong`. */
  mistake?: WordList;
  /** Pass words that take back an earlier claim: `cancel`. After them, a mistake explains the pass. */
  cancelWord?: WordList;
  /** In talk: the number of items named: `all three`. */
  sum?: WordList;
  /** Words before a number that is a time, a date, an age, or another shop's price: `around`, `cuesta`. */
  date?: WordList;
  /** Seasons and holidays, which may have a year after them: `Christmas 1962`. */
  era?: WordList;
  /** Street and house nouns. A number next to one belongs to an address (`road`, `apt`). */
  street?: WordList;
  /** Weak claim words that ask for an item even in a question: `can i get`. */
  request?: WordList;
  /** In talk: `instead`, harmless if one item is passed and another claimed. */
  swap?: WordList;
  /** In talk: what others may do without endangering the claim: `will love it`, `needs this`. */
  harmlessVerb?: WordList;
  /** In talk: words for an item that the viewer has or missed, harmless before its number: `already got`. */
  owns?: WordList;
  /** In talk: times, which may postpone the claim if they begin the talk: `tomorrow`, not `pay tomorrow`. */
  time?: WordList;
  /** In talk: phrases that are harmless although one of their words is not: `no need`, `this one`. */
  harmlessTalk?: WordList;
  /**
   * Words directly before a claim that end the talk before it: `long day but sold 12`. The talk before them
   * is not part of the claim.
   */
  talkEnd?: WordList;
  /** Claim words that only ask for the pass that the next word expresses: `quiero cancelar`. */
  wish?: WordList;
  /** Claim words that only ask for the pass that the word before them expresses: `キャンセルお願いします`. */
  wishAtEnd?: WordList;
  /** Pass words that end a sentence opened by a wish: `ich möchte die 12 stornieren`. */
  lastVerb?: WordList;
  /** Claim words that a `particle` after the item reverses: `take 56 off my list`. */
  separable?: WordList;
  particle?: WordList;
  /** In talk: harmless only before a word from `talkEnd` or a claim: `hubby said yes so sold 12`. */
  harmlessBeforeClaim?: WordList;
  /** Words that apply the option after them to this number of items before them: `both = 2`, `all = *`. */
  shared?: ValueList;
  /** Collectibles graders. The small number after one is a grade (`psa 9`). */
  grade?: WordList;
  /** Opens a remark about the item: `that amethyst tho`. Never a word that is also a pronoun (`la`). */
  pointer?: WordList;
  /**
   * Articles: after a complete claim, they open a description of the item (`claim 36 the locket`). Words that
   * are also pronouns open one only if the noun agrees (`la bolsa`, but `la devuelvo`).
   */
  article?: WordList;
  /** Words that make the number before them a measure: `the 3-wick candle`. */
  unit?: WordList;
  /** Units of age. With a number, they are a children's clothing size (`en 6 ans`). */
  age?: WordList;
  /** Words for an item becoming available again, which is a waitlist condition (`if anyone drops out`). */
  release?: WordList;
  /** Amounts without a number: `a few`. */
  vague?: WordList;
  /** Phrases for one unit of each preceding item: `1 each`. */
  oneEach?: WordList;
  /** Verbs and small words that look like nouns, but describe no item: `fell`, `after`. */
  verbOrParticle?: WordList;
  /** Subjects of questions that are not about the claimed item: `ship`, `next show`. */
  topic?: WordList;
  /** Ends a remark that a `pointer` opens: the `tho` of `that amethyst tho`. */
  tag?: WordList;
  /** True if every noun is capitalized, as in German, so a capital letter does not indicate a name. */
  capitalNouns?: boolean;
  /** True if accents make different words, as in Vietnamese: `chố` is not `chờ`. */
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
