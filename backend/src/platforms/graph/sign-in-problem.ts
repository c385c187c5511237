import type { LoginKind } from '@sellary/contracts';
import type { GraphError } from './graph-error';

const NAMES: Readonly<Record<LoginKind, string>> = { facebook: 'Facebook', instagram: 'Instagram' };

/**
 * Reasons why Meta no longer accepts a token, by the subcodes of its error 190, and what to do before
 * reconnecting. Source: fact sheet of the Graph API.
 */
const REASONS: Readonly<Record<number, (platform: string) => string>> = {
  458: (platform) => `The app was removed in the settings of the ${platform} account.`,
  459: (platform) => `${platform} wants the person who connected it to confirm something first: sign in at ${platform} itself.`,
  460: (platform) => `The person who connected it changed the password at ${platform}, or ended all sessions.`,
  463: (platform) => `The sign-in at ${platform} has run out.`,
  464: (platform) => `${platform} wants the account of the person who connected it to be confirmed first: sign in at ${platform} itself.`,
  492: () => 'The person who connected it has no role on the Page any more: somebody who has one must do it.',
};

/** In a sentence for people. `login`: where the person signed in, which for an Instagram account may be Facebook. */
export function signInProblem({ subcode }: GraphError, login: LoginKind): string {
  return REASONS[subcode ?? 0]?.(NAMES[login]) ?? `${NAMES[login]} no longer accepts the sign-in.`;
}
