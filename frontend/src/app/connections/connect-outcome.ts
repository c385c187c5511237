import type { ConnectError } from '@sellary/contracts';

/** What came of a sign-in at a platform, and what to do about it. The address carries a code; the words are ours. */
const FAILED: Record<ConnectError, string> = {
  denied:
    'Nothing was connected: the sign-in was cancelled or refused there. Press Connect again and allow everything that is asked for. While the Meta app is in development mode, it lets in only people who have a role on it.',
  state_invalid: 'Nothing was connected: this sign-in was started elsewhere, was used already, or took too long. Start it again from here.',
  no_page:
    'Nothing was connected: Facebook opened no Page to this server. Connect again and choose at least one Page in Facebook’s dialog. If the Page is not offered there, ask an admin of the Page or of its business portfolio to give you access to it.',
  page_not_opened:
    'Nothing was connected: Facebook named the Pages that you chose but gave no access to them. You need full control of the Page, or task access to its content and comments: ask an admin of the Page or of its business portfolio, then connect again.',
  no_instagram_account:
    'Nothing was connected: none of the chosen Pages has an Instagram professional account linked to it. Link it in the Page’s settings on Facebook (Linked accounts), or choose another Page, then try again. An account without a Page can sign in with Instagram.',
  not_configured:
    'Nothing was connected: Meta does not accept the app of this server. Whoever runs the server compares META_APP_ID and META_APP_SECRET with the app’s dashboard (App settings, Basic) and starts the server again.',
  instagram_not_configured:
    'Nothing was connected: Instagram does not accept the app of this server. Whoever runs the server compares META_INSTAGRAM_APP_ID and META_INSTAGRAM_APP_SECRET with the app’s dashboard (Instagram, API setup) and starts the server again.',
  redirect_refused:
    'Nothing was connected: the address of this server is not in the Meta app’s list. Whoever runs the app adds it in the dashboard (Facebook Login, Valid OAuth redirect URIs), letter by letter as PUBLIC_URL has it; docs/platforms.md has the list.',
  platform_error:
    'Nothing was connected: the platform could not finish the sign-in. Try again in a moment. If it stays so, the log of this server has what the platform said.',
  forbidden: 'Nothing was connected: only owners and admins may connect accounts. Ask one of them.',
};

/** What to say of Pages that were chosen and could not be opened, beside others that were. `ids` come from the address, so only ids are repeated. */
export function missedPages(ids: string | null): string | null {
  const known = (ids ?? '').split(',').filter((id) => /^\d{1,25}$/.test(id));
  if (known.length === 0) return null;
  const which = known.length === 1 ? `Page ${known.join()}` : `the Pages ${known.join(', ')}`;
  return `Facebook gave no access to ${which}. You need full control, or task access to content and comments: ask an admin of the Page or of its business portfolio, then connect again.`;
}

export function connectFailure(code: string): string {
  return Object.hasOwn(FAILED, code) ? FAILED[code as ConnectError] : FAILED.platform_error;
}
