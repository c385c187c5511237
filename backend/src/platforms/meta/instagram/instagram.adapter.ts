import { Injectable } from '@nestjs/common';
import type { Broadcast, LoginKind } from '@sellary/contracts';
import { connectFailure } from '../connect-failure';
import { GrantedPages, type OpenedPage } from '../graph/granted-pages';
import { type GraphCall, GraphClient, nextOf } from '../graph/graph-client';
import { GraphError } from '../graph/graph-error';
import { fieldsOf, idOf, listOf, numberOf, textOf, timeOf, type Fields } from '../graph/graph-json';
import { GraphWebhooks, type Installation } from '../graph/graph-webhooks';
import { PageLogin } from '../graph/page-login';
import type {
  BroadcastState,
  CommentPage,
  CommentQuery,
  ConnectCapability,
  DiscoverCapability,
  GrantedAccount,
  GrantedAccounts,
  OpenConnection,
  PlatformAdapter,
  PollCapability,
  SubscriptionNeeds,
} from '../../adapter/platform-adapter';
import { commentOf, pushedComments } from './instagram-comments';
import { INSTAGRAM_LOGIN_NEEDS, InstagramLogin } from './instagram-login';
import { instagramIdIn } from './live-link';

const PAGE_LOGIN_NEEDS = ['instagram_basic', 'instagram_manage_comments', 'pages_show_list', 'pages_read_engagement'];
const PAGE_LOGIN_ASKED = [...PAGE_LOGIN_NEEDS, 'pages_manage_metadata'];
const WITHOUT_WEBHOOKS = 'Comments arrive later and some may be missed, because this server has to ask for them';
const APP_WEBHOOK = { name: 'Instagram', fields: ['live_comments'] };
const WEBHOOK_NEEDS: Record<LoginKind, SubscriptionNeeds> = {
  /** Any field of the page installs the app on it; Instagram's own fields are chosen in the app's dashboard. */
  facebook: { fields: ['feed'], anyField: true, app: APP_WEBHOOK, withoutThem: WITHOUT_WEBHOOKS },
  instagram: { fields: ['comments', 'live_comments'], anyField: false, app: APP_WEBHOOK, withoutThem: WITHOUT_WEBHOOKS },
};
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
  readonly webhook = { object: 'instagram', comments: pushedComments, changes: () => [], accountsToRefresh: (): string[] => [] };

  constructor(graph: GraphClient, pages: PageLogin, own: InstagramLogin, granted: GrantedPages, webhooks: GraphWebhooks) {
    this.connect = {
      logins: ['facebook', 'instagram'] satisfies LoginKind[],
      needs: { facebook: PAGE_LOGIN_NEEDS, instagram: INSTAGRAM_LOGIN_NEEDS },
      authorizeUrl: (login, request) => (login === 'instagram' ? own.authorizeUrl(request) : pages.authorizeUrl(PAGE_LOGIN_ASKED, request)),
      complete: async (login, request) =>
        login === 'instagram'
          ? { accounts: await own.complete(request.code, request.redirectUri), missed: [] }
          : linkedAccounts(graph, pages, granted, request),
      nothingGranted: 'no_instagram_account',
      failure: connectFailure,
      webhooks: {
        needs: (login) => WEBHOOK_NEEDS[login],
        subscribe: (connection, fields) => webhooks.subscribe(installationOf(connection), fields),
        unsubscribe: (connection) => webhooks.unsubscribe(installationOf(connection)),
        subscribed: (connection) => webhooks.subscribed(installationOf(connection)),
        // The webhook of Instagram's own login belongs to another app, which no call reports.
        appWebhook: (login) => (login === 'instagram' ? Promise.resolve(undefined) : webhooks.appWebhook('instagram')),
      },
      revoke: (connection) => (connection.login === 'instagram' ? Promise.resolve() : pages.revoke(connection)),
      inspect: (connection) => (connection.login === 'instagram' ? own.inspect(connection) : pages.inspect(connection)),
      renew: (connection) => (connection.pageId === null ? own.renew(connection) : pages.renew(connection, connection.pageId)),
    };
    this.discover = {
      hosts: ['instagram.com'],
      isId: (text) => /^\d{1,30}$/.test(text),
      parseLink: instagramIdIn,
      resolveId: (_, id) => Promise.resolve(id),
      listBroadcasts: async (connection) => (await liveMedia(graph, connection)).items.flatMap(liveOf),
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

/** The owner of an account's webhooks: its Facebook Page, or the account itself. */
const installationOf = ({ login, pageId, externalAccountId, token }: OpenConnection): Installation => ({
  login,
  ownerId: pageId ?? externalAccountId,
  token,
});

/** The host and token that this connection's calls go by. */
const accountCall = (connection: OpenConnection): Pick<GraphCall, 'host' | 'token' | 'accountId'> => ({
  host: connection.login,
  token: connection.token,
  accountId: connection.externalAccountId,
});

async function linkedAccounts(
  graph: GraphClient,
  login: PageLogin,
  granted: GrantedPages,
  { code, redirectUri }: { code: string; redirectUri: string },
): Promise<GrantedAccounts> {
  const grant = await login.grantOf(code, redirectUri);
  const { pages, missed } = await granted.open(grant);
  const found = await Promise.all(
    pages.map(async (page): Promise<GrantedAccount[]> => {
      const accountId = await linkedTo(graph, page).catch((error: unknown) => {
        if (!(error instanceof GraphError)) throw error;
        missed.push(page.id);
        return null;
      });
      if (accountId === null) return [];
      return [
        {
          externalAccountId: accountId,
          displayName: (await userNameOf(graph, accountId, page.token)) ?? page.name,
          login: 'facebook',
          pageId: page.id,
          grantorId: grant.grantorId,
          token: page.token,
          userToken: grant.token,
          tokenExpiresAt: grant.expiresAt,
          scopes: grant.scopes,
        },
      ];
    }),
  );
  return { accounts: found.flat(), missed };
}

/** The account linked to a page, read from the page itself if the list did not contain it; null if there is none. @throws GraphError */
async function linkedTo(graph: GraphClient, { id, token, fields }: OpenedPage): Promise<string | null> {
  const listed = idOf(fieldsOf(fields['instagram_business_account'])['id']);
  if (listed !== null) return listed;
  const { body } = await graph.call({ path: `/${id}`, token, query: { fields: 'instagram_business_account' } });
  return idOf(fieldsOf(body['instagram_business_account'])['id']);
}

const userNameOf = (graph: GraphClient, accountId: string, token: string): Promise<string | null> =>
  graph.call({ path: `/${accountId}`, token, query: { fields: 'username' } }).then(
    ({ body }) => textOf(body['username']) || null,
    () => null,
  );

const liveMedia = (graph: GraphClient, connection: OpenConnection) =>
  graph.list({
    ...accountCall(connection),
    path: `/${connection.externalAccountId}/live_media`,
    query: { fields: 'id,media_type,media_product_type,owner,username,timestamp' },
  });

function liveOf(fields: Fields): Broadcast[] {
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

/** State of a broadcast. Only running broadcasts are listed, so one that is not in the list has ended. */
async function broadcast(graph: GraphClient, connection: OpenConnection, liveId: string): Promise<BroadcastState> {
  const { items, complete, usage } = await liveMedia(graph, connection);
  const isListed = items.some((fields) => idOf(fields['id']) === liveId);
  // A list that was not read to its end proves nothing.
  const over = !isListed && complete;
  return { status: over ? 'OVER' : 'LIVE', isOver: over, videoId: null, usage };
}

async function readComments(graph: GraphClient, connection: OpenConnection, query: CommentQuery): Promise<CommentPage> {
  const counting = query.withTotal ? countComments(graph, connection, query.liveId) : null;
  const page = await graph.page(
    {
      ...accountCall(connection),
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

/** The replies that came with a comment; further ones are requested. */
async function repliesOf(graph: GraphClient, connection: OpenConnection, comment: Fields): Promise<Fields[]> {
  const [replies, id] = [fieldsOf(comment['replies']), idOf(comment['id'])];
  const items = listOf(replies['data']);
  const after = nextOf(replies);
  if (after === null || id === null) return items;
  const rest = await graph.list(
    { ...accountCall(connection), path: `/${encodeURIComponent(id)}/replies`, query: { fields: COMMENT_FIELDS } },
    { maxPages: MAX_PAGES_OF_REPLIES, after },
  );
  return [...items, ...rest.items];
}

/**
 * Counts the comments, because the list itself has no count. Never throws: comments are read even if they
 * cannot be counted.
 */
const countComments = (graph: GraphClient, connection: OpenConnection, liveId: string): Promise<number | null> =>
  graph.call({ ...accountCall(connection), path: `/${encodeURIComponent(liveId)}`, query: { fields: 'comments_count' } }).then(
    ({ body }) => numberOf(body['comments_count']),
    () => null,
  );

async function saidAt(graph: GraphClient, connection: OpenConnection, commentId: string): Promise<number | null> {
  const path = `/${encodeURIComponent(commentId)}`;
  const { body } = await graph.call({ ...accountCall(connection), path, query: { fields: 'timestamp' } });
  return timeOf(body['timestamp']);
}
