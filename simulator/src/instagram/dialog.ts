import type { Incoming } from '../http/incoming';
import { html, type Reply } from '../http/reply';
import {
  dialogForm,
  type DialogRequest,
  failureReply,
  isRedirectAllowed,
  redirectToApp,
  splitScopes,
} from '../oauth/dialog-request';
import { escapeHtml, simulatorPage } from '../oauth/page-style';
import { INSTAGRAM_SCOPES } from '../oauth/scopes';
import type { Platform } from '../platform';

/** Instagram's `GET /oauth/authorize` shows the accounts to choose from; `POST` submits the choice. */
export function instagramDialog(platform: Platform, incoming: Incoming): Reply {
  const request = readDialogRequest(platform, incoming.params);
  if (typeof request === 'string') return html(simulatorPage('Instagram', request, ''), 400);
  const accounts = [...platform.world.accounts.values()].filter(({ login }) => login === 'instagram');
  const { dialog } = platform.switches;
  if (dialog === 'ask' && incoming.method !== 'POST') return html(dialogPage(platform, incoming, accounts));
  if (dialog === 'fail') return failureReply(request);
  const chosen = accounts.find(({ id }) => id === incoming.params.get('account')) ?? accounts[0];
  const isAllowed = dialog === 'allow' || (dialog === 'ask' && incoming.params.get('decision') === 'allow');
  if (!isAllowed || chosen === undefined) {
    return redirectToApp(request, {
      error: 'access_denied',
      error_reason: 'user_denied',
      error_description: 'The user denied your request',
    });
  }
  platform.grants.allow({
    subject: chosen.id,
    granted: request.scopes,
    declined: [],
    pageIds: [],
    at: platform.clock.now(),
  });
  const code = platform.codes.issue(chosen.id, platform.app.instagramAppId, request.redirectUri);
  return redirectToApp(request, { code: code.value }, '#_');
}

function readDialogRequest({ app }: Platform, params: URLSearchParams): DialogRequest | string {
  if (params.get('client_id') !== app.instagramAppId) return 'Invalid platform app';
  const redirectUri = params.get('redirect_uri') ?? '';
  if (!isRedirectAllowed(app, redirectUri)) return 'Invalid redirect_uri';
  const scopes = [...new Set(splitScopes(params.get('scope') ?? ''))];
  const unknown = scopes.filter((scope) => !Object.hasOwn(INSTAGRAM_SCOPES, scope));
  if (scopes.length === 0 || unknown.length > 0) return `Invalid scope: ${unknown.join(', ')}`;
  return { redirectUri, state: params.get('state'), scopes };
}

function dialogPage(
  { app }: Platform,
  incoming: Incoming,
  accounts: readonly { id: string; username: string; name: string }[],
): string {
  const choices = accounts.map(
    ({ id, username, name }, index) =>
      `<label><input type="radio" name="account" value="${escapeHtml(id)}"${index === 0 ? ' checked' : ''}><span>@${escapeHtml(username)} <small>${escapeHtml(name)}</small></span></label>`,
  );
  return simulatorPage(
    'Instagram',
    `Let ${app.name} read your live comments?`,
    `<p>Choose the professional account to connect.</p>
${dialogForm(
  incoming,
  ['client_id', 'redirect_uri', 'state', 'scope', 'response_type'],
  `<fieldset><legend>Account</legend>
${choices.join('\n')}
</fieldset>`,
)}`,
  );
}
