/**
 * Sign-in that opens an account: with Facebook, which opens Pages and the Instagram accounts linked to them,
 * or with Instagram itself.
 */
export const LOGIN_KINDS = ['facebook', 'instagram'] as const;
export type LoginKind = (typeof LOGIN_KINDS)[number];
