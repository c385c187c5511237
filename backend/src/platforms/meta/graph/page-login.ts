import { Inject, Injectable } from '@nestjs/common';
import type { OpenConnection, RenewedToken, TokenHealth } from '@sellary/extension-kit';
import { Clock, type Fields, fieldsOf } from '../../../kernel';
import { META_CONFIG, type MetaConfig } from '../meta.config';
import { GraphClient, type GraphResponse } from './graph-client';
import { APP_REMOVED, GraphError } from './graph-error';
import { expiryOf, idOf, listOf, numberOf, textOf } from './graph-json';

/** A person's grant: a user token, valid for about sixty days, and what it allows. */
export interface UserGrant {
  token: string;
  grantorId: string | null;
  scopes: string[];
  /**
   * Pages that the person granted, as far as the platform lists them. A business portfolio's Pages are listed
   * nowhere else.
   */
  pageIds: string[];
  expiresAt: Date | null;
}

const MAX_LIST_PAGES = 10;

/**
 * Sign-in with Facebook, which gives access to Pages and the Instagram accounts linked to them. Failures are
 * GraphErrors.
 */
@Injectable()
export class PageLogin {
  constructor(
    @Inject(META_CONFIG) private readonly meta: MetaConfig,
    private readonly graph: GraphClient,
    private readonly clock: Clock,
  ) {}

  /**
   * Address of the sign-in dialog. Facebook Login for Business reads the permissions from a configuration,
   * and does not show the dialog to an app that lists them itself.
   */
  authorizeUrl(scopes: readonly string[], request: { state: string; redirectUri: string }): string {
    const { dialogUrl, version, loginConfigId } = this.meta;
    const url = new URL(`${dialogUrl}/${version}/dialog/oauth`);
    url.search = new URLSearchParams({
      client_id: this.graph.app('facebook').id,
      redirect_uri: request.redirectUri,
      state: request.state,
      response_type: 'code',
      ...(loginConfigId === null
        ? { scope: scopes.join(',') }
        : { config_id: loginConfigId, override_default_response_type: 'true' }),
      // Asks again for permissions that the person declined. Otherwise the dialog silently skips them.
      auth_type: 'rerequest',
    }).toString();
    return url.href;
  }

  async completeSignIn(code: string, redirectUri: string): Promise<UserGrant> {
    const shortLived = await this.exchange({ redirect_uri: redirectUri, code }, [code]);
    const longLived = await this.extend(shortLived.token);
    const tokenFacts: Fields = await this.debugToken(longLived.token).then(
      ({ body }) => fieldsOf(body['data']),
      () => ({}),
    );
    return {
      token: longLived.token,
      grantorId: idOf(tokenFacts['user_id']) ?? (await this.personId(longLived.token)),
      scopes: scopesOf(tokenFacts) ?? (await this.permissions(longLived.token)),
      pageIds: pageIdsOf(tokenFacts),
      expiresAt: earliest([longLived.expiresAt, ...expiriesOf(tokenFacts)]),
    };
  }

  /** @throws GraphError `reconnect` or `revoked` if the page's token is invalid. */
  async inspect(connection: OpenConnection): Promise<TokenHealth> {
    const page = await this.readTokenFacts(connection.token);
    const user: Fields =
      connection.userToken === null ? {} : await this.readTokenFacts(connection.userToken).catch(() => ({}));
    return { expiresAt: earliest([...expiriesOf(page), ...expiriesOf(user)]), scopes: scopesOf(page) ?? [] };
  }

  /**
   * Renews the user token, and reads a new page token with it.
   * @throws GraphError
   */
  async renew(connection: OpenConnection, pageId: string): Promise<RenewedToken | null> {
    if (connection.userToken === null) return null;
    const user = await this.extend(connection.userToken);
    const { body } = await this.graph.read(pageId, 'access_token', { token: user.token });
    const token = textOf(body['access_token']);
    if (token === '') return null;
    // A renewal does not extend the right to read the person's data, which may end sooner than the new token.
    const { expiresAt } = await this.inspect({ ...connection, token, userToken: user.token });
    return { token, userToken: user.token, expiresAt: earliest([user.expiresAt, expiresAt]) };
  }

  /** Revokes the person's grant, which invalidates its tokens. */
  async revoke(connection: OpenConnection): Promise<void> {
    if (connection.userToken === null) return;
    await this.graph.call({ method: 'DELETE', path: '/me/permissions', token: connection.userToken });
  }

  private async readTokenFacts(token: string): Promise<Fields> {
    const { body } = await this.debugToken(token).catch((error: unknown) => {
      // Here, the platform rejects this server's app, not the inspected token.
      if (error instanceof GraphError && error.needsReconnect) {
        throw new GraphError('misconfigured', error.message, error.code, error.subcode);
      }
      throw error;
    });
    const tokenFacts = fieldsOf(body['data']);
    if (tokenFacts['is_valid'] === false) {
      const subcode = numberOf(fieldsOf(tokenFacts['error'])['subcode']);
      throw new GraphError(
        subcode === APP_REMOVED ? 'revoked' : 'reconnect',
        'The platform no longer accepts the token.',
        190,
        subcode,
      );
    }
    return tokenFacts;
  }

  private debugToken(token: string): Promise<GraphResponse> {
    const query = { input_token: token };
    return this.graph.call({ path: '/debug_token', token: this.graph.appToken(), query, hidden: [token] });
  }

  private extend(token: string): Promise<{ token: string; expiresAt: Date | null }> {
    return this.exchange({ grant_type: 'fb_exchange_token', fb_exchange_token: token }, [token]);
  }

  private async exchange(
    query: Record<string, string>,
    hidden: string[],
  ): Promise<{ token: string; expiresAt: Date | null }> {
    const { id, secret } = this.graph.app('facebook');
    const { body } = await this.graph.call({
      path: '/oauth/access_token',
      query: { client_id: id, client_secret: secret, ...query },
      hidden,
    });
    const token = textOf(body['access_token']);
    if (token === '') {
      throw new GraphError('rejected', 'The platform did not return a token for the sign-in. Connect again.');
    }
    return { token, expiresAt: expiryOf(body, this.clock.now()) };
  }

  private async personId(token: string): Promise<string | null> {
    return this.graph.read('me', 'id', { token }).then(
      ({ body }) => idOf(body['id']),
      () => null,
    );
  }

  private async permissions(token: string): Promise<string[]> {
    const granted = await this.graph
      .listAll({ path: '/me/permissions', token }, MAX_LIST_PAGES)
      .catch(() => []);
    return granted
      .filter((permission) => permission['status'] === 'granted')
      .map((permission) => textOf(permission['permission']));
  }
}

const scopesOf = (tokenFacts: Fields): string[] | null =>
  Array.isArray(tokenFacts['scopes'])
    ? tokenFacts['scopes'].filter((scope) => typeof scope === 'string')
    : null;

/**
 * Ids of the Pages listed in the permissions. A permission without targets applies to all Pages and lists
 * none.
 */
function pageIdsOf(tokenFacts: Fields): string[] {
  const pageScopes = listOf(tokenFacts['granular_scopes']).filter((scope) =>
    textOf(scope['scope']).startsWith('pages_'),
  );
  const ids = pageScopes
    .flatMap((scope) => (Array.isArray(scope['target_ids']) ? (scope['target_ids'] as unknown[]) : []))
    .map(idOf);
  return [...new Set(ids)].filter((id) => id !== null);
}

/** Times at which a token expires. 0 means never; the right to read a person's data expires separately. */
const expiriesOf = (tokenFacts: Fields): Date[] =>
  ['expires_at', 'data_access_expires_at'].flatMap((name) => {
    const seconds = numberOf(tokenFacts[name]) ?? 0;
    return seconds > 0 ? [new Date(seconds * 1000)] : [];
  });

function earliest(dates: (Date | null)[]): Date | null {
  const times = dates.flatMap((date) => date?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.min(...times));
}
