import { Inject, Injectable } from '@nestjs/common';
import type { Live, LoginKind } from '@sellary/contracts';
import { APP_CONFIG, type AppConfig } from '../../kernel';
import { type GraphCall, GraphClient, nextOf } from '../graph/graph-client';
import { fieldsOf, idOf, listOf, numberOf, textOf, timeOf, type Fields } from '../graph/graph-json';
import { PageLogin } from '../graph/page-login';
import type {
  Broadcast,
  CommentPage,
  CommentQuery,
  ConnectCapability,
  DiscoverCapability,
  GrantedAccount,
  OpenConnection,
  PlatformAdapter,
  PollCapability,
} from '../platform-adapter';
import { commentOf, pushedComments } from './instagram-comments';
import { INSTAGRAM_LOGIN_NEEDS, InstagramLogin } from './instagram-login';
import { instagramIdIn } from './live-link';

const PAGE_LOGIN_NEEDS = ['instagram_basic', 'instagram_manage_comments', 'pages_show_list', 'pages_read_engagement'];
const PAGE_LOGIN_ASKED = [...PAGE_LOGIN_NEEDS, 'pages_manage_metadata'];
/** Any field of the page installs the app on it; Instagram's own fields are chosen in the app's dashboard. */
const PAGE_WEBHOOK_FIELDS = 'feed';
const MAX_PAGE_SIZE = 50;
const COMMENT_FIELDS = 'id,text,timestamp,username,from';
/** Lists hold first-level comments only; answers to them are a list of their own. */
const WITH_REPLIES = `${COMMENT_FIELDS},replies{${COMMENT_FIELDS}}`;
const MAX_PAGES_OF_REPLIES = 10;

/** Instagram Live, reached through the Facebook Page an account is linked to or by Instagram's own login. Comments come by webhook; polling is the net below. */
@Injectable()
export class InstagramAdapter implements PlatformAdapter {
  readonly platform = 'instagram';
  readonly name = 'Instagram';
  readonly connect: ConnectCapability;
  readonly discover: DiscoverCapability;
  readonly poll: PollCapability;
  readonly webhook = { object: 'instagram', comments: pushedComments, changes: () => [], accountsToLookAt: (): string[] => [] };

  constructor(@Inject(APP_CONFIG) config: AppConfig, graph: GraphClient, pages: PageLogin, own: InstagramLogin) {
    this.connect = {
      logins: ['facebook', 'instagram'] satisfies LoginKind[],
      needs: { facebook: PAGE_LOGIN_NEEDS, instagram: INSTAGRAM_LOGIN_NEEDS },
      authorizeUrl: (login, request) =>
        login === 'instagram'
          ? own.authorizeUrl(request)
          : pages.authorizeUrl(config.meta.dialogUrl, config.meta.version, PAGE_LOGIN_ASKED, request),
      complete: (login, { code, redirectUri }) =>
        login === 'instagram' ? own.complete(code, redirectUri) : linkedAccounts(graph, pages, code, redirectUri),
      subscribe: (account) =>
        account.pageId === null ? own.subscribe(account.token) : pages.subscribe(account.pageId, account.token, PAGE_WEBHOOK_FIELDS),
      revoke: (connection, last) =>
        connection.pageId === null ? own.revoke(connection) : pages.revoke(connection, connection.pageId, last),
      inspect: (connection) => (connection.login === 'instagram' ? own.inspect(connection) : pages.inspect(connection)),
      renew: (connection) => (connection.pageId === null ? own.renew(connection) : pages.renew(connection, connection.pageId)),
    };
    this.discover = {
      hosts: ['instagram.com'],
      isId: (text) => /^\d{1,30}$/.test(text),
      idIn: instagramIdIn,
      liveIdOf: (_, id) => Promise.resolve(id),
      lives: async (connection) => (await liveMedia(graph, connection)).items.flatMap(liveOf),
      broadcast: (connection, liveId) => broadcast(graph, connection, liveId),
    };
    this.poll = {
      unbounded: true,
      ordered: true,
      maxPageSize: MAX_PAGE_SIZE,
      comments: (connection, query) => readComments(graph, connection, query),
      missingCommentsAdvice:
        "Check in the Meta app's dashboard that the app is live and has Advanced Access to the permission for comments, and that the account is public.",
      saidAt: (connection, commentId) => saidAt(graph, connection, commentId),
    };
  }
}

/** The host and token that this connection's calls go by. */
const from = (connection: OpenConnection): Pick<GraphCall, 'host' | 'token' | 'accountId'> => ({
  host: connection.login,
  token: connection.token,
  accountId: connection.externalAccountId,
});

async function linkedAccounts(graph: GraphClient, pages: PageLogin, code: string, redirectUri: string): Promise<GrantedAccount[]> {
  const grant = await pages.grantOf(code, redirectUri);
  const found = await Promise.all(
    (await pages.pages(grant.token)).map(async (page): Promise<GrantedAccount[]> => {
      const [pageId, token] = [idOf(page['id']), textOf(page['access_token'])];
      if (pageId === null || token === '') return [];
      const accountId = idOf(fieldsOf(page['instagram_business_account'])['id']) ?? (await linkedTo(graph, pageId, token));
      if (accountId === null) return [];
      return [
        {
          externalAccountId: accountId,
          displayName: (await userNameOf(graph, accountId, token)) ?? (textOf(page['name']) || `Instagram ${accountId}`),
          login: 'facebook',
          pageId,
          grantorId: grant.grantorId,
          token,
          userToken: grant.token,
          tokenExpiresAt: grant.expiresAt,
          scopes: grant.scopes,
        },
      ];
    }),
  );
  return found.flat();
}

/** The account linked to a page, asked of the page itself; null where there is none, or it is not told. */
const linkedTo = (graph: GraphClient, pageId: string, token: string): Promise<string | null> =>
  graph.call({ path: `/${pageId}`, token, query: { fields: 'instagram_business_account' } }).then(
    ({ body }) => idOf(fieldsOf(body['instagram_business_account'])['id']),
    () => null,
  );

const userNameOf = (graph: GraphClient, accountId: string, token: string): Promise<string | null> =>
  graph.call({ path: `/${accountId}`, token, query: { fields: 'username' } }).then(
    ({ body }) => textOf(body['username']) || null,
    () => null,
  );

const liveMedia = (graph: GraphClient, connection: OpenConnection) =>
  graph.list({
    ...from(connection),
    path: `/${connection.externalAccountId}/live_media`,
    query: { fields: 'id,media_type,media_product_type,owner,username,timestamp' },
  });

function liveOf(fields: Fields): Live[] {
  const liveId = idOf(fields['id']);
  if (liveId === null) return [];
  const startedAt = timeOf(fields['timestamp']);
  const name = textOf(fields['username']);
  return [
    {
      liveId,
      title: name === '' ? 'Instagram Live' : `Live of ${name}`,
      status: 'LIVE',
      startedAt: startedAt === null ? null : new Date(startedAt).toISOString(),
    },
  ];
}

/** Only what is on the air is listed: a broadcast that is not in the list is over. */
async function broadcast(graph: GraphClient, connection: OpenConnection, liveId: string): Promise<Broadcast> {
  const { items, complete, usage } = await liveMedia(graph, connection);
  const isListed = items.some((fields) => idOf(fields['id']) === liveId);
  // A list that was not read to its end proves nothing.
  const over = !isListed && complete;
  return { status: over ? 'OVER' : 'LIVE', over, videoId: null, usage };
}

async function readComments(graph: GraphClient, connection: OpenConnection, query: CommentQuery): Promise<CommentPage> {
  const counting = query.withTotal ? countComments(graph, connection, query.liveId) : null;
  const page = await graph.page(
    {
      ...from(connection),
      path: `/${encodeURIComponent(query.liveId)}/comments`,
      query: { fields: query.brief ? COMMENT_FIELDS : WITH_REPLIES, limit: String(query.limit) },
    },
    query.after,
  );
  const replies = await Promise.all(page.items.map((comment) => repliesOf(graph, connection, comment)));
  const readAt = Date.now();
  const comments = [...page.items, ...replies.flat()].flatMap((fields) => commentOf(fields, query.liveId, connection, readAt) ?? []);
  return { comments, next: page.next, usage: page.usage, skewMs: page.skewMs, total: await counting };
}

/** The answers that came with a comment; those behind them are asked for. */
async function repliesOf(graph: GraphClient, connection: OpenConnection, comment: Fields): Promise<Fields[]> {
  const [replies, id] = [fieldsOf(comment['replies']), idOf(comment['id'])];
  const items = listOf(replies['data']);
  const after = nextOf(replies);
  if (after === null || id === null) return items;
  const rest = await graph.list(
    { ...from(connection), path: `/${encodeURIComponent(id)}/replies`, query: { fields: COMMENT_FIELDS } },
    { maxPages: MAX_PAGES_OF_REPLIES, after },
  );
  return [...items, ...rest.items];
}

/** The list itself tells no number. Never throws: comments are read whether or not they can be counted. */
const countComments = (graph: GraphClient, connection: OpenConnection, liveId: string): Promise<number | null> =>
  graph.call({ ...from(connection), path: `/${encodeURIComponent(liveId)}`, query: { fields: 'comments_count' } }).then(
    ({ body }) => numberOf(body['comments_count']),
    () => null,
  );

async function saidAt(graph: GraphClient, connection: OpenConnection, commentId: string): Promise<number | null> {
  const path = `/${encodeURIComponent(commentId)}`;
  const { body } = await graph.call({ ...from(connection), path, query: { fields: 'timestamp' } });
  return timeOf(body['timestamp']);
}
