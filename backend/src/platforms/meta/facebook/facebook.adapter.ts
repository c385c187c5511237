import { Inject, Injectable } from '@nestjs/common';
import type { PlatformReadiness } from '@sellary/contracts';
import type {
  CommentPage,
  CommentQuery,
  ConnectCapability,
  GrantedAccount,
  GrantedAccounts,
  NewestFirstPages,
  OpenConnection,
  PlatformAdapter,
  ReplyCapability,
} from '@sellary/extension-kit';
import { connectFailure } from '../connect-failure';
import { GrantedPages } from '../graph/granted-pages';
import { GraphClient } from '../graph/graph-client';
import { numberOf } from '../graph/graph-json';
import { GraphWebhooks, type Installation } from '../graph/graph-webhooks';
import { PageLogin } from '../graph/page-login';
import { META_CONFIG, type MetaConfig } from '../meta.config';
import { grantIdOf } from '../meta-details';
import { metaReadiness } from '../meta-readiness';
import { MESSENGER_TERMS, publicReplies, privateReplies } from '../meta-replies';
import { MetaWebhooks } from '../meta-webhooks';
import { REFUSAL_ADVICE } from '../refusal-advice';
import { judge, type SubscriptionNeeds } from '../webhook-state';
import { FacebookBroadcasts } from './facebook-broadcasts';
import { COMMENT_FIELDS, commentOf } from './facebook-comments';
import { fieldsOf } from '../../../kernel';

const REQUIRED_PERMISSIONS = ['pages_show_list', 'pages_read_engagement', 'pages_read_user_content'];
/** The last permission allows subscribing to webhooks; polling works without it. */
const REQUESTED_PERMISSIONS = [...REQUIRED_PERMISSIONS, 'pages_manage_metadata'];
const WEBHOOK_FIELDS = ['feed', 'live_videos'];
const WEBHOOK_NEEDS: SubscriptionNeeds = {
  fields: WEBHOOK_FIELDS,
  anyField: false,
  app: { name: 'Page', fields: WEBHOOK_FIELDS },
  withoutWebhooks: 'New comments are still read every few seconds, but edits and deletions do not arrive',
};
const MAX_PAGE_SIZE = 100;
/** Parameters without which the edge silently omits comments. */
const EVERY_COMMENT = { filter: 'stream', live_filter: 'no_filter', order: 'reverse_chronological' };

/** Facebook Live on a Page. */
@Injectable()
export class FacebookAdapter implements PlatformAdapter {
  readonly id = 'facebook';
  readonly label = 'Facebook';
  readonly icon = 'live_tv';
  readonly app = 'meta';
  readonly connect: ConnectCapability;
  readonly discover: FacebookBroadcasts;
  readonly comments: NewestFirstPages;
  readonly webhook;
  readonly replies: ReplyCapability;

  constructor(
    graph: GraphClient,
    login: PageLogin,
    grantedPages: GrantedPages,
    subscriptions: GraphWebhooks,
    webhooks: MetaWebhooks,
    @Inject(META_CONFIG) private readonly meta: MetaConfig,
  ) {
    const installationOf = ({ externalAccountId, token }: OpenConnection): Installation => ({
      login: 'facebook',
      ownerId: externalAccountId,
      token,
    });
    this.discover = new FacebookBroadcasts(graph);
    this.webhook = webhooks.capability();
    const terms = { ...MESSENGER_TERMS, permissions: ['pages_messaging'] };
    this.replies = {
      public: publicReplies(graph),
      private: privateReplies(
        graph,
        () => terms,
        ({ externalAccountId: accountId, token }) => ({ path: `/${accountId}`, call: { token, accountId } }),
      ),
    };
    this.connect = {
      methods: [{ id: 'facebook', label: 'Facebook' }],
      loginOf: () => 'facebook',
      needs: () => REQUIRED_PERMISSIONS,
      authorizeUrl: (request) => login.authorizeUrl(REQUESTED_PERMISSIONS, request),
      complete: ({ code, redirectUri }) => grantedAccounts(login, grantedPages, code, redirectUri),
      nothingGranted: 'no_page',
      failure: connectFailure,
      refusalAdvice: REFUSAL_ADVICE,
      webhooks: {
        fields: () => WEBHOOK_FIELDS,
        subscribe: (page, fields) => subscriptions.subscribe(installationOf(page), fields),
        unsubscribe: (page) => subscriptions.unsubscribe(installationOf(page)),
        subscribed: (page) => subscriptions.subscribed(installationOf(page)),
        appWebhook: () => subscriptions.appWebhook('page'),
        judge: (subject, facts) => judge(WEBHOOK_NEEDS, subject, facts),
      },
      revoke: (connection) => login.revoke(connection),
      inspect: (connection) => login.inspect(connection),
      renew: (connection) => login.renew(connection, connection.externalAccountId),
    };
    this.comments = {
      kind: 'newest-first',
      unbounded: false,
      ordered: false,
      maxPageSize: MAX_PAGE_SIZE,
      read: (connection, query) => readComments(graph, connection, query),
      missingCommentsAdvice:
        "Check in the Meta app's dashboard that the app is live and has Advanced Access to pages_read_user_content; a comment by the Page itself sometimes makes Facebook return all comments again.",
    };
  }

  readiness(): PlatformReadiness {
    return metaReadiness(this.meta, 'facebook');
  }
}

async function grantedAccounts(
  login: PageLogin,
  grantedPages: GrantedPages,
  code: string,
  redirectUri: string,
): Promise<GrantedAccounts> {
  const grant = await login.completeSignIn(code, redirectUri);
  const { pages, missed } = await grantedPages.open(grant);
  const accounts = pages.map(({ id, name, token }): GrantedAccount => ({
    externalAccountId: id,
    displayName: name,
    details: { login: 'facebook', pageId: null },
    grantId: grant.grantorId === null ? null : grantIdOf('facebook', grant.grantorId),
    webhookTarget: id,
    token,
    userToken: grant.token,
    tokenExpiresAt: grant.expiresAt,
    scopes: grant.scopes,
  }));
  return { accounts, missed };
}

async function readComments(
  graph: GraphClient,
  connection: OpenConnection,
  query: CommentQuery,
): Promise<CommentPage> {
  const { externalAccountId: accountId, token } = connection;
  const page = await graph.page(
    {
      path: `/${encodeURIComponent(query.liveId)}/comments`,
      token,
      accountId,
      query: {
        ...EVERY_COMMENT,
        limit: String(query.limit),
        fields: COMMENT_FIELDS,
        ...(query.withTotal ? { summary: 'total_count' } : {}),
        since: String(Math.max(0, Math.floor(query.since / 1000))),
      },
    },
    query.after,
  );
  const readAt = Date.now() + graph.skew.ms;
  const comments = page.items.flatMap((fields) => commentOf(fields, query.liveId, accountId, readAt) ?? []);
  const total = query.withTotal ? numberOf(fieldsOf(page.body['summary'])['total_count']) : null;
  return { comments, next: page.next, usage: page.usage, skewMs: page.skewMs, total };
}
