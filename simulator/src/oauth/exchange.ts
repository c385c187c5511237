import { GraphError, badParameter } from '../errors/graph-error';
import type { Incoming } from '../http/incoming';
import type { Json } from '../http/json';
import type { Platform } from '../platform';
import { inSeconds } from '../clock/graph-time';
import { LONG_TOKEN_MS, SHORT_USER_TOKEN_MS } from './tokens';

const CODE_LIFE_MS = 10 * 60_000;

/**
 * Facebook's `/oauth/access_token`: exchanges a code, a short-lived token, or the app's own id and secret for
 * a token.
 */
export function exchange(platform: Platform, { params }: Incoming): Json {
  requireApp(platform, params);
  const grantType = params.get('grant_type');
  if (grantType === 'client_credentials') {
    return { access_token: `${platform.app.appId}|${platform.app.appSecret}`, token_type: 'bearer' };
  }
  if (grantType === 'fb_exchange_token') return extend(platform, params.get('fb_exchange_token'));
  if (grantType !== null && grantType !== 'authorization_code') {
    throw badParameter(`Invalid grant_type: ${grantType}`);
  }
  return redeem(platform, params);
}

function redeem(platform: Platform, params: URLSearchParams): Json {
  const value = params.get('code');
  if (value === null || value === '') throw badParameter('Missing authorization code');
  const code = platform.codes.find(value);
  if (code === null || code.clientId !== platform.app.appId) {
    throw codeError('Invalid verification code format.', 36009);
  }
  if (code.used) throw codeError('This authorization code has been used.', 36009);
  if (platform.clock.now() - code.issuedAt > CODE_LIFE_MS) {
    throw codeError('This authorization code has expired.', 36007);
  }
  if (code.redirectUri !== params.get('redirect_uri')) {
    throw codeError(
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
      36008,
    );
  }
  code.used = true;
  const token = platform.tokens.issue('USER', code.subject, SHORT_USER_TOKEN_MS);
  return {
    access_token: token.value,
    token_type: 'bearer',
    expires_in: lifeInSeconds(platform, SHORT_USER_TOKEN_MS),
  };
}

function extend(platform: Platform, shortToken: string | null): Json {
  if (shortToken === null || shortToken === '') throw badParameter('fb_exchange_token parameter is required');
  const short = platform.tokens.requireValid(shortToken);
  if (short.kind !== 'USER') throw badParameter('The access token could not be exchanged');
  const token = platform.tokens.issue('USER', short.subject, LONG_TOKEN_MS, true);
  return {
    access_token: token.value,
    token_type: 'bearer',
    expires_in: lifeInSeconds(platform, LONG_TOKEN_MS),
  };
}

const lifeInSeconds = ({ switches }: Platform, lifeMs: number): number | undefined =>
  switches.omitExpiresIn ? undefined : inSeconds(lifeMs);

function requireApp({ app }: Platform, params: URLSearchParams): void {
  const id = params.get('client_id');
  if (id === null) throw new GraphError({ message: 'Missing client_id parameter.', code: 101 });
  if (id !== app.appId) {
    throw new GraphError({
      message: 'Error validating application. Cannot get application info due to a system error.',
      code: 101,
    });
  }
  if (params.get('client_secret') !== app.appSecret) {
    throw new GraphError({ message: 'Error validating client secret.', code: 1 });
  }
}

const codeError = (message: string, subcode: number): GraphError =>
  new GraphError({ message, code: 100, subcode });
