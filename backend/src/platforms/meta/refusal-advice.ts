/** Advice if Meta refuses to return comments. Meta does not report which of the two is missing. */
export const REFUSAL_ADVICE =
  'The person who connected the account needs a role with moderation rights, and the Meta app needs Advanced Access.';
