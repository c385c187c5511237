import { Inject, Injectable } from '@nestjs/common';
import type { GrantedAccount, OpenConnection, RenewedToken, TokenHealth } from '@sellary/extension-kit';
import { Clock, type Fields, fieldsOf } from '../../../kernel';
import { META_CONFIG, type MetaConfig } from '../meta.config';
import { GraphClient } from '../graph/graph-client';
import { grantIdOf } from '../meta-details';
import { GraphError } from '../graph/graph-error';
import { expiryOf, idOf, listOf, textOf } from '../graph/graph-json';

export const INSTAGRAM_LOGIN_NEEDS: readonly string[] = [
  'instagram_business_basic',
  'instagram_business_manage_comments',
];

/**
 * Sign-in with Instagram itself, which has its own hosts, app id, and response formats. Failures are
 * GraphErrors.
 */
@Injectable()
export class InstagramLogin {
  constructor(
    @Inject(META_CONFIG) private readonly meta: MetaConfig,
    private readonly graph: GraphClient,
    private readonly clock: Clock,
  ) {}

  authorizeUrl(request: { state: string; redirectUri: string }): string {
    const url = new URL(`${this.meta.instagram.dialogUrl}/oauth/authorize`);
    url.search = new URLSearchParams({
      client_id: this.graph.app('instagram').id,
      redirect_uri: request.redirectUri,
      response_type: 'code',
      scope: INSTAGRAM_LOGIN_NEEDS.join(','),
      state: request.state,
    }).toString();
    return url.href;
  }

  async complete(code: string, redirectUri: string): Promise<GrantedAccount[]> {
    const { id, secret } = this.graph.app('instagram');
    const form = {
      client_id: id,
      client_secret: secret,
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
    };
    const { body } = await this.graph.call({
      host: 'instagramApi',
      versioned: false,
      method: 'POST',
      path: '/oauth/access_token',
      form,
      hidden: [code],
    });
    // The documentation shows a list with one object, but the API may also return the object itself.
    const shortLived: Fields = listOf(body['data'])[0] ?? body;
    const shortToken = textOf(shortLived['access_token']);
    if (shortToken === '') {
      throw new GraphError('rejected', 'The platform did not return a token for the sign-in. Connect again.');
    }
    const longLived = await this.extend(
      '/access_token',
      { grant_type: 'ig_exchange_token', client_secret: secret },
      shortToken,
    );
    const me = await this.me(longLived.token);
    const accountId = idOf(me['user_id']) ?? idOf(shortLived['user_id']);
    if (accountId === null) return [];
    return [
      {
        externalAccountId: accountId,
        displayName: textOf(me['username']) || `Instagram ${accountId}`,
        details: { login: 'instagram', pageId: null },
        grantId: grantIdOf('instagram', idOf(me['id']) ?? accountId),
        webhookTarget: accountId,
        token: longLived.token,
        userToken: null,
        tokenExpiresAt: longLived.expiresAt,
        scopes: permissionsOf(shortLived['permissions']),
      },
    ];
  }

  /** Only tests the token, because Instagram reports neither its expiry nor its permissions. */
  async inspect(connection: OpenConnection): Promise<TokenHealth> {
    await this.me(connection.token);
    return { expiresAt: null, scopes: [] };
  }

  /** Renews a token for another sixty days. The token must be at least a day old. */
  async renew(connection: OpenConnection): Promise<RenewedToken | null> {
    const renewed = await this.extend(
      '/refresh_access_token',
      { grant_type: 'ig_refresh_token' },
      connection.token,
    );
    return { token: renewed.token, userToken: null, expiresAt: renewed.expiresAt };
  }

  private async me(token: string): Promise<Fields> {
    const fields = 'user_id,username,account_type';
    const { body } = await this.graph.read('me', fields, { host: 'instagram', token });
    return listOf(body['data'])[0] ?? body;
  }

  private async extend(
    path: string,
    query: Record<string, string>,
    token: string,
  ): Promise<{ token: string; expiresAt: Date | null }> {
    // The documentation for `/access_token` and `/refresh_access_token` shows the token only as a query
    // parameter.
    const { body } = await this.graph.call({
      host: 'instagram',
      versioned: false,
      path,
      query: { ...query, access_token: token },
      hidden: [token],
    });
    const longLived = textOf(fieldsOf(body)['access_token']);
    if (longLived === '') throw new GraphError('rejected', 'The platform did not return a long-lived token.');
    return { token: longLived, expiresAt: expiryOf(body, this.clock.now()) };
  }
}

const permissionsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : textOf(value).split(',')).filter(
    (permission): permission is string => typeof permission === 'string' && permission !== '',
  );
