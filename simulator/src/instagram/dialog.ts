import type { Incoming } from '../http/incoming';
import { html, redirect, type Reply } from '../http/reply';
import { isRedirectAllowed } from '../oauth/dialog';
import { escaped, rehearsalPage } from '../oauth/page-style';
import { INSTAGRAM_SCOPES } from '../oauth/scopes';
import type { Platform } from '../platform';

interface Asked {
  redirectUri: string;
  state: string | null;
  scopes: readonly string[];
}

/** `GET /oauth/authorize` of Instagram: one account allows the app, or does not. */
export function instagramDialog(platform: Platform, incoming: Incoming): Reply {
  const asked = readAsked(platform, incoming.params);
  if (typeof asked === 'string') return html(rehearsalPage('Instagram', asked, ''), 400);
  const accounts = [...platform.world.accounts.values()].filter(({ login }) => login === 'instagram');
  const { dialog } = platform.switches;
  if (dialog === 'ask' && incoming.method !== 'POST') return html(dialogPage(platform, incoming, accounts));
  if (dialog === 'fail') return back(asked, { error_code: '1349048', error_message: 'Something went wrong. Please try again later.' });
  const chosen = accounts.find(({ id }) => id === incoming.params.get('account')) ?? accounts[0];
  const isAllowed = dialog === 'allow' || (dialog === 'ask' && incoming.params.get('decision') === 'allow');
  if (!isAllowed || chosen === undefined) {
    return back(asked, {
      error: 'access_denied',
      error_reason: 'user_denied',
      error_description: 'The user denied your request',
    });
  }
  platform.grants.allow({ subject: chosen.id, granted: asked.scopes, declined: [], pageIds: [], at: platform.clock.now() });
  const code = platform.codes.issue(chosen.id, platform.app.instagramAppId, asked.redirectUri);
  return back(asked, { code: code.value }, '#_');
}

function readAsked({ app }: Platform, params: URLSearchParams): Asked | string {
  if (params.get('client_id') !== app.instagramAppId) return 'Invalid platform app';
  const redirectUri = params.get('redirect_uri') ?? '';
  if (!isRedirectAllowed(app.redirectUris, redirectUri)) return 'Invalid redirect_uri';
  const scopes = [...new Set((params.get('scope') ?? '').split(/[,\s]+/).filter(Boolean))];
  const unknown = scopes.filter((scope) => !Object.hasOwn(INSTAGRAM_SCOPES, scope));
  if (scopes.length === 0 || unknown.length > 0) return `Invalid scope: ${unknown.join(', ')}`;
  return { redirectUri, state: params.get('state'), scopes };
}

function back({ redirectUri, state }: Asked, answer: Readonly<Record<string, string>>, hash = ''): Reply {
  const to = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) to.searchParams.set(name, value);
  if (state !== null) to.searchParams.set('state', state);
  return redirect(`${to.href}${hash}`);
}

function dialogPage({ app }: Platform, { params }: Incoming, accounts: readonly { id: string; username: string; name: string }[]): string {
  const carried = ['client_id', 'redirect_uri', 'state', 'scope', 'response_type'].flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [`<input type="hidden" name="${name}" value="${escaped(value)}">`];
  });
  const choices = accounts.map(
    ({ id, username, name }, index) =>
      `<label><input type="radio" name="account" value="${escaped(id)}"${index === 0 ? ' checked' : ''}><span>@${escaped(username)} <small>${escaped(name)}</small></span></label>`,
  );
  return rehearsalPage(
    'Instagram',
    `Let ${app.name} read your live comments?`,
    `<p>Choose the professional account to connect.</p>
<form method="post">
${carried.join('\n')}
<fieldset><legend>Account</legend>
${choices.join('\n')}
</fieldset>
<div class="acts">
<button type="submit" name="decision" value="allow" class="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button>
</div>
</form>`,
  );
}
