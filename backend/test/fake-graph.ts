import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type FakeCall,
  type FakeComment,
  type FakeBroadcast,
  type FakePage,
  type FakeReply,
  graphError,
  liveNode,
  mediaNode,
  videoNode,
} from './fake-graph-shapes';

const FAKE_APP = { id: '5000001', secret: 'unit-test-app-secret', verifyToken: 'a verify token' };

const APP_WEBHOOKS = [
  { object: 'page', active: true, callback_url: '', fields: [{ name: 'feed' }, { name: 'live_videos' }] },
  { object: 'instagram', active: true, callback_url: '', fields: [{ name: 'live_comments' }] },
];

const seconds = (ms: number): string => `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}+0000`;
const VERSION = '/v26.0';

/**
 * The part of the Graph API that specs of single calls need, on one port, with all state visible. The simulator is the platform for
 * everything else. It does not offer: answers given byte by byte (`intercept`), tokens that a spec knows and searches for in forbidden
 * places, the parameters of each call, and any number of broadcasts on the spec's own pages.
 */
export class FakeGraph {
  readonly pages = new Map<string, FakePage>();
  readonly broadcasts = new Map<string, FakeBroadcast>();
  readonly calls: FakeCall[] = [];
  /** Broken rules: calls without proof, unknown tokens. Tests expect none. */
  readonly violations: string[] = [];
  readonly subscribed: { path: string; fields: string }[] = [];
  scopes = ['pages_show_list', 'pages_read_engagement', 'pages_read_user_content', 'pages_manage_metadata'];
  /** Answers instead of the fake if it returns something. */
  intercept: (call: FakeCall) => FakeReply | null = () => null;
  usage: Record<string, string> = {};
  readonly dead = new Map<string, number>();
  readonly userToken = 'EAAuser-long-lived';
  readonly instagramToken = 'IGAAlong-lived';
  url = '';
  private readonly server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** Environment that makes the product call this server. */
  get env(): Record<string, string> {
    return {
      META_GRAPH_URL: this.url,
      META_DIALOG_URL: this.url,
      META_APP_ID: FAKE_APP.id,
      META_APP_SECRET: FAKE_APP.secret,
      META_WEBHOOK_VERIFY_TOKEN: FAKE_APP.verifyToken,
    };
  }

  addPage(id: string, extra: Partial<FakePage> = {}): FakePage {
    const page = { id, name: `Page ${id}`, token: `EAApage-${id}`, ...extra };
    this.pages.set(id, page);
    return page;
  }

  goLive(pageId: string, id: string, extra: Partial<FakeBroadcast> = {}): FakeBroadcast {
    const live = { id, pageId, videoId: `3${id.slice(1)}`, title: 'Sunday sale', status: 'LIVE', comments: [], ...extra };
    this.broadcasts.set(id, live);
    return live;
  }

  say(live: FakeBroadcast, user: string, message: string, extra: Partial<FakeComment> = {}): FakeComment {
    const comment = {
      id: `${live.videoId}_${4_000_000 + live.comments.length}`,
      message,
      at: Date.now(),
      from: { id: `9${user}`, name: user },
      ...extra,
    };
    live.comments.push(comment);
    return comment;
  }

  callsTo(pattern: RegExp): FakeCall[] {
    return this.calls.filter((call) => pattern.test(`${call.method} ${call.path}`));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', this.url);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
    const query = { ...Object.fromEntries(url.searchParams), ...form };
    const bearer = request.headers.authorization?.replace(/^Bearer /, '');
    const call = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query,
      token: bearer ?? query['access_token'] ?? null,
      at: Date.now(),
    };
    this.calls.push(call);
    const reply = this.intercept(call) ?? this.guard(call) ?? this.answer(call);
    if (reply.reset === true) {
      request.socket.destroy();
      return;
    }
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {});
    const type = typeof reply.body === 'string' ? 'text/html' : 'application/json; charset=UTF-8';
    response.writeHead(reply.status ?? 200, { 'content-type': type, 'facebook-api-version': 'v26.0', ...this.usage, ...reply.headers });
    response.end(text);
  }

  private guard(call: FakeCall): FakeReply | null {
    if (call.token === null || call.path.endsWith('/refresh_access_token') || call.path === '/access_token') return null;
    const proof = createHmac('sha256', FAKE_APP.secret).update(call.token).digest('hex');
    if (call.query['appsecret_proof'] !== proof) {
      this.violations.push(`${call.path} without a proof`);
      return graphError(100, undefined, 'Invalid appsecret_proof provided in the API argument');
    }
    const subcode = this.dead.get(call.token);
    if (subcode !== undefined) return graphError(190, subcode, `Error validating access token: ${call.token} is dead`);
    const known = [
      this.userToken,
      this.instagramToken,
      `${FAKE_APP.id}|${FAKE_APP.secret}`,
      ...[...this.pages.values()].map((page) => page.token),
    ];
    if (known.includes(call.token)) return null;
    this.violations.push(`${call.path} with an unknown token`);
    return graphError(190, 467);
  }

  private answer(call: FakeCall): FakeReply {
    const path = call.path.startsWith(`${VERSION}/`) ? call.path.slice(VERSION.length) : call.path;
    const [first = '', edge] = path.slice(1).split('/');
    if (path === '/oauth/access_token') return this.exchange(call);
    if (path === '/access_token' || path === '/refresh_access_token') {
      return { body: { access_token: this.instagramToken, expires_in: 5_184_000 } };
    }
    if (path === '/debug_token') return this.debugToken(call.query['input_token'] ?? '');
    if (path === '/me') return { body: { id: '7000001', user_id: '17840000000000009', username: 'own.shop' } };
    if (path === '/me/accounts') return this.accounts();
    if (path === '/me/permissions' && call.method === 'DELETE') return this.revoke();
    if (edge === 'subscribed_apps') return this.subscribe(call, path);
    if (path === `/${FAKE_APP.id}/subscriptions`) return { body: { data: APP_WEBHOOKS } };
    if (edge === 'live_videos') return { body: { data: this.broadcastsOf(first).map(liveNode) } };
    if (edge === 'videos') return { body: { data: this.broadcastsOf(first).map(videoNode) } };
    if (edge === 'live_media') {
      return {
        body: {
          data: this.broadcastsOf(this.pageOfInstagram(first))
            .filter((live) => live.status === 'LIVE')
            .map(mediaNode),
        },
      };
    }
    const live = this.broadcasts.get(first) ?? [...this.broadcasts.values()].find((one) => one.videoId === first);
    if (live !== undefined && edge === 'comments') return this.comments(live, call);
    if (live !== undefined) return this.node(live, first, call);
    const page = this.pages.get(first);
    if (page !== undefined) {
      return {
        body: {
          id: page.id,
          access_token: page.token,
          ...(page.instagram ? { instagram_business_account: { id: page.instagram.id } } : {}),
        },
      };
    }
    const linked = [...this.pages.values()].find((one) => one.instagram?.id === first);
    if (linked?.instagram !== undefined) return { body: linked.instagram };
    return graphError(100, 33, `Unsupported get request. Object with ID '${first}' does not exist`);
  }

  private exchange({ query, method }: FakeCall): FakeReply {
    if (query['client_secret'] !== FAKE_APP.secret) return graphError(101, undefined, 'Error validating client secret.');
    if (query['grant_type'] === 'fb_exchange_token') {
      return { body: { access_token: this.userToken, token_type: 'bearer', expires_in: 5_183_944 } };
    }
    if (query['code'] !== 'good-code') return graphError(100, 36009, 'This authorization code has been used.');
    if (method === 'POST') {
      return { body: '{"access_token":"IGAAshort","user_id":17840000000000009,"permissions":["instagram_business_basic"]}' };
    }
    return { body: { access_token: 'EAAuser-short', token_type: 'bearer', expires_in: 3600 } };
  }

  private debugToken(token: string): FakeReply {
    const subcode = this.dead.get(token);
    const data =
      subcode === undefined
        ? { app_id: FAKE_APP.id, is_valid: true, expires_at: 0, user_id: '7000001', scopes: this.scopes }
        : { is_valid: false, error: { code: 190, message: 'dead', subcode } };
    return { body: { data } };
  }

  private accounts(): FakeReply {
    const data = [...this.pages.values()]
      .filter((page) => page.withheld !== true)
      .map((page) => ({
        id: page.id,
        name: page.name,
        access_token: page.token,
        tasks: ['MODERATE'],
        ...(page.instagram ? { instagram_business_account: { id: page.instagram.id } } : {}),
      }));
    return { body: { data, paging: { cursors: { before: 'a', after: 'b' } } } };
  }

  private revoke(): FakeReply {
    for (const token of [this.userToken, ...[...this.pages.values()].map((page) => page.token)]) this.dead.set(token, 458);
    return { body: { success: true } };
  }

  private subscribe(call: FakeCall, path: string): FakeReply {
    if (call.method === 'GET') {
      const fields = this.subscribed.findLast((one) => one.path === path)?.fields.split(',');
      return { body: { data: fields === undefined ? [] : [{ id: FAKE_APP.id, subscribed_fields: fields }] } };
    }
    if (call.method === 'POST') this.subscribed.push({ path, fields: call.query['subscribed_fields'] ?? '' });
    return { body: { success: true } };
  }

  private broadcastsOf(pageId: string): FakeBroadcast[] {
    return [...this.broadcasts.values()].filter((live) => live.pageId === pageId);
  }

  private pageOfInstagram(accountId: string): string {
    return [...this.pages.values()].find((page) => page.instagram?.id === accountId)?.id ?? '';
  }

  private node(live: FakeBroadcast, id: string, call: FakeCall): FakeReply {
    const wanted = (call.query['fields'] ?? '').split(',');
    if (id === live.id) return { body: liveNode(live) };
    const unknown = wanted.find((field) => ['status', 'live_views', 'video{id}'].includes(field));
    if (unknown !== undefined) {
      return graphError(100, undefined, `(#100) Tried accessing nonexisting field (${unknown}) on node type (Video)`);
    }
    return { body: videoNode(live) };
  }

  private comments(live: FakeBroadcast, { query }: FakeCall): FakeReply {
    const since = Number(query['since'] ?? 0) * 1000;
    const all = query['filter'] === 'stream' && query['live_filter'] === 'no_filter';
    const listed = live.comments
      .filter((one) => (one.visibleAt ?? 0) <= Date.now() && one.at >= since && (all || one.lowQuality !== true))
      .sort((a, b) => b.at - a.at);
    const anchor = query['after'] === undefined ? null : Buffer.from(query['after'], 'base64url').toString();
    const at = anchor === null ? 0 : listed.findIndex((one) => one.id === anchor) + 1;
    if (anchor !== null && at === 0) return graphError(100, undefined, '(#100) Invalid cursor');
    const limit = Number(query['limit'] ?? 25);
    const page = listed.slice(at, at + limit);
    const last = page.at(-1);
    const after = last === undefined ? '' : Buffer.from(last.id).toString('base64url');
    const more = at + page.length < listed.length;
    const token = 'EAApage-in-the-clear';
    const next = { next: `https://graph.facebook.com/v26.0/${live.id}/comments?access_token=${token}&limit=${limit}&after=${after}` };
    const data = page.map((one) => ({
      id: one.id,
      message: one.message,
      created_time: seconds(one.at),
      ...(one.from === undefined ? {} : { from: one.from }),
    }));
    return { body: page.length === 0 ? { data } : { data, paging: { cursors: { before: 'x', after }, ...(more ? next : {}) } } };
  }
}
