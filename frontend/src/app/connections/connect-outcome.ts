import type { ConnectError } from '@sellary/contracts';

/** Reason and next step for each code of a failed sign-in. The URL contains only the code. */
const FAILURES = {
  denied: $localize`:@@connections.failure.denied:Nothing was connected because the sign-in was canceled or refused. Connect again and allow every permission. While the Meta app is in development mode, you also need a role in the app.`,
  state_invalid: $localize`:@@connections.failure.state-invalid:Nothing was connected because this sign-in was already used, took too long, or started in another browser. Connect again from this page.`,
  no_page: $localize`:@@connections.failure.no-page:Nothing was connected because Facebook did not give access to any Page. Connect again and choose at least one Page in the Facebook dialog; if your Page is not listed, ask an admin of the Page or its business portfolio for access.`,
  page_not_opened: $localize`:@@connections.failure.page-not-opened:Nothing was connected because you need full control of the chosen Pages, or task access to their content and comments. Ask an admin of the Page or its business portfolio for access, then connect again.`,
  no_instagram_account: $localize`:@@connections.failure.no-instagram-account:Nothing was connected because none of the chosen Pages has a linked Instagram professional account. Link the account in the Page settings on Facebook (Linked accounts) and connect again, or use Sign in with Instagram for an account without a Page.`,
  not_configured: $localize`:@@connections.failure.not-configured:Nothing was connected because Meta does not accept this server’s app. Ask your server administrator to compare META_APP_ID and META_APP_SECRET with the Meta app dashboard (App settings, Basic) and restart the server.`,
  instagram_not_configured: $localize`:@@connections.failure.instagram-not-configured:Nothing was connected because Instagram does not accept this server’s app. Ask your server administrator to compare META_INSTAGRAM_APP_ID and META_INSTAGRAM_APP_SECRET with the Meta app dashboard (Instagram, API setup) and restart the server.`,
  redirect_refused: $localize`:@@connections.failure.redirect-refused:Nothing was connected because this server’s address is not in the Meta app’s list. Ask your server administrator to add it in the Meta app dashboard (Facebook Login, Valid OAuth redirect URIs), exactly as docs/platforms.md lists it.`,
  platform_error: $localize`:@@connections.failure.platform-error:Nothing was connected because the platform could not finish the sign-in. Try again in a moment; if it keeps failing, ask your server administrator to check the server log.`,
  forbidden: $localize`:@@connections.failure.forbidden:Nothing was connected because only owners and admins can connect accounts. Ask an owner or admin of your workspace.`,
} satisfies Record<ConnectError, string>;

export function connectFailure(code: string): string {
  return Object.hasOwn(FAILURES, code) ? FAILURES[code as ConnectError] : FAILURES.platform_error;
}

/**
 * Message about chosen Pages that cannot be accessed, or null if there are none. The ids come from the URL,
 * so text that is not an id is left out.
 */
export function missedPagesText(ids: string | null): string | null {
  const pages = (ids ?? '').split(',').filter((id) => /^\d{1,25}$/.test(id));
  if (pages.length === 0) return null;
  const list = pages.join(', ');
  return pages.length === 1
    ? $localize`:@@connections.missed.one:Facebook did not give access to Page ${list}:page:. You need full control, or task access to content and comments: ask an admin of the Page or its business portfolio, then connect again.`
    : $localize`:@@connections.missed.many:Facebook did not give access to Pages ${list}:pages:. You need full control, or task access to content and comments: ask an admin of the Pages or their business portfolio, then connect again.`;
}
