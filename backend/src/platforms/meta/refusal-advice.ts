/** Meta does not say which of these is missing. */
export const REFUSAL_ADVICE =
  'The person who connected the account needs a role that can moderate, and the Meta app needs Advanced Access.';
