import type { Incoming } from '../http/incoming';
import { redirect, type Reply } from '../http/reply';
import type { App } from '../platform';
import { escapeHtml } from './page-style';

/** The app's sign-in request, as parsed by either platform's dialog. */
export interface DialogRequest {
  redirectUri: string;
  state: string | null;
  scopes: readonly string[];
}

export function isRedirectAllowed({ redirectUris }: App, uri: string): boolean {
  if (!URL.canParse(uri) || !['http:', 'https:'].includes(new URL(uri).protocol)) return false;
  return redirectUris === null || redirectUris.includes(uri);
}

/** Names in a list separated by commas or spaces. */
export const splitScopes = (list: string): string[] => list.split(/[,\s]+/).filter(Boolean);

/** Redirects the browser to the app, with the result and the app's own state. */
export function redirectToApp(
  { redirectUri, state }: DialogRequest,
  response: Readonly<Record<string, string>>,
  hash = '',
): Reply {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(response)) target.searchParams.set(name, value);
  if (state !== null) target.searchParams.set('state', state);
  return redirect(`${target.href}${hash}`);
}

/** The result if the dialog fails on the platform's side. */
export const failureReply = (request: DialogRequest): Reply =>
  redirectToApp(request, {
    error_code: '1349048',
    error_message: 'Something went wrong. Please try again later.',
  });

/** A dialog form with the app's parameters, the choices, and the two buttons. */
export function dialogForm({ params }: Incoming, names: readonly string[], choices: string): string {
  const hidden = names.flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [`<input type="hidden" name="${name}" value="${escapeHtml(value)}">`];
  });
  return `<form method="post">
${hidden.join('\n')}
${choices}
<div class="acts">
<button type="submit" name="decision" value="allow" class="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button>
</div>
</form>`;
}
