const UNCLEAR = $localize`:Reason why a person has to decide@@console.review.unclear:not clear enough`;
const QUESTION = $localize`:Reason why a person has to decide@@console.review.question:may be a question`;
const WORD = $localize`:Reason why a person has to decide@@console.review.word:no clear claim word`;
const NO_NUMBER = $localize`:Reason why a person has to decide@@console.review.no-number:no item named`;
const SEVERAL = $localize`:Reason why a person has to decide@@console.review.several:several items or quantities`;
const STORY = $localize`:Reason why a person has to decide@@console.review.story:may be about something else`;
const CONDITION = $localize`:Reason why a person has to decide@@console.review.condition:has a condition`;
const NEGATION = $localize`:Reason why a person has to decide@@console.review.negation:may decline the item`;
const CORRECTION = $localize`:Reason why a person has to decide@@console.review.correction:may correct an earlier comment`;
const VARIANT = $localize`:Reason why a person has to decide@@console.review.variant:no variant recognized`;

/** The doubt behind each grammar rule that sends a comment to review. */
const DOUBTS: Readonly<Record<string, string>> = {
  'weak-word': WORD,
  'near-word': WORD,
  'doubtful-word': WORD,
  'bare-number': WORD,
  'bare-code': WORD,
  'bare-word': NO_NUMBER,
  'question-mark': QUESTION,
  'question-beside': QUESTION,
  'asking-word': QUESTION,
  'story-beside': STORY,
  'completion-word': STORY,
  'no-longer': NEGATION,
  'negation-beside': NEGATION,
  condition: CONDITION,
  correction: CORRECTION,
  'bare-list': SEVERAL,
  'plus-list': SEVERAL,
  'too-many-items': SEVERAL,
  'two-quantities': SEVERAL,
  'two-variants': SEVERAL,
  'variant-missing': VARIANT,
  'variant-unknown': VARIANT,
  'all-items': SEVERAL,
  alternatives: SEVERAL,
  range: SEVERAL,
};

/** The doubt about a comment in a few words. `rule` is the name of a grammar rule. */
export function reviewDoubt(rule: string | null): string {
  return DOUBTS[rule ?? ''] ?? UNCLEAR;
}

/**
 * True if the doubt is a missing item or variant, which the operator has to choose. The preview of what
 * accepting would do also reports it.
 */
export const isMissingChoice = (doubt: string): boolean => doubt === VARIANT || doubt === NO_NUMBER;

/** Explains why a comment needs review. */
export function reviewReason(rule: string | null): string {
  return $localize`:@@console.review.reason:An operator must decide on this comment. Reason: ${reviewDoubt(rule)}:doubt:.`;
}
