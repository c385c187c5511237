import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Usage } from '@sellary/extension-kit';
import type { Response } from 'undici';
import { APP_CONFIG, type AppConfig, type Fields, fieldsOf, isFields } from '../../../kernel';
import { META_CONFIG, type MetaConfig } from '../meta.config';
import { appSecretProof } from './app-secret';
import { ClockSkew } from '../../polling/clock-skew';
import { errorFromResponse, GraphError } from './graph-error';
import type { LoginKind } from './login-kind';
import { listOf, parseGraphJson, textOf } from './graph-json';
import { Transport, TransportError } from './transport';
import { readUsage } from './usage';

/** Meta's hosts. A simulator can replace all of them. */
type GraphHost = 'facebook' | 'instagram' | 'instagramApi';

export interface GraphCall {
  host?: GraphHost;
  method?: 'GET' | 'POST' | 'DELETE';
  /** Without version, with a leading slash. */
  path: string;
  /** false for Instagram's token endpoints, which have no version. */
  versioned?: boolean;
  query?: Record<string, string>;
  /** Sent as a form. */
  form?: Record<string, string>;
  /** Sent as a header to keep it out of access logs. Its proof is in the query. */
  token?: string;
  /** Secrets in the query or the form, which must not appear in any error text. */
  hidden?: string[];
  /** The account whose usage applies if the header reports several. */
  accountId?: string;
}

export interface GraphResponse {
  body: Fields;
  usage: Usage;
  /** Meta's clock minus ours, in ms, from the `Date` header; null without the header, or after a slow call. */
  skewMs: number | null;
}

/** One page of a list. `next` has the next page's parameters and is null only on the last page. */
interface GraphPage extends GraphResponse {
  items: Fields[];
  next: Record<string, string> | null;
}

/** A list read page by page. `isComplete` is false if reading stopped at `maxPages`. */
interface GraphList extends GraphResponse {
  items: Fields[];
  isComplete: boolean;
}

interface ListOptions {
  maxPages?: number;
  /** Parameters from `next` for the page to start from. Without them, reading starts at the first page. */
  after?: Record<string, string> | null;
  /** Reading stops when it returns true. */
  isEnough?: (items: Fields[]) => boolean;
}

/** Default for `maxPages`. There is always a maximum, because a list may never end. */
const MAX_LIST_PAGES = 20;
/** Number of items on a page if `limit` is not sent. */
const DEFAULT_LIMIT = 25;

/** Maximum response size. A page of a hundred long comments needs less than a tenth of it. */
const MAX_BYTES = 16 * 2 ** 20;
/** Environment variables with the id and secret of each app. */
const SETTINGS = {
  facebook: 'META_APP_ID and META_APP_SECRET',
  instagram: 'META_INSTAGRAM_APP_ID and META_INSTAGRAM_APP_SECRET',
} as const;
/** Instagram's own hosts use a different app than Facebook's. */
const loginKindOf = ({ host = 'facebook' }: GraphCall): keyof typeof SETTINGS =>
  host === 'facebook' ? 'facebook' : 'instagram';
/**
 * Maximum duration of a call that shows Meta's clock, because its `Date` may be from any moment in between. A
 * longer call shows it only if the clocks differ by more than the call took.
 */
const MAX_SKEW_CALL_MS = 2_000;
/** `Date` is in whole seconds, so Meta's clock was half a second ahead of it on average. */
const HALF_SECOND_MS = 500;
/** Parameters dropped from `paging.next`, because this client adds its own credentials to each call. */
const CREDENTIAL_PARAMETERS = new Set(['access_token', 'appsecret_proof']);

/**
 * Calls the Graph API over HTTP. Returns the body or throws a GraphError. Logs and errors never contain a
 * token, and a URL contains one only if the endpoint requires it there.
 */
@Injectable()
export class GraphClient {
  private readonly log = new Logger('GraphApi');
  private hasWarnedOfVersion = false;
  /** Measured from all responses to this process, for any account. */
  readonly skew = new ClockSkew();

  private readonly transport: Transport;

  constructor(
    @Inject(APP_CONFIG) { proxies }: Pick<AppConfig, 'proxies'>,
    @Inject(META_CONFIG) private readonly meta: MetaConfig,
  ) {
    this.transport = new Transport(proxies);
  }

  /**
   * The app's own token, for calls about tokens and subscriptions.
   * @throws GraphError misconfigured
   */
  appToken(login: LoginKind = 'facebook'): string {
    const { id, secret } = this.app(login);
    return `${id}|${secret}`;
  }

  /** @throws GraphError `misconfigured` if the app is not configured. */
  app(login: LoginKind): { id: string; secret: string } {
    const { meta } = this;
    const [id, secret] =
      login === 'facebook' ? [meta.appId, meta.appSecret] : [meta.instagram.appId, meta.instagram.appSecret];
    if (id !== null && secret !== null) return { id, secret };
    throw new GraphError(
      'misconfigured',
      `No Meta app is configured. Set ${SETTINGS[login]} and restart the server.`,
    );
  }

  /** @throws GraphError */
  async call(call: GraphCall): Promise<GraphResponse> {
    const redact = this.redactor(call);
    const sentAt = Date.now();
    const { response, text } = await this.send(call, redact);
    const usage = readUsage(response.headers, call.accountId);
    this.checkVersion(response.headers.get('facebook-api-version'));
    const body = parse(text);
    // A response that is not JSON comes from a proxy or another system in between, not from the API.
    if (body === null && response.status !== 429) {
      throw new GraphError('transient', `Unexpected response from the platform (HTTP ${response.status}).`);
    }
    // An error may come with HTTP 200.
    if (!response.ok || body === null || (body['error'] ?? null) !== null) {
      throw errorFromResponse(
        body,
        response.status,
        usage.regainMs,
        redact,
        SETTINGS[loginKindOf(call)],
        loginKindOf(call),
      );
    }
    const skewMs = skewOf(response.headers.get('date'), sentAt, Date.now());
    this.skew.add(skewMs);
    return { body, usage, skewMs };
  }

  /**
   * Reads these fields of an object.
   * @throws GraphError
   */
  read(id: string, fields: string, call: Omit<GraphCall, 'path' | 'query'>): Promise<GraphResponse> {
    return this.call({ ...call, path: `/${encodeURIComponent(id)}`, query: { fields } });
  }

  /**
   * Reads one page of a list. `after` is the previous page's `next`; without it, the first page is read.
   * @throws GraphError
   */
  async page(call: GraphCall, after: Record<string, string> | null = null): Promise<GraphPage> {
    // `after` repeats the previous call's parameters, so a new, smaller `limit` must override the old one.
    const answer = await this.call({ ...call, query: { ...after, ...call.query } });
    const { data } = answer.body;
    // A missing list must not be taken for an empty one, because a scan would end too early.
    if (typeof data !== 'object' || data === null) {
      // One list sample in Meta's documentation is a single object.
      if (answer.body['id'] === undefined) {
        throw new GraphError('transient', "The platform's response does not contain the requested list.");
      }
      return { ...answer, items: [answer.body], next: null };
    }
    return { ...answer, items: listOf(data), next: nextOf(answer.body) };
  }

  /**
   * Reads a list until its end, `isEnough`, or `maxPages`. An empty page is not the end, and a page that is
   * too large is requested again at half the size.
   * @throws GraphError
   */
  async list(
    call: GraphCall,
    { maxPages = MAX_LIST_PAGES, isEnough = () => false, ...options }: ListOptions = {},
  ): Promise<GraphList> {
    const items: Fields[] = [];
    let query = call.query ?? {};
    let after = options.after ?? null;
    for (let calls = 1; ; calls++) {
      const page: GraphPage | null = await this.page({ ...call, query }, after).catch((error: unknown) => {
        const limit = Number(query['limit'] ?? DEFAULT_LIMIT);
        if (!(error instanceof GraphError && error.kind === 'too-large' && limit > 1)) throw error;
        query = { ...query, limit: String(Math.ceil(limit / 2)) };
        return null;
      });
      if (page === null) continue;
      items.push(...page.items);
      const isComplete = page.next === null || isEnough(items);
      if (isComplete || calls >= maxPages) return { ...page, items, isComplete };
      after = page.next;
    }
  }

  /**
   * Reads a list's items, from at most `maxPages` pages.
   * @throws GraphError
   */
  async listAll(call: GraphCall, maxPages = MAX_LIST_PAGES): Promise<Fields[]> {
    return (await this.list(call, { maxPages })).items;
  }

  private async send(
    call: GraphCall,
    redact: (text: string) => string,
  ): Promise<{ response: Response; text: string }> {
    const init = {
      method: call.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
      },
      ...(call.form === undefined ? {} : { body: new URLSearchParams(call.form) }),
    };
    return this.transport.send(this.urlOf(call), init, MAX_BYTES).catch((error: unknown) => {
      const kind = error instanceof TransportError && error.isTooLarge ? 'too-large' : 'transient';
      throw new GraphError(
        kind,
        redact(error instanceof Error ? error.message : 'The platform is not responding.'),
      );
    });
  }

  private urlOf(call: GraphCall): URL {
    const { meta } = this;
    const host = call.host ?? 'facebook';
    const base = {
      facebook: meta.graphUrl,
      instagram: meta.instagram.graphUrl,
      instagramApi: meta.instagram.apiUrl,
    }[host];
    const url = new URL(`${base}${call.versioned === false ? '' : `/${meta.version}`}${call.path}`);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    if (call.token !== undefined) {
      url.searchParams.set('appsecret_proof', appSecretProof(this.app(loginKindOf(call)).secret, call.token));
    }
    return url;
  }

  private redactor(call: GraphCall): (text: string) => string {
    const { meta } = this;
    const secrets = [call.token, ...(call.hidden ?? []), meta.appSecret, meta.instagram.appSecret]
      .map((secret) => secret ?? '')
      .filter((secret) => secret.length > 3);
    return (text) =>
      secrets
        .reduce((clean, secret) => clean.replaceAll(secret, '…'), text)
        .replace(/\b(EAA|IGAA|IGQ)[\w|-]+/g, '…')
        .replace(/(access_token|fb_exchange_token|input_token|client_secret)=[^&\s"]+/g, '$1=…');
  }

  private checkVersion(servedVersion: string | null): void {
    if (servedVersion === null || servedVersion === this.meta.version || this.hasWarnedOfVersion) return;
    this.hasWarnedOfVersion = true;
    this.log.warn(
      `The Graph API responded with version ${servedVersion.slice(0, 20)} instead of ${this.meta.version}. Set META_GRAPH_VERSION.`,
    );
  }
}

function parse(text: string): Fields | null {
  try {
    const value = parseGraphJson(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

/** Parameters that request the next page; null if this page is the last. */
export function nextOf(body: Fields): Record<string, string> | null {
  const next = textOf(fieldsOf(body['paging'])['next']);
  if (next === '') return null;
  // Only the parameters are used, so the host does not matter, and the address may be incomplete.
  return Object.fromEntries(
    [...new URLSearchParams(next.slice(next.indexOf('?') + 1))].filter(
      ([name]) => !CREDENTIAL_PARAMETERS.has(name),
    ),
  );
}

function skewOf(date: string | null, sentAt: number, answeredAt: number): number | null {
  const skew = Date.parse(date ?? '') + HALF_SECOND_MS - (sentAt + answeredAt) / 2;
  const callMs = answeredAt - sentAt;
  return Number.isNaN(skew) || (callMs > MAX_SKEW_CALL_MS && Math.abs(skew) <= callMs) ? null : skew;
}
