import type { LoginKind } from './login-kind';

const NAMES: Readonly<Record<LoginKind, string>> = { facebook: 'Facebook', instagram: 'Instagram' };

/**
 * Reasons why Meta no longer accepts a token, by the subcode of its error 190, and what to do before
 * reconnecting. Source: Graph API fact sheet.
 */
const REASONS: Readonly<Record<number, (platform: string) => string>> = {
  458: (platform) => `The app was removed in the ${platform} account's settings.`,
  459: (platform) =>
    `${platform} requires the person who connected the account to confirm something first: sign in at ${platform}.`,
  460: (platform) =>
    `The person who connected the account changed the password on ${platform}, or ended all sessions.`,
  463: (platform) => `The sign-in at ${platform} has expired.`,
  464: (platform) =>
    `${platform} requires the person who connected the account to confirm their own account first: sign in at ${platform}.`,
  492: () =>
    'The person who connected the account no longer has a role on the Page. A person with a role must connect it.',
};

/**
 * Explains to users why the sign-in ended.
 * @param login the platform used to sign in, which may be Facebook for an Instagram account
 */
export function signInProblem(subcode: number | null, login: LoginKind): string {
  return REASONS[subcode ?? 0]?.(NAMES[login]) ?? `${NAMES[login]} no longer accepts the sign-in.`;
}
