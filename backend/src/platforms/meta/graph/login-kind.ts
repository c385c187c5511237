/**
 * Kind of sign-in: with Facebook, which gives access to Pages and the Instagram accounts linked to them, or
 * with Instagram itself.
 */
export const LOGIN_KINDS = ['facebook', 'instagram'] as const;
export type LoginKind = (typeof LOGIN_KINDS)[number];
