import type { ConnectError } from '@sellary/contracts';

/** What came of a sign-in at a platform, and what to do about it. The address carries a code; the words are ours. */
const FAILED: Record<ConnectError, string> = {
  denied: 'Nothing was connected: the platform did not let us in. Try again and allow everything that is asked for.',
  state_invalid: 'Nothing was connected: this sign-in was started elsewhere, was used already, or took too long. Start it again from here.',
  no_page: 'Nothing was connected: that account runs no Facebook Page, or none was chosen. Choose at least one Page.',
  no_instagram_account:
    'Nothing was connected: none of the chosen Pages has an Instagram professional account linked to it. Link it in the Page settings, then try again.',
  not_configured: 'Nothing was connected: the Meta app of this server is not set up right. Check META_APP_ID and META_APP_SECRET.',
  platform_error: 'Nothing was connected: the platform could not finish the sign-in. Try again in a moment.',
  forbidden: 'Nothing was connected: only owners and admins may connect accounts.',
};

export function connectFailure(code: string): string {
  return Object.hasOwn(FAILED, code) ? FAILED[code as ConnectError] : FAILED.platform_error;
}
