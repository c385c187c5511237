import { inSeconds } from '../clock/graph-time';
import { GraphError, badParameter } from '../errors/graph-error';
import type { Call } from '../graph/call';
import type { Json, JsonObject } from '../http/json';
import type { Token } from './tokens';

const DATA_ACCESS_MS = 90 * 24 * 3_600_000;

/** Describes a token and its permissions. An invalid token gets `is_valid: false`, not an error. */
export function debugToken(call: Call): Json {
  const { platform } = call;
  const inputToken = call.incoming.params.get('input_token');
  if (inputToken === null || inputToken === '') throw badParameter('The parameter input_token is required');
  if (call.token.kind !== 'APP' && call.token.value !== inputToken) {
    throw badParameter(
      'You must provide an app access token, or a user access token that is an owner or developer of the app',
    );
  }
  const token = platform.tokens.find(inputToken);
  if (token === null) {
    return {
      data: { error: { code: 190, message: 'Invalid OAuth access token.' }, is_valid: false, scopes: [] },
    };
  }
  return { data: { ...tokenDetails(call, token), ...validityOf(call, token) } };
}

function tokenDetails({ platform }: Call, token: Token): JsonObject {
  const { app, grants } = platform;
  const grant = grants.grantOf(token.subject);
  const scopes = [...(grant?.scopes ?? [])]
    .filter(([, status]) => status === 'granted')
    .map(([scope]) => scope);
  const targets = [...(grant?.pageIds ?? [])];
  return {
    app_id: app.appId,
    type: token.kind === 'INSTAGRAM' ? 'USER' : token.kind,
    application: app.name,
    data_access_expires_at: grant === null ? undefined : inSeconds(grant.lastLoginAt + DATA_ACCESS_MS),
    expires_at: token.expiresAt === null ? 0 : inSeconds(token.expiresAt),
    issued_at: token.kind === 'APP' ? undefined : inSeconds(token.issuedAt),
    profile_id: token.pageId ?? undefined,
    user_id: token.kind === 'APP' ? undefined : token.subject,
    scopes,
    granular_scopes: scopes
      .filter((scope) => /^(pages|instagram)_/.test(scope))
      .map((scope) => ({ scope, target_ids: scope.startsWith('pages_') ? targets : undefined })),
  };
}

function validityOf({ platform }: Call, token: Token): JsonObject {
  try {
    if (token.kind !== 'APP') platform.tokens.requireValid(token.value);
    return { is_valid: true };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const { code, message, subcode } = error.parts;
    return { is_valid: false, error: { code, message, subcode } };
  }
}
