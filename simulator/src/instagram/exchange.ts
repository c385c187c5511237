import { inSeconds } from '../clock/graph-time';
import { badParameter, GraphError, unreadableToken } from '../errors/graph-error';
import type { Incoming } from '../http/incoming';
import { asciiJson } from '../http/json';
import { json, jsonText, type Reply } from '../http/reply';
import { LONG_TOKEN_MS, SHORT_INSTAGRAM_TOKEN_MS, type Token } from '../oauth/tokens';
import type { Platform } from '../platform';

const CODE_LIFE_MS = 3_600_000;
const MIN_REFRESH_AGE_MS = 24 * 3_600_000;

/** `POST api.instagram.com/oauth/access_token`. Its errors differ from Graph API errors. */
export function instagramExchange(platform: Platform, { params }: Incoming): Reply {
  const { app, codes, clock, grants, tokens, switches } = platform;
  if (params.get('client_id') !== app.instagramAppId) return errorReply('Invalid platform app');
  if (params.get('client_secret') !== app.instagramAppSecret) return errorReply('Invalid client secret');
  const code = codes.find((params.get('code') ?? '').replace(/#_$/, ''));
  const isUsable =
    code?.clientId === app.instagramAppId && !code.used && clock.now() - code.issuedAt <= CODE_LIFE_MS;
  if (code === null || !isUsable) return errorReply('Matching code was not found or was already used');
  if (code.redirectUri !== params.get('redirect_uri')) {
    return errorReply(
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
    );
  }
  code.used = true;
  const permissions = [...(grants.grantOf(code.subject)?.scopes.keys() ?? [])].filter((scope) =>
    grants.has(code.subject, scope),
  );
  const token = tokens.issue('INSTAGRAM', code.subject, SHORT_INSTAGRAM_TOKEN_MS);
  if (switches.instagramTokenShape === 'data') {
    return json({
      data: [{ access_token: token.value, user_id: code.subject, permissions: permissions.join(',') }],
    });
  }
  // As on the platform, the id is a bare number above 2^53, which JSON.parse may round.
  return jsonText(
    `{"access_token":${asciiJson(token.value)},"user_id":${code.subject},"permissions":${asciiJson(permissions)}}`,
  );
}

const errorReply = (message: string): Reply =>
  json({ error_type: 'OAuthException', code: 400, error_message: message }, 400);

/** `GET graph.instagram.com/access_token`: exchanges a one-hour token for a sixty-day token. */
export function instagramExtend(platform: Platform, { params }: Incoming): Reply {
  if (params.get('grant_type') !== 'ig_exchange_token') {
    throw badParameter('Param grant_type must be one of {IG_EXCHANGE_TOKEN}');
  }
  if (params.get('client_secret') !== platform.app.instagramAppSecret) {
    throw new GraphError({ message: 'Error validating client secret.', code: 1, status: 400 });
  }
  const token = instagramToken(platform, params);
  if (token.long) {
    throw new GraphError({
      message: 'Session key invalid. This could be because the session key has an incorrect format.',
      code: 452,
    });
  }
  return issueLongLived(platform, token);
}

/**
 * `GET graph.instagram.com/refresh_access_token`: renews a long-lived token that is at least a day old and
 * has not expired.
 */
export function instagramRefresh(platform: Platform, { params }: Incoming): Reply {
  if (params.get('grant_type') !== 'ig_refresh_token') {
    throw badParameter('Param grant_type must be one of {IG_REFRESH_TOKEN}');
  }
  const token = instagramToken(platform, params);
  if (!token.long || platform.clock.now() - token.issuedAt < MIN_REFRESH_AGE_MS) {
    throw badParameter('Only long-lived access tokens that are at least 24 hours old can be refreshed');
  }
  return issueLongLived(platform, token);
}

function instagramToken(platform: Platform, params: URLSearchParams): Token {
  const token = platform.tokens.requireValid(params.get('access_token') ?? '');
  if (token.kind !== 'INSTAGRAM') throw unreadableToken();
  return token;
}

function issueLongLived({ tokens }: Platform, { subject }: Token): Reply {
  const token = tokens.issue('INSTAGRAM', subject, LONG_TOKEN_MS, true);
  return json({ access_token: token.value, token_type: 'bearer', expires_in: inSeconds(LONG_TOKEN_MS) });
}
