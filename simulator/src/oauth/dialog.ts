import type { Incoming } from '../http/incoming';
import { html, type Reply } from '../http/reply';
import type { Platform } from '../platform';
import { SELLER } from '../world/default-world';
import {
  dialogForm,
  type DialogRequest,
  failureReply,
  isRedirectAllowed,
  redirectToApp,
  splitScopes,
} from './dialog-request';
import { escapeHtml, simulatorPage } from './page-style';
import { FACEBOOK_SCOPES } from './scopes';

/** `GET /{v}/dialog/oauth` shows the pages to choose from; `POST` submits the choice. */
export function facebookDialog(platform: Platform, incoming: Incoming): Reply {
  const request = readDialogRequest(platform, incoming.params);
  if (typeof request === 'string') return html(simulatorPage('Facebook', request, ''), 400);
  if (incoming.params.get('response_type') === 'token') {
    return redirectToApp(request, {
      error_code: '100',
      error_message: 'The rehearsal supports only response_type=code',
    });
  }
  const { dialog } = platform.switches;
  const allPageIds = [...platform.world.pages.keys()];
  if (dialog === 'deny') return denialReply(request);
  if (dialog === 'fail') return failureReply(request);
  if (dialog === 'allow') return grantReply(platform, request, allPageIds, request.scopes);
  if (incoming.method !== 'POST') return html(dialogPage(platform, request, incoming));
  if (incoming.params.get('decision') !== 'allow') return denialReply(request);
  return grantReply(platform, request, incoming.params.getAll('page'), incoming.params.getAll('permission'));
}

function readDialogRequest({ app, switches }: Platform, params: URLSearchParams): DialogRequest | string {
  if (params.get('client_id') !== app.appId) {
    return 'Invalid App ID: the provided app ID does not look like a valid app ID.';
  }
  const redirectUri = params.get('redirect_uri') ?? '';
  if (!isRedirectAllowed(app, redirectUri)) {
    return 'URL blocked: this redirect failed because the redirect URI is not in the app’s list of allowed addresses.';
  }
  const configId = params.get('config_id');
  if (switches.loginConfigId !== '' && configId !== switches.loginConfigId) {
    return 'This app isn’t available: the app needs at least one supported permission.';
  }
  // A Facebook Login for Business configuration replaces the `scope` parameter.
  const configScopes =
    switches.loginConfigScopes === '' ? Object.keys(FACEBOOK_SCOPES).join(',') : switches.loginConfigScopes;
  const scopes = [
    ...new Set([
      'public_profile',
      ...splitScopes(configId === null ? (params.get('scope') ?? '') : configScopes),
    ]),
  ];
  const lacking = splitScopes(switches.scopesAppLacks);
  const invalid = scopes.filter(
    (scope) => !Object.hasOwn(FACEBOOK_SCOPES, scope) || (configId === null && lacking.includes(scope)),
  );
  if (invalid.length > 0) {
    return `Invalid Scopes: ${invalid.join(', ')}. This message is only shown to developers.`;
  }
  return { redirectUri, state: params.get('state'), scopes };
}

function grantReply(
  platform: Platform,
  request: DialogRequest,
  pageIds: readonly string[],
  checkedScopes: readonly string[],
): Reply {
  const granted = request.scopes.filter(
    (scope) => scope === 'public_profile' || checkedScopes.includes(scope),
  );
  platform.grants.allow({
    subject: SELLER.id,
    granted,
    declined: request.scopes.filter((scope) => !granted.includes(scope)),
    pageIds: pageIds.filter((id) => platform.world.pages.has(id)),
    at: platform.clock.now(),
  });
  const code = platform.codes.issue(SELLER.id, platform.app.appId, request.redirectUri);
  return redirectToApp(request, { code: code.value });
}

const denialReply = (request: DialogRequest): Reply =>
  redirectToApp(request, {
    error: 'access_denied',
    error_code: '200',
    error_reason: 'user_denied',
    error_description: 'Permissions error',
  });

function dialogPage({ app, world, grants }: Platform, request: DialogRequest, incoming: Incoming): string {
  const earlierGrant = grants.grantOf(SELLER.id);
  const pages = [...world.pages.values()].map(({ id, name, category }) =>
    checkbox(
      'page',
      id,
      name,
      category,
      earlierGrant === null || earlierGrant.pageIds.size === 0 || earlierGrant.pageIds.has(id),
    ),
  );
  // A previously declined permission starts unchecked, unless the app asks for it again.
  const isRerequest = incoming.params.get('auth_type') === 'rerequest';
  const permissions = request.scopes
    .filter((scope) => scope !== 'public_profile')
    .map((scope) =>
      checkbox(
        'permission',
        scope,
        FACEBOOK_SCOPES[scope] ?? scope,
        scope,
        isRerequest || earlierGrant?.scopes.get(scope) !== 'declined',
      ),
    );
  return simulatorPage(
    'Facebook',
    `Connect your Pages to ${app.name}?`,
    `<p>You are signed in as <strong>${escapeHtml(SELLER.name)}</strong>. Choose the Pages whose live comments the app may read.</p>
${dialogForm(
  incoming,
  ['client_id', 'redirect_uri', 'state', 'scope', 'config_id', 'auth_type', 'response_type'],
  `<fieldset><legend>Pages</legend>
${pages.join('\n')}
</fieldset>
<details><summary>What the app may do (${permissions.length})</summary>
${permissions.join('\n')}
</details>`,
)}`,
  );
}

function checkbox(name: string, value: string, label: string, note: string, checked: boolean): string {
  return `<label><input type="checkbox" name="${name}" value="${escapeHtml(value)}"${checked ? ' checked' : ''}><span>${escapeHtml(label)} <small>${escapeHtml(note)}</small></span></label>`;
}
