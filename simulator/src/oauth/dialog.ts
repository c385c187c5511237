import type { Incoming } from '../http/incoming';
import { html, redirect, type Reply } from '../http/reply';
import type { Platform } from '../platform';
import { SELLER } from '../world/default-world';
import { escaped, rehearsalPage } from './page-style';
import { FACEBOOK_SCOPES } from './scopes';

interface Asked {
  redirectUri: string;
  state: string | null;
  scopes: readonly string[];
}

/** `GET /{v}/dialog/oauth` shows the choice of pages; `POST` to the same address is its form. */
export function facebookDialog(platform: Platform, incoming: Incoming): Reply {
  const asked = readAsked(platform, incoming.params);
  if (typeof asked === 'string') return html(rehearsalPage('Facebook', asked, ''), 400);
  if (incoming.params.get('response_type') === 'token') {
    return back(asked, { error_code: '100', error_message: 'Only response_type=code is part of the rehearsal' });
  }
  const { dialog } = platform.switches;
  const everyPage = [...platform.world.pages.keys()];
  if (dialog === 'deny') return denied(asked);
  if (dialog === 'fail') return back(asked, { error_code: '1349048', error_message: 'Something went wrong. Please try again later.' });
  if (dialog === 'allow') return allowed(platform, asked, everyPage, asked.scopes);
  if (incoming.method !== 'POST') return html(dialogPage(platform, asked, incoming));
  if (incoming.params.get('decision') !== 'allow') return denied(asked);
  return allowed(platform, asked, incoming.params.getAll('page'), incoming.params.getAll('permission'));
}

function readAsked({ app, switches }: Platform, params: URLSearchParams): Asked | string {
  if (params.get('client_id') !== app.appId) return 'Invalid App ID: the provided app ID does not look like a valid app ID.';
  const redirectUri = params.get('redirect_uri') ?? '';
  if (!isRedirectAllowed(app.redirectUris, redirectUri)) {
    return 'URL blocked: this redirect failed because the redirect URI is not in the app’s list of allowed addresses.';
  }
  const configId = params.get('config_id');
  if (switches.loginConfigId !== '' && configId !== switches.loginConfigId) {
    return 'This app isn’t available: the app needs at least one supported permission.';
  }
  // A configuration of Facebook Login for Business replaces the list of permissions.
  const ofConfig = switches.loginConfigScopes === '' ? Object.keys(FACEBOOK_SCOPES).join(',') : switches.loginConfigScopes;
  const scopes = [...new Set(['public_profile', ...namesIn(configId === null ? (params.get('scope') ?? '') : ofConfig)])];
  const lacking = namesIn(switches.scopesAppLacks);
  const unknown = scopes.filter((scope) => !Object.hasOwn(FACEBOOK_SCOPES, scope) || (configId === null && lacking.includes(scope)));
  if (unknown.length > 0) return `Invalid Scopes: ${unknown.join(', ')}. This message is only shown to developers.`;
  return { redirectUri, state: params.get('state'), scopes };
}

const namesIn = (list: string): string[] => list.split(/[,\s]+/).filter(Boolean);

export function isRedirectAllowed(list: readonly string[] | null, uri: string): boolean {
  if (!URL.canParse(uri) || !['http:', 'https:'].includes(new URL(uri).protocol)) return false;
  return list === null || list.includes(uri);
}

function allowed(platform: Platform, asked: Asked, pageIds: readonly string[], ticked: readonly string[]): Reply {
  const granted = asked.scopes.filter((scope) => scope === 'public_profile' || ticked.includes(scope));
  platform.grants.allow({
    subject: SELLER.id,
    granted,
    declined: asked.scopes.filter((scope) => !granted.includes(scope)),
    pageIds: pageIds.filter((id) => platform.world.pages.has(id)),
    at: platform.clock.now(),
  });
  const code = platform.codes.issue(SELLER.id, platform.app.appId, asked.redirectUri);
  return back(asked, { code: code.value });
}

const denied = (asked: Asked): Reply =>
  back(asked, { error: 'access_denied', error_code: '200', error_reason: 'user_denied', error_description: 'Permissions error' });

function back({ redirectUri, state }: Asked, answer: Readonly<Record<string, string>>): Reply {
  const to = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) to.searchParams.set(name, value);
  if (state !== null) to.searchParams.set('state', state);
  return redirect(to.href);
}

function dialogPage({ app, world, grants }: Platform, asked: Asked, { params }: Incoming): string {
  const before = grants.of(SELLER.id);
  const pages = [...world.pages.values()].map(({ id, name, category }) =>
    choice('page', id, name, category, before === null || before.pageIds.size === 0 || before.pageIds.has(id)),
  );
  // Declined permissions are requested again only if the app asks for that.
  const again = params.get('auth_type') === 'rerequest';
  const permissions = asked.scopes
    .filter((scope) => scope !== 'public_profile')
    .map((scope) => choice('permission', scope, FACEBOOK_SCOPES[scope] ?? scope, scope, again || before?.scopes.get(scope) !== 'declined'));
  const carried = ['client_id', 'redirect_uri', 'state', 'scope', 'config_id', 'auth_type', 'response_type'].flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [`<input type="hidden" name="${name}" value="${escaped(value)}">`];
  });
  return rehearsalPage(
    'Facebook',
    `Connect your Pages to ${app.name}?`,
    `<p>You are signed in as <strong>${escaped(SELLER.name)}</strong>. Choose the Pages whose live comments the app may read.</p>
<form method="post">
${carried.join('\n')}
<fieldset><legend>Pages</legend>
${pages.join('\n')}
</fieldset>
<details><summary>What the app may do (${permissions.length})</summary>
${permissions.join('\n')}
</details>
<div class="acts">
<button type="submit" name="decision" value="allow" class="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button>
</div>
</form>`,
  );
}

function choice(name: string, value: string, label: string, note: string, checked: boolean): string {
  return `<label><input type="checkbox" name="${name}" value="${escaped(value)}"${checked ? ' checked' : ''}><span>${escaped(label)} <small>${escaped(note)}</small></span></label>`;
}
