import type { LoginKind } from './login-kind';

const NAMES: Readonly<Record<LoginKind, string>> = { facebook: 'Facebook', instagram: 'Instagram' };

/**
 * Reasons why Meta no longer accepts a token, by the subcode of its error 190, and what to do before
 * reconnecting. Source: Meta's documentation, Graph API errors.
 */
const REASONS: Readonly<Record<number, (platform: string) => string>> = {
  458: (platform) => `The app was removed in the ${platform} account's settings.`,
  459: (platform) =>
    `The person who connected the account must first sign in to ${platform} and complete the check shown there.`,
  460: (platform) =>
    `The person who connected the account changed their ${platform} password or logged out of all sessions.`,
  463: (platform) => `The ${platform} sign-in has expired.`,
  464: (platform) =>
    `The person who connected the account must first sign in to ${platform} and confirm their own account.`,
  492: () =>
    'The person who connected the account no longer has a role on the Page. A person who has a role on the Page must connect the account.',
};

/**
 * Explains to users why the sign-in ended.
 * @param login the platform used to sign in, which may be Facebook for an Instagram account
 */
export function signInProblem(subcode: number | null, login: LoginKind): string {
  return REASONS[subcode ?? 0]?.(NAMES[login]) ?? `${NAMES[login]} no longer accepts the sign-in.`;
}
