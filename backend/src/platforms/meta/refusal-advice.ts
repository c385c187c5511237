/** Advice if Meta refuses to return comments. Meta does not report which of the two is missing. */
export const REFUSAL_ADVICE =
  'The person who connected the account needs a role that can moderate, and the Meta app needs Advanced Access.';
