import { Inject, Injectable } from '@nestjs/common';
import type { Broadcast, PlatformReadiness } from '@sellary/contracts';
import type {
  BroadcastState,
  CommentPage,
  CommentQuery,
  ConnectCapability,
  DiscoverCapability,
  NewestFirstPages,
  OpenConnection,
  PlatformAdapter,
  ReplyCapability,
} from '@sellary/extension-kit';
import { connectFailure } from '../connect-failure';
import { type GraphCall, GraphClient, nextOf } from '../graph/graph-client';
import { idOf, listOf, numberOf, textOf, timeOf } from '../graph/graph-json';
import { GraphWebhooks, type Installation } from '../graph/graph-webhooks';
import type { LoginKind } from '../graph/login-kind';
import { META_CONFIG, type MetaConfig } from '../meta.config';
import { detailsOf, loginOf } from '../meta-details';
import { metaReadiness } from '../meta-readiness';
import { INSTAGRAM_MESSAGE_TERMS, privateReplies } from '../meta-replies';
import { MetaWebhooks } from '../meta-webhooks';
import { REFUSAL_ADVICE } from '../refusal-advice';
import { judge, type SubscriptionNeeds } from '../webhook-state';
import { COMMENT_FIELDS, COMMENT_FIELDS_WITH_REPLIES, commentOf } from './instagram-comments';
import { INSTAGRAM_LOGIN_NEEDS } from './instagram-login';
import { InstagramLogins, PAGE_LOGIN_NEEDS } from './instagram-logins';
import { instagramIdIn } from './live-link';
import { type Fields, fieldsOf } from '../../../kernel';

/** Permissions by kind of login. */
const NEEDS: Record<LoginKind, readonly string[]> = {
  facebook: PAGE_LOGIN_NEEDS,
  instagram: INSTAGRAM_LOGIN_NEEDS,
};
const MESSAGE_PERMISSIONS: Record<LoginKind, readonly string[]> = {
  facebook: ['instagram_manage_messages', 'pages_messaging'],
  instagram: ['instagram_business_manage_messages'],
};
const WITHOUT_WEBHOOKS =
  'Comments arrive later and some may be missed, because this server must poll for them';
const APP_WEBHOOK = { name: 'Instagram', fields: ['live_comments'] };
const WEBHOOK_NEEDS: Record<LoginKind, SubscriptionNeeds> = {
  /**
   * Subscribing to any field installs the app on the page; Instagram's own fields are chosen in the app's
   * dashboard.
   */
  facebook: { fields: ['feed'], anyField: true, app: APP_WEBHOOK, withoutWebhooks: WITHOUT_WEBHOOKS },
  instagram: {
    fields: ['comments', 'live_comments'],
    anyField: false,
    app: APP_WEBHOOK,
    withoutWebhooks: WITHOUT_WEBHOOKS,
  },
};
const MAX_PAGE_SIZE = 50;
const MAX_PAGES_OF_REPLIES = 10;

/**
 * Instagram Live, through the account's linked Facebook Page, or with Instagram's own login. Comments arrive
 * by webhook; polling is the backup.
 */
@Injectable()
export class InstagramAdapter implements PlatformAdapter {
  readonly id = 'instagram';
  readonly label = 'Instagram';
  readonly icon = 'photo_camera';
  readonly app = 'meta';
  readonly connect: ConnectCapability;
  readonly discover: DiscoverCapability;
  readonly comments: NewestFirstPages;
  readonly webhook;
  /** Private only, because Instagram does not let an app reply publicly to comments on a broadcast. */
  readonly replies: ReplyCapability;

  constructor(
    graph: GraphClient,
    logins: InstagramLogins,
    subscriptions: GraphWebhooks,
    webhooks: MetaWebhooks,
    @Inject(META_CONFIG) private readonly meta: MetaConfig,
  ) {
    this.replies = {
      private: privateReplies(
        graph,
        (details) => ({ ...INSTAGRAM_MESSAGE_TERMS, permissions: MESSAGE_PERMISSIONS[loginOf(details)] }),
        (connection) => ({
          path: `/${installationOf(connection).ownerId}`,
          call: accountCall(connection),
        }),
      ),
    };
    this.webhook = webhooks.capability((connection, commentId) => commentTime(graph, connection, commentId));
    this.connect = {
      methods: [
        { id: 'facebook', label: 'Facebook' },
        { id: 'instagram', label: 'Instagram' },
      ],
      loginOf,
      needs: (details) => NEEDS[loginOf(details)],
      authorizeUrl: (request) => logins.authorizeUrl(request),
      complete: (request) => logins.complete(request),
      nothingGranted: 'no_instagram_account',
      failure: connectFailure,
      refusalAdvice: REFUSAL_ADVICE,
      webhooks: {
        fields: (details) => WEBHOOK_NEEDS[loginOf(details)].fields,
        subscribe: (connection, fields) => subscriptions.subscribe(installationOf(connection), fields),
        unsubscribe: (connection) => subscriptions.unsubscribe(installationOf(connection)),
        subscribed: (connection) => subscriptions.subscribed(installationOf(connection)),
        // Instagram's own login uses a separate app, and no call reports that app's webhook.
        appWebhook: (details) =>
          loginOf(details) === 'instagram'
            ? Promise.resolve(undefined)
            : subscriptions.appWebhook('instagram'),
        judge: (subject, facts) => judge(WEBHOOK_NEEDS[loginOf(subject.details)], subject, facts),
      },
      revoke: (connection) => logins.revoke(connection),
      inspect: (connection) => logins.inspect(connection),
      renew: (connection) => logins.renew(connection),
    };
    this.discover = {
      hosts: ['instagram.com'],
      isId: (text) => /^\d{1,30}$/.test(text),
      parseLink: instagramIdIn,
      resolveId: (_, id) => Promise.resolve(id),
      listBroadcasts: async (connection) => (await liveMedia(graph, connection)).items.flatMap(toBroadcast),
      broadcast: (connection, liveId) => readBroadcast(graph, connection, liveId),
    };
    this.comments = {
      kind: 'newest-first',
      unbounded: true,
      ordered: true,
      maxPageSize: MAX_PAGE_SIZE,
      read: (connection, query) => readComments(graph, connection, query),
      missingCommentsAdvice:
        "Check in the Meta app's dashboard that the app is live and has Advanced Access to the permission for comments, and that the account is public.",
    };
  }

  readiness(): PlatformReadiness {
    return metaReadiness(this.meta, 'instagram');
  }
}

/** The app's installation, on the account's Facebook Page or on the account itself. */
function installationOf(connection: OpenConnection): Installation {
  const { login, pageId } = detailsOf(connection);
  return { login, ownerId: pageId ?? connection.externalAccountId, token: connection.token };
}

/** The host and token for this connection's calls. */
const accountCall = (connection: OpenConnection): Pick<GraphCall, 'host' | 'token' | 'accountId'> => ({
  host: detailsOf(connection).login,
  token: connection.token,
  accountId: connection.externalAccountId,
});

const liveMedia = (graph: GraphClient, connection: OpenConnection) =>
  graph.list({
    ...accountCall(connection),
    path: `/${connection.externalAccountId}/live_media`,
    query: { fields: 'id,media_type,media_product_type,owner,username,timestamp' },
  });

function toBroadcast(fields: Fields): Broadcast[] {
  const liveId = idOf(fields['id']);
  if (liveId === null) return [];
  const startedAt = timeOf(fields['timestamp']);
  const name = textOf(fields['username']);
  return [
    {
      liveId,
      title: name === '' ? 'Instagram Live' : `${name} live`,
      status: 'LIVE',
      startedAt: startedAt === null ? null : new Date(startedAt).toISOString(),
    },
  ];
}

/** Reads the state of a broadcast. Only running broadcasts are listed, so a missing broadcast has ended. */
async function readBroadcast(
  graph: GraphClient,
  connection: OpenConnection,
  liveId: string,
): Promise<BroadcastState> {
  const { items, isComplete, usage } = await liveMedia(graph, connection);
  const isListed = items.some((fields) => idOf(fields['id']) === liveId);
  // A partially read list does not prove that a broadcast has ended.
  const isOver = !isListed && isComplete;
  return { status: isOver ? 'OVER' : 'LIVE', isOver, videoId: null, usage };
}

async function readComments(
  graph: GraphClient,
  connection: OpenConnection,
  query: CommentQuery,
): Promise<CommentPage> {
  const total = query.withTotal ? countComments(graph, connection, query.liveId) : null;
  const page = await graph.page(
    {
      ...accountCall(connection),
      path: `/${encodeURIComponent(query.liveId)}/comments`,
      query: {
        fields: query.brief ? COMMENT_FIELDS : COMMENT_FIELDS_WITH_REPLIES,
        limit: String(query.limit),
      },
    },
    query.after,
  );
  const replies = await Promise.all(page.items.map((comment) => repliesOf(graph, connection, comment)));
  const readAt = Date.now() + graph.skew.ms;
  const comments = [...page.items, ...replies.flat()].flatMap(
    (fields) => commentOf(fields, query.liveId, connection, readAt) ?? [],
  );
  return { comments, next: page.next, usage: page.usage, skewMs: page.skewMs, total: await total };
}

/** Reads the replies to a comment. The first replies arrive with the comment; the rest are requested. */
async function repliesOf(graph: GraphClient, connection: OpenConnection, comment: Fields): Promise<Fields[]> {
  const [replies, id] = [fieldsOf(comment['replies']), idOf(comment['id'])];
  const items = listOf(replies['data']);
  const after = nextOf(replies);
  if (after === null || id === null) return items;
  const rest = await graph.list(
    {
      ...accountCall(connection),
      path: `/${encodeURIComponent(id)}/replies`,
      query: { fields: COMMENT_FIELDS },
    },
    { maxPages: MAX_PAGES_OF_REPLIES, after },
  );
  return [...items, ...rest.items];
}

/**
 * Counts the comments, because the list itself has no count. Never throws, so comments are read even if they
 * cannot be counted.
 */
const countComments = (
  graph: GraphClient,
  connection: OpenConnection,
  liveId: string,
): Promise<number | null> =>
  graph.read(liveId, 'comments_count', accountCall(connection)).then(
    ({ body }) => numberOf(body['comments_count']),
    () => null,
  );

async function commentTime(
  graph: GraphClient,
  connection: OpenConnection,
  commentId: string,
): Promise<number | null> {
  const { body } = await graph.read(commentId, 'timestamp', accountCall(connection));
  return timeOf(body['timestamp']);
}
