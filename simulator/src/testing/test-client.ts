import {
  type InjectedComment,
  type SimComment,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../index';

export const REDIRECT = 'http://localhost/callback';
export const FACEBOOK_SCOPE =
  'pages_show_list,pages_read_engagement,pages_read_user_content,pages_manage_metadata,pages_manage_engagement,pages_messaging,instagram_basic,instagram_manage_comments,instagram_manage_messages';
const INSTAGRAM_SCOPE =
  'instagram_business_basic,instagram_business_manage_comments,instagram_business_manage_messages';

/** A Sunday in November. This clock is fixed, and tests advance the simulated time on top of it. */
const FIXED_CLOCK = { now: (): number => Date.parse('2026-11-22T19:05:12.345Z') };

export interface TestResponse {
  status: number;
  headers: Headers;
  /** The result of JSON.parse. Tests assert on it, so it needs no type. */
  body: ReturnType<typeof JSON.parse>;
  text: string;
}

export interface RequestOptions {
  method?: string;
  token?: string;
  /** Sent as a form. */
  form?: Record<string, string>;
  json?: unknown;
}

/** A simulator client for tests, which uses HTTP like any other client. */
export class TestClient {
  /** Sent with Graph API calls that do not specify another token. */
  token = '';
  private started: Simulator | null = null;
  private instagramApp = { id: '', secret: '' };

  get simulator(): Simulator {
    if (this.started === null) throw new Error('The simulator has not been started.');
    return this.started;
  }

  get control(): Simulator['control'] {
    return this.simulator.control;
  }

  /** The app's own token. */
  get appToken(): string {
    return `${this.simulator.appId}|${this.simulator.appSecret}`;
  }

  async open(options: SimulatorOptions = {}): Promise<void> {
    this.token = '';
    this.started = await startSimulator({ clock: FIXED_CLOCK, ...options });
    const { instagramAppId = this.started.appId, instagramAppSecret = this.started.appSecret } = options;
    this.instagramApp = { id: instagramAppId, secret: instagramAppSecret };
  }

  async close(): Promise<void> {
    await this.started?.close();
    this.started = null;
  }

  /** A viewer comments on the first page's broadcast, unless `more` names another. */
  say(text: string, more: Partial<InjectedComment> = {}): SimComment {
    return this.control.broadcasts.say({ broadcastId: '2000001', text, ...more });
  }

  async request(
    path: string,
    query: Record<string, string> = {},
    { method = 'GET', token, form, json }: RequestOptions = {},
  ): Promise<TestResponse> {
    const url = new URL(path, this.simulator.url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    };
  }

  /** Reads an object or a list of the Graph API. */
  get(path: string, query: Record<string, string> = {}, token = this.token): Promise<TestResponse> {
    return this.request(`/v26.0${path}`, query, { token });
  }

  /** Returns the error for an object or a list that the Graph API refuses to return. */
  async errorOf(...read: Parameters<TestClient['get']>): Promise<TestResponse['body']> {
    return (await this.get(...read)).body.error;
  }

  post(path: string, body: Pick<RequestOptions, 'form' | 'json'>, token = this.token): Promise<TestResponse> {
    return this.request(`/v26.0${path}`, {}, { method: 'POST', token, ...body });
  }

  delete(path: string, query: Record<string, string> = {}, token = this.token): Promise<TestResponse> {
    return this.request(`/v26.0${path}`, query, { method: 'DELETE', token });
  }

  /** Installs the app on a page or an account, with these webhook fields. */
  install(owner: string, fields: string, token = this.token): Promise<TestResponse> {
    const path = `/v26.0/${owner}/subscribed_apps`;
    return this.request(path, { subscribed_fields: fields }, { method: 'POST', token });
  }

  /**
   * Allows the app in the dialog.
   * @returns the authorization code
   */
  async allow(pages: readonly string[] = ['1000001', '1000002'], scope = FACEBOOK_SCOPE): Promise<string> {
    const { appId } = this.simulator;
    const form = new URLSearchParams({
      client_id: appId,
      redirect_uri: REDIRECT,
      state: 's',
      scope,
      decision: 'allow',
    });
    for (const page of pages) form.append('page', page);
    for (const permission of scope.split(',')) form.append('permission', permission);
    const response = await fetch(`${this.simulator.url}/v26.0/dialog/oauth`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  redeem(code: string, redirectUri = REDIRECT): Promise<TestResponse> {
    const { appId, appSecret } = this.simulator;
    return this.request('/v26.0/oauth/access_token', {
      client_id: appId,
      client_secret: appSecret,
      redirect_uri: redirectUri,
      code,
    });
  }

  async userToken(scope = FACEBOOK_SCOPE, pages?: readonly string[]): Promise<string> {
    const { appId, appSecret } = this.simulator;
    const short = await this.redeem(await this.allow(pages, scope));
    const long = await this.request('/v26.0/oauth/access_token', {
      grant_type: 'fb_exchange_token',
      client_id: appId,
      client_secret: appSecret,
      fb_exchange_token: short.body.access_token,
    });
    return long.body.access_token;
  }

  async pageToken(scope = FACEBOOK_SCOPE, pageId = '1000001'): Promise<string> {
    const { body } = await this.get('/me/accounts', { fields: 'access_token' }, await this.userToken(scope));
    return body.data.find(({ id }: { id: string }) => id === pageId).access_token;
  }

  async instagramCode(scope = INSTAGRAM_SCOPE): Promise<string> {
    const query = { client_id: this.instagramApp.id, redirect_uri: REDIRECT, state: 's', scope };
    const response = await this.request('/oauth/authorize', query, {
      method: 'POST',
      form: { decision: 'allow', account: '17840000000000002' },
    });
    return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  redeemInstagram(code: string): Promise<TestResponse> {
    const form = {
      client_id: this.instagramApp.id,
      client_secret: this.instagramApp.secret,
      grant_type: 'authorization_code',
      redirect_uri: REDIRECT,
      code,
    };
    return this.request('/oauth/access_token', {}, { method: 'POST', form });
  }

  async instagramToken(scope = INSTAGRAM_SCOPE): Promise<string> {
    const { body } = await this.redeemInstagram(await this.instagramCode(scope));
    return body.data[0].access_token;
  }
}

export async function startTestClient(options: SimulatorOptions = {}): Promise<TestClient> {
  const client = new TestClient();
  await client.open(options);
  return client;
}

/** Starts a simulator before each test of this block, and closes it after the test. */
export function useTestClient(options: SimulatorOptions = {}): TestClient {
  const client = new TestClient();
  beforeEach(() => client.open(options));
  afterEach(() => client.close());
  return client;
}

/** A client that calls the Graph API with the first page's token. */
export function usePageClient(): TestClient {
  const client = useTestClient();
  beforeEach(async () => {
    client.token = await client.pageToken();
  });
  return client;
}
