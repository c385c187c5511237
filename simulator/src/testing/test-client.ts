import { startSimulator, type Simulator, type SimulatorOptions } from '../index';

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
  private constructor(readonly simulator: Simulator) {}

  static async start(options: SimulatorOptions = {}): Promise<TestClient> {
    return new TestClient(await startSimulator({ clock: FIXED_CLOCK, ...options }));
  }

  get control(): Simulator['control'] {
    return this.simulator.control;
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
    const user = await this.userToken(scope);
    const { body } = await this.request('/v26.0/me/accounts', { fields: 'access_token' }, { token: user });
    return body.data.find(({ id }: { id: string }) => id === pageId).access_token;
  }

  async instagramCode(scope = INSTAGRAM_SCOPE): Promise<string> {
    const { appId } = this.simulator;
    const query = { client_id: appId, redirect_uri: REDIRECT, state: 's', scope };
    const response = await this.request('/oauth/authorize', query, {
      method: 'POST',
      form: { decision: 'allow', account: '17840000000000002' },
    });
    return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  redeemInstagram(code: string): Promise<TestResponse> {
    const { appId, appSecret } = this.simulator;
    const form = {
      client_id: appId,
      client_secret: appSecret,
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
