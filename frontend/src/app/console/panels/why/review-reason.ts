const LIKELY_CLAIM = $localize`:@@console.review.unclear:This may be a claim, but the comment is not clear enough. An operator has to decide.`;
const QUESTION = $localize`:@@console.review.question:The comment may be a question and not a claim. An operator has to decide.`;
const WORD = $localize`:@@console.review.word:The comment has no clear claim word. An operator has to decide.`;
const SEVERAL = $localize`:@@console.review.several:The comment names several items or quantities. An operator has to decide.`;
const STORY = $localize`:@@console.review.story:The comment may be about something else. An operator has to decide.`;
const CONDITION = $localize`:@@console.review.condition:The comment sets a condition. An operator has to decide.`;
const NEGATION = $localize`:@@console.review.negation:The comment may decline the item. An operator has to decide.`;
const CORRECTION = $localize`:@@console.review.correction:The comment may correct an earlier one. An operator has to decide.`;

/** Sentences for the rules of the grammar that send a comment to review. */
const REASONS: Readonly<Record<string, string>> = {
  'weak-word': WORD,
  'near-word': WORD,
  'doubtful-word': WORD,
  'bare-number': WORD,
  'bare-code': WORD,
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
  'all-items': SEVERAL,
  alternatives: SEVERAL,
  range: SEVERAL,
};

/** Explains why a comment needs review. `rule` is the name of a grammar rule. */
export function reviewReason(rule: string | null): string {
  return REASONS[rule ?? ''] ?? LIKELY_CLAIM;
}
