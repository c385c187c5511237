import { Injectable } from '@nestjs/common';
import type {
  ConnectCapability,
  GrantedAccount,
  GrantedAccounts,
  OpenConnection,
  RenewedToken,
  TokenHealth,
} from '@sellary/extension-kit';
import { GrantedPages, type OpenedPage } from '../graph/granted-pages';
import { GraphClient } from '../graph/graph-client';
import { GraphError } from '../graph/graph-error';
import { idOf, textOf } from '../graph/graph-json';
import { PageLogin } from '../graph/page-login';
import { detailsOf, grantIdOf } from '../meta-details';
import { InstagramLogin } from './instagram-login';
import { fieldsOf } from '../../../kernel';

export const PAGE_LOGIN_NEEDS: readonly string[] = [
  'instagram_basic',
  'instagram_manage_comments',
  'pages_show_list',
  'pages_read_engagement',
];
const PAGE_LOGIN_PERMISSIONS = [...PAGE_LOGIN_NEEDS, 'pages_manage_metadata'];

type AuthorizeRequest = Parameters<ConnectCapability['authorizeUrl']>[0];
type CompleteRequest = Parameters<ConnectCapability['complete']>[0];

/** The two ways to sign in: with Facebook, through the account's linked Page, or with Instagram itself. */
@Injectable()
export class InstagramLogins {
  constructor(
    private readonly graph: GraphClient,
    private readonly pageLogin: PageLogin,
    private readonly instagramLogin: InstagramLogin,
    private readonly grantedPages: GrantedPages,
  ) {}

  authorizeUrl(request: AuthorizeRequest): string {
    return request.login === 'instagram'
      ? this.instagramLogin.authorizeUrl(request)
      : this.pageLogin.authorizeUrl(PAGE_LOGIN_PERMISSIONS, request);
  }

  async complete(request: CompleteRequest): Promise<GrantedAccounts> {
    const { login, code, redirectUri } = request;
    return login === 'instagram'
      ? { accounts: await this.instagramLogin.complete(code, redirectUri), missed: [] }
      : linkedAccounts(this.graph, this.pageLogin, this.grantedPages, request);
  }

  async revoke(connection: OpenConnection): Promise<void> {
    if (detailsOf(connection).login === 'facebook') await this.pageLogin.revoke(connection);
  }

  async inspect(connection: OpenConnection): Promise<TokenHealth> {
    return detailsOf(connection).login === 'instagram'
      ? this.instagramLogin.inspect(connection)
      : this.pageLogin.inspect(connection);
  }

  async renew(connection: OpenConnection): Promise<RenewedToken | null> {
    const { pageId } = detailsOf(connection);
    return pageId === null ? this.instagramLogin.renew(connection) : this.pageLogin.renew(connection, pageId);
  }
}

async function linkedAccounts(
  graph: GraphClient,
  login: PageLogin,
  grantedPages: GrantedPages,
  { code, redirectUri }: CompleteRequest,
): Promise<GrantedAccounts> {
  const grant = await login.completeSignIn(code, redirectUri);
  const { pages, missed } = await grantedPages.open(grant);
  const accounts = await Promise.all(
    pages.map(async (page): Promise<GrantedAccount[]> => {
      const accountId = await linkedAccountId(graph, page).catch((error: unknown) => {
        if (!(error instanceof GraphError)) throw error;
        missed.push(page.id);
        return null;
      });
      if (accountId === null) return [];
      return [
        {
          externalAccountId: accountId,
          displayName: (await userNameOf(graph, accountId, page.token)) ?? page.name,
          details: { login: 'facebook', pageId: page.id },
          grantId: grant.grantorId === null ? null : grantIdOf('facebook', grant.grantorId),
          webhookTarget: page.id,
          token: page.token,
          userToken: grant.token,
          tokenExpiresAt: grant.expiresAt,
          scopes: grant.scopes,
        },
      ];
    }),
  );
  return { accounts: accounts.flat(), missed };
}

/**
 * Returns the id of the Instagram account linked to a page; null if there is none. Requests it from the page
 * if the listed fields do not contain it.
 * @throws GraphError
 */
async function linkedAccountId(
  graph: GraphClient,
  { id, token, fields }: OpenedPage,
): Promise<string | null> {
  const listed = idOf(fieldsOf(fields['instagram_business_account'])['id']);
  if (listed !== null) return listed;
  const { body } = await graph.read(id, 'instagram_business_account', { token });
  return idOf(fieldsOf(body['instagram_business_account'])['id']);
}

const userNameOf = (graph: GraphClient, accountId: string, token: string): Promise<string | null> =>
  graph.read(accountId, 'username', { token }).then(
    ({ body }) => textOf(body['username']) || null,
    () => null,
  );
